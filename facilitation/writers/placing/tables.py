"""Slides that are a table, and lists side by side under their heads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from facilitation.writers.placing.fitting import Placed, headed, noted
from facilitation.writers.placing.frames import Box, Face, Para, Run, para, paras
from facilitation.writers.placing.grids import LIST_PADDING, Grid, GridCell, asked, shared
from facilitation.writers.placing.holders import PLANS
from facilitation.writers.slides import Align, BarsSlide, Cell, Column, TableSlide, Tone, ZoneSlide
from facilitation.writers.style import BOTTOM, BOTTOM_WITH_NOTE, CONTENT_WIDTH, MARGIN, SMALLEST, TOP

ZONE_HEAD = 40.0
ZONE_SIZES = (22.0, 20.0, 18.0, 16.0)
_STEP = 2.0
_HANG, _BETWEEN = 0.78, 3.0  # of a list in a cell: how far its words stand from their bullet, in sizes; points between items


def table(slide: TableSlide) -> Placed:
    """Return a table at the largest size that fits: the columns' own, or two points less, down to 14."""
    plan = PLANS["Tableau"]
    grid = table_grid(slide, table_box(slide.note))
    return Placed(plan, (headed(plan, slide.title), *noted(plan, slide.note)), (grid,))


def bars(slide: BarsSlide) -> Placed:
    """Return the title over the bars, drawn as a chart."""
    plan = PLANS["Tableau"]
    return Placed(plan, (headed(plan, slide.title),))


def table_box(note: str) -> Box:
    """Return the room of a table: less high over a note."""
    return Box(MARGIN, TOP, CONTENT_WIDTH, (BOTTOM_WITH_NOTE if note else BOTTOM) - TOP)


def table_grid(slide: TableSlide, box: Box, is_legible: Callable[[Grid], bool] = lambda grid: grid.fits) -> Grid:
    """Return a table in that box, its columns in proportion, at the largest size that is legible there, 14 when none is."""
    less = 0.0
    grid = _grid(slide, less, box)
    largest = max(slide.head_size, *(column.size for column in slide.columns))
    while not is_legible(grid) and largest - less > SMALLEST:
        less += _STEP
        grid = _grid(slide, less, box)
    return grid


def _grid(slide: TableSlide, less: float, box: Box) -> Grid:
    widths = tuple(column.width * box.w / CONTENT_WIDTH for column in slide.columns)
    face = Face(_lowered(slide.head_size, less), bold=True)
    head = tuple(GridCell((para(column.title, replace(face, side=column.align)),)) for column in slide.columns)
    rows = [
        tuple(
            _cell(cell, column, less, total=slide.total and at == len(slide.rows) - 1)
            for cell, column in zip(row, slide.columns, strict=True)
        )
        for at, row in enumerate(slide.rows)
    ]
    top = max(slide.head_height, asked(head, widths))
    heights = shared([asked(row, widths) for row in rows], slide.row_height, box.h - top)
    return Grid(slide.title, box, widths, (top, *heights), (head, *rows), total=slide.total)


def _lowered(size: float, less: float) -> float:
    return max(SMALLEST, size - less)


def _cell(cell: Cell, column: Column, less: float, *, total: bool) -> GridCell:
    bold = total or (column.bold if cell.bold is None else cell.bold)
    face = _face(_lowered(cell.size or column.size, less), bold, cell.tone or column.tone, cell.align or column.align)
    texts = items_of(cell.text, face) if cell.listed else (Para(_runs(cell), face),)
    return GridCell(texts, cell.fill or ("sable" if total else ""), cell.bar)


def items_of(text: str, face: Face) -> tuple[Para, ...]:
    """Return the items of a list in a cell, one a line of ``text``."""
    return paras(tuple(text.split("\n")), replace(face, mark="•", hang=_HANG, after=_BETWEEN))


@cache
def _face(size: float, bold: bool, tone: Tone, side: Align) -> Face:
    return Face(size, bold=bold, tone=tone, side=side)


def _runs(cell: Cell) -> tuple[Run, ...]:
    """Return the words of a cell, its strong part apart."""
    if not cell.strong:
        return (Run(cell.text),)
    before, strong, after = cell.text.partition(cell.strong)
    runs = (Run(before), Run(strong, bold=True), Run(after))
    return tuple(run for run in runs if run.text) or (Run(cell.text),)


def zone(slide: ZoneSlide) -> Placed:
    """Return lists side by side, at the size and the height of the whole series."""
    plan = PLANS["Tableau"]
    grid = zone_grid(slide, table_box(slide.note))
    return Placed(plan, (headed(plan, slide.title), *noted(plan, slide.note)), (grid,))


def zone_grid(slide: ZoneSlide, box: Box) -> Grid:
    """Return lists side by side in that box."""
    count = max(len(slide.heads), 1)
    widths = (box.w / count,) * count
    head_face = Face(18 if count <= 3 else 16, bold=True)
    head = tuple(GridCell((para(text, head_face),)) for text in slide.heads)
    item = list_face(slide.size)
    told = Face(slide.size, tone="gris")
    row = tuple(
        GridCell(paras(items, item) if items else (para(empty, told),))
        for items, empty in zip(slide.lists, slide.empties, strict=True)
    )
    top = max(ZONE_HEAD, asked(head, widths, (LIST_PADDING[0], 5)))
    return Grid(
        slide.title,
        box,
        widths,
        (top, max(slide.height, asked(row, widths, LIST_PADDING))),
        (head, row),
        lists=True,
    )


def list_face(size: float) -> Face:
    """Return how the ideas of a zone are set."""
    return Face(size, after=round(size * 0.34, 1), mark="•", hang=_HANG)
