"""The largest size at which words stay in their box, and lines of display text made even."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from facilitation.writers.measure import SPARE, even_lines, line_count, split_by_sense
from facilitation.writers.placing.frames import Box, Face, Frame, Holder, Para, Run, Tone
from facilitation.writers.placing.grids import Grid
from facilitation.writers.placing.holders import Plan
from facilitation.writers.style import HEADING_SIZES


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
    halves: Sequence[str] = (title,)
    if line_count(title, holder.box.w * SPARE, face.size, bold=True) > 1:
        by_sense = split_by_sense(title, holder.box.w, face.size)
        halves = by_sense or even_lines(title, holder.box.w, face.size, bold=True)
    return Frame(holder, (Para((Run("\n".join(halves)),), face),))


def displayed(holder: Holder, text: str, sizes: Iterable[float], kicker: Kicker | None = None, box: Box | None = None) -> Frame:
    """Return display text at the largest of ``sizes`` that fits, its lines made even, under a small line (``kicker``)."""

    def build(size: float) -> Frame:
        face = holder.face.at(size)
        lines = even_lines(text, (box or holder.box).w, size, bold=face.bold)
        paras: tuple[Para, ...] = (Para((Run("\n".join(lines)),), face),)
        if kicker:
            small = Face(kicker.size, bold=True, tone=kicker.tone, after=kicker.after)
            paras = (Para((Run(kicker.text),), small), *paras)
        return Frame(holder, paras, box=box)

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
