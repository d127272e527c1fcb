"""The Silhouette and the gestures, pixel by pixel."""

from __future__ import annotations

import pytest

from facilitation.console.paint.figures import (
    FRAME_HEIGHT,
    FRAME_WIDTH,
    GESTURES,
    TORSO,
    ZONES,
    BodyView,
    body,
    body_width,
    gesture,
    zone_at,
)
from tests.console.paint.reading import page, picture, said, widths

COUNTS = {"tête": 11, "cœur": 7, "mains": 24, "jambe droite": 10, "jambe gauche": 0}


@pytest.mark.parametrize(
    ("x", "y", "zone"),
    [
        (14, 5, "tête"), (14, 16, "cœur"), (3, 27, "mains"), (25, 27, "mains"), (10, 34, "jambe droite"),
        (17, 34, "jambe gauche"), (14, 24, TORSO), (5, 22, TORSO), (0.5, 0.5, ""), (14, 40, ""), (27.9, 43.9, ""),
    ],
)  # fmt: skip
def test_each_point_of_the_frame_belongs_to_a_zone(x: float, y: float, zone: str) -> None:
    assert zone_at(x, y) == zone


def test_the_body_faces_us_so_that_its_right_leg_is_at_our_left() -> None:
    middle = FRAME_WIDTH / 2
    left, right = ([x for x in range(FRAME_WIDTH) if zone_at(x + 0.5, 34.5) == leg] for leg in ("jambe droite", "jambe gauche"))
    assert max(left) < middle <= min(right)


def test_the_body_is_the_same_on_both_sides() -> None:
    other = {"jambe droite": "jambe gauche", "jambe gauche": "jambe droite"}
    for y in range(FRAME_HEIGHT):
        line = [zone_at(x + 0.5, y + 0.5) for x in range(FRAME_WIDTH)]
        assert line == [other.get(zone, zone) for zone in reversed(line)]


@pytest.mark.parametrize("height", range(13, 23))
def test_a_body_of_any_height_has_two_sides_alike(height: int) -> None:
    uncounted = [line for line in body(BodyView({}, ""), height) if "0" not in said(line)]
    for line in picture(uncounted).split("\n"):
        assert line == line[::-1]


@pytest.mark.parametrize("height", range(13, 23))
def test_a_body_of_any_height_shows_every_zone_and_every_count(height: int) -> None:
    rows = body(BodyView(COUNTS, "cœur"), height)
    drawn = page(rows)
    assert len(rows) == height
    assert widths(rows) == {body_width(height)}
    assert all(str(count) in drawn for count in COUNTS.values())
    assert {piece.ink.ground for line in rows for piece in line} >= {"plein", "corps", "accent", "vide"}


def test_the_current_zone_is_bright_a_filled_one_is_full_an_empty_one_is_grey() -> None:
    tokens = {zone: set[str]() for zone in ZONES}
    rows = body(BodyView(COUNTS, "mains"), 22)
    for y, line in enumerate(rows):
        cells = [piece.ink.ground for piece in line for _ in piece.text]
        for x, ground in enumerate(cells):
            above, below = zone_at(x + 0.5, 2 * y + 0.5), zone_at(x + 0.5, 2 * y + 1.5)
            if above == below and above in tokens:
                tokens[above].add(ground)
    assert tokens == {
        "tête": {"plein"}, "cœur": {"plein"}, "mains": {"accent"}, "jambe droite": {"plein"}, "jambe gauche": {"vide"},
    }  # fmt: skip


def test_a_zone_that_nobody_filled_says_nought() -> None:
    assert "0" in page(body(BodyView({}, "tête"), 22))


def test_people_sit_stand_and_raise_their_arms() -> None:
    assert picture(gesture("assis", "p1")).split("\n") == [
        "..##......", ".####.....", ".####.....", "..##......", ".###......", ".####.....",
        ".##.##....", ".#######..", ".#######..", ".....###..", ".....##...", ".....####.",
    ]  # fmt: skip
    assert picture(gesture("debout, bras en l’air", "p3")).split("\n") == [
        ".#..##..#.", ".#.####.#.", ".#.####.#.", "..#.##.#..", "..######..", "...####...",
        "....##....", "....##....", "....##....", "...#..#...", "...#..#...", "..##..##..",
    ]  # fmt: skip


def test_a_gesture_is_found_whatever_its_apostrophe_and_an_unknown_one_stands() -> None:
    assert gesture("debout, bras en l'air", "p3") == gesture("debout, bras en l’air", "p3")
    assert gesture("accroupi", "p2") == gesture("debout", "p2")


def test_every_gesture_is_ten_columns_and_six_rows() -> None:
    for name in GESTURES:
        rows = gesture(name, "p1")
        assert (len(rows), widths(rows)) == (6, {10})
