"""Pages: lists cut over as many slides as their words ask, nothing lost, nothing smaller than can be read. In points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from facilitation.typography import NBSP
from facilitation.writers.measure import LINE, SPARE, cut
from facilitation.writers.placing.frames import Box, Face, para

MOST = 7  # items of a list on one slide (PPT-05)
_SMALLEST_STEP = 1.0
_DRIFT = 0.01  # sums of the same heights in another order


@dataclass(frozen=True, slots=True)
class Series:
    """Lists side by side over several pages: one size for all, and the height of the tallest run.

    ``pages`` holds, page after page, one run for each list; a run is empty once its list is told.
    """

    size: float
    tallest: float
    pages: tuple[tuple[tuple[str, ...], ...], ...]


def pages(items: Sequence[str], box: Box, face: Face, *, most: int = MOST) -> tuple[tuple[str, ...], ...]:
    """Return a list cut in pages that fit in ``box``, shared evenly: by number when that fits, by height otherwise."""
    whole = [piece for item in items for piece in pieces(item, box, face)]
    if not whole:
        return ()
    room = box.h + face.after
    heights = [_height(piece, box.w, face) for piece in whole]
    count = max(least(heights, room, most), ceil(len(whole) / most))
    shared, more = divmod(len(whole), count)
    ends = [at * shared + min(at, more) for at in range(1, count + 1)]
    if any(sum(heights[start:end]) > room for start, end in zip([0, *ends], ends, strict=False)):
        ends = even(heights, count, most)
    return tuple(tuple(whole[start:end]) for start, end in zip([0, *ends], ends, strict=False))


def side_by_side(
    lists: Sequence[Sequence[str]], width: float, height: float, faces: Sequence[Face], *, most: int = MOST, uncut: int = 0
) -> Series:
    """Return lists cut together in as few pages as the last of ``faces`` allows, set in the first that needs no more.

    Each list is cut where that keeps its tallest run lowest, then its runs even; one of ``uncut`` items or fewer stays whole.
    """
    box = Box(0, 0, width, height)
    whole = [[piece for item in items for piece in pieces(item, box, faces[-1])] for items in lists]
    count = max((_least_of(items, box, faces[-1], most) for items in whole), default=1) or 1
    face = next(face for face in faces if _all_fit(whole, box, face, most=most, count=count))
    cuts = []
    tallest = 0.0
    for items in whole:
        heights = [_height(item, width, face) for item in items]
        few = len(items) <= uncut or len(items) < count
        runs = least(heights, height + face.after, most) if few else count
        ends = even(heights, runs, most) if items else []
        spans = list(zip([0, *ends], ends, strict=False))
        tallest = max([tallest, *(sum(heights[start:end]) - face.after for start, end in spans)])
        cuts.append([tuple(items[start:end]) for start, end in spans] + [()] * (count - len(spans)))
    return Series(face.size, tallest, tuple(tuple(runs) for runs in zip(*cuts, strict=True)))


def _least_of(items: Sequence[str], box: Box, face: Face, most: int) -> int:
    return least([_height(item, box.w, face) for item in items], box.h + face.after, most)


def _all_fit(lists: Sequence[Sequence[str]], box: Box, face: Face, *, most: int, count: int) -> bool:
    """Return whether no list needs more than ``count`` pages, set in that face, and no item is taller than a page."""
    return all(
        _least_of(items, box, face, most) <= count and all(_height(item, box.w, face) <= box.h + face.after for item in items)
        for items in lists
    )


def pieces(item: str, box: Box, face: Face) -> list[str]:
    """Return an item as it is, or, when it is taller than a page, in pieces that end with their number: « … (1/2) »."""
    if _height(item, box.w, face) <= box.h + face.after:
        return [item]
    lines = max(1, int(box.h / (face.size * LINE * face.leading)) - 1)  # the number may take one more
    found = cut(item, (box.w - face.indent) * SPARE, face.size, lines, bold=face.bold)
    return [f"{piece}{NBSP}({at}/{len(found)})" for at, piece in enumerate(found, start=1)]


def least(heights: Sequence[float], room: float, most: int = MOST) -> int:
    """Return the fewest consecutive runs, each of ``most`` items and ``room`` points at most."""
    runs, used, taken = 0, 0.0, 0
    for height in heights:
        if not runs or used + height > room or taken == most:
            runs, used, taken = runs + 1, 0.0, 0
        used, taken = used + height, taken + 1
    return runs


def even(heights: Sequence[float], runs: int, most: int = MOST) -> list[int]:
    """Return where each of ``runs`` consecutive runs ends: the tallest as low as can be, then all near the same height.

    None is empty nor longer than ``most``. There are at least as many heights as runs, and not more than runs × most.
    """
    limit = _lowest(heights, runs, most) + _DRIFT
    after = _least_after(heights, limit, most)
    left = sum(heights)
    ends: list[int] = []
    start = 0
    for following in range(runs - 1, -1, -1):
        wanted, used = left / (following + 1), 0.0
        best, gap = start + 1, float("inf")
        for end in range(start + 1, min(start + most, len(heights)) + 1):
            used += heights[end - 1]
            if used > limit and end > start + 1:
                break
            if after[end] <= following <= len(heights) - end and abs(used - wanted) <= gap + _DRIFT:
                best, gap = end, abs(used - wanted)
        left -= sum(heights[start:best])
        start = best
        ends.append(best)
    return ends


def _lowest(heights: Sequence[float], runs: int, most: int) -> float:
    """Return how low the tallest run can be, to the point."""
    low, high = max(heights), sum(heights)
    if least(heights, low, most) <= runs:
        return low
    while high - low > _SMALLEST_STEP:
        middle = (low + high) / 2
        low, high = (low, middle) if least(heights, middle, most) <= runs else (middle, high)
    return high


def _least_after(heights: Sequence[float], limit: float, most: int) -> list[int]:
    """Return, for each place, how many runs what follows it takes at least."""
    needed = [0] * (len(heights) + 1)
    used, end = 0.0, len(heights)
    for start in range(len(heights) - 1, -1, -1):
        used += heights[start]
        while end - start > 1 and (used > limit or end - start > most):
            end -= 1
            used -= heights[end]
        needed[start] = 1 + needed[end]
    return needed


def _height(item: str, width: float, face: Face) -> float:
    """Return how high an item of a list stands, with what follows it."""
    return para(item, face).height(width) + face.after
