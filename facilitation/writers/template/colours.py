"""The colours of a theme as they are shown: slots, the master's map of them, the changes that a shape asks for."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping

from lxml import etree

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLOTS = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_OFFICE = {"dk1": "#000000", "lt1": "#FFFFFF", "dk2": "#44546A", "lt2": "#E7E6E6", "accent1": "#4472C4"}
_NAMED = {"black": "#000000", "white": "#FFFFFF", "red": "#FF0000", "blue": "#0000FF", "green": "#008000"}
PLAIN_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


def scheme_of(theme: etree._Element) -> dict[str, str]:
    """Return the colours of a theme as ``#RRGGBB``, by slot; what it does not tell is Office's own."""
    found = dict(_OFFICE)
    for slot in _SLOTS:
        element = theme.find(f".//{DRAWING}clrScheme/{DRAWING}{slot}")
        shown = plain_colour(element[0]) if element is not None and len(element) else ""
        if shown:
            found[slot] = shown
    return found


def plain_colour(element: etree._Element) -> str:
    """Return a colour that names no slot as ``#RRGGBB``, empty when it cannot be told."""
    value = element.get("lastClr") or element.get("val") or ""
    match etree.QName(element).localname:
        case "srgbClr" | "sysClr" if _HEX.fullmatch(value):
            return f"#{value.upper()}"
        case "prstClr":
            return _NAMED.get(value, "")
        case _:
            return ""


def shown_colour(element: etree._Element | None, scheme: Mapping[str, str], mapped: Mapping[str, str]) -> str:
    """Return the colour that a colour element shows as ``#RRGGBB``, its changes made; empty when it cannot be told."""
    if element is None:
        return ""
    if etree.QName(element).localname == "schemeClr":
        slot = element.get("val", "")
        colour = scheme.get(mapped.get(slot, slot), "")
    else:
        colour = plain_colour(element)
    return _changed(colour, element) if colour else ""


def _changed(colour: str, element: etree._Element) -> str:
    """Return a colour with its lightness changed as its element asks (ECMA-376, 20.1.2.3)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    for change in element:
        share = _share(change)
        hue, light, strong = colorsys.rgb_to_hls(red, green, blue)
        match etree.QName(change).localname:
            case "lumMod":
                light *= share
            case "lumOff":
                light += share
            case "shade":
                light *= share
            case "tint":
                light = light * share + 1 - share
            case _:
                continue
        red, green, blue = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), strong)
    return "#" + "".join(f"{round(255 * level):02X}" for level in (red, green, blue))


def _share(change: etree._Element) -> float:
    try:
        return int(change.get("val", "100000")) / 100_000
    except ValueError:
        return 1.0


def blended(over: str, under: str, share: float) -> str:
    """Return the colour that ``share`` of one shows over another."""
    pairs = ((int(over[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02X}" for one, other in pairs)
