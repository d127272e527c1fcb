"""What `effacer` says: what it is about to change, the question, what a person has to look at afterwards."""

from __future__ import annotations

import argparse
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from facilitation.cli.saying import say
from facilitation.typography import NBSP, as_typed, enumeration, french, plural, quoted
from facilitation.workshop.erasing import Left, Plan, Reason, check_free, erase, place_of, plan

DONE, LEFT = 0, 1
SHOWN = 12  # texts shown as they will read; the others are counted
YES = {"o", "oui"}


def effacer(options: argparse.Namespace) -> int:
    """Erase people's names from a day, once somebody has read what will change and said yes."""
    folder: Path = options.folder
    check_free(folder)
    places = [place_of(folder), *([options.vers] if options.vers else [])]
    found = plan(folder, places, options.aussi)
    if found.is_empty:
        say(f"Il n’y a plus de nom à effacer dans {quoted(str(folder))}.")
        return _told(found.left)
    for sentence in told(found):
        say(_wrapped(sentence))
    if not (options.oui or _agreed()):
        again = f"facilitation effacer {as_typed(str(folder))} --noms --oui"
        say(f"Rien n’a été changé. Pour effacer sans question{NBSP}: {again}")
        return DONE
    say("Effacement en cours…")
    left = erase(found)
    say("Noms effacés. Les réponses, les effectifs, les structures et les acteurs sont gardés.")
    say("Effacez aussi les copies du dossier (clé USB, courriels, sauvegardes), puis videz la corbeille.")
    return _told(left)


def told(found: Plan) -> Iterator[str]:
    """Yield what will be changed, a sentence or a line each."""
    yield french(f"Effacer les noms de la journée {quoted(found.day.title)} ({_people(found)}) :")
    if found.lists:
        yield french(
            f"- {_files(found.lists)} : « Personne-1 », « Personne-2 »… à la place des noms ; courriel, téléphone et autres"
            " colonnes personnelles vidés ;"
        )
    if found.texts:
        yield french(f"- {_files(found.texts)} : les noms, personnes fixées ou séparées ;")
    yield french(f"- le carnet et ses copies : {plural(len(found.words), 'texte')} à changer, aucune réponse en moins ;")
    yield from (f"    {text}" for text in found.words[:SHOWN])
    if len(found.words) > SHOWN:
        yield f"    et {plural(len(found.words) - SHOWN, 'autre')}"
    remade = [path for again in found.documents for path in again.paths]
    if remade:
        yield french(
            f"- refaits : {_files(remade)} ; retouché à la main, un document est gardé à part s’il ne tient aucun nom ;"
        )
    if found.tables:
        yield french(f"- {_files(found.tables)} : les noms ;")
    papers = [path for path in found.removed if not path.name.startswith((".", "~"))]
    if papers:
        yield french(f"- supprimés, à imprimer ou à fabriquer de nouveau s’il le faut : {_files(papers)} ;")
    yield "- ce que des programmes interrompus ont laissé à côté\u00a0: supprimé."
    if found.authors:
        names = enumeration([quoted(author) for author in found.authors])
        yield french(f"Auteurs gardés, à moins que ce ne soient des personnes (--aussi « NOM Prénom ») : {names}.")


def _people(found: Plan) -> str:
    return plural(len(found.names.people), "personne") if found.names else "aucune personne dans ses listes"


def _files(paths: Sequence[Path]) -> str:
    return ", ".join(dict.fromkeys(path.name for path in paths))


def _agreed() -> bool:
    """Return whether somebody at a terminal says yes."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    print(french("Effacer ? Rien ne le défera. (oui/non) "), end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in YES


def _told(left: Sequence[Left]) -> int:
    """Say what a person has to look at; a file that still holds a name is something wrong."""
    for file in left:
        match file.reason:
            case Reason.NAMED:
                said = f"tient encore un nom ({file.name}), et n’est pas refait ici{NBSP}: corrigez-le ou effacez-le"
            case Reason.SEALED:
                said = f"ne se lit pas d’ici{NBSP}: ouvrez-le, ou effacez-le s’il date d’avant"
            case Reason.UNREADABLE:
                said = f"n’a pas pu être lu{NBSP}: vérifiez-le vous-même"
            case Reason.REMOVED:
                said = "est supprimé, il ne peut pas être refait sur cet ordinateur (LibreOffice)"
            case Reason.PICTURE:
                continue
        say(f"{file.path} {said}.")
    pictures = sum(file.reason is Reason.PICTURE for file in left)
    if pictures:
        say(f"{plural(pictures, 'image')}{NBSP}: regardez si un nom s’y lit.")
    return LEFT if any(file.reason is Reason.NAMED for file in left) else DONE


def _wrapped(sentence: str) -> str:
    """Return a sentence cut between its words at the width of the terminal; as it is where there is none."""
    if not sys.stderr.isatty():
        return sentence
    width = shutil.get_terminal_size().columns - 1
    indent = "  " if sentence.startswith("- ") else ""
    return textwrap.fill(sentence, width, subsequent_indent=indent, break_on_hyphens=False, drop_whitespace=True)
