"""What `compiler` does: the documents of a day, laid out by sequence or by theme, or of several days side by side."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from facilitation.cli.bar import Bar
from facilitation.cli.parser import FORMATS
from facilitation.cli.saying import say
from facilitation.errors import UsageError
from facilitation.typography import NBSP, as_typed, quoted
from facilitation.workshop.access import Write
from facilitation.workshop.by_theme import check_themes, themed_outputs
from facilitation.workshop.comparing import joint_outputs, make_together, together
from facilitation.workshop.compiling import Length, Made, make, of_version, outputs, slug
from facilitation.workshop.house import Templates, told_of_templates
from facilitation.workshop.photos import told_before_spreading
from facilitation.workshop.sparing import told
from facilitation.workshop.workshop import Workshop
from facilitation.writers import Output

DONE = 0


def check(options: argparse.Namespace) -> None:
    """Raise UsageError when options that exclude each other are given together."""
    if len(options.folders) > 1 and not options.ensemble:
        typed = " ".join(as_typed(str(folder)) for folder in options.folders)
        raise UsageError(
            f"facilitation compiler{NBSP}: une journée à la fois, ou plusieurs côte à côte avec --ensemble{NBSP}:"
            f" facilitation compiler {typed} --ensemble"
        )
    if options.ensemble and options.by_theme:
        raise UsageError(f"facilitation compiler{NBSP}: --par-theme range une journée à la fois, sans --ensemble")


def compiler(options: argparse.Namespace) -> int:
    """Make the documents of a day, or of several days side by side."""
    formats, length = _formats(options.formats), Length(options.version)
    if options.ensemble:
        _compile_together(options, formats, length)
    else:
        compile_day(
            options.folders[0],
            formats,
            to=options.vers,
            templates=options.modele,
            length=length,
            by_theme=options.by_theme,
        )
    return DONE


def compile_day(
    folder: Path,
    formats: Sequence[str],
    *,
    to: Path | None = None,
    templates: Templates = None,
    length: Length = Length.LONG,
    by_theme: bool = False,
) -> None:
    """Make the documents of a day and say where each is; templates that lack something, and photos, are told."""
    chosen = themed_outputs(formats, length) if by_theme else _outputs(formats, length)
    workshop = Workshop.open(folder, write=Write.NOTHING, strict=True)
    day, room, bar = workshop.day, workshop.room, Bar(len(chosen))
    try:
        if by_theme:
            check_themes(room)
        _say_all(told_of_templates(day, folder, templates))
        made = make(
            day,
            room,
            folder,
            to or Path("outputs") / slug(folder),
            chosen,
            template=templates,
            length=length,
            by_theme=by_theme,
            spare=True,
            on_progress=bar.file,
        )
        _say_made(made, bar)
        _say_all(told_before_spreading(folder, day, room) if length is Length.LONG else ())
    finally:
        workshop.close()


def _compile_together(options: argparse.Namespace, formats: Sequence[str], length: Length) -> None:
    """Make the documents of several days; say plainly which file they do not have together."""
    chosen = joint_outputs(formats, length)
    days = together(options.folders)
    _say_all(told_of_templates(days.side.days[-1].day, days.folders[-1], options.modele))
    bar = Bar(len(chosen))
    target = options.vers or Path("outputs") / days.key
    _say_made(make_together(days, target, chosen, template=options.modele, length=length, on_progress=bar.file), bar)
    if "csv" in formats:
        say(f"Pas de reponses.csv commun{NBSP}: chaque journée garde le sien, donnees.xlsx réunit leurs réponses.")
    for folder, each in zip(days.folders, days.side.days, strict=True) if length is Length.LONG else ():
        _say_all(told_before_spreading(folder, each.day, each.room))


def _say_made(made: Iterable[Made], bar: Bar) -> None:
    """Say each document on the output once it is made, and what was spared beside it."""
    try:
        for document in made:
            bar.clear()
            print(f"{document.path}\t{document.weight}")
            if document.spared is not None:
                say(told(document.path.name, document.spared))
    finally:
        bar.clear()


def _outputs(formats: Sequence[str], length: Length) -> tuple[Output, ...]:
    chosen = of_version(outputs(formats), length)
    if not chosen:
        there = ", ".join(format_ for format_ in FORMATS if of_version(outputs([format_]), length))
        asked = ",".join(formats)
        raise UsageError(
            f"facilitation compiler{NBSP}: la version {length} n’existe pas en {asked}{NBSP}; formats{NBSP}: {there}"
        )
    return chosen


def _formats(typed: str) -> list[str]:
    wanted = [word.strip().lower() for word in typed.split(",") if word.strip()]
    unknown = [word for word in wanted if word not in FORMATS]
    if unknown or not wanted:
        known = ", ".join(FORMATS)
        said = f"format inconnu {quoted(unknown[0])}" if unknown else "aucun format demandé"
        raise UsageError(f"facilitation compiler{NBSP}: {said}{NBSP}; formats connus{NBSP}: {known}")
    return wanted


def _say_all(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        say(sentence)
