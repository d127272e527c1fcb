"""Who comes to the day, and in which group: groups as alike as can be, beside the proof of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random
from typing import ClassVar

from facilitation.balancing import Board, Traits, least_gap
from facilitation.dealing import dealt
from facilitation.errors import FacilitationError
from facilitation.typography import NBSP, enumeration, folded, quoted

Pair = tuple[str, str]
ATTEMPTS = 4  # deals tried when people to keep in place or apart leave groups further from the bound


class Presence(StrEnum):
    """Whether somebody comes, in the words of the lists."""

    REGISTERED = "inscrit"
    PRESENT = "présent"
    EXCUSED = "excusé"
    ABSENT = "absent"
    LATE = "arrivé"  # on the day, and on no list


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody on the list; what the list does not say is ''. ``role`` is a function, or one of OUTSIDE.

    ``stays``: dealing again leaves them in their group. ``apart`` names whom they are not put with.
    """

    OUTSIDE: ClassVar[tuple[str, ...]] = ("animateur", "observateur")  # in the room, in no group

    name: str
    organisation: str = ""
    actor: str = ""
    territory: str = ""
    group: str = ""
    presence: Presence = Presence.REGISTERED
    role: str = ""
    stays: bool = False
    apart: tuple[str, ...] = ()

    @property
    def is_dealt(self) -> bool:
        """Whether a place in a group is kept: neither absent nor excused, and there to take part."""
        return self.presence not in {Presence.EXCUSED, Presence.ABSENT} and self.role not in self.OUTSIDE


@dataclass(frozen=True, slots=True)
class Team:
    """A group to fill: with people of these territories, or with whoever no other group asks for when it names none."""

    key: str
    territories: tuple[str, ...] = ()

    @property
    def pool(self) -> frozenset[str]:
        """The territories, however they are written: groups of the same ones are made alike."""
        return frozenset(map(folded, self.territories))


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the day asks: ``pins`` gives people's names their group's key, ``apart`` are people not to put together."""

    pins: Mapping[str, str] = field(default_factory=dict)
    apart: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Balance:
    """How alike the groups are.

    ``imbalance`` adds up, over the sizes, each kind of actor, each territory and each kind within it, the gap between the group
    with the most and the group with the fewest (groups of the same territories). ``bound`` is proved: no composition that keeps
    the pins has less. ``together`` are people asked to be apart who are not.
    """

    imbalance: int
    bound: int
    together: tuple[Pair, ...] = ()

    def __str__(self) -> str:
        best = "le plus petit possible" if self.imbalance == self.bound else f"au mieux {self.bound}"
        said = f"Équilibre des groupes{NBSP}: écart {self.imbalance}, {best}"
        pairs = [enumeration([quoted(name) for name in pair]) for pair in self.together]
        return f"{said}. Restent ensemble{NBSP}: {', '.join(pairs)}." if pairs else f"{said}."


@dataclass(frozen=True, slots=True)
class Composition:
    """Who is in which group: ``places`` gives names their group's key; people who are in none are not there."""

    teams: tuple[Team, ...]
    people: tuple[Participant, ...]
    places: Mapping[str, str]
    wishes: Wishes = field(default_factory=Wishes)

    def members(self, team: str) -> tuple[Participant, ...]:
        """Return the people of a group, in the order of the list."""
        return tuple(person for person in self.people if self.places.get(person.name) == team)

    @property
    def balance(self) -> Balance:
        """How alike the groups are, beside how alike they can be."""
        boards = [_board(self, pool) for pool in _pools(self.teams)]
        placed = {name for pair in self.wishes.apart for name in pair} & set(self.places)
        together = (pair for pair in self.wishes.apart if placed >= set(pair) and self.places[pair[0]] == self.places[pair[1]])
        return Balance(
            sum(board.gaps for board in boards),
            sum(sum(_least(board, self.wishes.pins).values()) for board in boards),
            tuple(together),
        )

    def welcomes(self, late: Participant) -> Composition:
        """Return the groups with somebody more, in the one where it unbalances least (or their pin); nobody else moves."""
        if late.name in self.places:
            raise FacilitationError(f"{quoted(late.name)} est déjà dans un groupe. Distinguez les deux noms.")
        person = late if late.presence is Presence.LATE else replace(late, presence=Presence.PRESENT)
        people = (*(one for one in self.people if one.name != late.name), person)
        pool = _pool_of(person, self.teams, self.wishes.pins)
        with_them = replace(self, people=people)
        board = _board(with_them, pool, person)
        team = self.wishes.pins.get(late.name) or pool[board.best_part(late.name)].key
        return replace(with_them, places={**self.places, late.name: team})

    def pinned(self, name: str, team: str) -> Composition:
        """Return the groups with somebody in that group, to stay there; '' leaves them where they are, free to be moved."""
        pins = {other: key for other, key in self.wishes.pins.items() if other != name} | ({name: team} if team else {})
        places = {**self.places, name: team} if team else self.places
        return replace(self, places=places, wishes=replace(self.wishes, pins=pins))

    def separated(self, one: str, other: str) -> Composition:
        """Return the groups with two people asked to be apart, or no longer; one of them moves if they are together."""
        left = tuple(pair for pair in self.wishes.apart if set(pair) != {one, other})
        is_new = left == self.wishes.apart
        asked = replace(self, wishes=replace(self.wishes, apart=(*left, (one, other)) if is_new else left))
        if not is_new or self.places.get(one) != self.places.get(other):
            return asked
        mover = one if other in self.wishes.pins else other
        person = next((person for person in self.people if person.name == mover and mover not in self.wishes.pins), None)
        if person is None or mover not in self.places:
            return asked
        pool = _pool_of(person, self.teams, self.wishes.pins)
        board = _board(asked, pool)
        if mover in board.places:
            board.take(mover)
        return replace(asked, places={**self.places, mover: pool[board.best_part(mover)].key})

    def without(self, names: Iterable[str]) -> Composition:
        """Return the groups without absent people; nobody else moves."""
        gone = set(names)
        people = (replace(one, presence=Presence.ABSENT) if one.name in gone else one for one in self.people)
        places = {name: team for name, team in self.places.items() if name not in gone}
        return replace(self, people=tuple(people), places=places)


