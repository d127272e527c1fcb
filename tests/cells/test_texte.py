from __future__ import annotations

import pytest

from facilitation.cells.texte import texts
from facilitation.errors import InvalidAnswerError
from facilitation.sheet import LONGEST_TEXT, Cell, Column, Figure, Row, Sheet, checked_value
from tests.cells.sheets import filled

FORM = Sheet(
    "fiche",
    "Fiche action",
    Cell.TEXT,
    (Column("texte", "Texte"),),
    (Row("constat", "Constat"), Row("objectif", "Objectif")),
    figure=Figure.CARD,
)


def test_a_field_keeps_its_line_breaks_and_an_empty_one_says_it_is_to_be_written() -> None:
    table = texts(filled(FORM, ("g13", "constat", "texte", "Peu de temps.\nPeu de lieux.")))
    assert table.lines[0].slots[0].items[0].text == "Peu de temps.\nPeu de lieux."
    assert table.lines[1].slots[0].empty == "À compléter"
    assert table.message == "1\u00a0champ rempli sur 2"


def test_the_texts_of_several_groups_stand_side_by_side() -> None:
    table = texts(filled(FORM, ("g84", "constat", "texte", "Deux"), ("g13", "constat", "texte", "Un")))
    assert [item.said[0].group for item in table.lines[0].slots[0].items] == ["Acteurs du 13", "Acteurs du 84"]


def test_a_text_keeps_its_letters_but_not_the_blank_lines_around_it() -> None:
    assert checked_value(FORM, "\n  Un\u00a0: deux  \r\n\r\nTrois\n") == "Un\u00a0: deux\n\nTrois"


@pytest.mark.parametrize("said", [" \n ", "a\x00b", "x" * (LONGEST_TEXT + 1)])
def test_a_text_that_is_empty_unreadable_or_too_long_is_refused(said: str) -> None:
    with pytest.raises(InvalidAnswerError):
        checked_value(FORM, said)
