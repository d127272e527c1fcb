"""What is common and what is one's own, on slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitation.synthesis import Item, Shared, Slot
from facilitation.typography import in_words
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.deck.notes import Voices, told, voices
from facilitation.writers.deck.pages import side_by_side
from facilitation.writers.deck.tables import table_slides
from facilitation.writers.deck.zones import series
from facilitation.writers.placing.frames import para
from facilitation.writers.placing.holders import PLANS
from facilitation.writers.placing.lists import HEADING, common_own
from facilitation.writers.slides import Cell, Column, CommonOwn, Slide, TableSlide, Titled
from facilitation.writers.style import BOTTOM, TOP

_AFTER_HEADING = 5.0
_OWN_WIDTHS = (864.0, 420.0, 272.0)


def commons(blocks: Sequence[Shared], *, repere: str) -> Iterator[Slide]:
    """Yield what each column has in common beside each one's own; columns without their own lists, in one table."""
    for block in blocks:
        if block.own:
            yield from _beside_own(block, repere=repere)
    alone = [block for block in blocks if not block.own]
    if alone:
        yield from _table(alone, repere=repere)


def _table(blocks: Sequence[Shared], *, repere: str) -> Iterator[Slide]:
    """Yield who shares what: « Six idées communes, dans trois rubriques »."""
    rows = [(block.title, name, text) for block in blocks for name, texts in wording.sharing(block) for text in texts]
    if not rows:
        return
    common = f"{titles.things(len(rows), 'idée')} commune{'s' if len(rows) > 1 else ''}"
    place = (
        f"dans {in_words(len(blocks), feminine=True)} rubriques" if len(blocks) > 1 else f"pour «\u00a0{blocks[0].title}\u00a0»"
    )
    yield from table_slides(
        TableSlide(
            title=f"{common[:1].upper()}{common[1:]} {place}",
            repere=repere,
            columns=(Column("Rubrique", 230, size=18, bold=True), Column("Idée", 334, size=20), Column("Partagée par", 300)),
            rows=tuple((Cell(title), Cell(text), Cell(name)) for title, name, text in rows),
            row_height=48,
            notes=told((text for _, _, text in rows), voices(item for block in blocks for item in _items_of(block))),
        )
    )


def _beside_own(block: Shared, *, repere: str) -> Iterator[Slide]:
    """Yield the bands and the own lists; lists side by side when there is too much for bands."""
    title = block.message or wording.shared_title(block)
    known = voices(_items_of(block))
    own = [(f"{name} seulement", tuple(item.text for item in items)) for name, items in block.own]
    bands = _bands(block, title)
    if len(own) <= len(_OWN_WIDTHS) and common_own(bands).fits:
        yield from _common_own(bands, own, title, repere=repere, known=known)
    else:
        named = [(name, Slot(tuple(map(Item, texts)))) for name, texts in wording.sharing(block) if texts]
        yield from series(title, named, repere=repere, known=known) if named else ()


def _bands(block: Shared, title: str) -> CommonOwn:
    names = dict.fromkeys(names for names, _ in block.some)
    some = tuple(Titled(names_, tuple(item.text for names, item in block.some if names == names_)) for names_ in names)
    everyone = Titled("Communes à tous", tuple(item.text for item in block.everyone)) if block.everyone else None
    return CommonOwn(title=titles.numbered(title), everyone=everyone, some=some, own=())


def _common_own(
    bands: CommonOwn, own: Sequence[tuple[str, tuple[str, ...]]], title: str, *, repere: str, known: Voices
) -> Iterator[Slide]:
    """Yield the bands, and under them each one's own, over as many slides as the longest list asks."""
    frames = common_own(bands).frames[1:]
    top = max((frame.place.y + frame.place.h + 14 for frame in frames), default=TOP)
    face = PLANS["Communs et propres"]["Propres 1"].face
    width = _OWN_WIDTHS[len(own) - 1] if own else 0.0
    names = [titles.shortened(name, width, HEADING.size, 2) for name, _ in own]
    heading = max((para(name, HEADING).height(width) for name in names), default=0.0) + _AFTER_HEADING
    faces = (face, face.at(18), face.at(16))
    runs = side_by_side([texts for _, texts in own], width, BOTTOM - top - heading, faces).pages if own else ((),)
    for at, page in enumerate(runs, start=1):
        lists = tuple(
            Titled(name, texts, "liste complète plus haut" if whole else "aucune idée propre")
            for name, (_, whole), texts in zip(names, own, page, strict=True)
        )
        shown = [text for texts in page for text in texts]
        common = [*(bands.everyone.items if bands.everyone else ()), *(text for some in bands.some for text in some.items)]
        yield CommonOwn(
            title=titles.numbered(title, at, len(runs)),
            repere=repere,
            everyone=bands.everyone,
            some=bands.some,
            own=lists,
            notes=told([*common, *shown], known),
        )


def _items_of(block: Shared) -> Iterator[Item]:
    yield from block.everyone
    yield from (item for _, item in block.some)
    for _, items in block.own:
        yield from items
