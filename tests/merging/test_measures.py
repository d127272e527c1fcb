"""How well and how much: what is found beside rapidfuzz alone, and how the work grows. Counted, never timed."""

from __future__ import annotations

import math

from facilitation.merging import Kind
from facilitation.merging.candidates import filing, pairs
from facilitation.merging.canonical import Reading
from facilitation.merging.likeness import Sketch
from tests.merging.many import many
from tests.merging.pairs import labelled, peers, said_of, scored


def compared(count: int) -> int:
    """Return how many pairs of ``count`` ideas are looked at."""
    sketches = sorted((Sketch(Reading(idea.text)) for idea in many(count)), key=lambda sketch: sketch.joined)
    return sum(1 for _ in pairs([filing(sketch) for sketch in sketches]))


def test_on_the_test_half_nothing_merges_wrongly_and_proposals_find_more_than_either_ratio() -> None:
    found = labelled("test")
    said = {pair: said_of(pair) for pair in found}
    silent = scored(found, lambda pair: said[pair] is Kind.SAME, {"meme"})
    ours = scored(found, lambda pair: said[pair] is not None, {"meme", "proche"})
    assert silent.precision == 1.0
    assert silent.recall > 0.95
    assert ours.f1 > max(score.f1 for _, _, score in peers(found)) + 0.1
    assert ours.precision > max(score.precision for _, _, score in peers(found))


def test_the_work_grows_much_slower_than_the_pairs_there_are() -> None:
    few, many_more = compared(500), compared(4_000)
    assert math.log(many_more / few) / math.log(8) < 1.6
    assert many_more < 4_000 * 3_999 / 2 / 50
