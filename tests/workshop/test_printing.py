from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from facilitation.cli import main
from facilitation.codes import address_of, cells_of, code_of, coded_sheets
from facilitation.composition import Participant
from facilitation.events import AnswerGiven
from facilitation.library import checked_day, exercises
from facilitation.library.answers import read as read_answers
from facilitation.room import Room
from facilitation.workshop.importing import read
from facilitation.workshop.informing import BLANK, information
from facilitation.workshop.printing import papers, print_day
from facilitation.workshop.trial import trial_day
from facilitation.writers.paper.pages import Attendance, Body, Card, Grid, Plane, Sign
from tests.workshop.days import EXAMPLES, example, example_folder, stamper

CODE = re.compile(r"G\d+-[A-Z]+\d+(?:-\d+)?")


def words(path: Path) -> str:
    """Return every word of a document, tables in tables included."""
    root = Document(str(path)).element
    return "\n".join(node.text or "" for node in root.iter() if node.tag.endswith("}t"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_code_on_paper_names_a_cell_of_the_day(name: str, tmp_path: Path) -> None:
    day = example(name)
    printed = {one.path.name: one.path for one in print_day(day, example_folder(name), tmp_path)}
    codes = CODE.findall(words(printed["feuilles-a3.docx"]))
    known = {code_of(day, address) for coded in coded_sheets(day) for address in cells_of(day, coded)}
    assert codes
    assert set(codes) <= known
    assert {code_of(day, address_of(day, code)) for code in codes} == set(codes)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_same_day_prints_the_same_bytes(name: str, tmp_path: Path) -> None:
    first = [one.path.read_bytes() for one in print_day(example(name), example_folder(name), tmp_path / "a")]
    again = [one.path.read_bytes() for one in print_day(example(name), example_folder(name), tmp_path / "b")]
    assert first == again


def test_a_silhouette_has_the_right_leg_of_a_body_that_faces_us_on_our_left() -> None:
    pages = next(paper for paper in papers(example("paca-2021")) if paper.file_name == "feuilles-a3.docx").pages
    body = next(page for page in pages if isinstance(page, Body))
    assert any("Jambe droite" in box.title for box in body.left)
    assert any("Jambe gauche" in box.title for box in body.right)
    assert len(body.left) + len(body.right) == 5


def test_a_kind_of_actor_does_not_face_itself_on_paper() -> None:
    pages = next(paper for paper in papers(example("paca-2021")) if paper.file_name == "feuilles-a3.docx").pages
    grids = [page for page in pages if isinstance(page, Grid) and any(None in line.boxes for line in page.lines)]
    assert len(grids) == len(example("paca-2021").groups)


def test_each_position_and_each_statement_has_its_sign() -> None:
    signs = next(paper for paper in papers(example("exemple-fictif")) if paper.file_name == "affiches.docx").pages
    said = [sign.words for sign in signs if isinstance(sign, Sign)]
    assert said[:3] == ["Pas du tout d’accord", "Plutôt d’accord", "Tout à fait d’accord"]
    assert len(said) == 7


def test_people_of_a_speed_dating_have_a_card_that_agrees_with_the_one_they_face() -> None:
    day = example("exemple-fictif")
    cards = next(paper for paper in papers(day) if paper.file_name == "cartes-rotation.docx").pages
    assert len(cards) == sum(group.people for group in day.groups)
    lines = {(card.owner.rpartition(", ")[2], card.name): card.lines for card in cards if isinstance(card, Card)}
    for (group, name), said in lines.items():
        for at, line in enumerate(said):
            if found := re.search(r"table (\d+), face à (\w+)", line):
                assert f"table {found[1]}, face à {name}" in lines[group, found[2]][at]


def test_the_information_text_has_nine_points_and_makes_nothing_up() -> None:
    day = replace(example("paca-2021"), organisation="", retention={})
    points = information(day)
    assert len(points) == 9
    assert sum(BLANK in text for _, text in points) == 8
    assert "CNIL" in points[-1][1]
    assert information(replace(day, retention={"noms": "2 mois"}))[5][1] == "noms\u00a0: 2 mois"


def test_the_attendance_sheet_carries_the_information_text(tmp_path: Path) -> None:
    day = example("paca-2021")
    sheet = next(one.path for one in print_day(day, example_folder("paca-2021"), tmp_path) if one.path.stem == "emargement")
    said = words(sheet)
    assert all(name in said for name, _ in information(day))
    assert "Signature" in said


def test_the_command_writes_the_papers_where_it_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["imprimer", str(example_folder("rhone-2023")), "--vers", str(tmp_path)]) == 0
    listed = [Path(line.partition("\t")[0]) for line in capsys.readouterr().out.splitlines()]
    assert [path.name for path in listed] == ["feuilles-a3.docx", "affiches.docx", "emargement.docx"]
    assert all(path.is_file() for path in listed)


def test_a_filled_sheet_is_typed_with_its_codes_in_any_order(tmp_path: Path) -> None:
    day = example("paca-2021")
    typed = tmp_path / "papier.csv"
    typed.write_text("valeur;code\nRéseau;G2-A3\nVeille; g1 a1\n", encoding="utf-8")
    answers = read_answers(typed)
    assert not answers.notices
    result = read(day, Room(), answers, stamper())
    assert not result.refused
    given = [event.body for event in result.events]
    assert [body.address for body in given if isinstance(body, AnswerGiven)] == [
        address_of(day, "G2-A3"),
        address_of(day, "G1-A1"),
    ]


def test_a_code_that_the_day_does_not_have_is_refused_with_its_line(tmp_path: Path) -> None:
    typed = tmp_path / "papier.csv"
    typed.write_text("code;valeur\nG1-A1;Réseau\nG9-A1;Veille\n", encoding="utf-8")
    result = read(example("paca-2021"), Room(), read_answers(typed), stamper())
    assert result.refused == [(3, "code «\u00a0G9-A1\u00a0»\u00a0: la journée n’a pas de groupe 9")]


# --- The attendance sheet with a list, the map to place words on -------------------------------------------------------------


def listed(*names: str) -> tuple[Participant, ...]:
    return tuple(Participant(name, "Structure", role="coordination", territory="Vallée") for name in names)


def test_the_attendance_sheet_names_the_people_of_the_list_from_a_to_z_and_leaves_lines_for_the_others() -> None:
    (paper,) = (
        one for one in papers(example("exemple-fictif"), listed("Zoé", "Élie", "Abel")) if one.title.startswith("Feuille d")
    )
    (page,) = paper.pages
    assert isinstance(page, Attendance)
    assert [person[0] for person in page.listed] == ["Abel", "Élie", "Zoé"]
    assert page.listed[0] == ("Abel", "Structure", "coordination", "Vallée")
    assert page.blank == 5


def test_a_list_adds_to_the_information_what_it_holds_and_who_gave_it() -> None:
    day = replace(example("paca-2021"), participants="participants.csv")
    points = dict(information(day))
    assert len(points) == 11
    assert points["Qui nous a donné cette liste"] == BLANK


def test_words_to_place_are_printed_beside_a_map_whose_ends_are_named(tmp_path: Path) -> None:
    card = next(listed_.path for listed_ in exercises() if listed_.path.stem == "socio-style")
    trial_day(card, tmp_path)
    day = checked_day(tmp_path)
    pages = [page for paper in papers(day) for page in paper.pages if isinstance(page, Plane)]
    assert len(pages) == len(day.groups)
    assert (pages[0].left, pages[0].right, pages[0].bottom, pages[0].top) == ("individuel", "collectif", "soin", "prévention")
    assert [box.code for box in pages[1].words][:2] == ["G2-A1", "G2-A2"]
    assert len(pages[0].words) == 26
