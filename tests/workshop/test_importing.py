"""Answers typed elsewhere: each line finds its cell, by keys or titles, or says why it does not."""

from dataclasses import replace

import pytest

from facilitation.day import Day
from facilitation.events import (
    ActUndone,
    AnswerCorrected,
    AnswerGiven,
    AnswerMoved,
    AnswerWithdrawn,
    RoomCounted,
    RowAdded,
    RowReworded,
    RowWithdrawn,
    VerdictWorded,
)  # fmt: skip
from facilitation.exercise import Ban, Keeps
from facilitation.room import Room
from facilitation.sheet import Address
from facilitation.typography import NBSP, french
from tests.rooms import Scribe
from tests.workshop.days import imported, small_day

HEAD = Address("silhouettes", "portraits", 1, "g13", "asv", "tete")


def refusals(*record: str) -> list[str]:
    """Return why a record is refused, with plain spaces; nothing when it is taken."""
    return [why.replace(NBSP, " ") for _, why in imported(small_day(), record).refused]


def body(*record: str) -> AnswerGiven | RoomCounted | VerdictWorded | RowAdded:
    """Return what the last event of a record says; the record is taken."""
    result = imported(small_day(), record)
    assert not result.refused
    said = result.events[-1].body
    assert isinstance(said, AnswerGiven | RoomCounted | VerdictWorded | RowAdded)
    return said


# --- Finding the cell --------------------------------------------------------------------------------------------------------


def test_a_line_by_keys_finds_its_cell() -> None:
    assert body("silhouettes", "portraits", "1", "g13", "asv", "tete", "Réseau") == AnswerGiven(HEAD, "Réseau")


def test_a_line_by_titles_finds_the_same_cell() -> None:
    line = ("La Silhouette", "Silhouettes", "", "Acteurs du 13", "ASV/CLSM/CLS", "Expertise/savoir-faire", "Réseau")
    assert body(*line) == AnswerGiven(HEAD, "Réseau")


def test_case_accents_and_kinds_of_space_do_not_matter_in_an_address() -> None:
    line = ("la  silhouette", "PORTRAITS", "", "acteurs du\u00a013", "Asv/clsm/cls", "TÊTE", "Réseau")
    assert body(*line) == AnswerGiven(HEAD, "Réseau")


def test_a_short_name_finds_its_column() -> None:
    assert body("silhouettes", "portraits", "", "g13", "asv", "expertise", "Réseau") == AnswerGiven(HEAD, "Réseau")


def test_the_only_sheet_need_not_be_named() -> None:
    assert body("silhouettes", "", "", "g13", "asv", "tete", "Réseau") == AnswerGiven(HEAD, "Réseau")


def test_the_only_sequence_with_an_exercise_need_not_be_named() -> None:
    day = replace(small_day(), sequences=small_day().sequences[0:1] + small_day().sequences[2:3])
    result = imported(day, ("", "", "", "g13", "asv", "tete", "Réseau"))
    assert [event.body for event in result.events] == [AnswerGiven(HEAD, "Réseau")]


@pytest.mark.parametrize("group", ["", "  ", "groupe non précisé", "Groupe non precise"])
def test_no_group_means_that_nobody_knows_which(group: str) -> None:
    assert body("silhouettes", "portraits", "", group, "asv", "tete", "Réseau") == AnswerGiven(
        HEAD._replace(group=""), "Réseau"
    )


def test_a_key_is_never_mistaken_for_the_title_of_another() -> None:
    """« debat » is the key of the first sequence even when the last one is called so."""
    day = small_day()
    last = replace(day.sequences[-1], title="Debat")
    result = imported(
        replace(day, sequences=(*day.sequences[:-1], last)), ("debat", "arguments", "", "", "gratuite", "pour", "Oui")
    )
    assert not result.refused


@pytest.mark.parametrize("name", ["2", "après", "APRES", "2e", "2ème", "2 e", "2e tour", "tour 2", "2nd"])
def test_a_round_is_named_by_its_number_its_name_or_an_ordinal(name: str) -> None:
    said = body("debat", "positions", name, "", "gratuite", "pour", "12")
    assert isinstance(said, AnswerGiven)
    assert said.address.round == 2


