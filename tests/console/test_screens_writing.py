"""Staff's own paragraphs, written in the console."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.console.screens.writing import WritingScreen
from facilitation.events import Part
from tests.console.driving import SEATED, STANDING, Driver, driven, example


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return example(tmp_path / "paca-2021")


def text(driver: Driver, part: Part = Part.INTRODUCTION, sequence: str = "") -> str:
    return driver.session.workshop.room.additions.text(part, sequence)


def screen(driver: Driver) -> WritingScreen:
    found = driver.app.screen
    assert isinstance(found, WritingScreen)
    return found


def plain(driver: Driver) -> str:
    return driver.text.replace("\u00a0", " ")


@pytest.mark.parametrize("size", [STANDING, SEATED])
async def test_every_place_of_the_document_can_be_written_in(day: Path, size: tuple[int, int]) -> None:
    async with driven(day, size=size) as driver:
        await driver.press("i")
        for title in ("Introduction", "La Silhouette", "Conclusion"):
            assert title in driver.text
        await driver.type("Une journée ? Dense.\n\nDeux temps.\t")
        await driver.type("Nous retenons trois portraits.")
        await driver.press("shift+tab", "shift+tab")
        await driver.type("Merci.")
        await driver.press("escape")
        assert text(driver) == "Une journée ? Dense.\n\nDeux temps."
        first = driver.session.workshop.day.sequences[0].key
        assert text(driver, Part.SEQUENCE, first) == "Nous retenons trois portraits."
        assert text(driver, Part.CONCLUSION) == "Merci."


async def test_it_says_what_is_kept_and_what_is_still_to_write(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("i")
        assert "▶ Introduction" in driver.text
        assert "à écrire" in driver.text
        await driver.type("Une journée dense.")
        assert "… j’écris" in driver.text
        screen(driver).keep()
        await driver.settle()
        assert "✓ gardé à" in driver.text
        assert "3 mots" in plain(driver)


async def test_the_words_of_the_day_are_shown_and_those_of_the_console_win(day: Path) -> None:
    yaml = day / "journee.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8") + "\nintroduction: Écrit dans le fichier.\n", encoding="utf-8")
    async with driven(day) as driver:
        await driver.press("i")
        assert "Écrit dans le fichier." in driver.text
        assert "de journee.yaml, 4 mots" in plain(driver)
        assert text(driver) == ""
        await driver.type(" Et ici.")
        await driver.press("tab")
        assert text(driver) == "Écrit dans le fichier. Et ici."
        assert "de journee.yaml, " not in plain(driver)


async def test_a_text_emptied_leaves_nothing(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("i")
        await driver.type("Un\t")
        await driver.press("shift+tab", "backspace", "backspace", "tab")
        assert text(driver) == ""
        assert driver.session.workshop.room.additions.written(Part.INTRODUCTION)


async def test_undoing_goes_through_what_is_typed_then_through_what_was_kept_where_it_was(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("i")
        await driver.type("Premier jet.\t")
        await driver.press("shift+tab")
        await driver.type(" Suite.\t")
        assert text(driver) == "Premier jet. Suite."
        await driver.press("ctrl+z")
        assert screen(driver).spot.part is Part.INTRODUCTION
        assert text(driver) == "Premier jet."
        assert screen(driver).page.text == "Premier jet."
        await driver.press("ctrl+y")
        assert text(driver) == "Premier jet. Suite."


async def test_a_text_that_cannot_be_kept_says_why_and_is_never_lost(day: Path) -> None:
    long = "mot " * 2_600
    async with driven(day) as driver:
        await driver.press("i")
        screen(driver).page.insert(long)
        await driver.press("tab")
        assert "trop long" in driver.text
        await driver.press("shift+tab")
        assert screen(driver).page.text.startswith("mot mot")
        assert text(driver) == ""
    async with driven(day) as driver:
        await driver.press("i")
        assert screen(driver).page.text == long


async def test_a_session_that_only_looks_on_writes_nothing(day: Path) -> None:
    async with driven(day), driven(day) as other:
        assert other.session.workshop.read_only
        other.app.show_writing()
        await other.settle()
        await other.type("Un")
        assert screen(other).page.text == ""


async def test_the_documents_are_one_key_away_and_say_what_was_written(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("e", "i")
        await driver.type("Une journée dense.")
        await driver.press("f5")
        assert text(driver) == "Une journée dense."
        assert "Que voulez-vous fabriquer" in driver.text
