"""Every pair of colours that carries words is read by everybody, in true colour and in 256 colours."""

from __future__ import annotations

import colorsys
from dataclasses import fields

import pytest
from rich.color import Color, ColorSystem

from facilitation.console.paint.palette import DARK, LIGHT, PALETTES, Palette, position_token, style

PAGES = ("fond", "surface")
WORDS = ("texte", "doux", "accent", "ok", "att", "alerte")
PAIRS = [
    *((ink, ground) for ink in WORDS for ground in PAGES),
    *((ink, "surface") for ink in ("p1", "p2", "p3")),
    ("texte", "creux"), ("doux", "creux"), ("texte", "sel"), ("texte", "att_doux"),
    ("sur_accent", "accent"), ("sur_tatt", "tatt"), ("sur_talerte", "talerte"),
    *(("fond", token) for token in ("p1", "p2", "p3")),
]  # fmt: skip


def luminance(red: float, green: float, blue: float) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def shares(colour: Color) -> tuple[float, float, float]:
    red, green, blue = colour.get_truecolor()
    return red / 255, green / 255, blue / 255


def contrast(one: Color, other: Color) -> float:
    bright, dark = sorted((luminance(*shares(one)), luminance(*shares(other))), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def colour(palette: Palette, token: str) -> Color:
    return Color.parse(getattr(palette, token))


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_contrast_with_what_they_stand_on(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(colour(palette, ink), colour(palette, ground)) >= 5.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_are_still_read_in_256_colours(palette: Palette, ink: str, ground: str) -> None:
    one, other = (colour(palette, token).downgrade(ColorSystem.EIGHT_BIT) for token in (ink, ground))
    assert contrast(one, other) >= 4.3


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("token", ["fond", "surface", "creux", "ligne", "corps"])
def test_neutrals_stay_neutral_in_256_colours(palette: Palette, token: str) -> None:
    _hue, _lightness, saturation = colorsys.rgb_to_hls(*shares(colour(palette, token)))
    lightness = luminance(*shares(colour(palette, token)))
    assert saturation < 0.15 or lightness > 0.8
    red, green, blue = colour(palette, token).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    assert max(red, green, blue) - min(red, green, blue) <= 40


def test_the_amber_tile_is_dark_on_light_and_the_red_one_light_on_dark() -> None:
    for palette in (DARK, LIGHT):
        assert luminance(*shares(colour(palette, "sur_tatt"))) < luminance(*shares(colour(palette, "tatt")))
        assert luminance(*shares(colour(palette, "sur_talerte"))) > luminance(*shares(colour(palette, "talerte")))


def test_both_themes_name_every_token() -> None:
    for palette in (DARK, LIGHT):
        tokens = [getattr(palette, found.name) for found in fields(palette) if found.name != "name"]
        assert all(token.startswith("#") and len(token) == 7 for token in tokens)


def test_positions_go_from_disagreeing_to_agreeing() -> None:
    assert [position_token(rank, 3) for rank in range(3)] == ["p1", "p2", "p3"]
    assert [position_token(rank, 4) for rank in range(4)] == ["p1", "p2", "p2", "p3"]
    assert [position_token(rank, 2) for rank in range(2)] == ["p1", "p3"]


def test_a_click_travels_with_the_style() -> None:
    assert style(DARK, "texte", "fond", "screen.forward").meta == {"@click": "screen.forward"}
    assert "@click" not in style(DARK, "texte", "fond").meta
