"""The cards where heads are counted: gesture, number, bar, words; the one being typed in has a thick frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.console.paint.digits import LARGE, large, small
from facilitation.console.paint.figures import gesture
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Ink, Piece, Row, beside, centred, cut, fitted, row, width_of

THIN, THICK = "┌─┐│└─┘│", "▛▀▜▌▙▄▟▐"
FIGURE = 10
LOW, TALL = 14, 16  # rows of a card: three-row digits in the low one, five-row digits in the tall one
SPARE = "--"


@dataclass(frozen=True, slots=True)
class CardView:
    """One position: ``token`` is its colour, ``share`` its part of the room (0 to 1), ``words`` what stands under its bar."""

    label: str
    gesture: str
    token: str
    count: int | None
    share: float
    words: str
    is_current: bool


def count_cards(views: Sequence[CardView], width: int, height: int) -> list[Row]:
    """Return the cards side by side, LOW or TALL rows of them as ``height`` allows; the last one takes what is left over."""
    tall = TALL if height >= TALL else min(LOW, height)
    each = (width - len(views) + 1) // len(views)
    wide = [each] * (len(views) - 1) + [width - (each + 1) * (len(views) - 1)]
    columns = [(card(view, size, tall), size) for view, size in zip(views, wide, strict=True)]
    gap: tuple[list[Row], int] = ([EMPTY] * tall, 1)
    return beside(*[part for column in columns for part in (column, gap)][:-1])


def card(view: CardView, width: int, height: int) -> list[Row]:
    """Return one card of exactly that size."""
    inner = width - 2
    airy = height >= TALL
    content = [
        centred(row((cut(view.label, inner), STRONG)), inner),
        centred(row((cut(view.gesture, inner), SOFT)), inner),
        *[EMPTY] * airy,
        *_picture(view, inner, large_digits=airy),
        EMPTY,
        row("  ", *gauge(view.share, view.token, inner - 4)),
        centred(row((cut(view.words, inner), SOFT)), inner),
    ]
    content = (content + [EMPTY] * height)[: height - 2]
    return _framed([_on("surface", fitted(line, inner)) for line in content], inner, thick=view.is_current)


def gauge(share: float, token: str, width: int) -> Row:
    """Return a bar of ``width`` columns, full at a share of 1 and beyond; somebody is never drawn as nobody."""
    full = max(0, min(width, round(share * width)))
    full = full or int(share > 0)
    return row(("█" * full, Ink(token)), ("░" * (width - full), Ink("ligne")))


def _picture(view: CardView, inner: int, *, large_digits: bool) -> list[Row]:
    """Return the gesture and the number, six rows tall; the gesture gives way when the number needs its place."""
    figure, number = gesture(view.gesture, view.token), _number(view, inner - 2, large_digits=large_digits)
    tall = max(map(width_of, number))
    if FIGURE + 1 + tall > inner - 2:
        return [centred(line, inner) for line in _lowered(number)]
    left = inner - tall - 1
    return beside(([row("  ", *line) for line in figure], left), (_lowered(number), tall + 1))


def _number(view: CardView, room: int, *, large_digits: bool) -> list[Row]:
    text = SPARE if view.count is None else str(view.count)
    token = "ligne" if view.count is None else "texte"
    wide = large(text, token) if large_digits and all(sign in LARGE for sign in text) else []
    return wide if wide and width_of(wide[0]) + FIGURE < room else small(text, token)


def _lowered(number: list[Row]) -> list[Row]:
    """Return the number in six rows: five-row digits stand on the last one, three-row ones in the middle."""
    above = 1 if len(number) == 5 else 2
    return ([EMPTY] * above + number + [EMPTY] * 6)[:6]


def _framed(lines: list[Row], inner: int, *, thick: bool) -> list[Row]:
    signs = THICK if thick else THIN
    ink = Ink("accent" if thick else "ligne", "surface")
    top = row((signs[0] + signs[1] * inner + signs[2], ink))
    bottom = row((signs[4] + signs[5] * inner + signs[6], ink))
    return [top, *(row((signs[3], ink), *line, (signs[7], ink)) for line in lines), bottom]


def _on(ground: str, line: Row) -> Row:
    return tuple(Piece(piece.text, piece.ink if piece.ink.ground else piece.ink._replace(ground=ground)) for piece in line)
