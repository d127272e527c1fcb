"""The layouts: every placeholder in its place, and all that is drawn, once, under the words; nothing drawn is read aloud."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from facilitation.writers.placing.frames import Box
from facilitation.writers.placing.holders import Plan
from facilitation.writers.pptx import people
from facilitation.writers.pptx.head import head_tone, layout_head
from facilitation.writers.pptx.people import ARMS_UP, SITTING, STANDING, Person
from facilitation.writers.pptx.shapes import GROUP_HEAD, Ids, layout_placeholder, preset, rule
from facilitation.writers.pptx.words import NAMESPACES, fill, line
from facilitation.writers.style import MARGIN, SLIDE_HEIGHT

FLOOR = 390.0  # under the gestures of the instructions
STATEMENT_FLOOR = 491.0  # under those of a statement
_RIGHT = 912.0
_POSES = {"A": SITTING, "D": STANDING, "B": ARMS_UP}
_TONES = {"a": "accent", "m": "moyen", "c": "creme", "f": "filet", "p": "clair", "s": "sable"}


def _people(drawn: str, first: float, step: float) -> tuple[Person, ...]:
    """Return people from two letters each: the pose, then the tone."""
    pairs = enumerate(drawn.split())
    return tuple((_POSES[pair[0]], _TONES[pair[1]], first + step * at) for at, pair in pairs)


_FRIEZES: dict[str, tuple[tuple[Person, ...], float]] = {
    "Couverture": (_people("Aa Dm Bc Aa Bm Dc Aa Dm Bc", 56, 103.75), 0.34),
    "Objectifs": (_people("Af Dp As Bf Ds Af Dp As Bf As Df Bp Ds Af", 52, 65.8), 0.20),
    "Grand mot": (_people("Ba Bc Bm Ba Bc Ba Bm", 82, 133), 0.35),
    "Fin": (_people("Da Am Bc Da Am Dc Ba Am Dc Aa", 60, 93.3), 0.30),
    "Ouverture, salle": (((STANDING, "moyen", 640.0), (STANDING, "accent", 870.0), (ARMS_UP, "creme", 755.0)), 0.40),
}
_ARROW = (
    '<a:prstGeom prst="homePlate"><a:avLst><a:gd name="adj" fmla="val 42000"/></a:avLst></a:prstGeom>'  # share of the height
)


def layout(plan: Plan) -> str:
    """Return the XML of a layout."""
    ids = Ids()
    title, *others = plan.holders
    shapes = layout_placeholder(title, ids.next())
    ground = f"<p:bg><p:bgPr>{fill('fonce')}<a:effectLst/></p:bgPr></p:bg>" if plan.ground == "fonce" else ""
    drawn = _panel(plan, ids) + _drawing(plan.name, ids) + _bust(plan, ids)
    shapes = drawn + shapes + "".join(layout_placeholder(holder, ids.next()) for holder in others) + layout_head(plan, ids)
    kind = f' type="{plan.kind}"' if plan.kind else ""
    return (
        f'<p:sldLayout {NAMESPACES}{kind} preserve="1" userDrawn="1"><p:cSld name="{plan.name}">{ground}<p:spTree>{GROUP_HEAD}'
        f"{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _panel(plan: Plan, ids: Ids) -> str:
    if plan.panel is None:
        return ""
    tone, width = plan.panel
    return preset(ids, "Panneau", Box(0, 0, width, SLIDE_HEIGHT), tone)


def _bust(plan: Plan, ids: Ids) -> str:
    if not plan.head or plan.ground == "fonce":
        return ""
    return people.bust(ids, head_tone(plan))


def _drawing(name: str, ids: Ids) -> str:
    """Return what is drawn on a layout besides its panel."""
    if name.startswith("Consignes"):
        return rule(ids, "Sol", (420, FLOOR), (_RIGHT, FLOOR), line("trait", 1.25))
    if name.startswith("Affirmation"):
        return rule(ids, "Sol", (MARGIN, STATEMENT_FLOOR), (_RIGHT, STATEMENT_FLOOR), line("trait", 1))
    if name in _FRIEZES:
        return people.frieze(ids, *_FRIEZES[name])
    draw = _DRAWN.get(name)
    return draw(ids) if draw else ""


def _gestures(ids: Ids) -> str:
    """Return the three gestures on a floor, on a dark ground."""
    tones = (("creme", SITTING, 655.0), ("moyen", STANDING, 760.0), ("creme", ARMS_UP, 862.0))
    drawn = [people.gesture(ids, pose, axis, 500, 0.27, tones=(paint, "moyen", "fonce")) for paint, pose, axis in tones]
    return "".join(drawn) + rule(ids, "Sol", (606, 500), (_RIGHT, 500), line("moyen", 1.25))


def _arrows(ids: Ids) -> str:
    right = preset(ids, "Flèche vers la droite", Box(MARGIN, 136, 420, 46), "accent", _ARROW)
    left = preset(ids, "Flèche vers la gauche", Box(492, 136, 420, 46), "accent", _ARROW)
    return right + left.replace("<a:xfrm>", '<a:xfrm flipH="1">')


_DRAWN: dict[str, Callable[[Ids], str]] = {
    "Ouverture, silhouette": partial(people.body, left=690, top=58, scale=0.45, paint="creme"),
    "Ouverture, matrice": people.pair,
    "Ouverture, positions": _gestures,
    "Face à face": _arrows,
}
