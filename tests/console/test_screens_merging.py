"""Near ideas side by side: every gesture is kept, undone, and one family follows the other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from facilitation.console.screens.merging import MergingScreen
from facilitation.console.sifting import Sifting
from facilitation.events import AnswerCorrected, AnswerGiven, Body
from facilitation.sheet import Address
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock
from tests.console.core import make_day
from tests.console.driving import SEATED, STANDING, Driver, driven

HEAD = Address("silhouettes", "portraits", 1, "haut-pays", "asv", "tete")
NEAR = ("Animation de réseau", "Animation de réseaux d’acteurs")
TURNS = ("Turn-over", "Turn-over des équipes")
Day = tuple[Path, list[str]]


@pytest.fixture
def day(tmp_path: Path, clock: Clock) -> Day:
    """Return a day where two pairs of near ideas were said, one in each of two groups, and their keys."""
    return told(tmp_path, clock, *NEAR, *TURNS)


def told(folder: Path, clock: Clock, *ideas: str) -> Day:
    """Return a day where these ideas were said in one zone, one group then the other, and their keys."""
    workshop = Workshop.open(make_day(folder / "jour"), now=clock)
    groups = ("haut-pays", "littoral")
    given = [AnswerGiven(HEAD._replace(group=groups[rank % 2]), idea) for rank, idea in enumerate(ideas)]
    keys = [event.key for event in workshop.record(*given)]
    workshop.close()
    return workshop.folder, keys


@asynccontextmanager
async def merging(day: Day, size: tuple[int, int] = STANDING) -> AsyncIterator[Driver]:
    """Yield the console on the near ideas of a day."""
    async with driven(day[0], size=size) as console:
        await console.press("m")
        await console.until(lambda: sifting(console).is_read)
        await console.settle()
        yield console


def sifting(console: Driver) -> Sifting:
    screen = console.app.screen
    assert isinstance(screen, MergingScreen)
    return screen.sifting


async def decided(console: Driver, *keys: str) -> None:
    """Press keys, then let the thread that looks for near ideas answer."""
    await console.press(*keys)
    likes = sifting(console)._likes
    await console.until(lambda: sifting(console).answered == likes.turn)
    await console.settle()


def shown(console: Driver) -> str:
    return console.text.replace("\u00a0", " ")


def family(console: Driver, key: str) -> str:
    """Return the wording of the family of an idea, '' when it has none."""
    found = console.session.workshop.room.families.family(key)
    return found.wording if found else ""


def kept(console: Driver) -> list[Body]:
    """Return the decisions of the journal."""
    return [
        event.body
        for event in console.session.workshop._journal.journal.events()
        if type(event.body).__name__ not in {"SessionOpened", "SessionClosed", "AnswerGiven"}
    ]


@pytest.mark.parametrize("size", [STANDING, SEATED])
async def test_a_family_is_side_by_side_with_why_who_and_the_wording(day: Day, size: tuple[int, int]) -> None:
    async with merging(day, size) as console:
        assert "0 décidée sur 2" in shown(console)
        assert "rapprochées parce que :" in shown(console)
        assert "Ces idées disent-elles la même chose ?" in shown(console)
        (line,) = [line for line in console.lines if "ASV/CLSM/CLS · Haut-Pays" in line and "▌ 1" in line]
        assert "ASV/CLSM/CLS · Littoral │" in line
        assert "▸ Animation de réseau  dit par 2 : Haut-Pays, Littoral" in shown(console)
        assert "ce qui a été dit reste en annexe, lettre pour lettre" in shown(console)
        assert "famille suivante (2 à voir)" in shown(console)
        assert ("Familles proposées" in shown(console)) == (size == SEATED)


async def test_yes_makes_them_one_and_shows_the_next_family(day: Day) -> None:
    async with merging(day) as console:
        await decided(console, "o")
        assert [family(console, key) for key in day[1]] == [NEAR[0], NEAR[0], "", ""]
        assert "1 décidée sur 2" in shown(console)
        assert "▸ Turn-over" in shown(console)
        await decided(console, "enter")
        assert family(console, day[1][3]) == TURNS[0]
        assert "les documents (tout est décidé)" in shown(console)


async def test_undo_comes_back_to_the_family(day: Day) -> None:
    async with merging(day) as console:
        await decided(console, "o")
        await decided(console, "ctrl+z")
        assert family(console, day[1][0]) == ""
        assert "▸ Animation de réseau" in shown(console)


async def test_an_idea_or_a_cell_is_found_by_its_letters(day: Day) -> None:
    async with merging(day) as console:
        await console.press("a")
        await console.type("éq")
        assert "Turn-over des équipes" in shown(console)
        assert "Turn-over  " not in shown(console)
        await decided(console, "enter")
        assert family(console, day[1][3]) == NEAR[0]
        await console.press("d", "down", "down")
        await decided(console, "enter")
        assert "→ Déplacée vers Ce qui permet" in shown(console)


async def test_no_keeps_them_separate(day: Day) -> None:
    async with merging(day) as console:
        await decided(console, "n")
        assert console.session.workshop.room.families.apart(*day[1][:2])
        assert "Laissées séparées" in shown(console)
        await decided(console, "f4")
        assert "Ces idées restent séparées." in shown(console)
        assert "chacune reste écrite comme elle a été dite" in shown(console)


async def test_the_words_that_stay_are_typed_and_letters_are_text_then(day: Day) -> None:
    async with merging(day) as console:
        await console.press("r")
        assert "garder ces mots" in shown(console)
        await console.type(" b")
        assert "▸ Animation de réseau b" in shown(console)
        assert kept(console) == []
        await decided(console, "enter")
        assert family(console, day[1][1]) == "Animation de réseau b"
        await console.press("f2")
        await console.type("x")
        await decided(console, "escape")
        assert family(console, day[1][2]) == ""
        assert isinstance(console.app.screen, MergingScreen)


async def test_letters_typed_at_once_after_the_one_that_opens_the_line_are_text(day: Day) -> None:
    async with merging(day) as console:
        for letter in "aéq":
            console.app.simulate_key(letter)
        await console.settle()
        assert "ajouter › éq" in shown(console)


async def test_a_reason_is_asked_to_set_an_idea_aside(day: Day) -> None:
    async with merging(day) as console:
        await decided(console, "x", "enter")
        assert "Dites pourquoi" in shown(console)
        await console.type("vu")
        await decided(console, "enter")
        assert console.session.workshop.room.families.aside(day[1][0]) == "vu"
        assert "Mise de côté (Ctrl+Z la remet)" in shown(console)
        assert "0 décidée sur 1" in shown(console)
        await decided(console, "ctrl+z")
        assert "0 décidée sur 2" in shown(console)
        assert "▸ Animation de réseau" in shown(console)


async def test_two_wordings_come_first_and_one_is_chosen(day: Day) -> None:
    folder, keys = day
    workshop = Workshop.open(folder)
    workshop.record(AnswerCorrected(keys[3], "Manquer de temps", after=keys[3]))
    workshop.record(AnswerCorrected(keys[3], "Pas assez de temps", after=keys[3]))
    workshop.close()
    async with merging(day) as console:
        assert "Deux formulations : laquelle garder ?" in shown(console)
        assert "O  garder la 1" in shown(console)
        await console.press("n")
        assert "une formulation à garder" in shown(console)
        await decided(console, "o")
        answer = console.session.workshop.room.answer(keys[3])
        assert answer is not None
        assert answer.value == "Manquer de temps"
        assert "Ces idées disent-elles la même chose ?" in shown(console)
        await decided(console, "ctrl+z")
        assert "Deux formulations : laquelle garder ?" in shown(console)


async def test_one_looks_at_a_sheet_or_the_whole_day_inside_cells_or_across(day: Day) -> None:
    async with merging(day) as console:
        await console.press("tab")
        assert "Regrouper les idées proches : La Silhouette" in shown(console)
        await console.press("tab")
        assert "Toute la journée : 2 familles." in shown(console)
        await decided(console, "c")
        assert sifting(console).across
        assert "d’une case à l’autre" in shown(console)


async def test_a_day_without_near_ideas_says_so(tmp_path: Path, clock: Clock) -> None:
    async with merging(told(tmp_path, clock, "Écoute", "Visioconférence")) as console:
        assert "Aucune idée proche à regrouper." in shown(console)
        await console.press("o", "s", "r", "x", "ctrl+z")
        assert kept(console) == []


async def test_the_palette_finds_it_from_anywhere(day: Day) -> None:
    async with driven(day[0]) as console:
        await console.press("f5", "ctrl+p")
        await console.type("doub")
        await console.press("enter")
        assert isinstance(console.app.screen, MergingScreen)


async def test_one_only_reads_while_another_console_writes(day: Day) -> None:
    other = Workshop.open(day[0])
    async with merging(day) as console:
        assert "▸ Animation de réseau" in shown(console)
        await console.press("n", "enter")
        assert "Lecture seule" in shown(console)
        assert kept(console) == []
    other.close()
