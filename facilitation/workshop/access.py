"""How a session opens a day: where it writes, and what hour it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum, auto

Now = Callable[[], int]


class Write(Enum):
    """Where a session writes: the day's journal, that journal once its holder lets it go, one of its own beside, or nowhere."""

    MAIN = auto()
    TAKE_OVER = auto()
    OWN = auto()
    NOTHING = auto()


def wall_clock() -> int:
    """Return milliseconds since 1970."""
    return time.time_ns() // 1_000_000
