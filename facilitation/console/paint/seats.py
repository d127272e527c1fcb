"""Who goes to which table: the tables of a turn page by page, or the tables of somebody, in large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.console.paint.digits import large
from facilitation.console.paint.row import ACCENT, EMPTY, PLAIN, SOFT, STRONG, Ink, Row, beside, cut, row, wrapped
from facilitation.typography import NBSP

NARROWEST = 24  # columns of a table
GAP = 2


@dataclass(frozen=True, slots=True)
class TableView:
    """One table: its number, the words told in large (« A1 – C2 »), the names below it, one a line, and who is its host."""

    number: int
    words: str = ""
    names: tuple[str, ...] = ()
    host: str = ""


def pages(tables: Sequence[TableView], width: int, height: int) -> list[list[Row]]:
    """Return the tables side by side in as many pages as it takes; a table is never cut in two."""
    across = max(1, (width - GAP) // (NARROWEST + GAP))
    column = (width - GAP) // across
    found: list[list[Row]] = [[]]
    for start in range(0, len(tables), across):
        blocks = [_block(table, column - GAP) for table in tables[start : start + across]]
        band = [row(" " * GAP, *line) for line in beside(*((block, column) for block in blocks))]
        if found[-1] and len(found[-1]) + 1 + len(band) > height:
            found.append([])
        found[-1] += [EMPTY, *band] if found[-1] else band
    return found


def _block(table: TableView, width: int) -> list[Row]:
    rows = [row((f"TABLE {table.number}", ACCENT), (f"   {cut(table.words, width - 11)}", STRONG))]
    for name in table.names:
        is_host = name == table.host
        rows.append(row((cut(f"{name} (hôte)" if is_host else name, width), STRONG if is_host else PLAIN)))
    return rows if table.words or table.names else [*rows, row(("personne", SOFT))]


def numbered(number: int, numbers: Sequence[str], host: str, width: int) -> TableView:
    """Return a table of people who have numbers: they stand on as few lines as they can."""
    told = ", ".join(f"{one}{NBSP}(hôte)" if one == host else one for one in numbers)
    return TableView(number, "", tuple(wrapped(told, width)) if told else ())


def whereabouts(name: str, tables: Sequence[int], now: int, width: int) -> list[Row]:
    """Return somebody's table at the turn ``now`` (1 is the first), in large, then all of theirs; 0 is no table."""
    here = tables[now - 1] if now <= len(tables) else 0
    rows = [row("  ", (cut(name, width - 4), STRONG)), EMPTY]
    if here:
        digits = [row("   ", *line) for line in large(str(here), "accent", 2 if width >= 60 else 1)]
        side = [EMPTY] * (len(digits) // 2) + [row(("TABLE", ACCENT))]
        rows += beside((side and [row("  ", *line) for line in side], 8), (digits, width - 8))
    else:
        rows.append(row("  ", ("Sans table à ce tour.", STRONG)))
    told = "   ".join(
        f"tour {number}{NBSP}: {f'table {table}' if table else 'attend'}" for number, table in enumerate(tables, 1)
    )
    return [*rows, EMPTY, *(row("  ", (line, SOFT)) for line in wrapped(told, width - 4))]


def several(found: Sequence[tuple[str, int]], width: int, height: int) -> list[Row]:
    """Return the people that a search finds, each with their table, as many as there is room for."""
    rows = [
        row(
            "  ",
            (f"{f'table {table}' if table else 'sans table':<12}", Ink("accent", bold=True)),
            (cut(name, width - 16), STRONG),
        )
        for name, table in found
    ]
    if len(rows) > height:
        return [*rows[: height - 1], row("  ", (f"… et {len(rows) - height + 1} de plus{NBSP}: tapez la suite.", SOFT))]
    return rows
