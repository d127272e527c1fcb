"""Every exercise of the library: printed, run by keys alone, answered as its example says, made into every document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from textual.widgets import TextArea

from facilitation.codes import cells_of, code_of, coded_sheets
from facilitation.console.screens.choice import still_fits
from facilitation.console.screens.day import DayScreen
from facilitation.console.screens.live import LiveScreen
from facilitation.day import Day
from facilitation.exercise import Exercise, Keeps, Shows
from facilitation.library import checked_day, library_folder, read_exercise
from facilitation.library.answers import read as read_answers
from facilitation.reporting import synthesis_of
from facilitation.sheet import Cell, Mark, Sheet, checked_value
from facilitation.synthesis import Block, Bullets, Item, Poll, Section, Slot, Synthesis, Table
from facilitation.typography import folded, french
from facilitation.workshop import importing
from facilitation.workshop.access import Write
from facilitation.workshop.compiling import make, outputs
from facilitation.workshop.printing import print_day
from facilitation.workshop.script import Stop, statements_of
from facilitation.workshop.trial import example_answers, trial_day
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock
from tests.console.driving import Driver, driven
from tests.trials import CARDS, answered

WORDS = {Cell.IDEAS, Cell.TEXT}
KEYS = {  # one answer to a sheet, by keys alone
    Cell.COUNT: ("3", "enter"),
    Cell.IDEAS: ("o", "u", "i", "enter"),
    Cell.MARK: ("1",),
    Cell.TEXT: ("o", "u", "i", "tab"),
    Cell.PLACE: ("right", "enter"),
}
KEPT = {Cell.COUNT: 3, Cell.IDEAS: "oui", Cell.TEXT: "oui", Cell.PLACE: "5 0"}
FORBIDDING = [path for path in CARDS if read_exercise(path).bans]
CODE = re.compile(r"G\d+-[A-Z]+\d+(?:-\d+)?")
each = pytest.mark.parametrize("path", CARDS, ids=[path.stem for path in CARDS])


def given(exercise: Exercise, cells: set[Cell]) -> Counter[str]:
    """Return the values of the example that go in cells of these kinds, as they are kept."""
    sheets = {sheet.key: sheet for sheet in exercise.sheets}
    return Counter(
        str(checked_value(sheets[record.feuille], record.valeur))
        for record in example_answers(exercise)
        if sheets[record.feuille].cell in cells
    )


@each
def test_a_card_says_what_the_library_filters_on_and_keeps_an_example(path: Path) -> None:
    exercise = read_exercise(path)
    assert path.stem == exercise.key
    assert exercise.source
    assert exercise.people
    assert exercise.moment
    assert exercise.use
    assert exercise.example
    assert exercise.steps
    assert [step.title for step in exercise.steps if not step.seconds and step.shows is not Shows.VERDICT] == []


@each
def test_an_exercise_takes_its_example_and_its_documents_tell_that_and_nothing_else(
    path: Path, tmp_path: Path, clock: Clock
) -> None:
    exercise = read_exercise(path)
    folder, to = tmp_path / f"essai-{exercise.key}", tmp_path / "documents"
    workshop = answered(path, folder, clock)
    try:
        made = list(make(workshop.day, workshop.room, folder, to, outputs()))
        told = synthesis_of(workshop.day, workshop.room, folder.name)
    finally:
        workshop.close()
    assert [document.path.name for document in made if not document.size] == []
    kept = Counter(record.valeur for _, record in read_answers(to / "reponses.csv") if record.valeur)
    assert kept == given(exercise, set(Cell))
    assert said_in(told) == given(exercise, WORDS)
    assert marked_in(told) == Counter(mark.title for mark in marks_of(exercise))
    assert counted_in(told) == given(exercise, {Cell.COUNT})
    assert placed_in(told) == given(exercise, {Cell.PLACE}).total()
    assert {voice.wording for item in told_items(told) for voice in item.said} <= set(given(exercise, WORDS))
    written = folded((to / "synthese.md").read_text(encoding="utf-8"))
    assert [words for words in given(exercise, WORDS) if folded(words) not in written] == []


@pytest.mark.parametrize("path", FORBIDDING, ids=[path.stem for path in FORBIDDING])
def test_what_a_protocol_forbids_to_keep_is_refused_with_its_reason(path: Path, tmp_path: Path, clock: Clock) -> None:
    exercise = read_exercise(path)
    trial_day(path, tmp_path, clock.now.date())
    workshop = Workshop.open(tmp_path, now=clock)
    given = next(record for record in example_answers(exercise) if exercise.sheet(record.feuille).cell in WORDS)
    for ban in exercise.bans:
        named = given._replace(auteur="La mairie") if ban.keeps is Keeps.AUTHOR else given._replace(valeur="mot " * 26)
        brought = importing.read(workshop.day, workshop.room, [(1, named)], lambda bodies: workshop.prepare(*bodies))
        assert [french(ban.reason) in why for _, why in brought.refused] == [True]
    workshop.close()


@each
def test_an_exercise_prints_with_every_row_every_column_and_every_code(path: Path, tmp_path: Path) -> None:
    day = checked_day(trial_day(path, tmp_path, date(2021, 11, 16)))
    printed = {made.path.name: words_on(made.path) for made in print_day(day, tmp_path, tmp_path / "papier")}
    told = printed["feuilles-a3.docx"]
    sheets = [coded.sheet for coded in coded_sheets(day)]
    titles = [row.title for sheet in sheets for row in sheet.rows] + [one.title for sheet in sheets for one in sheet.columns]
    assert [title for title in titles if folded(title) not in folded(told)] == []
    assert Counter(CODE.findall(told)) == codes_of(day)


@each
async def test_an_exercise_runs_to_its_end_by_keys_alone(path: Path, tmp_path: Path, clock: Clock) -> None:
    trial_day(path, tmp_path, clock.now.date())
    key, given = read_exercise(path).key, dict[str, str]()
    async with driven(tmp_path, clock=clock) as driver:
        await hit(driver, "f5")
        workshop = driver.session.workshop
        for stop in workshop.stops(key):
            await driver.until(partial(stands_at, driver, key, stop))
            await driver.pilot.pause(0)
            if stop.step.sheet and stop.step.sheet not in given:
                sheet = workshop.sheet(key, stop.step.sheet)
                await give_one(driver, key, sheet)
                given[sheet.key] = str(KEPT.get(sheet.cell) or sheet.marks[0].key)
            await hit(driver, "f5")
        await driver.until(lambda: isinstance(driver.app.screen, DayScreen) and workshop.room.progress(key).ended is not None)
    kept = Workshop.open(tmp_path, write=Write.NOTHING, now=clock)
    try:
        assert {answer.address.sheet: str(answer.value) for answer in kept.room.said()} == given
    finally:
        kept.close()


def test_a_trial_has_three_actors_three_groups_and_one_sequence(tmp_path: Path) -> None:
    day = checked_day(trial_day(library_folder() / "silhouette.yaml", tmp_path))
    assert [actor.key for actor in day.actors] == ["asv", "prevention", "cpts"]
    assert [(group.key, sum(group.composition.values())) for group in day.groups] == [("a", 4), ("b", 4), ("c", 4)]
    assert [sequence.key for sequence in day.sequences] == ["silhouette"]


# --- what is printed ---


def words_on(path: Path) -> str:
    """Return the words of a printed document, a line a paragraph, tables in tables included."""
    paragraphs = Document(str(path)).element.iter(qn("w:p"))
    return "\n".join("".join(node.text or "" for node in one.iter(qn("w:t"))) for one in paragraphs)


def codes_of(day: Day) -> Counter[str]:
    """Return the code of each cell, once for each group that fills it on paper, or once for the whole room."""
    found: Counter[str] = Counter()
    for coded in coded_sheets(day):
        exercise = day.sequence(coded.sequence).exercise
        is_room = exercise is not None and statements_of(exercise) is not None
        found.update(code_of(day, cell) for cell in cells_of(day, coded) if is_room != bool(cell.group))
    return found


# --- a console run by keys ---


async def hit(driver: Driver, *keys: str) -> None:
    """Press keys one after the other, each once the screen has taken the one before."""
    for key in keys:
        driver.app.simulate_key(key)
        for _ in range(2):  # the screen, then what the screen asks of the console
            await driver.pilot.pause(0)


def stands_at(driver: Driver, key: str, stop: Stop) -> bool:
    """Return whether the screen that a stop asks for is there, and all that was done is on disk."""
    screen, session = driver.app.screen, driver.session
    is_there = isinstance(screen, LiveScreen) and screen.is_mounted and still_fits(screen)
    return is_there and session.workshop.stop(key) == stop and session.keeper.is_idle


async def give_one(driver: Driver, key: str, sheet: Sheet) -> None:
    """Give one answer to a sheet, and wait until it is on disk; where rows are free, add one first."""
    workshop = driver.session.workshop
    before = sum(1 for _ in workshop.room.said())
    if sheet.free_rows:
        await hit(driver, "m", "o", "t", "enter")
        await driver.until(lambda: bool(workshop.sheet(key, sheet.key).rows))
    if sheet.free_rows and sheet.cell is not Cell.IDEAS:
        await hit(driver, "tab")
    if sheet.cell is Cell.TEXT:
        await driver.until(lambda: isinstance(driver.app.focused, TextArea))
    await hit(driver, *KEYS[sheet.cell])
    await driver.until(lambda: sum(1 for _ in workshop.room.said()) > before)


# --- what a synthesis says ---


def said_in(told: Synthesis) -> Counter[str]:
    """Return the answers in words that a document tells, its annex left out: each once, however many tables tell it."""
    found = {said.answer: said.wording for item in told_items(told) for said in item.said}
    return Counter(found.values())


def marks_of(exercise: Exercise) -> Iterator[Mark]:
    """Yield the mark of each answer of the example that is one."""
    for record in example_answers(exercise):
        mark = exercise.sheet(record.feuille).mark(record.valeur)
        if mark is not None:
            yield mark


def marked_in(told: Synthesis) -> Counter[str]:
    """Return how many times each mark is told, by its title."""
    found: Counter[str] = Counter()
    for slot in slots_of(told, "marques"):
        found.update({share.title: share.count for share in slot.shares if slot.voices and share.count})
    return found


def counted_in(told: Synthesis) -> Counter[str]:
    """Return the head-counts that are told: those of polls, and those of tables, where a share is so many people."""
    tallies = [tally for block in blocks_of(told) if isinstance(block, Poll) for tally in block.tallies]
    found = Counter(str(count) for tally in tallies for count in tally.counts if count is not None)
    found.update(str(share.count) for slot in slots_of(told, "marques") for share in slot.shares if not slot.voices)
    return found


def placed_in(told: Synthesis) -> int:
    """Return how many places are told, each word with those of every group."""
    return sum(len(slot.voices) for slot in slots_of(told, "carte"))


def slots_of(told: Synthesis, figure: str) -> Iterator[Slot]:
    """Yield the cells of the tables of a figure, the annex left out."""
    for block in blocks_of(told):
        if isinstance(block, Table) and block.figure == figure:
            yield from (slot for line in block.lines for slot in line.slots)


def blocks_of(told: Synthesis | Section) -> Iterator[Block]:
    """Yield every block of a document that is no section, the annex left out."""
    inner = told.sections if isinstance(told, Synthesis) else told.blocks
    for block in inner:
        if not isinstance(block, Section):
            yield block
        elif block.kind != "annexe":
            yield from blocks_of(block)


def told_items(told: Synthesis) -> list[Item]:
    return [item for block in blocks_of(told) for item in items_of(block)]


def items_of(block: Block) -> Iterator[Item]:
    match block:
        case Table(figure=figure) if figure not in {"marques", "carte"}:
            for line in block.lines:
                for slot in line.slots:
                    yield from slot.items
        case Bullets():
            yield from block.items
