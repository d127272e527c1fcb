"""Writing in one journal of a folder, through what may happen to it meanwhile: full disk, stick taken out, damage."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from facilitation.errors import DamagedJournalError, DiskFullError, FolderGoneError
from facilitation.events import Event
from facilitation.journal import failures
from facilitation.journal.copies import keep_copy
from facilitation.journal.lock import JournalLock
from facilitation.journal.mending import completed_notice, finish_mending, mend, missing_records
from facilitation.journal.sqlite import SqliteJournal


class Writer:
    """One journal, its lock, and what it is known to hold; ``now`` gives milliseconds since 1970, UTC.

    Raises:
        HeldElsewhereError: another console writes in it.
        ReadOnlyError: it cannot be written here.
        NewerJournalError: a more recent facilitation wrote it.
    """

    def __init__(
        self, path: Path, lock: JournalLock, now: Callable[[], int], patience: float, wait: Callable[[float], object]
    ) -> None:
        lock.take(patience, wait)
        self.path = path
        self.notices: list[str] = []
        self._lock = lock
        self._now = now
        self._mutex = threading.RLock()
        self._kept: dict[str, Event] = {}
        self._file: SqliteJournal | None = None
        try:
            self._open()
        except DiskFullError as error:  # room may be made while the day runs: each append tries again
            self.notices.append(str(error))
        except BaseException:
            lock.release()
            raise

    @property
    def is_open(self) -> bool:
        """Whether the file is open."""
        return self._file is not None

    def append(self, events: Sequence[Event]) -> None:
        """Keep the events; see ``Journal``. A file that was removed or damaged meanwhile is made again with all it held."""
        with self._mutex:
            try:
                self._opened().append(events)
            except FolderGoneError:
                self.close()
                self._opened().append(events)
            except DamagedJournalError:  # in a part that reading does not look at, else opening would have seen it
                self._close_file()
                self.notices.append(mend(self.path, self._now()))
                self._opened().append(events)
            self._kept.update((event.key, event) for event in events)

    def events(self) -> list[Event]:
        """Return what the file holds."""
        return list(self._kept.values())

    def keep_drafts(self, drafts: Mapping[str, str]) -> None:
        """Keep unfinished lines; see ``Journal``."""
        with self._mutex:
            self._opened().keep_drafts(drafts)

    def drafts(self) -> dict[str, str]:
        """Return the unfinished lines by place."""
        with self._mutex:
            return self._opened().drafts()

    def copy(self) -> Path:
        """Return the automatic copy just made."""
        with self._mutex:
            return keep_copy(self._opened(), self._now())

    def wanted(self) -> str | None:
        """Return the name of the computer that asks to write instead of this one, None when none does."""
        return self._lock.wanted()

    def close(self) -> None:
        """Close the file and let go of it; closing twice changes nothing."""
        with self._mutex:
            self._close_file()
            self._lock.release()

    def _opened(self) -> SqliteJournal:
        if self._file is None:
            with failures.told(self.path):
                # What is left of a stick taken out may be an empty folder: writing there would hide under the stick.
                if not self._lock.is_held and not (self.path.parent.is_dir() and any(self.path.parent.iterdir())):
                    raise failures.folder_gone(self.path.parent)
            if not self._lock.is_held:
                self._lock.take()
            self._open()
        assert self._file is not None
        return self._file

    def _open(self) -> None:
        finish_mending(self.path, self._now())
        try:
            file, events = _read(self.path)
        except DamagedJournalError:
            self.notices.append(mend(self.path, self._now()))
            file, events = _read(self.path)
        try:
            if missing := missing_records(self.path, len(events)):
                file.append_records(missing)
                self.notices.append(completed_notice(len(file) - len(events)))
                events = file.events()
            held = {event.key for event in events}
            file.append([event for key, event in self._kept.items() if key not in held])
        except BaseException:
            file.close()
            raise
        self._kept = {event.key: event for event in events} | self._kept
        self._file = file

    def _close_file(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _read(path: Path) -> tuple[SqliteJournal, list[Event]]:
    file = SqliteJournal(path)
    try:
        return file, file.events()
    except BaseException:
        file.close()
        raise
