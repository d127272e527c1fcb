"""The library's cards, the example days and the models, as people read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from facilitation.library import problems_of
from facilitation.typography import french

EXERCISES = Path(__file__).parents[2] / "exercises"
CARDS = sorted(EXERCISES.glob("*.yaml"))
MODELS = sorted((EXERCISES / "modeles").glob("*.yaml"))
DAYS = sorted(path.parent for path in (EXERCISES / "journees").glob("*/journee.yaml"))
STATEMENTS_2023 = [
    "La Santé physique est plus importante que la santé mentale",
    "Mon conseil en nutrition est déterminant pour le comportement alimentaire de la personne que je reçois",
    "Rendre gratuit l'accès aux dispositifs est le levier principal de réduction des inégalités sociales de santé",
    "Les CPTS peuvent intervenir sur tous les déterminants de la santé",
]


def read(path: Path) -> dict[str, Any]:
    """Return what a file says."""
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a file with the key it stands under."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, f"{name}/{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, name)
    elif isinstance(value, str):
        yield name, value


def published(name: str) -> bool:
    """Return whether a text of a card is a quotation: the statements of 2023 and what the expert added."""
    return "/lignes" in name and ("eclairage" in name or name.endswith("titre"))


def of_name(paths: list[Path]) -> list[str]:
    """Return the names of the files, to name the tests."""
    return [path.stem for path in paths]


@pytest.mark.parametrize("card", CARDS, ids=of_name(CARDS))
def test_a_card_says_all_an_animator_needs(card: Path) -> None:
    """Its key is its file's name; each step that speaks lasts, each sheet is filled by a step."""
    said = read(card)
    assert said["exercice"] == card.stem
    assert not {"titre", "but", "source", "effectif", "materiel", "deroule", "feuilles", "pieges"} - set(said)
    for steps in (said["deroule"], *(variant["deroule"] for variant in said.get("variantes", ()))):
        assert all(step["dire"] for step in steps)
        assert all("duree" in step or step["montre"] == "verdict" for step in steps)
        assert {step["saisie"] for step in steps if "saisie" in step} == {sheet["cle"] for sheet in said["feuilles"]}


@pytest.mark.parametrize("path", [*CARDS, *MODELS], ids=of_name([*CARDS, *MODELS]))
def test_our_own_text_is_well_set(path: Path) -> None:
    """Non-breaking spaces and apostrophes; no middle dot in what we write."""
    own = [text for name, text in texts(read(path)) if not published(name)]
    assert [text for text in own if french(text) != text] == []
    assert not any("·" in text for text in own)


def test_the_six_phases_of_a_moving_debate_are_played_for_each_statement() -> None:
    """After the instructions, which are given once."""
    steps = read(EXERCISES / "debat-mouvant.yaml")["deroule"]
    phases = [step["etape"] for step in steps if step.get("par_ligne")]
    assert phases == ["Affirmation", "Avant", "Arguments", "Après", "Verdict", "Éclairage"]
    assert [step["etape"] for step in steps if not step.get("par_ligne")] == ["Consigne"]


def test_the_statements_of_2023_are_as_published() -> None:
    """Letter for letter; the room's answers belong to that day, not to the card."""
    (sheet,) = read(EXERCISES / "debat-mouvant-promotion-de-la-sante.yaml")["feuilles"]
    assert [row["titre"] for row in sheet["lignes"]] == STATEMENTS_2023
    assert [column["geste"] for column in sheet["colonnes"]] == ["assis", "debout", "debout, bras en l’air"]
    assert all(row["eclairage"]["sources"] and "reponse" not in row for row in sheet["lignes"])


def test_a_silhouette_has_five_zones() -> None:
    """Head, heart, hands, the leg that moves on, the leg that holds back."""
    (sheet,) = read(EXERCISES / "silhouette.yaml")["feuilles"]
    assert [column["zone"] for column in sheet["colonnes"]] == ["tête", "cœur", "mains", "jambe droite", "jambe gauche"]


@pytest.mark.parametrize("model", MODELS, ids=of_name(MODELS))
def test_a_model_shows_what_is_left_to_write(model: Path) -> None:
    """Title and place wait for the person; the exercises exist."""
    said = read(model)
    assert said["modele"]["besoin"]
    assert all(said[key].startswith("À compléter") for key in ("journee", "lieu", "organisme"))
    wanted = {sequence["exercice"] for sequence in said["sequences"] if "exercice" in sequence}
    assert wanted <= {card.stem for card in CARDS}


def test_the_models_are_those_of_the_console() -> None:
    """A whole day, a blank page, an opening, a seminar."""
    known = {"journee-inter-acteurs", "page-blanche", "rencontre-cpts", "seminaire-parcours"}
    assert known <= {model.stem for model in MODELS}


@pytest.mark.parametrize("path", [*CARDS, *MODELS, *DAYS], ids=of_name([*CARDS, *MODELS, *DAYS]))
def test_nothing_is_wrong_in_what_comes_with_the_toolkit(path: Path) -> None:
    """Every card, model and day reads without a problem."""
    assert problems_of(path) == []
