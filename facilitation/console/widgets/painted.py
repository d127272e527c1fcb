"""The main part of a screen, and the strip that stands while a trouble lasts."""

from __future__ import annotations

from collections.abc import Callable

from facilitation.console import words
from facilitation.console.paint.row import Ink, Row, fitted, row, wrapped
from facilitation.console.widgets.canvas import Canvas

Paint = Callable[[int, int], list[Row]]


class Painted(Canvas):
    """The main part of a screen, painted by it."""

    DEFAULT_CSS = "Painted { height: 1fr; }"

    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self._paint = paint

    def rows(self, width: int, height: int) -> list[Row]:
        """Return the screen's rows."""
        return self._paint(width, height)


class TroubleStrip(Canvas):
    """The strip under the bar: permanent while the trouble lasts, dark red or amber."""

    DEFAULT_CSS = "TroubleStrip { height: 0; }"

    def __init__(self) -> None:
        super().__init__()
        self._strip: words.Strip | None = None

    def show(self, strip: words.Strip | None) -> None:
        """Show a strip, or nothing."""
        self._strip = strip
        self.styles.height = len(self.rows(self.app.size.width, 9))
        self.repaint()

    def rows(self, width: int, height: int) -> list[Row]:
        """Return what happened, then what to do."""
        if self._strip is None:
            return []
        ink = Ink("sur_talerte", "talerte") if self._strip.level == "alerte" else Ink("texte", "att_doux")
        strong = ink._replace(bold=True)
        lines = [(line, strong) for line in wrapped(self._strip.happened, width - 2)]
        lines += [(line, ink) for line in wrapped(self._strip.to_do, width - 2) if line]
        blank = (" " * width, ink)
        return [fitted(row((" ", ink), said, blank), width) for said in lines][:height]
