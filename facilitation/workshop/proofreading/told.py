"""Every text that the documents of a day tell, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from facilitation.day import Day, Sequence
from facilitation.reporting import paragraphs
from facilitation.reporting.telling import Telling, ideas
from facilitation.room import Room
from facilitation.sheet import Address, Column, Row, Sheet
from facilitation.typography import folded
from facilitation.workshop.proofreading.finding import path
from facilitation.workshop.redacting import spots, standing

FILE = "journee.yaml"


class By(StrEnum):
    """Whose words they are."""

    ROOM = "salle"
    STAFF = "équipe"
    CARD = "fiche"


class Told(NamedTuple):
    """A text, where it stands, whose words it is; ``sourced`` when what it says comes with its sources."""

    where: str
    text: str
    by: By
    sourced: bool = False


class Places:
    """The names of the places of a day: « Silhouette › CPTS › Tête (Vallée) »."""

    def __init__(self, day: Day, room: Room) -> None:
        self.day, self.room = day, room

    @cached_property
    def sheets(self) -> dict[tuple[str, str], Sheet]:
        """The sheets of the day with their live rows, by sequence and key."""
        return {
            (filled.sequence, filled.sheet.key): filled.sheet
            for sequence in self.day.sequences
            if sequence.exercise is not None
            for filled in Telling(self.day, self.room, sequence, sequence.exercise).sheets
        }

    def sheet(self, sequence: str, sheet: str) -> str:
        """Return the name of a sheet: the sequence alone when it has no other sheet."""
        found = next((known for known in self.day.sequences if known.key == sequence), None)
        if found is None or found.exercise is None:
            return path(sequence, sheet)
        only = len(found.exercise.sheets) == 1
        titled = self.sheets.get((sequence, sheet))
        title = titled.title if titled else sheet
        return path(found.title, "" if only or folded(title) == folded(found.title) else title)

    def cell(self, sequence: str, sheet: str, row: Row | None, column: Column | None, round_: int = 1) -> str:
        """Return the name of a cell, of all its rounds at once (0); a column alone on its sheet goes without saying."""
        titled = self.sheets.get((sequence, sheet))
        said = titled.round_title(round_) if titled and round_ else ""
        name = column.short or column.title if column and titled and len(titled.columns) > 1 else ""
        line = (row.short or row.title) if row else ""
        return path(self.sheet(sequence, sheet), line, name, said)

    def answer(self, address: Address) -> str:
        """Return where an answer stands, its group too when it is known."""
        sheet = self.sheets.get((address.sequence, address.sheet))
        row = sheet.row(address.row) if sheet else None
        column = sheet.column(address.column) if sheet else None
        place = self.cell(address.sequence, address.sheet, row, column, address.round)
        group = self.day.group(address.group)
        return f"{place} ({group.name if group else address.group})" if address.group else place


def texts(places: Places) -> Iterator[Told]:
    """Yield what the documents tell, in their order; instructions that a card gives to the animator left out."""
    yield from _of_day(places.day)
    yield from _of_staff(places)
    for sequence in places.day.sequences:
        yield from _of_sequence(places, sequence)
    yield from _of_room(places)


def _of_day(day: Day) -> Iterator[Told]:
    named = {
        "journee": (day.title,),
        "surtitre": (day.overtitle,),
        "soustitre": (day.subtitle,),
        "lieu": (day.place,),
        "organisme": (day.organisation,),
        "contexte": day.context,
        "objectifs": day.objectives,
        "acteurs": tuple(actor.name for actor in day.actors),
    }
    for key, said in named.items():
        for number, text in enumerate(said, 1):
            rank = f" ({number})" if len(said) > 1 else ""
            yield Told(path(FILE, f"{key}{rank}"), text, By.STAFF)
    for group in day.groups:
        for text in (group.name, *group.detail):
            yield Told(path("Composition des groupes", group.name), text, By.STAFF)


def _of_staff(places: Places) -> Iterator[Told]:
    day, room = places.day, places.room
    for spot in spots(day):
        text = standing(day, room, spot)
        for paragraph in paragraphs.told(text):
            yield Told(path(spot.title, "vos paragraphes") if spot.sequence else spot.title, paragraph.text, By.STAFF)
    for photo in room.additions.photos:
        where = path(places.sheet(photo.sequence, photo.sheet), "légende d’une photo")
        yield Told(where, photo.caption, By.STAFF)
    for title in room.themes.titles.values():
        yield Told("Thèmes", title, By.STAFF)


def _of_sequence(places: Places, sequence: Sequence) -> Iterator[Told]:
    yield Told(path(sequence.title, "titre"), sequence.title, By.STAFF)
    yield Told(path(sequence.title, "partie"), sequence.part, By.STAFF)
    for (owner, key), sheet in places.sheets.items():
        if owner != sequence.key:
            continue
        if sequence.exercise is not None and len(sequence.exercise.sheets) > 1:
            yield Told(places.sheet(owner, key), sheet.title, By.CARD)
        for column in sheet.columns:
            yield Told(path(places.sheet(owner, key), column.short or column.title), column.title, By.CARD)
        live = {row.key for row in places.room.rows(owner, key)}
        for row in sheet.rows:
            yield from _of_row(places, owner, key, row, By.ROOM if row.key in live else By.CARD)


def _of_row(places: Places, sequence: str, sheet: str, row: Row, by: By) -> Iterator[Told]:
    where = places.cell(sequence, sheet, row, None, 0)
    yield Told(where, row.title, by)
    verdict = places.room.verdict(sequence, row.key) or row.answer
    yield Told(path(where, "réponse de la salle"), verdict, By.STAFF)
    if row.insight is not None:
        for text in (row.insight.title, *row.insight.points, *row.insight.sources):
            yield Told(path(where, "éclairage"), text, By.STAFF, sourced=bool(row.insight.sources))


def _of_room(places: Places) -> Iterator[Told]:
    families: set[str] = set()
    for answer in ideas(places.day, places.room):
        where, room = places.answer(answer.address), places.room
        yield Told(where, str(answer.value), By.ROOM)
        yield Told(path(where, "dit par"), answer.author, By.ROOM)
        yield Told(path(where, "mise de côté"), room.families.aside(answer.key), By.STAFF)
        family = room.families.family(answer.key)
        if family is not None and family.key not in families:
            families.add(family.key)
            yield Told(path(where, "idées réunies"), family.wording, By.STAFF)
