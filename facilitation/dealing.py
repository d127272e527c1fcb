"""A table of head-counts cut into whole parts, each cell, row, column and total of them a fair share to within one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random

Cell = tuple[str, str]  # row and column
_REST = "\x00"  # the row and column that make all sums whole: no name that people type


def dealt(counts: Mapping[Cell, int], parts: int, chance: Random) -> list[dict[Cell, int]]:
    """Return ``parts`` tables whose sum is ``counts``.

    In any two of them, every cell, every row, every column and the total differ by one at most. Parts are taken one after the
    other, each an exact rounding of 1/k of what is left when k parts remain: an amount between q·k and (q + 1)·k gives q or
    q + 1, and leaves between q·(k − 1) and (q + 1)·(k − 1).
    """
    left = {cell: count for cell, count in counts.items() if count}
    tables: list[dict[Cell, int]] = []
    for remaining in range(parts, 0, -1):
        part = _rounded_share(left, remaining, chance)
        tables.append({cell: count for cell, count in part.items() if count})
        left = {cell: count - part[cell] for cell, count in left.items()}
    chance.shuffle(tables)
    return tables


def _rounded_share(counts: Mapping[Cell, int], parts: int, chance: Random) -> dict[Cell, int]:
    """Return 1/``parts`` of a table, each cell, row, column and the total rounded up or down (Cox, 1987).

    Amounts are kept in ``parts``-ths. One more row and column bring every sum to a whole; then what stays broken holds a
    cycle, along which amounts are shifted, up then down, until one of them is whole: no sum ever changes.
    """
    broken = {cell: rest for cell, count in _with_whole_sums(counts, parts).items() if (rest := count % parts)}
    raised: set[Cell] = set()
    near: dict[tuple[int, str], dict[Cell, None]] = {}
    for cell in chance.sample(list(broken), len(broken)):
        for side in (0, 1):
            near.setdefault((side, cell[side]), {})[cell] = None
    while broken:
        cycle = _cycle(near, next(iter(broken)))
        ups, downs = cycle[::2], cycle[1::2]
        if chance.random() < 0.5:
            ups, downs = downs, ups
        step = min(*(parts - broken[cell] for cell in ups), *(broken[cell] for cell in downs))
        for cell in cycle:
            broken[cell] += step if cell in ups else -step
            if broken[cell] % parts == 0:
                if broken.pop(cell):
                    raised.add(cell)
                for side in (0, 1):
                    del near[side, cell[side]][cell]
    return {cell: count // parts + (cell in raised) for cell, count in counts.items()}


def _with_whole_sums(counts: Mapping[Cell, int], parts: int) -> dict[Cell, int]:
    whole = dict(counts)
    for (row, column), count in counts.items():
        for cell, change in (((row, _REST), -count), ((_REST, column), -count), ((_REST, _REST), count)):
            whole[cell] = (whole.get(cell, 0) + change) % parts
    return whole


def _cycle(near: Mapping[tuple[int, str], Mapping[Cell, None]], start: Cell) -> list[Cell]:
    """Return broken cells that follow each other by row, then column, and so on back to the first: an even number of them."""
    path = [start]
    seen = {(1, start[1]): 0}
    for place, cell in enumerate(_walk(near, start), start=1):
        path.append(cell)
        line = (1 - place % 2, cell[1 - place % 2])
        if line in seen:
            return path[seen[line] + 1 :]
        seen[line] = place
    raise AssertionError  # the walk has no end of its own


def _walk(near: Mapping[tuple[int, str], Mapping[Cell, None]], cell: Cell) -> Iterator[Cell]:
    """Yield the next cell of the row, then of the column, without end: on a line of whole sum no broken cell is alone."""
    side = 1
    while True:
        cell = next(other for other in near[side, cell[side]] if other != cell)
        yield cell
        side = 1 - side
