"""The day's hours in words: lateness, consequences, what a share holds."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from facilitation.console.timetable import Timetable, projected, span
from facilitation.workshop.schedule import Share, Slot
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock

DAY = """\
journee: Un jour
date: 2021-11-16
sequences:
  - {cle: accueil, titre: "Accueil, émargement", debut: "10:30", duree: 30 min}
  - {cle: silhouettes, exercice: silhouette, debut: "11:00", duree: 60 min}
  - {cle: dejeuner, titre: Déjeuner, debut: "12:00", duree: 60 min, fixe: oui}
  - {cle: cloture, titre: "Bilan, clôture", debut: "13:00", duree: 30 min}
"""


@pytest.fixture
def workshop(tmp_path: Path, clock: Clock) -> Workshop:
    """Return a day whose first sequence began on time, at half past ten."""
    (tmp_path / "journee.yaml").write_text(DAY, encoding="utf-8")
    opened = Workshop.open(tmp_path, now=clock)
    opened.record(*opened.start("accueil", opened.stop("accueil").place))
    return opened


def after(workshop: Workshop, clock: Clock, minutes: int) -> Timetable:
    """Return the hours so many minutes later, the welcome over."""
    clock.advance(minutes * 60)
    workshop.record(*workshop.end("accueil"))
    return Timetable(workshop)


def test_a_day_on_time_tells_what_it_holds(workshop: Workshop, clock: Clock) -> None:
    said = after(workshop, clock, 30).notice()
    assert (said.sign, said.state, said.text) == ("●", "À l’heure", "Déjeuner à 12:00 et fin à 13:30.")


def test_one_minute_is_not_late(workshop: Workshop, clock: Clock) -> None:
    found = after(workshop, clock, 31)
    assert found.notice().state == "À l’heure"
    assert found.shares == ()


def test_a_late_day_tells_its_consequences(workshop: Workshop, clock: Clock) -> None:
    said = after(workshop, clock, 39).notice()
    assert said.state == "Retard 9 min"
    assert said.text == "Sans rien changer\u00a0: déjeuner à 12:09 au lieu de 12:00, fin à 13:39 au lieu de 13:30."


def test_an_hour_late_is_said_in_hours(workshop: Workshop, clock: Clock) -> None:
    said = after(workshop, clock, 95).notice()
    assert (said.sign, said.state) == ("▲", "Retard 1 h 05")


def test_a_share_says_what_it_takes_and_what_it_holds(workshop: Workshop, clock: Clock) -> None:
    found = after(workshop, clock, 39)
    share = Share({"silhouettes": 51 * 60}, 9 * 60)
    assert found.proposal(share) == (
        "Pour rattraper 9 min\u00a0: silhouette 51 min au lieu de 60. Déjeuner à 12:00 et fin à 13:30 tenus."
    )
    lines = {line.key: line for line in found.lines(share)}
    assert (lines["silhouettes"].proposed, lines["dejeuner"].proposed, lines["cloture"].proposed) == ("51 min", "fixe", "—")
    assert lines["dejeuner"].real == "~12:00"


def test_a_share_that_wins_a_part_says_so(workshop: Workshop, clock: Clock) -> None:
    found = after(workshop, clock, 39)
    said = found.proposal(Share({"silhouettes": 55 * 60}, 5 * 60))
    assert said.startswith("Pour rattraper 5 min sur 9 min")
    assert said.endswith("Déjeuner à 12:04 au lieu de 12:00, fin à 13:34 au lieu de 13:30.")


def test_the_hours_of_another_day_do_not_count(workshop: Workshop, clock: Clock) -> None:
    clock.now += timedelta(days=1)
    found = after(workshop, clock, 0)
    assert found.notice().state == "Essai"
    assert {line.drift for line in found.lines()} == {""}
    assert found.shares == ()


def test_what_is_under_way_never_ends_before_now() -> None:
    slot = Slot("a", "A", 0, 600, 0, 900, "en cours", fixed=False, forecast=False)
    assert projected([slot], Share({"a": 300}, 600), 700)[0].real_end == 700


@pytest.mark.parametrize(("minutes", "said"), [(9, "9 min"), (60, "1 h 00"), (65, "1 h 05")])
def test_minutes_are_said_in_hours_from_sixty(minutes: int, said: str) -> None:
    assert span(minutes) == said
