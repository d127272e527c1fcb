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

NARROWEST, WIDEST = 11, 60  # characters
POINTS = 10
FORMULA_SIGNS = "=+-@"
_A4 = 9
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": FONT, "font_size": POINTS},
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
    book = xlsxwriter.Workbook(path, _OPTIONS)
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
    head = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": style.sable, "font_color": style.encre}
    text = {"text_wrap": True, "valign": "top"}
    formats = _Formats(
        head=book.add_format(head | {"bottom": 5, "bottom_color": style.accent}),
        text=book.add_format(text),
        quoted=book.add_format(text | {"quote_prefix": True}),
        number=book.add_format({"valign": "top", "num_format": "0"}),
    )
    for number, grid in enumerate(grids, start=1):
        _draw(book, grid, number, formats)
        if on_progress:
            on_progress(number, len(grids))
    book.close()


class _Formats(NamedTuple):
    """The looks of a cell; a quoted one stays text even when somebody edits it."""

    head: Any
    text: Any
    quoted: Any
    number: Any


def _draw(book: Any, grid: Grid, number: int, formats: _Formats) -> None:
    """Draw one sheet: the cells, then the table laid over them (header row, filters, a name of its own)."""
    sheet = book.add_worksheet(legible(grid.name))
    for at, width in enumerate(_widths(grid)):
        sheet.set_column(at, at, width)
    for row, cells in enumerate(grid.rows, start=1):
        for column, value in enumerate(cells):
            if isinstance(value, int):
                sheet.write_number(row, column, value, formats.number)
            else:
                look = formats.quoted if value[0] in FORMULA_SIGNS else formats.text
                sheet.write_string(row, column, legible(value), look)
    columns = [{"header": legible(head), "header_format": formats.head} for head in grid.heads]
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
    longest = [len(head) + 4 for head in grid.heads]
    for row in grid.rows:
        longest = [max(width, _length(cell)) for width, cell in zip(longest, row, strict=True)]
    return [min(max(width + 1, NARROWEST), WIDEST) for width in longest]


def _length(cell: Value) -> int:
    return max(map(len, cell.split("\n")), default=0) if isinstance(cell, str) else len(str(cell))
