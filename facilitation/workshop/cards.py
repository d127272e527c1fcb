"""The library as text: a line each, or one card whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from facilitation.errors import FacilitationError
from facilitation.exercise import Exercise
from facilitation.library import Card, Listed, exercises, find_exercise, read_card, read_exercise
from facilitation.reporting import duration
from facilitation.sheet import Cell, Sheet, Source
from facilitation.typography import NBSP

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
    lasting = duration(exercise.seconds) if exercise.seconds else ""
    moment, use = (exercise.moment or "", exercise.use or "")
    minutes = -(-exercise.seconds // 60)
    return Brief(listed.key, exercise.title, lasting, exercise.aim, minutes, exercise.people, str(moment), str(use))


def _in_brief(listed: Listed) -> str:
    try:
        exercise = read_exercise(listed.path)
    except FacilitationError:
        return f"{listed.title}{NBSP}: facilitation verifier {listed.path}"
    lasting = f", {duration(exercise.seconds)}" if exercise.seconds else ""
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
        ("Effectif", exercise.size),
        ("Durée", duration(exercise.seconds) if exercise.seconds else ""),
        ("Source", exercise.source),
    )
    yield from (f"{name}{NBSP}: {value}" for name, value in facts if value)
    for title, items in (
        ("Matériel", exercise.material),
        ("Points d’attention", exercise.traps),
        ("À ne jamais garder", exercise.never),
    ):
        if items:
            yield from ("", title, *(f"  • {item}" for item in items))
    if exercise.steps:
        yield from ("", "Déroulé")
    for number, step in enumerate(exercise.steps, 1):
        yield f"  {number}. {step.title}" + (f", {duration(step.seconds)}" if step.seconds else "")
        if step.say:
            yield f"     Dire{NBSP}: {step.say}"
    for sheet in exercise.sheets:
        yield from ("", *_sheet(sheet))


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
