"""Slides of words alone: cover, objectives, lists, opening, one big word, question and answer, end."""

from __future__ import annotations

from dataclasses import replace

from facilitation.writers.placing.fitting import Kicker, Placed, displayed, headed, largest, listed, noted, scaled
from facilitation.writers.placing.frames import Box, Face, Frame, Holder, Para, Run, paras
from facilitation.writers.placing.holders import PLANS
from facilitation.writers.slides import BigWord, Cover, End, ListSlide, Objectives, Opening, QuestionAnswer
from facilitation.writers.style import BODY_SIZES, BOTTOM_WITH_NOTE

_LONGEST_WORD = 12  # signs at 130
LARGE = Face(28, after=17, mark="•")  # a short list that asks for bigger type
LARGER = Face(30, after=30, mark="•")
FEW, _FEWER = 4, 3  # items of a short list, and of one that needs larger type not to be lost; lines of each of these
_SHORT_ANSWER = 9  # lines at 28
_COVER_SIZES, _NEAR = (48, 44, 40, 36, 32, 28), 3  # sizes of a title of cover; how many may be tried for fewer lines
_BESIDE_LOGO = Box(48, 30, 700, 44)
_OPENINGS = {"silhouette": "silhouette", "matrice": "matrice", "positions": "positions", "": "salle"}


def cover(slide: Cover, *, logo: bool = False) -> Placed:
    """Return the first slide; ``logo`` keeps the date and the place clear of one."""
    plan = PLANS["Couverture"]
    frames = [_fewest_lines([displayed(plan.holders[0], slide.title, _COVER_SIZES[at:]) for at in range(_NEAR)])]
    if slide.when:
        frames.append(listed(plan["Date et lieu"], (slide.when,), (18, 16, 14), _BESIDE_LOGO if logo else None))
    if slide.subtitle:
        frames.append(displayed(plan["Sous-titre"], slide.subtitle, (24, 22, 20, 18)))
    return Placed(plan, tuple(frames))


def _fewest_lines(frames: list[Frame]) -> Frame:
    """Return a title in the fewest lines that a size or two under the largest gives."""
    return min(frames, key=lambda frame: sum(one.lines(frame.place.w) for one in frame.paras))


def objectives(slide: Objectives) -> Placed:
    """Return the aims, numbered, each with even lines."""
    plan = PLANS["Objectifs"]
    holder = plan["Objectifs"]
    return Placed(plan, (headed(plan, slide.title), _even_list(holder, slide.items, (30, 28, 26, 24, 22, 20))))


def _even_list(holder: Holder, items: tuple[str, ...], sizes: tuple[float, ...]) -> Frame:
    """Return a short list whose lines are as even as one inset allows: the narrowest box with as many lines."""

    def build(size: float) -> Frame:
        frame = Frame(holder, paras(items, holder.face.at(size)))
        inset = 0.0
        while inset + 8 < holder.box.w / 2:
            narrower = replace(frame, inset=inset + 8)
            if narrower.height > frame.height:
                break
            inset += 8
        return replace(frame, inset=inset)

    return largest(build, sizes) if items else Frame(holder, ())


def plain_list(slide: ListSlide) -> Placed:
    """Return a list, larger when it was asked for and there is room."""
    plan = PLANS["Liste"]
    holder = plan["Liste"]
    face = replace(holder.face, mark="1" if slide.ordered else "•", start=slide.first)
    leads = slide.leads or ("",) * len(slide.items)
    items = tuple(
        Para((Run(f"{lead} ", bold=True), Run(item)) if lead else (Run(item),), face)
        for lead, item in zip(leads, slide.items, strict=True)
    )
    whole = holder.box
    box = Box(whole.x, whole.y, whole.w, BOTTOM_WITH_NOTE - whole.y) if slide.note else None
    frame = scaled(holder, items, [size for size in BODY_SIZES if not slide.size or size <= slide.size], box)
    if slide.large and len(items) <= FEW:
        alone = not slide.size and len(items) <= _FEWER  # a list on one slide, of two or three items
        for larger in (LARGER, LARGE) if alone else (LARGE,):
            airy = tuple(replace(item, face=replace(face, size=larger.size, after=larger.after)) for item in items)
            large = Frame(holder, airy, box=box)
            if large.fits and (larger is LARGE or all(item.lines(whole.w) <= _FEWER for item in airy)):
                frame = large
                break
    return Placed(plan, (headed(plan, slide.title), frame, *noted(plan, slide.note)))


def opening(slide: Opening) -> Placed:
    """Return the opening of a sequence: its name, its aim, its facts."""
    plan = PLANS[f"Ouverture, {_OPENINGS[slide.figure]}"]
    frames = [displayed(plan.holders[0], slide.title, (60, 54, 48, 44, 40, 36))]
    if slide.aim:
        frames.append(displayed(plan["But"], slide.aim, (24, 22, 20)))
    if slide.marks:
        frames.append(listed(plan["Repères"], slide.marks, (20, 18, 16)))
    return Placed(plan, tuple(frames))


def big_word(slide: BigWord) -> Placed:
    """Return one word for the room, under the exercise's name."""
    plan = PLANS["Grand mot"]
    sizes = (130, 96, 80, 66, 54, 44) if len(slide.title) <= _LONGEST_WORD else (96, 80, 66, 54, 44)
    kicker = Kicker(slide.kicker, 24, "creme") if slide.kicker else None
    return Placed(plan, (displayed(plan.holders[0], slide.title, sizes, kicker),))


def question(slide: QuestionAnswer) -> Placed:
    """Return a question, which is the title, and its answer."""
    plan = PLANS["Question et réponse"]
    title = displayed(plan.holders[0], slide.title, (34, 32, 30, 28, 26, 24, 22, 20))
    answer = plan["Réponse"]
    large = listed(answer, slide.answer, (LARGE.size,))
    short = sum(one.lines(answer.box.w) for one in large.paras) <= _SHORT_ANSWER
    return Placed(plan, (title, large if short else listed(answer, slide.answer, BODY_SIZES)))


def end(slide: End) -> Placed:
    """Return the last slide: thanks, what comes next."""
    plan = PLANS["Fin"]
    frames = [displayed(plan.holders[0], slide.title, (48, 44, 40, 36, 32, 28))]
    if slide.items:
        frames.append(listed(plan["Suites"], slide.items, (24, 22, 20, 18)))
    return Placed(plan, tuple(frames))
