"""One tree of errors; every message says what happened, where, and what to do next, in French."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class FacilitationError(Exception):
    """Something a person can act on; ``str(error)`` is the sentence to show, never a traceback."""


class UsageError(FacilitationError):
    """The command was called in a way that has no meaning (exit 2)."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one file; ``line`` and ``column`` count from 1, 0 when the file as a whole is meant."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}\u00a0: {self.message}"


class FileProblemsError(FacilitationError):
    """All the problems of the files read, at once, one line each."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


class InvalidAnswerError(FacilitationError):
    """An answer that its sheet cannot hold (unknown row, column or group, bad count)."""


class JournalError(FacilitationError):
    """The journal cannot be read or written; what was kept before stays kept."""


class NotKeptError(JournalError):
    """The last events are not on disk; the same call may be tried again."""


class DiskFullError(NotKeptError):
    """No room left on the disk."""


class ReadOnlyError(NotKeptError):
    """The folder or the file cannot be written."""


class FolderGoneError(NotKeptError):
    """The day's folder is no longer there (USB stick taken out, network share lost)."""


class DamagedJournalError(JournalError):
    """The file is not a journal, or is truncated or corrupted."""


class NewerJournalError(JournalError):
    """A more recent facilitation wrote this journal."""


class HeldElsewhereError(JournalError):
    """Another console writes in this journal."""

    def __init__(self, path: Path, holder: str, since: str) -> None:
        self.path = path
        self.holder = holder
        self.since = since
        started = f", depuis {since}" if since else ""
        super().__init__(
            f"Cette journée est ouverte sur un autre poste ({holder}{started}). Fermez-la là-bas, puis recommencez."
        )


class WriteError(FacilitationError):
    """An output file cannot be written."""
