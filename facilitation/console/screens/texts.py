"""Texts: the fields of a form, one under the other; what is typed is kept one second after the last key, and on leaving."""

from __future__ import annotations

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.timer import Timer
from textual.widget import AwaitMount
from textual.widgets import TextArea

from facilitation.console import words
from facilitation.console.paint.row import ACCENT, SOFT, Row, cut, justified, row
from facilitation.console.screens.filling import FillingScreen
from facilitation.console.session import Session
from facilitation.console.widgets.form import FormField, clean
from facilitation.errors import InvalidAnswerError
from facilitation.sheet import Address
from facilitation.workshop import acts

PAUSE = 1.0  # seconds after the last key
ROOMY = 30


class TextsScreen(FillingScreen):
    """One form: the rows of a sheet of one column, else the columns of the current row, which F6 changes."""

    THING = "une fiche"
    CSS = """
    TextsScreen Painted { height: 1; }
    TextsScreen VerticalScroll { height: 1fr; scrollbar-size: 1 1; }
    """

    def __init__(self, session: Session, sequence: str, sheet: str) -> None:
        super().__init__(session, sequence, sheet)
        self.fields: list[FormField] = []
        self.form = VerticalScroll(can_focus=False)
        self._shown: tuple[object, ...] = ()
        self._pausing: Timer | None = None

    def below(self) -> ComposeResult:
        """Yield the fields, then the line where forms are added."""
        yield self.form
        yield from super().below()

    # --- what is shown ---

    def paint(self, width: int, _height: int) -> list[Row]:
        """Return the name of the form, and its rank where there are several."""
        line, found = self.desk.row, [line.key for line in self.desk.rows]
        if self._is_one_form or line is None:
            told = self.desk.sheet.title if self.desk.rows else "Pas encore de fiche. Tapez le nom de la première, puis Entrée."
            return [row("  ", (cut(told, width - 4), ACCENT))]
        rank = row((f"{found.index(line.key) + 1}/{len(found)} ", SOFT))
        return [justified(row("  ", (cut(line.title, width - 12), ACCENT)), rank, width)]

    @property
    def _is_one_form(self) -> bool:
        return len(self.desk.sheet.columns) == 1 and not self.is_free

    def _cells(self) -> list[tuple[tuple[str, str], str]]:
        """Return the cells of the form and their names."""
        if self._is_one_form:
            return [((line.key, column.key), line.title) for line, column in self.desk.sheet.cells()]
        line = self.desk.row
        return [((line.key, column.key), column.title) for column in self.desk.columns_of(line)] if line else []

    def refresh_all(self) -> None:
        """Show the form of the group and row that are current; what is kept elsewhere comes in."""
        if not self.is_mounted:
            return
        self._follow()
        shown = (self.desk.address_of("", ""), *(cell for cell, _ in self._cells()))
        if shown != self._shown:
            self.keep_all()
            self._shown = shown
            self._lay_out()
        for field in self.fields if self.session.keeper.is_idle else ():  # else what waits would be undone on screen
            field.take(self._kept(field.cell))
        super().refresh_all()
        self._tell()

    def _lay_out(self) -> None:
        self.form.remove_children()
        self.fields = [FormField(cell, name, self._kept(cell)) for cell, name in self._cells()]
        for field in self.fields:
            field.set_class(self.app.size.height >= ROOMY, "roomy")
            field.area.read_only = self.session.workshop.read_only
        self.call_later(self._focus_once, self.form.mount_all(self.fields))

    async def _focus_once(self, mounted: AwaitMount) -> None:
        """Give the current field the focus once the fields are there."""
        await mounted
        self.hold_focus()

    def _kept(self, cell: tuple[str, str]) -> str:
        given = self.standing(*cell)
        return str(given.value) if given else ""

    def _tell(self) -> None:
        here = self._here()
        at = f"✓ gardé à {self.session.kept_at}" if self.session.kept_at else "✓ gardé"
        for field in self.fields:
            field.tell(at if field is here else "✓ gardé", max(20, self.form.size.width - 1), is_current=field is here)

    def _here(self) -> FormField | None:
        cell = (self.desk.row_key, self.desk.column_key)
        return next((field for field in self.fields if field.cell == cell), None)

    def hold_focus(self) -> None:
        """Leave the focus in the current field, or in the line."""
        here = self._here()
        if self.asking or here is None:
            super().hold_focus()
        elif self.focused is not here.area and here.is_mounted:
            self.set_focus(here.area)

    # --- keeping ---

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is typed one second after the last key."""
        event.stop()
        if self._pausing is not None:
            self._pausing.stop()
        self._pausing = self.set_timer(PAUSE, self.keep_all)
        self._tell()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Follow the mouse: the field that was clicked is the current one; the one left is kept."""
        field = next((field for field in self.fields if field.area is self.focused), None)
        if field is not None and field is not self._here():
            self.keep_all()
            self.asking = False
            self.desk.row_key, self.desk.column_key = field.cell
            self._tell()

    def keep_all(self) -> None:
        """Keep every field that changed; an emptied one is withdrawn."""
        changed = [field for field in self.fields if field.is_changed]
        for field in changed if not self.session.workshop.read_only else []:
            self._keep(field)

    def _keep(self, field: FormField) -> None:
        text, given = clean(field.area.text), self.standing(*field.cell)
        try:
            self.desk.exercise.check(text)
        except InvalidAnswerError as error:
            self.say(words.refused(error))
            return
        room, sheet = self.session.workshop.room, self.desk.sheet
        address = self._place_of(field)
        field.known = text
        if text:
            self.session.keep(partial(acts.put, room, sheet, address, text))
        elif given is not None:
            self.session.keep(partial(acts.withdraw, room, given.key))

    def _place_of(self, field: FormField) -> Address:
        """Return where a field's text goes: in the group and round that were current when it was laid out."""
        shown = self._shown[0]
        assert isinstance(shown, Address), "fields are laid out for a place"
        return shown._replace(row=field.cell[0], column=field.cell[1])

    # --- moving about ---

    def before_moving(self) -> None:
        """Keep what is being typed."""
        self.keep_all()

    def _tab(self, step: int) -> None:
        """Go to the next field; where forms are added, the line comes after the last one."""
        self.before_moving()
        cells = [cell for cell, _ in self._cells()]
        stops: list[tuple[str, str] | None] = [*cells, *([None] if self.is_free else [])]
        if stops:
            here = None if self.asking else (self.desk.row_key, self.desk.column_key)
            place = stops[(stops.index(here) + step) % len(stops)] if here in stops else stops[0]
            self.asking = place is None
            if place is not None:
                self.desk.row_key, self.desk.column_key = place
        self.after_moving()

    def move_row(self, step: int) -> None:
        """F6: the next form; the next field where there is only one form."""
        if self._is_one_form:
            self._tab(step)
            return
        self.desk.column_key = ""
        super().move_row(step)

    def typed_elsewhere(self, key: str) -> None:
        """Put the character that closed an overlay in the text."""
        here = self._here()
        if not self.asking and here is not None and len(key) == 1:
            here.area.insert(key)
        else:
            super().typed_elsewhere(key)

    def pressed(self, _event: events.Key) -> bool:
        """Leave every key to the fields."""
        return False

    def filling_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one fills the form."""
        other = () if self._is_one_form else (("F6", "autre fiche"),)
        return (("Tab", "champ suivant"), ("Maj+Tab", "champ précédent"), *other, ("Ctrl+Z", "annuler"))
