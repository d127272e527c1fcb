"""A plain list over as many slides as it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitation.writers.deck import titles
from facilitation.writers.deck.notes import Voices, told
from facilitation.writers.deck.pages import pages
from facilitation.writers.placing.frames import Box, Face, paras, stacked
from facilitation.writers.placing.holders import PLANS
from facilitation.writers.placing.plain import FEW, LARGE
from facilitation.writers.slides import ListSlide
from facilitation.writers.style import BODY_SIZES, BOTTOM_WITH_NOTE

_SIZE = 22.0  # lists are cut so that they can be set in this, one step under the body


def listed(
    title: str,
    items: Sequence[str],
    *,
    repere: str = "",
    leads: Sequence[str] = (),
    ordered: bool = False,
    notes: str = "",
    note: str = "",
    known: Voices | None = None,
) -> Iterator[ListSlide]:
    """Yield a list of three to seven items a slide, cut evenly, with « (1/2) » at the end of its title.

    ``leads`` are bold words, one opening each item. ``notes`` go under the first slide; ``known`` says, under each, who said
    what it shows.
    """
    holder = PLANS["Liste"]["Liste"]
    box = replace(holder.box, h=BOTTOM_WITH_NOTE - holder.box.y) if note else holder.box
    whole = [f"{lead} {item}".lstrip() for lead, item in zip(leads, items, strict=True)] if leads else items
    cut = pages(whole, box, holder.face.at(_SIZE))
    face = _face(cut, box, holder.face)
    first = 1
    for at, (opened, texts) in enumerate(_led(cut, leads), start=1):
        voices = told(texts, known) if known is not None else ""
        yield ListSlide(
            title=titles.numbered(title, at, len(cut)),
            items=texts,
            leads=opened if any(opened) else (),
            ordered=ordered,
            first=first,
            large=face == LARGE,
            size=face.size if len(cut) > 1 else 0.0,
            repere=repere,
            notes="\n".join(filter(None, (notes if at == 1 else "", voices))),
            note=note,
        )
        first += len(texts)


def _led(cut: Sequence[tuple[str, ...]], leads: Sequence[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield, page after page, the bold words that open each item, and the items without them."""
    left = list(reversed(leads))
    for page in cut:
        opened = tuple(left.pop() if left and (not left[-1] or item.startswith(f"{left[-1]} ")) else "" for item in page)
        yield (
            opened,
            tuple(item[len(lead) :].removeprefix(" ") if lead else item for lead, item in zip(opened, page, strict=True)),
        )


def _face(cut: Sequence[tuple[str, ...]], box: Box, face: Face) -> Face:
    """Return the largest face in which every page of a list fits; that of short lists is for few items."""
    faces = [face.at(size) for size in BODY_SIZES]
    if all(len(page) <= FEW for page in cut):
        faces.insert(0, LARGE)
    return next((one for one in faces if all(stacked(paras(page, one), box.w) <= box.h for page in cut)), faces[-1])
