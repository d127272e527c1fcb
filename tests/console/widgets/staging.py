"""A stage for one widget: an app that has the console's colours and nothing else."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.theme import Theme
from textual.widget import Widget

from facilitation.console.paint.palette import DARK


class Stage(App[None]):
    """Shows widgets one under the other, and remembers the messages it is told to listen to."""

    CSS = "Screen { background: $background; color: $foreground; }"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, *widgets: Widget) -> None:
        super().__init__()
        self.shown = widgets
        self.heard: list[object] = []
        self.register_theme(
            Theme(
                name=DARK.name,
                primary=DARK.accent,
                foreground=DARK.texte,
                background=DARK.fond,
                surface=DARK.surface,
                variables={"field": DARK.creux, "soft": DARK.doux},
            )
        )
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        yield from self.shown

    @property
    def lines(self) -> list[str]:
        """What the terminal shows."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]
