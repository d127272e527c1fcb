"""What people do, as events: each gesture checked against what the room holds."""

import pytest

from facilitation.errors import InvalidAnswerError
from facilitation.events import (
    ActRedone,
    ActUndone,
    AnswerCorrected,
    AnswerGiven,
    AnswerMoved,
    AnswerWithdrawn,
    Body,
    RoomCounted,
    RowAdded,
    RowReworded,
    RowWithdrawn,
    VerdictWorded,
)
from facilitation.room import Room
from facilitation.sheet import Address, Cell, Column, Row, Sheet
from facilitation.workshop import acts
from facilitation.workshop.acts import Headcount
from tests.rooms import Scribe
from tests.workshop.days import BODIES, DEBATE, QUESTIONS

HEAD = Address("silhouettes", "portraits", 1, "g13", "asv", "tete")
HEART = HEAD._replace(column="coeur")
SITTING = Address("debat", "positions", 1, "", "gratuite", "contre")
PORTRAITS: Sheet = BODIES.sheets[0]
POSITIONS: Sheet = DEBATE.sheets[0]
ASKED: Sheet = QUESTIONS.sheets[0]


@pytest.fixture
def scribe() -> Scribe:
    return Scribe()


def key_of(scribe: Scribe, body: Body) -> str:
    return scribe.did(body)[0].key


# --- Ideas -------------------------------------------------------------------------------------------------------------------


def test_several_ideas_are_given_in_their_order_by_who_speaks() -> None:
    assert acts.give(PORTRAITS, HEAD, ["Réseau", " Élus "], author="CLS") == [
        AnswerGiven(HEAD, "Réseau", "CLS"),
        AnswerGiven(HEAD, "Élus", "CLS"),
    ]


def test_one_wrong_idea_and_none_is_given() -> None:
    with pytest.raises(InvalidAnswerError, match="idée vide"):
        acts.give(PORTRAITS, HEAD, ["Réseau", " "])


def test_an_idea_is_corrected_moved_and_withdrawn(scribe: Scribe) -> None:
    key = key_of(scribe, AnswerGiven(HEAD, "Resau"))
    room = scribe.room()
    assert acts.correct(room, key, "Réseau ") == [AnswerCorrected(key, "Réseau", after=key)]
    assert acts.move(room, key, HEART) == [AnswerMoved(key, HEART)]
    assert acts.withdraw(room, key) == [AnswerWithdrawn(key)]


def test_what_would_change_nothing_is_no_event(scribe: Scribe) -> None:
    key = key_of(scribe, AnswerGiven(HEAD, "Réseau"))
    room = scribe.room()
    assert acts.correct(room, key, " Réseau") == []
    assert acts.move(room, key, HEAD) == []


def test_an_idea_withdrawn_meanwhile_can_be_neither_moved_nor_withdrawn_and_its_correction_is_refused(scribe: Scribe) -> None:
    key = key_of(scribe, AnswerGiven(HEAD, "Réseau"))
    scribe.did(AnswerWithdrawn(key))
    room = scribe.room()
    assert (acts.move(room, key, HEART), acts.withdraw(room, key)) == ([], [])
    with pytest.raises(InvalidAnswerError, match="retirée entre-temps"):
        acts.correct(room, key, "Réseaux")


def test_an_idea_is_not_corrected_into_nothing(scribe: Scribe) -> None:
    key = key_of(scribe, AnswerGiven(HEAD, "Réseau"))
    with pytest.raises(InvalidAnswerError, match="idée vide"):
        acts.correct(scribe.room(), key, "  ")


# --- Head-counts -------------------------------------------------------------------------------------------------------------


def test_the_first_count_of_a_statement_says_how_many_people_are_there() -> None:
    assert acts.count(Room(), Headcount(SITTING, 12, people=42)) == [
        AnswerGiven(SITTING, 12),
        RoomCounted("debat", 42, "gratuite", 1),
    ]


def test_the_next_counts_do_not_say_it_again_but_another_round_does(scribe: Scribe) -> None:
    scribe.did(RoomCounted("debat", 42, "gratuite", 1))
    room = scribe.room()
    assert acts.count(room, Headcount(SITTING, 12, people=42)) == [AnswerGiven(SITTING, 12)]
    assert len(acts.count(room, Headcount(SITTING._replace(round=2), 12, people=38))) == 2


def test_a_room_of_unknown_size_is_not_counted() -> None:
    assert acts.count(Room(), Headcount(SITTING, 12)) == [AnswerGiven(SITTING, 12)]


def test_a_deduced_count_says_that_it_is() -> None:
    assert acts.count(Room(), Headcount(SITTING, 12, deduced=True)) == [AnswerGiven(SITTING, 12, deduced=True)]


