"""Ideas proposed for merging: how long beside rapidfuzz scoring the same pairs, and what is found beside its own ratios."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from facilitation.merging import Kind, families
from facilitation.typography import folded
from tests.bench.measure import Figure, SkippedError, compared, timed
from tests.merging.many import many
from tests.merging.pairs import Score, labelled, peers, said_of, scored

FEW, MANY = 2_000, 20_000


def figures() -> Iterator[Figure]:
    """Yield the figures of this group, after the table of what is found on the test half."""
    yield from _found()
    families(many(50))  # its dictionary, loaded once
    yield _growth()
    yield _beside_cdist()


def _found() -> Iterator[Figure]:
    pairs = labelled("test")
    said = {pair: said_of(pair) for pair in pairs}
    silent = scored(pairs, lambda pair: said[pair] is Kind.SAME, {"meme"})
    ours = scored(pairs, lambda pair: said[pair] is not None, {"meme", "proche"})
    print(f"  {len(pairs)} paires de la moitié d’essai                   précision   rappel      F1")
    _line("réunies sans demander", silent)
    _line("réunies ou proposées", ours)
    best = 0.0
    for name, threshold, score in peers(pairs):
        _line(f"{name} ≥ {threshold}", score)
        best = max(best, score.f1)
    yield Figure("réunies sans demander : erreurs, sur une", silent.found - silent.right, 1, 0, "paire")
    yield Figure("erreur des propositions (1 − F1), face au meilleur pair", 100 * (1 - ours.f1), 100 * (1 - best), 1, "%")


def _line(name: str, score: Score) -> None:
    print(f"    {name:<52}{score.precision:>7.3f}{score.recall:>10.3f}{score.f1:>8.3f}".replace(".", ","))


def _growth() -> Figure:
    small, large = many(FEW), many(MANY)
    figure = compared("", 1, timed(lambda: families(large)), timed(lambda: families(small)), times=3)
    exponent = math.log(figure.ratio) / math.log(MANY / FEW)
    return Figure(f"croissance de {FEW} à {MANY} idées, exposant", exponent, 1, 1.6, "")


def _beside_cdist() -> Figure:
    ideas = many(FEW)
    scored_alone = _cdist([idea.text for idea in ideas])
    name = f"{FEW} idées proposées, face à cdist sur les mêmes paires"
    return compared(name, 2, timed(lambda: families(ideas)), timed(scored_alone))


def _cdist(texts: list[str]) -> Callable[[], object]:
    if find_spec("numpy") is None:  # cdist puts its scores in a matrix of numpy's, which nothing else here needs
        raise SkippedError("cdist veut numpy (pip install numpy), dont l’outil n’a pas besoin")
    from rapidfuzz.process import cdist  # noqa: PLC0415  it asks for numpy

    said = [folded(text) for text in texts]
    return lambda: cdist(said, said)
