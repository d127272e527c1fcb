"""Who writes in a journal: a lock that the system frees by itself when a computer stops, and a way to ask for it."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from facilitation.errors import HeldElsewhereError
from facilitation.journal import failures

if TYPE_CHECKING:
    from filelock import BaseFileLock

STEP = 0.1  # seconds between two tries while the other console lets go


class JournalLock:
    """The right to write in one journal. ``now`` gives milliseconds since 1970, UTC."""

    def __init__(self, journal: Path, host: str, now: Callable[[], int]) -> None:
        self.journal = journal
        self._host = host
        self._now = now
        self._holder_file = journal.with_suffix(".poste.json")
        self._request = journal.with_suffix(".main")
        self._lock: BaseFileLock | None = None

    @property
    def is_held(self) -> bool:
        """Whether this console holds the lock."""
        return self._lock is not None

    def take(self, patience: float = 0.0, wait: Callable[[float], object] = lambda _: None) -> None:
        """Take the lock; with some patience (seconds), ask the one who holds it to let go and wait for it.

        Raises:
            HeldElsewhereError: another console holds it, and has not let go.
            NotKeptError: the folder cannot be written.
        """
        with failures.told(self.journal):
            if not self._taken() and not (patience and self._taken_after_asking(patience, wait)):
                raise HeldElsewhereError(self.journal, *self._holder())
            self._request.unlink(missing_ok=True)
        with suppress(OSError):  # only told to others: a full disk must not keep anybody from reading
            about = {"poste": self._host, "depuis": hour(self._now()), "processus": os.getpid()}
            self._holder_file.write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")

    def _holder(self) -> tuple[str, str]:
        """Return the computer that says it writes in the journal, and since when (« 09:12 »)."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            about = json.loads(self._holder_file.read_text(encoding="utf-8"))
            return str(about["poste"]), str(about["depuis"])
        return "un autre poste", ""

    def wanted(self) -> str | None:
        """Return the name of the computer that asks to write instead of this one, None when none does."""
        try:
            return self._request.read_text(encoding="utf-8") or None
        except (OSError, UnicodeError):
            return None

    def release(self) -> None:
        """Let go; releasing twice changes nothing."""
        if self._lock is not None:
            with suppress(OSError):
                self._holder_file.unlink(missing_ok=True)
            with suppress(OSError):
                self._lock.release(force=True)
            self._lock = None

    def _taken(self) -> bool:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - 74 ms that reading never needs

        lock = FileLock(self.journal.with_suffix(".verrou"), thread_local=False)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return False
        self._lock = lock
        return True

    def _taken_after_asking(self, patience: float, wait: Callable[[float], object]) -> bool:
        self._request.write_text(self._host, encoding="utf-8")
        try:
            for _ in range(math.ceil(patience / STEP)):
                wait(STEP)
                if self._taken():
                    return True
        finally:
            self._request.unlink(missing_ok=True)
        return False


def hour(at: int) -> str:
    """Return the hour on this computer's wall clock (« 09:12 »)."""
    return f"{datetime.fromtimestamp(at / 1000, UTC).astimezone():%H:%M}"
