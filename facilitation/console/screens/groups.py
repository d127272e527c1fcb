"""Who is in each group: a panel that any key closes."""

from __future__ import annotations

from facilitation.console.paint.pages import told
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Row, justified, row
from facilitation.console.screens.overlay import Overlay
from facilitation.day import OTHERS, Day, Group
from facilitation.typography import NBSP, plural

WIDTH = 62


def groups_overlay(day: Day) -> Overlay:
    """Return the panel of the groups."""
    rows = _rows(day, WIDTH - 4)

    def paint(width: int, height: int) -> list[Row]:
        shown = [row("  ", *line) for line in rows][: height - 2]
        last = justified(EMPTY, row(("Échap fermer  ", SOFT)), width)
        return [*shown, *[EMPTY] * (height - len(shown) - 1), last][:height]

    return Overlay(paint, WIDTH, len(rows) + 2)


def _rows(day: Day, width: int) -> list[Row]:
    total = plural(day.expected, "personne") if day.expected else ""
    rows = [EMPTY, justified(row(("Groupes", SOFT._replace(bold=True))), row((total, SOFT)), width)]
    for group in day.groups:
        people = plural(group.people, "personne") if group.people else "effectif non précisé"
        rows += [EMPTY, justified(row((group.name, STRONG)), row(people), width)]
        rows += told(_composition(day, group), width, SOFT) if group.composition else []
    return rows


def _composition(day: Day, group: Group) -> str:
    names = {actor.key: actor.short or actor.name for actor in day.actors}
    return " · ".join(_counted(key, names.get(key, key), count) for key, count in group.composition.items() if count)


def _counted(key: str, name: str, count: int) -> str:
    """Return « 11 CPTS », « 1 autre »: the names of kinds of actor are left as they are written."""
    return plural(count, "autre") if key == OTHERS else f"{count}{NBSP}{name}"
