"""The core of the console played without a terminal: gestures, then what the room holds and what was said in the foot."""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from pathlib import Path

from facilitation.console.session import Session
from facilitation.errors import DiskFullError, JournalError
from facilitation.events import Event
from facilitation.sheet import Address
from facilitation.typography import NBSP
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock
from tests.workshop.days import example_folder

PATIENCE = 10  # seconds given to the disk's thread before a test fails


def make_day(folder: Path, name: str = "exemple-fictif") -> Path:
    """Return a folder that holds an example day, where nobody answered yet."""
    folder.mkdir(parents=True)
    (folder / "journee.yaml").write_bytes((example_folder(name) / "journee.yaml").read_bytes())
    return folder


class Played:
    """An open day whose screen's thread is the test's: ``settle`` runs what the disk's thread asks of it."""

    def __init__(self, folder: Path, clock: Clock, group: str = "haut-pays") -> None:
        self.clock = clock
        self.said: list[str] = []
        self.redrawn = 0
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.workshop = Workshop.open(folder, now=clock)
        self._keep = self.workshop.keep
        self.session = Session(self.workshop, self._calls.put, self._changed, self.said.append, group)

    def _changed(self) -> None:
        self.redrawn += 1

    def settle(self) -> None:
        """Let the disk keep, or refuse, everything that waits."""
        keeper = self.session.keeper
        while keeper.is_writing:
            self._calls.get(timeout=PATIENCE)()

    def run_next(self) -> None:
        """Run the next thing that another thread asks of the screen's."""
        self._calls.get(timeout=PATIENCE)()

    def fail(self, error: JournalError | None = None) -> None:
        """Let the disk refuse everything from now on."""

        def refuse(_events: Sequence[Event]) -> None:
            raise error or DiskFullError("plein")

        self.workshop.keep = refuse  # type: ignore[method-assign, assignment]

    def mend(self) -> None:
        """Let the disk keep again."""
        self.workshop.keep = self._keep  # type: ignore[method-assign]

    def ideas(self, address: Address) -> list[str | int]:
        """Return what a cell of the room holds."""
        return [answer.value for answer in self.workshop.room.cell(address)]

    @property
    def last(self) -> str:
        """The message said last, with plain spaces; '' when nothing was said."""
        return self.said[-1].replace(NBSP, " ") if self.said else ""
