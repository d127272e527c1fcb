"""Which pairs are worth a comparison: those that share all their words but one, or their consonants; never all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from facilitation.merging.lemmas import BROAD
from facilitation.merging.likeness import Sketch

LONGEST_DROP = 8  # beyond that many words, only whole bags and consonants are looked up
WINDOW = 12  # in a crowded bucket, an idea meets its nearest neighbours in alphabetical order: the work stays in proportion
_VOWELS = str.maketrans("", "", "aeiouyh ")


def keys_of(sketch: Sketch) -> tuple[Hashable, ...]:
    """Return under what an idea is filed: its words, its words less one or two, the parts of its list, its consonants."""
    words = sorted(sketch.bag)
    keys: list[Hashable] = [tuple(words), _skeleton(sketch.squeezed), *(tuple(sorted(part)) for part in sketch.parts)]
    if 2 <= len(words) <= LONGEST_DROP:
        keys += [tuple(kept) for kept in combinations(words, len(words) - 1) if _tells(kept)]
    if 3 <= len(words) <= LONGEST_DROP - 2:
        keys += [tuple(kept) for kept in combinations(words, len(words) - 2) if _tells(kept)]
    return tuple(dict.fromkeys(keys))


def pairs(filed: Sequence[Iterable[Hashable]]) -> Iterator[tuple[int, int]]:
    """Yield each pair of places (smaller first) that share a key, once; places are in the order of the ideas' words."""
    buckets: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, keys in enumerate(filed):
        for key in keys:
            buckets[key].append(place)
    seen: set[tuple[int, int]] = set()
    for places in buckets.values():
        for rank, place in enumerate(places):
            for other in places[rank + 1 : rank + 1 + WINDOW]:
                pair = (place, other)
                if place != other and pair not in seen:
                    seen.add(pair)
                    yield pair


def _tells(words: tuple[str, ...]) -> bool:
    return len(words) > 1 or (len(words) == 1 and words[0] not in BROAD)


def _skeleton(joined: str) -> str:
    bare = joined.translate(_VOWELS)
    return "~" + "".join(sign for rank, sign in enumerate(bare) if rank == 0 or bare[rank - 1] != sign)
