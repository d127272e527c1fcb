"""How long a big journal takes to open, beside reading its rows and their JSON, which nothing can avoid."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from facilitation.events import AnswerCorrected, AnswerGiven, Body
from facilitation.journal import open_day_journal
from facilitation.library import library_folder
from facilitation.sheet import Address
from facilitation.workshop.workshop import Workshop
from tests.bench.measure import Figure, compared, timed

EVENTS = 100_000


def figures() -> Iterator[Figure]:
    """Yield the figures of this group."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(library_folder() / "journees" / "paca-2021" / "journee.yaml", folder)
        fill(folder)
        file = folder / "carnet.sqlite"
        yield compared(
            f"ouvrir un carnet de {EVENTS} événements, face à la lecture et json", 2,
            timed(lambda: _open(folder)), timed(lambda: _least(file)), times=5,
        )  # fmt: skip


def fill(folder: Path) -> None:
    """Write a journal of ``EVENTS`` events: ideas in 60 cells, one in twenty corrected."""
    opened = open_day_journal(folder, now=_now, host="banc")
    stamper = opened.stamper
    given: list[str] = []
    events = []
    for number in range(EVENTS):
        body: Body
        if number % 20 == 19:
            body = AnswerCorrected(given[-1], f"idée {number} corrigée, avec leurs mots")
        else:
            address = Address("silhouettes", "portraits", 1, f"g{number % 4}", f"r{number % 3}", f"c{number % 5}")
            body = AnswerGiven(address, f"idée {number}, avec leurs mots, sur l’accès aux soins", "CPTS", "2021-11-16T10:30:00")
        (event,) = stamper.stamp([body], None)
        if isinstance(body, AnswerGiven):
            given.append(event.key)
        events.append(event)
    opened.journal.append(events)
    opened.close()


def _open(folder: Path) -> None:
    workshop = Workshop.open(folder)
    assert workshop.before is not None
    workshop.close()


def _least(file: Path) -> None:
    connection = sqlite3.connect(file)
    rows = connection.execute("SELECT * FROM event ORDER BY sequence").fetchall()
    connection.close()
    assert len([json.loads(row[-1]) for row in rows]) >= EVENTS


def _now() -> int:
    return time.time_ns() // 1_000_000
