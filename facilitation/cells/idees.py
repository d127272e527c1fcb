"""Ideas: the copies of a sheet laid together, who said what kept beside each, and what several rows have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from facilitation.cells.alike import together, wording
from facilitation.cells.filled import Filled
from facilitation.sheet import Answer, Column, Figure, Row, Sheet, Source
from facilitation.synthesis import UNKNOWN_GROUP, Bullets, Heading, Item, Line, Said, Shared, Slot, Table
from facilitation.typography import capitalised, enumeration, folded, in_words, lowered, plural

NOTHING_SAID = "Aucune idée notée"
NOTHING_BROUGHT = "Aucun apport noté"
NOT_ASKED = "Non posé"
POINTLESS = "Sans objet"
OWN_SHOWN = 14


def items(filled: Filled, row: Row, column: Column) -> tuple[Item, ...]:
    """Return the ideas of one cell, each with all who said it; those set aside are told in the annex."""
    families = filled.room.families
    said = [answer for answer in filled.answers(row, column) if not families.aside(answer.key)]
    return tuple(
        Item(wording(idea, families), tuple(voice for answer in idea for voice in item(answer, filled.groups).said))
        for idea in together(said, families, filled.acronyms)
    )


def echoed(told: Sequence[Item]) -> tuple[Item, ...]:
    """Return the ideas as a list prints them: « Partage (2 groupes) »."""
    return tuple(replace(each, text=f"{each.text} ({each.times})") if each.times else each for each in told)


def as_printed(table_: Table) -> Table:
    """Return the table with how often each idea was said."""
    lines = [
        replace(line, slots=tuple(replace(slot, items=echoed(slot.items)) for slot in line.slots)) for line in table_.lines
    ]
    return replace(table_, lines=tuple(lines))


def item(answer: Answer, groups: Mapping[str, str], told: str = "") -> Item:
    """Return an answer as a document prints it (``told``, else its letters), with who gave it."""
    wording = told or str(answer.value)
    group = groups.get(answer.address.group, answer.address.group) or UNKNOWN_GROUP
    return Item(wording, (Said(answer.key, wording, group, answer.author),))


def table(filled: Filled, rows: Sequence[Row] | None = None) -> Table:
    """Return the sheet with everything said in it; ``rows`` keeps only some of its rows."""
    sheet = filled.sheet
    lines = tuple(
        Line(
            row.title,
            tuple(_slot(filled, row, column) for column in sheet.columns),
            short=row.short,
        )
        for row in (sheet.rows if rows is None else rows)
    )
    result = Table(
        key=f"{filled.sequence}-{sheet.key}",
        title=sheet.title,
        columns=tuple(heading(sheet, column) for column in sheet.columns),
        lines=lines,
        rows_title=sheet.rows_title,
        figure=sheet.figure.value,
    )
    return replace(result, message=_message(result))


def heading(sheet: Sheet, column: Column) -> Heading:
    """Return the head of a column as a document prints it."""
    return Heading(column.title, column.short, column.hint, column.zone, column.says or sheet.says or "")


def _slot(filled: Filled, row: Row, column: Column) -> Slot:
    sheet = filled.sheet
    if not sheet.asks(row, column):
        return Slot(empty=NOT_ASKED if _can_meet(sheet, row, column) else POINTLESS, asked=False)
    said = items(filled, row, column)
    nothing = NOTHING_BROUGHT if sheet.figure is Figure.MATRIX else NOTHING_SAID
    sentence = sheet.sentence(row, column) if sheet.phrase else ""
    return Slot(items=said, empty="" if said else nothing, sentence=sentence)


def _can_meet(sheet: Sheet, row: Row, column: Column) -> bool:
    """Return whether asking this cell would make sense: kinds of actor meet each other, not themselves nor « tous »."""
    between_actors = sheet.rows_from is Source.ACTORS and sheet.columns_from is Source.ACTORS
    both_sides = sheet.row(column.key) is not None and sheet.column(row.key) is not None
    return row.key != column.key and (both_sides or not between_actors)


def _message(table_: Table) -> str:
    """Return how much was said, in one sentence: « 158 idées notées », « 32 apports notés, deux rencontres non posées »."""
    if table_.figure != Figure.MATRIX.value:
        return f"{plural(table_.ideas, 'idée')} notée{'s' if table_.ideas > 1 else ''}"
    missing = sum(slot.empty == NOT_ASKED for line in table_.lines for slot in line.slots)
    said = f"{plural(table_.ideas, 'apport')} noté{'s' if table_.ideas > 1 else ''}"
    if not missing:
        return said
    several = missing > 1
    return f"{said}, {in_words(missing, feminine=True)} rencontre{'s' if several else ''} non posée{'s' if several else ''}"


def directory(filled: Filled) -> tuple[Table, ...]:
    """Return the sheet as an annuaire, rows from A to Z, then a carte des acteurs for each column that is read the other way.

    Writings that differ by case, accents, apostrophes, spaces or punctuation are one (``typography.folded``); the map counts
    no idea twice: its cells are the names of rows, as text.
    """
    sheet = filled.sheet
    rows = sorted(sheet.rows, key=lambda row: folded(row.title))
    columns = (sheet.column(key) for key in sheet.crossed)
    maps = (_map_of_actors(filled, rows, column) for column in columns if column is not None)
    return as_printed(table(filled, rows)), *(found for found in maps if found.lines)


def _map_of_actors(filled: Filled, rows: Sequence[Row], column: Column) -> Table:
    who: dict[str, tuple[str, list[str]]] = {}
    for row in rows:
        for said in items(filled, row, column):
            _text, names = who.setdefault(folded(said.text) or said.text, (said.text, []))
            if row.title not in names:
                names.append(row.title)
    alone = sum(len(names) == 1 for _text, names in who.values())
    lines = tuple(Line(text, (Slot(text=", ".join(names)),)) for _key, (text, names) in sorted(who.items()))
    return Table(
        key=f"{filled.sequence}-{filled.sheet.key}-{column.key}",
        title=f"Carte des acteurs\u00a0: {column.title}",
        columns=(Heading(filled.sheet.rows_title or "Qui"),),
        lines=lines,
        rows_title=column.title,
        message=f"Un seul acteur pour {plural(alone, 'ligne')} sur {len(lines)}"
        if alone
        else "Plusieurs acteurs pour chaque ligne",
    )


def bullets(filled: Filled) -> Bullets:
    """Return a sheet of one cell as the plain list it is."""
    sheet = filled.sheet
    (row,), (column,) = sheet.rows, sheet.columns
    said = items(filled, row, column)
    things = lowered(column.title)
    ending = "" if len(said) < 2 else f"{capitalised(in_words(len(said), feminine=True))} {things}"
    return Bullets(sheet.title, echoed(said), message=ending, says=column.says or sheet.says or "")


def shared(table_: Table) -> tuple[Shared, ...]:
    """Return, column by column, what all rows said, what some did, and each row's own; only exact twins are brought together.

    Two writings that differ by case, accents, apostrophes, spaces or punctuation are one idea (``typography.folded``).
    Nothing comes out of a table with fewer than two rows that speak, nor of a column where nothing is shared. Beyond OWN_SHOWN
    ideas of its own in one row, the table above says them better than a second list: they are left to it.
    """
    if sum(any(slot.items for slot in line.slots) for line in table_.lines) < 2:
        return ()
    columns = (_shared_column(table_, index) for index in range(len(table_.columns)))
    return tuple(column for column in columns if column.everyone or column.some)


def _shared_column(table_: Table, index: int) -> Shared:
    by_idea: dict[str, list[tuple[str, Item]]] = {}
    for line in table_.lines:
        for item in line.slots[index].items:
            by_idea.setdefault(folded(item.text) or item.text, []).append((line.label, item))
    names = [line.label for line in table_.lines]
    everyone: list[Item] = []
    some: list[tuple[str, Item]] = []
    own: dict[str, list[Item]] = {name: [] for name in names}
    for said in by_idea.values():
        speakers = list(dict.fromkeys(name for name, _ in said))
        together = Item(said[0][1].text, tuple(voice for _, item in said for voice in item.said))
        if len(speakers) == 1:
            own[speakers[0]].append(together)
        elif len(speakers) == len(names):
            everyone.append(together)
        else:
            some.append((enumeration(speakers), together))
    title = table_.columns[index].title
    brief = all(len(ideas) <= OWN_SHOWN for ideas in own.values())
    kept_own = tuple((name, tuple(ideas)) for name, ideas in own.items()) if brief else ()
    return Shared(title, tuple(everyone), tuple(some), kept_own, _shared_message(title, everyone, some, len(names)))


def _shared_message(title: str, everyone: Sequence[Item], some: Sequence[tuple[str, Item]], rows: int) -> str:
    """Return « Valeurs : une idée commune aux trois, trois communes à deux »."""
    parts = []
    if everyone:
        count = len(everyone)
        ideas = "idées communes" if count > 1 else "idée commune"
        parts.append(f"{in_words(count, feminine=True)} {ideas} aux {in_words(rows)}")
    if some:
        count = len(some)
        common = "communes" if count > 1 else "commune"
        noun = "" if everyone else "idées " if count > 1 else "idée "
        parts.append(f"{in_words(count, feminine=True)} {noun}{common} à {'deux' if rows == 3 else 'plusieurs'}")
    said = ", ".join(parts)
    return f"{title}\u00a0: {said}"
