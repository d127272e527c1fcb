"""Shapes of a slide as XML text: placeholders and drawings, in points, in the colours of the theme."""

from __future__ import annotations

from facilitation.writers.figures import Contour, Point, box_of, paths_xml
from facilitation.writers.placing.frames import Box, Frame, Holder
from facilitation.writers.pptx.words import emu, escaped, fill, list_style, one_line, paragraph
from facilitation.writers.style import EMU

GROUP_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_ANCHOR = {"top": "t", "center": "ctr", "bottom": "b"}
_NO_LINE = "<a:ln><a:noFill/></a:ln>"


class Ids:
    """The numbers of the shapes of one slide, from 2."""

    def __init__(self) -> None:
        self._last = 1

    def next(self) -> int:
        """Return a number not used yet."""
        self._last += 1
        return self._last


def transform(box: Box, *, tag: str = "a", flip: str = "") -> str:
    """Return the place of a shape; ``flip`` holds H, V or both."""
    flipped = "".join(f' flip{axis}="1"' for axis in flip)
    place = f'<a:off x="{emu(box.x)}" y="{emu(box.y)}"/><a:ext cx="{emu(box.w)}" cy="{emu(box.h)}"/>'
    return f"<{tag}:xfrm{flipped}>{place}</{tag}:xfrm>"


def naming(number: int, name: str, about: str = "") -> str:
    """Return the name of a shape and its alternative text; without one it is marked decorative, and not read aloud."""
    start = f'<p:cNvPr id="{number}" name="{one_line(name)}"'
    return f'{start} descr="{one_line(about)}"/>' if about else f"{start}>{_DECORATIVE}</p:cNvPr>"


def placeholder(holder: Holder, number: int, frame: Frame) -> str:
    """Return a placeholder of a slide with its words; its place is written only when it is not the layout's."""
    place = transform(frame.box) if frame.box else ""
    inset = f' rIns="{emu(frame.inset + holder.pad[0])}"' if frame.inset > 0 else ""
    words = "".join(paragraph(para, holder.face) for para in frame.paras)
    return _placeholder(holder, number, place, f"<a:bodyPr{inset}/><a:lstStyle/>{words}")


def layout_placeholder(holder: Holder, number: int) -> str:
    """Return a placeholder of a layout: its place, its type, its insets; slide software may shrink what is typed later."""
    across, down = (emu(pad) for pad in holder.pad)
    place = f'{transform(holder.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(holder.fill) if holder.fill else ""}'
    body = (
        f'<a:bodyPr lIns="{across}" tIns="{down}" rIns="{across}" bIns="{down}" anchor="{_ANCHOR[holder.anchor]}">'
        f"<a:normAutofit/></a:bodyPr>{list_style(holder.face)}"
        f'<a:p><a:r><a:rPr lang="fr-FR"/><a:t>{escaped(holder.name)}</a:t></a:r></a:p>'
    )
    return _placeholder(holder, number, place, body)


def _placeholder(holder: Holder, number: int, place: str, body: str) -> str:
    kind = 'type="title"' if holder.number == 0 else f'type="body" sz="quarter" idx="{holder.number}"'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{one_line(holder.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody>{body}</p:txBody></p:sp>"
    )


def freeform(ids: Ids, name: str, contours: tuple[Contour, ...], paint: str, *, outline: str = "", about: str = "") -> str:
    """Return a drawing from contours in points: ``paint`` is a token, ``outline`` a whole line, ``about`` what it tells."""
    scaled = tuple(tuple(tuple((x * EMU, y * EMU) for x, y in segment) for segment in contour) for contour in contours)
    box = box_of(scaled)
    place = (
        f'<a:xfrm><a:off x="{round(box.left)}" y="{round(box.top)}"/>'
        f'<a:ext cx="{round(box.width)}" cy="{round(box.height)}"/></a:xfrm>'
    )
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{paths_xml(scaled, box)}</a:pathLst></a:custGeom>"
    )
    return _shape(naming(ids.next(), name, about), f"{place}{geometry}{fill(paint)}{outline or _NO_LINE}")


def preset(ids: Ids, name: str, box: Box, paint: str, geometry: str = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>') -> str:
    """Return a decorative shape of a known geometry, without outline."""
    return _shape(naming(ids.next(), name), f"{transform(box)}{geometry}{fill(paint)}{_NO_LINE}")


def dot(ids: Ids, name: str, centre: Point, *, diameter: float, paint: str, outline: str) -> str:
    """Return a decorative disc."""
    box = Box(centre[0] - diameter / 2, centre[1] - diameter / 2, diameter, diameter)
    geometry = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
    return _shape(naming(ids.next(), name), f"{transform(box)}{geometry}{fill(paint)}{outline}")


def _shape(name: str, properties: str) -> str:
    return f"<p:sp><p:nvSpPr>{name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{properties}</p:spPr></p:sp>"


def rule(ids: Ids, name: str, start: Point, end: Point, outline: str) -> str:
    """Return a straight decorative line between two points."""
    across, down = end[0] - start[0], end[1] - start[1]
    box = Box(min(start[0], end[0]), min(start[1], end[1]), abs(across), abs(down))
    flip = ("H" if across < 0 else "") + ("V" if down < 0 else "")
    geometry = f'{transform(box, flip=flip)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{outline}'
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{naming(ids.next(), name)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{geometry}</p:spPr></p:cxnSp>"
    )


def group(ids: Ids, name: str, box: Box, shapes: str, about: str = "") -> str:
    """Return shapes held together, with what they tell."""
    place = transform(box)
    child = place.replace("<a:off", "<a:chOff").replace("<a:ext ", "<a:chExt ").removeprefix("<a:xfrm>")
    return (
        f"<p:grpSp><p:nvGrpSpPr>{naming(ids.next(), name, about)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{place.removesuffix('</a:xfrm>')}{child}</p:grpSpPr>{shapes}</p:grpSp>"
    )


def folio(shown: str) -> str:
    """Return the field that slide software keeps equal to the page number."""
    return (
        f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="fr-FR"/><a:t>{shown}</a:t></a:fld>'
    )
