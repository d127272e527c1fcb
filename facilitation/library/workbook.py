"""A workbook → its sheets as text, without any spreadsheet library: .xlsx is XML in a zip (ISO/IEC 29500), as .ods is."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from facilitation.library.sheets import (
    LARGEST_PART,
    MACROS,
    NOT_A_TABLE,
    OLD,
    TOO_LARGE,
    UNREADABLE,
    WEB_PAGE,
    Grid,
    Rows,
    Sheet,
    WorkbookError,
    tree_of,
)  # fmt: skip

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_LINK = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PERCENTAGES = {"9", "10"}  # « 0 % » and « 0,00 % », built in (ISO/IEC 29500-1, 18.8.30)
_LETTERS = re.compile(r"[A-Z]+")
_ZIP, _OLE, _FLAT = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_BINARY = re.compile(
    rb"%PDF|\x89PNG|\xff\xd8\xff|GIF8|....ftyp|\x1f\x8b|7z\xbc\xaf|Rar!|\{\\rtf|II\*\x00|MM\x00\*|RIFF", re.DOTALL
)
_DAMAGES = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error,
    KeyError, IndexError, ValueError, NotImplementedError, RuntimeError, EOFError, OSError,
)  # fmt: skip
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|meta|style)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_workbook(content: bytes) -> bool:
    """Return whether these bytes are a workbook (.xlsx, .ods, .fods), by what they hold: a name can be wrong.

    Raises:
        WorkbookError: they are something that is neither a workbook we read nor a text.
    """
    head = content[:4_000].removeprefix(b"\xef\xbb\xbf")
    if content.startswith(_OLE):
        raise WorkbookError(OLD)
    if _PAGE.match(head):
        raise WorkbookError(WEB_PAGE)
    is_flat = head.lstrip().startswith(b"<?xml") and _FLAT in head
    if _BINARY.match(content) or (head.lstrip().startswith(b"<?xml") and not is_flat):
        raise WorkbookError(NOT_A_TABLE)
    return content.startswith(_ZIP) or is_flat


def rows(content: bytes, is_header: Callable[[list[str]], bool]) -> Rows:
    """Return the rows of the first sheet that opens on a header we know (else of the first sheet), each with its number from 1.

    Numbers are written as people type them (« 14 », « 2.5 »); empty cells are ''.

    Raises:
        WorkbookError: this is not a workbook, or it is damaged.
    """
    return chosen(content, is_header).rows


def chosen(content: bytes, is_header: Callable[[list[str]], bool]) -> Sheet:
    """Return the first sheet that opens on a header we know, else the first one (see ``rows``)."""
    first: Sheet | None = None
    for sheet in sheets(content):
        if sheet.rows and is_header(sheet.rows[0][1]):
            return sheet
        first = first or (sheet if sheet.rows else None)
    return first or Sheet("", [])


def sheets(content: bytes) -> Iterator[Sheet]:
    """Yield every sheet, in the order of the tabs (see ``rows``)."""
    from facilitation.library import opendocument  # noqa: PLC0415 (only read for its own kind of file)

    if not content.startswith(_ZIP):
        yield from opendocument.sheets(content)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            _check(names)
            if "content.xml" in names:
                yield from opendocument.sheets(_bytes(package, "content.xml"))
                return
            shared, shares = _shared(package), _shares(package)
            for name, part in _sheets(package):
                yield _sheet(name, _part(package, part), shared, shares)
    except WorkbookError:
        raise
    except _DAMAGES as error:
        raise WorkbookError(UNREADABLE) from error


def _check(names: list[str]) -> None:
    if any(name.startswith("Basic/") or name.endswith("vbaProject.bin") for name in names):
        raise WorkbookError(MACROS)


def _bytes(package: zipfile.ZipFile, name: str) -> bytes:
    if package.getinfo(name).file_size > LARGEST_PART:
        raise WorkbookError(TOO_LARGE)
    return package.read(name)


def _part(package: zipfile.ZipFile, name: str) -> Element:
    """Return a part as a tree; its names are those of the usual flavour."""
    tree = tree_of(_bytes(package, name))
    for element in tree.iter():
        element.tag = element.tag.replace(_STRICT, MAIN)
    return tree


def _sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the names and paths of the sheets, in the order of their tabs."""
    links = {
        link.get("Id", ""): posixpath.normpath(posixpath.join("/xl", link.get("Target", ""))).lstrip("/")
        for link in _part(package, "xl/_rels/workbook.xml.rels")
    }
    for sheet in _part(package, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        yield sheet.get("name", ""), links[sheet.get(_LINK) or sheet.get(_STRICT_LINK) or ""]


def _shared(package: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    return [_text(entry) for entry in _part(package, "xl/sharedStrings.xml").iter(f"{MAIN}si")]


def _shares(package: zipfile.ZipFile) -> frozenset[str]:
    """Return the styles under which a number is shown as a percentage: 1 is then everybody, not one person."""
    if "xl/styles.xml" not in package.namelist():
        return frozenset()
    styles = _part(package, "xl/styles.xml")
    formats = {one.get("numFmtId") for one in styles.iter(f"{MAIN}numFmt") if "%" in one.get("formatCode", "")} | _PERCENTAGES
    used = styles.find(f"{MAIN}cellXfs")
    return frozenset(
        str(rank) for rank, style in enumerate(used if used is not None else ()) if style.get("numFmtId") in formats
    )


def _text(entry: Element) -> str:
    """Return the text of an entry, without the phonetic guides that some languages add."""
    runs = [*entry.findall(f"{MAIN}t"), *entry.findall(f"{MAIN}r/{MAIN}t")]
    return _ESCAPED.sub(lambda sign: chr(int(sign.group(1), 16)), "".join(run.text or "" for run in runs))


def _sheet(name: str, tree: Element, shared: list[str], shares: frozenset[str]) -> Sheet:
    grid = Grid(name)
    number = 0
    for row in tree.iter(f"{MAIN}row"):
        number = int(row.get("r") or number + 1)
        cells: list[str] = []
        following = 0
        for cell in row.iter(f"{MAIN}c"):
            place = _place(cell.get("r", ""), following)
            grid.put(cells, place, _value(cell, shared, shares))
            if cell.find(f"{MAIN}f") is not None and not grid.formula:
                grid.formula = cell.get("r", "") or str(number)
            following = place + 1
        grid.add(number, cells)
    return grid.sheet()


def _place(reference: str, following: int) -> int:
    """Return the column of « BC12 » from 0; the one that follows when the cell does not say."""
    letters = _LETTERS.match(reference)
    if letters is None or len(letters.group()) > 3:
        return following
    place = 0
    for letter in letters.group():
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def _value(cell: Element, shared: list[str], shares: frozenset[str]) -> str:
    kind, value = cell.get("t", "n"), cell.findtext(f"{MAIN}v") or ""
    if kind == "s":
        return shared[int(value)]
    if kind == "inlineStr":
        inline = cell.find(f"{MAIN}is")
        return "" if inline is None else _text(inline)
    if kind == "n" and value and cell.get("s") in shares:
        return f"{float(value) * 100:.10g} %"
    return value.removesuffix(".0") if kind == "n" else value
