"""Marks: one key sets the mark of a cell and goes to the next one."""

from __future__ import annotations

from textual import events

from facilitation.console.counting import AZERTY
from facilitation.console.paint import marks as draw
from facilitation.console.paint.row import ACCENT, EMPTY, SOFT, Row, cut, row, wrapped
from facilitation.console.screens.filling import FillingScreen
from facilitation.sheet import Column, Mark
from facilitation.sheet import Row as Line

NUANCES = {"+": 0, "=": 0, "-": 1, "−": 1}  # the two marks of a scale of two; « = » is « + » without Maj


class MarksScreen(FillingScreen):
    """The grid of a group; arrows go, 1 to 7 set, Suppr or Espace takes away."""

    # --- what is shown ---

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the sheet's title, the grid, the full text of the current row, the legend."""
        title = row("  ", (cut(self.desk.sheet.title, width - 4), ACCENT))
        rows = self.desk.rows
        if not rows:
            told = "Rien à marquer encore. Tapez la première ligne, puis Entrée." if self.is_free else "Rien à marquer."
            return [title, EMPTY, *(row("   ", (line, SOFT)) for line in wrapped(told, width - 6))]
        here = self._here()
        column = self.desk.column
        told = " ".join(filter(None, (column.title, f"({column.hint})" if column.hint else ""))) if column else ""
        below = [*draw.spelled(here[0] + 1, rows[here[0]].title, told, width), *self._legend(width)]
        view = draw.GridView(
            tuple(found.short or found.title for found in self.desk.sheet.columns),
            tuple(draw.MarkLine(rank, line.title, self._cells(line)) for rank, line in enumerate(rows, 1)),
            here,
        )
        head = [title, EMPTY] if height >= draw.TALL else [title]
        free = height - len(below) - len(head)
        body = draw.grid(view, width, free)
        return [*head, *body, *[EMPTY] * (free - len(body)), *below]

    def _here(self) -> tuple[int, int]:
        lines = [line.key for line in self.desk.rows]
        columns = [column.key for column in self.desk.sheet.columns]
        return lines.index(self.desk.row_key), columns.index(self.desk.column_key)

    def _cells(self, line: Line) -> tuple[tuple[str, str] | None, ...]:
        return tuple(self._said(line, column) for column in self.desk.sheet.columns)

    def _said(self, line: Line, column: Column) -> tuple[str, str] | None:
        if not self.desk.sheet.asks(line, column):
            return "", ""
        given = self.standing(line.key, column.key)
        mark = self.desk.sheet.mark(given.value) if given else None
        return (mark.sign, mark.title) if mark else None

    def _legend(self, width: int) -> list[Row]:
        return draw.legend([(str(key), mark.sign, mark.title) for key, mark in enumerate(self.desk.sheet.marks, 1)], width)

    # --- keys ---

    def pressed(self, event: events.Key) -> bool:
        """Set, take away, or go."""
        match event.key:
            case "up" | "down":
                self.move_row(-1 if event.key == "up" else 1)
            case "left" | "right":
                self._move_column(-1 if event.key == "left" else 1)
            case "enter":
                self.next_cell(1)
            case "space" | "delete" | "backspace":
                self.withdraw()
                self.refresh_all()
            case _:
                return self._mark(event.character or "")
        return True

    def _mark(self, character: str) -> bool:
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
        digit = AZERTY.get(character, character) if self.session.azerty else character
        rank = int(digit) if digit.isascii() and digit.isdigit() else 0
        return scale[rank - 1] if 1 <= rank <= len(scale) else None

    def _move_column(self, step: int) -> None:
        self.desk.next_column(step)
        self.refresh_all()

    def next_cell(self, step: int, *, wraps: bool = True) -> None:
        """Go to the next cell, row after row; after the last one, back to the first unless it must stay there."""
        cells = [(line.key, column.key) for line, column in self.desk.sheet.cells()]
        here = (self.desk.row_key, self.desk.column_key)
        if here in cells:
            rank = cells.index(here) + step
            if wraps or rank < len(cells):
                self.desk.row_key, self.desk.column_key = cells[rank % len(cells)]
        self.refresh_all()

    def filling_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one fills the sheet."""
        count = len(self.desk.sheet.marks)
        nuances = (("+ −", "nuancer"),) if count == 2 else ()
        adding = (("Tab", "ajouter"),) if self.is_free else ()
        digits = "1 et 2" if count == 2 else f"1 à {count}"
        return ((digits, "poser"), *nuances, ("↑↓←→", "aller"), ("Suppr", "retirer"), *adding, ("Ctrl+Z", "annuler"))
