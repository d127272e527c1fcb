"""What the screens of marks, texts and places share: a current cell, its one value, the rows that are added as one goes."""

from __future__ import annotations

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from facilitation.console import words
from facilitation.console.desk import Desk
from facilitation.console.paint.row import SOFT, STRONG, Row, cut, justified, row
from facilitation.console.screens.live import LiveScreen
from facilitation.console.screens.overview import Overview
from facilitation.console.session import Session
from facilitation.console.widgets.line import CaptureLine, Field, LineView
from facilitation.errors import InvalidAnswerError
from facilitation.progress import Place
from facilitation.sheet import Address, Answer
from facilitation.typography import french
from facilitation.workshop import acts


class FillingScreen(LiveScreen):
    """A sheet whose cells hold one value each, given by the group that is listened to; nobody is named.

    Where rows are free, a line adds them: Tab goes from the sheet to the line and back.
    """

    THING = "une ligne"

    def __init__(self, session: Session, sequence: str, sheet: str) -> None:
        super().__init__(session, sequence)
        self.desk = Desk(session, sequence, sheet)
        self.line = CaptureLine()
        self.asking = self.is_free and not self.desk.rows
        self.rewording = ""  # the key of the free row whose words are being corrected
        self._unfinished = ""  # what the line held before that
        self._at: Place | None = None

    @property
    def is_free(self) -> bool:
        """Whether rows are added while the exercise runs."""
        return self.desk.sheet.free_rows

    def below(self) -> ComposeResult:
        """Yield the line where rows are added."""
        yield self.line

    # --- what is shown ---

    def refresh_all(self) -> None:
        """Follow the step, then paint; the line is there where rows are free."""
        if not self.is_mounted:
            return
        self._follow()
        super().refresh_all()
        self.line.display = self.is_free and not self.session.workshop.read_only
        self.line.show(self._line_view())
        self.hold_focus()

    def _line_view(self) -> LineView:
        if self.rewording:
            return LineView("modifier", ground="tatt", ink="sur_tatt", below=french("Échap : laisser comme avant"))
        return LineView("Ajouter", placeholder=f"{self.THING}, puis Entrée", below=self._told_below())

    def hold_focus(self) -> None:
        """Leave the focus in the line while it adds rows; nowhere else, as the keys are read here."""
        wanted = self.line.field if self.asking and self.line.display else None
        if self.focused is not wanted:
            self.set_focus(wanted)

    def _told_below(self) -> str:
        return french("Tab : remplir la feuille") if self.asking else french(f"Tab : ajouter {self.THING}   F2 : la corriger")

    def _follow(self) -> None:
        """Point the desk at the round of the step, and at its row when it has one."""
        stop = self.play.stop
        if stop.place != self._at:
            self._at = stop.place
            if stop.step.sheet == self.desk.sheet_key:
                self.desk.round = stop.step.round
            if stop.row is not None:
                self.desk.row_key = stop.row.key
        self.desk.settle()
        if self.is_free and not self.desk.rows:
            self.asking = True

    def progress(self, width: int) -> tuple[str, tuple[Row, ...]]:
        """Return how much each group has filled."""
        cells, room = list(self.desk.sheet.cells()), self.session.workshop.room
        lines = []
        for group in self.session.groups():
            done = sum(bool(room.size(self._address(group.key, found.key, column.key))) for found, column in cells)
            ink = STRONG if group.key == self.session.group else SOFT
            told = row((f"{done} sur {len(cells)}", ink))
            lines.append(justified(row((cut(group.name, width - 12), ink)), told, width))
        return "Où on en est", tuple(lines)

    def _address(self, group: str, line: str, column: str) -> Address:
        return self.desk.address_of(line, column)._replace(group=group)

    # --- the value of a cell ---

    def standing(self, line: str, column: str) -> Answer | None:
        """Return the value of a cell for the group that is listened to, None when nothing was given."""
        given = self.session.workshop.room.cell(self.desk.address_of(line, column))
        unnamed = [answer for answer in given if not answer.author]
        return (unnamed or given or [None])[-1]  # type: ignore[list-item]  # None stands for an empty cell

    def put(self, value: str) -> bool:
        """Keep the value of the current cell; return False, and say why, when the protocol forbids it."""
        if self.desk.row is None or self.refuses_to_write():
            return False
        try:
            self.desk.exercise.check(value)
        except InvalidAnswerError as error:
            self.say(words.refused(error))
            return False
        room, sheet, address = self.session.workshop.room, self.desk.sheet, self.desk.address
        self.session.keep(partial(acts.put, room, sheet, address, value))
        return True

    def withdraw(self) -> None:
        """Take the value of the current cell away."""
        given = self.standing(self.desk.row_key, self.desk.column_key)
        if given is not None and not self.refuses_to_write():
            told = words.withdrawn(self.session.told(given.address, given.value))
            self.session.keep(partial(acts.withdraw, self.session.workshop.room, given.key), told)

    # --- moving about ---

    def go_to(self, address: object) -> None:
        """Go to the cell that an undo concerns."""
        if isinstance(address, Address) and address.sheet == self.desk.sheet_key:
            self.desk.go(address)
        self.after_moving()

    def move_row(self, step: int) -> None:
        """Go up or down a row, in the same column."""
        found = [line.key for line in self.desk.rows]
        if not found:
            return
        self.before_moving()
        rank = found.index(self.desk.row_key) if self.desk.row_key in found else 0
        self.desk.row_key = found[(rank + step) % len(found)]
        self.after_moving()

    def action_next_row(self) -> None:
        """F6: the next row."""
        self.move_row(1)

    def action_previous_row(self) -> None:
        """Ctrl+↑: the row before."""
        self.move_row(-1)

    def action_next_column(self) -> None:
        """Tab: to the line and back where rows are free, else the next cell."""
        self._tab(1)

    def action_previous_column(self) -> None:
        """Maj+Tab: the same, the other way."""
        self._tab(-1)

    def _tab(self, step: int) -> None:
        if self.rewording:
            return
        if self.is_free:
            self.before_moving()
            self.asking = not self.asking or not self.desk.rows
            self.after_moving()
        else:
            self.next_cell(step)

    def next_cell(self, step: int) -> None:
        """Go to the next cell, or to the one before."""
        self.move_row(step)

    def action_overview(self) -> None:
        """F3: every cell of every group."""
        self.before_moving()

        def closed(chosen: Address | str | None) -> None:
            if isinstance(chosen, Address):
                self.go_to(chosen)

        if self.desk.rows:
            self.app.push_screen(Overview(self.desk), closed)

    # --- adding rows, wording them otherwise, withdrawing them ---

    def action_reword(self) -> None:
        """F2: word the current free row otherwise."""
        found = self.desk.row
        if not self.is_free or found is None or self.rewording or self.refuses_to_write():
            return
        self.before_moving()
        self._unfinished = self.line.field.value
        self.rewording, self.asking = found.key, True
        self._write(found.title)
        self.refresh_all()

    def _write(self, text: str) -> None:
        self.line.field.value = text
        self.line.field.cursor_position = len(text)

    def before_moving(self) -> None:
        """Leave the words of a row as they were before the step changes."""
        super().before_moving()
        if self.rewording:
            self._leave_rewording()

    def _leave_rewording(self) -> None:
        self.rewording, self.asking = "", False
        self._write(self._unfinished)
        self.refresh_all()

    def _withdraw_row(self) -> None:
        """Withdraw the free row being worded otherwise, with what it holds: its line was emptied."""
        self.desk.withdraw_row(self.rewording, self.desk.settle)
        self._leave_rewording()

    def action_up_level(self) -> None:
        """Esc: leave the correction, then the screen."""
        if self.rewording:
            self._leave_rewording()
        else:
            super().action_up_level()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Add a row."""
        event.stop()
        text = event.value.strip()
        if text == "?":
            self.line.field.value = ""
            self.action_help()
        elif self.rewording:
            self._reworded(text)
        elif not text:
            self._tab(1)
        elif not self.refuses_to_write() and self.desk.add_row(text):
            self.line.field.value = ""
        self.refresh_all()

    def _reworded(self, text: str) -> None:
        if self.refuses_to_write():
            return
        if not text:
            self._withdraw_row()
        elif self.desk.reword_row(self.rewording, text):
            self._leave_rewording()

    def on_field_pasted(self, event: Field.Pasted) -> None:
        """Add each line of a paste as a row."""
        event.stop()
        if not self.refuses_to_write():
            self.desk.paste_rows(event.text)
            self.refresh_all()

    def on_field_asked(self, event: Field.Asked) -> None:
        """Say how this terminal pastes."""
        event.stop()
        self.say(words.HOW_TO_PASTE)

    def typed_elsewhere(self, key: str) -> None:
        """Take a character that closed an overlay: in the line while it adds rows, else as the key it is."""
        if self.asking and len(key) == 1:
            self.line.field.insert_text_at_cursor(key)
        else:
            self.app.simulate_key(key)

    # --- keys ---

    def on_key(self, event: events.Key) -> None:
        """Read the keys that fill the sheet; those of the line are the line's."""
        if self.session.workshop.read_only and event.key in {"o", "O", "p", "P"}:
            (self.console.open_own if event.key in {"o", "O"} else self.console.take_over)()
        elif self.asking or not self.pressed(event):
            return
        event.stop()
        event.prevent_default()

    def pressed(self, event: events.Key) -> bool:
        """Act on a key; return whether it was one of this screen's."""
        raise NotImplementedError

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of what one is doing."""
        if self.session.workshop.read_only:
            return (("O", "mon propre carnet"), ("P", "prendre la main"), ("↑↓", "aller"), ("Échap", "déroulé"))
        if self.rewording:
            return (("Entrée", "garder la correction"), ("ligne vide", "retirer"), ("Échap", "abandonner"))
        if self.asking:
            back = (("Tab", "remplir"),) if self.desk.rows else ()
            return (("Entrée", f"ajouter {self.THING}"), *back, ("Ctrl+Z", "annuler"))
        return self.filling_keys()

    def filling_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one fills the sheet."""
        raise NotImplementedError
