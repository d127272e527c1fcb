"""The data as a workbook: one Excel table a sheet, no merged, empty or live cell, then every answer as it was given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from facilitation.synthesis import Record, Synthesis
from facilitation.writers import Progress
from facilitation.writers.files import legible, replacing, rezip
from facilitation.writers.grids import Grid, Value, grids_of
from facilitation.writers.style import FONT, Style

WIDEST = 60  # characters
LEADING = 13.5  # points, for a text of 10
_FILTER = 4  # characters that the button of a filter hides
POINTS = 10
FORMULA_SIGNS = "=+-@"
_A4 = 9
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write(
    synthesis: Synthesis,
    path: Path,
    style: Style,
    *,
    records: Iterable[Record] = (),
    on_progress: Progress | None = None,
) -> None:
    """Write the workbook in ``path``; same synthesis and records, same bytes.

    Raises:
        WriteError: the file cannot be written.
    """
    grids = grids_of(synthesis, records)
    with replacing(path) as draft:
        raw = draft.with_suffix(".brouillon")
        try:
            _save(synthesis, grids, raw, style, on_progress)
            rezip(raw, draft)
        finally:
            raw.unlink(missing_ok=True)


def _save(synthesis: Synthesis, grids: list[Grid], path: Path, style: Style, on_progress: Progress | None) -> None:
    # a fresh look each time: a workbook writes in the one it is given, and the next would differ
    look = {"font_name": FONT, "font_size": POINTS}
    book = xlsxwriter.Workbook(path, _OPTIONS | {"default_format_properties": look})
    created = datetime(synthesis.date.year, synthesis.date.month, synthesis.date.day, tzinfo=UTC)
    book.set_properties(
        {
            "title": legible(f"{synthesis.title} : données"),
            "subject": legible(synthesis.kind),
            "company": legible(synthesis.organisation),
            "author": legible(style.organisation or synthesis.organisation),
            "created": created,
        }
    )
    head = {
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "indent": 1,
        "bg_color": style.sable,
        "font_color": style.encre,
    }
    head |= {"bottom": 5, "bottom_color": style.accent}
    text = {"text_wrap": True, "valign": "top", "indent": 1}
    formats = _Formats(
        head=book.add_format(head),
        head_right=book.add_format(head | {"align": "right"}),
        text=book.add_format(text),
        quoted=book.add_format(text | {"quote_prefix": True}),
        number=book.add_format({"valign": "top", "num_format": "0", "align": "right"}),
    )
    for number, grid in enumerate(grids, start=1):
        _draw(book, grid, number, formats)
        if on_progress:
            on_progress(number, len(grids))
    book.close()


class _Formats(NamedTuple):
    """The looks of a cell; a quoted one stays text even when somebody edits it."""

    head: Any
    head_right: Any
    text: Any
    quoted: Any
    number: Any


def _draw(book: Any, grid: Grid, number: int, formats: _Formats) -> None:
    """Draw one sheet: the cells, then the table laid over them (header row, filters, a name of its own)."""
    sheet = book.add_worksheet(legible(grid.name))
    widths = _widths(grid)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    for row, cells in enumerate(grid.rows, start=1):
        lines = max(_lines(cell, width) for cell, width in zip(cells, widths, strict=True))
        if lines > 1:  # LibreOffice does not grow the rows of a workbook it opens
            sheet.set_row(row, LEADING * lines + 2)
        for column, value in enumerate(cells):
            if isinstance(value, int):
                sheet.write_number(row, column, value, formats.number)
            else:
                look = formats.quoted if value[0] in FORMULA_SIGNS else formats.text
                sheet.write_string(row, column, legible(value), look)
    figures = [all(isinstance(row[at], int) for row in grid.rows) for at in range(len(grid.heads))]
    columns = [
        {"header": legible(head), "header_format": formats.head_right if right else formats.head}
        for head, right in zip(grid.heads, figures, strict=True)
    ]
    sheet.add_table(
        0,
        0,
        len(grid.rows),
        len(grid.heads) - 1,
        {"columns": columns, "name": f"Tableau{number}", "style": "Table Style Light 1"},
    )
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _widths(grid: Grid) -> list[float]:
    """Return the columns' widths in characters: the longest cell's, within bounds; longer texts go to the next line."""
    longest = [len(head) + _FILTER for head in grid.heads]
    for row in grid.rows:
        longest = [max(width, _length(cell)) for width, cell in zip(longest, row, strict=True)]
    return [min(width + 1, WIDEST) for width in longest]


def _length(cell: Value) -> int:
    return max(map(len, cell.split("\n"))) if isinstance(cell, str) else len(str(cell))


def _lines(cell: Value, width: float) -> int:
    """Return on how many lines a cell is shown: a width of n characters holds about n of them, words being cut at spaces."""
    return sum(1 + int(len(line) // (1.1 * width)) for line in cell.split("\n")) if isinstance(cell, str) else 1
