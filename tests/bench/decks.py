"""Decks of a title and an 8 × 6 table a slide, whole process, beside the same number of slides from pptxgenjs."""

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

from facilitation.synthesis import Heading, Item, Line, Section, Slot, Synthesis, Table
from facilitation.writers import OUTPUTS, Format
from facilitation.writers.style import style_of
from tests.bench.compiling import MEGABYTES, peak_memory
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
        for tables in (300, 1000):
            ours = [sys.executable, "-m", "tests.bench.decks", str(tables), str(folder / "nous.pptx")]
            _run(ours, environment(folder))
            slides = _slides(folder / "nous.pptx")
            theirs = [shutil.which("node") or "node", str(SCRIPT), str(slides), str(folder / "eux.pptx")]
            runs = [(_run(ours, environment(folder)), _run(theirs, peer)) for _ in range(5)]
            mine, other = ([run[side] for run in runs] for side in (0, 1))
            value, floor = (1000 * median(run.seconds for run in side) for side in (mine, other))
            yield Figure(f"{slides} diapositives, face à {PEER}", value, floor, 1)
            yield Figure(f"{slides} diapositives, mémoire", max(run.megabytes for run in mine), MEGABYTES, 1, "Mo")


def deck(tables: int) -> Synthesis:
    """Return a synthesis of that many tables, each of one slide's size."""
    return Synthesis(
        "banc", "Banc", "restitution", date(2021, 11, 16), (Section("Tableaux", tuple(map(_table, range(tables)))),)
    )


def _table(number: int) -> Table:
    columns = tuple(Heading(f"Colonne {column}") for column in range(5))
    lines = tuple(
        Line(f"Ligne {row}", tuple(Slot(items=(Item(f"idée {number}.{row}.{column}"),)) for column in range(5)))
        for row in range(7)
    )
    return Table(f"t{number}", f"Tableau {number}", columns, lines, rows_title="Lignes")


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
    restitution = next(output for output in OUTPUTS[Format.PPTX] if not output.projected)
    restitution.writer()(deck(int(sys.argv[1])), Path(sys.argv[2]), style_of(None))
    print(peak_memory())
