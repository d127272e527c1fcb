"""A day seen from outside, as a list of days shows it: read, never opened for writing."""

from __future__ import annotations

import os
from pathlib import Path

from facilitation.day import Day
from facilitation.errors import FacilitationError
from facilitation.hours import clock_time
from facilitation.room import Room
from facilitation.workshop.access import Now, Write, wall_clock
from facilitation.workshop.glance import BEGUN, FILLED, OVER, READY, UNDER_WAY, Glance, Moment
from facilitation.workshop.workshop import Workshop


def glance(folder: Path, now: Now = wall_clock) -> Glance:
    """Return what there is to say of a day; never raises on what is written there."""
    try:
        workshop = Workshop.open(folder, write=Write.NOTHING, now=now)
    except FacilitationError as error:
        return Glance(folder, folder.name, problem=said_there(error, folder).split("\n", maxsplit=1)[0])
    try:
        return _glance(folder, workshop.day, workshop.room)
    finally:
        workshop.close()


def said_there(error: object, folder: Path) -> str:
    """Return what an error says, its files named from the day's folder: « journee.yaml:12:5 »."""
    return str(error).replace(f"{folder}{os.sep}", "")


def _glance(folder: Path, day: Day, room: Room) -> Glance:
    from facilitation.reporting.telling import ideas_said  # noqa: PLC0415  # what tells a day, after the first screen

    running = next((sequence.key for sequence in day.sequences if room.progress(sequence.key).running), "")
    return Glance(
        folder,
        day.title,
        day.date,
        day.place or day.organisation,
        day.expected,
        len(day.groups),
        ideas_said(day, room),
        _state(day, room, running),
        day.sequence(running).title if running else "",
        tuple(_moments(day, room)),
    )


def _state(day: Day, room: Room, running: str) -> str:
    if running:
        return UNDER_WAY
    played = [room.progress(sequence.key).ended is not None for sequence in day.sequences]
    if played and played[-1]:
        return OVER
    if any(played):
        return BEGUN
    return FILLED if room.answers() else READY


def _moments(day: Day, room: Room) -> list[Moment]:
    found = []
    for sequence in day.sequences:
        progress = room.progress(sequence.key)
        state = "en cours" if progress.running else "faite" if progress.ended is not None else "à venir"
        hour = clock_time(sequence.start.hour * 3600 + sequence.start.minute * 60) if sequence.start else ""
        found.append(Moment(state, hour, sequence.title))
    return found
