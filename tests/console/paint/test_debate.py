"""A débat mouvant, drawn: bars add up exactly, cards fill the width, one position is current."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from facilitation.console.paint.answers import verdict
from facilitation.console.paint.debate import BarView, CardView, bar_widths, bars, cards, legend, statement, stepper
from facilitation.synthesis import Poll, Tally
from tests.console.paint.reading import page, said, widths

AGAINST = CardView("Pas du tout d’accord", "assis", "p1", 19, 42, "45 %", False)
RATHER = CardView("Plutôt d’accord", "debout", "p2", 14, 42, "33 %", False)
FULLY = CardView("Tout à fait d’accord", "debout, bras en l’air", "p3", None, 42, "tapez le nombre", True)
POSITIONS = (AGAINST, RATHER, FULLY)


def test_the_parts_of_a_bar_and_their_gaps_add_up() -> None:
    assert bar_widths([19, 14, 9], 71) == [31, 23, 15]
    assert bar_widths([42, 0, 0], 71) == [71, 0, 0]
    assert bar_widths([0, 0, 0], 71) == [0, 0, 0]


@given(some.lists(some.integers(0, 400), min_size=1, max_size=5), some.integers(45, 120))
def test_the_parts_of_any_bar_add_up_to_the_room(counts: list[int], room: int) -> None:
    found = bar_widths(counts, room)
    shown = [size for size in found if size]
    assert all(bool(size) == bool(count) for size, count in zip(found, counts, strict=True))
    assert not shown or sum(shown) + len(shown) - 1 == room


@given(some.lists(some.integers(1, 400), min_size=2, max_size=5), some.integers(60, 120))
def test_a_larger_count_never_has_a_narrower_part(counts: list[int], room: int) -> None:
    pairs = sorted(zip(counts, bar_widths(counts, room), strict=True))
    assert all(one[1] <= other[1] + 1 for one, other in pairwise(pairs))


def test_the_numbers_are_inside_the_bars_and_the_rounds_say_their_names() -> None:
    rows = bars(
        (BarView("Avant", ((19, "p1"), (14, "p2"), (9, "p3"))), BarView("Après", ((12, "p1"), (18, "p2"), (12, "p3")))), 84
    )
    told = page(rows)
    for word in ("Avant", "Après", "19", "14", "18"):
        assert word in told
    assert max(widths(rows)) <= 84


@pytest.mark.parametrize(("width", "tall"), [(84, True), (80, False), (60, False)])
def test_the_cards_fill_the_width_without_overflowing_it(width: int, tall: bool) -> None:
    rows = cards(POSITIONS, width, tall=tall)
    assert len(rows) == (16 if tall else 14)
    assert len(widths(rows)) == 1
    assert width - 3 < max(widths(rows)) <= width


def test_only_the_current_card_has_a_thick_frame() -> None:
    first = said(cards(POSITIONS, 84, tall=True)[0])
    assert first.count("┌") == 2
    assert first.count("▛") == 1


def test_a_card_says_its_position_its_gesture_and_its_share() -> None:
    told = page(cards(POSITIONS, 84, tall=True))
    for words in ("Pas du tout d’accord", "assis", "45 %", "debout, bras en l’air", "tapez le nombre"):
        assert words in told


@pytest.mark.parametrize("count", [0, 7, 42, 120, 9_999])
def test_a_card_holds_any_room(count: int) -> None:
    view = CardView("Plutôt d’accord", "debout", "p2", count, 42, "", True)
    for width, tall in ((84, True), (80, False)):
        assert max(widths(cards((view, view, view), width, tall=tall))) <= width


@pytest.mark.parametrize("width", [80, 84])
def test_all_the_phases_are_told_in_one_row(width: int) -> None:
    names = ("Affirmation", "Avant", "Arguments", "Après", "Verdict", "Éclairage")
    states = ("faite", "en cours", "à venir", "à venir", "à venir", "à venir")
    told = said(stepper(tuple(zip(names, states, strict=True)), width))
    assert all(name in told for name in names)
    assert "✓ Affirmation" in told
    assert "▶ Avant" in told
    assert "○ Éclairage" in told


def test_a_statement_stands_in_lines_of_even_length() -> None:
    text = "Mon conseil en nutrition est déterminant pour le comportement alimentaire de la personne que je reçois"
    assert [said(line).strip() for line in statement(text, 84)] == [
        "Mon conseil en nutrition est déterminant pour le",
        "comportement alimentaire de la personne que je reçois",
    ]


def test_the_legend_names_each_colour() -> None:
    told = said(legend(POSITIONS, 120))
    assert told.count("■") == 3
    assert "assis" in told


def test_the_answer_of_the_room_is_a_chip_and_its_key_is_told_when_there_is_room() -> None:
    poll = Poll("conseil", 2, 4, "Mon conseil", (), (Tally("Avant", (19, 14, 9)),), "plutôt pas d’accord")
    wide, narrow = (page(verdict(poll, POSITIONS, 42, width, airy=False)) for width in (84, 50))
    assert "F2 le dire autrement" in wide
    assert "plutôt pas d’accord" in narrow
    assert "F2" not in narrow


def test_a_bar_is_higher_in_a_tall_window() -> None:
    view = BarView("Avant", ((19, "p1"), (14, "p2"), (9, "p3")))
    assert [len(bars([view], 84, height)) for height in (2, 3)] == [3, 4]


def test_the_current_phase_is_a_chip() -> None:
    line = stepper((("Affirmation", "faite"), ("Avant", "en cours"), ("Après", "à venir")), 84)
    chips = [piece.text for piece in line if piece.ink.ground == "accent"]
    assert chips == [" ▶ Avant "]


def test_the_cards_of_eighty_columns_are_those_of_the_design() -> None:
    assert page(cards(POSITIONS, 80, tall=False)).split("\n")[:7] == [
        "┌────────────────────────┐ ┌────────────────────────┐ ▛▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▜",
        "│  Pas du tout d’accord  │ │    Plutôt d’accord     │ ▌  Tout à fait d’accord  ▐",
        "│         assis          │ │         debout         │ ▌ debout, bras en l’air  ▐",
        "│   ▄  ▄                 │ │    ▄  ▄                │ ▌     ▄  ▄               ▐",
        "│   ▀  ▀                 │ │    ▀  ▀                │ ▌   ▀▄▀  ▀▄▀             ▐",
        "│      ▄        ▄   ▄▀▀▄ │ │   ▄    ▄      ▄        │ ▌    ▀    ▀              ▐",
        "│     ▄  ▄▄         ▀▄▄  │ │                    ▄▄  │ ▌              ▀▀▀▀ ▀▀▀▀ ▐",
    ]
