"""The journal of a day's folder: one file is written, all are read."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from facilitation.errors import HeldElsewhereError, JournalError, ReadOnlyError
from facilitation.events import Body, Event
from facilitation.journal import failures
from facilitation.journal.lock import Holder, JournalLock, hour
from facilitation.journal.reading import MAIN, Follower, journal_files, union
from facilitation.journal.stamper import Stamper
from facilitation.journal.writer import Writer
from facilitation.typography import french


def open_day_journal(
    folder: Path,
    *,
    now: Callable[[], int],
    host: str,
    own: bool = False,
    read_only: bool = False,
    patience: float = 0.0,
    wait: Callable[[float], object] = time.sleep,
) -> DayJournal:
    """Return the journal of a day, to write in it where that can be, else to read it: its ``notices`` say why.

    Args:
        folder: the day's folder.
        now: gives milliseconds since 1970, UTC.
        host: this computer's name, told to the other consoles.
        own: write in a file of one's own, beside the one that another console holds.
        read_only: only read.
        patience: seconds to wait for the console that writes, once asked to let go (« prendre la main »).
        wait: lets that many seconds go by.

    Raises:
        FolderGoneError: there is no such folder.
        NewerJournalError: a more recent facilitation wrote a file of this folder.
    """
    if not folder.is_dir():
        raise failures.folder_gone(folder)
    stamper = Stamper(now)
    path = folder / (f"carnet-{stamper.station}.sqlite" if own else MAIN)
    if read_only:
        return DayJournal(folder, stamper, now, None, JournalError(french("La journée est ouverte pour lire, sans écrire.")))
    lock = JournalLock(path, host, now)
    try:
        lock.take(patience, wait)
        writer = Writer(path, lock, now)
    except (HeldElsewhereError, ReadOnlyError) as error:
        return DayJournal(folder, stamper, now, None, error)
    return DayJournal(folder, stamper, now, writer, None)


class DayJournal:
    """What every console of a day has kept, and what this one adds. Its methods may be called from any thread."""

    def __init__(
        self, folder: Path, stamper: Stamper, now: Callable[[], int], writer: Writer | None, refusal: JournalError | None
    ) -> None:
        self._folder = folder
        self._stamper = stamper
        self._now = now
        self._writer = writer
        self._refusal = refusal
        self._mutex = threading.RLock()
        self._followers: dict[Path, Follower] = {}
        self._known: dict[str, Event] = {event.key: event for event in writer.events()} if writer else {}
        try:
            self.tail()
        except BaseException:
            self.close()
            raise
        self._stamper.observe(self._known.values())

    @property
    def station(self) -> str:
        """The name of this opening, which no other has."""
        return self._stamper.station

    @property
    def is_writable(self) -> bool:
        """Whether this console may write."""
        return self._writer is not None

    @property
    def holder(self) -> Holder | None:
        """Who writes instead of this console, None when nobody does."""
        refusal = self._refusal
        return Holder(refusal.holder, refusal.since) if isinstance(refusal, HeldElsewhereError) else None

    @property
    def notices(self) -> tuple[str, ...]:
        """What people should know of the files, one sentence each with what to do; empty when all is well."""
        told = [str(self._refusal)] if self._refusal else []
        if self.holder:
            told = [french(f"{self._refusal} Vous voyez tout, sans écrire.")]
        told += self._writer.notices if self._writer else []
        return (*told, *(notice for follower in self._followers.values() for notice in follower.notices))

    def stamp(self, bodies: Sequence[Body], act: str | None = None) -> tuple[Event, ...]:
        """Return one event per body, ready to be kept; all in one act, a new one by default."""
        return self._stamper.stamp(bodies, act)

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

    def wanted(self) -> str | None:
        """Return the name of the computer that asks to write instead of this one; costs one call to the system."""
        return self._writer.wanted() if self._writer else None

    def let_go(self, host: str) -> None:
        """Let ``host`` write; from now on this console only reads."""
        with self._mutex:
            if self._writer is not None:
                self._refusal = HeldElsewhereError(self._writer.path, host, hour(self._now()))
                self._writer.close()
                self._writer = None

    def close(self) -> None:
        """Close the file and let go of it; closing twice changes nothing."""
        with self._mutex:
            if self._writer is not None:
                self._refusal = JournalError(french("La journée est fermée. Rouvrez-la pour écrire."))
                self._writer.close()
                self._writer = None

    def _writing(self) -> Writer:
        if self._writer is None:
            assert self._refusal is not None
            raise self._refusal
        return self._writer
