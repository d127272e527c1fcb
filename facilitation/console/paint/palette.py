"""The colour tokens, dark and light. Contrasts on « fond » and « surface » were measured: 5.5 at least for every text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme. Neutrals have a saturation under 0.15, so that 256-colour terminals map them to the grey ramp."""

    name: str
    fond: str
    surface: str
    creux: str
    texte: str
    doux: str
    accent: str
    sur_accent: str
    sel: str
    ok: str
    att: str
    alerte: str
    tatt: str
    sur_tatt: str
    talerte: str
    sur_talerte: str
    att_doux: str
    ligne: str
    corps: str
    vide: str
    plein: str
    p1: str
    p2: str
    p3: str


DARK = Palette(
    "sombre", "#15181b", "#1f2327", "#0f1113", "#eef2f4", "#a9b8c2", "#5fd7d7", "#06201f",
    "#30383e", "#5fd787", "#ffaf5f", "#ff8787", "#ffb454", "#2a1500", "#b3261e", "#ffffff",
    "#43290b", "#4a5158", "#363d44", "#76828b", "#2b8a8a", "#e6c34a", "#c6ccd2", "#7fb8ff",
)  # fmt: skip
LIGHT = Palette(
    "clair", "#fbfaf6", "#eef1ee", "#ffffff", "#16212a", "#4a5963", "#0b6566", "#ffffff",
    "#cfe4e4", "#0f6b2a", "#7f4600", "#a81e1e", "#ffc266", "#2a1500", "#a81e1e", "#ffffff",
    "#ffe3bf", "#9aa5a7", "#d3dbdc", "#8b989c", "#4d9c9c", "#6f5600", "#56616b", "#1559a8",
)  # fmt: skip
PALETTES = {palette.name: palette for palette in (DARK, LIGHT)}


def position_token(rank: int, count: int) -> str:
    """Return the token of a position of a scale: p1 against, p2 in the middle, p3 for."""
    if count < 2 or rank <= 0:
        return "p1"
    return "p3" if rank >= count - 1 else "p2"


@lru_cache(maxsize=2048)
def style(palette: Palette, ink: str, ground: str, click: str = "", *, bold: bool = False) -> Style:
    """Return the style of some text; ``click`` is the action that a click on it runs."""
    plain = Style(color=getattr(palette, ink), bgcolor=getattr(palette, ground), bold=bold)
    return plain + Style(meta={"@click": click}) if click else plain
