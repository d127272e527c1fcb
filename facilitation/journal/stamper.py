"""Identity and place in time of events: a station, a counter, a hybrid logical clock (Kulkarni et al., 2014)."""

from __future__ import annotations

import base64
import secrets
import threading
from collections.abc import Callable, Iterable, Sequence

from facilitation.events import Body, Event


def new_station() -> str:
    """Return a name no other opening has (64 random bits, base 32): a folder copied elsewhere never reuses a key."""
    return base64.b32encode(secrets.token_bytes(8)).decode("ascii").rstrip("=").lower()


class Stamper:
    """Makes events of what happened. ``now`` gives milliseconds since 1970, UTC. May be called from several threads."""

    def __init__(self, now: Callable[[], int], station: str | None = None) -> None:
        self.station = station or new_station()
        self._now = now
        self._count = 0
        self._last = (0, 0)
        self._mutex = threading.Lock()

    def stamp(self, bodies: Sequence[Body], act: str | None = None) -> tuple[Event, ...]:
        """Return one event per body, after every event stamped or observed so far; all in one act, a new one by default."""
        with self._mutex:
            now = self._now()
            at, tick = (now, 0) if now > self._last[0] else (self._last[0], self._last[1] + 1)
            gesture = act or f"{self.station}-{self._count + 1}"
            events = tuple(
                Event(f"{self.station}-{self._count + place}", at, tick + place - 1, self.station, gesture, body)
                for place, body in enumerate(bodies, start=1)
            )
            if events:
                self._count += len(events)
                self._last = at, events[-1].tick
            return events

    def observe(self, events: Iterable[Event]) -> None:
        """Learn what others did: what is stamped next comes after it, even where this computer's clock is behind."""
        latest = max(((event.at, event.tick) for event in events), default=(0, 0))
        with self._mutex:
            self._last = max(self._last, latest)
