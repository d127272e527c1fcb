"""Words in somebody else's placeholder: how high they stand in its font, at which size they fit, over how many slides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from facilitation.typography import NBSP
from facilitation.writers.deck.pages import even, least
from facilitation.writers.hosted.host import Spot
from facilitation.writers.measure import LINE, SPARE, cut, line_count
from facilitation.writers.placing.frames import Box, Run

Kind = Literal["item", "number", "plain", "head", "small"]
SIZES = (32.0, 28.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
TITLE_SIZES = (40.0, 32.0, 28.0, 24.0, 20.0, 18.0)
FLOOR, SMALL_FLOOR = 18.0, 14.0  # sizes at which lists are cut in pages: where there is room, and in a small content
LEAST = 14.0
_BULLET, _NUMBER = 0.95, 1.45  # indents, in sizes
_GAP = 0.34  # between two paragraphs at another size than the template's, in sizes
_MANY = 999


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its words, what it is; ``start`` is the number of a numbered one."""

    runs: tuple[Run, ...]
    kind: Kind = "item"
    start: int = 1

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs under one heading, repeated on each slide that goes on with them."""

    lines: tuple[Line, ...]
    head: Line | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A placeholder with its words; ``size`` is 0 when they take the template's own."""

    spot: Spot
    lines: tuple[Line, ...]
    size: float = 0.0

    @property
    def shown(self) -> float:
        """The size of the words."""
        return self.size or self.spot.size


def line(text: str, kind: Kind = "item", *, lead: str = "", start: int = 1) -> Line:
    """Return a paragraph, bold words first."""
    runs = (Run(f"{lead} ", bold=True), Run(text)) if lead else (Run(text, bold=True if kind == "head" else None),)
    return Line(runs, kind, start)


def lines(texts: Iterable[str], kind: Kind = "item", *, first: int = 1) -> tuple[Line, ...]:
    """Return one paragraph a text, numbered from ``first`` when they are."""
    return tuple(line(text, kind, start=at) for at, text in enumerate(texts, first))


def indent(one: Line, spot: Spot, size: float) -> float:
    """Return how far the words of a paragraph stand from the left, in points."""
    if one.kind == "item":
        return spot.indent if spot.marked and spot.indent else round(_BULLET * size)
    return max(spot.indent, round(_NUMBER * size)) if one.kind == "number" else 0.0


def scale(one: Line, size: float) -> float:
    """Return the size of a paragraph in a text of that size."""
    return max(LEAST, round(size * 0.75)) if one.kind == "small" else size


def gap(spot: Spot, size: float) -> float:
    """Return what stands between two paragraphs, in points."""
    return spot.gap if size == spot.size else round(_GAP * size, 1)


def height(one: Line, spot: Spot, size: float) -> float:
    """Return how high a paragraph stands, with what follows it."""
    own = scale(one, size)
    bold = spot.bold or any(run.bold for run in one.runs)
    width = (spot.inside.w - indent(one, spot, size)) / spot.wide * SPARE
    leading = spot.leading if size == spot.size else 1.0
    return line_count(one.text, width, own, bold=bold) * LINE * spot.tall * own * leading + gap(spot, size)


def stacked(given: Sequence[Line], spot: Spot, size: float) -> float:
    """Return how high paragraphs stand together."""
    return sum(height(one, spot, size) for one in given) - (gap(spot, size) if given else 0.0)


def fitted(spot: Spot, given: Sequence[Line], sizes: Sequence[float] = SIZES, most: float = 999.0) -> Filled:
    """Return the words at the template's own size when they fit, else at the largest that does, else at the smallest."""
    room = spot.inside.h + 0.5
    tried = [size for size in (spot.size, *sizes) if size <= min(spot.size, most)] or [min(spot.size, most)]
    size = next((one for one in tried if stacked(given, spot, one) <= room), tried[-1])
    return Filled(spot, tuple(given), 0.0 if size == spot.size else size)


def fits(filled: Filled) -> bool:
    """Return whether words stay in their placeholder."""
    return stacked(filled.lines, filled.spot, filled.shown) <= filled.spot.inside.h + 0.5


def poured(spot: Spot, parts: Sequence[Part], floor: float = FLOOR) -> list[Filled]:
    """Return words over as many slides as they ask, none smaller than ``floor``, all at one size."""
    floor = min(floor, spot.size)
    whole = [replace(part, lines=tuple(_whole(part.lines, spot, floor))) for part in parts]
    flat = [(one, part.head) for part in whole for one in (part.lines or ())]
    together = _opened([(one, part.head) for part in whole for one in part.lines])
    alone = fitted(spot, together)
    if fits(alone) and alone.shown >= min(floor, spot.size):
        return [alone]
    heads = max((height(part.head, spot, floor) for part in whole if part.head), default=0.0)
    heights = [height(one, spot, floor) + (heads if _opens(flat, at) else 0.0) for at, (one, _) in enumerate(flat)]
    room = spot.inside.h + gap(spot, floor) - heads
    runs = least(heights, max(room, 1.0), _MANY)
    ends = even(heights, runs, ceil(len(flat))) if flat else []
    pages = [_opened(flat[start:end]) for start, end in zip([0, *ends], ends, strict=False)]
    size = min((fitted(spot, page).shown for page in pages), default=spot.size)
    return [Filled(spot, tuple(page), 0.0 if size == spot.size else size) for page in pages]


def _opens(flat: Sequence[tuple[Line, Line | None]], at: int) -> bool:
    return at > 0 and flat[at][1] is not None and flat[at][1] != flat[at - 1][1]


def _opened(given: Sequence[tuple[Line, Line | None]]) -> list[Line]:
    """Return paragraphs with their headings, each once."""
    shown: list[Line] = []
    before: Line | None = None
    for one, head in given:
        if head is not None and head != before:
            shown.append(head)
        before = head
        shown.append(one)
    return shown


def _whole(given: Sequence[Line], spot: Spot, size: float) -> Iterable[Line]:
    """Yield paragraphs, those taller than a slide in pieces that end with their number."""
    for one in given:
        if height(one, spot, size) <= spot.inside.h * 0.8:
            yield one
            continue
        width = (spot.inside.w - indent(one, spot, size)) / spot.wide * SPARE
        most = max(1, int(spot.inside.h * 0.7 / (scale(one, size) * LINE * spot.tall)) - 1)
        pieces = cut(one.text, width, scale(one, size), most, bold=True)
        for at, piece in enumerate(pieces, 1):
            number = f"{NBSP}({at}/{len(pieces)})" if len(pieces) > 1 else ""
            yield Line((Run(f"{piece}{number}"),), one.kind, one.start)


def boxed(spot: Spot, box: Box) -> Spot:
    """Return a placeholder moved: its place is then written on the slide."""
    return replace(spot, box=box, own=False)
