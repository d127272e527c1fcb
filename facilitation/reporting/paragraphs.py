"""Staff's own paragraphs: what the console wrote, else what ``journee.yaml`` says, with French spaces in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitation.day import Day
from facilitation.events import Part
from facilitation.room import Room
from facilitation.synthesis import Paragraph, Section
from facilitation.typography import french

INTRODUCTION, CONCLUSION, COMMENT = "Introduction", "Conclusion", "Commentaire"
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")


def standing(day: Day, room: Room, part: Part, sequence: str = "") -> str:
    """Return what stands in a part of the document, as it was typed: what the console wrote wins, be it nothing."""
    if room.additions.written(part, sequence):
        return room.additions.text(part, sequence)
    return of_day(day, part, sequence)


def of_day(day: Day, part: Part, sequence: str = "") -> str:
    """Return what ``journee.yaml`` says there, '' for nothing."""
    match part:
        case Part.INTRODUCTION:
            return day.introduction
        case Part.CONCLUSION:
            return day.conclusion
        case Part.SEQUENCE:
            return next((known.comment for known in day.sequences if known.key == sequence), "")


def introduction(day: Day, room: Room) -> Iterator[Section]:
    """Yield the introduction, when there is one."""
    yield from _section(INTRODUCTION, standing(day, room, Part.INTRODUCTION), "introduction")


def conclusion(day: Day, room: Room) -> Iterator[Section]:
    """Yield the conclusion, when there is one."""
    yield from _section(CONCLUSION, standing(day, room, Part.CONCLUSION), "conclusion")


def comment(day: Day, room: Room, sequence: str) -> tuple[Section, ...]:
    """Return what stands before what a sequence gave: one section, none when staff wrote nothing there."""
    return tuple(_section(COMMENT, standing(day, room, Part.SEQUENCE, sequence), "commentaire"))


def told(text: str) -> tuple[Paragraph, ...]:
    """Return a text as paragraphs: a blank line parts two of them, a line break inside one stays."""
    parts = (part.strip() for part in _BLANK.split("\n".join(text.splitlines())))
    return tuple(Paragraph(french(part)) for part in parts if part)


def _section(title: str, text: str, kind: str) -> Iterator[Section]:
    blocks = told(text)
    if blocks:
        yield Section(title, blocks, kind=kind)
