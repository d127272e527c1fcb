from pathlib import Path

import pytest

from facilitation.sheet import Address
from tests.console.driving import SEATED, Driver, driven, example


@pytest.fixture
def day(tmp_path: Path) -> Path:
    return example(tmp_path / "jour", "exemple-fictif", empty=True)


async def test_each_direction_of_a_pair_is_a_cell_of_its_own(day: Path) -> None:
    async with driven(day) as driver:
        driver.app.play("dating")
        await driver.settle()
        await driver.type("Un carnet d’adresses\n")
        await driver.press("tab")
        await driver.type("Former les agents\n")
        room = driver.session.workshop.room
        there = Address("dating", "apports", 1, "haut-pays", "asv", "prevention")
        back = there._replace(row="prevention", column="asv")
        assert [answer.value for answer in room.cell(there)] == ["Un carnet d’adresses"]
        assert [answer.value for answer in room.cell(back)] == ["Former les agents"]


async def test_an_empty_direction_says_that_a_link_is_to_be_made(day: Path) -> None:
    async with driven(day) as driver:
        driver.app.play("dating")
        await driver.settle()
        assert "Une case vide est un lien à créer" in " ".join(driver.text.split())


async def test_f6_goes_to_the_next_pair(day: Path) -> None:
    async with driven(day) as driver:
        driver.app.play("dating")
        await driver.settle()
        assert "Paire 1/3" in driver.text
        await driver.press("f6")
        assert "Paire 2/3" in driver.text


async def test_f5_calls_the_rounds_one_after_the_other(day: Path) -> None:
    async with driven(day) as driver:
        driver.app.play("dating")
        await driver.settle()
        await driver.press("f5")
        assert "tour 1/4 ●○○○" in driver.text
        await driver.press("f5")
        assert "tour 2/4 ●●○○" in driver.text
        await driver.press("f3")
        assert "QUI VA OÙ   Tour 2/4, en cours" in driver.text
        await driver.press("f3")
        assert "Tours, par table" in driver.text
        assert "Aucune rencontre deux fois." in driver.text


async def test_a_question_is_typed_then_its_answer(day: Path) -> None:
    async with driven(day) as driver:
        driver.app.play("questions")
        await driver.settle()
        await driver.type("Qui paie le bus ?\nLa région, jusqu’en décembre\n")
        workshop = driver.session.workshop
        (question,) = workshop.sheet("questions", "questions").rows
        assert question.title == "Qui paie le bus ?"
        column = workshop.sheet("questions", "questions").columns[0].key
        answers = workshop.room.cell(Address("questions", "questions", 1, "", question.key, column))
        assert [answer.value for answer in answers] == ["La région, jusqu’en décembre"]
        assert "1 réponse" in driver.text.replace("\u00a0", " ")


async def test_a_plain_list_keeps_ideas_for_the_group_that_is_listened_to(day: Path) -> None:
    async with driven(day, size=SEATED) as driver:
        driver.app.play("pistes")
        await driver.settle()
        await driver.type("Un annuaire\n")
        await driver.press("ctrl+g")
        assert "Groupe : Vallée" in driver.text.replace("\u00a0", " ")
        await driver.type("Un petit-déjeuner\n")
        workshop = driver.session.workshop
        exercise = workshop.day.sequence("pistes").exercise
        assert exercise is not None
        assert workshop.room.groups("pistes", exercise.sheets[0].key) == ["haut-pays", "vallee"]


async def test_once_the_only_question_is_undone_the_next_line_is_a_question_again(day: Path) -> None:
    async with driven(day) as driver:
        driver.app.play("questions")
        await driver.settle()
        await driver.type("Qui paie le bus ?\n")
        await driver.press("ctrl+z")
        assert not driver.session.workshop.sheet("questions", "questions").rows
        await driver.type("Quand part le bus ?\n")
        (question,) = driver.session.workshop.sheet("questions", "questions").rows
        assert question.title == "Quand part le bus ?"


async def test_once_a_question_is_undone_nothing_is_answered_to_it(day: Path) -> None:
    async with driven(day) as driver:
        driver.app.play("questions")
        await driver.settle()
        await driver.type("Qui paie le bus ?\n")
        await driver.press("tab")
        await driver.type("Quand part-il ?\n")
        await driver.press("ctrl+z")
        await driver.type("Où s’arrête-t-il ?\n")
        titles = [row.title for row in driver.session.workshop.sheet("questions", "questions").rows]
        assert titles == ["Qui paie le bus ?", "Où s’arrête-t-il ?"]
        assert not driver.session.workshop.room.answers()


