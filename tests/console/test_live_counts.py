"""Head-counts of a sheet that is no debate: a grid of numbers, or one row at a time in its own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.sheet import Address
from tests.console.driving import Driver, driven

FORUM = """
exercice: forum
titre: Forum
but: Savoir ce que le forum a donné
deroule:
  - {etape: Objectifs, duree: 5 min, saisie: objectifs, dire: Comptez.}
  - {etape: Qualité, duree: 5 min, saisie: qualite, dire: Comptez.}
feuilles:
  - cle: objectifs
    titre: Objectifs atteints
    titre_lignes: Objectifs
    lignes: [{cle: reseau, titre: Faire réseau}, {cle: public, titre: Informer le public}]
    colonnes: [{cle: oui, titre: Atteint}, {cle: non, titre: Pas atteint}]
    case: effectif
  - cle: qualite
    titre: Qualité du forum
    lignes: [{cle: qualite, titre: Comment trouvez-vous ce forum ?}]
    colonnes: [{cle: bon, titre: Bon}, {cle: moyen, titre: Moyen}]
    case: effectif
"""
VOTE = """
exercice: vote
titre: Vote
but: Voir ce qui fait envie
deroule:
  - {etape: Proposition, duree: 1 min, montre: affirmation, par_ligne: true, dire: Je lis.}
  - {etape: Compte, duree: 1 min, saisie: votes, par_ligne: true, dire: On compte.}
feuilles:
  - cle: votes
    titre: Gommettes
    figure: positions
    titre_lignes: Propositions
    lignes: [{cle: annuaire, titre: Un annuaire commun}, {cle: lettre, titre: Une lettre chaque mois}]
    colonnes: [{cle: envie, titre: Envie}, {cle: reserve, titre: Réserve}]
    case: effectif
"""
DAY = """
journee: Journée d’essai
date: 2025-03-18
personnes: 20
groupes: [{cle: a, nom: Groupe A}, {cle: b, nom: Groupe B}]
sequences:
  - {cle: seance, exercice: NOM, debut: "09:00", duree: 30 min}
"""


@pytest.fixture
def forum(tmp_path: Path) -> Path:
    return make(tmp_path / "jour", FORUM, "forum")


@pytest.fixture
def vote(tmp_path: Path) -> Path:
    return make(tmp_path / "jour", VOTE, "vote")


def make(folder: Path, card: str, name: str) -> Path:
    (folder / "exercices").mkdir(parents=True)
    (folder / "exercices" / f"{name}.yaml").write_text(card, encoding="utf-8")
    (folder / "journee.yaml").write_text(DAY.replace("NOM", name), encoding="utf-8")
    return folder


async def play(driver: Driver) -> None:
    driver.app.play("seance")
    await driver.settle()


def counts(driver: Driver, sheet: str) -> dict[tuple[str, str], str | int]:
    room = driver.session.workshop.room
    cells = driver.session.workshop.sheet("seance", sheet).cells()
    found = {(line.key, column.key): Address("seance", sheet, 1, "", line.key, column.key) for line, column in cells}
    return {cell: kept.value for cell, place in found.items() if (kept := room.count(place)) is not None}


async def test_digits_make_a_number_and_enter_keeps_it_for_the_whole_room(forum: Path) -> None:
    async with driven(forum) as driver:
        await play(driver)
        await driver.press("1", "2", "enter", "3", "enter")
        assert counts(driver, "objectifs") == {("reseau", "oui"): 12, ("reseau", "non"): 3}
        assert "2  Informer le public" in driver.text


async def test_an_arrow_keeps_the_number_too_and_a_second_count_replaces_the_first(forum: Path) -> None:
    async with driven(forum) as driver:
        await play(driver)
        await driver.press("9", "right", "left", "7", "down")
        assert counts(driver, "objectifs") == {("reseau", "oui"): 7}


async def test_each_counted_sheet_has_its_screen(forum: Path) -> None:
    async with driven(forum) as driver:
        await play(driver)
        await driver.press("5", "f5")
        assert counts(driver, "objectifs") == {("reseau", "oui"): 5}
        assert "Qualité du forum" in driver.text
        await driver.press("8", "enter")
        assert counts(driver, "qualite") == {("qualite", "bon"): 8}


async def test_a_number_being_typed_is_undone_before_what_was_kept(forum: Path) -> None:
    async with driven(forum) as driver:
        await play(driver)
        await driver.press("5", "enter", "6", "ctrl+z")
        assert counts(driver, "objectifs") == {("reseau", "oui"): 5}
        await driver.press("ctrl+z")
        assert counts(driver, "objectifs") == {}


async def test_backspace_takes_a_digit_then_the_count(forum: Path) -> None:
    async with driven(forum) as driver:
        await play(driver)
        await driver.press("1", "4", "backspace", "enter")
        assert counts(driver, "objectifs") == {("reseau", "oui"): 1}
        await driver.press("left", "backspace")
        assert counts(driver, "objectifs") == {}


async def test_digits_are_read_without_maj_on_a_french_keyboard(forum: Path) -> None:
    async with driven(forum) as driver:
        await play(driver)
        driver.session.azerty = True
        await driver.press("&", "à", "enter")
        assert counts(driver, "objectifs") == {("reseau", "oui"): 10}


async def test_rows_put_one_by_one_are_told_in_their_own_words(vote: Path) -> None:
    async with driven(vote) as driver:
        await play(driver)
        assert "Proposition n°\u00a01/2" in driver.text
        await driver.press("f5")
        assert "proposition" in driver.text
        assert "ffirmation" not in driver.text


async def test_more_answers_than_people_is_no_mistake_where_one_may_give_several(vote: Path) -> None:
    async with driven(vote) as driver:
        await play(driver)
        await driver.press("f5", "1", "8", "enter", "1", "5", "enter")
        assert "33\u00a0personnes comptées" in driver.text
        assert "de trop" not in driver.text
        assert "%" not in driver.text
        assert counts(driver, "votes") == {("annuaire", "envie"): 18, ("annuaire", "reserve"): 15}


async def test_no_word_of_a_head_is_cut_where_it_has_room(tmp_path: Path) -> None:
    five = "".join(
        f"{{cle: c{at}, titre: {title}}}, "
        for at, title in enumerate(("Très intéressant", "Intéressant", "Peu", "Pas", "Sans réponse"))
    )
    card = FORUM.replace("{cle: oui, titre: Atteint}, {cle: non, titre: Pas atteint}", five.rstrip(", "))
    async with driven(make(tmp_path / "jour", card, "forum")) as driver:
        await play(driver)
        assert driver.text.count("ntéressant ") == 2
