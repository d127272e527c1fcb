"""Outlines of the paper-cut people: read, moved, cut at the foot of a banner, written as DrawingML."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]
Segment = tuple[Point, ...]  # two points for a line, four for a Bézier curve
Contour = tuple[Segment, ...]  # closed: the last segment ends where the first one starts

# where a line from a text touches each zone of a body, in the units of ``outline``
POINTS: dict[str, Point] = {
    "tête": (156.0, 74.0),
    "cœur": (252.0, 304.0),
    "mains": (386.0, 552.0),
    "jambe droite": (122.0, 690.0),
    "jambe gauche": (282.0, 690.0),
}
_FIGURES = Path(__file__).parent / "data" / "figures.json"
_SAMPLES = 16  # pieces of a curve looked at for a crossing
_HALVINGS = 30


@dataclass(frozen=True, slots=True)
class Box:
    """The smallest rectangle around the points of some contours."""

    left: float
    top: float
    width: float
    height: float


@cache
def outline(name: str) -> tuple[Contour, ...]:
    """Return a piece of a figure by its name, in a box of 400 × 1000, y down."""
    given = _paths()[name]
    return tuple(contour for path in ([given] if isinstance(given, str) else given) for contour in _contours(path))


@cache
def _paths() -> dict[str, str | list[str]]:
    paths: dict[str, str | list[str]] = json.loads(_FIGURES.read_text(encoding="utf-8"))
    return paths


def moved(contours: tuple[Contour, ...], move: Callable[[Point], Point]) -> tuple[Contour, ...]:
    """Return the contours with every point moved."""
    return tuple(tuple(tuple(map(move, segment)) for segment in contour) for contour in contours)


def mirrored(contours: tuple[Contour, ...]) -> tuple[Contour, ...]:
    """Return the contours seen in a mirror standing on the axis of the figure."""
    return moved(contours, lambda point: (400 - point[0], point[1]))


def cut(contours: tuple[Contour, ...], floor: float) -> tuple[Contour, ...]:
    """Return what stands above ``floor`` (y down), curves split where they cross it, closed along it."""
    kept = (tuple(_closed([part for segment in contour for part in _above(segment, floor)])) for contour in contours)
    return tuple(contour for contour in kept if contour)


def box_of(contours: tuple[Contour, ...]) -> Box:
    """Return the box around all points."""
    points = [point for contour in contours for segment in contour for point in segment]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return Box(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


def paths_xml(contours: tuple[Contour, ...], box: Box) -> str:
    """Return one ``a:path`` a contour (in one path, two that overlap would leave a hole); points are in the drawing's units."""
    return "".join(_path(contour, box) for contour in contours)


def _path(contour: Contour, box: Box) -> str:
    def point(at: Point) -> str:
        return f'<a:pt x="{round(at[0] - box.left)}" y="{round(at[1] - box.top)}"/>'

    parts = [f"<a:moveTo>{point(contour[0][0])}</a:moveTo>"]
    for segment in contour:
        tag = "lnTo" if len(segment) == 2 else "cubicBezTo"
        parts.append(f"<a:{tag}>{''.join(map(point, segment[1:]))}</a:{tag}>")
    return f'<a:path w="{round(box.width)}" h="{round(box.height)}">{"".join(parts)}<a:close/></a:path>'


def _contours(path: str) -> Iterator[Contour]:
    """Yield the contours of an SVG path made of M, L, C and Z, absolute."""
    tokens = iter(path.split())
    segments: list[Segment] = []
    here = (0.0, 0.0)

    def point() -> Point:
        return float(next(tokens)), float(next(tokens))

    for command in tokens:
        if command == "Z":
            yield tuple(_closed(segments))
            segments = []
        elif command == "M":
            here = point()
        else:
            segment = (here, *(point() for _ in range(1 if command == "L" else 3)))
            segments.append(segment)
            here = segment[-1]


def _closed(segments: list[Segment]) -> list[Segment]:
    """Return the segments joined end to start by lines where they do not touch."""
    joined: list[Segment] = []
    for at, segment in enumerate(segments):
        before = segments[at - 1][-1]
        if before != segment[0]:
            joined.append((before, segment[0]))
        joined.append(segment)
    return joined[1:] + joined[:1] if joined and joined[0] is not segments[0] else joined


def _above(segment: Segment, floor: float) -> Iterator[Segment]:
    steps = _SAMPLES if len(segment) == 4 else 1
    heights = [_at(segment, step / steps)[1] - floor for step in range(steps + 1)]
    times = [0.0]
    times += [
        _crossing(segment, floor, step / steps, (step + 1) / steps)
        for step in range(steps)
        if heights[step] * heights[step + 1] < 0
    ]
    times.append(1.0)
    for start, end in pairwise(times):
        if _at(segment, (start + end) / 2)[1] <= floor:
            yield _piece(segment, start, end)


def _crossing(segment: Segment, floor: float, low: float, high: float) -> float:
    rises = _at(segment, low)[1] < floor
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if (_at(segment, middle)[1] < floor) is rises:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _at(segment: Segment, time: float) -> Point:
    """Return the point of a segment at ``time`` from 0 to 1 (de Casteljau)."""
    points = list(segment)
    while len(points) > 1:
        points = [_between(one, other, time) for one, other in pairwise(points)]
    return points[0]


def _piece(segment: Segment, start: float, end: float) -> Segment:
    if (start, end) == (0.0, 1.0):
        return segment
    _, later = _split(segment, start)
    sooner, _ = _split(later, (end - start) / (1 - start))
    return sooner


def _split(segment: Segment, time: float) -> tuple[Segment, Segment]:
    points = list(segment)
    first, last = [points[0]], [points[-1]]
    while len(points) > 1:
        points = [_between(one, other, time) for one, other in pairwise(points)]
        first.append(points[0])
        last.append(points[-1])
    return tuple(first), tuple(reversed(last))


def _between(one: Point, other: Point, time: float) -> Point:
    return one[0] + (other[0] - one[0]) * time, one[1] + (other[1] - one[1]) * time
