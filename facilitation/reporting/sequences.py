"""Each sequence of the day: its card in brief, then everything the room answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitation.cells.compte import counts, editions, sentences
from facilitation.cells.effectif import poll, positions
from facilitation.cells.filled import Filled
from facilitation.cells.idees import as_printed, bullets, directory, shared, table
from facilitation.cells.marque import marks
from facilitation.cells.place import places
from facilitation.cells.texte import texts
from facilitation.day import Day, Sequence
from facilitation.exercise import Exercise
from facilitation.reporting.paragraphs import comment
from facilitation.reporting.telling import Telling, duration
from facilitation.reporting.themes import takes_themes
from facilitation.room import Room
from facilitation.sheet import Cell, Figure, Row, Sheet
from facilitation.synthesis import Block, Bullets, Facts, Insight, Item, Note, Poll, Section, Step, Steps, Table
from facilitation.typography import NBSP, capitalised, french


def sequences(day: Day, room: Room) -> Iterator[Section]:
    """Yield each sequence that has an exercise, with what is known of it, and each moment that staff wrote about."""
    for sequence in day.sequences:
        written = comment(day, room, sequence.key)
        if sequence.exercise is not None:
            telling = Telling(day, room, sequence, sequence.exercise)
            yield _sequence(telling, written, played=is_played(telling))
        elif written:
            yield _moment(sequence, written)


def beside_themes(day: Day, room: Room) -> Iterator[Section]:
    """Yield what is left of each sequence once its ideas are filed: heads, marks, texts, places, what staff wrote of it."""
    for sequence in day.sequences:
        written = comment(day, room, sequence.key)
        if sequence.exercise is None:
            yield from (_moment(sequence, written),) if written else ()
            continue
        whole = Telling(day, room, sequence, sequence.exercise)
        filed = [filled for filled in whole.sheets if takes_themes(filled.sheet)]
        kept = tuple(sheet for sheet in sequence.exercise.sheets if not takes_themes(sheet))
        blocks: list[Block] = []
        for filled in filed:
            blocks += [*_silent_rows(filled), *_insights_of_ideas(filled, kept)]
        rest = Telling(day, room, sequence, replace(sequence.exercise, sheets=kept))
        if kept and is_played(rest):
            section = _sequence(rest, written, played=True)
            yield replace(section, blocks=(*section.blocks, *blocks))
        elif written or blocks:
            section = _moment(sequence, written)
            yield replace(section, blocks=(*section.blocks, *blocks))


def _silent_rows(filled: Filled) -> Iterator[Bullets]:
    """Yield the rows that people added and that nobody said anything on: they were said too."""
    sheet = filled.sheet
    rows = [row for row in sheet.rows if not any(filled.answers(row, column) for column in sheet.columns)]
    if sheet.free_rows and rows:
        yield Bullets(french(f"{sheet.title} : sans idée notée"), tuple(Item(row.title) for row in rows))


def _insights_of_ideas(filled: Filled, kept: tuple[Sheet, ...]) -> Iterator[Insight]:
    """Yield what the expert adds on the rows of ideas, but on the statements of a debate, which tell it."""
    told = {row.key for sheet in kept if sheet.debated for row in sheet.rows}
    if not told & {row.key for row in filled.sheet.rows}:
        yield from _insights(filled)


def support(day: Day) -> Iterator[Section]:
    """Yield each sequence as it is projected before anybody answers."""
    room = Room()
    for sequence in day.sequences:
        if sequence.exercise is not None:
            yield _sequence(Telling(day, room, sequence, _unanswered(sequence.exercise)), played=True)


def _moment(sequence: Sequence, written: tuple[Section, ...]) -> Section:
    """Return a sequence without an exercise: all there is to tell is what staff wrote."""
    blocks = tuple(block for section in written for block in section.blocks)
    return Section(sequence.title, blocks, kind="sequence", key=sequence.key, part=sequence.part, seconds=sequence.seconds)


def _unanswered(exercise: Exercise) -> Exercise:
    """Return the exercise without the answers that the day gives: they were said too."""
    sheets = (replace(sheet, rows=tuple(replace(row, answer="") for row in sheet.rows)) for sheet in exercise.sheets)
    return replace(exercise, sheets=tuple(sheets))


def is_played(telling: Telling) -> bool:
    """Return whether anything of the sequence is known: something said, a verdict worded, or an answer that the day gives."""
    room, key = telling.room, telling.sequence.key
    if any(room.rows(key, filled.sheet.key) for filled in telling.sheets):
        return True
    said = any(filled.answers(row, column) for filled in telling.sheets for row, column in filled.sheet.cells())
    return said or any(row.answer or room.verdict(key, row.key) for filled in telling.sheets for row in filled.sheet.rows)


def _sequence(telling: Telling, written: tuple[Section, ...] = (), *, played: bool) -> Section:
    exercise, sequence = telling.exercise, telling.sequence
    blocks: list[Block] = [_facts(telling)]
    if exercise.steps:
        blocks.append(_script(exercise))
    blocks += written
    if played:
        blocks += answers(telling)
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
        ("Matériel", f"{NBSP}; ".join(exercise.material)),
        ("Durée", duration(telling.sequence.seconds) if telling.sequence.seconds else ""),
    ]
    return Facts(tuple((name, capitalised(value)) for name, value in pairs if value))


def _script(exercise: Exercise) -> Steps:
    counted = next((sheet for sheet in exercise.sheets if sheet.debated), None)
    steps = tuple(Step(step.title, step.seconds, step.say) for step in exercise.steps)
    return Steps("Consignes", steps, positions(counted) if counted else (), exercise.signal)


def answers(telling: Telling) -> Iterator[Block]:
    """Yield all that was answered in a sequence, sheet after sheet, what an expert adds beside it."""
    statements = [filled for filled in telling.sheets if filled.sheet.debated]
    beside = [filled for filled in telling.sheets if not filled.sheet.debated]
    for filled in statements:
        own_rows = {row.key for row in filled.sheet.rows}
        arguments = [
            other for other in beside if other.sheet.cell is Cell.IDEAS and {row.key for row in other.sheet.rows} == own_rows
        ]
        beside = [other for other in beside if other not in arguments]
        for row in filled.sheet.rows:
            yield _statement(filled, row, arguments)
    for filled in beside:
        match filled.sheet.cell:
            case Cell.COUNT:
                yield counts(filled)
                yield from sentences(filled)
            case Cell.IDEAS:
                yield from _ideas(filled)
            case Cell.MARK:
                yield marks(filled)
            case Cell.TEXT:
                yield texts(filled)
            case Cell.PLACE:
                yield places(filled)
        yield from _insights(filled)
    yield from _editions(beside, telling.exercise)


def _editions(sheets: list[Filled], exercise: Exercise) -> Iterator[Block]:
    for table_ in editions(sheets):
        yield table_
        yield Note(french(f"Éditions précédentes : {exercise.source.rstrip('.')}."))


def _insights(filled: Filled) -> Iterator[Insight]:
    """Yield what the expert adds on the rows of a sheet that is no debate, all in one, row by row."""
    told = [row.insight for row in filled.sheet.rows if row.insight]
    if len(told) == 1:
        yield Insight(told[0].title, told[0].points, told[0].sources)
    elif told:
        points = tuple(french(f"{insight.title} : {f'{NBSP}; '.join(insight.points)}") for insight in told)
        sources = tuple(dict.fromkeys(source for insight in told for source in insight.sources))
        yield Insight("Repères", points, sources)


def _statement(filled: Filled, row: Row, arguments: list[Filled]) -> Section:
    """Return one statement whole: what the room answered, what it argued, what the expert adds."""
    answered = poll(filled, row)
    blocks: list[Block] = [answered]
    for other in arguments:
        said = as_printed(table(other, (row,)))
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
    if len(sheet.rows) == len(sheet.columns) == 1 and sheet.rows_from is None:
        yield bullets(filled)
        return
    if sheet.crossed:
        yield from directory(filled)
        return
    said = table(filled)
    yield as_printed(said)
    if sheet.figure in {Figure.SILHOUETTE, Figure.TABLE}:
        yield from shared(said)
