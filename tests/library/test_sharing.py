"""What a day asks of its groups, and what is said of a wish that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.day import Sharing
from facilitation.library import checked_day
from tests.library.written import DAY, said_of_day, write, write_day

LISTED = DAY + "participants: participants.csv\n"
GROUP = "groupes:\n  - {cle: g1, nom: Groupe 1, composition: {cpts: 3, asv: 4}}\n"
PEOPLE = "Nom;Prénom;Acteur;Territoire\nBLANC;Anne;ASV;Nord\nNOIR;Luc;CPTS;Nord\nROUGE;Zoé;CPTS;Sud\n"


@pytest.fixture(autouse=True)
def people(tmp_path: Path) -> None:
    write(tmp_path, PEOPLE, "participants.csv")


def test_wishes_are_read_with_names_in_either_order(tmp_path: Path) -> None:
    wish = "repartition: {par: territoire, separer: [[BLANC Anne, luc noir]], fixer: {ROUGE Zoé: Groupe 1}, graine: 3}\n"
    day = checked_day(write_day(tmp_path, LISTED + wish))
    assert day.sharing == Sharing(by_territory=True, apart=(("Anne BLANC", "Luc NOIR"),), pins={"Zoé ROUGE": "g1"}, seed=3)


def test_three_people_on_a_line_are_all_apart(tmp_path: Path) -> None:
    day = checked_day(write_day(tmp_path, LISTED + "repartition: {separer: [[BLANC Anne, NOIR Luc, ROUGE Zoé]]}\n"))
    assert len(day.sharing.apart) == 3


def test_groups_that_are_only_counted_are_numbered(tmp_path: Path) -> None:
    day = checked_day(write_day(tmp_path, LISTED.replace(GROUP, "") + "repartition: {groupes: 2}\n"))
    assert [(group.key, group.name) for group in day.groups] == [("g1", "Groupe 1"), ("g2", "Groupe 2")]


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (
            "{separer: [[BLANC Anne, NOIR Lucc]]}",
            ":12:38 : nom absent de la liste « NOIR Lucc », vouliez-vous dire « NOIR Luc » ?",
        ),
        ("{fixer: {BLANC Anne: g9}}", ":12:35 : groupe inconnu « g9 » ; attendu : « g1 »"),
        ("{fixer: {BLANC Anne: g1, Anne Blanc: g1}}", ":12:39 : « Anne BLANC » est déjà fixé dans un groupe"),
        ("{separer: [[BLANC Anne]]}", ":12:25 : « separer » : deux noms au moins sont attendus"),
        ("{separer: [[BLANC Anne, Anne BLANC]]}", ":12:25 : « Anne BLANC » ne peut pas être séparé de son propre nom"),
        ("{groupes: 3}", ":12:24 : la journée nomme 1 groupe :"),
        ("{par: teritoire}", ":12:20 : par : mot inconnu « teritoire », vouliez-vous dire « territoire » ?"),
        ("{grain: 3}", ":12:15 : clé inconnue « grain », vouliez-vous dire « graine » ?"),
    ],
)
def test_a_wish_that_cannot_be_is_told_at_its_place(tmp_path: Path, wish: str, told: str) -> None:
    (problem,) = said_of_day(tmp_path, LISTED + f"repartition: {wish}\n")
    assert problem.startswith("journee.yaml" + told)


def test_wishes_without_a_list_are_told(tmp_path: Path) -> None:
    (problem,) = said_of_day(tmp_path, DAY + "repartition: {graine: 2}\n")
    assert "nommez le fichier des participants avec la clé « participants »" in problem


def test_names_are_not_checked_once_the_list_is_erased(tmp_path: Path) -> None:
    (tmp_path / "participants.csv").unlink()
    assert checked_day(write_day(tmp_path, LISTED + "repartition: {separer: [[UN Jo, DEUX Jo]]}\n")).sharing.apart
