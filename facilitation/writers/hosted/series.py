"""Slides that a list was cut into, whole again: a template has its own room, and cuts it its own way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from facilitation.typography import NBSP
from facilitation.writers.slides import (
    CommonOwn,
    FaceToFace,
    InsightSlide,
    ListSlide,
    QuestionAnswer,
    Slide,
    TableSlide,
    Titled,
    ZoneSlide,
)

NUMBER = re.compile(rf"[{NBSP} ]\((\d+)/(\d+)\)$")


def whole(slides: Iterable[Slide]) -> list[Slide]:
    """Return the slides, those of one series put together under its title, notes one after the other."""
    result: list[Slide] = []
    for slide in slides:
        number = NUMBER.search(slide.title)
        joined = _joined(result[-1], slide) if result and number and number[1] != "1" else None
        if joined is not None and NUMBER.sub("", slide.title) == NUMBER.sub("", result[-1].title):
            result[-1] = joined
        else:
            result.append(slide)
    return result


def _joined(before: Slide, after: Slide) -> Slide | None:
    """Return two slides as one; None when they are not two pages of the same list."""
    notes = "\n".join(filter(None, (before.notes, after.notes)))
    match before, after:
        case ListSlide(), ListSlide() if before.ordered == after.ordered:
            leads = (*_leads(before), *_leads(after))
            items = (*before.items, *after.items)
            return replace(before, items=items, leads=leads if any(leads) else (), notes=notes, note=before.note or after.note)
        case ZoneSlide(), ZoneSlide() if before.heads == after.heads:
            lists = tuple((*one, *other) for one, other in zip(before.lists, after.lists, strict=True))
            return replace(before, lists=lists, notes=notes, note=before.note or after.note)
        case TableSlide(), TableSlide() if before.columns == after.columns:
            rows = (*before.rows, *after.rows)
            return replace(before, rows=rows, total=after.total, notes=notes, note=before.note or after.note)
        case CommonOwn(), CommonOwn() if [one.heading for one in before.own] == [one.heading for one in after.own]:
            own = tuple(_longer(one, other) for one, other in zip(before.own, after.own, strict=True))
            return replace(before, own=own, notes=notes)
        case FaceToFace(), FaceToFace():
            left, right = _longer(before.left, after.left), _longer(before.right, after.right)
            return replace(before, left=left, right=right, notes=notes)
        case InsightSlide(), InsightSlide():
            return replace(before, points=(*before.points, *after.points), notes=notes)
        case QuestionAnswer(), QuestionAnswer():
            return replace(before, answer=(*before.answer, *after.answer), notes=notes)
        case _:
            return None


def _leads(slide: ListSlide) -> tuple[str, ...]:
    return slide.leads or ("",) * len(slide.items)


def _longer(one: Titled, other: Titled) -> Titled:
    return replace(one, items=(*one.items, *other.items))
