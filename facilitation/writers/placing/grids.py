"""Tables measured: cells set, rows as high as what they hold, never higher than the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.writers.placing.frames import Box, Para, stacked
from facilitation.writers.slides import Fill

PADDING = (8.0, 5.0)  # left and right, top and bottom
LIST_PADDING = (10.0, 8.0)


@dataclass(frozen=True, slots=True)
class GridCell:
    """The paragraphs of a cell, and its ground."""

    paras: tuple[Para, ...]
    fill: Fill = ""


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
    return max(stacked(cell.paras, width - 2 * across) for cell, width in zip(row, widths, strict=True)) + 2 * down


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
