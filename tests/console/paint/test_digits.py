"""Digits read from the back of the room."""

from __future__ import annotations

import pytest

from facilitation.console.paint.digits import LARGE, SMALL, large, large_width, small
from tests.console.paint.reading import grounds, picture, widths


def test_the_small_digits_are_four_pixels_by_six() -> None:
    assert picture(small("18:42", "ok")).split("\n") == [
        "..#...##....#..#..##.",
        ".##..#..#.#.#..#.#..#",
        "..#...##....#..#....#",
        "..#..#..#...####...#.",
        "..#..#..#.#....#..#..",
        ".###..##.......#.####",
    ]


def test_the_small_plus_sign_stands_beside_the_time_that_is_over() -> None:
    assert picture(small("+9", "ok")).split("\n") == [
        ".....##.",
        ".#..#..#",
        "###.#..#",
        ".#...###",
        ".......#",
        ".....##.",
    ]


def test_a_large_pixel_is_two_columns_of_ground() -> None:
    rows = large("1", "texte")
    assert ["".join("#" if ground else "." for ground in grounds(line)) for line in rows] == [
        "..##..",
        "####..",
        "..##..",
        "..##..",
        "######",
    ]
    assert all(not piece.text.strip() for line in rows for piece in line)


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_large_digits_take_the_width_they_announce(scale: int) -> None:
    rows = large("+02:14", "ok", scale)
    assert widths(rows) == {large_width("+02:14", scale)}
    assert len(rows) == 5 * scale


def test_every_sign_of_a_timer_or_a_count_is_drawn_in_both_sizes() -> None:
    assert set(SMALL) == set(LARGE) == set("0123456789:+-")
    for sign in SMALL:
        assert len(small(sign, "ok")) == 3
        assert len(large(sign, "ok")) == 5


def test_no_two_digits_look_alike() -> None:
    for glyphs in (SMALL, LARGE):
        assert len(set(glyphs.values())) == len(glyphs)
