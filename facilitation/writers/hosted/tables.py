"""Tables and lists side by side inside the room of a template: fewer rows a slide, fewer columns, or told as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from facilitation.writers.deck.pages import even, least, side_by_side
from facilitation.writers.deck.titles import shortened
from facilitation.writers.hosted import told
from facilitation.writers.hosted.host import Host
from facilitation.writers.hosted.page import Page, Room, text
from facilitation.writers.hosted.words import NOTHING, listed, part_of, two_columns
from facilitation.writers.measure import SPARE, text_width
from facilitation.writers.placing.frames import Box, Face, Frame, Para, Run, para
from facilitation.writers.placing.grids import LIST_PADDING, PADDING, Grid, GridCell
from facilitation.writers.placing.tables import ZONE_HEAD, list_face, table_grid, zone_grid
from facilitation.writers.slides import CommonOwn, TableSlide, ZoneSlide

_SPACES = re.compile(r"[ \t\n]+")  # a non-breaking space holds its words together
_NOTE = 22.0  # the height of a note under a table
_NARROWEST = 130.0  # a column of ideas
_ZONE_SIZES = (22.0, 20.0, 18.0, 16.0)
_LEAST_ZONE = 14.0
_MOST = 7  # ideas of a list on one slide
_LIST_COMPLETE = "Liste complète aux pages précédentes"


def table(host: Host, slide: TableSlide) -> Iterator[Page]:
    """Yield a table, over as many slides as its rows ask; a list when its words do not hold in its columns."""
    room = Room(host)
    box = replace(room.box, h=room.h - (_NOTE if slide.note else 0.0))
    whole = table_grid(slide, box, is_legible)
    if not _holds_words(whole):
        slide = _widened(slide, box.w)
        whole = table_grid(slide, box, is_legible)
    if host.is_small or not _holds_words(whole):
        yield from told.table(host, slide)
        return
    for at, part in enumerate(_parts(slide, whole, box)):
        grid = table_grid(part, box, is_legible)
        if not grid.fits:
            yield from told.table(host, part)
            continue
        yield _page(host, slide, grid, slide.note, first=at == 0)


def _parts(slide: TableSlide, whole: Grid, box: Box) -> list[TableSlide]:
    """Return the table in runs of rows that stand in the room at the smallest size."""
    if whole.fits:
        return [slide]
    heights = table_grid(replace(slide, row_height=1.0), replace(box, h=1.0), is_legible).heights
    runs = least(heights[1:], max(box.h - heights[0], 1.0), len(heights))
    ends = even(heights[1:], runs, len(heights))
    return [
        replace(slide, rows=slide.rows[start:end], total=slide.total and end == len(slide.rows))
        for start, end in zip([0, *ends], ends, strict=False)
    ]


def _widened(slide: TableSlide, width: float) -> TableSlide:
    """Return the table with each column as wide as its longest word asks, what is left shared out; unchanged when too wide."""
    texts = [[column.title, *(row[at].text for row in slide.rows)] for at, column in enumerate(slide.columns)]
    least = [max(_widest(words, bold=True) for words in given) + 2 * PADDING[0] + 1 for given in texts]
    left = width - sum(least)
    if left < 0:
        return slide
    asked = [max(column.width - one, 0.0) for column, one in zip(slide.columns, least, strict=True)]
    shares = [one + left * more / (sum(asked) or 1.0) for one, more in zip(least, asked, strict=True)]
    columns = (replace(column, width=share) for column, share in zip(slide.columns, shares, strict=True))
    return replace(slide, columns=tuple(columns))


def _widest(text: str, *, bold: bool) -> float:
    """Return the width of the longest word of a text at the smallest size."""
    return max((text_width(word, _LEAST_ZONE, bold=bold) for word in _words(text)), default=0.0)


def _words(text: str) -> list[str]:
    """Return the pieces of a text between which a line may end."""
    return _SPACES.split(text.replace("-", "- ").replace("/", "/ "))


def is_legible(grid: Grid) -> bool:
    """Return whether a table stands in its box, no word cut."""
    return grid.fits and _holds_words(grid)


def _holds_words(grid: Grid) -> bool:
    """Return whether no word is wider than its column."""
    across = (LIST_PADDING if grid.lists else PADDING)[0]
    return all(
        text_width(word, one.face.size, bold=True) <= width - 2 * across - one.face.indent
        for row in grid.rows
        for cell, width in zip(row, grid.widths, strict=True)
        for one in cell.paras
        for word in _words(one.text)
    )


def zone(host: Host, slide: ZoneSlide) -> Iterator[Page]:
    """Yield lists side by side, as many as the room holds, over as many slides as they ask."""
    room = Room(host)
    most = int(room.w / _NARROWEST)
    if host.is_small or most < 1:
        yield from told.zone(host, slide)
        return
    first = True
    groups = ceil(len(slide.heads) / most)
    for at in range(groups):
        group = slice(len(slide.heads) * at // groups, len(slide.heads) * (at + 1) // groups)
        for page in _zone_pages(
            host, replace(slide, heads=slide.heads[group], lists=slide.lists[group], empties=slide.empties[group])
        ):
            yield replace(page, slide=slide, notes=slide.notes if first else "")
            first = False


def common_own(host: Host, slide: CommonOwn) -> Iterator[Page]:
    """Yield what is common, then each one's own: lists side by side, or two columns, or one list where there is no room."""
    given = (*((slide.everyone,) if slide.everyone else ()), *slide.some, *slide.own)
    if host.is_small or len(given) == 1:
        yield from listed(host, slide, slide.title, [part_of(one) for one in given])
    elif len(given) == 2:
        yield from two_columns(host, slide, slide.title, *map(part_of, given))
    else:
        heads, lists = tuple(one.heading for one in given), tuple(one.items for one in given)
        empties = tuple(one.empty or NOTHING for one in given)
        beside = ZoneSlide(
            title=slide.title, notes=slide.notes, heads=heads, lists=lists, empties=empties, size=_ZONE_SIZES[0], height=0
        )
        yield from zone(host, beside)


