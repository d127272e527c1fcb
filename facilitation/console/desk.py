"""A sheet of ideas being filled: where one types, what the cell holds, and the gestures on an idea."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from facilitation.console import words
from facilitation.console.session import Session
from facilitation.console.typed import has_words, pasted_ideas
from facilitation.errors import InvalidAnswerError
from facilitation.events import Body, Event
from facilitation.exercise import Exercise, Keeps
from facilitation.sheet import Address, Cell, Column, Row, Sheet, checked_idea, named
from facilitation.typography import folded, quoted
from facilitation.workshop import acts


@dataclass(frozen=True, slots=True)
class Idea:
    """One line of a list: its number, its letters, who said it, its answer's key ('' while it is not on disk)."""

    number: int
    text: str
    author: str
    key: str

    @property
    def is_kept(self) -> bool:
        """Whether it is on disk."""
        return bool(self.key)


class Desk:
    """One sheet in one sequence, the cell where one types, and the line's draft of each cell."""

    def __init__(self, session: Session, sequence: str, sheet: str, *, round_: int = 1, row: str = "") -> None:
        self.session = session
        self.sequence = sequence
        self.sheet_key = sheet
        self.round = round_
        self.row_key = row
        self.column_key = ""
        self.editing: str = ""
        self._adding = 0  # questions not on disk yet: what is typed next is their answer
        self.latest = ""
        self.whole_room = False  # nobody is in a group: the whole room speaks
        self.settle()

    # --- where one types -----------------------------------------------------------------------------------------------------

    @property
    def sheet(self) -> Sheet:
        """The sheet, with its live rows."""
        return self.session.workshop.sheet(self.sequence, self.sheet_key)

    @property
    def exercise(self) -> Exercise:
        """The exercise that is run."""
        exercise = self.session.workshop.sequence(self.sequence).exercise
        assert exercise is not None, "a moment without an exercise has no desk"
        return exercise

    def next_author(self) -> None:
        """Say who speaks next, unless the protocol forbids to keep it."""
        if reason := self.exercise.banned(Keeps.AUTHOR):
            self.session.say(words.unnamed(reason))
        else:
            self.session.next_author()

    def settle(self) -> None:
        """Make sure that the current cell exists and is asked."""
        sheet = self.sheet
        rows = {row.key for row in self.rows}
        if self.row_key not in rows:
            self.row_key = self.rows[0].key if self.rows else ""
        row = sheet.row(self.row_key)
        columns = self.columns_of(row) if row else ()
        if self.column_key not in {column.key for column in columns}:
            self.column_key = columns[0].key if columns else ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are asked something."""
        sheet = self.sheet
        return tuple(row for row in sheet.rows if any(sheet.asks(row, column) for column in sheet.columns))

    def columns_of(self, row: Row) -> tuple[Column, ...]:
        """Return the columns that a row is asked."""
        sheet = self.sheet
        return tuple(column for column in sheet.columns if sheet.asks(row, column))

    @property
    def row(self) -> Row | None:
        """The current row, None while a sheet with free rows has none."""
        return self.sheet.row(self.row_key)

    @property
    def column(self) -> Column | None:
        """The current column."""
        return self.sheet.column(self.column_key)

    @property
    def address(self) -> Address:
        """The current cell."""
        return self.address_of(self.row_key, self.column_key)

    def address_of(self, row: str, column: str) -> Address:
        """Return a cell of this sheet for the group that is listened to."""
        group = "" if self.whole_room else self.session.group
        return Address(self.sequence, self.sheet_key, self.round, group, row, column)

    def go(self, address: Address) -> None:
        """Type in that cell from now."""
        self.round, self.row_key, self.column_key = address.round, address.row, address.column
        if not self.whole_room:
            self.session.group = address.group
        self.settle()

    def next_column(self, step: int = 1) -> None:
        """Go to the next zone, position or direction; after the last comes the first, never silently the next row."""
        row = self.row
        if row is None:
            return
        keys = [column.key for column in self.columns_of(row)]
        self.column_key = keys[(keys.index(self.column_key) + step) % len(keys)]

    def next_row(self, step: int = 1) -> None:
        """Go to the next actor or question, at its first column."""
        self.settle()
        keys = [row.key for row in self.rows]
        if not keys:
            return
        self.row_key = keys[(keys.index(self.row_key) + step) % len(keys)]
        self.column_key = ""
        self.settle()
        if self.row and self.column:
            column = self.column.zone or self.column.title
            self.session.say(words.row_changed(self.row.short or self.row.title, _the(column)))

    # --- what the cell holds -------------------------------------------------------------------------------------------------

    def ideas(self, address: Address | None = None) -> list[Idea]:
        """Return the ideas of a cell, those not on disk yet last."""
        place, room = address or self.address, self.session.workshop.room
        said = [answer for copy in self._copies(place) for answer in room.cell(copy)]
        kept = [Idea(number, str(answer.value), answer.author, answer.key) for number, answer in enumerate(said, 1)]
        waiting = [Idea(len(kept) + rank, text, "", "") for rank, text in enumerate(self.session.waiting(place), 1)]
        return kept + waiting

    def size(self, row: str, column: str) -> int:
        """Return how many ideas a cell of the current group holds."""
        return sum(self.session.workshop.room.size(copy) for copy in self._copies(self.address_of(row, column)))

    def _copies(self, address: Address) -> list[Address]:
        """Return the cell; where the whole room speaks, with what groups said in it elsewhere (a file that was imported)."""
        if not self.whole_room:
            return [address]
        groups = self.session.workshop.room.groups(self.sequence, self.sheet_key)
        return [address._replace(group=group) for group in dict.fromkeys((*groups, ""))]

    @property
    def draft(self) -> str:
        """The line left unfinished in this cell."""
        return self.session.drafts.get(self._place(), "")

    @draft.setter
    def draft(self, text: str) -> None:
        self.session.drafts[self._place()] = text

    def _place(self) -> str:
        return "|".join(map(str, self.address))

    # --- gestures ------------------------------------------------------------------------------------------------------------

    def give(self, text: str) -> bool:
        """Keep one idea in the current cell; return False, and say why, when a line holds no word."""
        idea = self._checked(text)
        if not idea:
            return False
        twin = 0 if self._adding else self._twin(self.address, idea)
        return self._give([idea], words.said_before(twin) if twin else "")

    def _checked(self, text: str) -> str:
        """Return an idea or a question as it is kept; '', once it was said why, when it cannot be."""
        if not has_words(text):
            self.session.say(words.ONLY_SIGNS)
            return ""
        try:
            idea = checked_idea(text)
        except InvalidAnswerError as error:
            self.session.say(words.refused(error))
            return ""
        return idea if self._allowed([idea]) else ""

    def _allowed(self, ideas: list[str]) -> bool:
        """Return whether the protocol lets these be kept; the first that it forbids is said, with its reason."""
        try:
            for idea in ideas:
                self.exercise.check(idea)
        except InvalidAnswerError as error:
            self.session.say(words.refused(error))
            return False
        return True

    def _give(self, ideas: list[str], told: str) -> bool:
        """Keep ideas in the current cell as one gesture; return False, and say why, when there is no cell yet."""
        self.settle()
        address, sheet, adding = self.address, self.sheet, self._adding
        author = "" if self.exercise.banned(Keeps.AUTHOR) else self.session.author
        if not adding and self.row is None:
            self.session.say(words.QUESTION_FIRST)
            return False

        def bodies() -> list[Body]:  # the cell of a question that waited is known once the question is kept
            return acts.give(sheet, self.address if adding else address, ideas, author=author)

        self.session.keep(bodies, self._noting(told), address=None if adding else address, texts=tuple(ideas))
        return True

    def _noting(self, told: str) -> Callable[[Sequence[Event]], str]:
        """Return what notes the idea kept last, which lists show as new, and says ``told``."""

        def kept(events: Sequence[Event]) -> str:
            self.latest = events[-1].key
            return told

        return kept

    def _twin(self, address: Address, idea: str) -> int:
        """Return the number of an idea of the cell written the same but for case, accents and punctuation; 0 when none is."""
        wanted = folded(idea)
        return next((known.number for known in self.ideas(address) if folded(known.text) == wanted), 0)

    def paste(self, text: str) -> int:
        """Keep each line of a paste as an idea, bullets taken off, as one gesture; return how many."""
        ideas, left = pasted_ideas(text)
        if not ideas:
            self.session.say(words.ONLY_SIGNS)
            return 0
        return len(ideas) if self._allowed(ideas) and self._give(ideas, words.pasted(len(ideas), left)) else 0

    def correct(self, key: str, text: str) -> None:
        """Word an idea otherwise."""
        room = self.session.workshop.room
        self.session.keep(lambda: acts.correct(room, key, text), words.CORRECTED)

    def move(self, key: str, column: Column) -> None:
        """Put an idea in another column of the same row."""
        self.move_to(key, self.address_of(self.row_key, column.key), words.capital(column.zone) or column.title)

    def move_to(self, key: str, target: Address, name: str) -> None:
        """Put an idea in another cell, called ``name``."""
        room = self.session.workshop.room
        self.session.keep(lambda: acts.move(room, key, target), words.moved(name))

    def withdraw(self, key: str) -> None:
        """Withdraw an idea."""
        room = self.session.workshop.room
        answer = room.answer(key)
        if answer is not None:
            self.session.keep(lambda: acts.withdraw(room, key), words.withdrawn(str(answer.value)))

    def add_row(self, title: str) -> bool:
        """Add a question and type its answer from now; return False, and say why, when it holds no word.

        A question asked already, but for case, accents and punctuation, is gone back to: a file could not tell them apart.
        """
        if not self._checked(title):
            return False
        sheet = self.sheet
        asked = named(sheet.rows, title)
        if asked is not None:
            self.row_key = asked.key
            self.settle()
            self.session.say(words.SAID_ALREADY if sheet.cell is Cell.IDEAS else words.LISTED_ALREADY)
            return True
        self._adding += 1

        def told(events: Sequence[Event]) -> str:
            self._adding -= 1
            self.row_key = events[0].key
            self.settle()
            return ""

        self.session.keep(lambda: acts.add_row(sheet, self.sequence, title), told)
        return True

    def reword_row(self, key: str, title: str) -> bool:
        """Word a question otherwise; return False, and say why, when it holds no word or another one says just that."""
        if not self._checked(title):
            return False
        twin = named(tuple(row for row in self.sheet.rows if row.key != key), title)
        if twin is not None:
            self.session.say(words.ASKED_ELSEWHERE)
            return False
        self.session.keep(lambda: acts.reword_row(key, title), words.CORRECTED)
        return True

    def withdraw_row(self, key: str, then: Callable[[], None]) -> None:
        """Withdraw a question with its answers; ``then`` once it is on disk."""
        found = self.sheet.row(key)
        if found is None:
            return

        def told(_events: Sequence[Event]) -> str:
            then()
            return words.withdrawn(found.title)

        self.session.keep(lambda: acts.withdraw_row(key), told)

    def paste_rows(self, text: str) -> int:
        """Add each line of a paste as a question; return how many."""
        questions, _left = pasted_ideas(text)
        if not questions:
            self.session.say(words.ONLY_SIGNS)
        return sum(self.add_row(question) for question in questions)


def _the(column: str) -> str:
    """Return a column's name with its article when it is a part of the body (« la tête »)."""
    parts = {"tête": "la tête", "cœur": "le cœur", "mains": "les mains"}
    return parts.get(column, f"la {column}" if column.startswith("jambe") else quoted(column))
