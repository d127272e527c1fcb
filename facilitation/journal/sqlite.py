"""One journal file: SQLite, write-ahead log, one durable commit per append.

The connection holds the file alone (``locking_mode=EXCLUSIVE``): the log then needs no shared memory, hence works on network
folders too (sqlite.org/wal.html, section 8). Other consoles read a snapshot, see ``reading``.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitation.errors import DamagedJournalError
from facilitation.events import VERSION, Event, decode, encode
from facilitation.journal import failures
from facilitation.typography import french, quoted

SCHEMA = 1
Record = tuple[str, int, int, str, str, str, int, str]  # key, at, tick, station, act, name, version, body
SHAPE = (str, int, int, str, str, str, int, str)

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE TABLE event (
    sequence INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    tick INTEGER NOT NULL,
    station TEXT NOT NULL,
    act TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE TABLE draft (place TEXT PRIMARY KEY, text TEXT NOT NULL);
"""
PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "page_size = 4096",
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",  # macOS only empties the disk's own cache when asked
    "journal_size_limit = 0",  # the log starts again from nothing, so a reader sees each commit in its size
)
INSERT = (
    "INSERT INTO event (key, at, tick, station, act, name, version, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (key) DO NOTHING"
)
SELECT = "SELECT key, at, tick, station, act, name, version, body FROM event WHERE sequence > ? ORDER BY sequence"


class SqliteJournal:
    """One file, alone to write in it. Its methods may be called from any thread.

    Raises:
        NotKeptError: the file cannot be made or written.
        DamagedJournalError: it is no journal, or is no longer whole.
        NewerJournalError: a more recent facilitation wrote it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._mutex = threading.RLock()
        with failures.told(path):
            self._connection = sqlite3.connect(path, timeout=1, isolation_level=None, check_same_thread=False)
            try:
                for pragma in PRAGMAS:
                    self._connection.execute(f"PRAGMA {pragma}")
                prepare(self._connection, path)
                self._identity = _identity(path)
            except BaseException:
                self._connection.close()
                raise

    def append(self, events: Sequence[Event]) -> None:
        """Keep the events, all or none, on the disk when it returns; those already there change nothing.

        Raises:
            NotKeptError: see ``Journal``; ``FolderGoneError`` when the path no longer leads to the file that is written, which
                some systems let one go on writing after it was removed.
        """
        self.append_records(map(record_of, events))

    def append_records(self, records: Iterable[Record]) -> None:
        """Keep events as they are stored; same promise as ``append``."""
        with self._mutex, failures.told(self.path):
            self._check_still_there()
            with _transaction(self._connection):
                self._connection.executemany(INSERT, records)
            self._check_still_there()

    def events(self) -> list[Event]:
        """Return the events in the order in which they were recorded.

        Raises:
            DamagedJournalError: one of them cannot be read.
        """
        with self._mutex, failures.told(self.path):
            return read_events(self._connection, self.path)

    def __len__(self) -> int:
        """How many events there are."""
        with self._mutex, failures.told(self.path):
            return length(self._connection)

    def keep_drafts(self, drafts: Mapping[str, str]) -> None:
        """Keep unfinished lines, instead of those kept before."""
        with self._mutex, failures.told(self.path):
            self._check_still_there()
            with _transaction(self._connection):
                self._connection.execute("DELETE FROM draft")
                self._connection.executemany("INSERT INTO draft VALUES (?, ?)", drafts.items())

    def drafts(self) -> dict[str, str]:
        """Return the unfinished lines by place."""
        with self._mutex, failures.told(self.path):
            return dict(self._connection.execute("SELECT place, text FROM draft ORDER BY rowid").fetchall())

    def copy(self, to: Path) -> None:
        """Write a copy at ``to``, a single file, whole or not at all."""
        partial = to.with_name(f"{to.name}.tmp")
        with self._mutex, failures.told(to):
            try:
                self._copy_into(partial)
                partial.replace(to)
            finally:
                partial.unlink(missing_ok=True)  # a full disk needs that room back

    def _copy_into(self, partial: Path) -> None:
        partial.unlink(missing_ok=True)
        target = sqlite3.connect(partial, isolation_level=None)
        try:
            self._connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()

    def close(self) -> None:
        """Close the file; its log is folded into it. Closing twice changes nothing."""
        with self._mutex, suppress(sqlite3.Error):
            self._connection.close()

    def _check_still_there(self) -> None:
        try:
            there = _identity(self.path)
        except OSError as error:
            raise failures.folder_gone(self.path.parent) from error
        if there != self._identity:
            raise failures.folder_gone(self.path.parent)


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables of a new file; check those of an old one."""
    with _transaction(connection):
        found = tables(connection)
        if not found:
            for statement in TABLES.split(";\n"):
                connection.execute(statement)
            connection.executemany("INSERT INTO meta VALUES (?, ?)", [("schema", SCHEMA), ("events", VERSION)])
            return
        if not {"meta", "event", "draft"} <= found:
            raise failures.damaged(path)
        if check_version(connection, path) < VERSION:
            connection.execute("UPDATE meta SET value = ? WHERE name = 'events'", (VERSION,))


def tables(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the tables of a file; none in a file that was only just made."""
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def check_version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the events in a journal.

    Raises:
        NewerJournalError: a more recent facilitation wrote it.
    """
    meta = dict(connection.execute("SELECT name, value FROM meta").fetchall())
    if not {"schema", "events"} <= meta.keys():
        raise failures.damaged(path)
    if meta["schema"] > SCHEMA or meta["events"] > VERSION:
        raise failures.newer(path)
    return int(meta["events"])


def read_events(connection: sqlite3.Connection, path: Path, after: int = 0) -> list[Event]:
    """Return the events recorded after that many others, in the order in which they were.

    Raises:
        DamagedJournalError: one of them cannot be read, or their index counts others: SQLite misses some lost pages.
    """
    events = list(map(event_of, connection.execute(SELECT, (after,))))
    if after + len({event.key for event in events}) != length(connection):
        raise failures.damaged(path)
    return events


def length(connection: sqlite3.Connection) -> int:
    """Return how many events a journal holds, counted in the index of their keys."""
    (number,) = connection.execute("SELECT count(*) FROM event").fetchone()
    return int(number)


def record_of(event: Event) -> Record:
    """Return an event as it is stored."""
    key, at, tick, station, act, body = event
    name, text = encode(body)
    return key, at, tick, station, act, name, VERSION, text


def event_of(record: Record) -> Event:
    """Return a stored event.

    Raises:
        DamagedJournalError: it cannot be read.
    """
    if tuple(map(type, record)) != SHAPE:
        raise DamagedJournalError(french(f"Un événement du carnet est illisible ({quoted(str(record[0]))})."))
    key, at, tick, station, act, name, version, text = record
    return Event(key, at, tick, station, act, decode(name, version, text))


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise


def _identity(path: Path) -> tuple[int, int]:
    found = os.stat(path)  # noqa: PTH116 - twice per commit: Path.stat only adds a call
    return found.st_dev, found.st_ino
