"""A day: who comes, in what groups, what is run in what order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time

from facilitation.exercise import Exercise
from facilitation.sheet import Column, Line, Row, Sheet, Source


@dataclass(frozen=True, slots=True)
class Actor:
    """A kind of actor (CPTS, ASV/CLSM/CLS…); ``phrase`` is its name in a sentence, article included."""

    key: str
    name: str
    short: str = ""
    phrase: str = ""


OTHERS = "autres"  # in a composition: people of no kind of actor that the day asks (a patient, an observer)


@dataclass(frozen=True, slots=True)
class Group:
    """A group that works together. ``composition`` counts people by actor key or OTHERS; ``detail`` says it as published."""

    key: str
    name: str
    composition: Mapping[str, int] = field(default_factory=dict)
    detail: tuple[str, ...] = ()

    @property
    def people(self) -> int:
        """How many people the composition counts."""
        return sum(self.composition.values())


@dataclass(frozen=True, slots=True)
class Sequence:
    """One moment of the day: an exercise adapted to it, or a moment without one (welcome, break). ``fixed`` never moves."""

    key: str
    title: str
    exercise: Exercise | None = None
    start: time | None = None
    seconds: int = 0
    fixed: bool = False
    part: str = ""
    comment: str = ""  # what staff write before its results, blank lines between paragraphs


@dataclass(frozen=True, slots=True)
class Charter:
    """The house style: accent colour « #RRGGBB » or None, logo and templates as paths relative to the day's folder."""

    colour: str | None = None
    logo: str | None = None
    templates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sharing:
    """How groups are made of the list: people ``apart`` two by two, ``pins`` by name to a group's key, names as listed."""

    by_territory: bool = False
    apart: tuple[tuple[str, str], ...] = ()
    pins: Mapping[str, str] = field(default_factory=dict)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Day:
    """A whole day. Exercises are already adapted: rows and columns drawn from the day are there (see ``adapted``)."""

    title: str
    date: date
    sequences: tuple[Sequence, ...]
    overtitle: str = ""
    subtitle: str = ""
    place: str = ""
    organisation: str = ""
    context: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    introduction: str = ""  # blank lines between paragraphs, as in ``conclusion``
    conclusion: str = ""
    actors: tuple[Actor, ...] = ()
    groups: tuple[Group, ...] = ()
    organisations: tuple[str, ...] = ()  # who may speak: « dit par »
    charter: Charter = field(default_factory=Charter)
    retention: Mapping[str, str] = field(default_factory=dict)
    participants: str | None = None
    acronyms: Mapping[str, str] = field(default_factory=dict)  # spelled out, for ideas that say one thing
    people: int | None = None  # expected in the room, when the day says it
    sharing: Sharing = field(default_factory=Sharing)

    def sequence(self, key: str) -> Sequence:
        """Return the sequence of that key (KeyError when there is none)."""
        for sequence in self.sequences:
            if sequence.key == key:
                return sequence
        raise KeyError(key)

    def group(self, key: str) -> Group | None:
        """Return the group of that key, None when there is none."""
        return next((group for group in self.groups if group.key == key), None)

    @property
    def expected(self) -> int | None:
        """How many people are expected: the day's own word, else the sum of its groups, else None (unknown is not zero)."""
        return self.people or sum(group.people for group in self.groups) or None


def adapted(exercise: Exercise, day_rows: tuple[Row, ...], actors: tuple[Actor, ...], groups: tuple[Group, ...]) -> Exercise:
    """Return the exercise with the rows and columns that its sheets draw from the day.

    ``day_rows`` are the rows that the sequence itself gives (statements of a débat mouvant).
    """
    return replace(exercise, sheets=tuple(_adapted_sheet(sheet, day_rows, actors, groups) for sheet in exercise.sheets))


def _adapted_sheet(sheet: Sheet, day_rows: tuple[Row, ...], actors: tuple[Actor, ...], groups: tuple[Group, ...]) -> Sheet:
    rows, columns = sheet.rows, sheet.columns
    match sheet.rows_from:
        case Source.ACTORS:
            rows = _with_actors(rows, tuple(Row(key=actor.key, title="") for actor in actors), actors)
        case Source.GROUPS:
            rows = tuple(Row(key=group.key, title=group.name) for group in groups)
        case Source.DAY:
            rows = day_rows
        case Source.FREE | None:
            pass
    if sheet.columns_from is Source.ACTORS:
        columns = _with_actors(columns, tuple(Column(key=actor.key, title="") for actor in actors), actors)
    return replace(sheet, rows=rows, columns=columns)


def _with_actors(given: tuple[Line, ...], blank: tuple[Line, ...], actors: tuple[Actor, ...]) -> tuple[Line, ...]:
    """Return one line per actor, then the lines that are no actor; what the sequence says of an actor's line wins."""
    said: dict[str, Line] = {line.key: line for line in given}
    lines: list[Line] = [_named_after(actor, said.pop(actor.key, line)) for actor, line in zip(actors, blank, strict=True)]
    lines.extend(said.values())
    return tuple(lines)


def _named_after(actor: Actor, line: Line) -> Line:
    return replace(line, title=line.title or actor.name, short=line.short or actor.short, phrase=line.phrase or actor.phrase)
