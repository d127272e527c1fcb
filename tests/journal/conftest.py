from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitation.journal import OpenedJournal, open_day_journal
from tests.conftest import Clock

Opener = Callable[..., OpenedJournal]


@pytest.fixture
def opener(clock: Clock) -> Iterator[Opener]:
    """Return what opens a day's folder with a clock of the test's own; everything is closed at the end."""
    opened: list[OpenedJournal] = []

    def open_folder(folder: Path, **how: Any) -> OpenedJournal:
        settings: dict[str, Any] = {"now": clock, "host": "PC-CRES-01"} | how
        opened.append(open_day_journal(folder, **settings))
        return opened[-1]

    yield open_folder
    for journal in opened:
        journal.close()
