"""A map of words on slides: a chart of points with its poles in words, then its table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from facilitation.synthesis import Line, Table
from facilitation.typography import NBSP
from facilitation.writers.deck import titles
from facilitation.writers.deck.tables import table_slides
from facilitation.writers.placing.maps import drawn
from facilitation.writers.slides import Cell, Column, MapSlide, Place, Slide, TableSlide
from facilitation.writers.style import CONTENT_WIDTH

_FEWEST_OF_A_MEAN = 5  # placed words
_WORD, _COUNT, _ROW, _SIZE = 400.0, 124.0, 36.0, 18.0


def word_map(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield the map when anything was placed, its points numbered when their words have no room, then its table."""
    placed = [line for line in table.lines if line.slots[0].point is not None]
    numbers: dict[str, int] = {}
    if placed and table.poles:
        left, right, bottom, top = table.poles
        title = titles.told(table.title, table.message)
        slide = MapSlide(
            title=titles.numbered(title),
            repere=repere,
            top=top,
            right=right,
            bottom=bottom,
            left=left,
            places=(*(_place(line) for line in placed), *_mean(placed)),
            message=f"{title}, de {left} à {right}, de {bottom} à {top}.",
            note="Les numéros renvoient au tableau qui suit.",
        )
        numbers = dict(zip((line.title for line in placed), drawn(slide).numbers, strict=False))
        yield slide
    yield from _table(table, numbers, repere)


def _place(line: Line) -> Place:
    x, y = line.slots[0].point or (0.0, 0.0)
    return Place(line.label, 5 + x / 20, 5 + y / 20)


def _mean(placed: Sequence[Line]) -> Iterator[Place]:
    """Yield where the words stand on the whole, when they are several."""
    if len(placed) >= _FEWEST_OF_A_MEAN:
        places = [_place(line) for line in placed]
        x, y = (sum(values) / len(places) for values in ([place.x for place in places], [place.y for place in places]))
        yield Place("point moyen", x, y, mean=True)


def _table(table: Table, numbers: Mapping[str, int], repere: str) -> Iterator[Slide]:
    """Yield where each word stands, in words: what the chart shows, for who cannot see it."""
    rows = []
    for line in sorted(table.lines, key=lambda line: numbers.get(line.title, len(table.lines))):
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
        yield replace(page, title=titles.numbered(titles.told(table.title, "où chaque mot est placé"), at, len(slides)))
