"""Slides placed: sizes that follow what is said, lines that stay whole."""

from __future__ import annotations

from facilitation.typography import NBSP
from facilitation.writers.placing import place
from facilitation.writers.slides import CommonOwn, Cover, QuestionAnswer, Slide, Titled


def sizes(slide: Slide, name: str) -> list[float]:
    return [frame.paras[0].face.size for frame in place(slide).frames if frame.holder.name.startswith(name)]


def test_a_short_answer_is_set_large_and_a_long_one_as_body_text() -> None:
    asked = f"Qui met l’annuaire à jour{NBSP}?"
    assert sizes(QuestionAnswer(title=asked, answer=("La coordination.",)), "Réponse") == [28]
    assert sizes(QuestionAnswer(title=asked, answer=("La coordination, avec chaque structure. " * 12,)), "Réponse") == [24]


def test_a_question_of_two_lines_is_cut_evenly() -> None:
    title = place(QuestionAnswer(title=f"Qui met l’annuaire à jour{NBSP}?", answer=("Nous.",))).frames[0]
    assert title.paras[0].text == f"Qui met\nl’annuaire à jour{NBSP}?"


def test_headings_of_neighbouring_lists_keep_to_one_line_at_one_size() -> None:
    named = ("ASV/CLSM/CLS seulement", "Acteurs de la prévention seulement", "CPTS seulement")
    own = tuple(Titled(name, ("Réseau",)) for name in named)
    assert sizes(CommonOwn(title="Valeurs", everyone=None, some=(), own=own), "Propres") == [14, 14, 14]
    assert sizes(CommonOwn(title="Valeurs", everyone=None, some=(), own=own[::2]), "Propres") == [18, 18]


def test_a_title_of_cover_is_set_a_little_smaller_to_take_fewer_lines() -> None:
    frame = place(Cover(title=f"Essai de «{NBSP}Les appuis disponibles{NBSP}»")).frames[0]
    assert (frame.paras[0].face.size, frame.paras[0].text) == (44, f"Essai de «{NBSP}Les appuis disponibles{NBSP}»")
    frame = place(Cover(title="De la promotion de la santé à l’accès aux soins")).frames[0]
    assert (frame.paras[0].face.size, frame.paras[0].text.count("\n")) == (48, 1)
