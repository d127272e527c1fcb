"""One table as Word writes it: widths, head repeated on each page, rows that hold together, a row too tall made two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitation.typography import NBSP, plural
from facilitation.writers.docx.xml import one_line, paragraph, run
from facilitation.writers.measure import LINE, line_count

TALLEST = 453.0  # points, 16 cm: no row is taller
LANDSCAPE_PAGE = 500.0  # points between the margins
CLOSING = 24.0  # points: the note that ends a page in landscape
TOGETHER = 240.0  # points: under it, a table is not cut between two pages
PADDING = 10.0  # left and right in a cell, points
EDGES = 7.0  # over and under, points
EXHAUSTED = "liste complète plus haut"


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of a cell, and the height it takes, in points."""

    style: str
    runs: str
    height: float

    def xml(self, *, keep: bool) -> str:
        """Return its ``w:p``; ``keep`` holds it on the page of what follows."""
        return paragraph(self.style, self.runs, "<w:keepNext/>" if keep else "")


Cell = Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, and whether the first one is a title that a cut row repeats with (1/2)."""

    cells: tuple[Cell, ...]
    title: str = ""
    title_style: str = ""

    @property
    def height(self) -> float:
        """The height of the tallest cell, padding included."""
        return EDGES + max(sum(piece.height for piece in cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Head:
    """One column's head; ``width`` in points."""

    text: str
    width: float
    number: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """What a page leaves to a row, in points: the first one stands under what opens the table."""

    first: float = TALLEST
    others: float = TALLEST


def landscape_room(heads: Sequence[Head], size: float, above: float) -> Room:
    """Return what a page in landscape leaves to a row, under a repeated head; ``above`` is what stands over the table."""
    lines = max(line_count(head.text, head.width - PADDING, size, bold=True) for head in heads)
    left = LANDSCAPE_PAGE - CLOSING - (lines * size * LINE + 9)
    return Room(min(TALLEST, left - above), min(TALLEST, left))


def grid(
    heads: Sequence[Head],
    rows: Iterable[Row],
    title: str,
    *,
    dense: bool = False,
    total: bool = False,
    room: Room | None = None,
) -> str:
    """Return a ``w:tbl`` in style « Atelier »; ``total`` says that the last row is a sum."""
    room = room or Room()
    whole = [part for at, row in enumerate(rows) for part in _parts(row, room if at == 0 else Room(room.others, room.others))]
    together = sum(row.height for row in whole) < TOGETHER
    last = len(whole) - 1
    body = [_row(row, keep=together and at < last, heads=heads) for at, row in enumerate(whole)]
    return f"<w:tbl>{_properties(heads, title, len(whole), total=total)}{_head_row(heads, dense=dense)}{''.join(body)}</w:tbl>"


def piece(
    text: str, style: str, size: float, width: float, *, indent: float = 0, after: float = 0, bold: bool = False, runs: str = ""
) -> Piece:
    """Return a paragraph of a cell ``width`` points wide; ``runs`` are those of ``text`` when it holds a link."""
    lines = line_count(text, width - PADDING - indent, size, bold=bold)
    return Piece(style, runs or run(text), lines * size * LINE + after)


def _parts(row: Row, room: Room) -> list[Row]:
    """Return the row, or the rows it becomes when it is taller than its page allows: « (1/2) », « (2/2) »."""
    if row.height <= room.first:
        return [row]
    runs = [_runs(cell, room) for cell in row.cells]
    count = max(map(len, runs))
    rows = []
    for part in range(count):
        cells = [pieces[part] if part < len(pieces) else _exhausted(pieces[-1][-1]) for pieces in runs]
        if row.title and count > 1:
            cells[0] = [Piece(row.title_style, run(f"{row.title} ({part + 1}/{count})"), row.cells[0][0].height)]
        rows.append(Row(tuple(cells)))
    return rows


def _runs(cell: Cell, room: Room) -> list[list[Piece]]:
    """Return the pieces of a cell in runs that each fit; a piece taller than that stays whole, alone."""
    runs: list[list[Piece]] = [[]]
    used = EDGES
    for one in cell:
        if runs[-1] and used + one.height > (room.first if len(runs) == 1 else room.others):
            runs.append([])
            used = EDGES
        runs[-1].append(one)
        used += one.height
    return runs


def _exhausted(like: Piece) -> list[Piece]:
    style = "TableauVideDense" if like.style.endswith("Dense") else "TableauVide"
    return [Piece(style, run(EXHAUSTED), 12)]


def _properties(heads: Sequence[Head], title: str, rows: int, *, total: bool) -> str:
    columns = ", ".join(head.text for head in heads)
    described = f"{plural(rows, 'ligne')} et {plural(len(heads), 'colonne')}{NBSP}: {columns}."
    widths = [round(head.width * 20) for head in heads]
    columns_xml = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = "0660" if total else "0620"
    return (
        f'<w:tblPr><w:tblStyle w:val="Atelier"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look}" w:firstRow="1" w:lastRow="{int(total)}" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{one_line(title)}"/><w:tblDescription w:val="{one_line(described)}"/></w:tblPr>'
        f"<w:tblGrid>{columns_xml}</w:tblGrid>"
    )


def _head_row(heads: Sequence[Head], *, dense: bool) -> str:
    suffix = "Dense" if dense else ""
    cells = "".join(
        _cell(head, paragraph(f"TableauTete{'Nombre' if head.number else ''}{suffix}", run(head.text))) for head in heads
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(row: Row, *, keep: bool, heads: Sequence[Head]) -> str:
    cells = "".join(
        _cell(head, "".join(one.xml(keep=keep) for one in cell)) for head, cell in zip(heads, row.cells, strict=True)
    )
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if row.height <= TALLEST + 10 else ""  # a page cannot hold a taller one
    return f"<w:tr>{whole}{cells}</w:tr>"


def _cell(head: Head, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{round(head.width * 20)}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
