"""What is a person's name in a text: those of the day's lists however they are written, and what follows « Mme » or « Dr »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from facilitation.composition import Participant
from facilitation.day import Day
from facilitation.library.participants import read
from facilitation.library.seating import GROUPS_FILE
from facilitation.merging.lemmas import is_word
from facilitation.typography import folded
from facilitation.workshop.civility import titled_in
from facilitation.workshop.words import Word, words_in

ERASED = "[nom effacé]"
CODED = re.compile(r"personne-?\s?\d+", re.IGNORECASE)  # what stands in a list for somebody whose name was erased
SHORTEST = 3  # letters of a name that is looked for alone: « Ly », « Le » are words too often
_PARTICLE_WORDS = "d da de del della des di dos du el la le les l van von der den ben bin al"
# First names that a dictionary takes for rare words (« que je marie », « un martin »), accents aside.
_NAME_WORDS = (
    "alain alice anne benoit camille charles colin denis eric gilles guillaume joseph jules lisa luc marc marie martin rene"
    " remi zoe"
)
_PARTICLES, _FIRST_NAMES = frozenset(_PARTICLE_WORDS.split()), frozenset(_NAME_WORDS.split())
_JOINED = re.compile(r"[\s'’ʼ,._\-\u2010\u2011\u2013]{1,3}")
_SENTENCE = re.compile(r"[.!?…\n\r•]")
_HYPHENS = "-\u2010\u2011"
_SPOKEN = frozenset({"t", "il", "elle", "on", "ils", "elles", "ci"})  # « Durand-t-il »: no compound name

Key = tuple[str, ...]


class Span(NamedTuple):
    """Where a name is in a text; ``is_listed`` when it is one of the day's, else it follows a civility."""

    start: int
    end: int
    is_listed: bool


class Form(NamedTuple):
    """A way to write somebody: from first to last name (``is_whole``), with an ``initial``, or only a part of it."""

    is_whole: bool = False
    has_initial: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The people of a day, and the words of the day that are never taken for one of them when they stand alone."""

    people: tuple[str, ...] = ()
    kept: frozenset[str] = frozenset()
    forms: dict[str, dict[Key, Form]] = field(default_factory=dict, repr=False, compare=False)

    def __bool__(self) -> bool:
        """Whether there is anybody."""
        return bool(self.people)


def names_of(day: Day, folder: Path, also: Iterable[str] = ()) -> Names:
    """Return the names of a day: its list, the groups kept beside it, who is fixed or apart, and those given ``also``.

    Raises:
        FileProblemsError: a list cannot be read.
    """
    listed = tuple(_listed(day, folder))
    apart = (name for person in listed for name in person.apart)
    pairs = (name for pair in day.sharing.apart for name in pair)
    written = (*(person.name for person in listed), *apart, *pairs, *day.sharing.pins, *also)
    people = tuple(dict.fromkeys(name for name in written if name.strip() and not CODED.fullmatch(name.strip())))
    return named(people, _kept(day, listed))


def named(people: Sequence[str], kept: Iterable[str] = ()) -> Names:
    """Return what finds these people; each word of ``kept`` alone is none of them."""
    names = Names(tuple(people), frozenset(word.key for text in kept for word in words_in(text)))
    for name in people:
        for key, form in _forms([word.key for word in words_in(name)]):
            if len(key) > 1 or key[0] not in names.kept:
                names.forms.setdefault(key[0], {}).setdefault(key, form)
    return names


def found_in(text: str, names: Names, *, after_civility: bool = True) -> tuple[Span, ...]:
    """Return where names are in a text, in order, none over another; only those of the day without ``after_civility``."""
    words = words_in(text)
    listed = list(_listed_in(text, words, names))
    if not after_civility:
        return tuple(listed)
    taken = {place for span in listed for place in range(span.start, span.end)}
    titled = (Span(*span, is_listed=False) for span in titled_in(text, words, names.kept))
    return tuple(sorted((*listed, *(span for span in titled if taken.isdisjoint(range(span.start, span.end))))))


def erased(text: str, names: Names, by: str = ERASED) -> str:
    """Return a text without its names, ``by`` instead of each; the same text when there is none."""
    for span in reversed(found_in(text, names)):
        text = f"{text[: span.start]}{by}{text[span.end :]}"
    return text


def _listed(day: Day, folder: Path) -> Iterator[Participant]:
    if not day.participants:
        return
    path = folder / day.participants
    for file in (path, path.with_name(GROUPS_FILE)):
        if file.is_file():
            yield from read(file).people


def _kept(day: Day, listed: Iterable[Participant]) -> Iterator[str]:
    """Yield what the day calls by a word that may also be somebody's name (« Lyon », « Groupe Martin »)."""
    yield from (day.place, day.organisation, *day.organisations, *day.acronyms, *day.acronyms.values())
    for actor in day.actors:
        yield from (actor.key, actor.name, actor.short)
    for group in day.groups:
        yield from (group.key, group.name)
    for person in listed:
        yield from (person.organisation, person.actor, person.territory, person.group)


