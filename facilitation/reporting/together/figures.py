"""Head-counts of several days, side by side: never a percentage without its count and its base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facilitation.cells.compte import NOT_COUNTED, SMALLEST_BASE, compared_title, counts, today
from facilitation.reporting.together.ideas import title
from facilitation.reporting.together.pairing import SEVERAL, Copy, Pair, present
from facilitation.sheet import Row
from facilitation.synthesis import Bullets, Heading, Item, Line, Note, Share, Slot, Table
from facilitation.typography import NBSP, french, lowered, percentage, plural

CHANGED, FACED = "Ce qui change", "D’une journée à l’autre"
Rows = tuple[Row | None, ...]


class Part(NamedTuple):
    """How many people gave an answer in one day, out of how many who answered."""

    label: str
    people: int
    base: int


def told_part(part: Part, *, percent: bool) -> str:
    """Return « 12 sur 30 », with its percentage when every base allows one: « 12 sur 30, soit 40 % » (CHI-01, CHI-02)."""
    words = f"{part.people} sur {part.base}"
    return f"{words}, soit {percentage(part.people, part.base)}" if percent else words


def told_parts(parts: Sequence[Part], *, over_time: bool) -> str:
    """Return how many people gave an answer, day after day.

    « de 12 sur 25 en 2021 à 20 sur 28 en 2022 » over time, « Arles : 12 sur 25 ; Lyon : 20 sur 28 » from place to place. The
    difference in points is that of the percentages that are read, and is there when both bases are of SMALLEST_BASE or more.
    """
    percent = all(part.base >= SMALLEST_BASE for part in parts)
    if not over_time:
        return f"{NBSP}; ".join(f"{part.label}{NBSP}: {told_part(part, percent=percent)}" for part in parts)
    told = [f"{_of(part, percent=percent)} en {part.label}" for part in parts]
    if len(told) > SEVERAL:
        return ", puis ".join(told)
    change = f", soit {_points(parts)}" if percent else ""
    return f"de {told[0]} à {told[1]}{change}"


def _of(part: Part, *, percent: bool) -> str:
    """Return « 12 sur 25 », or « 40 % (12 sur 30) »: inside a sentence that goes on."""
    words = f"{part.people} sur {part.base}"
    return f"{percentage(part.people, part.base)} ({words})" if percent else words


def _points(parts: Sequence[Part]) -> str:
    first, last = (int(percentage(part.people, part.base).split(NBSP)[0]) for part in parts)
    if last == first:
        return "la même part"
    return f"{plural(abs(last - first), 'point')} de {'plus' if last > first else 'moins'}"


# --- Positions taken by the room ---------------------------------------------------------------------------------------------


def rounds(copy: Copy, row: Row) -> dict[int, dict[str, int]]:
    """Return the head-counts of a row, by round then by column key; a round in which nobody was counted is not there."""
    found = {}
    for number in range(1, copy.filled.sheet.rounds + 1):
        known = {column.key: copy.filled.count(row, column, number) for column in copy.filled.sheet.columns}
        counted = {key: count for key, count in known.items() if count is not None}
        if counted:
            found[number] = counted
    return found


def tallied(pair: Pair, rows: Rows, about: str) -> Table | None:
    """Return one row answered in several days: a line for each day and round, its scale across; None when nobody counted."""
    scale = tuple(Share(column.title, "", 0, column.weight) for column in pair.sheet.columns)
    lines = [line for copy, row in _both(pair, rows) for line in _tallied(copy, row)]
    if not any(line.slots[0].shares for line in lines):
        return None
    where = f"{pair.copies[-1].filled.sequence}-{pair.sheet.key}-{present(rows)[-1].key}"
    heads = (Heading("Personnes comptées"),)
    return Table(f"ensemble-{where}", about, heads, tuple(lines), rows_title="Journée", figure="marques", scale=scale)


def _both(pair: Pair, rows: Rows) -> list[tuple[Copy, Row]]:
    return [(copy, row) for copy, row in zip(pair.copies, rows, strict=True) if row is not None]


def _tallied(copy: Copy, row: Row) -> Iterator[Line]:
    found, sheet = rounds(copy, row), copy.filled.sheet
    if not found:
        yield Line(copy.told.label, (Slot(empty=NOT_COUNTED),))
    for number, counted in found.items():
        shares = tuple(Share(one.title, "", counted[one.key], one.weight) for one in sheet.columns if one.key in counted)
        when = sheet.round_title(number)
        text = ", ".join(f"{share.count}{NBSP}{lowered(share.title)}" for share in shares if share.count)
        yield Line(f"{copy.told.label}, {when}" if when else copy.told.label, (Slot(text=text or "personne", shares=shares),))


def agreeing(pair: Pair, rows: Rows) -> tuple[list[Part], str]:
    """Return how many people stood on the side of agreement in each day, and the round, the last that all of them counted.

    Nothing when a count or a weight is missing in one of them: a missing count is not zero (CHI-08).
    """
    both = _both(pair, rows)
    found = [rounds(copy, row) for copy, row in both]
    common = set.intersection(*(set(one) for one in found)) if found else set()
    if not common:
        return [], ""
    last = max(common)
    parts = [part for (copy, _), one in zip(both, found, strict=True) if (part := _agreeing(copy, one[last]))]
    names = {copy.filled.sheet.round_title(last) for copy, _ in both}
    return (parts, names.pop() if len(names) == 1 else "") if len(parts) == len(both) else ([], "")


def _agreeing(copy: Copy, counted: dict[str, int]) -> Part | None:
    columns = copy.filled.sheet.columns
    if len(counted) < len(columns) or any(column.weight is None for column in columns) or not sum(counted.values()):
        return None
    agreed = sum(counted[column.key] for column in columns if column.weight is not None and column.weight > 0)
    return Part(copy.told.label, agreed, sum(counted.values()))


# --- Head-counts by kind of answer -------------------------------------------------------------------------------------------


def counted(pair: Pair) -> Iterator[Table]:
    """Yield a sheet of head-counts: a line a day when it has one row, else its rows down and the days across."""
    if len(pair.rows) == 1:
        rows = pair.rows[0]
        table = tallied(pair, rows, title(rows))
        if table:
            yield table
        return
    heads = tuple(
        Heading(_with_round(copy, number)) for copy in pair.copies for number in range(1, copy.filled.sheet.rounds + 1)
    )
    shown = [slots_of(copy, counts(copy.filled)) for copy in pair.copies]
    lines = []
    for rows in pair.rows:
        slots: list[Slot] = []
        for copy, row, told in zip(pair.copies, rows, shown, strict=True):
            missing = (Slot(empty="Non posé", asked=False),) * copy.filled.sheet.rounds
            slots += told[row.key] if row else missing
        lines.append(Line(title(rows), tuple(slots), short=present(rows)[-1].short))
    scale = tuple(Share(column.title, "", 0) for column in pair.sheet.columns)
    key = f"ensemble-{pair.copies[-1].filled.sequence}-{pair.sheet.key}"
    yield Table(key, pair.sheet.title, heads, tuple(lines), pair.sheet.rows_title, figure="marques", scale=scale)


def _with_round(copy: Copy, number: int) -> str:
    when = copy.filled.sheet.round_title(number)
    return f"{copy.told.label}, {when}" if when else copy.told.label


def slots_of(copy: Copy, table: Table) -> dict[str, tuple[Slot, ...]]:
    """Return the slots of a table of one day by the key of their row; its rows are those of the sheet, in order."""
    return {row.key: line.slots for row, line in zip(copy.filled.sheet.rows, table.lines, strict=True)}


def editions(pairs: Sequence[Pair], source: str, *, over_time: bool) -> Iterator[Table | Bullets | Note]:
    """Yield the answers that editions publish as one percentage, a column each, then what changes.

    ``source`` says where the percentages of earlier editions were published.
    """
    found = [(pair, rows) for pair in pairs if pair.sheet.compared for rows in pair.rows if len(present(rows)) >= SEVERAL]
    if not found:
        return
    published = sorted({year for _, rows in found for row in present(rows) for year in row.editions})
    labels = list(dict.fromkeys(copy.told.label for pair, _ in found for copy in pair.copies))
    lines = []
    for pair, rows in found:
        both = {copy.told.label: Slot(text=today(copy.filled, row), empty=NOT_COUNTED) for copy, row in _both(pair, rows)}
        before = (_published(rows, year) for year in published)
        slots = (*before, *(both.get(label, Slot(empty="Non posé", asked=False)) for label in labels))
        lines.append(Line(compared_title(pair.copies[-1].filled, present(rows)[-1]), slots))
    heads = (*(Heading(f"{year} (publié)") for year in published), *map(Heading, labels))
    key = f"ensemble-{found[0][0].copies[-1].filled.sequence}-editions"
    yield Table(key, "D’une édition à l’autre", heads, tuple(lines), rows_title="Réponse")
    if published:
        yield Note(french(f"Éditions précédentes : {source.rstrip('.')}."))
    changes = tuple(_change(pair, rows, over_time=over_time) for pair, rows in found)
    if told := tuple(Item(words) for words in changes if words):
        about = CHANGED if over_time else FACED
        yield Bullets(about, told, message=about)


def _published(rows: Rows, year: str) -> Slot:
    words = next((row.editions[year] for row in reversed(present(rows)) if year in row.editions), "")
    return Slot(text=french(words)) if words else Slot(empty="Non publié")


def _change(pair: Pair, rows: Rows, *, over_time: bool) -> str:
    """Return « Utilité : oui tout à fait : de 93 % (53 sur 57) en 2021 à… », '' when a count is missing."""
    both = _both(pair, rows)
    parts = [part for copy, row in both if (part := _compared(copy, row))]
    if len(parts) < len(both):
        return ""
    about = compared_title(pair.copies[-1].filled, present(rows)[-1])
    return french(f"{about} : {told_parts(parts, over_time=over_time)}.")


def _compared(copy: Copy, row: Row) -> Part | None:
    sheet = copy.filled.sheet
    columns = [column for column in sheet.columns if column.key not in sheet.beside]
    known = {column.key: copy.filled.count(row, column, sheet.rounds) for column in columns}
    given = {key: count for key, count in known.items() if count is not None}
    base = sum(given.values())
    if len(given) < len(known) or not base:
        return None
    return Part(copy.told.label, sum(given.get(key, 0) for key in sheet.compared), base)
