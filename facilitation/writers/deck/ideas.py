"""What was said, on slides: the Silhouette of each actor, what is common, lists, questions and their answers."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.synthesis import Bullets, Heading, Item, Line, Shared, Slot, Table
from facilitation.typography import NBSP, capitalised
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.deck.lists import listed
from facilitation.writers.deck.notes import Voices, told, voices, voices_of
from facilitation.writers.deck.pages import pages, side_by_side
from facilitation.writers.deck.zones import by_column, compared, series
from facilitation.writers.placing.holders import CALLOUTS, PLANS
from facilitation.writers.placing.lists import common_own
from facilitation.writers.slides import Callout, CommonOwn, ListSlide, Portrait, QuestionAnswer, Slide, Titled
from facilitation.writers.style import BOTTOM

_LONGEST_CALLOUT = 24  # characters of the heading of a part of the body
_FIRST_ONES = f"Chaque partie du corps montre ses premières idées{NBSP}; toutes sont sur les diapositives suivantes."
_NO_ANSWER = "Réponse non notée."
_ANSWER_SIZE = 20.0
_QUESTION = (324.0, 20.0, 17)  # width, smallest size, lines
_OWN_HEADING = 26.0
_OWN_WIDTHS = (864.0, 420.0, 272.0)


def bullets(block: Bullets, *, repere: str) -> Iterator[Slide]:
    """Yield a plain list: « Huit autres pistes proposées »."""
    texts = [item.text for item in block.items]
    title = block.message or f"{block.title}{NBSP}: {titles.things(len(texts), 'idée')}"
    if not texts:
        yield from listed(block.title, ["Aucune idée notée."], repere=repere)
        return
    known = voices(block.items) if any(item.said for item in block.items) else None
    yield from listed(title, texts, repere=repere, ordered=block.ordered, known=known)


# --- Silhouette ------------------------------------------------------------------------------------------------------------


def silhouette(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield each actor's body, then each part of the body across actors."""
    drawn = zones_of(table)
    if drawn:
        known = voices_of(table)
        for line in table.lines:
            yield _portrait(table, line, drawn, repere)
        for at, column in enumerate(table.columns):
            if any(line.slots[at].items for line in table.lines):
                place = titles.head(repere, capitalised(column.zone or column.label))
                yield from by_column(table, at, repere=place, known=known)
    else:
        yield from compared(table, repere=repere)


def zones_of(table: Table) -> dict[str, int]:
    """Return which column each drawn part of the body stands for; the first when several name the same."""
    found: dict[str, int] = {}
    for at, column in enumerate(table.columns):
        if column.zone in CALLOUTS:
            found.setdefault(column.zone, at)
    return found


def callout_title(column: Heading) -> str:
    """Return how a part of the body is called beside it."""
    name = column.title if len(column.title) <= _LONGEST_CALLOUT else column.label
    return titles.shortened(name, 230, 18)


def _portrait(table: Table, line: Line, drawn: dict[str, int], repere: str) -> Portrait:
    title = titles.portrait(table, line)
    return Portrait(
        title=titles.numbered(title),
        repere=repere,
        callouts=tuple(
            Callout(zone, callout_title(table.columns[at]), tuple(item.text for item in line.slots[at].items))
            for zone, at in drawn.items()
        ),
        message=wording.ended(title),
        notes=f"{wording.ended(line.title)} {_FIRST_ONES}",
    )


# --- What is common --------------------------------------------------------------------------------------------------------


def shared(block: Shared, *, repere: str) -> Iterator[Slide]:
    """Yield what is common to all, to some, and each one's own; lists side by side when there is too much for one slide."""
    title = block.message or wording.shared_title(block)
    place = titles.head(repere, "Ce qui est commun")
    known = voices(_items_of(block))
    own = [(f"{name} seulement", tuple(item.text for item in items)) for name, items in block.own]
    bands = _bands(block, title)
    placed = common_own(bands)
    if placed.fits and len(own) <= len(_OWN_WIDTHS) and (len(placed.frames) > 1 or own):
        yield from _common_own(bands, own, title, place, known)
    else:
        named = [(name, Slot(tuple(Item(text) for text in texts))) for name, texts in wording.sharing(block)]
        yield from series(title, named, repere=place, known=known) if named else ()


