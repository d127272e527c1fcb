"""Families of ideas: who is proposed with whom, why, in any order."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.merging import Family, Idea, Index, Kind, families, silent_groups
from tests.merging.many import ABOUT
from tests.merging.pairs import ABBREVIATIONS, labelled

DAYS = Path(__file__).parents[2] / "exercises" / "journees"
TEXTS = sorted({text for pair in labelled("tuning") for text in (pair.a, pair.b)})


def ideas_of(*texts: str) -> list[Idea]:
    return [Idea(str(place), text) for place, text in enumerate(texts)]


def published(day: str) -> list[Idea]:
    with (DAYS / day / "reponses.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return [Idea(str(place), row["valeur"], (row["feuille"], row["ligne"], row["colonne"])) for place, row in enumerate(rows)]


def told(found: tuple[Family, ...], ideas: list[Idea]) -> list[tuple[Kind, set[str]]]:
    texts = {idea.key: idea.text for idea in ideas}
    return [(family.kind, {texts[key] for key in family.members}) for family in found]


def test_what_the_published_day_says_twice_is_merged_or_proposed() -> None:
    ideas = published("paca-2021")
    found = told(families(ideas, ABBREVIATIONS), ideas)
    merged = [texts for kind, texts in found if kind is Kind.SAME]
    for twice in ("Partage", "Equité", "Résistance au changement", "Ressources humaines", "Communication"):
        assert {twice} in merged
    assert (Kind.CHECK, {"Connaissance du territoire", "Connaissance du territoire et des partenaires"}) in found
    assert (Kind.CHECK, {"Méthodologie de projet", "Ingénierie/méthodologie de projet"}) in found


def test_the_reason_names_the_common_words() -> None:
    (family,) = families(ideas_of("Crise sanitaire", "Crise covid"))
    assert family.reason == "mot commun\u00a0: «\u00a0crise\u00a0»"
    assert family.kind is Kind.CHECK
    assert family.common == ("crise",)
    assert family.differing == {"0": ("sanitaire",), "1": ("covid",)}


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Communication", "Comunication", "presque les mêmes lettres"),
        ("Outils avec méthode", "Méthodes et outils", "identiques à l’ordre des mots près"),
        ("Évaluation des actions", "Évaluer les actions", "des mots de la même famille"),
        ("Co-construction", "Coconstruction", "les mêmes lettres, les espaces à part"),
        ("Mobiliser les partenaires", "Implication des partenaires", "des mots de sens voisin"),
    ],
)
def test_each_likeness_is_told_in_words(one: str, other: str, reason: str) -> None:
    (family,) = families(ideas_of(one, other))
    assert family.reason == reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Manque de temps", "Temps"),
        ("Réunions avec les élus", "Réunions sans les élus"),
        ("Connaissance des acteurs", "Méconnaissance des acteurs"),
        ("Deux réunions par an", "Trois réunions par an"),
        ("Information des patients", "Information des professionnels"),
        ("Appui des CPTS aux ASV", "Appui des ASV aux CPTS"),
        ("Plus de temps, moins de réunions", "Moins de temps, plus de réunions"),
        ("Les médecins écoutent les patients", "Les patients écoutent les médecins"),
        ("2 jours et 3 salles", "3 jours et 2 salles"),
        ("Les CPTS peuvent intervenir", "Les CPTS doivent intervenir"),
        ("Parler avant d’agir", "Agir avant de parler"),
        ("Interdire l’alcool", "Alcool"),
        ("Pour le projet", "Contre le projet"),
        ("Hépatite B", "Hépatite C"),
        ("Sous-effectif", "Effectif"),
        ("Je peux venir", "Je ne peux pas venir"),
        ("Trente et un", "Trente"),
        ("10 % du temps", "10 ‰ du temps"),
        ("Ouvrir le samedi", "Ouvrir le dimanche"),
        ("M. X", "Mme X"),
        ("Paris → Lyon", "Lyon → Paris"),
    ],
)
def test_negations_opposites_numbers_and_publics_are_never_proposed_together(one: str, other: str) -> None:
    assert families(ideas_of(one, other)) == ()
    assert Index(ideas_of(one)).near(other) == ()


def test_ideas_of_two_cells_meet_only_when_asked() -> None:
    ideas = [Idea("a", "Partage", "valeurs"), Idea("b", "partage", "outils"), Idea("c", "Partagee", "outils")]
    assert [family.members for family in families(ideas) if family.kind is Kind.SAME] == []
    assert families(ideas, across=True)[0].members == ("a", "b")
    assert silent_groups(ideas) == (("a",), ("c",), ("b",))
    assert silent_groups(ideas, across=True) == (("a", "b"), ("c",))


def test_a_chain_of_likenesses_does_not_join_strangers() -> None:
    chain = ideas_of(
        "Accueil téléphonique renforcé",
        "Accueil téléphonique",
        "Accueil téléphonique nocturne",
        "Réponse nocturne",
        "Réponse écrite",
    )
    for family in families(chain):
        assert not {"0", "4"} <= set(family.members)
        assert not {"1", "3"} <= set(family.members)


def test_a_family_without_a_word_in_common_names_its_centre() -> None:
    (family,) = families(ideas_of("Entraide", "Entraide, solidarité", "Solidarité"))
    assert family.reason == "chacune est proche de «\u00a0Entraide, solidarité\u00a0»"
    assert family.common == ()


def test_a_family_can_be_read_side_by_side() -> None:
    found = families(ideas_of(*(f"Annuaire {about}" for about in ABOUT[:11])))
    assert sum(len(family.members) for family in found) == 11
    assert max(len(family.members) for family in found) <= 8


def test_merging_without_asking_loads_no_dictionary() -> None:
    code = """
