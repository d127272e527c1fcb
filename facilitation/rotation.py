"""Who meets whom, round after round: subgroups of actors, no meeting twice, as many meetings as possible each round."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from math import lcm

from facilitation.day import Actor
from facilitation.matching import maximum_matching
from facilitation.sheet import Sheet, Source
from facilitation.typography import folded

Pair = tuple[str, str]
PER_TABLE = 2  # people of one kind at a table: they face as many of another kind
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Round:
    """One round. ``meetings`` are pairs of subgroup names, in the order of the tables; ``waiting`` names the others."""

    meetings: tuple[Pair, ...]
    waiting: tuple[str, ...] = ()


def subgroups_of(composition: Mapping[str, int], per_table: int) -> dict[str, int]:
    """Return how many subgroups each kind of actor makes: the fewest of at most ``per_table`` people, none for nobody."""
    return {kind: -(-people // per_table) for kind, people in composition.items() if people > 0}


def asked_pairs(sheet: Sheet) -> tuple[Pair, ...]:
    """Return the kinds of actors that a sheet puts face to face, each pair once, in the order of the sheet."""
    if sheet.rows_from is not Source.ACTORS or sheet.columns_from is not Source.ACTORS:
        return ()
    pairs: dict[frozenset[str], Pair] = {}
    for row, column in sheet.cells():
        pairs.setdefault(frozenset({row.key, column.key}), (row.key, column.key))
    return tuple(pairs.values())


def letters(actors: Iterable[Actor]) -> dict[str, str]:
    """Return a capital letter for each kind of actor, never the same twice: from its key, else its name, else one left."""
    given: dict[str, str] = {}
    for actor in actors:
        wanted = folded(f"{actor.key}{actor.short}{actor.name}{ALPHABET}").upper()
        given[actor.key] = next(sign for sign in wanted if sign in ALPHABET and sign not in given.values())
    return given


def rotation(
    counts: Mapping[str, int], asked: Sequence[Pair], names: Mapping[str, str], rounds: int, absent: Collection[str] = ()
) -> tuple[Round, ...]:
    """Return at most ``rounds`` rounds; fewer when everyone who must meet has met. ``absent`` subgroups take no part.

    ``counts`` says how many subgroups each kind makes, ``asked`` which kinds meet, ``names`` the letter of each kind (see
    ``letters``): subgroups are called A1, A2, C1… Kinds that meet nobody take no part.

    When every kind of one side meets every kind of the other, the smaller side keeps its tables and the other one moves
    along: a cyclic Latin rectangle, which makes all the meetings in as few rounds as there can be. Otherwise see ``_matched``.
    """
    pairs = {frozenset(pair) for pair in asked if pair[0] != pair[1] and all(counts.get(kind) for kind in pair)}
    kinds = [kind for kind in counts if any(kind in pair for pair in pairs)]
    numbered = ((f"{names[kind]}{number}", kind) for kind in kinds for number in range(1, counts[kind] + 1))
    kind_of = {name: kind for name, kind in numbered if name not in absent}
    everyone = list(kind_of)
    side = {kind for kind in kinds if frozenset({kind, kinds[0]}) not in pairs}
    if pairs == {frozenset({one, other}) for one in side for other in kinds if other not in side}:
        one = [name for name in everyone if kind_of[name] in side]
        found = _latin(one, [name for name in everyone if name not in one])
    else:
        meetings = [pair for pair in combinations(everyone, 2) if frozenset(kind_of[name] for name in pair) in pairs]
        found = _matched(everyone, meetings)
    return tuple(_round(tables, everyone) for tables in islice(found, rounds))


def _round(tables: list[Pair], everyone: list[str]) -> Round:
    seated = {name for pair in tables for name in pair}
    return Round(tuple(tables), tuple(name for name in everyone if name not in seated))


def _latin(one: list[str], other: list[str]) -> Iterator[list[Pair]]:
    """Yield rounds in which the longer side moves past the shorter one by its length, so that all wait as much."""
    still, moving = sorted((one, other), key=len)
    step, size = len(still), len(moving)
    for number in range(size if still else 0):
        shift = number * step + number * step // lcm(step, size)
        yield [(name, moving[(place + shift) % size]) for place, name in enumerate(still)]


def _matched(everyone: list[str], meetings: list[Pair]) -> Iterator[list[Pair]]:
    """Yield rounds until all ``meetings`` are made, each a maximum matching of those left.

    Subgroups with most meetings left are served first. An augmenting path never unseats anyone, so those served first stay
    served: between two sides this makes all the meetings in as few rounds as there can be (König, 1916).
    """
    rank = {name: number for number, name in enumerate(everyone)}
    left: dict[str, set[str]] = {name: set() for name in everyone}
    for one, other in meetings:
        left[one].add(other)
        left[other].add(one)
    while any(left.values()):
        order = sorted(everyone, key=lambda name: (-len(left[name]), rank[name]))
        place = {name: number for number, name in enumerate(order)}
        mates = maximum_matching([sorted(place[other] for other in left[name]) for name in order])
        mate_of = {name: order[mate] for name, mate in zip(order, mates, strict=True) if mate >= 0}
        tables = [(name, mate_of[name]) for name in everyone if name in mate_of and rank[name] < rank[mate_of[name]]]
        for one, other in tables:
            left[one].discard(other)
            left[other].discard(one)
        yield tables
