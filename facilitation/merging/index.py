"""The ideas said so far, kept ready so that a new one finds its like while it is being typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from facilitation.merging.candidates import filing
from facilitation.merging.canonical import Reading, says_the_same
from facilitation.merging.families import SAME_REASON, Idea
from facilitation.merging.likeness import Kind, Likeness, Sketch, common_words, likeness


@dataclass(frozen=True, slots=True)
class Match:
    """An idea already said that is like the one asked about."""

    key: str
    kind: Kind
    reason: str


class Index:
    """``near`` looks an idea up among those given to ``add``; ``discard`` forgets one."""

    def __init__(self, ideas: Iterable[Idea] = (), abbreviations: Mapping[str, str] | None = None) -> None:
        self._abbreviations = abbreviations
        self._sketches: dict[str, tuple[Idea, Sketch]] = {}
        self._filed: defaultdict[Hashable, set[str]] = defaultdict(set)
        for idea in ideas:
            self.add(idea)

    def add(self, idea: Idea) -> None:
        """Take an idea in; one of the same key is replaced."""
        self.discard(idea.key)
        sketch = Sketch(Reading(idea.text, self._abbreviations))
        self._sketches[idea.key] = (idea, sketch)
        for key in _places(sketch):
            self._filed[key].add(idea.key)

    def discard(self, key: str) -> None:
        """Forget the idea of this key, if there is one."""
        if key in self._sketches:
            for place in _places(self._sketches.pop(key)[1]):
                self._filed[place].discard(key)

    def near(self, text: str, *, cell: Hashable | None = None) -> tuple[Match, ...]:
        """Return the ideas like ``text``, the likest first; only those of ``cell`` when one is given."""
        asked = Sketch(Reading(text, self._abbreviations))
        keys = set().union(*(self._filed.get(place, set()) for place in _places(asked)))
        found = []
        for key in keys:
            idea, sketch = self._sketches[key]
            if (cell is None or idea.cell == cell) and (like := _likeness(asked, sketch)):
                reason = like.reason or common_words(sketch, [asked])
                found.append((-like.score, idea.text, key, Match(key, like.kind, reason)))
        return tuple(match for _, _, _, match in sorted(found, key=lambda each: each[:3]))


def _places(sketch: Sketch) -> tuple[Hashable, ...]:
    filed = filing(sketch)
    return (*filed.keys, *filed.wide, *sketch.reading.keys)


def _likeness(asked: Sketch, known: Sketch) -> Likeness | None:
    if says_the_same(asked.reading, known.reading):
        return Likeness(Kind.SAME, SAME_REASON, 101.0)
    return likeness(asked, known)
