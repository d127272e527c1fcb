"""A day and its room → the documents that tell it: one Synthesis for the results, one for what is projected."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.day import Day
from facilitation.reporting.document import document, results
from facilitation.reporting.opening import opening
from facilitation.reporting.photos import OnDisk
from facilitation.reporting.records import ROOM_COLUMN, VERDICT_COLUMN, records_of
from facilitation.reporting.sequences import sequences, support
from facilitation.reporting.telling import duration
from facilitation.room import Room
from facilitation.synthesis import Synthesis

__all__ = ["ROOM_COLUMN", "VERDICT_COLUMN", "duration", "records_of", "support_of", "synthesis_of"]


def synthesis_of(day: Day, room: Room, key: str, files: Mapping[str, OnDisk] | None = None) -> Synthesis:
    """Return the document of the results, each sequence with all that was said.

    ``files`` are the photos that are in the day's folder, by name.
    """
    return results(day, room, key, "Synthèse des ateliers", sequences(day, room), files=files)


def support_of(day: Day, key: str) -> Synthesis:
    """Return the document of what is projected during the day: nothing that was said, everything that is asked."""
    return document(day, key, "Support d’animation", (*opening(day), *support(day)))
