"""Near ideas drawn side by side: what differs stands out, and everything fits."""

from __future__ import annotations

import pytest

from facilitation.console.paint.families import (
    FamilyLine,
    IdeaCard,
    cards,
    families,
    least_height,
    listed,
    progress,
    shaded,
    wording,
)
from facilitation.console.paint.row import PLAIN, SOFT, STRONG, Row, row, width_of

IDEAS = [IdeaCard(f"Une idée assez longue pour tenir sur deux lignes, la {rank}", "CPTS · Vallée") for rank in range(1, 8)]


def text(line: Row) -> str:
    return "".join(piece.text for piece in line)


def test_words_that_the_others_do_not_say_are_strong_and_the_rest_soft() -> None:
    line = shaded("Connaître le territoire, ses Acteurs", ("connaître", "acteurs"))
    assert text(line) == "Connaître le territoire, ses Acteurs"
    assert [piece.text for piece in line if piece.ink == STRONG] == ["Connaître", "Acteurs"]
    assert {piece.ink for piece in line} == {STRONG, SOFT}


def test_ideas_that_nothing_tells_apart_are_plain() -> None:
    assert shaded("Équité", None) == row(("Équité", PLAIN))
    assert shaded("Équité", ()) == row(("Équité", SOFT))


@pytest.mark.parametrize("count", range(2, 8))
@pytest.mark.parametrize("width", [36, 76, 120])
def test_cards_fit_and_the_chosen_one_is_among_them(count: int, width: int) -> None:
    for height in range(5, 30):
        chosen = [IdeaCard(idea.text, idea.place, is_chosen=rank == count - 1) for rank, idea in enumerate(IDEAS[:count])]
        rows = cards(chosen, width, height, roomy=False)
        assert len(rows) <= max(height, 6)
        assert max(width_of(line) for line in rows) <= width + 1
        assert any("▛" in text(line) for line in rows)


def test_what_is_hidden_is_counted() -> None:
    rows = cards([IdeaCard(idea.text, is_chosen=rank == 0) for rank, idea in enumerate(IDEAS)], 76, 11, roomy=False)
    assert text(rows[-1]) == "↓ 3 après"
    assert least_height(7, 76) == 20


def test_progress_fills_its_width() -> None:
    for decided in range(7):
        line = progress(decided, 6, "à vérifier", 76)
        assert width_of(line) == 76
    assert text(progress(1, 6, "proches", 40)).startswith("1 décidée sur 6  ━")
    assert text(progress(2, 6, "proches", 40)).startswith("2 décidées sur 6  ━")


def test_the_list_of_families_never_cuts_their_number() -> None:
    lines = [FamilyLine("Participation des habitantes et des habitants", 12, "plus tard"), FamilyLine("Équité", 2, "oui")]
    rows = families(lines, 0, 34, 10)
    assert text(rows[3]).rstrip().endswith("… ×12")
    assert text(rows[4]).strip() == "✓ Équité ×2"


def test_who_said_it_goes_below_a_long_wording() -> None:
    short = [text(line) for line in wording("Écrites", "Équité", "dit par 2 : Vallée, Littoral", 60)]
    assert short[1] == "▸ Équité  dit par 2 : Vallée, Littoral"
    long = [text(line) for line in wording("Écrites", "Une idée " * 6, "dit par 2 : Vallée, Littoral", 60)]
    assert long[2] == "  dit par 2 : Vallée, Littoral"
    assert long[-1].endswith("lettre pour lettre")


def test_a_list_with_nothing_to_choose_says_so() -> None:
    assert [text(line) for line in listed(row("Titre"), [], 0, 40, 5)] == ["Titre", "  rien à proposer ici"]
    assert listed(row("Titre"), [("Freins", "CPTS")], 0, 40, 1) == []
