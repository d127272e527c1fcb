"""Tables measured: cells set, rows as high as what they hold, never higher than the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.writers.placing.frames import Box, Para, stacked
from facilitation.writers.slides import Fill

PADDING = (8.0, 5.0)  # left and right, top and bottom
LIST_PADDING = (10.0, 8.0)
BAR, BAR_ROOM = 8.0, 26.0  # how high a bar is under the number of a cell, and what it adds to its row


@dataclass(frozen=True, slots=True)
class GridCell:
    """The paragraphs of a cell, its ground, and the bar under them, from 0 to 1 of its width."""

    paras: tuple[Para, ...]
    fill: Fill = ""
    bar: float | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table placed: its name, its box, widths of columns, heights of rows; the first row is the head."""

    name: str
    box: Box
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    total: bool = False
    lists: bool = False  # cells hold lists: more padding, set from the top

    @property
    def height(self) -> float:
        """How high the rows stand."""
        return sum(self.heights)

    @property
    def fits(self) -> bool:
        """Whether the rows stay in the box."""
        return self.height <= self.box.h + 0.5


def asked(row: Sequence[GridCell], widths: Sequence[float], padding: tuple[float, float] = PADDING) -> float:
    """Return how high a row must be for its highest cell."""
    across, down = padding
    highest = max(stacked(cell.paras, width - 2 * across) for cell, width in zip(row, widths, strict=True))
    return highest + 2 * down + (BAR_ROOM if any(cell.bar is not None for cell in row) else 0.0)


def shared(asked_heights: Sequence[float], wanted: float, room: float) -> list[float]:
    """Return the heights of rows: ``wanted`` each, or more where asked, lowered together when ``room`` is short."""
    low, high = 0.0, wanted
    if sum(max(height, wanted) for height in asked_heights) <= room:
        low = wanted
    while high - low > 0.25:
        middle = (low + high) / 2
        if sum(max(height, middle) for height in asked_heights) <= room:
            low = middle
        else:
            high = middle
    return [round(max(height, low), 2) for height in asked_heights]
