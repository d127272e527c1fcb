from __future__ import annotations

from pathlib import Path

import pytest

from tests.console.core import make_day
from tests.console.driving import Driver, driven

DAY = """\
journee: Tables
date: 2026-11-23
{people}
sequences:
  - cle: cafe
    exercice: world-cafe
    lignes:
      - {{cle: a, titre: "Comment rejoindre les jeunes ?"}}
"""


@pytest.fixture
def cafe(tmp_path: Path) -> Path:
    """Return a day where twenty-five people come to a world café."""
    return written(tmp_path, "personnes: 25")


def shown(driver: Driver) -> str:
    """Return the screen, with plain spaces."""
    return driver.text.replace("\u00a0", " ")


def written(folder: Path, people: str) -> Path:
    """Return a day of one world café."""
    (folder / "journee.yaml").write_text(DAY.format(people=people), encoding="utf-8")
    return folder


async def test_the_panel_follows_the_rounds_and_shows_others(cafe: Path) -> None:
    async with driven(cafe) as driver:
        driver.app.play("cafe")
        await driver.settle()
        await driver.press("f3")
        assert "Tour 1/3, à venir" in shown(driver)
        assert "Personne ne revoit la même personne." in shown(driver)
        assert "1 (hôte), 6, 11, 16, 21" in shown(driver)
        await driver.press("f5", "f5")
        assert "Tour 2/3, en cours" in shown(driver)
        await driver.press("right")
        assert "Tour 3/3, à venir" in shown(driver)
        await driver.press("left", "left")
        assert "Tour 1/3, joué" in shown(driver)
        await driver.press("f4")
        assert "Tour 1/3, en cours" in shown(driver)
        assert driver.session.workshop.stop("cafe").step.title == "Premier tour"


async def test_a_number_typed_shows_its_tables_and_enter_takes_it_out_and_back(cafe: Path) -> None:
    async with driven(cafe) as driver:
        driver.app.play("cafe")
        await driver.settle()
        await driver.press("f3", "7")
        assert "Carte 7" in shown(driver)
        assert "tour 1 : table 2" in shown(driver)
        await driver.press("enter")
        assert "24 personnes, sans 7" in shown(driver)
        await driver.press("7", "enter")
        assert "25 personnes" in shown(driver)
        assert "sans" not in shown(driver)


async def test_somebody_late_is_added_without_moving_the_others(cafe: Path) -> None:
    async with driven(cafe) as driver:
        driver.app.play("cafe")
        await driver.settle()
        await driver.press("f3")
        before = driver.session.seatings["cafe", ""].turns
        await driver.type("99")
        assert "la carte 26" in shown(driver)
        await driver.press("enter")
        after = driver.session.seatings["cafe", ""].turns
        assert "26 personnes, avec 26" in shown(driver)
        assert [[set(table) - {"26"} for table in turn.tables] for turn in after] == [
            [set(table) for table in turn.tables] for turn in before
        ]
        await driver.press("f2")
        assert sorted(map(len, driver.session.seatings["cafe", ""].turns[0].tables)) == [4, 4, 4, 4, 5, 5]


async def test_how_many_people_is_asked_when_the_day_does_not_say_it(tmp_path: Path) -> None:
    async with driven(written(tmp_path, "")) as driver:
        driver.app.play("cafe")
        await driver.settle()
        await driver.press("f3")
        assert "Combien de personnes dans la salle" in shown(driver)
        await driver.type("1\n")
        assert "Un nombre de 2 à 2000 est attendu." in shown(driver)
        await driver.type("100\n")
        assert "100 personnes" in shown(driver)
        assert "page 1/" in shown(driver)
        await driver.press("down")
        assert "TABLE 20" in shown(driver)


async def test_people_of_the_list_are_found_by_their_name(tmp_path: Path) -> None:
    folder = written(tmp_path, "participants: liste.csv")
    names = [f"Prénom{letter} NOM{letter}" for letter in "ABCDEFGHIJKL"]
    (folder / "liste.csv").write_text("nom et prénom;acteur\n" + "\n".join(f"{name};CPTS" for name in names), encoding="utf-8")
    async with driven(folder) as driver:
        driver.app.play("cafe")
        await driver.settle()
        await driver.press("f3")
        assert shown(driver).count("(hôte)") == 3
        await driver.type("nomd")
        assert "tour 3" in shown(driver)
        await driver.press("escape")
        await driver.type("prenom")
        assert shown(driver).count("table ") == 12
        await driver.press("escape")
        await driver.type("zoe\n")
        assert "13 personnes, avec zoe" in shown(driver)


async def test_a_kind_of_actor_that_is_absent_leaves_the_others_waiting_then_all_is_made_anew(tmp_path: Path) -> None:
    async with driven(make_day(tmp_path / "jour")) as driver:
        driver.app.play("dating")
        await driver.settle()
        await driver.press("f3")
        known = next(iter(driver.session.seatings.values()))
        gone = known.sitters[0]
        await driver.type(gone + "\n")
        assert f"sans {gone}" in shown(driver)
        assert "attend" in shown(driver)
        await driver.press("f2")
        assert gone not in {name for turn in known.turns for table in turn.tables for name in table}
        assert "Aucune rencontre deux fois" in shown(driver)


async def test_what_is_typed_in_the_line_never_opens_the_panel(cafe: Path) -> None:
    async with driven(cafe) as driver:
        driver.app.play("cafe")
        await driver.settle()
        await driver.type("Qui va où à 10 h\n")
        assert "Qui va où à 10 h" in shown(driver)
        assert "QUI VA OÙ" not in shown(driver)
