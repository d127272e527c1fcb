"""How the time of a step goes, as the bar and the animator's column show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Pace(StrEnum):
    """How the time of a step goes; the words are those on screen."""

    FINE = "dans les temps"
    SOON = "bientôt la fin"
    LAST = "c’est la fin"
    OVER = "temps dépassé"
    PAUSED = "en pause"
    STILL = "pas encore lancé"


@dataclass(frozen=True, slots=True)
class Timer:
    """The timer of the current step: seconds left (under 0 once over), its length, when it ends, how it goes."""

    left: int
    seconds: int
    until: str
    pace: Pace


@dataclass(frozen=True, slots=True)
class StepLine:
    """One line of « Étapes »: « faite », « en cours » or « à venir »."""

    title: str
    minutes: str
    state: str
