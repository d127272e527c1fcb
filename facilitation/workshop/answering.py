"""What the room answered, as documents tell it, for a screen that shows it at once."""

from __future__ import annotations

from facilitation.cells.effectif import poll
from facilitation.cells.filled import Filled
from facilitation.sheet import Row
from facilitation.synthesis import Poll
from facilitation.workshop.workshop import Workshop


def poll_of(workshop: Workshop, sequence: str, sheet: str, row: Row) -> Poll:
    """Return a statement with its counts, round after round, and its verdict."""
    groups = {group.key: group.name for group in workshop.day.groups}
    return poll(Filled(workshop.room, sequence, workshop.sheet(sequence, sheet), groups), row)
