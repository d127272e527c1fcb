"""A day and its room → the documents that tell it: one Synthesis for the results, one for what is projected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitation.cells.effectif import poll
from facilitation.cells.filled import Filled
from facilitation.cells.idees import bullets, shared, table
from facilitation.day import Day, Group, Sequence
from facilitation.exercise import Exercise
from facilitation.room import Room
from facilitation.sheet import Cell, Figure, Row, Sheet
from facilitation.synthesis import (
    UNKNOWN_GROUP,
    Block,
    Bullets,
    Facts,
    Heading,
    Insight,
    Item,
    Line,
    Note,
    Paragraph,
    Poll,
    Position,
    Record,
    Section,
    Slot,
    Step,
    Steps,
    Synthesis,
    Table,
)
from facilitation.typography import capitalised, french, in_words, plural, quoted

ROOM_COLUMN = "salle"
VERDICT_COLUMN = "verdict"


def synthesis_of(day: Day, room: Room, key: str) -> Synthesis:
    """Return the document of the results: context, groups, each sequence with all that was said, annex."""
    sections = (*_opening(day), *_sequences(day, room), *_annex(day, room))
    return replace(_document(day, key, "Synthèse des ateliers", sections), ideas=room.answers())


def support_of(day: Day, key: str) -> Synthesis:
    """Return the document of what is projected during the day: nothing that was said, everything that is asked."""
    room = Room()
    sections = (
        *_opening(day),
        *(
            _sequence(Telling(day, room, sequence, sequence.exercise), played=True)
            for sequence in day.sequences
            if sequence.exercise
        ),
    )
    return _document(day, key, "Support d’animation", sections)


def _document(day: Day, key: str, kind: str, sections: tuple[Section, ...]) -> Synthesis:
    return Synthesis(
        key=key,
        title=day.title,
        kind=kind,
        date=day.date,
        sections=sections,
        overtitle=day.overtitle,
        subtitle=day.subtitle,
        place=day.place,
        organisation=day.organisation,
    )


# --- before the sequences ----------------------------------------------------------------------------------------------


def _opening(day: Day) -> Iterator[Section]:
    context: list[Block] = []
    if day.objectives:
        context.append(Bullets("Objectifs", tuple(map(Item, day.objectives)), boxed=True))
    if day.context:
        context.append(Bullets("Contexte", tuple(map(Item, day.context))))
    if context:
        yield Section("Rappel du contexte et des objectifs", tuple(context), kind="contexte")
    if len(day.sequences) > 1:
        yield Section("Déroulé de la journée", (_programme(day),), kind="deroule")
    if day.groups:
        yield Section("Composition des groupes", tuple(_composition(day)), kind="composition")


def _programme(day: Day) -> Table:
    """Return the running order; hours are there only when the day gives them."""
    timed = any(sequence.start for sequence in day.sequences)
    columns = (Heading("Heure"), Heading("Durée")) if timed else (Heading("Durée"),)
    lines = []
    for sequence in day.sequences:
        hour = Slot(text=f"{sequence.start:%H:%M}" if sequence.start else "selon l’avancée")
        lasting = Slot(text=duration(sequence.seconds) if sequence.seconds else "non précisée")
        lines.append(Line(sequence.title, (hour, lasting) if timed else (lasting,)))
    return Table("deroule", "Déroulé de la journée", columns, tuple(lines), rows_title="Séquence", figure="deroule")


def _composition(day: Day) -> Iterator[Block]:
    counted = [group for group in day.groups if group.composition]
    if counted:
        yield _composition_table(day, counted)
    for group in day.groups:
        if group.detail:
            yield Bullets(f"Composition du groupe : {group.name}".replace(" :", "\u00a0:"), tuple(map(Item, group.detail)))


def _composition_table(day: Day, groups: list[Group]) -> Table:
    kinds = [actor for actor in day.actors if any(actor.key in group.composition for group in groups)]
    others = [key for group in groups for key in group.composition if key not in {actor.key for actor in kinds}]
    lines = [
        Line(group.name, _numbers([*(group.composition.get(actor.key, 0) for actor in kinds), group.people]))
        for group in groups
    ]
    sums = [sum(group.composition.get(actor.key, 0) for group in groups) for actor in kinds]
    people = sum(group.people for group in groups)
    if len(groups) > 1:
        lines.append(Line("Ensemble", _numbers([*sums, people]), total=True))
    assert not others, "the library refuses a composition with an unknown actor"
    sizes = sorted(group.people for group in groups)
    message = plural(people, "personne")
    if len(groups) > 1:
        message += (
            f" en {in_words(len(groups))} groupes de {sizes[0]} à {sizes[-1]}"
            if sizes[0] != sizes[-1]
            else (f" en {in_words(len(groups))} groupes de {sizes[0]}")
        )
    columns = (*(Heading(actor.name, actor.short) for actor in kinds), Heading("Ensemble"))
    return Table(
        "composition", "Composition des groupes", columns, tuple(lines), rows_title="Groupe", figure="nombres", message=message
    )


def _numbers(counts: list[int]) -> tuple[Slot, ...]:
    return tuple(Slot(text=str(count)) for count in counts)


def duration(seconds: int) -> str:
    """Return « 40 min », « 1 h 30 », « 30 s »."""
    if seconds < 60:
        return f"{seconds}\u00a0s"
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return f"{minutes}\u00a0min"
    return f"{hours}\u00a0h\u00a0{minutes:02d}" if minutes else f"{hours}\u00a0h"


# --- the sequences -----------------------------------------------------------------------------------------------------


class Telling:
    """One sequence being told: its day, its room, its exercise."""

    def __init__(self, day: Day, room: Room, sequence: Sequence, exercise: Exercise) -> None:
        self.room = room
        self.sequence = sequence
        self.exercise = exercise
        self.groups = {group.key: group.name for group in day.groups}

    def filled(self, sheet: Sheet) -> Filled:
        """Return a sheet with its live rows and all that was said in it."""
        rows = (*sheet.rows, *self.room.rows(self.sequence.key, sheet.key)) if sheet.free_rows else sheet.rows
        return Filled(self.room, self.sequence.key, replace(sheet, rows=rows), self.groups)

    @property
    def sheets(self) -> list[Filled]:
        """The sheets of the exercise, in the card's order."""
        return [self.filled(sheet) for sheet in self.exercise.sheets]


