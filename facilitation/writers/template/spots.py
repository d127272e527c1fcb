"""Placeholders of a layout as they are shown: each thing is told by the layout, else by the master, else by its text styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from facilitation.writers.hosted.host import Spot, height_of, width_of
from facilitation.writers.placing.frames import Box
from facilitation.writers.style import EMU
from facilitation.writers.template.colours import DRAWING, shown_colour

SLIDE = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_TITLES = {"title", "ctrTitle"}
_EDGES = {"ftr", "sldNum", "dt", "hdr", "sldImg"}
_STYLES = {"title": "titleStyle", "body": "bodyStyle"}
_PADS = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A layout and its master, its theme's colours and fonts, and how the master maps colours."""

    layout: etree._Element
    master: etree._Element
    scheme: Mapping[str, str]
    mapped: Mapping[str, str]
    fonts: tuple[str, str]  # of titles, of texts


def holders(sheet: etree._Element) -> Iterator[tuple[str, etree._Element, etree._Element]]:
    """Yield each placeholder of a layout or a master: its type (« obj » by default), its shape, what it holds."""
    tree = sheet.find(f"{SLIDE}cSld/{SLIDE}spTree")
    for shape in () if tree is None else tree.iter(f"{SLIDE}sp"):
        held = shape.find(f"{SLIDE}nvSpPr/{SLIDE}nvPr/{SLIDE}ph")
        if held is not None:
            yield held.get("type", "obj"), shape, held


def spot(sheet: Sheet, kind: str, shape: etree._Element, held: etree._Element) -> Spot | None:
    """Return a placeholder; None when nothing says where it stands, or when its words are turned."""
    group = "title" if kind in _TITLES else kind if kind in _EDGES else "body"
    above = [one for other, one, _ in holders(sheet.master) if _group(other) == group][:1]
    shapes = [shape, *above]
    box = next(filter(None, map(box_of, shapes)), None)
    bodies = [found for one in shapes if (found := one.find(f"{SLIDE}txBody/{DRAWING}bodyPr")) is not None]
    if box is None or box.w <= 0 or box.h <= 0 or _first(bodies, "vert", "horz") != "horz" or _first(bodies, "rot", "0") != "0":
        return None
    levels = [level for one in shapes if (level := one.find(f"{SLIDE}txBody/{DRAWING}lstStyle/{DRAWING}lvl1pPr")) is not None]
    style = sheet.master.find(f"{SLIDE}txStyles/{SLIDE}{_STYLES.get(group, 'otherStyle')}/{DRAWING}lvl1pPr")
    levels += [] if style is None else [style]
    runs = [run for level in levels if (run := level.find(f"{DRAWING}defRPr")) is not None]
    size = _number(_first(runs, "sz", "1800")) / 100 or 18.0
    font = _font(runs, sheet.fonts, title=group == "title")
    shouted = 1.25 if _first(runs, "cap", "none") == "all" else 1.0
    marks = [
        mark for level in levels for mark in level if etree.QName(mark).localname in {"buNone", "buChar", "buAutoNum", "buBlip"}
    ]
    left, top, right, bottom = (_number(_first(bodies, key, str(usual))) / EMU for key, usual in _PADS)
    return Spot(
        " ".join(f'{key}="{value}"' for key in ("type", "orient", "sz", "idx") if (value := held.get(key))),
        box,
        size,
        bold=_first(runs, "b", "0") in {"1", "true"},
        leading=_spacing(levels, "lnSpc", 1.0) / (1.0 if _is_share(levels, "lnSpc") else size),
        gap=_gap(levels, size),
        indent=_number(_first(levels, "marL", "0")) / EMU,
        marked=bool(marks) and etree.QName(marks[0]).localname != "buNone",
        pad=(left, top, right, bottom),
        wide=width_of(font) * shouted,
        tall=height_of(font),
    )


def colour_of(sheet: Sheet, kind: str, shape: etree._Element) -> str:
    """Return the colour of the words of a placeholder as ``#RRGGBB``, empty when it cannot be told."""
    group = _group(kind)
    above = [one for other, one, _ in holders(sheet.master) if _group(other) == group][:1]
    levels = [one.find(f"{SLIDE}txBody/{DRAWING}lstStyle/{DRAWING}lvl1pPr") for one in (shape, *above)]
    levels.append(sheet.master.find(f"{SLIDE}txStyles/{SLIDE}{_STYLES.get(group, 'otherStyle')}/{DRAWING}lvl1pPr"))
    for level in levels:
        fill = None if level is None else level.find(f"{DRAWING}defRPr/{DRAWING}solidFill")
        if fill is not None and len(fill):
            return shown_colour(fill[0], sheet.scheme, sheet.mapped)
    return sheet.scheme.get(sheet.mapped.get("tx1", "dk1"), "#000000")


def attributes(element: etree._Element) -> dict[str, str]:
    """Return the attributes of an element."""
    return {str(key): str(value) for key, value in element.attrib.items()}


def _group(kind: str) -> str:
    return "title" if kind in _TITLES else kind if kind in _EDGES else "body"


def box_of(shape: etree._Element) -> Box | None:
    """Return where a shape says that it stands, in points; None when it does not."""
    place = shape.find(f"{SLIDE}spPr/{DRAWING}xfrm")
    if place is None:
        return None
    start, extent = place.find(f"{DRAWING}off"), place.find(f"{DRAWING}ext")
    if start is None or extent is None:
        return None
    given = (start.get("x"), start.get("y"), extent.get("cx"), extent.get("cy"))
    return Box(*(_number(value or "0") / EMU for value in given))


def _first(elements: list[etree._Element], key: str, usual: str) -> str:
    """Return the value that the nearest of the elements gives."""
    return next((value for element in elements if (value := element.get(key)) is not None), usual)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _font(runs: list[etree._Element], fonts: tuple[str, str], *, title: bool) -> str:
    named = (found.get("typeface", "") for run in runs if (found := run.find(f"{DRAWING}latin")) is not None)
    name = next(named, "+mj-lt" if title else "+mn-lt")
    return {"+mj-lt": fonts[0], "+mn-lt": fonts[1]}.get(name, name)


def _told(levels: list[etree._Element], key: str) -> etree._Element | None:
    return next((found[0] for level in levels if (found := level.find(f"{DRAWING}{key}")) is not None and len(found)), None)


def _is_share(levels: list[etree._Element], key: str) -> bool:
    told = _told(levels, key)
    return told is None or etree.QName(told).localname == "spcPct"


def _spacing(levels: list[etree._Element], key: str, usual: float) -> float:
    """Return a spacing: a share (of a line), or points."""
    told = _told(levels, key)
    if told is None:
        return usual
    value = _number(told.get("val", "0").rstrip("%"))
    return value / 100_000 if etree.QName(told).localname == "spcPct" else value / 100


def _gap(levels: list[etree._Element], size: float) -> float:
    """Return what stands between two paragraphs, in points."""
    parts = ((_spacing(levels, key, 0.0), _is_share(levels, key)) for key in ("spcBef", "spcAft"))
    return sum(value * size if share else value for value, share in parts)
