"""Head-counts of a sheet that is no debate: a number in each cell, typed standing up, on any keyboard."""

from __future__ import annotations

from functools import partial

from textual.timer import Timer

from facilitation.console.counting import PAUSE, digit_of
from facilitation.console.paint.row import SOFT, STRONG, Row, cut, row
from facilitation.console.screens.grid import GridScreen
from facilitation.console.session import Session
from facilitation.sheet import LARGEST_COUNT, Column
from facilitation.sheet import Row as Line
from facilitation.typography import plural
from facilitation.workshop import acts
from facilitation.workshop.acts import Headcount


class CountsScreen(GridScreen):
    """The grid of the whole room: digits make the number of the current cell, Entrée keeps it and goes to the next one."""

    NOTHING = "Rien à compter"

    def __init__(self, session: Session, sequence: str, sheet: str) -> None:
        super().__init__(session, sequence, sheet)
        self.desk.whole_room = True
        self._number: int | None = None  # typed in the current cell and not given to the disk yet
        self._pause: Timer | None = None

    def here(self) -> str:
        """Return nothing: the whole room is counted."""
        return ""

    # --- what is shown ---

    def count(self, line: str, column: str) -> int | None:
        """Return the count of a cell, typed or kept; None when nobody counted."""
        if self._number is not None and (line, column) == (self.desk.row_key, self.desk.column_key):
            return self._number
        kept = self.session.workshop.room.count(self.desk.address_of(line, column))
        return None if kept is None else int(kept.value)

    def said(self, line: Line, column: Column) -> tuple[str, str] | None:
        """Return the count of a cell as its word."""
        count = self.count(line.key, column.key)
        return None if count is None else ("", str(count))

    def under(self, width: int) -> list[Row]:
        """Return how many people are counted on the current row."""
        line = self.desk.row
        found = [self.count(line.key, column.key) for column in self.desk.columns_of(line)] if line else []
        known = [count for count in found if count is not None]
        counted = f"{plural(sum(known), 'personne')} comptée{'s' if sum(known) > 1 else ''} sur cette ligne"
        missing = len(found) - len(known)
        left = f", {plural(missing, 'réponse')} à compter" if missing else ""
        return [row("      ", (cut(f"{counted}{left}", width - 8), SOFT if missing else STRONG))]

    def progress(self, width: int) -> tuple[str, tuple[Row, ...]]:
        """Return how many cells are counted."""
        cells = [(line.key, column.key) for line, column in self.desk.sheet.cells()]
        done = sum(self.count(line, column) is not None for line, column in cells)
        return "Où on en est", (
            row((cut(f"{done} sur {plural(len(cells), 'case comptée', 'cases comptées')}", width), STRONG)),
        )

    # --- keys ---

    def typed_character(self, character: str) -> bool:
        """Add a digit, or the same key without Maj on AZERTY."""
        digit = digit_of(character, azerty=self.session.azerty)
        if not digit or self.desk.row is None or self.refuses_to_write():
            return False
        self._number = min(int(f"{self._number or 0}{digit}"), LARGEST_COUNT)
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._keep_and_show)
        self.refresh_all()
        return True

    def take_away(self) -> None:
        """Take the last digit off, or the count that is kept."""
        if self._number is not None:
            self._number = self._number // 10 or None
        else:
            self.withdraw()

    def _keep_and_show(self) -> None:
        self.before_moving()
        self.refresh_all()

    def before_moving(self) -> None:
        """Keep the number that is typed."""
        super().before_moving()
        number, self._number = self._number, None
        if number is None or self.session.workshop.read_only:
            return
        kept = self.session.workshop.room.count(self.desk.address)
        if kept is None or kept.value != number:
            given = Headcount(self.desk.address, number)
            self.session.keep(partial(acts.count, self.session.workshop.room, given))

    def action_undo(self) -> None:
        """Ctrl+Z: the number being typed first, then the last act."""
        if self._number is not None:
            self._number = None
            self.refresh_all()
        else:
            super().action_undo()

    def filling_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one counts."""
        adding = (("Tab", "ajouter"),) if self.is_free else ()
        return (("chiffres", "le nombre"), ("Entrée", "case suivante"), ("↑↓←→", "aller"), ("Suppr", "retirer"), *adding)
