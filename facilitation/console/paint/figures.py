"""The Silhouette and the three gestures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from facilitation.console.paint.pixels import bitmap, painted
from facilitation.console.paint.row import Ink, Piece, Row, fitted

FRAME_WIDTH, FRAME_HEIGHT = 28, 44
ZONES = ("tête", "cœur", "mains", "jambe droite", "jambe gauche")
TORSO = "tronc"

# Rectangles of the 28 × 44 frame (x, y, width, height), painted in this order. It faces us: its right leg is at our left.
_SHAPES: tuple[tuple[str, tuple[tuple[int, int, int, int], ...]], ...] = (
    (TORSO, ((12, 8, 4, 4), (9, 11, 10, 16), (7, 12, 14, 2), (6, 14, 16, 3), (5, 17, 18, 1), (5, 18, 3, 1), (20, 18, 3, 1),
             (4, 19, 4, 1), (20, 19, 4, 1), (4, 20, 3, 2), (21, 20, 3, 2), (3, 22, 4, 1), (21, 22, 4, 1), (3, 23, 3, 2),
             (22, 23, 3, 2))),
    ("tête", ((13, 0, 2, 10), (11, 1, 6, 8), (10, 2, 8, 6), (9, 4, 10, 2))),
    ("cœur", ((11, 14, 6, 4), (12, 18, 4, 1), (13, 19, 2, 1))),
    ("mains", ((1, 25, 4, 4), (0, 27, 6, 1), (2, 29, 2, 1), (23, 25, 4, 4), (22, 27, 6, 1), (24, 29, 2, 1))),
    ("jambe droite", ((9, 27, 4, 14), (6, 41, 7, 3))),
    ("jambe gauche", ((15, 27, 4, 14), (15, 41, 7, 3))),
)  # fmt: skip
# Where the number of each zone is written, in the frame.
_LABELS = {"tête": (14, 5), "cœur": (14, 16), "mains": (3, 27), "jambe droite": (11, 34), "jambe gauche": (17, 34)}

GESTURES = {
    "assis": (
        "..##...... .####..... .####..... ..##...... .###...... .####..... "
        ".##.##.... .#######.. .#######.. .....###.. .....##... .....####."
    ),
    "debout": (
        "...##..... ..####.... ..####.... ...##..... ..####.... .######... "
        ".#.##.#... .#.##.#... ...##..... ..#..#.... ..#..#.... .##..##..."
    ),
    "debout, bras en l’air": (
        ".#..##..#. .#.####.#. .#.####.#. ..#.##.#.. ..######.. ...####... "
        "....##.... ....##.... ....##.... ...#..#... ...#..#... ..##..##.."
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BodyView:
    """What the body shows: how many ideas in each zone, and the current one."""

    counts: Mapping[str, int]
    current: str


@cache  # 2,000 points a height, drawn again at each idea
def zone_at(x: float, y: float) -> str:
    """Return the zone at a point of the frame: one of ZONES, TORSO, or '' outside the body."""
    found = ""
    for zone, shapes in _SHAPES:
        if any(left <= x < left + width and top <= y < top + height for left, top, width, height in shapes):
            found = zone
    return found


def body(view: BodyView, height: int) -> list[Row]:
    """Return the body, ``height`` rows tall (at most 22), its counts written inside; its width is ``body_width(height)``."""
    pixels_high = height * 2
    width = body_width(height)
    step = FRAME_HEIGHT / pixels_high
    pixels = [
        [_token(view, zone_at(_across(column, width), (line + 0.5) * step)) for column in range(width)]
        for line in range(pixels_high)
    ]
    rows = painted(pixels)
    for zone, (x, y) in _LABELS.items():
        line, text = int(y / step) // 2, str(view.counts.get(zone, 0))
        start = round(x * width / FRAME_WIDTH - len(text) / 2)
        rows[line] = _written(rows[line], start, text, _ink(view, zone), width)
    return rows


def body_width(height: int) -> int:
    """Return the width of a body of that height: an even number of columns, so that both sides are the same."""
    return 2 * round(FRAME_WIDTH * height / FRAME_HEIGHT)


def _across(column: int, width: int) -> float:
    """Return where a column is in the frame; the right half leans inwards, so that edges fall alike on both sides."""
    x = (column + 0.5) * FRAME_WIDTH / width
    return x - 1e-6 if 2 * column >= width else x


def _token(view: BodyView, zone: str) -> str:
    if not zone:
        return ""
    if zone == TORSO:
        return "corps"
    if zone == view.current:
        return "accent"
    return "plein" if view.counts.get(zone) else "vide"


def _ink(view: BodyView, zone: str) -> Ink:
    ground = _token(view, zone)
    written = {"accent": "sur_accent", "vide": "fond"}.get(ground, "texte")
    return Ink(written, ground, bold=True)


def _written(row: Row, start: int, text: str, ink: Ink, width: int) -> Row:
    """Return the row with some text written over it from a column."""
    cells = [Piece(sign, piece.ink) for piece in fitted(row, width) for sign in piece.text]
    cells[start : start + len(text)] = [Piece(sign, ink) for sign in text]
    return tuple(cells)


def gesture(name: str, token: str) -> list[Row]:
    """Return a gesture, ten columns wide and six rows tall; any unknown gesture stands."""
    return painted(bitmap(GESTURES.get(name.replace("'", "’"), GESTURES["debout"]), token))
