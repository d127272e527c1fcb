"""Texts typed in the fields of a form: what the journal holds, and what the screen says."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.sheet import Address
from tests.console.driving import Driver, driven
from tests.console.test_live_marks import make, play

CARD = """
exercice: plan
titre: Plan
but: Écrire une fiche
deroule: [{etape: Rédiger, duree: 10 min, saisie: fiche, dire: Écrivez.}]
feuilles:
  - cle: fiche
    titre: La fiche
    figure: fiche
    lignes: [{cle: titre, titre: Intitulé}, {cle: porteur, titre: Qui porte}]
    colonnes: [{cle: texte, titre: Texte}]
    case: texte
"""
FREE = CARD.replace("lignes: [{cle: titre, titre: Intitulé}, {cle: porteur, titre: Qui porte}]", "lignes: libres").replace(
    "colonnes: [{cle: texte, titre: Texte}]", "colonnes: [{cle: quoi, titre: Quoi}, {cle: qui, titre: Qui}]"
)


@pytest.fixture
def day(tmp_path: Path) -> Path:
    return make(tmp_path / "jour", CARD, "plan")


def written(driver: Driver, group: str = "a") -> dict[tuple[str, str], list[str | int]]:
    room, sheet = driver.session.workshop.room, driver.session.workshop.sheet("seance", "fiche")
    places = [Address("seance", "fiche", 1, group, line.key, column.key) for line, column in sheet.cells()]
    return {(place.row, place.column): [answer.value for answer in room.cell(place)] for place in places if room.size(place)}


async def test_tab_keeps_a_field_and_goes_to_the_next(day: Path) -> None:
    async with driven(day) as driver:
        await play(driver)
        assert "à compléter" in driver.text
        await driver.type("Aller vers les gens\nà pied\t")
        await driver.type("La mairie")
        await driver.press("shift+tab")
        assert written(driver) == {
            ("titre", "texte"): ["Aller vers les gens\nà pied"],
            ("porteur", "texte"): ["La mairie"],
        }
        assert "6 mots" in driver.text.replace("\u00a0", " ")
        assert "✓ gardé à" in driver.text


async def test_a_text_corrected_stands_alone_and_an_emptied_one_is_withdrawn(day: Path) -> None:
    async with driven(day) as driver:
        await play(driver)
        await driver.type("Un\t")
        await driver.press("shift+tab")
        await driver.press("backspace", "backspace")
        await driver.type("Deux\t")
        assert written(driver) == {("titre", "texte"): ["Deux"]}
        await driver.press("shift+tab", *["backspace"] * 4, "tab")
        assert written(driver) == {}


async def test_each_group_has_its_own_form(day: Path) -> None:
    async with driven(day) as driver:
        await play(driver)
        await driver.type("Le nôtre")
        await driver.press("ctrl+g")
        assert "Le nôtre" not in driver.text
        await driver.type("Un autre")
        await driver.press("ctrl+g")
        assert written(driver, "a") == {("titre", "texte"): ["Le nôtre"]}
        assert written(driver, "b") == {("titre", "texte"): ["Un autre"]}
        assert "Le nôtre" in driver.text


async def test_a_text_is_kept_when_one_goes_up_to_the_day(day: Path) -> None:
    async with driven(day) as driver:
        await play(driver)
        await driver.type("Gardé")
        await driver.press("escape")
        assert written(driver) == {("titre", "texte"): ["Gardé"]}


async def test_a_form_is_added_where_rows_are_free(tmp_path: Path) -> None:
    async with driven(make(tmp_path / "jour", FREE, "plan")) as driver:
        await play(driver)
        await driver.type("Le bus du soir\n")
        await driver.press("tab")
        await driver.type("Une ligne\t")
        await driver.type("La ville\t")
        (line,) = driver.session.workshop.sheet("seance", "fiche").rows
        assert line.title == "Le bus du soir"
        assert written(driver) == {(line.key, "quoi"): ["Une ligne"], (line.key, "qui"): ["La ville"]}


async def test_the_first_field_of_another_form_has_the_focus_at_once(tmp_path: Path) -> None:
    async with driven(make(tmp_path / "jour", FREE, "plan")) as driver:
        await play(driver)
        await driver.type("Le bus\nLe marché\n")
        await driver.press("tab", "f6")
        await driver.type("Chaque mardi")
        await driver.press("f6")
        first, _second = driver.session.workshop.sheet("seance", "fiche").rows
        assert written(driver) == {(first.key, "quoi"): ["Chaque mardi"]}
