"""Head-counts that are no positions: how many people gave each answer."""

from dataclasses import replace

from facilitation.cells.compte import NOT_COUNTED, counts, editions, sentences
from facilitation.cells.filled import Filled
from facilitation.events import AnswerGiven, RoomCounted, VerdictWorded
from facilitation.sheet import Address, Cell, Column, Row, Sheet
from tests.rooms import Scribe

VOTES = Sheet(
    "votes",
    "Gommettes posées",
    Cell.COUNT,
    columns=(Column("envie", "Envie"), Column("reserve", "Réserve")),
    rows=(Row("annuaire", "Un annuaire commun"), Row("lettre", "Une lettre chaque mois", short="Lettre")),
    rows_title="Propositions",
)


def told(scribe: Scribe, sheet: Sheet = VOTES) -> Filled:
    return Filled(scribe.room(), "vote", sheet, {"a": "Groupe A", "b": "Groupe B"})


def counted(scribe: Scribe, row: str, column: str, people: int, *, group: str = "", round_: int = 1) -> None:
    scribe.did(AnswerGiven(Address("vote", "votes", round_, group, row, column), people))


def test_people_are_told_answer_by_answer_with_a_share_for_each() -> None:
    scribe = Scribe()
    counted(scribe, "annuaire", "envie", 18)
    counted(scribe, "annuaire", "reserve", 2)
    table = counts(told(scribe))
    slot = table.lines[0].slots[0]
    assert slot.text == "18\u00a0envie, 2\u00a0réserve"
    assert [(share.title, share.count, share.sign, share.weight) for share in slot.shares] == [
        ("Envie", 18, "", None),
        ("Réserve", 2, "", None),
    ]
    assert table.figure == "marques"
    assert table.rows_title == "Propositions"


def test_an_answer_nobody_counted_is_not_a_zero() -> None:
    scribe = Scribe()
    counted(scribe, "annuaire", "envie", 18)
    table = counts(told(scribe))
    assert [share.title for share in table.lines[0].slots[0].shares] == ["Envie"]
    assert table.lines[1].slots[0].empty == NOT_COUNTED


def test_zero_people_is_told_as_a_count() -> None:
    scribe = Scribe()
    counted(scribe, "annuaire", "envie", 0)
    assert counts(told(scribe)).lines[0].slots[0].text == "personne"


def test_the_people_present_are_told_beside_the_counts() -> None:
    scribe = Scribe()
    counted(scribe, "annuaire", "envie", 18)
    scribe.did(RoomCounted("vote", 32, "annuaire"))
    assert counts(told(scribe)).lines[0].slots[0].text == "18\u00a0envie, sur 32\u00a0personnes présentes"


def test_each_round_has_its_column() -> None:
    sheet = replace(VOTES, rounds=2, round_titles=("avant", "après"))
    scribe = Scribe()
    counted(scribe, "annuaire", "envie", 10)
    counted(scribe, "annuaire", "envie", 15, round_=2)
    table = counts(told(scribe, sheet))
    assert [heading.title for heading in table.columns] == ["Avant", "Après"]
    assert [slot.text for slot in table.lines[0].slots] == ["10\u00a0envie", "15\u00a0envie"]


def test_the_row_where_the_first_answer_comes_most_is_the_message() -> None:
    scribe = Scribe()
    counted(scribe, "annuaire", "envie", 18)
    counted(scribe, "lettre", "envie", 4)
    assert (
        counts(told(scribe)).message
        == "«\u00a0Envie\u00a0» revient le plus pour «\u00a0Un annuaire commun\u00a0»\u00a0: 18\u00a0personnes"
    )


def test_rows_side_by_side_have_no_message() -> None:
    scribe = Scribe()
    counted(scribe, "annuaire", "envie", 4)
    counted(scribe, "lettre", "envie", 4)
    assert counts(told(scribe)).message == ""


def test_the_answer_that_comes_first_is_the_message_of_a_single_row() -> None:
    scribe = Scribe()
    counted(scribe, "annuaire", "envie", 1)
    counted(scribe, "annuaire", "reserve", 7)
    alone = replace(VOTES, rows=VOTES.rows[:1])
    assert counts(told(scribe, alone)).message == "«\u00a0Réserve\u00a0» vient en tête\u00a0: 7\u00a0personnes"


def test_what_the_animator_said_of_a_row_is_kept_beside() -> None:
    scribe = Scribe()
    scribe.did(VerdictWorded("vote", "lettre", "on en reparle"))
    (said,) = sentences(told(scribe))
    assert [item.text for item in said.items] == ["Lettre\u00a0: on en reparle"]
    assert list(sentences(told(Scribe()))) == []


# --- One edition beside the others -------------------------------------------------------------------------------------------

FORUM = replace(
    VOTES,
    columns=(Column("bon", "Bon"), Column("moyen", "Moyen"), Column("sans", "Sans réponse")),
    rows=(Row("forum", "Comment trouvez-vous ce forum ?", editions={"2021": "88 %", "2022": "96 %"}),),
    compared=("bon",),
    beside=("sans",),
)


def rated(good: int, fair: int | None, unsaid: int) -> list[str]:
    scribe = Scribe()
    counted(scribe, "forum", "bon", good)
    if fair is not None:
        counted(scribe, "forum", "moyen", fair)
    counted(scribe, "forum", "sans", unsaid)
    (table,) = editions([told(scribe, FORUM)])
    return [slot.text.replace("\u00a0", " ") for slot in table.lines[0].slots]


def test_editions_stand_side_by_side_and_a_percentage_comes_after_its_head_count() -> None:
    assert rated(53, 4, 3) == ["88 %", "96 %", "53 sur 57, soit 93 %"]


def test_a_small_room_has_no_percentage() -> None:
    assert rated(8, 4, 0)[-1] == "8 sur 12"


def test_a_count_that_misses_an_answer_says_that_it_is_incomplete() -> None:
    assert rated(8, None, 2)[-1] == "8, compte incomplet"


def test_an_edition_that_published_nothing_says_so() -> None:
    rows = (*FORUM.rows, Row("stands", "Les stands", editions={"2022": "70 %"}))
    (table,) = editions([told(Scribe(), replace(FORUM, rows=rows))])
    assert [heading.title for heading in table.columns] == ["2021", "2022", "Cette édition"]
    assert [(slot.text.replace("\u00a0", " "), slot.empty) for slot in table.lines[1].slots] == [
        ("", "Non publié"),
        ("70 %", ""),
        ("", NOT_COUNTED),
    ]


def test_a_sheet_without_earlier_editions_has_no_such_table() -> None:
    assert list(editions([told(Scribe())])) == []
