"""Ideas that several groups said: what is the same, what may be, and what a person decided of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitation.cells.alike import wording
from facilitation.day import Day
from facilitation.errors import InvalidAnswerError
from facilitation.events import Body, IdeaSetAside, IdeasKeptApart, IdeasMerged
from facilitation.merging import Family, Idea, Kind, families
from facilitation.reporting.telling import Telling
from facilitation.room import Room
from facilitation.sheet import Answer, Cell, checked_idea
from facilitation.synthesis import UNKNOWN_GROUP

UNDECIDED, YES, NO = "", "oui", "non"


@dataclass(frozen=True, slots=True)
class Member:
    """One idea of a proposal: where it was said, by whom, and the words of it that the others do not say."""

    answer: str
    text: str
    group: str
    row: str
    column: str
    round: str
    author: str
    differing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Ideas to read side by side, why, the wording that would stand for all, and what was decided ('', oui, non).

    ``kind`` is « identiques », « proches » or « à vérifier »; identical ones are together unless somebody says no.
    """

    sequence: str
    sheet: str
    kind: str
    reason: str
    members: tuple[Member, ...]
    wording: str
    common: tuple[str, ...] = ()
    decision: str = UNDECIDED

    @property
    def answers(self) -> tuple[str, ...]:
        """The keys of the ideas."""
        return tuple(member.answer for member in self.members)


def proposals(day: Day, room: Room, *, sequence: str = "", across: bool = False) -> tuple[Proposal, ...]:
    """Return the families of the day, or of one sequence, in the order of the document: those decided and those to decide.

    Ideas meet inside one cell, groups and rounds together; ``across`` the cells of a sheet when asked. Ideas set aside are out.
    """
    found: list[Proposal] = []
    for part in day.sequences:
        if part.exercise is None or (sequence and part.key != sequence):
            continue
        for filled in Telling(day, room, part, part.exercise).sheets:
            if filled.sheet.cell is Cell.IDEAS:
                said = [
                    (answer, (row.title, column.title))
                    for row, column in filled.sheet.cells()
                    for answer in filled.answers(row, column)
                    if not room.families.aside(answer.key)
                ]
                found += _of_sheet(_Sheet(day, room, said), across=across)
    return tuple(found)


class _Sheet:
    """The ideas of one sheet, each with the titles of its row and column."""

    def __init__(self, day: Day, room: Room, said: Sequence[tuple[Answer, tuple[str, str]]]) -> None:
        self.day, self.room = day, room
        self.places = {answer.key: place for answer, place in said}
        self.answers = {answer.key: answer for answer, _place in said}
        self.order = {key: rank for rank, key in enumerate(self.answers)}
        self._groups = {group.key: group.name for group in day.groups}
        self._bound: dict[str, str] = {}
        self._alike: dict[str, int] = {}

    def member(self, key: str, differing: tuple[str, ...] = ()) -> Member:
        """Return one idea as it is shown."""
        answer, (row, column) = self.answers[key], self.places[key]
        address = answer.address
        sheet = self.day.sequence(address.sequence).exercise
        titled = sheet.sheet(address.sheet).round_title(address.round) if sheet else ""
        group = self._groups.get(address.group, address.group) or UNKNOWN_GROUP
        return Member(key, str(answer.value), group, row, column, titled, answer.author, differing)

    def bind(self, alike: Sequence[Sequence[str]]) -> None:
        """Learn which ideas are the same: one of them merged by a person takes the others along, but those kept apart."""
        for number, keys in enumerate(alike):
            for key in keys:
                self._alike[key] = number
                others = [other for other in keys if not self.room.families.apart(key, other)]
                decided = [found.key for other in others if (found := self.room.families.family(other))]
                self._bound[key] = min(decided, default=min(others))

    def alike(self, key: str, other: str) -> bool:
        """Return whether two ideas are the same, written otherwise."""
        return key in self._alike and self._alike[key] == self._alike.get(other)

    def held(self, key: str) -> str:
        """Return what an idea is part of: its family, else the ideas that are the same, else itself."""
        found = self.room.families.family(key)
        return found.key if found else self._bound.get(key, key)

    def merged(self) -> dict[str, list[str]]:
        """Return the ideas of each family that somebody decided."""
        found: dict[str, list[str]] = {}
        for key in self.answers:
            family = self.room.families.family(key)
            if family is not None:
                found.setdefault(family.key, []).append(key)
        return found


