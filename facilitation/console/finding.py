"""Finding an action by the words people use for it, mistyped or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from facilitation.typography import folded

ALIKE = 0.74  # how much a mistyped word must look like the right one, from 0 to 1
SHORTEST = 4  # letters from which a word may be mistyped


@dataclass(frozen=True, slots=True)
class Action:
    """One line of the list: its name, what it is about, the key that does it too ('' when none), other words for it."""

    title: str
    about: str
    shown: str
    nouns: str
    run: Callable[[], object]


def matching(actions: Sequence[Action], query: str) -> list[Action]:
    """Return the actions that every word of a query names, the nearest first; all of them for an empty query."""
    words = folded(query).split()
    scored = [(_score(action, words), rank, action) for rank, action in enumerate(actions)]
    return [action for score, _, action in sorted(scored, key=lambda found: (-found[0], found[1])) if score > 0]


def _score(action: Action, words: Sequence[str]) -> float:
    """Return how well an action answers a query: the worst of its words counts, and 0 leaves the action out."""
    if not words:
        return 1
    places = ((4, folded(action.title)), (3, folded(f"{action.nouns} {action.shown}")), (2, folded(action.about)))
    return min(max(weight * _likeness(word, text) for weight, text in places) for word in words)


def _likeness(word: str, text: str) -> float:
    known = text.split()
    if any(found.startswith(word) for found in known):
        return 1
    if len(word) >= 3 and word in text:
        return 0.8
    if len(word) < SHORTEST:
        return 0
    best = max((SequenceMatcher(None, word, found[: len(word) + 1]).ratio() for found in known), default=0.0)
    return best * 0.7 if best >= ALIKE else 0
