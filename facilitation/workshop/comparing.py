"""Several days read together: their answers side by side, in documents of their own."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Seq
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from facilitation.errors import UsageError
from facilitation.reporting.lengths import Length, of_length
from facilitation.reporting.together import Laid, laid, nothing_common, records_together, synthesis_together
from facilitation.typography import NBSP, in_words, quoted
from facilitation.workshop.access import Write
from facilitation.workshop.compiling import Made, OnProgress, of_version, outputs, slug, write_each
from facilitation.workshop.house import Templates, style_for
from facilitation.workshop.photos import on_disk
from facilitation.workshop.workshop import Workshop
from facilitation.writers import Format, Output

MOST = 5  # days: beyond, their columns no longer hold on a page
LENGTHS = (Length.LONG, Length.SHORT)


@dataclass(frozen=True, slots=True)
class Together:
    """Days open side by side: how they are laid, and the folder of each, in the same order."""

    side: Laid
    folders: tuple[Path, ...]

    @property
    def key(self) -> str:
        """What these documents are filed under: « arles-et-lyon »."""
        return "-et-".join(map(slug, self.folders))


def together(folders: Seq[Path]) -> Together:
    """Return these days, read and laid side by side; nothing is written in any of them.

    Raises:
        UsageError: one day alone, too many, the same one twice, or days that share no exercise that was played.
        FileProblemsError: a day cannot be read.
        JournalError: a journal cannot be read.
    """
    _check(folders)
    with ExitStack() as opened:
        workshops = [Workshop.open(folder, write=Write.NOTHING, strict=True) for folder in folders]
        for workshop in workshops:
            opened.callback(workshop.close)
        _check_different(workshops)
        side = laid([(workshop.day, workshop.room) for workshop in workshops])
    if why := nothing_common(side):
        raise UsageError(why)
    folder_of = {id(workshop.day): workshop.folder for workshop in workshops}
    return Together(side, tuple(folder_of[id(told.day)] for told in side.days))


def _check(folders: Seq[Path]) -> None:
    if len(folders) < 2:
        raise UsageError(f"Il faut au moins deux journées pour les mettre côte à côte{NBSP}; pour une seule, sans --ensemble.")
    if len(folders) > MOST:
        raise UsageError(
            f"Au plus {in_words(MOST)} journées côte à côte{NBSP}: au-delà, leurs colonnes ne se lisent plus."
            f" Vous en avez donné {len(folders)}."
        )
    seen: set[Path] = set()
    for folder in folders:
        if folder.resolve() in seen:
            raise UsageError(f"{quoted(str(folder))} est donné deux fois{NBSP}: une journée ne se compare pas à elle-même.")
        seen.add(folder.resolve())


def _check_different(workshops: Seq[Workshop]) -> None:
    """Refuse two folders that hold the same answers: they are two rooms, or two copies, of one day."""
    known: dict[str, Workshop] = {}
    for workshop in workshops:
        for answer in workshop.room.said():
            other = known.setdefault(answer.key, workshop)
            if other is not workshop:
                raise UsageError(
                    f"{quoted(str(other.folder))} et {quoted(str(workshop.folder))} gardent les mêmes réponses{NBSP}: c’est une"
                    f" seule journée. Pour réunir ses salles{NBSP}: facilitation fusionner"
                )


def joint_outputs(formats: Seq[str], length: Length = Length.LONG) -> tuple[Output, ...]:
    """Return the files that several days have together: neither what is projected before, nor each day's own answers.

    Raises:
        UsageError: there is none in these formats, at this length.
    """
    if length not in LENGTHS:
        known = " ou ".join(one.value for one in LENGTHS)
        raise UsageError(f"Des journées côte à côte n’ont pas de version {length}{NBSP}; versions{NBSP}: {known}")
    chosen = [output for output in of_version(outputs(formats), length) if not output.projected and not _is_answers(output)]
    if not chosen:
        given = ", ".join(formats)
        raise UsageError(
            f"Des journées côte à côte n’ont pas de fichier en {given}{NBSP}: chaque journée garde son reponses.csv,"
            f" et donnees.xlsx réunit leurs réponses"
        )
    return tuple(chosen)


def _is_answers(output: Output) -> bool:
    return output in outputs([Format.CSV])


def make_together(
    days: Together,
    to: Path,
    chosen: Seq[Output],
    *,
    template: Templates = None,
    length: Length = Length.LONG,
    on_progress: OnProgress | None = None,
) -> Iterator[Made]:
    """Yield each document of several days as soon as it is written in ``to``, in the house style of the last of them.

    A document that changed since it was made is copied first.

    Raises:
        WriteError: a file cannot be written; those made before stay.
    """
    files = [on_disk(folder, told.room) for folder, told in zip(days.folders, days.side.days, strict=True)]
    told = of_length(synthesis_together(days.side, days.key, files), length)
    style = replace(style_for(days.side.days[-1].day, days.folders[-1], template), organisation=told.organisation)
    yield from write_each(
        chosen,
        lambda output: to / output.named(length),
        lambda _output: told,
        style,
        lambda: records_together(days.side),
        spare=True,
        on_progress=on_progress,
    )
