import colorsys
from dataclasses import replace

import pytest

from facilitation.writers.style import Style, contrast, style_of

HUES = [
    "#{:02X}{:02X}{:02X}".format(*(round(255 * level) for level in colorsys.hls_to_rgb(step / 20, 0.42, 0.75)))
    for step in range(20)
]
GIVEN = ["#0B6E6E", "#C2410C", "#6D28D9", "#F2B705", "#1D4ED8", "#9F1239", "#111111", "#7AB800", "#FFFFFF", "#000000"]


def test_the_default_accent_gives_the_published_tokens() -> None:
    style = style_of()
    assert (style.fonce, style.accent, style.clair, style.moyen) == ("#014343", "#0B6E6E", "#B8E3E2", "#4D9190")


def test_a_dark_room_gives_the_published_tokens() -> None:
    style = style_of(dark=True)
    assert (style.fonce, style.accent, style.clair) == ("#014343", "#6ABCBC", "#205756")


def test_a_yellow_accent_becomes_bronze_to_stay_readable() -> None:
    assert style_of("#F2B705").accent == "#7D5D02"


@pytest.mark.parametrize("couleur", HUES + GIVEN)
def test_every_hue_meets_the_ratios_of_a_lit_room(couleur: str) -> None:
    style = style_of(couleur)
    assert contrast(style.papier, style.fonce) >= 10.5
    assert contrast(style.accent, style.sable) >= 5
    assert contrast(style.accent, style.papier) >= 5
    assert contrast(style.encre, style.clair) >= 9
    assert contrast(style.accent, style.clair) >= 3
    assert contrast(style.moyen, style.sable) >= 3
    assert contrast(style.moyen, style.papier) >= 3
    assert contrast(style.sable, style.fonce) >= 7
    assert contrast(style.gris, style.sable) >= 4.5
    assert contrast(style.trait, style.papier) >= 3


@pytest.mark.parametrize("couleur", HUES + GIVEN)
def test_every_hue_meets_the_ratios_of_a_dark_room(couleur: str) -> None:
    style = style_of(couleur, dark=True)
    assert contrast(style.accent, style.fonce) >= 5
    assert contrast(style.accent, style.encre) >= 5
    assert contrast(style.papier, style.clair) >= 4.5
    assert contrast(style.papier, style.fonce) >= 10.5
    assert contrast(style.gris, style.encre) >= 4.5


def test_a_colour_may_be_written_without_its_hash_or_in_lower_case() -> None:
    assert style_of("0b6e6e") == style_of("#0B6E6E")


def test_an_unreadable_colour_says_what_is_expected() -> None:
    with pytest.raises(ValueError, match="six chiffres"):
        style_of("vert")


def test_the_style_of_an_organisation_keeps_its_name() -> None:
    named: Style = style_of("#C2410C", organisation="CoDES 83")
    assert replace(named, organisation="") == style_of("#C2410C")
