"""Pages over a line: one where one always types, or one that opens only to write (hidden, the letters are keys)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult

from facilitation.console import words
from facilitation.console.screens.page import PageScreen
from facilitation.console.session import Session
from facilitation.console.widgets.line import CaptureLine, LineView


class OverLine(PageScreen):
    """A page of an open day over the line where one types."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.line = CaptureLine()

    def below(self) -> ComposeResult:
        """Yield the line."""
        yield self.line

    def arrive(self) -> None:
        """Put the cursor in the line."""
        self.set_focus(self.line.field)

    @property
    def has_side(self) -> bool:
        """Whether there is a panel at the right: what there is to see is over the line."""
        return False

    def refresh_all(self) -> None:
        """Paint everything, and what the line expects."""
        if self.is_mounted:
            self.line.show(self.line_view())
        super().refresh_all()

    def line_view(self) -> LineView:
        """Return what the line expects."""
        return LineView("")


class LinedPage(OverLine):
    """A page whose line opens. ``opened`` is what it is for, '' while it is hidden; ``picked``, a rank of what it lists."""

    CHIPS: ClassVar[Mapping[str, str]] = {}  # what the line is for → the word before it
    HINTS: ClassVar[Mapping[str, str]] = {}  # what the line is for → what to type
    FIRST_PICKED: ClassVar[int] = 0

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.opened = ""
        self.picked = self.FIRST_PICKED

    def arrive(self) -> None:
        """Hide the line until it is asked for."""
        self.line.display = False

    def open_line(self, what: str, text: str = "") -> None:
        """Open the line on a text, to write."""
        self.opened, self.picked = what, self.FIRST_PICKED
        self.line.display = True
        self.line.field.value = text
        self.line.field.cursor_position = len(text)
        self.line.show(self.line_view())
        self.set_focus(self.line.field)
        self.foot.say("")
        self.call_after_refresh(self.refresh_all)

    def close_line(self) -> None:
        """Hide the line, and what it held."""
        if self.opened:
            self.opened = ""
            self.set_focus(None)
            self.line.display = False
            self.line.field.value = ""
            self.call_after_refresh(self.refresh_all)

    def may_change(self) -> bool:
        """Return whether this console writes in the day; say so when it only looks on."""
        if self.session.workshop.read_only:
            self.say(words.READ_ONLY)
        return not self.session.workshop.read_only

    def line_view(self) -> LineView:
        """Return what the line is for; while it is hidden, nobody sees it."""
        return LineView(self.CHIPS.get(self.opened, ""), below=self.HINTS.get(self.opened, ""), placeholder="…")
