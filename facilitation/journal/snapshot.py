"""A private copy of a journal that others may be writing: reading it never touches nor locks theirs."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOG_HEADER = 32
ATTEMPTS = 10


@contextmanager
def snapshot(journal: Path) -> Iterator[Path]:
    """Yield a copy of the journal and its log, as they were at one moment.

    The file is copied before its log: what a checkpoint moves meanwhile from the log to the file is read in the log. That fails
    only when the log starts again in between, which changes its header (sqlite.org/fileformat2.html, section 4.1): copy again.
    """
    with tempfile.TemporaryDirectory(prefix="carnet-", ignore_cleanup_errors=True) as place:
        copy = Path(place) / journal.name
        copied_log = log_of(copy)
        for _ in range(ATTEMPTS):
            before = _generation(journal)
            shutil.copyfile(journal, copy)
            copied_log.unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                shutil.copyfile(log_of(journal), copied_log)
            if _generation(journal) == before:
                break
        yield copy


def log_of(journal: Path) -> Path:
    """Return where SQLite writes what is not yet in the file itself."""
    return journal.with_name(f"{journal.name}-wal")


def _generation(journal: Path) -> bytes | tuple[int, int]:
    """Return what tells one log from the next; without a log, what tells one state of the file from the next."""
    with suppress(FileNotFoundError), log_of(journal).open("rb") as log:
        if header := log.read(LOG_HEADER):
            return header
    state = journal.stat()
    return state.st_size, state.st_mtime_ns
