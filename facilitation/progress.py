"""Where a sequence is in its script and how its time went; a function of events and, for what is left, of the hour."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from facilitation.events import (
    Event,
    SequenceEnded,
    StepStarted,
    TimeAdded,
    TimerPaused,
    TimerResumed,
)

TimingBody = StepStarted | SequenceEnded | TimeAdded | TimerPaused | TimerResumed


class Place(NamedTuple):
    """A place in the script: the step's index, the row it is played for, the lap."""

    step: int
    row: str = ""
    lap: int = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sequence is. Times are milliseconds since 1970; ``spent`` and ``added`` are milliseconds by place."""

    started: int | None = None
    ended: int | None = None
    place: Place | None = None
    since: int = 0
    paused: int | None = None
    spent: dict[Place, int] = field(default_factory=dict)
    added: dict[Place, int] = field(default_factory=dict)
    visited: tuple[Place, ...] = ()

    @property
    def running(self) -> bool:
        """Whether the sequence has begun and is not over."""
        return self.place is not None and self.ended is None

    def elapsed(self, now: int) -> int:
        """Return the milliseconds spent at the current place, earlier visits counted, pauses not."""
        if self.place is None:
            return 0
        return self.spent.get(self.place, 0) + self._lasting(now)

    def left(self, seconds: int, now: int) -> int:
        """Return the milliseconds left of a step of ``seconds``, time added included; negative once it is over."""
        extra = self.added.get(self.place, 0) if self.place else 0
        return seconds * 1000 + extra - self.elapsed(now)

    def _lasting(self, now: int) -> int:
        until = self.paused or self.ended or now
        return max(0, until - self.since)

    def leave(self, now: int) -> Progress:
        """Return the progress with the time of the current visit put away."""
        if self.place is None:
            return self
        return replace(self, spent=self.spent | {self.place: self.elapsed(now)}, paused=None)


def advance(progress: Progress, event: Event, body: TimingBody) -> Progress:
    """Return the progress after one event."""
    match body:
        case StepStarted():
            place = Place(body.step, body.row, body.lap)
            left = progress.leave(event.at)
            return replace(
                left,
                started=progress.started or event.at,
                ended=None,
                place=place,
                since=event.at,
                visited=(*(seen for seen in left.visited if seen != place), place),
            )
        case SequenceEnded():
            return replace(progress.leave(event.at), ended=event.at, since=event.at)
        case TimeAdded():
            if progress.place is None:
                return progress
            extra = progress.added.get(progress.place, 0) + body.seconds * 1000
            return replace(progress, added=progress.added | {progress.place: extra})
        case TimerPaused():
            return progress if progress.paused else replace(progress, paused=event.at)
        case TimerResumed():
            return _resumed(progress, event.at)


def _resumed(progress: Progress, now: int) -> Progress:
    if progress.paused is None or progress.place is None:
        return progress
    return replace(progress, spent=progress.spent | {progress.place: progress.elapsed(now)}, since=now, paused=None)
