"""Who is in each group: a panel that any key closes; with a list of participants, groups to deal, deal again and keep."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from facilitation.console.paint.pages import told
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Row, justified, row
from facilitation.console.screens.overlay import Overlay
from facilitation.day import OTHERS, Day, Group
from facilitation.errors import FacilitationError
from facilitation.typography import NBSP, plural
from facilitation.workshop.grouping import Grouping

WIDTH = 62
DEAL_WIDTH = 78


def groups_overlay(day: Day) -> Overlay:
    """Return the panel of the groups."""
    rows = _rows(day, WIDTH - 4)

    def paint(width: int, height: int) -> list[Row]:
        shown = [row("  ", *line) for line in rows][: height - 2]
        last = justified(EMPTY, row(("Échap fermer  ", SOFT)), width)
        return [*shown, *[EMPTY] * (height - len(shown) - 1), last][:height]

    return Overlay(paint, WIDTH, len(rows) + 2)


class DealtGroups(Overlay):
    """The groups that a list makes: ← → deals again, Entrée keeps, any other key leaves all as it was."""

    def __init__(self, grouping: Grouping, say: Callable[[str], None]) -> None:
        self.grouping = grouping
        self.seed = 0
        self.groups = grouping.deal(self.seed)
        self.say = say
        super().__init__(self.paint, DEAL_WIDTH, 200)

    async def on_key(self, event: events.Key) -> None:
        """Deal again, keep, or leave."""
        if event.key in {"left", "right"}:
            event.stop()
            event.prevent_default()
            self.seed = max(0, self.seed + (1 if event.key == "right" else -1))
            self.groups = self.grouping.deal(self.seed)
            self._sheet.repaint()
            return
        if event.key == "enter":
            try:
                self.say(self.grouping.keep(self.groups))
            except FacilitationError as error:
                self.say(f"◆ {error}")
        await super().on_key(event)

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the groups, with the names of people when they all hold."""
        head = justified(row(("  Groupes", STRONG)), row((f"répartition {self.seed + 1}  ", SOFT)), width)
        notices = [line for notice in self.grouping.listed.notices for line in told(notice, width - 4, SOFT)]
        foot = [row("  ", *line) for line in [*told(str(self.groups.balance), width - 4), *notices]]
        foot += [
            EMPTY,
            justified(row(("  ← → une autre répartition", SOFT)), row(("Entrée garder, Échap laisser  ", SOFT)), width),
        ]
        room = height - len(foot) - 2
        shown = next((rows for names in (True, False) if len(rows := self._groups(width - 4, names=names)) <= room), [])
        body = [EMPTY, head, *(row("  ", *line) for line in shown)]
        return [*body, *[EMPTY] * (height - len(body) - len(foot)), *foot][:height]

    def _groups(self, width: int, *, names: bool) -> list[Row]:
        day = self.grouping.day_of(self.groups)
        rows: list[Row] = []
        for group in day.groups:
            rows += [EMPTY, justified(row((group.name, STRONG)), row(plural(group.people, "personne")), width)]
            rows += told(_composition(day, group), width, SOFT)
            rows += told(", ".join(person.name for person in self.groups.members(group.key)), width) if names else []
        return rows


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
