"""The columns of a wide table: as wide as what they hold asks for, so that a row stays on one page."""

from __future__ import annotations

from math import ceil, sqrt

from facilitation.synthesis import Line, Slot, Table

FIRST = 12.0  # percent, the rows' titles
NARROWEST = 9.0
_MARK = 8  # characters that the end of an item's last line loses on average
# A landscape page at 8.5 pt: 26.7 cm wide, of which a character takes .446 em on average; 18 cm high, less title and head.
_CHARACTERS = 200
_LINES = 44
TALLEST = 24  # items of a row that is not cut between two upright pages, half a page at most


def column_widths(table: Table) -> list[float]:
    """Return the widths in percent, the rows' titles first: in proportion to the root of the longest cell of each column."""
    asked = [sqrt(max((_weight(line.slots[at]) for line in table.lines), default=1)) for at in range(len(table.columns))]
    spare = 100 - FIRST - NARROWEST * len(asked)
    if spare <= 0:
        return [100 / (len(asked) + 1)] * (len(asked) + 1)
    shares = [round(NARROWEST + spare * width / sum(asked), 1) for width in asked]
    return [round(100 - sum(shares), 1), *shares]


def is_tall(line: Line, widths: list[float]) -> bool:
    """Return whether a row is likely to be taller than a page: then it may be cut, else it would leave a page empty."""
    return any(_lines(slot, width) > _LINES for slot, width in zip(line.slots, widths[1:], strict=True))


def _weight(slot: Slot) -> int:
    return sum(len(item.text) + _MARK for item in slot.items) or 1


def _lines(slot: Slot, width: float) -> int:
    room = max(1.0, _CHARACTERS * width / 100 - 4)
    return sum(ceil(len(item.text) / room) for item in slot.items)
