"""What pages are made of: lists with a bar at the chosen line, letters as chips, titled paragraphs."""

from __future__ import annotations

from collections.abc import Iterable

from facilitation.console.keys import Key
from facilitation.console.paint.row import EMPTY, PLAIN, SOFT, STRONG, Ink, Piece, Row, justified, row, width_of, wrapped

LETTER = Ink("texte", "sel", bold=True)
TITLE = Ink("doux", bold=True)


def chips(keys: Iterable[Key], width: int = 200) -> Row:
    """Return letters in their boxes with what they do; a click does it too. Those that do not fit are left to the help."""
    pieces: list[Piece] = [Piece("  ")]
    for key in keys:
        if width_of(pieces) + len(key.shown) + len(key.label) + 3 > width:
            break
        click = f"screen.{key.action}"
        pieces += [
            Piece(f" {key.shown} ", LETTER._replace(click=click)),
            Piece(f" {key.label}", SOFT._replace(click=click)),
            Piece("   "),
        ]
    return tuple(pieces[:-1])


def titled(title: str, paragraphs: Iterable[str], width: int) -> list[Row]:
    """Return a soft title and its text below, an empty row before; nothing when there is no text."""
    lines = [line for paragraph in paragraphs if paragraph for line in wrapped(paragraph, width)]
    return [EMPTY, row((title, TITLE)), *(row(line) for line in lines)] if lines else []


def headed(text: str, width: int) -> list[Row]:
    """Return a name in strong letters, on as many rows as it takes."""
    return [row((line, STRONG)) for line in wrapped(text, width)]


def entry(left: Row, right: Row, width: int, *, chosen: bool, click: str = "") -> Row:
    """Return one row of a list, its bar and tint when it is the chosen one; ``click`` chooses it."""
    ground = "sel" if chosen else ""
    bar = ("▌" if chosen else " ", Ink("accent", ground))
    line = justified(row(bar, *left), (*right, Piece("  ")), width)
    return tuple(piece._replace(ink=_on(piece.ink, ground, click)) for piece in line)


def _on(ink: Ink, ground: str, click: str) -> Ink:
    return ink._replace(ground=ink.ground or ground, click=ink.click or click)


def window(count: int, chosen: int, room: int) -> range:
    """Return the ranks of a list that are shown in ``room`` places, the chosen one among them."""
    first = max(0, min(chosen - room // 2, count - room))
    return range(first, min(count, first + room))


def told(text: str, width: int, ink: Ink = PLAIN) -> list[Row]:
    """Return a paragraph."""
    return [row((line, ink)) for line in wrapped(text, width)]
