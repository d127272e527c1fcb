from __future__ import annotations

from datetime import date

import pytest

from facilitation.day import Actor, Day, Group, Sequence, adapted
from facilitation.exercise import Exercise
from facilitation.sheet import Cell, Column, Row, Sheet, Source

ACTORS = (Actor("asv", "ASV/CLSM/CLS", short="ASV", phrase="les ASV"), Actor("cpts", "CPTS"))
GROUPS = (Group("g13", "Acteurs du 13", {"asv": 4, "cpts": 11}), Group("g84", "Acteurs du 84", {"cpts": 6}))
ZONES = (Column("tete", "Expertise"), Column("coeur", "Valeurs"))


def drawn(sheet: Sheet, day_rows: tuple[Row, ...] = ()) -> Sheet:
    return adapted(Exercise("e", "E", "but", (sheet,)), day_rows, ACTORS, GROUPS).sheets[0]


def test_rows_of_actors_bear_their_names() -> None:
    rows = drawn(Sheet("f", "F", Cell.IDEAS, ZONES, rows_from=Source.ACTORS)).rows

    assert rows == (Row("asv", "ASV/CLSM/CLS", short="ASV", phrase="les ASV"), Row("cpts", "CPTS"))


def test_columns_may_be_actors_too() -> None:
    sheet = drawn(Sheet("f", "F", Cell.IDEAS, (), rows_from=Source.ACTORS, columns_from=Source.ACTORS))

    assert [(row.key, column.key) for row, column in sheet.cells()] == [("asv", "cpts"), ("cpts", "asv")]
    assert sheet.columns[0] == Column("asv", "ASV/CLSM/CLS", short="ASV", phrase="les ASV")


def test_what_the_card_says_of_an_actor_wins_and_its_other_rows_come_last() -> None:
    said = (Row("tous", "Tous ensemble"), Row("cpts", "Communautés", columns=("tete",)))
    rows = drawn(Sheet("f", "F", Cell.IDEAS, ZONES, said, rows_from=Source.ACTORS)).rows

    assert [row.key for row in rows] == ["asv", "cpts", "tous"]
    assert rows[1] == Row("cpts", "Communautés", columns=("tete",))


def test_rows_of_groups_bear_their_names() -> None:
    assert drawn(Sheet("f", "F", Cell.IDEAS, ZONES, rows_from=Source.GROUPS)).rows == (
        Row("g13", "Acteurs du 13"),
        Row("g84", "Acteurs du 84"),
    )


def test_rows_of_the_day_are_those_of_the_sequence() -> None:
    statements = (Row("a1", "La prévention est l’affaire de tous"),)

    assert drawn(Sheet("f", "F", Cell.COUNT, ZONES, rows_from=Source.DAY), statements).rows == statements


@pytest.mark.parametrize("source", [None, Source.FREE])
def test_listed_and_free_rows_stay_as_the_card_has_them(source: Source | None) -> None:
    sheet = Sheet("f", "F", Cell.IDEAS, ZONES, (Row("a", "A"),), rows_from=source)

    assert drawn(sheet, (Row("b", "B"),)) == sheet


def test_adapting_twice_changes_nothing_more() -> None:
    sheet = Sheet("f", "F", Cell.IDEAS, (), rows_from=Source.ACTORS, columns_from=Source.ACTORS)

    assert drawn(drawn(sheet)) == drawn(sheet)


def day(people: int | None = None, groups: tuple[Group, ...] = GROUPS) -> Day:
    return Day("Journée", date(2021, 11, 16), (Sequence("accueil", "Accueil"),), groups=groups, people=people)


def test_the_people_expected_are_the_word_of_the_day_else_the_sum_of_its_groups_else_unknown() -> None:
    assert day(people=42).expected == 42
    assert day().expected == 21
    assert day(groups=()).expected is None


def test_a_day_finds_its_sequences_and_groups_by_key() -> None:
    assert day().sequence("accueil").title == "Accueil"
    assert day().group("g84") is GROUPS[1]
    assert day().group("g06") is None
    with pytest.raises(KeyError):
        day().sequence("repas")