def _bands(block: Shared, title: str) -> CommonOwn:
    names = dict.fromkeys(names for names, _ in block.some)
    some = tuple(
        Titled(f"Communes à {names_}", tuple(item.text for names, item in block.some if names == names_)) for names_ in names
    )
    everyone = Titled("Communes à tous", tuple(item.text for item in block.everyone)) if block.everyone else None
    return CommonOwn(title=titles.numbered(title), everyone=everyone, some=some, own=())


def _common_own(
    bands: CommonOwn, own: list[tuple[str, tuple[str, ...]]], title: str, repere: str, known: Voices
) -> Iterator[Slide]:
    """Yield the bands, and under them each one's own, over as many slides as the longest list asks."""
    frames = common_own(bands).frames[1:]
    top = max((frame.place.y + frame.place.h + 14 for frame in frames), default=136.0)
    face = PLANS["Communs et propres"]["Propres 1"].face
    faces = (face, face.at(18), face.at(16))
    width = _OWN_WIDTHS[len(own) - 1] if own else 0.0
    runs = side_by_side([texts for _, texts in own], width, BOTTOM - top - _OWN_HEADING, faces).pages if own else ((),)
    for at, page in enumerate(runs, start=1):
        lists = tuple(
            Titled(name, texts, "liste complète plus haut" if all_texts else "aucune idée propre")
            for (name, all_texts), texts in zip(own, page, strict=True)
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


# --- Questions and cards ---------------------------------------------------------------------------------------------------


def cards(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield a question and its answer a slide; a card of several fields is a list, each field named in bold."""
    known = voices_of(table)
    for line in table.lines:
        if len(table.columns) == 1:
            yield from _question(line, repere=repere, known=known)
        else:
            yield from _card(table, line, repere=repere, known=known)


def _question(line: Line, *, repere: str, known: Voices) -> Iterator[Slide]:
    holder = PLANS["Question et réponse"]["Réponse"]
    width, size, lines = _QUESTION
    title = titles.shortened(line.title, width, size, lines)
    texts = [item.text for slot in line.slots for item in slot.items]
    whole = [line.title] if title != line.title else []
    cut = pages([*whole, *(texts or [_NO_ANSWER])], holder.box, holder.face.at(_ANSWER_SIZE))
    for at, page in enumerate(cut, start=1):
        ending = f"{NBSP}({at}/{len(cut)})" if len(cut) > 1 else ""
        yield QuestionAnswer(
            title=titles.shortened(line.title, width, size, lines, ending=ending),
            repere=repere,
            answer=page,
            notes=told([text for text in page if text != line.title], known) if texts else "",
        )


def _card(table: Table, line: Line, *, repere: str, known: Voices) -> Iterator[Slide]:
    fields = [
        (f"{column.label}{NBSP}:", text)
        for column, slot in zip(table.columns, line.slots, strict=True)
        for text in ([item.text for item in slot.items] or [wording.slot_words(slot)])
    ]
    holder = PLANS["Liste"]["Liste"]
    cut = pages([f"{lead} {text}" for lead, text in fields], holder.box, holder.face.at(22))
    left = [lead for lead, _ in reversed(fields)]
    for at, page in enumerate(cut, start=1):
        leads = tuple(left.pop() if left and item.startswith(f"{left[-1]} ") else "" for item in page)
        items = tuple(item[len(lead) :].lstrip() if lead else item for lead, item in zip(leads, page, strict=True))
        title = titles.numbered(line.title, at, len(cut))
        yield ListSlide(title=title, repere=repere, items=items, leads=leads, notes=told(items, known))
