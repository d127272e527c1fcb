"""Texts: what each group wrote in each field of a form, side by side."""

from __future__ import annotations

from facilitation.cells.filled import Filled
from facilitation.cells.idees import NOT_ASKED, item
from facilitation.sheet import Column, Row
from facilitation.synthesis import Heading, Line, Slot, Table
from facilitation.typography import plural

NOT_WRITTEN = "À compléter"


def texts(filled: Filled) -> Table:
    """Return the form with what was written in it; a text keeps its line breaks."""
    sheet = filled.sheet
    lines = tuple(
        Line(row.title, tuple(_slot(filled, row, column) for column in sheet.columns), short=row.short) for row in sheet.rows
    )
    written = sum(bool(slot.items) for line in lines for slot in line.slots)
    asked = sum(slot.asked for line in lines for slot in line.slots)
    return Table(
        key=f"{filled.sequence}-{sheet.key}",
        title=sheet.title,
        columns=tuple(Heading(column.title, column.short, column.hint, column.zone) for column in sheet.columns),
        lines=lines,
        rows_title=sheet.rows_title,
        figure="formulaire",
        message=f"{plural(written, 'champ')} rempli{'s' if written > 1 else ''} sur {asked}",
    )


def _slot(filled: Filled, row: Row, column: Column) -> Slot:
    if not filled.sheet.asks(row, column):
        return Slot(empty=NOT_ASKED, asked=False)
    said = tuple(item(answer, filled.groups) for answer in filled.answers(row, column))
    return Slot(items=said, empty="" if said else NOT_WRITTEN)
