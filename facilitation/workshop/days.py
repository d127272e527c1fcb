"""The days this computer knows, new days from models, and the example day."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from facilitation.errors import WriteError
from facilitation.library import examples
from facilitation.typography import quoted
from facilitation.workshop.taking import take_file
from facilitation.workshop.workshop import Workshop

RECENT = 20
DEMO = "paca-2021"


def memory_file() -> Path:
    """Return where the list of days opened on this computer is kept."""
    from platformdirs import user_data_path  # noqa: PLC0415  # 28 ms, only for the list of days

    return user_data_path("facilitation", appauthor=False) / "journees.json"


def recent() -> list[Path]:
    """Return the folders of the days opened on this computer, last first; those that are gone are left out."""
    try:
        folders = json.loads(memory_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    if not isinstance(folders, list):
        return []
    return [Path(folder) for folder in folders if isinstance(folder, str) and (Path(folder) / "journee.yaml").is_file()]


def remember(folder: Path) -> None:
    """Put a day at the top of the list; a list that cannot be written is no reason to stop."""
    here = folder.resolve()
    folders = [here, *(other for other in recent() if other != here)][:RECENT]
    try:
        memory_file().parent.mkdir(parents=True, exist_ok=True)
        memory_file().write_text(json.dumps([str(path) for path in folders], ensure_ascii=False), encoding="utf-8")
    except OSError:
        return


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
