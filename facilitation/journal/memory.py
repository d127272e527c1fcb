"""A journal without a disk, for tests and trials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from facilitation.events import Event


class MemoryJournal:
    """A journal in memory; several may share one ``store``, as consoles share a folder."""

    def __init__(self, store: dict[str, Event] | None = None) -> None:
        self._store: dict[str, Event] = {} if store is None else store
        self._given: set[str] = set()
        self._drafts: dict[str, str] = {}

    def append(self, events: Sequence[Event]) -> None:
        """Keep the events; see ``Journal``."""
        for event in events:
            self._store.setdefault(event.key, event)
            self._given.add(event.key)

    def events(self) -> list[Event]:
        """Return all events, each once, in order."""
        self._given.update(self._store)
        return sorted(self._store.values(), key=attrgetter("order"))

    def tail(self) -> list[Event]:
        """Return what others have kept since."""
        given = set(self._given)
        return [event for event in self.events() if event.key not in given]

    def keep_drafts(self, drafts: Mapping[str, str]) -> None:
        """Keep unfinished lines."""
        self._drafts = dict(drafts)

    def drafts(self) -> dict[str, str]:
        """Return the unfinished lines by place."""
        return dict(self._drafts)

    def close(self) -> None:
        """Do nothing: nothing was opened."""
