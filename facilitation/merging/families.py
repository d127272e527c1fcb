"""Ideas → families: those that say the same, then those that a person should look at side by side. In any order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from facilitation.merging.candidates import filing, pairs
from facilitation.merging.canonical import Reading
from facilitation.merging.guards import may_be_near
from facilitation.merging.lemmas import lemma
from facilitation.merging.likeness import Kind, Likeness, Sketch, common_words, likeness
from facilitation.merging.vocabulary import STOP

MOST = 7  # likest to the centre: a family is read side by side; what is left over makes families of its own
SAME_REASON = "même idée, écrite autrement"


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea as it was said. ``key`` is the caller's own; ideas of different ``cell`` meet only when asked across."""

    key: str
    text: str
    cell: Hashable = ""


@dataclass(frozen=True, slots=True)
class Family:
    """Ideas to merge (``SAME``) or to look at together.

    ``members`` are keys, sorted by text then key; ``common`` are words all members say, as the first one says
    them; ``differing`` gives the other words of each member, in its own order.
    """

    members: tuple[str, ...]
    kind: Kind
    reason: str
    common: tuple[str, ...]
    differing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class _Unit:
    """Ideas of one cell that say the same, seen as one."""

    cell: Hashable
    members: list[Idea]
    reading: Reading

    @property
    def rank(self) -> tuple[str, str, str]:
        return (self.reading.text, self.members[0].key, str(self.cell))


def families(
    ideas: Sequence[Idea], abbreviations: Mapping[str, str] | None = None, *, across: bool = False
) -> tuple[Family, ...]:
    """Return the families found among ``ideas``, merged ones first; inside each cell, or ``across`` all cells.

    An idea is in one SAME family at most, and in one proposal at most. Proposals name every member of the SAME families they
    join. The result depends on the ideas, not on their order.
    """
    units = _units(ideas, abbreviations, across=across)
    same = [
        _family(unit.members, units_of, Kind.SAME, SAME_REASON)
        for unit in units
        if len(unit.members) > 1
        for units_of in [[unit]]
    ]
    return (*same, *_proposals(units))


def silent_groups(
    ideas: Sequence[Idea], abbreviations: Mapping[str, str] | None = None, *, across: bool = False
) -> tuple[tuple[str, ...], ...]:
    """Return the keys of ideas that say the same, a group each, alone or not; needs no dictionary."""
    return tuple(tuple(idea.key for idea in unit.members) for unit in _units(ideas, abbreviations, across=across))


def _units(ideas: Sequence[Idea], abbreviations: Mapping[str, str] | None, *, across: bool) -> list[_Unit]:
    ordered = sorted(ideas, key=lambda idea: (idea.text, idea.key, str(idea.cell)))
    readings: dict[str, Reading] = {}
    leaders: dict[Hashable, int] = {}
    parents = list(range(len(ordered)))
    for place, idea in enumerate(ordered):
        reading = readings.get(idea.text) or readings.setdefault(idea.text, Reading(idea.text, abbreviations))
        for key in reading.keys:
            first = leaders.setdefault((None if across else idea.cell, key), place)
            low, high = sorted((_root(parents, first), _root(parents, place)))
            parents[high] = low
    groups: defaultdict[int, list[Idea]] = defaultdict(list)
    for place, idea in enumerate(ordered):
        groups[_root(parents, place)].append(idea)
    return [
        _Unit(None if across else members[0].cell, members, readings[members[0].text]) for _, members in sorted(groups.items())
    ]


def _root(parents: list[int], place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place


def _proposals(units: list[_Unit]) -> list[Family]:
    """Each family is a centre and what is like it: no chain from an idea to a stranger."""
    sketches = [Sketch(unit.reading) for unit in units]
    order = sorted(range(len(units)), key=lambda place: (sketches[place].joined, units[place].rank))
    filed = [filing(sketches[place], units[place].cell) for place in order]
    near: defaultdict[int, dict[int, Likeness]] = defaultdict(dict)
    for first, second in pairs(filed):
        one, other = order[first], order[second]
        if found := likeness(sketches[one], sketches[other]):
            near[one][other] = near[other][one] = found
    return [_proposal(units, sketches, centre, around) for centre, around in _stars(units, sketches, near)]


def _stars(
    units: list[_Unit], sketches: list[Sketch], near: Mapping[int, Mapping[int, Likeness]]
) -> list[tuple[int, dict[int, Likeness]]]:
    taken: set[int] = set()
    stars = []
    weight = {place: sum(found.score for found in around.values()) for place, around in near.items()}
    for centre in sorted(near, key=lambda place: (-weight[place], units[place].rank)):
        if centre in taken:
            continue
        around: dict[int, Likeness] = {}
        for place in sorted(near[centre], key=lambda other: (-near[centre][other].score, units[other].rank)):
            if (
                len(around) < MOST
                and place not in taken
                and all(may_be_near(sketches[place].guards, sketches[kept].guards) for kept in around)
            ):
                around[place] = near[centre][place]
        if around:
            taken |= {centre, *around}
            stars.append((centre, around))
    return sorted(stars, key=lambda star: units[star[0]].rank)


def _proposal(units: list[_Unit], sketches: list[Sketch], centre: int, around: Mapping[int, Likeness]) -> Family:
    places = sorted((centre, *around), key=lambda place: units[place].rank)
    kind = Kind.CHECK if any(found.kind is Kind.CHECK for found in around.values()) else Kind.NEAR
    reasons = {found.reason for found in around.values()}
    reason = reasons.pop() if len(reasons) == 1 else ""
    reason = reason or common_words(sketches[centre], [sketches[place] for place in around])
    members = [idea for place in places for idea in units[place].members]
    return _family(members, [units[place] for place in places], kind, reason)


def _family(members: Sequence[Idea], units: Sequence[_Unit], kind: Kind, reason: str) -> Family:
    said = {
        idea.key: [word for word in unit.reading.words if word.key not in STOP and word.said.isalnum()]
        for unit in units
        for idea in unit.members
    }
    common = set.intersection(*({lemma(word.said) for word in words} for words in said.values()))
    first = said[members[0].key]
    return Family(
        members=tuple(idea.key for idea in sorted(members, key=lambda idea: (idea.text, idea.key))),
        kind=kind,
        reason=reason,
        common=tuple(dict.fromkeys(word.said for word in first if lemma(word.said) in common)),
        differing={key: tuple(word.said for word in words if lemma(word.said) not in common) for key, words in said.items()},
    )
