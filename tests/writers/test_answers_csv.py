from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.errors import FileProblemsError, WriteError
from facilitation.library import answers
from facilitation.synthesis import Record
from facilitation.writers.answers_csv import write, write_records
from facilitation.writers.style import style_of
from tests.writers import samples

HEADER = "sequence;feuille;tour;groupe;ligne;colonne;valeur;auteur;heure"
IDEA = Record("silhouettes", "portraits", "", "g13", "cpts", "tete", "Savoir faire", "", "2021-11-16T10:31:00")
DANGEROUS = ("=1+1", "+33 6", "-2 postes", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''-1", "＝1+1", "=cmd|' /C calc'!A0")
# Whatever a file in UTF-8 can hold.
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def saved(folder: Path, content: str | bytes, name: str = "reponses.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def problems_of(path: Path) -> list[str]:
    with pytest.raises(FileProblemsError) as caught:
        answers.read(path)
    return [str(problem).replace("\u00a0", " ") for problem in caught.value.problems]


def test_the_file_opens_in_a_french_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "reponses.csv"
    write(samples.day(), path, style_of(), records=[IDEA._replace(valeur='Dire « non » ; puis "oui"')])
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf" + HEADER.encode() + b"\r\n")
    assert raw.decode("utf-8-sig").splitlines()[1] == (
        'silhouettes;portraits;;g13;cpts;tete;"Dire « non » ; puis ""oui""";;2021-11-16T10:31:00'
    )


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("un.csv", "deux.csv"):
        write_records([IDEA, IDEA._replace(valeur="Fédérer")], tmp_path / name)
    assert (tmp_path / "un.csv").read_bytes() == (tmp_path / "deux.csv").read_bytes()


@given(st.lists(st.builds(Record, *[TEXT] * 9).filter(any), max_size=5))
def test_reading_gives_back_what_was_written(tmp_path_factory: pytest.TempPathFactory, records: list[Record]) -> None:
    path = tmp_path_factory.getbasetemp() / "aller-retour.csv"
    write_records(records, path)
    read = answers.read(path)
    assert [record for _, record in read] == records
    assert not read.notices
    assert not read.problems


@pytest.mark.parametrize("words", DANGEROUS)
def test_no_cell_can_run_as_a_formula_and_its_letters_come_back(tmp_path: Path, words: str) -> None:
    path = tmp_path / "reponses.csv"
    write_records([IDEA._replace(valeur=words, ligne=words)], path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = list(csv.reader(file, delimiter=";"))[1]
    assert cells[6].startswith("'")
    assert cells[4].startswith("'")
    assert [record.valeur for _, record in answers.read(path)] == [words]


def test_an_apostrophe_that_guards_nothing_stays(tmp_path: Path) -> None:
    path = saved(tmp_path, f"{HEADER}\ns;f;;;r;c;'accord'\n")
    assert [record.valeur for _, record in answers.read(path)] == ["'accord'"]


def test_a_lone_surrogate_does_not_stop_the_writing(tmp_path: Path) -> None:
    write_records([IDEA._replace(valeur="a\ud800b")], tmp_path / "reponses.csv")
    assert [record.valeur for _, record in answers.read(tmp_path / "reponses.csv")] == ["a?b"]


def test_a_file_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "reponses.csv").mkdir()
    with pytest.raises(WriteError, match="est un dossier"):
        write_records([IDEA], tmp_path / "reponses.csv")
    assert [entry.name for entry in tmp_path.iterdir()] == ["reponses.csv"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_are_recognised(tmp_path: Path, delimiter: str, line_end: str) -> None:
    lines = [
        delimiter.join(("sequence", "groupe", "ligne", "colonne", "valeur")),
        delimiter.join(("s", "g", "r", "c", "Réseau")),
    ]
    path = saved(tmp_path, line_end.join(lines) + line_end)
    assert list(answers.read(path)) == [(2, Record("s", "", "", "g", "r", "c", "Réseau"))]


def test_columns_are_known_in_any_order_and_case(tmp_path: Path) -> None:
    path = saved(tmp_path, "Valeur;COLONNE;Ligne;Groupe;Séquence\nRéseau;c;r;g;s\n")
    assert [record for _, record in answers.read(path)] == [Record("s", "", "", "g", "r", "c", "Réseau")]


def test_line_numbers_are_those_of_the_editor(tmp_path: Path) -> None:
    path = saved(tmp_path, f'{HEADER}\n\ns;f;;;r;c;"deux\nlignes"\n;;;;;;;;\ns;f;;;r;c;Veille\n')
    assert [(line, record.valeur) for line, record in answers.read(path)] == [(3, "deux\nlignes"), (6, "Veille")]


def test_a_windows_file_is_read_and_said_so(tmp_path: Path) -> None:
    read = answers.read(saved(tmp_path, f"{HEADER}\ns;f;;;r;c;Équité, œuvre\n".encode("cp1252")))
    assert [record.valeur for _, record in read] == ["Équité, œuvre"]
    assert "cp1252" in read.notices[0]


def test_a_unicode_text_saved_by_excel_is_read(tmp_path: Path) -> None:
    content = f"{HEADER}\ns;f;;;r;c;Équité\n".replace(";", "\t").encode("utf-16")
    assert [record.valeur for _, record in answers.read(saved(tmp_path, content))] == ["Équité"]


def test_an_unknown_column_that_looks_like_a_slip_is_refused_with_the_nearest(tmp_path: Path) -> None:
    assert problems_of(saved(tmp_path, "sequence;groupes;ligne;colonne;valuer\n")) == [
        "reponses.csv:1:2 : colonne inconnue « groupes », vouliez-vous dire « groupe » ?",
        "reponses.csv:1:5 : colonne inconnue « valuer », vouliez-vous dire « valeur » ?",
    ]


def test_columns_about_people_are_left_out_and_said_so(tmp_path: Path) -> None:
    read = answers.read(saved(tmp_path, "sequence;groupe;ligne;colonne;valeur;Courriel;IP\ns;g;r;c;Veille;a@b.fr;::1\n"))
    assert [tuple(record) for _, record in read] == [("s", "", "", "g", "r", "c", "Veille", "", "")]
    assert [notice.replace("\u00a0", " ") for notice in read.notices] == ["2 colonnes écartées : « Courriel » et « IP »."]


def test_a_missing_group_column_is_said(tmp_path: Path) -> None:
    read = answers.read(saved(tmp_path, "sequence;ligne;colonne;valeur\ns;r;c;Veille\n"))
    assert read.records[0][1].groupe == ""
    assert "groupe non précisé" in read.notices[0]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "reponses.csv : fichier vide"),
        ("un;deux\n", "reponses.csv:1:1 : colonnes absentes : « sequence », « ligne », « colonne » et « valeur »."),
        ("sequence;ligne;ligne;colonne;valeur\n", "reponses.csv:1:3 : colonne « ligne » nommée deux fois"),
        (f'{HEADER}\ns;f;;;r;c;Veille\ns;f;;;r;c;"ouvert\n', "reponses.csv:3:1 : guillemets mal placés."),
        (f'{HEADER}\ns;f;;;r;c;"tutelle" à revoir\n', "reponses.csv:2:1 : guillemets mal placés."),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_its_line(tmp_path: Path, content: str, expected: str) -> None:
    (problem,) = problems_of(saved(tmp_path, content))
    assert problem.startswith(expected)


def test_lines_with_too_few_or_too_many_cells_are_left_out_and_said(tmp_path: Path) -> None:
    read = answers.read(saved(tmp_path, f"{HEADER}\ns;f;;;r\ns;f;;;r;c;un;deux;trois;quatre\ns;f;;;r;c;Veille\n"))
    assert [record.valeur for _, record in read] == ["Veille"]
    few, many = (str(problem).replace("\u00a0", " ") for problem in read.problems)
    assert few == "reponses.csv:2:1 : 5 cellules au lieu de 9 : la valeur manque, ligne laissée de côté"
    assert many.startswith("reponses.csv:3:1 : 10 cellules au lieu de 9, ligne laissée de côté : une valeur qui contient « ; »")


def test_a_workbook_a_folder_and_a_missing_file_are_named(tmp_path: Path) -> None:
    assert "classeur illisible" in problems_of(saved(tmp_path, b"PK\x03\x04 et la suite", "reponses.xlsx"))[0]
    assert "dossier" in problems_of(tmp_path)[0]
    assert "introuvable" in problems_of(tmp_path / "absent.csv")[0]


def test_a_file_over_50_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "enorme.csv"
    with path.open("wb") as file:
        file.truncate(answers.LARGEST_FILE + 1)
    assert problems_of(path) == ["enorme.csv : fichier de 51 Mo, 50 Mo au plus. Coupez-le en plusieurs fichiers"]
