"""What people do, as events: each function checks one gesture and returns the bodies that record it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from facilitation.errors import InvalidAnswerError
from facilitation.events import (
    ActRedone,
    ActUndone,
    AnswerCorrected,
    AnswerGiven,
    AnswerMoved,
    AnswerWithdrawn,
    Body,
    Event,
    RoomCounted,
    RowAdded,
    RowReworded,
    RowWithdrawn,
    VerdictWorded,
)
from facilitation.room import Room
from facilitation.sheet import Address, Sheet, checked_count, checked_idea, checked_value


def give(sheet: Sheet, address: Address, values: Iterable[str], *, author: str = "") -> list[Body]:
    """Return what keeps ideas in a cell, in order; raises InvalidAnswerError for the first that the cell cannot hold."""
    return [AnswerGiven(address, checked_value(sheet, value), author) for value in values]


def put(room: Room, sheet: Sheet, address: Address, value: str, *, author: str = "") -> list[Body]:
    """Return what makes a mark, a text or a place the only word of this author in a copy of a cell; nothing when it already is.

    Raises:
        InvalidAnswerError: the cell cannot hold that value.
    """
    new = checked_value(sheet, value)
    given = next((answer for answer in reversed(room.cell(address)) if answer.author == author), None)
    if given is None:
        return [AnswerGiven(address, new, author)]
    return [] if given.value == new else [AnswerCorrected(given.key, new, room.worded(given.key))]


@dataclass(frozen=True, slots=True)
class Headcount:
    """A count as the animator gives it; ``people`` is the room's size when it is known."""

    address: Address
    value: int
    deduced: bool = False
    people: int | None = None


def count(room: Room, given: Headcount) -> list[Body]:
    """Return what keeps a head-count, with the room's size the first time this statement is counted in this round."""
    address = given.address
    bodies: list[Body] = [AnswerGiven(address, checked_count(given.value), deduced=given.deduced)]
    if given.people is not None and room.people(address.sequence, address.row, address.round) is None:
        bodies.append(RoomCounted(address.sequence, given.people, address.row, address.round))
    return bodies


def correct(room: Room, key: str, value: str) -> list[Body]:
    """Return what words an answer otherwise; nothing when the wording is the same."""
    answer = room.answer(key)
    if answer is None:
        raise InvalidAnswerError("cette idée a été retirée entre-temps")
    new = checked_idea(value)
    return [] if new == answer.value else [AnswerCorrected(key, new, room.worded(key))]


def settle(room: Room, key: str, value: str) -> list[Body]:
    """Return what gives an answer that two people worded otherwise the wording that stands, be it the one it has."""
    return [] if room.answer(key) is None else [AnswerCorrected(key, checked_idea(value), room.worded(key), settles=True)]


def move(room: Room, key: str, address: Address) -> list[Body]:
    """Return what puts an answer in another cell; nothing when it is already there."""
    answer = room.answer(key)
    return [] if answer is None or answer.address == address else [AnswerMoved(key, address)]


def withdraw(room: Room, key: str) -> list[Body]:
    """Return what withdraws an answer; nothing when it is gone already."""
    return [AnswerWithdrawn(key)] if room.answer(key) else []


def add_row(sheet: Sheet, sequence: str, title: str) -> list[Body]:
    """Return what adds a row (a question) to a sheet with free rows."""
    if not sheet.free_rows:
        raise InvalidAnswerError("les lignes de cette feuille sont fixées par l’exercice")
    return [RowAdded(sequence, sheet.key, checked_idea(title))]


def reword_row(row: str, title: str) -> list[Body]:
    """Return what words a free row otherwise."""
    return [RowReworded(row, checked_idea(title))]


def withdraw_row(row: str) -> list[Body]:
    """Return what withdraws a free row."""
    return [RowWithdrawn(row)]


def set_people(address: Address, people: int) -> list[Body]:
    """Return what says how many people are in the room for a statement and a round."""
    return [RoomCounted(address.sequence, checked_count(people), address.row, address.round)]


def word_verdict(sequence: str, row: str, wording: str) -> list[Body]:
    """Return what makes the animator's own words the verdict; an empty wording gives the computed one back."""
    return [VerdictWorded(sequence, row, checked_idea(wording) if wording.strip() else "")]


@dataclass(frozen=True, slots=True)
class Turned:
    """An act undone or redone: what records it, and the events it is about."""

    bodies: list[Body]
    events: list[Event]


About = Callable[[Sequence[Event]], bool]


def turnable(room: Room, acts: Sequence[str], about: About | None) -> str:
    """Return the last of these acts whose events are ``about`` what one looks at (None: any will do), '' when there is none."""
    return next((act for act in reversed(acts) if about is None or about(room.events_of(act))), "")


def undo(room: Room, sequence: str, host: str, about: About | None = None) -> Turned | None:
    """Return what undoes this computer's last act in a sequence, None when there is nothing left to undo."""
    act = turnable(room, room.history(sequence, host).done, about)
    return Turned([ActUndone(act)], room.events_of(act)) if act else None


def redo(room: Room, sequence: str, host: str, about: About | None = None) -> Turned | None:
    """Return what redoes the act undone last, None when there is none."""
    act = turnable(room, room.history(sequence, host).undone, about)
    return Turned([ActRedone(act)], room.events_of(act)) if act else None
