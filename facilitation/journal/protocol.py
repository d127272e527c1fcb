"""What every journal of a day promises, on disk or in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from facilitation.events import Event


class Journal(Protocol):
    """An append-only set of events, each there once, and the lines that people have not finished typing."""

    def append(self, events: Sequence[Event]) -> None:
        """Keep the events, all or none, for good when it returns; those already there change nothing, so a retry is safe.

        Raises:
            NotKeptError: nothing was kept; the same call may be tried again.
            HeldElsewhereError: this journal is only read here.
        """

    def events(self) -> list[Event]:
        """Return all events, each once, in ``Event.order``."""

    def tail(self) -> list[Event]:
        """Return the events that others have kept since this object last gave its events, in ``Event.order``."""

    def keep_drafts(self, drafts: Mapping[str, str]) -> None:
        """Keep unfinished lines by the place where they are typed, instead of those kept before."""

    def drafts(self) -> dict[str, str]:
        """Return the unfinished lines by place."""

    def close(self) -> None:
        """Let go of everything; closing twice changes nothing."""
