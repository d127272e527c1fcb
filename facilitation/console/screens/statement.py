"""What a débat mouvant shows: a statement, where people stand, why, where they stand then, the room's answer, the éclairage."""

from __future__ import annotations

from facilitation.console.counting import Counting
from facilitation.console.paint import answers
from facilitation.console.paint import debate as draw
from facilitation.console.paint.columns import ColumnView, columns
from facilitation.console.paint.palette import position_token
from facilitation.console.paint.row import ACCENT, EMPTY, STRONG, Ink, Row, centred, cut, row, wrapped
from facilitation.console.screens.ideas import IdeaScreen
from facilitation.console.session import Session
from facilitation.console.widgets.line import LineView
from facilitation.exercise import Shows, Step
from facilitation.sheet import Cell
from facilitation.sheet import Row as Line
from facilitation.synthesis import Poll
from facilitation.typography import NBSP, capitalised
from facilitation.workshop import answering
from facilitation.workshop.script import statements_of

ROOMY = 30
AS_BEFORE = f"Échap{NBSP}: laisser comme avant"


class StatementScreen(IdeaScreen):
    """One phase at a time; the statement is never shown with its éclairage before the verdict."""

    def __init__(self, session: Session, sequence: str) -> None:
        exercise = session.workshop.sequence(sequence).exercise
        assert exercise is not None, "a débat mouvant is an exercise"
        counted = statements_of(exercise)
        assert counted is not None, "its statements are rows of a sheet"
        argued = next((sheet.key for sheet in exercise.sheets if sheet.cell is Cell.IDEAS), counted.key)
        super().__init__(session, sequence, argued)
        self.desk.whole_room = True
        self.counted = counted
        self.counting = self._counting()
        self.asks = ""  # what the line asks for: « verdict », « salle », '' for arguments

    # --- where we are ---

    @property
    def step(self) -> Step:
        """The current step."""
        return self.play.stop.step

    @property
    def statement(self) -> Line:
        """The current statement; the first one before it is put to the room."""
        return self.play.stop.row or self.counted.rows[0]

    @property
    def is_counting(self) -> bool:
        """Whether heads are being counted."""
        return self.step.sheet == self.counted.key and self.counted.cell is Cell.COUNT

    @property
    def is_arguing(self) -> bool:
        """Whether arguments are being noted."""
        return bool(self.step.sheet) and not self.is_counting

    @property
    def has_line(self) -> bool:
        """Whether something can be typed now."""
        return self.is_arguing or bool(self.asks)

    def _counting(self) -> Counting:
        return Counting(self.session, self.play.key, self.counted.key, self.statement.key, self.step.round)

    def _rank(self) -> tuple[int, int]:
        rows = self.counted.rows
        return rows.index(self.statement) + 1 if self.statement in rows else 1, len(rows)

    def phases(self) -> list[tuple[str, str]]:
        """Return the phases of the current statement and their state."""
        return [(step.title, step.state) for step in self.play.steps() if step.title in self._repeated()]

    def _repeated(self) -> set[str]:
        exercise = self.play.sequence.exercise
        return {step.title for step in exercise.steps if step.per_row} if exercise else set()

    # --- what is shown ---

    def refresh_all(self) -> None:
        """Follow the phase, then paint."""
        if self.is_mounted:
            self._follow()
        super().refresh_all()

    def _follow(self) -> None:
        """Point the counts and the arguments at the current statement."""
        if (self.counting.row, self.counting.round) != (self.statement.key, self.step.round):
            self.counting.keep()
            self.counting = self._counting()
        if self.is_arguing and self.desk.row_key != self.statement.key:
            self.desk.row_key, self.desk.column_key = self.statement.key, ""
            self.desk.settle()
            self._write(self.desk.draft)

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the current phase."""
        if not self.step.per_row:
            return self._script(width, height)
        head = [draw.stepper(self.phases(), width)]
        room = height - 1
        if self.step.shows is Shows.STATEMENT:
            return [*head, *draw.alone(self._number(), self.statement.title, width, room, self._cards())]
        airy = height >= ROOMY
        number = [EMPTY, centred(row((self._number(), ACCENT)), width), EMPTY] if airy else []
        head += [*number, *draw.statement(self.statement.title, width), EMPTY]
        return [*head, *self._phase(width, height - len(head))]

    def _phase(self, width: int, height: int) -> list[Row]:
        if self.is_counting:
            return self._counts(width, height)
        if self.is_arguing:
            return self._arguments(width, height)
        if self.step.shows is Shows.INSIGHT:
            return answers.eclairage(self.statement.insight, self.poll(self.statement), width, height)
        return self._verdict(width, height)

    def _script(self, width: int, height: int) -> list[Row]:
        """Return a step that goes before the statements: what to say, large."""
        lines = [
            centred(row((line, STRONG)), width) for line in wrapped(self.play.say() or self.step.title, min(64, width - 6))
        ]
        spaced = [piece for line in lines for piece in (line, EMPTY)]
        return [*[EMPTY] * max(1, (height - len(spaced)) // 2), *spaced]

    def _number(self) -> str:
        rank, total = self._rank()
        name = "Question" if self.counted.debated else capitalised(self.counted.row_name)
        return f"{name} n°{NBSP}{rank}/{total}"

    def _cards(self) -> list[draw.CardView]:
        found = self.counting.cards()
        people = self.counting.people
        return [
            draw.CardView(
                card.column.title,
                card.column.gesture,
                position_token(rank, len(found)),
                card.count,
                people,
                self.counting.card_words(card),
                card.is_current,
            )
            for rank, card in enumerate(found)
        ]

    def _counts(self, width: int, height: int) -> list[Row]:
        tall = height >= draw.TALL_CARD + 6
        rows = [*draw.cards(self._cards(), width, tall=tall), *([EMPTY] if tall else [])]
        told = self.counting.total_words()
        token = {"✓": "ok", "◐": "att", "▲": "alerte"}[told[0]]
        rows.append(row("  ", (cut(told, width - 3), Ink(token, bold=True))))
        return [*rows, *(self._answered(width) if tall else [])]

    def _answered(self, width: int) -> list[Row]:
        rank, _ = self._rank()
        title = "Déjà débattu" if self.counted.debated else "Déjà compté"
        return answers.answered([self.poll(line) for line in self.counted.rows[: rank - 1]], width, title)

    def _arguments(self, width: int, height: int) -> list[Row]:
        found = self.desk.columns_of(self.statement)
        share = width // len(found)
        views = []
        for rank, column in enumerate(found):
            position, on = self.counted.column(column.key), column.key == self.desk.column_key
            camp = answers.Camp(
                column.title,
                position.gesture if position else "",
                position_token(rank, len(found)),
                self.counting.latest(column.key),
                on,
            )
            head = answers.camp(camp, share, tall=height >= ROOMY - 8)
            views.append(ColumnView(tuple(head), self.list_view(self.desk.address_of(self.statement.key, column.key)), on))
        return columns(views, width, height)

    # --- the verdict and the éclairage ---

    def poll(self, line: Line) -> Poll:
        """Return what the room answered to a statement."""
        return answering.poll_of(self.session.workshop, self.play.key, self.counted.key, line)

    def _verdict(self, width: int, height: int) -> list[Row]:
        airy = height > ROOMY - 12
        rows = answers.verdict(self.poll(self.statement), self._cards(), self.counting.people, width, airy=airy)
        rows = [EMPTY, *rows] if airy else rows
        free = height - len(rows) - 2
        return [*rows, EMPTY, *self._arguments(width, free)] if free >= 5 and self._argued() else rows

    def _argued(self) -> bool:
        """Return whether any camp said something about the statement."""
        sheet = self.desk.sheet
        argues = sheet.cell is Cell.IDEAS
        return argues and any(self.desk.size(self.statement.key, column.key) for column in sheet.columns)

    # --- words ---

    def chip(self) -> str:
        """Return the camp, or what is asked."""
        return self.desk.column.title if self.desk.column else ""

    def column_name(self) -> str:
        """Return the camp."""
        return self.chip()

    def line_view(self) -> LineView:
        """Return the line's view: an argument, the verdict in other words, or the room's size."""
        if self.asks == "verdict":
            return LineView("Réponse de la salle", placeholder="avec vos mots, puis Entrée", below=AS_BEFORE)
        if self.asks == "salle":
            return LineView("La salle compte", placeholder="un nombre de personnes, puis Entrée", below=AS_BEFORE)
        if self.is_arguing and not self.desk.editing:
            rank = next((rank for rank, column in enumerate(self.desk.sheet.columns) if column.key == self.desk.column_key), 0)
            return LineView(self.chip(), self.session.author, position_token(rank, len(self.desk.sheet.columns)), "fond")
        return super().line_view()

    def forward_words(self) -> str:
        """Return what F5 will do, and what is still missing."""
        told = super().forward_words()
        missing = self.counting.missing
        if self.is_counting and self.counted.debated and missing and missing > 0 and self.counting.total:
            return f"{told} (il manque {missing})"
        return told

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the phase."""
        if self.asks:
            return (("Entrée", "garder"), ("Échap", "laisser comme avant"))
        if self.is_arguing or self.session.workshop.read_only:
            return super().foot_keys()
        if self.is_counting:
            return (
                ("chiffres", "le nombre"),
                ("↑↓", "±1"),
                ("Entrée", "position suivante"),
                ("=", "le reste"),
                ("Ctrl+Z", "annuler"),
            )
        if self.step.shows is Shows.VERDICT:
            return (("F2", "dire autrement"), ("F4", "recompter"), ("F9", "minuteur en grand"))
        return (("F4", "revenir"), ("F9", "minuteur en grand"), ("F6", f"autre {self.counted.row_name}"))

    def typing_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one types."""
        return (("Entrée", "garder"), ("Tab", "camp suivant"), ("F5", "suite"), ("Ctrl+Z", "annuler"))

    def here(self) -> str:
        """Return nothing: the whole room answers."""
        return ""

    def step_words(self) -> str:
        """Return « question 2/4 · Avant », « proposition 2/4 · Compte » where nobody is for or against."""
        rank, total = self._rank()
        name = "question" if self.counted.debated else self.counted.row_name
        return f"{name} {rank}/{total} · {self.step.title}" if self.step.per_row else super().step_words()
