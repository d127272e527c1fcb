"""What is printed of rotations: a small card for each person, and for each table a sheet that says who comes to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitation.composition import Participant
from facilitation.day import Actor, Day, Group
from facilitation.exercise import Exercise
from facilitation.typography import NBSP
from facilitation.workshop.rotations import Dated, Mixed, Turn, dated, dating, laps_of, mixed
from facilitation.writers.paper.pages import Card, Sign


def cards(day: Day, people: Sequence[Participant]) -> Iterator[Card]:
    """Yield a card for each person of each exercise where people change tables; numbers stand for people without a list."""
    for title, group, known in _rotations(day, people):
        if isinstance(known, Mixed):
            yield from _mixed_cards(title, known)
        elif group is not None:
            for actor in day.actors:
                yield from _dated_cards(actor, group, known)


def table_cards(day: Day, people: Sequence[Participant]) -> Iterator[Sign]:
    """Yield a sheet for each table of those exercises: its number in large, and who comes to it at each turn."""
    for title, group, known in _rotations(day, people):
        above = f"{title}, {group.name}" if group and isinstance(known, Dated) else title
        turns = known.turns
        for number in range(1, max((len(turn.tables) for turn in turns), default=0) + 1):
            below = "\n".join(f"{_numbered(turns, at)}{_at_table(turn, number, known)}" for at, turn in enumerate(turns, 1))
            yield Sign(f"Table {number}", above, below)


def _rotations(day: Day, people: Sequence[Participant]) -> Iterator[tuple[str, Group | None, Mixed | Dated]]:
    for sequence in day.sequences:
        exercise = sequence.exercise
        if exercise is not None:
            for group, known in _of(exercise, day, people):
                yield sequence.title, group, known


def _of(exercise: Exercise, day: Day, people: Sequence[Participant]) -> Iterator[tuple[Group | None, Mixed | Dated]]:
    if exercise.tables is not None:
        known = mixed(exercise, day, people)
        if known is not None:
            yield None, known
        return
    sheet = dating(exercise)
    for group in day.groups if sheet is not None else ():
        found = dated(sheet, laps_of(exercise), day, group, people) if sheet is not None else None
        if found is not None and found.turns:
            yield group, found


def _mixed_cards(title: str, known: Mixed) -> Iterator[Card]:
    for name in known.everyone:
        tables = [turn.table_of(name) for turn in known.turns]
        lines = tuple(f"{_numbered(known.turns, at)}table {table}" for at, table in enumerate(tables, 1))
        if name in known.hosts:
            lines = (f"Table {tables[0]}, à tous les tours{NBSP}: vous accueillez.",)
        yield Card(name if known.is_named else f"Carte {name}", title, lines)


def _dated_cards(actor: Actor, group: Group, known: Dated) -> Iterator[Card]:
    names = [name for name in known.members if known.letters.get(actor.key) == name[0]]
    for person in range(group.composition.get(actor.key, 0)):
        name = names[person % len(names)]
        if name in known.sitters:
            listed = known.members[name][person // len(names) : person // len(names) + 1]
            owner = ", ".join((*listed, actor.name, group.name))
            yield Card(name, owner, tuple(_lap(turn, name, at) for at, turn in enumerate(known.turns, 1)))


def _lap(turn: Turn, name: str, at: int) -> str:
    table = turn.table_of(name)
    if not table:
        return f"Tour {at}{NBSP}: en attente, observez une table"
    faced = next(other for other in turn.tables[table - 1] if other != name)
    return f"Tour {at}{NBSP}: table {table}, face à {faced}"


def _at_table(turn: Turn, number: int, known: Mixed | Dated) -> str:
    table = turn.tables[number - 1] if number <= len(turn.tables) else ()
    if isinstance(known, Dated):
        return " et ".join(table) or "personne"
    host = known.hosts[number - 1] if known.hosts else ""
    return ", ".join(f"{name} (hôte)" if name == host else name for name in table)


def _numbered(turns: Sequence[Turn], at: int) -> str:
    return f"Tour {at}{NBSP}: " if len(turns) > 1 else ""
