"""The day's documents: which files, from what, where."""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Sequence as Seq
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from facilitation.day import Day
from facilitation.errors import FileProblemsError
from facilitation.reporting import records_of, support_of, synthesis_of
from facilitation.reporting.by_theme import synthesis_by_theme
from facilitation.reporting.lengths import Length, of_length
from facilitation.reporting.telling import ideas
from facilitation.room import Room
from facilitation.synthesis import Record, Synthesis
from facilitation.typography import NBSP, decimal, folded, plural
from facilitation.workshop.house import Templates, style_for, told_of_templates
from facilitation.workshop.photos import on_disk
from facilitation.workshop.review import Remark, contents, remarks, told_answers
from facilitation.workshop.sparing import Spared, sparing
from facilitation.writers import OUTPUTS, OWN, Format, Output
from facilitation.writers.office import libreoffice
from facilitation.writers.style import Style

__all__ = [
    "Length",
    "Made",
    "OnProgress",
    "Output",
    "Preview",
    "make",
    "of_version",
    "outputs",
    "possible_outputs",
    "preview",
    "slug",
    "style_for",
]

OnProgress = Callable[[Output, int, int], None]
SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")  # where a presentation holds its slides (ECMA-376, part 1)


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written: which output it is, its path, its size in bytes, and how long it took in seconds.

    ``slides`` is how many slides a presentation has, 0 for any other document; ``spared`` is the copy of what stood there, when
    it had changed since it was made.
    """

    output: Output
    path: Path
    size: int
    seconds: float
    slides: int = 0
    spared: Path | None = None

    @property
    def weight(self) -> str:
        """The size as people read it: « 34 ko », « 1,2 Mo »."""
        kilobytes = -(-self.size // 1000)
        return f"{kilobytes}{NBSP}ko" if kilobytes < 1000 else f"{decimal(kilobytes / 1000, 1)}{NBSP}Mo"

    @property
    def measure(self) -> str:
        """What was written as people read it: « 43 diapositives, 187 ko », « 34 ko »."""
        return f"{plural(self.slides, 'diapositive')}, {self.weight}" if self.slides else self.weight


@dataclass(frozen=True, slots=True)
class Preview:
    """What the documents will hold: remarks to read before, and the sections of the synthesis and of what is projected.

    A section is its title and how many ideas it tells; ``told`` of the ``kept`` ideas are found in the synthesis, those set
    aside left out.
    """

    remarks: tuple[Remark, ...]
    sections: tuple[tuple[str, int], ...]
    projected: tuple[tuple[str, int], ...]
    told: int
    kept: int


def preview(day: Day, room: Room, folder: Path | None = None) -> Preview:
    """Return what the documents of a day will hold, as it stands; with its ``folder``, what its own templates lack too."""
    told, projected = synthesis_of(day, room, ""), support_of(day, "")
    kept = {answer.key for answer in ideas(day, room) if not room.families.aside(answer.key)}
    return Preview(
        (*remarks(day, room), *(_house_remarks(day, folder) if folder else ())),
        tuple(contents(told)),
        tuple(contents(projected)),
        len(told_answers(told) & kept),
        len(kept),
    )


def _house_remarks(day: Day, folder: Path) -> Iterator[Remark]:
    try:
        told = told_of_templates(day, folder)
    except FileProblemsError as error:
        told = (str(error),)
    yield from (Remark(is_fine=False, sentence=sentence) for sentence in told)


def outputs(formats: Seq[str] = OWN) -> tuple[Output, ...]:
    """Return the files of these formats (the words of ``Format``) in the order they are made, those of LibreOffice last."""
    asked = sorted(dict.fromkeys(map(Format, formats)), key=lambda format_: format_ not in OWN)
    return tuple(output for format_ in asked for output in OUTPUTS[format_])


def possible_outputs() -> tuple[Output, ...]:
    """Return the files that this computer can make: those of LibreOffice when it has it."""
    return outputs(OWN if libreoffice() is None else tuple(Format))


def of_version(chosen: Seq[Output], length: Length) -> tuple[Output, ...]:
    """Return the files that there are at a length: all of them when it is the long one."""
    return tuple(output for output in chosen if length is Length.LONG or length in output.shorter)


def make(
    day: Day,
    room: Room,
    folder: Path,
    to: Path,
    chosen: Seq[Output],
    *,
    template: Templates = None,
    length: Length = Length.LONG,
    by_theme: bool = False,
    spare: bool = False,
    on_progress: OnProgress | None = None,
) -> Iterator[Made]:
    """Yield each document as soon as it is written in ``to``; ``folder`` is the day's, where its logo is.

    A shorter ``length`` is a file beside the whole one, and leaves out what has no such version (``of_version``); so is one
    laid out ``by_theme``. ``spare`` keeps a copy of a document that changed since it was made.

    Raises:
        WriteError: a file cannot be written; those made before stay.
    """
    key, style = slug(folder), style_for(day, folder, template)
    whole = synthesis_by_theme if by_theme else synthesis_of
    told, projected = of_length(whole(day, room, key, on_disk(folder, room)), length), support_of(day, key)
    yield from write_each(
        of_version(chosen, length),
        lambda output: to / output.named(length, by_theme=by_theme),
        lambda output: projected if output.projected else told,
        style,
        lambda: records_of(day, room),
        spare=spare,
        on_progress=on_progress,
    )


def write_each(
    chosen: Seq[Output],
    path_of: Callable[[Output], Path],
    told_in: Callable[[Output], Synthesis],
    style: Style,
    records: Callable[[], Iterable[Record]],
    *,
    spare: bool,
    on_progress: OnProgress | None = None,
) -> Iterator[Made]:
    """Yield each of these files as soon as it is written; ``spare`` keeps a copy of one that changed since it was made.

    Raises:
        WriteError: a file cannot be written; those made before stay.
    """
    for output in chosen:
        path, began = path_of(output), time.perf_counter()
        report = None if on_progress is None else _reporter(on_progress, output)
        with sparing(path) if spare else nullcontext(Spared()) as spared:
            output.writer()(told_in(output), path, style, records=records(), on_progress=report)
        yield Made(output, path, path.stat().st_size, time.perf_counter() - began, slides_in(path), spared.copy)


def slides_in(path: Path) -> int:
    """Return how many slides a written file has, 0 when it is not a presentation; only its list of parts is read."""
    if path.suffix != ".pptx":
        return 0
    with zipfile.ZipFile(path) as parts:
        return sum(SLIDE.fullmatch(name) is not None for name in parts.namelist())


def _reporter(on_progress: OnProgress, output: Output) -> Callable[[int, int], None]:
    return lambda done, total: on_progress(output, done, total)


def slug(folder: Path) -> str:
    """Return the folder's name as it goes in file names and titles of outputs."""
    return folded(folder.resolve().name).replace(" ", "-") or "journee"
