"""How near two readings are, and why, in words that the person who decides will read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from facilitation.merging.canonical import Reading
from facilitation.merging.guards import Guards, guards_of, may_be_near, words_deny
from facilitation.merging.lemmas import BROAD, is_word, lemma, sense, stem
from facilitation.merging.reading import LIST
from facilitation.merging.vocabulary import DIRECTIONS, LACKS, STOP
from facilitation.typography import enumeration, quoted

NEAR_RATIO = 88.0  # of sorted dictionary forms, in percent: what was measured best on the tuning half
SURE = 94.0  # scores above are given to words of one bag or of one spelling: none can deny another
WORD_RATIO = 85.0  # of the two words that differ, when all others are common
SIGNS = frozenset(",−+")
LONGEST_LIST = 6  # words
COMMON_SHARE = 0.5  # of the words of the longer idea


class Kind(Enum):
    """How sure a family is: merged without asking, near, or to be checked."""

    SAME = "identiques"
    NEAR = "proches"
    CHECK = "à vérifier"


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two ideas are proposed together: ``reason``, empty when it is for their ``common_words``.

    ``score`` (0 to 100) only ranks, no one is shown it.
    """

    kind: Kind
    reason: str
    score: float


class Sketch:
    """A reading made ready to be compared: its dictionary forms, the stems they share with their family, and its guards."""

    __slots__ = ("bag", "forms", "guards", "joined", "lemmas", "parts", "reading", "squeezed", "stems")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.guards: Guards = guards_of(reading.words)
        self.lemmas = tuple(_content(reading, is_lack=self.guards.is_negative))
        self.forms = frozenset(self.lemmas)
        self.stems = frozenset(stem(word) for word in self.lemmas)
        self.bag = frozenset(sense(word) for word in self.lemmas)
        self.joined = " ".join(sorted(self.stems))
        self.squeezed = "".join(self.lemmas)
        self.parts = _parts(reading)


def likeness(one: Sketch, other: Sketch) -> Likeness | None:
    """Return how two sketches are alike, None when they are not or when something forbids to say so. Symmetric."""
    found = _found(one, other) if one.bag and other.bag else None
    if found is None or not may_be_near(one.guards, other.guards):
        return None
    return found if found.score > SURE or not words_deny(one.forms, other.forms) else None


def _found(one: Sketch, other: Sketch) -> Likeness | None:
    if one.bag == other.bag:
        return None if _is_turned(one, other) else _equal(one, other)
    if one.squeezed == other.squeezed:
        return Likeness(Kind.NEAR, "les mêmes lettres, les espaces à part", 99.0)
    if _is_misspelt(one, other):
        return Likeness(Kind.NEAR, "presque les mêmes lettres", min(_ratio(one.joined, other.joined), SURE))
    common = one.bag & other.bag
    if common and (_shares_enough(one, other, common) or _lists(one, other) or _lists(other, one)):
        score = min(_ratio(one.joined, other.joined), SURE)
        return Likeness(Kind.NEAR if score >= NEAR_RATIO else Kind.CHECK, "", score)
    return None


def common_words(centre: Sketch, others: Iterable[Sketch]) -> str:
    """Return « mot commun : « crise » », as ``centre`` says the words; without any, that each is near to what it says."""
    common = centre.forms.intersection(*(other.forms for other in others))
    said = list(
        dict.fromkeys(word.said for word in centre.reading.words if lemma(word.said) in common and word.key not in STOP)
    )
    if not said:
        return f"chacune est proche de {quoted(centre.reading.text.strip())}"
    return f"{'mot commun' if len(said) == 1 else 'mots communs'}\u00a0: {enumeration([quoted(word) for word in said])}"


def _content(reading: Reading, *, is_lack: bool) -> list[str]:
    """Return the dictionary forms of what is said; of what is lacking only, for « manque de temps », « pas assez de temps »."""
    said = [
        word
        for word in reading.words
        if word.key not in STOP and word.key[:1] not in SIGNS and word.key.lstrip("#")[:1].isalnum()
    ]
    told = [word for word in said if not (is_lack and word.key in LACKS)] or said
    return [lemma(word.said) if word.key.isalpha() else word.key for word in told]


def _parts(reading: Reading) -> frozenset[frozenset[str]]:
    """Return the bags of each part of a list (« budget, financements, temps ») and of what stands before a bracket."""
    if not any(word.key == LIST or word.opens for word in reading.words):
        return frozenset()
    parts: list[set[str]] = [set()]
    for word in reading.words:
        if word.key == LIST or word.opens:
            parts.append(set())
        if word.key.isalpha() and word.key not in STOP:
            parts[-1].add(sense(lemma(word.said)))
    return frozenset(frozenset(part) for part in parts if part)


def _is_turned(one: Sketch, other: Sketch) -> bool:
    """Return whether the same words stand in another order around a word that says a direction (« parler avant d’agir »)."""
    return one.lemmas != other.lemmas and any(word.key in DIRECTIONS for word in (*one.reading.words, *other.reading.words))


def _equal(one: Sketch, other: Sketch) -> Likeness:
    if one.lemmas == other.lemmas:
        return Likeness(Kind.NEAR, "identiques aux petits mots et aux terminaisons près", 100.0)
    if Counter(one.lemmas) == Counter(other.lemmas):
        return Likeness(Kind.NEAR, "identiques à l’ordre des mots près", 100.0)
    if one.stems == other.stems:
        return Likeness(Kind.NEAR, "des mots de la même famille", 98.0)
    return Likeness(Kind.CHECK, "des mots de sens voisin", 95.0)


def _is_misspelt(one: Sketch, other: Sketch) -> bool:
    """Return whether each idea has one word of its own, and the two look like one word mistyped."""
    mine, theirs = one.forms - other.forms, other.forms - one.forms
    if len(mine) != 1 or len(theirs) != 1:
        return False
    (a,), (b,) = mine, theirs
    return (
        min(len(a), len(b)) > 4
        and a[0] == b[0]
        and _ratio(a, b) >= WORD_RATIO
        and not (_is_known(one, a) and _is_known(other, b))
    )


def _is_known(sketch: Sketch, form: str) -> bool:
    return any(is_word(word.said) for word in sketch.reading.words if lemma(word.said) == form)


def _ratio(one: str, other: str) -> float:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415  33 ms to load: merging without asking never needs it

    return ratio(one, other)


def _lists(one: Sketch, other: Sketch) -> bool:
    """Return whether ``other`` is one thing of the list that ``one`` is; in a long sentence, commas list nothing."""
    return len(one.bag) <= LONGEST_LIST and other.bag in one.parts


def _shares_enough(one: Sketch, other: Sketch, common: frozenset[str]) -> bool:
    longer, shorter = max(len(one.bag), len(other.bag)), min(len(one.bag), len(other.bag))
    telling = len(common - BROAD)
    if len(common) == shorter:  # one says the other and more
        return (len(common) > 1 and len(common) / longer >= COMMON_SHARE) or (telling > 0 and longer <= 3)
    if len(common) == 1:  # « crise sanitaire », « crise covid »
        return telling > 0 and longer == 2
    return len(common) / longer > COMMON_SHARE and longer - len(common) <= 1 and telling > 0
