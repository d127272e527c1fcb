"""Overlays: help, overview, rounds, big timer. Any key closes them, and a printable one goes on to the line below."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from facilitation.console.paint.row import Row
from facilitation.console.widgets.canvas import Canvas
from facilitation.console.widgets.painted import Paint


class Sheet(Canvas):
    """What an overlay shows."""

    GROUND = "surface"

    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self._paint = paint

    def rows(self, width: int, height: int) -> list[Row]:
        """Return the overlay's rows."""
        return self._paint(width, height)


class Overlay(ModalScreen[str | None]):
    """A panel that any key closes; it returns the key when the screen below should have it, None otherwise.

    ``side`` is where it stands (« centre », « right », « full »); ``live`` repaints it every second.
    """

    DEFAULT_CSS = """
    Overlay { background: $background 55%; align: center middle; }
    Overlay.right { align: right top; }
    Overlay.full { align: left top; }
    """
    AUTO_FOCUS = ""

    def __init__(self, paint: Paint, width: int, height: int, *, side: str = "centre", live: bool = False) -> None:
        super().__init__(classes=side)
        self._sheet = Sheet(paint)
        self._wanted = width, height
        self._live = live

    def compose(self) -> ComposeResult:
        """Lay the panel out."""
        yield self._sheet

    def on_mount(self) -> None:
        """Give the panel its size."""
        self._measure()
        if self._live:
            self.set_interval(1, self._sheet.repaint)

    def on_resize(self) -> None:
        """Keep the panel inside the window."""
        self._measure()

    def _measure(self) -> None:
        width, height = self._wanted
        self._sheet.styles.width = min(width, self.app.size.width)
        self._sheet.styles.height = min(height, self.app.size.height)

    async def on_key(self, event: events.Key) -> None:
        """Close; the key goes on unless it only meant « close »."""
        event.stop()
        event.prevent_default()
        self.dismiss(None if event.key in {"escape", "enter"} else event.key if not event.is_printable else event.character)

    def on_click(self) -> None:
        """Close."""
        self.dismiss(None)
