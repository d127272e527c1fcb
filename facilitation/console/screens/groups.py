"""Who is in each group: a panel that any key closes; with a list of participants, groups to deal, deal again and keep."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from facilitation.composition import Participant
from facilitation.console.paint.pages import told
from facilitation.console.paint.row import CURRENT, EMPTY, PLAIN, SOFT, STRONG, Row, justified, row
from facilitation.console.screens.overlay import Overlay
from facilitation.day import OTHERS, Day, Group
from facilitation.errors import FacilitationError
from facilitation.typography import NBSP, plural, quoted
from facilitation.workshop.grouping import Grouping
from facilitation.workshop.regrouping import Sketch

WIDTH = 62
DEAL_WIDTH = 78
ARRIVAL = f"Qui arrive{NBSP}? Prénom NOM; acteur; territoire, puis Entrée. Échap laisse."
KEYS = (
    "↓ ↑ choisir   + − changer de groupe   F fixer   S séparer",
    "A absent ou là   N arrivée   ← → autre répartition   ⌫ annuler",
    "Entrée garder   Échap laisser",
)


def groups_overlay(day: Day) -> Overlay:
    """Return the panel of the groups."""
    rows = _rows(day, WIDTH - 4)

    def paint(width: int, height: int) -> list[Row]:
        shown = [row("  ", *line) for line in rows][: height - 2]
        last = justified(EMPTY, row(("Échap fermer  ", SOFT)), width)
        return [*shown, *[EMPTY] * (height - len(shown) - 1), last][:height]

    return Overlay(paint, WIDTH, len(rows) + 2)


class DealtGroups(Overlay):
    """The groups that a list makes, dealt again or changed by hand; Entrée keeps them, Échap leaves all as it was."""

    def __init__(self, grouping: Grouping, say: Callable[[str], None]) -> None:
        self.sketch = Sketch(grouping)
        self.chosen = 0
        self.apart = ""  # whom the next person chosen will be apart from
        self.typed: str | None = None  # who arrives, as it is typed
        self.message = ""
        self.say = say
        super().__init__(self.paint, DEAL_WIDTH, 200)

    async def on_key(self, event: events.Key) -> None:
        """Change the groups, keep them, or leave."""
        event.stop()
        event.prevent_default()
        if event.key == "escape" and (self.typed is not None or self.apart):
            self.typed, self.apart, self.message = None, "", ""
        elif event.key == "escape" or (event.key == "enter" and self.typed is None):
            self._leave(keep=event.key == "enter")
            return
        else:
            try:
                self._typing(event) if self.typed is not None else self._gesture(event)
            except FacilitationError as error:
                self.message = f"◆ {error}"
        self._sheet.repaint()

    def _leave(self, *, keep: bool) -> None:
        if keep:
            try:
                self.say(self.sketch.grouping.keep(self.sketch.groups))
            except FacilitationError as error:
                self.say(f"◆ {error}")
        self.dismiss(None)

    def _typing(self, event: events.Key) -> None:
        typed = self.typed or ""
        if event.key == "enter":
            self.message = self.sketch.welcome(typed)
            self.typed = None
            self._follow(self.sketch.groups.people[-1].name)  # whoever arrives stands last
        elif event.key == "backspace":
            self.typed = typed[:-1]
        elif event.character and event.is_printable:
            self.typed = typed + event.character

    def _gesture(self, event: events.Key) -> None:
        sketch, key = self.sketch, (event.character or "").lower()
        people = sketch.order
        name = people[self.chosen].name if people else ""
        if event.key in {"up", "down"}:
            self.chosen = max(0, min(len(people) - 1, self.chosen + (1 if event.key == "down" else -1)))
            return
        if event.key in {"left", "right"}:
            self.message = sketch.again(1 if event.key == "right" else -1)
        elif event.key == "backspace":
            self.message = sketch.undo()
        elif key == "n":
            self.typed, self.message = "", ""
        elif name and key in {"+", "-", "f", "a", "s"}:
            self.message = self._changed(key, name)
        self._follow(name)

    def _changed(self, key: str, name: str) -> str:
        sketch = self.sketch
        if key == "a":
            return sketch.absent(name)
        if key == "s":
            one, self.apart = self.apart, "" if self.apart else name
            return sketch.separate(one, name) if one else ""
        here, keys = sketch.groups.places.get(name, ""), [team.key for team in sketch.groups.teams]
        if key == "f":
            return sketch.fix(name, "" if name in sketch.groups.wishes.pins else here)
        step = 1 if key == "+" else -1
        return sketch.fix(name, keys[(keys.index(here) + step) % len(keys)] if here else "")

    def _follow(self, name: str) -> None:
        """Keep the same person chosen, wherever they went."""
        names = [person.name for person in self.sketch.order]
        self.chosen = names.index(name) if name in names else min(self.chosen, max(0, len(names) - 1))

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the groups, scrolled to the person chosen, over how alike they are and what the keys do."""
        sketch = self.sketch
        head = justified(row(("  Groupes", STRONG)), row((f"répartition {sketch.seed + 1}  ", SOFT)), width)
        foot = [row("  ", *line) for line in self._foot(width - 4)]
        room = max(1, height - len(foot) - 3)
        rows, at = self._groups(width - 4)
        top = max(0, min(at - room // 2, len(rows) - room))
        shown = [row("  ", *line) for line in rows[top : top + room]]
        return [EMPTY, head, *shown, *[EMPTY] * (room - len(shown) + 1), *foot][:height]

    def _foot(self, width: int) -> list[Row]:
        notices = [] if self.sketch.past else self.sketch.grouping.listed.notices
        rows = told(str(self.sketch.groups.balance), width, STRONG)
        rows += [line for notice in notices for line in told(notice, width, SOFT)]
        rows += told(self.message, width) if self.message else []
        if self.typed is not None:
            return [*rows, *told(ARRIVAL, width, SOFT), row(("▸ ", STRONG), f"{self.typed}▏")]
        if self.apart:
            rows += told(f"Séparer {quoted(self.apart)} de qui{NBSP}? Choisissez avec ↓ ↑, puis S. Échap laisse.", width)
        return [*rows, EMPTY, *(line for keys in KEYS for line in told(keys, width, SOFT))]

    def _groups(self, width: int) -> tuple[list[Row], int]:
        """Return every group with its people, and which row is that of the person chosen."""
        sketch = self.sketch
        rows: list[Row] = []
        people, number, at = sketch.order, 0, 0
        for group in (*sketch.grouping.day_of(sketch.groups).groups, None):
            there = sketch.groups.members(group.key) if group else people[number:]
            if group:
                day = sketch.grouping.workshop.day
                rows += [justified(row((group.name, STRONG)), row(plural(group.people, "personne")), width)]
                rows += told(_composition(day, group), width, SOFT)
            elif there:
                rows.append(row(("Dans aucun groupe", STRONG)))
            for person in there:
                at = len(rows) if number == self.chosen else at
                rows.append(self._person(person, width, chosen=number == self.chosen))
                number += 1
        return rows, at

    def _person(self, person: Participant, width: int, *, chosen: bool) -> Row:
        wishes = self.sketch.groups.wishes
        others = [other for pair in wishes.apart if person.name in pair for other in pair if other != person.name]
        signs = ["fixé"] if person.name in wishes.pins else []
        signs += [f"séparé de {', '.join(others)}"] if others else []
        signs += [person.role] if person.role in Participant.OUTSIDE else []
        signs += [person.presence.value] if person.name not in self.sketch.groups.places else []
        sort = ", ".join(filter(None, (person.actor, person.territory)))
        line = f"{'▸' if chosen else ' '} {person.name}" + (f" ({sort})" if sort else "")
        return justified(
            row((line, CURRENT if chosen else PLAIN)), row((f"  {', '.join(signs)}" if signs else "", SOFT)), width
        )


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
