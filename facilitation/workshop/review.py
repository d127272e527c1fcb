"""What a day still lacks before its documents are made: facts to show, never a reason to refuse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitation.cells.filled import Filled
from facilitation.day import Day, Sequence
from facilitation.reporting.photos import warning
from facilitation.room import Room
from facilitation.sheet import Cell, Column, Row, Sheet, Source
from facilitation.synthesis import Block, Item, Section, Synthesis, Table
from facilitation.typography import NBSP, enumeration, folded, plural, quoted
from facilitation.workshop.redacting import lost

TO_COMPLETE = "a completer"  # as ``folded`` writes it: what the models ask people to replace


@dataclass(frozen=True, slots=True)
class Remark:
    """One fact: whether it is fine, and its sentence."""

    is_fine: bool
    sentence: str


def remarks(day: Day, room: Room) -> list[Remark]:
    """Return what one should know before making the documents."""
    found = [
        *_silent(day, room),
        *_empty(day, room),
        *_undecided(day, room),
        *_groups(day, room),
        *_words(day),
        *_photos(room),
        *lost(day, room),
    ]
    return [Remark(is_fine=False, sentence=sentence) for sentence in found] + [
        Remark(is_fine=True, sentence=sentence) for sentence in _fine(day)
    ]


def _photos(room: Room) -> Iterator[str]:
    count = len(room.additions.photos)
    if count:
        yield f"{plural(count, 'photo')} de paperboard{'s' if count > 1 else ''} en annexe. {warning(count)}"


def filled_sheets(day: Day, room: Room, sequence: Sequence) -> list[Filled]:
    """Return the sheets of a sequence with their live rows and what was said in them."""
    groups = {group.key: group.name for group in day.groups}
    sheets = sequence.exercise.sheets if sequence.exercise else ()
    return [Filled(room, sequence.key, _live(sheet, room, sequence.key), groups) for sheet in sheets]


def _live(sheet: Sheet, room: Room, sequence: str) -> Sheet:
    return replace(sheet, rows=(*sheet.rows, *room.rows(sequence, sheet.key))) if sheet.free_rows else sheet


def empty_cells(day: Day, room: Room, sequence: Sequence) -> list[str]:
    """Return the names of the cells that wait for a word, a mark or a place and hold none: « CPTS, Tête »."""
    return [
        f"{row.short or row.title}, {column.short or column.title}"
        for _filled, row, column in without_answer(day, room, sequence)
    ]


def without_answer(day: Day, room: Room, sequence: Sequence) -> list[tuple[Filled, Row, Column]]:
    """Return the cells that wait for a word, a mark or a place and hold none."""
    return [
        (filled, row, column)
        for filled in filled_sheets(day, room, sequence)
        if filled.sheet.cell is not Cell.COUNT
        for row, column in filled.sheet.cells()
        if not filled.answers(row, column)
    ]


def _said(day: Day, room: Room, sequence: Sequence) -> bool:
    """Return whether a sequence holds anything: an answer, a question, a verdict, or a reply that the day itself gives."""
    for filled in filled_sheets(day, room, sequence):
        sheet = filled.sheet
        if room.groups(sequence.key, sheet.key) or room.rows(sequence.key, sheet.key):
            return True
        if any(row.answer or room.verdict(sequence.key, row.key) for row in sheet.rows):
            return True
    return False


def exercises_of(day: Day) -> list[Sequence]:
    """Return the sequences that run an exercise."""
    return [sequence for sequence in day.sequences if sequence.exercise is not None]


def silent(day: Day, room: Room) -> list[Sequence]:
    """Return the sequences of exercises in which nothing was kept."""
    return [sequence for sequence in exercises_of(day) if not _said(day, room, sequence)]


def undecided(day: Day, room: Room, sequence: Sequence) -> list[tuple[int, Filled, Row]]:
    """Return the lines to count that nobody counted nor answered in words, each with its rank in its sheet, from 1."""
    return [
        (number, filled, row)
        for filled in filled_sheets(day, room, sequence)
        if filled.sheet.cell is Cell.COUNT
        for number, row in enumerate(filled.sheet.rows, 1)
        if not any(filled.answers(row, column) for column in filled.sheet.columns)
        and not row.answer
        and not room.verdict(sequence.key, row.key)
    ]


def _silent(day: Day, room: Room) -> Iterator[str]:
    titles = [quoted(sequence.title) for sequence in silent(day, room)]
    if titles:
        yield f"{plural(len(titles), 'séquence')} sans réponse gardée{NBSP}: {enumeration(titles)}."


def _empty(day: Day, room: Room) -> Iterator[str]:
    for sequence in exercises_of(day):
        cells = empty_cells(day, room, sequence) if _said(day, room, sequence) else []
        if cells:
            shown = " ; ".join(cells[:2]).replace(" ;", f"{NBSP};") + ("…" if len(cells) > 2 else "")
            yield f"{plural(len(cells), 'case vide', 'cases vides')} dans {quoted(sequence.title)}{NBSP}: {shown}"


def _undecided(day: Day, room: Room) -> Iterator[str]:
    for sequence in exercises_of(day):
        left = undecided(day, room, sequence) if _said(day, room, sequence) else []
        for sheet in dict.fromkeys(filled.sheet.key for _number, filled, _row in left):
            numbers = [str(number) for number, filled, _row in left if filled.sheet.key == sheet]
            count = plural(len(numbers), "affirmation")
            yield f"{count} sans réponse de la salle notée{NBSP}: n° {enumeration(numbers)}."


def _groups(day: Day, room: Room) -> Iterator[str]:
    unknown = sum(
        room.size(filled.address(row, column, group=""))
        for sequence in exercises_of(day)
        for filled in filled_sheets(day, room, sequence)
        if day.groups and filled.sheet.cell is Cell.IDEAS
        for row, column in filled.sheet.cells()
    )
    if unknown:
        yield f"{plural(unknown, 'idée')} sans groupe{NBSP}: l’annexe ne peut pas dire qui a parlé."
    unnamed = [group for group in day.groups if TO_COMPLETE in folded(group.name)]
    if unnamed:
        yield f"{plural(len(unnamed), 'groupe')} à nommer dans journee.yaml."


def _words(day: Day) -> Iterator[str]:
    named = {
        "titre": (day.title,),
        "lieu": (day.place,),
        "organisme": (day.organisation,),
        "contexte": day.context,
        "objectifs": day.objectives,
        "affirmations": [
            row.title
            for sequence in exercises_of(day)
            for sheet in (sequence.exercise.sheets if sequence.exercise else ())
            if sheet.rows_from is Source.DAY
            for row in sheet.rows
        ],
    }
    left = [name for name, texts in named.items() if any(TO_COMPLETE in folded(text) for text in texts)]
    if left:
        yield f"À compléter dans journee.yaml{NBSP}: {enumeration(left)}."


def _fine(day: Day) -> Iterator[str]:
    if day.groups and all(group.composition for group in day.groups):
        yield "Composition des groupes complète."


def told_answers(synthesis: Synthesis) -> set[str]:
    """Return the keys of the answers that a document tells, its annex left out: what is compared with what was kept."""
    return set().union(*(_answers(section) for section in synthesis.sections if section.kind != "annexe"))


def contents(synthesis: Synthesis) -> list[tuple[str, int]]:
    """Return the titles of a document's sections, each with how many answers it tells."""
    return [(section.title, len(_answers(section))) for section in synthesis.sections]


def _answers(section: Section) -> set[str]:
    return {said.answer for item in _items(section) for said in item.said if said.answer}


def _items(block: Block) -> Iterator[Item]:
    """Yield the ideas of a block and of those it holds, where every idea stands once at least."""
    match block:
        case Section():
            for inner in block.blocks:
                yield from _items(inner)
        case Table():
            for line in block.lines:
                for slot in line.slots:
                    yield from slot.items
                    yield from slot.voices
        case _:
            yield from getattr(block, "items", ())
