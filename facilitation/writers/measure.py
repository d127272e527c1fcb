"""How much room words take, from Arial's own widths: the same answer on every machine, no font file needed."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

UNITS = 2048  # in one em
LINE = 1.149  # height of a line, in sizes
SPARE = 0.99  # part of a box that is counted on: software rounds widths its own way

_WIDTHS = Path(__file__).parent / "data" / "largeurs-arial.json"
_UNKNOWN = 1366  # a sign that the table does not hold takes a capital's room
_WIDE = 2048
_FIRST_WIDE = 0x2E80  # ideographs, then emoji
_REMEMBERED = 20_000
_PIECES = re.compile(r"(?<=[ \t])(?![ \t])|(?<=\S[-/])(?=[^\W\d_])")
_CUTS = re.compile(r"(?<=[,;:–]) | (?=[(«])")
_EVEN = 0.45  # the shorter line over the longer one
_MOST_EVENED = 5  # lines: more is a text, not a display
_WEAK = re.compile(
    "à|au|aux|avec|ce|ces|dans|de|des|du|en|et|la|le|les|leur|ne|ou|par|pour|que|qui|sa|se|ses|son|sur|un|une", re.IGNORECASE
)
_NEVER: tuple[float, list[str]] = (float("inf"), [])
_WEAK_END = 0.15  # what it costs to end a line on such a word
_GOOD_END, _BEST_END = 0.02, 0.15  # what a pause gives back, and what a colon does
_FREE = re.compile(r"(?<![«(]) (?![»:;?!%)])")  # spaces where a line may end: not beside a sign that holds to its word
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


class _Table(dict[str, int]):
    """Widths by sign; one that Arial's table lacks is guessed once."""

    def __missing__(self, sign: str) -> int:
        if unicodedata.combining(sign) or unicodedata.category(sign) in {"Cf", "Mn", "Me"}:
            guess = 0
        else:
            guess = _WIDE if ord(sign) >= _FIRST_WIDE else _UNKNOWN
        self[sign] = guess
        return guess


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of ``text`` on one line, in points."""
    return _length(text, bold=bold) * size / UNITS


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the lines that ``text`` takes in ``width`` points: cut at spaces, after « - » and « / », or inside a word."""
    room = max(width, size) * UNITS / size
    return [line for given in _LINE_ENDS.split(text) for line in _broken(given, room, bold=bold)]


