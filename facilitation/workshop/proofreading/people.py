"""Who could be recognised: names and addresses in the texts, and kinds of actors that one or two people stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from facilitation.day import OTHERS, Group
from facilitation.errors import FileProblemsError
from facilitation.reporting.photos import warning
from facilitation.typography import NBSP, enumeration, plural, quoted
from facilitation.workshop.people import Names, found_in, names_of
from facilitation.workshop.photos import told_missing
from facilitation.workshop.proofreading.finding import Finding, path
from facilitation.workshop.proofreading.told import By, Places, Told

FEW = 2  # people: RGPD-04
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d+])(?:(?:\+|00)33[\s.\u00a0\u202f-]?|0)[1-9](?:[\s.\u00a0\u202f-]?\d{2}){4}(?!\d)")


def known_names(places: Places, folder: Path) -> tuple[Names, list[Finding]]:
    """Return the names of the day, and what is wrong with its list when it cannot be read."""
    try:
        return names_of(places.day, folder), []
    except FileProblemsError as error:
        why = [
            Finding(problem.file, f"{problem.message} (les noms de la liste ne sont pas cherchés)")
            for problem in error.problems
        ]
        return Names(), why


def named(told: Iterable[Told], names: Names) -> Iterator[Finding]:
    """Yield the names, addresses and telephone numbers that the texts hold; those of a card are of nobody here."""
    for each in told:
        if each.by is By.CARD or not each.text:
            continue
        for span in found_in(each.text, names):
            name = quoted(each.text[span.start : span.end])
            source = "de la liste" if span.is_listed else "après une civilité"
            yield Finding(each.where, f"nom de personne {name} ({source}) ; remplacez-le par une fonction ou une structure")
        for kind, pattern in (("adresse électronique", _EMAIL), ("numéro de téléphone", _PHONE)):
            for found in pattern.finditer(each.text):
                yield Finding(
                    each.where, f"{kind} {quoted(found[0])} ; retirez ce qui permet de joindre quelqu’un sans son accord"
                )


def few(places: Places) -> Iterator[Finding]:
    """Yield the groups whose composition tells of one or two people of a kind, and what they said of that kind (RGPD-04)."""
    for group in places.day.groups:
        rare = {key: count for key, count in group.composition.items() if 0 < count <= FEW}
        if rare:
            yield Finding(
                path("Composition des groupes", group.name),
                f"{_counted(places, rare)} ; vérifiez que sa fonction, sa structure et ce territoire n’y font pas reconnaître"
                " quelqu’un",
            )
        yield from _few_in_cells(places, group, rare)


def _counted(places: Places, rare: Mapping[str, int]) -> str:
    titles = {actor.key: actor.short or actor.name for actor in places.day.actors} | {OTHERS: "autres"}
    return enumeration([f"{titles.get(key, key)}, {plural(count, 'personne')}" for key, count in rare.items()])


def _few_in_cells(places: Places, group: Group, rare: Mapping[str, int]) -> Iterator[Finding]:
    """Yield, for each actor kind that few people of a group are of, the cells that this group filled as that kind."""
    titles = {actor.key: actor.short or actor.name for actor in places.day.actors}
    for (sequence, key), sheet in places.sheets.items():
        for actor, count in rare.items():
            row = sheet.row(actor)
            said = [
                answer
                for answer in places.room.said()
                if answer.address[:2] == (sequence, key) and answer.address.group == group.key and answer.address.row == actor
            ]
            if row is not None and said and actor in titles:
                where = f"{path(places.sheet(sequence, key), titles[actor])} ({group.name})"
                who = "une seule personne est" if count == 1 else "deux personnes sont"
                told = plural(len(said), "réponse")
                yield Finding(where, f"{told} d’un groupe où {who} de ce type ; relisez ce que l’annexe laisse deviner")


def photographed(places: Places, folder: Path) -> Iterator[Finding]:
    """Yield what to look at in the photos, and those whose file is missing."""
    count = len(places.room.additions.photos)
    if count:
        yield Finding(f"Annexe des photos ({plural(count, 'photo')})", warning(count).rstrip("."))
    for sentence in told_missing(folder, places.day, places.room):
        yield Finding("Annexe des photos", sentence.rstrip(".").replace(f"Photo absente{NBSP}: ", "photo absente, "))
