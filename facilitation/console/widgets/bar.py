"""The bar at the top: where one is, how the day goes, the hour; and the timer when there is no column for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitation.console.pace import Timer
from facilitation.console.paint.row import PLAIN, SOFT, STRONG, Ink, Piece, Row, cut, fitted, row, width_of
from facilitation.console.paint.timer import TILE, TONES, digits, tile
from facilitation.console.widgets.canvas import Canvas

NARROWEST = 40  # columns under which only the timer is left
WIDE = 114  # from there on, a column at the right holds the timer


@dataclass(frozen=True, slots=True)
class BarView:
    """What the bar shows. ``drift`` is said with its sign and its token; ``step`` and ``until`` only in three rows."""

    trail: tuple[str, ...]
    clock: str
    drift: tuple[str, str] = ("", "doux")
    step: str = ""
    until: str = ""
    timer: Timer | None = None


@dataclass(slots=True)
class _State:
    view: BarView = field(default_factory=lambda: BarView(("",), ""))


class Bar(Canvas):
    """One row; three when the window is narrow and a timer runs. A click on the trail goes up."""

    GROUND = "surface"
    DEFAULT_CSS = "Bar { height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._state = _State()

    def show(self, view: BarView) -> None:
        """Show a view."""
        self._state.view = view
        tall = 3 if view.timer is not None and self.app.size.width < WIDE and self.app.size.height >= 14 else 1
        if self.styles.height is None or self.styles.height.value != tall:
            self.styles.height = tall
        self.repaint()

    def rows(self, width: int, height: int) -> list[Row]:
        """Return the bar's rows."""
        view = self._state.view
        if height < 3 or view.timer is None:
            return [_one_row(view, width)]
        room = width - TILE - 1
        text = [
            _trail(view.trail, room),
            fitted(row(cut(f" {view.step}", room)), room),
            row(*_status(view), (f"   {view.until}" if view.until else "", SOFT)),
        ]
        return [(*fitted(line, room + 1), *drawn) for line, drawn in zip(text, tile(view.timer), strict=True)]


def _one_row(view: BarView, width: int) -> Row:
    right = row(*_status(view)[1:], " ")
    if width < NARROWEST and view.timer is not None:
        right = row((f"{digits(view.timer)} ", Ink(TONES[view.timer.pace][0], TONES[view.timer.pace][1], bold=True)))
    room = width - width_of(right) - 1
    return (*fitted(_trail(view.trail, room), room + 1), *right)


def _status(view: BarView) -> tuple[Piece, ...]:
    said, token = view.drift
    drift = (Piece(f"{said}   ", Ink(token, bold=True)),) if said else ()
    return (Piece(" "), *drift, Piece(view.clock, STRONG))


def _trail(trail: tuple[str, ...], width: int) -> Row:
    """Return the trail in that many columns: what is shortened is the middle, then the beginning, never where one is."""
    here, before = trail[-1], list(trail[:-1])
    room = width - 1
    longest = max(8, room - len(here) - 3 * len(before)) if before else 0
    while before and sum(len(name) for name in before) > longest and max(map(len, before)) > 6:
        widest = max(range(len(before)), key=lambda rank: len(before[rank]))
        before[widest] = cut(before[widest], len(before[widest]) - 1)
    pieces = [Piece(f"{name} › ", Ink("doux", click="screen.up_level")) for name in before]
    said = Piece(cut(here, max(6, room - width_of(pieces))), STRONG if before else PLAIN)
    return fitted((Piece(" "), *pieces, said), width)
