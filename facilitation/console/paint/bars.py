"""Bars cut in parts whose widths add up exactly, and the row of phases of a debate."""

from __future__ import annotations

from collections.abc import Sequence

from facilitation.console.paint.row import CHIP, EMPTY, SOFT, Ink, Piece, Row, fitted, row, width_of

MARGIN = 11  # columns of the label at the left of a bar


def parts(counts: Sequence[int], width: int) -> list[int]:
    """Return the widths of the parts of a bar, gaps of one column taken out: they add up to ``width``.

    Largest remainders; a part with somebody in it is at least as wide as its number, when the bar has room for all numbers.
    """
    present = [count for count in counts if count > 0]
    room = width - max(0, len(present) - 1)
    least = [len(str(count)) if count > 0 else 0 for count in counts]
    if not present or room <= 0:
        return [0] * len(counts)
    if sum(least) > room:
        least = [min(1, size) for size in least]
    exact = [room * max(0, count) / sum(present) for count in counts]
    sizes = [max(low, int(share)) for low, share in zip(least, exact, strict=True)]
    while (left := room - sum(sizes)) > 0:
        best = max(range(len(counts)), key=lambda rank: (counts[rank] > 0, exact[rank] - sizes[rank]))
        sizes[best] += min(1, left)
    while sum(sizes) > room and any(size > low for size, low in zip(sizes, least, strict=True)):
        most = max(range(len(counts)), key=lambda rank: sizes[rank] - exact[rank] if sizes[rank] > least[rank] else -width)
        sizes[most] -= 1
    return sizes


def stacked(label: str, values: Sequence[tuple[int, str]], width: int, height: int = 3) -> list[Row]:
    """Return a labelled bar of (count, token) parts, full width, its numbers in the middle row; empty parts are not drawn."""
    sizes = parts([count for count, _ in values], width - MARGIN - 2)
    drawn = [(str(count), token, size) for (count, token), size in zip(values, sizes, strict=True) if size]
    rows: list[Row] = []
    for line in range(height):
        middle = line == height // 2
        pieces: list[Piece] = [Piece(f"  {label:<{MARGIN - 2}}" if middle else " " * MARGIN, Ink(bold=True))]
        for text, token, size in drawn:
            said = text if middle and len(text) <= size else ""
            pieces += [Piece(f"{said:^{size}}", Ink("fond", token, bold=True)), Piece(" ")]
        rows.append(fitted(tuple(pieces), width))
    return rows


def stepper(titles: Sequence[str], current: int, width: int) -> Row:
    """Return the phases in a row: « ✓ » done, « ▶ » current, « ○ » to come; only the current one is told when all do not fit."""
    if not titles:
        return EMPTY
    for rule in ("──", "─"):
        pieces: list[Piece] = [Piece(" ")]
        for rank, title in enumerate(titles):
            sign, ink = ("✓", Ink("ok")) if rank < current else ("▶", CHIP) if rank == current else ("○", SOFT)
            pieces += [Piece(f" {sign} {title} ", ink), Piece(rule, SOFT)]
        if width_of(pieces[:-1]) <= width:
            return tuple(piece._replace(ink=piece.ink._replace(ground=piece.ink.ground or "surface")) for piece in (
                *fitted(tuple(pieces[:-1]), width),
            ))
    return fitted(row(" ", (f" ▶ {titles[current]} ", CHIP), (f"  {current + 1}/{len(titles)}", SOFT)), width)
