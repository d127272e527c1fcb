"""Staff's own paragraphs in the restitution: slides of their own, or the notes of the sequence."""

from __future__ import annotations

from datetime import date

from facilitation.synthesis import Bullets, Facts, Item, Paragraph, Section, Synthesis
from facilitation.writers.deck import restitution
from facilitation.writers.slides import ListSlide, Opening, Slide

LONG = "Les trois démarches se retrouvent au printemps pour relire ensemble ce qui a été dit, et choisir par où commencer. " * 5


def deck(*sections: Section) -> list[Slide]:
    return restitution(Synthesis("jour", "Journée", "Synthèse", date(2027, 3, 18), sections))


def test_a_short_introduction_is_one_slide_after_the_cover() -> None:
    _cover, slide, _end = deck(Section("Introduction", (Paragraph("Une."), Paragraph("Deux.")), kind="introduction"))
    assert isinstance(slide, ListSlide)
    assert (slide.title, slide.items) == ("Introduction", ("Une.", "Deux."))


def test_a_long_conclusion_takes_several_slides_before_the_last_and_loses_no_paragraph() -> None:
    paragraphs = tuple(Paragraph(f"{number}. {LONG}".strip()) for number in range(4))
    slides = deck(Section("Conclusion", paragraphs, kind="conclusion"))[1:-1]
    assert len(slides) > 1
    assert slides[0].title == f"Conclusion\u00a0(1/{len(slides)})"
    assert [item for slide in slides if isinstance(slide, ListSlide) for item in slide.items] == [
        block.text for block in paragraphs
    ]


def test_what_staff_wrote_on_a_sequence_is_in_the_notes_of_its_opening() -> None:
    comment = Section("Commentaire", (Paragraph("Nous retenons."),), kind="commentaire")
    ideas = Bullets("Pistes", (Item("Un annuaire"),))
    _cover, opening, *others = deck(Section("La Silhouette", (Facts((("But", "Voir"),)), comment, ideas), kind="sequence"))
    assert isinstance(opening, Opening)
    assert "Nous retenons." in opening.notes.splitlines()
    assert not [slide for slide in others if "Nous retenons." in str(slide)]


def test_a_moment_of_which_nothing_else_is_known_is_shown() -> None:
    _cover, slide, _end = deck(Section("Table ronde", (Paragraph("La directrice a ouvert la journée."),), kind="sequence"))
    assert isinstance(slide, ListSlide)
    assert (slide.title, slide.items) == ("Table ronde", ("La directrice a ouvert la journée.",))
