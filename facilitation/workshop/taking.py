"""Files of answers taken into the journal, whole or not at all unless asked otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitation.events import Body, Event
from facilitation.library.answers import read as read_answers
from facilitation.typography import NBSP, plural, quoted, thousands
from facilitation.workshop import importing
from facilitation.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file: lines kept, refused (their number and why) and already there; what reading it left out."""

    kept: int
    refused: tuple[tuple[int, str], ...]
    partial: bool
    notices: tuple[str, ...] = ()
    already: int = 0

    def sentence(self, name: str) -> str:
        """Return what to tell the person, in one sentence."""
        there = f"{thousands(self.already)} déjà là" if self.already else ""
        kept = f"{plural(self.kept, 'ligne')} prise{'s' if self.kept > 1 else ''}"
        if not self.refused:
            return f"{quoted(name)}{NBSP}: {', '.join(filter(None, (kept, there)))}."
        refused = f"{plural(len(self.refused), 'ligne')} sans place"
        if self.partial:
            return f"{quoted(name)}{NBSP}: {', '.join(filter(None, (kept, there, refused)))}."
        advice = "Corrigez le fichier, ou ajoutez --partiel pour prendre le reste."
        return f"{quoted(name)}{NBSP}: {refused}, rien n’est pris. {advice}"


def take_file(workshop: Workshop, file: Path, *, partial: bool = False) -> Taken:
    """Keep the answers of a file, as one act; nothing when a line finds no cell, unless ``partial``.

    Raises:
        FileProblemsError: the file is not a readable CSV of answers.
        NotKeptError: the journal cannot be written; nothing was taken.
    """
    act: str | None = None

    def stamp(bodies: list[Body]) -> tuple[Event, ...]:
        nonlocal act
        events = workshop.prepare(*bodies, act=act)
        act = events[0].act
        return events

    answers = read_answers(file)
    result = importing.read(workshop.day, workshop.room, answers, stamp)
    result.refused += [(problem.line, problem.message) for problem in answers.problems]
    result.refused.sort()
    if result.refused and not partial:
        return Taken(0, tuple(result.refused), partial=False, notices=tuple(answers.notices))
    if result.events:
        workshop.record_events(result.events)
    return Taken(result.taken, tuple(result.refused), partial, tuple(answers.notices), result.already)
