"""What the app may ask of any screen that fills the terminal."""

from __future__ import annotations

from textual.screen import Screen


class Framed(Screen[None]):
    """A whole screen, as opposed to an overlay."""

    def refresh_all(self) -> None:
        """Paint everything again; only what changed is sent to the terminal."""

    def before_moving(self) -> None:
        """Keep what is being typed before the screen is left."""

    def typed_elsewhere(self, key: str) -> None:
        """Take a key that closed an overlay."""
