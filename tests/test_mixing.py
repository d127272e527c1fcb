from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.mixing import Mixing, mixing


def people(count: int) -> list[str]:
    return [f"p{number}" for number in range(count)]


def repeated(found: Mixing) -> int:
    met = Counter(frozenset(pair) for tables in found.rounds for table in tables for pair in combinations(table, 2))
    return sum(times - 1 for times in met.values())


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 30), st.integers(2, 6), st.integers(1, 5), st.booleans())
def test_everyone_sits_once_each_round_at_tables_of_even_sizes(count: int, size: int, rounds: int, hosts: bool) -> None:
    found = mixing(people(count), size, rounds, hosts=hosts)
    assert len(found.rounds) == rounds
    for tables in found.rounds:
        assert sorted(name for table in tables for name in table) == sorted(people(count))
        assert len(tables) == -(-count // size)
        assert max(map(len, tables)) - min(map(len, tables)) <= 1
    assert found.repeated == repeated(found) >= found.floor


@pytest.mark.parametrize(
    ("count", "size", "rounds"), [(25, 5, 5), (49, 7, 7), (100, 5, 4), (12, 2, 11), (13, 2, 13), (20, 4, 3)]
)
def test_nobody_meets_twice_where_a_construction_exists(count: int, size: int, rounds: int) -> None:
    assert mixing(people(count), size, rounds).repeated == 0


@pytest.mark.parametrize(("count", "size", "rounds"), [(25, 5, 5), (100, 5, 4), (28, 4, 3), (18, 4, 3)])
def test_hosts_keep_their_table_and_nobody_comes_back_to_one(count: int, size: int, rounds: int) -> None:
    found = mixing(people(count), size, rounds, hosts=True)
    tables = -(-count // size)
    assert found.repeated == 0
    for seats in found.rounds:
        assert [table[0] for table in seats] == people(tables)


def test_a_meeting_that_cannot_be_avoided_is_counted_beside_its_floor() -> None:
    found = mixing(people(4), 2, 4)
    assert (found.repeated, found.floor) == (2, 2)
    found = mixing(people(8), 4, 2)  # two tables of four filled from two tables: two pairs each meet again
    assert (found.repeated, found.floor) == (4, 4)


def test_the_search_finds_what_moving_on_alone_misses() -> None:
    assert mixing(people(16), 4, 3).repeated == 0


def test_the_same_people_get_the_same_tables() -> None:
    assert mixing(people(22), 6, 4) == mixing(people(22), 6, 4)


def test_two_people_of_one_name_and_tables_of_one_are_refused() -> None:
    with pytest.raises(ValueError, match="a name of their own"):
        mixing(["a", "a"], 2, 1)
    with pytest.raises(ValueError, match="two people a table"):
        mixing(["a", "b"], 1, 1)


@settings(max_examples=40, deadline=None)
@given(st.integers(6, 30), st.integers(2, 6), st.integers(2, 4), st.booleans(), st.integers(0, 3))
def test_whoever_leaves_or_comes_late_moves_nobody(count: int, size: int, rounds: int, hosts: bool, since: int) -> None:
    before = mixing(people(count), size, rounds, hosts=hosts)
    after = before.without("p0", since).welcomes("late", since)
    assert after.rounds[:since] == before.rounds[:since]
    for old, new in zip(before.rounds[since:], after.rounds[since:], strict=True):
        assert [set(table) - {"late"} for table in new] == [set(table) - {"p0"} for table in old]
        assert sum(table.count("late") for table in new) == 1
    assert after.repeated == repeated(after) >= after.floor
