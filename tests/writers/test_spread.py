"""Marks and head-counts as a table of numbers; words on a map as a page shows them."""

from facilitation.synthesis import Heading, Line, Share, Slot, Table
from facilitation.writers.mapping import mapped, with_numbers
from facilitation.writers.spread import as_counts

SCALE = (Share("Acquis", "●", 0), Share("En cours", "◐", 0))
VOTES = (Share("Envie", "", 0), Share("Réserve", "", 0))


def marks(*rows: tuple[Share, ...], scale: tuple[Share, ...] = SCALE) -> Table:
    lines = tuple(
        Line(f"Ligne {at}", (Slot(shares=row, text="dit") if row else Slot(empty="Aucune marque"),))
        for at, row in enumerate(rows, 1)
    )
    return Table("t", "État", (Heading("État"),), lines, rows_title="Conditions", figure="marques", scale=scale)


def test_each_mark_has_its_column_and_each_row_its_counts() -> None:
    table = as_counts(marks((Share("Acquis", "●", 2), Share("En cours", "◐", 1)), ()))
    assert [(heading.title, heading.short) for heading in table.columns] == [("● Acquis", "●"), ("◐ En cours", "◐")]
    assert [[slot.text or slot.empty for slot in line.slots] for line in table.lines] == [
        ["2", "1"],
        ["Aucune marque", "Aucune marque"],
    ]


def test_an_answer_nobody_counted_is_not_a_zero() -> None:
    table = as_counts(marks((Share("Envie", "", 9),), (Share("Envie", "", 4), Share("Réserve", "", 0)), scale=VOTES))
    assert [[slot.text or slot.empty for slot in line.slots] for line in table.lines] == [["9", "non compté"], ["4", "0"]]


def test_a_single_row_is_turned_so_that_each_answer_is_a_row() -> None:
    table = as_counts(marks((Share("Envie", "", 9), Share("Réserve", "", 2)), scale=VOTES))
    assert table.rows_title == "Ligne 1"
    assert [(line.title, line.slots[0].text) for line in table.lines] == [("Envie", "9"), ("Réserve", "2")]


def test_a_table_of_several_columns_of_marks_stays_in_words() -> None:
    table = Table("t", "Appuis", (Heading("A"), Heading("B")), (Line("x", (Slot(), Slot())),), figure="marques")
    assert as_counts(table) is table


def places(*points: tuple[float, float] | None) -> Table:
    lines = tuple(Line(f"mot {at}", (Slot(point=point),)) for at, point in enumerate(points, 1))
    return Table("m", "Carte", (Heading("Place"),), lines, figure="carte", poles=("a", "b", "c", "d"))


def test_few_words_stand_beside_their_points_and_need_no_number() -> None:
    table = places((-50, 50), (50, -50), None)
    found = mapped(table, 400, 300, 10)
    assert [tag.text for tag in found.tags] == ["mot 1", "mot 2"]
    assert with_numbers(table, found) is table


def test_many_words_are_numbered_and_the_table_follows_their_numbers() -> None:
    table = places(*((x, y) for x in (-80, -40, 0, 40, 80) for y in (-60, 0, 60)), None)
    found = mapped(table, 400, 300, 10)
    assert sorted(found.numbers.values()) == list(range(1, 16))
    titles = [line.title for line in with_numbers(table, found).lines]
    assert titles[0].startswith("1.\u00a0")
    assert titles[-1] == "mot 16"
    areas = [tag.area for tag in found.tags]
    assert not any(one.meets(other) for at, one in enumerate(areas) for other in areas[:at])


def test_words_at_one_place_share_their_label() -> None:
    found = mapped(places((10, 10), (10, 10)), 400, 300, 10)
    assert [tag.text for tag in found.tags] == ["mot 1, mot 2"]
