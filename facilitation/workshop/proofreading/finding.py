"""One thing to read again before publishing: where it is, what it is and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from facilitation.typography import NBSP, enumeration, french

SEPARATOR = " › "
MOST_PLACES = 3  # beyond, one line says how many there are and where the first ones are


class Finding(NamedTuple):
    """Where, and what to do there."""

    where: str
    what: str

    @property
    def sentence(self) -> str:
        """The line that people read: « où : quoi »."""
        return f"{french(self.where)}{NBSP}: {french(self.what)}"


def cut(text: str, longest: int = 60) -> str:
    """Return the beginning of a text, on one line, its last word whole."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest].rpartition(' ')[0] or line[:longest]}…"


def path(*steps: str) -> str:
    """Return a place from the whole to the part: « Silhouette › CPTS › Tête »; empty steps are left out, long ones cut."""
    return SEPARATOR.join(step if SEPARATOR in step else cut(step) for step in steps if step)


def gathered(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, those that say one thing of more than MOST_PLACES places in one line, where the first one stood."""
    places: dict[str, list[str]] = {}
    for finding in findings:
        places.setdefault(finding.what, []).append(finding.where)
    told: list[Finding] = []
    for what, wheres in places.items():
        if len(wheres) > MOST_PLACES:
            told.append(Finding(_together(wheres), what))
        else:
            told.extend(Finding(where, what) for where in wheres)
    return told


def _together(wheres: list[str]) -> str:
    """Return several places in one, what they have in common told once: « deck.pptx › diapositive 2, diapositive 4 »."""
    steps = [where.split(SEPARATOR) for where in wheres]
    common = [step for step, *_others in takewhile(lambda level: len(set(level)) == 1, zip(*steps, strict=False))]
    shared = common[: min(map(len, steps)) - 1]
    return SEPARATOR.join([*shared, listed([SEPARATOR.join(own[len(shared) :]) for own in steps])])


def listed(words: list[str], most: int = MOST_PLACES) -> str:
    """Return « a, b et 4 autres », whatever the rest is called."""
    left = len(words) - most
    if left <= 0:
        return enumeration(words)
    return f"{', '.join(words[:most])} et {left}{NBSP}autre{'s' if left > 1 else ''}"
