"""Which cell of the day each question of a poll asks about: told by their common words, else by ``imports.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from facilitation.day import Day, Sequence
from facilitation.errors import InvalidAnswerError
from facilitation.library.exports.layouts import Place, Use
from facilitation.library.exports.poll import Poll
from facilitation.sheet import Cell, Column, Row, Sheet, checked_count, checked_value
from facilitation.typography import folded

_CUT = re.compile(r"\s*(?:::|: | \[|\[|\]| - | – | — | / | > | \| )\s*")
_GROUP = {"groupe", "votre groupe", "nom du groupe", "numero de groupe", "groupe d atelier"}


class _Fit(NamedTuple):
    score: int
    closed: bool  # the answers are among those of a closed list
    place: Place


def deduced(day: Day, poll: Poll) -> dict[str, Place]:
    """Return the place of each question, by title; an untold one when the words of the day do not say it for sure."""
    places = {question.title: _deduced(day, poll, rank) for rank, question in enumerate(poll.questions)}
    taken: dict[Place, list[str]] = {}
    for title, place in places.items():
        if place.sequence:
            taken.setdefault(place, []).append(title)
    # two questions for one cell: nothing says which is the other round
    twins = {title for titles in taken.values() if len(titles) > 1 for title in titles}
    return {title: Place() if title in twins else place for title, place in places.items()}


def cells_told(day: Day) -> Iterator[str]:
    """Yield a line a sheet of the day, with the words that name its cells."""
    for sequence in day.sequences:
        for sheet in sequence.exercise.sheets if sequence.exercise else ():
            rows = ", ".join(row.key for row in sheet.rows) or f"toute {sheet.row_name}"
            yield f"{sequence.key} / {sheet.key} : {rows} ; {', '.join(column.key for column in sheet.columns)}"


def _deduced(day: Day, poll: Poll, rank: int) -> Place:
    question = poll.questions[rank]
    values = poll.values(rank)
    if folded(question.title) in _GROUP and values and {folded(value) for value in values} <= _group_names(day):
        return Place(usage=Use.GROUP)
    parts = {folded(part) for part in _CUT.split(f"{question.context} > {question.title}")} - {""}
    parts |= {folded(question.title), folded(question.option)} - {""}
    fits = sorted(_fits(day, poll, rank, parts), key=lambda fit: (fit.score, fit.closed), reverse=True)
    if not fits or (len(fits) > 1 and fits[0][:2] == fits[1][:2]):
        return Place()
    return fits[0].place


def _group_names(day: Day) -> set[str]:
    return {folded(name) for group in day.groups for name in (group.key, group.name)}


def _fits(day: Day, poll: Poll, rank: int, parts: set[str]) -> Iterator[_Fit]:
    for sequence in day.sequences:
        for sheet in sequence.exercise.sheets if sequence.exercise else ():
            if not sheet.free_rows:
                yield from _sheet_fits(sequence, sheet, poll, rank, parts)


def _sheet_fits(sequence: Sequence, sheet: Sheet, poll: Poll, rank: int, parts: set[str]) -> Iterator[_Fit]:
    above = _meets(parts, sequence.title) + _meets(parts, sheet.title)
    rounds = [number for number in range(1, sheet.rounds + 1) if _meets(parts, sheet.round_title(number))]
    for row in sheet.rows:
        of_row = _line_score(parts, row)
        for column in (None, *sheet.columns) if sheet.cell is Cell.COUNT else sheet.columns:
            of_column = _line_score(parts, column) if column else 0
            if column and not sheet.asks(row, column):
                continue
            read = column is not None and folded(sheet.sentence(row, column)) in parts and bool(sheet.phrase)
            is_row = of_row or len(sheet.rows) == 1 or read
            is_column = column is None or of_column or len(sheet.columns) == 1 or read
            score = above + of_row + of_column + 3 * read + len(rounds[:1])
            if is_row and is_column and score and _hold(sheet, column, poll, rank):
                tour = str(rounds[0]) if rounds and sheet.rounds > 1 else ""
                place = Place("", sequence.key, sheet.key, tour, "", row.key, column.key if column else "")
                yield _Fit(score, sheet.cell is not Cell.IDEAS and sheet.cell is not Cell.TEXT, place)


def _meets(parts: set[str], title: str) -> int:
    return int(bool(folded(title)) and folded(title) in parts)


def _line_score(parts: set[str], line: Row | Column) -> int:
    return int(any(_meets(parts, name) for name in (line.title, line.short, line.phrase, line.key)))


def _hold(sheet: Sheet, column: Column | None, poll: Poll, rank: int) -> bool:
    """Return whether the cell can hold every answer to the question; some must be there to tell a closed list."""
    values = poll.values(rank)
    ticked = bool(values) and poll.is_ticked(rank)
    try:
        if sheet.cell is not Cell.COUNT:
            return not ticked and all(checked_value(sheet, value) != "" for value in values)
        if column is None:
            return bool(values) and all(chosen(sheet, value) for value in values)
        return ticked or (bool(values) and all(checked_count(value) >= 0 for value in values))
    except InvalidAnswerError:
        return False


def chosen(sheet: Sheet, value: str) -> list[Column]:
    """Return the columns that an answer names, several of them apart by « ; » or « , »; none when a part names none.

    A title may hold a comma: the longest are looked for first.
    """
    names = {folded(name): column for column in sheet.columns for name in (column.key, column.short, column.title) if name}
    whole = names.get(folded(value))
    if whole is not None:
        return [whole]
    found: list[Column] = []
    rest = value.strip()
    titles = sorted(
        (title for column in sheet.columns for title in (column.title, column.short) if title), key=len, reverse=True
    )
    while rest:
        title = next((each for each in titles if each and _starts(rest, each)), None)
        if title is None:
            return []
        found.append(names[folded(title)])
        rest = rest[len(title) :].lstrip(" \u00a0;,")
    return found


def _starts(rest: str, title: str) -> bool:
    """Return whether a list of answers begins with this one, whole."""
    after = rest[len(title) :].lstrip(" \u00a0")
    return folded(rest[: len(title)]) == folded(title) and (not after or after[0] in ";,")
