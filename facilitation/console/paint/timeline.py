"""The day as it was planned above the day as it goes: one bar a sequence, the hour it is below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitation.console.paint.row import SOFT, Ink, Piece, Row, row
from facilitation.workshop.schedule import Slot, clock_time

MARGIN = 10
HOUR = 3600
PLANNED, FIXED = Piece("▂", Ink("vide")), Piece("█", Ink("ligne"))
DONE, CURRENT, COMING = Piece("█", Ink("ok")), Piece("█", Ink("accent")), Piece("░", Ink("plein"))
At = Callable[[int], int]
Bar = tuple[int, int, Callable[[int], Piece]]  # first column, column after the last one, what is in a column


def timeline(slots: Sequence[Slot], now: int | None, width: int) -> list[Row]:
    """Return four rows: the hours, what was planned, what is real or forecast (hatched), ``now`` (seconds since midnight)."""
    if not slots:
        return []
    start = min(min(slot.planned, slot.real) for slot in slots)
    end = max(max(slot.planned + slot.seconds, slot.real_end) for slot in slots)
    room = width - MARGIN - 1

    def at(moment: int) -> int:
        return MARGIN + round((moment - start) * room / max(1, end - start))

    planned = [_planned(slot, at) for slot in slots]
    real = [_real(slot, now, at) for slot in slots]
    shown = now if now is not None and start <= now <= end else None
    return [_hours(start, end, at, width), _bars("prévu", planned, width), _bars("réel", real, width), _now(shown, at, width)]


def _planned(slot: Slot, at: At) -> Bar:
    piece = FIXED if slot.fixed else PLANNED
    return at(slot.planned), at(slot.planned + slot.seconds), lambda _column: piece


def _real(slot: Slot, now: int | None, at: At) -> Bar:
    """Return the bar of a sequence; what is left of the one under way is hatched."""
    first, last = at(slot.real), at(slot.real_end)
    if slot.state == "en cours" and now is not None:
        reached = max(first + 1, at(now))
        return first, last, lambda column: CURRENT if column < reached else COMING
    piece = FIXED if slot.fixed and slot.forecast else {"faite": DONE, "en cours": CURRENT}.get(slot.state, COMING)
    return first, last, lambda _column: piece


def _bars(title: str, bars: Sequence[Bar], width: int) -> Row:
    """Return a row of bars, an empty column before the next sequence; the shortest one still shows."""
    cells = [Piece(" ")] * width
    free = MARGIN
    for rank, (start, last, drawn) in enumerate(bars):
        first = max(start, free)
        following = bars[rank + 1][0] if rank + 1 < len(bars) else width
        stop = max(first + 1, min(last, following - 1))
        for column in range(first, min(stop, width)):
            cells[column] = drawn(column)
        free = stop + 1
    return (Piece(f"  {title:<{MARGIN - 2}}", SOFT), *cells[MARGIN:])


def _hours(start: int, end: int, at: At, width: int) -> Row:
    """Return the whole hours that have room for their words."""
    line = " " * MARGIN
    for hour in range(-(-start // HOUR), end // HOUR + 1):
        place, label = at(hour * HOUR), f"{hour % 24} h"
        if place > len(line.rstrip()) and place + len(label) <= width:
            line = line.ljust(place) + label
    return row((line, SOFT))


def _now(now: int | None, at: At, width: int) -> Row:
    """Return the hour under the bars, at the left of its mark near the end of the day."""
    if now is None:
        return row("")
    place, label = at(now), clock_time(now)
    ink = Ink("accent", bold=True)
    if place + len(label) + 2 > width:
        return row(" " * (place - len(label) - 1), (f"{label} ▲", ink))
    return row(" " * place, (f"▲ {label}", ink))
