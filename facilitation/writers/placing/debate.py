"""Slides of a debate: instructions, one statement, how the room answered, before and after, what the expert adds."""

from __future__ import annotations

from dataclasses import replace

from facilitation.typography import NBSP
from facilitation.writers.placing.fitting import Kicker, Placed, displayed, headed, largest, listed, noted, scaled
from facilitation.writers.placing.frames import Box, Face, Frame, Holder, Para, Run, para, paras
from facilitation.writers.placing.grids import Grid, GridCell, asked, shared
from facilitation.writers.placing.holders import PLANS, Plan, caption_boxes, stand_boxes
from facilitation.writers.slides import BeforeAfter, InsightSlide, Instructions, Response, Stand, Statement
from facilitation.writers.style import BODY_SIZES, BOTTOM_WITH_NOTE

MOST_STANDS = 4  # positions drawn on a slide
VERDICT_SIZES = (40, 36, 32, 28, 24)
STATEMENT_SIZES = (66, 60, 54, 48, 44, 40)
_STATEMENT_ALONE = Box(48, 58, 864, 430)
_AFTER_TABLE = Box(572, 172, 346, BOTTOM_WITH_NOTE - 172)


def instructions(slide: Instructions) -> Placed:
    """Return the steps on the left, the gestures on the right, each with its name and its words."""
    if not any(stand.figure for stand in slide.stands):
        return _told(slide)
    plan = PLANS["Consignes, 4 positions" if len(slide.stands) > 3 else "Consignes"]
    holder = plan["Étapes"]
    steps = listed(holder, slide.steps, BODY_SIZES)
    places = caption_boxes(len(slide.stands))
    return Placed(plan, (headed(plan, slide.title), steps, *_stands(plan, slide.stands, places, broken=True)))


def _told(slide: Instructions) -> Placed:
    """Return the steps, then the positions when they have no gesture to draw, as a list over the whole width."""
    plan = PLANS["Liste"]
    face = plan["Liste"].face
    steps = paras(slide.steps, replace(face, mark="1"))
    stands = tuple(
        Para((Run(stand.label, bold=True), *((Run(f"{NBSP}: {stand.gesture}"),) if stand.gesture else ())), face)
        for stand in slide.stands
    )
    return Placed(plan, (headed(plan, slide.title), scaled(plan["Liste"], (*steps, *stands), BODY_SIZES)))


def _stands(plan: Plan, stands: tuple[Stand, ...], boxes: tuple[Box, ...], *, broken: bool) -> tuple[Frame, ...]:
    """Return the name of each position, bold, over the words of its gesture; ``broken``: each enumeration on its line."""
    frames: tuple[Frame, ...] = ()
    for size in (20.0, 18.0, 16.0, 14.0):
        frames = tuple(
            _stand(plan[f"Position {at}"], stand, box, size, broken=broken)
            for at, (stand, box) in enumerate(zip(stands[:MOST_STANDS], boxes, strict=False), 1)
        )
        if all(frame.fits for frame in frames):
            break
    return frames


def _stand(holder: Holder, stand: Stand, box: Box, size: float, *, broken: bool) -> Frame:
    face = holder.face.at(min(size, holder.face.size))
    words = stand.gesture.replace(", ", ",\n") if broken else stand.gesture
    texts = (para(stand.label, replace(face, bold=True)), *((para(words, face),) if words else ()))
    return Frame(holder, texts, box=box if box != holder.box else None)


def statement(slide: Statement) -> Placed:
    """Return one statement as large as it can be, over the positions."""
    plan = PLANS["Affirmation, 4 positions" if len(slide.stands) > 3 else "Affirmation"]
    box = None if slide.stands else _STATEMENT_ALONE
    kicker = Kicker(slide.kicker, 24, "accent", after=10)
    title = displayed(plan.holders[0], slide.title, (*STATEMENT_SIZES, 36, 32, 28, 24), kicker, box)
    return Placed(plan, (title, *_stands(plan, slide.stands, stand_boxes(len(slide.stands)), broken=False)))