def composed(people: Sequence[Participant], teams: Sequence[Team], wishes: Wishes | None = None, seed: int = 0) -> Composition:
    """Return groups as alike as can be: sizes, kinds of actors, territories and kinds within a territory to within one.

    Without wishes the deal is exact (see ``dealt``). With some, people are then moved or swapped, and the best of a few deals
    is kept. The same list, groups, wishes and ``seed`` give the same groups; another seed gives others.

    Raises:
        FacilitationError: a wish names nobody or no group, two people bear one name, or a territory has no group or several.
    """
    wishes = wishes or Wishes()
    _check(people, teams, wishes)
    pools: dict[tuple[Team, ...], list[Participant]] = {pool: [] for pool in _pools(teams)}
    for person in people:
        if person.is_dealt:
            pools[_pool_of(person, teams, wishes.pins)].append(person)
    places: dict[str, str] = {}
    for pool, there in pools.items():
        boards = (_dealt_board(there, pool, wishes, Random(f"{seed}/{attempt}")) for attempt in range(ATTEMPTS))  # noqa: S311 (a shuffle that can be made again, not a secret)
        board = _first_best(boards, wishes.pins)
        places |= {name: pool[part].key for name, part in board.places.items()}
    return Composition(tuple(teams), tuple(people), places, wishes)


def teams_by_territory(keys: Sequence[str], people: Iterable[Participant]) -> tuple[Team, ...]:
    """Return groups that each hold people of the same territories, as near each other in size as territories allow.

    A group more goes each time to the territory whose groups are the largest. With more territories than groups, the
    largest come first, each to the group that has the fewest people. Territories keep the order of the list; none is one more.
    """
    counts = Counter(folded(person.territory) for person in people if person.is_dealt)
    largest = sorted(counts, key=lambda name: (-counts[name], name))
    if len(largest) > len(keys):
        held: list[list[str]] = [[] for _ in keys]
        for name in largest:
            min(held, key=lambda names: sum(counts[other] for other in names)).append(name)
        return tuple(Team(key, tuple(sorted(names))) for key, names in zip(keys, held, strict=True))
    shares = dict.fromkeys(counts, 1)
    for _ in range(len(keys) - len(shares) if shares else 0):
        shares[max(shares, key=lambda name: (counts[name] / shares[name], name))] += 1
    spread: list[tuple[str, ...]] = [(name,) for name, share in shares.items() for _ in range(share)] or [()] * len(keys)
    return tuple(Team(key, names) for key, names in zip(keys, spread, strict=True))


def _first_best(boards: Iterator[Board], pins: Mapping[str, str]) -> Board:
    """Return the best board, the first one that is proved to be."""
    best = next(boards)
    while best.together or best.gaps > sum(_least(best, pins).values()):
        other = next(boards, None)
        if other is None:
            break
        best = min(best, other, key=lambda board: board.cost)
    return best


