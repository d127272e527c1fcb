"""One function a verb. Data goes to stdout, narration to stderr; each returns the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from facilitation.cli.parser import OWN_FORMATS
from facilitation.cli.saying import say
from facilitation.errors import FileProblemsError, Problem, UsageError
from facilitation.typography import NBSP, as_typed, folded, plural, quoted

if TYPE_CHECKING:
    from facilitation.workshop.trial import Trial
    from facilitation.workshop.workshop import Workshop

DONE, WRONG_FILE = 0, 1
ASK = "?"  # what --modele holds when no name follows it


def days(_options: argparse.Namespace) -> int:
    """Open the console at the list of days."""
    return _console()


def animer(options: argparse.Namespace) -> int:
    """Open the console on a day."""
    _must_be_a_day(options.folder)
    return _console(options.folder, _group(options.folder, options.groupe) if options.groupe else "")


def demo(options: argparse.Namespace) -> int:
    """Make the example day, its documents, and open the console on it when there is a terminal."""
    from facilitation.cli.compiling import compile_day
    from facilitation.workshop.days import make_example

    folder: Path = options.folder
    if (folder / "journee.yaml").is_file():
        say(f"La journée d’exemple est déjà dans {quoted(str(folder))}{NBSP}: elle est reprise telle qu’elle est.")
    else:
        taken = make_example("paca-2021", folder)
        say(f"Journée d’exemple créée dans {quoted(str(folder))}, {plural(taken, 'réponse')}.")
    compile_day(folder, OWN_FORMATS)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return DONE
    return _console(folder)


def nouvelle(options: argparse.Namespace) -> int:
    """Make a new day from a model; without a folder, list the models."""
    from facilitation.library import models, new_day

    if options.folder is None or options.modele == ASK:
        for model in models():
            print(f"{model.key}\t{model.need or model.title}")
        return DONE
    path = new_day(options.folder, options.modele or models()[0].key)
    print(path)
    say(f"Journée créée. Complétez {quoted(path.name)}, puis{NBSP}: facilitation animer {as_typed(str(options.folder))}")
    return DONE


def saisir(options: argparse.Namespace) -> int:
    """Take answers typed elsewhere; say every line that finds no cell, and take nothing then unless ``--partiel``.

    Photos are attached first, all or none.
    """
    from facilitation.workshop.photos import is_photo
    from facilitation.workshop.taking import take_file
    from facilitation.workshop.workshop import Workshop

    _must_be_a_day(options.folder)
    workshop = Workshop.open(options.folder)
    photos = [file for file in options.files if is_photo(file)]
    refused = 0
    try:
        _attach(workshop, photos, options)
        for file in (file for file in options.files if file not in photos):
            result = take_file(workshop, file, partial=options.partiel)
            refused += len(result.refused) + len(result.asked)
            for notice in result.notices:
                say(notice)
            for number, why in result.refused:
                say(f"{f'{file}:{number}' if number else 'imports.yaml'}{NBSP}: {why}")
            say(result.sentence(file.name))
    finally:
        workshop.close()
    return WRONG_FILE if refused else DONE


def _attach(workshop: Workshop, photos: Sequence[Path], options: argparse.Namespace) -> None:
    """Attach photos to the paperboard that the options name; say what staff must look at before they are spread."""
    from facilitation.errors import InvalidAnswerError
    from facilitation.workshop.photos import board_of, take, warning

    told = (options.sequence, options.feuille, options.tour, options.groupe)
    if not photos:
        if any((*told, options.legende)):
            raise UsageError(
                f"facilitation saisir{NBSP}: --groupe, --sequence, --feuille, --tour et --legende disent où va une photo"
                f" (JPEG, PNG, HEIC), et il n’y en a pas"
            )
        return
    try:
        board = board_of(workshop.day, *told)
        sentence = take(workshop, photos, board, options.legende)
    except InvalidAnswerError as error:
        advice = "Dites-le avec --sequence, --feuille, --tour ou --groupe"
        raise UsageError(f"facilitation saisir{NBSP}: {error}. {advice}") from error
    say(sentence)
    say(warning(len(photos)))


def fusionner(options: argparse.Namespace) -> int:
    """Bring in the journals of other rooms; say what each brought, and what two people worded otherwise."""
    from facilitation.workshop.joining import join, told_forks
    from facilitation.workshop.workshop import Workshop

    _must_be_a_day(options.folder)
    workshop = Workshop.open(options.folder)
    try:
        for other in options.others:
            joined = join(workshop, other)
            for notice in joined.notices:
                say(notice)
            say(joined.sentence)
        for sentence in told_forks(workshop.room):
            say(sentence)
    finally:
        workshop.close()
    return DONE


def harmoniser(options: argparse.Namespace) -> int:
    """Write a table of ideas to decide on, or take what somebody decided in it."""
    from facilitation.cli import harmonising

    _must_be_a_day(options.folder)
    return harmonising.harmoniser(options)


def compiler(options: argparse.Namespace) -> int:
    """Make the documents of a day, or of several days side by side."""
    from facilitation.cli import compiling

    compiling.check(options)
    for folder in options.folders:
        _must_be_a_day(folder)
    return compiling.compiler(options)


def relire(options: argparse.Namespace) -> int:
    """Say what is to be read again before publishing."""
    from facilitation.cli import proofreading

    _must_be_a_day(options.folder)
    return proofreading.relire(options)


def imprimer(options: argparse.Namespace) -> int:
    """Write the papers of a day."""
    from facilitation.library import checked_day
    from facilitation.workshop.compiling import slug
    from facilitation.workshop.printing import print_day

    _must_be_a_day(options.folder)
    for printed in print_day(
        checked_day(options.folder), options.folder, options.vers or Path("outputs") / slug(options.folder)
    ):
        print(f"{printed.path}\t{printed.pages}")
    return DONE


def effacer(options: argparse.Namespace) -> int:
    """Erase people's names from a day."""
    from facilitation.cli import erasing

    _must_be_a_day(options.folder)
    return erasing.effacer(options)


