"""Statements put to several rooms: how each answered, what changed, what was argued."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitation.cells.effectif import computed_verdict, tallies
from facilitation.reporting.together.figures import Rows, agreeing, tallied, told_parts
from facilitation.reporting.together.ideas import cells, headings, line, message, title
from facilitation.reporting.together.pairing import Copy, Pair, present
from facilitation.sheet import Cell, Row
from facilitation.synthesis import Block, Bullets, Insight, Item, Note, Section, Table
from facilitation.typography import NBSP, capitalised, french, lowered, quoted

NOT_NOTED = "réponse de la salle non notée"
OTHER_PEOPLE = french("Ce ne sont pas les mêmes personnes d’une journée à l’autre : une différence n’est pas un déplacement.")


def statements(pair: Pair, arguments: Sequence[Pair], *, over_time: bool) -> Iterator[Section]:
    """Yield each statement that several rooms answered, a section each."""
    for number, rows in enumerate(pair.rows, 1):
        name = f"Question n°{NBSP}{number}/{len(pair.rows)}"
        blocks = tuple(_statement(pair, rows, arguments, name, over_time=over_time))
        yield Section(name, blocks, kind="question", key=present(rows)[-1].key)


def argues(pair: Pair, other: Pair) -> bool:
    """Return whether a sheet of ideas argues about the statements of another, in every day."""
    debated = [copy.filled.sheet for copy in pair.copies]
    argued = [copy.filled.sheet for copy in other.copies]
    rows = [({row.key for row in one.rows}, {row.key for row in two.rows}) for one, two in zip(debated, argued, strict=False)]
    return other.sheet.cell is Cell.IDEAS and len(debated) == len(argued) and all(one == two for one, two in rows)


def _statement(pair: Pair, rows: Rows, arguments: Sequence[Pair], name: str, *, over_time: bool) -> Iterator[Block]:
    statement = quoted(title(rows))
    answers = tuple(Item(words) for words in _answers(pair, rows, over_time=over_time))
    table = tallied(pair, rows, statement)
    if table is None:
        yield Bullets(statement, answers, message=statement)
    else:
        yield table
        about = f"Réponses des salles, {lowered(name)}"
        yield Bullets(about, answers, message=about)
        yield Note(OTHER_PEOPLE)
    for other in arguments:
        yield from _argued(other, rows, f"{other.sheet.title}, {lowered(name)}", over_time=over_time)
    yield from _insights(rows)


def _answers(pair: Pair, rows: Rows, *, over_time: bool) -> Iterator[str]:
    """Yield the answer of each room in words, then how many stood on the side of agreement in each."""
    for copy, row in zip(pair.copies, rows, strict=True):
        if row is not None:
            yield f"{copy.told.label}{NBSP}: {_verdict(copy, row)}."
    parts, when = agreeing(pair, rows)
    if parts:
        side = f"Du côté de l’accord, {when}" if when else "Du côté de l’accord"
        yield f"{side}{NBSP}: {told_parts(parts, over_time=over_time)}."


def _verdict(copy: Copy, row: Row) -> str:
    """Return the answer of a room as somebody worded it, else as its counts give it, which is then said."""
    said = copy.filled.room.verdict(copy.filled.sequence, row.key) or row.answer
    if said:
        return quoted(said)
    known = tallies(copy.filled, row)
    found = computed_verdict(copy.filled.sheet, known[-1].counts) if known else ""
    return f"{quoted(found)}, calculée d’après les effectifs" if found else NOT_NOTED


def _argued(pair: Pair, rows: Rows, about: str, *, over_time: bool) -> Iterator[Table]:
    """Yield what was argued about a statement, position by position; nothing when nobody said anything."""
    here = [copy.filled.sheet for copy in pair.copies]
    same = tuple(sheet.row(row.key) if row else None for sheet, row in zip(here, rows, strict=True))
    found = [(cells(pair, same, column), column) for column in pair.columns]
    lines = tuple(line(pair, where, capitalised(title(column))) for where, column in found if any(where))
    if any(slot.items for one in lines for slot in one.slots):
        heads = headings(pair, over_time=over_time)
        key = f"ensemble-{pair.copies[-1].filled.sequence}-{pair.sheet.key}-{present(rows)[-1].key}"
        yield Table(key, about, heads, lines, rows_title="Position", figure="ensemble", message=message(heads, lines))


def _insights(rows: Rows) -> Iterator[Insight]:
    """Yield what the experts added, each once."""
    told = dict.fromkeys(row.insight for row in present(rows) if row.insight)
    for insight in told:
        yield Insight(insight.title, insight.points, insight.sources)
