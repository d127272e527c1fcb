"""The days this computer knows, the example day, and files of answers taken whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitation.errors import FileProblemsError
from facilitation.typography import NBSP
from facilitation.workshop.access import Write
from facilitation.workshop.cards import card, catalogue
from facilitation.workshop.days import make_example
from facilitation.workshop.memory import RECENT, memory_file, recent, remember
from facilitation.workshop.taking import Taken, take_file
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock
from tests.workshop.days import example_folder

GOOD = "silhouettes;asv;tete;Réseau"
BAD = "silhouettes;asv;pied;Veille"


def day_in(folder: Path) -> Path:
    """Return a folder that is taken for a day's."""
    folder.mkdir(parents=True)
    (folder / "journee.yaml").write_text("journee: x\n", encoding="utf-8")
    return folder.resolve()


# --- The list of days --------------------------------------------------------------------------------------------------------


def test_a_computer_that_opened_no_day_knows_none() -> None:
    assert recent() == []


def test_the_day_opened_last_comes_first_each_once(tmp_path: Path) -> None:
    first, second = day_in(tmp_path / "un"), day_in(tmp_path / "deux")
    for folder in (first, second, first):
        remember(folder)
    assert recent() == [first, second]


def test_a_day_that_is_gone_is_left_out(tmp_path: Path) -> None:
    here, gone = day_in(tmp_path / "ici"), day_in(tmp_path / "parti")
    remember(here)
    remember(gone)
    (gone / "journee.yaml").unlink()
    assert recent() == [here]


def test_only_the_last_days_are_remembered(tmp_path: Path) -> None:
    folders = [day_in(tmp_path / str(number)) for number in range(RECENT + 2)]
    for folder in folders:
        remember(folder)
    assert recent() == folders[:1:-1]


@pytest.mark.parametrize("text", ["", "{", "3", "null", '{"a": 1}', "[1, null]", "\udcff"])
def test_a_list_of_days_that_cannot_be_read_is_an_empty_one(text: str) -> None:
    memory_file().parent.mkdir(parents=True)
    memory_file().write_bytes(text.encode("utf-8", "surrogateescape"))
    assert recent() == []


def test_a_list_of_days_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    memory_file().parent.parent.mkdir(parents=True)
    memory_file().parent.write_text("un fichier à la place du dossier", encoding="utf-8")
    remember(day_in(tmp_path / "jour"))
    assert recent() == []


def test_the_list_is_plain_text_that_a_person_can_read_and_erase(tmp_path: Path) -> None:
    remember(day_in(tmp_path / "été"))
    assert json.loads(memory_file().read_text(encoding="utf-8")) == [str((tmp_path / "été").resolve())]
    assert "été" in memory_file().read_text(encoding="utf-8")


# --- The example day ---------------------------------------------------------------------------------------------------------


def test_the_example_day_is_made_with_its_answers(tmp_path: Path) -> None:
    assert make_example("paca-2021", tmp_path / "jour") == 270
    workshop = Workshop.open(tmp_path / "jour", write=Write.NOTHING)
    assert workshop.room.answers() == 270
    assert not workshop.crashed
    workshop.close()


# --- Taking a file -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that holds the day of 2021, where nobody answered yet."""
    folder = tmp_path / "jour"
    folder.mkdir()
    (folder / "journee.yaml").write_bytes((example_folder("paca-2021") / "journee.yaml").read_bytes())
    return folder


def take(
    folder: Path, clock: Clock, *lines: str, partial: bool = False, header: str = "sequence;ligne;colonne;valeur"
) -> Taken:
    """Return what became of a file of these lines."""
    file = folder.parent / "saisie.csv"
    file.write_text("\n".join((header, *lines)), encoding="utf-8")
    workshop = Workshop.open(folder, now=clock)
    try:
        return take_file(workshop, file, partial=partial)
    finally:
        workshop.close()


