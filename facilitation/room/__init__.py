"""What every group has said so far: a fold of events, with no clock, no disk, no screen."""

from facilitation.room.families import Families, Family
from facilitation.room.forks import Fork
from facilitation.room.history import History
from facilitation.room.room import AFTERWARDS, Room

__all__ = ["AFTERWARDS", "Families", "Family", "Fork", "History", "Room"]
