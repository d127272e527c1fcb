"""The overview of a sheet: groups × rows × columns, with how many ideas each cell holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.console.paint.row import CHIP, EMPTY, SOFT, STRONG, Ink, Row, cut, justified, row
from facilitation.typography import plural

CELL = 8  # columns of a count


@dataclass(frozen=True, slots=True)
class Band:
    """One group: its name, how many people, and its rows: a name and the count of each column."""

    name: str
    people: int
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def overview(heads: Sequence[str], bands: Sequence[Band], here: tuple[int, int], width: int, height: int) -> list[Row]:
    """Return the overview; ``here`` is the row (counted over all bands) and the column under the cursor.

    When it is taller than ``height``, the rows around the cursor are shown.
    """
    room = max(10, width - 4 - CELL * len(heads))
    title = justified(
        row((" Vue d’ensemble", STRONG), ("  flèches puis Entrée pour y aller", SOFT)), row(("Échap fermer ", SOFT)), width
    )
    head = row(" " * (room + 3), *((f"{cut(name, CELL - 1):>{CELL}}", SOFT) for name in heads))
    body: list[Row] = []
    rank = at = 0
    for band in bands:
        people = f"  {plural(band.people, 'personne')}" if band.people else ""
        body += [EMPTY, row(f" {cut(band.name, room)}", (people, SOFT))]
        for name, counts in band.rows:
            if rank == here[0]:
                at = len(body)
            body.append(_line(name, counts, here[1] if rank == here[0] else -1, room))
            rank += 1
    free = height - 3
    first = max(0, min(at - free // 2, len(body) - free))
    return [title, EMPTY, head, *body[first : first + free]]


def _line(name: str, counts: Sequence[int], chosen: int, room: int) -> Row:
    cells = [
        (f"{count or '·':>{CELL}}", CHIP if column == chosen else Ink() if count else SOFT)
        for column, count in enumerate(counts)
    ]
    return row(f"   {cut(name, room - 1):<{room}}", *cells)


def tall(bands: Sequence[Band]) -> int:
    """Return how many rows the whole overview takes."""
    return 4 + sum(2 + len(band.rows) for band in bands)
