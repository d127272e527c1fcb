"""What the support shows of marks, maps and forms before anybody answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitation.synthesis import Heading, Line, Section, Share, Slot, Synthesis, Table
from facilitation.typography import NBSP
from facilitation.writers.deck import support
from facilitation.writers.deck.asked import form, ramp, rows, scale, word_map
from facilitation.writers.placing import place
from facilitation.writers.slides import ListSlide, MapSlide, QuestionAnswer, TableSlide, ZoneSlide

SCALE = (Share("Acquis", "●", 0, 1), Share("En cours", "◐", 0, 0), Share("À venir", "○", 0, -1), Share("Sans objet", "/", 0))
POLES = ("individuel", "collectif", "soin", "prévention")


def table(figure: str, *titles: str, title: str = "Où en est-on", columns: tuple[Heading, ...] = (Heading("État"),)) -> Table:
    lines = tuple(Line(name, (Slot(empty="Aucune marque"),) * len(columns)) for name in titles)
    given = SCALE if figure == "marques" else ()
    return Table("t", title, columns, lines, figure=figure, scale=given, poles=POLES if figure == "carte" else None)


def of(*blocks: Table) -> Synthesis:
    section = Section("Abaque", blocks, kind="sequence", key="s")
    return Synthesis("s", "Journée", "Support", date(2021, 11, 16), (section,))


def test_a_scale_tells_the_key_the_sign_and_the_name_of_each_mark() -> None:
    (slide,) = scale(SCALE, "Abaque", repere="")
    assert isinstance(slide, TableSlide)
    assert slide.title == f"Abaque{NBSP}: quatre réponses possibles"
    assert [[cell.text for cell in row] for row in slide.rows][:2] == [["1", "●", "Acquis"], ["2", "◐", "En cours"]]
    assert [row[1].fill for row in slide.rows] == ["accent", "clair", "papier", ""]
    assert place(slide).fits


@pytest.mark.parametrize("count", range(2, 8))
def test_a_ramp_goes_from_full_to_blank_by_weight_whatever_the_order_of_the_marks(count: int) -> None:
    shares = [Share(f"Marque {at}", "+", 0, at / count) for at in range(count)]
    tones = ["accent", "moyen", "clair", "sable", "papier"]
    order = [tones.index(tone) for tone in ramp(shares)]
    assert order == sorted(order, reverse=True)
    assert ramp(shares[::-1]) == ramp(shares)[::-1]


SKY = (Share("Soleil", "", 0), Share("Orage", "", 0))


def test_one_question_stands_beside_its_answers() -> None:
    assert list(scale(SKY, "Météo", repere="")) == []
    (slide,) = rows(replace(table("marques", "Quel temps fait-il\u00a0?"), scale=SKY), repere="")
    assert isinstance(slide, QuestionAnswer)
    assert (slide.title, slide.answer) == (f"Quel temps fait-il{NBSP}?", ("Soleil", "Orage"))


def test_rows_to_count_are_called_by_their_name_and_their_answers_are_told() -> None:
    (slide,) = rows(replace(table("marques", "Un", "Deux", "Trois", title="Votes"), scale=SKY, rows_title="Pistes"), repere="")
    assert isinstance(slide, ListSlide)
    assert (slide.title, slide.note) == (f"Votes{NBSP}: trois pistes à juger", f"Réponses possibles{NBSP}: Soleil, Orage.")


def test_rows_to_judge_are_listed_and_the_columns_are_told() -> None:
    columns = (Heading("À l’arrivée"), Heading("Au départ"))
    (slide,) = rows(table("marques", "Annuaire", "Temps", columns=columns), repere="")
    assert isinstance(slide, ListSlide)
    assert (slide.title, slide.items) == (f"Où en est-on{NBSP}: deux lignes à juger", ("Annuaire", "Temps"))
    assert slide.note == f"Une réponse par ligne pour chaque colonne{NBSP}: À l’arrivée, Au départ."


def test_rows_that_people_will_give_are_not_announced() -> None:
    assert list(rows(table("marques"), repere="")) == []


def test_a_map_is_empty_between_its_poles_with_the_words_to_place() -> None:
    (slide,) = word_map(table("carte", "Choix", "Usager"), repere="")
    assert isinstance(slide, MapSlide)
    assert (slide.places, slide.words) == ((), ("Choix", "Usager"))
    assert (slide.left, slide.right, slide.bottom, slide.top) == POLES
    assert slide.title == f"Où en est-on{NBSP}: deux mots à placer"


def test_words_that_have_no_room_beside_a_map_are_listed_after_it() -> None:
    first, *others = word_map(table("carte", *(f"Un mot vraiment long, numéro {at}" for at in range(50))), repere="")
    assert isinstance(first, MapSlide)
    assert sum(len(slide.items) for slide in others if isinstance(slide, ListSlide)) == 50


def test_a_form_lists_its_fields_with_what_the_card_says_of_them() -> None:
    columns = (
        Heading("Territoire"),
        Heading("Résultat", hint="ce que cela change"),
        Heading("Et après\u00a0?", hint="la suite"),
    )
    (slide,) = form(table("formulaire", columns=columns, title="Relevé"), repere="")
    assert isinstance(slide, ListSlide)
    assert slide.title == f"Relevé{NBSP}: trois champs à remplir"
    assert slide.leads == ("Territoire", f"Résultat{NBSP}:", f"Et après{NBSP}?")
    assert slide.items == ("", "ce que cela change.", "la suite.")
    assert place(slide).fits


def test_the_fields_of_a_long_form_stand_on_one_slide() -> None:
    (slide,) = form(table("formulaire", *(f"Champ {at}" for at in range(15)), title="Fiche"), repere="")
    assert isinstance(slide, ZoneSlide)
    assert (slide.heads, [len(run) for run in slide.lists]) == (("1 à 5", "6 à 10", "11 à 15"), [5, 5, 5])
    assert place(slide).fits


def test_the_support_shows_one_scale_once_then_the_rows_of_each_sheet_and_no_title_twice() -> None:
    slides = support(
        of(table("marques", "Annuaire"), table("marques", "Temps"), table("carte", "Choix"), table("formulaire", "Quoi"))
    )
    names = [slide.title for slide in slides]
    assert [name for name in names if "possibles" in name] == [f"Abaque{NBSP}: quatre réponses possibles"]
    assert [slide.items for slide in slides if isinstance(slide, ListSlide)] == [("Annuaire",), ("Temps",), ("Quoi",)]
    assert len(set(names)) == len(names)
