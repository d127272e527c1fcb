"""Who goes to which table, turn after turn: people of the list, or numbers, mixed or face to face; absent and late ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from facilitation.composition import Participant
from facilitation.day import Actor, Day, Group
from facilitation.errors import FileProblemsError
from facilitation.exercise import Exercise, Tables
from facilitation.library.participants import read
from facilitation.library.seating import GROUPS_FILE
from facilitation.mixing import Mixing, mixing
from facilitation.rotation import PER_TABLE, Pair, Round, asked_pairs, letters, rotation, subgroups_of
from facilitation.sheet import Sheet
from facilitation.typography import NBSP, folded, plural
from facilitation.workshop.script import Stop

ENOUGH = 200  # rounds: more than any room plays, to know how many it would take for everyone to meet


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: who is at each table, in the order of the tables (a table may be left with one, or nobody), and who waits."""

    tables: tuple[tuple[str, ...], ...]
    waiting: tuple[str, ...] = ()

    def table_of(self, name: str) -> int:
        """Return the number of somebody's table, 0 when they have none."""
        return next((number for number, table in enumerate(self.tables, 1) if name in table), 0)


@dataclass(slots=True)
class Mixed:
    """The whole room mixed, as the card of an exercise asks.

    ``gone`` and ``late`` say from which turn on (0 is the first) somebody is not there, or is: earlier turns do not change.
    """

    everyone: tuple[str, ...]
    asked: Tables
    is_named: bool
    gone: dict[str, int] = field(default_factory=dict)
    late: dict[str, int] = field(default_factory=dict)
    _found: Mixing = field(init=False)

    def __post_init__(self) -> None:
        self._found = mixing(self.everyone, self.asked.size, self.asked.rounds, hosts=self.asked.hosts)

    @property
    def now(self) -> Mixing:
        """The rounds without the absent, with the late."""
        found = self._found
        for name, since in self.gone.items():
            found = found.without(name, since) if name not in self.late else found
        for name, since in self.late.items():
            found = found.welcomes(name, since) if name not in self.gone else found
        return found

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns as they are now."""
        return tuple(Turn(tables) for tables in self.now.rounds)

    @property
    def sitters(self) -> tuple[str, ...]:
        """Everyone, late ones last."""
        return (*self.everyone, *self.late)

    @property
    def hosts(self) -> tuple[str, ...]:
        """Who stays at each table."""
        return tuple(table[0] for table in self._found.rounds[0]) if self.asked.hosts and self._found.rounds else ()

    def verdict(self) -> str:
        """Return how many meetings are repeated, beside the fewest there can be."""
        found = self.now
        if not found.repeated:
            return "Personne ne revoit la même personne."
        told = plural(found.repeated, "rencontre répétée", "rencontres répétées")
        if found.repeated == found.floor:
            return f"{told}, le moins possible."
        if found.floor:
            return f"{told}, il ne peut y en avoir moins de {found.floor}."
        return f"{told}, le moins que l’on ait trouvé."

    def again(self) -> None:
        """Make all the turns anew with those who are there."""
        self.everyone = tuple(name for name in self.sitters if name not in self.gone)
        self.gone, self.late = {}, {}
        self.__post_init__()


@dataclass(slots=True)
class Dated:
    """A speed-dating of one group: subgroups of each kind of actor (A1, C2…), ``members`` says who is in each when known.

    ``kinds`` names the kind of each letter; ``gone`` says from which turn on (0 is the first) a subgroup is not there.
    """

    counts: Mapping[str, int]
    asked: Sequence[Pair]
    letters: Mapping[str, str]
    laps: int
    members: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]
    gone: dict[str, int] = field(default_factory=dict)
    _absent: frozenset[str] = frozenset()
    _needed: tuple[Round, ...] = field(init=False)  # for everyone who must meet to have met
    _found: tuple[Round, ...] = field(init=False)

    def __post_init__(self) -> None:
        self._needed = rotation(self.counts, self.asked, self.letters, ENOUGH, self._absent)
        self._found = self._needed[: self.laps]

    @property
    def is_named(self) -> bool:
        """Whether the list says who is in the subgroups."""
        return any(self.members.values())

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns as they are now: whoever was to meet an absent subgroup waits at its table."""
        return tuple(
            Turn(
                tuple(tuple(name for name in pair if self._is_there(name, number)) for pair in one.meetings),
                tuple(name for name in one.waiting if self._is_there(name, number)),
            )
            for number, one in enumerate(self._found)
        )

    def _is_there(self, name: str, turn: int) -> bool:
        return turn < self.gone.get(name, turn + 1)

    @property
    def sitters(self) -> tuple[str, ...]:
        """Every subgroup that meets another, kind by kind."""
        there = {name for one in self._found for pair in (*one.meetings, one.waiting) for name in pair}
        return tuple(name for name in self.members if name in there | self._absent)

    def verdict(self) -> str:
        """Return whether everyone who must meet does, and how many turns it would take."""
        met = sum(len(table) == 2 for turn in self.turns for table in turn.tables)
        wanted = sum(len(one.meetings) for one in self._needed)
        if met == wanted:
            return f"Aucune rencontre deux fois, toutes ont lieu{NBSP}: {met}."
        told = f"Aucune rencontre deux fois. {plural(met, 'rencontre')} sur {wanted}"
        return (
            f"{told}{NBSP}: il faudrait {plural(len(self._needed), 'tour')}." if len(self._needed) > self.laps else f"{told}."
        )

    def again(self) -> None:
        """Make all the turns anew with the subgroups that are there; they keep their names."""
        self._absent |= frozenset(self.gone)
        self.gone = {}
        self.__post_init__()


