"""Groups changed by hand: who is fixed, apart, absent or late, and every gesture taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.composition import Presence, Wishes
from facilitation.errors import FacilitationError
from facilitation.library import checked_day
from facilitation.reporting import synthesis_of
from facilitation.room import Room
from facilitation.synthesis import Table
from facilitation.workshop.regrouping import Sketch
from tests.workshop.test_grouping import folder, opened

__all__ = ["folder"]  # a fixture


@pytest.fixture
def sketch(folder: Path) -> Sketch:
    return Sketch(opened(folder))


def test_somebody_fixed_goes_there_alone_and_stays_in_every_deal(sketch: Sketch) -> None:
    before = dict(sketch.groups.places)
    name = next(name for name, team in before.items() if team == "nord")
    assert sketch.fix(name, "sud") == f"«\u00a0{name}\u00a0» reste dans Sud."
    assert sketch.groups.places == before | {name: "sud"}
    for _ in range(4):
        sketch.again(1)
        assert sketch.groups.places[name] == "sud"
    sketch.fix(name, "")
    assert name not in sketch.groups.wishes.pins


def test_two_people_together_are_separated_by_moving_one(sketch: Sketch) -> None:
    before = dict(sketch.groups.places)
    one, other = [name for name, team in before.items() if team == "nord"][:2]
    sketch.separate(one, other)
    moved = [name for name, team in sketch.groups.places.items() if team != before[name]]
    assert moved == [other]
    sketch.again(1)
    assert sketch.groups.places[one] != sketch.groups.places[other]
    assert "plus séparés" in sketch.separate(other, one)
    assert not sketch.groups.wishes.apart


def test_two_people_fixed_in_one_group_are_told_to_stay_together(sketch: Sketch) -> None:
    one, other = [person.name for person in sketch.order][:2]
    sketch.fix(one, "nord")
    sketch.fix(other, "nord")
    assert "libérez-en un" in sketch.separate(one, other)
    assert "Restent ensemble" in str(sketch.groups.balance)
    sketch.fix(other, "sud")
    assert "Restent ensemble" not in str(sketch.groups.balance)


def test_every_gesture_is_taken_back(sketch: Sketch) -> None:
    first = sketch.groups
    name = sketch.order[0].name
    sketch.absent(name)
    sketch.welcome("Zoé TARD; asv")
    sketch.fix(sketch.order[0].name, "sud")
    sketch.again(1)
    for _ in range(4):
        sketch.undo()
    assert (sketch.groups, sketch.seed) == (first, 0)
    assert sketch.undo() == "Rien à annuler."
    sketch.again(1)
    sketch.again(-1)
    assert sketch.groups == first


def test_who_is_absent_or_late_is_found_again_once_kept(folder: Path) -> None:
    sketch = Sketch(opened(folder))
    gone = sketch.order[0].name
    sketch.absent(gone)
    sketch.welcome("Zoé TARD; asv")
    sketch.grouping.keep(sketch.groups)
    again = Sketch(opened(folder))
    assert again.groups.places == sketch.groups.places
    assert {one.name: one.presence for one in again.groups.people if one.name in {gone, "Zoé TARD"}} == {
        gone: Presence.ABSENT,
        "Zoé TARD": Presence.LATE,
    }
    assert sum(group.people for group in again.grouping.workshop.day.groups) == 8
    again.absent(gone)
    assert gone in again.groups.places


@pytest.mark.parametrize(
    ("line", "told"),
    [(" ; asv", "Écrivez un nom"), ("1 Personne", "est déjà dans un groupe"), ("Zoé TARD; asf", "Acteur inconnu")],
)
def test_an_arrival_that_cannot_be_is_refused(sketch: Sketch, line: str, told: str) -> None:
    with pytest.raises(FacilitationError, match=told):
        sketch.welcome(line)
    assert not sketch.past


def test_who_is_fixed_or_apart_is_found_again_once_kept(folder: Path) -> None:
    sketch = Sketch(opened(folder))
    names = [person.name for person in sketch.order]
    sketch.fix(names[0], "sud")
    sketch.separate(names[5], names[1])
    sketch.grouping.keep(sketch.groups)
    again = Sketch(opened(folder))
    assert again.groups.wishes.pins == {names[0]: "sud"}
    assert again.groups.wishes.apart == ((min(names[1], names[5]), max(names[1], names[5])),)
    again.fix(names[0], "")
    again.separate(names[1], names[5])
    again.grouping.keep(again.groups)
    assert opened(folder).wishes == Wishes()


def test_a_list_that_separates_somebody_from_nobody_known_is_refused(folder: Path) -> None:
    listed = (folder / "participants.csv").read_text(encoding="utf-8").replace("Groupe\n", "Groupe;Séparé de\n")
    (folder / "participants.csv").write_text(listed.replace("0;CPTS;", "0;CPTS;;Personne 1"), encoding="utf-8")
    assert opened(folder).wishes.apart == (("Personne 0", "Personne 1"),)
    (folder / "participants.csv").write_text(listed.replace("0;CPTS;", "0;CPTS;;Personne 99"), encoding="utf-8")
    with pytest.raises(FacilitationError, match="n’est pas dans la liste"):
        opened(folder)


def test_the_synthesis_tells_the_groups_that_were_kept(folder: Path) -> None:
    sketch = Sketch(opened(folder))
    for name in [person.name for person in sketch.order if person.actor == "CPTS"]:
        sketch.fix(name, "nord")
    sketch.welcome("Zoé TARD; asv")
    sketch.grouping.keep(sketch.groups)
    told = synthesis_of(checked_day(folder), Room(), "j")
    section = next(section for section in told.sections if section.kind == "composition")
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    counts = {line.title: tuple(slot.text for slot in line.slots) for line in table.lines}
    groups = {team: [person.actor for person in sketch.groups.members(team)] for team in ("nord", "sud")}
    assert [heading.title for heading in table.columns] == ["CPTS", "ASV", "Ensemble"]
    assert counts["Nord"] == ("3", str(groups["nord"].count("ASV")), str(len(groups["nord"])))
    assert counts["Sud"] == ("0", str(groups["sud"].count("ASV")), str(len(groups["sud"])))
    assert counts["Ensemble"] == ("3", "6", "9")
