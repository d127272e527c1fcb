"""How long before something is on the screen, beside the least that Python and Textual take."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.measure import Figure, Sample, compared, timed
from tests.bench.terminal import Terminal, environment

COMMAND = [sys.executable, "-m", "facilitation"]
BARE = """
from textual.app import App
from textual.widgets import Input
class Bare(App):
    def compose(self):
        yield Input(placeholder="F1 aide")
Bare().run()
"""


def figures() -> Iterator[Figure]:
    """Yield the figures of this group."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        yield compared(
            "facilitation --help, face à python -c pass",
            3,
            _spawned(home, *COMMAND, "--help"),
            _spawned(home, sys.executable, "-c", "pass"),
            times=21,
        )
        bare = _painted([sys.executable, "-c", BARE], home)
        yield compared("console, premier écran, face à une application Textual vide", 1.3, _painted(COMMAND, home), bare)
        subprocess.run(
            [*COMMAND, "demo"], cwd=home, env=environment(home), check=True, capture_output=True, stdin=subprocess.DEVNULL
        )
        day = _painted([*COMMAND, "animer", home / "journees" / "paca-2021"], home)
        yield compared("console sur une journée, premier écran, face à la même", 1.3, day, bare)


def _spawned(home: Path, *command: str) -> Sample:
    return timed(lambda: subprocess.run(command, env=environment(home), check=True, capture_output=True))


def _painted(command: Sequence[str | Path], home: Path) -> Sample:
    """Return a sample from the start of the process to the foot of its first screen (« F1 aide »)."""

    def sample() -> float:
        with Terminal(command, home) as terminal:
            return terminal.wait_for("aide") - terminal.began

    return sample
