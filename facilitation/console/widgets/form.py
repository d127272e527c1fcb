"""A form: fields one under the other, each with its name, how many words it holds and whether they are kept."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import TextArea

from facilitation.console.paint.row import ACCENT, SOFT, STRONG, Ink, Row, cut, fitted, justified, row
from facilitation.console.widgets.canvas import Canvas
from facilitation.typography import plural


class Area(TextArea, inherit_bindings=False):
    """A text of several lines. Tab leaves it; no key of the console is taken, no Ctrl letter deletes anything silently."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("left", "cursor_left", show=False),
        Binding("right", "cursor_right", show=False),
        Binding("home", "cursor_line_start", show=False),
        Binding("end,ctrl+e", "cursor_line_end", show=False),
        Binding("shift+left", "cursor_left(True)", show=False),
        Binding("shift+right", "cursor_right(True)", show=False),
        Binding("shift+up", "cursor_up(True)", show=False),
        Binding("shift+down", "cursor_down(True)", show=False),
        Binding("backspace", "delete_left", show=False),
        Binding("delete", "delete_right", show=False),
        Binding("ctrl+backspace,alt+backspace", "delete_word_left", show=False),
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+z", "undo", show=False),
        Binding("ctrl+y", "redo", show=False),
    ]

    def __init__(self, text: str) -> None:
        super().__init__(text, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, compact=True)
        self.cursor_blink = False
        self.highlight_cursor_line = False


class Label(Canvas):
    """The name of a field, and where it is."""

    DEFAULT_CSS = "Label { height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.content: Row = ()

    def rows(self, width: int, height: int) -> list[Row]:
        """Return the row."""
        return [fitted(self.content, width)][:height]


class FormField(Vertical):
    """One cell: its place (row and column), its name, its text."""

    DEFAULT_CSS = """
    FormField { height: auto; }
    FormField Area { height: auto; min-height: 2; max-height: 5; border: none; padding: 0 0 0 1; margin: 0 1 0 2;
        background: $field; color: $foreground; }
    FormField.roomy Area { min-height: 4; max-height: 7; }
    """

    def __init__(self, cell: tuple[str, str], name: str, text: str) -> None:
        super().__init__()
        self.cell = cell
        self.title = name
        self.label = Label()
        self.area = Area(text)
        self.known = clean(text)  # what is kept, as far as this field knows

    def compose(self) -> ComposeResult:
        """Lay the parts out."""
        yield self.label
        yield self.area

    @property
    def is_changed(self) -> bool:
        """Whether something typed is not kept yet."""
        return clean(self.area.text) != self.known

    def take(self, text: str) -> None:
        """Show what is kept, unless something typed here is not kept yet."""
        kept = clean(text)
        if self.known != kept and not self.is_changed:
            self.area.text = text
        self.known = kept

    def tell(self, kept: str, width: int, *, is_current: bool) -> None:
        """Show the name, the number of words, and « ✓ gardé à 11:07:12 » or « à compléter »."""
        count = len(self.area.text.split())
        state, token = (kept, "ok") if count and not self.is_changed else ("… j’écris" if count else "à compléter", "doux")
        said = row((f"{plural(count, 'mot')}  " if count else "", SOFT), (f"{state} ", Ink(token)))
        name = row(("▶ " if is_current else "  ", ACCENT), (cut(self.title, width - 36), STRONG))
        self.label.content = justified(name, said, width)
        self.label.repaint()


def clean(text: str) -> str:
    """Return a text as it is kept: without the spaces that end its lines, nor the blank lines around it."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()
