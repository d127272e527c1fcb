"""A sheet of ideas being filled: where one types, what is pasted, the gestures on an idea."""

from __future__ import annotations

import pytest

from facilitation.console.desk import Desk
from facilitation.console.typed import pasted_ideas, without_bullet
from facilitation.sheet import Address
from tests.console.core import Played

HEAD = Address("silhouettes", "portraits", 1, "haut-pays", "asv", "tete")


@pytest.fixture
def desk(played: Played) -> Desk:
    """Return the silhouettes, the head of the first actor."""
    return Desk(played.session, "silhouettes", "portraits")


@pytest.fixture
def questions(played: Played) -> Desk:
    """Return the questions of the room; nobody asked any."""
    return Desk(played.session, "questions", "questions")


def texts(desk: Desk) -> list[str]:
    return [idea.text for idea in desk.ideas()]


# --- Where one types ---------------------------------------------------------------------------------------------------------


def test_one_types_first_in_the_head_of_the_first_actor(desk: Desk) -> None:
    assert desk.address == HEAD
    assert desk.row is not None
    assert desk.column is not None
    assert (desk.row.title, desk.column.zone) == ("ASV/CLSM/CLS", "tête")


def test_zones_follow_one_another_then_the_head_again_never_the_next_actor(desk: Desk) -> None:
    seen = []
    for _ in range(6):
        seen.append(desk.column_key)
        desk.next_column()
    assert seen == ["tete", "coeur", "mains", "jambe-droite", "jambe-gauche", "tete"]
    assert desk.row_key == "asv"
    desk.next_column(-1)
    desk.next_column(-1)
    assert desk.column_key == "jambe-gauche"


def test_another_actor_is_taken_up_at_the_head(played: Played, desk: Desk) -> None:
    desk.next_column()
    desk.next_row()
    assert (desk.row_key, desk.column_key) == ("prevention", "tete")
    assert played.last == "◆ Prévention : on reprend à la tête."
    desk.next_row(-1)
    desk.next_row(-1)
    assert desk.row_key == "cpts"


def test_an_exchange_only_goes_through_what_is_asked(played: Played) -> None:
    dating = Desk(played.session, "dating", "apports")
    assert (dating.row_key, dating.column_key) == ("asv", "prevention")
    dating.next_column()
    assert dating.column_key == "cpts"
    dating.next_column()
    assert dating.column_key == "prevention"


def test_one_goes_to_a_cell_and_listens_to_its_group(played: Played, desk: Desk) -> None:
    desk.go(HEAD._replace(group="littoral", row="cpts", column="mains"))
    assert (played.session.group, desk.row_key, desk.column_key) == ("littoral", "cpts", "mains")


def test_a_cell_that_does_not_exist_is_the_first(desk: Desk) -> None:
    desk.go(HEAD._replace(row="absent", column="absente"))
    assert desk.address == HEAD


def test_each_cell_and_each_group_has_its_own_unfinished_line(played: Played, desk: Desk) -> None:
    desk.draft = "connaissan"
    desk.next_column()
    assert desk.draft == ""
    desk.next_column(-1)
    assert desk.draft == "connaissan"
    played.session.next_group()
    assert desk.draft == ""


