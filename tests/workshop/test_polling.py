"""The questions of a poll find their cells in the day, and its replies become lines of answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.day import Day
from facilitation.library.exports.layouts import Place
from facilitation.library.exports.poll import Poll, poll_of
from facilitation.room import Room
from facilitation.sheet import Cell, Column, Mark
from facilitation.typography import NBSP
from facilitation.workshop.mapping import deduced
from facilitation.workshop.polling import Lines, lines_of
from tests.workshop.days import imported, small_day

FREE = "La gratuité suffit"
HEAD = Place("", "silhouettes", "portraits", "", "", "cpts", "tete")
COUNTED = Place("", "debat", "positions", "", "", "gratuite", "")


def poll(header: list[str], *rows: tuple[str, ...], contexts: tuple[str, ...] = ()) -> Poll:
    return poll_of("essai", header, list(enumerate(rows, 2)), contexts=contexts)


def marking(day: Day) -> Day:
    """Return the day whose silhouettes are marked « acquis » or « en cours » instead of told."""
    held = day.sequences[2]
    assert held.exercise is not None
    (sheet,) = held.exercise.sheets
    marks = (Mark("oui", "Acquis", "✓"), Mark("bientot", "En cours", "…"))
    marked = replace(sheet, cell=Cell.MARK, marks=marks, columns=(sheet.columns[0],))
    return replace(day, sequences=(replace(held, exercise=replace(held.exercise, sheets=(marked,))),))


def where(header: str, *values: str, context: str = "", day: Day | None = None) -> Place:
    return deduced(day or small_day(), poll([header], *((value,) for value in values), contexts=(context,)))[header]


def lines(made: Poll, places: dict[str, Place], day: Day | None = None) -> Lines:
    return lines_of(day or small_day(), made, places)


def values(found: Lines) -> list[tuple[int, str, str, str, str]]:
    return [(number, said.groupe, said.ligne, said.colonne, said.valeur) for number, said in found.records]


def refusals(found: Lines) -> list[tuple[int, str]]:
    return [(number, why.replace(NBSP, " ")) for number, why in found.refused]


# --- Deducing the cell --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "context"),
    [
        ("CPTS [Expertise]", ""), ("cpts – Expertise/savoir-faire", ""), ("La Silhouette [CPTS] [Expertise]", ""),
        ("Expertise", "CPTS"), ("Les CPTS : expertise", ""), ("CPTS::Expertise", ""), ("Dites-nous [CPTS] [Expertise]", ""),
    ],
)  # fmt: skip
def test_a_question_in_the_words_of_a_row_and_a_column_is_their_cell(header: str, context: str) -> None:
    assert where(header, "Veille", context=context) == HEAD


@pytest.mark.parametrize("header", ["Expertise", "CPTS", "Commentaires", "Silhouettes", "Que font les CPTS en expertise ?"])
def test_a_question_that_could_be_elsewhere_is_left_to_people(header: str) -> None:
    assert not where(header, "Veille").is_told


def test_a_statement_answered_by_positions_is_counted() -> None:
    assert where(FREE, "D’accord", "pas d'accord", "D’accord, Pas d’accord") == COUNTED


def test_a_statement_answered_in_words_could_be_for_or_against_and_is_left_to_people() -> None:
    assert not where(FREE, "Parce que le prix n’est pas tout").is_told


def test_the_round_is_known_by_its_name() -> None:
    assert where(f"{FREE} [après]", "D’accord") == replace(COUNTED, tour="2")


def test_a_box_to_tick_is_counted_under_its_column() -> None:
    assert where(f"{FREE} [D’accord]", "X", "", "x") == replace(COUNTED, colonne="pour")


def test_marks_are_known_by_their_titles() -> None:
    asked = marking(small_day())
    assert where("CPTS", "Acquis", "en cours", day=asked) == HEAD
    assert not where("CPTS", "Acquis", "Peut-être", day=asked).is_told


def test_two_questions_for_one_cell_are_left_to_people() -> None:
    made = poll([FREE, FREE], ("D’accord", "Pas d’accord"))
    assert deduced(small_day(), made)[FREE] == COUNTED  # the second is told « (2) », which no title of the day is
    twins = poll([FREE, f"[{FREE}]"], ("D’accord", "Pas d’accord"))
    assert not any(place.is_told for place in deduced(small_day(), twins).values())


def test_the_group_is_known_when_every_answer_names_one() -> None:
    assert where("Votre groupe", "Acteurs du 13", "g84").usage == "groupe"
    assert not where("Votre groupe", "Acteurs du 13", "Ailleurs").is_told


# --- Replies -----------------------------------------------------------------------------------------------------------------


def test_ideas_are_taken_as_they_are_with_their_group_and_organisation() -> None:
    made = poll(["G", "S", "Q"], ("g13", "MSP", "Un, deux ; trois"), ("", "", "Veille"))
    found = lines(made, {"G": Place("groupe"), "S": Place("structure"), "Q": HEAD})
    assert values(found) == [(2, "g13", "cpts", "tete", "Un, deux ; trois"), (3, "", "cpts", "tete", "Veille")]
    assert found.records[0][1].auteur == "MSP"


def test_choices_are_added_up_group_by_group_and_nobody_is_zero() -> None:
    made = poll(["G", "Q"], ("g13", "D’accord"), ("g13", "pour"), ("g84", "Pas d’accord"))
    found = lines(made, {"G": Place("groupe"), "Q": COUNTED})
    assert sorted(values(found)) == [
        (2, "g13", "gratuite", "contre", "0"), (2, "g13", "gratuite", "pour", "2"),
        (4, "g84", "gratuite", "contre", "1"), (4, "g84", "gratuite", "pour", "0"),
    ]  # fmt: skip
    assert not imported(small_day(), *(record for _, record in found.records)).refused


def test_an_option_that_holds_a_comma_is_one_option() -> None:
    day = small_day()
    held = day.sequences[1]
    assert held.exercise is not None
    columns = (Column("oui", "Oui, sous conditions"), Column("plein", "Oui"), Column("non", "Non"))
    positions = replace(held.exercise.sheets[0], columns=columns)
    changed = replace(day, sequences=(replace(held, exercise=replace(held.exercise, sheets=(positions,))),))
    made = poll(["Q"], ("Oui, sous conditions, Non",), ("Non;Oui",), ("Oui, peut-être",))
    found = lines(made, {"Q": COUNTED}, changed)
    assert [(said.colonne, said.valeur) for _, said in found.records] == [("oui", "1"), ("plein", "1"), ("non", "2")]
    assert refusals(found) == [
        (4, "« Oui, peut-être » n’est pas une réponse connue : « Oui, sous conditions », « Oui » et « Non »")
    ]


def test_ticks_are_counted_and_a_box_left_alone_is_not() -> None:
    made = poll(["Q [D’accord]"], ("X",), ("x",), ("0",), ("",))
    assert values(lines(made, {"Q [D’accord]": replace(COUNTED, colonne="pour")})) == [(2, "", "gratuite", "pour", "2")]


def test_a_ticked_option_of_a_list_of_ideas_is_the_idea() -> None:
    made = poll(["Q [La veille]"], ("X",), ("0",))
    assert values(lines(made, {"Q [La veille]": HEAD})) == [(2, "", "cpts", "tete", "La veille")]


def test_a_whole_number_is_a_head_count_and_a_share_is_not() -> None:
    place = replace(COUNTED, colonne="pour")
    assert values(lines(poll(["Q"], ("12",)), {"Q": place})) == [(2, "", "gratuite", "pour", "12")]
    for share in ("64 %", "0,64", "0.64"):
        ((number, why),) = refusals(lines(poll(["Q"], (share,)), {"Q": place}))
        assert (number, why.startswith("effectif illisible")) == (2, True)


def test_two_head_counts_for_one_cell_are_refused() -> None:
    found = lines(poll(["Q"], ("12",), ("14",)), {"Q": replace(COUNTED, colonne="pour")})
    assert values(found) == [(2, "", "gratuite", "pour", "12")]
    assert refusals(found) == [(3, "deux effectifs pour la même case, « gratuite » × « pour »")]


def test_each_persons_mark_counts_even_in_one_group() -> None:
    day = marking(small_day())
    made = poll(["G", "Q"], ("g13", "Acquis"), ("g13", "En cours"))
    found = lines(made, {"G": Place("groupe"), "Q": HEAD}, day)
    assert [said.groupe for _, said in found.records] == ["", ""]
    assert found.notices == ["Marques, textes et places pris sans groupe ni structure, pour que chaque personne compte."]


def test_a_table_with_an_answer_a_line_says_where_each_goes() -> None:
    made = poll(
        ["Table", "Acteur", "Partie", "Idée"], ("g13", "CPTS", "Expertise", "Veille"), ("g84", "asv", "Valeurs", "Équité")
    )
    uses = {"Table": Place("groupe"), "Acteur": Place("ligne"), "Partie": Place("colonne")}
    found = lines(made, {**uses, "Idée": Place(sequence="silhouettes")})
    assert values(found) == [(2, "g13", "CPTS", "Expertise", "Veille"), (3, "g84", "asv", "Valeurs", "Équité")]
    assert not imported(small_day(), *(record for _, record in found.records)).refused


def test_a_question_of_the_poll_may_be_a_free_row() -> None:
    made = poll(["Q"], ("L’État",))
    place = Place("", "questions", "", "", "", "Qui paie ?", "")
    result = imported(small_day(), *(record for _, record in lines(made, {"Q": place}).records))
    assert [row.title for row in Room(result.events).rows("questions", "questions")] == ["Qui paie ?"]


def test_a_place_that_the_day_does_not_have_is_said_once() -> None:
    made = poll(["Q"], ("x",), ("y",))
    (refused,) = refusals(lines(made, {"Q": replace(HEAD, feuille="portrait")}))
    assert refused == (0, "« Q » : feuille inconnue « portrait », vouliez-vous dire « portraits » ?")


def test_a_column_of_no_use_is_left() -> None:
    assert lines(poll(["Q"], ("x",)), {"Q": Place("rien")}).records == []
