"""A row of a screen: pieces of text with their inks, cut or padded to a width."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from facilitation.console.paint.palette import Palette, style


class Ink(NamedTuple):
    """How a piece is painted: names of palette tokens; an empty ``ground`` is the canvas's own; ``click`` is an action."""

    colour: str = "texte"
    ground: str = ""
    bold: bool = False
    click: str = ""


PLAIN, SOFT, STRONG = Ink(), Ink("doux"), Ink(bold=True)
ACCENT = Ink("accent", bold=True)
CHIP = Ink("sur_accent", "accent", bold=True)
CURRENT = Ink("texte", "sel", bold=True)


class Piece(NamedTuple):
    """Some text and its ink."""

    text: str
    ink: Ink = PLAIN


Row = tuple[Piece, ...]
EMPTY: Row = ()


def row(*pieces: Piece | str | tuple[str, Ink]) -> Row:
    """Return a row; a bare string is plain text."""
    return tuple(Piece(piece) if isinstance(piece, str) else Piece(*piece) for piece in pieces)


def width_of(line: Iterable[Piece]) -> int:
    """Return how many columns a row takes (« é » one, an emoji two)."""
    return sum(cell_len(piece.text) for piece in line)


def cut(text: str, width: int) -> str:
    """Return a text of at most ``width`` columns, ended by « … » when something is missing."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def fitted(line: Row, width: int) -> Row:
    """Return a row of exactly ``width`` columns: cut at the right, or padded."""
    kept: list[Piece] = []
    left = width
    for piece in line:
        size = cell_len(piece.text)
        if size > left:
            kept.append(Piece(set_cell_size(piece.text, left), piece.ink))
            left = 0
            break
        kept.append(piece)
        left -= size
    if left:
        kept.append(Piece(" " * left))
    return tuple(kept)


def justified(left: Row, right: Row, width: int) -> Row:
    """Return a row whose ends touch both sides; the left one is cut when they do not fit."""
    free = width - width_of(right)
    return (*fitted(left, max(0, free)), *right)


def centred(line: Row, width: int) -> Row:
    """Return a row in the middle of ``width`` columns."""
    free = max(0, width - width_of(line))
    return fitted((Piece(" " * (free // 2)), *line), width)


def beside(*columns: tuple[list[Row], int]) -> list[Row]:
    """Return the rows of several columns side by side, each of its own width, as tall as the tallest."""
    height = max((len(rows) for rows, _ in columns), default=0)
    return [
        tuple(piece for rows, width in columns for piece in fitted(rows[line] if line < len(rows) else EMPTY, width))
        for line in range(height)
    ]


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text of at most ``width`` columns; words longer than a line are cut."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for given in paragraph.split(" "):
            word = given
            while True:
                candidate = f"{line} {word}" if line else word
                if cell_len(candidate) <= width:
                    line = candidate
                    break
                if line:
                    lines.append(line)
                    line = ""
                    continue
                head = set_cell_size(word, width).rstrip(" ") or word[:1]
                lines.append(head)
                word = word[len(head) :]
        lines.append(line)
    return lines


def balanced(text: str, width: int) -> list[str]:
    """Return the lines of a text, as few as ``width`` allows, as even as they can be: no lonely last word."""
    lines = wrapped(text, width)
    narrow = width
    while narrow > 8:
        tried = wrapped(text, narrow - 1)
        if len(tried) > len(lines):
            break
        narrow -= 1
        lines = tried
    return lines


def strip(line: Row, width: int, palette: Palette, ground: str) -> Strip:
    """Return what Textual paints."""
    return Strip(
        [
            Segment(
                piece.text, style(palette, piece.ink.colour, piece.ink.ground or ground, piece.ink.click, bold=piece.ink.bold)
            )
            for piece in fitted(line, width)
            if piece.text
        ],
        width,
    )
