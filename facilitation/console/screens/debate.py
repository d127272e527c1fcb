"""The débat mouvant: counting where people stand, noting why, and saying the room's answer."""

from __future__ import annotations

from textual import events
from textual.timer import Timer

from facilitation.console.counting import PAUSE
from facilitation.console.screens.statement import StatementScreen
from facilitation.console.session import Session
from facilitation.exercise import Shows
from facilitation.progress import Place
from facilitation.workshop import acts


class DebateScreen(StatementScreen):
    """The keys of a débat mouvant: counting when there is no line, else those of its arguments."""

    def __init__(self, session: Session, sequence: str) -> None:
        super().__init__(session, sequence)
        self._pause: Timer | None = None

    def pressed(self, event: events.Key) -> bool:
        """Act on the keys of counting when there is no line; else on those that choose an argument."""
        if self.asks:
            return False
        if self.is_arguing or self.session.workshop.read_only:
            return super().pressed(event)
        if not self.is_counting or not self._count_key(event):
            return False
        self.refresh_all()
        return True

    def _count_key(self, event: events.Key) -> bool:
        """Act on a key of counting; return whether it was one."""
        counting, character = self.counting, event.character or ""
        match event.key:
            case "up":
                counting.step(1)
            case "down":
                counting.step(-1)
            case "enter" | "right":
                counting.move(1)
            case "left":
                counting.move(-1)
            case "backspace" | "delete":
                counting.erase()
            case _ if character and counting.digit(character):
                pass
            case _ if character == "=":
                counting.rest()
            case _ if character in {"s", "S"}:
                self._ask_room()
            case _ if character == "?":
                self.action_help()
            case _:
                return False
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._keep_counts)
        return True

    def _keep_counts(self) -> None:
        if self.is_counting and not self.session.workshop.read_only:
            self.counting.keep()
            self.refresh_all()

    def _ask_room(self) -> None:
        """S: the room is as big as what is counted when the counts exceed it; else its size is asked."""
        missing = self.counting.missing
        if missing is not None and missing < 0:
            self.counting.set_room()
        else:
            self._ask("salle", "")

    def _ask(self, what: str, text: str) -> None:
        self.asks = what
        self.line.display = True
        self._write(text)
        self.refresh_all()

    def submitted(self, text: str) -> None:
        """Take an argument, the verdict, or the room's size."""
        if not self.asks:
            super().submitted(text)
            return
        if self.asks == "salle":
            if not text.isdigit():
                self.say("◐ Un nombre de personnes est attendu.")
                return
            self.counting.set_room(int(text))
        else:
            self.session.keep(
                lambda: acts.word_verdict(self.play.key, self.statement.key, text), "✎ Réponse de la salle gardée."
            )
        self._stop_asking()

    def _stop_asking(self) -> None:
        self.asks = ""
        self._write("")
        self.refresh_all()

    def action_reword(self) -> None:
        """F2: say the room's answer in other words; in the arguments, correct one."""
        if self.is_arguing:
            super().action_reword()
        elif self.step.shows in {Shows.VERDICT, Shows.INSIGHT} and not self.refuses_to_write():
            self._ask("verdict", self.poll(self.statement).verdict)

    def action_up_level(self) -> None:
        """Esc: stop asking, then go up."""
        if self.asks:
            self._stop_asking()
        else:
            super().action_up_level()

    def action_next_column(self) -> None:
        """Tab: the next camp, the next card."""
        self._next(1)

    def action_previous_column(self) -> None:
        """Maj+Tab: the camp or the card before."""
        self._next(-1)

    def _next(self, step: int) -> None:
        if self.is_counting:
            self.counting.move(step)
            self.refresh_all()
        elif self.is_arguing:
            self._change_column(step)

    def _change_row(self, step: int) -> None:
        """Go to another statement, at the same phase."""
        if self.refuses_to_write() or not self.step.per_row:
            return
        self.before_moving()
        rows = self.counted.rows
        rank = (rows.index(self.statement) + step) % len(rows)
        self.play.go(Place(self.play.stop.place.step, rows[rank].key))

    def before_moving(self) -> None:
        """Keep the counts and the unfinished line before the phase changes."""
        self.counting.keep()
        if self.asks:
            self._stop_asking()
        elif self.is_arguing:
            super().before_moving()

    def after_moving(self) -> None:
        """Show the new place."""
        if self.is_arguing:
            super().after_moving()
        else:
            self.refresh_all()

    def action_undo(self) -> None:
        """Ctrl+Z: a count being typed first, then the last act."""
        if self.is_counting and self.counting.typed:
            self.counting.forget()
            self.refresh_all()
        elif self.has_line:
            super().action_undo()
        elif not self.refuses_to_write():
            self.session.undo(self.play.key, self.go_to)
