"""The bar says where one is, how the day goes, the hour; and holds the timer when there is no column for it."""

from __future__ import annotations

import pytest

from facilitation.console.pace import Pace, Timer
from facilitation.console.widgets.bar import Bar, BarView
from tests.console.paint.reading import said, widths
from tests.console.widgets.staging import Stage

TRAIL = ("Journée PACA", "La Silhouette", "Acteurs du 13")
TIMER = Timer(1122, 1500, "11:36", Pace.FINE)
VIEW = BarView(TRAIL, "11:07", ("◐ retard 9 min", "att"), "étape 2/3 · Chaque sous-groupe remplit", "fin d’étape 11:36", TIMER)


async def test_a_wide_window_has_one_row() -> None:
    bar = Bar()
    app = Stage(bar)
    async with app.run_test(size=(120, 40)) as pilot:
        bar.show(VIEW)
        await pilot.pause()
        assert app.lines[0] == f"{' Journée PACA › La Silhouette › Acteurs du 13':<97}◐ retard 9 min   11:07"
        assert app.lines[1] == ""


async def test_a_narrow_window_folds_the_step_and_the_timer_in_three_rows() -> None:
    bar = Bar()
    app = Stage(bar)
    async with app.run_test(size=(80, 24)) as pilot:
        bar.show(VIEW)
        await pilot.pause()
        await pilot.pause()
        assert app.lines[:3] == [
            " Journée PACA › La Silhouette › Acteurs du 13              ▄   ▄▀▀▄ ▄      ▄▀▀▄",
            " étape 2/3 · Chaque sous-groupe remplit                        ▄▀▀▄    ▄▄    ▄▀",
            " ◐ retard 9 min   11:07   fin d’étape 11:36                ▄ ▄ ▀▄▄▀ ▀      ▄ ▄▄",
        ]


async def test_without_a_timer_one_row_is_enough() -> None:
    bar = Bar()
    app = Stage(bar)
    async with app.run_test(size=(80, 24)) as pilot:
        bar.show(BarView(("Journées",), "11:07"))
        await pilot.pause()
        assert app.lines[:2] == [f"{' Journées':<74}11:07", ""]


@pytest.mark.parametrize("width", [40, 60, 80, 113, 120, 200])
def test_the_bar_keeps_to_any_width(width: int) -> None:
    bar = Bar()
    bar._state.view = VIEW
    assert max(widths(bar.rows(width, 1))) <= width
    assert max(widths(bar.rows(width, 3))) <= width


@pytest.mark.parametrize("width", [60, 80, 120])
def test_where_one_is_stays_when_the_trail_is_cut(width: int) -> None:
    bar = Bar()
    bar._state.view = BarView(("De la promotion de la santé à l’accès aux soins", *TRAIL[1:]), "11:07", ("● à l’heure", "ok"))
    line = said(bar.rows(width, 1)[0])
    assert "Acteurs du 13" in line
    assert line.endswith("● à l’heure   11:07")


def test_a_click_on_the_trail_goes_up() -> None:
    bar = Bar()
    bar._state.view = VIEW
    clicks = {piece.ink.click for piece in bar.rows(120, 1)[0] if "Journée PACA" in piece.text}
    assert clicks == {"screen.up_level"}
