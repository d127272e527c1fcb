"""The documents of a day laid out by theme: files of their own, beside the ordinary ones."""

from __future__ import annotations

import time
from collections.abc import Iterator
from collections.abc import Sequence as Seq
from contextlib import nullcontext
from pathlib import Path

from facilitation.day import Day
from facilitation.errors import UsageError
from facilitation.reporting import records_of
from facilitation.reporting.by_theme import synthesis_by_theme
from facilitation.reporting.lengths import Length, of_length
from facilitation.reporting.themes import named
from facilitation.room import Room
from facilitation.typography import NBSP
from facilitation.workshop.compiling import Made, OnProgress, outputs, reporter, slides_in, slug
from facilitation.workshop.house import Templates, style_for
from facilitation.workshop.photos import on_disk
from facilitation.workshop.sparing import Spared, sparing
from facilitation.writers import Format, Output

LENGTHS = (Length.LONG, Length.SHORT)
ENDING = "par-theme"


def check_themes(room: Room) -> None:
    """Raise UsageError when no theme was named: there is nothing to lay out."""
    if not named(room):
        raise UsageError(
            f"Aucun thème n’est nommé dans cette journée, rien n’est écrit. Pour en nommer{NBSP}: M puis T dans la console,"
            f" ou facilitation harmoniser DOSSIER --proposer --themes"
        )


def themed_outputs(formats: Seq[str], length: Length = Length.LONG) -> tuple[Output, ...]:
    """Return the files that can be laid out by theme, whatever the length: those that tell the day shorter too.

    Raises:
        UsageError: there is none in these formats, at this length.
    """
    if length not in LENGTHS:
        known = " ou ".join(one.value for one in LENGTHS)
        raise UsageError(f"La synthèse par thème n’a pas de version {length}{NBSP}; versions{NBSP}: {known}")
    chosen = tuple(output for output in outputs(formats) if _tells_the_day(output))
    if not chosen:
        known = ", ".join(format_.value for format_ in Format if any(map(_tells_the_day, outputs([format_]))))
        raise UsageError(f"La synthèse par thème n’a pas de fichier en {', '.join(formats)}{NBSP}; formats{NBSP}: {known}")
    return chosen


def _tells_the_day(output: Output) -> bool:
    return not output.projected and Length.SHORT in output.shorter


def themed_name(output: Output, length: Length) -> str:
    """Return the name of a file: « synthese-par-theme.docx », « synthese-par-theme-courte.docx »."""
    stem, _, extension = output.file_name.rpartition(".")
    return "-".join([stem, ENDING, *([length.value] if length is not Length.LONG else [])]) + f".{extension}"


def make_by_theme(
    day: Day,
    room: Room,
    folder: Path,
    to: Path,
    chosen: Seq[Output],
    *,
    template: Templates = None,
    length: Length = Length.LONG,
    spare: bool = False,
    on_progress: OnProgress | None = None,
) -> Iterator[Made]:
    """Yield each document as soon as it is written in ``to``; ``spare`` keeps a copy of one that changed since it was made.

    Raises:
        UsageError: no theme was named.
        WriteError: a file cannot be written; those made before stay.
    """
    check_themes(room)
    told = of_length(synthesis_by_theme(day, room, slug(folder), on_disk(folder, room)), length)
    style = style_for(day, folder, template)
    for output in chosen:
        path, began = to / themed_name(output, length), time.perf_counter()
        report = None if on_progress is None else reporter(on_progress, output)
        with sparing(path) if spare else nullcontext(Spared()) as spared:
            output.writer()(told, path, style, records=records_of(day, room), on_progress=report)
        yield Made(output, path, path.stat().st_size, time.perf_counter() - began, slides_in(path), spared.copy)