@pytest.mark.parametrize("people", [-1, 100_001])
def test_impossible_numbers_of_people_are_refused(people: int) -> None:
    with pytest.raises(InvalidAnswerError):
        acts.count(Room(), Headcount(SITTING, people))
    with pytest.raises(InvalidAnswerError):
        acts.set_people(SITTING, people)


def test_the_size_of_the_room_belongs_to_a_statement_and_a_round() -> None:
    assert acts.set_people(SITTING._replace(round=2), 38) == [RoomCounted("debat", 38, "gratuite", 2)]


# --- Verdicts and questions --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("wording", "kept"), [(" contrastée ! ", "contrastée !"), ("oui\nmais", "oui mais"), ("  ", "")])
def test_the_animators_words_are_kept_on_one_line_and_none_gives_the_computed_ones_back(wording: str, kept: str) -> None:
    assert acts.word_verdict("debat", "gratuite", wording) == [VerdictWorded("debat", "gratuite", kept)]


def test_a_verdict_that_no_document_can_hold_is_refused() -> None:
    with pytest.raises(InvalidAnswerError):
        acts.word_verdict("debat", "gratuite", "oui\x00")


def test_a_question_is_added_reworded_and_withdrawn() -> None:
    assert acts.add_row(ASKED, "questions", " Qui paie ? ") == [RowAdded("questions", "questions", "Qui paie ?")]
    assert acts.reword_row("k", " Qui finance ? ") == [RowReworded("k", "Qui finance ?")]
    assert acts.withdraw_row("k") == [RowWithdrawn("k")]


def test_an_exercise_with_fixed_rows_takes_no_other() -> None:
    with pytest.raises(InvalidAnswerError, match="fixées par l’exercice"):
        acts.add_row(POSITIONS, "debat", "Une affirmation de plus")


def test_a_question_without_words_is_refused() -> None:
    with pytest.raises(InvalidAnswerError):
        acts.add_row(ASKED, "questions", " ")
    with pytest.raises(InvalidAnswerError):
        acts.reword_row("k", " ")


def test_a_withdrawn_question_comes_back_where_it_was(scribe: Scribe) -> None:
    first = key_of(scribe, RowAdded("questions", "questions", "Qui ?"))
    scribe.did(RowAdded("questions", "questions", "Quand ?"))
    (gone,) = scribe.did(RowWithdrawn(first))
    scribe.did(ActUndone(gone.act))
    assert [row.title for row in scribe.room().rows("questions", "questions")] == ["Qui ?", "Quand ?"]


# --- Undo --------------------------------------------------------------------------------------------------------------------


def test_undo_and_redo_follow_the_acts_of_one_computer_in_one_sequence(scribe: Scribe) -> None:
    pasted = scribe.did(AnswerGiven(HEAD, "Réseau"), AnswerGiven(HEAD, "Élus"))
    scribe.did(AnswerGiven(SITTING, 12))
    undone = acts.undo(scribe.room(), "silhouettes", "poste-1")
    assert undone is not None
    assert undone.bodies == [ActUndone(pasted[0].act)]
    assert undone.events == list(pasted)
    scribe.did(*undone.bodies)
    redone = acts.redo(scribe.room(), "silhouettes", "poste-1")
    assert redone is not None
    assert redone.bodies == [ActRedone(pasted[0].act)]


def test_there_is_nothing_to_undo_in_another_sequence_nor_on_another_computer(scribe: Scribe) -> None:
    scribe.did(AnswerGiven(HEAD, "Réseau"))
    room = scribe.room()
    assert acts.undo(room, "debat", "poste-1") is None
    assert acts.undo(room, "silhouettes", "poste-2") is None
    assert acts.redo(room, "silhouettes", "poste-1") is None


# --- One word a copy -------------------------------------------------------------------------------------------------------

FORM = Sheet("fiche", "Fiche", Cell.TEXT, (Column("texte", "Texte"),), (Row("but", "But"),))
FIELD = Address("seance", "fiche", 1, "g1", "but", "texte")


def test_a_text_put_again_corrects_the_first_and_the_same_one_does_nothing() -> None:
    scribe = Scribe()
    assert acts.put(scribe.room(), FORM, FIELD, " Un ") == [AnswerGiven(FIELD, "Un")]
    (given,) = scribe.did(AnswerGiven(FIELD, "Un"))
    assert acts.put(scribe.room(), FORM, FIELD, "Deux") == [AnswerCorrected(given.key, "Deux", after=given.key)]
    assert acts.put(scribe.room(), FORM, FIELD, "Un") == []


def test_each_author_has_a_word_of_their_own() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(FIELD, "Un", "CCAS"))
    assert acts.put(scribe.room(), FORM, FIELD, "Deux") == [AnswerGiven(FIELD, "Deux")]
