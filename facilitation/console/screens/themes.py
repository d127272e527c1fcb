"""Ideas filed under themes: a digit files the current one, the next comes by itself; the mouse drags them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Key as Pressed
from textual.events import MouseDown, MouseEvent, MouseMove, MouseUp
from textual.widgets import Input

from facilitation.console import keys, words
from facilitation.console.counting import digit_of
from facilitation.console.keys import Key
from facilitation.console.screens.shelved import NAME, RENAME, ThemesPage
from facilitation.typography import NBSP, plural
from facilitation.workshop.theming import Gathered, Theme

AT_ONCE: dict[str, tuple[Any, ...]] = {
    "up": ("action_choose", -1),
    "down": ("action_choose", 1),
    "left": ("action_theme", -1),
    "right": ("action_theme", 1),
    "space": ("action_mark",),
    "backspace": ("_into", -1),
    "delete": ("_into", -1),
    "enter": ("action_enter",),
    **{letter: (f"action_{key.action}",) for key in (keys.NAME_THEME, keys.RENAME, keys.LEFT_ONLY) for letter in key.keys},
}
_TARGET = re.compile(r"screen\.(choose_idea|into)\((-?\d+)\)")


class ThemesScreen(ThemesPage):
    """The ideas of a day, filed by keys or by the mouse."""

    CHIPS: ClassVar[Mapping[str, str]] = {NAME: "nouveau thème", RENAME: "renommer"}
    HINTS: ClassVar[Mapping[str, str]] = {
        NAME: "le nom du thème, il prend l’idée choisie",
        RENAME: "le nom que le thème aura dans la synthèse",
    }
    FIRST_PICKED: ClassVar[int] = -1  # the name as it is typed, until a theme is chosen
    ALLOW_SELECT = False  # the mouse drags ideas, not letters
    LETTERS: ClassVar[tuple[Key, ...]] = (
        keys.NAME_THEME, keys.RENAME, keys.WITHDRAW, keys.LEFT_ONLY, keys.OWN, keys.TAKE,
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys.BACK.all_keys, "back", show=False),
        Binding("f2", "rename", show=False),
        Binding("tab", "scope", show=False),
    ]
    _held: Gathered | None = None  # the idea under the button of the mouse
    _dropped = False  # whether letting it go filed it: a click may follow there, or come first

    def refresh_all(self) -> None:
        """Paint everything, and look again when something was kept."""
        self.filer.follow()
        super().refresh_all()

    # --- going about ---

    def action_choose_idea(self, rank: int) -> None:
        """A click in the list shows an idea."""
        self.close_line()
        self.filer.go(rank)
        self.refresh_all()

    def action_choose(self, step: int) -> None:
        """↑ ↓: the idea before or after; another theme while the line is open."""
        if self.opened:
            self.picked += step
        else:
            self.filer.go(self.filer.rank + step)
        self.refresh_all()

    def action_theme(self, step: int) -> None:
        """← →: choose the theme before or after."""
        self.filer.choose_theme(step)
        self.refresh_all()

    def action_scope(self) -> None:
        """Tab: another sequence, or the whole day."""
        if not self.opened:
            self.filer.next_scope()
            self.say(f"◆ {words.capital(self.where())}{NBSP}: {plural(len(self.filer.here), 'idée')}.")
            self.refresh_all()

    def action_left_only(self) -> None:
        """S: only the ideas that are in no theme, or all of them."""
        self.filer.toggle_left()
        self.refresh_all()

    def action_forward(self) -> None:
        """F5: the next idea that is in no theme; once all are filed, the documents."""
        if self.session.keeper.failure is not None:
            self.session.keeper.retry()
        elif self.opened:
            self.say(words.LINE_OPEN)
        elif not self.filer.left:
            self.console.show_documents()
        else:
            self.filer.next_left()
            self.refresh_all()

    def action_back(self) -> None:
        """F4: the idea before."""
        if not self.opened:
            self.action_choose(-1)

    def action_up_level(self) -> None:
        """Esc: leave the line, then the marks, then the screen."""
        if self.opened:
            self.close_line()
        elif self.filer.marked:
            self.filer.marked.clear()
            self.refresh_all()
        else:
            super().action_up_level()

    def action_open_own(self) -> None:
        """O: a journal of one's own, where one only looks on."""
        self.console.open_own()

    def action_take_over(self) -> None:
        """P: write in place of the other console."""
        self.console.take_over()

    # --- filing ---

    def action_mark(self, rank: int | None = None) -> None:
        """Mark an idea, to file several at once; one marked already no longer is."""
        if self.may_change():
            self.filer.mark(rank)
            self.refresh_all()

    def action_enter(self) -> None:
        """Enter: the chosen theme takes the idea."""
        if self.filer.theme is None:
            self.say(words.NO_THEME_YET)
        else:
            self._file(self.filer.theme)

    def action_into(self, rank: int) -> None:
        """A click on a theme: it takes the idea."""
        if self._held is None and not self._dropped:
            self._into(rank)
        self._dropped = False

    def _into(self, rank: int, alone: Gathered | None = None) -> None:
        """A theme takes the idea, or the one that is given; −1 takes it out of its own."""
        if rank >= len(self.filer.themes):
            self.say(words.NO_SUCH_THEME)
            return
        if rank >= 0:
            self.filer.theme_rank = rank
        self._file(self.filer.themes[rank] if rank >= 0 else None, alone)

    def _file(self, theme: Theme | None, alone: Gathered | None = None) -> None:
        if self.may_change():
            self.filer.file(theme, [alone] if alone else ())
            self.refresh_all()

    def action_withdraw(self) -> None:
        """X: withdraw the chosen theme."""
        if self.filer.theme is None:
            self.say(words.NO_THEME_YET)
        elif self.may_change():
            self.filer.withdraw()

    def action_undo(self) -> None:
        """Ctrl+Z: the text of the line; else the last gesture, whose idea comes back."""
        if self.opened:
            self.close_line()
        elif self.may_change():
            self.filer.undo()

    def action_redo(self) -> None:
        """Ctrl+Y: what was undone last."""
        if not self.opened and self.may_change():
            self.filer.redo()

    # --- the line ---

    def action_name_theme(self) -> None:
        """N: name a theme; it takes the idea."""
        if self.may_change():
            self.open_line(NAME)

    def action_rename(self) -> None:
        """R, F2: name the chosen theme otherwise."""
        if self.filer.theme is None:
            self.say(words.NO_THEME_YET)
        elif self.may_change():
            self.open_line(RENAME, self.filer.theme.title)

    def on_key(self, event: Pressed) -> None:
        """File by digits; do at once what a digit may follow, and open the line: letters that come before its focus are text.

        Textual runs the bindings of a key after the next keys have reached the screen (read in 8.2.8).
        """
        character = event.character or ""
        digit = digit_of(character, azerty=self.session.azerty) if event.is_printable else ""
        if self.opened and event.is_printable and character:
            self.line.field.insert_text_at_cursor(character)
        elif not self.opened and digit:
            self._into(int(digit) - 1)
        elif not self.opened and event.key in AT_ONCE:
            name, *given = AT_ONCE[event.key]
            getattr(self, name)(*given)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the themes that the letters name."""
        event.stop()
        if self.opened:
            self.picked = -1
            self.main.repaint()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the line."""
        event.stop()
        text, found = event.value.strip(), self.matching()
        if self.opened == NAME and 0 <= self.picked < len(found):
            self.filer.file(found[self.picked])
        elif not text:
            self.say(words.THEME_FIRST)
            return
        elif self.opened == NAME:
            self.filer.name(text)
        else:
            self.filer.reword(text)
        self.close_line()
        self.refresh_all()

    # --- the mouse ---

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take an idea in the mouse: it is the current one."""
        kind, rank = _target(event)
        shown, self._dropped = self.filer.shown, False
        if kind == "choose_idea" and rank < len(shown) and not self.opened:
            self._held = shown[rank]
            self.main.capture_mouse()
            self.action_choose_idea(rank)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show the theme that would take the idea."""
        if self._held is not None:
            kind, rank = _target(event)
            under = rank if kind == "into" else None
            if under != self.under:
                self.under = under
                self.main.repaint()

    def on_mouse_up(self, event: MouseUp) -> None:
        """Let the idea go: the theme under it takes it, with those marked when it is one of them."""
        held, self._held, self.under = self._held, None, None
        if held is None:
            return
        self.main.release_mouse()
        kind, rank = _target(event)
        if kind == "into":
            self._dropped = True
            self._into(rank, None if held in self.filer.taken else held)
        self.refresh_all()


def _target(event: MouseEvent) -> tuple[str, int]:
    """Return what the mouse points at: an idea of the list or a theme, and its rank; '' for anything else."""
    style = event.style if isinstance(event.style, Style) else Style()
    found = _TARGET.fullmatch(str(style.meta.get("@click", "")))
    return (found[1], int(found[2])) if found else ("", 0)
