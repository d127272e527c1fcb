"""Processes killed for good in the middle of writing: what they were told was kept is there, once."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from facilitation.journal import read_day
from facilitation.journal.sqlite import SqliteJournal
from tests.events_samples import idea
from tests.journal.conftest import Opener

WRITER = """
import sys
from pathlib import Path
from facilitation.events import AnswerGiven
from facilitation.journal import open_day_journal
from facilitation.sheet import Address

opened = open_day_journal(Path(sys.argv[1]), now=lambda: 1_637_055_000_000, host="PC-TOMBE", own=sys.argv[2] == "own")
address = Address("silhouettes", "portraits", 1, "g13", "cpts", "coeur")
while True:
    events = opened.stamper.stamp([AnswerGiven(address, "é" * 700)] * 3)
    opened.journal.append(events)
    print(*(event.key for event in events), flush=True)
"""


def start(folder: Path, how: str = "main") -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", WRITER, str(folder), how], stdout=subprocess.PIPE, text=True)


def killed_after(process: subprocess.Popen[str], lines: int) -> list[str]:
    """Return the keys that the process was told were kept before it was killed."""
    assert process.stdout is not None
    told = [process.stdout.readline() for _ in range(lines)]
    process.kill()
    told += process.stdout.readlines()  # what it still said while it was being killed
    process.stdout.close()
    process.wait()
    return [key for line in told if line.endswith("\n") for key in line.split()]


@pytest.mark.parametrize("seed", range(3))
def test_what_was_told_kept_is_there_after_a_kill_whole_acts_and_once(tmp_path: Path, opener: Opener, seed: int) -> None:
    acknowledged = killed_after(start(tmp_path), Random(seed).randint(1, 400))
    opened = opener(tmp_path)
    keys = [event.key for event in opened.events]
    assert opened.notices == ()
    assert len(keys) == len(set(keys))
    assert set(acknowledged) <= set(keys)
    assert set(Counter(event.act for event in opened.events).values()) == {3}
    assert len(keys) - len(acknowledged) in {0, 3}  # one act may have been kept without time to say so
    file = opened.journal._writer._file  # type: ignore[union-attr] # the file under the journal
    assert file is not None
    assert file._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_day_read_while_others_write_is_always_a_whole_beginning_of_it(tmp_path: Path) -> None:
    processes = [start(tmp_path), start(tmp_path, "own")]
    seen: set[str] = set()
    for process in processes:
        assert process.stdout is not None
        process.stdout.readline()
    try:
        for _ in range(12):
            reading = read_day(tmp_path)
            keys = {event.key for event in reading.events}
            assert reading.notices == ()
            assert seen <= keys
            assert set(Counter(event.act for event in reading.events).values()) == {3}
            for station in {event.station for event in reading.events}:
                numbers = sorted(int(event.key.rpartition("-")[2]) for event in reading.events if event.station == station)
                assert numbers == list(range(1, len(numbers) + 1))
            seen = keys
    finally:
        acknowledged = [key for process in processes for key in killed_after(process, 0)]
    final = [event.key for event in read_day(tmp_path).events]
    assert set(acknowledged) <= set(final)
    assert len(final) == len(set(final))


def test_a_retry_after_an_outcome_nobody_knows_is_safe(tmp_path: Path, opener: Opener) -> None:
    opened = opener(tmp_path)
    events = opened.stamper.stamp([idea("une"), idea("deux")])
    file: SqliteJournal = opened.journal._writer._file  # type: ignore[union-attr, assignment] # kept without saying so
    file.append(events)
    opened.journal.append(events)
    assert opened.journal.events() == list(events)
