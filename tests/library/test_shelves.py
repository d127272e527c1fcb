from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.errors import FacilitationError
from facilitation.library import (
    checked_day,
    examples,
    exercises,
    find_exercise,
    library_folder,
    models,
    organisation_folder,
    read_card,
)
from facilitation.library.shelves import Model
from tests.library.written import CARD, DAY, write, write_day


def test_the_library_comes_with_the_toolkit() -> None:
    keys = [card.key for card in exercises()]
    assert {"silhouette", "speed-dating", "debat-mouvant"} <= set(keys)
    assert keys == sorted(keys)
    assert find_exercise("silhouette") == library_folder() / "silhouette.yaml"


def test_the_organisation_adds_its_cards(organisation: Path) -> None:
    path = write(organisation, CARD)
    assert find_exercise("tri") == path
    assert ("tri", "Le tri", path) in exercises()


def test_the_day_comes_before_the_organisation_and_the_organisation_before_the_library(
    tmp_path: Path, organisation: Path
) -> None:
    card = CARD.replace("exercice: tri", "exercice: silhouette")
    theirs = write(organisation, card.replace("Le tri", "Celle du CoDES"), "silhouette.yaml")
    assert find_exercise("silhouette") == theirs
    ours = write(tmp_path / "exercices", card.replace("Le tri", "Celle du jour"), "silhouette.yaml")
    assert find_exercise("silhouette", tmp_path) == ours
    assert [card.title for card in exercises(tmp_path) if card.key == "silhouette"] == ["Celle du jour"]


def test_a_card_is_found_by_its_key_whatever_its_file_is_called(tmp_path: Path) -> None:
    path = write(tmp_path / "exercices", CARD, "essai-du-15.yml")
    assert find_exercise("tri", tmp_path) == path


def test_an_unknown_exercise_names_the_nearest() -> None:
    with pytest.raises(FacilitationError, match="vouliez-vous dire «\u00a0silhouette\u00a0»"):
        find_exercise("silouette")


def test_an_exercise_that_looks_like_nothing_names_them_all() -> None:
    with pytest.raises(FacilitationError, match="speed-dating"):
        find_exercise("xyz")


@pytest.mark.parametrize("key", ["../silhouette", "", "a\x00b", "/etc/passwd"])
def test_a_key_is_never_a_path(key: str) -> None:
    with pytest.raises(FacilitationError):
        find_exercise(key)


def test_a_broken_card_is_listed_as_such(organisation: Path) -> None:
    path = write(organisation, "a: [", "cassee.yaml")
    assert ("cassee", "(fiche à corriger)", path) in exercises()
    assert find_exercise("cassee") == path


def test_the_organisation_has_its_folder_in_the_home_unless_told(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.delenv("FACILITATION_EXERCICES")
    assert organisation_folder().name == "exercices"
    assert home in organisation_folder().parents


def test_models_say_what_they_are_for() -> None:
    by_key = {model.key: model for model in models()}
    assert {"journee-inter-acteurs", "rencontre-cpts", "page-blanche"} <= set(by_key)
    assert by_key["journee-inter-acteurs"].need


def test_an_organisation_may_replace_a_model(organisation: Path) -> None:
    text = DAY.replace("  - {cle: tri, exercice: tri}\n", "") + "modele: {besoin: Une page à nous, duree: 2 h, personnes: 10}\n"
    path = write(organisation / "modeles", text, "page-blanche.yaml")
    model = next(model for model in models() if model.key == "page-blanche")
    assert model == Model("page-blanche", "Une journée", path, "Une page à nous", "2 h", "10")


def test_a_broken_model_is_listed_as_such(organisation: Path) -> None:
    write(organisation / "modeles", "a: [", "casse.yaml")
    assert next(model.title for model in models() if model.key == "casse") == "(fiche à corriger)"


def test_every_file_of_the_library_is_right() -> None:
    for card in exercises():
        assert read_card(card.path).exercise.title == card.title
    for example in examples():
        assert checked_day(example.path).title == example.title
    for model in models():
        assert checked_day(model.path).title == model.title


def test_the_example_of_2021_has_its_rows_and_columns() -> None:
    day = checked_day(library_folder() / "journees" / "paca-2021")
    silhouette = day.sequence("silhouettes").exercise
    dating = day.sequence("dating").exercise
    assert silhouette is not None
    assert dating is not None
    assert [row.key for row in silhouette.sheets[0].rows] == ["asv", "prevention", "cpts"]
    assert silhouette.sheets[0].rows[1].title.startswith("CoDES et autres acteurs de la prévention :")
    assert [(row.key, column.key) for row, column in dating.sheets[0].cells()] == [
        ("asv", "cpts"),
        ("prevention", "cpts"),
        ("cpts", "asv"),
        ("cpts", "prevention"),
        ("usagers", "tous"),
    ]


def test_a_sequence_finds_the_card_of_its_own_folder_first(tmp_path: Path, organisation: Path) -> None:
    write(organisation, CARD.replace("Le tri", "Un autre tri"))
    assert checked_day(write_day(tmp_path)).sequence("tri").title == "Le tri"
