"""Words on a map: beside their points when all have room, else numbers there and the words in a list beside. In points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from facilitation.writers.measure import text_width
from facilitation.writers.placing.fitting import Placed, headed, listed, noted
from facilitation.writers.placing.frames import Box, Frame, paras
from facilitation.writers.placing.holders import PLANS, Plan
from facilitation.writers.placing.labels import Area, Label, Point, Room, Tag, arranged, numbered_points, together
from facilitation.writers.slides import MapSlide, Place

LABEL = 16.0
FULL, BESIDE = Box(48, 136, 864, 332), Box(48, 136, 480, 332)
MOST_WORDED = 12  # words that stand beside their points
SAME, CLOSE = 3.0, 12.0  # points nearer than that share their words, or their numbers
_EDGE, _UNDER_POLE, _BESIDE_POLE = 12.0, 34.0, 14.0
_LISTS = ((1, 18.0), (1, 16.0), (2, 18.0), (2, 16.0), (2, 14.0))  # columns and sizes of the list, the most legible first
_LIST_GAP = 16.0


@dataclass(frozen=True, slots=True)
class Field:
    """Where a map is drawn: alone, or with a list beside it, and the layouts of both."""

    full: Box
    beside: Box
    plan: Plan
    plan_beside: Plan


OURS = Field(FULL, BESIDE, PLANS["Carte"], PLANS["Carte et liste"])


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map as it is drawn: its box, its points with their labels, and how far its axes go from their crossing.

    ``numbers`` holds the number of each place of the slide, nothing when words stand on the map.
    """

    box: Box
    places: tuple[Place, ...]
    tags: tuple[Tag, ...]
    reach: tuple[float, float]
    numbers: tuple[int, ...] = ()
    beside: bool = False  # whether words are listed beside the map


@lru_cache(maxsize=64)
def drawn(slide: MapSlide, field: Field = OURS) -> Drawn:
    """Return how a map is drawn: with words when they all have room, with the average point if that has some too."""
    words = tuple(place for place in slide.places if not place.mean)
    if not slide.words and len(words) <= MOST_WORDED:
        for places in (slide.places, words) if words != slide.places else (words,):
            found = _worded(slide, places, field)
            if found:
                return found
    return _numbered(replace(slide, places=words), field)


def map_slide(slide: MapSlide) -> Placed:
    """Return the names of the poles around the map, drawn as a chart, and what is listed beside it."""
    found = drawn(slide)
    plan = OURS.plan_beside if found.beside else OURS.plan
    note = noted(plan, slide.note) if found.numbers and not found.beside else ()
    return Placed(plan, (headed(plan, slide.title), *map_words(slide, found, OURS), *note))


def map_words(slide: MapSlide, found: Drawn, field: Field) -> Iterator[Frame]:
    """Yield the names of the poles, and the words that are listed beside the map."""
    plan = field.plan_beside if found.beside else field.plan
    yield from _poles(plan, slide)
    if found.beside:
        yield from _list(plan, _listed(slide, found), numbered=bool(found.numbers))


def _poles(plan: Plan, slide: MapSlide) -> Iterator[Frame]:
    names = ("Pôle du haut", "Pôle de gauche", "Pôle de droite", "Pôle du bas")
    for name, words in zip(names, (slide.top, slide.left, slide.right, slide.bottom), strict=True):
        if words:
            yield listed(plan[name], (words,), (18, 16, 14))


def _listed(slide: MapSlide, found: Drawn) -> tuple[str, ...]:
    """Return the words beside a map, in the order of their numbers."""
    numbered = sorted(zip(found.numbers, (place.label for place in found.places), strict=True))
    return slide.words or tuple(word for _, word in numbered)


