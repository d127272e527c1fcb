"""A table over as many slides as it takes: cut between rows, its head repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitation.typography import NBSP
from facilitation.writers.deck import titles
from facilitation.writers.deck.pages import even, least
from facilitation.writers.measure import LINE, SPARE, cut, line_count, text_width
from facilitation.writers.placing.frames import Face, para, stacked
from facilitation.writers.placing.grids import BAR_ROOM, PADDING, GridCell, asked
from facilitation.writers.placing.tables import items_of, table_box
from facilitation.writers.slides import Cell, Column, TableSlide

_SEEN = "voir plus haut"
_WORDS = re.compile(r"\s+|(?<=-)(?=\w)")  # where a line may end


def wide_enough(head: str, size: float, least: float) -> float:
    """Return the width of a column whose head, in bold, keeps its words whole."""
    longest = max((text_width(word, size, bold=True) for word in _WORDS.split(head)), default=0.0)
    return max(least, longest / SPARE + 2 * PADDING[0])


def table_slides(slide: TableSlide, *, most: int = 0) -> Iterator[TableSlide]:
    """Yield a table cut where its rows no longer fit at the size of their columns; a row taller than a slide is cut too.

    ``most`` rows a slide at most; 0: as many as fit.
    """
    widths = [column.width for column in slide.columns]
    head = [GridCell((para(column.title, Face(slide.head_size, bold=True)),)) for column in slide.columns]
    room = table_box(slide.note).h - max(slide.head_height, asked(head, widths))
    rows, heights = [], []
    for given in slide.rows:
        height = row_height(given, slide.columns)
        pieces = [given] if height <= room else _pieces(given, slide.columns, room)
        rows += pieces
        heights += [height] if len(pieces) == 1 else [row_height(piece, slide.columns) for piece in pieces]
    most = most or len(rows)
    count = least(heights, room, most)
    start = 0
    for at, end in enumerate(even(heights, count, most) if rows else [], start=1):
        yield replace(
            slide,
            title=titles.numbered(slide.title, at, count),
            rows=tuple(rows[start:end]),
            total=slide.total and end == len(rows),
            notes=slide.notes if at == 1 else "",
        )
        start = end


def _set(cell: Cell, column: Column) -> tuple[float, bool]:
    """Return the size and weight of a cell's words."""
    return cell.size or column.size, column.bold if cell.bold is None else cell.bold


def row_height(row: Sequence[Cell], columns: Sequence[Column]) -> float:
    """Return how high a row stands at the size of its columns."""
    across, down = PADDING
    highest = 0.0
    for cell, column in zip(row, columns, strict=True):
        size, bold = _set(cell, column)
        width = column.width - 2 * across
        if cell.listed:
            highest = max(highest, stacked(items_of(cell.text, Face(size, bold=bold)), width))
        else:
            highest = max(highest, line_count(cell.text, width * SPARE, size, bold=bold) * size * LINE)
    return highest + 2 * down + (BAR_ROOM if any(cell.bar is not None for cell in row) else 0.0)


def _pieces(row: tuple[Cell, ...], columns: Sequence[Column], room: float) -> list[tuple[Cell, ...]]:
    """Return a row too tall for a slide in rows that fit, its first cell ending with « (1/2) »."""
    across, down = PADDING
    texts = []
    for cell, column in zip(row, columns, strict=True):
        size, bold = _set(cell, column)
        lines = max(1, int((room - 2 * down) / (size * LINE)) - 1)  # the number may take one more
        texts.append(cut(cell.text, (column.width - 2 * across) * SPARE, size, lines, bold=bold))
    count = max(map(len, texts))
    return [
        tuple(
            replace(cell, text=_piece(pieces, at, f"{NBSP}({at + 1}/{count})" if place == 0 else ""), strong="")
            for place, (cell, pieces) in enumerate(zip(row, texts, strict=True))
        )
        for at in range(count)
    ]


def _piece(pieces: Sequence[str], at: int, ending: str) -> str:
    if len(pieces) == 1:
        return pieces[0] + ending
    return (pieces[at] if at < len(pieces) else _SEEN) + ending
