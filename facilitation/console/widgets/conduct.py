"""The animator's column: the timer, the steps, what to say, where the groups are, what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.console.pace import StepLine, Timer
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Ink, Row, cut, justified, row, wrapped
from facilitation.console.paint.timer import keys_row, panel
from facilitation.console.widgets.canvas import Canvas

WIDTH = 36
SIGNS = {"faite": ("✓", "ok"), "en cours": ("▶", "accent"), "à venir": ("·", "doux")}


@dataclass(frozen=True, slots=True)
class ConductView:
    """What the column shows; empty parts are left out. ``progress`` is ready to paint under its title."""

    timer: Timer | None = None
    steps: tuple[StepLine, ...] = ()
    say: str = ""
    progress: tuple[Row, ...] = ()
    progress_title: str = "Où on en est"
    coming: tuple[tuple[str, str], ...] = ()


class Conduct(Canvas):
    """36 columns at the right of wide windows."""

    GROUND = "surface"
    DEFAULT_CSS = f"Conduct {{ width: {WIDTH}; height: 1fr; }}"

    def __init__(self) -> None:
        super().__init__()
        self._view = ConductView()

    def show(self, view: ConductView) -> None:
        """Show a view."""
        self._view = view
        self.repaint()

    def rows(self, width: int, height: int) -> list[Row]:
        """Return the column; parts that do not fit are left out from the least useful."""
        view, inner = self._view, width - 4
        head = panel(view.timer, width) if view.timer else []
        parts = {
            "steps": _titled("Étapes", [line for step in view.steps for line in _step(step, inner)]),
            "say": _titled("Ce que je dis", [row(line) for line in wrapped(view.say, inner)] if view.say else []),
            "progress": _titled(view.progress_title, list(view.progress)),
            "coming": _titled("Ensuite", [_coming(hour, title, inner) for hour, title in view.coming]),
        }
        room = height - len(head) - 1
        for name in ("coming", "progress", "say"):
            if sum(map(len, parts.values())) > room:
                parts[name] = []
        body = [row("  ", *line) for part in parts.values() for line in part]
        filler = [EMPTY] * max(0, height - len(head) - len(body) - 1)
        last = row("  ", *keys_row(inner)) if view.timer else EMPTY
        return [*[*head, *body, *filler][: height - 1], last]


def _titled(title: str, lines: list[Row]) -> list[Row]:
    return [EMPTY, row((title, SOFT._replace(bold=True))), *lines] if lines else []


def _step(step: StepLine, width: int) -> list[Row]:
    sign, token = SIGNS[step.state]
    on = step.state == "en cours"
    ink = STRONG if on else SOFT
    room = width - 2 - (len(step.minutes) + 2 if step.minutes else 0)
    lines = wrapped(step.title, room) if on else [cut(step.title, room)]
    first = justified(row((f"{sign} ", Ink(token, bold=on)), (lines[0], ink)), row((step.minutes, ink)), width)
    return [first, *(row("  ", (line, ink)) for line in lines[1:])]


def _coming(hour: str, title: str, width: int) -> Row:
    return row((f"{hour}  ", SOFT), cut(title, width - len(hour) - 2))
