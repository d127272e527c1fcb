"""A canvas sends the terminal only the rows that changed."""

from __future__ import annotations

from textual.geometry import Region

from facilitation.console.paint.row import Row, row
from facilitation.console.widgets.canvas import Canvas
from tests.console.widgets.staging import Stage


class Told(Canvas):
    """Three rows, and the regions that were refreshed."""

    DEFAULT_CSS = "Told { height: 3; }"

    def __init__(self) -> None:
        super().__init__()
        self.words = ["un", "deux", "trois"]
        self.regions: list[tuple[Region, ...]] = []

    def rows(self, width: int, height: int) -> list[Row]:
        return [row(word) for word in self.words]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Told:
        self.regions.append(regions)
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self


async def test_only_the_rows_that_differ_are_refreshed() -> None:
    canvas = Told()
    app = Stage(canvas)
    async with app.run_test(size=(20, 5)) as pilot:
        canvas.regions.clear()
        canvas.words[1] = "DEUX"
        canvas.repaint()
        assert canvas.regions == [(Region(0, 1, 20, 1),)]
        await pilot.pause()
        assert app.lines[:3] == ["un", "DEUX", "trois"]


async def test_nothing_is_sent_when_nothing_changed() -> None:
    canvas = Told()
    async with Stage(canvas).run_test(size=(20, 5)):
        canvas.regions.clear()
        canvas.repaint()
        assert canvas.regions == []


async def test_fewer_rows_leave_no_trace_of_those_before() -> None:
    canvas = Told()
    app = Stage(canvas)
    async with app.run_test(size=(20, 5)) as pilot:
        canvas.words = ["seul"]
        canvas.repaint()
        await pilot.pause()
        assert app.lines[:3] == ["seul", "", ""]


async def test_another_window_paints_everything_again() -> None:
    canvas = Told()
    app = Stage(canvas)
    async with app.run_test(size=(20, 5)) as pilot:
        canvas.words = ["large"]
        await pilot.resize_terminal(30, 5)
        await pilot.pause()
        assert app.lines[0] == "large"
