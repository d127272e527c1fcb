"""What a full cell costs to the person typing, beside an empty one: in a real terminal, from the key sent to what is drawn."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from facilitation.events import AnswerGiven, Body
from facilitation.library import library_folder
from facilitation.sheet import Address
from facilitation.workshop.workshop import Workshop
from tests.bench.measure import Figure, SkippedError, slowest
from tests.bench.terminal import Terminal

SEQUENCE, SHEET, GROUP = "silhouettes", "portraits", "g13"
FULL = 2_000
LETTERS, IDEAS = 80, 25


def figures() -> Iterator[Figure]:
    """Yield the figures of this group."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        with _capturing(home, 0) as empty, _capturing(home, FULL) as full:
            echoes = [(_echo(full), _echo(empty)) for _ in range(LETTERS)]
        slow, floor = (1000 * slowest([pair[side] for pair in echoes]) for side in (0, 1))
        yield Figure(f"de la touche à l’écran (p95), {FULL} idées face à aucune", slow, floor, 1.5)
        with _capturing(home, 10) as few, _capturing(home, FULL) as full:
            entries = [(_enter(full, number), _enter(few, number)) for number in range(IDEAS)]
        slow, floor = (1000 * median(pair[side] for pair in entries) for side in (0, 1))
        yield Figure(f"d’Entrée à l’idée à l’écran, {FULL} idées face à 10", slow, floor, 2)


def prepared(folder: Path, ideas: int) -> None:
    """Make a day that stands at the capture of the silhouettes, with that many ideas in its first cell."""
    folder.mkdir(parents=True)
    shutil.copy(library_folder() / "journees" / "paca-2021" / "journee.yaml", folder)
    workshop = Workshop.open(folder)
    sheet = workshop.sheet(SEQUENCE, SHEET)
    place = Address(SEQUENCE, SHEET, 1, GROUP, sheet.rows[0].key, sheet.columns[0].key)
    stop = next(stop for stop in workshop.stops(SEQUENCE) if stop.step.sheet == SHEET)
    given: list[Body] = [
        AnswerGiven(place, f"idée {n}, assez longue pour tenir sur deux lignes de la liste") for n in range(ideas)
    ]
    workshop.record(*given, *workshop.start(SEQUENCE, stop.place))
    workshop.close()


def _capturing(home: Path, ideas: int) -> Terminal:
    """Return a console on such a day, its first screen drawn and quiet."""
    folder = home / f"jour-{ideas}-{len(list(home.iterdir()))}"
    prepared(folder, ideas)
    terminal = Terminal([sys.executable, "-m", "facilitation", "animer", folder, "--groupe", GROUP], home)
    try:
        terminal.wait_for("puis Entrée")
        terminal.settle()
    except BaseException:
        terminal.__exit__(None, None, None)
        raise
    return terminal


def _echo(terminal: Terminal) -> float:
    """Return the seconds between a letter and the first thing drawn after it."""
    _quiet(terminal)
    pressed = terminal.press("e")
    return terminal.wait_for("e") - pressed


def _enter(terminal: Terminal, number: int) -> float:
    """Return the seconds between Enter and the idea in the list."""
    word = f"zzz{number:03}"
    terminal.press(f"idée {word}")
    terminal.wait_for(word)
    _quiet(terminal)
    pressed = terminal.press("\r")
    return terminal.wait_for(word) - pressed


def _quiet(terminal: Terminal) -> None:
    """Let what is being drawn (the hour, the timer) be drawn."""
    for _ in range(50):
        if not terminal.read(0.02):
            return
    raise SkippedError("la console dessine sans arrêt")
