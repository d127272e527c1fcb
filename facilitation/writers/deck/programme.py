"""The running order of the day: one slide, or the morning and the afternoon, each with its hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time

from facilitation.synthesis import Line, Slot, Table
from facilitation.typography import NBSP, capitalised, hour_words, in_words
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.slides import Cell, Column, Slide, TableSlide

_MOST_ROWS = 7
_NOON = 12 * 60
_HOUR = re.compile(r"(\d{1,2})\sh(?:\s(\d{2}))?")
_LASTING = re.compile(r"(?:(\d+)\sh)?\s?(?:(\d+)(?:\smin)?)?")


def programme(table: Table) -> Iterator[Slide]:
    """Yield the running order: one slide, or the morning and the afternoon, each with its hours."""
    timed = len(table.columns) > 1
    halves = _halves(table.lines) if timed and len(table.lines) > _MOST_ROWS else [("", table.lines)]
    for half, lines in halves:
        count = -(-len(lines) // _MOST_ROWS)
        shared, more = divmod(len(lines), max(count, 1))
        start = 0
        for at in range(count):
            end = start + shared + (at < more)
            title = titles.numbered(_programme_title(half, lines, timed=timed), at + 1, count)
            yield _programme_slide(table, lines[start:end], title, timed=timed)
            start = end


def _halves(lines: tuple[Line, ...]) -> list[tuple[str, tuple[Line, ...]]]:
    hours = [_minutes_of_hour(line.slots[0].text) for line in lines]
    after = next((at for at, hour in enumerate(hours) if hour is not None and hour >= _NOON), len(lines))
    given = [("Le matin", lines[:after]), ("L’après-midi", lines[after:])]
    return [half for half in given if half[1]] if all(half[1] for half in given) else [("", lines)]


def _programme_title(half: str, lines: tuple[Line, ...], *, timed: bool) -> str:
    """Return « Le matin : cinq temps, de 9 h à 12 h », « Trois temps, 1 h 40 en tout », « Trois temps »."""
    steps = f"{in_words(len(lines))} temps"
    lasting = [_minutes_of_duration(line.slots[-1].text) for line in lines]
    span = ""
    if timed:
        first, last = (_minutes_of_hour(lines[at].slots[0].text) for at in (0, -1))
        if first is not None and last is not None and lasting[-1]:
            span = f", de {_hour(first)} à {_hour(last + lasting[-1])}"
    elif all(lasting):
        span = f", {wording.duration(60 * sum(lasting))} en tout"
    told = f"{steps}{span}"
    return f"{half}{NBSP}: {told}" if half else capitalised(told)


def _programme_slide(table: Table, lines: tuple[Line, ...], title: str, *, timed: bool) -> TableSlide:
    moments = Column(table.rows_title or "Temps", 616 if timed else 740, size=22)
    lasting = Column(table.columns[-1].title, 124, "right", 22)
    columns = (Column(table.columns[0].title, 124, size=22, bold=True, tone="accent"), moments, lasting)
    rows = tuple(
        (*((_time(line.slots[0], hour=True),) if timed else ()), Cell(line.title), _time(line.slots[-1])) for line in lines
    )
    return TableSlide(
        title=title,
        repere=titles.head("Déroulé"),
        columns=columns if timed else columns[1:],
        rows=rows,
        row_height=58 if len(rows) <= 5 else 44,
    )


def _time(slot: Slot, *, hour: bool = False) -> Cell:
    """Return an hour or a duration; a word in its place (« non précisée ») is set small."""
    words = wording.slot_words(slot)
    minutes = _minutes_of_hour(words)
    if hour and minutes is not None:
        return Cell(_hour(minutes))
    return Cell(words) if any(sign.isdecimal() for sign in words) else Cell(words, bold=False, tone="gris", size=16)


def _hour(minutes: int) -> str:
    """Return « 9 h », « 9 h 30 »."""
    return hour_words(time(minutes // 60 % 24, minutes % 60))


def _minutes_of_hour(text: str) -> int | None:
    found = _HOUR.fullmatch(text)
    return int(found[1]) * 60 + int(found[2] or 0) if found else None


def _minutes_of_duration(text: str) -> int:
    """Return the minutes of « 1 h 15 », « 30 min »; 0 for other words."""
    found = _LASTING.fullmatch(text)
    return int(found[1] or 0) * 60 + int(found[2] or 0) if found else 0
