"""The colours of our drawings in somebody else's theme: their text colour, their accent, their ground, contrast measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from facilitation.writers.placing.frames import Box
from facilitation.writers.style import contrast
from facilitation.writers.template.colours import DRAWING, blended, shown_colour
from facilitation.writers.template.spots import SLIDE, Sheet, box_of

TEXT, DRAWN = 4.5, 3.0  # contrasts of WCAG 2: words, drawings
_COVERS = 0.9  # share of a box that a plate covers to be its ground


@dataclass(frozen=True, slots=True)
class Ink:
    """What plays the part of each of our theme colours, as XML; ``swapped`` is the accent that could not be used."""

    paints: Mapping[str, str]
    charts: Mapping[str, str]  # the same without transparency: a bar would take that of the others
    swapped: str = ""


def ground_of(sheet: Sheet, box: Box | None = None) -> str:
    """Return the colour under a box of a layout as ``#RRGGBB``: that of a plate drawn under it, else of the ground.

    Empty when it is a picture, or cannot be told.
    """
    ground = _ground_of_page(sheet)
    hides_master = sheet.layout.get("showMasterSp") in {"0", "false"}
    for tree in (sheet.layout,) if hides_master else (sheet.master, sheet.layout):
        shapes = tree.find(f"{SLIDE}cSld/{SLIDE}spTree")
        for shape in () if box is None or shapes is None else shapes:
            if _covers(shape, box):
                ground = _plate(shape, sheet, ground)
    return ground


def pictures(sheet: Sheet) -> Iterator[Box]:
    """Yield where the pictures of a layout and of its master stand: logos, grounds."""
    hides_master = sheet.layout.get("showMasterSp") in {"0", "false"}
    for tree in (sheet.layout,) if hides_master else (sheet.master, sheet.layout):
        for shape in tree.iterfind(f"{SLIDE}cSld/{SLIDE}spTree/{SLIDE}pic"):
            drawn = box_of(shape)
            if drawn is not None:
                yield drawn


def _ground_of_page(sheet: Sheet) -> str:
    for tree in (sheet.layout, sheet.master):
        ground = tree.find(f"{SLIDE}cSld/{SLIDE}bg")
        if ground is None or not len(ground):
            continue
        if etree.QName(ground[0]).localname == "bgRef":
            return shown_colour(ground[0][0], sheet.scheme, sheet.mapped) if len(ground[0]) else ""
        fill = ground[0].find(f"{DRAWING}solidFill")
        if fill is not None and len(fill):
            return shown_colour(fill[0], sheet.scheme, sheet.mapped)
        stop = ground[0].find(f"{DRAWING}gradFill/{DRAWING}gsLst/{DRAWING}gs")
        return shown_colour(stop[0], sheet.scheme, sheet.mapped) if stop is not None and len(stop) else ""
    return sheet.scheme.get(sheet.mapped.get("bg1", "lt1"), "#FFFFFF")


def _covers(shape: etree._Element, box: Box | None) -> bool:
    """Return whether a drawing, not a placeholder, lies under nearly all of a box."""
    if (
        box is None
        or shape.tag not in {f"{SLIDE}sp", f"{SLIDE}pic"}
        or shape.find(f"{SLIDE}nvSpPr/{SLIDE}nvPr/{SLIDE}ph") is not None
    ):
        return False
    drawn = box_of(shape)
    if drawn is None:
        return False
    across = min(drawn.x + drawn.w, box.x + box.w) - max(drawn.x, box.x)
    down = min(drawn.y + drawn.h, box.y + box.h) - max(drawn.y, box.y)
    return across > 0 and down > 0 and across * down >= _COVERS * box.w * box.h


def _plate(shape: etree._Element, sheet: Sheet, under: str) -> str:
    """Return the colour of a drawing, what is under it when it has none, empty when it is a picture."""
    if shape.tag == f"{SLIDE}pic" or shape.find(f"{SLIDE}spPr/{DRAWING}blipFill") is not None:
        return ""
    fill = shape.find(f"{SLIDE}spPr/{DRAWING}solidFill")
    if fill is None or not len(fill) or fill[0].find(f"{DRAWING}alpha") is not None:
        return under
    return shown_colour(fill[0], sheet.scheme, sheet.mapped)


def is_legible(colour: str, ground: str) -> bool:
    """Return whether words of that colour can be read on that ground; true when either is not known."""
    return not colour or not ground or contrast(colour, ground) >= DRAWN


def ink_of(words: str, ground: str, sheet: Sheet) -> Ink:
    """Return the colours of drawings: words in the colour of the template's own, when it can be read on its ground."""
    under = ground or ("#FFFFFF" if not words or contrast(words, "#FFFFFF") >= contrast(words, "#000000") else "#000000")
    ink, tone = _ink(words, under, sheet)
    accent, shown, swapped = _accent(under, ink, tone, sheet)
    ground_xml = _ground(under, sheet)
    is_text = contrast(shown, under) >= TEXT and contrast(shown, blended(tone, under, 0.08)) >= DRAWN
    paints = {
        "tx1": ink,
        "bg1": ground_xml,
        "bg2": _thinned(ink, 8),
        "dk2": ink,
        "accent1": accent,
        "accent2": _thinned(accent, 22),
        "accent3": _thinned(accent, 65),
        "accent4": _plain(blended(tone, under, 0.55)),  # lines: some software does not show through them
        "accent5": ink,
        "accent6": _plain(blended(tone, under, 0.22)),
        "lt1": ground_xml,
        "lt2": accent if is_text else ink,  # words that stand out
    }
    solid = {"bg2": _plain(blended(tone, under, 0.08)), "accent2": _plain(blended(shown, under, 0.22))}
    return Ink(paints, {**paints, **solid, "accent3": _plain(blended(shown, under, 0.65))}, swapped)


