"""The canonical form: two ideas that share a key say the same, word for word, and are merged without asking.

Every key keeps all that carries meaning (negations, numbers, prepositions, order). Only what is proved to change nothing is
let go: case, accents, punctuation, plural, articles, inclusive writings, the order of a list and that of a noun's adjectives.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from facilitation.merging.reading import LIST, QUESTION, Word, words_of
from facilitation.merging.vocabulary import AND, LINKS, is_sensitive
from facilitation.typography import folded

_ADJECTIVE = re.compile(r"\w+(?:al|ale|el|elle|if|ive|ique|aire|eux|euse|able|ible|é|ee|ante?)")


class Reading:
    """What the engine knows of one text; computed once for each different text."""

    def __init__(self, text: str, abbreviations: Mapping[str, str] | None = None) -> None:
        self.text = text
        self.words: tuple[Word, ...] = words_of(text, abbreviations)

    @cached_property
    def keys(self) -> tuple[tuple[str, ...], ...]:
        """One key or two; sharing any is saying the same."""
        said = [word.key for word in self.words]
        if not any(word.isalnum() for key in said for word in key):
            return (("", folded(self.text) or self.text.strip()),)
        if _must_keep_order(self.words):
            return (tuple(said),)
        flat = tuple(key for key in said if key != LIST)
        if reordered := _reordered(said):
            return (flat, reordered)
        return (flat,)


def says_the_same(one: Reading, other: Reading) -> bool:
    """Return whether two readings are one idea written twice."""
    return not set(one.keys).isdisjoint(other.keys)


def _must_keep_order(words: Sequence[Word]) -> bool:
    """Where a word governs another (a negation, a number, a public), moving it would say something else."""
    return any(is_sensitive(word.key) or word.is_initials or word.key == QUESTION for word in words)


def _reordered(said: list[str]) -> tuple[str, ...] | None:
    """Return the key of a list whatever its order, or of a noun and its adjectives; None for any other phrase."""
    parts = _parts(said)
    has_links = any(key in LINKS for key in said)
    if len(parts) > 1:
        if has_links and AND in said:  # « formation et accueil de X »: one cannot say what « de X » goes with
            return None
        return ("list", *sorted(" ".join(part) for part in parts))
    head, *rest = said
    if len(rest) > 1 and not has_links and all(_ADJECTIVE.fullmatch(word) for word in rest):
        return ("noun", head, *sorted(rest))
    return None


def _parts(said: list[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for key in said:
        if key in {LIST, AND, "&", "+"}:
            parts.append([])
        else:
            parts[-1].append(key)
    return [part for part in parts if part]
