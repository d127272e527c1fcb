"""The table where somebody gives a theme to each idea, in a spreadsheet: its columns, its reading; CSV or workbook."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from facilitation.errors import FileProblemsError, Problem
from facilitation.library import decisions
from facilitation.typography import NBSP


class Themed(NamedTuple):
    """One idea: the theme that a person writes, then what they read. ``reponse`` is the key of its first answer."""

    theme: str
    idee: str
    sequence: str
    case: str
    dit_par: str
    reponse: str


FILE = "themes.csv"
COLUMNS = Themed._fields
NEEDED = ("theme", "reponse")


def as_text(lines: list[Themed]) -> str:
    """Return the table as a CSV that a French spreadsheet opens; no cell can run as a formula."""
    return decisions.page(COLUMNS, lines)


def is_themed(path: Path) -> bool:
    """Return whether a table gives themes, rather than deciding families.

    Raises:
        FileProblemsError: the file cannot be opened.
    """
    names = decisions.table(path, NEEDED)[0]
    return set(NEEDED) <= set(names) and "decision" not in names


def read(path: Path) -> list[tuple[int, Themed]]:
    """Return the lines of the table with their numbers.

    Raises:
        FileProblemsError: the file cannot be opened, or a column that is needed is not there.
    """
    names, rows = decisions.table(path, NEEDED)
    missing = [name for name in NEEDED if name not in names]
    if missing:
        told = f"colonne absente{NBSP}: {', '.join(missing)}. Repartez du fichier que fait harmoniser --proposer --themes"
        raise FileProblemsError([Problem(str(path), 1, 1, told)])
    return [(number, Themed(*decisions.cells(row, names, COLUMNS))) for number, row in rows]
