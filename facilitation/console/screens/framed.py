"""What every screen that fills the terminal has: a bar, a strip of troubles, a main part, something at its right, a foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget

from facilitation.console.paint.row import Row
from facilitation.console.widgets.bar import Bar
from facilitation.console.widgets.foot import LONG, SHORT, Foot
from facilitation.console.widgets.painted import Painted, TroubleStrip

if TYPE_CHECKING:
    from facilitation.console.app import Console


class Framed(Screen[None]):
    """A whole screen, as opposed to an overlay. Subclasses say what stands at the right, and fill the parts."""

    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.bar = Bar()
        self.strip = TroubleStrip()
        self.main = Painted(self.paint)
        self.foot = Foot()

    @property
    def console(self) -> Console:
        """The app."""
        return cast("Console", self.app)

    # --- layout ---

    def compose(self) -> ComposeResult:
        """Lay the parts out."""
        yield self.bar
        yield self.strip
        with Horizontal(id="middle"):
            with Vertical(id="work"):
                yield self.main
                yield from self.below()
            yield self.beside()
        yield self.foot

    def below(self) -> ComposeResult:
        """Yield what stands under the main part."""
        yield from ()

    def beside(self) -> Widget:
        """Return what stands at the right of wide windows."""
        raise NotImplementedError

    # --- what is shown ---

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the main part."""
        raise NotImplementedError

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot, the most useful first."""
        raise NotImplementedError

    def refresh_all(self) -> None:
        """Paint everything again; only what changed is sent to the terminal."""
        raise NotImplementedError

    def say(self, message: str) -> None:
        """Say something in the foot."""
        self.foot.say(message, LONG if message.startswith("▤") else SHORT)

    # --- what the app asks ---

    def before_moving(self) -> None:
        """Keep what is being typed before the screen is left, or its step changes."""

    def typed_elsewhere(self, key: str) -> None:
        """Do here what a key that closed an overlay does."""
        self.app.simulate_key(key)

    # --- keys ---

    def action_up_level(self) -> None:
        """Esc: up one level."""
        self.console.up_from(self)

    def action_help(self) -> None:
        """F1: the keys of this screen."""
        self.console.show_help(self)

    def action_palette(self) -> None:
        """Ctrl+P: every action by name."""
        self.console.show_palette()
