from dataclasses import replace

from facilitation.synthesis import Bullets, Insight, Poll, Position, Section, Steps, Tally
from facilitation.writers.deck import restitution, support
from facilitation.writers.deck.polls import Debate, answered, gesture, round_labels
from facilitation.writers.deck.recap import recap
from facilitation.writers.slides import (
    BeforeAfter,
    InsightSlide,
    Instructions,
    ListSlide,
    Response,
    Slide,
    Statement,
    TableSlide,
)
from tests.writers import samples
from tests.writers.samples import POSITIONS
from tests.writers.test_deck import of_kind, plain, titles

POLL = Poll("q", 1, 4, "La prévention est l’affaire de tous", POSITIONS)
DEBATE = Debate("Débat mouvant")


def response(poll: Poll) -> Response:
    first = next(answered(poll, DEBATE))
    assert isinstance(first, Response)
    return first


def counted(*counts: int | None, room: int | None = None) -> Poll:
    return replace(POLL, tallies=(Tally("Effectifs", counts, room),))


def test_the_verdict_is_the_title_in_the_words_of_the_animator() -> None:
    assert (
        plain(response(replace(POLL, verdict="d’accord, avec des nuances")).title)
        == "La salle est « d’accord, avec des nuances »"
    )


def test_a_verdict_that_nobody_worded_reads_not_noted() -> None:
    shown = response(POLL)
    assert plain(shown.title) == "Réponse de la salle : non notée"
    assert plain(shown.kicker) == "Question n° 1/4"
    assert shown.bars is None
    assert shown.count == ""


def test_counts_are_bars_in_the_order_of_the_scale_and_the_largest_is_told() -> None:
    shown = response(counted(14, 6, 2, room=24))
    assert shown.bars is not None
    assert shown.bars.series[0].counts == (14, 6, 2)
    assert (shown.count, plain(shown.caption), shown.figure) == ("14", "personnes sur 22 sont assises", "assis")
    assert plain(shown.bars.message) == "Question n° 1/4 : 14 personnes sur 22 sont assises."
    assert plain(shown.note) == "24 personnes dans la salle."


def test_one_person_is_singular() -> None:
    shown = response(counted(0, 0, 1))
    assert plain(shown.caption) == "personne sur 1 a les bras en l’air"


def test_two_positions_that_tie_are_both_told() -> None:
    shown = response(counted(12, 10, 12))
    assert (shown.count, shown.figure) == ("12", "")
    assert plain(shown.caption) == "personnes sur 34 sont assises, autant ont les bras en l’air"


def test_a_missing_count_is_not_zero_and_no_largest_answer_is_claimed() -> None:
    shown = response(counted(14, None, 2))
    assert (shown.count, shown.caption, shown.figure) == ("", "", "")
    assert shown.bars is not None
    assert plain(shown.bars.message) == "Question n° 1/4 : comptage incomplet : au moins 16 personnes."


def test_a_position_without_a_gesture_is_told_by_its_name() -> None:
    pour = (Position("Pour"), Position("Contre"))
    assert (
        plain(response(replace(POLL, positions=pour, tallies=(Tally("", (8, 3)),))).caption) == "personnes sur 11 pour « Pour »"
    )
    assert gesture(pour[0]) == ""


def test_a_verdict_from_the_counts_says_so() -> None:
    shown = response(replace(counted(14, 6, 2), verdict="plutôt pas d’accord", computed=True))
    assert plain(shown.note) == "Réponse calculée d’après les effectifs."


# --- Rounds ----------------------------------------------------------------------------------------------------------------


def test_two_rounds_show_what_moved() -> None:
    slides = restitution(samples.debate())
    (shown,) = of_kind(slides, BeforeAfter)
    assert plain(shown.title) == "Question n° 2/4 : après les arguments, cinq personnes de plus sont d’accord"
    assert shown.columns == ("Position", "Avant", "Après", "Écart")
    assert shown.rows == (
        ("Pas du tout d’accord", "20", "15", "−5"),
        ("Plutôt d’accord", "11", "11", "0"),
        ("Tout à fait d’accord", "9", "14", "+5"),
        ("Ensemble", "40", "40", "0"),
    )
    assert [series.label for series in shown.bars.series] == ["avant", "après"]


def test_three_rounds_are_columns_and_bars_show_the_first_and_the_last() -> None:
    rounds = tuple(Tally(title, (5, 3, 2)) for title in ("Avant", "Après", "Le soir"))
    _, shown = answered(replace(POLL, tallies=rounds), DEBATE)
    assert isinstance(shown, BeforeAfter)
    assert shown.columns == ("Position", "Avant", "Après", "Le soir")
    assert [series.label for series in shown.bars.series] == ["avant", "le soir"]
    assert plain(shown.title) == "Question n° 1/4 : d’un tour à l’autre"


