from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.errors import FacilitationError
from facilitation.library import checked_day
from facilitation.workshop.access import Write
from facilitation.workshop.grouping import Grouping, grouping
from facilitation.workshop.workshop import Workshop

DAY = """\
journee: Journée d’essai
date: 2021-11-16
acteurs:
  - {cle: cpts, nom: CPTS}
  - {cle: asv, nom: ASV}
groupes:
  - {cle: nord, nom: Nord}
  - {cle: sud, nom: Sud}
participants: participants.csv
sequences:
  - {cle: accueil, titre: Accueil}
"""
LIST = "Nom;Acteur;Groupe\n" + "".join(f"Personne {number};{'ASV' if number % 3 else 'CPTS'};\n" for number in range(8))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "journee.yaml").write_text(DAY, encoding="utf-8")
    (tmp_path / "participants.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def opened(folder: Path) -> Grouping:
    workshop = Workshop.open(folder, write=Write.NOTHING)
    found = grouping(workshop)
    workshop.close()
    assert found is not None
    return found


def test_groups_are_dealt_kept_and_found_again(folder: Path) -> None:
    first = opened(folder)
    groups = first.deal(3)
    assert first.keep(groups) == "✓ Groupes gardés dans groupes.csv."
    again = opened(folder)
    assert again.deal(0).places == groups.places
    assert again.deal(4).places != groups.places
    assert first.workshop.day.groups == checked_day(folder).groups
    assert [group.people for group in checked_day(folder).groups] == [4, 4]


def test_people_who_come_late_or_not_at_all_move_nobody(folder: Path) -> None:
    first = opened(folder)
    groups = first.deal(0)
    first.keep(groups)
    text = LIST.replace("Personne 2;ASV;\n", "") + "Zoé Tard;CPTS;\n"
    (folder / "participants.csv").write_text(text, encoding="utf-8")
    now = opened(folder).deal(0)
    assert set(now.places) == {*groups.places, "Zoé Tard"} - {"Personne 2"}
    assert all(groups.places[name] == team for name, team in now.places.items() if name != "Zoé Tard")


def test_a_group_written_in_the_list_is_kept_by_every_deal(folder: Path) -> None:
    (folder / "participants.csv").write_text(LIST.replace("Personne 0;CPTS;", "Personne 0;CPTS;sud"), encoding="utf-8")
    found = opened(folder)
    assert {found.deal(seed).places["Personne 0"] for seed in range(6)} == {"sud"}


def test_a_day_without_a_list_makes_no_groups(folder: Path) -> None:
    (folder / "participants.csv").unlink()
    assert grouping(Workshop.open(folder, write=Write.NOTHING)) is None


def test_a_list_that_names_an_unknown_group_is_refused(folder: Path) -> None:
    (folder / "participants.csv").write_text(LIST.replace("CPTS;\n", "CPTS;ouest\n", 1), encoding="utf-8")
    with pytest.raises(FacilitationError, match="Groupe inconnu"):
        opened(folder)


def test_the_day_says_who_is_apart_who_stays_and_which_territories_stay_together(folder: Path) -> None:
    wish = "repartition: {par: territoire, groupes: 4, separer: [[P 0, P 1]], fixer: {P 2: g2}, graine: 5}\n"
    named = DAY.replace("groupes:\n  - {cle: nord, nom: Nord}\n  - {cle: sud, nom: Sud}\n", "") + wish
    (folder / "journee.yaml").write_text(named, encoding="utf-8")
    lines = (f"P {number};{'CPTS' if number % 3 else 'ASV'};{'Var' if number < 18 else 'Alpes'}\n" for number in range(24))
    (folder / "participants.csv").write_text("Nom;Acteur;Territoire\n" + "".join(lines), encoding="utf-8")
    found = opened(folder)
    groups = found.deal(0)
    assert [group.key for group in found.workshop.day.groups] == ["g1", "g2", "g3", "g4"]
    assert {len(groups.members(team.key)) for team in groups.teams} == {6}
    assert all(len({person.territory for person in groups.members(team.key)}) == 1 for team in groups.teams)
    assert groups.places["P 0"] != groups.places["P 1"]
    assert groups.places["P 2"] == "g2"
    assert str(groups.balance).endswith("écart 0, le plus petit possible.")
    assert found.deal(0) == groups != found.deal(1)
