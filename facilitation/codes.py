"""Short codes written on paper sheets: « G1-B3 » is the third cell of sheet B of the day, filled by its first group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitation.day import Day
from facilitation.errors import InvalidAnswerError
from facilitation.sheet import Address, Sheet
from facilitation.typography import NBSP, quoted

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # neither I nor O: by hand they are a 1 and a 0
_CODE = re.compile(r"\s*G\s*(\d{1,4})\s*[-–−]?\s*([A-HJ-NP-Z]{1,3})\s*(\d{1,5})(?:\s*[-–−]\s*(\d{1,2}))?\s*", re.IGNORECASE)
# at the head of a line a round touches its code: « G1-B3 -40 25 » is a place in G1-B3
_LEADING = re.compile(r"\s*(G ?\d{1,4} ?[-–−]? ?[A-HJ-NP-Z]{1,3} ?\d{1,5}(?:[-–−]\d{1,2})?)(?=[\s:;]|$)", re.IGNORECASE)
_LIKE = re.compile(r"\s*G ?\d{1,4} ?(?:[-–−] ?[A-Z]{1,3} ?\d|[A-Z]{1,3}\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Coded:
    """One sheet of the day, and the letters of its codes."""

    sequence: str
    sheet: Sheet
    letters: str


def coded_sheets(day: Day) -> tuple[Coded, ...]:
    """Return every sheet of a day in order, each with its letters: A to Z, then AA."""
    found = [(sequence.key, sheet) for sequence in day.sequences if sequence.exercise for sheet in sequence.exercise.sheets]
    return tuple(Coded(key, sheet, _letters(number)) for number, (key, sheet) in enumerate(found))


def code_of(day: Day, address: Address) -> str:
    """Return the code of a cell; on a sheet whose rows are added live, of its column: the row's name is written beside it.

    Cells are numbered row after row, from 1. « G0 » is the whole room; a round after the first ends the code: « G1-B3-2 ».

    Raises:
        KeyError: the day has no such cell.
    """
    coded = next(one for one in coded_sheets(day) if (one.sequence, one.sheet.key) == (address.sequence, address.sheet))
    sheet = coded.sheet
    columns = [column.key for column in sheet.columns]
    groups = ["", *(group.key for group in day.groups)]
    rows = [""] if sheet.free_rows else [row.key for row in sheet.rows]
    row = "" if sheet.free_rows else address.row
    if address.column not in columns or row not in rows or address.group not in groups:
        raise KeyError(address)
    number = rows.index(row) * len(columns) + columns.index(address.column) + 1
    again = f"-{address.round}" if address.round > 1 else ""
    return f"G{groups.index(address.group)}-{coded.letters}{number}{again}"


def is_code(text: str) -> bool:
    """Return whether ``text`` is written as a code, of this day or not."""
    return _CODE.fullmatch(text) is not None


def leading(text: str) -> tuple[str, str]:
    """Return the code that opens a line, and what follows it; '' and the line when none does.

    A space, a tabulation, « : » or « ; » stands between the two: « G1-B3 Réseau », « g1b3;Réseau ».
    """
    found = _LEADING.match(text)
    return (found[1], text[found.end() :].lstrip(" :;\t\u00a0")) if found else ("", text)


def looks_coded(text: str) -> bool:
    """Return whether a line opens like a code that is none: « G1-I3 », « G1B3Réseau »."""
    return not leading(text)[0] and _LIKE.match(text) is not None


def address_of(day: Day, code: str) -> Address:
    """Return the cell a code names, its row empty on a sheet whose rows are added live; case, spaces and hyphens are free.

    Raises:
        InvalidAnswerError: it is no code, or the day has no such group, sheet, cell or round.
    """
    found = _CODE.fullmatch(code)
    if found is None:
        raise InvalidAnswerError(f"code illisible {quoted(code.strip())}{NBSP}: « G1-B3 » est attendu, comme sur la feuille")
    group, letters, number, again = int(found[1]), found[2].upper(), int(found[3]) - 1, int(found[4] or 1)
    coded = next((one for one in coded_sheets(day) if one.letters == letters), None)
    if coded is None:
        raise InvalidAnswerError(f"code {quoted(code.strip())}{NBSP}: la journée n’a pas de feuille {letters}")
    if group > len(day.groups):
        raise InvalidAnswerError(f"code {quoted(code.strip())}{NBSP}: la journée n’a pas de groupe {group}")
    sheet = coded.sheet
    row, column = divmod(number, len(sheet.columns))
    if number < 0 or row >= (1 if sheet.free_rows else len(sheet.rows)):
        raise InvalidAnswerError(f"code {quoted(code.strip())}{NBSP}: la feuille {letters} n’a pas de case {number + 1}")
    if not 1 <= again <= sheet.rounds:
        raise InvalidAnswerError(f"code {quoted(code.strip())}{NBSP}: la feuille {letters} n’a pas de tour {again}")
    key = "" if sheet.free_rows else sheet.rows[row].key
    owner = day.groups[group - 1].key if group else ""
    return Address(coded.sequence, sheet.key, again, owner, key, sheet.columns[column].key)


def cells_of(day: Day, coded: Coded) -> Iterator[Address]:
    """Yield every cell of a sheet that a code can name: each round, for the whole room then each group."""
    sheet = coded.sheet
    cells = (
        [("", column.key) for column in sheet.columns]
        if sheet.free_rows
        else [(row.key, column.key) for row, column in sheet.cells()]
    )
    for number in range(1, sheet.rounds + 1):
        for group in ("", *(group.key for group in day.groups)):
            for row, column in cells:
                yield Address(coded.sequence, sheet.key, number, group, row, column)


def _letters(number: int) -> str:
    first, last = divmod(number, len(LETTERS))
    return (_letters(first - 1) if first else "") + LETTERS[last]
