"""How much room words take, from Arial's own widths: the same answer on every machine, no font file needed."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path

UNITS = 2048  # in one em
LINE = 1.149  # height of a line, in sizes
_WIDTHS = Path(__file__).parent.parent / "data" / "largeurs-arial.json"
_UNKNOWN = 1366  # a sign that the table does not hold takes a capital's room
_REMEMBERED = 20_000  # words


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of ``text`` on one line, in points."""
    return _length(text, bold=bold) * size / UNITS


def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Return how many lines ``text`` takes in ``width`` points, broken at spaces and where it says so."""
    room = max(width, size) * UNITS / size
    return sum(_lines(line, room, bold=bold) for line in text.splitlines()) or 1


def _lines(text: str, room: float, *, bold: bool) -> int:
    space = _widths(bold=bold)[" "]
    lines, used = 1, 0.0
    for word in text.split():
        length = _length(word, bold=bold)
        if used and used + space + length > room:
            lines, used = lines + 1, 0.0
        if used:
            used += space + length
        else:  # a word wider than the line is cut
            more, used = divmod(length, room)
            lines += int(more)
    return lines


@lru_cache(maxsize=_REMEMBERED)
def _length(text: str, *, bold: bool) -> int:
    widths = _widths(bold=bold)
    return sum(widths.get(sign, _UNKNOWN) for sign in text)


@cache
def _widths(*, bold: bool) -> dict[str, int]:
    weights: dict[str, dict[str, int]] = json.loads(_WIDTHS.read_text(encoding="utf-8"))
    return weights["bold" if bold else "regular"]
