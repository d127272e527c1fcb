"""The layouts of a template, each with its placeholders as they are shown, and the ground that words have under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitation.writers.hosted.host import Layout, Spot
from facilitation.writers.template.colours import DRAWING
from facilitation.writers.template.paints import ground_of, is_legible, pictures
from facilitation.writers.template.spots import SLIDE, Sheet, attributes, colour_of, holders, spot

_CONTENTS = {"obj", "body", "subTitle"}
_EDGE = 0.2  # of the largest content: a smaller text holder is a caption, not a place for lists
_LOGO = 0.4  # of the width of a title: a wider picture is a ground
_TOUCHED, _BESIDE = 4.0, 10.0  # how high a logo must stand over a title, what is kept free beside it


@dataclass(frozen=True, slots=True)
class Read:
    """A layout, where it is told, and the colour of its words."""

    layout: Layout
    sheet: Sheet
    ink: str


def read_layout(part: str, sheet: Sheet) -> Read:
    """Return a layout: its title, its contents from left to right, what stands at its edge."""
    override = sheet.layout.find(f"{SLIDE}clrMapOvr/{DRAWING}overrideClrMapping")
    if override is not None:
        sheet = replace(sheet, mapped={**sheet.mapped, **attributes(override)})
    seen = list(_spots(sheet))
    bodies = [(one, colour) for kind, one, colour in seen if kind in _CONTENTS]
    edges = {kind: one for kind, one, _ in seen if kind in {"ftr", "sldNum"}}
    largest = max((one.box.w * one.box.h for one, _ in bodies), default=0.0)
    kept = [(one, colour) for one, colour in bodies if one.box.w * one.box.h >= _EDGE * largest]
    kept.sort(key=lambda pair: (round(pair[0].box.x / 20), pair[0].box.y))
    named = sheet.layout.find(f"{SLIDE}cSld")
    layout = Layout(
        (named.get("name") or "") if named is not None else "",
        part,
        next((one for kind, one, _ in seen if kind in {"title", "ctrTitle"}), None),
        tuple(one for one, _ in kept),
        edges.get("ftr"),
        edges.get("sldNum"),
        sheet.layout.get("type", ""),
        ground_of(sheet, max((one.box for one, _ in kept), key=lambda box: box.w * box.h, default=None)),
    )
    return Read(layout, sheet, next((colour for _, colour in kept), colour_of(sheet, "body", sheet.layout)))


def _spots(sheet: Sheet) -> Iterator[tuple[str, Spot, str]]:
    """Yield each placeholder of a layout: its type, itself, the colour of its words."""
    for kind, shape, held in holders(sheet.layout):
        found = spot(sheet, kind, shape, held)
        if found is not None:
            colour = colour_of(sheet, kind, shape)
            found = _clear(found, sheet) if kind in {"title", "ctrTitle"} else found
            yield kind, replace(found, legible=is_legible(colour, ground_of(sheet, found.box))), colour


def _clear(title: Spot, sheet: Sheet) -> Spot:
    """Return a title whose words keep clear of a logo that is drawn over one end of its placeholder."""
    left, top, right, bottom = title.pad
    box = title.box
    for logo in pictures(sheet):
        over = min(logo.y + logo.h, box.y + box.h) - max(logo.y, box.y)
        starts, ends = logo.x - box.x, box.x + box.w - logo.x - logo.w
        if over <= _TOUCHED or logo.w > _LOGO * box.w or min(starts + logo.w, ends + logo.w) <= 0:
            continue
        if starts > box.w / 2:
            right = max(right, box.w - starts + _BESIDE)
        elif ends > box.w / 2:
            left = max(left, box.w - ends + _BESIDE)
    pad = (left, top, right, bottom)
    return title if pad == title.pad else replace(title, pad=pad, beside=True)
