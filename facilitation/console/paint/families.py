"""Near ideas side by side, drawn: the families at the left, the cards, the wording as it will be written."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.console.keys import Key
from facilitation.console.paint.debate import framed
from facilitation.console.paint.pages import LETTER, TITLE, entry, window
from facilitation.console.paint.row import (
    CHIP,
    EMPTY,
    PLAIN,
    SOFT,
    STRONG,
    Ink,
    Piece,
    Row,
    beside,
    cut,
    fitted,
    justified,
    row,
    width_of,
    wrapped,
)
from facilitation.typography import folded

SIGNS = {"": ("· ", SOFT), "oui": ("✓ ", Ink("ok")), "non": ("✗ ", Ink("doux")), "plus tard": ("… ", SOFT)}
GAP = 1  # columns between two cards
WIDE = 100  # columns from which three ideas are in one row
TEXT, EDGES = 2, 3  # rows of a card: its text at least; its frame, and where it was said
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class IdeaCard:
    """One idea side by side with others: where it was said, its words that they do not say, what is told of it.

    ``differing`` is None when nothing tells the ideas apart.
    """

    text: str
    place: str = ""
    differing: tuple[str, ...] | None = None
    tag: str = ""
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """One line of the list at the left: its words, how many ideas, what was decided."""

    title: str
    size: int
    decision: str


def families(lines: Sequence[FamilyLine], chosen: int, width: int, height: int) -> list[Row]:
    """Return the list of families in ``height`` rows, the one on show among them."""
    rows = [EMPTY, row("  ", ("Familles proposées", TITLE)), EMPTY]
    for rank in window(len(lines), chosen, max(1, height - len(rows))):
        line = lines[rank]
        count = f" ×{line.size}"
        title = cut(line.title, width - len(count) - 7)
        left = row(" ", SIGNS[line.decision], (title, PLAIN if not line.decision else SOFT), (count, SOFT))
        rows.append(entry(left, EMPTY, width, chosen=rank == chosen, click=f"screen.show({rank})"))
    return rows[:height]


def progress(decided: int, total: int, kind: str, width: int) -> Row:
    """Return « 2 décidées sur 6 », a bar, and how sure the family is."""
    told = f"{decided} décidée{'s' if decided > 1 else ''} sur {total}"
    room = max(0, width - len(told) - len(kind) - 4)
    full = round(room * decided / total) if total else 0
    bar = (("━" * full, Ink("accent")), ("─" * (room - full), Ink("ligne")))
    return row((told, STRONG), "  ", *bar, "  ", (kind, Ink("att", bold=True)))


def cards(ideas: Sequence[IdeaCard], width: int, height: int, *, roomy: bool) -> list[Row]:
    """Return the ideas side by side, two by two (three in a row when they are three), those that fit around the chosen one."""
    across = in_a_row(len(ideas), width)
    size = (width - GAP * (across - 1)) // across
    lines = [ideas[start : start + across] for start in range(0, len(ideas), across)]
    wanted = max(len(wrapped(idea.text, size - 4)) for idea in ideas)
    least = TEXT + roomy
    room = height - (height // (least + EDGES) < len(lines))  # a row says how many are hidden
    shown = max(1, min(len(lines), room // (least + EDGES)))
    text = max(1, min(max(least, wanted), room // shown - EDGES))
    chosen = next((rank for rank, line in enumerate(lines) if any(idea.is_chosen for idea in line)), 0)
    rows: list[Row] = []
    for rank in window(len(lines), chosen, shown):
        drawn = [(_card(idea, rank * across + place + 1, size, text), size + GAP) for place, idea in enumerate(lines[rank])]
        rows += beside(*drawn)
        rows += [EMPTY] * (roomy and (len(rows) + text + 5 <= height))
    hidden = len(lines) - shown
    if hidden:
        numbers = [rank * across for rank in window(len(lines), chosen, shown)]
        before, after = numbers[0], len(ideas) - numbers[-1] - across
        told = "  ".join(
            part for part in (f"↑ {before} avant" * (before > 0), f"↓ {max(0, after)} après" * (after > 0)) if part
        )
        rows.append(row((told, SOFT)))
    return rows


def least_height(count: int, width: int) -> int:
    """Return the rows that so many ideas take side by side, as low as they go."""
    return math.ceil(count / in_a_row(count, width)) * (TEXT + EDGES)


def in_a_row(count: int, width: int) -> int:
    """Return how many ideas stand side by side."""
    return 3 if count == 3 and width >= WIDE else 2


def _card(idea: IdeaCard, number: int, width: int, text: int) -> list[Row]:
    inner = width - 2
    lines = wrapped(idea.text, inner - 2)
    if len(lines) > text:
        lines = [*lines[: text - 1], cut(f"{lines[text - 1]} {lines[text]}", inner - 2)]
    said = [row(" ", *shaded(line, idea.differing)) for line in lines]
    tag = row((f"{idea.tag}  ", Ink("att", bold=True))) if idea.tag else EMPTY
    place = row((cut(idea.place, inner - 6 - width_of(tag)), SOFT), " ")
    body = [
        *said,
        *[EMPTY] * (text - len(said)),
        justified(row(" ", (str(number), Ink("accent", bold=True))), (*tag, *place), inner),
    ]
    ground, click = ("sel" if idea.is_chosen else "surface"), f"screen.choose_idea({number - 1})"
    return [
        tuple(Piece(piece.text, piece.ink._replace(ground=ground, click=click)) for piece in line)
        for line in framed([fitted(line, inner) for line in body], inner, thick=idea.is_chosen)
    ]


def shaded(text: str, differing: Sequence[str] | None) -> Row:
    """Return a text with the words that the others do not say in strong letters, the rest soft; plain when it is None."""
    if differing is None:
        return row((text, PLAIN))
    own = {part for word in differing for part in folded(word).split()}
    pieces: list[Piece] = []
    end = 0
    for found in _WORD.finditer(text):
        if folded(found.group()) in own:
            pieces += [Piece(text[end : found.start()], SOFT), Piece(found.group(), STRONG)]
            end = found.end()
    return tuple(piece for piece in (*pieces, Piece(text[end:], SOFT)) if piece.text)


def letters(keys: Sequence[tuple[Key, str]]) -> Row:
    """Return letters in their boxes with what they do now, the first one being what Enter does too."""
    pieces: list[Piece] = []
    for rank, (key, label) in enumerate(keys):
        click = f"screen.{key.action}"
        box = (LETTER if rank else CHIP)._replace(click=click)
        pieces += [
            Piece(f" {key.shown} ", box),
            Piece(f" {label}", (SOFT if rank else STRONG)._replace(click=click)),
            Piece(" "),
        ]
    return tuple(pieces[:-1])


def wording(title: str, text: str, by: str, width: int) -> list[Row]:
    """Return the idea as it is written in the synthesis, who said it, and where its own words stay."""
    lines = wrapped(text, width - 2)
    rows = [row(("▸ " if rank == 0 else "  ", Ink("accent")), (line, STRONG)) for rank, line in enumerate(lines)]
    if len(lines[-1]) + len(by) + 4 <= width:
        rows[-1] = row(*rows[-1], "  ", (by, SOFT))
    else:
        rows += [row("  ", (cut(by, width - 2), SOFT))]
    return [row((title, SOFT)), *rows, row("  ", ("ce qui a été dit reste en annexe, lettre pour lettre", SOFT))]


def listed(title: Row, lines: Sequence[tuple[str, str]], chosen: int | None, width: int, height: int) -> list[Row]:
    """Return a list to choose from (what, where) under its title; ``chosen`` is None while one only reads it."""
    if height < 2:
        return []
    rows = [title]
    if not lines:
        return [*rows, row("  ", ("rien à proposer ici", SOFT))]
    for rank in window(len(lines), chosen or 0, height - 1):
        what, where = lines[rank]
        on = rank == chosen
        left = row(" ", ("· ", SOFT), (cut(what, width - len(where) - 8), STRONG if on else PLAIN))
        rows.append(entry(left, row((where, SOFT)), width, chosen=on))
    return rows
