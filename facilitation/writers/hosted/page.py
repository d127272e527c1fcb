"""A slide placed in an organisation's layout: words in its placeholders, drawings inside the room of its content. In points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitation.writers.hosted.host import Host, Layout, Role, Spot
from facilitation.writers.hosted.setting import Filled
from facilitation.writers.placing.frames import Box, Face, Frame, Holder, Para
from facilitation.writers.placing.grids import Grid
from facilitation.writers.placing.maps import Drawn
from facilitation.writers.slides import Bars, Gesture, Slide


@dataclass(frozen=True, slots=True)
class BarsDrawn:
    """A bar chart and its place."""

    bars: Bars
    box: Box


@dataclass(frozen=True, slots=True)
class MapDrawn:
    """A map, its place, what it tells."""

    found: Drawn
    box: Box
    message: str


@dataclass(frozen=True, slots=True)
class GestureDrawn:
    """A person, feet on the floor."""

    figure: Gesture
    axis: float
    floor: float
    scale: float


@dataclass(frozen=True, slots=True)
class BodyDrawn:
    """The body of a Silhouette, and where leaders go from the words to it: start, elbow, point."""

    left: float
    top: float
    scale: float
    about: str
    leaders: tuple[tuple[tuple[float, float], tuple[float, float], tuple[float, float]], ...]


Drawing = BarsDrawn | MapDrawn | GestureDrawn | BodyDrawn


@dataclass(frozen=True, slots=True)
class Page:
    """A slide of the template: its layout, its title, the placeholders it fills, what is drawn; ``slide`` is what it tells."""

    slide: Slide
    layout: Layout
    title: str
    filled: tuple[Filled, ...] = ()
    frames: tuple[Frame, ...] = ()
    grids: tuple[Grid, ...] = ()
    drawn: tuple[Drawing, ...] = ()
    notes: str = ""
    most: float = 999.0  # the largest size of its title: titles do not jump from a slide to the next

    @property
    def head(self) -> Spot:
        """The placeholder of its title."""
        assert self.layout.title is not None, "a host gives a title to every layout it offers"
        return self.layout.title


@dataclass(frozen=True, slots=True)
class Room:
    """The room of what is drawn, counted in Arial: from (0, 0), as wide and high as the template's font makes it."""

    host: Host

    @property
    def w(self) -> float:
        """Its width."""
        return self.host.room.w / self.host.wide

    @property
    def h(self) -> float:
        """Its height."""
        return self.host.room.h / self.host.tall

    @property
    def box(self) -> Box:
        """The whole of it."""
        return Box(0, 0, self.w, self.h)

    def on_page(self, box: Box) -> Box:
        """Return where that stands on the slide."""
        room, across, down = self.host.room, self.host.wide, self.host.tall
        return Box(room.x + box.x * across, room.y + box.y * down, box.w * across, box.h * down)

    def frame(self, frame: Frame) -> Frame:
        """Return words where they stand on the slide."""
        return replace(frame, box=self.on_page(frame.place), inset=frame.inset * self.host.wide)

    def grid(self, grid: Grid) -> Grid:
        """Return a table where it stands on the slide."""
        widths = tuple(width * self.host.wide for width in grid.widths)
        return replace(
            grid, box=self.on_page(grid.box), widths=widths, heights=tuple(one * self.host.tall for one in grid.heights)
        )


def layout(host: Host, role: Role) -> Layout:
    """Return the layout of a role."""
    return host.layouts[role]


def text(name: str, box: Box, paras: Sequence[Para]) -> Frame:
    """Return words in a box of their own."""
    return Frame(Holder(name, 1, box, Face(18)), tuple(paras))