@pytest.mark.parametrize("name", ["1", "avant", "", "1er", "1 ère", "1re"])
def test_the_first_round_is_meant_when_none_is_named(name: str) -> None:
    said = body("debat", "positions", name, "", "gratuite", "pour", "12")
    assert isinstance(said, AnswerGiven)
    assert said.address.round == 1


def test_who_spoke_and_when_are_kept() -> None:
    said = body("silhouettes", "portraits", "", "g13", "asv", "tete", "Réseau", "CLS de la Vallée", "2021-11-16T10:30:00")
    assert said == AnswerGiven(HEAD, "Réseau", "CLS de la Vallée", "2021-11-16T10:30:00")


# --- Values ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value", ["les participant·es d'abord", "  Réseau ", "=SOMME(A1)", "14:30 : débat", "« Oui » !", "👩‍👩‍👧", "עברית"]
)
def test_an_idea_keeps_its_letters(value: str) -> None:
    said = body("silhouettes", "portraits", "", "g13", "asv", "tete", value)
    assert said == AnswerGiven(HEAD, value.strip())


def test_an_idea_over_several_lines_becomes_one_line() -> None:
    assert body("silhouettes", "portraits", "", "g13", "asv", "tete", "Réseau\r\nlocal") == AnswerGiven(HEAD, "Réseau local")


@pytest.mark.parametrize(
    ("written", "count"), [("12", 12), (" 0 ", 0), ("1 373", 1373), ("84.000", 84_000), ("1\u202f373", 1373)]
)
def test_a_count_may_have_its_thousands_apart(written: str, count: int) -> None:
    said = body("debat", "positions", "1", "", "gratuite", "pour", written)
    assert isinstance(said, AnswerGiven)
    assert said.value == count


@pytest.mark.parametrize("written", ["douze", "-3", "12,5", "12.5", "", "999999999999"])
def test_a_count_that_is_no_number_of_people_is_refused(written: str) -> None:
    (why,) = refusals("debat", "positions", "1", "", "gratuite", "pour", written)
    assert why.startswith("effectif")


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("", "idée vide"),
        ("   ", "idée vide"),
        ("a\x00b", "idée illisible"),
        ("a\x1bb", "idée illisible"),
        ("x" * 2001, "idée trop longue"),
    ],
)
def test_an_idea_that_no_document_can_hold_is_refused(value: str, why: str) -> None:
    assert refusals("silhouettes", "portraits", "", "g13", "asv", "tete", value)[0].startswith(why)


@pytest.mark.parametrize("author", ["CLS\x00", "CLS\x1b[2J"])
def test_a_speaker_that_no_document_can_hold_is_refused(author: str) -> None:
    assert refusals("silhouettes", "portraits", "", "g13", "asv", "tete", "Réseau", author)[0].startswith("auteur : ")


def test_a_speaker_is_told_on_one_line() -> None:
    said = body("silhouettes", "portraits", "", "g13", "asv", "tete", "Réseau", " CLS\nde la Vallée ")
    assert said == AnswerGiven(HEAD, "Réseau", "CLS de la Vallée")


# --- Room sizes and verdicts in the same file --------------------------------------------------------------------------------


@pytest.mark.parametrize("column", ["salle", "Salle"])
def test_the_size_of_the_room_travels_with_the_counts(column: str) -> None:
    assert body("debat", "positions", "après", "", "gratuite", column, "36") == RoomCounted("debat", 36, "gratuite", 2)


@pytest.mark.parametrize("column", ["verdict", "Verdict"])
def test_the_verdict_travels_in_the_rooms_own_words(column: str) -> None:
    said = body("debat", "positions", "", "", "logement", column, " contrastée ! ")
    assert said == VerdictWorded("debat", "logement", "contrastée !")


@pytest.mark.parametrize(("column", "value"), [("salle", "beaucoup"), ("verdict", ""), ("verdict", "a\x00")])
def test_a_room_size_or_a_verdict_that_says_nothing_is_refused(column: str, value: str) -> None:
    assert refusals("debat", "positions", "", "", "gratuite", column, value)


def test_a_verdict_is_only_for_a_sheet_of_counts() -> None:
    assert refusals("debat", "arguments", "", "", "gratuite", "verdict", "contrastée")[0].startswith(
        "colonne inconnue « verdict »"
    )