import sys
from facilitation.merging import Idea, silent_groups
silent_groups([Idea("a", "Partage"), Idea("b", "partages")])
print("rapidfuzz" in sys.modules, "simplemma" in sys.modules)
"""
    root = DAYS.parents[1]
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root, timeout=60)
    assert shown.stdout.split() == ["False", "False"]


def test_a_family_names_every_idea_that_says_the_same() -> None:
    ideas = ideas_of("Turn-over", "turn over", "Turn-over des équipes")
    same, near = families(ideas)
    assert set(same.members) == {"0", "1"}
    assert set(near.members) == {"0", "1", "2"}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), max_size=25), st.randoms(use_true_random=False))
def test_families_do_not_depend_on_the_order_of_ideas(texts: list[str], random: Random) -> None:
    ideas = ideas_of(*texts)
    shuffled = list(ideas)
    random.shuffle(shuffled)
    assert families(shuffled, ABBREVIATIONS) == families(ideas, ABBREVIATIONS)
    assert silent_groups(shuffled, ABBREVIATIONS) == silent_groups(ideas, ABBREVIATIONS)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=8))
def test_any_text_has_one_place_and_proposals_share_nothing(texts: list[str]) -> None:
    ideas = ideas_of(*texts)
    groups = silent_groups(ideas)
    assert sorted(key for group in groups for key in group) == sorted(idea.key for idea in ideas)
    proposed = [key for family in families(ideas) if family.kind is not Kind.SAME for key in family.members]
    assert len(proposed) == len(set(proposed))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), max_size=15, unique=True), st.sampled_from(TEXTS))
def test_an_index_finds_what_a_whole_pass_over_two_ideas_finds(texts: list[str], asked: str) -> None:
    index = Index(ideas_of(*texts), ABBREVIATIONS)
    found = {match.key: match.kind for match in index.near(asked)}
    for place, text in enumerate(texts):
        pair = families([Idea("new", asked), Idea("known", text)], ABBREVIATIONS)
        assert found.get(str(place)) == (pair[0].kind if pair else None)


def test_an_index_forgets_and_replaces() -> None:
    index = Index(ideas_of("Partage", "Equité"))
    index.add(Idea("0", "Solidarité"))
    index.discard("1")
    assert index.near("partage") == ()
    assert index.near("équité") == ()
    assert [match.key for match in index.near("solidarité")] == ["0"]
