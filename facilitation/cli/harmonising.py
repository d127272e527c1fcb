"""What `harmoniser` does: a table to fill in a spreadsheet, of near ideas or of themes, then what somebody wrote in it."""

from __future__ import annotations

import argparse
from pathlib import Path

from facilitation.cli.saying import say
from facilitation.library import decisions, themed
from facilitation.typography import NBSP, as_typed, enumeration, plural, quoted
from facilitation.workshop import deciding, shelving
from facilitation.workshop.access import Write
from facilitation.workshop.compiling import slug
from facilitation.workshop.workshop import Workshop
from facilitation.writers.files import write_bytes

DONE, WRONG_FILE = 0, 1


def harmoniser(options: argparse.Namespace) -> int:
    """Write the table that was asked for, or take what somebody decided in one."""
    if options.appliquer and themed.is_themed(options.appliquer):
        return _shelved(options.folder, options.appliquer)
    if options.appliquer:
        return _decided(options.folder, options.appliquer)
    return _propose(options)


def _propose(options: argparse.Namespace) -> int:
    """Write a table and say how much of it is to fill, and what to type then."""
    workshop = Workshop.open(options.folder, write=Write.NOTHING, strict=True)
    try:
        name, text, left = _themes(workshop) if options.themes else _families(workshop, across=options.across)
    finally:
        workshop.close()
    path = (options.vers or Path("outputs") / slug(options.folder)) / name
    write_bytes(path, text.encode("utf-8-sig"))
    print(path)
    say(left)
    say(f"facilitation harmoniser {as_typed(str(options.folder))} --appliquer {as_typed(str(path))}")
    return DONE


def _families(workshop: Workshop, *, across: bool) -> tuple[str, str, str]:
    """Return the name and the text of the table of near ideas, and what is left to do in it."""
    lines = deciding.table(workshop.day, workshop.room, across=across)
    families = len({line.famille for line in lines})
    left = len({line.famille for line in lines if not line.decision})
    told = f"{plural(families, 'famille')}, {left} à décider. Remplissez la colonne decision, puis{NBSP}:"
    return decisions.FILE, decisions.as_text(lines), told


def _themes(workshop: Workshop) -> tuple[str, str, str]:
    """Return the name and the text of the table of themes, and what is left to do in it."""
    lines = shelving.table(workshop.day, workshop.room)
    left = sum(not line.theme for line in lines)
    told = f"{plural(len(lines), 'idée')}, {left} sans thème. Remplissez la colonne theme, puis{NBSP}:"
    return themed.FILE, themed.as_text(lines), told


def _decided(folder: Path, file: Path) -> int:
    """Take what somebody decided of near ideas."""
    lines = decisions.read(file)
    workshop = Workshop.open(folder)
    try:
        decided = deciding.decide(workshop.room, lines)
        if decided.bodies:
            workshop.record(*decided.bodies)
    finally:
        workshop.close()
    for number, why in decided.refused:
        say(f"{file}:{number}{NBSP}: {why}")
    say(
        f"{plural(decided.merged, 'famille réunie', 'familles réunies')}, {decided.apart} à part,"
        f" {plural(decided.aside, 'idée')} de côté."
    )
    return WRONG_FILE if decided.refused else DONE


def _shelved(folder: Path, file: Path) -> int:
    """Take the themes that somebody wrote beside the ideas."""
    lines = themed.read(file)
    workshop = Workshop.open(folder)
    try:
        shelved = shelving.shelve(workshop, lines)
    finally:
        workshop.close()
    for number, why in shelved.refused:
        say(f"{file}:{number}{NBSP}: {why}")
    names = f" ({enumeration([quoted(title) for title in shelved.named])})" if shelved.named else ""
    say(
        f"{plural(len(shelved.named), 'thème nommé', 'thèmes nommés')}{names},"
        f" {plural(shelved.filed, 'idée rangée', 'idées rangées')},"
        f" {plural(shelved.taken_out, 'sortie')} de son thème."
    )
    return WRONG_FILE if shelved.refused else DONE
