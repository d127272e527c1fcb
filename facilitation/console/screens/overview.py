"""F3 on a sheet of ideas: see every cell of every group, and go to one with the arrows and Enter."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from facilitation.console.desk import Desk
from facilitation.console.paint.overview import Band, overview, tall
from facilitation.console.paint.row import Row
from facilitation.console.screens.overlay import Sheet
from facilitation.console.words import capital
from facilitation.sheet import Address

WIDE = 72
SHORT = {"jambe droite": "J. dr.", "jambe gauche": "J. g."}
ARROWS = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}


class Overview(ModalScreen[Address | str | None]):
    """An overlay that returns the chosen cell, a key for the screen below, or None when it is only closed."""

    DEFAULT_CSS = "Overview { background: $background 55%; align: center middle; }"
    AUTO_FOCUS = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._columns = desk.sheet.columns
        self._groups = [("", "Toute la salle", 0)] if desk.whole_room else _groups(desk)
        self._places = [(group, line.key) for group, _, _ in self._groups for line in desk.rows]
        here = desk.address.group, desk.row_key
        self._row = self._places.index(here) if here in self._places else 0
        self._column = next((rank for rank, column in enumerate(self._columns) if column.key == desk.column_key), 0)
        self._sheet = Sheet(self._paint)

    def compose(self) -> ComposeResult:
        """Lay the panel out."""
        yield self._sheet

    def on_resize(self) -> None:
        """Keep the panel inside the window."""
        self._sheet.styles.width = min(WIDE, self.app.size.width)
        self._sheet.styles.height = min(tall(self._bands()), self.app.size.height)

    def _bands(self) -> list[Band]:
        return [
            Band(
                name,
                people,
                tuple(
                    (line.short or line.title, tuple(self._count(group, line.key, column.key) for column in self._columns))
                    for line in self._desk.rows
                ),
            )
            for group, name, people in self._groups
        ]

    def _count(self, group: str, line: str, column: str) -> int:
        if self._desk.whole_room:
            return self._desk.size(line, column)
        return self._desk.session.workshop.room.size(self._address(group, line, column))

    def _address(self, group: str, line: str, column: str) -> Address:
        return self._desk.address_of(line, column)._replace(group=group)

    def _paint(self, width: int, height: int) -> list[Row]:
        heads = [SHORT.get(column.zone) or capital(column.zone) or column.short or column.title for column in self._columns]
        return overview(heads, self._bands(), (self._row, self._column), width, height)

    def on_key(self, event: events.Key) -> None:
        """Move, go, or close; a character goes on to the line below."""
        event.stop()
        event.prevent_default()
        step = ARROWS.get(event.key)
        if step is not None:
            self._row = (self._row + step[0]) % len(self._places)
            self._column = (self._column + step[1]) % len(self._columns)
            self._sheet.repaint()
        elif event.key == "enter":
            group, line = self._places[self._row]
            self.dismiss(self._address(group, line, self._columns[self._column].key))
        else:
            self.dismiss(event.character if event.is_printable else None)

    def on_click(self) -> None:
        """Close."""
        self.dismiss(None)


def _groups(desk: Desk) -> list[tuple[str, str, int]]:
    return [(group.key, group.name, group.people) for group in desk.session.groups()]
