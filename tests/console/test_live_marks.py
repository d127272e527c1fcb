"""Marks set by keys: what the journal holds, and what the screen says."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.sheet import Address
from tests.console.driving import Driver, driven

CARD = """
exercice: appuis
titre: Appuis
but: Dire ce qui sert
deroule:
  - {etape: Marquer, duree: 10 min, saisie: etat, dire: Marquez.}
  - {etape: Discuter, duree: 10 min, saisie: idees, dire: Dites pourquoi.}
feuilles:
  - cle: etat
    titre: Où en est-on
    lignes: [{cle: annuaire, titre: Un annuaire partagé}, {cle: lieu, titre: Un lieu commun}]
    colonnes: [{cle: ici, titre: Ici}, {cle: ailleurs, titre: Ailleurs}]
    case: marque
    marques:
      - {cle: acquis, titre: Acquis, signe: "●", poids: 1}
      - {cle: en-cours, titre: En cours, signe: "◐", poids: 0.3}
      - {cle: a-venir, titre: À venir, signe: "○", poids: -1}
  - cle: idees
    titre: Pourquoi
    lignes: [{cle: annuaire, titre: Un annuaire partagé}]
    colonnes: [{cle: pourquoi, titre: Pourquoi}]
    case: idees
"""
FIXED = "lignes: [{cle: annuaire, titre: Un annuaire partagé}, {cle: lieu, titre: Un lieu commun}]"
FREE = CARD.replace(FIXED, "lignes: libres")
DAY = """
journee: Journée d’essai
date: 2025-03-18
groupes: [{cle: a, nom: Groupe A}, {cle: b, nom: Groupe B}]
sequences:
  - {cle: seance, exercice: appuis, debut: "09:00", duree: 30 min}
"""


@pytest.fixture
def day(tmp_path: Path) -> Path:
    return make(tmp_path / "jour", CARD)


def make(folder: Path, card: str, name: str = "appuis") -> Path:
    (folder / "exercices").mkdir(parents=True)
    (folder / "exercices" / f"{name}.yaml").write_text(card, encoding="utf-8")
    (folder / "journee.yaml").write_text(DAY.replace("appuis", name), encoding="utf-8")
    return folder


async def play(driver: Driver) -> None:
    driver.app.play("seance")
    await driver.settle()


def marks(driver: Driver, group: str = "a") -> dict[tuple[str, str], list[str | int]]:
    room = driver.session.workshop.room
    cells = driver.session.workshop.sheet("seance", "etat").cells()
    found = {(line.key, column.key): Address("seance", "etat", 1, group, line.key, column.key) for line, column in cells}
    return {cell: [answer.value for answer in room.cell(place)] for cell, place in found.items() if room.size(place)}


async def test_a_digit_sets_the_mark_and_goes_to_the_next_cell(day: Path) -> None:
    async with driven(day) as driver:
        await play(driver)
        await driver.press("1", "2", "3")
        assert marks(driver) == {
            ("annuaire", "ici"): ["acquis"],
            ("annuaire", "ailleurs"): ["en-cours"],
            ("lieu", "ici"): ["a-venir"],
        }
        assert "● Acquis" in driver.text
        assert "2  Un lieu commun" in driver.text


async def test_the_same_keys_without_shift_set_marks_on_azerty(day: Path) -> None:
    async with driven(day) as driver:
        await play(driver)
        await driver.press("ampersand", "é", "quotation_mark")
        assert list(marks(driver).values()) == [["acquis"], ["en-cours"], ["a-venir"]]


async def test_a_mark_set_again_replaces_the_first_and_ctrl_z_brings_it_back(day: Path) -> None:
    async with driven(day) as driver:
        await play(driver)
        await driver.press("1", "left", "3")
        assert marks(driver) == {("annuaire", "ici"): ["a-venir"]}
        await driver.press("ctrl+z")
        assert marks(driver) == {("annuaire", "ici"): ["acquis"]}


async def test_suppr_takes_the_mark_away(day: Path) -> None:
    async with driven(day) as driver:
        await play(driver)
        await driver.press("2", "left", "delete")
        assert marks(driver) == {}
        assert "Retirée" in driver.text
        assert "En cours" in driver.text


async def test_each_group_has_its_own_marks(day: Path) -> None:
    async with driven(day) as driver:
        await play(driver)
        await driver.press("1", "ctrl+g", "2")
        assert marks(driver, "a") == {("annuaire", "ici"): ["acquis"]}
        assert marks(driver, "b") == {("annuaire", "ailleurs"): ["en-cours"]}


async def test_a_step_with_another_sheet_shows_the_screen_of_that_sheet(day: Path) -> None:
    async with driven(day) as driver:
        await play(driver)
        await driver.press("f5")
        await driver.type("On se connaît peu\n")
        room = driver.session.workshop.room
        (said,) = room.cell(Address("seance", "idees", 1, "a", "annuaire", "pourquoi"))
        assert said.value == "On se connaît peu"
        await driver.press("f4", "1")
        assert marks(driver) == {("annuaire", "ici"): ["acquis"]}


async def test_plus_and_minus_set_the_two_marks_of_a_scale_of_two(tmp_path: Path) -> None:
    card = CARD.replace('      - {cle: en-cours, titre: En cours, signe: "◐", poids: 0.3}\n', "")
    async with driven(make(tmp_path / "jour", card)) as driver:
        await play(driver)
        await driver.press("equals_sign", "minus")
        assert list(marks(driver).values()) == [["acquis"], ["a-venir"]]


async def test_a_row_is_added_where_rows_are_free(tmp_path: Path) -> None:
    async with driven(make(tmp_path / "jour", FREE)) as driver:
        await play(driver)
        await driver.type("Un numéro unique\n")
        await driver.press("tab", "1")
        (line,) = driver.session.workshop.sheet("seance", "etat").rows
        assert line.title == "Un numéro unique"
        assert list(marks(driver).values()) == [["acquis"]]


def titles(driver: Driver) -> list[str]:
    return [line.title for line in driver.session.workshop.sheet("seance", "etat").rows]


async def test_a_free_row_is_worded_otherwise_and_ctrl_z_gives_its_words_back(tmp_path: Path) -> None:
    async with driven(make(tmp_path / "jour", FREE)) as driver:
        await play(driver)
        await driver.type("Un numéro\n")
        await driver.press("tab", "1", "f2")
        assert "Un numéro" in driver.text
        await driver.type(" unique\n")
        assert titles(driver) == ["Un numéro unique"]
        assert list(marks(driver).values()) == [["acquis"]]
        await driver.press("ctrl+z")
        assert titles(driver) == ["Un numéro"]


async def test_a_free_row_whose_words_are_emptied_is_withdrawn_and_comes_back(tmp_path: Path) -> None:
    async with driven(make(tmp_path / "jour", FREE)) as driver:
        await play(driver)
        await driver.type("Ab\n")
        await driver.type("Cd\n")
        await driver.press("tab", "f2", *["backspace"] * 2, "enter")
        assert len(titles(driver)) == 1
        await driver.press("ctrl+z")
        assert titles(driver) == ["Ab", "Cd"]


async def test_leaving_the_correction_of_a_row_changes_nothing(tmp_path: Path) -> None:
    async with driven(make(tmp_path / "jour", FREE)) as driver:
        await play(driver)
        await driver.type("Un numéro\n")
        await driver.press("tab", "f2")
        await driver.type(" faux")
        await driver.press("escape")
        assert titles(driver) == ["Un numéro"]
        assert "modifier" not in driver.text