def _list(plan: Plan, words: Sequence[str], *, numbered: bool) -> tuple[Frame, ...]:
    """Return the words of a map in one column or two; none when they have no room."""
    holders = (plan["Mots"], plan["Mots, suite"])
    whole = holders[0].box
    for columns, size in _LISTS:
        width = (whole.w - _LIST_GAP * (columns - 1)) / columns
        half = -(-len(words) // columns)
        frames = []
        for at, holder in enumerate(holders[:columns]):
            face = replace(holder.face.at(size), mark="1" if numbered else "•", start=at * half + 1)
            box = Box(whole.x + (width + _LIST_GAP) * at, whole.y, width, whole.h)
            frames.append(Frame(holder, paras(tuple(words[at * half : (at + 1) * half]), face), box=box))
        if all(frame.fits for frame in frames):
            return tuple(frame for frame in frames if frame.paras)
    return ()


# --- Words and numbers on the map ------------------------------------------------------------------------------------------


def _worded(slide: MapSlide, places: tuple[Place, ...], field: Field) -> Drawn | None:
    """Return the map with every word beside its point, None when one has no room."""
    full = field.full
    for reach, taken in _reaches(slide, full, field.plan):
        points = _points(places, full, reach)
        if _touched(points, taken):
            continue
        groups = together(points, SAME)
        labels = [
            Label(", ".join(places[at].label for at in group), tuple(group), bold=any(places[at].mean for at in group))
            for group in groups
        ]
        tags = arranged(points, labels, Room(full.w, full.h, LABEL, taken))
        if isinstance(tags, tuple):
            return Drawn(full, places, tags, reach)
    return None


def _numbered(slide: MapSlide, field: Field) -> Drawn:
    """Return the map with numbers; points that stand too close to be told apart share theirs."""
    shown = slide.words or tuple(place.label for place in slide.places)
    is_beside = bool(_list(field.plan_beside, shown, numbered=not slide.words))
    box, plan = (field.beside, field.plan_beside) if is_beside else (field.full, field.plan)
    for reach, taken in _reaches(slide, box, plan):
        points = _points(slide.places, box, reach)
        if not _touched(points, taken):
            break
    room = Room(box.w, box.h, LABEL, taken)
    tags, numbers = numbered_points(points, CLOSE, room)
    return Drawn(box, slide.places, tags, reach, numbers, is_beside)


def _points(places: Sequence[Place], box: Box, reach: tuple[float, float]) -> list[Point]:
    across, up = reach
    return [Point(box.w / 2 * (1 + (place.x - 5) / across), box.h / 2 * (1 - (place.y - 5) / up)) for place in places]


def _touched(points: Sequence[Point], taken: Sequence[Area]) -> bool:
    return any(point.dot.meets(area) for point in points for area in taken)


def _reaches(slide: MapSlide, box: Box, plan: Plan) -> Iterator[tuple[tuple[float, float], tuple[Area, ...]]]:
    """Yield how far axes may go, and what the names of the poles cover: points keep further from these each time."""
    poles = list(_poles(plan, slide))
    taken = tuple(_written(frame, box) for frame in poles)
    widest = max((area.right - area.left for area, frame in zip(taken, poles, strict=True) if _on_a_side(frame)), default=0.0)
    for across, down in (
        (_EDGE, _EDGE),
        (_EDGE, _UNDER_POLE),
        (widest + _BESIDE_POLE, _EDGE),
        (widest + _BESIDE_POLE, _UNDER_POLE),
    ):
        yield (5 * box.w / (box.w - 2 * across), 5 * box.h / (box.h - 2 * down)), taken


def _on_a_side(frame: Frame) -> bool:
    return frame.holder.anchor == "bottom"


def _written(frame: Frame, map_box: Box) -> Area:
    """Return what the name of a pole covers, no wider than its words."""
    box, face = frame.place, frame.paras[0].face
    width = min(box.w, max(text_width(para.text, face.size, bold=face.bold) for para in frame.paras))
    left = (box.x + box.w - width if face.side == "right" else box.x) - map_box.x
    top = (box.y + box.h - frame.height if _on_a_side(frame) else box.y) - map_box.y
    return Area(left, top, left + width, top + frame.height)
