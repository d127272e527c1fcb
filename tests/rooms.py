"""Rooms made by hand for the tests: what was said, in the order it was said, without disk or clock."""

from __future__ import annotations

from facilitation.events import Body, Event, SessionOpened
from facilitation.room import Room


class Scribe:
    """Makes events one after the other; each call of ``did`` is one act."""

    def __init__(self, station: str = "a", host: str = "poste-1", start: int = 1_000) -> None:
        self.station = station
        self.now = start
        self.events: list[Event] = []
        self._count = 0
        self.did(SessionOpened(host))

    def did(self, *bodies: Body) -> tuple[Event, ...]:
        act = f"{self.station}-acte-{self._count}"
        made = []
        for body in bodies:
            self._count += 1
            self.now += 1
            made.append(Event(f"{self.station}-{self._count}", self.now, 0, self.station, act, body))
        self.events += made
        return tuple(made)

    def room(self) -> Room:
        return Room(sorted(self.events, key=lambda event: event.order))
