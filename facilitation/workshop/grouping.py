"""Groups made from the day's list of participants: proposed, dealt again, then kept in a file beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from facilitation.composition import Composition, Pair, Participant, Presence, Team, Wishes, composed, teams_by_territory
from facilitation.day import Day
from facilitation.errors import FacilitationError
from facilitation.library.names import same_person
from facilitation.library.participants import Participants, read
from facilitation.library.seating import GROUPS_FILE, counted, group_keys
from facilitation.synthesis import guarded
from facilitation.typography import NBSP, folded, quoted
from facilitation.workshop.workshop import Workshop
from facilitation.writers.files import write_bytes

HEADER = (
    "Prénom Nom",
    "Structure",
    "Fonction",
    "Acteur",
    "Territoire",
    "Groupe",
    "Présence",
    "Reste dans son groupe",
    "Séparé de",
)


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups that a day's list can make: ``wishes`` are the day's, and those kept with the ``kept`` groups."""

    workshop: Workshop
    listed: Participants
    wishes: Wishes
    kept: dict[str, str]

    @property
    def teams(self) -> tuple[Team, ...]:
        """The groups to fill, each with its territories when the day shares people out by territory."""
        keys = [group.key for group in self.workshop.day.groups]
        by_territory = self.workshop.day.sharing.by_territory
        return teams_by_territory(keys, self.listed.people) if by_territory else tuple(map(Team, keys))

    def deal(self, seed: int, changed: Composition | None = None) -> Composition:
        """Return the groups of a deal; another ``seed`` gives others. People and wishes are those of ``changed`` if there is.

        When groups were kept, the deal 0 is them: people who have left the list or will not come are taken out, those who
        have come since are placed where they unbalance least, and nobody else moves.
        """
        teams, people = self.teams, self.listed.people
        if changed:
            return composed(changed.people, teams, changed.wishes, self.workshop.day.sharing.seed + seed)
        if seed or not self.kept:
            return composed(people, teams, self.wishes, self.workshop.day.sharing.seed + seed)
        places = {
            one.name: team
            for one in people
            if one.is_dealt and (team := self.wishes.pins.get(one.name) or self.kept.get(one.name))
        }
        groups = Composition(teams, people, places, self.wishes)
        for late in people:
            groups = groups.welcomes(late) if late.is_dealt and late.name not in places else groups
        return groups

    def day_of(self, groups: Composition) -> Day:
        """Return the day with these groups counted."""
        day = self.workshop.day
        return replace(day, groups=counted(day.groups, day.actors, self._seated(groups)))

    def keep(self, groups: Composition) -> str:
        """Write the groups beside the list, count them in the day, and return the sentence that says so.

        Raises:
            WriteError: the file cannot be written; nothing changed.
        """
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow(HEADER)
        writer.writerows(map(guarded, _line(person)) for person in self._seated(groups))
        path = (self.workshop.folder / (self.workshop.day.participants or "")).with_name(GROUPS_FILE)
        write_bytes(path, text.getvalue().encode("utf-8-sig"))
        self.workshop.day = self.day_of(groups)
        return f"✓ Groupes gardés dans {GROUPS_FILE}."

    def _seated(self, groups: Composition) -> list[Participant]:
        names = {group.key: group.name for group in self.workshop.day.groups}
        return [
            replace(
                one,
                group=names.get(groups.places.get(one.name, ""), ""),
                stays=one.name in groups.wishes.pins,
                apart=tuple(pair[pair[0] == one.name] for pair in groups.wishes.apart if one.name in pair),
            )
            for one in groups.people
        ]


def _line(person: Participant) -> tuple[str, ...]:
    who = (person.name, person.organisation, person.role, person.actor, person.territory, person.group, person.presence)
    return (*who, "oui" if person.stays else "", ", ".join(person.apart))


def grouping(workshop: Workshop) -> Grouping | None:
    """Return what groups the day's list can make; None when the day has no list, or it is not there.

    Raises:
        FileProblemsError: the list cannot be taken.
        FacilitationError: a line names a group that the day does not have, or somebody who is not there.
    """
    path = workshop.folder / (workshop.day.participants or "")
    if not path.is_file():
        return None
    listed, beside = read(path), path.with_name(GROUPS_FILE)
    kept = read(beside).people if beside.is_file() else ()
    known = group_keys(workshop.day.groups)
    _check(listed.people, known)
    places = _places(kept, known)
    fixed = {one.name: places[one.name] for one in kept if one.stays and one.name in places}
    pins = {**fixed, **workshop.day.sharing.pins, **_places(listed.people, known)}
    listed = replace(listed, people=_with_presences(listed.people, kept))
    names = {same_person(one.name): one.name for one in listed.people}
    asked = ((min(pair), max(pair)) for pair in workshop.day.sharing.apart)
    apart = dict.fromkeys((*asked, *_apart((*listed.people, *kept), names)))
    wishes = Wishes({name: team for name, team in pins.items() if name in names.values()}, tuple(apart))
    return Grouping(workshop, listed, wishes, places)


def _check(people: Sequence[Participant], known: Mapping[str, str]) -> None:
    names = {same_person(one.name) for one in people}
    for person in people:
        advice = f"corrigez la ligne de {quoted(person.name)}."
        if person.group and folded(person.group) not in known:
            raise FacilitationError(f"Groupe inconnu {quoted(person.group)}{NBSP}: {advice}")
        for other in person.apart:
            if same_person(other) not in names:
                raise FacilitationError(f"{quoted(other)} n’est pas dans la liste{NBSP}: {advice}")


def _apart(people: Iterable[Participant], names: Mapping[str, str]) -> Iterator[Pair]:
    """Yield each two people of the list that a line keeps apart, in the order of the alphabet: either may say it."""
    for one in people:
        for other in one.apart:
            pair = sorted({names.get(same_person(one.name), ""), names.get(same_person(other), "")})
            if len(pair) == 2 and all(pair):
                yield pair[0], pair[1]


def _places(people: Iterable[Participant], known: Mapping[str, str]) -> dict[str, str]:
    return {one.name: known[folded(one.group)] for one in people if folded(one.group) in known and one.is_dealt}


def _with_presences(listed: tuple[Participant, ...], kept: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Return the people of a list, absent when the groups kept say so, then those who arrived on the day on no list."""
    absent = {one.name for one in kept if one.presence is Presence.ABSENT}
    names = {same_person(one.name) for one in listed}
    late = [replace(one, group="") for one in kept if one.presence is Presence.LATE and same_person(one.name) not in names]
    there = (
        replace(one, presence=Presence.ABSENT) if one.name in absent and one.presence is Presence.REGISTERED else one
        for one in listed
    )
    return (*there, *late)