def test_a_round_not_counted_everywhere_has_no_sum() -> None:
    rounds = (Tally("Avant", (5, None, 2)), Tally("Après", (5, 3, 2)))
    _, shown = answered(replace(POLL, tallies=rounds), DEBATE)
    assert isinstance(shown, BeforeAfter)
    assert not shown.total
    assert [tuple(map(plain, row)) for row in shown.rows][1] == ("Plutôt d’accord", "n. c.", "3", "n. c.")
    assert plain(shown.note) == "n. c. : non compté."


def test_rounds_whose_first_words_are_the_same_are_numbered() -> None:
    assert round_labels((Tally("Tour du matin", ()), Tally("Tour du soir", ()))) == ["1er tour", "2e tour"]


# --- All the answers -------------------------------------------------------------------------------------------------------


def test_all_the_answers_stand_in_one_table() -> None:
    table = of_kind(restitution(samples.debate()), TableSlide)[-1]
    assert table.title == "Quatre affirmations, trois réponses de la salle"
    assert [column.title for column in table.columns][-1] == "Réponse de la salle"
    assert [plain(cell.text) for cell in table.rows[0]] == [
        "1. Ma structure connaît bien les CPTS de son territoire", "14", "6", "2", "« plutôt pas d’accord »",
    ]  # fmt: skip
    assert [plain(cell.text) for cell in table.rows[1]][1:4] == ["38 %\n15 sur 40", "28 %\n11 sur 40", "35 %\n14 sur 40"]
    assert [cell.text for cell in table.rows[2]][1:] == ["non compté"] * 3 + ["«\u00a0d’accord, avec des nuances\u00a0»"]
    assert table.rows[3][-1].text == "non notée"


def test_verdicts_that_agree_are_counted_in_the_title() -> None:
    polls = [replace(POLL, number=n, verdict=words) for n, words in enumerate(("d’accord", "d’accord", "contrastée", ""), 1)]
    (table,) = recap(polls, DEBATE)
    assert plain(table.title) == "Quatre affirmations : deux « d’accord », une « contrastée », une non notée"


def test_twelve_statements_take_several_slides_with_the_same_head() -> None:
    polls = [
        replace(counted(14, 6, 2), number=n, total=12, statement="Une affirmation assez longue, " * 3) for n in range(1, 13)
    ]
    slides: list[Slide] = list(recap(polls, DEBATE))
    assert len(slides) > 1
    assert titles(slides)[0].endswith(f"(1/{len(slides)})")
    tables = of_kind(slides, TableSlide)
    assert sum(len(slide.rows) for slide in tables) == 12
    assert len({slide.columns for slide in tables}) == 1


# --- What the expert adds --------------------------------------------------------------------------------------------------


def test_the_room_s_answer_is_recalled_beside_what_the_expert_adds() -> None:
    (insight,) = of_kind(restitution(samples.debate()), InsightSlide)
    assert (insight.recall_caption, plain(insight.recall)) == ("Réponse de la salle", "« contrastée »")
    assert plain(insight.source) == "Sources : Haute Autorité de santé, 2019 ; Santé publique France, 2021."


def test_eight_points_take_two_slides() -> None:
    section = Section(
        "Débat", (POLL, Insight("Leviers", tuple(f"Point {n}" for n in range(8)), number=1, total=4)), kind="sequence"
    )
    slides = of_kind(restitution(replace(samples.empty(), sections=(section,))), InsightSlide)
    assert [len(slide.points) for slide in slides] == [4, 4]
    assert titles(list(slides)) == ["Leviers (1/2)", "Leviers (2/2)"]


# --- Positions -------------------------------------------------------------------------------------------------------------


def projected(count: int) -> list[Slide]:
    positions = tuple(Position(f"Position {at}", "debout") for at in range(1, count + 1))
    blocks = (Steps("Consignes", (), positions), replace(POLL, positions=positions), Bullets("Pistes", ()))
    return support(replace(samples.empty(), sections=(Section("Débat", blocks, kind="sequence"),)))


def test_four_positions_stand_under_the_statement_and_five_are_listed() -> None:
    assert [len(slide.stands) for slide in of_kind(projected(4), Statement)] == [4]
    assert not of_kind(projected(4), Instructions)
    five = projected(5)
    assert [len(slide.stands) for slide in of_kind(five, Statement)] == [0]
    assert [len(slide.items) for slide in of_kind(five, ListSlide)] == [5]
