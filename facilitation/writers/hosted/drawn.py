"""Slides that hold a drawing: bars, a map, a body, people; all of it inside the room of the template's content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitation.typography import NBSP
from facilitation.writers.figures import POINTS
from facilitation.writers.hosted import told
from facilitation.writers.hosted.host import Host
from facilitation.writers.hosted.page import BarsDrawn, BodyDrawn, GestureDrawn, MapDrawn, Page, Room, text
from facilitation.writers.hosted.tables import columns, is_legible, toned
from facilitation.writers.measure import even_lines
from facilitation.writers.placing.frames import Box, Face, Frame, Holder, Para, Run, para, paras, stacked
from facilitation.writers.placing.holders import Plan, title_of
from facilitation.writers.placing.maps import Field, drawn, map_words
from facilitation.writers.slides import Bars, BarsSlide, BeforeAfter, Callout, MapSlide, Portrait, Response, Stand, Statement

_STRIP = 84.0  # the height of the gestures under a statement
_STATEMENT = (54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 18.0)
_GAP = 8.0
_HEADING = Face(18, bold=True, tone="creme", after=2)
_CALLOUT = Face(18, after=2, mark="•")
_LEFT, _RIGHT = ("tête", "jambe droite"), ("cœur", "mains", "jambe gauche")
_UNITS = 1000.0  # the height of a body


def bars(host: Host, slide: BarsSlide) -> Iterator[Page]:
    """Yield a chart over the whole room."""
    if host.is_small:
        yield from told.bars(host, slide)
        return
    yield Page(slide, host.layouts["only"], slide.title, drawn=(BarsDrawn(slide.bars, host.room),), notes=slide.notes)


def statement(host: Host, slide: Statement, title: str) -> Iterator[Page]:
    """Yield one statement, as large as the room allows, over the gestures that answer it."""
    if host.is_small:
        yield from told.statement(host, slide, title)
        return
    room = Room(host)
    strip = _STRIP if slide.stands else 0.0
    box = Box(0, 0, room.w, room.h - strip)
    words = _display(slide.title, box)
    people, captions = _gestures(slide.stands, room) if slide.stands else ((), ())
    frames = (text("Affirmation", box, words), *captions)
    yield Page(
        slide, host.layouts["only"], title, frames=tuple(map(room.frame, frames)), drawn=tuple(people), notes=slide.notes
    )


def _display(words: str, box: Box) -> tuple[Para, ...]:
    """Return display text at the largest size that stands in a box, its lines even."""
    found: tuple[Para, ...] = ()
    for size in _STATEMENT:
        found = (para("\n".join(even_lines(words, box.w, size, bold=True)), Face(size, bold=True, leading=0.95)),)
        if stacked(found, box.w) <= box.h:
            break
    return found


def _gestures(stands: Sequence[Stand], room: Room) -> tuple[list[GestureDrawn], list[Frame]]:
    """Return the people of a strip at the foot of the room, and what stands beside each."""
    step = room.w / len(stands)
    person = 42.0
    people, captions = [], []
    size = next((size for size in (18.0, 16.0, 14.0) if all(_caption(one, size, step, person) for one in stands)), 14.0)
    for at, stand in enumerate(stands):
        drawn_at = person if stand.figure else 0.0
        box = Box(step * at + drawn_at, room.h - _STRIP + 4, step - drawn_at - _GAP, _STRIP - 4)
        captions.append(replace(text(f"Position {at + 1}", box, _stand(stand, size)), holder=_held(f"Position {at + 1}", box)))
        if stand.figure:
            foot = room.on_page(Box(step * at + 18, room.h, 0, 0))
            people.append(GestureDrawn(stand.figure, foot.x, foot.y - 2, 0.066))
    return people, captions


def _held(name: str, box: Box) -> Holder:
    return Holder(name, 1, box, Face(18), "bottom")


def _stand(stand: Stand, size: float) -> tuple[Para, ...]:
    face = Face(size)
    return (para(stand.label, replace(face, bold=True)), *((para(stand.gesture, face),) if stand.gesture else ()))


def _caption(stand: Stand, size: float, step: float, person: float) -> bool:
    return stacked(_stand(stand, size), step - person - _GAP) <= _STRIP - 4


def response(host: Host, slide: Response, title: str) -> Iterator[Page]:
    """Yield how the room answered: the statement, its bars, what gathered most people."""
    if host.is_small or slide.bars is None:
        yield from told.response(host, slide, title)
        return
    room = Room(host)
    said = f"{slide.count} {slide.caption}".strip()
    head = _first_that(
        lambda size: (para(slide.statement, Face(size, bold=True, after=4)), *((para(said, Face(size)),) if said else ())),
        (22.0, 20.0, 18.0, 16.0, 14.0),
        room.w,
        room.h * 0.36,
    )
    yield _under(host, slide, title, head, slide.bars)


def _first_that(build: object, sizes: Sequence[float], width: float, height: float) -> tuple[Para, ...]:
    """Return what is built at the first size that stands in a height, at the last one when none does."""
    assert callable(build)
    found: tuple[Para, ...] = ()
    for size in sizes:
        found = build(size)
        if stacked(found, width) <= height:
            break
    return found


def _under(host: Host, slide: Response | BeforeAfter, title: str, head: tuple[Para, ...], bars: Bars) -> Page:
    """Return words over a chart, its note at the foot."""
    room, note = Room(host), slide.note
    top, foot = stacked(head, room.w) + _GAP, 20.0 if note else 0.0
    frames = [text("Affirmation", Box(0, 0, room.w, top), head)]
    if note:
        frames.append(text("Note", Box(0, room.h - 18, room.w, 18), (para(note, Face(14, tone="gris")),)))
    box = room.on_page(Box(0, top, room.w, room.h - top - foot))
    return Page(
        slide,
        host.layouts["only"],
        title,
        frames=tuple(map(room.frame, frames)),
        drawn=(BarsDrawn(bars, box),),
        notes=slide.notes,
    )


def before_after(host: Host, slide: BeforeAfter) -> Iterator[Page]:
    """Yield a statement answered again: bars beside the table of all rounds, or one after the other."""
    room = Room(host)
    table = columns(slide.columns, slide.rows, "Effectifs par tour", Box(0, 0, room.w * 0.42, room.h * 0.7))
    is_beside = is_legible(table)
    if host.is_small:
        yield from told.before_after(host, slide)
        return
    head = _first_that(
        lambda size: (para(slide.statement, Face(size, bold=True)),), (20.0, 18.0, 16.0, 14.0), room.w, room.h * 0.25
    )
    page = _under(host, slide, slide.title, head, slide.bars)
    chart = page.drawn[0]
    assert isinstance(chart, BarsDrawn)
    if not is_beside:
        yield page
        whole = columns(slide.columns, slide.rows, "Effectifs par tour", Box(0, 0, room.w, room.h))
        yield Page(slide, host.layouts["only"], slide.title, grids=(room.grid(toned(whole)),))
        return
    half = replace(chart, box=replace(chart.box, w=chart.box.w * 0.55))
    beside = replace(table, box=Box(room.w * 0.58, stacked(head, room.w) + 2 * _GAP, room.w * 0.42, table.box.h))
    yield replace(page, drawn=(half,), grids=(room.grid(toned(beside)),))


# --- The body of a Silhouette -----------------------------------------------------------------------------------------------


def portrait(host: Host, slide: Portrait) -> Iterator[Page]:
    """Yield the parts of the body around it, each with the first of its ideas that fit."""
    if host.is_small:
        yield from told.portrait(host, slide)
        return
    room = Room(host)
    scale = min(host.room.h / _UNITS, host.room.w * 0.24 / 420)
    body = (room.host.room.x + host.room.w / 2 - 200 * scale, host.room.y + (host.room.h - _UNITS * scale) / 2)
    side = (room.w - 420 * scale / host.wide) / 2 - 20
    known = {callout.zone: callout for callout in slide.callouts}
    places = _places(room, side)
    frames, leaders = [], []
    for zone, box in places.items():
        if zone not in known:
            continue
        frames.append(room.frame(_called(known[zone], box)))
        shown, (x, y) = room.on_page(box), POINTS[zone]
        touched = (body[0] + x * scale, body[1] + y * scale)
        inner = shown.x + shown.w if zone in _LEFT else shown.x
        outer = shown.x if zone in _LEFT else shown.x + shown.w
        leaders.append(((outer, shown.y - 3), (inner, shown.y - 3), touched))
    figure = BodyDrawn(*body, scale, slide.message, tuple(leaders))
    yield Page(slide, host.layouts["only"], slide.title, frames=tuple(frames), drawn=(figure,), notes=slide.notes)


def _places(room: Room, side: float) -> dict[str, Box]:
    """Return where the words of each part stand: two on the left, three on the right."""
    right = room.w - side
    third = (room.h - 4) / 3
    return {
        "tête": Box(0, 4, side, room.h * 0.55 - 14),
        "cœur": Box(right, 4, side, third - 12),
        "mains": Box(right, 4 + third, side, third - 12),
        "jambe droite": Box(0, room.h * 0.55 + 4, side, room.h * 0.45 - 4),
        "jambe gauche": Box(right, 4 + 2 * third, side, third - 4),
    }


def _called(callout: Callout, box: Box) -> Frame:
    """Return a heading and the first ideas that fit under it, at a size at which at least one does."""
    found: tuple[Para, ...] = ()
    for size in (18.0, 16.0, 14.0):
        heading, face = _HEADING.at(size), _CALLOUT.at(size)
        if not callout.items:
            found = (para(callout.heading, heading), para(callout.empty, replace(face, mark="")))
            if stacked(found, box.w) <= box.h:
                break
            continue
        kept = 0
        while kept < len(callout.items) and stacked(_told(callout, kept + 1, heading, face), box.w) <= box.h:
            kept += 1
        found = _told(callout, kept, heading, face)
        if kept:
            break
    return text(callout.zone.capitalize(), box, found)


def _told(callout: Callout, kept: int, heading: Face, face: Face) -> tuple[Para, ...]:
    share = f"{NBSP * 3}{kept} sur {len(callout.items)}".replace(" ", NBSP)
    head = Para((Run(callout.heading), Run(share, bold=False, tone="gris")), heading)
    return (head, *paras(callout.items[:kept], face))


# --- A map -------------------------------------------------------------------------------------------------------------------


def word_map(host: Host, slide: MapSlide) -> Iterator[Page]:
    """Yield words on two axes, in the room."""
    if host.is_small:
        yield from told.word_map(host, slide)
        return
    room = Room(host)
    field = _field(room)
    found = drawn(slide, field)
    frames = tuple(room.frame(frame) for frame in map_words(slide, found, field))
    chart = MapDrawn(found, room.on_page(found.box), slide.message)
    yield Page(slide, host.layouts["only"], slide.title, frames=frames, drawn=(chart,), notes=slide.notes)


def _field(room: Room) -> Field:
    full, beside = Box(0, 8, room.w, room.h - 8), Box(0, 8, room.w * 0.56, room.h - 8)
    words = Face(18, after=4, mark="1")
    left = beside.w + 24
    lists = (
        Holder("Mots", 17, Box(left, 0, room.w - left, room.h), words),
        Holder("Mots, suite", 18, Box(left, 0, room.w - left, room.h), words),
    )
    return Field(full, beside, _plan("Carte", full), _plan("Carte et liste", beside, *lists))


def _plan(name: str, box: Box, *others: Holder) -> Plan:
    face, half, middle = Face(18, bold=True), box.w / 2 - 12, box.y + box.h / 2 - 50
    side = min(170.0, box.w * 0.28)
    return Plan(
        name,
        (
            title_of(Box(0, 0, box.w, 1)),
            Holder("Pôle du haut", 13, Box(box.w / 2 + 12, box.y - 8, half, 24), face),
            Holder("Pôle de gauche", 14, Box(0, middle, side, 48), face, "bottom"),
            Holder("Pôle de droite", 15, Box(box.w - side, middle, side, 48), replace(face, side="right"), "bottom"),
            Holder("Pôle du bas", 16, Box(box.w / 2 + 12, box.y + box.h - 24, half, 24), face),
            *others,
        ),
    )
