"""A débat mouvant, drawn: its phases, its statement, the cards of the positions, the bars of the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.console.paint.digits import large, large_width, small
from facilitation.console.paint.figures import gesture
from facilitation.console.paint.row import (
    ACCENT,
    CHIP,
    EMPTY,
    SOFT,
    STRONG,
    Ink,
    Piece,
    Row,
    balanced,
    beside,
    centred,
    cut,
    fitted,
    row,
    width_of,
)

SIGNS = {"faite": "✓", "en cours": "▶", "à venir": "○"}
FIGURE = 10  # columns of a gesture
NOBODY = "--"  # drawn while nobody has counted
SURFACE = Ink("doux", "surface")
TALL_CARD, LOW_CARD = 16, 14


@dataclass(frozen=True, slots=True)
class CardView:
    """One position: its label, its gesture, its token, its count (None: nobody counted), the room's size, what stands below."""

    label: str
    gesture: str
    token: str
    count: int | None
    people: int | None
    words: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class BarView:
    """One round of the verdict: its name and, for each position, its count and token."""

    title: str
    counts: tuple[tuple[int, str], ...]


def stepper(phases: Sequence[tuple[str, str]], width: int) -> Row:
    """Return the phases in a row, each with its state; the current one is a chip."""
    link = "──" if sum(len(name) + 6 for name, _ in phases) <= width else "─"
    pieces: list[Piece] = [Piece(" ", SURFACE)]
    for rank, (name, state) in enumerate(phases):
        ink = CHIP if state == "en cours" else Ink("ok" if state == "faite" else "doux", "surface")
        pieces += [Piece(link, SURFACE)] if rank else []
        pieces.append(Piece(f" {SIGNS[state]} {name} ", ink))
    return fitted((*pieces, Piece(" " * width, SURFACE)), width)


def statement(text: str, width: int) -> list[Row]:
    """Return a statement in the lines of even length that stay above the rest."""
    return [centred(row((line, STRONG)), width) for line in balanced(text, min(60, width - 4))]