def verifier(options: argparse.Namespace) -> int:
    """Check cards and days; say every problem of every file at once, and names that are kept too long."""
    from datetime import date

    from facilitation.library import problems_of
    from facilitation.library.roll import roll_of
    from facilitation.workshop.keeping import reminder

    problems: list[Problem] = []
    notices: list[str] = []
    for path in options.paths:
        found = problems_of(path)
        wrong, told = roll_of(path)
        problems += [*found, *(problem for problem in wrong if problem not in found)]
        notices += [*told, *filter(None, [reminder(path, date.today())])]  # noqa: DTZ011 (the day on this computer's wall)
    if problems:
        raise FileProblemsError(problems)
    for notice in notices:
        say(notice)
    checked = len(options.paths)
    say(f"{plural(checked, 'fichier')} vérifié{'s' if checked > 1 else ''}, rien à corriger.")
    return DONE


def exercices(options: argparse.Namespace) -> int:
    """List the library, or show one card whole."""
    from facilitation.workshop.cards import card, catalogue

    print(card(options.name) if options.name else catalogue())
    return DONE


def essayer(options: argparse.Namespace) -> int:
    """Run an exercise in the console on a throw-away day."""
    from facilitation.workshop.trial import Trial, card_file

    card = card_file(options.name)
    _must_have_a_terminal()
    trial = Trial(card)
    say(f"Essai de {quoted(options.name)}{NBSP}: une journée jetable, effacée dès que vous quittez la console.")
    return _console(trial=trial)


def _group(folder: Path, name: str) -> str:
    """Return the key of the group called so in a day; a day that cannot be read says so once the console opens it."""
    from facilitation.library import read_day
    from facilitation.workshop.importing import unknown

    day = read_day(folder).day
    if day is None:
        return ""
    for group in day.groups:
        if folded(name) in {folded(group.key), folded(group.name)}:
            return group.key
    raise UsageError(f"facilitation animer{NBSP}: {unknown('groupe', name, [group.key for group in day.groups])}")


def _must_be_a_day(folder: Path) -> None:
    if not (folder / "journee.yaml").is_file():
        raise UsageError(
            f"{quoted(str(folder))} n’est pas le dossier d’une journée (il n’y a pas de journee.yaml)."
            f" Pour en créer une{NBSP}: facilitation nouvelle {as_typed(str(folder))}"
        )


def _must_have_a_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("La console a besoin d’un terminal. Les autres commandes s’en passent\u00a0: facilitation --help")


def _console(folder: Path | None = None, group: str = "", trial: Trial | None = None) -> int:
    _must_have_a_terminal()
    from facilitation.collector import at_rest

    with at_rest():  # all that is imported stays: going through it again and again only delays the first screen
        from facilitation.console.app import run

    farewell = run(folder, group, trial)
    for line in farewell.lines:
        say(line)
    return farewell.status


VERBS: dict[str, Callable[[argparse.Namespace], int]] = {
    "days": days,
    "animer": animer,
    "demo": demo,
    "nouvelle": nouvelle,
    "saisir": saisir,
    "fusionner": fusionner,
    "harmoniser": harmoniser,
    "compiler": compiler,
    "relire": relire,
    "imprimer": imprimer,
    "effacer": effacer,
    "verifier": verifier,
    "exercices": exercices,
    "essayer": essayer,
}
