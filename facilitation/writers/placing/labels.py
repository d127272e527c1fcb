"""Where words stand beside the points of a map: over no other word, no other point, no name of a pole. In points.

Coordinates go from the left and the top of the map.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from facilitation.writers.measure import LINE, text_width

SIDES = ("r", "l", "t", "b")  # as charts name them: right, left, top, bottom
DOT = 7.0  # half the width of a point
_GAP = 10.0  # from the middle of a point to its word
_APART = 2.0  # between two words
_MOST_TRIED = 1500  # places of a word that are tried before a map is told too full


class Area(NamedTuple):
    """What a word or a point covers."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area) -> bool:
        """Return whether both cover something together."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def grown(self, by: float) -> Area:
        """Return the same with so much more on each side."""
        return Area(self.left - by, self.top - by, self.right + by, self.bottom + by)


class Point(NamedTuple):
    """The middle of a point."""

    x: float
    y: float

    @property
    def dot(self) -> Area:
        """What is drawn there."""
        return Area(self.x - DOT, self.y - DOT, self.x + DOT, self.y + DOT)


class Label(NamedTuple):
    """Words for one point, or for several that stand together."""

    text: str
    members: tuple[int, ...]
    bold: bool = False


class Tag(NamedTuple):
    """A label in its place: the point that bears it, the side of that point, what it covers."""

    text: str
    point: int
    side: str
    area: Area


@dataclass(frozen=True, slots=True)
class Room:
    """What labels have to keep to: the size of the map, of the type, and what is already written on the map."""

    width: float
    height: float
    size: float
    taken: tuple[Area, ...] = ()


def arranged(points: Sequence[Point], labels: Sequence[Label], room: Room) -> tuple[Tag, ...] | int:
    """Return each label in its place, or, when there is no room for all, the number of the one that found none."""
    choices = [sorted(_choices(points, label, room), key=lambda tag: _axes(tag.area, room)) for label in labels]
    order = sorted(range(len(labels)), key=lambda at: len(choices[at]))
    if order and not choices[order[0]]:
        return order[0]
    chosen: dict[int, Tag] = {}
    left, deepest = [iter(choices[order[0]])] if order else [], 0
    for _ in range(_MOST_TRIED):
        if not left:
            break
        at = order[len(left) - 1]
        chosen.pop(at, None)
        tag = next((tag for tag in left[-1] if not any(tag.area.meets(other.area) for other in chosen.values())), None)
        if tag is None:
            left.pop()
            continue
        chosen[at] = tag
        if len(chosen) == len(labels):
            return tuple(chosen[number] for number in range(len(labels)))
        deepest = max(deepest, len(left))
        left.append(iter(choices[order[len(left)]]))
    return order[deepest] if order else ()


def _choices(points: Sequence[Point], label: Label, room: Room) -> Iterator[Tag]:
    """Yield every place of a label that stays on the map and covers neither a point nor what is written there."""
    dots = [point.dot for point in points]
    for member in label.members:
        for side in SIDES:
            area = _covered(points[member], side, label, room.size)
            inside = area.left >= 0 and area.right <= room.width and area.top >= 0 and area.bottom <= room.height
            if inside and not any(area.meets(dot) for dot in dots) and not any(area.meets(other) for other in room.taken):
                yield Tag(label.text, member, side, area)


def _covered(point: Point, side: str, label: Label, size: float) -> Area:
    x, y = point
    width, height = text_width(label.text, size, bold=label.bold) + _APART, LINE * size
    match side:
        case "r":
            return Area(x + _GAP, y - height / 2, x + _GAP + width, y + height / 2)
        case "l":
            return Area(x - _GAP - width, y - height / 2, x - _GAP, y + height / 2)
        case "t":
            return Area(x - width / 2, y - _GAP - height, x + width / 2, y - _GAP)
        case _:
            return Area(x - width / 2, y + _GAP, x + width / 2, y + _GAP + height)


def _axes(area: Area, room: Room) -> int:
    """Return how many of the two axes a word runs over."""
    return (area.left < room.width / 2 < area.right) + (area.top < room.height / 2 < area.bottom)


def together(points: Sequence[Point], near: float) -> list[list[int]]:
    """Return the points in groups, in the order of their first; each is nearer than ``near`` to another of its group."""
    groups: list[list[int]] = []
    for at, point in enumerate(points):
        close = [group for group in groups if any(_distance(point, points[other]) < near for other in group)]
        merged = sorted([at, *(member for group in close for member in group)])
        groups = [group for group in groups if group not in close]
        groups.append(merged)
    return sorted(groups)


def joined(points: Sequence[Point], groups: Sequence[list[int]], full: int) -> list[list[int]]:
    """Return the groups with the one numbered ``full`` put together with its nearest."""
    others = [at for at in range(len(groups)) if at != full]
    nearest = min(others, key=lambda at: min(_distance(points[one], points[two]) for one in groups[full] for two in groups[at]))
    kept = [group for at, group in enumerate(groups) if at not in {full, nearest}]
    return sorted([*kept, sorted(groups[full] + groups[nearest])])


def _distance(one: Point, other: Point) -> float:
    return float(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5)


def numbered_points(points: Sequence[Point], near: float, room: Room) -> tuple[tuple[Tag, ...], tuple[int, ...]]:
    """Return the labels of points told by numbers, and the number of each; those nearer than ``near`` share their label.

    Groups are joined until all have room; without any room there is no label at all.
    """
    groups = together(points, near)
    tags = arranged(points, _numbers(groups), room)
    while isinstance(tags, int) and len(groups) > 1:
        groups = joined(points, groups, tags)
        tags = arranged(points, _numbers(groups), room)
    order = [at for group in groups for at in group]
    return tags if isinstance(tags, tuple) else (), tuple(order.index(at) + 1 for at in range(len(order)))


def _numbers(groups: Sequence[list[int]]) -> list[Label]:
    """Return « 1 », « 2, 3 », « 4 à 7 »: numbers that go on from one group to the next."""
    labels, first = [], 1
    for group in groups:
        last = first + len(group) - 1
        text = {0: f"{first}", 1: f"{first}, {last}"}.get(last - first, f"{first} à {last}")
        labels.append(Label(text, tuple(group)))
        first = last + 1
    return labels
