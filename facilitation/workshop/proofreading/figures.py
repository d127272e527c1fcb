"""Figures whose base nobody knows: how many people are the whole of « 80 % », « 9 sur 10 » or of a count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from facilitation.cells.effectif import tallies
from facilitation.cells.filled import Filled
from facilitation.sheet import Cell, Row
from facilitation.synthesis import Tally
from facilitation.typography import enumeration, plural, quoted
from facilitation.workshop.proofreading.finding import Finding, path
from facilitation.workshop.proofreading.told import By, Places, Told
from facilitation.workshop.review import exercises_of, filled_sheets

_SPACE = r"[ \u00a0\u202f]"
_NUMBER = r"(?:\d+(?:[.,]\d+)?|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent)"
_PEOPLE = (
    r"(?:personnes?|gens|participant(?:e|s|es)?|répondant(?:e|s|es)?|réponses?|visiteu(?:rs?|ses?)|professionnel(?:le|s|les)?"
    r"|patient(?:e|s|es)?|habitant(?:e|s|es)?|usag(?:ers?|ères?)|adultes?|jeunes?|enfants?|élèves?|médecins?|structures?"
    r"|intervenant(?:e|s|es)?|foyers?|ménages?|femmes?|hommes?|inscrite?s?|présente?s?|questionnaires?|Français(?:es?)?)"
)
_PERCENT = re.compile(rf"(?<![\w.,])\d+(?:[.,]\d+)?(?:{_SPACE}?%|{_SPACE}pour{_SPACE}cent\b)")
_SHARE = re.compile(
    rf"\b{_NUMBER}{_SPACE}(?:{_PEOPLE}{_SPACE})?sur{_SPACE}(?:dix|cent|mille|10|100|1{_SPACE}?000)\b", re.IGNORECASE
)
_SHARE_OF_PEOPLE = re.compile(
    rf"\b{_NUMBER}{_SPACE}{_PEOPLE}{_SPACE}sur{_SPACE}(?:deux|trois|quatre|cinq|six|sept|huit|neuf|[2-9])\b", re.IGNORECASE
)
_BASE = re.compile(
    rf"\bn{_SPACE}?={_SPACE}?\d|\b\d[\d{_SPACE[1:-1]}]*{_SPACE}(?:\w+{_SPACE})?{_PEOPLE}\b(?!{_SPACE}sur)|\bsur{_SPACE}(?!10\b|100\b|1{_SPACE}?000\b)\d{{2,}}",
    re.IGNORECASE,
)
# A part of something that is not people: of a working time, of a tax, of a whole (« 100 % »).
_OF_NO_PEOPLE = re.compile(r"\b(?:poste|temps|ETP|TVA|remise|taux plein|prise? en charge|rembours\w+)\b", re.IGNORECASE)
_AROUND = 25  # letters read on either side of a percentage for what it is a part of


def without_base(told: Iterable[Told]) -> Iterator[Finding]:
    """Yield the shares that a text tells without the number of people that they are of; those with their sources have one."""
    for each in told:
        shares = [] if each.sourced or each.by is By.CARD else list(_shares(each.text))
        if shares and not _BASE.search(_without(each.text, shares)):
            whose, do = ("chiffre dit par la salle", "vérifiez-le, et ") if each.by is By.ROOM else ("chiffre", "")
            named = enumeration(list(dict.fromkeys(quoted(share[0]) for share in shares)))
            yield Finding(each.where, f"{whose} sans sa base, {named} ; {do}dites sur combien de personnes")


def _shares(text: str) -> Iterator[re.Match[str]]:
    for found in _PERCENT.finditer(text):
        around = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
        if not found[0].startswith("100") and not _OF_NO_PEOPLE.search(around):
            yield found
    for pattern in (_SHARE, _SHARE_OF_PEOPLE):
        yield from pattern.finditer(text)


def _without(text: str, shares: Iterable[re.Match[str]]) -> str:
    """Return a text without its shares: « 3 patients sur 4 » is no number of people."""
    for share in shares:
        text = f"{text[: share.start()]}{'.' * len(share[0])}{text[share.end() :]}"
    return text


def uncounted(places: Places) -> Iterator[Finding]:
    """Yield the counts whose whole is unknown, or smaller than its parts, and the percentages of earlier editions."""
    for sequence in exercises_of(places.day):
        published: list[str] = []
        for filled in filled_sheets(places.day, places.room, sequence):
            for row in filled.sheet.rows if filled.sheet.cell is Cell.COUNT else ():
                if filled.sheet.debated:
                    yield from _of_row(places, filled, row)
                published += [year for year, words in row.editions.items() if "%" in words and not _BASE.search(words)]
        if published:
            years = enumeration(sorted(set(published)))
            count = plural(len(published), "pourcentage")
            whose = "leur" if len(published) > 1 else "sa"
            yield Finding(
                path(sequence.title), f"{count} de {years} sans {whose} base ; ajoutez-la si vous l’avez, sinon dites-le"
            )


def _of_row(places: Places, filled: Filled, row: Row) -> Iterator[Finding]:
    sheet = filled.sheet
    for tally in tallies(filled, row):
        where = path(places.cell(filled.sequence, sheet.key, row, None, 0), tally.title)
        missing = [
            quoted(column.short or column.title)
            for column, count in zip(sheet.columns, tally.counts, strict=True)
            if count is None and column.key not in sheet.beside
        ]
        counted = sum(count for count in tally.counts if count is not None)
        if missing and tally.room is None:
            what = f"{_people(counted)} sans le total de la salle, et rien pour {enumeration(missing)}"
            yield Finding(where, f"{what} ; comptez-les, ou dites le total")
        elif _is_too_many(tally, counted):
            yield Finding(where, f"{_people(counted)} pour {plural(tally.room or 0, 'personne')} dans la salle ; recomptez")


def _people(count: int) -> str:
    return f"{plural(count, 'personne')} comptée{'s' if count > 1 else ''}"


def _is_too_many(tally: Tally, counted: int) -> bool:
    return tally.room is not None and counted > tally.room
