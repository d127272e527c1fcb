"""Planned and real hours of a day, what will happen if nothing changes, and ways to catch up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from facilitation.day import Day, Sequence
from facilitation.hours import MINUTE, local_date, seconds_of_day
from facilitation.room import Room

SHORTEST = 5 * MINUTE
# What each share may take from a sequence: a pause can lose a third, an exercise a fifth, without changing what it is.
PAUSE_SHARE, EXERCISE_SHARE = 3, 5


@dataclass(frozen=True, slots=True)
class Slot:
    """One sequence in the day. Times are seconds since midnight; ``real`` ones are forecasts until it has started or ended.

    ``left`` is how many seconds it is still expected to take, ``added`` how many were given to its steps while it ran.
    """

    key: str
    title: str
    planned: int
    seconds: int
    real: int
    real_end: int
    state: str  # « faite », « en cours », « à venir »
    fixed: bool
    forecast: bool
    left: int = 0
    added: int = 0

    @property
    def drift(self) -> int:
        """Seconds late (over 0) or early."""
        return self.real - self.planned


@dataclass(frozen=True, slots=True)
class Share:
    """One way to catch up: new durations in seconds by sequence key, and what it wins back (seconds)."""

    seconds: Mapping[str, int]
    won: int


def slots(day: Day, room: Room, now: int) -> tuple[Slot, ...]:
    """Return the day's sequences with planned and real hours; ``now`` is in milliseconds since 1970, hours are local.

    Once the day has begun, what comes next cannot start before now. What was left out (others began after it) delays nothing.
    """
    found: list[Slot] = []
    planned_next = real_next = 0
    clock = seconds_of_day(now)
    starts = [room.progress(sequence.key).started for sequence in day.sequences]
    reached = max((rank for rank, started in enumerate(starts) if started is not None), default=-1)
    begun = any(started is not None and local_date(started) == local_date(now) for started in starts)
    for rank, sequence in enumerate(day.sequences):
        planned = _seconds(sequence.start) if sequence.start else planned_next
        if rank == 0 and not sequence.start:
            planned = real_next = _first_start(day, room, clock)
        lasting = room.schedule.get(sequence.key, sequence.seconds)
        earliest = clock if begun and rank > reached else 0
        slot = _slot(sequence, room, planned, max(planned, real_next, earliest), lasting, clock)
        found.append(slot)
        planned_next = planned + sequence.seconds
        if starts[rank] is not None or rank > reached:
            real_next = max(real_next, slot.real_end)
    return tuple(found)


def _slot(sequence: Sequence, room: Room, planned: int, expected: int, lasting: int, clock: int) -> Slot:  # noqa: PLR0917  # one private caller
    progress = room.progress(sequence.key)
    title, fixed = sequence.title, sequence.fixed
    if progress.started is None:
        ending = expected + lasting
        return Slot(sequence.key, title, planned, sequence.seconds, expected, ending, "à venir", fixed, True, lasting)
    started = seconds_of_day(progress.started)
    if progress.ended is not None:
        ended = seconds_of_day(progress.ended)
        return Slot(sequence.key, title, planned, sequence.seconds, started, ended, "faite", fixed, False)
    added = sum(progress.added.values()) // 1000
    ending = max(clock, started + lasting + added)
    left = ending - clock
    return Slot(sequence.key, title, planned, sequence.seconds, started, ending, "en cours", fixed, False, left, added)


def _first_start(day: Day, room: Room, clock: int) -> int:
    """Return when a day without hours began: at its first sequence played, else now."""
    started = [progress.started for sequence in day.sequences if (progress := room.progress(sequence.key)).started is not None]
    return seconds_of_day(min(filter(None, started))) if started else clock


def late(found: tuple[Slot, ...]) -> int:
    """Return by how many seconds the day is late: the drift of what comes next, else of the end of what is under way."""
    coming = next((slot for slot in _ahead(found) if slot.state == "à venir"), None)
    if coming is not None:
        return coming.drift
    current = next((slot for slot in found if slot.state == "en cours"), None)
    return current.real_end - current.planned - current.seconds if current else 0


def shares(found: tuple[Slot, ...]) -> tuple[Share, ...]:
    """Return up to three ways to be on time at the next fixed moment, in whole minutes: breaks first, evenly, longest first."""
    missing = -(-late(found) // MINUTE)
    if missing <= 0:
        return ()
    movable = _movable(found)
    orders = (
        sorted(movable, key=lambda slot: slot.seconds),
        movable,
        sorted(movable, key=lambda slot: -slot.seconds),
    )
    proposed = [
        _taken(orders[0], missing, even=False),
        _taken(orders[1], missing, even=True),
        _taken(orders[2], missing, even=False),
    ]
    unique: dict[tuple[tuple[str, int], ...], Share] = {}
    for share in proposed:
        if share.seconds:
            unique.setdefault(tuple(sorted(share.seconds.items())), share)
    return tuple(unique.values())


def _ahead(found: tuple[Slot, ...]) -> list[Slot]:
    """Return what is under way and what comes after the last sequence played: those left out do not come back."""
    reached = max((rank for rank, slot in enumerate(found) if slot.state != "à venir"), default=-1)
    return [slot for rank, slot in enumerate(found) if rank > reached or slot.state == "en cours"]


def _movable(found: tuple[Slot, ...]) -> list[Slot]:
    """Return the sequences not over yet, up to the next fixed one that is still to come."""
    kept: list[Slot] = []
    for slot in _ahead(found):
        if slot.state == "à venir" and slot.fixed and kept:
            break
        if not slot.fixed:
            kept.append(slot)
    return kept


def _can_lose(slot: Slot) -> int:
    """Return how many whole minutes a sequence can lose; one under way only loses what is left of it."""
    planned = slot.real_end - slot.real
    part = PAUSE_SHARE if planned <= 20 * MINUTE else EXERCISE_SHARE
    return max(0, min(planned // part, planned - SHORTEST, slot.left) // MINUTE)


def _taken(order: list[Slot], missing: int, *, even: bool) -> Share:
    """Return the durations once ``missing`` minutes are taken, sequence after sequence or one minute each in turn."""
    lost = dict.fromkeys((slot.key for slot in order), 0)
    left = missing
    while left:
        before = left
        for slot in order:
            room_left = _can_lose(slot) - lost[slot.key]
            taking = min(left, room_left, 1 if even else room_left)
            lost[slot.key] += taking
            left -= taking
        if left == before:
            break
    seconds = {slot.key: slot.real_end - slot.real - slot.added - lost[slot.key] * MINUTE for slot in order if lost[slot.key]}
    return Share(seconds, (missing - left) * MINUTE)


def _seconds(hour: time) -> int:
    return hour.hour * 3600 + hour.minute * 60
