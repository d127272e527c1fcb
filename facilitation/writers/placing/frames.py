"""Text set in a box: what a placeholder of a layout gives, what a slide puts in it, and how high that stands. In points."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from facilitation.writers.measure import LINE, SPARE, line_count

Tone = Literal["encre", "papier", "sable", "accent", "clair", "gris", "blanc", "creme"]  # « blanc », « creme »: on dark grounds
Side = Literal["left", "center", "right"]
Anchor = Literal["top", "center", "bottom"]
Mark = Literal["", "•", "1"]  # none, a bullet, a number

_BULLET = 0.92  # indents, in sizes
_NUMBER = 1.37


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Face:
    """How a paragraph is set: size, weight, tone, leading (share of a line), what follows it, side, bullet or number."""

    size: float
    bold: bool = False
    tone: Tone = "encre"
    leading: float = 1.0
    after: float = 0.0
    side: Side = "left"
    mark: Mark = ""
    start: int = 1  # of the numbers
    hang: float = 0.0  # how far the words stand from their bullet, in sizes; 0: as usual

    @property
    def indent(self) -> float:
        """How far the words stand from their bullet or number."""
        usual = {"": 0.0, "•": _BULLET, "1": _NUMBER}[self.mark]
        return round((self.hang if self.mark and self.hang else usual) * self.size)

    def at(self, size: float) -> Face:
        """Return the same face at another size, what follows in proportion."""
        return self if size == self.size else replace(self, size=size, after=round(self.after * size / self.size, 1))


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder of a layout: its name and number, its box, the face it gives, where its text rests."""

    name: str
    number: int  # 0 is the title
    box: Box
    face: Face
    anchor: Anchor = "top"
    pad: tuple[float, float] = (0.0, 0.0)  # left and right, top and bottom
    fill: Tone | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one weight and tone; None takes those of the paragraph."""

    text: str
    bold: bool | None = None
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph of a slide."""

    runs: tuple[Run, ...]
    face: Face

    @property
    def text(self) -> str:
        """The words, without their setting."""
        return self.runs[0].text if len(self.runs) == 1 else "".join(run.text for run in self.runs)

    def lines(self, width: float) -> int:
        """Return how many lines it takes in a box that wide; a paragraph partly bold is counted bold."""
        bold = any(self.face.bold if run.bold is None else run.bold for run in self.runs)
        return line_count(self.text, (width - self.face.indent) * SPARE, self.face.size, bold=bold)

    def height(self, width: float) -> float:
        """Return how high it stands, without what follows it."""
        return self.lines(width) * LINE * self.face.size * self.face.leading


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of a slide in one placeholder. ``inset`` keeps free the right of the box: lines are then even."""

    holder: Holder
    paras: tuple[Para, ...]
    inset: float = 0.0
    box: Box | None = field(default=None)  # where it differs from the layout's

    @property
    def place(self) -> Box:
        """Where it stands."""
        return self.box or self.holder.box

    @property
    def height(self) -> float:
        """How high its words stand."""
        across, down = self.holder.pad
        return stacked(self.paras, self.place.w - 2 * across - self.inset) + 2 * down

    @property
    def fits(self) -> bool:
        """Whether its words stay in their box."""
        return self.height <= self.place.h + 0.5


def stacked(paras: tuple[Para, ...], width: float) -> float:
    """Return how high paragraphs stand, one under the other."""
    if not paras:
        return 0.0
    return sum(para.height(width) + para.face.after for para in paras) - paras[-1].face.after


def para(text: str, face: Face) -> Para:
    """Return a paragraph of one run."""
    return Para((Run(text),), face)


def paras(texts: tuple[str, ...], face: Face) -> tuple[Para, ...]:
    """Return one paragraph a text."""
    return tuple(para(text, face) for text in texts)
