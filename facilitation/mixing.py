"""Who sits with whom when a whole room changes tables: as few people as possible meet twice, and the proof beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import comb
from random import Random

Tables = tuple[tuple[str, ...], ...]
_SWAPS = 30_000  # tried by the search: a hundred people, four rounds, well under a second
_SEED = 2021


@dataclass(frozen=True, slots=True)
class Mixing:
    """Rounds of tables. ``repeated`` counts meetings of people who had met already, ``floor`` a number it cannot go below."""

    rounds: tuple[Tables, ...]
    repeated: int
    floor: int

    def without(self, name: str, since: int) -> Mixing:
        """Return the rounds without somebody from the round ``since`` on (0 is the first); nobody else moves."""
        return self._changed(since, lambda tables: tuple(tuple(one for one in table if one != name) for table in tables))

    def welcomes(self, name: str, since: int) -> Mixing:
        """Return the rounds with somebody more from the round ``since`` on; nobody else moves.

        They sit among the least full tables, where they meet again the fewest people, and a table they do not know.
        """
        met: Counter[str] = Counter()
        known: Counter[int] = Counter()

        def seated(tables: Tables) -> Tables:
            fewest = min(map(len, tables), default=0)
            free = [place for place, table in enumerate(tables) if len(table) == fewest]
            best = min(free, key=lambda place: (sum(met[one] for one in tables[place]), known[place], place))
            met.update(tables[best])
            known[best] += 1
            return (*tables[:best], (*tables[best], name), *tables[best + 1 :])

        return self._changed(since, seated)

    def _changed(self, since: int, change: Callable[[Tables], Tables]) -> Mixing:
        rounds = tuple(change(tables) if number >= since and tables else tables for number, tables in enumerate(self.rounds))
        met = Counter(frozenset(pair) for tables in rounds for table in tables for pair in combinations(table, 2))
        everyone = {name for tables in rounds for table in tables for name in table}
        floor = max(0, met.total() - comb(len(everyone), 2))
        return replace(self, rounds=rounds, repeated=met.total() - len(met), floor=floor)


def mixing(people: Sequence[str], per_table: int, rounds: int, *, hosts: bool = False) -> Mixing:
    """Return ``rounds`` rounds at the fewest tables of at most ``per_table`` people, of even sizes to within one.

    With ``hosts`` the first people, one a table, keep their table and the others turn (world café). Names must differ.

    Tables of two without hosts follow the circle method, which is exact. Otherwise person j of class i sits in round k at table
    j + k·i: two people meet at most once when (k − k′)(i − i′) is never a multiple of the number of tables, a transversal
    design (Bose and Shrikhande, 1960). Where that repeats meetings, a seeded search swaps people while it helps.

    Raises:
        ValueError: fewer than two people a table, or two people of the same name.
    """
    if per_table < 2 or len(set(people)) != len(people):
        raise ValueError("at least two people a table, each with a name of their own")
    count = len(people)
    tables = -(-count // per_table)
    if per_table == 2 and not hosts:
        seats = [_circle(count, number) for number in range(rounds)]
    else:
        seats = [_turned(count, tables, number, hosts=hosts) for number in range(rounds)]
    floor = _floor([len(table) for table in seats[0]], count, rounds) if seats and count else 0
    search = _Search(seats, fixed=tables if hosts else 0)
    search.run(floor)
    named = tuple(tuple(tuple(people[person] for person in sorted(table)) for table in round_) for round_ in seats)
    return Mixing(named, search.repeated, floor)


def _circle(count: int, number: int) -> list[list[int]]:
    """Return the pairs of one round of a round-robin; with an odd number of people one of them is alone."""
    size = count + count % 2
    turning = size - 1
    pairs = [(turning, number % turning)] if size else []
    pairs += [((number + step) % turning, (number - step) % turning) for step in range(1, size // 2)]
    return [[person for person in pair if person < count] for pair in pairs]


def _turned(count: int, tables: int, number: int, *, hosts: bool) -> list[list[int]]:
    """Return one round in which each class of people moves on by a step of its own; the first class stays with ``hosts``."""
    seats: list[list[int]] = [[] for _ in range(tables)]
    for person in range(count):
        step = person // tables + (not hosts)
        seats[(person + number * step) % tables].append(person)
    return seats


def _floor(sizes: list[int], count: int, rounds: int) -> int:
    """Return a number of repeated meetings below which nothing can go.

    Two reasons, the stronger counts: nobody can meet more people than there are; and a table filled from fewer tables of the
    first round than it has seats puts again together some who shared one.
    """
    everyone = max(0, rounds * sum(comb(size, 2) for size in sizes) - comb(count, 2))
    each = max(0, rounds * (min(sizes) - 1) - (count - 1))
    again = sum(_shared(size, len(sizes)) for size in sizes) * max(0, rounds - 1)
    return max(everyone, -(-each * count // 2), again)


def _shared(size: int, tables: int) -> int:
    """Return the fewest pairs from a same table among ``size`` people coming from ``tables`` tables."""
    whole, left = divmod(size, tables)
    return left * comb(whole + 1, 2) + (tables - left) * comb(whole, 2)


class _Search:
    """Swaps of two people in a round, kept while meetings are not repeated more; the same swaps on every computer."""

    def __init__(self, seats: list[list[list[int]]], fixed: int) -> None:
        self._seats = seats
        self._fixed = fixed
        self._met = Counter(pair for tables in seats for table in tables for pair in _pairs(table))
        self.repeated = sum(times - 1 for times in self._met.values())

    def run(self, floor: int) -> None:
        """Swap until the floor is reached or the tries are spent."""
        dice = Random(_SEED)  # noqa: S311 (an order of tries, not a secret)
        for _ in range(_SWAPS):
            if self.repeated <= floor:
                return
            tables = dice.choice(self._seats)
            if len(tables) < 2:
                return
            one, other = dice.sample(tables, 2)
            self._try(one, other, dice.randrange(len(one)), dice.randrange(len(other)))

    def _try(self, one: list[int], other: list[int], here: int, there: int) -> None:
        first, second = one[here], other[there]
        if min(first, second) < self._fixed:
            return
        rest, beside = one[:here] + one[here + 1 :], other[:there] + other[there + 1 :]
        parting = [_pair(first, person) for person in rest] + [_pair(second, person) for person in beside]
        meeting = [_pair(second, person) for person in rest] + [_pair(first, person) for person in beside]
        change = sum(self._met[pair] > 0 for pair in meeting) - sum(self._met[pair] > 1 for pair in parting)
        if change > 0:
            return
        one[here], other[there] = second, first
        self._met.subtract(parting)
        self._met.update(meeting)
        self.repeated += change


def _pairs(table: Sequence[int]) -> Iterator[tuple[int, int]]:
    return (_pair(one, other) for one, other in combinations(table, 2))


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
