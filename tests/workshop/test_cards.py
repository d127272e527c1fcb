import pytest

from facilitation.library import Listed, exercises, read_exercise
from facilitation.typography import NBSP
from facilitation.workshop.cards import card, shelf

KEYS = [listed.key for listed in exercises()]


@pytest.mark.parametrize("listed", exercises(), ids=KEYS)
def test_a_card_says_all_that_one_chooses_an_exercise_by_and_all_that_one_needs_to_run_it(listed: Listed) -> None:
    exercise, said = read_exercise(listed.path), card(listed.key)
    assert exercise.people
    wanted = [exercise.aim, f"Usage{NBSP}: {exercise.use}", f"Personnes{NBSP}: de {exercise.people[0]} à {exercise.people[1]}"]
    wanted += [f"Moment{NBSP}: ", exercise.size, exercise.source, *exercise.material, *exercise.traps, *exercise.never]
    wanted += [part for step in exercise.steps for part in (step.title, step.say)]
    wanted += [sheet.title for sheet in exercise.sheets] + [mark.title for sheet in exercise.sheets for mark in sheet.marks]
    assert [words for words in wanted if words not in said] == []


def test_each_step_has_its_minutes_and_says_when_it_is_played_again() -> None:
    said = card("debat-mouvant-promotion-de-la-sante").replace(NBSP, " ")
    assert "1. Consigne, 2 min\n" in said
    assert "3. Positions, 1 min chaque fois\n" in said
    assert "Durée : 2 min, puis 6 min à chaque question ou affirmation, soit 26 min pour les 4\n" in said
    assert "2. Rencontres, quatre tours de six minutes, 24 min en 4 tours\n" in card("speed-dating").replace(NBSP, " ")


def test_a_card_is_filtered_by_the_minutes_of_all_its_statements() -> None:
    minutes = {brief.key: brief.minutes for brief in shelf()}
    assert (minutes["debat-mouvant-promotion-de-la-sante"], minutes["silhouette"]) == (26, 60)


def test_a_card_names_its_variants_as_a_day_does() -> None:
    assert card("silhouette").endswith(f"\n\nVariantes\n  • courte{NBSP}: En trois quarts d’heure, 45{NBSP}min")


def test_a_card_without_variants_says_nothing_of_them() -> None:
    assert "Variantes" not in card("debat-mouvant-promotion-de-la-sante")
