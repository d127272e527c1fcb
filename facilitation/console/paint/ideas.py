"""A list of ideas, anchored at the bottom like a chat; only what is visible is wrapped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from facilitation.console.paint.row import EMPTY, PLAIN, SOFT, STRONG, Ink, Row, fitted, justified, row, wrapped

UNKEPT = "non gardée ✗"


class Shown(Protocol):
    """One idea as a list shows it."""

    @property
    def number(self) -> int:
        """Its rank in its cell, from 1."""

    @property
    def text(self) -> str:
        """Its letters."""

    @property
    def author(self) -> str:
        """Who said it, '' for the whole group."""

    @property
    def key(self) -> str:
        """Its answer's key, '' while it is not on disk."""

    @property
    def is_kept(self) -> bool:
        """Whether it is on disk."""


@dataclass(frozen=True, slots=True)
class ListView:
    """What a list shows. ``selected`` and ``editing`` are answers' keys; ``empty`` is said when there is nothing."""

    ideas: Sequence[Shown]
    title: Row = EMPTY
    selected: str = ""
    editing: str = ""
    new: str = ""
    empty: tuple[str, ...] = ()
    failing: bool = False  # what is not kept is shown in red: the disk said no


def listed(view: ListView, width: int, height: int) -> list[Row]:
    """Return the list in exactly ``height`` rows: blanks above, the title just over the ideas, the last idea at the bottom."""
    if not view.ideas:
        told = [row((line, SOFT)) for sentence in view.empty for line in (wrapped(sentence, width) if sentence else [""])]
        return _bottom([*_titled(view.title), *told, EMPTY], height)
    room = height - len(_titled(view.title))
    first, last, blocks = _window(view, width, room)
    if first or last < len(view.ideas):
        first, last, blocks = _window(view, width, room - 1)
        blocks = [[_around(first, len(view.ideas) - last)], *blocks]
    return _bottom([*_titled(view.title), *(line for block in blocks for line in block)], height)


def _titled(title: Row) -> list[Row]:
    return [title, EMPTY] if title else []


def _bottom(rows: list[Row], height: int) -> list[Row]:
    kept = rows[-height:] if height > 0 else []
    return [EMPTY] * (height - len(kept)) + kept


def _around(before: int, after: int) -> Row:
    parts = [f"↑ {before} avant"] if before else []
    if after:
        parts.append(f"↓ {after} après")
    return row((" · ".join(parts), SOFT))


def _window(view: ListView, width: int, room: int) -> tuple[int, int, list[list[Row]]]:
    """Return the first and last ranks shown, and their rows: the end of the list, or what surrounds the selected idea."""
    ideas = view.ideas
    chosen = next((rank for rank, idea in enumerate(ideas) if view.selected and idea.key == view.selected), None)
    last = len(ideas)
    if chosen is not None:
        below, bottom = 0, chosen + 1
        while bottom < len(ideas) and below < room // 2:
            below += len(_block(view, ideas[bottom], width))
            bottom += 1
        last = min(len(ideas), bottom)
    blocks: list[list[Row]] = []
    first, used = last, 0
    while first > 0:
        block = _block(view, ideas[first - 1], width)
        if used + len(block) > room and blocks:
            break
        blocks.insert(0, block)
        used += len(block)
        first -= 1
    return first, last, blocks


def _block(view: ListView, idea: Shown, width: int) -> list[Row]:
    """Return the rows of one idea: number, text, who said it."""
    digits = max(2, len(str(len(view.ideas))))
    selected = bool(idea.key) and idea.key == view.selected
    editing = bool(idea.key) and idea.key == view.editing
    unkept = not idea.is_kept and view.failing
    mark = UNKEPT if unkept else idea.author
    margin = digits + 3
    lines = wrapped(idea.text, max(8, width - margin - (len(mark) + 2 if mark else 0)))
    ground = "att_doux" if editing else "sel" if selected else ""
    ink = Ink("alerte", ground, bold=True) if unkept else (STRONG if selected or editing else PLAIN)._replace(ground=ground)
    fresh = idea.key and idea.key == view.new
    number = Ink("ok" if fresh else "doux", ground, bold=bool(fresh))
    bar = ("▌" if selected or editing else " ", Ink("att" if editing else "accent", ground))
    right = row((f"  {mark} ", Ink("alerte" if unkept else "doux", ground))) if mark else EMPTY
    first = row(bar, (f"{idea.number:>{digits}} ", number), (lines[0], ink))
    rows = [justified(_filled(first, width, ground), right, width) if right else _filled(first, width, ground)]
    hanging = " " * (digits + 1)
    return [*rows, *(_filled(row(bar, (hanging, number), (line, ink)), width, ground) for line in lines[1:])]


def _filled(line: Row, width: int, ground: str) -> Row:
    """Return a row whose blanks have its ground too."""
    full = fitted(line, width)
    return tuple(
        piece if piece.ink.ground or not ground else piece._replace(ink=piece.ink._replace(ground=ground)) for piece in full
    )
