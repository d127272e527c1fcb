"""The speed-dating: the two directions of a pair side by side, the line as wide as the screen, rounds called by a bell."""

from __future__ import annotations

from facilitation.console.paint.columns import ColumnView, columns, tabbed
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Ink, Row, cut, justified, row, wrapped
from facilitation.console.screens.ideas import IdeaScreen
from facilitation.console.seating import seating
from facilitation.console.session import Session
from facilitation.sheet import Address
from facilitation.typography import NBSP, french
from facilitation.workshop.rotations import Dated

EMPTY_LINK = french("Une case vide est un lien à créer : elle restera visible dans la synthèse.")


class MatrixScreen(IdeaScreen):
    """Pairs of kinds of actors; Tab is the other direction, F6 the next pair, F5 the next round."""

    def __init__(self, session: Session, sequence: str, sheet: str) -> None:
        super().__init__(session, sequence, sheet)
        self.pairs = self._pairs()
        self.rank = next((rank for rank, pair in enumerate(self.pairs) if self._cell() in pair), 0)
        self._sit(0)

    def _pairs(self) -> list[tuple[tuple[str, str], ...]]:
        """Return the pairs as their directions: (row, column) both ways, or one way only."""
        found: dict[frozenset[str], list[tuple[str, str]]] = {}
        for line, column in self.desk.sheet.cells():
            found.setdefault(frozenset((line.key, column.key)), []).append((line.key, column.key))
        return [tuple(directions) for directions in found.values()]

    def _cell(self) -> tuple[str, str]:
        return self.desk.row_key, self.desk.column_key

    @property
    def pair(self) -> tuple[tuple[str, str], ...]:
        """The directions of the current pair."""
        return self.pairs[self.rank]

    def _sit(self, direction: int) -> None:
        self.desk.row_key, self.desk.column_key = self.pair[direction % len(self.pair)]

    def short_name(self, key: str) -> str:
        """Return the short name of a kind of actor."""
        sheet = self.desk.sheet
        found = sheet.row(key) or sheet.column(key)
        return (found.short or found.title) if found else key

    # --- what is shown ---

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the pair's row, then its directions side by side."""
        views = [self._column(direction, width // len(self.pair)) for direction in self.pair]
        return [self._pair_row(width), *columns(views, width, height - 1)]

    def _pair_row(self, width: int) -> Row:
        ends = list(dict.fromkeys(key for direction in self.pair for key in direction))
        arrow = "  ⇄  " if len(self.pair) > 1 else "  →  "
        left = row(
            f"  Paire {self.rank + 1}/{len(self.pairs)}   ", (cut(arrow.join(map(self.short_name, ends)), width - 38), STRONG)
        )
        return justified(left, row((self._laps(), SOFT), " "), width)

    def _laps(self) -> str:
        stop = self.play.stop
        if stop.step.laps < 2:
            return ""
        return f"tour {stop.place.lap}/{stop.step.laps} {'●' * stop.place.lap}{'○' * (stop.step.laps - stop.place.lap)}"

    def _column(self, direction: tuple[str, str], width: int) -> ColumnView:
        sheet = self.desk.sheet
        line, column = sheet.row(direction[0]), sheet.column(direction[1])
        sentence = sheet.sentence(line, column) if line and column else ""
        on = direction == self._cell()
        return ColumnView(
            tuple(tabbed(sentence, width, is_current=on)), self.list_view(self._address(direction), empty=(EMPTY_LINK,)), on
        )

    def _address(self, direction: tuple[str, str]) -> Address:
        return self.desk.address_of(*direction)

    def chip(self) -> str:
        """Return « ASV/CLSM/CLS → CPTS »."""
        return " → ".join(map(self.short_name, self._cell()))

    def column_name(self) -> str:
        """Return the direction."""
        return self.chip()

    def typing_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one types."""
        return (("Entrée", "garder"), ("Tab", "l’autre sens"), ("F6", "paire"), ("F3", "tours"), ("Ctrl+Z", "annuler"))

    def here(self) -> str:
        """Return the group, when the day has several."""
        return super().here() if len(self.session.workshop.day.groups) > 1 else ""

    def step_words(self) -> str:
        """Return « tour 2/5 · 6 min par rencontre »."""
        stop = self.play.stop
        if stop.step.laps < 2:
            return super().step_words()
        return f"tour {stop.place.lap}/{stop.step.laps} · {round(stop.seconds / 60)} min par rencontre"

    # --- moving about ---

    def _change_column(self, step: int) -> None:
        key = self.desk.editing
        if not key:
            self.before_moving()
        rank = self.pair.index(self._cell()) if self._cell() in self.pair else 0
        self._sit(rank + step)
        if key:
            self.desk.move_to(key, self._address(self._cell()), self.chip())
            self.refresh_all()
        else:
            self.after_moving()

    def _change_row(self, step: int) -> None:
        self.before_moving()
        self.rank = (self.rank + step) % len(self.pairs)
        self._sit(0)
        self.after_moving()

    def go_to(self, address: object) -> None:
        """Go to the cell that an undo concerns, and to its pair."""
        super().go_to(address)
        self.rank = next((rank for rank, pair in enumerate(self.pairs) if self._cell() in pair), self.rank)
        self.refresh_all()

    # --- the rounds ---

    def progress(self, width: int) -> tuple[str, tuple[Row, ...]]:
        """Return the table of rounds."""
        return "Tours, par table", tuple(self._rounds_rows(width))

    def _rounds_rows(self, width: int) -> list[Row]:
        known = seating(self.session, self.play)
        if not isinstance(known, Dated) or not known.turns:
            return []
        tables = min(max(len(turn.tables) for turn in known.turns), (width - 4) // 7)
        rows = [row("    ", *((f"{f'T{number}':>6} ", SOFT) for number in range(1, tables + 1)))]
        lap = self.play.stop.place.lap if self.play.stop.step.laps > 1 else 0
        for number, turn in enumerate(known.turns, 1):
            sign = "✓" if number < lap else "▶" if number == lap else " "
            ink = STRONG if number == lap else SOFT
            cells = [(f"{'–'.join(pair):>6} ", ink) for pair in turn.tables[:tables]]
            rows.append(row((f"{sign} {number} ", Ink("accent") if number == lap else SOFT), *cells))
            if turn.waiting and number == lap:
                rows.append(row((cut(f"    attendent{NBSP}: {', '.join(turn.waiting)}", width), SOFT)))
        legend = "   ".join(f"{letter} = {name}" for letter, name in known.kinds.items())
        told = [*_legend(legend, width), *wrapped(known.verdict(), width)]
        return [*rows, EMPTY, *(row((line, SOFT)) for line in told)]

    def action_overview(self) -> None:
        """F3: the rounds."""
        rows = self._rounds_rows(48)
        if not rows:
            self.say(f"◐ Les groupes n’ont pas d’effectifs{NBSP}: pas de tableau des tours.")
            return

        def paint(width: int, height: int) -> list[Row]:
            body = [EMPTY, row(("  Tours, par table", STRONG)), EMPTY, *(row("  ", *line) for line in rows), EMPTY]
            return [*body, justified(EMPTY, row(("Échap fermer  ", SOFT)), width)][:height]

        self.show_overlay(paint, 56, len(rows) + 5)


def _legend(text: str, width: int) -> list[str]:
    lines = [""]
    for part in text.split("   "):
        joined = f"{lines[-1]}   {part}" if lines[-1] else part
        if len(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(part)
    return [cut(line, width) for line in lines]
