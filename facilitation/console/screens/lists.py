"""Plain lists: other ideas, and any sheet without a drawing of its own."""

from __future__ import annotations

from facilitation.console.paint.ideas import listed
from facilitation.console.paint.row import CURRENT, EMPTY, SOFT, STRONG, Piece, Row, cut, justified, row
from facilitation.console.screens.ideas import IdeaScreen
from facilitation.typography import french


class ListScreen(IdeaScreen):
    """Rows above, columns as tabs, the list of the current cell; a sheet of one cell is a plain list."""

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the choices there are, then the list."""
        head = self._head(width)
        empty = (
            french("Pas encore d’idée. Tapez la première, puis Entrée."),
            french("Plusieurs lignes copiées ailleurs ? Collez-les d’un coup."),
        )
        view = self.list_view(self.desk.address, title=self._title(width), empty=empty)
        return [*head, *listed(view, width - 2, height - len(head))]

    def _head(self, width: int) -> list[Row]:
        rows: list[Row] = [EMPTY]
        if len(self.desk.rows) > 1:
            rows.append(
                self._tabs([(found.short or found.title, found.key) for found in self.desk.rows], self.desk.row_key, width)
            )
        columns = self.desk.columns_of(self.desk.row) if self.desk.row else ()
        if len(columns) > 1:
            rows.append(
                self._tabs([(column.short or column.title, column.key) for column in columns], self.desk.column_key, width)
            )
        return rows

    @staticmethod
    def _tabs(names: list[tuple[str, str]], here: str, width: int) -> Row:
        room = max(8, (width - 2) // len(names) - 4)
        pieces: list[Piece] = [Piece(" ")]
        for name, key in names:
            pieces += [Piece(f" {cut(name, room)} ", CURRENT if key == here else SOFT), Piece("  ")]
        return tuple(pieces)

    def _title(self, width: int) -> Row:
        column = self.desk.column
        return row("   ", (cut(column.title if column else self.desk.sheet.title, width - 4), STRONG))

    def chip(self) -> str:
        """Return where the text goes: the row when there are several, then the column."""
        found = self.desk.row
        many = len(self.desk.rows) > 1 and found is not None
        return f"{found.short or found.title} · {self.column_name()}" if many and found else self.column_name()

    def typing_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one types."""
        keys = [("Entrée", "garder")]
        if self.desk.row and len(self.desk.columns_of(self.desk.row)) > 1:
            keys.append(("Tab", "colonne"))
        if len(self.desk.rows) > 1:
            keys.append(("F6", "ligne"))
        return (*keys, ("↑", "corriger"), ("Ctrl+Z", "annuler"))

    def action_overview(self) -> None:
        """F3: every cell of every group."""
        self.show_overview()

    def progress(self, width: int) -> tuple[str, tuple[Row, ...]]:
        """Return how many ideas each group gave."""
        room, day = self.session.workshop.room, self.session.workshop.day
        lines = []
        for group in day.groups:
            count = sum(
                room.size(self.desk.address_of(found.key, column.key)._replace(group=group.key))
                for found, column in self.desk.sheet.cells()
            )
            here = group.key == self.session.group
            lines.append(
                justified(row((cut(group.name, width - 5), STRONG if here else SOFT)), row((str(count or "·"), SOFT)), width)
            )
        return "Où on en est", tuple(lines)
