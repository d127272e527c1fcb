"""A map of words on slides: a chart of points with its poles in words, then its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitation.synthesis import Line, Table
from facilitation.typography import NBSP
from facilitation.writers.deck import titles
from facilitation.writers.deck.tables import table_slides
from facilitation.writers.slides import Cell, Column, MapSlide, Place, Slide, TableSlide
from facilitation.writers.style import CONTENT_WIDTH

_LABELLED = 12  # points whose words can stand beside them
_LONGEST_LABEL = 22
_WORD, _COUNT, _ROW, _SIZE = 400.0, 124.0, 36.0, 18.0


def word_map(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield the map when anything was placed, its points numbered when they are too many or too long for their words."""
    placed = [line for line in table.lines if line.slots[0].point is not None]
    numbered = len(placed) > _LABELLED or any(len(line.label) > _LONGEST_LABEL for line in placed)
    title = f"{table.title}{NBSP}: {table.message}"
    if placed and table.poles:
        left, right, bottom, top = table.poles
        yield MapSlide(
            title=title,
            repere=repere,
            top=top,
            right=right,
            bottom=bottom,
            left=left,
            places=tuple(_place(line, str(number) if numbered else line.label) for number, line in enumerate(placed, 1)),
            message=f"{table.title}{NBSP}: {table.message}, de {left} à {right}, de {bottom} à {top}.",
            note="Les numéros renvoient au tableau qui suit." if numbered else "",
        )
    yield from _table(table, placed, repere, numbered=numbered)


def _place(line: Line, label: str) -> Place:
    x, y = line.slots[0].point or (0.0, 0.0)
    return Place(label, 5 + x / 20, 5 + y / 20)


def _table(table: Table, placed: Sequence[Line], repere: str, *, numbered: bool) -> Iterator[Slide]:
    """Yield where each word stands, in words: what the chart shows, for who cannot see it."""
    numbers = {line.title: number for number, line in enumerate(placed, 1)} if numbered else {}
    rows = []
    for line in table.lines:
        slot = line.slots[0]
        number = f"{numbers[line.title]}.{NBSP}" if line.title in numbers else ""
        where = Cell(slot.text) if slot.text else Cell(slot.empty, tone="gris")
        groups = f"{len(slot.voices)}" if slot.voices else "0"
        rows.append((Cell(f"{number}{line.title}", bold=True), where, Cell(groups)))
    width = CONTENT_WIDTH - _WORD - _COUNT
    slide = TableSlide(
        title=table.title,
        repere=repere,
        columns=(
            Column(table.rows_title or "Mot", _WORD, size=_SIZE, bold=True),
            Column("Place", width, size=_SIZE),
            Column("Placements", _COUNT, "right", _SIZE),
        ),
        rows=tuple(rows),
        row_height=_ROW,
        head_size=16,
    )
    slides = list(table_slides(slide))
    for at, page in enumerate(slides, 1):
        yield replace(page, title=titles.numbered(f"{table.title}{NBSP}: où chaque mot est placé", at, len(slides)))
