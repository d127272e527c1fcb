"""A speed-dating on slides: what each brings the other, then how much in all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from facilitation.synthesis import Heading, Line, Slot, Table
from facilitation.typography import NBSP, plural, quoted
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.deck.lists import listed
from facilitation.writers.deck.notes import Voices, told, voices_of
from facilitation.writers.deck.pages import even, side_by_side
from facilitation.writers.deck.tables import table_slides
from facilitation.writers.measure import line_count
from facilitation.writers.placing.holders import PLANS
from facilitation.writers.slides import Cell, Column, FaceToFace, Slide, TableSlide, Titled
from facilitation.writers.style import CONTENT_WIDTH
from facilitation.writers.wording import Facing, facings

_UNCUT = 3  # apports that stay on one slide
_MOST_ACTORS = 5
_FIRST = 282.0
_ARROW = (360.0, 18.0, 2)  # width, size, lines
_FROM = re.compile(r"Ce que (les |le |la |l’|l')?(.+?) peu(?:ven)?t apporter (.+)", re.DOTALL)
_OF = {"les ": "Des ", "le ": "Du ", "la ": "De la ", "l’": "De l’", "l'": "De l’", None: "De "}


def meetings(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield each meeting, both ways on one slide, then the matrix of all."""
    known = voices_of(table)
    for facing in facings(table):
        if len(facing.cells) > 1:
            yield from _face_to_face(table, facing, repere=repere, known=known)
        else:
            yield from _one_way(facing, repere=repere, known=known)
    yield from _matrix(table, repere=titles.head(repere, "Vue d’ensemble"))


def asked(table: Table, *, repere: str, name: str) -> Iterator[Slide]:
    """Yield what each is asked to say to the other, before anybody answers, the two ways of a meeting one after the other."""
    sentences = [cell.title for facing in facings(table) for cell in facing.cells]
    if sentences:
        yield from listed(f"{name}{NBSP}: ce que chacun peut apporter", sentences, repere=repere)


def _face_to_face(table: Table, facing: Facing, *, repere: str, known: Voices) -> Iterator[Slide]:
    there, back = facing.cells
    one, other = _labels(table, there.slot)
    lists = [[item.text for item in cell.slot.items] for cell in (there, back)]
    holder = PLANS["Face à face"]["Liste de gauche"]
    cut = side_by_side(lists, holder.box.w, holder.box.h, (holder.face, holder.face.at(18)), uncut=_UNCUT)
    title = titles.exchange(one.label, other.label, *map(len, lists))
    for at, (left, right) in enumerate(cut.pages, start=1):
        yield FaceToFace(
            title=titles.numbered(title, at, len(cut.pages)),
            repere=repere,
            left=Titled(arrow(there.title, one.label, other.label), left, _told_before(there.slot, len(cut.pages))),
            right=Titled(arrow(back.title, other.label, one.label), right, _told_before(back.slot, len(cut.pages))),
            notes="\n".join(filter(None, (there.title, back.title, told([*left, *right], known)))),
        )


def _told_before(slot: Slot, of: int) -> str:
    """Return what an empty side says: nothing was brought, or its ideas are on the slide before."""
    if not slot.items:
        return wording.slot_words(slot)
    if len(slot.items) <= _UNCUT:
        return f"{plural(len(slot.items), 'apport')}, voir page (1/{of})"
    return "Liste complète aux pages précédentes"


def _labels(table: Table, slot: Slot) -> tuple[Line, Heading]:
    """Return who brings and to whom, for a cell of the matrix."""
    return next(
        (line, column) for line in table.lines for column, held in zip(table.columns, line.slots, strict=True) if held is slot
    )


def arrow(sentence: str, one: str, other: str) -> str:
    """Return what an arrow says: « Des ASV/CLSM/CLS aux CPTS », from the sentence of the cell when it fits."""
    width, size, lines = _ARROW
    found = _FROM.fullmatch(sentence)
    if found:
        words = f"{_OF[found[1]]}{found[2]} {found[3]}"
        if line_count(words, width, size, bold=True) <= lines:
            return words
    return titles.shortened(f"De {one} à {other}", width, size, lines)


def _one_way(facing: Facing, *, repere: str, known: Voices) -> Iterator[Slide]:
    """Yield what goes one way only, under its own sentence."""
    (cell,) = facing.cells
    texts = [item.text for item in cell.slot.items]
    title = f"{cell.title}{NBSP}: {titles.things(len(texts), 'apport', feminine=False)}"
    yield from listed(title, texts or [wording.slot_words(cell.slot)], repere=repere, known=known if texts else None)


# --- Matrix ----------------------------------------------------------------------------------------------------------------


def _matrix(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield how many ideas each brings to each; beyond five columns, over several slides."""
    columns = len(table.columns)
    ends = even([1.0] * columns, -(-columns // _MOST_ACTORS), _MOST_ACTORS) if columns else []
    many = _many(table)
    parts = (_matrix_slide(table, range(start, end), many) for start, end in pairwise([0, *ends]))
    slides = [slide for part in parts for slide in table_slides(part)]
    title = table.message or table.title
    for at, slide in enumerate(slides, start=1):
        yield replace(slide, title=titles.numbered(title, at, len(slides)), repere=repere)


def _many(table: Table) -> int:
    """Return from how many ideas a cell stands out: the 75th percentile; more than any when they are all alike."""
    counts = sorted(len(slot.items) for line in table.lines for slot in line.slots if slot.items)
    if not counts or counts[0] == counts[-1]:
        return 10**9
    return counts[int(0.75 * (len(counts) - 1))]


def _matrix_slide(table: Table, shown: Sequence[int], many: int) -> TableSlide:
    width = (CONTENT_WIDTH - _FIRST) / len(shown)
    heads = [Column(titles.shortened(table.columns[at].label, width - 16, 16, 3), width, "center", 32) for at in shown]
    rows = tuple(
        (Cell(titles.shortened(line.label, _FIRST - 16, 18, 3)), *(_count(line.slots[at], many) for at in shown))
        for line in table.lines
    )
    return TableSlide(
        title=table.title,
        columns=(Column(table.rows_title or "De", _FIRST, size=18, bold=True), *heads),
        rows=rows,
        row_height=70,
        head_height=48,
        head_size=18 if len(shown) <= 3 else 16,
        note=_legend(table, many),
        notes="\n".join(wording.not_put(table)),
    )


def _count(slot: Slot, many: int) -> Cell:
    if slot.items:
        return Cell(str(len(slot.items)), bold=True, fill="clair" if len(slot.items) >= many else "")
    words = wording.slot_words(slot)
    return Cell(words, tone="gris", size=16, fill="sable" if words == wording.NOT_ASKED else "")


def _legend(table: Table, many: int) -> str:
    words = {wording.slot_words(slot) for line in table.lines for slot in line.slots if not slot.items}
    parts = ["Nombre d’apports notés."]
    if many < 10**9:
        parts.append(f"Teinte{NBSP}: {many} et plus.")
    if wording.NOT_PUT in words:
        parts.append(f"{quoted(wording.NOT_PUT)}{NBSP}: la rencontre n’était pas au programme.")
    return " ".join(parts)
