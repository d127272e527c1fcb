"""Ideas side by side: one column of a table across its rows, or one row across its columns, over as many slides as asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitation.synthesis import Line, Slot, Table
from facilitation.typography import NBSP
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.deck.lists import listed
from facilitation.writers.deck.notes import Voices, told, voices_of
from facilitation.writers.deck.pages import Series, side_by_side
from facilitation.writers.deck.tables import row_height, table_slides
from facilitation.writers.measure import SPARE, line_count, text_width
from facilitation.writers.placing.frames import Face, para
from facilitation.writers.placing.grids import LIST_PADDING, PADDING, GridCell, asked
from facilitation.writers.placing.tables import ZONE_HEAD, ZONE_SIZES, list_face, table_box
from facilitation.writers.slides import Cell, Column, Slide, TableSlide, ZoneSlide
from facilitation.writers.style import CONTENT_WIDTH

_SIDE_BY_SIDE = 4  # lists on a slide; more are told three by three
_BY_THREE = 3
_MOST_GRID = 6
_MOST_LISTED = 4  # items of a list in a cell
_TALLEST_ROW = 180.0
_GRID_SIZES = (18.0, 16.0)
_TALLEST_NAME = 4  # lines of the name of a row, before its short one is taken
_FEW, _LARGE_SIZES = 3, (26.0, 24.0)  # ideas of short lists, and the sizes that these may take
_QUESTION = "Question n°"


def series(title: str, named: Sequence[tuple[str, Slot]], *, repere: str, known: Voices) -> Iterator[Slide]:
    """Yield lists under their names, three or four side by side, all their slides numbered together."""
    if len(named) == 1:
        ((name, slot),) = named
        texts = [item.text for item in slot.items] or [wording.slot_words(slot)]
        place = repere if name in title else titles.head(repere, name)
        yield from listed(title, texts, repere=place, known=known if slot.items else None)
        return
    size = _SIDE_BY_SIDE if len(named) % _BY_THREE == 1 else _BY_THREE  # three by three unless the last would be alone
    if len(named) <= _SIDE_BY_SIDE:
        size = len(named)
    groups = [named[at : at + size] for at in range(0, len(named), size)]
    cuts = [_side_by_side(group) for group in groups]
    count = sum(len(cut.pages) for cut in cuts)
    number = 0
    for group, cut in zip(groups, cuts, strict=True):
        for at, runs in enumerate(cut.pages):
            number += 1
            yield ZoneSlide(
                title=titles.numbered(title, number, count),
                repere=repere,
                heads=tuple(_head(name, slot, len(group)) for name, slot in group),
                lists=runs,
                empties=tuple(_empty(slot, at) for _, slot in group),
                size=cut.size,
                height=cut.tallest + 2 * LIST_PADDING[1],
                notes=told((text for run in runs for text in run), known),
            )


def _side_by_side(group: Sequence[tuple[str, Slot]]) -> Series:
    width = CONTENT_WIDTH / len(group)
    head = [GridCell((para(_head(name, slot, len(group)), _head_face(len(group))),)) for name, slot in group]
    top = max(ZONE_HEAD, asked(head, [width] * len(group), (LIST_PADDING[0], 5)))
    across, down = LIST_PADDING
    lists = [[item.text for item in slot.items] for _, slot in group]
    short = len(group) <= _BY_THREE and all(len(items) <= _FEW for items in lists)
    longest = max((text_width(word, 1) for items in lists for item in items for word in item.split()), default=0.0)
    large = (size for size in _LARGE_SIZES if short and longest * size <= (width - 2 * across - list_face(size).indent) * SPARE)
    sizes = (*large, *ZONE_SIZES)
    return side_by_side(lists, width - 2 * across, table_box("").h - top - 2 * down, tuple(map(list_face, sizes)))


def _head_face(columns: int) -> Face:
    return Face(18 if columns <= _BY_THREE else 16, bold=True)


def _head(name: str, slot: Slot, columns: int) -> str:
    """Return « CPTS (20) », on two lines at most."""
    ending = f"{NBSP}({len(slot.items)})" if slot.asked else ""
    width = CONTENT_WIDTH / columns - 2 * LIST_PADDING[0]
    return titles.shortened(name, width, _head_face(columns).size, 2, ending=ending)


def _empty(slot: Slot, at: int) -> str:
    if not slot.items:
        return wording.slot_words(slot)
    return "Liste complète aux pages précédentes" if at > 1 else "Liste complète à la page précédente"


# --- Whole tables ----------------------------------------------------------------------------------------------------------


def by_column(table: Table, column: int, *, repere: str, known: Voices) -> Iterator[Slide]:
    """Yield one column of a table, its rows side by side: « Outils : 66 idées chez les trois démarches »."""
    slots = [line.slots[column] for line in table.lines]
    people = table.figure == "silhouette"
    name = table.columns[column].label if len(table.columns) > 1 else table.title
    title = titles.zone(name, [len(slot.items) for slot in slots], table.rows_title.lower(), people=people)
    yield from series(
        title, [(line.label, slot) for line, slot in zip(table.lines, slots, strict=True)], repere=repere, known=known
    )


def by_line(table: Table, line: Line, title: str, *, repere: str, known: Voices) -> Iterator[Slide]:
    """Yield one row of a table, its columns side by side."""
    named = [(column.label, slot) for column, slot in zip(table.columns, line.slots, strict=True)]
    yield from series(title, named, repere=repere, known=known)


def arguments(table: Table, question: str, *, repere: str) -> Iterator[Slide]:
    """Yield what each side said of a statement, positions side by side: « Question n° 1/4 : quatre arguments »."""
    known = voices_of(table)
    for line in table.lines:
        count = sum(len(slot.items) for slot in line.slots)
        name = question if question.startswith(_QUESTION) and len(table.lines) == 1 else line.label
        yield from by_line(
            table, line, f"{name}{NBSP}: {titles.things(count, 'argument', feminine=False)}", repere=repere, known=known
        )


def compared(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield any other table of ideas: a grid when its lists are short, else its shorter side laid side by side."""
    known = voices_of(table)
    laid = list(_laid(table, repere=repere, known=known))
    grids = (_grid(table, repere=repere, known=known, size=size) for size in _GRID_SIZES)
    slide = next((one for one in grids if _holds_words(one)), _grid(table, repere=repere, known=known))
    whole = list(table_slides(slide)) if _is_grid(table, slide) else []
    alone = all(len(slot.items) < 2 for line in table.lines for slot in line.slots)
    yield from whole if whole and (alone or len(whole) < len(laid)) else laid