def _sequences(day: Day, room: Room) -> Iterator[Section]:
    for sequence in day.sequences:
        if sequence.exercise is not None:
            telling = Telling(day, room, sequence, sequence.exercise)
            yield _sequence(telling, played=_played(telling))


def _played(telling: Telling) -> bool:
    """Return whether anything of the sequence is known: something said, or an answer of the room that the day gives."""
    key = telling.sequence.key
    answered = any(
        telling.room.groups(key, sheet.key) or any(row.answer for row in sheet.rows) for sheet in telling.exercise.sheets
    )
    return answered or any(telling.room.rows(key, sheet.key) for sheet in telling.exercise.sheets)


def _sequence(telling: Telling, *, played: bool) -> Section:
    exercise, sequence = telling.exercise, telling.sequence
    blocks: list[Block] = [_facts(telling)]
    if exercise.steps:
        blocks.append(_script(exercise))
    if played:
        blocks += _answers(telling)
    else:
        blocks.append(Note(french("Séquence sans réponse gardée : elle n’a pas été jouée, ou rien n’y a été noté.")))
    return Section(
        sequence.title,
        tuple(blocks),
        kind="sequence",
        key=sequence.key,
        figure=exercise.sheets[0].figure.value,
        part=sequence.part,
        aim=exercise.aim,
        seconds=sequence.seconds,
    )


def _facts(telling: Telling) -> Facts:
    exercise = telling.exercise
    pairs = [
        ("But", exercise.aim),
        ("Outil", exercise.title),
        ("Matériel", ", ".join(exercise.material)),
        ("Durée", duration(telling.sequence.seconds) if telling.sequence.seconds else ""),
    ]
    return Facts(tuple((name, capitalised(value)) for name, value in pairs if value))


def _script(exercise: Exercise) -> Steps:
    positions = next(
        (
            tuple(Position(column.title, column.gesture, column.weight) for column in sheet.columns)
            for sheet in exercise.sheets
            if sheet.cell is Cell.COUNT
        ),
        (),
    )
    steps = tuple(Step(step.title, step.seconds, step.say) for step in exercise.steps)
    return Steps("Consignes", steps, positions, exercise.signal)


def _answers(telling: Telling) -> Iterator[Block]:
    statements = [filled for filled in telling.sheets if filled.sheet.cell is Cell.COUNT]
    beside = [filled for filled in telling.sheets if filled.sheet.cell is Cell.IDEAS]
    for filled in statements:
        own_rows = {row.key for row in filled.sheet.rows}
        arguments = [other for other in beside if {row.key for row in other.sheet.rows} == own_rows]
        beside = [other for other in beside if other not in arguments]
        for row in filled.sheet.rows:
            yield _statement(filled, row, arguments)
    for filled in beside:
        yield from _ideas(filled)