def kept(folder: Path) -> int:
    """Return how many ideas the journal holds."""
    workshop = Workshop.open(folder, write=Write.NOTHING)
    try:
        return workshop.room.answers()
    finally:
        workshop.close()


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_a_right_file_is_taken_whole(folder: Path, clock: Clock) -> None:
    result = take(folder, clock, GOOD, GOOD)
    assert (result.kept, result.refused, kept(folder)) == (2, (), 2)
    assert plain(result.sentence("saisie.csv")) == "« saisie.csv » : 2 lignes prises."


def test_one_wrong_line_and_nothing_is_taken(folder: Path, clock: Clock) -> None:
    result = take(folder, clock, GOOD, BAD)
    assert (result.kept, [number for number, _ in result.refused], kept(folder)) == (0, [3], 0)
    assert plain(result.sentence("saisie.csv")) == (
        "« saisie.csv » : 1 ligne sans place, rien n’est pris. Corrigez le fichier, ou ajoutez --partiel pour prendre le reste."
    )


def test_the_right_lines_are_taken_when_one_asks_for_them(folder: Path, clock: Clock) -> None:
    result = take(folder, clock, GOOD, BAD, GOOD, partial=True)
    assert (result.kept, len(result.refused), kept(folder)) == (2, 1, 2)
    assert plain(result.sentence("saisie.csv")) == "« saisie.csv » : 2 lignes prises, 1 ligne sans place."


def test_a_line_that_cannot_even_be_read_is_refused_like_the_others(folder: Path, clock: Clock) -> None:
    result = take(folder, clock, BAD, GOOD, "silhouettes;asv")
    assert [number for number, _ in result.refused] == [2, 4]
    assert kept(folder) == 0


def test_columns_that_tell_about_people_are_left_out_and_said(folder: Path, clock: Clock) -> None:
    result = take(folder, clock, f"{GOOD};1.2.3.4", header="sequence;ligne;colonne;valeur;IP")
    assert result.kept == 1
    assert plain(" ".join(result.notices)).startswith("1 colonne écartée : « IP ».")


def test_a_file_is_one_act_that_is_undone_at_once(folder: Path, clock: Clock) -> None:
    take(folder, clock, GOOD, GOOD, GOOD)
    workshop = Workshop.open(folder, write=Write.NOTHING)
    assert len(workshop.room.history("silhouettes", workshop.host).done) == 1
    workshop.close()


def test_a_file_without_answers_takes_nothing(folder: Path, clock: Clock) -> None:
    assert plain(take(folder, clock).sentence("saisie.csv")) == "« saisie.csv » : 0 ligne prise."


def test_a_file_that_is_no_list_of_answers_is_said(folder: Path, clock: Clock) -> None:
    with pytest.raises(FileProblemsError, match="colonnes absentes"):
        take(folder, clock, header="a;b")


# --- The library as text -----------------------------------------------------------------------------------------------------


def test_the_catalogue_has_a_line_an_exercise() -> None:
    lines = catalogue().splitlines()
    assert [line.split()[0] for line in lines] == sorted(line.split()[0] for line in lines)
    assert any(
        plain(line).endswith("La Silhouette, 1 h. Mieux se connaître et susciter l’envie de travailler ensemble")
        for line in lines
    )


def test_a_card_whole_says_what_to_prepare_to_say_and_never_to_keep() -> None:
    text = plain(card("debat-mouvant"))
    for words in (
        "Débat mouvant (debat-mouvant)",
        "But : Faire dire les accords",
        "Matériel",
        "  • une personne qui compte",
        "À ne jamais garder",
        "  1. Consigne, 2 min",
        "     Dire : Lisez ou écoutez",
        "Feuille : Positions de la salle (un effectif par case)",
        "  Lignes : données par la journée",
        "  Colonnes : Pas du tout d’accord, Plutôt d’accord, Tout à fait d’accord",
    ):
        assert words in text


def test_a_card_that_is_wrong_is_listed_to_be_put_right_and_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATION_EXERCICES", str(tmp_path))
    (tmp_path / "maison.yaml").write_text("exercice: maison\ntitre: Maison\n", encoding="utf-8")
    (line,) = (line for line in catalogue().splitlines() if line.startswith("maison"))
    assert plain(line).endswith(f"Maison : facilitation verifier {tmp_path / 'maison.yaml'}")
    assert "silhouette" in catalogue()
