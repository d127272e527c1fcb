"""The sheets of a workbook as text, whatever software wrote it, and what no workbook may do to us."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from facilitation.typography import NBSP, quoted, thousands

LARGEST_PART = 64_000_000  # bytes once unpacked
MOST_COLUMNS = 1_000
MOST_CELLS = 2_000_000

UNREADABLE = f"classeur illisible{NBSP}: ouvrez-le dans un tableur, puis enregistrez-le au format CSV UTF-8"
TOO_LARGE = (
    f"classeur démesuré une fois ouvert{NBSP}: gardez la feuille des réponses, seule, puis enregistrez-la au format CSV UTF-8"
)
MACROS = f"classeur avec des macros{NBSP}: enregistrez-le sans macros, en .xlsx ou .ods"
OLD = f"classeur d’Excel 2003, ou protégé par un mot de passe{NBSP}: ouvrez-le dans un tableur, puis enregistrez-le en .xlsx"
WEB_PAGE = f"page web sous un nom de classeur{NBSP}: ouvrez-la dans un tableur, puis enregistrez-la en .xlsx ou .ods"
NOT_A_TABLE = f"ce n’est pas un tableau{NBSP}: donnez un fichier CSV, .xlsx ou .ods"

Rows = list[tuple[int, list[str]]]


class WorkbookError(ValueError):
    """A workbook that is not read; its words say why and what to do."""


class Sheet(NamedTuple):
    """One sheet: its rows with their numbers from 1, empty ones left out, and where its first formula is (« B4 »)."""

    name: str
    rows: Rows
    formula: str = ""


@dataclass(slots=True)
class Grid:
    """Takes the cells of one sheet in, within bounds: a few bytes can ask for a million of them."""

    name: str
    rows: Rows = field(default_factory=list)
    formula: str = ""
    _cells: int = 0

    def add(self, number: int, cells: list[str], times: int = 1) -> None:
        """Keep a row, ``times`` times; nothing when it is empty.

        Raises:
            WorkbookError: it would be too wide, or the sheet too large.
        """
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            return
        self._cells += len(cells) * times
        if self._cells > MOST_CELLS:
            raise WorkbookError(TOO_LARGE)
        self.rows += ((number + rank, list(cells)) for rank in range(times))

    def put(self, cells: list[str], place: int, value: str, times: int = 1) -> None:
        """Put a value in a row, from this column on; an empty one takes no room."""
        if not value:
            return
        if place + times > MOST_COLUMNS:
            limit = f"{thousands(MOST_COLUMNS)} colonnes au plus"
            raise WorkbookError(f"feuille {quoted(self.name)} trop large{NBSP}: {limit}. Gardez celles des réponses")
        cells += [""] * (place - len(cells))
        cells[place:] = [value] * times

    def sheet(self) -> Sheet:
        """Return the sheet."""
        return Sheet(self.name, self.rows, self.formula)


def tree_of(data: bytes) -> Element:
    """Return an XML part as a tree.

    Raises:
        WorkbookError: it is damaged, or declares entities (no office software writes any; they make a small file huge).
    """
    if b"\x00" in data or b"<!DOCTYPE" in data:  # a NUL is another encoding, where the declaration would not be seen
        raise WorkbookError(UNREADABLE)
    try:
        return fromstring(data)
    except (ParseError, ValueError) as error:
        raise WorkbookError(UNREADABLE) from error


def letters_of(place: int) -> str:
    """Return the letters of a column counted from 0 (« A », « AB »)."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
