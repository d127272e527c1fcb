"""What two ideas must have in common before their likeness counts: negations, numbers, opposites, publics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.merging.lemmas import lemma
from facilitation.merging.reading import LIST, Word
from facilitation.merging.vocabulary import AND, BODIES, FILLERS, LINKS, MODALS, NEGATIONS, PEOPLE, has_opposite, opposed

_SYMMETRIC = {"de", "avec", "entre"}
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


def guards_of(words: Sequence[Word]) -> Guards:
    """Return the guards of an idea's words."""
    keys = [word.key for word in words]
    forms = [{key, lemma(word.said)} if key.isalpha() else {key} for word, key in zip(words, keys, strict=True)]
    publics = [next((table[form] for table in (PEOPLE, BODIES) for form in forms_ if form in table), None) for forms_ in forms]
    sides = [place for place, public in enumerate(publics) if public is not None or words[place].is_initials]
    opposites = frozenset(form for forms_ in forms for form in forms_ if has_opposite(form))
    return Guards(
        negated=frozenset(_after(words, place) for place, forms_ in enumerate(forms) if forms_ & NEGATIONS) - {""},
        is_negative=any(forms_ & NEGATIONS for forms_ in forms),
        numbers=frozenset((key, _after(words, place)) for place, key in enumerate(keys) if key.startswith("#")),
        degrees=frozenset((_MORE_OR_LESS[key], _after(words, place)) for place, key in enumerate(keys) if key in _MORE_OR_LESS),
        people=frozenset(public for public in publics if public is not None and public >= 0),
        bodies=frozenset(public for public in publics if public is not None and public < 0)
        | frozenset(word.key for word in words if word.is_initials),
        opposites=opposites,
        order=tuple(keys) if _holds_both(opposites) else _order_of(sides, keys),
        modals=frozenset(form for forms_ in forms for form in forms_ if form in MODALS),
    )


def may_be_near(one: Guards, other: Guards) -> bool:
    """Return whether nothing forbids to propose these two ideas together."""
    return (
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


def _after(words: Sequence[Word], place: int) -> str:
    """Return the word that the one at ``place`` bears upon, by its dictionary form."""
    for word in words[place + 1 :]:
        if word.key not in FILLERS and word.key not in {LIST, AND} and word.key not in NEGATIONS:
            return lemma(word.said)
    return ""
