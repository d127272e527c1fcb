from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.errors import InvalidAnswerError
from facilitation.sheet import (
    LARGEST_COUNT,
    LONGEST_IDEA,
    Cell,
    Column,
    Row,
    Sheet,
    Source,
    checked_count,
    checked_idea,
    checked_value,
    given_to,
    named,
    spoken,
)

CPTS = Row("cpts", "CPTS", phrase="les CPTS")
ASV = Row("asv", "ASV/CLSM/CLS", short="ASV")
COLUMNS = (Column("asv", "ASV/CLSM/CLS"), Column("cpts", "CPTS", phrase="les CPTS"))
DATING = Sheet(
    "dating",
    "Speed-dating",
    Cell.IDEAS,
    COLUMNS,
    (ASV, CPTS),
    rows_from=Source.ACTORS,
    columns_from=Source.ACTORS,
    phrase="Ce que {ligne} peuvent apporter {à colonne}",
)


@pytest.mark.parametrize(
    ("typed", "count"), [("0", 0), ("42", 42), (" 42 ", 42), ("1 373", 1373), ("1\u202f373", 1373), ("84.000", 84000), (7, 7)]
)
def test_a_count_may_be_typed_with_its_thousands_apart(typed: str | int, count: int) -> None:
    assert checked_count(typed) == count


@pytest.mark.parametrize(
    "typed", ["", "douze", "-3", "4,5", "1.5", "1 37", "12 3456", "٣", "4²", "9" * 5000, -1, LARGEST_COUNT + 1]
)
def test_what_is_no_head_count_is_refused_in_a_sentence(typed: str | int) -> None:
    with pytest.raises(InvalidAnswerError, match=r"effectif (illisible|impossible)"):
        checked_count(typed)


def test_an_idea_is_kept_letter_for_letter() -> None:
    said = "L'accès aux soins , c'est «compliqué»!  Vraiment…\u202f?"

    assert checked_idea(f"  {said} ") == said


@pytest.mark.parametrize("broken", ["un\ndeux", "un \r\n deux", "un\x0bdeux", "un\u2028deux", "\nun\ndeux\n"])
def test_an_idea_holds_on_one_line(broken: str) -> None:
    assert checked_idea(broken) == "un deux"


@pytest.mark.parametrize("nothing", ["", "  ", "\u00a0", "\r\n"])
def test_an_empty_idea_is_refused(nothing: str) -> None:
    with pytest.raises(InvalidAnswerError, match="vide"):
        checked_idea(nothing)


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\ud800", "\ufffe"])
def test_what_no_document_could_hold_is_refused(sign: str) -> None:
    with pytest.raises(InvalidAnswerError, match="illisible"):
        checked_idea(f"une{sign}idée")


def test_an_idea_too_long_says_how_long_it_is() -> None:
    assert checked_idea("a" * LONGEST_IDEA)
    with pytest.raises(InvalidAnswerError, match=str(LONGEST_IDEA + 1)):
        checked_idea("a" * (LONGEST_IDEA + 1))


@given(st.text(max_size=50))
def test_checking_an_idea_twice_changes_nothing_more(text: str) -> None:
    try:
        idea = checked_idea(text)
    except InvalidAnswerError:
        return
    assert checked_idea(idea) == idea
    assert idea.splitlines() == [idea]


def test_the_kind_of_cell_decides_what_a_value_is() -> None:
    counted = Sheet("positions", "Positions", Cell.COUNT, COLUMNS)

    assert checked_value(counted, "12") == 12
    assert checked_value(DATING, 12) == "12"


def test_nobody_is_asked_what_they_bring_to_themselves() -> None:
    assert [(row.key, column.key) for row, column in DATING.cells()] == [("asv", "cpts"), ("cpts", "asv")]


def test_a_row_and_a_column_may_restrict_what_they_are_asked() -> None:
    sheet = Sheet(
        "f",
        "F",
        Cell.IDEAS,
        columns=(Column("a", "A"), Column("b", "B", rows=("x",))),
        rows=(Row("x", "X"), Row("y", "Y"), Row("z", "Z", columns=("b",))),
    )
    assert [(row.key, column.key) for row, column in sheet.cells()] == [("x", "a"), ("x", "b"), ("y", "a")]


def test_the_same_key_in_rows_and_columns_is_asked_when_they_are_no_actors() -> None:
    sheet = Sheet("f", "F", Cell.IDEAS, columns=(Column("a", "A"),), rows=(Row("a", "A"),))

    assert len(list(sheet.cells())) == 1


def test_a_cell_reads_as_a_sentence() -> None:
    assert DATING.sentence(ASV, COLUMNS[1]) == "Ce que les ASV/CLSM/CLS peuvent apporter aux CPTS"


def test_a_sheet_without_a_phrase_reads_the_title_of_the_row() -> None:
    assert Sheet("f", "F", Cell.IDEAS, COLUMNS, (ASV,)).sentence(ASV, COLUMNS[0]) == "ASV/CLSM/CLS"


@pytest.mark.parametrize(
    ("phrase", "given"),
    [
        ("les CPTS", "aux CPTS"),
        ("le CRES", "au CRES"),
        ("la salle", "à la salle"),
        ("l’hôpital", "à l’hôpital"),
        ("lesquels", "à lesquels"),
    ],
)
def test_articles_contract_after_a(phrase: str, given: str) -> None:
    assert given_to(phrase) == given


def test_a_line_without_a_phrase_is_said_in_the_plural() -> None:
    assert spoken(ASV) == "les ASV/CLSM/CLS"
    assert spoken(CPTS) == "les CPTS"


def test_rounds_have_the_names_of_the_card_else_ordinals() -> None:
    def titles(*names: str) -> list[str]:
        sheet = Sheet("f", "F", Cell.COUNT, COLUMNS, rounds=3, round_titles=names)
        return [sheet.round_title(number) for number in (1, 2, 3)]

    assert titles() == ["1er tour", "2e tour", "3e tour"]
    assert titles("avant", "après") == ["avant", "après", "3e tour"]
    assert not DATING.round_title(1)


def test_lines_are_found_by_key_title_or_short_name_in_any_case() -> None:
    lines = (ASV, CPTS)

    assert named(lines, "asv") is ASV
    assert named(lines, "asv / clsm / cls") is None
    assert named(lines, "Asv/clsm/CLS") is ASV
    assert named(lines, "Cpts.") is CPTS
    assert named(lines, "msp") is None
    assert named(lines, "") is None


def test_a_key_wins_over_the_title_of_another_line() -> None:
    lines = (Row("a", "b"), Row("b", "a"))

    assert named(lines, "b") is lines[1]


def test_a_sheet_finds_its_rows_and_columns_by_key() -> None:
    assert DATING.row("cpts") is CPTS
    assert DATING.column("asv") is COLUMNS[0]
    assert DATING.row("msp") is None
    assert DATING.column("msp") is None


def test_only_a_sheet_of_free_rows_takes_new_ones() -> None:
    assert Sheet("f", "F", Cell.IDEAS, COLUMNS, rows_from=Source.FREE).free_rows
    assert not DATING.free_rows
