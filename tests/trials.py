"""Trial days of the library's exercises, their example taken whole."""

from __future__ import annotations

from pathlib import Path

from facilitation.library import library_folder, read_exercise
from facilitation.workshop import importing
from facilitation.workshop.trial import example_answers, trial_day
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock

CARDS = sorted(library_folder().glob("*.yaml"))


def answered(path: Path, folder: Path, clock: Clock) -> Workshop:
    """Return the trial day of a card, open, with its example taken whole."""
    trial_day(path, folder, clock.now.date())
    workshop = Workshop.open(folder, strict=True, now=clock)
    records = enumerate(example_answers(read_exercise(path)), 1)
    brought = importing.read(workshop.day, workshop.room, records, lambda bodies: workshop.prepare(*bodies))
    assert brought.refused == []
    workshop.record_events(brought.events)
    return workshop
