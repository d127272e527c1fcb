"""The people of the house style as inline SVG, coloured by the page's own stylesheet: the frieze and the Silhouette."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from markupsafe import Markup

from facilitation.synthesis import Table
from facilitation.typography import NBSP
from facilitation.writers.files import legible

_FIGURES = Path(__file__).parent.parent / "data" / "figures.json"
_MIRROR = 'transform="translate(400) scale(-1 1)"'
# How much of each is seen over the bottom edge, from the top of the head, in units of a figure 1000 high.
_RISE = {"assis": 330, "debout": 470, "bras": 430}
_HIGHEST_HAND = 136
_STEP = 400
_PEOPLE = 24  # enough for the widest screen; the sides are cut, never the feet
_POSES = ("assis", "debout", "bras", "assis", "bras", "debout", "assis", "debout", "bras", "debout", "assis")
_TONES = "abcabcabcab"


@cache
def _paths() -> dict[str, str]:
    """Return the outlines by name, in a box of 400 × 1000, y down."""
    drawn: dict[str, str] = json.loads(_FIGURES.read_text(encoding="utf-8"))
    return {name: path for name, path in drawn.items() if isinstance(path, str)}


def _path(name: str, attributes: str = "", *, mirror: bool = False) -> str:
    return f'<path d="{_paths()[name]}"{f" {attributes}" if attributes else ""}{f" {_MIRROR}" if mirror else ""}/>'


def _both(name: str) -> str:
    return _path(name) + _path(name, mirror=True)


@cache
def frieze() -> Markup:
    """Return the row of people cut by the bottom edge of the header; decoration, hidden from screen readers."""
    height = _RISE["bras"] + _HIGHEST_HAND + 10
    poses = {
        "assis": _path("head") + _path("torso"),
        "debout": _path("head") + _path("torso"),
        "bras": _path("head") + _path("bust") + _both("arm_up_r") + _both("hand_up_r"),
    }
    people = []
    for at in range(_PEOPLE):
        pose, tone = _POSES[at % len(_POSES)], _TONES[at % len(_TONES)]
        people.append(f'<g class="{tone}" transform="translate({at * _STEP} {height - _RISE[pose]})">{poses[pose]}</g>')
    box = f'viewBox="0 0 {_PEOPLE * _STEP} {height}" preserveAspectRatio="xMidYMax slice"'
    drawn = f'<svg class="frise" {box} aria-hidden="true" focusable="false">{"".join(people)}</svg>'
    return Markup(drawn)  # noqa: S704 (our own outlines)


def silhouette(table: Table) -> Markup:
    """Return the body whose parts are the columns of ``table``, with its reading in words as label. It faces us."""
    zones = [f"{column.zone}, {column.title}" for column in table.columns if column.zone]
    label = f"Silhouette{NBSP}: {f'{NBSP}; '.join(zones)}" if zones else "Silhouette"
    body = (
        _path("torso", 'class="tronc"')
        + _path("head", 'class="fort"')
        + _path("hand_r", 'class="fort"')
        + _path("hand_r", 'class="fort"', mirror=True)
        + _path("leg_r", 'class="fort"', mirror=True)  # its right leg, on our left
        + _path("leg_r", 'class="frein"')
        + _path("heart", 'class="fort"')
    )
    return Markup('<svg class="silhouette" viewBox="-10 0 420 992" role="img" aria-label="{}">{}</svg>').format(
        legible(label),
        Markup(body),  # noqa: S704 (our own outlines)
    )
