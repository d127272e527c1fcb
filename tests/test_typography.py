from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitation.typography import (
    capitalised,
    decimal,
    enumeration,
    folded,
    french,
    hour_words,
    in_words,
    long_date,
    percentage,
    plural,
    quoted,
    signed,
    thousands,
)

SIGNS = " \u00a0\u202f:;!?»«()'’.,-–…%€/@0123456789\nabcDÉœx"
written = st.one_of(st.text(SIGNS, max_size=30), st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30))
THIN = "\u202f"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Pourquoi ?", "Pourquoi\u00a0?"),
        ("Pourquoi?", "Pourquoi\u00a0?"),
        (f"Vraiment{THIN}!", "Vraiment\u00a0!"),
        ("Quoi ? ! Non !!!", "Quoi\u00a0?! Non\u00a0!!!"),
        ("Freins ; leviers", "Freins\u00a0; leviers"),
        ("Titre : sous-titre", "Titre\u00a0: sous-titre"),
        ("Titre: sous-titre", "Titre\u00a0: sous-titre"),
        ("Valeurs :", "Valeurs\u00a0:"),
        ("« Silhouette »", "«\u00a0Silhouette\u00a0»"),
        ("«Silhouette»", "«\u00a0Silhouette\u00a0»"),
        ("« Qui ? » dit-on", "«\u00a0Qui\u00a0?\u00a0» dit-on"),
        ("l'accès aujourd'hui, l'« aller vers »", "l’accès aujourd’hui, l’«\u00a0aller vers\u00a0»"),
        ("64 % des 12 €", "64\u00a0% des 12\u00a0€"),
        ("64% des présents", "64\u00a0% des présents"),
    ],
)
def test_french_signs_have_their_non_breaking_space(typed: str, shown: str) -> None:
    assert french(typed) == shown


@pytest.mark.parametrize(
    "untouched",
    [
        "https://exemple.fr/a?b=c;d:e!",
        "www.exemple.fr/?x",
        "ecrire@exemple.fr",
        "14:30",
        "4.5:1",
        "4,5:1",
        "merci :)",
        "bof ;-)",
        "(?)",
        "sequence;feuille;tour",
        "journee.yaml:12:5",
        "C:\\dossier",
        "!important",
        "",
        ":",
    ],
)
def test_addresses_hours_ratios_codes_and_smileys_are_left_alone(untouched: str) -> None:
    assert french(untouched) == untouched


def test_an_address_in_a_sentence_keeps_its_signs_and_the_sentence_gets_its_spaces() -> None:
    assert french("Voir : https://exemple.fr/?a=1 ; puis 14:30 !") == (
        "Voir\u00a0: https://exemple.fr/?a=1\u00a0; puis 14:30\u00a0!"
    )


@given(written)
@example("a :D;)")
@example("0::")
@example("0:»")
@example("0;(»")
@example("«https://exemple.fr»")
@example("?!\u00a0?")
def test_correcting_twice_changes_nothing_more(text: str) -> None:
    assert french(french(text)) == french(text)


@given(written)
def test_correcting_changes_spaces_and_apostrophes_only(text: str) -> None:
    def letters(one: str) -> str:
        return one.replace("’", "'").translate(dict.fromkeys(map(ord, " \u00a0\u202f")))

    assert letters(french(text)) == letters(text)


@given(st.text("abcé '", min_size=1).filter(lambda words: words.strip() == words), st.sampled_from(";:!?»"))
def test_no_breaking_space_ever_stands_before_a_high_sign(words: str, sign: str) -> None:
    assert french(f"{words} {sign}").endswith(f"\u00a0{sign}")


def test_what_is_quoted_keeps_its_letters() -> None:
    assert quoted("C'est quoi ?") == "«\u00a0C'est quoi ?\u00a0»"


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0 idée"), (1, "1 idée"), (2, "2 idées"), (1373, "1 373 idées"), (-1, "−1 idée")]
)
def test_zero_and_one_are_singular(count: int, shown: str) -> None:
    assert plural(count, "idée") == shown.replace(" ", "\u00a0")


def test_a_plural_may_be_given() -> None:
    assert plural(3, "tour de salle", "tours de salle") == "3\u00a0tours de salle"


def test_counts_up_to_ten_are_said_in_words() -> None:
    assert [in_words(count) for count in (0, 1, 2, 10, 11, 1200)] == ["zéro", "un", "deux", "dix", "11", "1\u00a0200"]
    assert in_words(1, feminine=True) == "une"
    assert in_words(2, feminine=True) == "deux"


def test_thousands_are_apart_and_minus_is_a_minus() -> None:
    assert [thousands(count) for count in (7, 1373, 4_700_000, -1373)] == [
        "7",
        "1\u00a0373",
        "4\u00a0700\u00a0000",
        "−1\u00a0373",
    ]


def test_decimals_have_a_comma_and_zero_has_no_sign() -> None:
    assert [decimal(-0.314), decimal(94.85, 1), decimal(-0.001), decimal(2, 0)] == ["−0,31", "94,8", "0,00", "2"]


def test_a_move_has_its_sign() -> None:
    assert [signed(count) for count in (4, -7, 0)] == ["+4", "−7", "0"]


def test_shares_are_rounded_to_the_unit_halves_up() -> None:
    shares = [percentage(part, whole) for part, whole in [(27, 42), (1, 8), (0, 3), (3, 3), (1, 200)]]

    assert shares == ["64\u00a0%", "13\u00a0%", "0\u00a0%", "100\u00a0%", "1\u00a0%"]


def test_the_first_of_a_month_is_an_ordinal() -> None:
    assert long_date(date(2021, 11, 16)) == "16 novembre 2021"
    assert long_date(date(2024, 3, 1)) == "1er mars 2024"
    assert long_date(date(2024, 8, 31)) == "31 août 2024"


def test_words_are_listed_with_and_before_the_last() -> None:
    assert [enumeration(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a et b", "a, b et c"]


def test_capitals_keep_their_accents() -> None:
    assert [capitalised(text) for text in ("état", "à venir", "œuvre", "CPTS", "")] == ["État", "À venir", "Œuvre", "CPTS", ""]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L'accès aux soins", "l’acces  aux soins."),
        ("L‘accès", "l\u02bcaccès"),
        ("Être relais", "etre relais"),
        ("1\u00a0373 personnes", "1\u202f373 personnes"),
        ("Cœur", "coeur"),
        ("Rendez-vous", "rendez vous"),
        ("jambe‑droite", "jambe droite"),
        ("Quoi ?", "quoi"),
        ("« Aller vers »", "aller vers"),
        ("-5 points", "−5 points"),
        ("e\u0301lus", "élus"),
        ("№ 5", "no 5"),
    ],
)
def test_two_writings_of_one_idea_fold_to_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("+", "−"), ("5 %", "5"), ("A/B", "AB"), ("+5", "−5"), ("<1", ">1"), ("a", "b")])
def test_signs_that_carry_meaning_are_kept(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_an_hour_is_said_without_empty_minutes() -> None:
    assert hour_words(time(9)) == "9\u00a0h"
    assert hour_words(time(14, 5)) == "14\u00a0h\u00a005"
