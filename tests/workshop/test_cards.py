from facilitation.typography import NBSP
from facilitation.workshop.cards import card


def test_a_card_names_its_variants_as_a_day_does() -> None:
    assert card("silhouette").endswith(f"\n\nVariantes\n  • courte{NBSP}: En trois quarts d’heure, 45{NBSP}min")


def test_a_card_without_variants_says_nothing_of_them() -> None:
    assert "Variantes" not in card("debat-mouvant-promotion-de-la-sante")
