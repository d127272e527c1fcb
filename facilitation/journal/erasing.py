"""A day's journals written anew, some of their words changed: same events, same keys, same order; the old letters are gone.

A file is made again rather than updated: what SQLite frees keeps its old letters, and so does a log (sqlite.org/pragma.html,
secure_delete). Stopped at any moment, each file is the old one or the new one, and the day opens.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from facilitation.errors import DamagedJournalError
from facilitation.events import Event
from facilitation.journal import failures
from facilitation.journal.copies import FOLDER
from facilitation.journal.lock import JournalLock
from facilitation.journal.mending import finish_mending
from facilitation.journal.reading import journal_files
from facilitation.journal.snapshot import snapshot
from facilitation.journal.sqlite import SqliteJournal
from facilitation.journal.writer import Writer

Change = Callable[[str], str]
Now = Callable[[], int]

WORDS = frozenset({"author", "value", "title", "wording", "reason", "text", "caption", "host"})  # what people wrote, by field
ABANDONED = 600_000  # milliseconds: reading a journal takes less, so an older private copy was left by a killed program
_SPARE = ("carnet*.sqlite.bak*", "carnet*.tmp*", "carnet*.sqlite-shm", "carnet*.sqlite-wal", "carnet*.sqlite-journal")


def changed(event: Event, change: Change) -> Event:
    """Return an event with its words changed; keys, addresses and numbers stay."""
    said = event.body._asdict()
    words = {name: change(text) for name, text in said.items() if name in WORDS and isinstance(text, str)}
    if all(said[name] == text for name, text in words.items()):
        return event
    return event._replace(body=type(event.body)(**(said | words)))


def drafts_of(folder: Path) -> list[str]:
    """Return the unfinished lines that the journals of a folder keep, nothing of one that cannot be read."""
    lines: list[str] = []
    for journal in journal_files(folder):
        with suppress(sqlite3.Error, OSError), snapshot(journal) as copy, closing(sqlite3.connect(copy)) as connection:
            lines += (text for (text,) in connection.execute("SELECT text FROM draft"))
    return lines


def check_free(folder: Path, *, now: Now, host: str) -> None:
    """Return when nobody has a journal of a folder open; see ``held`` for what it raises."""
    locks: list[JournalLock] = []
    try:
        _take(locks, journal_files(folder), now, host)
    finally:
        _release(locks)


@contextmanager
def held(folder: Path, *, now: Now, host: str) -> Iterator[None]:
    """Hold every journal of a day's folder, mended and whole.

    Raises:
        HeldElsewhereError: a console has one of them open; nothing was touched.
        NotKeptError: the folder cannot be written.
    """
    check_free(folder, now=now, host=host)
    locks: list[JournalLock] = []
    try:
        for journal in journal_files(folder):  # what is damaged, what a copy holds more: mended first
            Writer(journal, JournalLock(journal, host, now), now, 0.0, time.sleep).close()
        _take(locks, journal_files(folder), now, host)
        yield
    finally:
        _release(locks)


def _take(locks: list[JournalLock], journals: list[Path], now: Now, host: str) -> None:
    for journal in journals:
        lock = JournalLock(journal, host, now)
        lock.take()
        locks.append(lock)


def _release(locks: list[JournalLock]) -> None:
    while locks:
        locks.pop().release()


def rewrite(folder: Path, change: Change, now: Now) -> None:
    """Write every journal and copy of a folder anew, then remove what programs left beside them.

    To be called in ``held``.

    Raises:
        JournalError: a file cannot be read or written; those already written stay.
    """
    for journal in journal_files(folder):
        finish_mending(journal, now())
        _rewritten(journal, change, _ready(journal))
        with failures.told(journal):
            for suffix in ("-wal", "-shm"):  # a log must never meet another file than its own
                journal.with_name(f"{journal.name}{suffix}").unlink(missing_ok=True)
            _ready(journal).replace(journal)
    for copy in sorted((folder / FOLDER).glob("carnet*.sqlite")):
        try:
            _rewritten(copy, change, copy)
        except DamagedJournalError:  # the journal was mended with what it held
            with failures.told(copy):
                copy.unlink(missing_ok=True)
    _remove_spare(folder, now())


def _rewritten(source: Path, change: Change, to: Path) -> None:
    """Put at ``to``, in one move, a single file that holds what ``source`` does, its words changed."""
    given = SqliteJournal(source)
    try:
        events, drafts = given.events(), given.drafts()
    finally:
        given.close()
    partial = source.with_name(f"{source.name}.efface.tmp")
    with failures.told(partial):
        partial.unlink(missing_ok=True)
    fresh = SqliteJournal(partial)
    try:
        fresh.append([changed(event, change) for event in events])
        fresh.keep_drafts({place: change(text) for place, text in drafts.items()})
        fresh.copy(to)
    finally:
        fresh.close()
        with failures.told(partial):
            partial.unlink(missing_ok=True)


def _ready(journal: Path) -> Path:
    """Return where a file waits to be put in place; what opens the day does it if we could not (see ``finish_mending``)."""
    return journal.with_name(f"{journal.name}.neuf")


def _remove_spare(folder: Path, at: int) -> None:
    for pattern in _SPARE:
        for place in (folder, folder / FOLDER):
            for spare in place.glob(pattern):
                with failures.told(spare):
                    spare.unlink(missing_ok=True)
    for left in Path(tempfile.gettempdir()).glob("carnet-*"):
        with suppress(OSError):
            if any(left.glob("carnet*.sqlite")) and at - left.stat().st_mtime * 1000 > ABANDONED:
                shutil.rmtree(left, ignore_errors=True)
