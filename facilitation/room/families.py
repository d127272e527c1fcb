"""What people decided of the ideas afterwards: those that say one thing, those kept apart, those set aside."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from facilitation.events import Event, IdeaSetAside, IdeasKeptApart, IdeasMerged


class Family(NamedTuple):
    """Ideas that a person found to say one thing: the key of that decision, and the words that stand for all."""

    key: str
    wording: str


class Families:
    """The decisions that stand, by answer. The last one wins; an answer withdrawn since keeps its own, and nobody reads it."""

    def __init__(self) -> None:
        self._families: dict[str, Family] = {}
        self._apart: set[frozenset[str]] = set()
        self._aside: dict[str, str] = {}

    def family(self, answer: str) -> Family | None:
        """Return the family of an answer, None when nobody merged it."""
        return self._families.get(answer)

    @property
    def has_apart(self) -> bool:
        """Whether anybody kept any answers apart."""
        return bool(self._apart)

    def apart(self, one: str, other: str) -> bool:
        """Return whether somebody said that these two answers are not the same."""
        return frozenset((one, other)) in self._apart

    def aside(self, answer: str) -> str:
        """Return why an answer was set aside, '' when it was not."""
        return self._aside.get(answer, "")

    def apply(self, event: Event, body: IdeasMerged | IdeasKeptApart | IdeaSetAside) -> None:
        """Bring one decision in."""
        match body:
            case IdeasMerged():
                family = Family(event.key, body.wording)
                self._families |= dict.fromkeys(body.answers, family)
                self._apart -= _pairs(body.answers, body.answers)
            case IdeasKeptApart():
                self._apart |= _pairs(body.answers, body.others)
                left = {self._families[other] for other in body.others if other in self._families}
                for answer in body.answers:
                    if self._families.get(answer) in left:
                        del self._families[answer]
            case IdeaSetAside():
                self._aside.pop(body.answer, None)
                if body.reason:
                    self._aside[body.answer] = body.reason


def _pairs(ones: tuple[str, ...], others: tuple[str, ...]) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in product(ones, others) if pair[0] != pair[1]}
