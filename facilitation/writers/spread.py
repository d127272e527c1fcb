"""A table of marks as people read it: a column for each mark of the scale, how many in each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitation.synthesis import Heading, Line, Slot, Table
from facilitation.writers.wording import NOT_COUNTED


def as_counts(table: Table) -> Table:
    """Return a table of marks with a column for each mark of its scale, its count in each row; any other table as it is.

    A head's short name is the sign of its mark; head-counts have none. A single row is turned: a row for each answer. What
    nobody counted says so, because a missing count is not zero (CHI-08).
    """
    if table.figure != "marques" or len(table.columns) != 1:
        return table
    given = [share for line in table.lines for slot in line.slots for share in slot.shares]
    scale = {share.title: share for share in (*table.scale, *given)}
    heads = tuple(Heading(f"{share.sign} {share.title}".strip(), share.sign) for share in scale.values())
    lines = tuple(replace(line, slots=tuple(_counts(line.slots[0], tuple(scale)))) for line in table.lines)
    if len(lines) == 1 and lines[0].slots[0].text:
        return _turned(table, heads, lines[0])
    return replace(table, columns=heads, lines=lines)


def _turned(table: Table, heads: Sequence[Heading], line: Line) -> Table:
    rows = tuple(Line(head.title, (slot,), short=head.label) for head, slot in zip(heads, line.slots, strict=True))
    return replace(table, columns=table.columns, lines=rows, rows_title=line.title)


def _counts(slot: Slot, scale: Sequence[str]) -> Iterator[Slot]:
    counts = {share.title: share.count for share in slot.shares}
    for title in scale:
        if counts and title not in counts:
            yield Slot(empty=NOT_COUNTED)
        else:
            yield Slot(text=str(counts[title]), shares=slot.shares) if counts else replace(slot, shares=())
