"""Answers whose cell is no longer in the day: its file was changed after they were given. Nothing said is lost."""

from __future__ import annotations

from facilitation.day import Day
from facilitation.reporting.telling import Telling
from facilitation.room import Room
from facilitation.sheet import Address, Answer

Place = tuple[str, str, str, str]


def strays(day: Day, room: Room) -> list[Answer]:
    """Return the live answers that no sheet of the day shows, in the order they were given."""
    shown: dict[Place, int] = {}
    for sequence in day.sequences:
        if sequence.exercise is None:
            continue
        for filled in Telling(day, room, sequence, sequence.exercise).sheets:
            for row, column in filled.sheet.cells():
                shown[filled.sequence, filled.sheet.key, row.key, column.key] = filled.sheet.rounds
    return [answer for answer in room.said() if answer.address.round > shown.get(_place(answer.address), 0)]


def _place(address: Address) -> Place:
    return address.sequence, address.sheet, address.row, address.column
