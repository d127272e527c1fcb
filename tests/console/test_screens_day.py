"""The day's screen: its table, its forecasts, catching up, moments without an exercise."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.sheet import Address
from facilitation.workshop.acts import give
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock
from tests.console.driving import SEATED, Driver, driven

DAY = """\
journee: Journée d’essai
date: 2021-11-16
acteurs:
  - {cle: cpts, nom: CPTS, phrase: les CPTS}
groupes:
  - {cle: nord, nom: Nord, composition: {cpts: 8}}
  - {cle: sud, nom: Sud, composition: {cpts: 9, autres: 1}}
sequences:
  - {cle: accueil, titre: "Accueil, émargement", debut: "10:00", duree: 30 min}
  - {cle: ouverture, titre: Ouverture, debut: "10:30", duree: 20 min}
  - {cle: silhouettes, exercice: silhouette, debut: "10:50", duree: 60 min}
  - {cle: pause, titre: Pause, debut: "11:50", duree: 15 min}
  - {cle: dejeuner, titre: Déjeuner, debut: "12:05", duree: 60 min, fixe: oui}
  - {cle: cloture, titre: Clôture, debut: "13:05", duree: 25 min, fixe: oui}
"""


@pytest.fixture
def day(tmp_path: Path) -> Path:
    """Return a day with hours, on the day of the test's clock, half an hour before the clock's hour."""
    folder = tmp_path / "essai"
    folder.mkdir()
    (folder / "journee.yaml").write_text(DAY, encoding="utf-8")
    return folder


def kept(console: Driver) -> list[str]:
    """Return the names of what the journal holds, sessions left out."""
    return [type(event.body).__name__ for event in console.session.workshop._journal.journal.events()][1:]


def line_of(console: Driver, words: str) -> str:
    """Return the row of the table that says something."""
    return next(line for line in console.lines[4:-2] if words in line)


@pytest.fixture
def morning(clock: Clock) -> Clock:
    """Return the clock at ten in Paris."""
    clock.advance(-30 * 60)
    return clock


async def test_a_day_that_is_ready_says_when_it_begins_and_ends(day: Path, morning: Clock) -> None:
    async with driven(day, clock=morning) as console:
        assert "○ Prête" in console.text
        assert "Début à 10:00, fin à 13:30." in console.text
        assert "F5  Suite\u00a0: commencer «\u00a0Accueil, émargement\u00a0» (30 min)" in console.text
        assert "■ Déjeuner" in console.text


async def test_f5_starts_a_moment_stays_on_the_day_and_ends_it(day: Path, morning: Clock) -> None:
    async with driven(day, clock=morning) as console:
        await console.press("f5")
        assert kept(console) == ["StepStarted"]
        assert "F5  Suite\u00a0: terminer «\u00a0Accueil, émargement\u00a0»" in console.text
        assert "fin 10:30" in console.lines[2]
        await console.press("f5")
        assert kept(console) == ["StepStarted", "SequenceEnded"]
        assert line_of(console, "Accueil, émargement").startswith(" ✓")
        assert "commencer «\u00a0Ouverture\u00a0» (20 min)" in console.text
        assert line_of(console, "■ Déjeuner")[12:17] == "12:05"


async def test_five_minutes_more_and_a_pause_are_given_to_a_moment(day: Path, morning: Clock) -> None:
    async with driven(day, clock=morning) as console:
        await console.press("f5", "f7", "f8")
        assert kept(console) == ["StepStarted", "TimeAdded", "TimerPaused"]
        await console.press("ctrl+z")
        assert "minutes ajoutées" in console.text


async def test_a_late_day_tells_what_follows_if_nothing_changes(day: Path, morning: Clock) -> None:
    async with driven(day, clock=morning) as console:
        await console.press("f5")
        morning.advance(42 * 60)
        await console.press("f5")
        assert "◐ Retard 12 min" in console.text
        assert "Sans rien changer\u00a0: déjeuner à 12:17 au lieu de 12:05, fin à 13:42" in console.text
        assert line_of(console, "■ Déjeuner")[11:17] == "~12:17"
        assert line_of(console, "Ouverture").endswith("+12 min")
        assert "◐ retard 12 min" in console.lines[0]


async def test_a_proposal_is_taken_then_undone(day: Path, morning: Clock) -> None:
    async with driven(day, clock=morning) as console:
        await console.press("f5")
        morning.advance(40 * 60)
        await console.press("f5")
        assert "◐ Retard 10 min" in console.text
        await console.press("r")
        assert "proposé" in console.text
        assert "Pour rattraper 10 min" in console.text
        assert "fixe" in line_of(console, "■ Déjeuner")
        assert kept(console) == ["StepStarted", "SequenceEnded"]
        first = console.session.workshop.shares()[0]
        await console.press("enter")
        assert kept(console) == ["StepStarted", "SequenceEnded", "ScheduleAdjusted"]
        assert console.session.workshop.room.schedule == first.seconds
        assert "✓ Horaires rattrapés." in console.text
        assert line_of(console, "■ Déjeuner").count("12:05") == 2
        await console.press("ctrl+z")
        assert console.session.workshop.room.schedule == {}
        await console.press("ctrl+y")
        assert console.session.workshop.room.schedule == first.seconds


async def test_leaving_a_proposal_changes_nothing(day: Path, morning: Clock) -> None:
    async with driven(day, clock=morning) as console:
        await console.press("f5")
        morning.advance(40 * 60)
        await console.press("f5", "r")
        other = console.text
        await console.press("right")
        assert console.text != other
        await console.press("escape")
        assert "proposé" not in console.text
        assert console.session.workshop.room.schedule == {}
        assert "Journée d’essai" in console.lines[0]


async def test_the_sequence_over_leads_to_the_next_one(day: Path, morning: Clock) -> None:
    async with driven(day, clock=morning) as console:
        await console.press("down", "down", "enter")
        assert "étape 1/3" in console.text
        await console.press("f5", "f5", "f5")
        assert line_of(console, "Pause").startswith("▌")
        assert "commencer «\u00a0Pause\u00a0» (15 min)" in console.text


async def test_the_panel_tells_the_chosen_sequence(day: Path, morning: Clock) -> None:
    async with driven(day, size=SEATED, clock=morning) as console:
        await console.press("down", "down")
        for title in ("But", "Matériel", "Groupes", "Étapes", "Déjà saisi", "Source"):
            assert title in console.text
        assert "prévu   ▂" in console.text


async def test_the_groups_are_told_with_who_is_in_them(day: Path, morning: Clock) -> None:
    async with driven(day, clock=morning) as console:
        await console.press("g")
        assert "9\u00a0CPTS · 1\u00a0autre" in console.text
        assert "10\u00a0personnes" in console.text
        await console.press("escape")
        assert "1\u00a0autre" not in console.text


async def test_another_day_is_a_rehearsal_where_nobody_is_late(day: Path, clock: Clock) -> None:
    clock.advance(24 * 3600)
    async with driven(day, clock=clock) as console:
        assert "◇ Essai" in console.text
        assert "La journée est prévue le 16 novembre 2021" in console.text
        await console.press("r")
        assert "proposé" not in console.text


async def test_a_day_without_hours_shows_durations_only(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "libre"
    folder.mkdir()
    sequences = "  - {cle: a, titre: Accueil, duree: 15 min}\n  - {cle: b, titre: Bilan}\n"
    text = f"journee: Libre\ndate: 2021-11-16\nsequences:\n{sequences}"
    (folder / "journee.yaml").write_text(text, encoding="utf-8")
    async with driven(folder, clock=clock) as console:
        assert "Journée sans horaires" in console.text
        assert "prévu" not in console.text
        assert "15 min" in line_of(console, "Accueil")
        await console.press("f5")
        assert "10:30" in line_of(console, "Accueil")
        await console.press("f5", "f5")
        assert "terminer «\u00a0Bilan\u00a0»" in console.text
        await console.press("f5")
        assert "✓ Journée terminée" in console.text
        assert "F5  Suite\u00a0: fabriquer les documents" in console.text


async def test_what_another_console_holds_is_only_looked_at(day: Path, morning: Clock) -> None:
    other = Workshop.open(day, now=morning)
    other.record(*other.start("accueil", other.stop("accueil").place))
    async with driven(day, clock=morning) as console:
        await console.until_shown("lecture seule")
        await console.press("f5")
        assert "Lecture seule" in console.text
        await console.press("o")
        await console.until(lambda: not console.session.workshop.read_only)
        await console.settle()
        await console.press("f5")
        assert console.session.workshop.room.progress("accueil").ended is not None
    other.close()


async def test_a_day_that_stopped_in_the_middle_says_what_was_found_again(day: Path, morning: Clock) -> None:
    before = Workshop.open(day, now=morning)
    stop = before.neighbour("silhouettes", 1)
    assert stop is not None
    sheet = before.sheet("silhouettes", stop.step.sheet)
    place = Address("silhouettes", sheet.key, 1, "nord", sheet.rows[0].key, sheet.columns[0].key)
    before.record(*before.start("silhouettes", stop.place))
    before.record(*give(sheet, place, ["Visio"]))
    before._journal.close()
    async with driven(day, clock=morning) as console:
        await console.until_shown("Reprise après un arrêt à 10:00. 1\u00a0idée retrouvée")
        assert "étape 2/3" in console.text
        assert "Visio" in console.text
