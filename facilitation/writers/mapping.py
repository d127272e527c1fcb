"""A map of words on a page: where its points stand, the words beside them, numbers where words have no room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from facilitation.synthesis import Line, Table
from facilitation.writers.placing.labels import Label, Point, Room, Tag, arranged, numbered_points, together
from facilitation.writers.placing.maps import CLOSE, MOST_WORDED, SAME

REACH = 112.0  # how far the axes go from their crossing, in the units of a place (−100 to 100)


@dataclass(frozen=True, slots=True)
class Mapped:
    """A map of ``width`` × ``height`` points: the lines that were placed, their points, their labels.

    ``numbers`` gives the number of each line by its title, nothing when words stand on the map.
    """

    width: float
    height: float
    lines: tuple[Line, ...]
    points: tuple[Point, ...]
    tags: tuple[Tag, ...]
    numbers: Mapping[str, int] = field(default_factory=dict)


def mapped(table: Table, width: float, height: float, size: float, reach: float = REACH) -> Mapped:
    """Return the map of a table of places drawn in that box, its labels in type of ``size``; all in points.

    ``reach`` is how far the axes go: more leaves room at their ends.
    """
    lines = tuple(line for line in table.lines if line.slots[0].point is not None)
    points = [_at(line, width, height, reach) for line in lines]
    room = Room(width, height, size)
    if len(lines) <= MOST_WORDED:
        groups = together(points, SAME)
        words = [Label(", ".join(lines[at].label for at in group), tuple(group)) for group in groups]
        tags = arranged(points, words, room)
        if isinstance(tags, tuple):
            return Mapped(width, height, lines, tuple(points), tags)
    tags, numbers = numbered_points(points, CLOSE, room)
    known = {line.title: number for line, number in zip(lines, numbers, strict=True)}
    return Mapped(width, height, lines, tuple(points), tags, known)


def with_numbers(table: Table, found: Mapped) -> Table:
    """Return the table in the order of the numbers of its map, each line under its number; as it is without numbers."""
    if not found.numbers:
        return table
    ranked = sorted(table.lines, key=lambda line: found.numbers.get(line.title, len(table.lines) + 1))
    lines = tuple(
        replace(line, title=f"{found.numbers[line.title]}.\u00a0{line.title}") if line.title in found.numbers else line
        for line in ranked
    )
    return replace(table, lines=lines)


def _at(line: Line, width: float, height: float, reach: float) -> Point:
    x, y = line.slots[0].point or (0.0, 0.0)
    return Point(width / 2 * (1 + x / reach), height / 2 * (1 - y / reach))
