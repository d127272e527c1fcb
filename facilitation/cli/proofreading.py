"""What `relire` says: a line for each thing to read again before publishing, then how many there are."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from facilitation.cli.saying import say
from facilitation.typography import NBSP, plural
from facilitation.workshop.access import Write
from facilitation.workshop.compiling import slug
from facilitation.workshop.proofreading.finding import Finding
from facilitation.workshop.proofreading.proofread import documents_told, of_day, of_documents, of_files
from facilitation.workshop.proofreading.tried import Tried
from facilitation.workshop.workshop import Workshop

NOTHING, SOMETHING = 0, 1


def relire(options: argparse.Namespace) -> int:
    """Say what is to be read again in a day, then in its documents; links are tried only when asked."""
    answers = Tried() if options.liens else None
    workshop = Workshop.open(options.folder, write=Write.NOTHING)
    count = 0
    try:
        for finding in _found(workshop, options, answers):
            print(finding.sentence)
            count += 1
    finally:
        workshop.close()
    if answers is not None:
        say(f"{plural(answers.count, 'lien essayé', 'liens essayés')} sur internet.")
    say(f"{plural(count, 'chose')} à relire." if count else f"Rien à relire{NBSP}: vous pouvez publier.")
    return SOMETHING if count else NOTHING


def _found(workshop: Workshop, options: argparse.Namespace, answers: Tried | None) -> Iterator[Finding]:
    folder: Path = options.folder
    to: Path = options.vers or Path("outputs") / slug(folder)
    yield from of_files(workshop.problems)
    yield from of_day(workshop.day, workshop.room, folder, answers)
    say(documents_told(to))
    yield from of_documents(workshop.day, workshop.room, folder, to, answers)
