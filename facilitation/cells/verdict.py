"""The room's answer in words, from head-counts and the weights of the positions."""

from __future__ import annotations

from collections.abc import Sequence

from facilitation.typography import decimal

SPLIT = "contrastée"
# Weights go from −1 to 1, so fifths of that span make five words of equal width.
WORDS = (
    (-0.6, "pas du tout d’accord"),
    (-0.2, "plutôt pas d’accord"),
    (0.2, "partagée"),
    (0.6, "plutôt d’accord"),
    (1.0, "tout à fait d’accord"),
)
LOW_AGREEMENT = 0.2


def verdict(counts: Sequence[int], weights: Sequence[float]) -> str:
    """Return the verdict in words, '' when nobody answered.

    The mean of the weights chooses the word; « contrastée » replaces it when van der Eijk’s agreement A is under 0.2: the room
    is spread over the scale (0) or split between its ends (towards −1).
    """
    if not sum(counts):
        return ""
    if agreement(counts) < LOW_AGREEMENT:
        return SPLIT
    mean = mean_weight(counts, weights)
    return next(word for limit, word in WORDS if mean <= limit)


def mean_weight(counts: Sequence[int], weights: Sequence[float]) -> float:
    """Return the mean weight, from −1 to 1, of at least one answer."""
    return round(sum(count * weight for count, weight in zip(counts, weights, strict=True)) / sum(counts), 9)


def agreement(counts: Sequence[int]) -> float:
    """Return van der Eijk's A over ordered categories: 1 all together, 0 spread evenly, −1 half at each end.

    Source: C. van der Eijk, « Measuring agreement in ordered rating scales », Quality & Quantity 35, 2001. The distribution is
    cut in layers of equal frequencies; each layer's agreement is weighted by the share of answers it holds.
    """
    left, total, result = list(counts), sum(counts), 0.0
    while any(left):
        height = min(count for count in left if count)
        layer = [count > 0 for count in left]
        result += height * sum(layer) / total * _layer_agreement(layer)
        left = [count - height if count else 0 for count in left]
    return round(result, 9)


def _layer_agreement(layer: Sequence[bool]) -> float:
    """Return A of a layer whose categories are either empty or equally full."""
    size, full = len(layer), sum(layer)
    if full == size:
        return 0.0
    if full == 1:
        return 1.0
    together, apart = 0, 0
    for first in range(size):
        for second in range(first + 1, size):
            for third in range(second + 1, size):
                pattern = layer[first], layer[second], layer[third]
                together += pattern in {(True, True, False), (False, True, True)}
                apart += pattern == (True, False, True)
    unimodality = ((size - 2) * together - (size - 1) * apart) / ((size - 2) * (together + apart))
    return unimodality * (1 - (full - 1) / (size - 1))


def method(counts: Sequence[int], weights: Sequence[float]) -> str:
    """Return how the verdict was found, in words: « moyenne −0,31 (de −1 à +1) ; accord dans la salle 0,42 »."""
    if not sum(counts):
        return ""
    mean = decimal(mean_weight(counts, weights))
    return f"moyenne {mean} (de −1 à +1)\u00a0; accord dans la salle {decimal(agreement(counts))}"
