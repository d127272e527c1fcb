"""The verbs of the command line and their options, in French down to argparse's own words."""

from __future__ import annotations

import argparse

from facilitation import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing and pathlib are a quarter of what --help takes
    from pathlib import Path
    from typing import NoReturn

DESCRIPTION = "Animer une journée inter-acteurs, garder chaque réponse, publier la synthèse et les diaporamas."
VERSIONS = ("longue", "courte", "une-page")
OWN_FORMATS = ("docx", "pptx", "xlsx", "html", "md", "csv")
FORMATS = (*OWN_FORMATS, "odt", "odp", "ods", "pdf")
_WORDS = {
    "usage: ": "Emploi\u00a0: ",
    "options": "options\u00a0",
    "positional arguments": "arguments\u00a0",
    "show this help message and exit": "montre cette aide",
    "the following arguments are required: %s": "il manque\u00a0: %s",
    "unrecognized arguments: %s": "argument inconnu\u00a0: %s",
    "expected one argument": "une valeur est attendue",
    "expected at least one argument": "au moins une valeur est attendue",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "«\u00a0%(value)s\u00a0» n’existe pas\u00a0; choisissez parmi %(choices)s"
    ),
    "argument %(argument_name)s: %(message)s": "%(argument_name)s\u00a0: %(message)s",
    "ambiguous option: %(option)s could match %(matches)s": "option ambiguë\u00a0: %(option)s peut être %(matches)s",
    "ignored explicit argument %r": "valeur en trop\u00a0: %r",
    "not allowed with argument %s": "ne va pas avec %s",
}


class FrenchParser(argparse.ArgumentParser):
    """A parser whose errors are one French sentence, exit 2."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in the command, and where its help is."""
        self.exit(2, f"{self.prog}\u00a0: {message}. Aide\u00a0: {self.prog} --help\n")


def parser() -> argparse.ArgumentParser:
    """Return the parser of every verb; ``options.command`` names the function of ``cli.commands`` to call."""
    # argparse looks its own words up in the module global ``_``: the documented gettext way needs compiled catalogues on disk.
    argparse._ = lambda text: _WORDS.get(text, text)  # type: ignore[attr-defined]
    top = FrenchParser(prog="facilitation", description=DESCRIPTION)
    top.add_argument("--version", action="version", version=f"facilitation {__version__}", help="montre la version")
    top.set_defaults(command="days")
    verbs = top.add_subparsers(
        metavar="COMMANDE", title="commandes (sans commande\u00a0: ouvre la console à la liste des journées)\u00a0"
    )

    demo = _verb(verbs, "demo", "crée la journée d’exemple, fabrique ses documents, puis ouvre la console dessus")
    demo.add_argument("folder", metavar="DOSSIER", nargs="?", type=_path, default="journees/paca-2021")

    new = _verb(verbs, "nouvelle", "crée une journée à partir d’un modèle, prête à compléter")
    new.add_argument("folder", metavar="DOSSIER", nargs="?", type=_path)
    new.add_argument("--modele", metavar="NOM", nargs="?", const="?", help="le modèle de départ\u00a0; sans NOM, les liste")

    run = _verb(verbs, "animer", "ouvre la console sur une journée")
    run.add_argument("folder", metavar="DOSSIER", type=_path)
    run.add_argument("--groupe", metavar="CLE", default="", help="le groupe dont ce poste saisit les réponses")

    _add_saisir(verbs)

    join = _verb(verbs, "fusionner", "prend les réponses gardées sur d’autres ordinateurs, dans n’importe quel ordre")
    join.add_argument("folder", metavar="DOSSIER", type=_path)
    join.add_argument(
        "others", metavar="AUTRE", nargs="+", type=_path, help="un dossier copié depuis un autre ordinateur, ou son carnet"
    )

    same = _verb(verbs, "harmoniser", "propose les idées à réunir dans un tableau, puis applique ce que vous y avez décidé")
    same.add_argument("folder", metavar="DOSSIER", type=_path)
    how = same.add_mutually_exclusive_group(required=True)
    how.add_argument("--proposer", action="store_true", help="écrit regroupements.csv, à remplir dans un tableur")
    how.add_argument("--appliquer", metavar="FICHIER", type=_path, help="prend les décisions d’un tableau rempli")
    same.add_argument("--themes", action="store_true", help="écrit themes.csv\u00a0: une idée par ligne, son thème à remplir")
    same.add_argument("--entre-cases", dest="across", action="store_true", help="compare aussi d’une case à l’autre")
    same.add_argument(
        "--vers", metavar="DIR", type=_path, help="où écrire (par défaut\u00a0: outputs/<journée>/ du dossier courant)"
    )

    make = _verb(verbs, "compiler", "fabrique la synthèse, les diaporamas et les tableaux")
    make.add_argument("folders", metavar="DOSSIER", nargs="+", type=_path)
    make.add_argument(
        "--ensemble", action="store_true", help="met côte à côte les réponses de plusieurs journées (années ou territoires)"
    )
    own, others = ",".join(OWN_FORMATS), ", ".join(FORMATS[len(OWN_FORMATS) :])
    make.add_argument(
        "--formats", metavar="LISTE", default=own, help=f"par défaut\u00a0: {own}\u00a0; avec LibreOffice\u00a0: {others}"
    )
    make.add_argument(
        "--vers", metavar="DIR", type=_path, help="où écrire (par défaut\u00a0: outputs/<journée>/ du dossier courant)"
    )
    make.add_argument(
        "--version",
        metavar="LONGUEUR",
        choices=VERSIONS,
        default=VERSIONS[0],
        help="longue (tout), courte (sans les consignes ni l’annexe) ou une-page (l’essentiel)\u00a0; par défaut\u00a0: longue",
    )
    make.add_argument(
        "--modele",
        metavar="FICHIER",
        type=_path,
        action="append",
        help="votre modèle PowerPoint (.pptx) ou Word (.docx)\u00a0; deux fois pour les deux",
    )

    make.add_argument(
        "--par-theme",
        dest="by_theme",
        action="store_true",
        help="range les idées par thème, dans des fichiers -par-theme à côté",
    )

    again = _verb(verbs, "relire", "dit ce qui est à relire avant de publier\u00a0: une ligne chacun, où et quoi faire")
    again.add_argument("folder", metavar="DOSSIER", type=_path)
    again.add_argument(
        "--vers",
        metavar="DIR",
        type=_path,
        help="où sont les documents (par défaut\u00a0: outputs/<journée>/ du dossier courant)",
    )
    again.add_argument("--liens", action="store_true", help="essaie aussi les liens sur internet, 5 s chacun au plus")

    paper = _verb(verbs, "imprimer", "écrit les feuilles, affiches, cartes et l’émargement à imprimer")
    paper.add_argument("folder", metavar="DOSSIER", type=_path)
    paper.add_argument(
        "--vers", metavar="DIR", type=_path, help="où écrire (par défaut\u00a0: outputs/<journée>/ du dossier courant)"
    )

    _add_effacer(verbs)

    check = _verb(verbs, "verifier", "vérifie des fiches d’exercice ou des journées")
    check.add_argument("paths", metavar="FICHIER|DOSSIER", nargs="+", type=_path)

    cards = _verb(verbs, "exercices", "montre la bibliothèque, ou une fiche entière")
    cards.add_argument("name", metavar="NOM", nargs="?", default="")

    tried = _verb(verbs, "essayer", "joue un exercice dans la console, sur une journée jetable effacée en quittant")
    tried.add_argument("name", metavar="EXERCICE", help="une clé de la bibliothèque, ou le chemin d’une fiche (.yaml)")
    return top


