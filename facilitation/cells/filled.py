"""A sheet with all the copies that groups filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitation.room import Room
from facilitation.sheet import Address, Answer, Cell, Column, Row, Sheet


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet of a sequence and what the room says of it; ``groups`` gives the title of each group key, in the day's order.

    ``acronyms`` are those that the day spells out: two ideas that say one thing so are one.
    """

    room: Room
    sequence: str
    sheet: Sheet
    groups: Mapping[str, str]
    acronyms: Mapping[str, str] = field(default_factory=dict)

    @property
    def speakers(self) -> list[str]:
        """The keys of the groups that filled a copy, in the day's order; '' (nobody knows which group) comes last."""
        spoke = self.room.groups(self.sequence, self.sheet.key)
        return [*(key for key in self.groups if key in spoke), *(key for key in spoke if key not in self.groups)]

    def address(self, row: Row, column: Column, *, group: str, round_: int = 1) -> Address:
        """Return where a copy's cell stands."""
        return Address(self.sequence, self.sheet.key, round_, group, row.key, column.key)

    def answers(self, row: Row, column: Column) -> list[Answer]:
        """Return all that was said in a cell: group after group, round after round, in the order it was said."""
        return [
            answer
            for group in self.speakers
            for number in range(1, self.sheet.rounds + 1)
            for answer in self.standing(self.address(row, column, group=group, round_=number))
        ]

    def standing(self, address: Address) -> list[Answer]:
        """Return what one copy of a cell says today: every idea; else the last count, or the last word of each author.

        Without a group nor an author, nobody knows who would be replaced: every mark, text and place stands.
        """
        said = self.room.cell(address)
        match self.sheet.cell:
            case Cell.IDEAS:
                return said
            case Cell.COUNT:
                return said[-1:]
            case Cell.MARK | Cell.TEXT | Cell.PLACE:
                return list({answer.author or (not address.group and answer.key): answer for answer in said}.values())

    def count(self, row: Row, column: Column, round_: int) -> int | None:
        """Return the sum of the groups' head-counts, None when nobody counted."""
        given = [
            int(answer.value)
            for group in self.speakers
            if (answer := self.room.count(self.address(row, column, group=group, round_=round_))) is not None
        ]
        return sum(given) if given else None
