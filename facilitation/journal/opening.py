"""A day's journal opened, to write in it where that can be."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from facilitation.errors import JournalError, NotKeptError
from facilitation.events import Event
from facilitation.journal import failures
from facilitation.journal.folder import FolderJournal
from facilitation.journal.lock import JournalLock
from facilitation.journal.reading import MAIN
from facilitation.journal.stamper import Stamper
from facilitation.journal.writer import Writer
from facilitation.typography import french


@dataclass(frozen=True, slots=True)
class OpenedJournal:
    """The journal, what it held when it was opened, and what makes new events come after those."""

    journal: FolderJournal
    stamper: Stamper
    events: list[Event]

    @property
    def read_only(self) -> bool:
        """Whether this console only reads."""
        return not self.journal.is_writable

    @property
    def notices(self) -> tuple[str, ...]:
        """What people should know of the files, one sentence each with what to do; empty when all is well."""
        return self.journal.notices

    def copy(self) -> Path:
        """Return the automatic copy just made; the last few stay."""
        return self.journal.copy()

    def wanted(self) -> bool:
        """Return whether another console asks to write instead of this one; cheap enough to ask every second."""
        return self.journal.wanted()

    def let_go(self) -> None:
        """Let the console that asks write; from now on this one only reads."""
        self.journal.let_go()

    def close(self) -> None:
        """Close the files; closing twice changes nothing."""
        self.journal.close()


def open_day_journal(
    folder: Path,
    *,
    now: Callable[[], int],
    host: str,
    own: bool = False,
    read_only: bool = False,
    patience: float = 0.0,
    wait: Callable[[float], object] = time.sleep,
) -> OpenedJournal:
    """Return the journal of a day; its ``notices`` say what had to be mended, or why it is only read.

    Args:
        folder: the day's folder.
        now: gives milliseconds since 1970, UTC.
        host: this computer's name, told to the other consoles.
        own: write in a file of one's own, beside the one that another console holds.
        read_only: only read.
        patience: seconds to wait for the console that writes, once asked to let go (« prendre la main »).
        wait: lets that many seconds go by.

    Raises:
        HeldElsewhereError: another console writes in this journal: open it ``own``, ``read_only``, or with some ``patience``.
        FolderGoneError: there is no such folder.
        NewerJournalError: a more recent facilitation wrote a file of this folder.
    """
    if not folder.is_dir():
        raise failures.folder_gone(folder)
    stamper = Stamper(now)
    writing: Writer | JournalError = JournalError(french("La journée est ouverte pour lire, sans écrire."))
    if not read_only:
        path = folder / (f"carnet-{stamper.station}.sqlite" if own else MAIN)
        try:
            writing = Writer(path, JournalLock(path, host, now), now, patience, wait)
        except NotKeptError as error:
            writing = error
    journal = FolderJournal(folder, stamper, now, writing)
    try:
        return OpenedJournal(journal, stamper, journal.events())
    except BaseException:
        journal.close()
        raise