def _laid(table: Table, *, repere: str, known: Voices) -> Iterator[Slide]:
    """Yield the shorter side of a table laid side by side; days that are, row by row under the name of their table."""
    days = table.figure == "ensemble"
    if days or len(table.lines) == 1 or (1 < len(table.columns) <= _SIDE_BY_SIDE < len(table.lines)):
        for line in table.lines:
            name = table.title if len(table.lines) == 1 else f"{table.title}, {line.label}" if days else line.label
            title = f"{name}{NBSP}: {titles.things(sum(len(slot.items) for slot in line.slots), 'idée')}"
            yield from by_line(table, line, title, repere=repere, known=known)
    else:
        for at in range(len(table.columns)):
            yield from by_column(table, at, repere=repere, known=known)


def _is_grid(table: Table, slide: TableSlide) -> bool:
    """Return whether no cell holds a long list, and no row is tall."""
    slots = [slot for line in table.lines for slot in line.slots]
    short = len(table.columns) <= _MOST_GRID and all(len(slot.items) <= _MOST_LISTED for slot in slots)
    lists = any(len(slot.items) > 1 for slot in slots)
    whole = not lists or not any("\n" in item.text for slot in slots for item in slot.items)
    return short and whole and _holds_words(slide) and all(row_height(row, slide.columns) <= _TALLEST_ROW for row in slide.rows)


def _holds_words(slide: TableSlide) -> bool:
    """Return whether no word of a cell is wider than its column."""
    for row in slide.rows:
        for cell, column in zip(row[1:], slide.columns[1:], strict=True):
            indent = list_face(column.size).indent if cell.listed else 0.0
            room = (column.width - 2 * PADDING[0] - indent) * SPARE
            if any(text_width(word, column.size) > room for word in cell.text.split()):
                return False
    return True


def grid(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield a table of numbers, of words, or of ideas few enough for their cells."""
    yield from table_slides(_grid(table, repere=repere, known=voices_of(table)))


def _grid(table: Table, *, repere: str, known: Voices, size: float = _GRID_SIZES[0]) -> TableSlide:
    """Return a table whose cells hold one thing each: a number, a word, an idea."""
    first = {1: 340.0, 2: 270.0, 3: 270.0}.get(len(table.columns), 200.0)
    width = (CONTENT_WIDTH - first) / max(len(table.columns), 1)
    figures = [all(wording.is_figure(line.slots[at].text) for line in table.lines) for at in range(len(table.columns))]
    heads = [
        Column(titles.shortened(column.label, width - 16, 16, 4), width, "right" if figure else "left", size)
        for column, figure in zip(table.columns, figures, strict=True)
    ]
    listed = any(len(slot.items) > 1 for line in table.lines for slot in line.slots)
    said = [item.text for line in table.lines for slot in line.slots for item in slot.items]
    title, note = table.message or table.title, ""
    if said:
        title = titles.told(table.title, titles.things(len(said), "idée"))
    elif table.message and NBSP + ":" in table.title:  # a title that is whole already: the message goes under the table
        title, note = table.title, wording.ended(table.message)
    return TableSlide(
        title=title,
        repere=repere,
        columns=(Column(table.rows_title or "Ligne", first, size=18, bold=True), *heads),
        rows=tuple(
            (Cell(name, bold=True), *(_cell(slot, listed=listed) for slot in line.slots))
            for name, line in zip(_names(table.lines, first), table.lines, strict=True)
        ),
        row_height=58,
        head_size=16,
        total=bool(table.lines) and table.lines[-1].total,
        note=note,
        notes=told(said, known),
    )


def _names(lines: Sequence[Line], width: float) -> list[str]:
    """Return the names of rows, all short when one is too long."""
    room = (width - 2 * PADDING[0]) * SPARE
    short = any(line_count(line.title, room, 18, bold=True) > _TALLEST_NAME for line in lines)
    return [line.label if short else line.title for line in lines]


def _cell(slot: Slot, *, listed: bool) -> Cell:
    text = "\n".join(item.text for item in slot.items) or wording.slot_words(slot)
    if slot.items and listed:
        return Cell(text, listed=True)
    return Cell(text) if slot.items or slot.text else Cell(text, tone="gris")
