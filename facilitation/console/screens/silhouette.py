"""The Silhouette: each kind of actor fills a body, zone after zone. Where one types is said four times."""

from __future__ import annotations

from facilitation.console.paint.figures import BodyView, body, body_width
from facilitation.console.paint.ideas import listed
from facilitation.console.paint.row import (
    CHIP,
    CURRENT,
    EMPTY,
    SOFT,
    STRONG,
    Ink,
    Piece,
    Row,
    beside,
    centred,
    cut,
    justified,
    row,
)
from facilitation.console.screens.ideas import IdeaScreen
from facilitation.console.words import capital
from facilitation.sheet import Column
from facilitation.typography import NBSP, quoted

SHORT_ZONES = {"jambe droite": "J. droite", "jambe gauche": "J. gauche"}
LOWEST_BODY = 13  # rows under which a body is no longer one


class SilhouetteScreen(IdeaScreen):
    """Actors in a row, zones in a row, the body at the left, the zone's list at the right."""

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the two rows of choices, then the body beside the list."""
        airy = height > 30
        head = [self._actors(width), self._zones(width)]
        if airy:
            head = [EMPTY, *head, EMPTY]
        room = height - len(head)
        tall = min(22, room - (6 if airy else 1)) if room >= LOWEST_BODY else 0
        if tall < LOWEST_BODY - 1:
            self.line.styles.margin = 0
            return [*head, *self._list(width, room)]
        left = body_width(tall) + 3
        self.line.styles.margin = (0, 0, 0, left if width > 78 else left - 2)
        return [*head, *beside((self._body(tall, left, room, airy=airy), left), (self._list(width - left, room), width - left))]

    def _actors(self, width: int) -> Row:
        pieces: list[Piece] = [Piece(" ")]
        for found in self.desk.rows:
            name, here = found.short or found.title, found.key == self.desk.row_key
            label = cut(name, max(10, (width - 12) // len(self.desk.rows) - 3))
            pieces.append(Piece(f" ◆ {label} ", CURRENT) if here else Piece(f" {label} ", SOFT))
        return justified(tuple(pieces), row(("F6 acteur ", SOFT)) if width > 78 else EMPTY, width)

    def _zones(self, width: int) -> Row:
        columns = self.sheet_columns
        long = width > 78
        pieces: list[Piece] = [Piece(" ")]
        for column in columns:
            zone = column.zone or column.title
            name = capital(zone) if long else SHORT_ZONES.get(zone, capital(zone))
            label = f" {name} {self.desk.size(self.desk.row_key, column.key)} "
            pieces += [Piece(label, CHIP if column.key == self.desk.column_key else STRONG._replace(bold=False)), Piece("  ")]
        return justified(tuple(pieces), row(("Tab zone ", SOFT)) if long else EMPTY, width)

    @property
    def sheet_columns(self) -> tuple[Column, ...]:
        """The zones of the sheet."""
        return self.desk.sheet.columns

    def _body(self, tall: int, width: int, room: int, *, airy: bool) -> list[Row]:
        counts = {column.zone: self.desk.size(self.desk.row_key, column.key) for column in self.sheet_columns}
        zone = self.desk.column.zone if self.desk.column else ""
        drawn = body(BodyView(counts, zone), tall)
        rows = [row(" ", *line) for line in drawn]
        rows += [EMPTY] * airy + [centred(row((f"▲ {capital(zone)}", Ink("accent", bold=True))), width - 2)]
        if airy:
            rows += [
                EMPTY,
                centred(row(("■ ", Ink("plein")), ("remplie", SOFT)), width - 2),
                centred(row(("■ ", Ink("vide")), ("encore vide", SOFT)), width - 2),
            ]
        return [EMPTY] * max(0, (room - len(rows)) // 2) + rows

    def _list(self, width: int, height: int) -> list[Row]:
        column, found = self.desk.column, self.desk.row
        if column is None or found is None:
            return []
        hint = cut(column.hint, max(0, width - len(column.title) - 8))
        title = row("    ", (cut(column.title, width - 6), STRONG), "  ", (hint, SOFT))
        ask = f"Demandez{NBSP}: {quoted(f'{column.hint}{NBSP}?')}." if column.hint else ""
        empty = (
            f"Pas encore d’idée dans {quoted(column.title)} pour {found.short or found.title}.",
            "",
            *((ask, "") if ask else ()),
            "Tapez la première idée, puis Entrée.",
            f"Plusieurs lignes copiées ailleurs{NBSP}? Collez-les d’un coup.",
        )
        return listed(self.list_view(self.desk.address, title=title, empty=empty), width, height)

    def chip(self) -> str:
        """Return « ASV/CLSM/CLS · Mains »; the zone alone in a narrow window."""
        found = self.desk.row
        name = (found.short or found.title) if found else ""
        return f"{name} · {self.column_name()}" if self.size.width >= 100 else self.column_name()

    def typing_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one types."""
        return (("Entrée", "garder"), ("Tab", "zone"), ("F6", "acteur"), ("↑", "corriger"), ("Ctrl+Z", "annuler"))

    def action_overview(self) -> None:
        """F3: every cell of every group."""
        self.show_overview()

    def progress(self, width: int) -> tuple[str, tuple[Row, ...]]:
        """Return the counts by actor and zone."""
        columns = self.sheet_columns
        shorts = [_initials(column.zone or column.title) for column in columns]
        room = width - 4 * len(columns)
        head = row(" " * room, *((f"{short:>4}", SOFT) for short in shorts))
        lines = [head]
        for found in self.desk.rows:
            here = found.key == self.desk.row_key
            name = cut(found.short or found.title, room - 1)
            cells = [
                (
                    f"{self.desk.size(found.key, column.key) or '·':>4}",
                    _count_ink(on=here and column.key == self.desk.column_key),
                )
                for column in columns
            ]
            lines.append(row((f"{name:<{room}}", STRONG if here else SOFT), *cells))
        return "Où on en est", tuple(lines)


def _count_ink(*, on: bool) -> Ink:
    return Ink("accent", bold=True) if on else Ink()


def _initials(zone: str) -> str:
    """Return « Tê », « JD »: two letters, the initials of two words."""
    parts = zone.split()
    return "".join(part[0].upper() for part in parts) if len(parts) > 1 else capital(zone)[:2]
