"""The table where somebody decides, in a spreadsheet, which ideas are one: its columns, its reading; CSV or workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from facilitation.errors import FileProblemsError, Problem
from facilitation.library.answers import NOT_SAID, file_bytes
from facilitation.synthesis import guarded, unguarded
from facilitation.typography import NBSP, folded

FILE = "regroupements.csv"
SEPARATOR = ";"


class Decision(NamedTuple):
    """One idea of a family: what a person reads, then what they write in the last columns. ``reponse`` is the answer's key."""

    famille: str
    genre: str
    pourquoi: str
    sequence: str
    ligne: str
    colonne: str
    tour: str
    groupe: str
    idee: str
    decision: str
    formulation: str
    raison: str
    reponse: str


COLUMNS = Decision._fields
NEEDED = ("famille", "decision", "reponse")


def as_text(decisions: list[Decision]) -> str:
    """Return the table as a CSV that a French spreadsheet opens; no cell can run as a formula."""
    return page(COLUMNS, decisions)


def page(columns: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Return lines under their columns as a CSV that a French spreadsheet opens; no cell can run as a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in line] for line in lines)
    return text.getvalue()


def read(path: Path) -> list[tuple[int, Decision]]:
    """Return the lines of the table with their numbers.

    Raises:
        FileProblemsError: the file cannot be opened, or a column that is needed is not there.
    """
    names, rows = table(path, NEEDED)
    missing = [name for name in NEEDED if name not in names]
    if missing:
        told = f"colonne absente{NBSP}: {', '.join(missing)}. Repartez du fichier que fait harmoniser --proposer"
        raise FileProblemsError([Problem(str(path), 1, 1, told)])
    return [(number, Decision(*cells(row, names, COLUMNS))) for number, row in rows]


def table(path: Path, needed: Sequence[str]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the columns of a table, folded, and its lines that hold something, with their numbers.

    ``needed`` are columns that tell its sheet among those of a workbook.

    Raises:
        FileProblemsError: the file cannot be opened.
    """
    raw = file_bytes(path)
    rows = _workbook(path, raw, needed) if raw.startswith(b"PK\x03\x04") else _text(raw)
    names = [folded(name) for name in rows[0][1]] if rows else []
    return names, [(number, row) for number, row in rows[1:] if any(row)]


def cells(row: Sequence[str], names: Sequence[str], columns: Sequence[str]) -> list[str]:
    """Return the cells of a line in the order of ``columns``, '' where it has none, as they were before they were guarded."""
    places = {name: names.index(name) for name in columns if name in names}
    said = [row[places[name]] if name in places and places[name] < len(row) else "" for name in columns]
    return ["" if cell == NOT_SAID else unguarded(cell) for cell in said]


def _text(raw: bytes) -> list[tuple[int, list[str]]]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [(reader.line_num, cells) for cells in reader]


def _workbook(path: Path, raw: bytes, needed: Sequence[str]) -> list[tuple[int, list[str]]]:
    from facilitation.library import workbook  # noqa: PLC0415 (XML is only read when somebody brings a workbook)

    try:
        return list(workbook.rows(raw, lambda names: set(needed) <= set(map(folded, names))))
    except ValueError as error:
        told = f"classeur illisible{NBSP}: enregistrez-le au format CSV UTF-8"
        raise FileProblemsError([Problem(str(path), 0, 0, told)]) from error
