from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.library import checked_day
from facilitation.workshop.people import ERASED, erased, found_in, named, names_of

NAMES = named(
    ["Aline VAUTRIN", "Jean-Pierre LE GALL", "Claire PETIT", "Paul RIVIERE", "Marie Durand", "Noé LYON", "Bo LY"],
    ["Lyon", "CPTS", "Maison Vautrinel"],
)


@pytest.mark.parametrize(
    "text",
    [
        "Aline Vautrin",
        "ALINE VAUTRIN",
        "vautrin aline",
        "Vautrin, Aline",
        "A. Vautrin",
        "Vautrin A",
        "Vautrin",
        "aline",
        "Àline Väutrin",
        "aline.vautrin",
        "avautrin",
        "Jean-Pierre Le Gall",
        "Jean Pierre LE GALL",
        "Le Gall",
        "gall",
        "JEAN-PIERRE",
        "Claire Petit",
        "petit claire",
        "Rivière Paul",
        "Marie",
        "Bo Ly",
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert erased(text, NAMES) == ERASED
    assert erased(f"(« {text} », dit-on)", NAMES) == f"(« {ERASED} », dit-on)"
    decomposed = unicodedata.normalize("NFD", f"é, {text}, à")
    assert unicodedata.normalize("NFC", erased(decomposed, NAMES)) == f"é, {ERASED}, à"


@pytest.mark.parametrize(
    "text",
    [
        "un petit groupe",
        "Petit groupe de travail",
        "claire répartition des rôles",
        "Claire répartition des rôles",
        "PETIT DÉJEUNER",
        "Saint-Petit",
        "une rivière",
        "Lyon et son agglomération",
        "avec Lyon",
        "la maison Vautrinel",
        "galles et gallois",
        "le la les de",
        "beau ly",
        "CPTS",
    ],
)
def test_a_word_that_is_no_name_stays(text: str) -> None:
    assert erased(text, NAMES) == text


def test_a_name_that_is_also_a_word_needs_its_capital_inside_a_sentence() -> None:
    assert erased("Idée portée par Petit hier. Petit bilan", NAMES) == f"Idée portée par {ERASED} hier. Petit bilan"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Mme Dubosc et M. Le Bihan", f"Mme {ERASED} et M. {ERASED}"),
        ("M. et Mme Duval", f"M. et Mme {ERASED}"),
        ("Madame de La Tour", f"Madame {ERASED}"),
        ("Monsieur d’Estrac : oui", f"Monsieur {ERASED} : oui"),
        ("vu avec mme dubosc", f"vu avec mme {ERASED}"),
        ("Dr. Weiss, Pr Saint-Ange", f"Dr. {ERASED}, Pr {ERASED}"),
        ("Docteur Weiss", f"Docteur {ERASED}"),
        ("Mme Zoé BERNARDOT", f"Mme {ERASED}"),
        ("Mme Lopez ARS", f"Mme {ERASED} ARS"),
        ("MME DUBOSC", f"MME {ERASED}"),
        ("M. Petit", f"M. {ERASED}"),
    ],
)
def test_what_follows_a_civility_is_a_name(text: str, after: str) -> None:
    assert erased(text, named(["Aline VAUTRIN"])) == after


@pytest.mark.parametrize(
    "text",
    [
        "M. le maire",
        "M. Le Maire",
        "Mme la préfète",
        "Madame la directrice",
        "Madame Présidente",
        "Docteur junior",
        "Docteur Junior",
        "Docteurs juniors",
        "professeur des écoles",
        "5 m de haut",
        "à 5 M Durand",
        "MR Croix-Rousse",
        "M.\nDurand",
        "Mme X et M. Y",
        "Dr",
        "Madame",
        "Mme CPTS",
        "DOCTEUR EN DROIT",
        "M. l’inspecteur",
    ],
)
def test_a_function_after_a_civility_is_no_name(text: str) -> None:
    assert erased(text, named(["Aline VAUTRIN"], ["CPTS"])) == text


def test_whether_a_name_is_of_the_list_is_told() -> None:
    spans = found_in("Aline Vautrin, puis Mme Dubosc", NAMES)
    assert [span.is_listed for span in spans] == [True, False]
    assert [("Aline Vautrin, puis Mme Dubosc")[span.start : span.end] for span in spans] == ["Aline Vautrin", "Dubosc"]


def test_a_civility_before_a_listed_name_gives_one_span() -> None:
    assert len(found_in("Mme Aline Vautrin", NAMES)) == 1


@given(st.text(alphabet="aàAlineVTRUtn .,-’'\n«»é\u0301Mmed[]", max_size=40))
def test_erasing_twice_changes_nothing_more(text: str) -> None:
    once = erased(text, NAMES)
    assert erased(once, NAMES) == once
    spans = found_in(text, NAMES)
    assert all(one.end <= other.start for one, other in pairwise(spans))


DAY = """\
journee: Une journée
date: 2021-11-16
lieu: Salle Quentinel
acteurs: [{cle: cpts, nom: CPTS}]
groupes: [{cle: nord, nom: Nord}, {cle: sud, nom: Sud}]
participants: liste.csv
repartition:
  separer:
    - [VAUTRIN Aline, Morvanic Sacha]
  fixer: {Morvanic Sacha: nord}
sequences:
  - {cle: accueil, titre: Accueil}
"""


def test_the_names_of_a_day_are_those_of_its_list_its_groups_and_its_pins(tmp_path: Path) -> None:
    (tmp_path / "journee.yaml").write_text(DAY, encoding="utf-8")
    (tmp_path / "liste.csv").write_text(
        "Nom;Prénom;Acteur;Structure\nVAUTRIN;Aline;CPTS;Aubépin\nMorvanic;Sacha;CPTS;\nQuentinel;Ève;CPTS;\nAUBÉPIN;Lou;CPTS;\n",
        encoding="utf-8",
    )
    (tmp_path / "groupes.csv").write_text(
        "Prénom Nom;Acteur;Groupe;Présence\nSacha Morvanic;CPTS;Nord;\nIza Tardivel;CPTS;Sud;arrivé\nPersonne-7;CPTS;Sud;\n",
        encoding="utf-8",
    )
    names = names_of(checked_day(tmp_path), tmp_path, also=["Gaspard Oublié"])
    assert names.people == (
        "Aline VAUTRIN", "Sacha Morvanic", "Ève Quentinel", "Lou AUBÉPIN", "Iza Tardivel", "Gaspard Oublié",
    )  # fmt: skip
    assert erased("Tardivel ; Quentinel ; Ève Quentinel ; Aubépin", names) == f"{ERASED} ; Quentinel ; {ERASED} ; Aubépin"
    assert names


def test_a_day_without_a_list_has_no_names_and_civilities_still_tell(tmp_path: Path) -> None:
    (tmp_path / "journee.yaml").write_text(
        DAY[: DAY.index("participants")] + "sequences: [{cle: a, titre: A}]\n", encoding="utf-8"
    )
    names = names_of(checked_day(tmp_path), tmp_path)
    assert not names
    assert erased("Mme Dubosc", names) == f"Mme {ERASED}"
