"""Marks: how many copies bear each mark of the scale, cell by cell, and which rows are agreed on or disputed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facilitation.cells.filled import Filled
from facilitation.cells.idees import NOT_ASKED, item
from facilitation.sheet import Column, Mark, Row
from facilitation.synthesis import Heading, Line, Share, Slot, Table
from facilitation.typography import capitalised, in_words, lowered, plural

NOT_MARKED = "Aucune marque"


def marks(filled: Filled) -> Table:
    """Return the sheet with the distribution of each cell; ``ranked`` sheets go from the most favourable row to the least.

    As the abaque of Régnier does: rows by their mean weight, then the more agreed on first; rows nobody marked come last.
    """
    sheet = filled.sheet
    lines = [
        Line(row.title, tuple(_slot(filled, row, column) for column in sheet.columns), short=row.short) for row in sheet.rows
    ]
    if sheet.ranked:
        lines.sort(key=_rank)
    return Table(
        key=f"{filled.sequence}-{sheet.key}",
        title=sheet.title,
        columns=tuple(Heading(column.title, column.short, column.hint, column.zone) for column in sheet.columns),
        lines=tuple(lines),
        rows_title=sheet.rows_title,
        figure="marques",
        message=_message(lines),
        scale=tuple(Share(mark.title, mark.sign, 0, mark.weight) for mark in sheet.marks),
    )


def _slot(filled: Filled, row: Row, column: Column) -> Slot:
    sheet = filled.sheet
    if not sheet.asks(row, column):
        return Slot(empty=NOT_ASKED, asked=False)
    answers = filled.answers(row, column)
    if not answers:
        return Slot(empty=NOT_MARKED)
    counts = Counter(str(answer.value) for answer in answers)
    scale = tuple(Share(mark.title, mark.sign, counts[mark.key], mark.weight) for mark in sheet.marks)
    # a card changed after the day may have lost a mark that was given: it is told by its key
    shares = (*scale, *(Share(key, "", count) for key, count in counts.items() if sheet.mark(key) is None))
    said = tuple(item(answer, filled.groups, wording(sheet.mark(answer.value), str(answer.value))) for answer in answers)
    return Slot(voices=said, text=told(shares), shares=shares)


def wording(mark: Mark | None, key: str) -> str:
    """Return a mark in words; its key when the scale no longer has it."""
    return mark.title if mark else key


def told(shares: Sequence[Share]) -> str:
    """Return « 2 acquis, 1 en cours »: what was marked, in the order of the scale."""
    return ", ".join(f"{share.count}\u00a0{lowered(share.title)}" for share in shares if share.count)


def mean(shares: Sequence[Share]) -> float | None:
    """Return the mean weight of the marks that have one, None when there is none."""
    weighed = [(share.count, share.weight) for share in shares if share.weight is not None and share.count]
    people = sum(count for count, _ in weighed)
    return sum(count * weight for count, weight in weighed) / people if people else None


def spread(shares: Sequence[Share]) -> float:
    """Return the standard deviation of the weights: 0 when all agree, 1 when they stand at both ends."""
    middle = mean(shares)
    if middle is None:
        return 0.0
    weighed = [(share.count, share.weight) for share in shares if share.weight is not None and share.count]
    total = sum(count for count, _ in weighed)
    return float((sum(count * (weight - middle) ** 2 for count, weight in weighed) / total) ** 0.5)


def _pooled(line: Line) -> list[Share]:
    return [share for slot in line.slots for share in slot.shares]


def _rank(line: Line) -> tuple[bool, float, float]:
    shares = _pooled(line)
    middle = mean(shares)
    return middle is None, -(middle or 0.0), spread(shares)


def _message(lines: Sequence[Line]) -> str:
    """Return « Trois lignes sur six font l’accord », or how many marks were given."""
    marked = [line for line in lines if any(slot.shares for slot in line.slots)]
    given = sum(share.count for line in lines for share in _pooled(line))
    several = [line for line in marked if sum(share.count for share in _pooled(line)) > len(line.slots)]
    agreed = [line for line in several if all(_unanimous(slot) for slot in line.slots if slot.shares)]
    if not several or not agreed:
        return f"{plural(given, 'marque')} posée{'s' if given > 1 else ''}"
    number = in_words(len(agreed), feminine=True)
    of_all = f"sur {in_words(len(lines), feminine=True)}"
    if len(agreed) == 1:
        return f"Une ligne {of_all} fait l’accord"
    return f"{capitalised(number)} lignes {of_all} font l’accord"


def _unanimous(slot: Slot) -> bool:
    return sum(bool(share.count) for share in slot.shares) == 1
