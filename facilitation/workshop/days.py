"""The days this computer knows, new days from models, and the example day."""

from __future__ import annotations

import shutil
from pathlib import Path

from facilitation.errors import WriteError
from facilitation.library import examples
from facilitation.typography import quoted
from facilitation.workshop.taking import take_file
from facilitation.workshop.workshop import Workshop

DEMO = "paca-2021"


def make_example(name: str, folder: Path) -> int:
    """Make an example day in a folder, from its published answers; return how many lines were taken.

    Raises:
        StopIteration: no such example.
        WriteError: the folder cannot be made or written.
        JournalError: the journal cannot be written.
    """
    source = next(listed.path for listed in examples() if listed.key == name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / "journee.yaml", folder / "journee.yaml")
    except OSError as error:
        raise WriteError(
            f"La journée d’exemple ne peut pas être écrite dans {quoted(str(folder))}. Donnez un autre dossier."
        ) from error
    workshop = Workshop.open(folder, strict=True)
    try:
        return take_file(workshop, source / "reponses.csv").kept
    finally:
        workshop.close()


def home() -> Path:
    """Return the folder where days are put when nobody says otherwise: in one's documents, else here."""
    from platformdirs import user_documents_path  # noqa: PLC0415  # 28 ms, only when a day is made

    documents = user_documents_path()
    return documents / "facilitation" if documents.is_dir() else Path("journees")


def demonstration() -> Path:
    """Return the folder of the example day, made when it is not there yet.

    Raises:
        FacilitationError: the folder cannot be written.
    """
    for folder in (Path("journees") / DEMO, home() / DEMO):
        if (folder / "journee.yaml").is_file():
            return folder
    folder = home() / DEMO
    make_example(DEMO, folder)
    return folder
