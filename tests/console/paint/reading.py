"""Painted rows read back: their words, their grounds, their colours."""

from __future__ import annotations

from collections.abc import Iterable

from facilitation.console.paint.row import Row, width_of


def said(line: Row) -> str:
    """Return the words of a row, blanks at the end left out."""
    return "".join(piece.text for piece in line).rstrip()


def page(rows: Iterable[Row]) -> str:
    """Return rows as text."""
    return "\n".join(map(said, rows))


def widths(rows: Iterable[Row]) -> set[int]:
    """Return how wide the rows are."""
    return set(map(width_of, rows))


def grounds(line: Row) -> list[str]:
    """Return the ground of each column."""
    return [piece.ink.ground for piece in line for _ in piece.text]


def colour_of(words: str, rows: Iterable[Row]) -> str:
    """Return the token some words are written in."""
    return next(piece.ink.colour for line in rows for piece in line if words in piece.text)


def picture(rows: Iterable[Row], *, full: str = "#") -> str:
    """Return the pixels of rows drawn in half rows, two lines of text a row."""
    lines = []
    for line in rows:
        upper = lower = ""
        for piece in line:
            for sign in piece.text:
                ground = bool(piece.ink.ground)
                upper += full if sign == "▀" or (ground and sign != "▄") else "."
                lower += full if sign == "▄" or ground else "."
        lines += [upper, lower]
    return "\n".join(lines)
