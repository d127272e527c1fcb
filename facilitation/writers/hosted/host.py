"""What an organisation's own presentation offers: its page, its layouts by use, room for drawings. In points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from facilitation.writers.placing.frames import Box

Role = Literal["title", "section", "body", "two", "only"]
ROLES: dict[Role, str] = {
    "title": "diapositive de titre",
    "section": "titre de section",
    "body": "titre et contenu",
    "two": "titre et deux contenus",
    "only": "titre seul",
}
_PLAIN = ("arial", "helvetica", "liberation sans", "arimo", "arial narrow")
_WIDE = (
    "verdana",
    "dejavu",
    "montserrat",
    "poppins",
    "raleway",
    "century gothic",
    "lexend",
    "open sans",
    "segoe ui",
    "noto sans",
)
_SMALLEST_ROOM = (400.0, 190.0)  # width and height, in points of Arial: under that nothing drawn can be read


@dataclass(frozen=True, slots=True)
class Spot:
    """A placeholder: what it is called in the file (``holds``), its place, how its first level is set.

    ``gap`` stands between two paragraphs, ``indent`` before words, ``pad`` inside the box: left, top, right, bottom. ``wide``
    and ``tall`` are how its font compares with Arial. ``own`` is False for one that the template lacks.
    """

    holds: str
    box: Box
    size: float = 18.0
    bold: bool = False
    leading: float = 1.0
    gap: float = 0.0
    indent: float = 0.0
    marked: bool = False
    pad: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)
    wide: float = 1.0
    tall: float = 1.0
    own: bool = True
    beside: bool = False  # whether ``pad`` keeps words clear of a logo: it is then written on the slide
    legible: bool = True  # False when its own colour is too close to the ground: ours is written

    @property
    def inside(self) -> Box:
        """Where its words may stand."""
        left, top, right, bottom = self.pad
        return Box(self.box.x + left, self.box.y + top, self.box.w - left - right, self.box.h - top - bottom)


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout of the template: its name, its part, its title, its bodies from left to right, what stands at the edge."""

    name: str
    part: str
    title: Spot | None
    bodies: tuple[Spot, ...]
    footer: Spot | None = None
    number: Spot | None = None
    kind: str = ""
    ground: str = ""  # #RRGGBB, empty when a picture or nothing that can be told

    def with_title(self, room: Box, *, wide: float) -> Layout:
        """Return the layout with a title: its own, or one made on top of that room."""
        if self.title:
            return self
        head = min(64.0, room.h * 0.25)
        made = Spot('type="title"', Box(room.x, room.y, room.w, head), 28, bold=True, wide=wide, own=False)
        lowered = tuple(replace(body, box=under(body.box, made.box), own=False) for body in self.bodies)
        return replace(self, title=made, bodies=lowered)


@dataclass(frozen=True, slots=True)
class Host:
    """A template ready to receive slides: its page, a layout for each role, room for what is drawn, its colours.

    ``paints`` gives, for each theme colour that we write, the colour of this template that plays its part, as XML;
    ``charts`` does so in charts.
    """

    width: float
    height: float
    layouts: Mapping[Role, Layout]
    room: Box
    wide: float
    tall: float
    paints: Mapping[str, str] = field(default_factory=dict)
    charts: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    @property
    def is_small(self) -> bool:
        """Whether there is no room for tables and drawings: they are then told as lists."""
        return self.room.w / self.wide < _SMALLEST_ROOM[0] or self.room.h / self.tall < _SMALLEST_ROOM[1]


def width_of(font: str) -> float:
    """Return how wide a font is, Arial being 1: what is not known counts as what software shows in its place."""
    name = font.casefold()
    if name.startswith(_PLAIN):
        return 1.0
    return 1.22 if name.startswith(_WIDE) else 1.14


def height_of(font: str) -> float:
    """Return how high a line of a font is, Arial's being 1."""
    return 1.0 if font.casefold().startswith(_PLAIN) else 1.1


def under(box: Box, above: Box) -> Box:
    """Return what is left of a box under another."""
    top = max(box.y, above.y + above.h)
    return Box(box.x, top, box.w, max(box.y + box.h - top, 0.0))
