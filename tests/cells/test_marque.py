from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.cells.marque import marks
from facilitation.errors import InvalidAnswerError
from facilitation.sheet import Cell, Column, Mark, Row, Sheet, checked_value
from facilitation.synthesis import Share
from tests.cells.sheets import filled

SCALE = (Mark("acquis", "Acquis", "●", 1), Mark("en-cours", "En cours", "◐", 0), Mark("a-venir", "À venir", "○", -1))
CONDITIONS = Sheet(
    "etat",
    "Où nous en sommes",
    Cell.MARK,
    (Column("etat", "État"),),
    (Row("annuaire", "Un annuaire"), Row("temps", "Du temps dédié"), Row("lieu", "Un lieu repéré")),
    marks=SCALE,
)
TOLD = (
    ("g13", "annuaire", "etat", "en-cours"),
    ("g84", "annuaire", "etat", "a-venir"),
    ("g13", "temps", "etat", "acquis"),
    ("g84", "temps", "etat", "acquis"),
)


def test_a_cell_counts_each_mark_of_the_scale_and_says_it_in_words() -> None:
    slot = marks(filled(CONDITIONS, *TOLD)).lines[0].slots[0]
    assert slot.shares == (Share("Acquis", "●", 0, 1), Share("En cours", "◐", 1, 0), Share("À venir", "○", 1, -1))
    assert slot.text == "1\u00a0en cours, 1\u00a0à venir"
    assert [(item.text, item.said[0].group) for item in slot.voices] == [
        ("En cours", "Acteurs du 13"),
        ("À venir", "Acteurs du 84"),
    ]


def test_a_cell_nobody_marked_says_so_and_is_not_a_zero() -> None:
    slot = marks(filled(CONDITIONS, *TOLD)).lines[2].slots[0]
    assert (slot.empty, slot.shares) == ("Aucune marque", ())


def test_the_last_mark_of_a_group_stands() -> None:
    told = (*TOLD, ("g13", "annuaire", "etat", "acquis"))
    assert marks(filled(CONDITIONS, *told)).lines[0].slots[0].text == "1\u00a0acquis, 1\u00a0à venir"


def test_marks_that_nobody_signed_and_no_group_gave_all_stand() -> None:
    told = (("", "annuaire", "etat", "acquis"), ("", "annuaire", "etat", "acquis"), ("", "annuaire", "etat", "a-venir"))
    assert marks(filled(CONDITIONS, *told)).lines[0].slots[0].text == "2\u00a0acquis, 1\u00a0à venir"


def test_a_mark_that_the_scale_no_longer_has_is_still_told() -> None:
    slot = marks(filled(CONDITIONS, ("g13", "annuaire", "etat", "perdu"))).lines[0].slots[0]
    assert slot.text == "1\u00a0perdu"
    assert slot.shares[-1] == Share("perdu", "", 1)


def test_ranked_rows_go_from_the_most_favourable_to_the_least_and_unmarked_ones_last() -> None:
    ranked = replace(CONDITIONS, ranked=True)
    told = (("g13", "lieu", "etat", "en-cours"), *TOLD)
    assert [line.title for line in marks(filled(ranked, *told)).lines] == ["Du temps dédié", "Un lieu repéré", "Un annuaire"]
    assert [line.title for line in marks(filled(ranked, *TOLD)).lines][-1] == "Un lieu repéré"


def test_at_equal_weight_the_more_agreed_on_row_comes_first() -> None:
    told = (
        ("g13", "annuaire", "etat", "acquis"),
        ("g84", "annuaire", "etat", "a-venir"),
        ("g13", "temps", "etat", "en-cours"),
        ("g84", "temps", "etat", "en-cours"),
    )
    ranked = replace(CONDITIONS, ranked=True)
    assert [line.title for line in marks(filled(ranked, *told)).lines][:2] == ["Du temps dédié", "Un annuaire"]


def test_the_message_says_on_how_many_rows_all_agree() -> None:
    assert marks(filled(CONDITIONS, *TOLD)).message == "Une ligne sur trois fait l’accord"
    assert marks(filled(CONDITIONS, TOLD[0])).message == "1\u00a0marque posée"


@pytest.mark.parametrize("said", ["en-cours", "En cours", "EN COURS", "◐"])
def test_a_mark_is_known_by_its_key_its_title_or_its_sign(said: str) -> None:
    assert checked_value(CONDITIONS, said) == "en-cours"


def test_a_mark_outside_the_scale_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(InvalidAnswerError, match=r"perdu.*acquis, en-cours, a-venir"):
        checked_value(CONDITIONS, "perdu")


def test_the_whole_scale_is_known_before_anybody_has_answered() -> None:
    table = marks(filled(CONDITIONS))
    assert table.scale == (Share("Acquis", "●", 0, 1), Share("En cours", "◐", 0, 0), Share("À venir", "○", 0, -1))
