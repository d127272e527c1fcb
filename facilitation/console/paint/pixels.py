"""Pictures made of half-row pixels: full pixels are spaces with a ground, only edges are « ▀ » and « ▄ »: no gap anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from facilitation.console.paint.row import Ink, Piece, Row

Pixels = Sequence[Sequence[str]]  # rows of tokens, '' for nothing; an even number of rows


def painted(pixels: Pixels) -> list[Row]:
    """Return rows, half as many as there are rows of pixels."""
    return [_row(upper, lower) for upper, lower in zip(pixels[::2], pixels[1::2], strict=True)]


def _row(upper: Sequence[str], lower: Sequence[str]) -> Row:
    pieces: list[Piece] = []
    for above, below in zip(upper, lower, strict=True):
        piece = _cell(above, below)
        if pieces and pieces[-1].ink == piece.ink and pieces[-1].text[-1] == piece.text:
            pieces[-1] = Piece(pieces[-1].text + piece.text, piece.ink)
        else:
            pieces.append(piece)
    return tuple(pieces)


def _cell(above: str, below: str) -> Piece:
    if above == below:
        return Piece(" ", Ink("texte", above))
    if not above:
        return Piece("▄", Ink(below))
    if not below:
        return Piece("▀", Ink(above))
    return Piece("▀", Ink(above, below))


def bitmap(drawing: str, token: str) -> list[list[str]]:
    """Return the pixels of a drawing: « # » is painted, anything else is not; an odd height gets an empty row."""
    lines = drawing.split()
    width = max(map(len, lines))
    rows = [[token if sign == "#" else "" for sign in line.ljust(width, ".")] for line in lines]
    return rows if len(rows) % 2 == 0 else [*rows, [""] * width]
