"""Paper typed in: a code says which cell, then each line goes there until another code is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from textual.widgets import Input

from facilitation.console import words
from facilitation.console.paint.row import ACCENT, EMPTY, SOFT, STRONG, Ink, Row, cut, row, wrapped
from facilitation.console.screens.lined import OverLine
from facilitation.console.session import Session
from facilitation.console.widgets.line import Field, LineView
from facilitation.errors import InvalidAnswerError
from facilitation.events import Body, Event
from facilitation.sheet import Address
from facilitation.typography import NBSP, french, plural
from facilitation.workshop.transcribing import Spot, leading, looks_coded, spot_of

FIRST = (
    "Tapez le code écrit dans la case, par exemple G1-B3, puis Entrée.",
    "Ce que vous tapez ensuite va dans cette case, jusqu’au prochain code. L’ordre des feuilles est libre.",
    f"Plusieurs lignes se collent d’un coup{NBSP}: un code, un espace, puis les mots.",
)
REFUSED_SHOWN, TAKEN_SHOWN = 4, 6  # lines


@dataclass(frozen=True, slots=True)
class Told:
    """A line that was typed: its code, its words, and why it was refused, '' when it went in."""

    code: str
    text: str
    why: str = ""


class PaperScreen(OverLine):
    """The line, where its words go, what the cell holds, and the last lines typed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.spot: Spot | None = None
        self.told: list[Told] = []
        self._sequences: list[str] = []  # where each line went, for Ctrl+Z

    def trail(self) -> tuple[str, ...]:
        """Return where one is."""
        day = self.session.workshop.day
        return day.overtitle or day.title, "Saisie papier"

    # --- what is shown ---

    def line_view(self) -> LineView:
        """Return what the line expects."""
        if self.spot is None:
            return LineView("Code", placeholder="G1-B3, puis Entrée", below="Le code est dans un coin de la case.")
        below = french("Un autre code change de case.")
        return LineView(self.spot.code, placeholder=f"{self.spot.expected}, puis Entrée", below=below)

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the cell, what it holds, and the last lines."""
        head = self._cell(width) if self.spot else [row("  ", (line, SOFT)) for line in self._first(width)]
        free = height - len(head) - 1
        return [EMPTY, *head[: height - 1], *self._last(width)[: max(0, free)]]

    @staticmethod
    def _first(width: int) -> list[str]:
        return [line for text in FIRST for line in (*wrapped(text, width - 6), "")]

    def _cell(self, width: int) -> list[Row]:
        spot = self.spot
        assert spot is not None, "the cell of a code"
        where = wrapped(" · ".join(spot.words), width - len(spot.code) - 8)
        shown = [row("  ", (f" {spot.code} ", ACCENT), "  ", (line, STRONG)) for line in where[:1]]
        shown += [row(" " * (len(spot.code) + 6), (line, STRONG)) for line in where[1:]]
        shown += [row("  ", (line, SOFT)) for line in wrapped(f"On y attend {spot.expected}.", width - 4)]
        given = [self.session.told(answer.address, answer.value) for answer in spot.given()]
        waiting = self.session.waiting(spot.address) if spot.address else ()
        held = [row("   ", ("▪ ", Ink("accent")), cut(text.replace("\n", " "), width - 8)) for text in given[-6:]]
        held += [row("   ", ("… ", SOFT), (cut(text, width - 8), SOFT)) for text in waiting]
        more = [row("   ", (f"et {plural(len(given) - 6, 'autre')} avant", SOFT))] if len(given) > 6 else []
        return [*shown, EMPTY, *more, *held, EMPTY]

    def _last(self, width: int) -> list[Row]:
        if not self.told:
            return []
        refused = [told for told in self.told if told.why][-REFUSED_SHOWN:]
        taken = [told for told in self.told if told.text and not told.why][-TAKEN_SHOWN:]
        lines = [row(("  Lignes refusées, à retaper", SOFT))] if refused else []
        for told in refused:
            lines.append(row("  ", ("◆ ", Ink("att")), f"{told.code}  ", cut(told.text, width - 16)))
            lines += [row("      ", (line, Ink("att"))) for line in wrapped(told.why, width - 8)]
        lines += [row(("  Dernières lignes", SOFT))] if taken else []
        return [*lines, *(row("  ", ("✓ ", Ink("ok")), f"{told.code}  ", cut(told.text, width - 16)) for told in taken)]

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot."""
        return (("Entrée", "garder"), ("Ctrl+Z", "annuler"), ("Échap", "déroulé"))

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page for the help."""
        return (("Entrée", "aller à la case du code, garder la ligne"), ("Ctrl+Z", "annuler la dernière ligne"))

    # --- typing ---

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take a code, the words that follow it, or words for the current cell; a refused line stays to be corrected."""
        event.stop()
        text = event.value.strip()
        if text == "?":
            self._write("")
            self.action_help()
        elif text and not self._reads_only():
            why = self._take(text)
            if why:
                self.say(f"◐ {why[:1].upper()}{why[1:].rstrip('.')}.")
            else:
                self._write("")
        self.refresh_all()

    def on_field_pasted(self, event: Field.Pasted) -> None:
        """Take each line of a paste; those refused are shown with their number and why, the others went in."""
        event.stop()
        if self._reads_only():
            return
        lines = [line.strip() for line in event.text.splitlines()]
        refused, astray = 0, 0  # the number of the last line whose code leads nowhere: what follows it goes nowhere either
        for number, line in enumerate(lines, 1):
            if not line:
                continue
            if leading(line)[0] or looks_coded(line):
                astray = 0
            elif astray:
                refused += 1
                self.told.append(Told(f"ligne {number}", line, f"le code de la ligne {astray} est faux"))
                continue
            why = self._take(line)
            astray = number if why and (looks_coded(line) or not self._leads(line)) else astray
            if why:
                refused += 1
                self.told.append(Told(f"ligne {number}", line, why))
        taken = sum(map(bool, lines)) - refused
        self.say(
            f"▤ {plural(taken, 'ligne')} prise{'s' if taken > 1 else ''}"
            + (f", {plural(refused, 'refusée')}{NBSP}: corrigez-les ici." if refused else ".")
        )
        self.refresh_all()

    def on_field_asked(self, event: Field.Asked) -> None:
        """Say how this terminal pastes."""
        event.stop()
        self.say(words.HOW_TO_PASTE)

    def _reads_only(self) -> bool:
        if self.session.workshop.read_only:
            self.say(words.READ_ONLY)
        return self.session.workshop.read_only

    def _take(self, text: str) -> str:
        """Follow a line; return why it cannot be, '' when it went in or led to a cell."""
        code, rest = leading(text)
        try:
            if code:
                self.spot = spot_of(self.session.workshop, code)
            elif looks_coded(text):
                return f"code illisible{NBSP}: un espace le sépare des mots, et ni I ni O n’y servent"
            elif self.spot is None:
                return f"il faut d’abord un code, comme G1-B3, celui de la case{NBSP}: « {cut(text, 30)} » n’en est pas un"
            if rest:
                self._keep(rest)
        except InvalidAnswerError as error:
            return str(error)
        return ""

    def _leads(self, line: str) -> bool:
        """Return whether a line is words, or opens with a code of the day."""
        code, _rest = leading(line)
        try:
            return not code or bool(spot_of(self.session.workshop, code))
        except InvalidAnswerError:
            return False

    def _keep(self, text: str) -> None:
        spot = self.spot
        assert spot is not None, "words go in a cell"
        spot.check(text)
        if spot.needs_a_row:
            self.spot = replace(spot, row=text)
            if self.spot.opening():
                self.session.keep(self.spot.opening, self._noting(spot, ""))
            return

        def bodies() -> list[Body]:
            return spot.keeping(text)

        self.session.keep(bodies, self._noting(spot, text), address=spot.address, texts=(text,))

    def _noting(self, spot: Spot, text: str) -> Callable[[Sequence[Event]], str]:
        """Return what notes a line once it is on disk: it is told then, and only then can it be undone."""

        def kept(events: Sequence[Event]) -> str:
            if events:
                self._sequences.append(spot.coded.sequence)
                self.told.append(Told(spot.code, text))
            return "" if events else "✓ Cette case le disait déjà."

        return kept

    def _write(self, text: str) -> None:
        self.line.field.value = text
        self.line.field.cursor_position = len(text)

    # --- undoing, moving about ---

    def action_undo(self) -> None:
        """Ctrl+Z: the last line typed here."""
        if self._reads_only():
            return
        if not self._sequences:
            self.say(words.NOTHING_TO_UNDO)
            return
        sequence = self._sequences.pop()
        rank = max((at for at, told in enumerate(self.told) if not told.why), default=None)
        if rank is not None:
            del self.told[rank]
        self.session.undo(sequence, self._go_to)

    def _go_to(self, _address: Address) -> None:
        self.refresh_all()

    def typed_elsewhere(self, key: str) -> None:
        """Take a character that closed an overlay: it goes to the line."""
        if len(key) == 1:
            self.line.field.insert_text_at_cursor(key)
        else:
            self.app.simulate_key(key)

    def on_screen_resume(self) -> None:
        """Come back from another screen, the cursor in the line."""
        super().on_screen_resume()
        self.set_focus(self.line.field)
