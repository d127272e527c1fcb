"""Places: where each word stands on a map, on the whole, and where each group placed it."""

from __future__ import annotations

from facilitation.cells.filled import Filled
from facilitation.cells.idees import item
from facilitation.sheet import Axes, Row, point
from facilitation.synthesis import Heading, Line, Slot, Table
from facilitation.typography import plural

NOT_PLACED = "Pas placé"
NEAR = 10  # under a tenth of the axis, a word is in the middle


def places(filled: Filled) -> Table:
    """Return the map: one line a word, its barycentre over the groups, and in words on which side it stands."""
    sheet = filled.sheet
    axes = sheet.axes or Axes("", "", "", "")
    lines = tuple(Line(row.title, (_slot(filled, row, axes),), short=row.short) for row in sheet.rows)
    placed = sum(line.slots[0].point is not None for line in lines)
    return Table(
        key=f"{filled.sequence}-{sheet.key}",
        title=sheet.title,
        columns=tuple(Heading(column.title, column.short) for column in sheet.columns),
        lines=lines,
        rows_title=sheet.rows_title,
        figure="carte",
        message=f"{plural(placed, 'mot')} placé{'s' if placed > 1 else ''} sur {len(lines)}",
        poles=(axes.left, axes.right, axes.bottom, axes.top),
    )


def _slot(filled: Filled, row: Row, axes: Axes) -> Slot:
    (column,) = filled.sheet.columns
    answers = filled.answers(row, column)
    if not answers:
        return Slot(empty=NOT_PLACED)
    points = [point(answer.value) for answer in answers]
    middle = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    said = tuple(item(answer, filled.groups, side(point(answer.value), axes)) for answer in answers)
    return Slot(voices=said, text=side(middle, axes), point=middle)


def side(place: tuple[float, float], axes: Axes) -> str:
    """Return a place in words: « collectif, prévention », « au milieu »."""
    across, up = place
    words = []
    if abs(across) >= NEAR:
        words.append(axes.right if across > 0 else axes.left)
    if abs(up) >= NEAR:
        words.append(axes.top if up > 0 else axes.bottom)
    return ", ".join(words) or "au milieu"
