from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from facilitation.day import Actor
from facilitation.rotation import Round, asked_pairs, letters, rotation, subgroups_of
from facilitation.sheet import Cell, Column, Row, Sheet, Source

NAMES = {"asv": "A", "prevention": "P", "cpts": "C", "elus": "E"}
HUB = (("asv", "cpts"), ("prevention", "cpts"))
counts = st.fixed_dictionaries({kind: st.integers(0, 6) for kind in NAMES})
asked = st.sets(st.sampled_from(list(combinations(NAMES, 2)))).map(sorted)


def met(rounds: tuple[Round, ...]) -> list[frozenset[str]]:
    return [frozenset(pair) for one in rounds for pair in one.meetings]


def test_the_day_of_the_example_meets_as_on_its_board() -> None:
    rounds = rotation({"asv": 2, "prevention": 2, "cpts": 4}, HUB, NAMES, 4)

    assert [" ".join("–".join(pair) for pair in one.meetings) for one in rounds] == [
        "A1–C1 A2–C2 P1–C3 P2–C4",
        "A1–C2 A2–C3 P1–C4 P2–C1",
        "A1–C3 A2–C4 P1–C1 P2–C2",
        "A1–C4 A2–C1 P1–C2 P2–C3",
    ]
    assert not any(one.waiting for one in rounds)


def test_rounds_stop_when_everyone_has_met() -> None:
    assert len(rotation({"asv": 2, "prevention": 2, "cpts": 4}, HUB, NAMES, 10)) == 4


def test_when_there_are_not_enough_rounds_all_subgroups_wait_as_much() -> None:
    first, second = rotation({"asv": 2, "cpts": 4}, [("asv", "cpts")], NAMES, 2)

    assert first == Round((("A1", "C1"), ("A2", "C2")), ("C3", "C4"))
    assert second == Round((("A1", "C3"), ("A2", "C4")), ("C1", "C2"))


def test_three_kinds_that_all_meet_take_as_few_rounds_as_there_can_be() -> None:
    everyone = {"asv": 2, "prevention": 2, "cpts": 2}
    rounds = rotation(everyone, list(combinations(everyone, 2)), NAMES, 10)

    assert [len(one.meetings) for one in rounds] == [3, 3, 3, 3]


def test_a_kind_that_meets_nobody_takes_no_part() -> None:
    rounds = rotation({"asv": 1, "cpts": 1, "elus": 3}, HUB, NAMES, 3)

    assert rounds == (Round((("A1", "C1"),)),)


def test_nobody_to_meet_gives_no_round() -> None:
    assert rotation({"asv": 3}, HUB, NAMES, 5) == ()
    assert rotation({"asv": 3, "cpts": 2}, [], NAMES, 5) == ()
    assert rotation({"asv": 3}, [("asv", "asv")], NAMES, 5) == ()


@given(counts, asked)
def test_everyone_who_must_meet_meets_exactly_once(counts: dict[str, int], asked: list[tuple[str, str]]) -> None:
    rounds = rotation(counts, asked, NAMES, 1000)

    expected = [
        frozenset({f"{NAMES[one]}{i}", f"{NAMES[other]}{j}"})
        for one, other in asked
        for i in range(1, counts[one] + 1)
        for j in range(1, counts[other] + 1)
    ]
    assert sorted(map(sorted, met(rounds))) == sorted(map(sorted, expected))


@given(counts, asked)
def test_nobody_is_at_two_tables_and_those_who_wait_are_said(counts: dict[str, int], asked: list[tuple[str, str]]) -> None:
    rounds = rotation(counts, asked, NAMES, 1000)

    everyone = {name for pair in met(rounds) for name in pair}
    for one in rounds:
        seated = [name for pair in one.meetings for name in pair]
        assert len(seated) == len(set(seated))
        assert set(seated) | set(one.waiting) == everyone
        assert not set(seated) & set(one.waiting)


@given(counts)
def test_between_two_sides_no_other_order_takes_fewer_rounds(counts: dict[str, int]) -> None:
    path = [("asv", "prevention"), ("prevention", "cpts"), ("cpts", "elus")]
    rounds = rotation(counts, path, NAMES, 1000)

    meetings = met(rounds)
    busiest = max((sum(name in pair for pair in meetings) for pair in meetings for name in pair), default=0)
    assert len(rounds) == busiest


@given(counts, asked)
def test_fewer_rounds_are_the_first_of_more(counts: dict[str, int], asked: list[tuple[str, str]]) -> None:
    assert rotation(counts, asked, NAMES, 3) == rotation(counts, asked, NAMES, 5)[:3]


def test_subgroups_are_the_fewest_that_fit_a_table() -> None:
    assert subgroups_of({"asv": 4, "prevention": 3, "cpts": 11, "elus": 0}, 4) == {"asv": 1, "prevention": 1, "cpts": 3}


def test_each_kind_gets_its_own_letter() -> None:
    actors = [
        Actor("asv", "ASV/CLSM/CLS"),
        Actor("prevention", "CoDES et prévention"),
        Actor("cpts", "CPTS"),
        Actor("clsm", "Contrats locaux"),
        Actor("ccc", "CCC"),
        Actor("élus", "Élus"),
    ]
    assert letters(actors) == {"asv": "A", "prevention": "P", "cpts": "C", "clsm": "L", "ccc": "B", "élus": "E"}


def test_the_pairs_asked_are_those_of_the_sheet_each_once() -> None:
    sheet = Sheet(
        "dating",
        "Speed-dating",
        Cell.IDEAS,
        rows=(Row("asv", "ASV", columns=("cpts",)), Row("prevention", "CoDES", columns=("cpts",)), Row("cpts", "CPTS")),
        columns=(Column("asv", "ASV"), Column("prevention", "CoDES"), Column("cpts", "CPTS")),
        rows_from=Source.ACTORS,
        columns_from=Source.ACTORS,
    )
    assert asked_pairs(sheet) == HUB


def test_a_sheet_of_fixed_columns_puts_nobody_face_to_face() -> None:
    sheet = Sheet(
        "portraits", "Portraits", Cell.IDEAS, (Column("tete", "Tête"),), (Row("asv", "ASV"),), rows_from=Source.ACTORS
    )

    assert asked_pairs(sheet) == ()
