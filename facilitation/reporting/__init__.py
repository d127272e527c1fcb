"""A day and its room → the documents that tell it: one Synthesis for the results, one for what is projected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitation.day import Day
from facilitation.reporting.annex import annex
from facilitation.reporting.opening import opening
from facilitation.reporting.paragraphs import conclusion, introduction
from facilitation.reporting.photos import OnDisk, photos
from facilitation.reporting.records import ROOM_COLUMN, VERDICT_COLUMN, records_of
from facilitation.reporting.sequences import sequences, support
from facilitation.reporting.telling import duration, ideas_said
from facilitation.room import Room
from facilitation.synthesis import Section, Synthesis

__all__ = ["ROOM_COLUMN", "VERDICT_COLUMN", "duration", "records_of", "support_of", "synthesis_of"]


def synthesis_of(day: Day, room: Room, key: str, files: Mapping[str, OnDisk] | None = None) -> Synthesis:
    """Return the document of the results: context, groups, each sequence with all that was said, annexes.

    Staff's own paragraphs stand where they wrote them.

    ``files`` are the photos that are in the day's folder, by name.
    """
    sections = (
        *introduction(day, room),
        *opening(day),
        *sequences(day, room),
        *conclusion(day, room),
        *annex(day, room),
        *photos(day, room, files or {}),
    )
    return replace(_document(day, key, "Synthèse des ateliers", sections), ideas=ideas_said(day, room))


def support_of(day: Day, key: str) -> Synthesis:
    """Return the document of what is projected during the day: nothing that was said, everything that is asked."""
    return _document(day, key, "Support d’animation", (*opening(day), *support(day)))


def _document(day: Day, key: str, kind: str, sections: tuple[Section, ...]) -> Synthesis:
    return Synthesis(
        key=key,
        title=day.title,
        kind=kind,
        date=day.date,
        sections=sections,
        overtitle=day.overtitle,
        subtitle=day.subtitle,
        place=day.place,
        organisation=day.organisation,
    )