def alone(number: str, text: str, width: int, height: int, positions: Sequence[CardView]) -> list[Row]:
    """Return a statement by itself, double spaced, with the gestures below when there is room."""
    lines = [centred(row((line, STRONG)), width) for line in balanced(text, min(52, width - 4))]
    spaced = [piece for line in lines for piece in (line, EMPTY)]
    head = [centred(row((number, ACCENT)), width), EMPTY, *spaced]
    drawn = _gestures(positions, width) if height >= len(head) + 14 else [_gesture_words(positions, width)]
    free = max(0, height - len(head) - len(drawn) - 1)
    return [*[EMPTY] * (free // 2), *head, EMPTY, *drawn]


def _gestures(positions: Sequence[CardView], width: int) -> list[Row]:
    share = width // max(1, len(positions))
    columns = []
    for view in positions:
        figure = [centred(line, share) for line in gesture(view.gesture, view.token)] if view.gesture else []
        label = centred(row((cut(view.label, share - 2), STRONG)), share)
        columns.append(([*figure, EMPTY, label, centred(row((cut(view.gesture, share - 2), SOFT)), share)], share))
    return beside(*columns)


def _gesture_words(positions: Sequence[CardView], width: int) -> Row:
    told = " · ".join(f"{view.gesture}\u00a0: {view.label.lower()}" if view.gesture else view.label for view in positions)
    return centred(row((cut(told, width - 2), SOFT)), width)


def cards(views: Sequence[CardView], width: int, *, tall: bool) -> list[Row]:
    """Return the positions as cards side by side, the current one in a thick frame; the last one takes what is left over."""
    each = (width - len(views) + 1) // len(views)
    wide = [each] * (len(views) - 1) + [width - (each + 1) * (len(views) - 1)]
    gap: tuple[list[Row], int] = ([], 1)
    drawn = [((_card(view, size, tall=tall), size), gap) for view, size in zip(views, wide, strict=True)]
    return beside(*[column for pair in drawn for column in pair][:-1])


def _card(view: CardView, width: int, *, tall: bool) -> list[Row]:
    inner = width - 2
    body = [
        centred(row((cut(view.label, inner), STRONG)), inner),
        centred(row((cut(view.gesture, inner), SOFT)), inner),
        *([EMPTY] if tall else []),
        *_figure_and_count(view, inner, tall=tall),
        EMPTY,
        _share_bar(view, inner),
        centred(row((cut(view.words, inner), SOFT)), inner),
    ]
    height = (TALL_CARD if tall else LOW_CARD) - 2
    body = [fitted(line, inner) for line in [*body, *[EMPTY] * height][:height]]
    return [on_surface(line) for line in framed(body, inner, thick=view.is_current)]


def _figure_and_count(view: CardView, inner: int, *, tall: bool) -> list[Row]:
    """Return the gesture and the number, six rows tall; a number that needs the room takes the gesture's."""
    text = NOBODY if view.count is None else str(view.count)
    token = "ligne" if view.count is None else "texte"
    fits = tall and large_width(text) + FIGURE + 2 <= inner
    number = large(text, token) if fits else small(text, token)
    drawn = [*[EMPTY] * (1 if fits else 2), *number, *[EMPTY] * (not fits)]
    room = width_of(number[0])
    if not view.gesture or inner < FIGURE + room + 2:
        return [centred(line, inner) for line in drawn]
    margin = row(" " * (1 if inner < FIGURE + room + 3 else 2))
    figure = [(*margin, *line) for line in gesture(view.gesture, view.token)]
    return beside((figure, inner - room - 1), (drawn, room + 1))


def _share_bar(view: CardView, inner: int) -> Row:
    width = inner - 4
    share = 0 if view.count is None or not view.people else min(1, view.count / view.people)
    full = round(share * width)
    return row("  ", (" " * full, Ink(ground=view.token)), ("░" * (width - full), Ink("ligne")))


def framed(body: list[Row], inner: int, *, thick: bool) -> list[Row]:
    """Return rows of ``inner`` columns in a frame, thick around what is chosen."""
    ink = Ink("accent") if thick else Ink("ligne")
    corners = "▛▀▜▌▐▙▄▟" if thick else "┌─┐││└─┘"
    top = row((corners[0] + corners[1] * inner + corners[2], ink))
    bottom = row((corners[5] + corners[6] * inner + corners[7], ink))
    return [top, *(row((corners[3], ink), *line, (corners[4], ink)) for line in body), bottom]


def bars(views: Sequence[BarView], width: int, height: int = 2) -> list[Row]:
    """Return each round as a full-width stacked bar ``height`` rows high, counts inside, one cell between positions."""
    margin = max((len(view.title) for view in views), default=0) + 4
    rows: list[Row] = []
    for view in views:
        room = width - margin - 2
        widths = bar_widths([count for count, _ in view.counts], room)
        shown = [(size, count, token) for size, (count, token) in zip(widths, view.counts, strict=True) if size]
        title = fitted(row((f"  {view.title}", STRONG)), margin)
        for line_number in range(height):
            inside = line_number == (height - 1) // 2
            line: list[Piece] = list(title) if inside else [Piece(" " * margin)]
            for rank, (size, count, token) in enumerate(shown):
                label = str(count).center(size) if inside else " " * size
                line += [Piece(" ")] if rank else []
                line.append(Piece(label, Ink("fond", token, bold=True)))
            rows.append(tuple(line))
        rows.append(EMPTY)
    return rows


def on_surface(line: Row) -> Row:
    """Return a row whose ground is that of panels, where it has none of its own."""
    return tuple(piece._replace(ink=piece.ink._replace(ground=piece.ink.ground or "surface")) for piece in line)


def bar_widths(counts: Sequence[int], room: int) -> list[int]:
    """Return the width of each part so that parts and the gaps between those shown sum exactly to ``room``; 0 for none.

    Largest remainders; a part that is not empty is at least as wide as its number.
    """
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    shown = [rank for rank, count in enumerate(counts) if count]
    free = room - (len(shown) - 1)
    least = {rank: len(str(counts[rank])) + 2 for rank in shown}
    exact = {rank: counts[rank] * free / total for rank in shown}
    widths = {rank: max(least[rank], int(exact[rank])) for rank in shown}
    while (over := sum(widths.values()) - free) != 0:
        step = -1 if over > 0 else 1
        movable = [rank for rank in shown if step > 0 or widths[rank] > least[rank]]
        if not movable:
            break
        chosen = max(movable, key=lambda rank: (exact[rank] - widths[rank]) * step)
        widths[chosen] += step
    return [widths.get(rank, 0) for rank in range(len(counts))]


def legend(views: Sequence[CardView], width: int) -> Row:
    """Return what each colour of the bars is, in words."""
    longest = [f"{view.gesture}, {view.label.lower()}" if view.gesture else view.label for view in views]
    room = (width - 4) // len(views) - 5
    for labels in (longest, [view.label for view in views], [cut(view.label, room) for view in views]):
        pieces = [
            part for view, label in zip(views, labels, strict=True) for part in (("■ ", Ink(view.token)), (f"{label}   ", SOFT))
        ]
        line = row(*pieces)
        if width_of(line) <= width - 2:
            break
    return centred(line, width)
