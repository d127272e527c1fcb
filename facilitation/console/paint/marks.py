"""The grid of marks: rows × columns, each cell a sign and its word, the current one inverted; the legend with its keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.console.paint.row import (
    ACCENT,
    CHIP,
    PLAIN,
    SOFT,
    STRONG,
    Ink,
    Piece,
    Row,
    cut,
    row,
    width_of,
    wrapped,
)

WIDEST, NARROWEST = 20, 7  # columns of a cell
TALL = 26


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One row: its number, its title, and for each column (sign, word), None when empty, '' signs where it is not asked."""

    number: int
    title: str
    cells: tuple[tuple[str, str] | None, ...]


@dataclass(frozen=True, slots=True)
class GridView:
    """The whole grid; ``here`` is the rank of the current row and column."""

    heads: tuple[str, ...]
    lines: tuple[MarkLine, ...]
    here: tuple[int, int]


def grid(view: GridView, width: int, height: int) -> list[Row]:
    """Return the heads, then the rows around the current one; columns around the current one when all do not fit."""
    columns = max(1, len(view.heads))
    word = max((len(word) + 2 for head in view.heads for word in head.split()), default=NARROWEST)
    wide = width * 6 // 10 if word <= width * 6 // 10 // columns else width * 3 // 4  # so that no word of a head is cut
    size = max(NARROWEST, min(WIDEST, wide // columns))
    fits = max(1, min(len(view.heads), wide // size))
    first = max(0, min(view.here[1] - fits // 2, len(view.heads) - fits))
    shown = range(first, first + fits)
    room = width - fits * size - 5
    heads = _heads([view.heads[column] for column in shown], size, room)
    free = height - len(heads)
    depth = 3 if height >= TALL else 2
    blocks = [_block(line, rank, view.here, shown, (room, size, depth)) for rank, line in enumerate(view.lines)]
    if height >= TALL and sum(len(block) + 1 for block in blocks) <= free:
        rule = row(("  " + "─" * (width - 4), Ink("ligne")))
        return [*heads, *(line for block in blocks for line in (rule, *block))]
    return [*heads, *_around(blocks, view.here[0], free)]


def _heads(names: Sequence[str], size: int, room: int) -> list[Row]:
    told = [wrapped(name, size - 1)[:2] for name in names]
    tall = max((len(lines) for lines in told), default=1)
    rows = []
    for rank in range(tall):
        pieces = [Piece(" " * (room + 5))]
        for lines in told:
            at = rank - (tall - len(lines))
            pieces.append(Piece(f"{cut(lines[at], size) if at >= 0 else '':^{size}}", STRONG))
        rows.append(tuple(pieces))
    return rows


def _block(line: MarkLine, rank: int, here: tuple[int, int], shown: range, sizes: tuple[int, int, int]) -> list[Row]:
    room, size, depth = sizes
    on = rank == here[0]
    lines = wrapped(line.title, room - 1)
    if len(lines) > depth:
        lines = [*lines[: depth - 1], cut(" ".join(lines[depth - 1 :]), room - 1)]
    edge, ink = ("▌" if on else " ", ACCENT), STRONG if on else PLAIN
    cells = [_cell(line.cells[column], size, is_current=on and column == here[1]) for column in shown]
    first = row(edge, (f"{line.number:>3} ", SOFT), (f"{lines[0]:<{room}}", ink), *cells)
    return [first, *(row(edge, "    ", (text, ink)) for text in lines[1:])]


def _cell(mark: tuple[str, str] | None, size: int, *, is_current: bool) -> Piece:
    if mark is None:
        return Piece(f"{'?' if is_current else '·':^{size}}", CHIP if is_current else SOFT)
    sign, word = mark
    whole = f"{sign} {word}".strip()
    said = whole if len(whole) <= size - 1 else (sign or cut(word, size - 1)) if size < 12 else cut(whole, size - 1)
    return Piece(f"{said:^{size}}", CHIP if is_current else PLAIN)


def _around(blocks: Sequence[list[Row]], here: int, height: int) -> list[Row]:
    """Return whole rows around the current one."""
    first = last = min(here, len(blocks) - 1)
    used = len(blocks[first]) if blocks else 0
    while True:
        below = len(blocks[last + 1]) if last + 1 < len(blocks) else height + 1
        above = len(blocks[first - 1]) if first else height + 1
        if used + below <= height and (last - here <= here - first or used + above > height):
            last, used = last + 1, used + below
        elif used + above <= height:
            first, used = first - 1, used + above
        else:
            break
    return [line for block in blocks[first : last + 1] for line in block][:height]


def legend(marks: Sequence[tuple[str, str, str]], width: int) -> list[Row]:
    """Return the scale with its keys: (key, sign, word), on as many rows as needed."""
    rows: list[Row] = []
    line: list[Piece] = [Piece("  ")]
    for key, sign, word in marks:
        added = [Piece(f" {key} ", CHIP), Piece(f" {f'{sign} {word}'.strip()}   ")]
        if width_of(line) + width_of(added) - 3 > width and len(line) > 1:
            rows.append(tuple(line))
            line = [Piece("  ")]
        line += added
    return [*rows, tuple(line)]


def spelled(number: int, title: str, told: str, width: int) -> list[Row]:
    """Return the full text of the current row, and what its column asks."""
    lines = wrapped(title, width - 8)
    rows = [row((f"{number:>4}  " if not rank else "      ", ACCENT), (line, STRONG)) for rank, line in enumerate(lines)]
    return [*rows, *([row("      ", (cut(told, width - 8), SOFT))] if told else [])]
