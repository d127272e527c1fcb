"""Slides of marks, of words placed on a map, and of forms."""

from __future__ import annotations

from dataclasses import replace

from facilitation.synthesis import Heading, Item, Line, Said, Share, Slot, Table
from facilitation.typography import NBSP
from facilitation.writers.deck.ideas import forms
from facilitation.writers.deck.maps import word_map
from facilitation.writers.deck.marks import marks
from facilitation.writers.placing.maps import drawn
from facilitation.writers.slides import BarsSlide, ListSlide, MapSlide, TableSlide


def marked(plus: int, minus: int) -> Slot:
    shares = (Share("Oui", "+", plus, 1), Share("Non", "−", minus, -1))
    return Slot(shares=shares, text="", voices=(Item("Oui", (Said("k", "oui", "Groupe A"),)),))


def of_marks(*slots: Slot) -> Table:
    heads = tuple(Heading(f"Critère {at}") for at in range(len(slots)))
    return Table("t", "Appuis", heads, (Line("Annuaire", slots),), rows_title="Appui", figure="marques")


def table_of(table: Table) -> TableSlide:
    (slide,) = marks(table, repere="")
    assert isinstance(slide, TableSlide)
    return slide


def test_a_cell_of_marks_says_each_sign_with_its_count_and_the_majority_is_bold() -> None:
    slide = table_of(of_marks(marked(3, 2), marked(2, 2)))
    first, second = slide.rows[0][1:]
    assert (first.text, first.strong, first.fill) == (f"3{NBSP}+  2{NBSP}−", f"3{NBSP}+", "")
    assert (second.text, second.strong) == (f"2{NBSP}+  2{NBSP}−", "")
    assert slide.note == f"+{NBSP}oui, −{NBSP}non."


def test_three_quarters_of_one_mark_are_tinted_and_the_note_says_so() -> None:
    slide = table_of(of_marks(marked(3, 1), marked(1, 0)))
    assert [cell.fill for cell in slide.rows[0][1:]] == ["clair", ""]
    assert "trois quarts" in slide.note


def test_one_column_of_marks_has_a_column_for_each_mark_and_the_notes_say_who() -> None:
    slide = table_of(of_marks(marked(1, 2)))
    assert [column.title for column in slide.columns] == ["Appui", "+\nOui", "−\nNon"]
    assert [cell.text for cell in slide.rows[0]] == ["Annuaire", "1", "2"]
    assert slide.notes == f"Annuaire{NBSP}: Groupe A{NBSP}: Oui"


def test_a_cell_nobody_marked_says_so() -> None:
    slide = table_of(of_marks(Slot(empty="Aucune marque"), marked(1, 2)))
    assert (slide.rows[0][1].text, slide.rows[0][1].tone) == ("Aucune marque", "gris")


def test_more_than_four_columns_go_on_to_another_slide_that_keeps_the_rows() -> None:
    slides = [slide for slide in marks(of_marks(*[marked(1, 2)] * 5), repere="") if isinstance(slide, TableSlide)]
    assert [len(slide.columns) for slide in slides] == [5, 2]
    assert [slide.title for slide in slides] == [f"Appuis{NBSP}(1/2)", f"Appuis{NBSP}(2/2)"]
    assert all(slide.rows[0][0].text == "Annuaire" for slide in slides)


SCALE = (Share("Acquis (vert)", "●", 0, 1), Share("En cours", "◐", 0, 0), Share("À venir", "○", 0, -1))


def on_scale(*counts: tuple[int, int, int], message: str = "") -> Table:
    slots = [tuple(replace(share, count=count) for share, count in zip(SCALE, row, strict=True)) for row in counts]
    lines = tuple(Line(f"Condition {at}", (Slot(shares=shares),)) for at, shares in enumerate(slots))
    return Table("t", "Où en est-on\u00a0?", (Heading("État"),), lines, figure="marques", message=message, scale=SCALE)


def test_agreement_is_fully_tinted_from_three_quarters_and_lightly_from_one_half_and_the_note_says_so() -> None:
    slide = table_of(on_scale((4, 0, 0), (2, 1, 1), (1, 1, 1)))
    assert [[cell.fill for cell in row[1:]] for row in slide.rows] == [["accent", "", ""], ["clair", "", ""], ["", "", ""]]
    assert [cell.text for cell in slide.rows[0][1:]] == ["4", "0", "0"]
    assert slide.rows[0][1].tone == "papier"
    assert slide.note == "Teinte légère dès la moitié, pleine dès les trois quarts des marques de la ligne."


def test_the_head_of_a_mark_is_its_sign_and_its_name_without_the_colour_of_the_card() -> None:
    assert [column.title for column in table_of(on_scale((1, 1, 0))).columns[1:]] == ["●\nAcquis", "◐\nEn cours", "○\nÀ venir"]


def test_one_mark_alone_is_no_agreement() -> None:
    assert [cell.fill for cell in table_of(on_scale((1, 0, 0))).rows[0][1:]] == ["", "", ""]


def test_thirteen_rows_of_marks_stand_six_a_slide_at_most_under_the_same_head() -> None:
    slides = [slide for slide in marks(on_scale(*[(1, 1, 1)] * 13), repere="") if isinstance(slide, TableSlide)]
    assert [len(slide.rows) for slide in slides] == [4, 5, 4]
    assert len({slide.columns for slide in slides}) == 1
    assert slides[2].title == f"Où en est-on{NBSP}?{NBSP}(3/3)"


def test_the_title_of_a_sheet_that_asks_is_followed_by_a_sentence() -> None:
    assert (
        table_of(on_scale((1, 1, 1), message="une ligne fait l’accord")).title == f"Où en est-on{NBSP}? Une ligne fait l’accord"
    )


def of_people(*rows: tuple[int, ...]) -> Table:
    lines = tuple(
        Line(f"Piste {at}", (Slot(shares=(Share("Envie", "", row[0]), Share("Réserve", "", row[1]))),))
        if row
        else Line(f"Piste {at}", (Slot(empty="Non compté"),))
        for at, row in enumerate(rows)
    )
    return Table("v", "Votes", (Heading("Effectif"),), lines, rows_title="Pistes", figure="marques")


def test_head_counts_of_several_rows_are_numbers_over_bars_of_one_measure_without_a_tint() -> None:
    slide = table_of(of_people((8, 2), (4, 4), ()))
    assert [[(cell.text, cell.bold, cell.bar, cell.fill) for cell in row[1:]] for row in slide.rows[:2]] == [
        [("8", True, 1.0, ""), ("2", False, 0.25, "")],
        [("4", False, 0.5, ""), ("4", False, 0.5, "")],
    ]
    assert [cell.text for cell in slide.rows[2][1:]] == ["non compté", "non compté"]
    assert [column.title for column in slide.columns] == ["Pistes", "Envie", "Réserve"]


def test_head_counts_of_one_row_are_bars_in_their_order() -> None:
    (slide,) = marks(of_people((2, 8)), repere="")
    assert isinstance(slide, BarsSlide)
    assert slide.bars.categories == ("Envie", "Réserve")
    assert slide.bars.series[0].counts == (2, 8)


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