def _add_saisir(verbs: argparse._SubParsersAction[FrenchParser]) -> None:
    take = _verb(verbs, "saisir", "prend des réponses tapées ailleurs (CSV, XLSX, ODS, sondages), ou des photos")
    take.add_argument("folder", metavar="DOSSIER", type=_path)
    take.add_argument("files", metavar="FICHIER", nargs="+", type=_path)
    take.add_argument("--partiel", action="store_true", help="prend les lignes justes même s’il en reste de fausses")
    board = take.add_argument_group("photos de paperboards (JPEG, PNG, HEIC)\u00a0")
    board.add_argument("--groupe", metavar="CLE", default="", help="le groupe qui l’a rempli")
    board.add_argument("--sequence", metavar="CLE", default="", help="la séquence, s’il y en a plusieurs")
    board.add_argument("--feuille", metavar="CLE", default="", help="la feuille de l’exercice, s’il y en a plusieurs")
    board.add_argument("--tour", metavar="N", default="", help="le tour, s’il y en a plusieurs (par défaut\u00a0: le premier)")
    board.add_argument("--legende", metavar="TEXTE", default="", help="quelques mots sous la photo")


def _add_effacer(verbs: argparse._SubParsersAction[FrenchParser]) -> None:
    forget = _verb(verbs, "effacer", "efface les noms des personnes, garde la synthèse, les effectifs, les structures")
    forget.add_argument("folder", metavar="DOSSIER", type=_path)
    forget.add_argument("--noms", action="store_true", required=True, help="ce qu’il faut effacer\u00a0: les noms")
    forget.add_argument("--oui", action="store_true", help="efface sans demander")
    forget.add_argument(
        "--aussi", metavar="NOM", action="append", default=[], help="un nom qui n’est dans aucune liste (à redire pour chacun)"
    )
    forget.add_argument(
        "--vers", metavar="DIR", type=_path, help="où sont d’autres documents, en plus de outputs/<journée>/ du dossier courant"
    )


def _verb(verbs: argparse._SubParsersAction[FrenchParser], name: str, help_: str) -> FrenchParser:
    verb = verbs.add_parser(name, help=help_, description=f"{help_[0].upper()}{help_[1:]}.")
    verb.set_defaults(command=name)
    return verb


def _path(text: str) -> Path:
    from pathlib import Path

    return Path(text)
