"""A map of words as inline SVG, coloured by the page's own stylesheet: axes, poles, points with their words or numbers."""

from __future__ import annotations

from markupsafe import Markup, escape

from facilitation.synthesis import Table
from facilitation.writers.mapping import Mapped

WIDTH, HEIGHT, SIZE, ENDS = 600.0, 400.0, 12.0, 145.0  # units of the drawing; poles stand between 100 and ENDS
_MARGIN = 28.0  # above and below, for the poles
_ANCHORS = {"r": "start", "l": "end", "t": "middle", "b": "middle"}


def drawn_map(table: Table, found: Mapped) -> Markup:
    """Return the drawing of a map; its label says what it shows, the table under it says each place in words."""
    left, right, bottom, top = table.poles or ("", "", "", "")
    middle, across = HEIGHT / 2, WIDTH / 2
    parts = [
        f'<path class="axes" d="M0 {middle:g}H{WIDTH:g}M{across:g} 0V{HEIGHT:g}"/>',
        _word(top, across, -10, "middle"),
        _word(bottom, across, HEIGHT + 20, "middle"),
        _word(left, 0, middle - 6, "start"),
        _word(right, WIDTH, middle - 6, "end"),
        *(f'<circle cx="{point.x:.1f}" cy="{point.y:.1f}" r="5"/>' for point in found.points),
        *(_word(tag.text, *_place(found, tag.point, tag.side), _ANCHORS[tag.side], label=True) for tag in found.tags),
    ]
    label = escape(f"Carte de {left} à {right} et de {bottom} à {top}. {table.message}".strip())
    box = f"-8 {-_MARGIN:g} {WIDTH + 16:g} {HEIGHT + 2 * _MARGIN:g}"
    return Markup(f'<svg class="carte" viewBox="{box}" role="img" aria-label="{label}">{"".join(parts)}</svg>')  # noqa: S704 (escaped here)


def _place(found: Mapped, point: int, side: str) -> tuple[float, float]:
    x, y = found.points[point]
    beside = {"r": 10.0, "l": -10.0}.get(side, 0.0)
    above = {"t": -10.0, "b": 10.0 + SIZE * 0.75}.get(side, SIZE * 0.35)
    return x + beside, y + above


def _word(text: str, x: float, y: float, anchor: str, *, label: bool = False) -> str:
    kind = "" if label else ' class="pole"'
    return f'<text{kind} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
