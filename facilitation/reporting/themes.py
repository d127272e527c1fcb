"""The themes of a day, and the ideas that can be filed under them: each as documents print it, with where it was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from facilitation.cells.filled import Filled
from facilitation.cells.idees import items
from facilitation.day import Day
from facilitation.reporting.telling import Telling
from facilitation.room import Room
from facilitation.sheet import Cell, Column, Figure, Row, Sheet, Source
from facilitation.synthesis import Item
from facilitation.typography import NBSP, folded, lowered

NO_THEME = "Sans thème"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its title, and its key, that of each computer that named it so (two rooms may have named the same one)."""

    title: str
    keys: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key under which ideas are filed from now on."""
        return self.keys[0]


class Where(NamedTuple):
    """Where an idea was said, in words: the sequence, the row and the column, '' when a sheet has only one of them."""

    sequence: str
    row: str
    column: str

    @property
    def cell(self) -> str:
        """The cell inside its sequence, in words."""
        return ", ".join(part for part in (self.row, self.column) if part)


@dataclass(frozen=True, slots=True)
class Gathered:
    """One idea, with all who said it and everywhere it was said; ``sequence`` is the key of the first."""

    item: Item
    sequence: str
    places: tuple[Where, ...]

    @property
    def answers(self) -> tuple[str, ...]:
        """The keys of the answers that say it."""
        return tuple(said.answer for said in self.item.said)


def named(room: Room) -> tuple[Theme, ...]:
    """Return the themes in the order they were named; those whose titles differ only by how they are written are one."""
    found: dict[str, Theme] = {}
    for key, title in room.themes.titles.items():
        alike = alike_title(title)
        known = found.get(alike)
        found[alike] = Theme(known.title, (*known.keys, key)) if known else Theme(title, (key,))
    return tuple(found.values())


def alike_title(title: str) -> str:
    """Return what two titles of one theme have in common: neither case, nor accents, nor punctuation."""
    return folded(title) or title.strip()


def theme_of(room: Room, idea: Gathered) -> str:
    """Return the key under which an idea is filed, '' for none; of several, merged since, that of the first one said."""
    return next((theme for answer in idea.answers if (theme := room.themes.of(answer))), "")


def gathered(day: Day, room: Room, *, sequence: str = "") -> tuple[Gathered, ...]:
    """Return the ideas of the day, or of one sequence, in the order of the document, those set aside left out.

    An idea is what one cell of a document prints once; a person who merged ideas of several cells made them one here too.
    """
    found: list[Gathered] = []
    known: dict[str, int] = {}  # where the idea of a family stands
    for part in day.sequences:
        if part.exercise is None or (sequence and part.key != sequence):
            continue
        for idea in _of_sequence(Telling(day, room, part, part.exercise)):
            family = next((each.key for answer in idea.answers if (each := room.families.family(answer))), "")
            at = known.get(family) if family else None
            if at is not None:
                found[at] = joined(found[at], idea)
                continue
            if family:
                known[family] = len(found)
            found.append(idea)
    return tuple(found)


def joined(one: Gathered, other: Gathered) -> Gathered:
    """Return two ideas as one, in the words of the first."""
    places = tuple(dict.fromkeys((*one.places, *other.places)))
    return replace(one, item=Item(one.item.text, one.item.said + other.item.said), places=places)


def takes_themes(sheet: Sheet) -> bool:
    """Return whether the ideas of a sheet are filed: not those of an annuaire nor of a card, which are read row by row."""
    return sheet.cell is Cell.IDEAS and not sheet.crossed and sheet.figure is not Figure.CARD


def _of_sequence(telling: Telling) -> Iterator[Gathered]:
    counted = {
        row.key: rank for filled in telling.sheets if filled.sheet.debated for rank, row in enumerate(filled.sheet.rows, 1)
    }
    for filled in telling.sheets:
        if takes_themes(filled.sheet):
            for row, column in filled.sheet.cells():
                where = _where(telling, filled, row, column, counted.get(row.key, 0))
                for item in items(filled, row, column):
                    yield Gathered(item, telling.sequence.key, (where,))


def _where(telling: Telling, filled: Filled, row: Row, column: Column, number: int) -> Where:
    """Return a cell in words; ``number`` is that of the statement it argues about, 0 when it argues about none."""
    sheet, title = filled.sheet, telling.sequence.title
    across = column.short or column.title
    if number:
        return Where(title, f"question n°{NBSP}{number}", lowered(across))
    down = row.short or row.title
    if sheet.figure is Figure.MATRIX and sheet.rows_from is Source.ACTORS:
        return Where(title, f"{down} → {across}", "")
    one_row = len(sheet.rows) == 1 and not sheet.free_rows and sheet.rows_from is None
    one_column = len(sheet.columns) == 1
    if one_row and one_column:
        several = sum(takes_themes(other.sheet) for other in telling.sheets) > 1
        return Where(title, sheet.title if several and sheet.title != title else "", "")
    return Where(title, "" if one_row else down, "" if one_column else across)
