"""Plain head-counts: how many people gave each answer, when the answers are no positions for or against anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitation.cells.filled import Filled
from facilitation.cells.marque import told
from facilitation.sheet import Row
from facilitation.synthesis import Bullets, Heading, Item, Line, Share, Slot, Table
from facilitation.typography import capitalised, enumeration, french, lowered, percentage, plural, quoted

NOT_COUNTED = "Personne n’a compté"
SMALLEST_BASE = 30  # people: under it a percentage says more than is known (CHI-02)


def counts(filled: Filled) -> Table:
    """Return the sheet with how many people gave each answer, round by round: a table of marks whose shares are people."""
    sheet = filled.sheet
    rounds = range(1, sheet.rounds + 1)
    lines = tuple(
        Line(row.title, tuple(_slot(filled, row, number) for number in rounds), short=row.short) for row in sheet.rows
    )
    return Table(
        key=f"{filled.sequence}-{sheet.key}",
        title=sheet.title,
        columns=tuple(Heading(capitalised(sheet.round_title(number)) or "Personnes comptées") for number in rounds),
        lines=lines,
        rows_title=sheet.rows_title,
        figure="marques",
        message=_message(lines),
        scale=tuple(Share(column.title, "", 0) for column in sheet.columns),
    )


def editions(sheets: Sequence[Filled]) -> Iterator[Table]:
    """Yield the counts of today beside what earlier editions published, a column each; nothing when none did.

    One table for all the sheets of an exercise. A percentage of today comes after its head-count, and from SMALLEST_BASE
    people on.
    """
    rows = [(filled, row) for filled in sheets for row in filled.sheet.rows if row.editions]
    years = sorted({year for _filled, row in rows for year in row.editions})
    if years:
        yield Table(
            f"{sheets[0].sequence}-editions",
            "D’une édition à l’autre",
            (*map(Heading, years), Heading("Cette édition")),
            tuple(_edition(filled, row, years) for filled, row in rows),
            rows_title="Réponse",
        )


def _edition(filled: Filled, row: Row, years: Sequence[str]) -> Line:
    slots = (*(_published(row, year) for year in years), Slot(text=today(filled, row), empty=NOT_COUNTED))
    return Line(compared_title(filled, row), slots, short=row.short if len(filled.sheet.rows) > 1 else "")


def compared_title(filled: Filled, row: Row) -> str:
    """Return what a percentage of a row says: the row, with the answers that it counts when the sheet has no other row."""
    if len(filled.sheet.rows) > 1:
        return row.title
    answers = enumeration([lowered(column.title) for column in filled.sheet.columns if column.key in filled.sheet.compared])
    return french(f"{row.short or filled.sheet.title} : {answers}")


def _published(row: Row, year: str) -> Slot:
    return Slot(text=french(row.editions[year])) if year in row.editions else Slot(empty="Non publié")


def today(filled: Filled, row: Row) -> str:
    """Return « 53 sur 57, soit 93 % », without the percentage under SMALLEST_BASE people; '' when nobody counted."""
    sheet, last = filled.sheet, filled.sheet.rounds
    known = {column.key: filled.count(row, column, last) for column in sheet.columns if column.key not in sheet.beside}
    counted = {key: count for key, count in known.items() if count is not None}
    base, people = sum(counted.values()), sum(counted.get(key, 0) for key in sheet.compared)
    if not counted:
        return ""
    if len(counted) < len(known):
        return f"{people}, compte incomplet"
    if not base:
        return "personne"
    return f"{people} sur {base}, soit {percentage(people, base)}" if base >= SMALLEST_BASE else f"{people} sur {base}"


def sentences(filled: Filled) -> Iterator[Bullets]:
    """Yield what the animator said of each row in one sentence; nothing where nobody said any."""
    found = [(row, filled.room.verdict(filled.sequence, row.key) or row.answer) for row in filled.sheet.rows]
    said = tuple(Item(french(f"{row.short or row.title} : {words}")) for row, words in found if words)
    if said:
        yield Bullets("En une phrase", said)


def _slot(filled: Filled, row: Row, number: int) -> Slot:
    found = [(column, filled.count(row, column, number)) for column in filled.sheet.columns]
    shares = tuple(Share(column.title, "", count) for column, count in found if count is not None)
    if not shares:
        return Slot(empty=NOT_COUNTED)
    people = filled.room.people(filled.sequence, row.key, number)
    present = f", sur {plural(people, 'personne présente', 'personnes présentes')}" if people else ""
    return Slot(text=f"{told(shares) or 'personne'}{present}", shares=shares)


def _message(lines: Sequence[Line]) -> str:
    """Return which answer comes first when there is one row, else the row where the first answer comes most; '' on a tie."""
    counted = [(line, slot.shares) for line in lines for slot in line.slots[-1:] if slot.shares]
    if not counted:
        return ""
    if len(lines) == 1:
        shares = sorted(counted[0][1], key=lambda share: -share.count)
        if not shares[0].count or (len(shares) > 1 and shares[0].count == shares[1].count):
            return ""
        return french(f"{quoted(shares[0].title)} vient en tête : {plural(shares[0].count, 'personne')}")
    most = max(shares[0].count for _line, shares in counted)
    first = [line for line, shares in counted if shares[0].count == most]
    if len(first) > 1 or not most:
        return ""
    answer = quoted(counted[0][1][0].title)
    return french(f"{answer} revient le plus pour {quoted(first[0].label)} : {plural(most, 'personne')}")
