"""Digits that are read from the back of the room."""

from __future__ import annotations

from facilitation.console.paint.pixels import bitmap, painted
from facilitation.console.paint.row import Ink, Piece, Row

# 4 × 6 pixels, three rows high.
SMALL = {
    "0": ".##. #..# #..# #..# #..# .##.", "1": "..#. .##. ..#. ..#. ..#. .###", "2": ".##. #..# ...# ..#. .#.. ####",
    "3": "###. ...# .##. ...# ...# ###.", "4": "#..# #..# #..# #### ...# ...#", "5": "#### #... ###. ...# #..# .##.",
    "6": ".##. #... ###. #..# #..# .##.", "7": "#### ...# ..#. ..#. .#.. .#..", "8": ".##. #..# .##. #..# #..# .##.",
    "9": ".##. #..# #..# .### ...# .##.", ":": ". # . . # .", "+": "... .#. ### .#. ... ...",
    "-": ".... .... #### .... .... ....",
}  # fmt: skip
# 3 × 5 pixels, each two columns wide and one row high.
LARGE = {
    "0": "### #.# #.# #.# ###", "1": ".#. ##. .#. .#. ###", "2": "### ..# ### #.. ###", "3": "### ..# ### ..# ###",
    "4": "#.# #.# ### ..# ..#", "5": "### #.. ### ..# ###", "6": "### #.. ### #.# ###", "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###", "9": "### #.# ### ..# ###", ":": ". # . # .", "+": "... .#. ### .#. ...",
    "-": "... ... ### ... ...",
}  # fmt: skip


def small(text: str, token: str) -> list[Row]:
    """Return a number three rows high, in half-row pixels, five columns a digit."""
    pixels: list[list[str]] = [[] for _ in range(6)]
    for sign in text:
        for line, drawn in zip(pixels, bitmap(SMALL[sign], token), strict=True):
            line += [*drawn, ""]
    return painted([line[:-1] for line in pixels])


def large(text: str, token: str, scale: int = 1) -> list[Row]:
    """Return a number five rows high (times ``scale``), each pixel two columns wide (times ``scale``).

    At scale 1 the plus sign is half as wide, so that « +02:14 » fits the animator's column.
    """
    rows: list[Row] = []
    for line in range(5):
        pieces: list[Piece] = []
        for sign in text:
            drawn = LARGE[sign].split()[line]
            pieces += [Piece(" " * _pixel(sign, scale), Ink("texte", token if dot == "#" else "")) for dot in drawn]
            pieces.append(Piece(" " * scale))
        rows += [tuple(pieces[:-1])] * scale
    return rows


def large_width(text: str, scale: int = 1) -> int:
    """Return how many columns ``large`` takes."""
    return sum(len(LARGE[sign].split()[0]) * _pixel(sign, scale) + scale for sign in text) - scale


def _pixel(sign: str, scale: int) -> int:
    return 1 if sign == "+" and scale == 1 else 2 * scale
