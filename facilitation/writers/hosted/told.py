"""What is drawn, told as lists: for a template whose content leaves no room for tables, charts and bodies."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.typography import NBSP, thousands
from facilitation.writers.hosted.host import Host
from facilitation.writers.hosted.page import Page
from facilitation.writers.hosted.setting import Line, Part, line, lines
from facilitation.writers.hosted.words import listed, small, stand_lines
from facilitation.writers.placing.frames import Run
from facilitation.writers.slides import (
    Bars,
    BarsSlide,
    BeforeAfter,
    MapSlide,
    Portrait,
    Response,
    Statement,
    TableSlide,
    ZoneSlide,
)


def table(host: Host, slide: TableSlide) -> Iterator[Page]:
    """Yield a row an item: its first cell, then each column with what it says."""
    items = tuple(
        Line(
            (
                Run(row[0].text.replace("\n", ", "), bold=True),
                Run(f"{NBSP}: {_cells(slide, [cell.text for cell in row])}" if len(row) > 1 else ""),
            )
        )
        for row in slide.rows
    )
    yield from listed(host, slide, slide.title, [Part((*items, *small(slide.note)))])


def _cells(slide: TableSlide, texts: list[str]) -> str:
    pairs = zip(slide.columns[1:], texts[1:], strict=True)
    told = (f"{column.title}, {text}" if column.title.strip() else text for column, text in pairs)
    return f"{NBSP}; ".join(words.replace("\n", ", ") for words in told)


def zone(host: Host, slide: ZoneSlide) -> Iterator[Page]:
    """Yield each list under its head."""
    parts = [
        Part(lines(items) or (line(empty, "plain"),), line(head, "head"))
        for head, items, empty in zip(slide.heads, slide.lists, slide.empties, strict=True)
    ]
    yield from listed(host, slide, slide.title, [*parts, Part(small(slide.note))])


def counted(bars: Bars) -> tuple[Line, ...]:
    """Return the counts of a chart, an item a category."""
    return tuple(
        Line((Run(category, bold=True), Run(f"{NBSP}: {_counts(bars, at)}"))) for at, category in enumerate(bars.categories)
    )


def _counts(bars: Bars, at: int) -> str:
    told = (
        (series.label or series.name, "non compté" if (count := series.counts[at]) is None else thousands(count))
        for series in bars.series
    )
    return ", ".join(f"{count} ({name})" if len(bars.series) > 1 else count for name, count in told)


def bars(host: Host, slide: BarsSlide) -> Iterator[Page]:
    """Yield the counts of a chart."""
    yield from listed(host, slide, slide.title, [Part(counted(slide.bars), line(slide.bars.title, "head"))])


def response(host: Host, slide: Response, title: str) -> Iterator[Page]:
    """Yield how the room answered: the statement, then the counts."""
    said = f"{slide.count} {slide.caption}".strip()
    given = (line(slide.statement, "plain"), *((line(said, "head"),) if said else ()))
    told = counted(slide.bars) if slide.bars else ()
    yield from listed(host, slide, title, [Part((*given, *told, *small(slide.note)))])


def before_after(host: Host, slide: BeforeAfter) -> Iterator[Page]:
    """Yield a statement answered again: its counts, round after round."""
    rows = (
        ", ".join(f"{count} ({head})" for head, count in zip(slide.columns[1:], row[1:], strict=True)) for row in slide.rows
    )
    items = tuple(Line((Run(row[0], bold=True), Run(f"{NBSP}: {told}"))) for row, told in zip(slide.rows, rows, strict=True))
    yield from listed(host, slide, slide.title, [Part((line(slide.statement, "plain"), *items, *small(slide.note)))])


def portrait(host: Host, slide: Portrait) -> Iterator[Page]:
    """Yield each part of the body with its ideas, all of them."""
    parts = [
        Part(lines(callout.items) or (line(callout.empty, "plain"),), line(callout.heading, "head"))
        for callout in slide.callouts
    ]
    yield from listed(host, slide, slide.title, parts)


def word_map(host: Host, slide: MapSlide) -> Iterator[Page]:
    """Yield the ends of both axes, then the words, with their places from 0 to 10."""
    axes = [f"{slide.left} – {slide.right}", f"{slide.bottom} – {slide.top}"]
    ends = [axis for axis in axes if axis.strip(" –")]
    words = slide.words or tuple(f"{place.label} ({place.x:g}{NBSP};{NBSP}{place.y:g})" for place in slide.places)
    parts = [Part(lines(ends), line("Les axes", "head")), Part(lines(words), line("Les mots", "head")), Part(small(slide.note))]
    yield from listed(host, slide, slide.title, parts)


def statement(host: Host, slide: Statement, title: str) -> Iterator[Page]:
    """Yield one statement, then the positions."""
    yield from listed(host, slide, title, [Part((line(slide.title, "plain"),)), Part(stand_lines(slide.stands))])
