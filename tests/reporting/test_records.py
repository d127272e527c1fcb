"""Every answer as a line of the CSV, in the order of the day."""

import csv

import pytest

from facilitation.events import (
    AnswerCorrected,
    AnswerGiven,
    AnswerMoved,
    AnswerWithdrawn,
    RoomCounted,
    RowAdded,
    RowReworded,
    RowWithdrawn,
    VerdictWorded,
)
from facilitation.reporting import records_of
from facilitation.room import Room
from facilitation.sheet import Address
from facilitation.synthesis import Record
from tests.rooms import Scribe
from tests.workshop.days import EXAMPLES, example, example_folder, example_room, small_day

HEAD = Address("silhouettes", "portraits", 1, "g13", "asv", "tete")
SITTING = Address("debat", "positions", 1, "", "gratuite", "contre")
ANSWER = Address("questions", "questions", 1, "", "", "reponse")


def records(scribe: Scribe) -> list[Record]:
    return list(records_of(small_day(), scribe.room()))


def test_an_answer_is_a_line_with_the_keys_of_its_address_and_its_letters() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(HEAD, "les participant·es d'abord", "CLS de la Vallée", "2021-11-16T10:30:00"))
    assert records(scribe) == [
        Record(
            "silhouettes",
            "portraits",
            "",
            "g13",
            "asv",
            "tete",
            "les participant·es d'abord",
            "CLS de la Vallée",
            "2021-11-16T10:30:00",
        )
    ]


def test_lines_follow_the_day_its_sheets_its_rows_its_columns_then_its_groups_whatever_the_order_they_were_said_in() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(HEAD._replace(row="cpts"), "5"))
    scribe.did(AnswerGiven(HEAD._replace(column="coeur"), "4"))
    scribe.did(AnswerGiven(HEAD._replace(group=""), "3"))
    scribe.did(AnswerGiven(HEAD._replace(group="g84"), "2"))
    scribe.did(AnswerGiven(HEAD, "1"))
    scribe.did(AnswerGiven(SITTING, 0))
    assert [record.valeur for record in records(scribe)] == ["0", "1", "2", "3", "4", "5"]


def test_a_count_has_its_round_the_people_in_the_room_and_the_verdict() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(SITTING._replace(round=2), 0), RoomCounted("debat", 35, "gratuite", 2))
    scribe.did(AnswerGiven(SITTING, 12), RoomCounted("debat", 36, "gratuite", 1))
    scribe.did(VerdictWorded("debat", "gratuite", "contrastée !"))
    assert [record[:7] for record in records(scribe)] == [
        ("debat", "positions", "1", "", "gratuite", "salle", "36"),
        ("debat", "positions", "1", "", "gratuite", "contre", "12"),
        ("debat", "positions", "2", "", "gratuite", "salle", "35"),
        ("debat", "positions", "2", "", "gratuite", "contre", "0"),
        ("debat", "positions", "", "", "gratuite", "verdict", "contrastée !"),
    ]


def test_only_the_last_count_of_a_cell_is_a_line() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(SITTING, 12))
    scribe.did(AnswerGiven(SITTING, 19))
    assert [record.valeur for record in records(scribe)] == ["19"]


def test_a_cell_nobody_counted_has_no_line_rather_than_a_zero() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(SITTING, 12))
    assert [(record.colonne, record.valeur) for record in records(scribe)] == [("contre", "12")]


def test_a_question_is_told_in_its_words_and_stays_without_an_answer() -> None:
    scribe = Scribe()
    first, _second = scribe.did(RowAdded("questions", "questions", "Qui paie"), RowAdded("questions", "questions", "Quand ?"))
    scribe.did(AnswerGiven(ANSWER._replace(row=first.key), "L’assurance maladie"))
    scribe.did(RowReworded(first.key, "Qui finance ?"))
    assert [record[:7] for record in records(scribe)] == [
        ("questions", "questions", "", "", "Qui finance ?", "reponse", "L’assurance maladie"),
        ("questions", "questions", "", "", "Quand ?", "", ""),
    ]


def test_what_was_corrected_moved_or_withdrawn_is_told_as_it_stands() -> None:
    scribe = Scribe()
    corrected, moved, gone = scribe.did(*(AnswerGiven(HEAD, word) for word in ("Formations", "Partage", "Veille")))
    (question,) = scribe.did(RowAdded("questions", "questions", "Qui paie ?"))
    scribe.did(AnswerCorrected(corrected.key, "Formation"), AnswerMoved(moved.key, HEAD._replace(column="coeur")))
    scribe.did(AnswerWithdrawn(gone.key), RowWithdrawn(question.key))
    assert [(record.colonne, record.valeur) for record in records(scribe)] == [("tete", "Formation"), ("coeur", "Partage")]


def test_an_answer_whose_cell_the_day_no_longer_has_comes_last_under_its_old_keys() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(HEAD._replace(row="clsm"), "Réseau"), AnswerGiven(SITTING._replace(round=3), 7))
    scribe.did(AnswerGiven(HEAD, "Veille"))
    assert [record[:7] for record in records(scribe)] == [
        ("silhouettes", "portraits", "", "g13", "asv", "tete", "Veille"),
        ("silhouettes", "portraits", "1", "g13", "clsm", "tete", "Réseau"),
        ("debat", "positions", "3", "", "gratuite", "contre", "7"),
    ]


def test_a_day_where_nothing_was_said_has_no_line() -> None:
    assert list(records_of(small_day(), Room())) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_published_answers_come_back_line_for_line(name: str) -> None:
    with (example_folder(name) / "reponses.csv").open(encoding="utf-8-sig", newline="") as file:
        published = [Record(**line) for line in csv.DictReader(file, delimiter=";")]
    assert sorted(records_of(example(name), example_room(name))) == sorted(published)
