"""What telling any part of a day needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitation.cells.filled import Filled
from facilitation.day import Day, Sequence
from facilitation.exercise import Exercise
from facilitation.room import Room
from facilitation.sheet import Answer, Cell, Sheet


class Telling:
    """One sequence being told: its day, its room, its exercise."""

    def __init__(self, day: Day, room: Room, sequence: Sequence, exercise: Exercise) -> None:
        self.room = room
        self.sequence = sequence
        self.exercise = exercise
        self.groups = {group.key: group.name for group in day.groups}
        self._acronyms = day.acronyms

    def filled(self, sheet: Sheet) -> Filled:
        """Return a sheet with its live rows and all that was said in it."""
        rows = (*sheet.rows, *self.room.rows(self.sequence.key, sheet.key)) if sheet.free_rows else sheet.rows
        return Filled(self.room, self.sequence.key, replace(sheet, rows=rows), self.groups, self._acronyms)

    @property
    def sheets(self) -> list[Filled]:
        """The sheets of the exercise, in the card's order."""
        return [self.filled(sheet) for sheet in self.exercise.sheets]


def ideas(day: Day, room: Room) -> Iterator[Answer]:
    """Yield the ideas and texts that were said; a mark or a place is an answer, not an idea. Strays count as they are."""
    silent = {
        (sequence.key, sheet.key)
        for sequence in day.sequences
        if sequence.exercise is not None
        for sheet in sequence.exercise.sheets
        if sheet.cell in {Cell.MARK, Cell.PLACE}
    }
    for said in room.said():
        if isinstance(said.value, str) and (said.address.sequence, said.address.sheet) not in silent:
            yield said


def ideas_said(day: Day, room: Room) -> int:
    """Return how many ideas and texts were said."""
    return sum(1 for _ in ideas(day, room))


def duration(seconds: int) -> str:
    """Return « 40 min », « 1 h 30 », « 30 s »."""
    if seconds < 60:
        return f"{seconds}\u00a0s"
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return f"{minutes}\u00a0min"
    return f"{hours}\u00a0h\u00a0{minutes:02d}" if minutes else f"{hours}\u00a0h"
