"""The journals of a day's folder as one: one file is written, all are read."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from facilitation.errors import HeldElsewhereError, JournalError, NotKeptError
from facilitation.events import Event
from facilitation.journal.lock import hour
from facilitation.journal.reading import Follower, journal_files, union
from facilitation.journal.stamper import Stamper
from facilitation.journal.writer import Writer
from facilitation.typography import french


class FolderJournal:
    """What every console of a day has kept, and what this one adds. Its methods may be called from any thread.

    ``writing`` is what it writes with, or why it only reads; ``stamper`` learns of everything that is read.
    """

    def __init__(self, folder: Path, stamper: Stamper, now: Callable[[], int], writing: Writer | JournalError) -> None:
        self._folder = folder
        self._stamper = stamper
        self._now = now
        self._writer = writing if isinstance(writing, Writer) else None
        self._refusal = writing if isinstance(writing, JournalError) else JournalError()
        self._mutex = threading.RLock()
        self._followers: dict[Path, Follower] = {}
        self._known: dict[str, Event] = {event.key: event for event in self._writer.events()} if self._writer else {}
        stamper.observe(self._known.values())

    @property
    def is_writable(self) -> bool:
        """Whether this console may write."""
        return self._writer is not None

    @property
    def notices(self) -> tuple[str, ...]:
        """What people should know of the files, one sentence each with what to do; empty when all is well."""
        refusal = [str(self._refusal)] if isinstance(self._refusal, NotKeptError) else []
        written = self._writer.notices if self._writer else []
        return (*refusal, *written, *(notice for follower in self._followers.values() for notice in follower.notices))

    def append(self, events: Sequence[Event]) -> None:
        """Keep the events; see ``Journal``."""
        with self._mutex:
            self._writing().append(events)
            self._known.update((event.key, event) for event in events)
        self._stamper.observe(events)

    def events(self) -> list[Event]:
        """Return all events, each once, in ``Event.order``."""
        with self._mutex:
            self.tail()
            return union(self._known.values())

    def tail(self) -> list[Event]:
        """Return what other consoles have kept since; see ``Journal``.

        Raises:
            FolderGoneError: the folder is no longer there.
        """
        with self._mutex:
            mine = self._writer.path if self._writer and self._writer.is_open else None
            fresh: dict[str, Event] = {}
            for path in journal_files(self._folder):
                if path != mine:
                    for event in self._followers.setdefault(path, Follower(path)).new_events():
                        if event.key not in self._known:
                            fresh[event.key] = event
            self._known |= fresh
        self._stamper.observe(fresh.values())
        return union(fresh.values())

    def keep_drafts(self, drafts: Mapping[str, str]) -> None:
        """Keep unfinished lines; see ``Journal``."""
        self._writing().keep_drafts(drafts)

    def drafts(self) -> dict[str, str]:
        """Return the unfinished lines by place; none where nothing can be typed."""
        return self._writer.drafts() if self._writer and self._writer.is_open else {}

    def copy(self) -> Path:
        """Return the automatic copy just made of the file this console writes; the last few stay."""
        return self._writing().copy()

    def wanted(self) -> bool:
        """Return whether another console asks to write instead of this one; costs one call to the system."""
        return self._writer is not None and self._writer.wanted() is not None

    def let_go(self) -> None:
        """Let the console that asks write; from now on this one only reads."""
        with self._mutex:
            if self._writer is not None:
                host = self._writer.wanted() or "un autre poste"
                self._stop_writing(HeldElsewhereError(self._writer.path, host, hour(self._now())))

    def close(self) -> None:
        """Close the file and let go of it; closing twice changes nothing."""
        with self._mutex:
            self._stop_writing(JournalError(french("La journée est fermée. Rouvrez-la pour écrire.")))

    def _stop_writing(self, refusal: JournalError) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None
            self._refusal = refusal

    def _writing(self) -> Writer:
        if self._writer is None:
            raise self._refusal
        return self._writer
