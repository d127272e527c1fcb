from __future__ import annotations

from pathlib import Path

from facilitation.day import Group
from facilitation.library import checked_day
from tests.library.written import DAY, said_of_day, write, write_day

LISTED = DAY.replace(", composition: {cpts: 3, asv: 4}", "") + "participants: participants.csv\n"
PEOPLE = """\
Nom;Prénom;Acteur;Groupe;Présence
UN;Anne;Asv;g1;présente
DEUX;Luc;CPTS;Groupe 1;présent
TROIS;Zoé;Cpts;groupe G1;inscrite
QUATRE;Jo;Usagers;Groupe 1;
CINQ;Lou;CPTS;Groupe 1;excusée
SIX;Max;CPTS;;présent
"""


def groups(folder: Path, text: str) -> tuple[Group, ...]:
    return checked_day(write_day(folder, text)).groups


def test_a_group_is_counted_from_the_list(tmp_path: Path) -> None:
    write(tmp_path, PEOPLE, "participants.csv")
    assert groups(tmp_path, LISTED) == (Group("g1", "Groupe 1", {"cpts": 2, "asv": 1, "autres": 1}),)


def test_the_composition_that_the_day_says_stands(tmp_path: Path) -> None:
    write(tmp_path, PEOPLE, "participants.csv")
    assert groups(tmp_path, DAY + "participants: participants.csv\n") == (Group("g1", "Groupe 1", {"cpts": 3, "asv": 4}),)


def test_a_list_that_is_gone_or_tells_no_group_leaves_groups_uncounted(tmp_path: Path) -> None:
    assert groups(tmp_path, LISTED) == (Group("g1", "Groupe 1"),)
    write(tmp_path, "Nom;Acteur\nLuc Un;CPTS\n", "participants.csv")
    assert groups(tmp_path, LISTED) == (Group("g1", "Groupe 1"),)


def test_a_group_that_is_not_of_the_day_is_said(tmp_path: Path) -> None:
    write(tmp_path, PEOPLE.replace("Groupe 1;présent", "Groupe 2;présent"), "participants.csv")
    (told,) = said_of_day(tmp_path, LISTED)
    assert told.startswith("journee.yaml:11:")
    assert "groupe inconnu dans cette liste « Groupe 2 », vouliez-vous dire « Groupe 1 » ?" in told


def test_what_is_wrong_in_the_list_is_said_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, PEOPLE + "UN;Anne;CPTS;g1;\n", "participants.csv")
    (told,) = said_of_day(tmp_path, LISTED)
    assert told.startswith("participants.csv:8:1 : « Anne UN » est déjà à la ligne 2")
