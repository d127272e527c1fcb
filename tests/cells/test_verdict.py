"""Van der Eijk's A was worked out by hand, layer by layer, from its definition; each case shows its layers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.cells.verdict import agreement, mean_weight, method, verdict

SCALE = (-1, 0.5, 1)
SEVEN_FOLD = (30, 40, 210, 130, 530, 50, 10)


@pytest.mark.parametrize("categories", [2, 3, 4, 5, 7])
def test_a_room_spread_evenly_has_an_agreement_of_0(categories: int) -> None:
    assert agreement([6] * categories) == 0


@pytest.mark.parametrize("categories", [3, 4, 5, 7])
def test_a_room_split_between_both_ends_has_an_agreement_of_minus_1(categories: int) -> None:
    assert agreement([9, *[0] * (categories - 2), 9]) == pytest.approx(-1)


@pytest.mark.parametrize("place", range(4))
def test_a_room_all_in_one_place_has_an_agreement_of_1(place: int) -> None:
    assert agreement([14 if rank == place else 0 for rank in range(4)]) == 1


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        # 5,5,5 → 0; then 6,6,0: neighbours, U = 1, A = 1 − 1/2, on 12 of 35; then 8 alone, on 8 of 35
        ((19, 11, 5), 6 / 35 + 8 / 35),
        # 9,9,9 → 0; then 2,2,0 → 1/2 on 4 of 34; then 3 alone
        ((14, 11, 9), 2 / 34 + 3 / 34),
        # 1,1,1,1 → 0; 1,1,0,1: TU 1, TDU 2, U = (2·1 − 3·2)/(2·3) = −2/3, A = −2/9 on 3 of 10;
        # 0,1,0,1: TU 1, TDU 1, U = (2 − 3)/4, A = −1/4 · 2/3 on 2 of 10; 1 alone: the three cancel out
        ((2, 4, 1, 3), 0.0),
        # 1,0,1,0,1: TU 2, TDU 4, U = (3·2 − 4·4)/(3·6) = −5/9, A = −5/18 on 3 of 4; then 1 alone on 1 of 4
        ((1, 0, 2, 0, 1), -5 / 24 + 1 / 4),
        # 0,3,3,3,0: U = 1, A = 1 − 2/4, on 9 of 12; then 3 alone on 3 of 12
        ((0, 3, 6, 3, 0), 9 / 24 + 3 / 12),
        # 0 + 1/6 · 0.12 + 1/3 · 0.05 + 1/2 · 0.04 + 2/3 · 0.24 + 0.56 · 5/6 · 0.16 + 0.32
        (SEVEN_FOLD, 0.6113333),
    ],
)
def test_agreement_is_van_der_eijks(counts: tuple[int, ...], expected: float) -> None:
    assert agreement(counts) == pytest.approx(expected, abs=1e-6)


COUNTS = st.lists(st.integers(0, 60), min_size=2, max_size=7)


@given(COUNTS)
def test_agreement_stays_between_minus_1_and_1_and_reads_the_scale_both_ways(counts: list[int]) -> None:
    assert -1 - 1e-9 <= agreement(counts) <= 1 + 1e-9
    assert agreement(counts[::-1]) == pytest.approx(agreement(counts))


@given(COUNTS, st.integers(2, 5))
def test_a_room_several_times_as_big_agrees_as_much(counts: list[int], times: int) -> None:
    assert agreement([count * times for count in counts]) == pytest.approx(agreement(counts))


@pytest.mark.parametrize(
    ("mean", "word"),
    [
        (-1, "pas du tout d’accord"),
        (-0.6, "pas du tout d’accord"),
        (-0.59, "plutôt pas d’accord"),
        (-0.2, "plutôt pas d’accord"),
        (-0.19, "partagée"),
        (0.2, "partagée"),
        (0.21, "plutôt d’accord"),
        (0.6, "plutôt d’accord"),
        (0.61, "tout à fait d’accord"),
        (1, "tout à fait d’accord"),
    ],
)
def test_each_fifth_of_the_scale_has_its_word_its_upper_limit_included(mean: float, word: str) -> None:
    # the room stands in one place: agreement is 1, and the mean is that place's weight
    assert verdict([10, 0], [mean, 1]) == word


def test_a_room_too_spread_is_said_to_be_contrasted_whatever_its_mean() -> None:
    assert verdict([10, 0, 10], SCALE) == "contrastée"
    assert verdict([14, 11, 9], SCALE) == "contrastée"  # A = 0.15


def test_an_agreement_of_just_a_fifth_is_not_contrasted() -> None:
    # 1,1,1 → 0; then 1,1,0 → 1/2 on 2 of 5: A = 1/5
    assert verdict([2, 2, 1], SCALE) == "partagée"
    # 13,13,13 → 0; 1,1,0 → 1/2 on 2 of 50; 9 alone on 9 of 50: A = 10/50, which floating point alone puts under 0.2
    assert verdict([23, 14, 13], SCALE) == "partagée"
    # 3,3,3 → 0; 1,1,0 → 1/2 on 2 of 12; 1 alone on 1 of 12: A = 1/6
    assert verdict([5, 4, 3], SCALE) == "contrastée"


def test_the_word_follows_the_mean_once_people_agree_enough() -> None:
    # (−3 + 1)/5 = −0.4; 2,2,0 → 1/2 on 4 of 5, then 1 alone: A = 0.6
    assert verdict([3, 2, 0], SCALE) == "plutôt pas d’accord"
    # (−1 + 3 + 16)/23 = 0.78
    assert verdict([1, 6, 16], SCALE) == "tout à fait d’accord"


def test_nobody_answering_gives_no_verdict_and_no_method() -> None:
    assert verdict([0, 0, 0], SCALE) == ""
    assert method([0, 0, 0], SCALE) == ""


def test_the_method_is_told_with_a_decimal_comma_and_a_true_minus() -> None:
    # mean (−19 + 5.5 + 5)/35 = −0.243; agreement 0.4
    assert method([19, 11, 5], SCALE) == "moyenne −0,24 (de −1 à +1)\u00a0; accord dans la salle 0,40"


def test_a_mean_of_almost_nothing_is_no_minus_zero() -> None:
    assert method([1, 2, 0], SCALE).startswith("moyenne 0,00 ")


def test_the_mean_weighs_each_position_by_its_people() -> None:
    assert mean_weight([1, 2, 1], SCALE) == pytest.approx(0.25)


@given(st.lists(st.integers(0, 60), min_size=3, max_size=3))
def test_any_complete_count_has_a_verdict_in_words(counts: list[int]) -> None:
    assert bool(verdict(counts, SCALE)) == bool(sum(counts))
