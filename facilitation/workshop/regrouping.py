"""Groups changed by hand before they are kept: somebody fixed, two people apart, absent or late; every change can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitation.composition import Composition, Participant, Presence
from facilitation.errors import FacilitationError
from facilitation.library.names import full_name, same_person
from facilitation.typography import NBSP, enumeration, folded, quoted
from facilitation.workshop.grouping import Grouping


@dataclass(slots=True)
class Sketch:
    """Groups as they stand. Each gesture returns the sentence that says it; FacilitationError when it cannot be."""

    grouping: Grouping
    groups: Composition = field(init=False)
    seed: int = field(init=False, default=0)
    is_changed: bool = field(init=False, default=False)  # by hand: the groups kept are no longer what is dealt
    past: list[tuple[int, Composition, bool]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Start from the groups kept, or from the first deal."""
        self.groups = self.grouping.deal(0)

    @property
    def order(self) -> tuple[Participant, ...]:
        """Everybody who can be chosen: group by group, then those who are in none."""
        groups = self.groups
        inside = [person for team in groups.teams for person in groups.members(team.key)]
        outside = [person for person in groups.people if person.name not in groups.places]
        return (*inside, *outside)

    def again(self, step: int) -> str:
        """Deal everybody again with another seed; people fixed stay, people apart stay apart."""
        seed = self.seed + step
        if seed < 0:
            return ""
        groups = self.grouping.deal(seed, self.groups if self.is_changed else None)
        self.past.append((self.seed, self.groups, self.is_changed))
        self.seed, self.groups = seed, groups
        return ""

    def fix(self, name: str, team: str) -> str:
        """Put somebody in a group to stay there; '' frees them."""
        if name not in self.groups.places:
            raise FacilitationError(f"{quoted(name)} n’est dans aucun groupe.")
        self._move(self.groups.pinned(name, team))
        return f"{quoted(name)} reste dans {self._group(team)}." if team else f"{quoted(name)} peut changer de groupe."

    def separate(self, one: str, other: str) -> str:
        """Ask that two people are not together, or take the request back."""
        if one == other:
            raise FacilitationError("Choisissez une autre personne à séparer de celle-ci.")
        before = len(self.groups.wishes.apart)
        self._move(self.groups.separated(one, other))
        pair = enumeration([quoted(one), quoted(other)])
        if len(self.groups.wishes.apart) < before:
            return f"{pair}{NBSP}: plus séparés."
        stuck = set(self.groups.balance.together) & {(one, other), (other, one)}
        return f"{pair}{NBSP}: fixés au même endroit, libérez-en un." if stuck else f"{pair}{NBSP}: séparés."

    def absent(self, name: str) -> str:
        """Take somebody out of their group, or back into one; nobody else moves."""
        if name in self.groups.places:
            self._move(self.groups.without([name]))
            return f"{quoted(name)} est absent."
        person = next(person for person in self.groups.people if person.name == name)
        if person.role in Participant.OUTSIDE:
            raise FacilitationError(f"{quoted(name)} est {person.role}, hors des groupes.")
        self._move(self.groups.welcomes(person))
        return f"{quoted(name)} est là, dans {self._group(self.groups.places[name])}."

    def welcome(self, line: str) -> str:
        """Add somebody who is on no list, written « Prénom NOM; acteur; territoire »; nobody else moves."""
        name, actor, territory = (part.strip() for part in [*line.split(";"), "", ""][:3])
        name = full_name(name, surname_first=False)
        if not name:
            raise FacilitationError("Écrivez un nom.")
        known = next((one.name for one in self.groups.people if same_person(one.name) == same_person(name)), "")
        if known in self.groups.places:
            raise FacilitationError(f"{quoted(known)} est déjà dans un groupe. Distinguez les deux noms.")
        if known:
            return self.absent(known)
        late = Participant(name, actor=self._actor(actor), territory=self._territory(territory), presence=Presence.LATE)
        self._move(self.groups.welcomes(late))
        return f"{quoted(name)} rejoint {self._group(self.groups.places[name])}."

    def undo(self) -> str:
        """Take the last gesture back."""
        if not self.past:
            return "Rien à annuler."
        self.seed, self.groups, self.is_changed = self.past.pop()
        return "✓ Annulé."

    def _move(self, groups: Composition) -> None:
        self.past.append((self.seed, self.groups, self.is_changed))
        self.groups, self.is_changed = groups, True

    def _group(self, key: str) -> str:
        return next(group.name for group in self.grouping.workshop.day.groups if group.key == key)

    def _actor(self, written: str) -> str:
        """Return the kind of actor as the day names it; '' when none is written."""
        actors = self.grouping.workshop.day.actors
        names = {folded(name): actor.name for actor in actors for name in (actor.name, actor.short, actor.key) if name}
        names |= {folded(one.actor): one.actor for one in self.groups.people if one.actor and folded(one.actor) not in names}
        if written and folded(written) not in names:
            raise FacilitationError(f"Acteur inconnu {quoted(written)}{NBSP}: {', '.join(dict.fromkeys(names.values()))}.")
        return names.get(folded(written), "")

    def _territory(self, written: str) -> str:
        """Return the territory as the list writes it."""
        known = {folded(one.territory): one.territory for one in self.groups.people if one.territory}
        if self.grouping.workshop.day.sharing.by_territory and folded(written) not in known:
            raise FacilitationError(f"Territoire à préciser{NBSP}: {', '.join(known.values())}.")
        return known.get(folded(written), written)
