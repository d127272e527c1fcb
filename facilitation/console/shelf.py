"""The filters of the library: each a key that goes round its values, and the cards that fit them all."""

from __future__ import annotations

from collections.abc import Sequence

from facilitation.exercise import Moment, Use
from facilitation.typography import NBSP
from facilitation.workshop.cards import MOMENTS, Brief

ANY = "tous"
MINUTES = (("15 min au plus", 0, 15), ("de 16 à 45 min", 16, 45), ("de 46 à 90 min", 46, 90), ("plus de 90 min", 91, 100_000))
PEOPLE = (("10 personnes", 10), ("30 personnes", 30), ("60 personnes", 60), ("100 personnes", 100))
VALUES: dict[str, tuple[str, ...]] = {
    "but": (ANY, *Use),
    "durée": (ANY, *(name for name, *_ in MINUTES)),
    "taille": (ANY, *(name for name, _ in PEOPLE)),
    "moment": (ANY, *MOMENTS.values()),
}


class Filters:
    """What is asked of a card; ``tous`` asks nothing."""

    def __init__(self) -> None:
        self.chosen = dict.fromkeys(VALUES, ANY)

    def turn(self, name: str) -> None:
        """Go to the next value of a filter, the first after the last."""
        values = VALUES[name]
        self.chosen[name] = values[(values.index(self.chosen[name]) + 1) % len(values)]

    def fitting(self, cards: Sequence[Brief]) -> list[Brief]:
        """Return the cards that fit every filter; one that does not say fits only the filters that ask nothing."""
        return [card for card in cards if all(self._fits(name, card) for name in VALUES)]

    def _fits(self, name: str, card: Brief) -> bool:
        wanted = self.chosen[name]
        if wanted == ANY:
            return True
        if name == "but":
            return card.use == wanted
        if name == "moment":
            return bool(card.moment) and MOMENTS[Moment(card.moment)] == wanted
        if name == "durée":
            return any(card.minutes and low <= card.minutes <= high for title, low, high in MINUTES if title == wanted)
        return any(card.people and card.people[0] <= count <= card.people[1] for title, count in PEOPLE if title == wanted)

    def words(self) -> str:
        """Return the filters that ask something, « but : débattre »; '' when none does."""
        return ", ".join(f"{name}{NBSP}: {value}" for name, value in self.chosen.items() if value != ANY)
