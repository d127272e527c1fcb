"""Photos of paperboards, attached from the console."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events

from facilitation.console.screens.photos import PhotosScreen
from facilitation.console.widgets.line import Field
from facilitation.room import Photo
from facilitation.workshop.photos import Board, Shot, attached, ready
from tests.console.driving import SEATED, STANDING, Driver, driven
from tests.console.test_screens_paper import CARD, DAY
from tests.workshop.pictures import drawn, metadata, saved

BOARD = Board("seance", "idees", 1, "a")


@pytest.fixture
def day(tmp_path: Path) -> Path:
    folder = tmp_path / "jour"
    (folder / "exercices").mkdir(parents=True)
    (folder / "exercices" / "appuis.yaml").write_text(CARD, encoding="utf-8")
    (folder / "journee.yaml").write_text(DAY, encoding="utf-8")
    return folder


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return saved(tmp_path / "une photo.jpg", exif=metadata(6))


def screen(driver: Driver) -> PhotosScreen:
    found = driver.app.screen
    assert isinstance(found, PhotosScreen)
    return found


def photos(driver: Driver, board: Board = BOARD) -> list[Photo]:
    return attached(driver.session.workshop.room, board)


async def drop(driver: Driver, text: str) -> None:
    """Drop files on the window: the terminal pastes their paths; then Enter."""
    field = driver.app.screen.query_one(Field)
    field.post_message(events.Paste(text))
    await driver.settle()
    if field.value:
        await driver.press("enter")
    await driver.until(lambda: not screen(driver).gallery.coming)
    await driver.settle()


async def shown(driver: Driver) -> None:
    """Go to the sheet of ideas of group A."""
    await driver.press("j", "f6")
    assert "Groupe A · Appuis · Idées" in driver.text


@pytest.mark.parametrize("size", [STANDING, SEATED])
async def test_a_photo_dropped_on_the_window_is_attached_to_the_sheet_of_the_group(
    day: Path, photo: Path, size: tuple[int, int]
) -> None:
    async with driven(day, size=size) as driver:
        await shown(driver)
        assert "Glissez une photo dans cette fenêtre" in driver.text
        await drop(driver, f"'{photo}'")

        (kept,) = photos(driver)
        assert (day / "photos" / kept.file).is_file()
        assert "sans légende" in driver.text
        assert driver.text.count("peut montrer des noms") == 2  # in the page, and said


async def test_a_photo_whose_file_is_gone_says_so(day: Path, photo: Path) -> None:
    async with driven(day) as driver:
        await shown(driver)
        await drop(driver, str(photo))
        assert "fichier absent" not in driver.text
        shutil.rmtree(day / "photos")
        screen(driver).refresh_all()
        await driver.settle()

        assert "◆ fichier absent" in driver.text


async def test_several_photos_are_taken_at_once_or_none(day: Path, photo: Path, tmp_path: Path) -> None:
    other = saved(tmp_path / "autre.png", drawn((50, 60)))
    async with driven(day) as driver:
        await shown(driver)
        await drop(driver, f"{photo}\n{tmp_path / 'perdue.jpg'}")
        assert photos(driver) == []
        assert "◆ perdue.jpg : ce fichier n’existe pas" in driver.text.replace("\u00a0", " ")

        await drop(driver, f"{photo}\n{other}")
        assert len(photos(driver)) == 2
        assert "perdue.jpg" not in driver.text


async def test_a_photo_dropped_after_a_wrong_path_takes_its_place(day: Path, photo: Path, tmp_path: Path) -> None:
    async with driven(day) as driver:
        await shown(driver)
        await drop(driver, str(tmp_path / "perdue.jpg"))
        assert photos(driver) == []
        await drop(driver, str(photo))
        assert len(photos(driver)) == 1
        assert "perdue.jpg" not in driver.text


async def test_a_file_that_cannot_be_taken_stays_in_the_line_to_be_corrected(day: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.jpg").write_bytes(b"%PDF-1.7")
    async with driven(day) as driver:
        await shown(driver)
        await drop(driver, str(tmp_path / "notes.jpg"))

        assert "c’est un PDF, pas une photo" in driver.text
        assert driver.app.screen.query_one(Field).value == str(tmp_path / "notes.jpg")


async def test_the_same_photo_again_adds_nothing_and_says_so(day: Path, photo: Path) -> None:
    async with driven(day) as driver:
        await shown(driver)
        await drop(driver, str(photo))
        await drop(driver, str(photo))

        assert len(photos(driver)) == 1
        assert "Déjà jointe" in driver.text


async def test_a_caption_is_written_and_the_order_stays(day: Path, photo: Path, tmp_path: Path) -> None:
    async with driven(day) as driver:
        await shown(driver)
        await drop(driver, str(photo))
        await drop(driver, str(saved(tmp_path / "autre.png", drawn((50, 60)))))
        order = [kept.file for kept in photos(driver)]
        await driver.press("up", "up", "f2")
        assert "Légende" in driver.text
        await driver.type("le dessin\n")

        assert [kept.file for kept in photos(driver)] == order
        assert [kept.caption for kept in photos(driver)] == ["le dessin", ""]
        await driver.press("ctrl+z")
        assert [kept.caption for kept in photos(driver)] == ["", ""]


async def test_escape_leaves_a_caption_then_the_page(day: Path, photo: Path) -> None:
    async with driven(day) as driver:
        await shown(driver)
        await drop(driver, str(photo))
        await driver.press("f2")
        await driver.type("rien")
        await driver.press("escape")
        assert screen(driver).captioned is None
        await driver.press("escape")

        assert not isinstance(driver.app.screen, PhotosScreen)
        assert driver.session.workshop.room.additions.photos[0].caption == ""


async def test_a_photo_is_withdrawn_and_put_back(day: Path, photo: Path) -> None:
    async with driven(day) as driver:
        await shown(driver)
        await drop(driver, str(photo))
        await driver.type("ab")
        await driver.press("backspace", "delete")  # no photo is chosen: the line keeps its keys
        assert len(photos(driver)) == 1
        await driver.press("backspace", "up", "delete")
        assert photos(driver) == []
        assert "Retirée (Ctrl+Z la remet)" in driver.text.replace("\u00a0", " ")

        await driver.press("ctrl+z")
        assert len(photos(driver)) == 1
        await driver.press("ctrl+y")
        assert photos(driver) == []
        await driver.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert photos(driver) == []
        assert "rien à annuler" in driver.text.lower()


async def test_each_group_has_its_photos_and_a_debate_is_the_whole_room_s(day: Path, photo: Path) -> None:
    async with driven(day) as driver:
        await shown(driver)
        await drop(driver, str(photo))
        await driver.press("ctrl+g")
        assert "Groupe B · Appuis · Idées" in driver.text
        assert "1\u00a0photo jointe ailleurs dans la journée." in driver.text
        await driver.press("f6")
        assert "toute la salle · Appuis · Votes" in driver.text
        await drop(driver, str(photo))

        assert len(photos(driver, BOARD._replace(sheet="votes", group=""))) == 1
        assert len(photos(driver)) == 1
        assert len(list((day / "photos").iterdir())) == 1


async def test_the_palette_finds_the_photos_and_begins_with_the_sequence_under_way(day: Path) -> None:
    async with driven(day) as driver:
        await driver.press("enter", "ctrl+p")
        await driver.type("photo\n")

        assert isinstance(driver.app.screen, PhotosScreen)
        assert driver.app.screen.boards.here.sequence == "seance"


async def test_a_photo_is_shown_by_the_computer_s_own_program(day: Path, photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []

    def opened(path: Path) -> bool:
        seen.append(path)
        return True

    monkeypatch.setattr("facilitation.console.screens.photos.opens", opened)
    async with driven(day) as driver:
        await shown(driver)
        await drop(driver, str(photo))
        await driver.press("enter")
        assert seen == []
        await driver.press("up", "enter")

        assert seen == [day / "photos" / photos(driver)[0].file]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Return what a photo waits for before it is ready."""
    go = threading.Event()

    def ready_later(paths: Sequence[Path]) -> tuple[Shot, ...]:
        go.wait(20)
        return ready(paths)

    monkeypatch.setattr("facilitation.console.gallery.ready", ready_later)
    return go


async def test_one_goes_on_while_a_photo_is_made_smaller_and_it_is_attached_where_it_was_dropped(
    day: Path, photo: Path, slow: threading.Event
) -> None:
    async with driven(day) as driver:
        await shown(driver)
        driver.app.screen.query_one(Field).value = str(photo)
        await driver.press("enter")
        assert "… une photo.jpg, en cours" in driver.text
        await driver.press("ctrl+g")
        await driver.type("abc")
        assert driver.app.screen.query_one(Field).value == "abc"
        await driver.press("escape")
        assert not isinstance(driver.app.screen, PhotosScreen)
        slow.set()
        await driver.until(lambda: bool(photos(driver)))
        await driver.settle()

        assert "1\u00a0photo jointe" in driver.text


async def test_a_photo_ready_once_the_day_was_left_is_attached_to_nothing(
    day: Path, photo: Path, slow: threading.Event
) -> None:
    async with driven(day) as driver:
        await shown(driver)
        driver.app.screen.query_one(Field).value = str(photo)
        await driver.press("enter")
        gallery = screen(driver).gallery
        driver.app.close_day()
        slow.set()
        await driver.until(lambda: not gallery.coming)
    async with driven(day) as driver:
        assert driver.session.workshop.room.additions.photos == ()
