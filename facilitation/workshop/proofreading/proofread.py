"""All that is to be read again before publishing a day, in the order one goes through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from facilitation.day import Day
from facilitation.errors import FileProblemsError, Problem
from facilitation.room import Room
from facilitation.typography import folded, french, plural, quoted
from facilitation.workshop.house import told_of_templates
from facilitation.workshop.proofreading import acronyms, cells, documents, figures, ideas, links, people
from facilitation.workshop.proofreading.finding import Finding, gathered
from facilitation.workshop.proofreading.links import Answers
from facilitation.workshop.proofreading.told import Places, texts


def of_files(problems: Iterable[Problem]) -> Iterator[Finding]:
    """Yield what is wrong in the day's own files, so that its documents cannot be made as they should."""
    for problem in problems:
        place = f"{Path(problem.file).name}, ligne {problem.line}" if problem.line else Path(problem.file).name
        yield Finding(place, problem.message.rstrip("."))


def of_day(day: Day, room: Room, folder: Path, answers: Answers | None = None) -> Iterator[Finding]:
    """Yield what is to be read again in a day and its answers, documents left out; ``answers`` tries links."""
    places = Places(day, room)
    told = list(texts(places))
    names, unread = people.known_names(places, folder)
    for check in (
        cells.unanswered(places),
        cells.displaced(places),
        cells.to_complete(told),
        ideas.to_merge(places),
        ideas.forks(places),
        ideas.ungrouped(places),
        unread,
        people.named(told, names),
        people.few(places),
        people.photographed(places, folder),
        figures.without_base(told),
        figures.uncounted(places),
        acronyms.unexplained(places, told, names),
        links.wrong(told, answers),
        _house(day, folder),
    ):
        yield from gathered(check)


def documents_told(to: Path) -> str:
    """Return which documents ``of_documents`` checks, in one sentence."""
    files = documents.documents_in(to)
    if files:
        return french(f"{plural(len(files), 'document')} de {quoted(str(to))} relu{'s' if len(files) > 1 else ''}.")
    return french(f"Pas de document dans {quoted(str(to))} : ceux de la journée sont fabriqués à part, relus, puis effacés.")


def of_documents(day: Day, room: Room, folder: Path, to: Path, answers: Answers | None = None) -> Iterator[Finding]:
    """Yield what is wrong in the documents of ``to``; when there is none, in those that the day gives now, made apart.

    Raises:
        FileProblemsError: the day's own template cannot be read.
        WriteError: there is no place to make them.
    """
    files = documents.documents_in(to)
    if not files:
        yield from documents.checked_anew(day, room, folder, answers)
        return
    yield from gathered(documents.outdated(files, room, folder))
    yield from documents.checked(files, answers)
    places = Places(day, room)
    names, _unread = people.known_names(places, folder)
    known = {finding.what for finding in people.named(texts(places), names)}
    typed = list(documents.told(files, {folded(each.text) for each in texts(places)}))
    yield from gathered(cells.to_complete(typed))
    yield from gathered(finding for finding in people.named(typed, names) if finding.what not in known)


def _house(day: Day, folder: Path) -> Iterator[Finding]:
    """Yield what the day's own templates lack; one that is not there is told by ``of_files``."""
    try:
        for sentence in told_of_templates(day, folder):
            yield Finding("journee.yaml › charte", sentence.rstrip("."))
    except FileProblemsError as error:
        yield from of_files(error.problems)
