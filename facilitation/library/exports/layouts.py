"""``imports.yaml``, in the day's folder: where the columns of a file go, remembered for the next file of the same layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path

import yaml

from facilitation.errors import WriteError
from facilitation.library.entry import Entry
from facilitation.library.files import read_text
from facilitation.library.kinds import Choice, ListOf, Word
from facilitation.library.nodes import parse
from facilitation.library.records import Field, Record
from facilitation.library.report import Report
from facilitation.library.scalars import text
from facilitation.library.shelves import IMPORTS_FILE
from facilitation.typography import quoted

FILE = IMPORTS_FILE


class Use(StrEnum):
    """What a column is for, when it is not an answer: it says where the answers of its line go, or nothing."""

    GROUP = "groupe"
    AUTHOR = "structure"
    ROUND = "tour"
    ROW = "ligne"
    COLUMN = "colonne"
    NOTHING = "rien"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the answers to a question go: a cell of the day, by keys or titles, or a use; nothing of it is still to be said."""

    usage: str = ""
    sequence: str = ""
    feuille: str = ""
    tour: str = ""
    groupe: str = ""
    ligne: str = ""
    colonne: str = ""

    @property
    def is_told(self) -> bool:
        """Whether somebody, or the titles of the day, said where."""
        return any(getattr(self, part.name) for part in fields(self))

    @property
    def told(self) -> str:
        """What to say of it: « silhouettes / portraits / cpts / tete », « groupe »."""
        return " / ".join(said for part in fields(self) if (said := getattr(self, part.name)))


_TEXT = Word(text, {"type": "string"})
_QUESTION = Record(
    "question",
    (
        Field("question", _TEXT, "la colonne, telle que le fichier la nomme", required=True),
        Field("usage", Choice({use.value: use.value for use in Use}), "groupe, structure, tour, ligne, colonne ou rien"),
        Field("sequence", _TEXT, "la séquence de la journée"),
        Field("feuille", _TEXT, "la feuille de la séquence"),
        Field("tour", _TEXT, "le tour"),
        Field("groupe", _TEXT, "le groupe qui répond"),
        Field("ligne", _TEXT, "la ligne de la feuille"),
        Field("colonne", _TEXT, "la colonne de la feuille"),
    ),
)
_LAYOUTS = ListOf(
    Record(
        "fichier",
        (
            Field("outil", _TEXT, "l’outil qui a fait le fichier", required=True),
            Field("questions", ListOf(_QUESTION), "ses colonnes", required=True),
        ),
    )
)


def remembered(folder: Path, tool: str, titles: Sequence[str]) -> Mapping[str, Place] | None:
    """Return where the questions of this layout go; None when the folder remembers none like it.

    Raises:
        FileProblemsError: ``imports.yaml`` is there and cannot be understood.
    """
    path = folder / FILE
    if not path.is_file():
        return None
    report = Report(FILE)
    words = read_text(path, report)
    root = parse(words, report) if words is not None else None
    layouts = _LAYOUTS.read(root, FILE, report) if root is not None else ()
    report.check()
    for layout in layouts or ():
        if isinstance(layout, Entry) and layout.text("outil") == tool:
            places = {entry.text("question"): _place(entry) for entry in layout.entries("questions")}
            if set(places) == set(titles):
                return places
    return None


def _place(entry: Entry) -> Place:
    return Place(**{part.name: entry.text(part.name) for part in fields(Place)})


def remember(folder: Path, tool: str, places: Mapping[str, Place], hints: Sequence[str]) -> Path:
    """Add a layout to ``imports.yaml``, for staff to complete; return the file. What it already holds is left as it is.

    Raises:
        WriteError: the file cannot be written.
    """
    path = folder / FILE
    questions = [{"question": title, **_told(place)} for title, place in places.items()]
    entry = yaml.safe_dump([{"outil": tool, "questions": questions}], allow_unicode=True, sort_keys=False, width=10_000)
    try:
        before = path.read_text(encoding="utf-8") if path.is_file() else _HEAD + "".join(f"#   {hint}\n" for hint in hints)
        blank = entry.replace("usage: null\n", "usage:  # à compléter\n")
        path.write_text(f"{before.rstrip()}\n\n{blank}", encoding="utf-8", newline="\n")
    except (OSError, UnicodeDecodeError) as error:
        raise WriteError(f"{quoted(str(path))} ne peut pas être écrit. Vérifiez que le dossier n’est pas protégé.") from error
    return path


def _told(place: Place) -> dict[str, str | None]:
    words = ((part.name, str(getattr(place, part.name))) for part in fields(place))
    said: dict[str, str | None] = {name: word for name, word in words if word}
    return said or {"usage": None}


_HEAD = """\
# Où vont les colonnes des fichiers donnés à « facilitation saisir ». Une fois complété, relancez la même commande.
# À chaque question, écrivez l’une de ces deux choses :
#   usage : groupe (elle nomme le groupe), structure (qui a parlé), tour, ligne, colonne (elle nomme une partie de la case des
#           autres réponses de la même ligne) ou rien (laissée de côté) ;
#   sequence, feuille, ligne, colonne : la case de la journée. Une question à choix n’a pas besoin de colonne.
# Les cases de cette journée, sequence / feuille : lignes ; colonnes
"""
