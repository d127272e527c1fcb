"""The library on screen: filters by keys, a card whole, a trial that leaves nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from facilitation.console import words
from facilitation.console.screens.cards import CardsScreen
from facilitation.console.screens.day import DayScreen
from facilitation.console.shelf import VALUES, Filters
from facilitation.library import library_folder
from facilitation.workshop.cards import card, shelf
from facilitation.workshop.memory import recent
from facilitation.workshop.trial import Trial
from tests.console.driving import SEATED, STANDING, driven, example


async def test_a_letter_goes_round_the_aims_and_only_their_exercises_stay() -> None:
    async with driven(size=STANDING) as console:
        await console.press("b")
        await console.until_shown("Abaque")
        await console.press("u")
        assert "but\u00a0: se connaître" in console.text
        assert "Abaque" not in console.text
        await console.press(*["u"] * (len(VALUES["but"]) - 1))
        assert "but\u00a0: " not in console.text


async def test_a_card_is_read_whole_in_a_small_window_a_page_at_a_time() -> None:
    async with driven(size=STANDING) as console:
        await console.press("b")
        await console.until_shown("Abaque")
        await console.press("enter")
        await console.until_shown("▼ encore")
        seen = console.text
        for _ in range(4):
            await console.press("pagedown")
            seen += console.text
        assert "▼" not in console.text
        told = {word for line in card("abaque-de-regnier").split("\n") for word in line.split()}
        assert told - set(seen.split()) == set()


async def test_a_wide_window_says_where_the_rest_of_a_card_is() -> None:
    async with driven(size=SEATED) as console:
        await console.press("b")
        await console.until_shown("▼ Entrée pour lire toute la fiche")


async def test_a_trial_starts_from_the_library_and_leaves_nothing_behind() -> None:
    async with driven(size=SEATED) as console:
        await console.press("b")
        await console.until_shown("Les exercices")
        await console.until_shown("Abaque")
        await console.press("e")
        await console.until_shown("tout sera effacé")
        folder = console.session.workshop.folder
        assert folder.is_dir()
        assert folder not in recent()
        await console.press("escape")
        await console.until_shown("Les exercices")
        assert not folder.parent.exists()
        assert console.app.session is None
        assert "essai" not in console.text


async def test_a_trial_left_comes_back_to_its_card_and_filters() -> None:
    async with driven(size=SEATED) as console:
        await console.press("b")
        await console.until_shown("Abaque")
        await console.press("u", "down", "down", "e")
        await console.until_shown("tout sera effacé")
        tried = console.session.workshop.day.sequences[0].title
        await console.press("f5", "escape", "escape")
        await console.until_shown("but\u00a0: se connaître")
        assert isinstance(console.app.screen, CardsScreen)
        await console.until(lambda: bool(console.app.screen.texts))  # type: ignore[attr-defined]  # a library screen, as said
        assert console.app.screen.title_shown == tried


async def test_the_day_that_was_open_is_open_again_after_a_trial(tmp_path: Path) -> None:
    day = example(tmp_path / "jour", "exemple-fictif", empty=True)
    async with driven(day, size=SEATED) as console:
        await console.press("b")
        await console.until_shown("Abaque")
        await console.press("e")
        await console.until_shown("tout sera effacé")
        await console.press("escape")
        await console.until_shown("Les exercices")
        await console.press("escape")
        assert console.session.workshop.folder == day
        assert isinstance(console.app.screen, DayScreen)
        assert "essai" not in console.text.replace("◇ essai", "")  # it is a rehearsal: its date is another


async def test_a_trial_asked_for_by_its_command_is_over_with_escape() -> None:
    trial = Trial(library_folder() / "silhouette.yaml")
    async with driven(trial.folder) as console:
        console.app.trial = trial
        await console.press("escape")
        assert console.app.goodbye == words.TRIED
    assert not trial.folder.exists()


STOPPED = """
import signal
from facilitation.console.app import Console, _erase_trial_when_stopped
from facilitation.library import library_folder
from facilitation.workshop.trial import Trial
app = Console()
app.trial = Trial(library_folder() / "silhouette.yaml")
print(app.trial.folder, flush=True)
_erase_trial_when_stopped(app)
signal.raise_signal(signal.SIGTERM)
"""


def test_a_console_that_is_stopped_erases_its_trial() -> None:
    over = subprocess.run([sys.executable, "-c", STOPPED], capture_output=True, text=True, encoding="utf-8", check=False)
    assert over.returncode != 0
    assert not Path(over.stdout.strip()).parent.exists()


async def test_the_documents_of_a_trial_go_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    async with driven() as console:
        await console.press("b")
        await console.until_shown("Abaque")
        await console.press("e")
        await console.until_shown("tout sera effacé")
        await console.press("e", "f5")
        await console.until(lambda: console.app.making is not None and console.app.making.is_over)
        assert console.app.making is not None
        assert console.app.making.to.parent == console.session.workshop.folder
        assert console.app.making.made
    assert not (tmp_path / "outputs").exists()


def test_every_card_fits_a_value_of_every_filter_and_of_no_two_lengths() -> None:
    cards = shelf()
    for name in ("but", "durée", "moment"):
        found: list[list[str]] = []
        for _ in VALUES[name][1:]:
            filters = Filters()
            while filters.chosen[name] != VALUES[name][len(found) + 1]:
                filters.turn(name)
            found.append([card.key for card in filters.fitting(cards)])
        assert sorted(key for keys in found for key in keys) == sorted(card.key for card in cards)
