"""The paperboards of a day, in the order of its sequences: which one is looked at, and the photos that it has."""

from __future__ import annotations

from facilitation.console.session import Session
from facilitation.room import Photo
from facilitation.sheet import Cell, Sheet
from facilitation.synthesis import UNKNOWN_GROUP
from facilitation.workshop.photos import Board, attached


class Boards:
    """Where one is among the sheets of the day; the group is the one that the session listens to."""

    def __init__(self, session: Session, sequence: str = "") -> None:
        self.session = session
        self._copies = [
            (known.key, sheet, number)
            for known in session.workshop.day.sequences
            for sheet in (known.exercise.sheets if known.exercise else ())
            for number in range(1, sheet.rounds + 1)
        ]
        self._at = next((at for at, copy in enumerate(self._copies) if copy[0] == sequence), 0)

    @property
    def count(self) -> int:
        """How many sheets there are, each as often as it has rounds."""
        return len(self._copies)

    @property
    def sheet(self) -> Sheet:
        """The sheet."""
        return self._copies[self._at][1]

    @property
    def of_a_group(self) -> bool:
        """Whether each group has its own paperboard: the whole room shares that of a debate."""
        return bool(self.session.workshop.day.groups) and self.sheet.cell is not Cell.COUNT

    @property
    def here(self) -> Board:
        """The paperboard that is looked at."""
        sequence, sheet, number = self._copies[self._at]
        return Board(sequence, sheet.key, number, self.session.group if self.of_a_group else "")

    @property
    def photos(self) -> list[Photo]:
        """Its photos, in the order they were attached."""
        return attached(self.session.workshop.room, self.here)

    @property
    def elsewhere(self) -> int:
        """How many photos the other paperboards have."""
        return len(self.session.workshop.room.additions.photos) - len(self.photos)

    def words(self) -> tuple[str, ...]:
        """Return whose it is: group, sequence, sheet where there are several, round where there are several."""
        board, day = self.here, self.session.workshop.day
        group = day.group(board.group)
        whose = group.name if group else UNKNOWN_GROUP if self.of_a_group else "toute la salle"
        sequence = day.sequence(board.sequence)
        several = sequence.exercise is not None and len(sequence.exercise.sheets) > 1
        return tuple(
            filter(
                None,
                (
                    whose,
                    sequence.title,
                    self.sheet.title if several else "",
                    self.sheet.round_title(board.round) if self.sheet.rounds > 1 else "",
                ),
            )
        )

    def move(self, step: int) -> None:
        """Go to the sheet after, or before."""
        self._at = (self._at + step) % len(self._copies)

    def follow(self, board: Board) -> None:
        """Go to a paperboard, its group included."""
        keys = [(sequence, sheet.key, number) for sequence, sheet, number in self._copies]
        self._at = keys.index(board[:3]) if board[:3] in keys else self._at
        if board.group:
            self.session.group = board.group
