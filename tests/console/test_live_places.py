"""Words placed by the arrows: what the journal holds, and what the screen says."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.console.paint.places import Word, places
from facilitation.sheet import Address, Axes
from tests.console.driving import SEATED, Driver, driven
from tests.console.test_live_marks import make, play

CARD = """
exercice: mots
titre: Mots
but: Placer des mots
deroule: [{etape: Placer, duree: 10 min, saisie: carte, dire: Placez.}]
feuilles:
  - cle: carte
    titre: Carte
    figure: carte
    lignes: [{cle: lien, titre: Lien}, {cle: soin, titre: Soin}]
    colonnes: [{cle: place, titre: Place}]
    case: place
    axes: {gauche: individuel, droite: collectif, bas: curatif, haut: préventif}
"""


@pytest.fixture
def day(tmp_path: Path) -> Path:
    return make(tmp_path / "jour", CARD, "mots")


def placed(driver: Driver, group: str = "a") -> dict[str, list[str | int]]:
    room, rows = driver.session.workshop.room, driver.session.workshop.sheet("seance", "carte").rows
    given = {line.title: room.cell(Address("seance", "carte", 1, group, line.key, "place")) for line in rows}
    return {word: [answer.value for answer in answers] for word, answers in given.items() if answers}


async def test_arrows_move_the_word_and_enter_drops_it_then_takes_the_next(day: Path) -> None:
    async with driven(day, size=SEATED) as driver:
        await play(driver)
        await driver.press("right", "right", "up", "enter")
        assert placed(driver) == {"Lien": ["10 10"]}
        await driver.press("left", "enter")
        assert placed(driver) == {"Lien": ["10 10"], "Soin": ["-5 0"]}
        assert "préventif" in driver.text
        assert "individuel" in driver.text


async def test_a_word_placed_again_replaces_its_place_and_suppr_takes_it_away(day: Path) -> None:
    async with driven(day, size=SEATED) as driver:
        await play(driver)
        await driver.press("enter", "tab", "down", "enter")
        assert placed(driver) == {"Lien": ["0 -10"]}
        await driver.press("tab", "delete")
        assert placed(driver) == {}
        await driver.press("ctrl+z")
        assert placed(driver) == {"Lien": ["0 -10"]}


async def test_a_word_that_was_moved_is_dropped_where_it_is_when_one_leaves_it(day: Path) -> None:
    async with driven(day, size=SEATED) as driver:
        await play(driver)
        await driver.press("up", "ctrl+g", "enter")
        assert placed(driver, "a") == {"Lien": ["0 10"]}
        assert placed(driver, "b") == {"Lien": ["0 0"]}


async def test_a_word_is_added_where_words_are_free(tmp_path: Path) -> None:
    card = CARD.replace("lignes: [{cle: lien, titre: Lien}, {cle: soin, titre: Soin}]", "lignes: libres")
    async with driven(make(tmp_path / "jour", card, "mots")) as driver:
        await play(driver)
        await driver.type("Confiance\n")
        await driver.press("tab", "enter")
        assert placed(driver) == {"Confiance": ["0 0"]}


def test_labels_never_overlap() -> None:
    words = [Word(f"Mot long numéro {rank}", (0, 0), is_placed=True) for rank in range(4)]
    drawn = ["".join(piece.text for piece in line) for line in places(words, Axes("g", "d", "b", "h"), 80, 19)]
    plane = "\n".join(line[22:] for line in drawn)
    assert plane.count("Mot long numéro") >= 3
