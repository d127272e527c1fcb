from __future__ import annotations

from datetime import date, time

import pytest

from facilitation.library import scalars
from facilitation.library.scalars import UnreadableError


@pytest.mark.parametrize(
    ("letters", "seconds"),
    [
        ("5 min", 300),
        ("1 h 30", 5400),
        ("1h30", 5400),
        ("2 mn", 120),
        ("90 s", 90),
        ("1 h", 3600),
        ("1 h 30 min", 5400),
        ("1 min 30 s", 90),
        ("1 heure 15", 4500),
        ("5\u00a0min", 300),
        ("5 MIN", 300),
        ("45 minutes", 2700),
        ("24 h", 86400),
    ],
)
def test_durations_are_read_as_people_write_them(letters: str, seconds: int) -> None:
    assert scalars.duration(letters) == seconds


@pytest.mark.parametrize(
    ("letters", "sentence"),
    [
        ("5", "durée sans unité {} : écrivez par exemple {}"),
        ("x", "durée illisible {} : écrivez par exemple « 5 min », « 1 h 30 » ou « 90 s »"),
        ("1:30", "durée illisible {} : écrivez par exemple « 5 min », « 1 h 30 » ou « 90 s »"),
        ("5 30 s", "durée illisible {} : écrivez par exemple « 5 min », « 1 h 30 » ou « 90 s »"),
        ("", "durée illisible {} : écrivez par exemple « 5 min », « 1 h 30 » ou « 90 s »"),
        ("0 min", "durée impossible {} : de 1 s à 24 h"),
        ("25 h", "durée impossible {} : de 1 s à 24 h"),
    ],
)
def test_a_bad_duration_says_how_to_write_it(letters: str, sentence: str) -> None:
    with pytest.raises(UnreadableError) as error:
        scalars.duration(letters)
    assert error.value.sentence == sentence


@pytest.mark.parametrize(
    ("letters", "hour"), [("10:15", time(10, 15)), ("9:30", time(9, 30)), ("9h05", time(9, 5)), ("14 h", time(14))]
)
def test_hours_are_read_as_people_write_them(letters: str, hour: time) -> None:
    assert scalars.hour(letters) == hour


@pytest.mark.parametrize("letters", ["25:00", "10:", "10:75", "1015", "615", "9:5", "matin"])
def test_a_bad_hour_is_refused(letters: str) -> None:
    with pytest.raises(UnreadableError, match="heure illisible"):
        scalars.hour(letters)


def test_a_date_is_year_month_day() -> None:
    assert scalars.day("2021-11-16") == date(2021, 11, 16)


@pytest.mark.parametrize(
    ("letters", "proposed"),
    [
        ("16/11/2021", "2021-11-16"),
        ("1er mars 2024", "2024-03-01"),
        ("mardi 16 novembre 2021", "2021-11-16"),
        ("31/02/2024", "2021-11-16"),
        ("demain", "2021-11-16"),
        ("2021-11-16 10:00:00", "2021-11-16"),
    ],
)
def test_another_writing_of_a_date_is_answered_with_the_right_one(letters: str, proposed: str) -> None:
    with pytest.raises(UnreadableError) as error:
        scalars.day(letters)
    assert error.value.words == (letters, proposed)


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnreadableError, match="cette date n'existe pas"):
        scalars.day("2023-02-29")


@pytest.mark.parametrize("letters", ["#0B6E6E", "#0b6e6e"])
def test_a_colour_has_six_figures(letters: str) -> None:
    assert scalars.colour(letters) == "#0B6E6E"


@pytest.mark.parametrize("letters", ["0B6E6E", "#0B6", "rouge", "#0B6E6G"])
def test_a_bad_colour_is_refused(letters: str) -> None:
    with pytest.raises(UnreadableError, match="couleur illisible"):
        scalars.colour(letters)


@pytest.mark.parametrize(("letters", "value"), [("oui", True), ("Oui", True), ("true", True), ("non", False), ("no", False)])
def test_yes_and_no_are_words(letters: str, value: bool) -> None:
    assert scalars.yes(letters) is value


@pytest.mark.parametrize("letters", ["jambe-droite", "g13", "1", "été_2024", "v1.2"])
def test_a_key_is_a_word(letters: str) -> None:
    assert scalars.key(letters) == letters


@pytest.mark.parametrize(("letters", "proposed"), [("Tête haute", "tete-haute"), ("../secret", "secret"), ("a/b", "a-b")])
def test_a_key_with_a_space_is_answered_with_one_without(letters: str, proposed: str) -> None:
    with pytest.raises(UnreadableError) as error:
        scalars.key(letters)
    assert error.value.words == (letters, proposed)


@pytest.mark.parametrize("letters", ["Ce que {ligne} peuvent apporter {à colonne}", "Dites", "{{ligne}}"])
def test_a_phrase_is_read_aloud_with_its_row_and_column(letters: str) -> None:
    assert scalars.phrase(letters) == letters


@pytest.mark.parametrize("letters", ["{lignes}", "{}", "{ligne!r}", "{ligne.key}", "{colonne:>9}", "{", "a } b"])
def test_a_phrase_holds_no_other_mark(letters: str) -> None:
    with pytest.raises(UnreadableError):
        scalars.phrase(letters)


def test_a_text_holds_no_sign_that_a_document_cannot() -> None:
    with pytest.raises(UnreadableError, match=r"signe invisible U\+0000"):
        scalars.text("a\x00b")


def test_a_text_is_not_a_book() -> None:
    with pytest.raises(UnreadableError, match="texte de 20001 signes"):
        scalars.text("a" * 20_001)
