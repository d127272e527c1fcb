"""Slides of lists around a drawing: the Silhouette's callouts, common and own, face to face."""

from __future__ import annotations

from dataclasses import replace

from facilitation.typography import NBSP
from facilitation.writers.placing.fitting import Placed, headed, listed
from facilitation.writers.placing.frames import Box, Face, Frame, Holder, Para, Run, para, paras
from facilitation.writers.placing.holders import CALLOUTS, PLANS, Plan
from facilitation.writers.slides import Callout, CommonOwn, FaceToFace, Portrait, Titled
from facilitation.writers.style import BOTTOM, CONTENT_WIDTH, GUTTER, MARGIN, TOP

HEADING = Face(18, bold=True, tone="accent", after=2)
_OWN_HEADING = Face(18, bold=True, tone="accent", after=4)
_BAND_HEADING = Face(18, bold=True, after=3)
_BAND, _TALLEST_BAND = 120.0, 160.0
_OWN_TOP = 270.0
MOST_OWN = 3  # lists side by side under the bands
ARROW_SIZES = (20.0, 18.0, 16.0, 14.0)
FACE_SIZES = (20.0, 18.0, 16.0)
OWN_SIZES = (20.0, 18.0, 16.0)
_OWN_HEADING_SIZES = (18.0, 16.0, 14.0)


def portrait(slide: Portrait) -> Placed:
    """Return the five parts of the body, each with the first of its ideas that fit; nothing is cut inside an idea."""
    plan = PLANS["Silhouette"]
    told = {callout.zone: callout for callout in slide.callouts}
    frames = (_callout(plan[zone.capitalize()], told[zone]) for zone in CALLOUTS if zone in told)
    return Placed(plan, (headed(plan, slide.title), *frames))


def _callout(holder: Holder, callout: Callout) -> Frame:
    if not callout.items:
        empty = para(callout.empty, replace(holder.face, mark="", tone="gris"))
        return Frame(holder, (Para((Run(callout.heading),), HEADING), empty))
    kept: tuple[str, ...] = ()
    for item in callout.items:
        longer = (*kept, item)
        if not _called(holder, callout, longer).fits:
            break
        kept = longer
    return _called(holder, callout, kept)


def _called(holder: Holder, callout: Callout, kept: tuple[str, ...]) -> Frame:
    share = f"{NBSP * 3}{len(kept)} sur {len(callout.items)}".replace(" ", NBSP)
    heading = Para((Run(callout.heading), Run(share, bold=False, tone="gris")), HEADING)
    return Frame(holder, (heading, *paras(kept, holder.face)))


def common_own(slide: CommonOwn) -> Placed:
    """Return what is common in two bands, what is one's own in columns below; bands grow, columns start lower."""
    plan = PLANS["Communs et propres"]
    bands = [_band(plan, slide, room) for room in (_BAND, 140.0, _TALLEST_BAND)]
    band = next((frames for frames in bands if all(frame.fits for frame in frames)), bands[-1])
    down = band[0].place.h - _BAND if band else -(_OWN_TOP - TOP)
    columns = len(slide.own)
    width = (CONTENT_WIDTH - GUTTER * (columns - 1)) / max(columns, 1)
    box = Box(MARGIN, _OWN_TOP + down, width, BOTTOM - _OWN_TOP - down)
    heading = _own_heading(slide.own[:MOST_OWN], width)
    owns: list[Frame] = []
    for size in OWN_SIZES:
        owns = [
            _own(plan[f"Propres {at + 1}"], own, replace(box, x=MARGIN + (width + GUTTER) * at), heading, size)
            for at, own in enumerate(slide.own[:MOST_OWN])
        ]
        if all(frame.fits for frame in owns):
            break
    return Placed(plan, (headed(plan, slide.title), *band, *owns))


def _band(plan: Plan, slide: CommonOwn, height: float) -> tuple[Frame, ...]:
    """Return the bands that have something to say, as wide as the others leave."""
    given = [
        (holder, lists)
        for holder, lists in (
            (plan["Communs à tous"], (slide.everyone,) if slide.everyone else ()),
            (plan["Communs à quelques-uns"], slide.some),
        )
        if lists
    ]
    frames = []
    for holder, lists in given:
        alone = Box(48, TOP, 864, height)
        box = alone if len(given) == 1 else replace(holder.box, h=height)
        frames.append(Frame(holder, _banded(holder, lists), box=box if box != holder.box else None))
    return tuple(frames)


def _banded(holder: Holder, lists: tuple[Titled, ...]) -> tuple[Para, ...]:
    """Return headings and their ideas; an idea alone under one heading stands in large type."""
    return tuple(one for titled in lists for one in _titled(holder, titled, large=len(lists) == 1))


def _titled(holder: Holder, titled: Titled, *, large: bool) -> tuple[Para, ...]:
    heading = para(titled.heading, _BAND_HEADING)
    if not titled.items:
        return (heading, para(titled.empty, replace(holder.face, mark="", tone="encre")))
    alone = large and len(titled.items) == 1 and len(titled.items[0]) <= 30
    face = Face(28, bold=True) if alone else holder.face
    return (heading, *paras(titled.items, face))


def _own_heading(owns: tuple[Titled, ...], width: float) -> Face:
    """Return how the headings of neighbouring lists are set: at the largest size that keeps each on one line."""
    faces = [replace(_OWN_HEADING, size=size) for size in _OWN_HEADING_SIZES]
    alone = (face for face in faces if all(para(own.heading, face).lines(width) == 1 for own in owns))
    return next(alone, faces[0])


def _own(holder: Holder, own: Titled, box: Box, head: Face, size: float) -> Frame:
    heading, face, place = para(own.heading, head), holder.face.at(size), None if box == holder.box else box
    if not own.items:
        return Frame(holder, (heading, para(own.empty, replace(face, mark="", tone="gris"))), box=place)
    return Frame(holder, (heading, *paras(own.items, face)), box=place)


def face_to_face(slide: FaceToFace) -> Placed:
    """Return two lists under their arrows, both at one size."""
    plan = PLANS["Face à face"]
    sides = ((plan["Liste de gauche"], slide.left), (plan["Liste de droite"], slide.right))
    for size in FACE_SIZES:
        lists = [_side(holder, titled, size) for holder, titled in sides]
        if all(frame.fits for frame in lists):
            break
    left, right = lists
    arrows = _arrows(plan, slide)
    return Placed(plan, (headed(plan, slide.title), arrows[0], left, arrows[1], right))


def _arrows(plan: Plan, slide: FaceToFace) -> list[Frame]:
    """Return the words of both arrows at one size: the largest that keeps them on one line, else the largest that fits."""
    given = ((plan["De gauche à droite"], slide.left.heading), (plan["De droite à gauche"], slide.right.heading))
    frames = [[listed(holder, (words,), (size,)) for holder, words in given] for size in ARROW_SIZES]
    alone = (pair for pair in frames if all(frame.paras[0].lines(frame.place.w) == 1 for frame in pair))
    whole = (pair for pair in frames if all(frame.fits for frame in pair))
    return next(alone, None) or next(whole, frames[-1])


def _side(holder: Holder, titled: Titled, size: float) -> Frame:
    if titled.items:
        return Frame(holder, paras(titled.items, holder.face.at(size)))
    return Frame(holder, (para(titled.empty, replace(holder.face.at(size), mark="", tone="gris")),))
