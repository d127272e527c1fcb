"""What every group has said so far: a fold of events, with no clock, no disk, no screen."""

from facilitation.room.additions import Additions, Photo
from facilitation.room.families import Families, Family
from facilitation.room.forks import Fork
from facilitation.room.history import History
from facilitation.room.room import AFTERWARDS, WRITTEN, Room
from facilitation.room.themes import Themes

__all__ = ["AFTERWARDS", "WRITTEN", "Additions", "Families", "Family", "Fork", "History", "Photo", "Room", "Themes"]
