"""Ideas in columns side by side: two directions of a pair, the camps of a debate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.console.paint.ideas import ListView, Shown
from facilitation.console.paint.row import EMPTY, SOFT, Ink, Row, beside, fitted, row, wrapped


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column: what stands over it (painted), its ideas, whether one types in it, and what is said when it is empty."""

    head: tuple[Row, ...]
    list: ListView
    is_current: bool


def columns(views: Sequence[ColumnView], width: int, height: int) -> list[Row]:
    """Return the columns in ``height`` rows: heads of the same height, then the end of each list that fits."""
    share = width // len(views)
    tall = max(len(view.head) for view in views)
    room = height - tall
    drawn = []
    for view in views:
        head = [fitted(line, share - 1) for line in view.head] + [EMPTY] * (tall - len(view.head))
        drawn.append(([*head, *_ideas(view.list, share - 2, room)], share))
    return beside(*drawn)[:height]


def _ideas(view: ListView, width: int, room: int) -> list[Row]:
    """Return the ideas from the top; the first ones give way when the column is full, and their number is said."""
    if not view.ideas:
        return [row("   ", (line, SOFT)) for sentence in view.empty for line in wrapped(sentence, width - 3)][:room]
    blocks = [_block(view, idea, width) for idea in view.ideas[-room:]]
    chosen = next((rank for rank, idea in enumerate(view.ideas[-room:]) if view.selected and idea.key == view.selected), None)
    hidden = len(view.ideas) - len(blocks)
    while sum(map(len, blocks)) + (1 if hidden else 0) > room and len(blocks) > 1 and chosen != 0:
        blocks.pop(0)
        hidden += 1
        chosen = None if chosen is None else chosen - 1
    rows = [line for block in blocks for line in block]
    if hidden:
        rows = [row((f"   ↑ {hidden} avant", SOFT)), *rows]
    return rows[:room]


def _block(view: ListView, idea: Shown, width: int) -> list[Row]:
    selected, editing = bool(idea.key) and idea.key == view.selected, bool(idea.key) and idea.key == view.editing
    unkept = not idea.is_kept and view.failing
    ground = "att_doux" if editing else "sel" if selected else ""
    ink = Ink("alerte" if unkept else "texte", ground, bold=selected or editing or unkept)
    number = f"{idea.number:>2} "
    lines = wrapped(idea.text + (" (non gardée ✗)" if unkept else ""), max(6, width - len(number) - 1))
    mark = "▌" if selected or editing else " "
    fresh = Ink("ok", ground, bold=True) if idea.key and idea.key == view.new else Ink("doux", ground)
    first = row((mark, Ink("accent", ground)), (number, fresh), (lines[0], ink))
    return [first, *(row((mark, Ink("accent", ground)), (" " * len(number), ink), (line, ink)) for line in lines[1:])]


def tabbed(title: str, width: int, *, is_current: bool, colour: str = "accent") -> list[Row]:
    """Return a column's sentence, tinted and marked « ▶ » when one types in it."""
    ink = Ink(colour, "sel" if is_current else "", bold=is_current)
    lines = wrapped(title, width - 4)
    rows = [row((" ▶ " if is_current and rank == 0 else "   ", ink), (line, ink)) for rank, line in enumerate(lines)]
    return [
        tuple(piece._replace(ink=ink) if not piece.text.strip() else piece for piece in fitted(line, width - 1))
        for line in rows
    ]
