"""The largest size at which words stay in their box, and lines of display text made even."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from facilitation.writers.measure import balanced_inset, line_count, split_by_sense
from facilitation.writers.placing.frames import Box, Face, Frame, Holder, Para, Run, Tone
from facilitation.writers.placing.grids import Grid
from facilitation.writers.placing.holders import Plan
from facilitation.writers.style import HEADING_SIZES

_MOST_BALANCED = 6  # lines: more is a text, not a display


@dataclass(frozen=True, slots=True)
class Placed:
    """A slide placed: its layout, its words in reading order (the title first), its tables."""

    plan: Plan
    frames: tuple[Frame, ...]
    grids: tuple[Grid, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether everything stays in its box."""
        return all(frame.fits for frame in self.frames) and all(grid.fits for grid in self.grids)


def largest(build: Callable[[float], Frame], sizes: Iterable[float]) -> Frame:
    """Return the frame at the first of ``sizes`` (largest first) at which it fits, at the last one when none does."""
    frame: Frame | None = None
    for size in sizes:
        frame = build(size)
        if frame.fits:
            break
    assert frame is not None, "at least one size is given"
    return frame


def scaled(holder: Holder, paras: tuple[Para, ...], sizes: Iterable[float], box: Box | None = None) -> Frame:
    """Return paragraphs at the largest of ``sizes`` that fits."""
    return largest(lambda size: Frame(holder, tuple(replace(para, face=para.face.at(size)) for para in paras), box=box), sizes)


def listed(holder: Holder, items: tuple[str, ...], sizes: Iterable[float], box: Box | None = None) -> Frame:
    """Return one paragraph an item, as the placeholder sets them, at the largest of ``sizes`` that fits."""
    return scaled(holder, tuple(Para((Run(item),), holder.face) for item in items), sizes, box)


def headed(plan: Plan, title: str) -> Frame:
    """Return the title of an ordinary slide: two lines at most, cut by sense or else made even."""
    holder = plan.holders[0]
    return largest(lambda size: _evened(holder, title, holder.face.at(size)), HEADING_SIZES)


def _evened(holder: Holder, title: str, face: Face) -> Frame:
    width = holder.box.w
    if "\n" not in title and line_count(title, width * 0.97, face.size, bold=True) == 2:
        halves = split_by_sense(title, width, face.size)
        if halves:
            return Frame(holder, (Para((Run("\n".join(halves)),), face),))
        return Frame(holder, (Para((Run(title),), face),), inset=balanced_inset(title, width, face.size, bold=True))
    return Frame(holder, (Para((Run(title),), face),))


def displayed(holder: Holder, text: str, sizes: Iterable[float], kicker: Kicker | None = None, box: Box | None = None) -> Frame:
    """Return display text at the largest of ``sizes`` that fits, its lines made even, under a small line (``kicker``)."""

    def build(size: float) -> Frame:
        face = holder.face.at(size)
        place = box or holder.box
        lines = line_count(text, place.w * 0.97, size, bold=face.bold)
        inset = balanced_inset(text, place.w, size, bold=face.bold) if 1 < lines <= _MOST_BALANCED else 0.0
        paras: tuple[Para, ...] = (Para((Run(text),), face),)
        if kicker:
            small = Face(kicker.size, bold=True, tone=kicker.tone, after=kicker.after)
            paras = (Para((Run(kicker.text),), small), *paras)
        return Frame(holder, paras, inset, box)

    return largest(build, sizes)


@dataclass(frozen=True, slots=True)
class Kicker:
    """The small bold line over a display text."""

    text: str
    size: float
    tone: Tone
    after: float = 0.0


def noted(plan: Plan, text: str) -> tuple[Frame, ...]:
    """Return the note of a slide in one line, or no frame without a text."""
    return (listed(plan["Note"], (text,), (18, 16, 14)),) if text else ()
