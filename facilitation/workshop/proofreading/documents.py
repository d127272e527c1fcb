"""The documents to publish: those that are there, edited by hand perhaps, else those that the day gives now."""

from __future__ import annotations

import tempfile
from collections.abc import Container, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from facilitation.day import Day
from facilitation.errors import FileProblemsError
from facilitation.room import Room
from facilitation.typography import folded
from facilitation.workshop.compiling import make, outputs
from facilitation.workshop.proofreading import presentation, web_page, word_document
from facilitation.workshop.proofreading.finding import Finding, gathered
from facilitation.workshop.proofreading.links import Answers
from facilitation.workshop.proofreading.told import By, Told

PAPERS = frozenset(  # to print for the room, names included; never published
    ("feuilles-a3.docx", "affiches.docx", "chevalets.docx", "cartes-rotation.docx", "tables-rotation.docx", "emargement.docx")
)
CHECKED = {".docx": word_document.faults, ".pptx": presentation.faults, ".html": web_page.faults}
PASSAGES = {".docx": word_document.passages, ".pptx": presentation.passages, ".html": web_page.passages}
UNREADABLE = "ce fichier ne s’ouvre pas ; fabriquez-le à nouveau"


def documents_in(folder: Path) -> list[Path]:
    """Return the documents of a folder that can be checked, by name, papers to print left out.

    What Word or PowerPoint keeps beside a file that is open is none.
    """
    if not folder.is_dir():
        return []
    return sorted(
        file
        for file in folder.iterdir()
        if file.suffix in CHECKED and file.name not in PAPERS and not file.name.startswith("~$") and file.is_file()
    )


def checked(files: list[Path], answers: Answers | None = None) -> Iterator[Finding]:
    """Yield what is wrong in each document, places that share one fault together."""
    for file in files:
        try:
            yield from gathered(CHECKED[file.suffix](file, answers))
        except (FileProblemsError, OSError):
            yield Finding(file.name, UNREADABLE)


def checked_anew(day: Day, room: Room, folder: Path, answers: Answers | None = None) -> Iterator[Finding]:
    """Yield what is wrong in the documents that the day gives now, made apart and erased.

    Raises:
        FileProblemsError: the day's own template cannot be read.
        WriteError: there is no place to make them.
    """
    with tempfile.TemporaryDirectory(prefix="facilitation-", ignore_cleanup_errors=True) as scratch:
        to = Path(scratch)
        wanted = outputs([suffix[1:] for suffix in CHECKED])
        yield from checked([made.path for made in make(day, room, folder, to, wanted)], answers)


def told(files: list[Path], known: Container[str]) -> Iterator[Told]:
    """Yield the texts of documents that the day itself does not tell: what somebody typed in them; ``known`` is folded."""
    for file in files:
        with suppress(FileProblemsError, OSError):  # told by ``checked``
            for where, text in PASSAGES[file.suffix](file):
                if folded(text) not in known:
                    yield Told(where, text, By.STAFF)


def outdated(files: list[Path], room: Room, folder: Path) -> Iterator[Finding]:
    """Yield the documents that were written before the last answer was, or before the day's file was changed."""
    said = max((event.at for event in room.brought()), default=0) / 1000
    file = folder / "journee.yaml"
    changed = file.stat().st_mtime if file.is_file() else 0.0
    for document in files:
        written = document.stat().st_mtime
        if written < said:
            last = datetime.fromtimestamp(said, tz=UTC).astimezone().strftime("%d/%m/%Y à %H:%M")
            yield Finding(document.name, f"écrit avant la dernière réponse, prise le {last} ; fabriquez-le à nouveau")
        elif written < changed:
            yield Finding(document.name, "écrit avant le dernier changement de journee.yaml ; fabriquez-le à nouveau")
