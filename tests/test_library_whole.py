"""Every exercise of the library: tried on a day of its own, answered as its example says, made into every document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitation.exercise import Exercise, Shows
from facilitation.library import checked_day, library_folder, read_exercise
from facilitation.library.answers import read as read_answers
from facilitation.reporting import synthesis_of
from facilitation.sheet import Cell, checked_value
from facilitation.synthesis import Block, Bullets, Item, Section, Synthesis, Table
from facilitation.typography import folded
from facilitation.workshop import importing
from facilitation.workshop.compiling import make, outputs
from facilitation.workshop.trial import example_answers, trial_day
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock

CARDS = sorted(library_folder().glob("*.yaml"))
WORDS = {Cell.IDEAS, Cell.TEXT}
each = pytest.mark.parametrize("path", CARDS, ids=[path.stem for path in CARDS])


def given(exercise: Exercise, cells: set[Cell]) -> Counter[str]:
    """Return the values of the example that go in cells of these kinds, as they are kept."""
    sheets = {sheet.key: sheet for sheet in exercise.sheets}
    return Counter(
        str(checked_value(sheets[record.feuille], record.valeur))
        for record in example_answers(exercise)
        if sheets[record.feuille].cell in cells
    )


def answered(path: Path, folder: Path, clock: Clock) -> Workshop:
    """Return the trial day of a card, open, with its example taken whole."""
    trial_day(path, folder)
    workshop = Workshop.open(folder, strict=True, now=clock)
    records = enumerate(example_answers(read_exercise(path)), 1)
    brought = importing.read(workshop.day, workshop.room, records, lambda bodies: workshop.prepare(*bodies))
    assert brought.refused == []
    workshop.record_events(brought.events)
    return workshop


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
    assert {item.text for item in told_items(told) if item.said} <= set(given(exercise, WORDS))
    written = folded((to / "synthese.md").read_text(encoding="utf-8"))
    assert [words for words in given(exercise, WORDS) if folded(words) not in written] == []


def test_a_trial_has_three_actors_three_groups_and_one_sequence(tmp_path: Path) -> None:
    day = checked_day(trial_day(library_folder() / "silhouette.yaml", tmp_path))
    assert [actor.key for actor in day.actors] == ["asv", "prevention", "cpts"]
    assert [(group.key, sum(group.composition.values())) for group in day.groups] == [("a", 4), ("b", 4), ("c", 4)]
    assert [sequence.key for sequence in day.sequences] == ["silhouette"]


# --- what a synthesis says ---


def said_in(told: Synthesis) -> Counter[str]:
    """Return the answers in words that a document tells, its annex left out: each once, however many tables tell it."""
    found = {said.answer: said.wording for item in told_items(told) for said in item.said}
    return Counter(found.values())


def told_items(told: Synthesis) -> list[Item]:
    return [item for section in told.sections if section.kind != "annexe" for item in items_of(section)]


def items_of(block: Block) -> Iterator[Item]:
    match block:
        case Section():
            for inner in block.blocks:
                yield from items_of(inner)
        case Table(figure=figure) if figure not in {"marques", "carte"}:
            for line in block.lines:
                for slot in line.slots:
                    yield from slot.items
        case Bullets():
            yield from block.items
