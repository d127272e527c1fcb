"""Marks, places and texts of several days, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitation.cells.marque import marks
from facilitation.cells.place import places
from facilitation.cells.texte import texts
from facilitation.reporting.together.figures import Rows, slots_of
from facilitation.reporting.together.ideas import cells, named, title
from facilitation.reporting.together.laying import Told
from facilitation.reporting.together.pairing import Pair, present
from facilitation.sheet import Column
from facilitation.synthesis import Heading, Line, Share, Slot, Table
from facilitation.typography import NBSP, folded, plural


def marked(pair: Pair) -> Iterator[Table]:
    """Yield a sheet of marks, one table a column of the sheet, the days across."""
    shown = [
        slots_of(copy, marks(replace(copy.filled, sheet=replace(copy.filled.sheet, ranked=False)))) for copy in pair.copies
    ]
    heads = tuple(Heading(copy.told.label) for copy in pair.copies)
    scale = tuple(Share(mark.title, mark.sign, 0, mark.weight) for mark in pair.sheet.marks)
    for column in pair.columns:
        lines = tuple(
            Line(title(rows), tuple(_marks(pair, rows, column, shown)), short=present(rows)[-1].short) for rows in pair.rows
        )
        about = f"{pair.sheet.title}{NBSP}: {title(column)}" if len(pair.columns) > 1 else pair.sheet.title
        key = f"ensemble-{pair.copies[-1].filled.sequence}-{pair.sheet.key}-{present(column)[-1].key}"
        yield Table(key, about, heads, lines, pair.sheet.rows_title, figure="marques", scale=scale)


def _marks(
    pair: Pair, rows: Rows, column: tuple[Column | None, ...], shown: Sequence[dict[str, tuple[Slot, ...]]]
) -> Iterator[Slot]:
    for copy, cell, slots in zip(pair.copies, cells(pair, rows, column), shown, strict=True):
        if cell is None:
            yield Slot(empty="Non posé", asked=False)
        else:
            yield _named(slots[cell[0].key][copy.filled.sheet.columns.index(cell[1])], copy.told)


def _named(slot: Slot, told: Told) -> Slot:
    return replace(
        slot,
        voices=tuple(named(voice, told) for voice in slot.voices),
        items=tuple(named(one, told) for one in slot.items),
    )


def mapped(pair: Pair) -> Table:
    """Return one map with the words of all the days, each under its day."""
    shown = [(copy, slots_of(copy, places(copy.filled))) for copy in pair.copies]
    lines = tuple(
        Line(f"{title(rows)} ({copy.told.label})", tuple(_named(slot, copy.told) for slot in slots[row.key]))
        for rows in pair.rows
        for (copy, slots), row in zip(shown, rows, strict=True)
        if row is not None
    )
    first = places(pair.copies[-1].filled)
    placed = sum(line.slots[0].point is not None for line in lines)
    told = f"{plural(placed, 'place donnée', 'places données')} sur {len(lines)}"
    return replace(first, key=f"ensemble-{first.key}", lines=lines, message=told)


def written(pair: Pair) -> Iterator[Table]:
    """Yield the texts of several days, field by field: one form when the rows are its fields, else one a row."""
    if len(pair.columns) == 1:
        lines = tuple(line for rows in pair.rows for line in _texts(pair, rows, pair.columns[0], title(rows)))
        yield _form(pair, pair.sheet.title, lines)
        return
    for rows in pair.rows:
        fields = (line for column in pair.columns for line in _texts(pair, rows, column, title(column)))
        yield _form(pair, f"{pair.sheet.title}{NBSP}: {title(rows)}", tuple(fields))


def _texts(pair: Pair, rows: Rows, column: tuple[Column | None, ...], about: str) -> Iterator[Line]:
    """Yield what each day wrote in a field."""
    for copy, cell in zip(pair.copies, cells(pair, rows, column), strict=True):
        if cell is not None:
            slot = slots_of(copy, texts(copy.filled))[cell[0].key][copy.filled.sheet.columns.index(cell[1])]
            yield Line(f"{about}, {copy.told.label}", (_named(slot, copy.told),))


def _form(pair: Pair, about: str, lines: tuple[Line, ...]) -> Table:
    key = f"ensemble-{pair.copies[-1].filled.sequence}-{pair.sheet.key}-{folded(about).replace(' ', '-')}"
    return Table(key, about, (Heading("Réponse"),), lines, rows_title="Rubrique", figure="formulaire")
