from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest

from facilitation.library import workbook
from facilitation.writers.listing import Rows, ods, xlsx

ROWS = [["Nom", "Acteur"], ["Personne-1", ""], ["=1+1", 'é & <"x"> ’'], ["", "à\x00"]]
READ = [["Nom", "Acteur"], ["Personne-1"], ["=1+1", 'é & <"x"> ’'], ["", "à\ufffd"]]


@pytest.mark.parametrize("write", [xlsx, ods])
def test_a_plain_workbook_is_read_back_as_it_was(write: Callable[[str, Rows], bytes]) -> None:
    content = write("Liste & co", ROWS)
    assert workbook.is_workbook(content)
    (sheet,) = workbook.sheets(content)
    assert (sheet.name, [cells for _, cells in sheet.rows], sheet.formula) == ("Liste & co", READ, "")
    assert write("Liste & co", ROWS) == content


def test_another_library_reads_it_and_no_cell_is_a_formula() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx("Liste", ROWS[:3]))).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value} <= {"s", "inlineStr"}
    assert [cell.value for cell in cells][4] == "=1+1"
