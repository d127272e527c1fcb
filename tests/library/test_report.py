from __future__ import annotations

from facilitation.library.report import Place, Report, nearest
from tests.library.written import said


def test_the_nearest_word_is_found_without_accents_or_capitals() -> None:
    assert nearest("Etape", ["étape", "duree"]) == "étape"
    assert nearest("x", ["étape", "duree"]) is None


def test_an_unknown_word_where_nothing_is_defined_says_so() -> None:
    report = Report("f.yaml")
    report.unknown(Place(2, 3), "feuille inconnue", "cartes", [])
    assert said(report.problems) == ["f.yaml:2:3 : feuille inconnue « cartes » : ce fichier n'en définit pas"]


def test_braces_of_the_file_stay_braces() -> None:
    report = Report("f.yaml")
    report.add(Place(1, 1), "repère inconnu {}", "{ligne!r}")
    assert said(report.problems) == ["f.yaml:1:1 : repère inconnu « {ligne!r} »"]
