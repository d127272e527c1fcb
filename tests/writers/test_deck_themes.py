"""Themes on slides: one list each, the sequence in bold before its first idea, every idea there."""

from __future__ import annotations

from datetime import date

from facilitation.synthesis import Bullets, Item, Note, Said, Section, Synthesis
from facilitation.writers.deck.restitution import restitution
from facilitation.writers.slides import ListSlide, Slide


def slides(*sections: Section) -> list[Slide]:
    return restitution(Synthesis("jour", "Journée", "Synthèse par thème", date(2026, 1, 5), sections))[1:-1]


def bullets(sequence: str, *ideas: str) -> Bullets:
    return Bullets(sequence, tuple(Item(idea, (Said(idea, idea, "Littoral"),)) for idea in ideas))


def test_a_theme_is_one_list_where_each_sequence_is_named_once() -> None:
    lists = (bullets("La Silhouette", "Le train du soir", "Un annuaire"), bullets("Autres pistes", "Un goûter"))
    (slide,) = slides(Section("Moyens", lists, kind="theme"))

    assert isinstance(slide, ListSlide)
    assert slide.title == "Moyens\u00a0: trois idées"
    assert slide.repere == "Thèmes"
    assert slide.leads == ("La Silhouette\u00a0:", "", "Autres pistes\u00a0:")
    assert slide.items == ("Le train du soir", "Un annuaire", "Un goûter")
    assert "Littoral" in slide.notes


def test_a_theme_that_holds_nothing_says_so() -> None:
    (slide,) = slides(Section("Moyens", (Note("Aucune idée rangée dans ce thème."),), kind="theme"))

    assert isinstance(slide, ListSlide)
    assert (slide.title, slide.items) == ("Moyens", ("Aucune idée rangée dans ce thème.",))


def test_a_long_theme_takes_several_slides_and_loses_nothing() -> None:
    ideas = [f"Une idée numéro {number}" for number in range(40)]
    found = slides(Section("Moyens", (bullets("La Silhouette", *ideas),), kind="theme"))

    assert [item for slide in found if isinstance(slide, ListSlide) for item in slide.items] == ideas
    assert len({slide.title for slide in found}) == len(found) > 1