def test_what_is_filled_is_counted_for_the_group_that_is_listened_to(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    desk.give("Élus")
    played.settle()
    assert desk.size("asv", "tete") == 2
    played.session.next_group()
    assert desk.size("asv", "tete") == 0


# --- Typing ------------------------------------------------------------------------------------------------------------------


def test_an_idea_is_kept_with_its_letters_its_group_and_who_speaks(played: Played, desk: Desk) -> None:
    played.session.author = "CLS du Haut-Pays"
    assert desk.give("  les participant·es d'abord ")
    played.settle()
    ((answer),) = played.workshop.room.cell(HEAD)
    assert (answer.value, answer.author) == ("les participant·es d'abord", "CLS du Haut-Pays")


def test_an_idea_stays_in_the_cell_where_it_was_typed(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    desk.next_column()
    played.session.next_group()
    played.settle()
    assert played.ideas(HEAD) == ["Réseau"]


@pytest.mark.parametrize("text", [".", "…", "?!", "« »", "- -", "👍", "   ", ""])
def test_a_line_without_a_letter_or_a_figure_is_not_kept_and_says_so(played: Played, desk: Desk, text: str) -> None:
    assert not desk.give(text)
    assert played.last == "◐ Une ligne sans lettre ni chiffre n’est pas gardée."
    assert played.session.keeper.is_idle


@pytest.mark.parametrize("text", ["7", "É", "C+", "1er", "עברית"])
def test_a_letter_or_a_figure_is_enough(played: Played, desk: Desk, text: str) -> None:
    assert desk.give(text)
    played.settle()
    assert texts(desk) == [text]


def test_an_idea_too_long_is_refused_at_once_and_stays_in_the_line(played: Played, desk: Desk) -> None:
    assert not desk.give("x" * 2001)
    assert played.last.startswith("◐ Idée trop longue : 2001 signes, 2000 au plus.")


@pytest.mark.parametrize("again", ["réseau", "RESEAU !", "Réseau.", "Réseau"])
def test_an_idea_said_before_is_kept_all_the_same_and_told(played: Played, desk: Desk, again: str) -> None:
    desk.give("Élus")
    desk.give("Réseau")
    desk.give(again)
    played.settle()
    assert texts(desk) == ["Élus", "Réseau", again]
    assert played.last == "≈ Déjà notée au n° 2 ; gardée aussi ici. Ctrl+Z pour la retirer."


def test_an_idea_said_elsewhere_is_no_twin(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    desk.next_column()
    desk.give("Réseau")
    played.settle()
    assert played.said == []


def test_ideas_are_numbered_those_not_on_disk_yet_last(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    played.settle()
    desk.give("Élus")
    assert [(idea.number, idea.text, idea.is_kept) for idea in desk.ideas()] == [(1, "Réseau", True), (2, "Élus", False)]
    played.settle()
    assert all(idea.is_kept for idea in desk.ideas())


# --- Pasting -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_two_hundred_lines_are_pasted_as_one_gesture(played: Played, desk: Desk, end: str) -> None:
    assert desk.paste(end.join(f"- idée {number}" for number in range(200))) == 200
    played.settle()
    assert texts(desk) == [f"idée {number}" for number in range(200)]
    assert played.last == "▤ 200 idées collées, puces enlevées. Ctrl+Z les retire toutes."
    assert len(played.workshop.room.history("silhouettes", played.workshop.host).done) == 1


@pytest.mark.parametrize(
    ("line", "idea"),
    [
        ("• Réseau", "Réseau"),
        ("  -\tRéseau", "Réseau"),
        ("– Réseau", "Réseau"),
        ("— Réseau", "Réseau"),
        ("* Réseau", "Réseau"),
        ("▪ Réseau", "Réseau"),
        ("1. Réseau", "Réseau"),
        ("12) Réseau", "Réseau"),
        ("•\u00a0Réseau", "Réseau"),
        ("participant·es", "participant·es"),
        ("· Réseau", "· Réseau"),
        ("-5 °C", "-5 °C"),
        ("2021. Une année", "2021. Une année"),
        ("1.5 poste", "1.5 poste"),
        ("*gras*", "*gras*"),
        ("Réseau - local", "Réseau - local"),
        ("\uf0b7\tRéseau", "Réseau"),
        ("o\tRéseau", "Réseau"),
        ("➢ Réseau", "Réseau"),
        ("☐ Réseau", "Réseau"),
        ("☑Réseau", "Réseau"),
        ("- [ ] Réseau", "Réseau"),
        ("[x] Réseau", "Réseau"),
        ("1) Réseau", "Réseau"),
        ("(3) Réseau", "Réseau"),
        ("1.2. Réseau", "Réseau"),
        ("2° Réseau", "Réseau"),
        ("a. Réseau", "Réseau"),
        ("a) Réseau", "Réseau"),
        ("B) Réseau", "Réseau"),
        ("iv) Réseau", "Réseau"),
        ("\ufeff\u200b• Réseau\u200b", "Réseau"),
        ("A. Martin-Exemple", "A. Martin-Exemple"),
        ("où ? là", "où ? là"),
        ("o ou b", "o ou b"),
        ("3 communes", "3 communes"),
        ("20 °C", "20 °C"),
        ("[à revoir] Réseau", "[à revoir] Réseau"),
        ("y a-t-il un lien ?", "y a-t-il un lien ?"),
        ("👩\u200d👩\u200d👧 famille", "👩\u200d👩\u200d👧 famille"),
    ],
)
def test_a_bullet_goes_and_the_letters_stay(line: str, idea: str) -> None:
    assert without_bullet(line) == idea


def test_empty_lines_and_lines_of_signs_are_left_out_of_a_paste() -> None:
    assert pasted_ideas("Réseau\n\n  \n•\n---\n…\nÉlus\n") == (["Réseau", "Élus"], 0)


def test_the_cells_of_a_table_are_an_idea_each_and_the_rank_of_a_row_is_none() -> None:
    table = "1\tRéseau\tÉlus\r\n2.\t\t• Veille\r\n\t12 communes\n3\n"
    assert pasted_ideas(table) == (["Réseau", "Élus", "Veille", "12 communes", "3"], 0)


def test_every_kind_of_line_break_parts_two_ideas() -> None:
    assert pasted_ideas("Réseau\vÉlus\u2028Veille\rLien") == (["Réseau", "Élus", "Veille", "Lien"], 0)


def test_a_line_that_no_document_can_hold_does_not_lose_the_others(played: Played, desk: Desk) -> None:
    assert desk.paste("Réseau\nÉlus\x07\nVeille") == 2
    played.settle()
    assert texts(desk) == ["Réseau", "Veille"]
    assert played.last == "▤ 2 idées collées, 1 ligne illisible laissée. Ctrl+Z les retire toutes."


def test_a_paste_of_one_idea_is_told_in_the_singular(played: Played, desk: Desk) -> None:
    desk.paste("• Réseau\n")
    played.settle()
    assert played.last == "▤ 1 idée collée, puces enlevées. Ctrl+Z la retire."


@pytest.mark.parametrize("text", ["", "\n\n", "•\n-\n"])
def test_a_paste_without_a_word_says_so(played: Played, desk: Desk, text: str) -> None:
    assert desk.paste(text) == 0
    assert played.last == "◐ Une ligne sans lettre ni chiffre n’est pas gardée."


# --- Gestures on an idea -----------------------------------------------------------------------------------------------------


@pytest.fixture
def key(played: Played, desk: Desk) -> str:
    """Return the key of an idea of the head."""
    desk.give("Resau")
    played.settle()
    return desk.ideas()[0].key


def test_a_corrected_idea_keeps_its_place_and_its_first_words_stay_in_the_journal(played: Played, desk: Desk, key: str) -> None:
    desk.give("Élus")
    desk.correct(key, "Réseau")
    played.settle()
    assert texts(desk) == ["Réseau", "Élus"]
    assert played.last == "✎ Modifiée. L’ancien mot à mot reste dans le carnet."


def test_a_correction_that_cannot_be_kept_leaves_the_idea_as_it_was(played: Played, desk: Desk, key: str) -> None:
    desk.correct(key, "  ")
    played.settle()
    assert (texts(desk), played.last) == (["Resau"], "◐ Idée vide.")


def test_a_moved_idea_goes_to_another_zone_of_the_same_actor(played: Played, desk: Desk, key: str) -> None:
    (freins,) = (column for column in desk.sheet.columns if column.key == "jambe-gauche")
    desk.move(key, freins)
    played.settle()
    assert played.ideas(HEAD._replace(column="jambe-gauche")) == ["Resau"]
    assert played.ideas(HEAD) == []
    assert played.last.startswith("→ Déplacée vers ")


def test_a_withdrawn_idea_says_how_it_comes_back(played: Played, desk: Desk, key: str) -> None:
    desk.withdraw(key)
    played.settle()
    assert (texts(desk), played.last) == ([], "⌫ Retirée (Ctrl+Z la remet) : « Resau »")


def test_an_idea_withdrawn_twice_is_withdrawn_once(played: Played, desk: Desk, key: str) -> None:
    desk.withdraw(key)
    desk.withdraw(key)
    played.settle()
    desk.withdraw(key)
    played.settle()
    played.session.undo("silhouettes", desk.go)
    played.settle()
    assert texts(desk) == ["Resau"]


# --- Questions ---------------------------------------------------------------------------------------------------------------


def test_nothing_is_typed_where_there_is_no_question_yet(played: Played, questions: Desk) -> None:
    assert questions.rows == ()
    assert not questions.give("L’assurance maladie")
    assert played.last == "◐ Il faut d’abord une question."
    assert questions.paste("un\ndeux") == 0
    questions.next_row()
    questions.next_column()
    assert played.session.keeper.is_idle


def test_a_question_is_asked_then_answered(played: Played, questions: Desk) -> None:
    assert questions.add_row("Qui paie ?")
    played.settle()
    assert questions.row is not None
    assert questions.row.title == "Qui paie ?"
    questions.give("L’assurance maladie")
    played.settle()
    assert texts(questions) == ["L’assurance maladie"]


def test_an_answer_typed_before_its_question_is_on_disk_follows_it(played: Played, questions: Desk) -> None:
    questions.add_row("Quand ?")
    played.settle()
    questions.add_row("Qui paie ?")
    questions.give("L’assurance maladie")
    questions.give("La région")
    played.settle()
    assert [row.title for row in questions.rows] == ["Quand ?", "Qui paie ?"]
    assert texts(questions) == ["L’assurance maladie", "La région"]
    questions.next_row()
    assert texts(questions) == []


def test_an_answer_to_a_question_that_the_disk_refused_comes_with_it_once_the_disk_is_mended(
    played: Played, questions: Desk
) -> None:
    played.fail()
    questions.add_row("Qui paie ?")
    played.settle()
    questions.give("L’assurance maladie")
    played.mend()
    played.session.keeper.retry()
    played.settle()
    assert texts(questions) == ["L’assurance maladie"]


@pytest.mark.parametrize("again", ["Qui paie ?", "qui paie", "QUI PAIE\u00a0?"])
def test_a_question_asked_already_is_gone_back_to(played: Played, questions: Desk, again: str) -> None:
    questions.add_row("Qui paie ?")
    played.settle()
    questions.add_row("Quand ?")
    played.settle()
    assert questions.add_row(again)
    played.settle()
    assert [row.title for row in questions.rows] == ["Qui paie ?", "Quand ?"]
    assert questions.row is not None
    assert questions.row.title == "Qui paie ?"
    assert played.last == "≈ Question déjà posée, on y revient."


@pytest.mark.parametrize("title", ["", "?", "x" * 2001])
def test_a_question_that_cannot_be_kept_says_so(played: Played, questions: Desk, title: str) -> None:
    assert not questions.add_row(title)
    assert played.last.startswith("◐ ")
    assert played.session.keeper.is_idle


def test_several_questions_are_pasted_each_as_a_question(played: Played, questions: Desk) -> None:
    assert questions.paste_rows("1. Qui paie ?\r2. Quand ?\r\r") == 2
    played.settle()
    assert [row.title for row in questions.rows] == ["Qui paie ?", "Quand ?"]


def test_when_the_question_is_undone_one_types_elsewhere(played: Played, questions: Desk) -> None:
    questions.add_row("Qui paie ?")
    played.settle()
    questions.add_row("Quand ?")
    played.settle()
    played.session.undo("questions", questions.go)
    played.settle()
    questions.next_row()
    questions.give("L’assurance maladie")
    played.settle()
    assert [row.title for row in questions.rows] == ["Qui paie ?"]
    assert texts(questions) == ["L’assurance maladie"]
