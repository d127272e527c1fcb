"""Automatic copies of a journal, beside it in ``copies/``: the last few, named after their hour (UTC)."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from facilitation.journal import failures
from facilitation.journal.sqlite import SqliteJournal, length

FOLDER = "copies"
KEPT = 5


def copies_of(journal: Path) -> list[Path]:
    """Return the automatic copies of a journal, the oldest first."""
    return sorted((journal.parent / FOLDER).glob(f"{journal.stem}.*.sqlite"))


def keep_copy(journal: SqliteJournal, at: int, keep: int = KEPT) -> Path:
    """Return the copy just made; the ``keep`` latest stay. ``at`` is in milliseconds since 1970, UTC.

    Raises:
        NotKeptError: the copy cannot be written; the former ones stay.
    """
    folder = journal.path.parent / FOLDER
    with failures.told(journal.path):
        folder.mkdir(exist_ok=True)
    copy = folder / f"{journal.path.stem}.{stamp(at)}.sqlite"
    journal.copy(copy)
    for old in copies_of(journal.path)[:-keep]:
        with suppress(OSError):
            old.unlink()
    return copy


def count_in(copy: Path) -> int:
    """Return how many events a copy holds; 0 when it cannot be read."""
    with suppress(sqlite3.Error):
        connection = sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            return length(connection)
        finally:
            connection.close()
    return 0


def stamp(at: int) -> str:
    """Return an hour for a file name, sorted as time goes (« 20211116T093000Z »)."""
    return f"{datetime.fromtimestamp(at / 1000, UTC):%Y%m%dT%H%M%SZ}"
