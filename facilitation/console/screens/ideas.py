"""Screens with a line to type ideas in: the line, the list, choosing, correcting, pasting, undoing the text."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from facilitation.console import words
from facilitation.console.desk import Desk
from facilitation.console.paint.ideas import ListView
from facilitation.console.paint.row import EMPTY, Row
from facilitation.console.screens.live import LiveScreen
from facilitation.console.screens.overview import Overview
from facilitation.console.session import Session
from facilitation.console.widgets.line import CaptureLine, Field, LineView
from facilitation.errors import InvalidAnswerError
from facilitation.sheet import Address, checked_idea


class IdeaScreen(LiveScreen):
    """A live screen whose focus never leaves its line. ``desk`` is the sheet being filled."""

    def __init__(self, session: Session, sequence: str, sheet: str) -> None:
        super().__init__(session, sequence)
        self.desk = Desk(session, sequence, sheet)
        self.line = CaptureLine()
        self.selected = ""
        self.dropped = ""  # the text that Ctrl+Z took out of the line
        self.warned = False

    def below(self) -> ComposeResult:
        """Yield the line."""
        yield self.line

    def arrive(self) -> None:
        """Begin with the draft of the current cell."""
        self.after_moving()

    # --- what is shown ---

    def refresh_all(self) -> None:
        """Paint everything, the line's chip included."""
        super().refresh_all()
        if self.is_mounted:
            self.line.display = not self.session.workshop.read_only and self.has_line
            self.line.show(self.line_view())
            self._hold_focus()

    def _hold_focus(self) -> None:
        """Leave the focus in the line while it is shown; a hidden one would swallow the letters O and P."""
        wanted = self.line.field if self.line.display else None
        if self.focused is not wanted:
            self.set_focus(wanted)

    @property
    def has_line(self) -> bool:
        """Whether the current step is one where people speak."""
        return True

    def chip(self) -> str:
        """Return where the text goes."""
        raise NotImplementedError

    def line_view(self) -> LineView:
        """Return the line's view; amber while an idea is being corrected."""
        if self.desk.editing:
            return LineView(f"modifier · {self.column_name()}", self.session.author, "tatt", "sur_tatt")
        return LineView(self.chip(), self.session.author)

    def column_name(self) -> str:
        """Return the current column, as short as it goes."""
        column = self.desk.column
        return "" if column is None else words.capital(column.zone) or column.short or column.title

    def list_view(self, address: Address, *, title: Row = EMPTY, empty: tuple[str, ...] = ()) -> ListView:
        """Return a cell's list."""
        failing = self.session.keeper.failure is not None
        return ListView(self.desk.ideas(address), title, self.selected, self.desk.editing, self.desk.latest, empty, failing)

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of what one is doing: typing, choosing or correcting."""
        if self.session.workshop.read_only:
            return (("O", "mon propre carnet"), ("P", "prendre la main"), ("Tab", "zone"), ("Échap", "déroulé"))
        if self.desk.editing:
            return (("Entrée", "garder la correction"), ("Tab", "changer de zone"), ("Échap", "abandonner"))
        if self.selected:
            return (
                ("Entrée", "corriger"),
                ("Suppr", "retirer"),
                ("↑↓", "choisir"),
                ("Échap", "revenir à la saisie"),
                ("Ctrl+Z", "annuler"),
            )
        return self.typing_keys()

    def typing_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one types."""
        raise NotImplementedError

    # --- moving about, drafts kept ---

    def before_moving(self) -> None:
        """Put the unfinished line away with its cell."""
        if self.desk.editing:
            self._drop_edit()
        self.desk.draft = self.line.field.value
        self.selected = ""

    def after_moving(self) -> None:
        """Take out the unfinished line of the new cell."""
        self.desk.settle()
        self._write(self.desk.draft)
        self.desk.latest = ""
        self.refresh_all()

    def _write(self, text: str) -> None:
        self.line.field.value = text
        self.line.field.cursor_position = len(text)

    def go_to(self, address: object) -> None:
        """Go to the cell that an undo concerns."""
        if isinstance(address, Address) and address.sheet == self.desk.sheet_key and address != self.desk.address:
            self.before_moving()
            self.desk.go(address)
            self.after_moving()

    def show_overview(self) -> None:
        """Show every cell of every group; the chosen one is where one types from then."""

        def closed(chosen: Address | str | None) -> None:
            if isinstance(chosen, Address):
                self.go_to(chosen)
            elif chosen:
                self.typed_elsewhere(chosen)

        self.app.push_screen(Overview(self.desk), closed)

    def action_next_column(self) -> None:
        """Tab: the next zone; while correcting, the idea goes there."""
        self._change_column(1)

    def action_previous_column(self) -> None:
        """Maj+Tab: the zone before."""
        self._change_column(-1)

    def _change_column(self, step: int) -> None:
        key = self.desk.editing
        if not key:
            self.before_moving()
            self.desk.next_column(step)
            self.after_moving()
            return
        self.desk.next_column(step)
        if self.desk.column is not None:
            self.desk.move(key, self.desk.column)
        self.refresh_all()

    def action_next_row(self) -> None:
        """F6: the next actor, at its first column."""
        self._change_row(1)

    def action_previous_row(self) -> None:
        """Ctrl+↑: the actor before."""
        self._change_row(-1)

    def _change_row(self, step: int) -> None:
        self.before_moving()
        self.desk.next_row(step)
        self.after_moving()

    # --- typing ---

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the line."""
        event.stop()
        self.submitted(event.value.strip())

    def submitted(self, text: str) -> None:
        """Take a line: open the correction of the chosen idea, keep a correction, or keep an idea."""
        if self.selected and not self.desk.editing:
            self._edit(self.selected)
            return
        if self.refuses_to_write() or not text:
            return
        if text == "?":
            self._write("")
            self.action_help()
            return
        if self.desk.editing:
            self._keep_edit(text)
        elif self.give(text):
            self._write("")
            self.desk.draft = ""
        self.refresh_all()

    def give(self, text: str) -> bool:
        """Keep one idea; return whether the line may be emptied."""
        return self.desk.give(text)

    def on_field_pasted(self, event: Field.Pasted) -> None:
        """Keep each line of a paste."""
        event.stop()
        if not self.refuses_to_write():
            self.paste(event.text)
            self.refresh_all()

    def paste(self, text: str) -> None:
        """Keep each line of a paste as an idea."""
        self.desk.paste(text)

    def on_field_asked(self, event: Field.Asked) -> None:
        """Say how this terminal pastes."""
        event.stop()
        self.say(words.HOW_TO_PASTE)

    def on_field_typed(self, event: Field.Typed) -> None:
        """A letter while choosing means typing again."""
        event.stop()
        self.warned = False
        if self.selected and not self.desk.editing:
            self.selected = ""
            self.refresh_all()

    def typed_elsewhere(self, key: str) -> None:
        """Put the character that closed an overlay in the line."""
        if len(key) == 1:
            self.line.field.insert_text_at_cursor(key)
        else:
            super().typed_elsewhere(key)

    # --- choosing and correcting ---

    def on_key(self, event: events.Key) -> None:
        """Take the keys that this screen reads outside its line."""
        if self.pressed(event):
            event.stop()
            event.prevent_default()

    def pressed(self, event: events.Key) -> bool:
        """Act on the keys that choose (the line has one row, its arrows are free); return whether it was one."""
        match event.key:
            case "up":
                self._choose(-1)
            case "down" if self.selected:
                self._choose(1)
            case "down":
                self.desk.next_author()
                self.refresh_all()
            case "delete" | "backspace" if self.selected and not self.desk.editing:
                self._withdraw()
            case "o" | "O" if self.session.workshop.read_only:
                self.console.open_own()
            case "p" | "P" if self.session.workshop.read_only:
                self.console.take_over()
            case _:
                return False
        return True

    def _choose(self, step: int) -> None:
        keys = [idea.key for idea in self.desk.ideas() if idea.key]
        if not keys or self.desk.editing:
            return
        if self.selected not in keys:
            self.selected = keys[-1] if step < 0 else ""
        else:
            rank = keys.index(self.selected) + step
            self.selected = keys[rank] if 0 <= rank < len(keys) else keys[0] if rank < 0 else ""
        self.refresh_all()

    def _edit(self, key: str) -> None:
        answer = self.session.workshop.room.answer(key)
        if answer is not None and not self.refuses_to_write():
            self.desk.draft = self.line.field.value
            self.desk.editing = key
            self._write(str(answer.value))
            self.refresh_all()

    def _keep_edit(self, text: str) -> None:
        try:
            checked_idea(text)
        except InvalidAnswerError as error:
            self.say(words.refused(error))
            return
        self.desk.correct(self.desk.editing, text)
        self._leave_edit()

    def _drop_edit(self) -> None:
        self._leave_edit()
        self.say(words.EDIT_DROPPED)

    def _leave_edit(self) -> None:
        self.desk.editing, self.selected = "", ""
        self._write(self.desk.draft)

    def _withdraw(self) -> None:
        if self.refuses_to_write():
            return
        keys = [idea.key for idea in self.desk.ideas() if idea.key]
        rank = keys.index(self.selected) if self.selected in keys else -1
        self.desk.withdraw(self.selected)
        left = [key for key in keys if key != self.selected]
        self.selected = left[min(rank, len(left) - 1)] if left else ""
        self.refresh_all()

    def action_reword(self) -> None:
        """F2: correct the chosen idea, or the last one."""
        keys = [idea.key for idea in self.desk.ideas() if idea.key]
        if keys and not self.desk.editing:
            self.selected = self.selected or keys[-1]
            self._edit(self.selected)

    # --- undo and leaving ---

    def action_undo(self) -> None:
        """Ctrl+Z: first the text of the line, then the last act."""
        if self.desk.editing:
            self._drop_edit()
            self.refresh_all()
        elif self.line.field.value:
            self.dropped = self.line.field.value
            self._write("")
            self.say(words.undone(self.dropped))
        else:
            super().action_undo()

    def action_redo(self) -> None:
        """Ctrl+Y: first the text taken out of the line."""
        if self.dropped and not self.line.field.value:
            self._write(self.dropped)
            self.dropped = ""
        else:
            super().action_redo()

    def action_up_level(self) -> None:
        """Esc: leave the correction, then the choice, then (the text staying in the line) the screen."""
        if self.desk.editing:
            self._drop_edit()
        elif self.selected:
            self.selected = ""
        elif self.line.field.value and not self.warned:
            self.warned = True
            self.say(words.TEXT_STAYS)
        else:
            self.warned = False
            super().action_up_level()
            return
        self.refresh_all()