def _ink(words: str, under: str, sheet: Sheet) -> tuple[str, str]:
    """Return the colour of words, as XML and as it is shown: the template's own, else the slot that is read best."""
    for slot in ("tx1", "bg1", "tx2", "bg2"):
        shown = sheet.scheme.get(sheet.mapped.get(slot, slot), "")
        if shown and shown == words and contrast(shown, under) >= TEXT:
            return f'<a:schemeClr val="{slot}"/>', shown
    if words and contrast(words, under) >= TEXT:
        return _plain(words), words
    best = max(_slots(sheet, ("tx1", "bg1", "tx2", "bg2")), key=lambda pair: contrast(pair[1], under), default=("", ""))
    if best[1] and contrast(best[1], under) >= TEXT:
        return f'<a:schemeClr val="{best[0]}"/>', best[1]
    plain = max(("#000000", "#FFFFFF"), key=lambda one: contrast(one, under))
    return _plain(plain), plain


def _accent(under: str, ink: str, tone: str, sheet: Sheet) -> tuple[str, str, str]:
    """Return the colour of what stands out, as XML and as shown, and the first accent when it could not be that one."""
    accents = list(_slots(sheet, tuple(f"accent{at}" for at in range(1, 7))))
    for slot, shown in accents:
        if contrast(shown, under) >= DRAWN:
            return f'<a:schemeClr val="{slot}"/>', shown, "" if slot == "accent1" else accents[0][1]
    return ink, tone, accents[0][1] if accents else ""


def _slots(sheet: Sheet, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        shown = sheet.scheme.get(sheet.mapped.get(name, name), "")
        if shown:
            yield name, shown


def _ground(under: str, sheet: Sheet) -> str:
    same = sheet.scheme.get(sheet.mapped.get("bg1", "lt1"), "") == under
    return '<a:schemeClr val="bg1"/>' if same else _plain(under)


def _plain(colour: str) -> str:
    return f'<a:srgbClr val="{colour.removeprefix("#")}"/>'


def _thinned(colour: str, percent: int) -> str:
    """Return a colour through which the ground is seen: right on any ground, light or dark."""
    opened = colour.removesuffix("/>")
    tag = "srgbClr" if "srgbClr" in colour else "schemeClr"
    return f'{opened}><a:alpha val="{percent * 1000}"/></a:{tag}>'
