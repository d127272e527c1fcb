"""What can be laid side by side: the same exercise, the same sheet, the same row, the same column, in several days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from facilitation.cells.filled import Filled
from facilitation.exercise import Exercise
from facilitation.reporting.sequences import is_played
from facilitation.reporting.telling import Telling
from facilitation.reporting.together.laying import Laid, Told
from facilitation.sheet import Column, Figure, Row, Sheet, Source
from facilitation.typography import folded

Thing = TypeVar("Thing")
Names = Callable[[Thing], Sequence[Hashable]]
SEVERAL = 2


class Played(NamedTuple):
    """One sequence of one day."""

    told: Told
    telling: Telling


class Copy(NamedTuple):
    """One sheet of one day, with all that was said in it."""

    told: Told
    filled: Filled


@dataclass(frozen=True, slots=True)
class Pair:
    """A sheet that several days filled: its copies, then its rows and columns, each as many as copies, None where it is not.

    A row or column stands in two copies at least; those of one copy alone are told apart (``alone``).
    """

    copies: tuple[Copy, ...]
    rows: tuple[tuple[Row | None, ...], ...]
    columns: tuple[tuple[Column | None, ...], ...]

    @property
    def sheet(self) -> Sheet:
        """The sheet as the last day has it: its words stand for all."""
        return self.copies[-1].filled.sheet


def aligned(lists: Sequence[Sequence[Thing]], names: Names[Thing]) -> list[tuple[Thing | None, ...]]:
    """Return the things that bear one name in several lists, each list giving at most one to a group, in their order.

    ``names`` gives the names of a thing, the surest first: what no other thing shares by its first name may by the next.
    Swapping the lists swaps the members of the groups and changes nothing else.
    """
    groups: list[list[Thing | None]] = []
    for at, things in enumerate(lists):
        left = list(things)
        for rank in range(max((len(names(thing)) for thing in things), default=0)):
            left = [thing for thing in left if not _joins(groups, at, thing, names, rank)]
        groups += ([None] * at + [thing] + [None] * (len(lists) - at - 1) for thing in left)
    return [tuple(group) for group in groups]


def _joins(groups: Sequence[list[Thing | None]], at: int, thing: Thing, names: Names[Thing], rank: int) -> bool:
    """Put a thing in the first group where one bears its name, and return whether there was one."""
    name = names(thing)[rank]
    for group in groups:
        if group[at] is None and any(other is not None and names(other)[rank] == name for other in group):
            group[at] = thing
            return True
    return False


def present(group: Sequence[Thing | None]) -> list[Thing]:
    """Return what is there of a group."""
    return [thing for thing in group if thing is not None]


# --- Sequences -------------------------------------------------------------------------------------------------------------


def played(told: Told) -> list[Played]:
    """Return the sequences of a day of which anything is known."""
    found = [
        Played(told, Telling(told.day, told.room, sequence, sequence.exercise))
        for sequence in told.day.sequences
        if sequence.exercise is not None
    ]
    return [one for one in found if is_played(one.telling)]


def paired_sequences(side: Laid) -> list[tuple[Played, ...]]:
    """Return the sequences of one exercise, played in several days with a sheet in common; the second time with the second."""
    lists = [_numbered(played(told)) for told in side.days]
    groups = aligned(lists, lambda one: ((one[0].telling.exercise.key, one[1]),))
    kept = [tuple(one for one, _ in present(group)) for group in groups]
    return [group for group in kept if len(group) >= SEVERAL and paired_sheets(group)]


def _numbered(sequences: Sequence[Played]) -> list[tuple[Played, int]]:
    times: Counter[str] = Counter()
    numbered = []
    for one in sequences:
        key = one.telling.exercise.key
        times[key] += 1
        numbered.append((one, times[key]))
    return numbered


# --- Sheets, rows and columns ------------------------------------------------------------------------------------------------


def paired_sheets(group: Sequence[Played]) -> list[Pair]:
    """Return the sheets of an exercise that several days filled and that can be read side by side."""
    lists = [[Copy(one.told, filled) for filled in one.telling.sheets] for one in group]
    pairs = (_pair(present(copies)) for copies in aligned(lists, lambda copy: _sheet_names(copy.filled.sheet)))
    return [pair for pair in pairs if pair is not None]


def _sheet_names(sheet: Sheet) -> tuple[Hashable, ...]:
    """Return what two sheets have in common: what is asked, in what scale or on what axes, then the key or the title."""
    scale = tuple((mark.key, mark.title) for mark in sheet.marks)
    positions = tuple(folded(column.title) for column in sheet.columns) if sheet.debated else ()
    asked = (sheet.cell, sheet.debated, scale, positions, sheet.axes)
    return (*asked, sheet.key), (*asked, folded(sheet.title))


def _pair(copies: Sequence[Copy]) -> Pair | None:
    if len(copies) < SEVERAL:
        return None
    sheets = [copy.filled.sheet for copy in copies]
    rows = [group for group in aligned([sheet.rows for sheet in sheets], _row_names(sheets)) if _stands(group)]
    columns = [group for group in aligned([sheet.columns for sheet in sheets], _names) if _stands(group)]
    return Pair(tuple(copies), tuple(rows), tuple(columns)) if rows and columns else None


def _stands(group: Sequence[object | None]) -> bool:
    return len(present(group)) >= SEVERAL


def _names(line: Row | Column) -> tuple[Hashable, ...]:
    return folded(line.title) or line.title, line.key


def _row_names(sheets: Sequence[Sheet]) -> Names[Row]:
    """Return how rows are named: by their words alone where each day writes its own, because keys then mean nothing."""
    own_words = {Source.DAY, Source.FREE, Source.GROUPS}
    if any(sheet.rows_from in own_words for sheet in sheets):
        return lambda row: (_names(row)[0],)
    return _names


# --- What one day alone has --------------------------------------------------------------------------------------------------


def alone(one: Played, pairs: Sequence[Pair]) -> Telling | None:
    """Return the sequence of a day with the only sheets, rows and columns that no other day has; None when there are none."""
    sheets: list[Sheet] = []
    for filled in one.telling.sheets:
        sheets += _left(filled, one.told, pairs)
    exercise: Exercise = replace(one.telling.exercise, sheets=tuple(sheets))
    left = Telling(one.told.day, one.told.room, one.telling.sequence, exercise)
    return left if sheets and is_played(left) else None


def _left(filled: Filled, told: Told, pairs: Sequence[Pair]) -> list[Sheet]:
    """Return a sheet without what is laid side by side: its own rows whole, then its own columns for the other rows."""
    sheet = filled.sheet
    for pair in pairs:
        at = next((at for at, copy in enumerate(pair.copies) if copy.told is told and copy.filled.sheet.key == sheet.key), None)
        if at is None:
            continue
        rows = [row for group in pair.rows if (row := group[at]) is not None]
        columns = [column for group in pair.columns if (column := group[at]) is not None]
        own_rows = tuple(row for row in sheet.rows if row not in rows)
        own_columns = tuple(column for column in sheet.columns if column not in columns)
        parts = (replace(sheet, rows=own_rows), replace(sheet, rows=tuple(rows), columns=own_columns))
        return [_given(asked) for part in parts if (asked := _asked(part)).rows]
    return [_given(sheet) if sheet.free_rows else sheet]


def _asked(sheet: Sheet) -> Sheet:
    """Return a part of a sheet with the only rows and columns that meet in a cell that is asked."""
    cells = list(sheet.cells())
    rows, columns = {row.key for row, _ in cells}, {column.key for _, column in cells}
    return replace(
        sheet,
        rows=tuple(row for row in sheet.rows if row.key in rows),
        columns=tuple(column for column in sheet.columns if column.key in columns),
        figure=Figure.TABLE if sheet.figure is Figure.MATRIX else sheet.figure,  # two sides no longer answer each other
    )


def _given(sheet: Sheet) -> Sheet:
    """Return a sheet whose rows are those that it has: neither those of the room again, nor one row without its title."""
    return sheet if sheet.rows_from is Source.ACTORS else replace(sheet, rows_from=Source.DAY)
