"""What the screens of marks and of head-counts share: the grid of a sheet, its current cell, the full text of its row."""

from __future__ import annotations

from textual import events

from facilitation.console.paint import marks as draw
from facilitation.console.paint.row import ACCENT, EMPTY, SOFT, Row, cut, row, wrapped
from facilitation.console.screens.filling import FillingScreen
from facilitation.sheet import Column
from facilitation.sheet import Row as Line

NOT_ASKED = "", ""  # a sign and a word: what a cell nobody asks shows


class GridScreen(FillingScreen):
    """Rows × columns on one screen; arrows and Entrée go, Suppr or Espace takes away."""

    NOTHING = "Rien à remplir"

    # --- what is shown ---

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the sheet's title, the grid, the full text of the current row, what is under it."""
        title = row("  ", (cut(self.desk.sheet.title, width - 4), ACCENT))
        rows = self.desk.rows
        if not rows:
            told = f"{self.NOTHING} encore. Tapez la première ligne, puis Entrée." if self.is_free else f"{self.NOTHING}."
            return [title, EMPTY, *(row("   ", (line, SOFT)) for line in wrapped(told, width - 6))]
        here = self._here()
        column = self.desk.column
        told = " ".join(filter(None, (column.title, f"({column.hint})" if column.hint else ""))) if column else ""
        below = [*draw.spelled(here[0] + 1, rows[here[0]].title, told, width), *self.under(width)]
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
        sheet = self.desk.sheet
        return tuple(self.said(line, column) if sheet.asks(line, column) else NOT_ASKED for column in sheet.columns)

    def said(self, line: Line, column: Column) -> tuple[str, str] | None:
        """Return the sign and the word of a cell, None when nothing was given."""
        raise NotImplementedError

    def under(self, width: int) -> list[Row]:
        """Return what stands under the full text of the current row."""
        raise NotImplementedError

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
                self.take_away()
                self.refresh_all()
            case _:
                return self.typed_character(event.character or "")
        return True

    def take_away(self) -> None:
        """Take the value of the current cell away."""
        self.withdraw()

    def typed_character(self, character: str) -> bool:
        """Act on a character; return whether it was one of this screen's."""
        raise NotImplementedError

    def _move_column(self, step: int) -> None:
        self.before_moving()
        self.desk.next_column(step)
        self.after_moving()

    def next_cell(self, step: int, *, wraps: bool = True) -> None:
        """Go to the next cell, row after row; after the last one, back to the first unless it must stay there."""
        self.before_moving()
        cells = [(line.key, column.key) for line, column in self.desk.sheet.cells()]
        here = (self.desk.row_key, self.desk.column_key)
        if here in cells:
            rank = cells.index(here) + step
            if wraps or rank < len(cells):
                self.desk.row_key, self.desk.column_key = cells[rank % len(cells)]
        self.after_moving()
