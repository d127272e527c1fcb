"""Filled paper sheets typed with their codes, in any order."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from facilitation.codes import code_of
from facilitation.console.widgets.line import Field
from facilitation.sheet import Address
from tests.console.driving import SEATED, STANDING, Driver, driven

CARD = """
exercice: appuis
titre: Appuis
but: Dire ce qui sert
deroule:
  - {etape: Marquer, duree: 10 min, saisie: etat, dire: Marquez.}
feuilles:
  - cle: etat
    titre: Où en est-on
    lignes: [{cle: annuaire, titre: Un annuaire partagé}, {cle: lieu, titre: Un lieu commun}]
    colonnes: [{cle: ici, titre: Ici}]
    case: marque
    marques: [{cle: acquis, titre: Acquis, signe: "●"}, {cle: a-venir, titre: À venir, signe: "○"}]
  - cle: idees
    titre: Idées
    lignes: [{cle: annuaire, titre: Un annuaire partagé}, {cle: lieu, titre: Un lieu commun}]
    colonnes: [{cle: plus, titre: Ce qui aide}, {cle: moins, titre: Ce qui freine}]
    case: idees
  - cle: votes
    titre: Votes
    lignes: [{cle: annuaire, titre: Un annuaire partagé}]
    colonnes: [{cle: oui, titre: Oui}]
    case: effectif
  - cle: questions
    titre: Questions
    lignes: libres
    colonnes: [{cle: reponse, titre: Réponse}]
    case: idees
jamais:
  - {quoi: recit, raison: On ne garde pas les récits.}
"""
DAY = """
journee: Journée d’essai
date: 2025-03-18
groupes: [{cle: a, nom: Groupe A}, {cle: b, nom: Groupe B}]
sequences:
  - {cle: seance, exercice: appuis, debut: "09:00", duree: 30 min}
"""


@pytest.fixture
def day(tmp_path: Path) -> Path:
    folder = tmp_path / "jour"
    (folder / "exercices").mkdir(parents=True)
    (folder / "exercices" / "appuis.yaml").write_text(CARD, encoding="utf-8")
    (folder / "journee.yaml").write_text(DAY, encoding="utf-8")
    return folder


def at(sheet: str, row: str, column: str, group: str = "a") -> Address:
    return Address("seance", sheet, 1, group, row, column)


def kept(driver: Driver, address: Address) -> list[str | int]:
    return [answer.value for answer in driver.session.workshop.room.cell(address)]


async def say(driver: Driver, text: str) -> None:
    """Put a whole line in the field, then Enter: letter by letter, it is the first test's."""
    driver.app.screen.query_one(Field).value = text.rstrip("\n")
    await driver.press("enter")


async def paste(driver: Driver, text: str) -> None:
    driver.app.screen.query_one(Field).post_message(events.Paste(text))
    await driver.settle()


