from dataclasses import replace

import pytest

from facilitation.cells.effectif import computed_verdict, poll, positions, tallies
from facilitation.cells.filled import Filled
from facilitation.events import AnswerGiven
from facilitation.sheet import Address, Row
from facilitation.synthesis import Position, Tally
from facilitation.typography import percentage
from facilitation.writers.wording import count_words, total_words
from tests.cells.sheets import DEBATE, FREE_CARE, GROUPS, HOUSING, counted
from tests.rooms import Scribe

NOT_NOTED = "La réponse de la salle n’a pas été notée"


def test_positions_are_told_with_their_gesture_in_the_order_of_the_scale() -> None:
    assert positions(DEBATE) == (
        Position("Pas du tout d’accord", "assis", -1),
        Position("Plutôt d’accord", "debout", 0.5),
        Position("Tout à fait d’accord", "debout, bras en l’air", 1),
    )


def test_each_round_has_its_name_its_counts_and_the_people_in_the_room() -> None:
    assert tallies(counted((19, 11, 5), (26, 7, 2), people=35), FREE_CARE) == (
        Tally("Avant", (19, 11, 5), 35),
        Tally("Après", (26, 7, 2), 35),
    )


def test_a_round_nobody_counted_is_left_out() -> None:
    assert tallies(counted((None, None, None), (26, 7, 2)), FREE_CARE) == (Tally("Après", (26, 7, 2)),)


def test_a_count_of_zero_is_a_count() -> None:
    (tally,) = tallies(counted((0, 0, 0)), FREE_CARE)
    assert tally.counts == (0, 0, 0)


def test_the_counts_of_several_groups_add_up() -> None:
    scribe = Scribe()
    for group, count in (("g13", 4), ("g84", 3), ("", 2)):
        scribe.did(AnswerGiven(Address("debat", "positions", 1, group, "gratuite", "debout"), count))
    (tally,) = tallies(Filled(scribe.room(), "debat", DEBATE, GROUPS), FREE_CARE)
    assert tally.counts == (None, 9, None)


def test_a_statement_knows_its_number_and_its_verdict_comes_from_the_last_round() -> None:
    told = poll(counted((19, 11, 5), (2, 7, 26), row=HOUSING), HOUSING)
    assert (told.number, told.total, told.statement) == (2, 2, "Sans logement, aucun suivi ne tient")
    # (−2 + 3.5 + 26)/35 = 0.786
    assert (told.verdict, told.computed) == ("tout à fait d’accord", True)
    assert told.method == "moyenne 0,79 (de −1 à +1)\u00a0; accord dans la salle 0,69"


@pytest.mark.parametrize("counts", [(None, 11, 5), (19, None, 5), (19, 11, None), (None, None, None)])
def test_nothing_is_computed_when_a_count_is_missing(counts: tuple[int | None, ...]) -> None:
    told = poll(counted(counts), FREE_CARE)
    assert (told.verdict, told.method, told.moves, told.computed) == ("", "", "", False)
    assert told.message == NOT_NOTED
    assert computed_verdict(DEBATE, counts) == ""


def test_a_missing_count_is_told_as_such_and_the_sum_as_a_minimum() -> None:
    (tally,) = tallies(counted((19, None, 5)), FREE_CARE)
    assert [count_words(tally, count) for count in tally.counts] == ["19", "non compté", "5"]
    assert total_words(tally) == "au moins 24"


def test_an_incomplete_second_round_does_not_bring_the_first_verdict_back() -> None:
    told = poll(counted((2, 7, 26), (26, None, 2)), FREE_CARE)
    assert (told.verdict, told.moves) == ("", "")


def test_a_scale_without_weights_gives_no_verdict() -> None:
    assert poll(_without_weights((3, 4, 5)), FREE_CARE).verdict == ""


