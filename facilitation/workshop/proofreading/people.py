"""Who could be recognised: names and addresses in the texts, and kinds of actors that one or two people stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from facilitation.day import OTHERS
from facilitation.errors import FileProblemsError
from facilitation.reporting.photos import warning
from facilitation.typography import NBSP, lowered, plural, quoted
from facilitation.workshop.people import Names, found_in, names_of
from facilitation.workshop.photos import told_missing
from facilitation.workshop.proofreading.finding import Finding, listed
from facilitation.workshop.proofreading.told import By, Places, Told

FEW = 2  # people: RGPD-04
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d+])(?:(?:\+|00)33[\s.\u00a0\u202f-]?|0)[1-9](?:[\s.\u00a0\u202f-]?\d{2}){4}(?!\d)")


def known_names(places: Places, folder: Path) -> tuple[Names, list[Finding]]:
    """Return the names of the day, and what is wrong with its list when it cannot be read."""
    try:
        return names_of(places.day, folder), []
    except FileProblemsError as error:
        files = dict.fromkeys(Path(problem.file).name for problem in error.problems)
        why = [
            Finding(file, "liste illisible, ses noms ne sont pas cherchés dans les textes ; facilitation verifier dit pourquoi")
            for file in files
        ]
        return Names(), why


def named(told: Iterable[Told], names: Names) -> Iterator[Finding]:
    """Yield the names, addresses and telephone numbers that the texts hold; those of a card are of nobody here."""
    for each in told:
        if each.by is By.CARD or not each.text:
            continue
        written = _EMAIL.sub(lambda found: " " * len(found[0]), each.text)  # an address is told once, as an address
        for span in found_in(written, names):
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
    rare = {
        group.key: {key: count for key, count in group.composition.items() if 0 < count <= FEW} for group in places.day.groups
    }
    told = [f"{group.name} ({_counted(places, rare[group.key])})" for group in places.day.groups if rare[group.key]]
    if told:
        what = f"une ou deux personnes d’un même type, {listed(told)}"
        warned = "fonction, structure et territoire suffisent alors à reconnaître quelqu’un, relisez ce qui en est dit"
        yield Finding("Composition des groupes", f"{what} ; {warned}")
    yield from _few_in_cells(places, rare)


def _counted(places: Places, rare: Mapping[str, int]) -> str:
    titles = {actor.key: actor.short or actor.name for actor in places.day.actors}
    return ", ".join(
        f"{count} autre{'s' if count > 1 else ''}" if key == OTHERS else f"{count} {titles.get(key, key)}"
        for key, count in rare.items()
    )


def _few_in_cells(places: Places, rare: Mapping[str, Mapping[str, int]]) -> Iterator[Finding]:
    """Yield one finding for each sheet where groups answered as a kind of actors that few of them are."""
    titles = {actor.key: actor.short or actor.name for actor in places.day.actors}
    names = {group.key: group.name for group in places.day.groups}
    said = Counter((*answer.address[:2], answer.address.row, answer.address.group) for answer in places.room.said())
    for sequence, sheet in places.sheets:
        told = [
            f"{titles[actor]} ({names[group]}, {plural(times, 'réponse')})"
            for (owner, key, actor, group), times in said.items()
            if (owner, key) == (sequence, sheet) and actor in titles and actor in rare.get(group, ())
        ]
        if told:
            what = f"une ou deux personnes seulement de ce type dans le groupe, {listed(told)}"
            yield Finding(places.sheet(sequence, sheet), f"{what} ; relisez ce que l’annexe laisse deviner")


def photographed(places: Places, folder: Path) -> Iterator[Finding]:
    """Yield what to look at in the photos, and those whose file is missing."""
    count = len(places.room.additions.photos)
    if count:
        yield Finding(f"Annexe des photos ({plural(count, 'photo')})", lowered(warning(count).rstrip(".")))
    for sentence in told_missing(folder, places.day, places.room):
        yield Finding("Annexe des photos", sentence.rstrip(".").replace(f"Photo absente{NBSP}: ", "photo absente, "))
