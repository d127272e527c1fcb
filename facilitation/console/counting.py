"""Counting heads position by position, standing up, on any keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from facilitation.console import words
from facilitation.console.session import Session
from facilitation.events import Event
from facilitation.sheet import LARGEST_COUNT, Address, Column, Sheet
from facilitation.typography import NBSP, percentage, plural, signed
from facilitation.workshop import acts
from facilitation.workshop.acts import Headcount

# The unshifted keys of the French (and Mac, Belgian) number row: nobody holds Shift while counting.
PAUSE = 1.5  # seconds after the last digit, a count is kept
AZERTY = dict(zip("&é\"'(-è_çà", "1234567890", strict=True)) | {"§": "6", "!": "8"}


def digit_of(character: str, *, azerty: bool) -> str:
    """Return the digit of a key, with Maj or without it on AZERTY; '' when it is none."""
    digit = AZERTY.get(character, character) if azerty else character
    return digit if digit.isascii() and digit.isdigit() else ""


@dataclass(frozen=True, slots=True)
class Card:
    """One position: its column, the count shown (None: nobody counted), whether it was deduced, the earlier round's count."""

    column: Column
    count: int | None
    deduced: bool
    before: int | None
    is_current: bool


class Counting:
    """The counts of one statement in one round. A count is kept on leaving its card, after a pause, or on F5.

    ``typed`` holds the counts not given to the disk yet, ``sent`` those that it has not kept yet.
    """

    def __init__(self, session: Session, sequence: str, sheet: str, row: str, round_: int) -> None:
        self.session = session
        self.sequence = sequence
        self.sheet_key = sheet
        self.row = row
        self.round = round_
        self.current = 0
        self.fresh = True
        self.typed: dict[str, int] = {}
        self.sent: dict[str, Headcount] = {}
        self.deduced: set[str] = set()

    @property
    def sheet(self) -> Sheet:
        """The sheet of positions."""
        return self.session.workshop.sheet(self.sequence, self.sheet_key)

    def address(self, column: str, round_: int | None = None) -> Address:
        """Return the cell of a position; head-counts are the whole room's, not a group's."""
        return Address(self.sequence, self.sheet_key, round_ or self.round, "", self.row, column)

    def count(self, column: str, round_: int | None = None) -> int | None:
        """Return the count of a position, typed or kept; None when nobody counted."""
        if round_ in {None, self.round}:
            if column in self.typed:
                return self.typed[column]
            if column in self.sent:
                return self.sent[column].value
        kept = self.session.workshop.room.count(self.address(column, round_))
        return None if kept is None else int(kept.value)

    def latest(self, column: str) -> int | None:
        """Return the count of a position in the last round that has one; None when nobody counted."""
        rounds = range(self.sheet.rounds, 0, -1)
        return next((count for number in rounds if (count := self.count(column, number)) is not None), None)

    def cards(self) -> list[Card]:
        """Return the positions as they are shown."""
        cards = []
        for rank, column in enumerate(self.sheet.columns):
            before = self.count(column.key, self.round - 1) if self.round > 1 else None
            cards.append(Card(column, self.count(column.key), self._is_deduced(column.key), before, rank == self.current))
        return cards

    def _is_deduced(self, column: str) -> bool:
        if column in self.typed:
            return column in self.deduced
        sent = self.sent.get(column)
        if sent is not None:
            return sent.deduced
        kept = self.session.workshop.room.count(self.address(column))
        return kept is not None and kept.deduced

    # --- the room ------------------------------------------------------------------------------------------------------------

    @property
    def people(self) -> int | None:
        """How many people are in the room, None when nobody said."""
        return self.session.workshop.people(self.address(""))

    @property
    def total(self) -> int:
        """How many people are counted so far."""
        return sum(count for column in self.sheet.columns if (count := self.count(column.key)) is not None)

    @property
    def missing(self) -> int | None:
        """How many people have no position yet (under 0 when the counts exceed the room); None when its size is unknown."""
        return None if self.people is None else self.people - self.total

    def total_words(self) -> str:
        """Return the line under the cards."""
        people, missing = self.people, self.missing
        if not self.sheet.debated:  # one person may give several answers, or none: nothing is missing nor in excess
            known = people is not None and missing is not None and missing > 0
            told = f"{plural(self.total, 'personne')} comptée{'s' if self.total > 1 else ''}"
            return f"✓ {told} sur {people}   = met le reste ici" if known else f"✓ {told}"
        if people is None or missing is None:
            return (
                f"◐ {plural(self.total, 'personne')} comptée{'s' if self.total > 1 else ''}   S dit combien la salle en compte"
            )
        if missing < 0:
            return f"▲ {self.total} pour {people}{NBSP}: {-missing} de trop. Recomptez, ou S si la salle est à {self.total}"
        if missing == 0:
            return f"✓ {people} sur {people}{NBSP}: toute la salle est comptée"
        return f"◐ {self.total} sur {people}{NBSP}: {plural(missing, 'personne')} sans position   = met le reste ici"

    def card_words(self, card: Card) -> str:
        """Return what stands under a card's bar."""
        if card.before is not None:
            change = "" if card.count is None else f"   {signed(card.count - card.before)}"
            return f"avant {card.before}{change}"
        if card.count is None:
            return "tapez le nombre" if card.is_current else "à compter"
        if card.deduced:
            return "= le reste de la salle"
        if not self.sheet.debated or not self.people:  # one person may give several answers: dots are no share of the room
            return ""
        return percentage(card.count, self.people)

    # --- keys ----------------------------------------------------------------------------------------------------------------

    def digit(self, character: str) -> bool:
        """Take a digit, or the same key without Maj on AZERTY; return whether the character was one."""
        digit = digit_of(character, azerty=self.session.azerty)
        if not digit:
            return False
        key = self._column.key
        before = None if self.fresh else self.count(key)
        value = int(f"{before or 0}{digit}")
        self._type(min(value, LARGEST_COUNT))
        return True

    def erase(self) -> None:
        """Take the last digit off."""
        count = self.count(self._column.key)
        if count is not None:
            self._type(count // 10)

    def step(self, by: int) -> None:
        """Add or take one person."""
        self._type(max(0, (self.count(self._column.key) or 0) + by))

    def rest(self) -> None:
        """Put here everybody who has no position yet."""
        people, key = self.people, self._column.key
        if people is None:
            self.session.say(f"◐ Dites d’abord combien la salle compte de personnes{NBSP}: S.")
            return
        others = self.total - (self.count(key) or 0)
        if others > people:
            self.session.say(words.NOBODY_LEFT)
            return
        self._type(people - others)
        self.deduced.add(key)
        self.fresh = True
        self.keep()

    def forget(self) -> None:
        """Leave what is typed and not kept yet, as if no key had been pressed."""
        self.typed.clear()
        self.deduced.clear()
        self.fresh = True

    def move(self, by: int) -> None:
        """Go to another card; the count left is kept."""
        self.keep()
        self.current = (self.current + by) % len(self.sheet.columns)
        self.fresh = True

    def set_room(self, people: int | None = None) -> None:
        """Say how many people are in the room: as many as are counted when no number is given."""
        size = self.total if people is None else people
        self.keep()
        self.session.keep(lambda: acts.set_people(self.address(""), size), words.room_counted(size))

    @property
    def _column(self) -> Column:
        return self.sheet.columns[self.current]

    def _type(self, value: int) -> None:
        self.typed[self._column.key] = value
        self.deduced.discard(self._column.key)
        self.fresh = False

    def keep(self) -> None:
        """Keep the counts typed and not kept yet."""
        room, people = self.session.workshop.room, self.people
        typed, deduced = self.typed, self.deduced
        self.typed, self.deduced = {}, set()
        for key, value in typed.items():
            given = Headcount(self.address(key), value, key in deduced, people)
            if (self.count(key), self._is_deduced(key)) != (value, given.deduced):
                self.sent[key] = given
                self.session.keep(partial(acts.count, room, given), partial(self._kept, key, given))

    def _kept(self, key: str, given: Headcount, _events: Sequence[Event]) -> str:
        if self.sent.get(key) is given:
            del self.sent[key]
        return ""