def test_a_position_called_verdict_is_a_position() -> None:
    day = small_day()
    debate = day.sequences[1]
    assert debate.exercise is not None
    positions, arguments = debate.exercise.sheets
    columns = (replace(positions.columns[0], key="verdict"), positions.columns[1])
    exercise = replace(debate.exercise, sheets=(replace(positions, columns=columns), arguments))
    changed = replace(day, sequences=(replace(debate, exercise=exercise),))
    (event,) = imported(changed, ("debat", "positions", "1", "", "gratuite", "verdict", "7")).events
    assert isinstance(event.body, AnswerGiven)


# --- Free rows ---------------------------------------------------------------------------------------------------------------


def test_a_question_is_added_once_however_it_is_written() -> None:
    result = imported(
        small_day(),
        ("questions", "", "", "", "Qui paie ?", "reponse", "L’État"),
        ("questions", "", "", "", "qui paie\u00a0?", "reponse", "L’assurance maladie"),
        ("questions", "", "", "", "Quand ?", "", ""),
    )
    assert [type(event.body).__name__ for event in result.events] == ["RowAdded", "AnswerGiven", "AnswerGiven", "RowAdded"]
    room = Room(result.events)
    first, second = room.rows("questions", "questions")
    assert (first.title, second.title) == ("Qui paie ?", "Quand ?")
    given = room.cell(Address("questions", "questions", 1, "", first.key, "reponse"))
    assert [answer.value for answer in given] == ["L’État", "L’assurance maladie"]


@pytest.mark.parametrize("question", ["Qui paie ?", "qui paie?", "🚲 ?", "???"])
def test_a_question_of_the_room_is_not_added_again(question: str) -> None:
    scribe = Scribe()
    (asked,) = scribe.did(RowAdded("questions", "questions", "Qui paie ?" if "paie" in question else question))
    result = imported(small_day(), ("questions", "", "", "", question, "reponse", "Oui"), room=scribe.room())
    (given,) = (event.body for event in result.events)
    assert isinstance(given, AnswerGiven)
    assert given.address.row == asked.key


def test_questions_of_signs_alone_are_not_taken_for_one_another() -> None:
    result = imported(
        small_day(), ("questions", "", "", "", "🚲", "reponse", "Oui"), ("questions", "", "", "", "🚗", "reponse", "Non")
    )
    assert [row.title for row in Room(result.events).rows("questions", "questions")] == ["🚲", "🚗"]


def test_a_question_without_words_is_refused() -> None:
    assert refusals("questions", "", "", "", " ", "reponse", "Oui") == ["ligne vide : la question manque"]


def test_a_question_that_no_document_can_hold_is_refused() -> None:
    assert refusals("questions", "", "", "", "Qui\x00 ?", "reponse", "Oui")[0].startswith("ligne : idée illisible")


def test_a_question_over_several_lines_is_told_on_one() -> None:
    assert body("questions", "", "", "", "Qui\npaie ?", "", "") == RowAdded("questions", "questions", "Qui paie ?")


# --- What finds no cell ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (("silhouette", "", "", "", "", "", "x"), "séquence inconnue « silhouette », vouliez-vous dire « silhouettes » ?"),
        (("zzz", "", "", "", "asv", "tete", "x"), "séquence inconnue « zzz » ; connues : debat, silhouettes, questions"),
        (("", "", "", "", "asv", "tete", "x"), "séquence manquante ; connues : debat, silhouettes, questions"),
        (("accueil", "", "", "", "asv", "tete", "x"), "la séquence « Accueil » n’a pas d’exercice : rien ne peut y être saisi"),
        (("debat", "", "", "", "gratuite", "pour", "3"), "feuille manquante ; connues : positions, arguments"),
        (("debat", "position", "", "", "", "pour", "3"), "feuille inconnue « position », vouliez-vous dire « positions » ?"),
        (("debat", "positions", "3", "", "gratuite", "pour", "3"), "tour inconnu « 3 » ; connus : 1, 2"),
        (("silhouettes", "", "", "g133", "asv", "tete", "x"), "groupe inconnu « g133 », vouliez-vous dire « g13 » ?"),
        (("silhouettes", "", "", "Nord", "asv", "tete", "x"), "groupe inconnu « Nord » ; connus : g13, g84"),
        (("silhouettes", "", "", "", "msp", "tete", "x"), "ligne inconnue « msp » ; connues : asv, cpts"),
        (("silhouettes", "", "", "", "", "tete", "x"), "ligne manquante ; connues : asv, cpts"),
        (("silhouettes", "", "", "", "cpt", "tete", "x"), "ligne inconnue « cpt », vouliez-vous dire « cpts » ?"),
        (("silhouettes", "", "", "", "asv", "tette", "x"), "colonne inconnue « tette », vouliez-vous dire « tete » ?"),
        (("silhouettes", "", "", "", "asv", "", "x"), "colonne manquante ; connues : tete, coeur"),
    ],
)  # fmt: skip
def test_each_unknown_part_of_an_address_is_said_with_the_nearest_word(record: tuple[str, ...], why: str) -> None:
    assert refusals(*record) == [why]


