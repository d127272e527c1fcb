"""How alike parts are, counted as people move between them, and the moves that make them more alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Traits = tuple[str, ...]  # a thing that people share and that is spread over the parts: () for everybody
Cost = tuple[int, int, int]
TRIALS = 6_000  # moves tried before keeping the best found


def least_gap(people: int, parts: int, fixed: Iterable[int] = ()) -> int:
    """Return a proved lower bound of the gap between the fullest and the emptiest part.

    ``fixed`` says how many must stay in each part: the fullest holds at least that many, the others share what is left.
    """
    most = max(fixed, default=0)
    if parts < 2 or most <= -(-people // parts):
        return int(parts > 1 and people % parts > 0)
    return most - (people - most) // (parts - 1)


@dataclass(slots=True)
class Board:
    """Who is in which part (from 0). ``traits`` says what each name counts in, ``apart`` whom it must not be with."""

    parts: int
    traits: Mapping[str, Sequence[Traits]]
    apart: Mapping[str, frozenset[str]]
    places: dict[str, int] = field(default_factory=dict)
    counts: dict[Traits, list[int]] = field(default_factory=dict)
    gaps: int = 0
    squares: int = 0
    together: int = 0

    @property
    def cost(self) -> Cost:
        """What must be as small as can be, in this order: people together who must not be, gaps, and how uneven the rest is."""
        return self.together, self.gaps, self.squares

    def put(self, name: str, part: int) -> None:
        """Put somebody who is nowhere into a part."""
        self._count(name, part, 1)
        self.together += sum(self.places.get(other) == part for other in self.apart.get(name, ()))
        self.places[name] = part

    def take(self, name: str) -> int:
        """Take somebody out, and return where they were."""
        part = self.places.pop(name)
        self._count(name, part, -1)
        self.together -= sum(self.places.get(other) == part for other in self.apart.get(name, ()))
        return part

    def best_part(self, name: str) -> int:
        """Return the part where somebody who is nowhere costs least."""
        costs: list[tuple[Cost, int]] = []
        for part in range(self.parts):
            self.put(name, part)
            costs.append((self.cost, part))
            self.take(name)
        return min(costs)[1]

    def improve(self, movable: Sequence[str], least: Mapping[Traits, int]) -> None:
        """Move and swap people until none must be apart and every gap is the ``least``, or no single change helps any more."""
        goal = sum(least.values())
        left = TRIALS
        while left > 0 and (self.together or self.gaps > goal):
            before = self.cost
            left = self._round([name for name in movable if self._is_wrong(name)], movable, left)
            if self.cost == before:
                left = self._round([name for name in movable if self._is_one_too_many(name, least)], movable, left)
            if self.cost == before:
                return

    def _round(self, names: Sequence[str], movable: Sequence[str], left: int) -> int:
        """Make the best change for each of ``names`` when it helps; return how many trials are left."""
        for name in names:
            if left <= 0:
                break
            best, change = self.cost, None
            for other in self._changes(name, movable):
                left -= 1
                cost = self._cost_after(name, other)
                if cost < best:
                    best, change = cost, other
            if change is not None:
                self._change(name, change)
        return left

    def _is_wrong(self, name: str) -> bool:
        return any(self.places.get(other) == self.places[name] for other in self.apart.get(name, ()))

    def _is_one_too_many(self, name: str, least: Mapping[Traits, int]) -> bool:
        """Return whether somebody stands in a part too full of something that could be spread better."""
        part = self.places[name]
        there = (self.counts[traits] for traits in self.traits[name] if self._gap(traits) > least[traits])
        return any(count[part] > min(count) for count in there)

    def _gap(self, traits: Traits) -> int:
        return max(self.counts[traits]) - min(self.counts[traits])

    def _changes(self, name: str, movable: Sequence[str]) -> Iterator[int | str]:
        """Yield every part to move to, and whom to swap with: those alike in something, one of each sort unless kept apart."""
        here, traits = self.places[name], self.traits[name]
        yield from (part for part in range(self.parts) if part != here)
        seen: set[tuple[int, Traits, str]] = set()
        for other in movable:
            sort = (self.places[other], self.traits[other][-1], other if other in self.apart else "")
            if sort[0] != here and sort not in seen and sum(trait in traits for trait in self.traits[other]) > 1:
                seen.add(sort)
                yield other

    def _cost_after(self, name: str, change: int | str) -> Cost:
        here = self._change(name, change)
        cost = self.cost
        self._change(name, change if isinstance(change, str) else here)
        return cost

    def _change(self, name: str, change: int | str) -> int:
        """Move somebody to a part, or swap them with somebody; return where they were."""
        here = self.places[name]
        if isinstance(change, str):
            self._move(name, self.places[change], self.traits[change])
            self._move(change, here, self.traits[name])
        else:
            self._move(name, change)
        return here

    def _move(self, name: str, part: int, shared: Sequence[Traits] = ()) -> None:
        """Move somebody to a part; what they share with whom they take the place of stays as it is."""
        here = self.places[name]
        for traits in self.traits[name]:
            if traits not in shared:
                count = self.counts[traits]
                self.gaps -= max(count) - min(count)
                self.squares += 2 * (count[part] - count[here] + 1)
                count[here] -= 1
                count[part] += 1
                self.gaps += max(count) - min(count)
        for other in self.apart.get(name, ()):
            where = self.places.get(other)
            self.together += (where == part) - (where == here)
        self.places[name] = part

    def _count(self, name: str, part: int, step: int) -> None:
        for traits in self.traits[name]:
            count = self.counts.setdefault(traits, [0] * self.parts)
            self.gaps -= max(count) - min(count)
            self.squares += 2 * step * count[part] + 1
            count[part] += step
            self.gaps += max(count) - min(count)
