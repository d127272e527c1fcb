"""The timer says how the time goes three times: sign, word, colour."""

from __future__ import annotations

import pytest

from facilitation.console.pace import Pace, Timer
from facilitation.console.paint.row import STRONG, row
from facilitation.console.paint.timer import SIGNS, TILE, TONES, BigTimer, digits, panel, tile, whole
from tests.console.paint.reading import colour_of, grounds, page, said, widths


def timer(left: int, pace: Pace, seconds: int = 1500) -> Timer:
    return Timer(left, seconds, "11:36", pace)


@pytest.mark.parametrize(
    ("left", "shown"), [(1122, "18:42"), (0, "00:00"), (-134, "+02:14"), (3900, "65:00"), (59, "00:59"), (-3600, "+60:00")]
)
def test_the_time_left_counts_down_then_up(left: int, shown: str) -> None:
    assert digits(timer(left, Pace.FINE)) == shown


def test_each_pace_has_its_own_sign_and_words() -> None:
    assert {pace.value for pace in SIGNS} == {pace.value for pace in Pace}
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_the_end_is_dark_on_amber_then_white_on_red() -> None:
    assert TONES[Pace.FINE] == ("ok", "surface")
    assert TONES[Pace.SOON] == ("sur_tatt", "tatt")
    assert TONES[Pace.LAST] == TONES[Pace.OVER] == ("sur_talerte", "talerte")
    assert TONES[Pace.PAUSED] == ("doux", "surface")


@pytest.mark.parametrize(("left", "pace"), [(1122, Pace.FINE), (-134, Pace.OVER), (-5999, Pace.OVER), (6000, Pace.FINE)])
def test_the_tile_of_the_bar_is_three_rows_of_its_width(left: int, pace: Pace) -> None:
    rows = tile(timer(left, pace))
    assert len(rows) == 3
    assert widths(rows) == {TILE}


def test_the_red_tile_is_red_all_over() -> None:
    rows = tile(timer(-134, Pace.OVER))
    assert all(set(grounds(line)) <= {"talerte", "sur_talerte"} for line in rows)


@pytest.mark.parametrize(
    ("left", "pace", "words"),
    [
        (1122, Pace.FINE, "● dans les temps · fin 11:36"),
        (284, Pace.SOON, "◐ bientôt la fin · fin 11:36"),
        (61, Pace.LAST, "○ c’est la fin · fin 11:36"),
        (-134, Pace.OVER, "▲ temps dépassé"),
        (700, Pace.PAUSED, "‖ en pause"),
    ],
)
def test_the_panel_says_in_words_how_the_time_goes(left: int, pace: Pace, words: str) -> None:
    rows = panel(timer(left, pace), 36)
    assert words in page(rows)
    assert max(widths(rows)) <= 36


@pytest.mark.parametrize(("left", "full"), [(1500, 32), (750, 16), (0, 0), (-134, 0), (1800, 32)])
def test_the_bar_shows_the_share_that_is_left(left: int, full: int) -> None:
    bar = said(panel(timer(left, Pace.FINE), 36)[-1])
    assert bar == "  " + "━" * full + "─" * (32 - full)


def test_an_hour_over_still_fits_the_column() -> None:
    assert max(widths(panel(timer(-3725, Pace.OVER), 36))) <= 36


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
def test_the_big_timer_fills_any_window_exactly(size: tuple[int, int]) -> None:
    width, height = size
    view = BigTimer(timer(1122, Pace.FINE), "étape 2/3 · Chaque sous-groupe remplit", row(("Échap revenir", STRONG)))
    rows = whole(view, width, height)
    assert len(rows) == height
    assert max(widths(rows)) <= width
    assert "dans les temps" in page(rows)
    assert "étape 2/3 · Chaque sous-groupe remplit" in page(rows)
    assert "Échap revenir" in said(rows[-1])


def test_the_big_digits_are_three_times_larger_on_a_large_window() -> None:
    rows = whole(BigTimer(timer(1122, Pace.FINE), "", row("")), 120, 40)
    drawn = [line for line in rows if "ok" in grounds(line)]
    assert len(drawn) == 15


def test_the_words_have_the_colour_of_the_pace() -> None:
    assert colour_of("c’est la fin", panel(timer(61, Pace.LAST), 36)) in {"alerte", "sur_talerte"}


def test_the_whole_screen_is_red_when_the_time_is_over() -> None:
    keys = row(("Échap", STRONG), " revenir")
    rows = whole(BigTimer(timer(-134, Pace.OVER), "étape 2/3", keys), 120, 40)
    assert all(set(grounds(line)) <= {"talerte", "sur_talerte"} for line in rows)
    assert colour_of("étape 2/3", rows) == colour_of("Échap", rows) == "sur_talerte"


def test_the_whole_panel_is_amber_near_the_end() -> None:
    assert all(set(grounds(line)) <= {"tatt", "sur_tatt"} for line in panel(timer(284, Pace.SOON), 36))


def test_the_time_over_is_as_large_as_the_time_left_in_the_column() -> None:
    assert len(panel(timer(-134, Pace.OVER), 36)) == len(panel(timer(1122, Pace.FINE), 36)) == 9


def test_a_step_that_nobody_ended_says_whole_minutes() -> None:
    assert digits(timer(-8040, Pace.OVER)) == "+134"
    assert widths(tile(timer(-8040, Pace.OVER))) == {TILE}
