"""Who comes to the day, and in which group: groups as alike as can be, beside the proof of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Presence(StrEnum):
    """Whether somebody comes, in the words of the lists."""

    REGISTERED = "inscrit"
    PRESENT = "présent"
    EXCUSED = "excusé"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody on the list; what the list does not say is ''. ``role`` is a function, or one of OUTSIDE."""

    OUTSIDE: ClassVar[tuple[str, ...]] = ("animateur", "observateur")  # in the room, in no group

    name: str
    organisation: str = ""
    actor: str = ""
    territory: str = ""
    group: str = ""
    presence: Presence = Presence.REGISTERED
    role: str = ""

    @property
    def is_dealt(self) -> bool:
        """Whether a place in a group is kept: neither absent nor excused, and there to take part."""
        return self.presence in {Presence.REGISTERED, Presence.PRESENT} and self.role not in self.OUTSIDE
