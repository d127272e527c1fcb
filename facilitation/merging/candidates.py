"""Which pairs are worth a comparison: those that share all their words but one, or their consonants; never all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from facilitation.merging.lemmas import BROAD
from facilitation.merging.likeness import Sketch

LONGEST_DROP = 8  # beyond that many words, only whole bags and consonants are looked up
WINDOW = 6  # in a crowded bucket, an idea meets its nearest neighbours in alphabetical order: the work stays in proportion
_VOWELS = str.maketrans("", "", "aeiouyh ")


@dataclass(frozen=True, slots=True)
class Filing:
    """Under what an idea is filed: ``whole``, all its words; ``keys``, those and near ones; ``wide``, its words less two.

    Two ideas are compared when they share one of ``keys``, or when the ``wide`` of one is the ``whole`` of the other.
    """

    whole: Hashable
    keys: tuple[Hashable, ...]
    wide: tuple[Hashable, ...]


def filing(sketch: Sketch, cell: Hashable = None) -> Filing:
    """Return the filing of a sketch; ideas of two cells share no key."""
    words = sorted(sketch.bag)
    count = len(words)
    whole = (cell, *words)
    parts = [(cell, *sorted(part)) for part in sketch.parts]
    near = _without(words, 1, cell) if 2 <= count <= LONGEST_DROP else []
    wide = _without(words, 2, cell) if 3 <= count <= LONGEST_DROP - 2 else []
    return Filing(whole, tuple(dict.fromkeys([whole, (cell, _skeleton(sketch.squeezed)), *parts, *near])), tuple(wide))


def _without(words: list[str], dropped: int, cell: Hashable) -> list[Hashable]:
    """Return the keys of ``words`` less some; a broad word alone would gather half of the room."""
    return [(cell, *kept) for kept in combinations(words, len(words) - dropped) if len(kept) > 1 or kept[0] not in BROAD]


def pairs(filed: Sequence[Filing]) -> Iterator[tuple[int, int]]:
    """Yield each pair of places (smaller first) to compare, once; places are in the order of the ideas' words."""
    seen: set[tuple[int, int]] = set()
    for place, other in chain(_sharing(filed), _holding(filed)):
        pair = (place, other) if place < other else (other, place)
        if place != other and pair not in seen:
            seen.add(pair)
            yield pair


def _sharing(filed: Sequence[Filing]) -> Iterator[tuple[int, int]]:
    buckets: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, each in enumerate(filed):
        for key in each.keys:
            buckets[key].append(place)
    for places in buckets.values():
        for rank, place in enumerate(places):
            for other in places[rank + 1 : rank + 1 + WINDOW]:
                yield place, other


def _holding(filed: Sequence[Filing]) -> Iterator[tuple[int, int]]:
    """Yield an idea and those that say it with two words more."""
    owners: dict[Hashable, int] = {}
    for place, each in enumerate(filed):
        owners.setdefault(each.whole, place)
    met: defaultdict[int, int] = defaultdict(int)
    for place, each in enumerate(filed):
        for key in each.wide:
            if (owner := owners.get(key)) is not None and met[owner] < WINDOW:
                met[owner] += 1
                yield owner, place


def _skeleton(joined: str) -> str:
    bare = joined.translate(_VOWELS)
    return "~" + "".join(sign for rank, sign in enumerate(bare) if rank == 0 or bare[rank - 1] != sign)