def roster(folder: Path, day: Day) -> tuple[Participant, ...]:
    """Return the people of the day's list who are to come, from the groups kept when there are; () when there is no list."""
    path = folder / (day.participants or "")
    kept = path.with_name(GROUPS_FILE)
    listed = kept if kept.is_file() else path
    if not day.participants or not listed.is_file():
        return ()
    try:
        return tuple(one for one in read(listed).people if one.is_dealt)
    except FileProblemsError:
        return ()  # said by the reading of the day


def mixed(exercise: Exercise, day: Day, people: Sequence[Participant], count: int = 0) -> Mixed | None:
    """Return the tables of an exercise that mixes the room; None when it does not, or when nobody says how many people come.

    People are those of the list, else numbers up to ``count``, else up to how many the day expects.
    """
    asked, number = exercise.tables, count or day.expected or 0
    if asked is None or not (people or number):
        return None
    names = arranged(people, day.actors, asked) if people else tuple(str(rank) for rank in range(1, number + 1))
    return Mixed(names, asked, bool(people))


def arranged(people: Sequence[Participant], actors: Sequence[Actor], asked: Tables) -> tuple[str, ...]:
    """Return names so that the first tables hold as many kinds of actors as can be, hosts among all of them."""
    kinds = _kinds(actors)
    order = [*(actor.key for actor in actors), ""]
    names = [one.name for one in sorted(people, key=lambda one: order.index(kinds.get(folded(one.actor), "")))]
    if asked.size == 2 and not asked.hosts:  # mixing() first pairs the second with the last, the third with the one before…
        half = -(-len(names) // 2)
        return (*names[:half], *reversed(names[half:]))
    tables = -(-len(names) // asked.size)
    hosts = [names[rank * len(names) // tables] for rank in range(tables)] if asked.hosts else []
    return (*hosts, *(name for name in names if name not in hosts))


def dated(sheet: Sheet, laps: int, day: Day, group: Group | None, people: Sequence[Participant]) -> Dated | None:
    """Return the meetings of a group's speed-dating; None when the sheet is none, or the group's numbers are not known."""
    asked = asked_pairs(sheet)
    if not asked or group is None or not group.composition:
        return None
    signs = letters(day.actors)
    counts = {key: count for key, count in subgroups_of(group.composition, PER_TABLE).items() if key in signs}
    kinds = _kinds(day.actors)
    members: dict[str, tuple[str, ...]] = {}
    for key, count in counts.items():
        own = [one.name for one in people if kinds.get(folded(one.actor)) == key and _is_of(one, group)]
        members |= {f"{signs[key]}{rank + 1}": tuple(own[rank::count]) for rank in range(count)}
    named = {signs[actor.key]: actor.short or actor.name for actor in day.actors if actor.key in counts}
    return Dated(counts, asked, signs, laps, members, named)


def seating_of(
    exercise: Exercise, day: Day, group: Group | None, people: Sequence[Participant], count: int = 0
) -> Mixed | Dated | None:
    """Return who goes where in an exercise, None when nobody changes tables or when numbers are not known."""
    if exercise.tables is not None:
        return mixed(exercise, day, people, count)
    sheet = dating(exercise)
    return dated(sheet, laps_of(exercise), day, group, people) if sheet else None


def dating(exercise: Exercise) -> Sheet | None:
    """Return the sheet that puts kinds of actors face to face, None when there is none."""
    return next((sheet for sheet in exercise.sheets if asked_pairs(sheet)), None)


def moves(exercise: Exercise | None) -> bool:
    """Return whether people change tables in an exercise."""
    return exercise is not None and (exercise.tables is not None or dating(exercise) is not None)


def laps_of(exercise: Exercise) -> int:
    """Return in how many turns the longest cut step of an exercise is cut."""
    return max((step.laps for step in exercise.steps), default=1)


def turn_of(exercise: Exercise, stops: Sequence[Stop], here: int) -> int:
    """Return the turn (1 is the first) played at the stop ``here``, or at the last one before it that plays one; 0 before."""
    for stop in reversed(stops[: here + 1]):
        if exercise.tables is not None and stop.step.seating:
            return min(stop.step.seating + stop.place.lap - 1, exercise.tables.rounds)
        if exercise.tables is None and stop.step.laps > 1:
            return stop.place.lap
    return 0


def _kinds(actors: Sequence[Actor]) -> dict[str, str]:
    return {folded(name): actor.key for actor in actors for name in (actor.name, actor.short, actor.key) if name}


def _is_of(person: Participant, group: Group) -> bool:
    return folded(person.group) in {folded(name) for name in (group.name, f"groupe {group.key}", group.key)}
