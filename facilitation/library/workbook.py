"""The rows of a workbook's sheet as text, read without any spreadsheet library: an .xlsx is XML in a zip (ISO/IEC 29500)."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring

LARGEST_PART = 200_000_000  # bytes once unpacked
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_LINK = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LETTERS = re.compile(r"[A-Z]+")

Rows = list[tuple[int, list[str]]]


def rows(content: bytes, is_header: Callable[[list[str]], bool]) -> Rows:
    """Return the rows of the first sheet that opens on a header we know (else of the first sheet), each with its number from 1.

    Numbers are written as people type them (« 14 », « 2.5 »); empty cells are ''.

    Raises:
        ValueError: this is not a workbook, or it is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            shared = _shared(package)
            first: Rows | None = None
            for part in _sheets(package):
                found = list(_rows(_part(package, part), shared))
                if found and is_header(found[0][1]):
                    return found
                first = found if first is None else first
    except (zipfile.BadZipFile, KeyError, IndexError, ParseError, NotImplementedError, RuntimeError) as error:
        raise ValueError("not a workbook") from error
    return first or []


def _part(package: zipfile.ZipFile, name: str) -> Element:
    """Return a part as a tree; its names are those of the usual flavour."""
    if package.getinfo(name).file_size > LARGEST_PART:
        raise ValueError("part too large")
    data = package.read(name)
    if b"<!DOCTYPE" in data:  # no office software writes one: entities are how a small file becomes a huge one
        raise ValueError("document type")
    tree = fromstring(data)
    for element in tree.iter():
        element.tag = element.tag.replace(_STRICT, MAIN)
    return tree


def _sheets(package: zipfile.ZipFile) -> Iterator[str]:
    """Yield the paths of the sheets, in the order of their tabs."""
    links = {
        link.get("Id", ""): posixpath.normpath(posixpath.join("/xl", link.get("Target", ""))).lstrip("/")
        for link in _part(package, "xl/_rels/workbook.xml.rels")
    }
    for sheet in _part(package, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        yield links[sheet.get(_LINK) or sheet.get(_STRICT_LINK) or ""]


def _shared(package: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    return [_text(entry) for entry in _part(package, "xl/sharedStrings.xml").iter(f"{MAIN}si")]


def _text(entry: Element) -> str:
    """Return the text of an entry, without the phonetic guides that some languages add."""
    runs = [*entry.findall(f"{MAIN}t"), *entry.findall(f"{MAIN}r/{MAIN}t")]
    return _ESCAPED.sub(lambda sign: chr(int(sign.group(1), 16)), "".join(run.text or "" for run in runs))


def _rows(sheet: Element, shared: list[str]) -> Iterator[tuple[int, list[str]]]:
    number = 0
    for row in sheet.iter(f"{MAIN}row"):
        number = int(row.get("r") or number + 1)
        cells: list[str] = []
        for cell in row.iter(f"{MAIN}c"):
            place = _place(cell.get("r", ""), len(cells))
            cells += [""] * (place - len(cells))
            cells[place:] = [_value(cell, shared)]
        if any(cells):
            yield number, cells


def _place(reference: str, following: int) -> int:
    """Return the column of « BC12 » from 0; the one that follows when the cell does not say."""
    letters = _LETTERS.match(reference)
    if letters is None or len(letters.group()) > 3:
        return following
    place = 0
    for letter in letters.group():
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def _value(cell: Element, shared: list[str]) -> str:
    kind, value = cell.get("t", "n"), cell.findtext(f"{MAIN}v") or ""
    if kind == "s":
        return shared[int(value)]
    if kind == "inlineStr":
        inline = cell.find(f"{MAIN}is")
        return "" if inline is None else _text(inline)
    return value.removesuffix(".0") if kind == "n" else value
