from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from facilitation.dealing import Cell, dealt

TABLES = st.dictionaries(st.tuples(st.sampled_from("abcde"), st.sampled_from("vwxyz")), st.integers(0, 13), max_size=25)


def apart(amounts: list[int]) -> int:
    return max(amounts) - min(amounts)


@given(TABLES, st.integers(1, 9), st.integers(0, 99))
def test_every_cell_line_and_total_is_shared_out_to_within_one(counts: dict[Cell, int], parts: int, seed: int) -> None:
    shares = [Counter(share) for share in dealt(counts, parts, Random(seed))]
    assert len(shares) == parts
    assert sum(shares, Counter()) == Counter({cell: count for cell, count in counts.items() if count})
    assert apart([share.total() for share in shares]) <= 1
    for cell in counts:
        assert apart([share[cell] for share in shares]) <= 1
    for side in (0, 1):
        for name in {cell[side] for cell in counts}:
            assert apart([sum(count for cell, count in share.items() if cell[side] == name) for share in shares]) <= 1


def test_the_same_chance_deals_the_same_parts() -> None:
    counts = {("13", "cpts"): 7, ("13", "asv"): 2, ("84", "cpts"): 4, ("84", "codes"): 1}
    assert dealt(counts, 3, Random(4)) == dealt(counts, 3, Random(4))
    assert len({str(dealt(counts, 3, Random(seed))) for seed in range(20)}) > 1


def test_nobody_makes_empty_parts() -> None:
    assert dealt({}, 2, Random(0)) == [{}, {}]
