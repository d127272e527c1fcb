"""Tables of the synthesis → tables of the page: which columns, how wide, what each cell holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from facilitation.synthesis import Item, Line, Poll, Shared, Slot, Table
from facilitation.writers import tracing, wording
from facilitation.writers.docx.flow import LANDSCAPE_WIDTH, PORTRAIT_WIDTH
from facilitation.writers.docx.grid import PADDING, Cell, Head, Piece, Room, Row, grid, landscape_room, piece
from facilitation.writers.docx.links import idea, origin, origin_words
from facilitation.writers.docx.styles import DENSE_SIZE, TABLE_SIZE
from facilitation.writers.docx.widths import NARROWEST, longest_word, natural_widths, settled_widths, shared_widths
from facilitation.writers.measure import text_width
from facilitation.writers.tracing import Traces

MOST_HEAD_LINES = 4
MANY_NUMBERS = 8  # columns: short texts are set smaller
LANDSCAPE_FROM = 6  # columns, the rows' title included
MOST_COLUMNS = 8  # of ideas in one table: under 3 cm each, lists cannot be read
MOST_SETTLED = 1000  # ideas: beyond, the proportion is enough
LEAST_TITLES = 0.4  # of the width, for titles of rows that wrap beside numbers
MOST_NUMBER = 62.0  # points: a column of numbers needs no more
ORIGIN_SHARE = 0.28  # of the width, for what was kept, beside who said it


class Drawn:
    """A table being drawn: its width, its sizes, its columns."""

    def __init__(self, table: Table, columns: Sequence[int], traces: Traces) -> None:
        self.table = table
        self.traces = traces
        self.columns = columns
        self.numbers = wording.is_numbers(table)
        self.origin = table.figure == "annexe" and len(columns) == 1
        self.dense = self.origin or len(columns) + 1 >= (MANY_NUMBERS if self.numbers else LANDSCAPE_FROM)
        self.size = DENSE_SIZE if self.dense else TABLE_SIZE
        self.suffix = "Dense" if self.dense else ""
        self.heads = (table.rows_title or "Ligne", *(table.columns[at].title for at in columns))
        natural = (self._natural() or self._beside()) if self.numbers else None
        self.wide = natural is None and len(columns) + 1 >= LANDSCAPE_FROM
        self.room = (LANDSCAPE_WIDTH if self.wide else PORTRAIT_WIDTH) / 20
        self.widths = natural or self._shared()

    def xml(self, title: str, above: float) -> str:
        """Return the table, under ``above`` points of headings."""
        figures = [False, *map(self._is_figures, self.columns)]
        heads = [Head(*parts) for parts in zip(self.heads, self.widths, figures, strict=True)]
        rows = (self._row(line, heads) for line in self.table.lines)
        total = bool(self.table.lines) and self.table.lines[-1].total
        room = landscape_room(heads, self.size, above) if self.wide else Room()
        return grid(heads, rows, title, dense=self.dense, total=total, room=room)

    def _is_figures(self, at: int) -> bool:
        slots = [line.slots[at] for line in self.table.lines]
        figures = [wording.is_figure(slot.text) for slot in slots if slot.text]
        return self.numbers and bool(figures) and all(figures)

    def _row(self, line: Line, heads: Sequence[Head]) -> Row:
        style = f"TableauLigne{self.suffix}"
        first = piece(line.title, style, self.size, heads[0].width, bold=True)
        return Row(([first], *self._cells(line, heads[1:])), line.title, style)

    def _cells(self, line: Line, heads: Sequence[Head]) -> Iterator[Cell]:
        if self.origin:
            yield [origin_piece(words, item, heads[0].width, self.traces) for words, item in tracing.origins(line)]
            return
        if self.table.figure == "formulaire":
            yield from (written_pieces(line.slots[at], head.width) for at, head in zip(self.columns, heads, strict=True))
            return
        for at, head in zip(self.columns, heads, strict=True):
            yield slot_pieces(line.slots[at], head.width, dense=self.dense, number=head.number, traces=self.traces)

    def _natural(self) -> list[float] | None:
        """Return the widths at which short cells do not wrap, under heads made shorter, then wrapped, if need be; else None."""
        table = self.table
        cells = [[wording.slot_words(line.slots[at]) for line in table.lines] for at in self.columns]
        columns = ([line.title for line in table.lines], *cells)
        shorter = (self.heads[0], *(table.columns[at].label for at in self.columns))
        for lines, heads in product((1, 2, MOST_HEAD_LINES), (self.heads, shorter)):
            wanted = [
                max(_widest(texts, self.size), _head_width(head, self.size, lines))
                for head, texts in zip(heads, columns, strict=True)
            ]
            if natural := natural_widths(wanted, PORTRAIT_WIDTH / 20):
                self.heads = heads
                return natural
        return None

    def _beside(self) -> list[float] | None:
        """Return columns of numbers as narrow as their heads allow, and all the rest for long titles of rows; else None."""
        table, room = self.table, PORTRAIT_WIDTH / 20
        if not all(map(self._is_figures, self.columns)):
            return None
        heads = [table.columns[at].title for at in self.columns]
        cells = [[wording.slot_words(line.slots[at]) for line in table.lines] for at in self.columns]
        numbers = [
            max(longest_word(text, self.size, bold=True) for text in (head, *texts)) + PADDING + 5
            for head, texts in zip(heads, cells, strict=True)
        ]
        if sum(numbers) > room * (1 - LEAST_TITLES):
            return None
        even = max(*numbers, min(MOST_NUMBER, room * (1 - LEAST_TITLES) / len(numbers)))
        widths = [even] * len(numbers) if even * len(numbers) <= room * (1 - LEAST_TITLES) else numbers
        self.heads = (self.heads[0], *heads)
        return [room - sum(widths), *widths]

    def _shared(self) -> list[float]:
        """Return widths that follow what the columns hold."""
        weights = [sum(len(line.title) for line in self.table.lines), *map(self._signs, self.columns)]
        least = [NARROWEST] * len(weights)
        if self.origin:
            return [self.room * ORIGIN_SHARE, self.room * (1 - ORIGIN_SHARE)]
        if len(self.columns) == 1:
            least = [self.room * ORIGIN_SHARE] * 2
        least = [max(width, longest_word(head, self.size, bold=True)) for width, head in zip(least, self.heads, strict=True)]
        widths = shared_widths(weights, least, self.room)
        return settled_widths(widths, least, self._heights) if self.table.ideas <= MOST_SETTLED else widths

    def _heights(self, column: int, width: float) -> list[float]:
        """Return how high each row of a column stands at a width; column 0 is the rows' titles."""
        if column == 0:
            return [piece(line.title, "", self.size, width, bold=True).height for line in self.table.lines]
        slots = (line.slots[self.columns[column - 1]] for line in self.table.lines)
        return [sum(one.height for one in slot_pieces(slot, width, dense=self.dense)) for slot in slots]

    def _signs(self, at: int) -> int:
        slots = [line.slots[at] for line in self.table.lines]
        return sum(sum(len(item.text) + 12 for item in slot.items) or len(wording.slot_words(slot)) for slot in slots)


