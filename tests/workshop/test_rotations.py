from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from facilitation.composition import Participant, Presence
from facilitation.day import Day
from facilitation.exercise import Exercise, Tables
from facilitation.workshop.printing import papers
from facilitation.workshop.rotations import Dated, Mixed, arranged, dated, dating, laps_of, mixed, roster, turn_of
from facilitation.workshop.script import stops
from facilitation.writers.paper.pages import Card, Sign
from tests.workshop.days import example


@pytest.fixture
def day() -> Day:
    """Return the fictional day, which has a speed-dating."""
    return example("exemple-fictif")


def cafe(day: Day, size: int = 5, rounds: int = 3) -> Exercise:
    """Return an exercise that mixes the room, with hosts."""
    exercise = day.sequence("dating").exercise
    assert exercise is not None
    return replace(exercise, tables=Tables(size, rounds, hosts=True))


def dating_of(day: Day, people: Sequence[Participant] = ()) -> Dated:
    """Return the meetings of the first group."""
    exercise = day.sequence("dating").exercise
    assert exercise is not None
    sheet = dating(exercise)
    assert sheet is not None
    found = dated(sheet, laps_of(exercise), day, day.groups[0], people)
    assert found is not None
    return found


def room(count: int, size: int = 5, rounds: int = 3) -> Mixed:
    """Return that many people, mixed."""
    return Mixed(tuple(str(number) for number in range(1, count + 1)), Tables(size, rounds, hosts=True), is_named=False)


def test_meetings_that_come_back_are_told_beside_the_fewest_there_can_be() -> None:
    assert room(25).verdict() == "Personne ne revoit la même personne."
    found = room(20)
    plain = found.verdict().replace("\u00a0", " ")
    assert plain == f"{found.now.repeated} rencontres répétées, il ne peut y en avoir moins de {found.now.floor}."
    assert room(4, 4, 2).verdict().replace("\u00a0", " ") == "6 rencontres répétées, le moins possible."


def test_an_absent_and_a_late_person_change_nothing_for_the_others_nor_for_turns_already_played() -> None:
    found = room(25)
    before = found.turns
    found.gone["8"] = 1
    found.late["26"] = 2
    after = found.turns
    assert after[0] == before[0]
    assert after[1].table_of("8") == after[2].table_of("8") == after[1].table_of("26") == 0
    assert after[2].table_of("26") == before[2].table_of("8")  # the place left free
    for old, new in zip(before, after, strict=True):
        assert all(old.table_of(name) == new.table_of(name) for name in found.everyone if name != "8")
    del found.gone["8"], found.late["26"]
    assert found.turns == before


def test_all_is_made_anew_for_those_who_are_there() -> None:
    found = room(25)
    found.gone |= {"1": 0, "2": 0}
    found.late["26"] = 0
    found.again()
    assert len(found.sitters) == 24
    assert not {"1", "2"} & {name for turn in found.turns for table in turn.tables for name in table}


@pytest.mark.parametrize("size", [2, 4])
def test_the_first_tables_put_different_kinds_of_actors_together(day: Day, size: int) -> None:
    people = [Participant(f"p{number}", actor=actor.name) for actor in day.actors for number in range(3 * len(actor.key))]
    people = [replace(one, name=f"{one.name}-{one.actor}") for one in people][:24]
    kind = {one.name: one.actor for one in people}
    found = Mixed(arranged(people, day.actors, Tables(size)), Tables(size), is_named=True)
    most = max(list(kind.values()).count(name) for name in kind.values())
    for table in found.turns[0].tables:
        same = max(sum(kind[name] == one for name in table) for one in kind.values())
        assert same <= -(-most // len(found.turns[0].tables))


def test_an_absent_subgroup_leaves_those_it_was_to_meet_waiting_at_their_table(day: Day) -> None:
    found = dating_of(day)
    before = found.turns
    gone, faced = before[1].tables[0]
    found.gone[gone] = 1
    assert found.turns[0] == before[0]
    assert found.turns[1].tables[0] == (faced,)
    found.again()
    seen = [frozenset(pair) for turn in found.turns for pair in turn.tables]
    assert len(seen) == len(set(seen))
    assert not any(gone in pair for pair in seen)


def test_the_speed_dating_says_what_it_would_take_for_all_to_meet(day: Day) -> None:
    assert re.fullmatch(
        r"Aucune rencontre deux fois\. 12 rencontres sur 16 : il faudrait \d tours\.",
        dating_of(day).verdict().replace("\u00a0", " "),
    )


def test_the_turn_follows_the_steps(day: Day) -> None:
    sequence = day.sequence("dating")
    assert sequence.exercise is not None
    found = stops(sequence)
    assert [turn_of(sequence.exercise, found, here) for here in range(len(found))] == [0, 1, 2, 3, 4, 4]
    steps = tuple(replace(step, seating=number) for step, number in zip(sequence.exercise.steps, (0, 2, 1), strict=True))
    mixing = replace(cafe(day), steps=steps)
    assert [turn_of(mixing, found[:1], 0), turn_of(mixing, stops(replace(sequence, exercise=mixing)), 5)] == [0, 1]


def test_only_people_who_are_to_come_are_seated(day: Day, tmp_path: Path) -> None:
    assert roster(tmp_path, day) == ()
    (tmp_path / "liste.csv").write_text("prénom et nom;acteur;présence\nA B;CPTS;absent\nC D;CPTS;inscrit\n", encoding="utf-8")
    listed = roster(tmp_path, replace(day, participants="liste.csv"))
    assert [(one.name, one.presence) for one in listed] == [("C D", Presence.REGISTERED)]
    found = mixed(cafe(day), day, listed)
    assert found is not None
    assert found.is_named


def test_nobody_is_seated_when_nobody_says_how_many_come(day: Day) -> None:
    assert mixed(cafe(day), replace(day, people=None, groups=()), ()) is None


def test_cards_and_tables_of_a_mixed_room_agree(day: Day) -> None:
    sequences = (replace(day.sequence("dating"), exercise=cafe(day)),)
    found = {paper.file_name: paper.pages for paper in papers(replace(day, sequences=sequences))}
    cards = {card.name: card.lines for card in found["cartes-rotation.docx"] if isinstance(card, Card)}
    tables = {sign.words: sign.below.splitlines() for sign in found["tables-rotation.docx"] if isinstance(sign, Sign)}
    assert len(cards) == day.expected
    assert len(tables) == 8
    assert sum("vous accueillez" in lines[0] for lines in cards.values()) == 8
    for name, lines in cards.items():
        for at, line in enumerate(lines):
            number = re.search(r"able (\d+)", line)
            assert number
            there = re.findall(r"\d+", tables[f"Table {number[1]}"][at].partition(":")[2])
            assert name.removeprefix("Carte ") in there


def test_people_of_the_list_have_their_name_on_their_card(day: Day) -> None:
    group = day.groups[0]
    people = [Participant("Ada LUNE", actor=day.actors[0].name, group=group.name)]
    found = next(paper.pages for paper in papers(day, people) if paper.file_name == "cartes-rotation.docx")
    named = [card for card in found if isinstance(card, Card) and "Ada LUNE" in card.owner]
    assert [card.name for card in named] == ["A1"]


def test_no_pair_meets_twice_in_a_speed_dating(day: Day) -> None:
    for one, other in combinations([set(turn.tables) for turn in dating_of(day).turns], 2):
        assert not one & other
