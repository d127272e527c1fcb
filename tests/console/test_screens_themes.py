"""Ideas filed under themes: a key an idea, several at once, the mouse; every gesture kept and undone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from facilitation.console.screens.merging import MergingScreen
from facilitation.console.screens.themes import ThemesScreen
from facilitation.console.theming import Filer
from facilitation.events import AnswerGiven
from facilitation.sheet import Address
from facilitation.workshop import theming
from facilitation.workshop.access import Write
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock
from tests.console.core import make_day
from tests.console.driving import SEATED, STANDING, Driver, driven

HEAD = Address("silhouettes", "portraits", 1, "haut-pays", "asv", "tete")
IDEAS = ("Animation de réseau", "Turn-over", "Trop de réunions", "Un annuaire partagé", "Le train du soir")


@pytest.fixture
def day(tmp_path: Path, clock: Clock) -> Path:
    """Return a day where five ideas were said."""
    return told(tmp_path / "jour", clock, *IDEAS)


def told(folder: Path, clock: Clock, *ideas: str) -> Path:
    workshop = Workshop.open(make_day(folder), now=clock)
    workshop.record(*(AnswerGiven(HEAD, idea) for idea in ideas))
    workshop.close()
    return workshop.folder


@asynccontextmanager
async def themed(folder: Path, size: tuple[int, int] = STANDING, *titles: str) -> AsyncIterator[Driver]:
    """Yield the console on the themes of a day, some of them named already."""
    if titles:
        workshop = Workshop.open(folder)
        for title in titles:
            workshop.record(*theming.name(workshop.room, title))
        workshop.close()
    async with driven(folder, size=size) as console:
        await console.press("m", "t")
        yield console


def filer(console: Driver) -> Filer:
    screen = console.app.screen
    assert isinstance(screen, ThemesScreen)
    return screen.filer


def shown(console: Driver) -> str:
    return console.text.replace("\u00a0", " ")


def filed(folder: Path) -> dict[str, list[str]]:
    """Return the ideas of each theme as the journal has them, '' being none."""
    workshop = Workshop.open(folder, write=Write.NOTHING)
    try:
        found = theming.filing(workshop.day, workshop.room)
        by_title = {theme.title: found.by_theme[theme.key] for theme in found.themes} | {"": found.left}
        return {title: [idea.item.text for idea in ideas] for title, ideas in by_title.items()}
    finally:
        workshop.close()


def place(console: Driver, words: str) -> tuple[int, int]:
    """Return the column and the row where some words are on the screen."""
    rank = next(rank for rank, line in enumerate(console.lines) if words in line)
    return console.lines[rank].index(words) + 1, rank


@pytest.mark.parametrize("size", [STANDING, SEATED])
async def test_the_themes_the_idea_and_the_list_are_on_the_screen(day: Path, size: tuple[int, int]) -> None:
    async with themed(day, size, "Moyens", "Liens") as console:
        assert "0 rangée sur 5" in shown(console)
        assert "sans thème" in shown(console)
        assert "1    Moyens" in shown(console)
        assert "▸ Animation de réseau" in shown(console)
        assert "dit par : Haut-Pays" in shown(console)
        assert "idée suivante sans thème (5 à ranger)" in shown(console)


async def test_a_digit_files_the_idea_and_the_next_comes_by_itself(day: Path) -> None:
    async with themed(day, STANDING, "Moyens", "Liens") as console:
        await console.press("2", "1", "é")
        assert "▸ Un annuaire partagé" in shown(console)
        assert "3 rangées sur 5" in shown(console)
        await console.press("down", "1")
        assert "▸ Un annuaire partagé" in shown(console), "the one left behind comes last"
    assert filed(day) == {
        "Moyens": ["Turn-over", "Le train du soir"],
        "Liens": ["Animation de réseau", "Trop de réunions"],
        "": ["Un annuaire partagé"],
    }


async def test_keys_typed_faster_than_the_disk_file_one_idea_each(day: Path) -> None:
    async with themed(day, STANDING, "Moyens", "Liens") as console:
        for key in ("1", "2", "down", "1", "n", "T", "e", "m", "p", "s"):
            console.app.simulate_key(key)
        await console.settle()
        await console.press("enter")
    assert filed(day) == {
        "Moyens": ["Animation de réseau", "Un annuaire partagé"],
        "Liens": ["Turn-over"],
        "Temps": ["Le train du soir"],
        "": ["Trop de réunions"],
    }


async def test_a_new_theme_takes_the_idea_in_one_gesture(day: Path) -> None:
    async with themed(day) as console:
        assert "N nomme le premier" in shown(console)
        await console.press("n")
        await console.type("Moyens")
        assert "Aucun thème de ce nom" in shown(console)
        await console.press("enter")
        assert "Thème « Moyens » nommé" in shown(console)
        assert "▸ Turn-over" in shown(console)
        await console.press("ctrl+z")
        assert not filer(console).themes
        assert "▸ Animation de réseau" in shown(console)
        await console.press("ctrl+y")
    assert filed(day)["Moyens"] == ["Animation de réseau"]


async def test_a_name_known_already_or_chosen_takes_the_idea_too(day: Path) -> None:
    async with themed(day, STANDING, "Moyens", "Liens") as console:
        await console.press("n")
        await console.type("moyens")
        await console.press("enter", "n", "l", "down", "enter")
    assert filed(day)["Moyens"] == ["Animation de réseau"]
    assert filed(day)["Liens"] == ["Turn-over"]


async def test_several_ideas_marked_are_filed_at_once(day: Path) -> None:
    async with themed(day, STANDING, "Moyens") as console:
        await console.press("space", "space", "down", "space")
        assert "3 marquées" in shown(console)
        await console.press("1")
        assert "Rangées dans Moyens (Ctrl+Z les remet) : 3 idées" in shown(console)
        assert "▸ Trop de réunions" in shown(console)
        await console.press("ctrl+z")
    assert filed(day)["Moyens"] == []


async def test_a_theme_is_reworded_withdrawn_and_brought_back(day: Path) -> None:
    async with themed(day, STANDING, "Moyens", "Liens") as console:
        await console.press("1", "2", "r")
        await console.type(" utiles")
        await console.press("enter")
        assert "Liens utiles" in shown(console)
        await console.press("x")
        assert "Thème retiré (Ctrl+Z le remet), 1 idée sans thème : « Liens utiles »" in shown(console)
        assert filer(console).left == 4
        await console.press("ctrl+z")
    assert filed(day)["Liens utiles"] == ["Turn-over"]


async def test_zero_takes_an_idea_out_and_the_filter_hides_what_is_filed(day: Path) -> None:
    async with themed(day, STANDING, "Moyens") as console:
        await console.press("1", "s")
        assert "Idées sans thème" in shown(console)
        assert "□ Animation de réseau" not in shown(console)
        await console.press("1", "s", "up", "up", "0", "down", "backspace")
        assert filer(console).left == 5
        await console.press("0")
        assert "Déjà sans thème" in shown(console)


async def test_wrong_keys_say_why_and_change_nothing(day: Path) -> None:
    async with themed(day) as console:
        for key in ("1", "9", "enter", "r", "x", "a", "z", "left", "right", "f4", "shift+tab"):
            await console.press(key)
        assert filer(console).left == 5
        await console.press("n", "enter")
        assert "Il faut un nom de thème" in shown(console)
        await console.press("escape", "escape")
        assert isinstance(console.app.screen, MergingScreen)


async def test_once_all_is_filed_the_documents_come_next(day: Path) -> None:
    async with themed(day, STANDING, "Moyens") as console:
        await console.press("1", "1", "1", "1", "f5", "1")
        assert "les documents (tout est rangé)" in shown(console)
        await console.press("s")
        assert "Toutes les idées sont rangées" in shown(console)


@pytest.mark.parametrize("size", [STANDING, SEATED, (50, 20)])
async def test_the_mouse_drags_an_idea_onto_a_theme(day: Path, size: tuple[int, int]) -> None:
    async with themed(day, size, "Moyens", "Liens") as console:
        start, end = place(console, "□ Trop de réunions"), place(console, "Liens")
        await console.pilot.mouse_down(offset=(start[0] + 4, start[1]))
        await console.pilot.hover(offset=end)
        assert console.app.screen.under == 1  # type: ignore[attr-defined]
        await console.pilot.mouse_up(offset=end)
        await console.settle()
        assert "▸ Un annuaire partagé" in shown(console)
        assert console.app.mouse_captured is None
    assert filed(day)["Liens"] == ["Trop de réunions"]


async def test_a_click_on_a_theme_files_and_a_drag_elsewhere_does_not(day: Path) -> None:
    async with themed(day, STANDING, "Moyens", "Liens") as console:
        await console.pilot.click(offset=place(console, "Moyens"))
        await console.settle()
        start = place(console, "□ Le train du soir")
        await console.pilot.mouse_down(offset=(start[0] + 4, start[1]))
        await console.pilot.mouse_up(offset=(60, 0))
        await console.settle()
        assert "▸ Le train du soir" in shown(console)
        await console.press("2")
    assert filed(day)["Moyens"] == ["Animation de réseau"]
    assert filed(day)["Liens"] == ["Le train du soir"]


async def test_a_drag_of_an_idea_that_is_not_marked_files_it_alone(day: Path) -> None:
    async with themed(day, STANDING, "Moyens", "Liens") as console:
        await console.press("space")
        start, end = place(console, "□ Un annuaire"), place(console, "Liens")
        await console.pilot.mouse_down(offset=(start[0] + 4, start[1]))
        await console.pilot.hover(offset=end)
        await console.pilot.mouse_up(offset=end)
        await console.settle()
    assert filed(day)["Liens"] == ["Un annuaire partagé"]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (56, 18), (50, 16), (40, 12)])
async def test_three_hundred_ideas_and_long_words_hold_in_any_window(
    tmp_path: Path, clock: Clock, size: tuple[int, int]
) -> None:
    ideas = [f"{'anticonstitutionnellement' * 5} {rank}" if rank % 50 == 0 else f"Idée numéro {rank}" for rank in range(300)]
    folder = told(tmp_path / "grand", clock, *ideas)
    titles = [f"Un thème {'très ' * 8}long {rank}" for rank in range(14)]
    async with themed(folder, size, *titles) as console:
        await console.press("1", "2", "down", "down", "3", "s", "space", "9", "right", "right", "enter")
        assert len(filer(console).filing.ideas) == 300
        assert filer(console).left == 295
        assert all(len(line) <= size[0] for line in console.lines)
        assert "sur 300" in shown(console)
