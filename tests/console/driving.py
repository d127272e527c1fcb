"""A console played by a test: keys pressed, then what the screen says and what the journal holds."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from facilitation.console.app import Console
from facilitation.console.session import Session
from facilitation.console.settings import Settings
from facilitation.library import library_folder
from facilitation.workshop.days import make_example

STANDING, SEATED = (80, 24), (120, 40)
PATIENCE = 500  # turns of the event loop given to a thread before a test fails


class Driver:
    """The console under test."""

    def __init__(self, app: Console, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def session(self) -> Session:
        """The open day."""
        assert self.app.session is not None, "no day is open"
        return self.app.session

    @property
    def text(self) -> str:
        """The whole screen as text, one line a row; full pixels are spaces."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return self.text.split("\n")

    async def press(self, *keys: str) -> None:
        """Press keys, then let the console and its disk finish."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        for sign in text:
            self.app.simulate_key(_name(sign))
            await self.pilot.pause()
        await self.settle()

    async def settle(self) -> None:
        """Wait until every gesture is on disk, or is said not to be, and the screen no longer changes."""
        before = ""
        for _ in range(20):
            await self.pilot.pause()
            await self.until(self._is_quiet)
            shown = self.text
            if shown == before:
                return
            before = shown

    def _is_quiet(self) -> bool:
        session = self.app.session
        return session is None or session.keeper.is_idle or session.keeper.failure is not None

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait for something that another thread does."""
        for _ in range(PATIENCE):
            if happened():
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"it never happened; the screen says:\n{self.text}")

    async def until_shown(self, words: str) -> None:
        """Wait until the screen says something."""
        await self.until(lambda: words in self.text)


def _name(sign: str) -> str:
    return {"\n": "enter", "\t": "tab"}.get(sign, sign)


@asynccontextmanager
async def driven(
    folder: Path | None = None,
    *,
    size: tuple[int, int] = STANDING,
    group: str = "",
    settings: Settings | None = None,
    clock: Callable[[], int] | None = None,
) -> AsyncIterator[Driver]:
    """Yield a console on a day (the list of days when ``folder`` is None), drawn and quiet; ``clock`` is its hour."""
    app = Console(folder, group, settings or Settings(tried=True))
    if clock is not None:
        app.now = clock
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        if folder is not None:
            await driver.until(lambda: app.session is not None)
        await driver.settle()
        yield driver
        app.close_day()


def example(folder: Path, name: str = "paca-2021", *, empty: bool = False) -> Path:
    """Return a folder that holds an example day; ``empty`` leaves its answers out."""
    if empty:
        folder.mkdir(parents=True)
        shutil.copy(library_folder() / "journees" / name / "journee.yaml", folder)
    else:
        make_example(name, folder)
    return folder
