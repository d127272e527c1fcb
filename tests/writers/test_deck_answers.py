"""Slides of marks, of words placed on a map, and of forms."""

from __future__ import annotations

from facilitation.synthesis import Heading, Item, Line, Said, Share, Slot, Table
from facilitation.typography import NBSP
from facilitation.writers.deck.ideas import forms
from facilitation.writers.deck.maps import word_map
from facilitation.writers.deck.marks import marks
from facilitation.writers.placing.maps import drawn
from facilitation.writers.slides import ListSlide, MapSlide, TableSlide


def marked(plus: int, minus: int) -> Slot:
    shares = (Share("Oui", "+", plus, 1), Share("Non", "−", minus, -1))
    return Slot(shares=shares, text="", voices=(Item("Oui", (Said("k", "oui", "Groupe A"),)),))


def of_marks(*slots: Slot) -> Table:
    heads = tuple(Heading(f"Critère {at}") for at in range(len(slots)))
    return Table("t", "Appuis", heads, (Line("Annuaire", slots),), rows_title="Appui", figure="marques")


def test_a_cell_of_marks_says_each_sign_with_its_count_and_the_majority_is_bold() -> None:
    (slide,) = marks(of_marks(marked(3, 2), marked(2, 2)), repere="")
    first, second = slide.rows[0][1:]
    assert (first.text, first.strong, first.fill) == (f"3{NBSP}+  2{NBSP}−", f"3{NBSP}+", "")
    assert (second.text, second.strong) == (f"2{NBSP}+  2{NBSP}−", "")
    assert slide.note == f"+{NBSP}oui, −{NBSP}non."


def test_three_quarters_of_one_mark_are_tinted_and_the_note_says_so() -> None:
    (slide,) = marks(of_marks(marked(3, 1), marked(1, 0)), repere="")
    assert [cell.fill for cell in slide.rows[0][1:]] == ["clair", ""]
    assert "trois quarts" in slide.note


def test_one_column_of_marks_says_them_in_words_and_the_notes_say_who() -> None:
    (slide,) = marks(of_marks(marked(1, 2)), repere="")
    assert slide.rows[0][1].text == f"1{NBSP}oui, 2{NBSP}non"
    assert slide.notes == f"Annuaire{NBSP}: Groupe A{NBSP}: Oui"


def test_a_cell_nobody_marked_says_so() -> None:
    (slide,) = marks(of_marks(Slot(empty="Aucune marque"), marked(1, 2)), repere="")
    assert (slide.rows[0][1].text, slide.rows[0][1].tone) == ("Aucune marque", "gris")


def test_more_than_four_columns_go_on_to_another_slide_that_keeps_the_rows() -> None:
    slides = list(marks(of_marks(*[marked(1, 2)] * 5), repere=""))
    assert [len(slide.columns) for slide in slides] == [5, 2]
    assert [slide.title for slide in slides] == [f"Appuis{NBSP}(1/2)", f"Appuis{NBSP}(2/2)"]
    assert all(slide.rows[0][0].text == "Annuaire" for slide in slides)


def of_words(count: int) -> Table:
    lines = tuple(Line(f"Mot {at}", (Slot(text="collectif", point=(50, -100)),)) for at in range(count))
    poles = ("individuel", "collectif", "soin", "prévention")
    return Table(
        "m", "Carte", (Heading("Place"),), (*lines, Line("Oublié", (Slot(empty="Pas placé"),))), poles=poles, figure="carte"
    )


def test_a_map_is_a_chart_then_its_table_and_a_word_left_out_is_only_in_the_table() -> None:
    chart, table = word_map(of_words(2), repere="")
    assert isinstance(chart, MapSlide)
    assert isinstance(table, TableSlide)
    assert [(place.label, place.x, place.y) for place in chart.places] == [("Mot 0", 7.5, 0.0), ("Mot 1", 7.5, 0.0)]
    assert [tag.text for tag in drawn(chart).tags] == ["Mot 0, Mot 1"]
    assert (chart.left, chart.right, chart.bottom, chart.top) == ("individuel", "collectif", "soin", "prévention")
    assert [row[0].text for row in table.rows] == ["Mot 0", "Mot 1", "Oublié"]
    assert table.rows[2][1].text == "Pas placé"


def test_words_that_have_no_room_are_numbered_on_the_map_and_in_its_table() -> None:
    chart, table, *_rest = word_map(of_words(13), repere="")
    assert isinstance(chart, MapSlide)
    assert isinstance(table, TableSlide)
    assert [tag.text for tag in drawn(chart).tags] == ["1 à 13"]
    assert table.rows[0][0].text == f"1.{NBSP}Mot 0"


def test_nothing_placed_makes_no_chart() -> None:
    assert [type(slide) for slide in word_map(of_words(0), repere="")] == [TableSlide]


def test_a_form_names_each_field_in_bold_and_each_line_of_a_text_is_an_item() -> None:
    said = Item("Peu de temps.\nPeu de lieux.", (Said("k", "", "Groupe A"),))
    lines = (Line("Constat", (Slot((said,)),)), Line("Objectif", (Slot(empty="À compléter"),)))
    (slide,) = forms(Table("f", "Fiche action", (Heading("Texte"),), lines, figure="formulaire"), repere="")
    assert isinstance(slide, ListSlide)
    assert slide.title == "Fiche action"
    assert slide.items == ("Peu de temps.", "Peu de lieux.", "À compléter")
    assert slide.leads == (f"Constat{NBSP}:", "", f"Objectif{NBSP}:")


def test_a_form_filled_for_each_thing_is_a_list_each() -> None:
    lines = tuple(Line(name, (Slot((Item("Qui"),)), Slot((Item("Quand"),)))) for name in ("Un", "Deux"))
    slides = list(forms(Table("f", "Fiches", (Heading("Porteur"), Heading("Date")), lines, figure="formulaire"), repere=""))
    assert [slide.title for slide in slides] == ["Un", "Deux"]
