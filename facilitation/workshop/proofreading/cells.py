"""What nobody answered, what has no place, what still waits for one's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from facilitation.reporting.strays import strays
from facilitation.typography import folded, plural, quoted
from facilitation.workshop.proofreading.finding import Finding, path
from facilitation.workshop.proofreading.told import FILE, Places, Told
from facilitation.workshop.redacting import lost
from facilitation.workshop.review import TO_COMPLETE, exercises_of, silent, undecided, without_answer


def unanswered(places: Places) -> Iterator[Finding]:
    """Yield the sequences where nothing was kept, then the cells and the statements that wait for an answer."""
    day, room = places.day, places.room
    empty = silent(day, room)
    for sequence in empty:
        yield Finding(path(sequence.title), "aucune réponse gardée ; saisissez-les, ou retirez la séquence de journee.yaml")
    for sequence in exercises_of(day):
        if sequence in empty:
            continue
        for filled, row, column in without_answer(day, room, sequence):
            where = places.cell(sequence.key, filled.sheet.key, row, column, 0)
            yield Finding(where, "case vide ; complétez-la, ou laissez-la si personne n’a rien dit")
        for number, filled, row in undecided(day, room, sequence):
            where = path(places.sheet(sequence.key, filled.sheet.key), f"n° {number}, {quoted(row.short or row.title)}")
            yield Finding(where, "ni compte ni réponse de la salle ; notez-les, ou dites pourquoi dans vos paragraphes")


def displaced(places: Places) -> Iterator[Finding]:
    """Yield the answers and paragraphs whose place the day has no more."""
    moved = Counter(places.answer(answer.address._replace(group="")) for answer in strays(places.day, places.room))
    for where, count in moved.items():
        yield Finding(
            where, f"{plural(count, 'réponse')} dont la case n’est plus dans journee.yaml : l’annexe seule les montre"
        )
    for sentence in lost(places.day, places.room):
        yield Finding(FILE, sentence)


def to_complete(told: Iterable[Told]) -> Iterator[Finding]:
    """Yield where the words of a model still wait for those of the day."""
    for each in told:
        if TO_COMPLETE in folded(each.text):
            yield Finding(each.where, "« À compléter » est encore là ; mettez vos mots à la place")
