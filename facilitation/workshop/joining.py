"""Several rooms, one day: the journals of other computers brought into this one, any order, any number of times."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitation.errors import JournalError
from facilitation.events import AnswerGiven, Event, PhotoAttached
from facilitation.journal import Reading, read_day, read_file
from facilitation.room import Fork, Room
from facilitation.typography import enumeration, french, plural, quoted
from facilitation.workshop.photos import bring, told_missing
from facilitation.workshop.redacting import told_apart
from facilitation.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Joined:
    """What one journal brought: answers that were not here, answers that were, and what reading it had to mend."""

    source: Path
    new: int
    known: int
    photos: int = 0
    notices: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What happened, in one sentence."""
        several = "s" if self.new > 1 else ""
        already = f", {self.known} déjà là" if self.known else ""
        photos = f", {plural(self.photos, 'photo')}" if self.photos else ""
        return french(f"{self.source.name} : {plural(self.new, 'réponse')} prise{several}{already}{photos}.")


def join(workshop: Workshop, source: Path) -> Joined:
    """Bring in what another folder of the same day, or one journal of it, holds; what is here already changes nothing.

    Raises:
        JournalError: there is no journal there, it is of another day, it cannot be read, or what it holds cannot be kept here;
            nothing is taken then.
        WriteError: a photo cannot be written in the day's folder; nothing is taken then.
    """
    reading = _read(source)
    given = [event for event in reading.events if isinstance(event.body, AnswerGiven)]
    if given and not any(_has_a_place(workshop, event) for event in given):
        raise JournalError(
            french(
                f"{quoted(str(source))} est d’une autre journée : aucune de ses {plural(len(given), 'réponse')} n’a de case"
                " ici. Rien n’a été pris."
            )
        )
    known = workshop.known()
    shown = [event.body.file for event in reading.events if isinstance(event.body, PhotoAttached)]
    photos = bring(source.parent if source.is_file() else source, workshop.folder, shown)
    fresh = [event for event in reading.events if event.key not in known]
    before = workshop.room
    if fresh:
        workshop.receive(fresh)
    apart = told_apart(workshop.day, before, reading.events, known) if fresh else []
    new = sum(isinstance(event.body, AnswerGiven) for event in fresh)
    lost = told_missing(workshop.folder, workshop.day, workshop.room, shown)
    return Joined(source, new, len(given) - new, photos, (*reading.notices, *lost, *apart))


def _read(source: Path) -> Reading:
    if source.is_file():
        return read_file(source)
    reading = read_day(source)
    if not reading.events:
        raise JournalError(
            french(
                f"Il n’y a pas de carnet dans {quoted(str(source))}. Donnez le dossier copié depuis l’autre ordinateur, celui"
                " qui contient carnet.sqlite."
            )
        )
    return reading


def _has_a_place(workshop: Workshop, event: Event) -> bool:
    """Return whether a sheet of this day has the cell where an answer was given, free rows aside."""
    if not isinstance(event.body, AnswerGiven):
        return False
    address = event.body.address
    return any(
        sequence.key == address.sequence
        and sequence.exercise is not None
        and any(
            sheet.key == address.sheet and (sheet.free_rows or sheet.row(address.row) is not None)
            for sheet in sequence.exercise.sheets
        )
        for sequence in workshop.day.sequences
    )


def told_forks(room: Room) -> list[str]:
    """Return one sentence for each answer that two people worded otherwise: the wordings, and which one stands for now."""
    return [_told(each) for each in room.forks()]


def _told(each: Fork) -> str:
    wordings = [quoted(str(wording)) for wording in each.wordings]
    return french(
        f"Récrite par deux personnes : {enumeration(wordings)}. {wordings[-1]} est gardé tant que personne ne choisit."
    )
