"""From ``journee.yaml`` to a day, its exercises found, adapted and checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from facilitation.day import OTHERS, Actor, Charter, Day, Group
from facilitation.errors import FileProblemsError, Problem
from facilitation.library.cards import card_of, has_key, root_of
from facilitation.library.entry import Entry, keys_of
from facilitation.library.formats import DAY
from facilitation.library.nodes import Node, Pairs
from facilitation.library.report import WHOLE_FILE, Report, nearest
from facilitation.library.seating import with_compositions
from facilitation.library.sequences import Setting, sequences_of
from facilitation.library.sharing import groups_shared, sharing_of
from facilitation.library.shelves import DAY_FILE, IMPORTS_FILE

_NO_DAY = f"il n'y a pas de {DAY_FILE} dans ce dossier : « facilitation nouvelle DOSSIER » en crée un"


class Reading(NamedTuple):
    """What was read of a day: what is right, None when too little is, and every problem, sorted."""

    day: Day | None
    problems: list[Problem]


def read_day(path: Path) -> Reading:
    """Return the day of a folder or of a file, its exercises looked for beside it first; never raises on what is written."""
    file = path / DAY_FILE if _is_folder(path) else path
    report = Report(str(file))
    root = root_of(file, report, _NO_DAY) if file != path else root_of(file, report)
    day = None if root is None else _day(root, file.parent, report)
    return Reading(day, sorted(report.problems))


def checked_day(path: Path) -> Day:
    """Return the day of a folder or of a file.

    Raises:
        FileProblemsError: everything that is wrong in its file and in the cards it names, at once.
    """
    day, problems = read_day(path)
    if problems or day is None:
        raise FileProblemsError(problems)
    return day


def problems_of(path: Path) -> list[Problem]:
    """Return what is wrong in a card, a day, or every YAML file of a folder and of the folders it holds."""
    if _is_folder(path):
        found = sorted(file for suffix in ("*.yaml", "*.yml") for file in path.rglob(suffix))
        files = [file for file in found if file.name != IMPORTS_FILE]  # read when files are taken in: neither a card nor a day
        return sorted({problem for file in files for problem in problems_of(file)}) if files else read_day(path).problems
    report = Report(str(path))
    root = root_of(path, report)
    if root is not None and has_key(root, "journee"):
        return read_day(path).problems
    if root is not None:
        report = Report(str(path))
        card_of(path, report)
    return sorted(report.problems)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _day(root: Node, folder: Path, report: Report) -> Day | None:
    if has_key(root, "exercice") and not has_key(root, "journee"):
        report.add(WHOLE_FILE, "c'est une fiche d'exercice, une journée est attendue : elle commence par la clé « journee »")
        return None
    entry = DAY.read(root, "journee", report)
    if entry is None:
        return None
    actors = tuple(_actors(entry))
    shared = entry.get("repartition", Entry)
    groups = groups_shared(shared, tuple(_groups(entry, report)), report)
    listed = folder / entry.text("participants") if entry.text("participants") else None
    sharing = sharing_of(shared, groups, listed, report)
    if listed:
        groups = with_compositions(groups, actors, listed, entry.at("participants"), report)
    setting = Setting(folder, actors, groups, set(entry.nodes) | ({"groupes"} if groups else set()))
    sequences = tuple(sequences_of(entry.entries("sequences"), setting, report))
    charter = _charter(entry.get("charte", Entry), folder, report)
    held = entry.get("date", date)
    if not entry.text("journee") or held is None or not sequences:
        return None
    day = Day(title=entry.text("journee"), date=held, sequences=sequences, actors=actors, groups=groups, charter=charter)
    return _with_words(replace(day, sharing=sharing), entry)


def _with_words(day: Day, entry: Entry) -> Day:
    retention = entry.get("conservation", Entry)
    names = retention.text("noms") if retention else ""
    return replace(
        day,
        overtitle=entry.text("surtitre"),
        subtitle=entry.text("soustitre"),
        place=entry.text("lieu"),
        organisation=entry.text("organisme"),
        context=entry.texts("contexte"),
        objectives=entry.texts("objectifs"),
        introduction=entry.paragraphs("introduction"),
        conclusion=entry.paragraphs("conclusion"),
        organisations=entry.texts("structures"),
        acronyms=entry.get("sigles", dict) or {},
        retention={"noms": names} if names else {},
        participants=entry.text("participants") or None,
        people=entry.get("personnes", int),
    )


def _actors(entry: Entry) -> Iterator[Actor]:
    for actor in entry.entries("acteurs"):
        if actor.is_complete:
            yield Actor(actor.text("cle"), actor.text("nom"), actor.text("court"), actor.text("phrase"))


def _groups(entry: Entry, report: Report) -> Iterator[Group]:
    known = [*(actor.letters("cle") for actor in entry.entries("acteurs")), OTHERS]
    for group in entry.entries("groupes"):
        counts = dict(group.get("composition", dict) or {})
        node = group.nodes.get("composition")
        if isinstance(node, Pairs):
            for key, place, _ in keys_of(node, Report(report.file)):
                if key not in known:
                    report.unknown(place, "acteur inconnu", key, known)
                    counts.pop(key, None)
        if group.is_complete:
            yield Group(group.text("cle"), group.text("nom"), counts, group.texts("detail"))


def _charter(entry: Entry | None, folder: Path, report: Report) -> Charter:
    if entry is None:
        return Charter()
    return Charter(
        colour=entry.text("couleur") or None,
        logo=_file("logo", entry, folder, report),
        templates=tuple(_files("modele", entry, folder, report)),
    )


def _file(key: str, entry: Entry, folder: Path, report: Report) -> str | None:
    """Return the path written under that key when its file is there."""
    name = entry.text(key)
    return _found(name, key, entry, folder, report) if name else None


def _files(key: str, entry: Entry, folder: Path, report: Report) -> Iterator[str]:
    """Yield the paths written under that key, one or several, when their files are there."""
    for name in (entry.text(key),) if entry.text(key) else entry.texts(key):
        found = _found(name, key, entry, folder, report)
        if found:
            yield found


def _found(name: str, key: str, entry: Entry, folder: Path, report: Report) -> str | None:
    try:
        if (folder / name).is_file():
            return name
        beside = [path.name for path in folder.iterdir()]
    except (OSError, ValueError):
        beside = []
    guess = nearest(name, beside)
    if guess:
        report.add(entry.at(key), "fichier introuvable {}, vouliez-vous dire {} ?", name, guess)
    else:
        report.add(entry.at(key), "fichier introuvable {} : posez-le dans le dossier de la journée", name)
    return None
