"""How writing each document grows when a day has ten times the ideas, and the memory it takes."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from facilitation.day import Day
from facilitation.events import AnswerGiven
from facilitation.journal import Stamper
from facilitation.library import library_folder, read_day
from facilitation.room import Room
from facilitation.sheet import Address, Cell
from facilitation.workshop.compiling import make, outputs
from facilitation.writers import Format
from tests.bench.measure import Figure, SkippedError
from tests.bench.terminal import ROOT

FEW, MANY = 1_000, 10_000
GROWTH = 12.0  # for ten times the ideas
MEGABYTES = 300.0
WORDS = """
accès soins prévention réseau élus habitants diagnostic partagé relais communication précarité santé mentale appui terrain
coordination libéraux temps financement formation confiance proximité visibilité mobilité jeunes aidants projet territoire
""".split()  # noqa: SIM905 - easier to read than quotes


def figures() -> Iterator[Figure]:
    """Yield, for each format, the time for ``MANY`` ideas over ten times less, then the most memory any of them took."""
    peaks: dict[str, float] = {}
    for format_ in Format:
        runs = [(_measured(format_, FEW), _measured(format_, MANY)) for _ in range(3)]
        few, many = (median(run[which][0] for run in runs) for which in (0, 1))
        peaks[format_] = max(run[1][1] for run in runs)
        yield Figure(f"{format_} : {MANY} idées, face à {FEW}", 1000 * many, 1000 * few, GROWTH)
    heaviest = max(peaks, key=lambda name: peaks[name])
    yield Figure(f"mémoire à {MANY} idées, au plus haut ({heaviest})", peaks[heaviest], MEGABYTES, 1, "Mo")


def big_room(day: Day, ideas: int) -> Room:
    """Return a room that said that many ideas, spread over the cells of the day; the same for the same number."""
    chance = random.Random(ideas)
    places = [
        Address(sequence.key, sheet.key, 1, group.key, row.key, column.key)
        for sequence in day.sequences
        if sequence.exercise
        for sheet in sequence.exercise.sheets
        if sheet.cell is Cell.IDEAS
        for row, column in sheet.cells()
        for group in day.groups
    ]
    bodies = [AnswerGiven(places[n % len(places)], f"{' '.join(chance.choices(WORDS, k=8))} {n}") for n in range(ideas)]
    return Room(Stamper(lambda: 1_637_055_000_000).stamp(bodies, None))


def _measured(format_: str, ideas: int) -> tuple[float, float]:
    """Return the seconds that a fresh process took to write a format, and the most memory it ever held, in megabytes."""
    command = [sys.executable, "-m", "tests.bench.compiling", format_, str(ideas)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SkippedError(f"{format_}, {ideas} idées : {done.stderr.strip().splitlines()[-1]}")
    seconds, peak = done.stdout.split()
    return float(seconds), float(peak)


def _write(format_: str, ideas: int) -> float:
    folder = library_folder() / "journees" / "paca-2021"
    day = read_day(folder).day
    assert day is not None
    room = big_room(day, ideas)
    with tempfile.TemporaryDirectory() as to:
        began = time.perf_counter()
        for _ in make(day, room, folder, Path(to), outputs([format_])):
            pass
        return time.perf_counter() - began


def peak_memory() -> float:
    """Return the most memory this process ever held, in megabytes; Windows does not tell: 0 there."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)  # bytes on macOS, kilobytes elsewhere


if __name__ == "__main__":
    print(_write(sys.argv[1], int(sys.argv[2])), peak_memory())
