"""Places: the words of a sheet put one by one on a map, with the arrows."""

from __future__ import annotations

from typing import ClassVar

from textual import events

from facilitation.console.paint import places as draw
from facilitation.console.paint.row import EMPTY, SOFT, Row, row, wrapped
from facilitation.console.screens.filling import FillingScreen
from facilitation.sheet import EDGE, Axes, point

ROOMY = 26
NOWHERE = Axes("", "", "", "")


class PlacesScreen(FillingScreen):
    """Arrows move the current word, Enter drops it and takes the next one from the centre."""

    THING = "un mot"
    STEPS: ClassVar[dict[str, tuple[int, int]]] = {"left": (-5, 0), "right": (5, 0), "up": (0, 1), "down": (0, -1)}
    held: tuple[str, tuple[int, int]] | None = None  # the word that is being moved, and where it is

    # --- what is shown ---

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the words, and the map."""
        rows = self.desk.rows
        if not rows:
            told = wrapped("Pas encore de mot à placer. Tapez le premier, puis Entrée.", width - 6)
            return [EMPTY, *(row("   ", (line, SOFT)) for line in told)]
        words = []
        for line in rows:
            on = line.key == self.desk.row_key
            placed = self._kept(line.key)
            at = self._where() if on else placed
            words.append(draw.Word(line.short or line.title, at, on, placed is not None))
        return draw.places(words, self.desk.sheet.axes or NOWHERE, width, height)

    def _kept(self, line: str) -> tuple[int, int] | None:
        given = self.standing(line, self.desk.column_key)
        return point(given.value) if given else None

    def _where(self) -> tuple[int, int]:
        """Return where the current word is: as it is being moved, else where it was placed, else the centre."""
        if self.held is not None and self.held[0] == self.desk.row_key:
            return self.held[1]
        return self._kept(self.desk.row_key) or (0, 0)

    # --- keys ---

    def pressed(self, event: events.Key) -> bool:
        """Move, drop, or take away."""
        if event.key in self.STEPS:
            self._move(*self.STEPS[event.key])
        elif event.key in {"enter", "space"}:
            self._drop()
            self._next_left()
        elif event.key in {"delete", "backspace"}:
            self.held = None
            self.withdraw()
            self.refresh_all()
        else:
            return False
        return True

    def _move(self, right: int, up: int) -> None:
        if self.desk.row is None or self.refuses_to_write():
            return
        x, y = self._where()
        up *= 10 if self.main.size.height >= ROOMY else 20  # one row at least, whatever the window
        self.held = self.desk.row_key, (max(-EDGE, min(EDGE, x + right)), max(-EDGE, min(EDGE, y + up)))
        self.refresh_all()

    def _drop(self) -> None:
        x, y = self._where()
        self.put(f"{x} {y}")
        self.held = None

    def _next_left(self) -> None:
        """Take the next word that is not placed, else stay on this one."""
        keys = [line.key for line in self.desk.rows]
        if self.desk.row_key in keys:
            here = keys.index(self.desk.row_key)
            left = [key for key in (*keys[here + 1 :], *keys[:here]) if self._kept(key) is None]
            self.desk.row_key = left[0] if left else self.desk.row_key
        self.refresh_all()

    def before_moving(self) -> None:
        """Drop the word that was moved: nothing that was done is lost."""
        if self.held is not None and not self.session.workshop.read_only:
            self._drop()

    def filling_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one places."""
        tab = ("Tab", "ajouter un mot") if self.is_free else ("Tab", "autre mot")
        return (("↑↓←→", "déplacer"), ("Entrée", "poser, suivant"), tab, ("Suppr", "retirer"), ("Ctrl+Z", "annuler"))
