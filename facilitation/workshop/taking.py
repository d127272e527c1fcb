"""Files of answers taken into the journal, whole or not at all unless asked otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitation.events import Body, Event
from facilitation.library import exports
from facilitation.library.answers import read as read_answers
from facilitation.library.exports import layouts
from facilitation.library.exports.layouts import FILE
from facilitation.library.exports.poll import Poll
from facilitation.library.exports.services import TYPED
from facilitation.synthesis import Record
from facilitation.typography import NBSP, enumeration, plural, quoted, thousands
from facilitation.workshop import importing
from facilitation.workshop.mapping import cells_told, deduced
from facilitation.workshop.polling import lines_of
from facilitation.workshop.workshop import Workshop

LONGEST = 60  # signs of a question, when it is told


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file: lines kept, refused (their number and why) and already there; what reading it left out."""

    kept: int
    refused: tuple[tuple[int, str], ...]
    partial: bool
    notices: tuple[str, ...] = ()
    already: int = 0
    asked: tuple[str, ...] = ()  # questions of a poll that wait for their place in ``imports.yaml``

    def sentence(self, name: str) -> str:
        """Return what to tell the person, in one sentence."""
        if self.asked:
            return f"{quoted(name)}{NBSP}: rien n’est pris, {_told_questions(self.asked)}"
        there = f"{thousands(self.already)} déjà là" if self.already else ""
        kept = f"{plural(self.kept, 'ligne')} prise{'s' if self.kept > 1 else ''}"
        if not self.refused:
            return f"{quoted(name)}{NBSP}: {', '.join(filter(None, (kept, there)))}."
        refused = f"{plural(len(self.refused), 'ligne')} sans place"
        if self.partial:
            return f"{quoted(name)}{NBSP}: {', '.join(filter(None, (kept, there, refused)))}."
        advice = "Corrigez le fichier, ou ajoutez --partiel pour prendre le reste."
        return f"{quoted(name)}{NBSP}: {refused}, rien n’est pris. {advice}"


def _told_questions(titles: tuple[str, ...]) -> str:
    """Return which questions wait for their place, and how to give it."""
    named = enumeration([quoted(title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…") for title in titles])
    waiting = plural(len(titles), "question sans place", "questions sans place")
    how = "son usage (groupe, structure, ligne, colonne ou rien) ou sa case (sequence, feuille, ligne, colonne)"
    return f"{waiting}{NBSP}: {named}. Écrivez dans {quoted(FILE)} de la journée, pour chacune, {how}, puis recommencez."


@dataclass(slots=True)
class _Batch:
    """Lines ready to find their cell, those that were refused before, and what to tell."""

    lines: list[tuple[int, Record]]
    refused: list[tuple[int, str]]
    notices: list[str]
    asked: tuple[str, ...] = ()


def take_file(workshop: Workshop, file: Path, *, partial: bool = False) -> Taken:
    """Keep the answers of a file, as one act; nothing when a line finds no cell, unless ``partial``.

    The file holds our own columns, or it is the export of a polling service, or any table: its questions then have their place
    by the words of the day, or in ``imports.yaml``, written for staff to complete when it lacks some.

    Raises:
        FileProblemsError: the file, or ``imports.yaml``, cannot be read.
        NotKeptError: the journal cannot be written; nothing was taken.
        WriteError: ``imports.yaml`` cannot be written.
    """
    act: str | None = None

    def stamp(bodies: list[Body]) -> tuple[Event, ...]:
        nonlocal act
        events = workshop.prepare(*bodies, act=act)
        act = events[0].act
        return events

    poll = exports.read(file)
    batch = _own(file) if poll is None else _polled(workshop, poll)
    if batch.asked:
        return Taken(0, (), partial, tuple(batch.notices), asked=batch.asked)
    result = importing.read(workshop.day, workshop.room, batch.lines, stamp)
    result.refused += batch.refused
    result.refused.sort()
    if result.refused and not partial:
        return Taken(0, tuple(result.refused), partial=False, notices=tuple(batch.notices))
    if result.events:
        workshop.record_events(result.events)
    return Taken(result.taken, tuple(result.refused), partial, tuple(batch.notices), result.already)


def _own(file: Path) -> _Batch:
    answers = read_answers(file)
    return _Batch(answers.records, [(problem.line, problem.message) for problem in answers.problems], answers.notices)


def _polled(workshop: Workshop, poll: Poll) -> _Batch:
    titles = [question.title for question in poll.questions]
    known = layouts.remembered(workshop.folder, poll.tool, titles)
    places = known if known is not None else deduced(workshop.day, poll)
    notices = [
        f"Lu comme un export de {poll.tool}." if poll.tool != TYPED else "Lu comme un tableau, une question par colonne."
    ]
    notices += poll.told()
    asked = tuple(title for rank, title in enumerate(titles) if not places[title].is_told and poll.values(rank))
    if asked:
        if known is None:
            layouts.remember(workshop.folder, poll.tool, places, list(cells_told(workshop.day)))
        return _Batch([], [], notices, asked)
    if known is None:
        notices += (f"{quoted(title)} → {place.told}." for title, place in places.items() if place.is_told)
    lines = lines_of(workshop.day, poll, places)
    return _Batch(lines.records, [*poll.problems, *lines.refused], [*notices, *lines.notices])
