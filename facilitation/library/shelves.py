"""Where cards, models and example days are: the day's own folder first, then the organisation's, then the library."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from facilitation.errors import FacilitationError
from facilitation.library.cards import root_of
from facilitation.library.entry import Entry
from facilitation.library.formats import DAY
from facilitation.library.nodes import Node, Pairs, Scalar
from facilitation.library.report import Report, nearest, shown
from facilitation.typography import french

VARIABLE = "FACILITATION_EXERCICES"
DAY_FILE = "journee.yaml"
IMPORTS_FILE = "imports.yaml"
UNREADABLE = "(fiche à corriger)"


class Listed(NamedTuple):
    """A card or an example day, as a list shows it; its title is « (fiche à corriger) » when the file cannot be read."""

    key: str
    title: str
    path: Path


LAST = 100  # the rank of a model that says none


class Model(NamedTuple):
    """A model of day: what it is for, in words."""

    key: str
    title: str
    path: Path
    need: str = ""
    duration: str = ""
    people: str = ""
    rank: int = LAST


def library_folder() -> Path:
    """Return the folder of the cards that come with the toolkit: inside the installed package, else beside it."""
    package = Path(__file__).parents[1]
    installed = package / "exercises"
    return installed if installed.is_dir() else package.parent / "exercises"


def organisation_folder() -> Path:
    """Return the folder of the organisation's own cards, which may not exist; FACILITATION_EXERCICES names another."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_config_path  # noqa: PLC0415 - 10 ms that most calls do not need

    return user_config_path("facilitation", appauthor=False) / "exercices"


def shelves(day_folder: Path | None = None) -> list[Path]:
    """Return the folders that hold cards, the first found winning."""
    own = [day_folder / "exercices"] if day_folder else []
    return [*own, organisation_folder(), library_folder()]


def exercises(day_folder: Path | None = None) -> list[Listed]:
    """Return every card, in the order of its key; a card hides those of the same key further along the shelves."""
    found: dict[str, Listed] = {}
    for folder in shelves(day_folder):
        for path in _cards(folder):
            key, title = _glance(path)
            found.setdefault(key, Listed(key, title, path))
    return sorted(found.values())


def path_of(key: str, day_folder: Path | None = None) -> Path | None:
    """Return the file of the exercise of that key, None when there is none. Its file mostly has its name: looked at first."""
    for folder in shelves(day_folder):
        named = [path for path in _cards(folder) if path.stem == key]
        others = (path for path in _cards(folder) if path.stem != key)
        for path in (*named, *others):
            if _glance(path)[0] == key:
                return path
    return None


def find_exercise(key: str, day_folder: Path | None = None) -> Path:
    """Return the file of the exercise of that key.

    Raises:
        FacilitationError: no exercise has that key; the nearest is named.
    """
    path = path_of(key, day_folder)
    if path is None:
        raise FacilitationError(_unknown("exercice inconnu", key, [card.key for card in exercises(day_folder)]))
    return path


def models() -> list[Model]:
    """Return the models a new day can start from, in the order of their keys."""
    found: dict[str, Model] = {}
    for shelf in (organisation_folder(), library_folder()):
        for path in _cards(shelf / "modeles"):
            found.setdefault(path.stem, _model(path))
    return sorted(found.values())


def find_model(key: str) -> Model:
    """Return the model of that key.

    Raises:
        FacilitationError: no model has that key; the nearest is named.
    """
    known = models()
    for model in known:
        if model.key == key:
            return model
    raise FacilitationError(_unknown("modèle inconnu", key, [model.key for model in known]))


def examples() -> list[Listed]:
    """Return the example days; the path is the folder that holds ``journee.yaml`` and ``reponses.csv``."""
    folder = library_folder() / "journees"
    days = sorted(path.parent for path in folder.glob(f"*/{DAY_FILE}")) if folder.is_dir() else []
    return [Listed(day.name, _first_words(day / DAY_FILE).get("journee", UNREADABLE), day) for day in days]


def _unknown(what: str, word: str, known: list[str]) -> str:
    guess = nearest(word, known)
    tail = f", vouliez-vous dire {shown(guess)} ?" if guess else f" ; il y a {', '.join(map(shown, known))}"
    return f"{what} {shown(word)}{french(tail)}"


def _cards(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in {".yaml", ".yml"} and not path.name.startswith("."))
    except OSError:
        return []


def _glance(path: Path) -> tuple[str, str]:
    """Return the key and title of a card without reading it further."""
    words = _first_words(path)
    return words.get("exercice", path.stem), words.get("titre", UNREADABLE)


def _first_words(path: Path) -> dict[str, str]:
    root = root_of(path, Report(str(path)))
    return dict(_scalars(root)) if root is not None else {}


def _scalars(root: Node) -> Iterator[tuple[str, str]]:
    if isinstance(root, Pairs):
        for key, value in root.pairs():
            if isinstance(key, Scalar) and isinstance(value, Scalar) and not value.is_null:
                yield key.text, value.text.strip()


def _model(path: Path) -> Model:
    root = root_of(path, Report(str(path)))
    entry = DAY.read(root, "journee", Report(str(path))) if root is not None else None
    if entry is None:
        return Model(path.stem, UNREADABLE, path)
    about = entry.get("modele", Entry) or Entry(entry.place)
    title = entry.text("journee") or UNREADABLE
    return Model(
        path.stem,
        title,
        path,
        about.text("besoin"),
        about.text("duree"),
        about.text("personnes"),
        about.get("rang", int) or LAST,
    )
