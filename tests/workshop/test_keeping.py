from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitation.workshop.keeping import kept_until, reminder
from tests.workshop.days import small_day


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("2 mois", date(2022, 1, 16)),
        ("deux mois après la journée", date(2022, 1, 16)),
        ("1 an", date(2022, 11, 16)),
        ("3 années", date(2024, 11, 16)),
        ("15 jours", date(2021, 12, 1)),
        ("une semaine", date(2021, 11, 23)),
        ("3 mois", date(2022, 2, 16)),
        ("jusqu’au 31/12/2021", date(2021, 12, 31)),
        ("jusqu’au 1er mars 2022", date(2022, 3, 1)),
        ("2022-03-01", date(2022, 3, 1)),
        ("31/02/2022", None),
        ("le temps qu’il faut", None),
        ("quelques mois", None),
        ("99999 ans", None),
        ("", None),
    ],
)
def test_how_long_names_are_kept_is_read_as_people_write_it(said: str, until: date | None) -> None:
    assert kept_until(replace(small_day(), retention={"noms": said} if said else {})) == until


def test_a_month_without_that_day_ends_sooner() -> None:
    day = replace(small_day(), date=date(2023, 12, 31), retention={"noms": "2 mois"})
    assert kept_until(day) == date(2024, 2, 29)


def test_names_kept_too_long_are_told(tmp_path: Path) -> None:
    (tmp_path / "journee.yaml").write_text(
        "journee: Jour\ndate: 2021-11-16\nparticipants: liste.csv\nconservation: {noms: 2 mois}\n"
        "sequences: [{cle: a, titre: A}]\n",
        encoding="utf-8",
    )
    assert reminder(tmp_path, date(2030, 1, 1)) == ""
    (tmp_path / "liste.csv").write_text("Nom;Acteur\nVAUTRIN Aline;CPTS\n", encoding="utf-8")
    assert reminder(tmp_path, date(2022, 1, 16)) == ""
    assert "16 janvier 2022" in reminder(tmp_path, date(2022, 1, 17))
    assert reminder(tmp_path / "journee.yaml", date(2022, 1, 17)).endswith(" --noms")
    (tmp_path / "liste.csv").write_text("Nom;Acteur\nPersonne-1;CPTS\n", encoding="utf-8")
    assert reminder(tmp_path, date(2022, 1, 17)) == ""
    assert reminder(tmp_path / "absent", date(2022, 1, 17)) == ""