def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Return how many lines ``text`` takes in ``width`` points."""
    if not _LINE_ENDS.search(text) and _length(text, bold=bold) * size <= width * UNITS:
        return 1
    return len(wrap(text, width, size, bold=bold))


def cut(text: str, width: float, size: float, lines: int, *, bold: bool = False) -> list[str]:
    """Return ``text`` in pieces of at most ``lines`` lines each, cut where a line ends."""
    broken: list[str] = []
    for given in _LINE_ENDS.split(text):
        *first, last = wrap(given, width, size, bold=bold)
        broken += [*first, f"{last}\n"]
    return ["".join(broken[at : at + lines]).strip(" \t\n") for at in range(0, len(broken), lines)]


def split_by_sense(text: str, width: float, size: float, *, bold: bool = True) -> tuple[str, str] | None:
    """Return the two halves of a title that takes two lines, cut after « , ; : – » or before « ( « »; None when none is even.

    Both fit in ``width`` and the shorter is at least 45 % of the longer; the most even cut wins.
    """
    best: tuple[float, str, str] | None = None
    for found in _CUTS.finditer(text):
        first, second = text[: found.start()], text[found.end() :]
        widths = sorted(text_width(half, size, bold=bold) for half in (first, second))
        even = widths[0] / widths[1] if widths[1] else 0.0
        if widths[1] <= width * SPARE and even >= _EVEN and (best is None or even > best[0]):
            best = even, first, second
    return best and best[1:]


def even_lines(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Return display text in as few lines as ``width`` allows, as even as can be, none ending on « de » or « la ».

    The cut that costs least wins: squared distances to the mean width, a fee for a weak last word, less for a pause.
    A text of more than five lines, or already cut, or that spaces alone cannot cut, comes back whole.
    """
    room = width * SPARE
    count = line_count(text, room, size, bold=bold)
    if count < 2 or count > _MOST_EVENED or _LINE_ENDS.search(text):
        return [text]
    words = _FREE.split(text)
    mean = text_width(text, size, bold=bold) / count
    best: dict[tuple[int, int], tuple[float, list[str]]] = {(0, 0): (0.0, [])}  # words set, lines set: cost, lines
    for end in range(1, len(words) + 1):
        for start in range(end - 1, -1, -1):
            line = " ".join(words[start:end])
            long = text_width(line, size, bold=bold)
            if long > room:
                break
            fee = ((long - mean) / mean) ** 2 + (_end_fee(words, end) if end < len(words) else 0.0)
            for lines in range(count):
                before = best.get((start, lines))
                if before and before[0] + fee < best.get((end, lines + 1), _NEVER)[0]:
                    best[end, lines + 1] = before[0] + fee, [*before[1], line]
    found = best.get((len(words), count))
    return found[1] if found else [text]


def _end_fee(words: list[str], end: int) -> float:
    """Return what it costs to end a line before the word numbered ``end``."""
    last, following = words[end - 1], words[end]
    if _WEAK.fullmatch(re.split("[ \u00a0\u202f«(]", last)[-1]):
        return _WEAK_END
    if last.endswith(":"):
        return -_BEST_END
    pause = last.endswith((",", ";", ".", "!", "?", "–")) or following.startswith(("(", "«", "–"))
    return -_GOOD_END if pause else 0.0


def balanced_inset(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """Return what to keep free on the right of ``width`` so that the lines are even, as many as in the whole width.

    Two lines are cut at a sign of punctuation when the shorter is not much shorter than the other.
    """
    whole = width * SPARE
    lines = line_count(text, whole, size, bold=bold)
    if lines < 2:
        return 0.0
    high = _width_cut_by_sense(text, whole, size, bold=bold) if lines == 2 else 0.0
    if not high:
        low, high = whole / lines, whole
        while high - low > 1:
            middle = (low + high) / 2
            low, high = (low, middle) if line_count(text, middle, size, bold=bold) <= lines else (middle, high)
    return width - high / SPARE


def _width_cut_by_sense(text: str, whole: float, size: float, *, bold: bool) -> float:
    """Return the width at which the first of two lines ends where ``split_by_sense`` cuts; 0 when no width does."""
    halves = split_by_sense(text, whole / SPARE, size, bold=bold)
    if not halves:
        return 0.0
    first, second = (text_width(half, size, bold=bold) for half in halves)
    next_word = text_width(f" {halves[1].split(' ')[0]}", size, bold=bold)
    return max(first, second) + 1 if first + next_word > max(first, second) + 1 else 0.0


def _broken(text: str, room: float, *, bold: bool) -> list[str]:
    """Return the lines of a text without line ends; ``room`` is in 2048ths of the size."""
    lines: list[str] = []
    line, used = "", 0
    for piece in _PIECES.split(text):
        length = _length(piece.rstrip(" \t"), bold=bold)
        if line and used + length > room:
            lines.append(line)
            line, used = "", 0
        if length > room:
            *full, piece = _chopped(piece, room, bold=bold)  # noqa: PLW2901 (what is left goes on)
            lines.extend(full)
        line += piece
        used += _length(piece, bold=bold)
    return [*lines, line]


def _chopped(word: str, room: float, *, bold: bool) -> list[str]:
    """Return a word wider than a line in pieces as wide as it."""
    widths = _widths(bold=bold)
    cuts, used = [0], 0
    for at, sign in enumerate(word):
        used += widths[sign]
        if used > room and at > cuts[-1]:
            cuts.append(at)
            used = widths[sign]
    return [word[start:end] for start, end in pairwise([*cuts, len(word)])]


@lru_cache(maxsize=_REMEMBERED)
def _length(text: str, *, bold: bool) -> int:
    return sum(map(_widths(bold=bold).__getitem__, text))


@cache
def _widths(*, bold: bool) -> _Table:
    weights: dict[str, dict[str, int]] = json.loads(_WIDTHS.read_text(encoding="utf-8"))
    return _Table(weights["bold" if bold else "regular"])
