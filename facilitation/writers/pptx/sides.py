"""On which side of its point a word stands on a map: where it runs over nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from facilitation.writers.measure import LINE, text_width
from facilitation.writers.placing.frames import Box
from facilitation.writers.slides import Place

SIDES = ("r", "l", "t", "b")  # as charts name them: right, left, top, bottom; the first that is free wins
_GAP = 10.0  # points from the middle of a point to its word
_OUT, _WORD, _POINT, _AXIS = 100.0, 10.0, 8.0, 3.0  # what it costs to leave the map, cover a word, a point, an axis


class _Area(NamedTuple):
    """What a word covers, in points, from the left and the top of the map."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Area) -> bool:
        """Return whether both cover something together."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


def sides(places: Sequence[Place], map_box: Box, size: float, taken: Sequence[Box] = ()) -> list[str]:
    """Return the side of each word, in the order of the places; ``taken`` are boxes of the slide they must not cover."""
    points = [_point(place, map_box) for place in places]
    words = [_Area(box.x - map_box.x, box.y - map_box.y, box.x + box.w - map_box.x, box.y + box.h - map_box.y) for box in taken]
    dots = [_Area(x - 7, y - 7, x + 7, y + 7) for x, y in points]
    chosen = []
    for at, place in enumerate(places):
        others = dots[:at] + dots[at + 1 :]
        areas = [_covered(place, points[at], side, size) for side in SIDES]
        fees = [_fee(area, map_box, words, others) for area in areas]
        best = fees.index(min(fees))
        words.append(areas[best])
        chosen.append(SIDES[best])
    return chosen


def _point(place: Place, box: Box) -> tuple[float, float]:
    return place.x / 10 * box.w, (1 - place.y / 10) * box.h


def _covered(place: Place, point: tuple[float, float], side: str, size: float) -> _Area:
    x, y = point
    width, height = text_width(place.label, size, bold=place.mean), LINE * size
    match side:
        case "r":
            return _Area(x + _GAP, y - height / 2, x + _GAP + width, y + height / 2)
        case "l":
            return _Area(x - _GAP - width, y - height / 2, x - _GAP, y + height / 2)
        case "t":
            return _Area(x - width / 2, y - _GAP - height, x + width / 2, y - _GAP)
        case _:
            return _Area(x - width / 2, y + _GAP, x + width / 2, y + _GAP + height)


def _fee(area: _Area, box: Box, words: Sequence[_Area], dots: Sequence[_Area]) -> float:
    out = area.left < 0 or area.right > box.w or area.top < 0 or area.bottom > box.h
    axes = (area.left < box.w / 2 < area.right) + (area.top < box.h / 2 < area.bottom)
    return (
        _OUT * out
        + _WORD * sum(area.meets(word) for word in words)
        + _POINT * sum(area.meets(dot) for dot in dots)
        + _AXIS * axes
    )
