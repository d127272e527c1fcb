from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from facilitation.errors import WriteError
from facilitation.synthesis import Bullets, Heading, Item, Line, Record, Said, Section, Slot, Synthesis, Table
from facilitation.writers.grids import READ_ME, grids_of
from facilitation.writers.style import style_of
from facilitation.writers.xlsx import write
from tests.writers import samples

RECORDS = (
    Record("silhouettes", "portraits", "", "g13", "cpts", "tete", "=1+1", "", "2021-11-16T10:31:00"),
    Record("silhouettes", "portraits", "", "", "cpts", "tete", "http://exemple.fr 007", "", ""),
)
ALL = ("day", "debate", "empty", "hostile")


def opened(folder: Path, synthesis: Synthesis, records: tuple[Record, ...] = RECORDS) -> Workbook:
    write(synthesis, folder / "donnees.xlsx", style_of(), records=records)
    return load_workbook(folder / "donnees.xlsx")


def rows(book: Workbook, name: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in book[name].iter_rows(values_only=True)]


@pytest.mark.parametrize("name", ALL)
def test_each_sheet_is_one_excel_table_without_empty_merged_or_live_cell(tmp_path: Path, name: str) -> None:
    book = opened(tmp_path, getattr(samples, name)())
    for sheet in book.worksheets:
        (table,) = sheet.tables.values()
        assert table.ref == sheet.dimensions
        assert table.headerRowCount == 1
        assert table.autoFilter is not None
        assert not sheet.merged_cells.ranges
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.value is not None
            assert cell.data_type in {"s", "n"}
            assert cell.hyperlink is None


@pytest.mark.parametrize("name", ALL)
def test_sheets_have_clear_names_that_excel_takes(name: str) -> None:
    names = [grid.name for grid in grids_of(getattr(samples, name)(), RECORDS)]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") and not name.startswith("Feuil") for name in names)


def test_the_first_sheet_says_what_the_others_hold(tmp_path: Path) -> None:
    book = opened(tmp_path, samples.day())
    told = rows(book, READ_ME)
    assert ("Date", "16 novembre 2021") in told
    assert ("Feuille «\u00a0Réponses\u00a0»", "Toutes les réponses, telles qu’elles ont été données (2\u00a0lignes)") in told
    assert book.sheetnames[0] == READ_ME
    assert len(told) == 1 + 6 + len(book.sheetnames) - 1


def test_ideas_stand_one_a_row_with_who_said_them(tmp_path: Path) -> None:
    silhouettes = rows(opened(tmp_path, samples.day()), "Les silhouettes des trois…")
    assert silhouettes[0] == ("Démarches", "Colonne", "N°", "Idée", "Dite par")
    assert silhouettes[2] == ("ASV/CLSM/CLS", "Expertise/savoir-faire", 2, "Paysage institutionnel", "Acteurs du 84, 04 et 05")
    assert len(silhouettes) == 1 + samples.silhouettes().blocks[2].blocks[0].ideas  # type: ignore[union-attr]


def test_an_empty_cell_of_a_table_keeps_a_row_that_says_why(tmp_path: Path) -> None:
    arguments = rows(opened(tmp_path, samples.debate()), "Les arguments entendus, par…")
    assert arguments[-1][1:] == ("Tout à fait d’accord", "aucun", "Aucun argument noté", "personne")


def test_counts_are_numbers_and_a_missing_one_is_said(tmp_path: Path) -> None:
    book = opened(tmp_path, samples.debate())
    polls = rows(book, "Affirmations")
    assert polls[1] == (
        1,
        "Ma structure connaît bien les CPTS de son territoire",
        "Effectifs",
        "Pas du tout d’accord",
        "assis",
        14,
        22,
        24,
        "plutôt pas d’accord",
        "calculée d’après les effectifs",
    )
    assert {row[5] for row in polls if row[0] == 4} == {"non compté"}
    assert {row[8] for row in polls if row[0] == 4} == {"non notée"}
    assert rows(opened(tmp_path, samples.day()), "Nombre de personnes par…")[1] == ("Acteurs du 13", 4, 3, 11, 1, 19)


def test_answers_keep_their_letters_and_nothing_runs(tmp_path: Path) -> None:
    book = opened(tmp_path, samples.day())
    answers = rows(book, "Réponses")
    assert answers[1] == (
        "silhouettes",
        "portraits",
        "non précisé",
        "g13",
        "cpts",
        "tete",
        "=1+1",
        "non précisé",
        RECORDS[0].heure,
    )
    assert answers[2][6] == "http://exemple.fr 007"
    assert book["Réponses"]["G2"].quotePrefix


def test_two_tables_of_the_same_long_title_get_two_sheets() -> None:
    table = Table("t", "Ce que chaque démarche peut apporter aux autres", (Heading("A"), Heading("a")), ())
    line = Line("L", (Slot((Item("x"),)), Slot(text="y")))
    section = Section("S", (replace(table, lines=(line,)), replace(table, lines=(line,))))
    grids = grids_of(replace(samples.day(), sections=(section,)))
    assert [grid.name for grid in grids[1:]] == ["Ce que chaque démarche peut…", "Ce que chaque démarche… (2)"]


def test_heads_of_a_table_all_differ() -> None:
    columns = (Heading("Total"), Heading("total"), Heading(""))
    table = Table("t", "T", columns, (Line("L", (Slot(text="1"), Slot(text="2"), Slot(text="3"))),), rows_title="Total")
    grid = grids_of(replace(samples.day(), sections=(Section("S", (table,)),)))[1]
    assert grid.heads == ("Total", "Total (2)", "total (3)", "Colonne")


def test_lists_that_somebody_said_have_their_sheet_and_prose_has_none() -> None:
    said = Bullets("Autres pistes", (Item("Un annuaire", (Said("r1", "Un annuaire", "Acteurs du 13"),)),))
    aims = Bullets("Objectifs", (Item("Se connaître"),))
    grids = grids_of(replace(samples.day(), sections=(Section("S", (said, aims)),)))
    assert [(grid.name, grid.rows) for grid in grids[1:]] == [("Autres pistes", [(1, "Un annuaire", "Acteurs du 13")])]


def test_the_workbook_carries_its_title_and_the_date_of_the_day(tmp_path: Path) -> None:
    properties = opened(tmp_path, samples.day()).properties
    assert properties.title == "De la promotion de la santé à l’accès aux soins : données"
    assert properties.created == datetime(2021, 11, 16)  # noqa: DTZ001 (openpyxl reads it so)


def test_the_same_day_gives_the_same_bytes_undated(tmp_path: Path) -> None:
    for name in ("un.xlsx", "deux.xlsx"):
        write(samples.day(), tmp_path / name, style_of(), records=RECORDS)
    assert (tmp_path / "un.xlsx").read_bytes() == (tmp_path / "deux.xlsx").read_bytes()
    with ZipFile(tmp_path / "un.xlsx") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deux.xlsx", "un.xlsx"]


def test_progress_is_told_sheet_by_sheet(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write(samples.day(), tmp_path / "donnees.xlsx", style_of(), on_progress=lambda done, whole: told.append((done, whole)))
    assert told == [(number, len(told)) for number in range(1, len(told) + 1)]


def test_a_folder_in_the_way_is_said_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "donnees.xlsx").mkdir()
    with pytest.raises(WriteError, match="est un dossier"):
        write(samples.day(), tmp_path / "donnees.xlsx", style_of())
    assert [path.name for path in tmp_path.iterdir()] == ["donnees.xlsx"]
