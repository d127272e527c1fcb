"""A filled paper sheet typed with its codes, in any order: where a code leads, and what a line there keeps."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.codes import address_of, leading, looks_coded
from facilitation.errors import InvalidAnswerError
from facilitation.events import Body
from facilitation.exercise import Exercise
from facilitation.sheet import Address, Answer, Cell, Sheet, checked_count, checked_idea, checked_value, named
from facilitation.synthesis import UNKNOWN_GROUP
from facilitation.typography import NBSP, enumeration, quoted
from facilitation.workshop import acts
from facilitation.workshop.acts import Headcount
from facilitation.workshop.workshop import Workshop

__all__ = ["Spot", "leading", "looks_coded", "spot_of"]


@dataclass(frozen=True, slots=True)
class Spot:
    """The cell that a code names. On a sheet with free rows, ``row`` is the words of its row, '' until somebody says which."""

    code: str
    workshop: Workshop
    coded: Address
    row: str = ""

    @property
    def exercise(self) -> Exercise:
        """The exercise that is filled."""
        exercise = self.workshop.sequence(self.coded.sequence).exercise
        assert exercise is not None, "a code names a cell of a sheet"
        return exercise

    @property
    def sheet(self) -> Sheet:
        """The sheet, with its live rows."""
        return self.workshop.sheet(self.coded.sequence, self.coded.sheet)

    @property
    def needs_a_row(self) -> bool:
        """Whether the row has still to be said."""
        return self.sheet.free_rows and not self.row

    @property
    def address(self) -> Address | None:
        """The cell, None while its row is not there yet."""
        if not self.sheet.free_rows:
            return self.coded
        found = named(self.sheet.rows, self.row) if self.row else None
        return self.coded._replace(row=found.key) if found else None

    @property
    def words(self) -> tuple[str, ...]:
        """Where it is, in words: group, sheet, row, column, round."""
        sheet, at = self.sheet, self.coded
        group = self.workshop.day.group(at.group)
        row, column = sheet.row(at.row), sheet.column(at.column)
        return tuple(
            filter(
                None,
                (
                    group.name if group else "toute la salle" if sheet.cell is Cell.COUNT else UNKNOWN_GROUP,
                    sheet.title,
                    row.title if row else self.row,
                    column.title if column else "",
                    sheet.round_title(at.round),
                ),
            )
        )

    @property
    def expected(self) -> str:
        """What is to be typed there."""
        match self.sheet.cell:
            case _ if self.needs_a_row:
                return f"d’abord le nom de la ligne{NBSP}: {(self.sheet.rows_title or 'ligne').lower()}"
            case Cell.COUNT:
                return "un nombre de personnes"
            case Cell.IDEAS:
                return "une idée par ligne"
            case Cell.MARK:
                return f"une marque{NBSP}: {enumeration([mark.title for mark in self.sheet.marks])}"
            case Cell.TEXT:
                return "le texte de la case"
            case Cell.PLACE:
                return f"une place{NBSP}: « 40 -25 », vers la droite puis vers le haut, de −100 à 100"

    def given(self) -> list[Answer]:
        """Return what the cell holds."""
        at = self.address
        return [] if at is None else self.workshop.room.cell(at)

    def check(self, text: str) -> None:
        """Raise InvalidAnswerError when a line cannot be kept here: what the cell expects, or what the protocol forbids."""
        if self.needs_a_row:
            checked_idea(text)
        else:
            self.exercise.check(checked_value(self.sheet, text))

    def opening(self) -> list[Body]:
        """Return what adds the row, nothing where it is there already."""
        if not self.sheet.free_rows or self.address is not None:
            return []
        return acts.add_row(self.sheet, self.coded.sequence, self.row)

    def keeping(self, text: str) -> list[Body]:
        """Return what keeps a line in the cell; nothing where a mark, a text or a place is already that.

        Raises:
            InvalidAnswerError: the cell cannot hold it, or its row is gone.
        """
        at, room = self.address, self.workshop.room
        if at is None:
            raise InvalidAnswerError(f"la ligne {quoted(self.row)} n’est plus là")
        match self.sheet.cell:
            case Cell.IDEAS:
                return acts.give(self.sheet, at, [text])
            case Cell.COUNT:
                return acts.count(room, Headcount(at, checked_count(text)))
            case Cell.MARK | Cell.TEXT | Cell.PLACE:
                return acts.put(room, self.sheet, at, text)


def spot_of(workshop: Workshop, code: str, row: str = "") -> Spot:
    """Return the cell of a code.

    Raises:
        InvalidAnswerError: it is no code, the day has no such cell, or nobody is asked it.
    """
    at = address_of(workshop.day, code)
    spot = Spot(code.strip().upper(), workshop, at, row)
    sheet = spot.sheet
    asked_row, column = sheet.row(at.row), sheet.column(at.column)
    if asked_row is not None and column is not None and not sheet.asks(asked_row, column):
        raise InvalidAnswerError(f"la case {quoted(spot.code)} n’est posée à personne")
    return spot
