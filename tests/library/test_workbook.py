from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook

from facilitation.errors import FileProblemsError
from facilitation.library import answers
from facilitation.library.workbook import rows
from facilitation.synthesis import Record
from facilitation.writers.style import style_of
from facilitation.writers.xlsx import write
from tests.writers import samples

HEAD = ["sequence", "feuille", "tour", "groupe", "ligne", "colonne", "valeur"]
RECORDS = (
    Record("debat", "positions", "1", "", "q1", "assis", "14"),
    Record("debat", "positions", "", "", "", "salle", "35"),
    Record(
        "silhouettes",
        "portraits",
        "",
        "g13",
        "cpts",
        "tete",
        "=1+1 _x0041_ \u00a0«\u00a0œ\u00a0»",
        "MSP",
        "2021-11-16T10:31:00",
    ),
    Record("silhouettes", "portraits", "", "g13", "cpts", "tete", "non précisé"),
    Record("silhouettes", "portraits", "", "g13", "cpts", "tete", "deux\nlignes"),
    Record("questions", "questions", "", "", "Qui finance ?", "", ""),
)


def typed(path: Path, *lines: Sequence[object], before: str = "") -> Path:
    """Write a workbook as a person would: by hand, in another software."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    if before:
        sheet["A1"] = before
        sheet = book.create_sheet("Saisie")
    for line in lines:
        sheet.append(list(line))
    book.save(path)
    return path


def test_the_answers_of_our_own_workbook_come_back_letter_for_letter(tmp_path: Path) -> None:
    write(samples.day(), tmp_path / "donnees.xlsx", style_of(), records=RECORDS)
    assert tuple(record for _, record in answers.read(tmp_path / "donnees.xlsx")) == RECORDS


def test_a_workbook_typed_by_hand_is_read_with_its_row_numbers(tmp_path: Path) -> None:
    path = typed(tmp_path / "a.xlsx", HEAD, ["s", "f", 1, None, "r", "c", 14], [], ["s", "f", 2, "g", "r", "c", "Veille"])
    assert list(answers.read(path)) == [
        (2, Record("s", "f", "1", "", "r", "c", "14")),
        (4, Record("s", "f", "2", "g", "r", "c", "Veille")),
    ]


def test_the_sheet_with_our_columns_is_found_among_others(tmp_path: Path) -> None:
    path = typed(tmp_path / "a.xlsx", HEAD, ["s", "f", 1, "g", "r", "c", "Veille"], before="Mode d’emploi")
    assert [record.valeur for _, record in answers.read(path)] == ["Veille"]


def test_a_slip_in_the_header_is_said_with_the_nearest(tmp_path: Path) -> None:
    path = typed(tmp_path / "a.xlsx", ["sequence", "groupe", "ligne", "colonne", "valuer"])
    with pytest.raises(FileProblemsError, match="vouliez-vous dire"):
        answers.read(path)


def test_rich_text_and_text_inside_the_sheet_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    sheet.write_row(0, 0, HEAD)
    sheet.write_row(1, 0, ["s", "f", "", "g", "r", "c"])
    sheet.write_rich_string(1, 6, "Santé ", bold, "publique", " !")
    book.close()
    assert [record.valeur for _, record in answers.read(path)] == ["Santé publique !"]


@pytest.mark.parametrize("name", ["word/document.xml", "xl/workbook.xml"])
def test_another_zip_is_not_a_workbook(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w") as package:
        package.writestr(name, "<a/>")
    with pytest.raises(FileProblemsError, match="classeur illisible"):
        answers.read(path)


def test_a_document_type_is_refused() -> None:
    content = io.BytesIO()
    with ZipFile(content, "w") as package:
        package.writestr("xl/sharedStrings.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(ValueError, match="classeur illisible"):
        rows(content.getvalue(), bool)


@pytest.mark.parametrize("shown", ["0%", "0.0 %"])
def test_a_percentage_is_never_a_number_of_people(tmp_path: Path, shown: str) -> None:
    path = typed(tmp_path / "a.xlsx", HEAD)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for number, share in enumerate((1, 0.64), 2):
        sheet.append(["s", "f", 1, "", "r", "c", share])
        sheet[f"G{number}"].number_format = shown
    book.save(path)
    assert [record.valeur for _, record in answers.read(path)] == ["100 %", "64 %"]
