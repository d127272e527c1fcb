from pathlib import Path

import pytest

from facilitation.sheet import Address
from tests.console.driving import SEATED, Driver, driven, example

SITTING = Address("debat", "positions", 1, "", "professionnels", "pas-du-tout")


@pytest.fixture
def day(tmp_path: Path) -> Path:
    return example(tmp_path / "jour", "exemple-fictif", empty=True)


async def at(driver: Driver, phase: str) -> Driver:
    """Go on with F5 until a phase of the first statement."""
    driver.app.play("debat")
    await driver.settle()
    for _ in range(8):
        if driver.session.workshop.stop("debat").step.title == phase:
            return driver
        await driver.press("f5")
    raise AssertionError(f"no phase {phase}")


def counts(driver: Driver, round_: int = 1) -> list[object]:
    workshop = driver.session.workshop
    columns = workshop.sheet("debat", "positions").columns
    found = [workshop.room.count(SITTING._replace(column=column.key, round=round_)) for column in columns]
    return [None if answer is None else answer.value for answer in found]


async def test_digits_then_enter_count_one_position_after_the_other(day: Path) -> None:
    async with driven(day) as driver:
        await at(driver, "Avant")
        await driver.press("1", "9", "enter", "1", "1", "enter", "6", "enter")
        assert counts(driver) == [19, 11, 6]
        assert "36 sur 36 : toute la salle est comptée" in driver.text.replace("\u00a0", " ")


async def test_the_unshifted_keys_of_an_azerty_keyboard_are_digits(day: Path) -> None:
    async with driven(day) as driver:
        await at(driver, "Avant")
        await driver.press("ampersand", "ç", "enter")
        assert counts(driver)[0] == 19


async def test_equal_puts_the_rest_of_the_room_here_and_says_so(day: Path) -> None:
    async with driven(day) as driver:
        await at(driver, "Avant")
        await driver.press("5", "enter", "4", "enter", "equals_sign")
        assert counts(driver) == [5, 4, 27]
        assert "= le reste de la salle" in driver.text


async def test_counts_that_exceed_the_room_are_said_and_s_makes_the_room_that_big(day: Path) -> None:
    async with driven(day) as driver:
        await at(driver, "Avant")
        await driver.press("4", "0", "enter")
        assert "4 de trop" in driver.text
        await driver.press("s")
        assert "40 sur 40" in driver.text


async def test_a_missing_count_is_told_in_the_next_thing_which_still_works(day: Path) -> None:
    async with driven(day, size=SEATED) as driver:
        await at(driver, "Avant")
        await driver.press("3", "0", "enter")
        assert "(il manque 6)" in driver.text
        await driver.press("f5")
        assert driver.session.workshop.stop("debat").step.title == "Arguments"


async def test_a_count_typed_just_before_f5_is_kept(day: Path) -> None:
    async with driven(day) as driver:
        await at(driver, "Avant")
        await driver.press("7", "f5")
        assert counts(driver)[0] == 7


async def test_each_camp_argues_in_its_column_and_the_counts_stay_in_sight(day: Path) -> None:
    async with driven(day) as driver:
        await at(driver, "Avant")
        await driver.press("1", "9", "enter")
        await driver.press("f5")
        await driver.type("Le prix du panier d’abord\n")
        await driver.press("tab")
        await driver.type("Un mot compte\n")
        room = driver.session.workshop.room
        said = [
            [answer.value for answer in room.cell(SITTING._replace(sheet="arguments", column=column.key))]
            for column in driver.session.workshop.sheet("debat", "arguments").columns
        ]
        assert said == [["Le prix du panier d’abord"], ["Un mot compte"], []]
        assert "19" in driver.text


async def test_the_second_round_tells_the_first_and_what_moved(day: Path) -> None:
    async with driven(day) as driver:
        await at(driver, "Avant")
        await driver.press("1", "9", "enter", "1", "4", "enter", "3", "f5", "f5")
        await driver.press("1", "2", "enter")
        assert "avant 19" in driver.text
        assert "−7" in driver.text


async def test_the_verdict_is_computed_and_the_animators_words_replace_it(day: Path) -> None:
    async with driven(day, size=SEATED) as driver:
        await at(driver, "Après")
        await driver.press("3", "0", "enter", "4", "enter", "2", "f5")
        assert "pas du tout d’accord" in driver.text.split("Réponse de la salle")[1]
        await driver.press("f2")
        await driver.press("ctrl+a", "backspace")
        await driver.type("non, sauf à la campagne\n")
        assert driver.session.workshop.room.verdict("debat", "professionnels") == "non, sauf à la campagne"
        assert "« non, sauf à la campagne »" in driver.text.replace("\u00a0", " ")


async def test_the_eclairage_is_never_on_screen_before_the_verdict(day: Path) -> None:
    async with driven(day, size=SEATED) as driver:
        driver.app.play("debat")
        await driver.settle()
        while driver.session.workshop.stop("debat").step.title != "Éclairage":
            assert "charte d’Ottawa" not in driver.text
            await driver.press("f5")
        assert "charte d’Ottawa" in driver.text


async def test_f5_through_a_whole_debate_plays_every_statement_then_ends_the_sequence(day: Path) -> None:
    async with driven(day) as driver:
        driver.app.play("debat")
        await driver.settle()
        for _ in driver.session.workshop.stops("debat"):
            await driver.press("f5")
        assert driver.session.workshop.room.progress("debat").ended is not None


@pytest.mark.parametrize("phase", ["Affirmation", "Avant", "Arguments", "Après", "Verdict"])
async def test_f5_then_f4_gives_the_same_screen_at_each_phase(day: Path, phase: str) -> None:
    async with driven(day, clock=lambda: 1_742_290_000_000) as driver:
        await at(driver, phase)
        before = driver.lines[3:22]
        await driver.press("f5", "f4")
        assert driver.lines[3:22] == before


async def test_a_click_of_the_remote_that_comes_twice_counts_once(day: Path) -> None:
    async with driven(day) as driver:
        await at(driver, "Affirmation")
        await driver.pilot.press("pagedown", "pagedown")
        await driver.settle()
        assert driver.session.workshop.stop("debat").step.title == "Avant"
