"""The days this computer knows, new days from models, and the example day."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from facilitation.errors import UsageError, WriteError
from facilitation.library import Model, checked_day, examples, models, new_day
from facilitation.typography import MONTHS, NBSP, folded, french, quoted
from facilitation.workshop.taking import take_file
from facilitation.workshop.workshop import Workshop

RECENT = 20
DEMO = "paca-2021"
MORNING = re.compile(r"""(\bdebut:\s*["']?)(\d{1,2})[:h](\d{2})""")
_DATE = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")
_WRITTEN_DATE = re.compile(r"(\d{1,2})(?:er)? ([a-z]+) (\d{4})")


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
        JournalError: the folder cannot be written.
    """
    source = next(listed.path for listed in examples() if listed.key == name)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source / "journee.yaml", folder / "journee.yaml")
    workshop = Workshop.open(folder, strict=True)
    try:
        return take_file(workshop, source / "reponses.csv").kept
    finally:
        workshop.close()


@dataclass(frozen=True, slots=True)
class Draft:
    """A day about to be made: from which model, its title, date and place, its first hour (minutes since midnight), people."""

    model: str
    title: str
    date: date
    place: str = ""
    start: int | None = None
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A model as one chooses it: what it is for, what it runs, how long, for how many; its first hour in minutes, or None."""

    key: str
    need: str
    runs: tuple[str, ...]
    duration: str
    people: str
    start: int | None


def offers() -> list[Offer]:
    """Return the models a day can start from; one whose file is wrong is left out, « facilitation verifier » says why."""
    found = []
    for model in models():
        try:
            found.append(_offer(model))
        except UsageError:
            raise
        except FacilitationError:
            continue
    return found


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
    try:
        make_example(DEMO, folder)
    except OSError as error:
        raise WriteError(f"La démonstration ne peut pas être écrite dans {quoted(str(folder))}.") from error
    return folder
