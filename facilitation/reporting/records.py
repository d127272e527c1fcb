"""Answers as lines of ``reponses.csv``."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.cells.filled import Filled
from facilitation.day import Day
from facilitation.reporting.strays import strays
from facilitation.reporting.telling import Telling
from facilitation.room import Room
from facilitation.sheet import Cell
from facilitation.synthesis import Record

ROOM_COLUMN = "salle"
VERDICT_COLUMN = "verdict"


def records_of(day: Day, room: Room) -> Iterator[Record]:
    """Yield every answer as a line of the CSV, in the order of the day, with the room's sizes and the animator's verdicts.

    Those whose cell the day no longer has come last, under the keys that it had: reading them back says which.
    """
    for sequence in day.sequences:
        if sequence.exercise is None:
            continue
        for filled in Telling(day, room, sequence, sequence.exercise).sheets:
            yield from _sheet_records(filled)
    for answer in strays(day, room):
        place, value = answer.address, str(answer.value)
        round_ = str(place.round)
        yield Record(
            place.sequence, place.sheet, round_, place.group, place.row, place.column, value, answer.author, answer.time
        )


def _sheet_records(filled: Filled) -> Iterator[Record]:
    sheet, room = filled.sheet, filled.room
    for row in sheet.rows:
        line = row.title if sheet.free_rows else row.key
        for number in range(1, sheet.rounds + 1):
            round_ = str(number) if sheet.rounds > 1 else ""
            people = room.people(filled.sequence, row.key, number)
            if people is not None and sheet.cell is Cell.COUNT:
                yield Record(filled.sequence, sheet.key, round_, "", line, ROOM_COLUMN, str(people))
            for column in sheet.columns:
                for group in filled.speakers:
                    address = filled.address(row, column, group=group, round_=number)
                    for answer in filled.standing(address):
                        value = str(answer.value)
                        yield Record(
                            filled.sequence, sheet.key, round_, group, line, column.key, value, answer.author, answer.time
                        )
        if sheet.free_rows and not any(filled.answers(row, column) for column in sheet.columns):
            yield Record(filled.sequence, sheet.key, "", "", line, "", "")
        wording = room.verdict(filled.sequence, row.key)
        if wording and sheet.cell is Cell.COUNT:
            yield Record(filled.sequence, sheet.key, "", "", line, VERDICT_COLUMN, wording)
