"""The timer, from the tile of the bar to the whole screen. Said three times: sign, word, colour."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.console.pace import Pace, Timer
from facilitation.console.paint.digits import large, large_width, small
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Ink, Piece, Row, centred, cut, fitted, row, width_of

TILE = 26
SIGNS = {Pace.FINE: "●", Pace.SOON: "◐", Pace.LAST: "○", Pace.OVER: "▲", Pace.PAUSED: "‖", Pace.STILL: "·"}
# ink and ground of the digits, by pace
TONES = {
    Pace.FINE: ("ok", "surface"),
    Pace.SOON: ("sur_tatt", "tatt"),
    Pace.LAST: ("sur_talerte", "talerte"),
    Pace.OVER: ("sur_talerte", "talerte"),
    Pace.PAUSED: ("doux", "surface"),
    Pace.STILL: ("doux", "surface"),
}


@dataclass(frozen=True, slots=True)
class BigTimer:
    """The timer filling the screen: the timer, the step's name, the keys told at the bottom."""

    timer: Timer
    step: str
    keys: Row


def digits(timer: Timer) -> str:
    """Return « 18:42 », « +02:14 » once the time is over, « +134 » (minutes) when nobody ended the step."""
    left = abs(timer.left)
    minutes, seconds = divmod(left, 60)
    if timer.left < 0 and minutes > 99:
        return f"+{minutes}"
    return f"{'+' if timer.left < 0 else ''}{minutes:02d}:{seconds:02d}"


def tile(timer: Timer) -> list[Row]:
    """Return the tile of the bar: three rows of TILE columns."""
    ink, ground = TONES[timer.pace]
    rows = small(digits(timer), ink)
    left = TILE - min(TILE, width_of(rows[0]) + 1)
    return [_on(ground, fitted(row(" " * left, *line), TILE)) for line in rows]


def panel(timer: Timer, width: int) -> list[Row]:
    """Return the timer of the right-hand column: digits, words, bar."""
    ink, ground = TONES[timer.pace]
    text = digits(timer)
    drawn = large(text, ink) if large_width(text) <= width else small(text, ink)
    tone = Ink(ink, bold=True)
    ending = "" if timer.pace in {Pace.OVER, Pace.PAUSED, Pace.STILL} else f" · fin {timer.until}"
    words = row((f"{SIGNS[timer.pace]} {timer.pace.value}{ending}", tone))
    rows = [EMPTY, *drawn, EMPTY, words]
    return [*(_on(ground, centred(line, width)) for line in rows), _on(ground, fitted(_bar(timer, width - 4, tone), width))]


def _bar(timer: Timer, width: int, tone: Ink) -> Row:
    share = 0 if timer.seconds <= 0 else max(0, min(1, timer.left / timer.seconds))
    full = round(share * width)
    return row("  ", ("━" * full, tone), ("─" * (width - full), tone._replace(bold=False)))


def whole(view: BigTimer, width: int, height: int) -> list[Row]:
    """Return the timer as big as the screen allows, its step, when it ends, the keys; all on the colour of its pace."""
    timer = view.timer
    ink, ground = TONES[timer.pace]
    tinted = ground != "surface"
    text = digits(timer)
    scale = max(1, min((width - 4) // large_width(text), (height - 8) // 5))
    drawn = large(text, ink, scale)
    above = max(0, (height - len(drawn) - 6) // 2)
    ending = "" if timer.pace in {Pace.OVER, Pace.PAUSED, Pace.STILL} else f"  ·  fin à {timer.until}"
    step = Ink(ink, bold=True) if tinted else STRONG
    told = row((f"{SIGNS[timer.pace]}  {timer.pace.value}{ending}", Ink(ink, bold=True)))
    rows = [*[EMPTY] * above, row((cut(view.step, width - 2), step)), EMPTY, *drawn, EMPTY, told]
    keys = tuple(piece._replace(ink=piece.ink._replace(colour=ink)) for piece in view.keys) if tinted else view.keys
    rows = [*rows, *[EMPTY] * height][: height - 1]
    page = ground if tinted else "fond"
    return [_on(page, line) for line in (*(centred(line, width) for line in rows), fitted(row(" ", *keys), width))]


def _on(ground: str, line: Row) -> Row:
    """Return a row painted on a ground, pieces that have their own ground kept."""
    return tuple(Piece(piece.text, piece.ink if piece.ink.ground else piece.ink._replace(ground=ground)) for piece in line)


def keys_row(width: int) -> Row:
    """Return the keys of the timer."""
    line = row(("F7", STRONG), (" +5 min  ", SOFT), ("F8", STRONG), (" pause  ", SOFT), ("F9", STRONG), (" en grand", SOFT))
    return fitted(line, width) if width_of(line) <= width else fitted(row(("F7 +5  F8 ‖  F9", SOFT)), width)
