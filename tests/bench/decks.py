"""Decks of a title and an 8 × 6 table a slide, a fifth with a native chart, whole process, beside the same from pptxgenjs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

from facilitation.writers.pptx.write import write_slides
from facilitation.writers.slides import Bars, BeforeAfter, Cell, Column, Series, Slide, TableSlide
from facilitation.writers.style import style_of
from tests.bench.compiling import peak_memory
from tests.bench.measure import Figure, SkippedError
from tests.bench.terminal import ROOT, environment

PEER = "pptxgenjs@4.0.1"
SCRIPT = Path(__file__).with_suffix(".js")


class Run(NamedTuple):
    """One deck written: the seconds the whole process took, and the most memory it held, in megabytes."""

    seconds: float
    megabytes: float


def figures() -> Iterator[Figure]:
    """Yield time and memory for 300 and 1,000 slides."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peer = _peer(folder)
        for slides, ceiling in ((300, 0.9), (1000, 0.8)):
            ours = [sys.executable, "-m", "tests.bench.decks", str(slides), str(folder / "nous.pptx")]
            _run(ours, environment(folder))
            assert _slides(folder / "nous.pptx") == slides
            theirs = [shutil.which("node") or "node", str(SCRIPT), str(slides), str(folder / "eux.pptx")]
            runs = [(_run(ours, environment(folder)), _run(theirs, peer)) for _ in range(5)]
            mine, other = ([run[side] for run in runs] for side in (0, 1))
            value, floor = (1000 * median(run.seconds for run in side) for side in (mine, other))
            yield Figure(f"{slides} diapositives, face à {PEER}", value, floor, ceiling)
            memory, most = (max(run.megabytes for run in side) for side in (mine, other))
            yield Figure(f"{slides} diapositives, mémoire, face à la même", memory, most, 1 / 3, "Mo")


def deck(count: int) -> Iterator[Slide]:
    """Yield that many slides, each a title and an 8 × 6 table; a fifth also have a native chart."""
    for number in range(1, count + 1):
        yield _chart(number) if number % 5 == 0 else _table(number)


def _table(number: int) -> Slide:
    columns = tuple(Column(f"Colonne {column}", 144) for column in range(6))
    rows = tuple(tuple(Cell(f"idée {number}.{row}.{column}") for column in range(6)) for row in range(7))
    return TableSlide(title=f"Tableau {number}", columns=columns, rows=rows, row_height=44)


def _chart(number: int) -> Slide:
    bars = Bars(f"Effectifs {number}", ("assis", "debout", "bras en l’air"), (Series("", (12, 18, 12)),), f"Question {number}")
    rows = tuple(tuple(f"{number}.{row}.{column}" for column in range(6)) for row in range(7))
    return BeforeAfter(title=f"Tableau {number}", statement="Affirmation", bars=bars, columns=tuple("ABCDEF"), rows=rows)


def _slides(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        return sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", part)) for part in archive.namelist())


def _peer(folder: Path) -> Mapping[str, str]:
    """Return the variables of a node that finds pptxgenjs, installed in ``folder`` for the time of the bench."""
    npm = shutil.which("npm")
    if npm is None:
        raise SkippedError("il faut node et npm")
    command = [npm, "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder), PEER]
    if subprocess.run(command, check=False, capture_output=True, timeout=300).returncode:
        raise SkippedError(f"npm n’a pas pu installer {PEER}")
    return {**environment(folder), "NODE_PATH": str(folder / "node_modules")}


def _run(command: Sequence[str], variables: Mapping[str, str]) -> Run:
    began = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, encoding="utf-8", check=False)
    seconds = time.perf_counter() - began
    if done.returncode:
        raise SkippedError(done.stderr.strip().splitlines()[-1])
    return Run(seconds, float(done.stdout))


if __name__ == "__main__":
    write_slides(deck(int(sys.argv[1])), Path(sys.argv[2]), style_of(None), title="Banc", author="", created=date(2021, 11, 16))
    print(peak_memory())