def drawn_tables(table: Table, traces: Traces) -> list[tuple[str, Drawn]]:
    """Return the tables that tell this one, each with its title: one, or several when it has too many columns to be read."""
    columns = range(len(table.columns))
    most = len(columns) if wording.is_numbers(table) else MOST_COLUMNS
    count = -(-len(columns) // most) if columns else 0
    runs = [columns[len(columns) * part // count : len(columns) * (part + 1) // count] for part in range(count)]
    return [
        (f"{table.title} ({at}/{count})" if count > 1 else table.title, Drawn(table, run, traces))
        for at, run in enumerate(runs, 1)
    ]


def facing_grid(facing: wording.Facing, traces: Traces) -> str:
    """Return two cells of a matrix side by side under their own sentences (one alone when nothing is across)."""
    return side_by_side([cell.title for cell in facing.cells], [cell.slot for cell in facing.cells], facing.title, traces)


def side_by_side(heads: Sequence[str], slots: Sequence[Slot], title: str, traces: Traces) -> str:
    """Return one row of slots under their heads, each as wide as the others."""
    columns = [Head(head, PORTRAIT_WIDTH / 20 / len(heads)) for head in heads]
    cells = tuple(slot_pieces(slot, head.width, traces=traces) for slot, head in zip(slots, columns, strict=True))
    return grid(columns, [Row(cells)], title)


def shared_grid(shared: Shared, title: str) -> str:
    """Return who shares what: common to all, to some, each one's own."""
    room = PORTRAIT_WIDTH / 20
    heads = [Head("Partagé par", room * ORIGIN_SHARE), Head(shared.title, room * (1 - ORIGIN_SHARE))]
    rows = [
        Row(
            (
                [piece(name, "TableauLigne", TABLE_SIZE, heads[0].width, bold=True)],
                [bullet(text, heads[1].width) for text in texts] or slot_pieces(Slot(), heads[1].width),
            ),
            name,
            "TableauLigne",
        )
        for name, texts in wording.sharing(shared)
    ]
    return grid(heads, rows, title)


def counts_grid(poll: Poll, title: str) -> str:
    """Return the counts of a statement as a table: a row a position, a column a round, then the sums."""
    gestures = any(position.gesture for position in poll.positions)
    rounds = [wording.round_name(poll, tally) for tally in poll.tallies]
    heads = ["Position", *(["Geste"] if gestures else []), *rounds]
    rows = [
        [
            position.label,
            *([position.gesture or "aucun"] if gestures else []),
            *(wording.count_words(tally, tally.counts[at]) for tally in poll.tallies),
        ]
        for at, position in enumerate(poll.positions)
    ]
    rows.append([wording.EVERYONE, *(["tous"] if gestures else []), *map(wording.total_words, poll.tallies)])
    columns = [_Column(head, [row[at] for row in rows], number=at >= len(heads) - len(rounds)) for at, head in enumerate(heads)]
    return _text_grid(columns, title, total=True)


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of short texts; ``number`` sets it on the right."""

    head: str
    cells: list[str]
    number: bool = False


def _text_grid(columns: Sequence[_Column], title: str, *, total: bool) -> str:
    room = PORTRAIT_WIDTH / 20
    wanted = [_widest([column.head, *column.cells]) for column in columns]
    widths = natural_widths(wanted, room) or shared_widths([width**2 for width in wanted], [0] * len(wanted), room)
    heads = [Head(column.head, width, column.number) for column, width in zip(columns, widths, strict=True)]
    looks = ["TableauLigne", *("TableauNombre" if column.number else "TableauTexte" for column in columns[1:])]
    rows = [
        Row(tuple([piece(text, look, TABLE_SIZE, head.width)] for text, look, head in zip(texts, looks, heads, strict=True)))
        for texts in zip(*(column.cells for column in columns), strict=True)
    ]
    return grid(heads, rows, title, total=total)


def _head_width(head: str, size: float, lines: int) -> float:
    """Return the width at which a head takes that many lines, or a little less."""
    return max(_widest([head], size) / lines + (lines > 1) * PADDING, longest_word(head, size, bold=True))


def _widest(texts: Sequence[str], size: float = TABLE_SIZE) -> float:
    return PADDING + 5 + max(text_width(text, size, bold=True) for text in texts)


def slot_pieces(
    slot: Slot, width: float, *, dense: bool = False, number: bool = False, traces: Traces | None = None
) -> list[Piece]:
    """Return what a cell holds: a real list, a text, or the words that say why there is nothing."""
    if slot.items:
        return [bullet(item.text, width, dense=dense, runs=idea(item, traces) if traces else "") for item in slot.items]
    suffix = "Dense" if dense else ""
    size = DENSE_SIZE if dense else TABLE_SIZE
    if not slot.text:
        return [piece(wording.slot_words(slot), f"TableauVide{suffix}", size, width)]
    style = f"TableauNombre{suffix}" if number else f"TableauTexte{suffix}"
    return [piece(text, style, size, width) for text in slot.text.split("\n") if text.strip()] or [
        piece(slot.text, style, size, width)
    ]


def written_pieces(slot: Slot, width: float) -> list[Piece]:
    """Return what a field of a form holds: a paragraph for each line that was written."""
    words = [text for item in slot.items for text in item.text.splitlines() if text.strip()]
    return [piece(text, "TableauTexte", TABLE_SIZE, width) for text in words] or slot_pieces(Slot(empty=slot.empty), width)


def origin_piece(words: str, item: Item | None, width: float, traces: Traces) -> Piece:
    """Return one line of the annex."""
    return bullet(origin_words(words, item, traces), width, dense=True, runs=origin(words, item, traces))


def bullet(text: str, width: float, *, dense: bool = False, runs: str = "") -> Piece:
    """Return one idea of a list in a cell; ``runs`` are those of ``text`` when it holds a link."""
    if dense:
        return piece(text, "TableauListeDense", DENSE_SIZE, width, indent=7.65, after=1.5, runs=runs)
    return piece(text, "TableauListe", TABLE_SIZE, width, indent=9.9, after=2, runs=runs)
