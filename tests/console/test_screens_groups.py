"""The groups that a list of participants makes: dealt, dealt again, kept or left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Clock
from tests.console.driving import SEATED, STANDING, driven
from tests.workshop.test_grouping import DAY, LIST


@pytest.fixture
def day(tmp_path: Path) -> Path:
    folder = tmp_path / "essai"
    folder.mkdir()
    (folder / "journee.yaml").write_text(DAY, encoding="utf-8")
    (folder / "participants.csv").write_text(LIST, encoding="utf-8")
    return folder


@pytest.mark.parametrize("size", [STANDING, SEATED])
async def test_groups_are_dealt_again_then_kept(day: Path, clock: Clock, size: tuple[int, int]) -> None:
    async with driven(day, clock=clock, size=size) as console:
        await console.press("g")
        assert "répartition 1" in console.text
        assert "Équilibre des groupes" in console.text
        before = console.text
        await console.press("right")
        assert "répartition 2" in console.text
        assert console.text != before
        await console.press("enter")
        assert (day / "groupes.csv").read_text(encoding="utf-8-sig").count("\n") == 9
        assert [group.people for group in console.session.workshop.day.groups] == [4, 4]


async def test_groups_that_are_left_change_nothing(day: Path, clock: Clock) -> None:
    async with driven(day, clock=clock) as console:
        await console.press("g", "escape")
        assert "répartition" not in console.text
        assert not (day / "groupes.csv").exists()


async def test_a_list_with_a_mistake_is_said(day: Path, clock: Clock) -> None:
    async with driven(day, clock=clock) as console:
        (day / "participants.csv").write_text(LIST + "Personne 1;ASV;\n", encoding="utf-8")
        await console.press("g", "escape")
        assert "participants.csv:10:1" in console.text


async def test_people_are_fixed_separated_absent_or_late_by_keys_alone(day: Path, clock: Clock) -> None:
    async with driven(day, clock=clock, size=STANDING) as console:
        await console.press("g", "f", "s", "down")
        assert "de qui" in console.text
        await console.press("s")
        assert "séparé de" in console.text
        await console.press("a")
        assert "est absent" in console.text
        await console.press("n")
        await console.type("Zed TARD;cpts")
        await console.press("enter")
        assert "▸ Zed TARD (CPTS)" in console.text
        await console.press("backspace")
        assert "Zed TARD" not in console.text
        await console.press("enter")
        kept = (day / "groupes.csv").read_text(encoding="utf-8-sig")
        assert kept.count(";absent;") == 1