def test_a_cell_that_nobody_is_asked_is_refused() -> None:
    day = small_day()
    bodies = day.sequences[2]
    assert bodies.exercise is not None
    (sheet,) = bodies.exercise.sheets
    rows = (replace(sheet.rows[0], columns=("tete",)), sheet.rows[1])
    changed = replace(day, sequences=(replace(bodies, exercise=replace(bodies.exercise, sheets=(replace(sheet, rows=rows),))),))
    ((_, why),) = imported(changed, ("silhouettes", "", "", "", "asv", "coeur", "x")).refused
    assert why.replace(NBSP, " ") == "la case « ASV/CLSM/CLS » × « Valeurs » n’est posée à personne"


def test_every_wrong_line_is_said_with_its_number_and_the_right_ones_are_ready() -> None:
    result = imported(
        small_day(),
        ("silhouettes", "", "", "", "asv", "tete", "Réseau"),
        ("silhouettes", "", "", "", "asv", "pied", "Veille"),
        ("silhouettes", "", "", "", "asv", "coeur", "Équité"),
        ("zzz", "", "", "", "asv", "coeur", "Équité"),
    )
    assert [number for number, _ in result.refused] == [3, 5]
    assert result.taken == len(result.events) == 2


@pytest.mark.parametrize(
    "record",
    [
        ("accueil",),
        ("questions", "", "", "", "", "x", "y"),
        ("questions", "", "", "", "Qui\x00", "x", "y"),
        ("debat", "positions", "", "", "gratuite", "pour", "x"),
        ("debat", "positions", "", "", "gratuite", "pour", "-1"),
        ("silhouettes", "", "", "", "asv", "tete", "\x00"),
        ("silhouettes", "", "", "", "asv", "tete", "x" * 3000),
        ("silhouettes", "", "", "", "asv", "pied", "x"),
    ],
)
def test_a_refusal_has_the_spaces_of_french(record: tuple[str, ...]) -> None:
    ((_, why),) = imported(small_day(), record).refused
    assert french(why) == why


# --- What a protocol forbids to keep ------------------------------------------------------------------------------------------


def forbidding(keeps: Keeps) -> Day:
    day = small_day()
    ban = Ban(keeps, "Ce qui se dit ici reste ici.")
    sequences = (replace(held, exercise=held.exercise and replace(held.exercise, bans=(ban,))) for held in day.sequences)
    return replace(day, sequences=tuple(sequences))


def test_a_story_is_refused_with_the_cards_reason_where_the_protocol_forbids_it() -> None:
    day = forbidding(Keeps.STORY)
    place = ("silhouettes", "portraits", "", "", "asv", "tete")
    refused = imported(day, (*place, "un mot " * 13), (*place, "Réseau")).refused
    assert [number for number, _why in refused] == [2]
    assert "récit refusé" in refused[0][1]
    assert "Ce qui se dit ici reste ici." in refused[0][1]


def test_who_spoke_is_refused_where_the_protocol_names_nobody() -> None:
    day = forbidding(Keeps.AUTHOR)
    place = ("silhouettes", "portraits", "", "", "asv", "tete", "Réseau")
    refused = imported(day, (*place, "CCAS"), place).refused
    assert [number for number, _why in refused] == [2]
    assert "auteur refusé" in refused[0][1]


