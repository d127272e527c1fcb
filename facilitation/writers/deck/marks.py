"""Marks on slides: rows × columns, each cell the marks it was given; three quarters of one mark is tinted, and said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitation.synthesis import Line, Share, Slot, Table
from facilitation.typography import NBSP
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.deck.tables import table_slides
from facilitation.writers.slides import Cell, Column, TableSlide
from facilitation.writers.style import CONTENT_WIDTH

_FIRST = 450.0  # points, of the column of rows, with up to four columns beside
_COLUMNS = 4
_NARROW = 270.0  # with one column, whose cells say the marks in words
_MAJORITY = 0.75
_ROW, _LABEL, _SIGNS = 49.0, 16.0, 20.0


def marks(table: Table, *, repere: str) -> Iterator[TableSlide]:
    """Yield a table of marks, four columns and as many rows as fit on a slide."""
    signed = all(share.sign for line in table.lines for slot in line.slots for share in slot.shares)
    places = range(len(table.columns))
    groups = (
        [tuple(places)]
        if len(places) <= _COLUMNS
        else [tuple(places[at : at + _COLUMNS]) for at in range(0, len(places), _COLUMNS)]
    )
    slides: list[TableSlide] = []
    for group in groups:
        columns = tuple(table.columns[at] for at in group)
        lines = tuple(replace(line, slots=tuple(line.slots[at] for at in group)) for line in table.lines)
        slides += table_slides(_slide(replace(table, columns=columns, lines=lines), repere, in_signs=signed))
    for at, slide in enumerate(slides, 1):
        title = f"{table.title}{NBSP}: {table.message[:1].lower()}{table.message[1:]}" if table.message else table.title
        yield replace(slide, title=titles.numbered(title, at, len(slides)))


def _slide(table: Table, repere: str, *, in_signs: bool) -> TableSlide:
    first = _FIRST if len(table.columns) > 1 else _NARROW
    width = (CONTENT_WIDTH - first) / max(len(table.columns), 1)
    in_words = len(table.columns) == 1 or not in_signs
    heads = (
        Column(titles.shortened(column.label, width - 16, 16, 3), width, "left" if in_words else "center", 18)
        for column in table.columns
    )
    return TableSlide(
        title=table.title,
        repere=repere,
        columns=(Column(table.rows_title or "Ligne", first, size=_LABEL, bold=True), *heads),
        rows=tuple((Cell(line.title, bold=True), *(_cell(slot, in_words) for slot in line.slots)) for line in table.lines),
        row_height=_ROW,
        head_size=16,
        note=_note(table, in_words),
        notes=_voices(table.lines),
    )


def _cell(slot: Slot, in_words: bool) -> Cell:
    if not slot.shares:
        return Cell(wording.slot_words(slot), bold=False, tone="gris", size=16)
    given = [share for share in slot.shares if share.count]
    most = max(given, key=lambda share: share.count)
    alone = [share for share in given if share.count == most.count] == [most]
    strong = _told(most, in_words) if alone else ""
    separator = ", " if in_words else "  "
    return Cell(
        separator.join(_told(share, in_words) for share in given),
        strong=strong,
        bold=False,
        size=18.0 if in_words else _SIGNS,
        fill="clair" if _has_majority(given) else "",
    )


def _told(share: Share, in_words: bool) -> str:
    return f"{share.count}{NBSP}{share.title[:1].lower()}{share.title[1:]}" if in_words else f"{share.count}{NBSP}{share.sign}"


def _has_majority(given: list[Share]) -> bool:
    total = sum(share.count for share in given)
    return total > 1 and max(share.count for share in given) >= _MAJORITY * total


def _note(table: Table, in_words: bool) -> str:
    """Return how to read the signs and the tint, when there are any."""
    slots = [slot for line in table.lines for slot in line.slots if slot.shares]
    scale = slots[0].shares if slots else ()
    signs = (
        "" if in_words else ", ".join(f"{share.sign}{NBSP}{share.title[:1].lower()}{share.title[1:]}" for share in scale) + ". "
    )
    tinted = any(_has_majority([share for share in slot.shares if share.count]) for slot in slots)
    return (signs + (f"Teinte{NBSP}: trois quarts des marques au moins sont la même." if tinted else "")).strip()


def _voices(lines: tuple[Line, ...]) -> str:
    """Return who marked what, for the notes."""
    told = []
    for line in lines:
        for slot in line.slots:
            said = [f"{voice.said[0].group}{NBSP}: {voice.text}" for voice in slot.voices if voice.said]
            told += [f"{line.title}{NBSP}: {'; '.join(said)}"] if said else []
    return "\n".join(told)
