"""The library as text: a line each, or one card whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from facilitation.errors import FacilitationError
from facilitation.exercise import Exercise, Moment, Step
from facilitation.library import Card, Listed, exercises, find_exercise, read_card, read_exercise
from facilitation.reporting import duration
from facilitation.sheet import Cell, Sheet, Source
from facilitation.typography import NBSP
from facilitation.workshop.script import statements_of

MOMENTS = {Moment.OPENING: "ouverture", Moment.WORK: "production", Moment.CHOICE: "décision", Moment.CLOSING: "clôture"}
CELLS = {
    Cell.COUNT: "un effectif par case",
    Cell.IDEAS: "des idées dans chaque case",
    Cell.MARK: "une marque de l’échelle par case",
    Cell.TEXT: "un texte par case",
    Cell.PLACE: "une place sur la carte par ligne",
}
SOURCES = {
    Source.ACTORS: "une par type d’acteur de la journée",
    Source.GROUPS: "une par groupe de la journée",
    Source.DAY: "données par la journée",
    Source.FREE: "ajoutées pendant l’exercice",
}


def catalogue() -> str:
    """Return one line an exercise: its key, its title, its minutes, its aim; a card that is wrong is there, to be put right."""
    known = exercises()
    width = max(len(listed.key) for listed in known)
    return "\n".join(f"{listed.key:<{width}}  {_in_brief(listed)}" for listed in known)


class Brief(NamedTuple):
    """A card in brief: its key, its title, how long it lasts ('' when unsaid), its aim, or what to do when it is wrong.

    Then what one chooses by: minutes (0 unsaid), the fewest and the most people, the moment of a day, what it is for.
    """

    key: str
    title: str
    lasting: str
    aim: str
    minutes: int = 0
    people: tuple[int, int] | None = None
    moment: str = ""
    use: str = ""


def shelf() -> list[Brief]:
    """Return every card in brief, in the order of the keys."""
    return [_brief(listed) for listed in exercises()]


def _brief(listed: Listed) -> Brief:
    try:
        exercise = read_exercise(listed.path)
    except FacilitationError:
        return Brief(listed.key, listed.title, "", f"facilitation verifier {listed.path}")
    lasting = duration(_seconds(exercise)) if exercise.seconds else ""
    moment, use = (exercise.moment or "", exercise.use or "")
    minutes = -(-_seconds(exercise) // 60)
    return Brief(listed.key, exercise.title, lasting, exercise.aim, minutes, exercise.people, str(moment), str(use))


def _in_brief(listed: Listed) -> str:
    try:
        exercise = read_exercise(listed.path)
    except FacilitationError:
        return f"{listed.title}{NBSP}: facilitation verifier {listed.path}"
    lasting = f", {duration(_seconds(exercise))}" if exercise.seconds else ""
    return f"{exercise.title}{lasting}. {exercise.aim}"


def card(name: str) -> str:
    """Return one card whole, ready to read or print.

    Raises:
        FacilitationError: no exercise of that name (the nearest one is said), or its file is wrong.
    """
    found = read_card(find_exercise(name))
    return "\n".join((*_lines(found.exercise), *_variants(found)))


def _lines(exercise: Exercise) -> Iterator[str]:
    yield f"{exercise.title} ({exercise.key})"
    facts = (
        ("But", exercise.aim),
        ("Usage", str(exercise.use or "")),
        ("Moment", MOMENTS[exercise.moment] if exercise.moment else ""),
        ("Personnes", "de {} à {}".format(*exercise.people) if exercise.people else ""),
        ("Effectif", exercise.size),
        ("Durée", _lasting(exercise)),
        ("Source", exercise.source),
    )
    yield from (f"{name}{NBSP}: {value}" for name, value in facts if value)
    yield from _list("Matériel", exercise.material)
    if exercise.steps:
        yield from ("", "Déroulé")
    for number, step in enumerate(exercise.steps, 1):
        yield f"  {number}. {step.title}{_minutes(step)}"
        if step.say:
            yield f"     Dire{NBSP}: {step.say}"
    yield from _list("Points d’attention", exercise.traps)
    yield from _list("À ne jamais garder", exercise.never)
    for sheet in exercise.sheets:
        yield from ("", *_sheet(sheet))


def _list(title: str, items: tuple[str, ...]) -> Iterator[str]:
    if items:
        yield from ("", title, *(f"  • {item}" for item in items))


def _lasting(exercise: Exercise) -> str:
    """Return how long it lasts; where steps are played again for each row, one row's time, then all when rows are known."""
    again = _again(exercise)
    if not again:
        return duration(exercise.seconds) if exercise.seconds else ""
    once, rows = exercise.seconds - again, _rows(exercise)
    said = f"{f'{duration(once)}, puis ' if once else ''}{duration(again)} à chaque question ou affirmation"
    return f"{said}, soit {duration(_seconds(exercise))} pour les {rows}" if rows > 1 else said


def _seconds(exercise: Exercise) -> int:
    """Return how long the whole exercise lasts, in seconds; one row of those that the day will bring."""
    return exercise.seconds + max(0, _rows(exercise) - 1) * _again(exercise)


def _again(exercise: Exercise) -> int:
    return sum(step.seconds for step in exercise.steps if step.per_row)


def _rows(exercise: Exercise) -> int:
    found = statements_of(exercise)
    return len(found.rows) if found else 0


def _minutes(step: Step) -> str:
    laps = f" en {step.laps} tours" if step.laps > 1 else ""
    again = " chaque fois" if step.per_row else ""
    return f", {duration(step.seconds)}{laps}{again}" if step.seconds else ""


def _variants(found: Card) -> Iterator[str]:
    """Yield the variants, by the word that a day names them with."""
    if found.variants:
        yield from ("", "Variantes")
    for key, varied in found.variants.items():
        yield f"  • {key}{NBSP}: {varied.variant}, {duration(varied.seconds)}"


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f"Feuille{NBSP}: {sheet.title} ({CELLS[sheet.cell]})"
    rows = SOURCES[sheet.rows_from] if sheet.rows_from else ", ".join(row.title for row in sheet.rows)
    columns = SOURCES[sheet.columns_from] if sheet.columns_from else ", ".join(column.title for column in sheet.columns)
    yield f"  Lignes{NBSP}: {rows}"
    yield f"  Colonnes{NBSP}: {columns}"
    if sheet.marks:
        yield f"  Marques{NBSP}: {', '.join(f'{mark.sign} {mark.title}'.strip() for mark in sheet.marks)}"
    if sheet.axes:
        left, right, bottom, top = sheet.axes
        yield f"  Carte{NBSP}: à gauche, {left}{NBSP}; à droite, {right}{NBSP}; en bas, {bottom}{NBSP}; en haut, {top}"
