"""The documents of a day made again without its names."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from facilitation.errors import FacilitationError, WriteError
from facilitation.journal.erasing import ABANDONED
from facilitation.typography import NBSP, quoted
from facilitation.workshop.access import Write
from facilitation.workshop.compiling import Length, Output, make, outputs
from facilitation.workshop.erasing.planning import EVERY, Left, Plan, Reason, Remade, holds
from facilitation.workshop.erasing.searching import SEALED
from facilitation.workshop.sparing import sparing
from facilitation.workshop.workshop import Workshop

OWN = frozenset(outputs())


def remake(found: Plan) -> list[Left]:
    """Make the documents again; return those that this computer cannot make, which are removed.

    One that somebody changed by hand is kept under another name, unless a name is in it or nobody can say.

    Raises:
        WriteError: a file that we write ourselves cannot be written.
        FacilitationError: a file cannot be removed.
    """
    if not found.documents:
        return []
    workshop = Workshop.open(found.folder, write=Write.NOTHING, strict=True)
    try:
        return [left for each in found.documents for left in _remade(found, each, workshop)]
    finally:
        workshop.close()


def remove(path: Path) -> None:
    """Remove a file.

    Raises:
        FacilitationError: another program holds it.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FacilitationError(f"{quoted(path.name)} ne peut pas être supprimé{NBSP}: fermez-le, puis recommencez.") from error


def remove_scratch(at: int) -> None:
    """Remove documents that programs killed in the middle left in the temporary folder; ``at`` in milliseconds since 1970."""
    names = {output.named(length) for output in outputs(EVERY) for length in Length}
    for left in Path(tempfile.gettempdir()).glob("facilitation-*"):
        with suppress(OSError):
            if any((left / name).is_file() for name in names) and at - left.stat().st_mtime * 1000 > ABANDONED:
                shutil.rmtree(left, ignore_errors=True)


def _remade(found: Plan, each: Remade, workshop: Workshop) -> Iterator[Left]:
    named = [output for output in each.chosen if _may_hold(each.path(output), found)]
    others = [output for output in each.chosen if output not in named]
    for chosen, spare in ((named, False), (others, True)):
        _make(found, each, workshop, [output for output in chosen if output in OWN], spare=spare)
        for output in (output for output in chosen if output not in OWN):
            try:
                _make(found, each, workshop, [output], spare=spare)
            except WriteError:  # no LibreOffice here, or one that does not answer
                if output in named:
                    remove(each.path(output))
                    yield Left(each.path(output), Reason.REMOVED)


def _make(found: Plan, each: Remade, workshop: Workshop, chosen: Sequence[Output], *, spare: bool) -> None:
    day, room, by_theme = workshop.day, workshop.room, each.by_theme
    for made in make(day, room, found.folder, each.to, chosen, length=each.length, by_theme=by_theme, spare=spare):
        with sparing(made.path):  # known as ours from now on
            pass


def _may_hold(path: Path, found: Plan) -> bool:
    return path.suffix in SEALED or holds(path, found.names)
