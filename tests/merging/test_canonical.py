"""What merges without asking, and what never does."""

from __future__ import annotations

import pytest

from facilitation.merging import Reading, says_the_same
from tests.merging.pairs import ABBREVIATIONS, labelled


def same(one: str, other: str) -> bool:
    return says_the_same(Reading(one, ABBREVIATIONS), Reading(other, ABBREVIATIONS))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Equité", "équité"),
        ("Jeux d’acteurs", "jeu d'acteurs"),
        ("Écoute\u00a0: respect", "écoute\u202f: respect"),
        ("• Réunions", "réunion"),
        ("3. Réseaux locaux", "Réseau local"),
        ("Acteur·rice·s de santé", "acteurs et actrices de santé"),
        ("professionnel(le)s", "professionnel.le.s"),
        ("agriculteur·trice·s", "agriculteurs"),
        ("Respect, humanité", "humanité / respect"),
        ("GT", "groupes de travail"),
        ("Contrat local de santé (CLS)", "C.L.S."),
        ("CLS (contrat local de santé)", "les CLS"),
        ("2 postes", "deux postes"),
        ("1er forum", "premier forum"),
        ("Phase II", "phase 2"),
        ("e\u0301quite\u0301", "équité"),
        ("Réu\u00adnion", "réunion"),
        ("…", "…"),
    ],
)
def test_one_idea_written_in_two_ways_is_one(one: str, other: str) -> None:
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Temps", "Pas de temps"),
        ("Avec les élus", "Sans les élus"),
        ("Plus de moyens", "Moins de moyens"),
        ("+ de moyens", "- de moyens"),
        ("2 réunions", "2. Réunions"),
        ("Registre 1A", "Registre 1B"),
        ("-5 postes", "5 postes"),
        ("Des patients", "Des professionnels"),
        ("Des CPTS vers les ASV", "Des ASV vers les CPTS"),
        ("Les ASV aident les CPTS", "Les CPTS aident les ASV"),
        ("Pas de temps, formation", "Pas de temps de formation"),
        ("Pas de réunions, des visites", "Des visites, pas de réunions de plus"),
        ("Marché", "Marche"),
        ("Tâches", "Taches"),
        ("Retraité", "Retraite"),
        ("Cours", "Cour"),
        ("Moyens", "Moyen"),
        ("Médecins et médecine", "Médecins"),
        ("Point/pointe", "Point"),
        ("Si partagé", "SI partagé"),
        ("Réunion\u00a0👍", "Réunion\u00a0👎"),
        ("Réunion\u00a0?", "Réunion"),
        ("Formation ou réunion", "Formation et réunion"),
        ("Ville ≠ hôpital", "Ville = hôpital"),
        ("A → B", "B → A"),
        ("Projet de méthodologie", "Méthodologie de projet"),
        ("Nos outils", "Leurs outils"),
        ("20\u00a0%", "20\u00a0€"),
        ("Vingt et un", "Vingt"),
        ("👍", "👎"),
        ("?", "!"),
        ("Professeur", "Professeure et élève"),
        ("Infirmières", "Infirmiers"),
        ("Mi-temps", "Temps"),
        ("Étape un", "Étape"),
        ("Un peu de temps", "Peu de temps"),
        ("Faire un pas", "Faire pas"),
        ("Toute la journée", "Toutes les journées"),
        ("La poste", "Le poste"),
        ("Le rôle du politique", "Le rôle de la politique"),
        ("Un tour", "Une tour"),
        ("Je peux", "Je peu"),
        ("Dés", "Des"),
        ("Hépatite B", "Hépatite C"),
        ("Parler avant d’agir", "Agir avant de parler"),
        ("Salle L", "Salle"),
        ("B. Durand", "C. Durand"),
        ("Âgé", "Âge"),
        ("Gêne", "Gène"),
        ("Moral et morale", "Moral"),
        ("Présent ?", "Présent, pas absent"),
        ("Option A", "Option B"),
        ("Groupe 1, salle 2", "Groupe 2, salle 1"),
        ("Oui, non", "Non, oui"),
        ("Non à la réunion", "Réunion"),
        ("Accès à l’eau", "Accès sans eau"),
        ("10 000 habitants", "10 habitants"),
        ("0,5 ETP", "5 ETP"),
        ("Avant/après", "Après"),
        ("Patients, soignants\u00a0: écouter", "Soignants, patients\u00a0: former"),
        ("Les jeunes parents", "Les parents jeunes enfants"),
    ],
)
def test_what_may_mean_something_else_stays_apart(one: str, other: str) -> None:
    assert not same(one, other)
    assert not same(other, one)


@pytest.mark.parametrize("half", ["tuning", "test"])
def test_no_labelled_pair_is_merged_wrongly(half: str) -> None:
    pairs = labelled(half)
    assert [pair for pair in pairs if pair.verdict != "meme" and same(pair.a, pair.b)] == []
    merged = sum(same(pair.a, pair.b) for pair in pairs)
    assert merged / sum(pair.verdict == "meme" for pair in pairs) > 0.9


def test_the_two_halves_hold_four_hundred_pairs_and_share_none() -> None:
    tuning, test = ({frozenset((pair.a, pair.b)) for pair in labelled(half)} for half in ("tuning", "test"))
    assert len(tuning) + len(test) >= 400
    assert tuning.isdisjoint(test)
