"""What a card of the library says: an exercise, its script and its sheets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitation.sheet import Sheet


class Shows(StrEnum):
    """What a step puts in front of the room when it captures nothing."""

    STATEMENT = "affirmation"
    VERDICT = "verdict"
    INSIGHT = "eclairage"


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``per_row`` plays it again for each row (statement), ``laps`` cuts its time in equal turns, a bell at each."""

    title: str
    seconds: int = 0
    say: str = ""
    sheet: str = ""
    round: int = 1
    laps: int = 1
    shows: Shows | None = None
    per_row: bool = False


@dataclass(frozen=True, slots=True)
class Exercise:
    """A card. ``never`` lists what the protocol forbids to keep; ``signal`` is the word shown before the first statement."""

    key: str
    title: str
    aim: str
    sheets: tuple[Sheet, ...]
    steps: tuple[Step, ...] = ()
    source: str = ""
    size: str = ""
    material: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    signal: str = ""
    variant: str = ""

    def sheet(self, key: str) -> Sheet:
        """Return the sheet of that key (KeyError when there is none)."""
        for sheet in self.sheets:
            if sheet.key == key:
                return sheet
        raise KeyError(key)

    @property
    def seconds(self) -> int:
        """How long the steps last when each is played once."""
        return sum(step.seconds for step in self.steps)
