"""Photos of paperboards: taken in whole or not at all, attached to a group's sheet, withdrawn."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from collections.abc import Sequence as Seq
from pathlib import Path
from typing import NamedTuple

from facilitation.day import Day
from facilitation.errors import FileProblemsError, Problem
from facilitation.events import Body, PhotoAttached, PhotoWithdrawn
from facilitation.reporting.photos import OnDisk, told, warning
from facilitation.room import Photo, Room
from facilitation.typography import NBSP, french, plural, quoted
from facilitation.workshop.importing import copy_of, words_of
from facilitation.workshop.reducing import OTHERS, TAKEN, reduced, size_of
from facilitation.workshop.workshop import Workshop
from facilitation.writers.files import write_bytes

__all__ = [
    "Board", "Shot", "attached", "attaching", "board_of", "bring", "captioning", "is_photo", "on_disk", "path_of", "put",
    "ready", "take", "told", "told_before_spreading", "told_missing", "warning", "withdrawing",
]  # fmt: skip

FOLDER = "photos"
_NAME = re.compile(r"photo-[0-9a-f]{16}\.jpg")  # a journal from elsewhere names no other file


class Board(NamedTuple):
    """Whose paperboard: the keys of one copy of a sheet."""

    sequence: str
    sheet: str
    round: int
    group: str


class Shot(NamedTuple):
    """A photo ready to be kept: the name that its bytes give it, and its bytes."""

    name: str
    content: bytes


def is_photo(path: Path) -> bool:
    """Return whether a file is given as a photo, judging by its name; one that cannot be taken is told by ``ready``."""
    return path.suffix.lower().removeprefix(".") in {*TAKEN, *OTHERS}


def board_of(day: Day, sequence: str, sheet: str, round_: str, group: str) -> Board:
    """Return the paperboard that these names mean.

    Raises:
        InvalidAnswerError: one is unknown, or missing where there are several.
    """
    return Board(*copy_of(day, sequence, sheet, round_, group))


def ready(paths: Iterable[Path]) -> tuple[Shot, ...]:
    """Return the photos of files, made fit to keep, each once. Nothing is written.

    Raises:
        FileProblemsError: at least one cannot be taken; every problem is told.
    """
    shots: dict[str, Shot] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            content = reduced(path)
        except FileProblemsError as error:
            problems += error.problems
        else:
            shots[name_of(content)] = Shot(name_of(content), content)
    if problems:
        raise FileProblemsError(problems)
    return tuple(shots.values())


def name_of(content: bytes) -> str:
    """Return the name of a photo: the same photo, the same name."""
    return f"photo-{hashlib.sha256(content).hexdigest()[:16]}.jpg"


def put(folder: Path, shots: Iterable[Shot]) -> None:
    """Write photos in the day's folder, those that are not there already.

    Raises:
        WriteError: one cannot be written; those written before are no harm, nothing points to them yet.
    """
    for shot in shots:
        path = folder / FOLDER / shot.name
        if not path.is_file():
            write_bytes(path, shot.content)


def attaching(room: Room, board: Board, shots: Iterable[Shot], caption: str = "") -> list[Body]:
    """Return what attaches photos to a sheet; nothing for those attached there, but a new caption when one is given.

    Raises:
        InvalidAnswerError: the caption holds what no document can.
    """
    words = words_of("légende", caption)
    bodies: list[Body] = []
    for shot in shots:
        there = [photo for photo in attached(room, board) if photo.file == shot.name]
        if there and words in {"", there[0].caption}:
            continue
        bodies += captioning(room, there[0].key, words) if there else [PhotoAttached(*board, shot.name, words)]
    return bodies


def captioning(room: Room, key: str, caption: str) -> list[Body]:
    """Return what gives a photo another caption; nothing when it has that one, or is not attached any more.

    Those attached after it are attached again behind it: their order stays.

    Raises:
        InvalidAnswerError: the caption holds what no document can.
    """
    words = words_of("légende", caption)
    photo = next((photo for photo in room.additions.photos if photo.key == key), None)
    if photo is None or photo.caption == words:
        return []
    board = Board(*photo[1:5])
    photos = attached(room, board)
    behind = photos[photos.index(photo) + 1 :]
    return [
        *(PhotoWithdrawn(each.key) for each in (photo, *behind)),
        PhotoAttached(*board, photo.file, words),
        *(PhotoAttached(*board, each.file, each.caption) for each in behind),
    ]


def withdrawing(room: Room, key: str) -> list[Body]:
    """Return what withdraws a photo; nothing when it is not attached any more. Its file stays: undoing brings it back."""
    return [PhotoWithdrawn(key)] if any(photo.key == key for photo in room.additions.photos) else []


def attached(room: Room, board: Board) -> list[Photo]:
    """Return the photos of a paperboard, in the order they were attached."""
    return [photo for photo in room.additions.photos if Board(*photo[1:5]) == board]


def take(workshop: Workshop, paths: Seq[Path], board: Board, caption: str = "") -> str:
    """Keep photos and attach them as one act, all or none; return what was done, in one sentence.

    Raises:
        FileProblemsError: one of them cannot be taken.
        InvalidAnswerError: the caption holds what no document can.
        WriteError: one cannot be written in the day's folder.
        NotKeptError: the journal cannot be written.
    """
    shots = ready(paths)
    bodies = attaching(workshop.room, board, shots, caption)
    put(workshop.folder, shots)
    if bodies:
        workshop.record(*bodies)
    new = sum(isinstance(body, PhotoAttached) for body in bodies)
    taken = [f"{plural(new, 'photo jointe', 'photos jointes')}"] if new else []
    already = [f"{plural(len(shots) - new, 'photo')} déjà là"] if new < len(shots) else []
    return french(f"{', '.join((*taken, *already))}.")


def on_disk(folder: Path, room: Room) -> dict[str, OnDisk]:
    """Return the files of the attached photos that are there and can be shown, by name."""
    names = {photo.file for photo in room.additions.photos}
    own = [path for name in sorted(names) if (path := path_of(folder, name)) is not None]
    return {path.name: OnDisk(path, *size) for path in own if (size := size_of(path)) is not None}


def path_of(folder: Path, name: str) -> Path | None:
    """Return where a photo is in the day's folder, None when its name is no name of ours."""
    return folder / FOLDER / name if _NAME.fullmatch(name) else None


