"""Keeps acts on disk one after the other, off the screen's thread, and never forgets one that could not be kept.

An act is computed when its turn comes, on the screen's thread, so that it sees everything kept before it; only the disk waits
elsewhere. It enters the room once it is on disk.
"""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from facilitation.errors import FacilitationError, JournalError
from facilitation.events import Body, Event
from facilitation.sheet import Address
from facilitation.workshop.workshop import Workshop

SLOW = 0.15  # seconds
Told = Callable[["Intent", Sequence[Event]], None]


@dataclass(frozen=True, slots=True, eq=False)
class Intent:
    """One gesture to keep: how its events are made, and what to tell once they are kept.

    ``address`` and ``texts`` say what a list shows, in red, while an idea is not kept. ``more`` makes the rest of the gesture
    from the events it begins with, where it needs their keys: one act all the same.
    """

    bodies: Callable[[], list[Body]]
    kept: Told | None = None
    address: Address | None = None
    texts: tuple[str, ...] = ()
    more: Callable[[Sequence[Event]], list[Body]] | None = None


class Keeper:
    """A queue of intents between a screen and its workshop.

    ``later`` runs a function on the screen's thread from any thread; ``changed`` is called there after each outcome.
    """

    def __init__(self, workshop: Workshop, later: Callable[[Callable[[], None]], None], changed: Callable[[], None]) -> None:
        self._workshop = workshop
        self._later = later
        self._changed = changed
        self._waiting: deque[Intent] = deque()
        self._events: tuple[Event, ...] = ()
        self._writing = False
        self._since = 0.0
        self._disk: queue.SimpleQueue[tuple[Event, ...] | None] = queue.SimpleQueue()
        self.failure: JournalError | None = None
        self.refusal: FacilitationError | None = None
        threading.Thread(target=self._work, name="carnet", daemon=True).start()

    @property
    def waiting(self) -> tuple[Intent, ...]:
        """The intents not kept yet, oldest first."""
        return tuple(self._waiting)

    @property
    def is_writing(self) -> bool:
        """Whether the disk is at work."""
        return self._writing

    @property
    def is_slow(self) -> bool:
        """Whether the disk has been at work for more than 150 ms."""
        return self._writing and time.monotonic() - self._since > SLOW

    def submit(self, intent: Intent) -> None:
        """Keep an intent after those that wait."""
        self._waiting.append(intent)
        if self.failure is None:
            self._next()

    def retry(self) -> None:
        """Try again to keep what could not be."""
        if self.failure is not None and not self._writing:
            self._write(self._events)

    @property
    def is_idle(self) -> bool:
        """Whether everything submitted is on disk, or was refused for good."""
        return not self._waiting

    def close(self) -> None:
        """Let the disk's thread end, once it has written what it was given."""
        self._disk.put(None)

    def _next(self) -> None:
        while self._waiting and not self._writing:
            intent = self._waiting[0]
            try:
                bodies = intent.bodies()
            except FacilitationError as error:
                self._waiting.popleft()
                self.refusal = error
                self._changed()
                continue
            if not bodies:
                self._waiting.popleft()
                continue
            events = self._workshop.prepare(*bodies)
            if intent.more is not None:
                events += self._workshop.prepare(*intent.more(events), act=events[0].act)
            self._write(events)

    def _write(self, events: tuple[Event, ...]) -> None:
        self._events, self._writing, self._since = events, True, time.monotonic()
        self._disk.put(events)

    def _work(self) -> None:
        """Run on the disk's thread."""
        while (events := self._disk.get()) is not None:
            try:
                self._workshop.keep(events)
            except JournalError as error:
                self._later(partial(self._failed, error))
            else:
                self._later(self._kept)

    def _kept(self) -> None:
        events, self._writing, self.failure = self._events, False, None
        intent = self._waiting.popleft()
        self._workshop.take(events)
        if intent.kept is not None:
            intent.kept(intent, events)
        self._changed()
        self._next()

    def _failed(self, failure: JournalError) -> None:
        self._writing, self.failure = False, failure
        self._changed()
