"""The annex: which group said what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitation.cells.filled import Filled
from facilitation.cells.idees import item, table
from facilitation.cells.marque import marks
from facilitation.cells.place import places
from facilitation.day import Day
from facilitation.reporting.strays import strays
from facilitation.reporting.telling import Telling, ideas_said
from facilitation.room import Room
from facilitation.sheet import Cell
from facilitation.synthesis import UNKNOWN_GROUP, Block, Heading, Item, Line, Paragraph, Said, Section, Slot, Table
from facilitation.typography import capitalised, plural, quoted

WHO_SAID_WHAT = Heading("Ce qui a été dit, et par qui")
WORD_FOR_WORD = Heading("Ce qui a été dit, mot à mot")


def annex(day: Day, room: Room) -> Iterator[Section]:
    """Yield who said what. When nobody knows which group spoke, one sentence says so instead of a list of « non précisé »."""
    blocks: list[Block] = []
    known = False
    for sequence in day.sequences:
        if sequence.exercise is None:
            continue
        for filled in Telling(day, room, sequence, sequence.exercise).sheets:
            told = list(_provenance(filled))
            known = known or bool(told and any(filled.speakers))
            blocks += told
    blocks += _set_aside(day, room)
    blocks += _out_of_place(day, room)
    if not blocks and not room.answers():
        return
    said = ideas_said(day, room)
    several = said > 1
    order = "elles ont été dites" if several else "elle a été dite"
    kept = f"{plural(said, 'idée')} gardée{'s' if several else ''}, lettre pour lettre, dans l’ordre où {order}."
    missing = "" if known else f" Les réponses ne disent pas de quel groupe elles viennent ({quoted(UNKNOWN_GROUP)})."
    yield Section("Annexe : qui a dit quoi".replace(" :", "\u00a0:"), (Paragraph(kept + missing), *blocks), kind="annexe")


def _set_aside(day: Day, room: Room) -> Iterator[Table]:
    """Yield the ideas that somebody took out of the tables, under the reason that they gave."""
    groups = {group.key: group.name for group in day.groups}
    by_reason: dict[str, list[Item]] = {}
    for answer in room.said():
        reason = room.families.aside(answer.key)
        if reason:
            by_reason.setdefault(reason, []).append(item(answer, groups))
    lines = tuple(Line(capitalised(reason), (Slot(items=tuple(items)),)) for reason, items in by_reason.items())
    if lines:
        yield Table("mis-de-cote", "Idées mises de côté", (WHO_SAID_WHAT,), lines, rows_title="Raison", figure="annexe")


def _out_of_place(day: Day, room: Room) -> Iterator[Table]:
    """Yield the ideas whose cell the day no longer has, under the keys that it had."""
    by_cell: dict[str, list[Item]] = {}
    groups = {group.key: group.name for group in day.groups}
    for answer in strays(day, room):
        sequence, _sheet, _round, group, row, column = answer.address
        if isinstance(answer.value, str):
            said = Said(answer.key, answer.value, groups.get(group, group) or UNKNOWN_GROUP, answer.author)
            by_cell.setdefault(f"{sequence}, {row}, {column}", []).append(Item(answer.value, (said,)))
    lines = tuple(Line(cell, (Slot(items=tuple(items)),)) for cell, items in by_cell.items())
    if lines:
        title = "Idées dont la case n’est plus dans journee.yaml"
        yield Table("sans-case", title, (WHO_SAID_WHAT,), lines, rows_title="Case", figure="annexe")


def _provenance(filled: Filled) -> Iterator[Table]:
    """Yield who said what on a sheet; where no group is known, only the words that its table could not print."""
    if not any(filled.speakers):
        if filled.sheet.cell is Cell.IDEAS:
            yield from _detailed(_reworded(table(filled)), "mot à mot", WORD_FOR_WORD)
        return
    match filled.sheet.cell:
        case Cell.COUNT | Cell.TEXT:  # a form says by itself who wrote what
            return
        case Cell.IDEAS:
            said = table(filled)
        case Cell.MARK:
            said = marks(filled)
        case Cell.PLACE:
            said = places(filled)
    yield from _detailed(said, "qui a dit quoi", WHO_SAID_WHAT)


def _reworded(said: Table) -> Table:
    """Return the table with the only ideas that were said in other words than those printed."""
    lines = (
        replace(line, slots=tuple(replace(slot, items=_other_words(slot.items)) for slot in line.slots)) for line in said.lines
    )
    return replace(said, lines=tuple(lines))


def _other_words(told: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(each for each in told if any(voice.wording != each.text for voice in each.said))


def _detailed(said: Table, about: str, heading: Heading) -> Iterator[Table]:
    lines = [
        Line(f"{line.title}, {column.title}", (Slot(items=slot.items or slot.voices),))
        for line in said.lines
        for column, slot in zip(said.columns, line.slots, strict=True)
        if slot.items or slot.voices
    ]
    if lines:
        yield replace(
            said,
            key=f"{said.key}-annexe",
            title=f"{said.title}\u00a0: {about}",
            columns=(heading,),
            lines=tuple(lines),
            rows_title="Case",
            figure="annexe",
            poles=None,
        )
