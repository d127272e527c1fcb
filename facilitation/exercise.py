"""What a card of the library says: an exercise, its script and its sheets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitation.errors import InvalidAnswerError
from facilitation.sheet import Sheet
from facilitation.typography import NBSP, french

LONGEST_WHERE_NO_STORY = 25  # words: a common point or a disagreement fits, a story does not


class Shows(StrEnum):
    """What a step puts in front of the room when it captures nothing."""

    STATEMENT = "affirmation"
    VERDICT = "verdict"
    INSIGHT = "eclairage"


class Moment(StrEnum):
    """When in a day an exercise is at its place."""

    OPENING = "ouverture"
    WORK = "production"
    CHOICE = "decision"
    CLOSING = "cloture"


class Use(StrEnum):
    """What an exercise is for, in two or three words."""

    MEET = "se connaître"
    DEBATE = "débattre"
    FIND = "produire des idées"
    CHOOSE = "choisir"
    BUILD = "construire"
    ASSESS = "évaluer"


class Keeps(StrEnum):
    """What a protocol may forbid to keep, and a console can refuse."""

    AUTHOR = "auteur"
    STORY = "recit"


@dataclass(frozen=True, slots=True)
class Ban:
    """What a protocol forbids to keep, and why."""

    keeps: Keeps
    reason: str


@dataclass(frozen=True, slots=True)
class Example:
    """What one cell holds in the example kept with a card. Rows of a day are named by their title; groups are a, b, c."""

    row: str
    column: str
    values: tuple[str, ...]
    sheet: str = ""
    round: int = 1
    group: str = ""
    author: str = ""


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
    seating: int = 0  # the round of tables that it plays, its first lap when it has several; 0 when people stay where they are


@dataclass(frozen=True, slots=True)
class Tables:
    """How a protocol mixes the room: ``rounds`` rounds of at most ``size`` people a table; ``hosts`` keep theirs."""

    size: int
    rounds: int = 1
    hosts: bool = False


@dataclass(frozen=True, slots=True)
class Exercise:
    """A card. ``signal`` is the word shown before the first statement; ``people`` the fewest and the most it suits.

    ``never`` says what the protocol forbids to keep; ``bans`` the part of it that the console and the imports refuse.
    """

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
    people: tuple[int, int] | None = None
    moment: Moment | None = None
    use: Use | None = None
    bans: tuple[Ban, ...] = ()
    example: tuple[Example, ...] = ()
    tables: Tables | None = None

    def banned(self, keeps: Keeps) -> str:
        """Return why the protocol forbids to keep this, '' when it does not."""
        return next((ban.reason for ban in self.bans if ban.keeps is keeps), "")

    def check(self, value: str | int, author: str = "") -> None:
        """Check an answer against what the protocol forbids to keep.

        Raises:
            InvalidAnswerError: it names who spoke, or tells a story, where the card forbids it; the card's reason is said.
        """
        if author.strip() and (reason := self.banned(Keeps.AUTHOR)):
            raise InvalidAnswerError(f"auteur refusé par le protocole{NBSP}: {french(reason)}")
        if len(str(value).split()) > LONGEST_WHERE_NO_STORY and (reason := self.banned(Keeps.STORY)):
            limit = f"plus de {LONGEST_WHERE_NO_STORY} mots"
            raise InvalidAnswerError(f"récit refusé par le protocole ({limit}){NBSP}: {french(reason)}")

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
