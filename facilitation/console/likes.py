"""The ideas to merge, looked for while the console goes on: a thread reads the day again whenever it has changed."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from facilitation.errors import FacilitationError
from facilitation.room import Room
from facilitation.sheet import Address
from facilitation.workshop.access import Now, Write
from facilitation.workshop.harmonising import UNDECIDED, Proposal, proposals
from facilitation.workshop.workshop import Workshop

PATIENCE = 1.0  # seconds given to the look under way when one leaves
Later = Callable[[Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class Card:
    """What a person decides at once: a family of ideas, or the wordings that two people gave to one idea.

    ``address`` is that of its first idea; ``wordings`` are empty for a family, and ``proposal`` is None for wordings.
    """

    address: Address
    proposal: Proposal | None = None
    answer: str = ""
    wordings: tuple[str, ...] = ()

    @property
    def answers(self) -> tuple[str, ...]:
        """The keys of the ideas."""
        return self.proposal.answers if self.proposal else (self.answer,)

    @property
    def decision(self) -> str:
        """What was decided already."""
        return self.proposal.decision if self.proposal else UNDECIDED


@dataclass(frozen=True, slots=True)
class Found:
    """What one reading found, the forks first; ``turn`` is the request that it answers."""

    turn: int
    cards: tuple[Card, ...]
    trouble: str = ""


class Likes:
    """A thread that reads the journal itself: what is proposed is about what is kept. The last request is the one answered.

    ``later`` runs ``found`` on the screen's thread.
    """

    def __init__(self, folder: Path, now: Now, later: Later, found: Callable[[Found], None]) -> None:
        self._folder, self._now, self._later, self._found = folder, now, later, found
        self._wanted: queue.SimpleQueue[tuple[int, bool] | None] = queue.SimpleQueue()
        self.turn = 0
        self._thread = threading.Thread(target=self._work, name="idées proches", daemon=True)
        self._thread.start()

    def ask(self, *, across: bool = False) -> int:
        """Look again, inside cells or ``across`` them; return the number of this request."""
        self.turn += 1
        self._wanted.put((self.turn, across))
        return self.turn

    def close(self) -> None:
        """Let the thread end, and the journal go: a day that was only a trial is erased next."""
        self._wanted.put(None)
        self._thread.join(PATIENCE)

    def _work(self) -> None:
        workshop: Workshop | None = None
        while (wanted := self._last_wanted()) is not None:
            turn, across = wanted
            try:
                if workshop is None:
                    workshop = Workshop.open(self._folder, write=Write.NOTHING, now=self._now)
                else:
                    workshop.look_on()
                found = Found(turn, look(workshop, across=across))
            except FacilitationError as error:
                found = Found(turn, (), str(error))
            self._later(partial(self._found, found))
        if workshop is not None:
            workshop.close()

    def _last_wanted(self) -> tuple[int, bool] | None:
        """Return the last request, once there is one; None when the screen is left."""
        wanted = self._wanted.get()
        while wanted is not None and not self._wanted.empty():
            wanted = self._wanted.get()
        return wanted


def look(workshop: Workshop, *, across: bool = False) -> tuple[Card, ...]:
    """Return what there is to decide in a day: the wordings to choose from, then the families, in the order of the document."""
    room = workshop.room
    found = [
        Card(address, proposal=made)
        for made in proposals(workshop.day, room, across=across)
        if (address := _address(room, made.answers[0])) is not None
    ]
    return (*_forks(room), *found)


def _forks(room: Room) -> list[Card]:
    return [
        Card(address, answer=fork.answer, wordings=tuple(map(str, fork.wordings)))
        for fork in room.forks()
        if (address := _address(room, fork.answer)) is not None and isinstance(fork.wordings[0], str)
    ]


def _address(room: Room, key: str) -> Address | None:
    answer = room.answer(key)
    return answer.address if answer is not None else None
