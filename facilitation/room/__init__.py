"""What every group has said so far: a fold of events, with no clock, no disk, no screen."""

from facilitation.room.history import History
from facilitation.room.room import Room

__all__ = ["History", "Room"]