def response(slide: Response) -> Placed:
    """Return the verdict and the largest count in the dark panel; the statement and its bars beside."""
    plan = PLANS["Réponse de la salle"]
    kicker = Kicker(slide.kicker, 22, "creme", after=7)
    frames = [displayed(plan.holders[0], slide.title, VERDICT_SIZES, kicker)]
    if slide.count:
        number = para(slide.count, Face(66, bold=True, tone="blanc", leading=0.9))
        captions = paras((slide.caption,), plan["Effectif"].face) if slide.caption else ()
        frames.append(Frame(plan["Effectif"], (number, *captions)))
    holder = plan["Affirmation"]
    if slide.bars:
        frames.append(listed(holder, (slide.statement,), (24, 22, 20, 18, 16, 14)))
    else:
        frames.append(displayed(holder, slide.statement, (40, 36, 34, 32, 30, 28, 26, 24, 22, 20), box=Box(430, 60, 482, 400)))
    return Placed(plan, (*frames, *noted(plan, slide.note)))


def before_after(slide: BeforeAfter) -> Placed:
    """Return the statement in one line over the bars, the table of all rounds beside them."""
    plan = PLANS["Avant et après"]
    recalled = listed(plan["Affirmation"], (slide.statement,), (20, 18, 16, 14))
    grid = _largest_grid(slide)
    return Placed(plan, (headed(plan, slide.title), recalled, *noted(plan, slide.note)), (grid,))


def _largest_grid(slide: BeforeAfter) -> Grid:
    """Return the table beside the bars at the largest size that fits."""
    grid = _rounds(slide, 18)
    for size in (16.0, 14.0):
        if grid.fits:
            break
        grid = _rounds(slide, size)
    return grid


def _rounds(slide: BeforeAfter, size: float) -> Grid:
    others = len(slide.columns) - 1
    narrow = 64.0 if others <= 3 else 192.0 / others
    widths = (346 - narrow * others, *(narrow for _ in range(others)))
    head = tuple(_number(text, Face(min(size, 16), bold=True), at) for at, text in enumerate(slide.columns))
    rows = []
    for index, row in enumerate(slide.rows):
        last = slide.total and index == len(slide.rows) - 1
        faces = [Face(size, bold=last or at == len(row) - 1) for at in range(len(row))]
        cells = (_number(text, faces[at], at) for at, text in enumerate(row))
        rows.append(tuple(replace(cell, fill="sable") if last else cell for cell in cells))
    box = _AFTER_TABLE if slide.note else replace(_AFTER_TABLE, h=332)
    first = max(asked(head, widths), 36.0)
    heights = shared([asked(row, widths) for row in rows], 68, box.h - first)
    if slide.total and heights:
        heights[-1] = max(asked(rows[-1], widths), min(heights[-1], 48))
    return Grid("Effectifs par tour", box, widths, (first, *heights), (head, *rows), total=slide.total)


def _number(text: str, face: Face, at: int) -> GridCell:
    return GridCell((para(text, replace(face, side="right") if at else face),))


def insight(slide: InsightSlide) -> Placed:
    """Return what the expert adds, beside what the room had answered."""
    plan = PLANS["Éclairage"]
    title = plan.holders[0]
    kicker = Kicker(slide.kicker, 20, "encre", after=4)
    alone = None if slide.recall else Box(48, 60, 250, 436)
    frames = [displayed(title, slide.title, (30, 28, 26, 24, 22, 20, 18), kicker, alone)]
    if slide.recall:
        frames.append(_recall(plan["Rappel"], slide))
    holder = plan["Points"]
    longer = None if slide.source else replace(holder.box, h=436)
    frames.append(listed(holder, slide.points, BODY_SIZES, longer))
    if slide.source:
        frames.append(listed(plan["Source"], (slide.source,), (18, 16, 14)))
    return Placed(plan, tuple(frames))


def _recall(holder: Holder, slide: InsightSlide) -> Frame:
    def build(size: float) -> Frame:
        caption = (para(slide.recall_caption, holder.face.at(size - 2)),) if slide.recall_caption else ()
        return Frame(holder, (*caption, para(slide.recall, replace(holder.face, size=size, bold=True))))

    return largest(build, (20, 18, 16))
