"""Rows of a screen keep exactly to their width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from facilitation.console.paint.palette import DARK
from facilitation.console.paint.row import (
    EMPTY,
    STRONG,
    Ink,
    balanced,
    beside,
    centred,
    cut,
    fitted,
    justified,
    row,
    strip,
    width_of,
    wrapped,
)
from tests.console.paint.reading import said, widths

TEXTS = some.text(alphabet="abcéœ ’«»\u00a0-日", max_size=60)


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    assert cut("Présentation en grand groupe", 22) == "Présentation en grand…"
    assert cut("Mains", 5) == "Mains"
    assert cut("Mains", 0) == ""


def test_the_right_end_is_kept_and_the_left_one_is_cut() -> None:
    line = justified(row("De la promotion de la santé"), row(("11:07 ", STRONG)), 20)
    assert said(line) == "De la promotio11:07"
    assert width_of(line) == 20


def test_a_row_in_the_middle_leans_left_by_half_a_column_at_most() -> None:
    assert said(centred(row("assis"), 24)) == " " * 9 + "assis"


def test_columns_side_by_side_are_as_tall_as_the_tallest() -> None:
    rows = beside(([row("a"), row("b")], 3), ([row("c")], 2))
    assert [said(line) for line in rows] == ["a  c", "b"]
    assert widths(rows) == {5}


def test_words_go_to_the_next_line_and_none_is_lost() -> None:
    lines = wrapped("Dynamiques territoriales de santé (CLS, CPTS...)", 41)
    assert lines == ["Dynamiques territoriales de santé (CLS,", "CPTS...)"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrapped("anticonstitutionnellement vu", 10) == ["anticonsti", "tutionnell", "ement vu"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrapped("", 10) == [""]


def test_a_statement_never_ends_on_one_lonely_word() -> None:
    text = "Mon conseil en nutrition est déterminant pour le comportement alimentaire de la personne que je reçois"
    assert balanced(text, 56) == [
        "Mon conseil en nutrition est déterminant pour le",
        "comportement alimentaire de la personne que je reçois",
    ]


@given(TEXTS, some.integers(2, 40))
def test_wrapping_keeps_every_letter_and_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split(" ")) == "".join(text.split(" "))
    assert all(width_of(row(line)) <= width for line in lines)


@given(TEXTS, some.integers(4, 40))
def test_even_lines_are_as_few_as_wrapped_ones(text: str, width: int) -> None:
    assert len(balanced(text, width)) == len(wrapped(text, width))


@given(some.lists(TEXTS, max_size=4), some.integers(0, 50))
def test_a_fitted_row_has_exactly_its_width(texts: list[str], width: int) -> None:
    assert width_of(fitted(row(*texts), width)) == width


def test_a_strip_is_painted_on_the_ground_of_its_canvas_unless_it_has_its_own() -> None:
    painted = strip(row("a", ("b", Ink("sur_accent", "accent"))), 3, DARK, "surface")
    grounds = [segment.style.bgcolor.name for segment in painted if segment.style and segment.style.bgcolor]
    assert grounds == [DARK.surface, DARK.accent, DARK.surface]
    assert painted.cell_length == 3
    assert strip(EMPTY, 3, DARK, "fond").text == "   "
