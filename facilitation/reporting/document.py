"""What every document of one day has: what tells it, and what stands around its answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from facilitation.day import Day
from facilitation.reporting.annex import annex
from facilitation.reporting.opening import opening
from facilitation.reporting.paragraphs import conclusion, introduction
from facilitation.reporting.photos import OnDisk, photos
from facilitation.reporting.telling import ideas_said
from facilitation.room import Room
from facilitation.synthesis import Section, Synthesis


def document(day: Day, key: str, kind: str, sections: Iterable[Section]) -> Synthesis:
    """Return a document of a day, whatever it holds."""
    return Synthesis(
        key=key,
        title=day.title,
        kind=kind,
        date=day.date,
        sections=tuple(sections),
        overtitle=day.overtitle,
        subtitle=day.subtitle,
        place=day.place,
        organisation=day.organisation,
    )


def results(
    day: Day, room: Room, key: str, kind: str, said: Iterable[Section], *, files: Mapping[str, OnDisk] | None = None
) -> Synthesis:
    """Return a document of results: context, what was ``said``, annexes; staff's own paragraphs stand where they wrote them.

    ``files`` are the photos that are in the day's folder, by name.
    """
    sections = (
        *introduction(day, room),
        *opening(day),
        *said,
        *conclusion(day, room),
        *annex(day, room),
        *photos(day, room, files or {}),
    )
    return replace(document(day, key, kind, sections), ideas=ideas_said(day, room))