def _of_sheet(sheet: _Sheet, *, across: bool) -> list[Proposal]:
    ideas = [Idea(key, str(answer.value), sheet.places[key]) for key, answer in sheet.answers.items()]
    alike = families(ideas, sheet.day.acronyms, across=across)
    sheet.bind([family.members for family in alike if family.kind is Kind.SAME])
    found = [made for family in alike for made in _proposed(sheet, family)]
    shown = [set(made.answers) for made in found if made.decision != NO]
    decided = [keys for keys in sheet.merged().values() if len(keys) > 1 and not any(set(keys) <= seen for seen in shown)]
    found += [_made(sheet, keys, Kind.NEAR.value, "réunies par une personne", decision=YES) for keys in decided]
    return sorted(found, key=lambda made: sheet.order[made.answers[0]])


def _proposed(sheet: _Sheet, family: Family) -> Iterator[Proposal]:
    """Yield what is left to read of a family once what people kept apart has left it.

    Near ideas are refused once those that are not the same are kept apart: the same ones stay together.
    """
    room, same = sheet.room.families, family.kind is Kind.SAME
    keys = sorted(family.members, key=sheet.order.__getitem__)
    against = {key: [other for other in keys if other != key and (same or not sheet.alike(key, other))] for key in keys}
    together = [key for key in keys if not all(room.apart(key, other) for other in against[key])]
    if len(together) < 2:
        yield _made(sheet, keys, family.kind.value, family.reason, family=family, decision=NO)
        return
    one = len({sheet.held(key) for key in together}) == 1
    yield _made(sheet, together, family.kind.value, family.reason, family=family, decision=YES if one else UNDECIDED)


def _made(
    sheet: _Sheet, keys: Sequence[str], kind: str, reason: str, *, family: Family | None = None, decision: str = UNDECIDED
) -> Proposal:
    differing = family.differing if family else {}
    address = sheet.answers[keys[0]].address
    return Proposal(
        sequence=address.sequence,
        sheet=address.sheet,
        kind=kind,
        reason=reason,
        members=tuple(sheet.member(key, differing.get(key, ())) for key in keys),
        wording=wording([sheet.answers[key] for key in keys], sheet.room.families),
        common=family.common if family else (),
        decision=decision,
    )


# --- what a person decides ---------------------------------------------------------------------------------------------------


def merge(room: Room, answers: Sequence[str], wording: str) -> list[Body]:
    """Return what makes these ideas one, in these words.

    Raises:
        InvalidAnswerError: no words, or fewer than two ideas.
    """
    live = tuple(key for key in dict.fromkeys(answers) if room.answer(key) is not None)
    if len(live) < 2:
        raise InvalidAnswerError("il faut au moins deux idées pour les réunir")
    return [IdeasMerged(live, checked_idea(wording))]


def keep_apart(answers: Sequence[str], others: Sequence[str]) -> list[Body]:
    """Return what says that none of ``answers`` is one of ``others``; a whole family refused names itself twice."""
    return [IdeasKeptApart(tuple(answers), tuple(others))]


def set_aside(room: Room, answer: str, reason: str) -> list[Body]:
    """Return what takes an idea out of the tables, with its reason; an empty one takes it back; nothing when it is so."""
    text = checked_idea(reason) if reason.strip() else ""
    return [] if room.answer(answer) is None or room.families.aside(answer) == text else [IdeaSetAside(answer, text)]