def _dealt_board(people: Sequence[Participant], pool: Sequence[Team], wishes: Wishes, chance: Random) -> Board:
    keys = [team.key for team in pool]
    board = Board(len(pool), _traits(people), _apart(wishes.apart))
    sorts: dict[tuple[str, str], list[Participant]] = {}
    for person in chance.sample(people, len(people)):
        sorts.setdefault((folded(person.territory), folded(person.actor)), []).append(person)
    seats: dict[tuple[str, str], list[int]] = {sort: [] for sort in sorts}
    for part, share in enumerate(dealt({sort: len(them) for sort, them in sorts.items()}, len(pool), chance)):
        for sort, count in share.items():
            seats[sort] += [part] * count
    for sort, them in sorts.items():
        free = seats[sort]
        for person in sorted(them, key=lambda person: person.name not in wishes.pins):
            part = keys.index(wishes.pins[person.name]) if person.name in wishes.pins else free[0]
            board.put(person.name, part)
            free.remove(part if part in free else free[-1])
    board.improve([name for name in board.places if name not in wishes.pins], _least(board, wishes.pins))
    return board


def _board(composition: Composition, pool: Sequence[Team], *more: Participant) -> Board:
    """Return who is where, ready for some ``more`` people."""
    keys = [team.key for team in pool]
    there = [person for person in composition.people if composition.places.get(person.name) in keys]
    board = Board(len(pool), _traits([*there, *more]), _apart(composition.wishes.apart))
    for person in there:
        board.put(person.name, keys.index(composition.places[person.name]))
    return board


def _traits(people: Iterable[Participant]) -> dict[str, tuple[Traits, ...]]:
    """Return what each person counts in: everybody, a kind of actor, and where there are several a territory."""
    told = {person.name: (folded(person.actor), folded(person.territory)) for person in people}
    if len({territory for _, territory in told.values()}) < 2:
        return {name: ((), ("actor", actor)) for name, (actor, _) in told.items()}
    return {
        name: ((), ("actor", actor), ("territory", territory), ("both", actor, territory))
        for name, (actor, territory) in told.items()
    }


def _least(board: Board, pins: Mapping[str, str]) -> dict[Traits, int]:
    """Return the proved lower bound of the gap of each thing that is counted."""
    fixed: dict[Traits, list[int]] = {}
    for name, part in board.places.items():
        if name in pins:
            for traits in board.traits[name]:
                fixed.setdefault(traits, [0] * board.parts)[part] += 1
    return {traits: least_gap(sum(count), board.parts, fixed.get(traits, ())) for traits, count in board.counts.items()}


def _apart(pairs: Iterable[Pair]) -> dict[str, frozenset[str]]:
    others: dict[str, set[str]] = {}
    for one, other in pairs:
        others.setdefault(one, set()).add(other)
        others.setdefault(other, set()).add(one)
    return {name: frozenset(them) for name, them in others.items()}


def _pools(teams: Iterable[Team]) -> list[tuple[Team, ...]]:
    pools: dict[frozenset[str], list[Team]] = {}
    for team in teams:
        pools.setdefault(team.pool, []).append(team)
    return [tuple(pool) for pool in pools.values()]


def _pool_of(person: Participant, teams: Sequence[Team], pins: Mapping[str, str]) -> tuple[Team, ...]:
    """Return the groups somebody may go to: their pin's, their territory's, or those that name none."""
    pools = _pools(teams)
    pin = pins.get(person.name)
    for pool in pools:
        if pin in {team.key for team in pool} or (pin is None and folded(person.territory) in pool[0].pool):
            return pool
    for pool in pools:
        if not pool[0].pool:
            return pool
    territory = quoted(person.territory) if person.territory else "non précisé"
    raise FacilitationError(f"Aucun groupe pour {quoted(person.name)}, territoire {territory}. Ajoutez-le à un groupe.")


def _check(people: Sequence[Participant], teams: Sequence[Team], wishes: Wishes) -> None:
    names, keys = [person.name for person in people], [team.key for team in teams]
    territories = [territory for pool in _pools(teams) for territory in pool[0].pool]
    asked = [*wishes.pins, *(name for pair in wishes.apart for name in pair)]
    wrong = [f"{quoted(name)} est deux fois dans la liste. Distinguez les deux noms." for name in _twice(names)]
    wrong += [f"Le groupe {quoted(key)} est nommé deux fois. Gardez-en un." for key in _twice(keys)]
    wrong += [f"Le territoire {quoted(name)} est dans deux groupes différents. Gardez-en un." for name in _twice(territories)]
    wrong += [f"{quoted(name)} n’est pas dans la liste. Corrigez ce nom." for name in dict.fromkeys(asked) if name not in names]
    wrong += [f"Le groupe {quoted(key)} n’existe pas. Corrigez ce nom." for key in wishes.pins.values() if key not in keys]
    wrong += [f"{quoted(one)} ne peut pas être séparé de son propre nom." for one, other in wishes.apart if one == other]
    if wrong:
        raise FacilitationError("\n".join(wrong))


def _twice(names: Sequence[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if names.count(name) > 1]
