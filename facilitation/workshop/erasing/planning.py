"""What erasing the names of a day will change, found before anything is touched."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import product
from pathlib import Path
from typing import NamedTuple

from facilitation.day import Day
from facilitation.events import Event
from facilitation.journal import read_day
from facilitation.journal.erasing import changed, drafts_of
from facilitation.library import checked_day, decisions, themed
from facilitation.library.exports.layouts import FILE as IMPORTS
from facilitation.library.nameless import without_wishes, words_changed
from facilitation.library.participants import read
from facilitation.library.seating import GROUPS_FILE
from facilitation.library.shelves import DAY_FILE
from facilitation.typography import folded
from facilitation.workshop.compiling import Length, Output, of_version, outputs, slug
from facilitation.workshop.erasing.searching import PICTURES, SEALED, Search, name_in
from facilitation.workshop.people import CODED, Names, erased, names_of
from facilitation.workshop.printing import papers
from facilitation.workshop.rotations import roster
from facilitation.writers import Format

EVERY = tuple(Format)
TABLES = (decisions.FILE, themed.FILE)
_ABANDONED = re.compile(r"\.[0-9a-f]{12}(?:\.\w+)?|\.~lock\..*#|~\$.*")  # a file half written, or that office software holds


@dataclass(frozen=True, slots=True)
class Remade:
    """Documents to make again in a folder, at one length, laid out by sequence or by theme."""

    to: Path
    length: Length
    by_theme: bool
    chosen: tuple[Output, ...]

    @property
    def paths(self) -> tuple[Path, ...]:
        """Their files."""
        return tuple(map(self.path, self.chosen))

    def path(self, output: Output) -> Path:
        """Return one of their files."""
        return self.to / output.named(self.length, by_theme=self.by_theme)


class Reason(Enum):
    """Why a person has to look at a file: a name is in it, nobody can say by its bytes, or it was not to be made again here."""

    NAMED = auto()
    SEALED = auto()
    PICTURE = auto()
    UNREADABLE = auto()
    REMOVED = auto()


class Left(NamedTuple):
    """A file that a person has to look at, and the name that was found in it."""

    path: Path
    reason: Reason
    name: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be changed: files by what is done to them, and the words of the journal as they will read.

    ``authors`` are those that stay and that the day does not call organisations: only a person can say what they are.
    """

    folder: Path
    day: Day
    names: Names
    places: tuple[Path, ...]
    lists: tuple[Path, ...] = ()
    texts: tuple[Path, ...] = ()
    words: tuple[str, ...] = ()
    journals: bool = False
    documents: tuple[Remade, ...] = ()
    removed: tuple[Path, ...] = ()
    tables: tuple[Path, ...] = ()
    authors: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing of this day holds a name any more, as far as can be told."""
        return not (self.lists or self.texts or self.words or self.journals or self.removed or self.tables)

    @property
    def left(self) -> tuple[Left, ...]:
        """What a person has to look at, as the files are now."""
        remade = {path for again in self.documents for path in again.paths}
        ours = {self.folder / DAY_FILE, self.folder / IMPORTS, *lists_of(self.day, self.folder), *remade}
        files = files_in(self.folder, *self.places)
        return tuple(left for path in files if (left := _left(path, Search(self.names, surely=path in ours), remade)))

    def changed(self, text: str) -> str:
        """Return a text without its names."""
        return erased(text, self.names)


def plan(folder: Path, places: Iterable[Path], also: Iterable[str] = ()) -> Plan:
    """Return what erasing will change in a day's folder and in the ``places`` where its documents are.

    Raises:
        FileProblemsError: the day or its list cannot be read.
        JournalError: a journal cannot be read.
    """
    day = checked_day(folder)
    names = names_of(day, folder, also)
    found = Plan(folder, day, names, tuple(dict.fromkeys(places)))
    events = read_day(folder).events
    words = [new for event in events for new in _new_words(event, found)]
    words += [found.changed(draft) for draft in drafts_of(folder) if found.changed(draft) != draft]
    everywhere = files_in(folder, *found.places)
    return Plan(
        folder,
        day,
        names,
        found.places,
        lists=tuple(path for path in lists_of(day, folder) if _has_people(path)),
        texts=tuple(path for path in (folder / DAY_FILE, folder / IMPORTS) if path.is_file() and new_text(path, found)),
        words=tuple(dict.fromkeys(words)),
        journals=any(holds(path, names) for path in everywhere if _is_journal(path, folder)),
        documents=tuple(_documents(found.places)),
        removed=tuple(
            dict.fromkeys((*_papers(found), *_joint(found), *(path for path in everywhere if _ABANDONED.fullmatch(path.name))))
        ),
        tables=tuple(place / name for place in found.places for name in TABLES if holds(place / name, names)),
        authors=tuple(_authors(events, found)),
    )


def lists_of(day: Day, folder: Path) -> tuple[Path, ...]:
    """Return the lists of people of a day that are there: the groups kept first, the list they come from last."""
    if not day.participants:
        return ()
    path = folder / day.participants
    return tuple(file for file in (path.with_name(GROUPS_FILE), path) if file.is_file())


def new_text(path: Path, plan: Plan) -> str:
    """Return what a YAML file of the day will hold, '' when it stays as it is."""
    before = path.read_bytes().decode("utf-16" if path.read_bytes()[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    after = words_changed(without_wishes(before) if path.name == DAY_FILE else before, plan.changed)
    return "" if after == before else after


def files_in(*places: Path) -> tuple[Path, ...]:
    """Return every file of these folders and of those inside, each once."""
    found = (path for place in places if place.is_dir() for path in sorted(place.rglob("*")) if path.is_file())
    return tuple({path.resolve(): path for path in found}.values())


def _left(path: Path, search: Search, remade: Container[Path]) -> Left | None:
    try:
        if name := name_in(path, search):
            return Left(path, Reason.NAMED, name)
    except OSError:
        return Left(path, Reason.UNREADABLE)
    if path.suffix.lower() in PICTURES:
        return Left(path, Reason.PICTURE)
    return Left(path, Reason.SEALED) if path.suffix.lower() in SEALED and path not in remade else None


def _new_words(event: Event, plan: Plan) -> list[str]:
    after = changed(event, plan.changed)
    if after is event:
        return []
    before = event.body._asdict()
    return [text for name, text in after.body._asdict().items() if text != before[name]]


def _is_journal(path: Path, folder: Path) -> bool:
    return path.name.startswith("carnet") and path.is_relative_to(folder)


def holds(path: Path, names: Names) -> bool:
    """Return whether a file holds a name, of the day or after a civility; one that cannot be read does not."""
    try:
        return bool(name_in(path, Search(names, after_civility=True)))
    except OSError:
        return False


def _has_people(path: Path) -> bool:
    return any(not CODED.fullmatch(person.name) for person in read(path).people)


def _documents(places: Iterable[Path]) -> Iterator[Remade]:
    for place in places:
        for length, by_theme in product(Length, (False, True)):
            whole = Remade(place, length, by_theme, of_version(outputs(EVERY), length))
            chosen = tuple(output for output in whole.chosen if whole.path(output).is_file())
            if chosen:
                yield replace(whole, chosen=chosen)


def _joint(plan: Plan) -> Iterator[Path]:
    """Yield the documents that lay this day beside others and hold a name: those may not be here to make them again."""
    key = f"-et-{slug(plan.folder)}-et-"
    beside = (other for place in plan.places if place.parent.is_dir() for other in place.parent.iterdir())
    joint = (other for other in beside if other.is_dir() and key in f"-et-{other.name}-et-" and other.name != slug(plan.folder))
    names = {output.named(length) for length in Length for output in outputs(EVERY)}
    for path in (path for folder in joint for path in sorted(folder.iterdir()) if path.name in names):
        if path.suffix in SEALED or holds(path, plan.names):
            yield path


def _papers(plan: Plan) -> Iterator[Path]:
    for paper in papers(plan.day, roster(plan.folder, plan.day)):
        for place in plan.places:
            if holds(place / paper.file_name, plan.names):
                yield place / paper.file_name


def _authors(events: Iterable[Event], plan: Plan) -> Iterator[str]:
    """Yield the authors that stay and are no organisation, actor or group of the day, each once."""
    groups = (name for group in plan.day.groups for name in (group.key, group.name))
    actors = (name for actor in plan.day.actors for name in (actor.key, actor.name, actor.short))
    known = {folded(name) for name in (*plan.day.organisations, plan.day.organisation, *groups, *actors, "")}
    for event in events:
        author = getattr(event.body, "author", "")
        if folded(author) not in known and plan.changed(author) == author:
            known.add(folded(author))
            yield author
