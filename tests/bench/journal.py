"""What a durable answer costs beside the least that SQLite takes for it, on the same disk, in turn."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from facilitation.journal import open_day_journal
from facilitation.journal.sqlite import INSERT, PRAGMAS, TABLES, record_of
from tests.bench.measure import Figure, compared, timed
from tests.events_samples import ideas

ANSWERS = 400


def figures() -> Iterator[Figure]:
    """Yield the figures of this group."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
        for pragma in PRAGMAS:
            bare.execute(f"PRAGMA {pragma}")
        bare.executescript(TABLES)
        opened = open_day_journal(folder, now=lambda: 0, host="banc")
        to_keep, to_insert = iter(ideas("banc", ANSWERS + 1)), map(record_of, ideas("banc", ANSWERS + 1))
        yield compared(
            "garder une réponse sur le disque, face à un INSERT nu",
            1.5,
            timed(lambda: opened.journal.append([next(to_keep)])),
            timed(lambda: bare.execute(INSERT, next(to_insert))),
            times=ANSWERS,
        )
        opened.close()
        bare.close()
