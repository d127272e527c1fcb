"""The line where one types: typing is sacred, every printable character goes to the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from facilitation.console.paint.row import CHIP, SOFT, Ink, Row, cut, fitted, justified, row
from facilitation.console.widgets.canvas import Canvas

LONG_PLACEHOLDER = "une idée, avec leurs mots, puis Entrée"
SHORT_PLACEHOLDER = "une idée, puis Entrée"


@dataclass(frozen=True, slots=True)
class LineView:
    """Where the text goes (``chip``, with the token of its ground), who speaks, and whether an idea is being corrected."""

    chip: str
    author: str = ""
    ground: str = "accent"
    ink: str = "sur_accent"
    placeholder: str = ""
    below: str = ""  # replaces « dit par » on lines that have no speaker


class Field(Input, inherit_bindings=False):
    """An Input of one line: pastes keep all their lines, and no Ctrl letter deletes anything silently."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "cursor_left", show=False),
        Binding("right", "cursor_right", show=False),
        Binding("shift+left", "cursor_left(True)", show=False),
        Binding("shift+right", "cursor_right(True)", show=False),
        Binding("home", "home", show=False),
        Binding("end,ctrl+e", "end", show=False),
        Binding("shift+home", "home(True)", show=False),
        Binding("shift+end", "end(True)", show=False),
        Binding("backspace", "delete_left", show=False),
        Binding("delete", "delete_right", show=False),
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", show=False),
        Binding("ctrl+a", "select_all", show=False),
        Binding("enter", "submit", show=False),
    ]

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Asked(Message):
        """Ctrl+V reached us: the terminal did not paste."""

    class Typed(Message):
        """A printable key is about to go into the text."""

    def __init__(self) -> None:
        super().__init__(select_on_focus=False, compact=True)
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        """Keep every line, in place of what is selected: Input alone would keep the first one (read in Textual 8.2.8)."""
        event.prevent_default()
        event.stop()
        lines = [line for line in event.text.splitlines() if line.strip()]
        if len(lines) > 1:
            self.post_message(self.Pasted(event.text))
        elif lines:
            self.replace(lines[0], *self.selection)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "ctrl+v":
            event.prevent_default()
            event.stop()
            self.post_message(self.Asked())
            return
        if event.is_printable:
            self.post_message(self.Typed())
        await super()._on_key(event)


class _Chip(Canvas):
    """Where the text goes."""

    GROUND = "creux"

    def __init__(self) -> None:
        super().__init__()
        self.content: Row = ()

    def rows(self, width: int, height: int) -> list[Row]:
        """Return the chip."""
        return [fitted(self.content, width)][:height]


class _Below(Canvas):
    """Who speaks."""

    def __init__(self) -> None:
        super().__init__()
        self.view = LineView("")

    def rows(self, width: int, height: int) -> list[Row]:
        """Return « dit par : … », and how to change it."""
        view = self.view
        if view.below:
            return [row("  ", (cut(view.below, width - 2), SOFT))][:height]
        who = row("  ", ("dit par\u00a0: ", SOFT), view.author or "tout le groupe")
        return [justified(who, row(("↓ changer ", SOFT)), width)][:height]


class CaptureLine(Vertical):
    """The chip, the field, and who speaks: two rows."""

    DEFAULT_CSS = """
    CaptureLine { height: 2; }
    CaptureLine Horizontal { height: 1; }
    CaptureLine _Chip { height: 1; width: 20; }
    CaptureLine _Below { height: 1; }
    CaptureLine Field { height: 1; border: none; padding: 0; width: 1fr; background: $field; color: $foreground; }
    CaptureLine Field > .input--placeholder { color: $soft; }
    CaptureLine Field:focus { background-tint: $field 100%; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.field = Field()
        self._chip = _Chip()
        self._below = _Below()

    def compose(self) -> ComposeResult:
        """Lay the parts out."""
        with Horizontal():
            yield self._chip
            yield self.field
        yield self._below

    def show(self, view: LineView) -> None:
        """Show a view; the text is left alone."""
        room = max(12, self.size.width // 2) if self.size.width else 30
        label = cut(f" {view.chip} ", room)
        ink = CHIP if view.ground == "accent" else Ink(view.ink, view.ground, bold=True)
        self._chip.content = row((label, ink), ("› ", Ink("accent", bold=True)))
        self._chip.styles.width = len(label) + 2
        free = self.size.width - len(label) - 2
        self.field.placeholder = view.placeholder or (LONG_PLACEHOLDER if free >= 40 else SHORT_PLACEHOLDER)
        self._chip.repaint()
        self._below.view = view
        self._below.repaint()

    def repaint(self) -> None:
        """Paint again, in the colours of the theme."""
        self._chip.repaint()
        self._below.repaint()
