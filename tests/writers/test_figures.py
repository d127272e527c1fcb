import math

import pytest

from facilitation.writers.figures import Box, box_of, cut, mirrored, moved, outline, paths_xml

PIECES = ("head", "torso", "hand_r", "leg_r", "heart", "bust", "arm_up_r", "hand_up_r", "s_head", "s_torso", "s_thigh", "mark")


@pytest.mark.parametrize("name", PIECES)
def test_every_piece_is_closed(name: str) -> None:
    for contour in outline(name):
        for segment, following in zip(contour, (*contour[1:], contour[0]), strict=True):
            assert segment[-1] == following[0]


def test_the_stool_has_a_seat_and_two_feet() -> None:
    assert len(outline("stool")) == 3


def test_the_head_stands_on_the_axis() -> None:
    box = box_of(outline("head"))
    assert box.left + box.width / 2 == 200
    assert mirrored(mirrored(outline("heart"))) == outline("heart")


def test_a_mirror_puts_the_right_leg_on_our_left() -> None:
    assert box_of(mirrored(outline("leg_r"))).left < 200 <= box_of(outline("leg_r")).left


@pytest.mark.parametrize("floor", [330, 430, 470])
@pytest.mark.parametrize("name", ["torso", "bust", "arm_up_r"])
def test_nothing_stands_below_the_cut(name: str, floor: float) -> None:
    kept = cut(outline(name), floor)
    assert max(y for contour in kept for segment in contour for _, y in segment[::3]) <= floor + 0.01
    for contour in kept:
        for segment, following in zip(contour, (*contour[1:], contour[0]), strict=True):
            assert math.dist(segment[-1], following[0]) < 0.01


def test_a_piece_above_the_cut_is_left_as_it_is() -> None:
    assert cut(outline("head"), 400) == outline("head")


def test_a_piece_below_the_cut_is_left_out() -> None:
    assert cut(outline("leg_r"), 400) == ()


def test_moved_points_keep_their_order() -> None:
    shifted = moved(outline("heart"), lambda point: (point[0] + 10, point[1]))
    assert box_of(shifted).left == box_of(outline("heart")).left + 10


def test_a_path_starts_at_the_corner_of_its_box() -> None:
    square = (((10.0, 20.0), (30.0, 20.0)), ((30.0, 20.0), (30.0, 40.0)), ((30.0, 40.0), (10.0, 20.0)))
    xml = paths_xml((square,), Box(10, 20, 20, 20))
    assert xml.startswith('<a:path w="20" h="20"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="20" y="0"/>')
    assert xml.endswith("<a:close/></a:path>")
