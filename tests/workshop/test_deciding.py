"""Families of ideas decided in a spreadsheet."""

from pathlib import Path

import pytest

from facilitation.errors import FileProblemsError
from facilitation.events import AnswerGiven
from facilitation.library.decisions import Decision, as_text, read
from facilitation.sheet import Address
from facilitation.workshop.deciding import decide, table
from tests.rooms import Scribe
from tests.workshop.days import example

DAY = example("exemple-fictif")
HEAD = Address("silhouettes", "portraits", 1, "haut-pays", "asv", "tete")
NEAR = ("Animation de réseau", "Animation de réseaux d’acteurs")


@pytest.fixture
def scribe() -> Scribe:
    made = Scribe()
    made.did(*(AnswerGiven(HEAD, idea) for idea in NEAR))
    return made


def lines(scribe: Scribe) -> list[Decision]:
    return table(DAY, scribe.room())


def taken(scribe: Scribe, *filled: Decision) -> list[tuple[int, str]]:
    decided = decide(scribe.room(), list(enumerate(filled, 2)))
    scribe.did(*decided.bodies)
    return decided.refused


def test_each_idea_of_a_family_is_a_line_with_where_it_was_said(scribe: Scribe) -> None:
    first, second = lines(scribe)
    assert (first.famille, second.famille) == ("1", "1")
    assert (first.ligne, first.colonne, first.groupe) == ("ASV/CLSM/CLS", "Expertise/savoir-faire", "Haut-Pays")
    assert (first.idee, second.idee) == NEAR
    assert first.decision == ""


def test_a_yes_merges_in_the_words_of_the_table_and_a_second_time_changes_nothing(scribe: Scribe) -> None:
    filled = [line._replace(decision="Oui", formulation="Animer le réseau") for line in lines(scribe)]
    assert taken(scribe, *filled) == []
    assert {line.decision for line in lines(scribe)} == {"oui"}
    assert {line.formulation for line in lines(scribe)} == {"Animer le réseau"}
    assert decide(scribe.room(), list(enumerate(filled))).bodies == []


def test_a_no_keeps_all_of_a_family_apart(scribe: Scribe) -> None:
    taken(scribe, *(line._replace(decision="non") for line in lines(scribe)))
    assert {line.decision for line in lines(scribe)} == {"non"}


def test_one_idea_apart_leaves_the_others_together(scribe: Scribe) -> None:
    scribe.did(AnswerGiven(HEAD, "Animer des réseaux d’acteurs"))
    first, second, third = lines(scribe)
    taken(
        scribe,
        first._replace(decision="à part"),
        second._replace(decision="oui", formulation="Réseaux"),
        third._replace(decision="oui"),
    )
    families = scribe.room().families
    assert families.family(second.reponse) == families.family(third.reponse)
    assert families.family(first.reponse) is None
    assert families.apart(first.reponse, second.reponse)


def test_an_idea_is_set_aside_with_a_reason_and_not_without(scribe: Scribe) -> None:
    first, second = lines(scribe)
    ((number, why),) = taken(scribe, first._replace(decision="de côté"), second)
    assert number == 2
    assert "raison" in why
    assert taken(scribe, first._replace(decision="de côté", raison="doublon")) == []
    assert scribe.room().families.aside(first.reponse) == "doublon"


def test_an_unknown_word_is_told_with_its_line_and_those_that_are_known(scribe: Scribe) -> None:
    first, second = lines(scribe)
    ((number, why),) = taken(scribe, first, second._replace(decision="peut-être"))
    assert number == 3
    assert "«\u00a0peut-être\u00a0»" in why
    assert "oui, non, à part, de côté" in why


def test_an_idea_withdrawn_since_is_told(scribe: Scribe) -> None:
    ((_number, why),) = taken(scribe, lines(scribe)[0]._replace(decision="oui", reponse="ailleurs"))
    assert "n’est plus dans la journée" in why


def test_a_table_left_as_it_was_changes_nothing(scribe: Scribe) -> None:
    scribe.did(AnswerGiven(HEAD, "animation de Réseau"))
    assert decide(scribe.room(), list(enumerate(lines(scribe)))).bodies == []


def test_the_table_is_read_back_as_it_was_written_and_no_cell_runs(scribe: Scribe, tmp_path: Path) -> None:
    scribe.did(AnswerGiven(HEAD, "=1+1 réseau"), AnswerGiven(HEAD, "=1+1 Réseaux ; d’ici"))
    told = lines(scribe)
    file = tmp_path / "regroupements.csv"
    file.write_bytes(as_text(told).encode("utf-8-sig"))
    assert [decision for _number, decision in read(file)] == told
    assert ";=1" not in file.read_text(encoding="utf-8-sig")


def test_another_file_is_refused_with_the_columns_it_lacks(tmp_path: Path) -> None:
    file = tmp_path / "autre.csv"
    file.write_text("nom;prenom\nx;y\n", encoding="utf-8")
    with pytest.raises(FileProblemsError, match="famille, decision, reponse"):
        read(file)