def test_the_animators_verdict_wins_over_the_counts_even_outside_the_scale() -> None:
    told = poll(counted((2, 7, 26), verdict="contrastée !"), FREE_CARE)
    assert (told.verdict, told.computed, told.method) == ("contrastée !", False, "")
    assert told.message == "La salle est «\u00a0contrastée !\u00a0»"


def test_the_published_verdict_wins_over_the_counts_and_the_animators_over_the_published_one() -> None:
    published = Row("gratuite", "La gratuité suffit", answer="plutôt pas d’accord")
    assert poll(_with_row(counted((2, 7, 26)), published), published).verdict == "plutôt pas d’accord"
    assert poll(_with_row(counted((2, 7, 26), verdict="contrastée !"), published), published).verdict == "contrastée !"


def test_an_empty_wording_gives_the_computed_verdict_back() -> None:
    assert poll(counted((2, 7, 26), verdict=""), FREE_CARE).computed


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        # 5 and 2 leave, 7 arrive: seven moved at least
        ((19, 11, 5), (26, 7, 2), "au moins 7 personnes (assis\u00a0+7, debout\u00a0−4, bras en l’air\u00a0−3)"),
        ((19, 11, 5), (18, 12, 5), "au moins 1 personne (assis\u00a0−1, debout\u00a0+1, bras en l’air\u00a00)"),
        ((19, 11, 5), (19, 11, 5), "aucun déplacement visible"),
        # three people left the room in between: the larger of what was lost and won
        ((19, 11, 5), (16, 11, 5), "au moins 3 personnes (assis\u00a0−3, debout\u00a00, bras en l’air\u00a00)"),
    ],
)
def test_moves_say_how_many_people_moved_at_least(before: tuple[int, ...], after: tuple[int, ...], sentence: str) -> None:
    assert poll(counted(before, after), FREE_CARE).moves == sentence


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ((19, 11, 5), (26, 7, 2), "Après les arguments, sept personnes de moins sont d’accord"),
        ((19, 11, 5), (18, 11, 6), "Après les arguments, une personne de plus est d’accord"),
        ((19, 11, 5), (0, 20, 15), "Après les arguments, 19 personnes de plus sont d’accord"),
        # as many agree as before: the verdict is what there is to say; (−19 + 2.5 + 11)/35 = −0.16, A under 0.2
        ((19, 11, 5), (19, 5, 11), "La salle est «\u00a0contrastée\u00a0»"),
    ],
)
def test_the_message_tells_the_change_between_rounds_else_the_verdict(
    before: tuple[int, ...], after: tuple[int, ...], message: str
) -> None:
    assert poll(counted(before, after), FREE_CARE).message == message


def test_a_statement_nobody_answered_says_that_nothing_was_noted() -> None:
    told = poll(counted(), FREE_CARE)
    assert (told.message, told.tallies, told.counted) == (NOT_NOTED, (), False)


def test_a_share_comes_with_its_head_count_and_its_base_from_thirty_people_on() -> None:
    (tally,) = tallies(counted((19, 11, 5)), FREE_CARE)
    assert count_words(tally, 19) == "54\u00a0% (19 sur 35)"


def test_under_thirty_people_heads_come_alone_without_a_share() -> None:
    (tally,) = tallies(counted((14, 4, 2)), FREE_CARE)
    assert count_words(tally, 14) == "14"


@pytest.mark.parametrize(("part", "share"), [(1, "3\u00a0%"), (0, "0\u00a0%"), (40, "100\u00a0%"), (5, "13\u00a0%")])
def test_shares_have_no_decimals_and_halves_go_up(part: int, share: str) -> None:
    assert percentage(part, 40) == share


def _without_weights(counts: tuple[int, ...]) -> Filled:
    given = counted(counts)
    return replace(given, sheet=replace(DEBATE, columns=tuple(replace(column, weight=None) for column in DEBATE.columns)))


def _with_row(given: Filled, row: Row) -> Filled:
    return replace(given, sheet=replace(DEBATE, rows=(row, HOUSING)))