async def test_a_code_then_words_go_to_its_cell_until_another_code(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("s")
        plus, minus = at("idees", "annuaire", "plus"), at("idees", "lieu", "moins", "b")
        await driver.type(f"{code_of(driver.session.workshop.day, plus)}\n")
        assert "Groupe A · Idées · Un annuaire partagé · Ce qui aide" in driver.text
        await driver.type("Un numéro\n")
        await driver.type("Une carte\n")
        await driver.type(f"{code_of(driver.session.workshop.day, minus).lower()} Trop loin\n")
        assert kept(driver, plus) == ["Un numéro", "Une carte"]
        assert kept(driver, minus) == ["Trop loin"]


async def test_each_kind_of_cell_says_what_it_expects_and_keeps_it(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("s")
        mark, votes = at("etat", "lieu", "ici"), at("votes", "annuaire", "oui", "")
        codes = driver.session.workshop.day
        await say(driver, f"{code_of(codes, mark)}")
        assert "une marque\u00a0: Acquis et À venir" in driver.text
        await say(driver, "acquis")
        await say(driver, f"{code_of(codes, votes)} 12")
        assert kept(driver, mark) == ["acquis"]
        assert kept(driver, votes) == [12]


async def test_a_wrong_value_is_told_and_stays_in_the_line(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("s")
        votes = at("votes", "annuaire", "oui", "")
        await say(driver, f"{code_of(driver.session.workshop.day, votes)}")
        await say(driver, "douze")
        assert "effectif illisible" in driver.text.casefold()
        assert "douze" in driver.lines[-4] + driver.lines[-3] + driver.lines[-5]
        assert kept(driver, votes) == []


async def test_a_code_of_no_cell_is_told_and_words_without_a_code_ask_for_one(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("s")
        await say(driver, "Une idée")
        assert "un code, comme G1-B3" in driver.text
        await driver.press("ctrl+a", "backspace")
        await say(driver, "G1-Z9")
        assert "n’a pas de feuille Z" in driver.text


async def test_a_row_that_is_free_is_named_first_then_filled(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("s")
        free = at("questions", "", "reponse", "")
        await say(driver, f"{code_of(driver.session.workshop.day, free)}")
        assert "d’abord le nom de la ligne" in driver.text
        await say(driver, "Qui appeler ?")
        await say(driver, "La coordination")
        (line,) = driver.session.workshop.sheet("seance", "questions").rows
        assert line.title == "Qui appeler ?"
        assert kept(driver, free._replace(row=line.key)) == ["La coordination"]


async def test_ctrl_z_takes_back_the_last_line_wherever_it_went(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("s")
        plus = at("idees", "annuaire", "plus")
        await say(driver, f"{code_of(driver.session.workshop.day, plus)} Un numéro")
        await say(driver, "Une erreur")
        await driver.press("ctrl+z")
        assert kept(driver, plus) == ["Un numéro"]


async def test_a_paste_of_many_lines_goes_in_and_those_refused_are_told_with_their_number(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("s")
        plus = at("idees", "annuaire", "plus")
        code = code_of(driver.session.workshop.day, plus)
        lines = [f"{code}\tIdée {number}" for number in range(1, 101)]
        await paste(driver, "\n".join([*lines[:50], "G9-A1 perdue", *lines[50:]]))
        assert len(kept(driver, plus)) == 100
        assert "ligne 51" in driver.text
        assert "n’a pas de groupe 9" in driver.text


async def test_what_a_protocol_forbids_is_refused_with_its_reason(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("s")
        plus = at("idees", "annuaire", "plus")
        await say(driver, f"{code_of(driver.session.workshop.day, plus)}")
        await paste(driver, "un " * 30 + "\n" + "récit " * 30)
        assert "On ne garde pas les récits" in " ".join(driver.text.split())
        assert kept(driver, plus) == []


@pytest.mark.parametrize("size", [STANDING, SEATED, (60, 18)])
async def test_the_screen_holds_in_every_window(day: Path, size: tuple[int, int]) -> None:
    async with driven(day, size=size) as driver:
        await driver.press("s")
        assert "Saisie papier" in driver.text
        plus = at("idees", "annuaire", "plus")
        await say(driver, f"{code_of(driver.session.workshop.day, plus)} {'mot' * 30}")
        assert kept(driver, plus) == ["mot" * 30]


async def test_lines_that_follow_a_wrong_code_in_a_paste_go_to_no_cell(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("s")
        plus = at("idees", "annuaire", "plus")
        code = code_of(driver.session.workshop.day, plus)
        await paste(driver, f"{code} deux\nG9-Z9 perdu\nsans code\n{code} trois")
        assert kept(driver, plus) == ["deux", "trois"]
        assert "le code de la ligne 2 est faux" in driver.text


async def test_a_mark_said_again_is_not_what_ctrl_z_takes_back(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("s")
        mark = at("etat", "lieu", "ici")
        await say(driver, code_of(driver.session.workshop.day, mark))
        for word in ("Acquis", "À venir", "À venir"):
            await say(driver, word)
        assert kept(driver, mark) == ["a-venir"]
        await driver.press("ctrl+z")
        assert kept(driver, mark) == ["acquis"]
        await driver.press("ctrl+z")
        assert kept(driver, mark) == []


@pytest.mark.parametrize("line", ["G1-I3", "G1B1Connaissance"])
async def test_a_code_badly_written_is_never_taken_for_an_idea(day: Path, line: str) -> None:
    async with driven(day) as driver:
        await driver.press("s")
        plus = at("idees", "annuaire", "plus")
        await say(driver, code_of(driver.session.workshop.day, plus))
        await say(driver, line)
        assert kept(driver, plus) == []
        assert "Code illisible" in driver.text
