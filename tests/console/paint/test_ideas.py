"""A list of ideas is anchored at the bottom, like a chat; only what is visible is wrapped."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from facilitation.console.paint.ideas import ListView, listed
from facilitation.console.paint.row import STRONG, row
from tests.console.paint.reading import colour_of, grounds, page, said, widths


@dataclass(frozen=True)
class Idea:
    number: int
    text: str
    author: str = ""
    key: str = ""
    is_kept: bool = True


def ideas(*texts: str) -> list[Idea]:
    return [Idea(number, text, key=f"k{number}") for number, text in enumerate(texts, 1)]


TITLE = row(("Outils", STRONG))
THREE = ListView(ideas("Veille", "Réseau", "Visio"), TITLE)
TWENTY = ListView(ideas(*(f"idée {rank}" for rank in range(1, 21))), TITLE)


def test_the_last_idea_touches_the_line_and_the_title_travels_with_the_ideas() -> None:
    assert page(listed(THREE, 30, 8)) == "\n\n\nOutils\n\n  1 Veille\n  2 Réseau\n  3 Visio"


def test_what_does_not_fit_is_said_above() -> None:
    rows = listed(TWENTY, 30, 8)
    assert len(rows) == 8
    assert "↑ 15 avant" in page(rows)
    assert said(rows[-1]) == " 20 idée 20"


def test_a_chosen_idea_is_in_sight_with_what_surrounds_it() -> None:
    rows = listed(replace(TWENTY, selected="k10"), 30, 9)
    told = page(rows)
    assert "idée 10" in told
    assert "avant" in told
    assert "après" in told


@pytest.mark.parametrize("chosen", range(1, 21))
def test_every_idea_can_be_chosen_and_seen(chosen: int) -> None:
    rows = listed(replace(TWENTY, selected=f"k{chosen}"), 30, 9)
    (line,) = [line for line in rows if said(line).endswith(f"idée {chosen}")]
    assert said(line).startswith("▌")
    assert set(grounds(line)) == {"sel"}


def test_a_long_idea_hangs_under_its_own_first_word() -> None:
    view = ListView(ideas("Dynamiques territoriales de santé (CLS, CPTS...)"))
    assert page(listed(view, 46, 2)) == "  1 Dynamiques territoriales de santé (CLS,\n    CPTS...)"


def test_an_idea_being_corrected_is_amber() -> None:
    rows = listed(replace(THREE, editing="k2", selected="k2"), 30, 5)
    assert set(grounds(rows[-2])) == {"att_doux"}


def test_who_said_it_stands_at_the_right() -> None:
    rows = listed(ListView([Idea(1, "Contrat de ville", "PF 13", "k1")]), 40, 1)
    assert said(rows[0]) == "  1 Contrat de ville              PF 13"


def test_a_new_idea_has_a_green_number() -> None:
    rows = listed(replace(THREE, new="k3"), 30, 5)
    assert [colour_of(f"{number} ", [rows[number + 1]]) for number in (1, 2, 3)] == ["doux", "doux", "ok"]


def test_an_idea_that_the_disk_refused_is_red_and_says_so() -> None:
    view = ListView([*ideas("Visio"), Idea(2, "Diagnostic local", is_kept=False)], failing=True)
    rows = listed(view, 50, 2)
    assert said(rows[-1]).endswith("non gardée ✗")
    assert colour_of("Diagnostic local", rows) == "alerte"


def test_an_idea_on_its_way_to_the_disk_is_not_red_yet() -> None:
    rows = listed(ListView([Idea(1, "Visio", is_kept=False)]), 50, 1)
    assert said(rows[0]) == "  1 Visio"


def test_an_empty_list_tells_what_to_ask() -> None:
    view = ListView(
        [], TITLE, empty=("Pas encore d’idée dans « Valeurs » pour CPTS.", "", "Tapez la première idée, puis Entrée.")
    )
    rows = listed(view, 60, 12)
    assert len(rows) == 12
    assert "Pas encore d’idée" in page(rows)


def test_a_list_without_room_shows_nothing_and_does_not_stop() -> None:
    assert listed(TWENTY, 30, 0) == []
    assert len(listed(TWENTY, 30, 1)) == 1


def test_only_what_is_visible_is_wrapped() -> None:
    read: list[int] = []

    class Told(Idea):
        def __getattribute__(self, name: str) -> object:
            if name == "text":
                read.append(object.__getattribute__(self, "number"))
            return super().__getattribute__(name)

    listed(ListView([Told(number, "une idée", key=f"k{number}") for number in range(1, 5001)]), 40, 20)
    assert set(read) <= set(range(4970, 5001))


@given(
    some.lists(some.text(alphabet="abc é’", min_size=1, max_size=70), max_size=30),
    some.integers(24, 90),
    some.integers(4, 40),
    some.integers(0, 30),
)
def test_a_list_always_has_exactly_its_height_and_never_overflows(
    texts: list[str], width: int, height: int, chosen: int
) -> None:
    rows = listed(ListView(ideas(*texts), TITLE, selected=f"k{chosen}", empty=("rien",)), width, height)
    assert len(rows) == height
    assert max(widths(rows) | {0}) <= width
    assert any(said(line) for line in rows)
