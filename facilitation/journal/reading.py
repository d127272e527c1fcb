"""A day's events read without touching its files, whoever writes in them and wherever they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from facilitation.errors import DamagedJournalError, JournalError
from facilitation.events import Event
from facilitation.journal import failures
from facilitation.journal.mending import completed_notice, missing_records, reading_notice, surviving_records
from facilitation.journal.snapshot import log_of, snapshot
from facilitation.journal.sqlite import check_version, event_of, read_events, tables
from facilitation.typography import french, quoted

MAIN = "carnet.sqlite"


class Reading(NamedTuple):
    """Events in order, each once, and what people should know about the files they come from."""

    events: list[Event]
    notices: tuple[str, ...] = ()


def read_day(folder: Path) -> Reading:
    """Return what all the journals of a day's folder hold.

    Raises:
        FolderGoneError: there is no such folder.
        JournalError: a file cannot be read, or a more recent facilitation wrote it.
    """
    readings = [read_file(path) for path in journal_files(folder)]
    return Reading(
        union(event for reading in readings for event in reading.events),
        tuple(notice for reading in readings for notice in reading.notices),
    )


def read_file(path: Path) -> Reading:
    """Return what one journal holds; when it is damaged, what can still be read there and in its copies.

    Raises:
        JournalError: there is no such file, it cannot be read, or a more recent facilitation wrote it.
    """
    if not path.is_file():
        raise JournalError(french(f"Il n’y a pas de carnet {quoted(str(path))}. Vérifiez le nom du fichier."))
    follower = Follower(path)
    events = union(follower.new_events())
    return Reading(events, follower.notices)


def journal_files(folder: Path) -> list[Path]:
    """Return the journals of a day's folder: ``carnet.sqlite``, then each ``carnet-….sqlite``.

    Raises:
        FolderGoneError: there is no such folder.
    """
    if not folder.is_dir():
        raise failures.folder_gone(folder)
    return [path for path in (folder / MAIN, *sorted(folder.glob("carnet-*.sqlite"))) if path.is_file()]


def union(events: Iterable[Event]) -> list[Event]:
    """Return each event once, in ``Event.order``."""
    return sorted({event.key: event for event in events}.values(), key=attrgetter("at", "tick", "station"))


class Follower:
    """Reads a journal, then what is added to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notices: tuple[str, ...] = ()
        self._state: tuple[int, ...] = ()
        self._last = 0

    def new_events(self) -> list[Event]:
        """Return what was recorded since the last call; everything again when another file has taken its place."""
        with failures.told(self.path):
            try:
                state = self._current_state()
                if state == self._state:
                    return []
                if state[:1] != self._state[:1]:
                    self._last = 0
                events = self._read()
            except FileNotFoundError:  # being replaced by its mended self: next time
                return []
            self._state = state
            return events

    def _read(self) -> list[Event]:
        try:
            return self._read_whole()
        except (DamagedJournalError, sqlite3.Error) as error:
            if not failures.is_damage(error):
                raise
            records = surviving_records(self.path)
            self.notices = (reading_notice(self.path, len(records)),)
            return list(map(event_of, records))

    def _read_whole(self) -> list[Event]:
        with snapshot(self.path) as copy:
            connection = sqlite3.connect(copy)
            try:
                if not tables(connection):
                    events, self._last = [], 0
                else:
                    check_version(connection, self.path)
                    events = read_events(connection, self.path, self._last)
                    self._last += len(events)
            finally:
                connection.close()
        missing = missing_records(self.path, self._last)
        if missing and not self.notices:
            self.notices = (completed_notice(len(missing) - self._last),)
        return [*events, *map(event_of, missing)]

    def _current_state(self) -> tuple[int, ...]:
        """Return what changes with every commit: a log only grows, until it starts again from nothing."""
        file = self.path.stat()
        try:
            log = log_of(self.path).stat()
        except FileNotFoundError:
            return file.st_ino, file.st_size, file.st_mtime_ns
        return file.st_ino, file.st_size, file.st_mtime_ns, log.st_size, log.st_mtime_ns
