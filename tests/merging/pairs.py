"""The labelled pairs: ``meme`` may merge without asking, ``proche`` be shown to a person, ``different`` never be proposed.

Two halves kept apart: thresholds and word lists were settled on ``tuning``; ``test`` is only ever counted.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from facilitation.merging import Idea, Kind, families
from facilitation.typography import folded

HERE = Path(__file__).parent
ABBREVIATIONS = {
    "CLS": "contrat local de santé",
    "GT": "groupe de travail",
    "PTA": "plateforme territoriale d’appui",
    "RH": "ressources humaines",
    "SI": "système d’information",
    "CPTS": "communauté professionnelle territoriale de santé",
    "CLSM": "conseil local de santé mentale",
    "PLSP": "plan local de santé publique",
}


@dataclass(frozen=True, slots=True)
class Pair:
    a: str
    b: str
    verdict: str
    family: str


@dataclass(frozen=True, slots=True)
class Score:
    found: int
    right: int
    expected: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.expected)


def labelled(half: str) -> list[Pair]:
    with (HERE / f"pairs_{half}.csv").open(encoding="utf-8", newline="") as file:
        return [Pair(row["a"], row["b"], row["verdict"], row["famille"]) for row in csv.DictReader(file, delimiter=";")]


def said_of(pair: Pair) -> Kind | None:
    """Return what the engine says of two ideas alone in a cell."""
    found = families([Idea("a", pair.a), Idea("b", pair.b)], ABBREVIATIONS)
    return found[0].kind if found else None


def scored(pairs: list[Pair], finds: Callable[[Pair], bool], verdicts: set[str]) -> Score:
    answers = [(finds(pair), pair.verdict in verdicts) for pair in pairs]
    return Score(
        sum(found for found, _ in answers), sum(found and right for found, right in answers), sum(right for _, right in answers)
    )


def peers(pairs: list[Pair]) -> list[tuple[str, int, Score]]:
    """Return what rapidfuzz alone finds in ``pairs``, each at its best threshold on the tuning half."""
    tuning = labelled("tuning")
    found = []
    for name, ratio in (("ratio", fuzz.ratio), ("token_set_ratio", fuzz.token_set_ratio)):
        scores = [(score_by(ratio, tuning, threshold).f1, threshold) for threshold in range(30, 101)]
        threshold = max(scores)[1]
        found.append((name, threshold, score_by(ratio, pairs, threshold)))
    return found


def score_by(ratio: Callable[[str, str], float], pairs: list[Pair], threshold: int) -> Score:
    return scored(pairs, lambda pair: ratio(folded(pair.a), folded(pair.b)) >= threshold, {"meme", "proche"})
