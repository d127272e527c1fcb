"""The annex of photos: the paperboards, in the order of the day, with a warning about names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from facilitation.day import Day
from facilitation.room import Photo, Room
from facilitation.sheet import Sheet
from facilitation.synthesis import Block, Note, Paragraph, Picture, Section
from facilitation.typography import NBSP, french, lowered, plural, quoted

WARNING = french("Ces photos peuvent montrer des noms : relisez-les avant de diffuser.")
WARNING_OF_ONE = french("Cette photo peut montrer des noms : relisez-la avant de diffuser.")


class OnDisk(NamedTuple):
    """The file of a photo, and its size in points."""

    path: Path
    width: int
    height: int


def warning(count: int) -> str:
    """Return what to say before photos are spread (RGPD-43), '' when there is none."""
    return "" if not count else WARNING if count > 1 else WARNING_OF_ONE


def photos(day: Day, room: Room, files: Mapping[str, OnDisk]) -> Iterator[Section]:
    """Yield the annex of photos, when some are attached; ``files`` are those that are there, by name."""
    attached = sorted(room.additions.photos, key=lambda photo: _rank(day, photo))
    if not attached:
        return
    blocks: list[Block] = [Paragraph(warning(len(attached)))]
    blocks += (_picture(day, photo, files[photo.file]) for photo in attached if photo.file in files)
    lost = [told(day, photo) for photo in attached if photo.file not in files]
    if lost:
        count = plural(len(lost), "photo manque", "photos manquent")
        blocks.append(Note(french(f"{count} dans le dossier {quoted('photos')} de la journée : {f'{NBSP}; '.join(lost)}.")))
    yield Section(french("Annexe : photos des paperboards"), tuple(blocks), kind="annexe")


def told(day: Day, photo: Photo) -> str:
    """Return whose paperboard it is, and what its caption adds: « Acteurs du 13, La Silhouette, 2e tour : le dessin »."""
    words = ", ".join((*filter(None, [_group(day, photo)]), *_place(day, photo)))
    return f"{words}{NBSP}: {photo.caption}" if photo.caption else words


def _picture(day: Day, photo: Photo, file: OnDisk) -> Picture:
    group = _group(day, photo)
    whose = f" du groupe {group}" if group else ""
    said = f". {photo.caption}" if photo.caption else ""
    return Picture(
        file.path,
        file.width,
        file.height,
        caption=told(day, photo),
        alt=f"Photo du paperboard{whose}{NBSP}: {', '.join(_place(day, photo))}{said}",
    )


def _group(day: Day, photo: Photo) -> str:
    found = day.group(photo.group)
    return found.name if found else photo.group


def _place(day: Day, photo: Photo) -> Iterator[str]:
    """Yield the sequence, then the sheet and the round where there are several; the keys of what the day has no more."""
    sequence = next((known for known in day.sequences if known.key == photo.sequence), None)
    sheets: Sequence[Sheet] = sequence.exercise.sheets if sequence and sequence.exercise else ()
    sheet = next((known for known in sheets if known.key == photo.sheet), None)
    yield sequence.title if sequence else photo.sequence
    if sheet is None:
        yield photo.sheet
    elif len(sheets) > 1:
        yield sheet.title
    if sheet is not None and sheet.rounds > 1:
        yield lowered(sheet.round_title(photo.round))


def _rank(day: Day, photo: Photo) -> tuple[int, ...]:
    """Return the place of a photo in the day; those of the same copy of a sheet stay as they were attached."""
    sequences = [sequence.key for sequence in day.sequences]
    at = sequences.index(photo.sequence) if photo.sequence in sequences else len(sequences)
    exercise = day.sequences[at].exercise if at < len(sequences) else None
    sheets = [sheet.key for sheet in exercise.sheets] if exercise else []
    groups = [group.key for group in day.groups]
    return (
        at,
        sheets.index(photo.sheet) if photo.sheet in sheets else len(sheets),
        photo.round,
        groups.index(photo.group) if photo.group in groups else len(groups),
    )
