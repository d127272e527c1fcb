"""How wide the columns of a table are: each as what it holds asks for, so that rows are as low as they can be."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache

from facilitation.writers.docx.grid import PADDING
from facilitation.writers.measure import text_width

NARROWEST = 85.0  # points, 3 cm
WIDEST_WORD = 150.0  # points: no column grows further for one long word
STEP = 6.0  # points moved from one column to another
MOST_STEPS = 30


def shared_widths(weights: Sequence[float], least: Sequence[float], whole: float) -> list[float]:
    """Return widths that add up to ``whole``, in proportion to √weight, none under its least (unless all are too wide)."""
    floors = [min(max(floor, 0.0), whole) for floor in least]
    if sum(floors) >= whole:
        return [floor * whole / sum(floors) for floor in floors]
    roots = [math.sqrt(max(weight, 1.0)) for weight in weights]
    pinned: set[int] = set()
    while True:
        left = whole - sum(floors[at] for at in pinned)
        share = left / sum(root for at, root in enumerate(roots) if at not in pinned) if len(pinned) < len(roots) else 0
        short = {at for at, root in enumerate(roots) if at not in pinned and root * share < floors[at]}
        if not short:
            return [floors[at] if at in pinned else root * share for at, root in enumerate(roots)]
        pinned |= short


def natural_widths(wanted: Sequence[float], whole: float) -> list[float] | None:
    """Return the widths at which nothing wraps, what is left shared out evenly; None when there is not room enough."""
    extra = whole - sum(wanted)
    return [width + extra / len(wanted) for width in wanted] if extra >= 0 else None


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width a column needs so that no word of ``text`` is cut, padding included, within reason."""
    words = text.replace("-", "- ").split()
    widest = max((text_width(word, size, bold=bold) for word in words), default=0.0)
    return min(widest, WIDEST_WORD) + PADDING + 1


def settled_widths(
    widths: Sequence[float], least: Sequence[float], heights: Callable[[int, float], Sequence[float]]
) -> list[float]:
    """Return widths at which the rows are lower in all, found by giving the tallest column what another can spare.

    ``heights`` says how high each row of a column stands at a width, in points.
    """
    known = cache(heights)
    best = list(widths)
    lowest = _height([known(at, width) for at, width in enumerate(best)])
    for _ in range(MOST_STEPS):
        tried = [(_height([known(at, width) for at, width in enumerate(one)]), one) for one in _neighbours(best, least, known)]
        height, found = min(tried, default=(lowest, best))
        if height >= lowest:
            break
        lowest, best = height, found
    return best


def _neighbours(
    widths: list[float], least: Sequence[float], known: Callable[[int, float], Sequence[float]]
) -> list[list[float]]:
    """Return these widths with a step given to the column that makes rows tall, by each of the others in turn."""
    columns = [known(at, width) for at, width in enumerate(widths)]
    tops = [max(row) for row in zip(*columns, strict=True)]
    made = [sum(height for height, top in zip(column, tops, strict=True) if height == top) for column in columns]
    taker = made.index(max(made))
    givers = [at for at, width in enumerate(widths) if at != taker and width - STEP >= least[at]]
    return [[width + STEP * ((at == taker) - (at == giver)) for at, width in enumerate(widths)] for giver in givers]


def _height(columns: Sequence[Sequence[float]]) -> float:
    height: float = sum(max(row) for row in zip(*columns, strict=True))
    return height
