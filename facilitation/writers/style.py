"""House style shared by the slide, page and web writers: colours computed from one accent, sizes, grid."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FONT = "Arial"
DEFAULT_ACCENT = "#0B6E6E"

# Fixed warm neutrals; everything else is computed from the accent.
INK = "#26221C"
PAPER = "#FBF8F3"
SAND = "#F1EBDF"
RULE = "#8F8474"
GREY = "#5C5448"
THREAD = "#D8CFBF"
NIGHT_RULE = "#978C7C"
NIGHT_GREY = "#C3B9AA"
NIGHT_THREAD = "#4B443A"

# The slide and its grid, in points: 12 columns of 50, gutters of 24.
SLIDE_WIDTH = 960.0
SLIDE_HEIGHT = 540.0
MARGIN = 48.0
COLUMN = 50.0
GUTTER = 24.0
CONTENT_WIDTH = 864.0
TOP = 136.0
BOTTOM = 504.0
NOTE_TOP = 480.0
BOTTOM_WITH_NOTE = 472.0
EMU = 12_700  # in one point

# Type sizes of the slides, in points.
HEADING_SIZES = (30.0, 28.0, 26.0, 24.0)
BODY_SIZES = (24.0, 22.0, 20.0)
SMALLEST = 14.0
HEADER_SIZE = 14.0

_TOLERANCE = 1e-4  # linear light: under a quarter of one step of 255
_CHROMA_STEP = 0.002

_HEX = re.compile(r"#?([0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True)
class Style:
    """The colours of one organisation as ``#RRGGBB``, under their French names, its own name, its logo file, its templates."""

    encre: str
    papier: str
    sable: str
    fonce: str
    accent: str
    clair: str
    moyen: str
    trait: str
    gris: str
    filet: str
    organisation: str = ""
    logo: Path | None = None
    dark: bool = False
    presentation: Path | None = None  # its own .pptx or .potx, in which slides are written
    document: Path | None = None  # its own .docx or .dotx, in which documents are written


def style_of(couleur: str | None = None, *, organisation: str = "", logo: Path | None = None, dark: bool = False) -> Style:
    """Return the style computed from an organisation's colour (``#RRGGBB``; None for the default teal).

    Tones are set in OKLCH (Björn Ottosson, 2020) until their WCAG contrast holds: text 4.5:1 and more, drawings 3:1.

    Raises:
        ValueError: ``couleur`` is not six hexadecimal digits.
    """
    given = (couleur or DEFAULT_ACCENT).strip()
    matched = _HEX.fullmatch(given)
    if matched is None:
        raise ValueError(f"couleur illisible « {given} » : six chiffres hexadécimaux sont attendus, comme #0B6E6E")
    tones = _dark_tones if dark else _light_tones
    fonce, accent, clair, moyen = tones(f"#{matched[1].upper()}")
    return Style(
        encre=INK,
        papier=PAPER,
        sable=SAND,
        fonce=fonce,
        accent=accent,
        clair=clair,
        moyen=moyen,
        trait=NIGHT_RULE if dark else RULE,
        gris=NIGHT_GREY if dark else GREY,
        filet=NIGHT_THREAD if dark else THREAD,
        organisation=organisation,
        logo=logo,
        dark=dark,
    )


@lru_cache(maxsize=64)
def _light_tones(couleur: str) -> tuple[str, str, str, str]:
    """Return foncé, accent, clair and moyen for a lit room."""
    lightness, chroma, hue = oklch(couleur)
    accent = couleur
    level = lightness
    while contrast(accent, SAND) < 5.0:
        level -= 0.004
        accent = from_oklch(level, chroma, hue)
    pale = from_oklch(0.885, min(0.55 * chroma, 0.06), hue)
    return _deep(lightness, chroma, hue), accent, pale, _middle(chroma, hue)


@lru_cache(maxsize=64)
def _dark_tones(couleur: str) -> tuple[str, str, str, str]:
    """Return foncé, accent, clair and moyen for a dark room: the same roles, light on dark."""
    lightness, chroma, hue = oklch(couleur)
    deep = _deep(lightness, chroma, hue)
    level = 0.62
    accent = from_oklch(level, min(chroma, 0.11), hue)
    while min(contrast(accent, deep), contrast(accent, INK)) < 5.0:
        level += 0.004
        accent = from_oklch(level, min(chroma, 0.11), hue)
    pale = from_oklch(0.42, min(0.7 * chroma, 0.06), hue)
    return deep, accent, pale, from_oklch(0.55, min(0.85 * chroma, 0.10), hue)


def _deep(lightness: float, chroma: float, hue: float) -> str:
    level = min(lightness, 0.42)
    tone = from_oklch(level, min(chroma, 0.075), hue)
    while contrast(tone, PAPER) < 10.5:
        level -= 0.004
        tone = from_oklch(level, min(chroma, 0.075), hue)
    return tone


def _middle(chroma: float, hue: float) -> str:
    level = 0.80
    tone = from_oklch(level, min(0.85 * chroma, 0.10), hue)
    while contrast(tone, SAND) < 3.05:
        level -= 0.004
        tone = from_oklch(level, min(0.85 * chroma, 0.10), hue)
    return tone


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio of two ``#RRGGBB`` colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> tuple[float, float, float]:
    """Return linear sRGB, each from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _expanded(red), _expanded(green), _expanded(blue)


def _expanded(level: float) -> float:
    return level / 12.92 if level <= 0.04045 else math.pow((level + 0.055) / 1.055, 2.4)


def oklch(colour: str) -> tuple[float, float, float]:
    """Return lightness (0–1), chroma and hue (radians) of a ``#RRGGBB`` colour."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """Return the ``#RRGGBB`` of that lightness and hue; the chroma is lowered until a screen can show the colour."""
    channels = _to_linear(lightness, chroma, hue)
    while chroma > 0 and not all(-_TOLERANCE <= level <= 1 + _TOLERANCE for level in channels):
        chroma = max(chroma - _CHROMA_STEP, 0.0)
        channels = _to_linear(lightness, chroma, hue)
    return "#" + "".join(f"{round(255 * _companded(level)):02X}" for level in channels)


def _to_linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _companded(level: float) -> float:
    level = min(max(level, 0.0), 1.0)
    return 12.92 * level if level <= 0.0031308 else 1.055 * math.pow(level, 1 / 2.4) - 0.055
