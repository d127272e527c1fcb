"""The example answers kept with a card: each must find its cell, or the card is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitation.errors import InvalidAnswerError
from facilitation.exercise import Example
from facilitation.library.entry import Entry
from facilitation.library.report import Report
from facilitation.sheet import Sheet, checked_value, named


def examples(entries: Iterable[Entry], sheets: tuple[Sheet, ...], report: Report) -> Iterator[Example]:
    """Yield the examples that find their cell; the others are reported."""
    for entry in entries:
        sheet = _sheet(entry, sheets, report)
        if sheet is None:
            continue
        column, row = entry.text("colonne"), entry.text("ligne")
        if not column and len(sheet.columns) == 1:
            column = sheet.columns[0].key
        if not row and len(sheet.rows) == 1:
            row = sheet.rows[0].key
        if sheet.rows_from is None and named(sheet.rows, row) is None:
            report.unknown(entry.at("ligne"), "ligne inconnue", row, [line.key for line in sheet.rows])
        elif sheet.columns_from is None and named(sheet.columns, column) is None:
            report.unknown(entry.at("colonne"), "colonne inconnue", column, [line.key for line in sheet.columns])
        else:
            values = tuple(_values(entry, sheet, report))
            yield Example(
                row, column, values, sheet.key, entry.get("tour", int) or 1, entry.text("groupe"), entry.text("auteur")
            )


def _sheet(entry: Entry, sheets: tuple[Sheet, ...], report: Report) -> Sheet | None:
    wanted = entry.text("feuille")
    if not wanted:
        return sheets[0] if sheets else None
    found = next((sheet for sheet in sheets if sheet.key == wanted), None)
    if found is None:
        report.unknown(entry.at("feuille"), "feuille inconnue", wanted, [sheet.key for sheet in sheets])
    return found


def _values(entry: Entry, sheet: Sheet, report: Report) -> Iterator[str]:
    for value, (_letters, place) in zip(entry.texts("valeurs"), entry.placed("valeurs"), strict=False):
        try:
            checked_value(sheet, value)
        except InvalidAnswerError as error:
            report.add(place, str(error).replace("{", "(").replace("}", ")"))
        else:
            yield value
