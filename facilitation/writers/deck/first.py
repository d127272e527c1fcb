"""The first slides of a deck: cover, aims, context, who was there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitation.synthesis import Bullets, Section, Synthesis, Table
from facilitation.typography import NBSP, capitalised, folded
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.deck.lists import listed
from facilitation.writers.deck.tables import wide_enough
from facilitation.writers.measure import SPARE, line_count, text_width
from facilitation.writers.placing.frames import paras, stacked
from facilitation.writers.placing.grids import PADDING
from facilitation.writers.placing.holders import PLANS
from facilitation.writers.slides import Cell, Column, Cover, Objectives, Slide, TableSlide
from facilitation.writers.style import CONTENT_WIDTH, SMALLEST

MOST_AIMS = 3
MOST_COLUMNS = 6
_COUNTED = re.compile(r"(\d+)\s")
_HEAD_SIZE = 16.0
_FIRST = (180.0, 270.0)  # the least and the most of the column of groups
_NARROWEST = 90.0
_ASIDE = re.compile(r"\s*\([^)]*\)")
_COVER_SIZE = 28  # the smallest a title of cover is set in
_COVER_LINES = 4


def cover(synthesis: Synthesis) -> Cover:
    """Return the first slide; a title that a slide cannot hold is whole in the notes."""
    title, subtitle = wording.titles(synthesis)
    when = ", ".join(filter(None, (synthesis.overtitle, synthesis.when, synthesis.place)))
    notes = (synthesis.title, synthesis.subtitle, when, synthesis.organisation, synthesis.kind)
    return Cover(
        title=titles.shortened(title or synthesis.title or synthesis.kind, 790, _COVER_SIZE, _COVER_LINES),
        subtitle=titles.shortened(subtitle, 716, 18, 2, bold=False) if subtitle else "",
        when=titles.shortened(when, 680, 14),
        notes="\n".join(filter(None, notes)),
    )


def aims(bullets: Bullets, notes: str = "") -> Iterator[Slide]:
    """Yield the aims of the day: over people when they are few and short, else a list."""
    count = len(bullets.items)
    name = "objectif" if folded(bullets.title).startswith("objectif") else ""
    title = f"{capitalised(titles.things(count, name, feminine=False))} pour la journée" if name else bullets.title
    items = tuple(item.text for item in bullets.items)
    holder = PLANS["Objectifs"]["Objectifs"]
    smallest = holder.face.at(24)
    if 0 < count <= MOST_AIMS and stacked(paras(items, smallest), holder.box.w) <= holder.box.h:
        yield Objectives(title=titles.numbered(title), items=items, repere=titles.head("Objectifs"), notes=notes)
    else:
        yield from listed(title, items, repere=titles.head("Objectifs"), ordered=True, notes=notes)


def context(bullets: Bullets) -> Iterator[Slide]:
    """Yield why the day is held."""
    items = tuple(item.text for item in bullets.items)
    title = "Pourquoi cette journée" if folded(bullets.title) == "contexte" else bullets.title
    yield from listed(title, items, repere=titles.head("Rappel du contexte"))


def composition(section: Section) -> Iterator[Slide]:
    """Yield who was there: counts in a table, with who the others are; lists when nobody counted."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    details = [block for block in section.blocks if isinstance(block, Bullets)]
    repere = titles.head(section.title)
    for table in tables:
        if len(table.columns) <= MOST_COLUMNS:
            notes = "\n".join(
                f"{block.title}{NBSP}: {f'{NBSP}; '.join(item.text for item in block.items)}" for block in details
            )
            yield _people(table, repere, others(table, details), notes)
    if not any(len(table.columns) <= MOST_COLUMNS for table in tables):
        for block in details:
            yield from listed(block.title, tuple(item.text for item in block.items), repere=repere)


def _on_a_line(note: str) -> str:
    """Return a note without what stands in brackets when it is too long for a line; the notes hold it whole."""
    fits = line_count(note, CONTENT_WIDTH * SPARE, SMALLEST) == 1
    return note if fits else titles.shortened(_ASIDE.sub("", note), CONTENT_WIDTH, SMALLEST, bold=False)


def _people(table: Table, repere: str, note: str, notes: str) -> TableSlide:
    widths = _widths(table)
    heads = [
        Column(column.label, width, "right", 28, bold=at == len(table.columns))
        for at, (column, width) in enumerate(zip(table.columns, widths[1:], strict=True), start=1)
    ]
    one_line = all(text_width(line.title, 20, bold=True) <= (widths[0] - 2 * PADDING[0]) * SPARE for line in table.lines)
    rows = tuple(
        (Cell(line.title, bold=True), *(Cell(wording.slot_words(slot), bold=line.total or None) for slot in line.slots))
        for line in table.lines
    )
    return TableSlide(
        title=titles.numbered(table.message or table.title),
        repere=repere,
        columns=(Column(table.rows_title or "Groupe", widths[0], size=20 if one_line else 18, bold=True), *heads),
        rows=rows,
        row_height=70,
        head_height=44,
        head_size=_HEAD_SIZE,
        total=bool(table.lines) and table.lines[-1].total,
        note=_on_a_line(note) if note else "",
        notes="\n".join(filter(None, (notes, note))),
    )


def _widths(table: Table) -> list[float]:
    """Return the widths of the first column and of the others, each wide enough for the longest word of its head."""
    wanted = [wide_enough(column.label, _HEAD_SIZE, _NARROWEST) for column in table.columns]
    first = max(_FIRST[0], min(_FIRST[1], CONTENT_WIDTH - sum(wanted)))
    more = (CONTENT_WIDTH - first - sum(wanted)) / max(len(wanted), 1)
    return [first, *(width + more for width in wanted)]


def others(table: Table, details: list[Bullets]) -> str:
    """Return « Autres : représentant de la CPAM, … » when what the groups detail says who the others are, else ''.

    Each group's detail has a line for each kind of actor it counts, then its others: their sum must be what the table counts.
    """
    kinds = [column.title for column in table.columns]
    lines = [line for line in table.lines if not line.total]
    if "Autres" not in kinds or len(details) != len(lines):
        return ""
    place, found = kinds.index("Autres"), []
    for line, block in zip(lines, details, strict=True):
        if not block.title.endswith(line.title):
            return ""
        counts = [int(slot.text) if slot.text.isdecimal() else 0 for slot in line.slots]
        told = [item.text for item in block.items][sum(count > 0 for count in counts[:place]) :]
        numbers = [int(number[1]) if (number := _COUNTED.match(text)) else 0 for text in told]
        if sum(numbers) != counts[place]:
            return ""
        found += [text.removeprefix("1 ") for text in told]
    return wording.ended(f"Autres{NBSP}: {', '.join(found)}") if found else ""
