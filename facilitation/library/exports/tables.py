"""Any table → its sheets: a workbook's own, or the one of a text whose separator nobody told."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

from facilitation.errors import FileProblemsError, Problem
from facilitation.library.answers import DELIMITERS, Answers, decoded, file_bytes, is_workbook, split_rows
from facilitation.library.sheets import Sheet, WorkbookError
from facilitation.typography import NBSP

_LOOKED_AT = 6  # rows: titles stand above the header of some exports


def tables(path: Path) -> tuple[list[Sheet], list[str]]:
    """Return the sheets of a file, and what to say of how it was read.

    Raises:
        FileProblemsError: the file is no table, or it cannot be understood.
    """
    raw = file_bytes(path)
    if is_workbook(path, raw):
        from facilitation.library import workbook  # noqa: PLC0415 (XML is only read when somebody brings a workbook)

        try:
            found = list(workbook.sheets(raw))
        except WorkbookError as error:
            raise FileProblemsError([Problem(path.name, 0, 0, str(error))]) from error
        _refuse_formulas(path, found)
        return found, []
    answers = Answers()
    text = decoded(path, raw, answers)
    delimiter = max(DELIMITERS, key=lambda each: _width(path, text, each))
    rows = [(number, cells) for number, cells in split_rows(path, text, delimiter) if any(cell.strip() for cell in cells)]
    return [Sheet("", rows)], answers.notices


def _width(path: Path, text: str, delimiter: str) -> tuple[int, int]:
    """Return how many of the first rows this separator cuts alike, and into how many cells; zeros when quotes refuse it."""
    try:
        widths = Counter(len(cells) for _, cells in islice(split_rows(path, text, delimiter), _LOOKED_AT) if len(cells) > 1)
    except FileProblemsError:
        return 0, 0
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _refuse_formulas(path: Path, sheets: list[Sheet]) -> None:
    for sheet in sheets:
        if sheet.formula:
            told = f"la case {sheet.formula} est une formule{NBSP}: remplacez les formules par leurs valeurs (collage spécial)"
            raise FileProblemsError([Problem(path.name, 0, 0, told)])
