"""Small files that tests write, and what the library says of them."""

from __future__ import annotations

from pathlib import Path

from facilitation.errors import FileProblemsError, Problem
from facilitation.library import read_day, read_exercise
from facilitation.typography import NBSP

CARD = """\
exercice: tri
titre: Le tri
but: Trier
deroule:
  - {etape: Consigne, duree: 5 min, dire: Triez.}
  - {etape: Tri, duree: 1 h 30, saisie: cartes, tours: 3}
feuilles:
  - cle: cartes
    titre: Cartes
    case: idees
    lignes:
      - {cle: rouge, titre: Rouge, colonnes: [oui]}
      - {cle: vert, titre: Vert}
    colonnes:
      - {cle: oui, titre: Oui, poids: 1}
      - {cle: non, titre: Non, poids: -0.5, lignes: [vert]}
variantes:
  - {cle: courte, titre: En bref, but: Trier vite, deroule: [{etape: Tri, duree: 10 min, saisie: cartes}]}
"""

DEBATE = """\
exercice: debat
titre: Débat
but: Débattre
deroule:
  - {etape: Consigne, duree: 2 min}
  - {etape: Positions, duree: 3 min, saisie: positions, par_ligne: oui}
feuilles:
  - cle: positions
    titre: Positions
    case: effectif
    figure: positions
    lignes: journee
    colonnes: [{cle: pour, titre: Pour}, {cle: contre, titre: Contre}]
"""

EXCHANGE = """\
exercice: apports
titre: Apports
but: Échanger
feuilles:
  - {cle: apports, titre: Apports, case: idees, figure: matrice, lignes: acteurs, colonnes: acteurs}
"""

DAY = """\
journee: Une journée
date: 2024-03-01
acteurs:
  - {cle: cpts, nom: CPTS, phrase: les CPTS}
  - {cle: asv, nom: ASV}
groupes:
  - {cle: g1, nom: Groupe 1, composition: {cpts: 3, asv: 4}}
sequences:
  - {cle: accueil, titre: Accueil, debut: 9:30, duree: 15 min, fixe: oui}
  - {cle: tri, exercice: tri}
"""


def write(folder: Path, text: str, name: str = "tri.yaml") -> Path:
    """Return the file written in ``folder``."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def write_day(folder: Path, text: str = DAY) -> Path:
    """Return the folder of a day whose exercises lie beside it."""
    for name, card in (("tri", CARD), ("debat", DEBATE), ("apports", EXCHANGE)):
        write(folder / "exercices", card, f"{name}.yaml")
    write(folder, text, "journee.yaml")
    return folder


def said(problems: list[Problem]) -> list[str]:
    """Return problems as people read them, file name only, with plain spaces and apostrophes."""
    lines = (f"{Path(problem.file).name}:{problem.line}:{problem.column} : {problem.message}" for problem in problems)
    return [line.replace(NBSP, " ").replace("’", "'") for line in lines]


def said_of_card(path: Path) -> list[str]:
    """Return what is said of a card, nothing when it is right."""
    try:
        read_exercise(path)
    except FileProblemsError as error:
        return said(error.problems)
    return []


def said_of(folder: Path, text: str) -> list[str]:
    """Return what is said of the text of a card."""
    return said_of_card(write(folder, text))


def said_of_day(folder: Path, text: str) -> list[str]:
    """Return what is said of the text of a day."""
    return said(read_day(write_day(folder, text)).problems)
