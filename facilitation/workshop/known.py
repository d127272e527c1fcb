"""What the room already holds of a file, so that a file given twice adds nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from facilitation.events import AnswerGiven, Body, RowAdded
from facilitation.room import Room
from facilitation.sheet import Address
from facilitation.typography import folded

Identity = tuple[Address, str | int, str]


class Known:
    """Every answer of a room by what it says now and by what it said first; each stands for one line of a file.

    An answer worded otherwise, moved or withdrawn since it was taken is not taken again: what a person decided stands.
    """

    def __init__(self, room: Room) -> None:
        self._room = room
        self._rows: dict[tuple[str, str, str], str] = {}
        self._keys: dict[Identity, list[str]] = defaultdict(list)
        self._spent: set[str] = set()
        self._remarks: set[Body] = set()
        firsts: list[tuple[Identity, str]] = []
        for event in room.brought():
            body = event.body
            if isinstance(body, RowAdded):
                self._rows[body.sequence, body.sheet, folded(body.title) or body.title] = event.key
            elif isinstance(body, AnswerGiven):
                firsts.append(((body.address, body.value, body.author), event.key))
            else:
                self._remarks.add(body)
        for identity, key in (*self._nowadays(firsts), *firsts):
            self._keys[identity].append(key)
        for keys in self._keys.values():
            keys.reverse()  # the words of now are matched before those of then

    def _nowadays(self, firsts: list[tuple[Identity, str]]) -> Iterator[tuple[Identity, str]]:
        for _identity, key in firsts:
            answer = self._room.answer(key)
            if answer is not None:
                yield (answer.address, answer.value, answer.author), key

    def holds(self, given: AnswerGiven) -> bool:
        """Return whether the room holds this answer, which then stands for no other line."""
        keys = self._keys.get((given.address, given.value, given.author), [])
        while keys:
            key = keys.pop()
            if key not in self._spent:
                self._spent.add(key)
                return True
        return False

    def row(self, sequence: str, sheet: str, title: str) -> str:
        """Return the key of the free row that was once added under this title, '' when none was."""
        return self._rows.get((sequence, sheet, folded(title) or title), "")

    def is_withdrawn(self, row: str) -> bool:
        """Return whether a free row of the room was withdrawn."""
        for (sequence, sheet, _title), key in self._rows.items():
            if key == row:
                return all(live.key != row for live in self._room.rows(sequence, sheet))
        return False

    def is_remark(self, body: Body) -> bool:
        """Return whether this size of the room, or this verdict, was already said."""
        return body in self._remarks
