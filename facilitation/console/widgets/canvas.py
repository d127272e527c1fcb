"""A widget that paints rows, and repaints only those that changed: never a widget per idea."""

from __future__ import annotations

from typing import ClassVar

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from facilitation.console.paint.palette import DARK, PALETTES, Palette
from facilitation.console.paint.row import EMPTY, Row, strip


def palette_of(widget: Widget) -> Palette:
    """Return the palette of the app's theme."""
    return PALETTES.get(widget.app.theme, DARK)


class Canvas(Widget):
    """Rows painted by ``rows``, which subclasses give; ``repaint`` compares them with those on screen."""

    GROUND: ClassVar[str] = "fond"
    can_focus = False

    def __init__(self, **options: str) -> None:
        super().__init__(**options)  # type: ignore[arg-type]  # id and classes
        self._rows: list[Row] = []
        self._palette = DARK

    def rows(self, width: int, height: int) -> list[Row]:
        """Return what is shown now in that many columns and rows."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Compute the rows again and refresh only those that differ."""
        width, height = self.size
        if not width or not height:
            return
        new = self.rows(width, height)[:height]
        new += [EMPTY] * (height - len(new))
        palette = palette_of(self)
        everything = palette is not self._palette or len(new) != len(self._rows)
        old, self._rows, self._palette = self._rows, new, palette
        if everything:
            self.refresh()
            return
        changed = [Region(0, line, width, 1) for line, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
        if changed:
            self.refresh(*changed)

    def on_resize(self) -> None:
        """Paint for the new size."""
        self._rows = []
        self.repaint()

    def render_line(self, y: int) -> Strip:
        """Return one painted row."""
        line = self._rows[y] if y < len(self._rows) else EMPTY
        return strip(line, self.size.width, self._palette, self.GROUND)
