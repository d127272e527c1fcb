"""People as native drawings in the line of the text: the banner that opens the document, the body of a Silhouette."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from facilitation.writers.docx.xml import one_line
from facilitation.writers.figures import Contour, Point, box_of, cut, mirrored, moved, outline, paths_xml

CENTIMETRE = 360_000  # EMU
BANNER = (16.6, 3.5)  # centimetres
BODY_HEIGHT = 5.6  # centimetres
SLOTS = {"sable": "bg2", "fonce": "tx2", "accent": "accent1", "clair": "accent2", "moyen": "accent3", "filet": "accent6"}
_BODY_BOX = (-8, 0, 416, 992)  # around a standing figure and its outline, in units
_PERSON = 0.0064 * CENTIMETRE  # one unit of a figure in the banner
_RISES = {"assis": 226.0, "debout": 330.0, "bras en l’air": 297.0}  # of the head over the edge, in units
_PEOPLE = ("assis", "debout", "bras en l’air", "assis", "bras en l’air", "debout", "assis", "debout", "bras en l’air", "assis")
_TONES = ("accent", "moyen", "sable")
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


@dataclass(frozen=True, slots=True)
class Shape:
    """One freeform: its name, its contours in EMU, its fill and its outline as tokens of the style."""

    name: str
    contours: tuple[Contour, ...]
    fill: str
    outline: str = ""


@cache
def banner() -> str:
    """Return the run of the banner: a dark ground and ten people cut by its lower edge; decoration, not read aloud."""
    width, height = (side * CENTIMETRE for side in BANNER)
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    edges = tuple((corners[at - 1], corners[at]) for at in range(4))
    people = sorted(enumerate(_PEOPLE), key=lambda person: -_RISES[person[1]])  # the tallest behind
    shapes = [Shape("Fond", (edges,), "fonce"), *(_person(at, pose, width, height) for at, pose in people)]
    return _inline(1, "Bannière", BANNER, shapes)


def silhouette(number: int, description: str, height_cm: float = BODY_HEIGHT) -> str:
    """Return the run of a body standing, face to us, one freeform for each zone; ``number`` identifies the drawing."""
    scale = height_cm * CENTIMETRE / _BODY_BOX[3]
    left, top, width, height = _BODY_BOX

    def shape(name: str, contours: tuple[Contour, ...], fill: str, line: str = "") -> Shape:
        return Shape(name, moved(contours, lambda point: ((point[0] - left) * scale, (point[1] - top) * scale)), fill, line)

    leg = outline("leg_r")
    shapes = [
        shape("Tronc", outline("torso"), "filet"),
        shape("Tête", outline("head"), "accent"),
        shape("Mains", outline("hand_r") + mirrored(outline("hand_r")), "accent"),
        shape("Jambe droite", mirrored(leg), "accent"),  # its right leg, on our left
        shape("Jambe gauche", leg, "clair", "accent"),
        shape("Cœur", outline("heart"), "accent"),
    ]
    size = (width * scale / CENTIMETRE, height * scale / CENTIMETRE)
    return _inline(number, "Silhouette", size, shapes, description)


def _person(at: int, pose: str, width: float, height: float) -> Shape:
    if pose == "bras en l’air":
        arms = outline("arm_up_r") + outline("hand_up_r")
        whole = outline("head") + outline("bust") + arms + mirrored(arms)
    else:
        whole = outline("head") + outline("torso")
    rise = _RISES[pose]
    middle = (at + 0.58) * width / (len(_PEOPLE) + 0.16)

    def placed(point: Point) -> Point:
        return middle + (point[0] - 200) * _PERSON, height + (point[1] - rise) * _PERSON

    return Shape(f"Personne {at + 1}", moved(cut(whole, rise), placed), _TONES[at % len(_TONES)])


def _freeform(shape: Shape, number: int) -> str:
    box = box_of(shape.contours)
    line = "<a:ln><a:noFill/></a:ln>"
    if shape.outline:
        line = f'<a:ln w="12700"><a:solidFill><a:schemeClr val="{SLOTS[shape.outline]}"/></a:solidFill></a:ln>'
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{one_line(shape.name)}"/><wps:cNvSpPr/><wps:spPr><a:xfrm>'
        f'<a:off x="{round(box.left)}" y="{round(box.top)}"/><a:ext cx="{round(box.width)}" cy="{round(box.height)}"/></a:xfrm>'
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{paths_xml(shape.contours, box)}</a:pathLst></a:custGeom>"
        f'<a:solidFill><a:schemeClr val="{SLOTS[shape.fill]}"/></a:solidFill>{line}</wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def _inline(number: int, name: str, size: tuple[float, float], shapes: list[Shape], description: str = "") -> str:
    """Return a group in the line of the text: said by ``description``, or marked as decoration."""
    across, down = (round(side * CENTIMETRE) for side in size)
    extent = f'cx="{across}" cy="{down}"'
    said = f'descr="{one_line(description)}"/>' if description else f">{_DECORATIVE}</wp:docPr>"
    drawn = "".join(_freeform(shape, number * 100 + at) for at, shape in enumerate(shapes))
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="{number}" name="{name}" {said}<wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f'<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/><a:chOff x="0" y="0"/><a:chExt {extent}/></a:xfrm>'
        f"</wpg:grpSpPr>{drawn}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent>"
        "</w:r>"
    )
