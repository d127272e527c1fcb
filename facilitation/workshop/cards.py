"""The library as text: a line each, or one card whole."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.exercise import Exercise
from facilitation.library import exercises, find_exercise, read_exercise
from facilitation.reporting import duration
from facilitation.sheet import Cell, Sheet, Source
from facilitation.typography import NBSP

CELLS = {Cell.COUNT: "un effectif par case", Cell.IDEAS: "des idées dans chaque case"}
SOURCES = {
    Source.ACTORS: "un par type d’acteur de la journée",
    Source.GROUPS: "un par groupe de la journée",
    Source.DAY: "donnés par la journée",
    Source.FREE: "ajoutés pendant l’exercice",
}


def catalogue() -> str:
    """Return one line an exercise: its key, its title, its minutes, its aim."""
    cards = [read_exercise(listed.path) for listed in exercises()]
    width = max(len(card.key) for card in cards)
    return "\n".join(f"{card.key:<{width}}  {card.title}, {duration(card.seconds)}. {card.aim}" for card in cards)


def card(name: str) -> str:
    """Return one card whole, ready to read or print.

    Raises:
        FacilitationError: no exercise of that name (the nearest one is said), or its file is wrong.
    """
    return "\n".join(_lines(read_exercise(find_exercise(name))))


def _lines(exercise: Exercise) -> Iterator[str]:
    yield f"{exercise.title} ({exercise.key})"
    facts = (
        ("But", exercise.aim),
        ("Effectif", exercise.size),
        ("Durée", duration(exercise.seconds)),
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


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f"Feuille{NBSP}: {sheet.title} ({CELLS[sheet.cell]})"
    rows = SOURCES[sheet.rows_from] if sheet.rows_from else ", ".join(row.title for row in sheet.rows)
    columns = SOURCES[sheet.columns_from] if sheet.columns_from else ", ".join(column.title for column in sheet.columns)
    yield f"  Lignes{NBSP}: {rows}"
    yield f"  Colonnes{NBSP}: {columns}"
