"""What two ideas must have in common before their likeness counts: negations, numbers, opposites, publics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from facilitation.merging.lemmas import lemma
from facilitation.merging.reading import LIST, Word
from facilitation.merging.vocabulary import AND, BODIES, FILLERS, LINKS, MODALS, NEGATIONS, PEOPLE, has_opposite, opposed

_SYMMETRIC = {"de", "avec", "entre"}
_MUTE = frozenset(",?!&+−")
_MORE_OR_LESS = {"plus": "+", "moins": "−", "+": "+", "−": "−", "-": "−"}


@dataclass(frozen=True, slots=True)
class Guards:
    """The words of one idea that forbid likenesses. ``order`` holds what has a fixed order."""

    negated: frozenset[str]
    is_negative: bool
    numbers: frozenset[tuple[str, str]]
    degrees: frozenset[tuple[str, str]]
    people: frozenset[int]
    bodies: frozenset[int | str]
    opposites: frozenset[str]
    order: tuple[str, ...]
    modals: frozenset[str]


_EMPTY: frozenset[str] = frozenset()
NONE = Guards(_EMPTY, False, frozenset(), frozenset(), frozenset(), frozenset(), _EMPTY, (), _EMPTY)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What one word forbids by itself."""

    public: int | None
    is_negation: bool
    opposites: tuple[str, ...]
    modals: tuple[str, ...]
    is_plain: bool


def _counts(key: str) -> bool:
    """Return whether a word is a number, or a sign that says something of one (%, €, >)."""
    return key.startswith("#") or (not key.isalnum() and len(key) == 1 and key not in _MUTE)


@lru_cache(maxsize=50_000)
def _facts(word: Word) -> _Facts:
    forms = {word.key, lemma(word.said)} if word.key.isalpha() else {word.key}
    public = next((table[form] for table in (PEOPLE, BODIES) for form in sorted(forms) if form in table), None)
    is_negation = not forms.isdisjoint(NEGATIONS)
    opposites, modals = tuple(filter(has_opposite, forms)), tuple(forms & MODALS)
    counts = _counts(word.key) or word.key in _MORE_OR_LESS or word.is_initials
    return _Facts(
        public, is_negation, opposites, modals, not (counts or public is not None or is_negation or opposites or modals)
    )


def guards_of(words: Sequence[Word]) -> Guards:
    """Return the guards of an idea's words; most ideas have none, and share ``NONE``."""
    facts = [_facts(word) for word in words]
    if all(fact.is_plain for fact in facts):
        return NONE
    keys, borne = [word.key for word in words], _borne(words)
    sides = [place for place, fact in enumerate(facts) if fact.public is not None or words[place].is_initials]
    publics = frozenset(fact.public for fact in facts if fact.public is not None)
    opposites = frozenset(form for fact in facts for form in fact.opposites)
    return Guards(
        negated=frozenset(borne[place] for place, fact in enumerate(facts) if fact.is_negation) - {""},
        is_negative=any(fact.is_negation for fact in facts),
        numbers=frozenset((key, borne[place]) for place, key in enumerate(keys) if _counts(key)),
        degrees=frozenset((_MORE_OR_LESS[key], borne[place]) for place, key in enumerate(keys) if key in _MORE_OR_LESS),
        people=frozenset(public for public in publics if public >= 0),
        bodies=frozenset(public for public in publics if public < 0)
        | frozenset(word.key for word in words if word.is_initials),
        opposites=opposites,
        order=tuple(keys) if _holds_both(opposites) else _order_of(sides, keys),
        modals=frozenset(form for fact in facts for form in fact.modals),
    )


def may_be_near(one: Guards, other: Guards) -> bool:
    """Return whether nothing forbids to propose these two ideas together."""
    return one is other or (
        one.is_negative == other.is_negative
        and (one.negated == other.negated or one.negated <= other.negated or other.negated <= one.negated)
        and _same_numbers(one.numbers, other.numbers)
        and one.degrees == other.degrees
        and one.people == other.people
        and (one.bodies <= other.bodies or other.bodies <= one.bodies)
        and one.order == other.order
        and (one.modals == other.modals or not one.modals or not other.modals)
        and not _deny(one.opposites - other.opposites, other.opposites - one.opposites)
    )


def words_deny(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether a word that only one has is the opposite of a word that only the other has."""
    return _deny(one - other, other - one)


def _deny(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(opposed(word, facing) for word in one for facing in other)


def _order_of(sides: list[int], keys: list[str]) -> tuple[str, ...]:
    """Return who stands first, then who, when something other than « et » or « avec » stands between them."""
    if len(sides) < 2:
        return ()
    directed = any(key in LINKS and key not in _SYMMETRIC for key in keys)
    between = (key for place, key in enumerate(keys) if sides[0] < place < sides[-1] and place not in sides)
    if directed or any(key not in LINKS and key not in {LIST, AND} for key in between):
        return tuple(keys[place] for place in sides)
    return ()


def _same_numbers(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    if sorted(number for number, _ in one) != sorted(number for number, _ in other):
        return False
    counted = {what: number for number, what in one}
    return all(counted.get(what, number) == number for number, what in other)


def _holds_both(opposites: frozenset[str]) -> bool:
    return any(opposed(word, facing) for word in opposites for facing in opposites if word < facing)


def _borne(words: Sequence[Word]) -> list[str]:
    """Return, for each word, the dictionary form of the one that it bears upon: the next that is no filler, or ``""``."""
    borne: list[str] = []
    following = ""
    for word in reversed(words):
        borne.append(following)
        if word.key not in FILLERS and word.key not in {LIST, AND} and word.key not in NEGATIONS:
            following = lemma(word.said)
    return borne[::-1]