def _zone_pages(host: Host, slide: ZoneSlide) -> Iterator[Page]:
    room = Room(host)
    box = replace(room.box, h=room.h - (_NOTE if slide.note else 0.0))
    width = box.w / len(slide.heads) - 2 * LIST_PADDING[0]
    head = max(ZONE_HEAD, zone_grid(replace(slide, lists=(("",),) * len(slide.heads), height=1), box).heights[0])
    longest = max((_widest(item, bold=False) / _LEAST_ZONE for items in slide.lists for item in items), default=0.0)
    held = (one for one in _ZONE_SIZES if longest * one <= width - list_face(one).indent)
    faces = [list_face(size) for size in (*held, _LEAST_ZONE)]
    cut = side_by_side(slide.lists, width, box.h - head - 2 * LIST_PADDING[1], faces, most=_MOST)
    for runs in cut.pages or ((),):
        empties = tuple(_LIST_COMPLETE if whole else empty for whole, empty in zip(slide.lists, slide.empties, strict=True))
        part = replace(slide, lists=runs or slide.lists, empties=empties, size=cut.size, height=0.0)
        yield _page(host, slide, zone_grid(part, box), slide.note)


def _page(host: Host, slide: TableSlide | ZoneSlide, grid: Grid, note: str, *, first: bool = True) -> Page:
    room = Room(host)
    frames: tuple[Frame, ...] = ()
    if note:
        frames = (text("Note", Box(0, room.h - _NOTE + 2, room.w, _NOTE - 2), (_note(note, room.w),)),)
    return Page(
        slide,
        host.layouts["only"],
        slide.title,
        frames=tuple(map(room.frame, frames)),
        grids=(room.grid(toned(grid)),),
        notes=slide.notes if first else "",
    )


def _note(words: str, width: float) -> Para:
    """Return a note in the largest size that keeps it on one line."""
    sizes = (16.0, _LEAST_ZONE)
    size = next((size for size in sizes if text_width(words, size) <= width * SPARE), _LEAST_ZONE)
    return para(shortened(words, width, size, bold=False), Face(size, tone="gris"))


def toned(grid: Grid) -> Grid:
    """Return a table whose words in the accent colour take the one that can be read as words."""
    rows = tuple(tuple(replace(cell, paras=tuple(map(_toned, cell.paras))) for cell in row) for row in grid.rows)
    return replace(grid, rows=rows)


def _toned(one: Para) -> Para:
    runs = tuple(Run(run.text, run.bold, "creme") if run.tone == "accent" else run for run in one.runs)
    return Para(runs, replace(one.face, tone="creme") if one.face.tone == "accent" else one.face)


def columns(heads: Sequence[str], rows: Sequence[Sequence[str]], name: str, box: Box) -> Grid:
    """Return a small table of short texts, numbers on the right, in that box."""
    least = [max(_widest(row[at], bold=True) for row in (heads, *rows)) + 2 * PADDING[0] + 1 for at in range(len(heads))]
    first = max(box.w * 0.4, least[0]) if box.w * 0.4 + sum(least[1:]) <= box.w else least[0]
    widths = (first, *((box.w - first) / max(len(heads) - 1, 1) for _ in heads[1:]))
    for size in (18.0, 16.0, 14.0):
        cells = tuple(
            tuple(
                GridCell((para(words, Face(size, bold=not at, side="right" if place else "left")),))
                for place, words in enumerate(row)
            )
            for at, row in enumerate((heads, *rows))
        )
        asked = tuple(
            max(sum(one.height(width - 16) for one in cell.paras) for cell, width in zip(row, widths, strict=True)) + 10
            for row in cells
        )
        grid = Grid(name, box, widths, asked, cells)
        if is_legible(grid):
            break
    return grid