def _statement(filled: Filled, row: Row, arguments: list[Filled]) -> Section:
    """Return one statement whole: what the room answered, what it argued, what the expert adds."""
    answered = poll(filled, row)
    blocks: list[Block] = [answered]
    for other in arguments:
        said = table(other, (row,))
        if said.ideas:
            blocks.append(
                replace(said, key=f"{said.key}-{row.key}", title=_arguments_title(said, answered), figure="positions")
            )
    if row.insight:
        insight = row.insight
        blocks.append(Insight(insight.title, insight.points, insight.sources, answered.number, answered.total))
    title = f"Question n°\u00a0{answered.number}/{answered.total}"
    return Section(title, tuple(blocks), kind="question", key=row.key)


def _arguments_title(said: Table, answered: Poll) -> str:
    return f"{said.title}, question n°\u00a0{answered.number}"


def _ideas(filled: Filled) -> Iterator[Block]:
    sheet = filled.sheet
    if len(sheet.rows) == len(sheet.columns) == 1:
        yield bullets(filled)
        return
    said = table(filled)
    yield said
    if sheet.figure in {Figure.SILHOUETTE, Figure.TABLE}:
        yield from shared(said)


# --- annex -------------------------------------------------------------------------------------------------------------


def _annex(day: Day, room: Room) -> Iterator[Section]:
    """Return who said what. When nobody knows which group spoke, one sentence says so instead of a list of « non précisé »."""
    blocks: list[Block] = []
    for sequence in day.sequences:
        if sequence.exercise is None:
            continue
        for filled in Telling(day, room, sequence, sequence.exercise).sheets:
            blocks += _provenance(filled)
    if not blocks and not room.answers():
        return
    known = bool(blocks)
    ideas = plural(room.answers(), "idée")
    kept = f"{ideas} gardée{'s' if room.answers() > 1 else ''}, lettre pour lettre, dans l’ordre où elles ont été dites."
    missing = "" if known else f" Les réponses ne disent pas de quel groupe elles viennent ({quoted(UNKNOWN_GROUP)})."
    yield Section("Annexe : qui a dit quoi".replace(" :", "\u00a0:"), (Paragraph(kept + missing), *blocks), kind="annexe")


def _provenance(filled: Filled) -> Iterator[Table]:
    if filled.sheet.cell is not Cell.IDEAS or not any(filled.speakers):
        return
    said = table(filled)
    lines = [
        Line(f"{line.title}, {column.title}", (Slot(items=slot.items),))
        for line in said.lines
        for column, slot in zip(said.columns, line.slots, strict=True)
        if slot.items
    ]
    if lines:
        yield replace(
            said,
            key=f"{said.key}-annexe",
            title=f"{said.title}\u00a0: qui a dit quoi",
            columns=(Heading("Ce qui a été dit, et par qui"),),
            lines=tuple(lines),
            rows_title="Case",
            figure="annexe",
        )


# --- answers as a flat file --------------------------------------------------------------------------------------------


def records_of(day: Day, room: Room) -> Iterator[Record]:
    """Yield every answer as a line of the CSV, in the order of the day, with the room's sizes and the animator's verdicts."""
    for sequence in day.sequences:
        if sequence.exercise is None:
            continue
        for filled in Telling(day, room, sequence, sequence.exercise).sheets:
            yield from _sheet_records(filled)


def _sheet_records(filled: Filled) -> Iterator[Record]:
    sheet, room = filled.sheet, filled.room
    for row in sheet.rows:
        line = row.title if sheet.free_rows else row.key
        for number in range(1, sheet.rounds + 1):
            round_ = str(number) if sheet.rounds > 1 else ""
            people = room.people(filled.sequence, row.key, number)
            if people is not None and sheet.cell is Cell.COUNT:
                yield Record(filled.sequence, sheet.key, round_, "", line, ROOM_COLUMN, str(people))
            for column in sheet.columns:
                for group in filled.speakers:
                    address = filled.address(row, column, group=group, round_=number)
                    answers = room.cell(address)[-1:] if sheet.cell is Cell.COUNT else room.cell(address)
                    for answer in answers:
                        value = str(answer.value)
                        yield Record(
                            filled.sequence, sheet.key, round_, group, line, column.key, value, answer.author, answer.time
                        )
        if sheet.free_rows and not any(filled.answers(row, column) for column in sheet.columns):
            yield Record(filled.sequence, sheet.key, "", "", line, "", "")
        wording = room.verdict(filled.sequence, row.key)
        if wording and sheet.cell is Cell.COUNT:
            yield Record(filled.sequence, sheet.key, "", "", line, VERDICT_COLUMN, wording)