# --- correcting and withdrawing a question ---


def titles(driver: Driver) -> list[str]:
    return [row.title for row in driver.session.workshop.sheet("questions", "questions").rows]


async def ask(driver: Driver) -> None:
    """Ask two questions; the first has an answer, and the line asks for a third."""
    driver.app.play("questions")
    await driver.settle()
    await driver.type("Qui paie le bus ?\nLa région\n")
    await driver.press("tab")
    await driver.type("Quand part-il ?\n")
    await driver.press("tab")


async def test_f2_words_the_current_question_otherwise(day: Path) -> None:
    async with driven(day) as driver:
        await ask(driver)
        await driver.press("f2")
        assert "modifier · Question › Quand part-il ?" in driver.text.replace("\u00a0", " ")
        assert "Entrée garder la correction" in driver.lines[-1]
        await driver.press("backspace", "backspace")
        await driver.type(" demain ?\n")
        assert titles(driver) == ["Qui paie le bus ?", "Quand part-il demain ?"]
        assert "✎ Modifiée." in driver.lines[-1]
        assert " Question › la question, avec leurs mots" in driver.text


async def test_escape_leaves_a_question_and_the_unfinished_line_as_they_were(day: Path) -> None:
    async with driven(day) as driver:
        await ask(driver)
        await driver.type("Et le retour")
        await driver.press("f2")
        await driver.type(" Ou jamais")
        await driver.press("escape")
        assert titles(driver) == ["Qui paie le bus ?", "Quand part-il ?"]
        assert "Question › Et le retour" in driver.text
        assert "la question reste comme avant" in driver.lines[-1]


async def test_a_question_never_takes_the_words_of_another(day: Path) -> None:
    async with driven(day) as driver:
        await ask(driver)
        await driver.press("f2", *["backspace"] * 15)
        await driver.type("qui paie le bus\n")
        assert titles(driver) == ["Qui paie le bus ?", "Quand part-il ?"]
        assert "déjà posée" in driver.lines[-1]
        assert "modifier · Question" in driver.text


async def test_a_question_is_chosen_with_arrows_withdrawn_and_put_back_with_its_answers(day: Path) -> None:
    async with driven(day) as driver:
        await ask(driver)
        await driver.press("up", "up")
        assert "Suppr retirer" in driver.lines[-1]
        assert "La région" in driver.text
        await driver.press("delete")
        assert titles(driver) == ["Quand part-il ?"]
        assert "⌫ Retirée (Ctrl+Z la remet) : « Qui paie le bus ? »" in driver.lines[-1].replace("\u00a0", " ")
        assert "La région" not in driver.text
        await driver.press("ctrl+z")
        assert titles(driver) == ["Qui paie le bus ?", "Quand part-il ?"]
        assert "La région" in driver.text
        await driver.press("ctrl+y")
        assert titles(driver) == ["Quand part-il ?"]


async def test_every_question_can_be_withdrawn_and_the_line_asks_again(day: Path) -> None:
    async with driven(day) as driver:
        await ask(driver)
        await driver.press("up", "delete", "delete")
        assert titles(driver) == []
        assert "Pas encore de question." in driver.text
        await driver.type("Où va-t-il ?\n")
        assert titles(driver) == ["Où va-t-il ?"]


async def test_enter_corrects_the_chosen_question(day: Path) -> None:
    async with driven(day) as driver:
        await ask(driver)
        await driver.press("up", "up", "enter")
        await driver.type(" Qui ?\n")
        assert titles(driver)[0].startswith("Qui paie le bus ? Qui")


async def test_an_unfinished_question_is_never_lost_to_the_arrows(day: Path) -> None:
    async with driven(day) as driver:
        await ask(driver)
        await driver.type("Et le ret")
        await driver.press("up", "backspace")
        assert "Question › Et le re" in driver.text
        assert len(titles(driver)) == 2


async def test_undoing_a_correction_gives_the_first_words_back(day: Path) -> None:
    async with driven(day) as driver:
        await ask(driver)
        await driver.press("f2")
        await driver.type(" Vite\n")
        assert titles(driver)[1].endswith("Vite")
        await driver.press("ctrl+z")
        assert titles(driver) == ["Qui paie le bus ?", "Quand part-il ?"]
