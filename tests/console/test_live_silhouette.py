from pathlib import Path

import pytest

from facilitation.console.widgets.line import Field
from facilitation.errors import DiskFullError
from facilitation.events import Event
from facilitation.sheet import Address
from tests.console.driving import SEATED, Driver, driven, example

HEAD = Address("silhouettes", "portraits", 1, "haut-pays", "asv", "tete")
HEART = HEAD._replace(column="coeur")


@pytest.fixture
def day(tmp_path: Path) -> Path:
    return example(tmp_path / "jour", "exemple-fictif", empty=True)


async def on_the_silhouette(driver: Driver) -> Driver:
    driver.app.play("silhouettes")
    await driver.settle()
    return driver


def said(driver: Driver, address: Address = HEAD) -> list[str | int]:
    return [answer.value for answer in driver.session.workshop.room.cell(address)]


async def test_an_idea_typed_then_enter_is_in_the_journal_and_on_screen(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("Connaître le terrain\n")
        assert said(driver) == ["Connaître le terrain"]
        assert "1 Connaître le terrain" in driver.text
        assert "✓ gardé à" in driver.text


async def test_tab_goes_round_the_five_zones_and_never_to_the_next_actor(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        seen = []
        for _ in range(6):
            seen.append(next(line for line in driver.lines if "▲ " in line).split("▲")[1].split()[0])
            await driver.press("tab")
        assert seen == ["Tête", "Cœur", "Mains", "Jambe", "Jambe", "Tête"]
        assert "◆ ASV/CLSM/CLS" in driver.text


async def test_f6_goes_to_the_next_actor_at_its_head(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.press("tab", "f6")
        await driver.type("Écoute\n")
        assert said(driver, HEAD._replace(row="prevention")) == ["Écoute"]
        assert "on reprend à la tête" in driver.text


async def test_an_unfinished_line_waits_in_its_zone_and_comes_back_with_it(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("Connai")
        await driver.press("tab")
        assert "Connai" not in driver.text
        await driver.press("shift+tab")
        await driver.type("ssance\n")
        assert said(driver) == ["Connaissance"]


async def test_an_unfinished_line_is_found_again_the_next_time_the_day_is_opened(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("à moitié d")
        await driver.press("ctrl+q")
    async with driven(day) as driver:
        await driver.until_shown("à moitié d")


async def test_correcting_an_idea_keeps_its_letters_in_the_line_until_they_are_changed(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("Formations\n")
        await driver.press("up", "enter")
        assert "modifier" in driver.text
        await driver.type(" des équipes\n")
        assert said(driver) == ["Formations des équipes"]
        assert "Modifiée" in driver.text


async def test_tab_while_correcting_moves_the_idea_to_the_next_zone(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("Partage\n")
        await driver.press("up", "enter", "tab", "enter")
        assert (said(driver), said(driver, HEART)) == ([], ["Partage"])
        await driver.press("ctrl+z")
        assert (said(driver), said(driver, HEART)) == (["Partage"], [])


async def test_a_withdrawn_idea_comes_back_with_ctrl_z_and_goes_again_with_ctrl_y(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("Veille\nVisio\n")
        await driver.press("up", "up", "delete")
        assert said(driver) == ["Visio"]
        assert "Retirée (Ctrl+Z la remet)" in driver.text
        await driver.press("escape", "ctrl+z")
        assert said(driver) == ["Veille", "Visio"]
        await driver.press("ctrl+y")
        assert said(driver) == ["Visio"]


async def test_ctrl_z_takes_the_text_of_the_line_before_any_kept_idea_and_ctrl_y_puts_it_back(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("Veille\nVis")
        await driver.press("ctrl+z")
        assert said(driver) == ["Veille"]
        await driver.press("ctrl+y")
        await driver.type("io\n")
        assert said(driver) == ["Veille", "Visio"]


async def test_undoing_in_another_zone_goes_back_to_the_zone_concerned(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("Veille\n")
        await driver.press("tab", "tab", "ctrl+z")
        assert said(driver) == []
        assert "▲ Tête" in driver.text


async def test_the_same_idea_twice_is_kept_twice_and_said(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("Réseau\nréseau\n")
        assert said(driver) == ["Réseau", "réseau"]
        assert "Déjà notée au n° 1" in driver.text


async def test_a_paste_of_several_lines_is_as_many_ideas_and_one_undo(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        driver.app.screen.post_message(
            _paste("• Plan local\r\n- Comité de pilotage\r\n\r\n2. Contrat de ville\rparticipant·es")
        )
        await driver.settle()
        assert said(driver) == ["Plan local", "Comité de pilotage", "Contrat de ville", "participant·es"]
        await driver.press("ctrl+z")
        assert said(driver) == []


def _paste(text: str) -> Field.Pasted:
    return Field.Pasted(text)


@pytest.mark.parametrize(
    "key", ["f1", "f2", "f3", "f6", "f7", "f8", "f9", "ctrl+s", "ctrl+g", "ctrl+o", "ctrl+l", "ctrl+t", "ctrl+v"]
)
async def test_no_function_key_changes_the_text_of_the_line(day: Path, key: str) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("à moitié")
        await driver.press(key, "escape")
        texts = [text for text in (*driver.session.drafts.values(), driver.text) if "à moitié" in text]
        assert texts, f"{key} lost the line"


async def test_a_letter_typed_over_the_help_goes_to_the_line(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.press("f1")
        await driver.type("Veille\n")
        assert said(driver) == ["Veille"]


async def test_a_line_of_signs_only_is_not_kept_and_says_so(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type(".\n")
        assert said(driver) == []
        assert "sans lettre ni chiffre" in driver.text


async def test_what_the_disk_refuses_stays_in_red_until_it_is_kept(day: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        workshop = driver.session.workshop
        keep, full = workshop.keep, [True]

        def refuse(events: tuple[Event, ...]) -> None:
            if full[0]:
                raise DiskFullError("Le disque est plein.")
            keep(events)

        monkeypatch.setattr(workshop, "keep", refuse)
        await driver.type("Diagnostic local\n")
        assert said(driver) == []
        assert "PAS gardée" in driver.text
        assert "non gardée ✗" in driver.text
        assert "✗ NON GARDÉ" in driver.text
        await driver.type("Suite\n")
        full[0] = False
        await driver.press("f5")
        await driver.until(lambda: said(driver) == ["Diagnostic local", "Suite"])
        await driver.settle()
        assert "PAS gardée" not in driver.text


async def test_three_hundred_ideas_show_the_last_ones_and_how_many_stand_before(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        driver.app.screen.post_message(_paste("\n".join(f"idée numéro {number}" for number in range(1, 301))))
        await driver.settle()
        assert "300 idée numéro 300" in driver.text
        assert "avant" in driver.text
        await driver.press("up")
        assert "▌300 idée numéro 300" in driver.text


async def test_a_very_long_word_is_cut_over_rows_and_never_over_the_edge(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("x" * 150 + "\n")
        assert max(map(len, driver.lines)) <= 80
        assert driver.text.count("x") >= 150


async def test_a_resize_keeps_the_text_the_focus_and_the_zone(day: Path) -> None:
    async with driven(day, size=SEATED) as driver:
        await on_the_silhouette(driver)
        await driver.press("tab")
        await driver.type("Hum")
        await driver.pilot.resize_terminal(60, 18)
        await driver.settle()
        assert "agrandissez" in driver.text
        await driver.pilot.resize_terminal(*SEATED)
        await driver.type("anité\n")
        assert said(driver, HEART) == ["Humanité"]


async def test_going_forward_then_back_leaves_the_room_at_the_same_step(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        before = driver.session.workshop.stop("silhouettes").place
        await driver.press("f5", "f4")
        assert driver.session.workshop.stop("silhouettes").place == before


async def test_escape_with_text_says_that_the_text_stays_before_going_up(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("Vei")
        await driver.press("escape")
        assert "Échap encore" in driver.text
        await driver.press("escape")
        assert driver.session.drafts["|".join(map(str, HEAD))] == "Vei"


async def test_who_speaks_sticks_until_it_is_changed(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.press("down")
        await driver.type("Veille\nVisio\n")
        authors = [answer.author for answer in driver.session.workshop.room.cell(HEAD)]
        assert authors == ["ASV de Montlune", "ASV de Montlune"]


async def test_a_console_that_was_killed_comes_back_to_its_cell_and_says_what_it_found(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("Veille\n")
        driver.session.workshop._journal.close()  # as a kill does: no farewell, the lock let go by the system
        driver.app.session = None
    async with driven(day) as driver:
        await driver.until_shown("Reprise après un arrêt")
        assert "1 idée retrouvée, la dernière : « Veille »" in driver.text.replace("\u00a0", " ")
        assert "1 Veille" in driver.text


async def test_a_second_console_is_told_who_writes_and_sees_everything(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        async with driven(day) as second:
            await second.until_shown("Cette journée est ouverte")
            await driver.type("Veille\n")
            await second.until_shown("1 Veille")
            assert "◇ lecture seule" in second.text
            await second.type("Z\n")
            assert said(driver) == ["Veille"]


async def test_the_overview_counts_every_cell_of_every_group_and_goes_to_the_chosen_one(day: Path) -> None:
    async with driven(day, size=SEATED) as driver:
        await on_the_silhouette(driver)
        await driver.type("Veille\nVisio\n")
        await driver.press("f3")
        assert "Vue d’ensemble" in driver.text
        assert [line.split()[:2] for line in driver.lines if "Haut-Pays  12 personnes" in line.replace("\u00a0", " ")]
        await driver.press("down", "down", "down", "right", "enter")
        await driver.type("Solidarité\n")
        assert said(driver, HEART._replace(group="vallee")) == ["Solidarité"]


async def test_undoing_a_move_shows_the_zone_where_the_idea_came_back(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.type("Partage\n")
        await driver.press("up", "enter", "tab", "enter")
        assert "▲ Cœur" in driver.text
        await driver.press("ctrl+z")
        assert "▲ Tête" in driver.text
        assert "1 Partage" in driver.text


async def test_a_letter_typed_over_the_overview_goes_to_the_line(day: Path) -> None:
    async with driven(day) as driver:
        await on_the_silhouette(driver)
        await driver.press("f3")
        await driver.type("Veille\n")
        assert said(driver) == ["Veille"]
