"""A new day: what people write of it, and where it goes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitation.day import Day
from facilitation.errors import UsageError
from facilitation.library import read_day
from facilitation.workshop import preparing
from facilitation.workshop.preparing import (
    Draft,
    folder_for,
    offers,
    prepare,
    read_clock,
    read_date,
    read_people,
)


@pytest.mark.parametrize(
    "text", ["16/11/2021", "16.11.2021", "16 11 2021", "2021-11-16", "16-11-2021", "16 novembre 2021", " 16 NOVEMBRE 2021 "]
)
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    assert read_date(text) == date(2021, 11, 16)


def test_the_first_of_a_month_is_read() -> None:
    assert read_date("1er août 2024") == date(2024, 8, 1)


@pytest.mark.parametrize("text", ["", "demain", "31/02/2021", "16/11", "16/13/2021"])
def test_what_is_no_date_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UsageError, match="n’est pas une date"):
        read_date(text)


@pytest.mark.parametrize(("text", "minutes"), [("9h", 540), ("09:30", 570), ("14 h 05", 845), ("", None), ("  ", None)])
def test_an_hour_is_read_as_people_write_it(text: str, minutes: int | None) -> None:
    assert read_clock(text) == minutes


@pytest.mark.parametrize("text", ["25:00", "midi", "9:75"])
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="n’est pas une heure"):
        read_clock(text)


@pytest.mark.parametrize(("text", "people"), [("39", 39), ("", None)])
def test_a_number_of_people_is_read(text: str, people: int | None) -> None:
    assert read_people(text) == people


@pytest.mark.parametrize("text", ["0", "-3", "quarante", "³"])
def test_what_is_no_number_of_people_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="n’est pas un nombre de personnes"):
        read_people(text)


def test_the_models_say_what_they_are_for_and_the_blank_page_comes_last() -> None:
    found = offers()
    assert found[-1].need == "Page blanche"
    assert found[0].start == 9 * 60
    assert found[0].lunch is not None


@pytest.mark.parametrize("offer", offers(), ids=lambda offer: offer.key)
def test_every_model_makes_a_day_that_can_be_read(offer: preparing.Offer, tmp_path: Path) -> None:
    folder = prepare(offer, Draft("Rencontre « essai »", date(2024, 3, 1), "Gap", 8 * 60, 12), tmp_path / "jour")
    day, problems = read_day(folder)
    assert not problems
    assert day is not None
    assert (day.title, day.date, day.place, day.people) == ("Rencontre « essai »", date(2024, 3, 1), "Gap", 12)


def test_every_hour_of_the_model_moves_with_the_first_one(tmp_path: Path) -> None:
    offer = offers()[0]
    before = [sequence.start for sequence in _day(prepare(offer, Draft("A", date(2024, 3, 1)), tmp_path / "a")).sequences]
    after = [
        sequence.start
        for sequence in _day(prepare(offer, Draft("B", date(2024, 3, 1), start=9 * 60 + 45), tmp_path / "b")).sequences
    ]
    moved = [
        (new.hour * 60 + new.minute) - (old.hour * 60 + old.minute)
        for old, new in zip(before, after, strict=True)
        if old and new
    ]
    assert set(moved) == {45}
    assert len(moved) == len(before)


def test_a_folder_takes_the_name_of_the_day_and_never_that_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "home", lambda: tmp_path)
    assert folder_for("Journée d’été : Lyon / 69") == tmp_path / "journee-d-ete-lyon-69"
    (tmp_path / "bilan").mkdir()
    assert folder_for("Bilan") == tmp_path / "bilan-2"
    assert folder_for("…") == tmp_path / "journee"


def _day(folder: Path) -> Day:
    day = read_day(folder).day
    assert day is not None
    return day
