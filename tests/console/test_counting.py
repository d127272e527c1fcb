"""Counting heads, standing up, on any keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.console.counting import AZERTY, Counting
from facilitation.typography import NBSP
from facilitation.workshop import acts
from tests.console.core import Played


@pytest.fixture
def counting(played: Played) -> Counting:
    """Return the first count of the first statement; 36 people are expected."""
    return Counting(played.session, "debat", "positions", "professionnels", 1)


def typed(counting: Counting, keys: str) -> None:
    """Press keys: figures, « > » for the next card, « + » and « - » for one person more or less, « = » for the rest."""
    for key in keys:
        match key:
            case ">":
                counting.move(1)
            case "=":
                counting.rest()
            case "+" | "-":
                counting.step(1 if key == "+" else -1)
            case _:
                assert counting.digit(key)


def counts(counting: Counting) -> list[int | None]:
    return [card.count for card in counting.cards()]


def kept(played: Played, counting: Counting) -> list[int | str | None]:
    """Return the counts that are on disk."""
    found = [played.workshop.room.count(counting.address(column.key)) for column in counting.sheet.columns]
    return [None if answer is None else answer.value for answer in found]


def total(counting: Counting) -> str:
    return counting.total_words().replace(NBSP, " ")


# --- Keys --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "digit"), list(zip("&é\"'(-è_çà§!", "123456789068", strict=True)))
def test_the_keys_of_an_azerty_row_are_figures_without_maj(counting: Counting, key: str, digit: str) -> None:
    assert counting.digit(key)
    assert counts(counting)[0] == int(digit)


@pytest.mark.parametrize("digit", "0123456789")
def test_figures_are_figures_on_every_keyboard(counting: Counting, digit: str) -> None:
    assert counting.digit(digit)
    assert counts(counting)[0] == int(digit)


def test_no_figure_means_another_on_azerty() -> None:
    assert not set(AZERTY) & set("0123456789")


@pytest.mark.parametrize("key", ["a", "=", "s", "S", "?", " ", "²", "٣", "½"])
def test_other_keys_are_no_figures(counting: Counting, key: str) -> None:
    assert not counting.digit(key)
    assert counts(counting) == [None, None, None]


def test_figures_follow_one_another(counting: Counting) -> None:
    typed(counting, "&ç")
    assert counts(counting)[0] == 19


def test_the_first_figure_after_arriving_replaces(played: Played, counting: Counting) -> None:
    typed(counting, "19>12>5>")
    played.settle()
    typed(counting, "2")
    assert counts(counting) == [2, 12, 5]
    typed(counting, "0")
    assert counts(counting) == [20, 12, 5]


def test_a_figure_after_a_pause_still_follows_the_one_before(played: Played, counting: Counting) -> None:
    typed(counting, "1")
    counting.keep()
    played.settle()
    typed(counting, "9")
    assert counts(counting)[0] == 19


def test_one_person_more_or_less_never_under_zero(counting: Counting) -> None:
    typed(counting, "++-")
    assert counts(counting)[0] == 1
    typed(counting, "---")
    assert counts(counting)[0] == 0


def test_the_last_figure_is_taken_off(counting: Counting) -> None:
    counting.erase()
    assert counts(counting)[0] is None
    typed(counting, "19")
    counting.erase()
    assert counts(counting)[0] == 1
    counting.erase()
    assert counts(counting)[0] == 0


def test_no_room_holds_more_than_the_largest_count(counting: Counting) -> None:
    typed(counting, "9999999999")
    assert counts(counting)[0] == 100_000


# --- Keeping -----------------------------------------------------------------------------------------------------------------


def test_a_count_is_kept_on_leaving_its_card(played: Played, counting: Counting) -> None:
    typed(counting, "19")
    played.settle()
    assert kept(played, counting) == [None, None, None]
    counting.move(1)
    played.settle()
    assert kept(played, counting) == [19, None, None]
    assert [card.is_current for card in counting.cards()] == [False, True, False]


def test_the_size_of_the_room_is_kept_with_the_first_count(played: Played, counting: Counting) -> None:
    typed(counting, "19>11>5>")
    played.settle()
    assert played.workshop.room.people("debat", "professionnels", 1) == 36


def test_cards_go_round_both_ways(counting: Counting) -> None:
    counting.move(-1)
    assert counting.current == 2
    counting.move(1)
    assert counting.current == 0


def test_a_card_that_was_only_visited_is_not_counted(played: Played, counting: Counting) -> None:
    typed(counting, ">>>")
    played.settle()
    assert kept(played, counting) == [None, None, None]
    assert played.session.keeper.is_idle


def test_a_count_of_zero_is_kept(played: Played, counting: Counting) -> None:
    typed(counting, "0>")
    played.settle()
    assert kept(played, counting) == [0, None, None]


def test_the_same_count_again_is_no_gesture(played: Played, counting: Counting) -> None:
    typed(counting, "19>")
    played.settle()
    counting.move(-1)
    typed(counting, "19>")
    played.settle()
    assert len(played.workshop.room.history("debat", played.workshop.host).done) == 1


def test_a_count_stays_in_sight_while_the_disk_refuses_it(played: Played, counting: Counting) -> None:
    played.fail()
    typed(counting, "19>")
    played.settle()
    assert counts(counting) == [19, None, None]
    assert total(counting) == "◐ 19 sur 36 : 17 personnes sans position   = met le reste ici"
    typed(counting, "=")
    assert counts(counting) == [19, 17, None]
    played.mend()
    played.session.keeper.retry()
    played.settle()
    assert kept(played, counting) == [19, 17, None]
    assert counts(counting) == [19, 17, None]


def test_a_count_replaced_before_the_disk_has_the_first_keeps_the_second(played: Played, counting: Counting) -> None:
    typed(counting, "19>")
    counting.move(-1)
    typed(counting, "20>")
    assert counts(counting)[0] == 20
    played.settle()
    assert kept(played, counting)[0] == 20
    assert counts(counting)[0] == 20


def test_an_undone_count_shows_the_one_before(played: Played, counting: Counting) -> None:
    typed(counting, "19>")
    counting.move(-1)
    typed(counting, "20>")
    played.session.undo("debat", lambda _address: None)
    played.settle()
    assert counts(counting)[0] == 19


# --- The room ----------------------------------------------------------------------------------------------------------------


def test_the_rest_of_the_room_is_put_in_one_place_and_marked_as_deduced(played: Played, counting: Counting) -> None:
    typed(counting, "19>5>=")
    played.settle()
    assert counts(counting) == [19, 5, 12]
    assert [card.deduced for card in counting.cards()] == [False, False, True]
    answer = played.workshop.room.count(counting.address("tout-a-fait"))
    assert answer is not None
    assert answer.deduced
    assert counting.card_words(counting.cards()[2]) == "= le reste de la salle"


def test_a_deduced_count_typed_again_is_deduced_no_more(played: Played, counting: Counting) -> None:
    typed(counting, "19>5>=12>")
    played.settle()
    assert [card.deduced for card in counting.cards()] == [False, False, False]
    assert counts(counting) == [19, 5, 12]
    answer = played.workshop.room.count(counting.address("tout-a-fait"))
    assert answer is not None
    assert not answer.deduced


def test_the_rest_replaces_what_the_card_held(played: Played, counting: Counting) -> None:
    typed(counting, "19>5>3")
    typed(counting, "=")
    played.settle()
    assert kept(played, counting) == [19, 5, 12]


def test_there_is_no_rest_in_an_over_full_room(played: Played, counting: Counting) -> None:
    typed(counting, "30>20>=")
    played.settle()
    assert counts(counting) == [30, 20, None]
    assert played.last == "▲ Il ne reste personne : les deux autres dépassent déjà la salle."


def test_a_whole_room_leaves_nobody_and_that_is_a_count(played: Played, counting: Counting) -> None:
    typed(counting, "30>6>=")
    played.settle()
    assert kept(played, counting) == [30, 6, 0]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("", "◐ 0 sur 36 : 36 personnes sans position   = met le reste ici"),
        ("19>", "◐ 19 sur 36 : 17 personnes sans position   = met le reste ici"),
        ("19>16>", "◐ 35 sur 36 : 1 personne sans position   = met le reste ici"),
        ("19>12>5>", "✓ 36 sur 36 : toute la salle est comptée"),
        ("30>20>26", "▲ 76 pour 36 : 40 de trop. Recomptez, ou S si la salle est à 76"),
    ],
)
def test_the_line_under_the_cards_says_who_is_missing(counting: Counting, keys: str, words: str) -> None:
    typed(counting, keys)
    assert total(counting) == words


def test_the_room_is_as_big_as_what_is_counted_when_the_animator_says_so(played: Played, counting: Counting) -> None:
    typed(counting, "30>20>")
    counting.set_room()
    played.settle()
    assert total(counting) == "✓ 50 sur 50 : toute la salle est comptée"
    assert played.last == "◆ La salle compte maintenant 50 personnes."
    assert played.workshop.room.people("debat", "professionnels", 1) == 50


def test_the_animator_may_say_another_size(played: Played, counting: Counting) -> None:
    counting.set_room(42)
    played.settle()
    assert (counting.people, counting.missing) == (42, 42)


def test_a_count_being_typed_is_kept_before_the_size_of_the_room(played: Played, counting: Counting) -> None:
    typed(counting, "40")
    counting.set_room()
    played.settle()
    assert kept(played, counting)[0] == 40
    assert counting.people == 40


def test_a_room_of_unknown_size_has_no_rest_and_asks_for_it(played: Played, counting: Counting) -> None:
    played.workshop.day = replace(played.workshop.day, people=None, groups=())
    typed(counting, "19")
    assert total(counting) == "◐ 19 personnes comptées   S dit combien la salle en compte"
    assert counting.missing is None
    typed(counting, "=")
    assert played.last == "◐ Dites d’abord combien la salle compte de personnes : S."
    assert counts(counting) == [19, None, None]


def test_people_counted_last_are_those_expected_at_the_next_statement(played: Played, counting: Counting) -> None:
    counting.set_room(42)
    played.settle()
    assert Counting(played.session, "debat", "positions", "logement", 1).people == 42


# --- A second round ----------------------------------------------------------------------------------------------------------


def test_the_second_count_starts_empty_beside_the_first(played: Played, counting: Counting) -> None:
    typed(counting, "19>12>5>")
    played.settle()
    after = Counting(played.session, "debat", "positions", "professionnels", 2)
    assert [(card.before, card.count) for card in after.cards()] == [(19, None), (12, None), (5, None)]
    assert after.card_words(after.cards()[0]) == "avant 19"
    typed(after, "26>7>3>")
    assert [after.card_words(card) for card in after.cards()] == ["avant 19   +7", "avant 12   −5", "avant 5   −2"]
    played.settle()
    assert kept(played, counting) == [19, 12, 5]
    assert kept(played, after) == [26, 7, 3]


def test_a_second_count_may_be_of_another_room(played: Played, counting: Counting) -> None:
    typed(counting, "19>12>5>")
    played.settle()
    after = Counting(played.session, "debat", "positions", "professionnels", 2)
    after.set_room(30)
    played.settle()
    assert (counting.people, after.people) == (36, 30)


@pytest.mark.parametrize(
    ("keys", "words"), [("", ["tapez le nombre", "à compter", "à compter"]), ("18", ["50 %", "à compter", "à compter"])]
)
def test_a_card_says_what_to_do_then_its_share(counting: Counting, keys: str, words: list[str]) -> None:
    typed(counting, keys)
    assert [counting.card_words(card).replace(NBSP, " ") for card in counting.cards()] == words


def test_a_first_count_missing_is_no_zero_in_the_second_round(played: Played) -> None:
    after = Counting(played.session, "debat", "positions", "professionnels", 2)
    typed(after, "26")
    assert after.cards()[0].before is None


def test_the_count_of_the_whole_room_belongs_to_no_group(played: Played, counting: Counting) -> None:
    played.session.keep(lambda: acts.set_people(counting.address(""), 36))
    typed(counting, "19>")
    played.settle()
    assert counting.address("plutot").group == ""
    assert played.workshop.room.groups("debat", "positions") == [""]
