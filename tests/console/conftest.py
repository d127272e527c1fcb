from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from facilitation.errors import JournalError
from tests.conftest import Clock
from tests.console.core import Played, make_day


@pytest.fixture
def played(tmp_path: Path, clock: Clock) -> Iterator[Played]:
    """Return the fictional day, open, where nobody answered yet; the first of its three groups is listened to."""
    opened = Played(make_day(tmp_path / "jour"), clock)
    yield opened
    opened.session.keeper.close()
    with suppress(JournalError):
        opened.workshop.close()
