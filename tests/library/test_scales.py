"""Scales, maps, examples and bans of a card."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.exercise import Example, Keeps, Moment, Use
from facilitation.library import read_exercise
from facilitation.sheet import Axes, Mark
from tests.library.written import said_of, write

CARD = """\
exercice: etats
titre: États
but: Voir où on en est
personnes: {de: 6, a: 30}
moment: production
usage: évaluer
deroule:
  - {etape: Marquer, duree: 20 min, saisie: etat}
feuilles:
  - cle: etat
    titre: Où nous en sommes
    case: marque
    classer: oui
    marques:
      - {cle: acquis, titre: Acquis, signe: "●", poids: 1}
      - {cle: a-venir, titre: À venir, signe: "○"}
    lignes:
      - {cle: lieu, titre: Un lieu}
    colonnes:
      - {cle: etat, titre: État}
  - cle: carte
    titre: Carte
    case: place
    figure: carte
    axes: {gauche: individuel, droite: collectif, bas: soin, haut: prévention}
    lignes: libres
    colonnes:
      - {cle: place, titre: Place}
jamais:
  - Les prénoms
  - {quoi: recit, raison: Les récits restent dans le groupe.}
exemple:
  - {groupe: a, valeurs: [acquis]}
  - {feuille: carte, ligne: Réseau, groupe: b, valeurs: ["40 -25"]}
"""


def test_a_card_gives_its_scale_its_axes_and_whom_it_suits(tmp_path: Path) -> None:
    exercise = read_exercise(write(tmp_path, CARD))
    etat, carte = exercise.sheets
    assert etat.marks == (Mark("acquis", "Acquis", "●", 1), Mark("a-venir", "À venir", "○", None))
    assert etat.ranked
    assert carte.axes == Axes("individuel", "collectif", "soin", "prévention")
    assert (exercise.people, exercise.moment, exercise.use) == ((6, 30), Moment.WORK, Use.ASSESS)


def test_what_is_forbidden_is_told_and_the_enforced_part_has_its_reason(tmp_path: Path) -> None:
    exercise = read_exercise(write(tmp_path, CARD))
    assert exercise.never == ("Les prénoms", "Les récits restent dans le groupe.")
    assert exercise.banned(Keeps.STORY) == "Les récits restent dans le groupe."
    assert exercise.banned(Keeps.AUTHOR) == ""


def test_an_example_takes_the_only_row_and_the_only_column_when_it_names_none(tmp_path: Path) -> None:
    assert read_exercise(write(tmp_path, CARD)).example == (
        Example("lieu", "etat", ("acquis",), "etat", 1, "a"),
        Example("Réseau", "place", ("40 -25",), "carte", 1, "b"),
    )


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("case: marque", "case: idees", "marques ne va qu'avec"),
        ('\n      - {cle: a-venir, titre: À venir, signe: "○"}', "", "a besoin de 2 à 7 marques"),
        ("classer: oui", "croiser: [public]", "colonne inconnue « public »"),
        ("figure: carte", "figure: tableau", "a besoin de axes"),
        ("haut: prévention}", "haut: prévention, fond: x}", "clé inconnue « fond »"),
        ("valeurs: [acquis]", "valeurs: [perdu]", "marque inconnue « perdu »"),
        ("feuille: carte, ligne", "feuille: carton, ligne", "vouliez-vous dire « carte »"),
        ("{groupe: a, valeurs", "{groupe: a, ligne: lien, valeurs", "ligne inconnue « lien »"),
        ("{de: 6, a: 30}", "{de: 60, a: 30}", "est plus petit que"),
        ("moment: production", "moment: sieste", "moment : mot inconnu « sieste »"),
        ("quoi: recit", "quoi: recette", "vouliez-vous dire « recit »"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(tmp_path: Path, written: str, instead: str, said: str) -> None:
    assert written in CARD
    problems = said_of(tmp_path, CARD.replace(written, instead))
    assert any(said in problem for problem in problems), problems
