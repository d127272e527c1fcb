from __future__ import annotations

import pytest

from facilitation.cells.place import places
from facilitation.errors import InvalidAnswerError
from facilitation.sheet import Axes, Cell, Column, Figure, Row, Sheet, checked_value
from tests.cells.sheets import filled

MAP = Sheet(
    "carte",
    "Carte des mots",
    Cell.PLACE,
    (Column("place", "Place"),),
    (Row("reseau", "Réseau"), Row("patient", "Patient")),
    figure=Figure.MAP,
    axes=Axes("individuel", "collectif", "soin", "prévention"),
)


def test_a_word_stands_at_the_barycentre_of_where_the_groups_placed_it() -> None:
    table = places(filled(MAP, ("g13", "reseau", "place", "80 40"), ("g84", "reseau", "place", "40 -40")))
    slot = table.lines[0].slots[0]
    assert slot.point == (60.0, 0.0)
    assert slot.text == "collectif"
    assert [item.text for item in slot.voices] == ["collectif, prévention", "collectif, soin"]
    assert table.poles == ("individuel", "collectif", "soin", "prévention")
    assert table.message == "1\u00a0mot placé sur 2"


def test_a_word_nobody_placed_is_not_in_the_middle() -> None:
    slot = places(filled(MAP, ("g13", "reseau", "place", "3 -4"))).lines
    assert (slot[0].slots[0].text, slot[1].slots[0].point, slot[1].slots[0].empty) == ("au milieu", None, "Pas placé")


@pytest.mark.parametrize(("said", "kept"), [("40 -25", "40 -25"), ("+40;−25", "40 -25"), (" 100, -100 ", "100 -100")])
def test_a_place_is_two_whole_numbers(said: str, kept: str) -> None:
    assert checked_value(MAP, said) == kept


@pytest.mark.parametrize("said", ["40", "101 0", "haut", "1.5 2", ""])
def test_a_place_outside_the_map_is_refused(said: str) -> None:
    with pytest.raises(InvalidAnswerError, match="place illisible"):
        checked_value(MAP, said)
