"""Themes given in a spreadsheet: what the table says, what a filled one changes, and nothing the second time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitation.errors import FileProblemsError
from facilitation.library.themed import Themed, as_text, is_themed, read
from facilitation.workshop import theming
from facilitation.workshop.days import make_example
from facilitation.workshop.shelving import Shelved, shelve, table
from facilitation.workshop.workshop import Workshop

Fill = Callable[[list[Themed]], list[Themed]]


class Table:
    """An example day and its table of themes."""

    def __init__(self, folder: Path) -> None:
        make_example("exemple-fictif", folder / "jour")
        self.file = folder / "themes.csv"
        self.workshop = Workshop.open(folder / "jour")

    def lines(self) -> list[Themed]:
        return table(self.workshop.day, self.workshop.room)

    def fill(self, **by_rank: str) -> Shelved:
        """Write some themes in the file, by rank, and take it back."""
        lines = self.lines()
        for rank, theme in by_rank.items():
            lines[int(rank[1:])] = lines[int(rank[1:])]._replace(theme=theme)
        self.file.write_bytes(as_text(lines).encode("utf-8-sig"))
        return self.take()

    def take(self) -> Shelved:
        return shelve(self.workshop, read(self.file))

    def themes(self) -> dict[str, int]:
        found = theming.filing(self.workshop.day, self.workshop.room)
        return {theme.title: len(found.by_theme[theme.key]) for theme in found.themes}

    def events(self) -> int:
        return len(self.workshop.known())


@pytest.fixture
def given(tmp_path: Path) -> Table:
    return Table(tmp_path)


def test_the_table_has_a_line_for_each_idea_with_where_it_was_said(given: Table) -> None:
    lines = given.lines()

    assert len(lines) == len({line.reponse for line in lines})
    assert not any(line.theme for line in lines)
    (line,) = [line for line in lines if line.idee == "Financements annuels" and line.case == "Prévention, Freins"]
    assert line[:5] == ("", "Financements annuels", "La Silhouette", "Prévention, Freins", "Haut-Pays")


def test_a_filled_table_names_themes_and_files_ideas_in_one_gesture(given: Table) -> None:
    shelved = given.fill(_0="Moyens", _1="Liens", _2=" moyens ")

    assert shelved.named == ["Moyens", "Liens"]
    assert (shelved.filed, shelved.taken_out, shelved.refused) == (3, 0, [])
    assert given.themes() == {"Moyens": 2, "Liens": 1}
    assert [line.theme for line in given.lines()[:4]] == ["Moyens", "Liens", "Moyens", ""]
    turned = theming.undo(given.workshop.room, given.workshop.host)
    assert turned is not None
    given.workshop.record(*turned.bodies)
    assert not given.themes()


def test_a_table_taken_twice_or_unchanged_adds_nothing(given: Table) -> None:
    given.fill(_0="Moyens", _1="Liens")
    before = given.events()
    shelved = given.take()
    given.fill()

    assert given.events() == before
    assert shelved == Shelved()


def test_an_emptied_cell_or_the_words_sans_theme_take_an_idea_out(given: Table) -> None:
    given.fill(_0="Moyens", _1="Moyens", _2="Liens")
    shelved = given.fill(_0="", _1="Sans thème", _2="MOYENS")

    assert (shelved.named, shelved.filed, shelved.taken_out) == ([], 1, 2)
    assert given.themes() == {"Moyens": 1, "Liens": 0}


def test_lines_that_cannot_be_followed_are_told_with_their_number(given: Table) -> None:
    lines = [*given.lines()[:1], Themed("Moyens", "Perdue", "", "", "", "z-1")]
    lines[0] = lines[0]._replace(theme="x" * 5_000)
    given.file.write_bytes(as_text(lines).encode("utf-8-sig"))
    shelved = given.take()

    assert [number for number, _why in shelved.refused] == [2, 3]
    assert "Perdue" in shelved.refused[1][1]
    assert not given.themes()


def test_the_two_tables_of_harmoniser_are_told_apart(given: Table, tmp_path: Path) -> None:
    given.fill(_0="=2+2")
    families = tmp_path / "regroupements.csv"
    families.write_text("famille;decision;reponse\n1;oui;a-1\n", encoding="utf-8")

    assert is_themed(given.file)
    assert not is_themed(families)
    assert given.themes() == {"=2+2": 1}
    assert "\r\n'=2+2;" in given.file.read_bytes().decode("utf-8-sig")
    with pytest.raises(FileProblemsError, match="colonne absente"):
        read(families)
