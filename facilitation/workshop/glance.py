"""What a list of days says of one of them; see ``glancing`` for how it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

UNDER_WAY, BEGUN, OVER, FILLED, READY = "en cours", "commencée", "terminée", "remplie", "prête"


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the running order: « faite », « en cours » or « à venir »; its hour, '' when there is none; its title."""

    state: str
    hour: str
    title: str


@dataclass(frozen=True, slots=True)
class Glance:
    """What a list says of a day; ``problem`` is the sentence to show instead when it cannot be read."""

    folder: Path
    title: str
    date: date | None = None
    place: str = ""
    people: int | None = None
    groups: int = 0
    ideas: int = 0
    state: str = ""
    current: str = ""  # the title of the sequence under way
    moments: tuple[Moment, ...] = ()
    problem: str = ""

    @property
    def order(self) -> tuple[bool, int]:
        """Where it stands in a list: the one under way first, then the most recent."""
        return self.state != UNDER_WAY, -(self.date.toordinal() if self.date else 0)
