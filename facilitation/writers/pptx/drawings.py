"""What a slide draws beside its words: a chart, the body of a Silhouette and its leaders, the gestures of a debate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from facilitation.writers.figures import POINTS
from facilitation.writers.placing.frames import Box
from facilitation.writers.placing.holders import CALLOUTS, caption_boxes, stand_boxes
from facilitation.writers.placing.maps import drawn
from facilitation.writers.pptx import charts, people, scatter
from facilitation.writers.pptx.layouts import FLOOR, STATEMENT_FLOOR
from facilitation.writers.pptx.shapes import Ids, dot, rule
from facilitation.writers.pptx.words import line
from facilitation.writers.slides import (
    Bars,
    BarsSlide,
    BeforeAfter,
    Instructions,
    MapSlide,
    Portrait,
    Response,
    Slide,
    Stand,
    Statement,
)

_RESPONSE_CHART = Box(430, 160, 482, 312)
_WHOLE_CHART = Box(48, 136, 864, 368)
_ROUNDS_CHART = Box(48, 160, 494, 312)
_BODY = (406.8, 139.0, 0.366)  # left, top, scale


class Page(Protocol):
    """A slide being written, as the drawings know it."""

    ids: Ids

    def add_chart(self, chart: charts.Chart) -> str:
        """Return the id by which the slide points at its new chart."""


def drawings(slide: Slide, page: Page) -> Iterator[str]:
    """Yield what the slide draws; only what the words do not already tell has an alternative text."""
    match slide:
        case Response(bars=Bars() as bars):
            yield from _response(slide, page)
            yield _chart("Graphique", bars, _RESPONSE_CHART, page)
        case Response():
            yield from _response(slide, page)
        case BarsSlide():
            yield _chart("Graphique", slide.bars, _WHOLE_CHART, page)
        case BeforeAfter():
            yield _chart("Graphique", slide.bars, _ROUNDS_CHART, page)
        case Portrait():
            yield from _portrait(slide, page.ids)
        case MapSlide():
            found = drawn(slide)
            relation = page.add_chart(scatter.places(found))
            yield charts.frame("Carte", found.box, relation, slide.message, page.ids)
        case Instructions():
            yield from _captioned(slide.stands, page.ids)
        case Statement():
            yield from _standing(slide.stands, page.ids)
        case _:
            return


def _chart(name: str, bars: Bars, box: Box, page: Page) -> str:
    relation = page.add_chart(charts.bars(bars, box.w))
    return charts.frame(name, box, relation, bars.message, page.ids)


def _response(slide: Response, page: Page) -> Iterator[str]:
    if slide.figure:
        yield people.gesture(page.ids, slide.figure, 298, 492, 0.20, tones=("creme", "moyen", "fonce"))


def _captioned(stands: tuple[Stand, ...], ids: Ids) -> Iterator[str]:
    for stand, box in zip(stands, caption_boxes(len(stands)), strict=True):
        if stand.figure:
            yield people.gesture(ids, stand.figure, box.x + box.w / 2, FLOOR, 0.222, tones=("accent", "trait", "papier"))


def _standing(stands: tuple[Stand, ...], ids: Ids) -> Iterator[str]:
    for stand, box in zip(stands, stand_boxes(len(stands)), strict=True):
        if stand.figure:
            yield people.gesture(ids, stand.figure, box.x - 38, STATEMENT_FLOOR, 0.10, tones=("accent", "trait", "papier"))


def _portrait(slide: Portrait, ids: Ids) -> Iterator[str]:
    """Yield the body, then a leader from each callout to its zone: a rule over the words, an elbow, a dot."""
    left, top, scale = _BODY
    yield people.body(ids, left, top, scale, about=slide.message)
    thin = line("trait", 1.25)
    for callout in slide.callouts:
        box = CALLOUTS.get(callout.zone)
        if box is None:
            continue
        x, y = POINTS[callout.zone]
        touched = (left + x * scale, top + y * scale)
        level = box.y - 5
        inner = box.x + box.w if box.x < touched[0] else box.x
        outer = box.x if box.x < touched[0] else box.x + box.w
        yield rule(ids, "Filet", (outer, level), (inner, level), thin)
        yield rule(ids, "Renvoi", (inner, level), touched, thin)
        yield dot(ids, "Point", touched, diameter=8, paint="papier", outline=line("encre", 1.25))
