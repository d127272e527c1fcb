"""The places of a sequence, in the order they are played: steps, repeated by statement, cut in laps."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Seq
from dataclasses import dataclass
from itertools import groupby

from facilitation.day import Sequence
from facilitation.exercise import Exercise, Step
from facilitation.progress import Place
from facilitation.sheet import Cell, Row, Sheet


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the script: its place, its step, the row (statement) it is played for, how long it lasts (seconds)."""

    place: Place
    step: Step
    row: Row | None
    seconds: int


def stops(sequence: Sequence) -> tuple[Stop, ...]:
    """Return every stop of a sequence, in order; a moment without an exercise, or with nothing to play, has a single one."""
    found = tuple(_stops(sequence.exercise)) if sequence.exercise else ()
    return found or (Stop(Place(0), Step(sequence.title, sequence.seconds), None, sequence.seconds),)


def _stops(exercise: Exercise) -> Iterator[Stop]:
    statements = statements_of(exercise)
    rows: Seq[Row] = statements.rows if statements else ()
    for repeated, block in groupby(enumerate(exercise.steps), key=lambda numbered: numbered[1].per_row):
        steps = list(block)
        for row in rows if repeated else (None,):
            for index, step in steps:
                for lap in range(1, step.laps + 1):
                    yield Stop(Place(index, row.key if row else "", lap), step, row, step.seconds // step.laps)


def statements_of(exercise: Exercise) -> Sheet | None:
    """Return the sheet whose rows are the statements: the one that counts heads, else the first that a repeated step fills."""
    counted = next((sheet for sheet in exercise.sheets if sheet.cell is Cell.COUNT), None)
    repeated = next((step.sheet for step in exercise.steps if step.per_row and step.sheet), "")
    return counted or (exercise.sheet(repeated) if repeated else None)


def index_of(found: Seq[Stop], place: Place | None) -> int:
    """Return the rank of a place; 0 when it is unknown (the card changed since)."""
    return next((rank for rank, stop in enumerate(found) if stop.place == place), 0)
