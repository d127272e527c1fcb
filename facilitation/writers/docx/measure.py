"""How much room words take, from Arial's own widths: the same answer on every machine, no font file needed."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from pathlib import Path

UNITS = 2048  # in one em
LINE = 1.149  # height of a line, in sizes
_WIDTHS = Path(__file__).parent.parent / "data" / "largeurs-arial.json"
_UNKNOWN = 1366  # a sign that the table does not hold takes a capital's room
_PAUSES = (
    re.compile(r"(?<=[,;:–]) | (?=[(«])"),
    re.compile(r" (?=(?:à|au|aux|chez|dans|en|entre|et|ou|par|pour|sans|sur|vers)[ \u00a0])"),
)  # after a sign of punctuation, else before a linking word
_EVEN = 0.45  # the shorter line over the longer one
_SAFE = 0.97  # software rounds widths its own way
_REMEMBERED = 20_000  # words


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of ``text`` on one line, in points."""
    return _length(text, bold=bold) * size / UNITS


def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Return how many lines ``text`` takes in ``width`` points, broken at spaces and where it says so."""
    room = max(width, size) * UNITS / size
    return sum(_lines(line, room, bold=bold) for line in text.splitlines()) or 1


def balanced_inset(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """Return what to keep free on the right so that the lines of a title are even, as many as in the whole ``width``.

    Two lines are cut where a reader would pause, when the shorter is not much shorter than the other.
    """
    whole = width * _SAFE
    lines = line_count(text, whole, size, bold=bold)
    if lines < 2:
        return 0.0
    high = _width_cut_by_sense(text, whole, size, bold=bold) if lines == 2 else 0.0
    if not high:
        low, high = whole / lines, whole
        while high - low > 1:
            middle = (low + high) / 2
            low, high = (low, middle) if line_count(text, middle, size, bold=bold) <= lines else (middle, high)
    return width - high / _SAFE


def _width_cut_by_sense(text: str, whole: float, size: float, *, bold: bool) -> float:
    """Return the width at which the first of two lines ends where a reader would pause; 0 when there is no such place."""
    for cut in (cut for pauses in _PAUSES for cut in pauses.finditer(text)):
        first, second = text[: cut.start()], text[cut.end() :]
        widths = [text_width(half, size, bold=bold) for half in (first, second)]
        next_word = text_width(f" {second.split(' ')[0]}", size, bold=bold)
        if max(widths) < whole and min(widths) >= _EVEN * max(widths) and widths[0] + next_word > max(widths):
            return max(widths) + 1
    return 0.0


def _lines(text: str, room: float, *, bold: bool) -> int:
    space = _widths(bold=bold)[" "]
    lines, used = 1, 0.0
    for word in re.split("[ \t]+", text):
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
