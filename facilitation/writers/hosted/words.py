"""Slides of words: each goes in the placeholders of the template, over as many slides as its lists ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitation.typography import NBSP
from facilitation.writers.hosted.host import Host, Layout, Role, Spot
from facilitation.writers.hosted.page import Page
from facilitation.writers.hosted.setting import (
    FLOOR,
    SMALL_FLOOR,
    TITLE_SIZES,
    Filled,
    Line,
    Part,
    fits,
    fitted,
    line,
    lines,
    poured,
)
from facilitation.writers.placing.frames import Box, Run
from facilitation.writers.slides import (
    Cover,
    End,
    FaceToFace,
    InsightSlide,
    Instructions,
    ListSlide,
    Objectives,
    Opening,
    QuestionAnswer,
    Slide,
    Stand,
    Titled,
)

NOTHING = "Rien n’a été noté."
_COMPLETE = "Liste complète à la page précédente."
_GUTTER = 24.0


def listed(host: Host, slide: Slide, title: str, parts: Sequence[Part]) -> Iterator[Page]:
    """Yield a list in the content of the template, or under its title where it has none."""
    chosen = host.layouts["body"]
    given = [part for part in parts if part.lines]
    if not given:
        yield Page(slide, chosen, title, notes=slide.notes)
        return
    for at, filled in enumerate(poured(body_of(host), given, floor_of(host))):
        yield Page(slide, chosen, title, (filled,), notes=slide.notes if at == 0 else "")


def floor_of(host: Host) -> float:
    """Return the size at which lists are cut in pages."""
    return SMALL_FLOOR if host.is_small else FLOOR


def body_of(host: Host) -> Spot:
    """Return the content of the template; one of our own, in the same place, when it has none."""
    bodies = host.layouts["body"].bodies
    return bodies[0] if len(bodies) == 1 else made(host, host.room)


def made(host: Host, box: Box, number: int = 13) -> Spot:
    """Return a placeholder that the template lacks."""
    return Spot(f'type="body" idx="{number}"', box, 24, wide=host.wide, tall=host.tall, own=False)


def opened(host: Host, slide: Slide, role: Role, title: str, told: Sequence[str]) -> Iterator[Page]:
    """Yield a slide that opens something: its title, then a few plain lines under it; what has no room is in the notes."""
    chosen = host.layouts[role]
    given = [line(words, "plain") for words in told if words]
    spot = chosen.bodies[0] if chosen.bodies else made(host, _below(host, chosen))
    if spot.box.h < 24 or not given:
        yield Page(slide, chosen, title, notes="\n".join(filter(None, (*(one.text for one in given), slide.notes))))
        return
    left: list[str] = []
    filled = fitted(spot, given)
    while not fits(filled) and len(given) > 1:
        left.insert(0, given.pop().text)
        filled = fitted(spot, given)
    yield Page(slide, chosen, title, (filled,), notes="\n".join(filter(None, (*left, slide.notes))))


def _below(host: Host, chosen: Layout) -> Box:
    """Return the room under a title, down to the foot of the slide."""
    title = chosen.title.box if chosen.title else host.room
    top = title.y + title.h + 6
    return Box(title.x, top, title.w, max(min(140.0, host.height * 0.92 - top), 0.0))


def cover(host: Host, slide: Cover) -> Iterator[Page]:
    """Yield the first slide: its title, then what it is, when and where."""
    yield from opened(host, slide, "title", slide.title, (slide.subtitle, slide.when))


def opening(host: Host, slide: Opening) -> Iterator[Page]:
    """Yield the opening of a sequence: its name, its aim, its facts."""
    yield from opened(host, slide, "section", slide.title, (slide.aim, *slide.marks))


def plain_list(host: Host, slide: ListSlide | Objectives | End) -> Iterator[Page]:
    """Yield a list, its note under it."""
    ordered = isinstance(slide, Objectives) or (isinstance(slide, ListSlide) and slide.ordered)
    first = slide.first if isinstance(slide, ListSlide) else 1
    leads = slide.leads if isinstance(slide, ListSlide) and slide.leads else ("",) * len(slide.items)
    pairs = enumerate(zip(leads, slide.items, strict=True), first)
    items = tuple(line(item, "number" if ordered else "item", lead=lead, start=at) for at, (lead, item) in pairs)
    yield from listed(host, slide, slide.title, [Part((*items, *small(slide.note if isinstance(slide, ListSlide) else "")))])


def small(*texts: str) -> tuple[Line, ...]:
    """Return notes, a paragraph each."""
    return tuple(line(words, "small") for words in texts if words)


def instructions(host: Host, slide: Instructions) -> Iterator[Page]:
    """Yield the steps, then the positions and their gestures."""
    steps = Part(lines(slide.steps, "number" if len(slide.steps) > 1 else "plain"))
    stands = Part(stand_lines(slide.stands), line("Les positions", "head"))
    yield from listed(host, slide, slide.title, [steps, stands])


def stand_lines(stands: Sequence[Stand]) -> tuple[Line, ...]:
    """Return the positions, each with its gesture."""
    return tuple(
        Line((Run(stand.label, bold=True), *((Run(f"{NBSP}: {stand.gesture}"),) if stand.gesture else ()))) for stand in stands
    )


def insight(host: Host, slide: InsightSlide) -> Iterator[Page]:
    """Yield what the expert adds, after what the room had answered."""
    recall = Part(
        lines((slide.recall,) if slide.recall else (), "plain"),
        line(slide.recall_caption, "head") if slide.recall_caption else None,
    )
    said = Part((*lines(slide.points), *small(slide.source)), line(slide.kicker, "head") if slide.recall else None)
    yield from listed(host, slide, f"{slide.kicker}{NBSP}: {slide.title}" if slide.kicker else slide.title, [recall, said])


def question(host: Host, slide: QuestionAnswer) -> Iterator[Page]:
    """Yield a question, which is the title, and its answer; a question too long for a title is repeated whole."""
    title = host.layouts["body"].title
    cut = title is not None and not fits(fitted(title, (line(slide.title, "plain"),), TITLE_SIZES))
    whole = line(slide.title, "head") if cut else None
    yield from listed(host, slide, slide.title, [Part(lines(slide.answer, "plain"), whole)])


def face_to_face(host: Host, slide: FaceToFace) -> Iterator[Page]:
    """Yield two lists side by side, as long as either goes on."""
    yield from two_columns(host, slide, slide.title, part_of(slide.left), part_of(slide.right))


def part_of(titled: Titled) -> Part:
    """Return a short list under its heading."""
    told = lines(titled.items) or (line(titled.empty or NOTHING, "plain"),)
    return Part(told, line(titled.heading, "head"))


def two_columns(host: Host, slide: Slide, title: str, left: Part, right: Part) -> Iterator[Page]:
    """Yield two lists in the two contents of the template, or in columns of our own where it has one content only."""
    chosen = host.layouts["two"]
    if len(chosen.bodies) != 2 and host.is_small:
        yield from listed(host, slide, title, [left, right])
        return
    spots = chosen.bodies if len(chosen.bodies) == 2 else _halves(host)
    sides = [poured(spot, [part], floor_of(host)) for spot, part in zip(spots, (left, right), strict=True)]
    size = min(filled.shown for side in sides for filled in side)
    for at in range(max(map(len, sides))):
        pair = tuple(side[at] if at < len(side) else _complete(side[-1]) for side in sides)
        same = tuple(replace(one, size=0.0 if size == one.spot.size else size) for one in pair)
        yield Page(slide, chosen, title, same, notes=slide.notes if at == 0 else "")


def _complete(last: Filled) -> Filled:
    """Return what is said in the place of a list that is told."""
    heads = tuple(one for one in last.lines if one.kind == "head")[-1:]
    return replace(last, lines=(*heads, line(_COMPLETE, "plain")))


def _halves(host: Host) -> tuple[Spot, Spot]:
    room = host.room
    width = (room.w - _GUTTER) / 2
    left = Box(room.x, room.y, width, room.h)
    return made(host, left), made(host, replace(left, x=room.x + width + _GUTTER), 14)
