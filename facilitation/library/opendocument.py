"""The sheets of an OpenDocument spreadsheet: .ods is XML in a zip, .fods the same XML alone (ISO/IEC 26300)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from facilitation.library.sheets import UNREADABLE, Grid, Sheet, WorkbookError, letters_of, tree_of

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}
_BREAKS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_WIDEST = 10_000_000  # repetitions of an empty cell or row


def sheets(content: bytes) -> Iterator[Sheet]:
    """Yield the sheets of ``content.xml``, or of a flat document, in the order of their tabs.

    Raises:
        WorkbookError: it is no spreadsheet, it is damaged, or too large.
    """
    spreadsheet = tree_of(content).find(f"{OFFICE}body/{OFFICE}spreadsheet")
    if spreadsheet is None:
        raise WorkbookError(UNREADABLE)
    for table in spreadsheet.findall(f"{TABLE}table"):
        yield _sheet(table)


def _sheet(table: Element) -> Sheet:
    grid = Grid(table.get(f"{TABLE}name", ""))
    number = 1
    for row in table.iter(f"{TABLE}table-row"):
        times = _repeated(row, "rows")
        grid.add(number, _cells(row, number, grid), times)
        number += times
    return grid.sheet()


def _cells(row: Element, number: int, grid: Grid) -> list[str]:
    cells: list[str] = []
    place = 0
    for cell in row:
        if cell.tag in _CELLS:
            times = _repeated(cell, "columns")
            grid.put(cells, place, _value(cell), times)
            if cell.get(f"{TABLE}formula") and not grid.formula:
                grid.formula = f"{letters_of(min(place, _WIDEST))}{number}"
            place += times
    return cells


def _repeated(element: Element, what: str) -> int:
    written = element.get(f"{TABLE}number-{what}-repeated", "1")
    if not (written.isascii() and written.isdigit() and len(written) < 9) or int(written) > _WIDEST:
        raise WorkbookError(UNREADABLE)
    return max(1, int(written))


def _value(cell: Element) -> str:
    """Return a number as people type it (« 14 », « 2.5 »), anything else as it is shown."""
    if cell.get(f"{OFFICE}value-type") == "float":
        return cell.get(f"{OFFICE}value", "").removesuffix(".0")
    return "\n".join("".join(_words(paragraph)) for paragraph in cell.findall(f"{TEXT}p"))


def _words(element: Element) -> Iterator[str]:
    """Yield what a paragraph says; several spaces are an element of their own."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c", "1")
            yield " " * (int(count) if count.isascii() and count.isdigit() and len(count) < 4 else 1)
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif not child.tag.startswith(OFFICE):  # a comment is not what the cell says
            yield from _words(child)
        yield child.tail or ""
