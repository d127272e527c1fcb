import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.writers import measure
from facilitation.writers.measure import (
    SPARE,
    balanced_inset,
    cut,
    even_lines,
    line_count,
    split_by_sense,
    text_width,
    wrap,
)

NBSP = "\u00a0"
WORDS = st.text(alphabet="abcdeéèà -/’«»,.\u00a0WMil", max_size=120)


def test_a_capital_a_is_two_thirds_of_its_size_wide() -> None:
    assert text_width("A", 2048) == 1366
    assert text_width("AA", 24) == pytest.approx(2 * 1366 * 24 / 2048)
    assert text_width("A", 24, bold=True) > text_width("A", 24)


def test_an_accent_changes_nothing_to_the_width_of_a_letter() -> None:
    assert text_width("é", 20) == text_width("e", 20)
    assert text_width("e\u0301", 20) == text_width("e", 20)


def test_an_emoji_takes_a_whole_em() -> None:
    assert text_width("🙂", 20) == 20


def test_a_line_is_cut_at_spaces() -> None:
    assert wrap("un deux trois", text_width("un deux ", 20), 20) == ["un deux ", "trois"]


def test_a_non_breaking_space_holds_its_words_together() -> None:
    assert wrap(f"bien oui{NBSP}!", text_width("bien oui", 20), 20) == ["bien ", f"oui{NBSP}!"]


def test_a_line_is_cut_after_a_hyphen_and_a_slash_before_a_letter() -> None:
    assert wrap("Co-construction/Co-élaboration", 150, 20) == ["Co-construction/", "Co-élaboration"]
    assert wrap("50/50", 21, 20)[0] != "50/"


def test_a_word_wider_than_the_line_is_cut_inside() -> None:
    lines = wrap("a" * 100, 100, 20)
    assert "".join(lines) == "a" * 100
    assert all(text_width(line, 20) <= 100 for line in lines)


def test_a_line_end_in_the_text_starts_a_line() -> None:
    assert line_count("un\ndeux", 500, 20) == 2


def test_an_empty_text_takes_one_line() -> None:
    assert line_count("", 500, 20) == 1


@given(WORDS, st.integers(60, 400))
def test_no_letter_is_lost_when_lines_are_cut(text: str, width: int) -> None:
    lines = wrap(text, width, 20)
    assert "".join(lines) == text
    assert line_count(text, width, 20) == len(lines)
    assert all(text_width(line.rstrip(" "), 20) <= width + 0.01 for line in lines)


def test_a_long_text_is_cut_in_pieces_of_so_many_lines() -> None:
    pieces = cut("Un deux trois quatre cinq six sept huit neuf dix onze", 80, 14, 2)
    assert pieces == ["Un deux trois quatre", "cinq six sept huit neuf dix", "onze"]


def test_a_title_is_cut_where_it_breathes() -> None:
    title = f"Valeurs{NBSP}: une idée commune aux trois, trois communes à deux"
    assert split_by_sense(title, 864, 30) == (f"Valeurs{NBSP}: une idée commune aux trois,", "trois communes à deux")


def test_a_title_is_not_cut_by_sense_when_one_half_is_too_short() -> None:
    assert split_by_sense(f"Outils{NBSP}: les appuis que les trois démarches ont déjà sur leur territoire", 864, 30) is None


def test_lines_of_display_text_never_end_on_a_small_word() -> None:
    title = "De la promotion de la santé à l’accès aux soins"
    assert even_lines(title, 790, 48, bold=True) == ["De la promotion de la santé", "à l’accès aux soins"]


def test_even_lines_are_as_few_as_they_can_be_and_fit() -> None:
    text = "Rendre gratuit l’accès aux dispositifs est le levier principal de réduction des inégalités sociales de santé"
    lines = even_lines(text, 864, 60, bold=True)
    assert len(lines) == line_count(text, 864 * SPARE, 60, bold=True)
    assert " ".join(lines) == text
    assert all(text_width(line, 60, bold=True) <= 864 for line in lines)


def test_a_text_too_long_to_be_even_comes_back_whole() -> None:
    text = "mot " * 200
    assert even_lines(text, 400, 40) == [text]


def test_a_title_of_one_line_keeps_its_whole_width() -> None:
    assert balanced_inset("Un titre court", 470, 26, bold=True) == 0


def test_the_widths_are_those_of_a_latin_font() -> None:
    widths = json.loads((Path(measure.__file__).parent / "data" / "largeurs-arial.json").read_text(encoding="utf-8"))
    for sign in "àâçéèêëîïôùûüÿœŒæÆÉÈÀÇ«»’–…€\u00a0":
        assert sign in widths["regular"], sign
        assert sign in widths["bold"], sign


@pytest.mark.parametrize("space", [" ", "\u00a0"])
def test_no_line_of_display_text_ends_on_an_opening_sign_nor_starts_on_a_closing_one(space: str) -> None:
    title = f"Essai de «{space}Les appuis disponibles pour tous les acteurs du territoire{space}»"
    for width in range(200, 1200, 7):
        lines = even_lines(title, width, 48, bold=True)
        assert not [line for line in lines if line.endswith("«") or line.startswith("»")]
        assert not [line for line in lines[:-1] if line.endswith("Les")] or len(lines) > 3


def test_a_line_ends_after_a_colon_rather_than_on_a_small_word() -> None:
    assert even_lines("IMPACT\u00a0: les conditions socles", 650, 60, bold=True) == ["IMPACT\u00a0:", "les conditions socles"]
