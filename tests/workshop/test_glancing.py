"""A day seen from outside: its state, its running order, what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.workshop.glance import Glance
from facilitation.workshop.glancing import glance
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock

DAY = """\
journee: Un jour
date: 2021-11-16
lieu: Gap
sequences:
  - {cle: accueil, titre: Accueil, debut: "09:00", duree: 30 min}
  - {cle: silhouettes, exercice: silhouette, debut: "09:30", duree: 60 min}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a day's folder."""
    (tmp_path / "journee.yaml").write_text(DAY, encoding="utf-8")
    return tmp_path


def played(folder: Path, clock: Clock, *acts: tuple[str, str]) -> Glance:
    """Return the day once these sequences were started or ended."""
    workshop = Workshop.open(folder, now=clock)
    for verb, key in acts:
        workshop.record(*(workshop.start(key, workshop.stop(key).place) if verb == "start" else workshop.end(key)))
    workshop.close()
    return glance(folder, clock)


def test_a_day_nobody_played_is_ready(folder: Path, clock: Clock) -> None:
    seen = glance(folder, clock)
    assert (seen.title, seen.place, seen.state, seen.ideas) == ("Un jour", "Gap", "prête", 0)
    assert [(moment.state, moment.hour, moment.title) for moment in seen.moments] == [
        ("à venir", "09:00", "Accueil"),
        ("à venir", "09:30", "La Silhouette"),
    ]


def test_a_day_under_way_names_its_sequence_and_comes_first(folder: Path, clock: Clock) -> None:
    seen = played(folder, clock, ("start", "accueil"))
    assert (seen.state, seen.current) == ("en cours", "Accueil")
    assert seen.order < Glance(folder, "plus récente", seen.date, state="prête").order


def test_a_day_begun_then_over(folder: Path, clock: Clock) -> None:
    assert played(folder, clock, ("start", "accueil"), ("end", "accueil")).state == "commencée"
    assert played(folder, clock, ("start", "silhouettes"), ("end", "silhouettes")).state == "terminée"


def test_a_folder_without_a_day_says_what_is_wrong(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "vide").mkdir()
    seen = glance(tmp_path / "vide", clock)
    assert seen.title == "vide"
    assert seen.problem.startswith("journee.yaml")
    assert str(tmp_path) not in seen.problem