# --- A file given again -------------------------------------------------------------------------------------------------------

PLACE = ("silhouettes", "portraits", "1", "g13", "asv", "tete")
QUESTION = ("questions", "", "", "", "Qui paie ?", "reponse")
TWICE = (
    (*PLACE, "Réseau"),
    (*PLACE, "Réseau"),
    (*PLACE[:3], "g84", *PLACE[4:], "Réseau"),
    (*PLACE, "Réseau", "CLS de la Vallée"),
    ("debat", "positions", "1", "", "gratuite", "pour", "12"),
    ("debat", "positions", "1", "", "gratuite", "salle", "36"),
    ("debat", "positions", "1", "", "gratuite", "verdict", "contrastée"),
    (*QUESTION, "L’État"),
    ("questions", "", "", "", "Quand ?", "", ""),
)


def after(scribe: Scribe, *records: tuple[str, ...]) -> list[object]:
    """Return what these records bring once the scribe has spoken."""
    result = imported(small_day(), *records, room=scribe.room(), station="b")
    assert not result.refused
    assert result.taken + result.already == len(records)
    return [event.body for event in result.events]


def once() -> Scribe:
    scribe = Scribe()
    scribe.events += imported(small_day(), *TWICE, station="c").events
    scribe.now = 5_000
    return scribe


def key_of(scribe: Scribe, kind: type, value: str) -> str:
    """Return the key of the event that said these words."""
    return next(event.key for event in scribe.events if isinstance(event.body, kind) and value in event.body)


def test_the_same_file_twice_adds_nothing() -> None:
    assert after(once(), *TWICE) == []


def test_an_answer_stands_for_one_line_so_a_third_twin_is_taken() -> None:
    assert after(once(), *TWICE, (*PLACE, "Réseau")) == [AnswerGiven(HEAD, "Réseau")]


def test_another_group_may_say_the_same_words() -> None:
    head = HEAD._replace(group="")
    assert after(once(), (*PLACE[:3], "", *PLACE[4:], "Réseau")) == [AnswerGiven(head, "Réseau")]


@pytest.mark.parametrize("change", [AnswerWithdrawn, AnswerCorrected, AnswerMoved])
def test_what_a_person_changed_since_is_not_taken_again(change: type) -> None:
    scribe = once()
    more = {AnswerWithdrawn: (), AnswerCorrected: ("Réseaux",), AnswerMoved: (HEAD._replace(column="coeur"),)}[change]
    scribe.did(change(key_of(scribe, AnswerGiven, "Réseau"), *more))
    assert after(scribe, *TWICE) == []


def test_what_was_worded_otherwise_is_known_by_its_new_words_too() -> None:
    scribe = once()
    scribe.did(AnswerCorrected(key_of(scribe, AnswerGiven, "Réseau"), "Réseaux"))
    assert after(scribe, (*PLACE, "Réseaux"), *TWICE[1:]) == []


def test_a_recount_is_not_replaced_by_an_old_file() -> None:
    scribe = once()
    counted = Address("debat", "positions", 1, "", "gratuite", "pour")
    scribe.did(AnswerGiven(counted, 14), RoomCounted("debat", 38, "gratuite"))
    assert after(scribe, *TWICE) == []


def test_a_file_undone_is_taken_again() -> None:
    scribe = once()
    scribe.did(ActUndone("lecture"))
    assert len(after(scribe, *TWICE)) == len(TWICE) + 1


def test_a_question_withdrawn_comes_back_only_with_something_new() -> None:
    scribe = once()
    scribe.did(RowWithdrawn(key_of(scribe, RowAdded, "Qui paie ?")))
    assert after(scribe, *TWICE) == []
    asked, said = after(scribe, (*QUESTION, "Les communes"))
    assert asked == RowAdded("questions", "questions", "Qui paie ?")
    assert isinstance(said, AnswerGiven)
    assert said.address.row == "b-1"


def test_a_question_worded_otherwise_is_not_added_again() -> None:
    scribe = once()
    scribe.did(RowReworded(key_of(scribe, RowAdded, "Qui paie ?"), "Qui finance ?"))
    assert after(scribe, *TWICE) == []
