from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from facilitation.matching import maximum_matching


def largest(edges: frozenset[tuple[int, int]]) -> int:
    return max((1 + largest(frozenset(e for e in edges if not set(e) & set(edge))) for edge in edges), default=0)


@given(st.sets(st.sampled_from(list(combinations(range(8), 2))), max_size=11))
def test_a_maximum_matching_is_as_large_as_trying_them_all(edges: set[tuple[int, int]]) -> None:
    neighbours = [[b if a == n else a for a, b in sorted(edges) if n in (a, b)] for n in range(8)]
    mates = maximum_matching(neighbours)

    matched = {(n, mate) for n, mate in enumerate(mates) if n < mate}
    assert matched <= edges
    assert all(mate < 0 or mates[mate] == n for n, mate in enumerate(mates))
    assert len(matched) == largest(frozenset(edges))


def test_those_served_first_stay_served() -> None:
    assert maximum_matching([[1], [0, 2], [1]]) == [1, 0, -1]


def test_nobody_to_match_gives_nobody() -> None:
    assert maximum_matching([]) == []
    assert maximum_matching([[], []]) == [-1, -1]