def told_missing(folder: Path, day: Day, room: Room, names: Iterable[str] | None = None) -> list[str]:
    """Return one sentence for each attached photo (among ``names``) whose file is not there, or shows nothing."""
    there = on_disk(folder, room)
    asked = None if names is None else set(names)
    return [
        french(f"Photo absente : {photo.file} ({told(day, photo)}). Copiez-la dans le dossier {quoted(FOLDER)} de la journée.")
        for photo in room.additions.photos
        if photo.file not in there and (asked is None or photo.file in asked)
    ]


def told_before_spreading(folder: Path, day: Day, room: Room) -> list[str]:
    """Return what to tell once documents hold photos: the warning about names (RGPD-43), and those that are missing."""
    count = len(room.additions.photos)
    return [f"Annexe des photos{NBSP}: {warning(count)}", *told_missing(folder, day, room)] if count else []


def bring(source: Path, folder: Path, names: Iterable[str]) -> int:
    """Copy from another day's folder the photos of these names that are not here; return how many.

    A file that is not what its name says (somebody drew over it) is made fit to keep again, under the same name.

    Raises:
        WriteError: one cannot be written here.
    """
    brought = 0
    for name in sorted({name for name in names if _NAME.fullmatch(name)}):
        given, kept = source / FOLDER / name, folder / FOLDER / name
        if kept.is_file() or not given.is_file():
            continue
        try:
            content = given.read_bytes()
            content = content if name_of(content) == name else reduced(given)
        except (OSError, FileProblemsError):
            continue  # told as missing
        write_bytes(kept, content)
        brought += 1
    return brought
