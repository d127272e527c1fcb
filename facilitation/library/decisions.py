"""The table where somebody decides, in a spreadsheet, which ideas are one: its columns, its reading; CSV or workbook."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import NamedTuple

from facilitation.errors import FileProblemsError, Problem
from facilitation.library.answers import NOT_SAID, file_bytes
from facilitation.synthesis import guarded, unguarded
from facilitation.typography import NBSP, folded

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
    page = io.StringIO(newline="")
    writer = csv.writer(page, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in decision] for decision in decisions)
    return page.getvalue()


def read(path: Path) -> list[tuple[int, Decision]]:
    """Return the lines of the table with their numbers.

    Raises:
        FileProblemsError: the file cannot be opened, or a column that is needed is not there.
    """
    raw = file_bytes(path)
    rows = _workbook(path, raw) if raw.startswith(b"PK\x03\x04") else _text(raw)
    names = [folded(name) for name in rows[0][1]] if rows else []
    missing = [name for name in NEEDED if name not in names]
    if missing:
        told = f"colonne absente{NBSP}: {', '.join(missing)}. Repartez du fichier que fait harmoniser --proposer"
        raise FileProblemsError([Problem(str(path), 1, 1, told)])
    places = {name: names.index(name) for name in COLUMNS if name in names}
    return [(number, _decision(cells, places)) for number, cells in rows[1:] if any(cells)]


def _decision(cells: list[str], places: dict[str, int]) -> Decision:
    said = [cells[places[name]] if name in places and places[name] < len(cells) else "" for name in COLUMNS]
    return Decision(*("" if cell == NOT_SAID else unguarded(cell) for cell in said))


def _text(raw: bytes) -> list[tuple[int, list[str]]]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [(reader.line_num, cells) for cells in reader]


def _workbook(path: Path, raw: bytes) -> list[tuple[int, list[str]]]:
    from facilitation.library import workbook  # noqa: PLC0415 (XML is only read when somebody brings a workbook)

    try:
        return list(workbook.rows(raw, lambda names: set(NEEDED) <= set(map(folded, names))))
    except ValueError as error:
        told = f"classeur illisible{NBSP}: enregistrez-le au format CSV UTF-8"
        raise FileProblemsError([Problem(str(path), 0, 0, told)]) from error
