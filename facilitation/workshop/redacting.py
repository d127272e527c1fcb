"""Staff's own paragraphs as gestures: where they go in the document, what stands there, what keeps them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from facilitation.day import Day
from facilitation.events import Body, Event, ParagraphsWritten, Part
from facilitation.reporting import paragraphs
from facilitation.room import Room
from facilitation.sheet import checked_text
from facilitation.typography import NBSP, french, quoted


class Spot(NamedTuple):
    """A place of the document where staff write: its part, its sequence ('' elsewhere), its name for people."""

    part: Part
    sequence: str
    title: str


def spots(day: Day) -> tuple[Spot, ...]:
    """Return the places in the order of the document: the introduction, each sequence, the conclusion."""
    return (
        Spot(Part.INTRODUCTION, "", paragraphs.INTRODUCTION),
        *(Spot(Part.SEQUENCE, sequence.key, sequence.title) for sequence in day.sequences),
        Spot(Part.CONCLUSION, "", paragraphs.CONCLUSION),
    )


def standing(day: Day, room: Room, spot: Spot) -> str:
    """Return what stands in a place, as it was typed."""
    return paragraphs.standing(day, room, spot.part, spot.sequence)


def from_day(day: Day, room: Room, spot: Spot) -> bool:
    """Return whether what stands there comes from ``journee.yaml``, nobody having written there since."""
    return not room.additions.written(spot.part, spot.sequence) and bool(standing(day, room, spot))


def writing(day: Day, room: Room, spot: Spot, text: str) -> list[Body]:
    """Return what makes ``text`` the words of a place, '' leaving none; nothing when they already are.

    Raises:
        InvalidAnswerError: the text is too long, or holds what no document can.
    """
    words = checked(text)
    return [] if words == normal(standing(day, room, spot)) else [ParagraphsWritten(spot.part, words, spot.sequence)]


def checked(text: str) -> str:
    """Return a text as it is kept: its letters and line breaks untouched, no spaces at the end of lines; '' for none.

    Raises:
        InvalidAnswerError: see ``writing``.
    """
    return checked_text(text) if normal(text) else ""


def normal(text: str) -> str:
    """Return a text without the spaces that end its lines, nor the blank lines around it."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()


def spot_of(day: Day, events: Sequence[Event]) -> Spot | None:
    """Return the place that an act wrote in, None when it wrote in none that the day has."""
    written = next((event.body for event in events if isinstance(event.body, ParagraphsWritten)), None)
    if written is None:
        return None
    return next((spot for spot in spots(day) if (spot.part, spot.sequence) == (written.part, written.sequence)), None)


def lost(day: Day, room: Room) -> list[str]:
    """Return one sentence for each sequence that staff wrote on and that the day has no more: its words stay in the journal."""
    known = {sequence.key for sequence in day.sequences}
    return [
        f"Vos paragraphes sur {quoted(key)} ne sont plus dans la synthèse{NBSP}: cette séquence n’est plus dans journee.yaml."
        for key in room.additions.sequences
        if key not in known
    ]


def told_apart(day: Day, before: Room, brought: Sequence[Event], known: Collection[str]) -> list[str]:
    """Return one sentence for each place where two people wrote without knowing of each other, with both texts.

    ``before`` is the room before the other journal came in, ``brought`` all that this journal holds, ``known`` the keys of the
    events that were here already.
    """
    theirs, seen = Room(brought), {event.key for event in brought}
    names = {(spot.part, spot.sequence): spot.title for spot in spots(day)}
    sentences = []
    for place, key in before.additions.written_in.items():
        other = theirs.additions.written_in.get(place, "")
        texts = [room.additions.text(Part(place[0]), place[1]) for room in (before, theirs)]
        if key in seen or other in known or not all(texts) or texts[0] == texts[1]:
            continue
        here, there = (quoted(" ".join(text.split())) for text in texts)
        name = names.get((Part(place[0]), place[1]), place[1])
        sentences.append(french(f"{name} : écrit des deux côtés, le dernier texte reste. Ici : {here}. Là-bas : {there}."))
    return sentences
