"""Slides already decided → the slides of an organisation's template: each in the layout of its kind, titles all different."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from facilitation.typography import NBSP
from facilitation.writers.deck.titles import shortened
from facilitation.writers.hosted import drawn, tables, words
from facilitation.writers.hosted.host import Host, Spot
from facilitation.writers.hosted.page import Page
from facilitation.writers.hosted.series import NUMBER, whole
from facilitation.writers.hosted.setting import TITLE_SIZES, Filled, fits, fitted, line
from facilitation.writers.slides import (
    BarsSlide,
    BeforeAfter,
    BigWord,
    CommonOwn,
    Cover,
    End,
    FaceToFace,
    InsightSlide,
    Instructions,
    ListSlide,
    MapSlide,
    Objectives,
    Opening,
    Portrait,
    QuestionAnswer,
    Response,
    Slide,
    Statement,
    TableSlide,
    ZoneSlide,
)

_RARE = 0.15  # share of the titles that may be smaller than the others


def hosted(slides: Iterable[Slide], host: Host) -> list[Page]:
    """Return the slides of the deck in a template, in their order; a list that asks for more takes several, numbered."""
    pages = list(_distinct(_numbered([page for slide in whole(slides) for page in _pages(host, slide)])))
    opening = {id(host.layouts[role].title) for role in ("title", "section")}
    plain = [page for page in pages if id(page.head) not in opening]
    sizes = sorted(titled(page).shown for page in plain)
    most = sizes[int(len(sizes) * _RARE)] if sizes else 0.0
    even = [replace(page, most=most) if id(page.head) not in opening else page for page in pages]
    return [replace(page, notes=f"{page.title}\n{page.notes}".strip()) if _shown(page) != page.title else page for page in even]


def titled(page: Page) -> Filled:
    """Return the title of a slide in its placeholder, at a size at which it fits; what never fits is cut."""
    spot = page.head
    found = fitted(spot, (line(page.title, "plain"),), TITLE_SIZES, page.most)
    if fits(found):
        return found
    ending = found_ending.group() if (found_ending := NUMBER.search(page.title)) else ""
    base = page.title.removesuffix(ending)
    size = min(TITLE_SIZES[-1], spot.size)
    most = max(1, int(spot.inside.h / (size * 1.149 * spot.tall)))
    cut = shortened(base, spot.inside.w / spot.wide, size, most, ending=ending)
    return fitted(spot, (line(cut, "plain"),), TITLE_SIZES)


def _pages(host: Host, slide: Slide) -> Iterator[Page]:  # noqa: C901, PLR0912 (one line for each kind of a closed union)
    match slide:
        case Cover():
            yield from words.cover(host, slide)
        case Objectives() | ListSlide() | End():
            yield from words.plain_list(host, slide)
        case TableSlide():
            yield from tables.table(host, slide)
        case BarsSlide():
            yield from drawn.bars(host, slide)
        case ZoneSlide():
            yield from tables.zone(host, slide)
        case Opening():
            yield from words.opening(host, slide)
        case Instructions():
            yield from words.instructions(host, slide)
        case Statement():
            yield from drawn.statement(host, slide, slide.kicker or "Affirmation")
        case BigWord():
            yield from words.opened(host, slide, "section", slide.title, (slide.kicker,))
        case Response():
            title = f"{slide.kicker}{NBSP}: {slide.title}" if slide.kicker else slide.title
            yield from drawn.response(host, slide, title)
        case BeforeAfter():
            yield from drawn.before_after(host, slide)
        case InsightSlide():
            yield from words.insight(host, slide)
        case Portrait():
            yield from drawn.portrait(host, slide)
        case CommonOwn():
            yield from tables.common_own(host, slide)
        case FaceToFace():
            yield from words.face_to_face(host, slide)
        case MapSlide():
            yield from drawn.word_map(host, slide)
        case QuestionAnswer():
            yield from words.question(host, slide)
        case _:
            assert_never(slide)


def _numbered(pages: Sequence[Page]) -> Iterator[Page]:
    """Yield slides whose series are counted again: « (1/3) » at the end of each title of a same name."""
    for base, group in groupby(pages, key=lambda page: NUMBER.sub("", page.title)):
        run = list(group)
        several = len(run) > 1 and (
            len({id(page.slide) for page in run}) < len(run) or any(NUMBER.search(page.title) for page in run)
        )
        for at, page in enumerate(run, 1):
            yield replace(page, title=f"{base}{NBSP}({at}/{len(run)})" if several else base)


def _distinct(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield slides whose titles differ as they are shown: the second of a name says its part of the day, or its number."""
    seen: set[str] = set()
    for page in pages:
        given, at = page, 1
        while _shown(page) in seen:
            at += 1
            longer = f"{given.title} – {given.slide.repere}" if at == 2 and given.slide.repere else f"{given.title}{NBSP}– {at}"
            page = replace(given, title=longer)  # noqa: PLW2901 (the same slide, called another way)
        seen.add(_shown(page))
        yield page


def _shown(page: Page) -> str:
    return titled(page).lines[0].text


def footer_of(spot: Spot, text: str) -> str:
    """Return what a footer holds on one line."""
    return shortened(text, spot.inside.w / spot.wide, spot.size, bold=spot.bold)
