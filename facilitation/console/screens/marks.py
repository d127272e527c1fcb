"""Marks: one key sets the mark of a cell and goes to the next one."""

from __future__ import annotations

from facilitation.console.counting import digit_of
from facilitation.console.paint import marks as draw
from facilitation.console.paint.row import Row
from facilitation.console.screens.grid import GridScreen
from facilitation.sheet import Column, Mark
from facilitation.sheet import Row as Line

NUANCES = {"+": 0, "=": 0, "-": 1, "−": 1}  # the two marks of a scale of two; « = » is « + » without Maj


class MarksScreen(GridScreen):
    """The grid of a group; 1 to 7 set the mark of a cell."""

    NOTHING = "Rien à marquer"

    def said(self, line: Line, column: Column) -> tuple[str, str] | None:
        """Return the mark of a cell."""
        given = self.standing(line.key, column.key)
        mark = self.desk.sheet.mark(given.value) if given else None
        return (mark.sign, mark.title) if mark else None

    def under(self, width: int) -> list[Row]:
        """Return the scale with its keys."""
        return draw.legend([(str(key), mark.sign, mark.title) for key, mark in enumerate(self.desk.sheet.marks, 1)], width)

    def typed_character(self, character: str) -> bool:
        """Set the mark of a key and go to the next cell."""
        mark = self._meant(character)
        if mark is None:
            return False
        if self.put(mark.key):
            self.next_cell(1, wraps=False)
        return True

    def _meant(self, character: str) -> Mark | None:
        """Return the mark of a key: its digit, the same key without Maj on AZERTY, + or − where there are two marks."""
        scale = self.desk.sheet.marks
        if len(scale) == 2 and character in NUANCES:
            best = sorted(scale, key=lambda mark: -(mark.weight or 0))
            return best[NUANCES[character]]
        rank = int(digit_of(character, azerty=self.session.azerty) or 0)
        return scale[rank - 1] if 1 <= rank <= len(scale) else None

    def filling_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one fills the sheet."""
        count = len(self.desk.sheet.marks)
        nuances = (("+ −", "nuancer"),) if count == 2 else ()
        adding = (("Tab", "ajouter"),) if self.is_free else ()
        digits = "1 et 2" if count == 2 else f"1 à {count}"
        return ((digits, "poser"), *nuances, ("↑↓←→", "aller"), ("Suppr", "retirer"), *adding, ("Ctrl+Z", "annuler"))
