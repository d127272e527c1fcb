"""No panel can be forgotten: any key closes it, and a character goes on to the line."""

from __future__ import annotations

import string

import pytest
from textual import events

from facilitation.console.paint.row import EMPTY, Row, row
from facilitation.console.screens.overlay import Overlay
from tests.console.widgets.staging import Stage


def painted(width: int, height: int) -> list[Row]:
    return [row(f"{width} × {height}"), *[EMPTY] * (height - 1)]


async def test_a_character_closes_the_panel_and_goes_on() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        for sign in [*string.ascii_letters, *string.digits, "é", "?", " "]:
            heard: list[str | None] = []
            await app.push_screen(Overlay(painted, 62, 20), heard.append)
            app.screen.post_message(events.Key({" ": "space"}.get(sign, sign), sign))
            await pilot.pause()
            assert heard == [sign]
            assert not isinstance(app.screen, Overlay)


@pytest.mark.parametrize("key", ["escape", "enter"])
async def test_a_key_that_only_means_close_goes_no_further(key: str) -> None:
    app = Stage()
    heard: list[str | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Overlay(painted, 62, 20), heard.append)
        await pilot.press(key)
        assert heard == [None]


@pytest.mark.parametrize("key", ["f5", "f4", "ctrl+z", "tab", "up"])
async def test_any_other_key_does_below_what_it_does(key: str) -> None:
    app = Stage()
    heard: list[str | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Overlay(painted, 62, 20), heard.append)
        await pilot.press(key)
        assert heard == [key]


@pytest.mark.parametrize(("size", "shown"), [((120, 40), "62 × 20"), ((50, 12), "50 × 12")])
async def test_a_panel_stays_inside_the_window(size: tuple[int, int], shown: str) -> None:
    app = Stage()
    async with app.run_test(size=size) as pilot:
        await app.push_screen(Overlay(painted, 62, 20))
        await pilot.pause()
        assert any(shown in line for line in app.lines)


async def test_a_click_closes_the_panel() -> None:
    app = Stage()
    heard: list[str | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Overlay(painted, 62, 20), heard.append)
        await pilot.click(offset=(40, 12))
        assert heard == [None]
