"""What `harmoniser` and `compiler` do with themes: the table to fill, what it changes, the synthesis laid out by theme."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from facilitation.cli.bar import Bar
from facilitation.typography import NBSP, as_typed, enumeration, plural, quoted

if TYPE_CHECKING:
    from facilitation.workshop.compiling import Made

DONE, WRONG_FILE = 0, 1
FILE_NAME = "themes.csv"


def holds_themes(file: Path) -> bool:
    """Return whether a table gives themes, rather than deciding families."""
    from facilitation.library.themed import is_themed

    return is_themed(file)


def propose_themes(options: argparse.Namespace) -> int:
    """Write the table of ideas, each with its theme or none."""
    from facilitation.library.themed import as_text
    from facilitation.workshop.access import Write
    from facilitation.workshop.compiling import slug
    from facilitation.workshop.shelving import table
    from facilitation.workshop.workshop import Workshop
    from facilitation.writers.files import write_bytes

    workshop = Workshop.open(options.folder, write=Write.NOTHING, strict=True)
    try:
        lines = table(workshop.day, workshop.room)
    finally:
        workshop.close()
    path = (options.vers or Path("outputs") / slug(options.folder)) / FILE_NAME
    write_bytes(path, as_text(lines).encode("utf-8-sig"))
    print(path)
    left = sum(not line.theme for line in lines)
    _say(f"{plural(len(lines), 'idée')}, {left} sans thème. Remplissez la colonne theme, puis{NBSP}:")
    _say(f"facilitation harmoniser {as_typed(str(options.folder))} --appliquer {as_typed(str(path))}")
    return DONE


def apply_themes(folder: Path, file: Path) -> int:
    """Take the themes that somebody wrote beside the ideas."""
    from facilitation.library.themed import read
    from facilitation.workshop.shelving import shelve
    from facilitation.workshop.workshop import Workshop

    lines = read(file)
    workshop = Workshop.open(folder)
    try:
        shelved = shelve(workshop, lines)
    finally:
        workshop.close()
    for number, why in shelved.refused:
        _say(f"{file}:{number}{NBSP}: {why}")
    names = f" ({enumeration([quoted(title) for title in shelved.named])})" if shelved.named else ""
    _say(
        f"{plural(len(shelved.named), 'thème nommé', 'thèmes nommés')}{names},"
        f" {plural(shelved.filed, 'idée rangée', 'idées rangées')},"
        f" {plural(shelved.taken_out, 'sortie')} de son thème."
    )
    return WRONG_FILE if shelved.refused else DONE


def compile_by_theme(options: argparse.Namespace, formats: Sequence[str], say_made: Callable[[Made], None]) -> int:
    """Make the documents of a day laid out by theme, beside the ordinary ones."""
    from facilitation.workshop.access import Write
    from facilitation.workshop.by_theme import make_by_theme, themed_outputs
    from facilitation.workshop.compiling import Length, slug
    from facilitation.workshop.house import told_of_templates
    from facilitation.workshop.photos import told_before_spreading
    from facilitation.workshop.workshop import Workshop

    folder: Path = options.folders[0]
    length = Length(options.version)
    chosen = themed_outputs(formats, length)
    workshop = Workshop.open(folder, write=Write.NOTHING, strict=True)
    day, room, bar = workshop.day, workshop.room, Bar(len(chosen))
    target = options.vers or Path("outputs") / slug(folder)
    templates = options.modele
    try:
        made = make_by_theme(
            day, room, folder, target, chosen, template=templates, length=length, spare=True, on_progress=bar.file
        )
        for at, document in enumerate(made):
            bar.clear()
            for sentence in () if at else told_of_templates(day, folder, templates):
                _say(sentence)
            say_made(document)
        for sentence in told_before_spreading(folder, day, room) if length is Length.LONG else ():
            _say(sentence)
    finally:
        bar.clear()
        workshop.close()
    return DONE


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