def _forms(words: Sequence[str]) -> Iterator[tuple[Key, Form]]:
    """Yield every way to write « Prénom NOM »: whole, reversed, without a middle name, by its initial, one word alone."""
    if not words:
        return
    surname = words[-1]
    for begins in range(len(words) + 1):
        for ends in range(begins, len(words) + 1):
            first, last = words[:begins], words[ends:]
            if _is_enough((*first, *last)):
                form = Form(is_whole=len(words) > 1 and (begins == ends or bool(first and last)))
                yield (*first, *last), form
                yield (*last, *first), form
    if len(words) > 1 and len(surname) >= SHORTEST:
        initial = words[0][0]
        yield (initial, surname), Form(has_initial=True)
        yield (surname, initial), Form(has_initial=True)
        yield from (((glued,), Form()) for glued in (initial + surname, surname + initial) if len(glued) > SHORTEST + 1)
    yield from (((word,), Form()) for word in words if len(words) > 1 and _is_enough((word,)))


def _is_enough(key: Key) -> bool:
    """Return whether a part of a name tells somebody: more than « de la »."""
    own = [word for word in key if word not in _PARTICLES]
    return len(own) > 1 or any(len(word) >= SHORTEST for word in own)


def _listed_in(text: str, words: Sequence[Word], names: Names) -> Iterator[Span]:
    """Yield the longest names of the day from each word on."""
    at = 0
    while at < len(words):
        keys = names.forms.get(words[at].key)
        if not keys:  # most words, and a file has a hundred thousand
            at += 1
            continue
        fitting = (key for key in keys if _fits(text, words, at, key) and _is_name(text, words, at, key, keys[key]))
        longest = max(map(len, fitting), default=0)
        if longest:
            yield Span(words[at].start, words[at + longest - 1].end, is_listed=True)
        at += longest or 1


def _fits(text: str, words: Sequence[Word], at: int, key: Key) -> bool:
    run = words[at : at + len(key)]
    return tuple(word.key for word in run) == key and all(
        _JOINED.fullmatch(text, one.end, other.start) for one, other in pairwise(run)
    )


def _is_name(text: str, words: Sequence[Word], at: int, key: Key, form: Form) -> bool:
    """Return whether these words are a name here: those that are also French words need a capital, as names have."""
    run = words[at : at + len(key)]
    if form.has_initial:
        return all(word.is_capital for word in run)
    own = [word for word in run if word.key not in _PARTICLES]
    if form.is_whole or not all(_is_common(word.said) for word in own):
        return True
    begins = at == 0 or _SENTENCE.search(text, words[at - 1].end, run[0].start) is not None
    return own[0].is_capital and not begins and not _is_compound(text, words, at, len(key)) and not text.isupper()


def _is_compound(text: str, words: Sequence[Word], at: int, length: int) -> bool:
    """Return whether hyphens tie these words to others (« Saint-Pierre »)."""
    first, last = words[at], words[at + length - 1]
    before = at > 0 and text[words[at - 1].end : first.start] in {*_HYPHENS}
    following = words[at + length] if at + length < len(words) else None
    after = following is not None and text[last.end : following.start] in {*_HYPHENS} and following.key not in _SPOKEN
    return before or after


def _is_common(said: str) -> bool:
    """Return whether a word is a French one before it is a name; what a dictionary knows only with a capital is a name."""
    small = said.lower()
    return folded(said) not in _FIRST_NAMES and is_word(small) and not _is_proper(small)


def _is_proper(small: str) -> bool:
    from simplemma import lemmatize  # noqa: PLC0415  its dictionary takes 0.3 s, and ``is_word`` has just loaded it

    return bool(lemmatize(small, lang="fr")[:1].isupper())
