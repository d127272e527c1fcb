"""The paper-cut people as native drawings: friezes cut by the lower edge, gestures on a floor, the body of a Silhouette."""

from __future__ import annotations

from functools import cache

from facilitation.writers.figures import Contour, box_of, cut, mirrored, moved, outline
from facilitation.writers.placing.frames import Box
from facilitation.writers.pptx.shapes import Ids, freeform, group, preset
from facilitation.writers.pptx.words import line
from facilitation.writers.style import SLIDE_HEIGHT

SITTING, STANDING, ARMS_UP = "assis", "debout", "bras en l’air"
FEET = 984.0  # y of the soles, in units of a figure
_RISES = {SITTING: 330.0, STANDING: 470.0, ARMS_UP: 430.0}  # what stands over the lower edge, in units
_HEAD_UNITS = 0.065  # scale of the small bust in the running head
_ARROW = (
    '<a:prstGeom prst="{}Arrow"><a:avLst><a:gd name="adj1" fmla="val 22000"/><a:gd name="adj2" fmla="val 80000"/></a:avLst>'
    "</a:prstGeom>"
)

Person = tuple[str, str, float]  # pose, token, x of its axis


def frieze(ids: Ids, people: tuple[Person, ...], scale: float) -> str:
    """Return people side by side, cut by the lower edge of the slide, the tallest behind."""
    ordered = sorted(people, key=lambda person: -_RISES[person[0]])
    return "".join(
        freeform(ids, f"Personne {pose}", _half(pose, axis, scale, _RISES[pose]), paint) for pose, paint, axis in ordered
    )


def _half(pose: str, axis: float, scale: float, rise: float) -> tuple[Contour, ...]:
    return _placed(_above(pose, rise), axis - 200 * scale, SLIDE_HEIGHT - rise * scale, scale)


@cache
def _above(pose: str, rise: float) -> tuple[Contour, ...]:
    return cut(_standing(ARMS_UP if pose == ARMS_UP else STANDING), rise)


def pair(ids: Ids) -> str:
    """Return two people face to face, what they say going both ways."""
    drawn = [
        freeform(ids, f"Personne {side}", _half(STANDING, axis, 0.56, 440), paint)
        for side, axis, paint in (("de gauche", 652.0, "moyen"), ("de droite", 850.0, "creme"))
    ]
    for way, y in (("right", 335.0), ("left", 360.0)):
        drawn.append(preset(ids, "Flèche", Box(726, y - 6, 50, 12), "creme", _ARROW.format(way)))
    return "".join(drawn)


def bust(ids: Ids, paint: str) -> str:
    """Return the small bust that opens the running head."""
    contours = _placed(outline("head") + outline("mark"), 48 - 62 * _HEAD_UNITS, 21.6, _HEAD_UNITS)
    return freeform(ids, "Buste", contours, paint)


def gesture(ids: Ids, pose: str, axis: float, floor: float, scale: float, *, tones: tuple[str, str, str]) -> str:
    """Return one person whole, feet on the floor, centred on ``axis``; ``tones``: person, stool, ground behind."""
    paint, wood, ground = tones
    if pose != SITTING:
        return freeform(
            ids, f"Personne {pose}", _placed(_standing(pose), axis - 200 * scale, floor - FEET * scale, scale), paint
        )
    span = box_of(_seated() + outline("stool"))
    left = axis - (span.left + span.width / 2) * scale
    top = floor - FEET * scale
    arm = _placed(outline("s_arm"), left, top, scale)
    return (
        freeform(ids, "Tabouret", _placed(outline("stool"), left, top, scale), wood)
        + freeform(ids, "Personne assise", _placed(_seated(), left, top, scale), paint)
        + freeform(ids, "Bras", arm, paint, outline=line(ground, 1.5))
    )


def body(ids: Ids, left: float, top: float, scale: float, *, paint: str = "", about: str = "") -> str:
    """Return a body facing us, a freeform for each zone, in one group; ``paint`` is its tone on a dark ground."""
    leg, hand = outline("leg_r"), outline("hand_r")
    strong = paint or "accent"
    zones = (
        ("Tronc", outline("torso"), "moyen" if paint else "filet", ""),
        ("Tête", outline("head"), strong, ""),
        ("Mains", hand + mirrored(hand), strong, ""),
        ("Jambe droite", mirrored(leg), strong, ""),  # its right leg, on our left
        ("Jambe gauche", leg, paint or "clair", "" if paint else line("accent", 2)),
        ("Cœur", outline("heart"), strong, ""),
    )
    shapes = "".join(
        freeform(ids, name, _placed(contours, left, top, scale), tone, outline=edge) for name, contours, tone, edge in zones
    )
    span = box_of(_placed(_standing(STANDING), left, top, scale))
    return group(ids, "Silhouette", Box(span.left, span.top, span.width, span.height), shapes, about)


@cache
def _standing(pose: str) -> tuple[Contour, ...]:
    leg = outline("leg_r")
    legs = leg + mirrored(leg)
    if pose == ARMS_UP:
        arm = outline("arm_up_r") + outline("hand_up_r")
        return outline("head") + outline("bust") + arm + mirrored(arm) + legs
    hand = outline("hand_r")
    return outline("head") + outline("torso") + hand + mirrored(hand) + legs


@cache
def _seated() -> tuple[Contour, ...]:
    return tuple(contour for piece in ("s_head", "s_torso", "s_thigh", "s_shin") for contour in outline(piece))


def _placed(contours: tuple[Contour, ...], left: float, top: float, scale: float) -> tuple[Contour, ...]:
    return moved(contours, lambda point: (left + point[0] * scale, top + point[1] * scale))
