"""What was said, on slides: the Silhouette of each actor, what is common, lists, questions and their answers."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.synthesis import Bullets, Heading, Line, Note, Section, Slot, Table
from facilitation.typography import NBSP, capitalised
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.deck.lists import listed
from facilitation.writers.deck.notes import Voices, told, voices, voices_of
from facilitation.writers.deck.pages import pages
from facilitation.writers.deck.zones import by_column, compared, grid
from facilitation.writers.placing.holders import CALLOUTS, PLANS
from facilitation.writers.slides import Callout, Portrait, QuestionAnswer, Slide

_LONGEST_CALLOUT = 24  # characters of the heading of a part of the body
_FIRST_ONES = f"Chaque partie du corps montre ses premières idées{NBSP}; toutes sont sur les diapositives suivantes."
_NO_ANSWER = "Réponse non notée."
_ANSWER_SIZE = 20.0
_SHORT_ANSWER = 90  # characters
PANEL = 396.0  # width, of a question
QUESTION = (324.0, 20.0, 17)  # width, smallest size, lines
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


def theme(section: Section) -> Iterator[Slide]:
    """Yield the ideas of a theme in one list, each sequence named in bold before its first idea."""
    lists = [block for block in section.blocks if isinstance(block, Bullets)]
    items = [item for block in lists for item in block.items]
    leads = [f"{block.title}{NBSP}:" * (at == 0) for block in lists for at in range(len(block.items))]
    if not items:
        yield from listed(section.title, [block.text for block in section.blocks if isinstance(block, Note)], repere="Thèmes")
        return
    title = f"{section.title}{NBSP}: {titles.things(len(items), 'idée')}"
    yield from listed(title, [item.text for item in items], leads=leads, repere="Thèmes", known=voices(items))


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


# --- Questions and cards ---------------------------------------------------------------------------------------------------


def cards(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield a question and its answer a slide; a card of several fields is a list, each field named in bold.

    Questions whose answers are all short stand in one table.
    """
    known = voices_of(table)
    if len(table.columns) == 1 and len(table.lines) > 1 and all(map(_is_short, table.lines)):
        yield from grid(table, repere=repere)
        return
    for line in table.lines:
        if len(table.columns) == 1:
            yield from _question(line, repere=repere, known=known)
        else:
            yield from _card(table, line, repere=repere, known=known)


def _is_short(line: Line) -> bool:
    """Return whether the answer to a question would leave its slide nearly empty."""
    said = "".join(item.text for slot in line.slots for item in slot.items)
    return 0 < len(said) <= _SHORT_ANSWER and len(line.title) <= _SHORT_ANSWER and "\n" not in said


def _question(line: Line, *, repere: str, known: Voices) -> Iterator[Slide]:
    holder = PLANS["Question et réponse"]["Réponse"]
    width, size, lines = QUESTION
    title = titles.shortened(line.title, width, size, lines)
    texts = [item.text for slot in line.slots for item in slot.items]
    whole = [line.title] if title != line.title else []
    cut = pages([*whole, *(texts or [_NO_ANSWER])], holder.box, holder.face.at(_ANSWER_SIZE))
    for at, page in enumerate(cut, start=1):
        ending = f"{NBSP}({at}/{len(cut)})" if len(cut) > 1 else ""
        yield QuestionAnswer(
            title=titles.shortened(line.title, width, size, lines, ending=ending),
            repere=titles.head(repere, panel=PANEL),
            answer=page,
            notes=told([text for text in page if text != line.title], known) if texts else "",
        )


def _card(table: Table, line: Line, *, repere: str, known: Voices) -> Iterator[Slide]:
    fields = [
        (f"{column.label}{NBSP}:", text)
        for column, slot in zip(table.columns, line.slots, strict=True)
        for text in ([item.text for item in slot.items] or [wording.slot_words(slot)])
    ]
    leads, texts = zip(*fields, strict=True) if fields else ((), ())
    yield from listed(line.title, texts, leads=leads, repere=repere, known=known)


# --- Forms -----------------------------------------------------------------------------------------------------------------


def forms(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield a form as a list, each field named in bold; one list a row when a form is filled for each thing.

    A text of several lines is as many items; the field is named before the first.
    """
    known = voices_of(table)
    labels = [column.label for column in table.columns]
    if len(labels) > 1:
        forms_ = [(line.title, list(zip(labels, line.slots, strict=True))) for line in table.lines]
    else:
        forms_ = [(table.title, [(line.label, line.slots[0]) for line in table.lines])]
    for title, fields in forms_:
        leads, texts = [], []
        for label, slot in fields:
            said = _lines(slot)
            leads += [f"{label}{NBSP}:", *[""] * (len(said) - 1)]
            texts += said
        yield from listed(title, texts, leads=leads, repere=repere, known=known)


def _lines(slot: Slot) -> list[str]:
    said = [line.strip() for item in slot.items for line in item.text.splitlines() if line.strip()]
    return said or [wording.slot_words(slot)]
