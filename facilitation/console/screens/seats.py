"""F3 where people change tables: who goes where, read standing; somebody is found by typing, taken out or added by Enter."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from facilitation.console.paint.row import ACCENT, EMPTY, SOFT, STRONG, Ink, Row, cut, justified, row, wrapped
from facilitation.console.paint.seats import pages, several, whereabouts
from facilitation.console.paint.timer import SIGNS, digits
from facilitation.console.running import Running
from facilitation.console.screens.overlay import Sheet
from facilitation.console.seating import Seats, changes, matching, told_below, unknown, views, whole
from facilitation.console.session import Session
from facilitation.typography import NBSP
from facilitation.workshop.rotations import Dated, Mixed, Turn

HEAD, FOOT = 5, 3
FORWARD, BACK = {"f5", "ctrl+n"}, {"f4", "ctrl+r"}


class SeatsScreen(ModalScreen[str | None]):
    """The whole window; it returns a key that the screen below should have, None when it is only closed."""

    DEFAULT_CSS = "SeatsScreen { background: $background; align: left top; }"
    AUTO_FOCUS = ""

    def __init__(self, session: Session, play: Running) -> None:
        super().__init__()
        self.seats = Seats(session, play)
        self._pages = 1
        self._rung = 0
        self._sheet = Sheet(self.paint)

    def compose(self) -> ComposeResult:
        """Lay the panel out."""
        yield self._sheet

    def on_mount(self) -> None:
        """Keep the time; hear what the disk has kept, instead of the screen below."""
        self._rung = self.seats.live_turn
        self.seats.session.changed = self._changed
        self.seats.session.say = self._say
        self.set_interval(1, self._sheet.repaint)

    def _changed(self) -> None:
        """Ring when a new turn begins, and show it."""
        if self.seats.live_turn > self._rung:
            self.app.bell()
        self._rung = self.seats.live_turn
        self._sheet.repaint()

    def _say(self, message: str) -> None:
        self.seats.message = message
        self._sheet.repaint()

    # --- what is shown ---

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the turn, what is known of it, the tables or who is looked for, and the keys."""
        room = height - HEAD - FOOT
        known = self.seats.seating
        if known is None:
            head, body = [self._title(width, ""), EMPTY], self._asking()
        else:
            head, body = self._head(known, width), self._body(known, width, room)
        body = [*body, *[EMPTY] * room][:room]
        return [EMPTY, *[*head, EMPTY, EMPTY, EMPTY][: HEAD - 1], *body, EMPTY, *self._foot(width)]

    @staticmethod
    def _asking() -> list[Row]:
        return [
            row("  ", (f"Combien de personnes dans la salle{NBSP}?", STRONG)),
            EMPTY,
            row("  ", ("Tapez le nombre, puis Entrée.", SOFT)),
        ]

    def _title(self, width: int, turn: str) -> Row:
        timer = self.seats.play.timer()
        clock = row((f"{SIGNS[timer.pace]} {digits(timer)}  ", ACCENT)) if timer else EMPTY
        return justified(row("  ", ("QUI VA OÙ", STRONG), "   ", (turn, ACCENT)), clock, width)

    def _head(self, known: Mixed | Dated, width: int) -> list[Row]:
        live, total = self.seats.live_turn, len(known.turns)
        when = "en cours" if self.seats.turn == live else "à venir" if self.seats.turn > live else "joué"
        title = f"Tour {self.seats.turn}/{total}, {when}" if total > 1 else self.seats.play.stop.step.title
        return [
            self._title(width, title),
            row("  ", (cut(known.verdict(), width - 4), STRONG)),
            row("  ", (cut(changes(known), width - 4), SOFT)),
        ]

    def _body(self, known: Mixed | Dated, width: int, height: int) -> list[Row]:
        turns = known.turns
        if not turns:
            return [row("  ", ("Personne à faire se rencontrer.", STRONG))]
        if self.seats.typed:
            return self._found(known, turns, width, height)
        turn = turns[self.seats.turn - 1]
        legend = [row("  ", (line, SOFT)) for line in wrapped(told_below(known, turn), width - 4)]
        shown = pages(views(known, turn), width, max(1, height - len(legend) - bool(legend)))
        self._pages = len(shown)
        self.seats.page %= len(shown)
        return [*shown[self.seats.page], *([EMPTY, *legend] if legend else [])]

    def _found(self, known: Mixed | Dated, turns: tuple[Turn, ...], width: int, height: int) -> list[Row]:
        names = matching(known, self.seats.typed)
        if not names:
            return [row("  ", (cut(line, width - 4), ink)) for line, ink in unknown(known, self.seats.typed)]
        if len(names) > 1:
            turn = turns[self.seats.turn - 1]
            return several([(whole(known, name), turn.table_of(name)) for name in names], width, height)
        tables = [turn.table_of(names[0]) for turn in turns]
        return whereabouts(whole(known, names[0]), tables, self.seats.turn, width)

    def _foot(self, width: int) -> list[Row]:
        typed = (
            row("  ", (self.seats.typed, STRONG), ("▌", ACCENT))
            if self.seats.typed
            else row("  ", ("Tapez un nom ou un numéro", SOFT))
        )
        known = self.seats.seating
        keys = [("Échap", "effacer" if self.seats.typed else "fermer"), ("F5", "suite"), ("F3", "vue d’ensemble")]
        if known is not None and self.seats.typed:
            keys.insert(0, ("Entrée", self.seats.enter_label(known)))
        elif known is not None:
            keys = [*([("↑↓", f"page {self.seats.page + 1}/{self._pages}")] if self._pages > 1 else []), *keys]
            keys = [*([("← →", "autre tour")] if len(known.turns) > 1 else []), *keys]
            changed = known.gone or (isinstance(known, Mixed) and known.late)
            keys = [*keys[:-1], ("F2", "tout refaire"), keys[-1]] if changed else keys
        told = row("  ", *(piece for shown, label in keys for piece in ((shown, STRONG), (f" {label}   ", SOFT))))
        return [
            row("  ", (cut(self.seats.message, width - 4), Ink("accent")))
            if self.seats.message and not self.seats.typed
            else typed,
            told,
        ]

    # --- keys ---

    async def on_key(self, event: events.Key) -> None:
        """Look for somebody, change turn or page, go on; any other key closes and goes to the screen below."""
        event.stop()
        event.prevent_default()
        key = event.key
        self.seats.message = "" if not event.is_printable else self.seats.message
        if key == "escape" and not self.seats.typed:
            self.dismiss(None)
        elif event.is_printable and event.character:
            self.seats.typed = (self.seats.typed + event.character)[:60].lstrip()
        elif not self._does(key):
            self.dismiss(key)
        self._sheet.repaint()

    def _does(self, key: str) -> bool:
        """Do what a key does here; return False when it does nothing here."""
        if key in FORWARD | BACK:
            return self.seats.step(forward=key in FORWARD)
        seats, play = self.seats, self.seats.play
        acts = {
            "escape": seats.clear, "backspace": seats.erase, "enter": seats.enter, "f2": seats.again,
            "left": lambda: seats.look(-1), "right": lambda: seats.look(1),
            "up": lambda: seats.turn_page(-1), "pageup": lambda: seats.turn_page(-1),
            "down": lambda: seats.turn_page(1), "pagedown": lambda: seats.turn_page(1),
            "f7": play.add_time, "ctrl+t": play.add_time, "f8": play.toggle_pause, "ctrl+g": seats.session.next_group,
        }  # fmt: skip
        if key not in acts or (seats.session.workshop.read_only and key in {"f7", "ctrl+t", "f8"}):
            return False
        acts[key]()
        return True
