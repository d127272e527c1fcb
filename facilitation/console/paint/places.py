"""The map where words are placed: the words at the left, the plane with its four ends in words, labels that never overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from facilitation.console.paint.row import ACCENT, CHIP, EMPTY, PLAIN, SOFT, STRONG, Ink, Piece, Row, beside, cut, row
from facilitation.sheet import EDGE, Axes

LIST = 22  # columns of the list of words


@dataclass(frozen=True, slots=True)
class Word:
    """One word: what it is called, where it stands (None when it is not placed), whether it is the current one."""

    title: str
    at: tuple[int, int] | None
    is_current: bool = False
    is_placed: bool = False


def places(words: Sequence[Word], axes: Axes, width: int, height: int) -> list[Row]:
    """Return the words at the left and the plane at the right; its ends are named in words."""
    list_width = min(LIST, width // 3)
    room = width - list_width
    names = beside((_names(words, list_width, height), list_width), (_plane(words, axes, room, height), room))
    return names[:height]


def _names(words: Sequence[Word], width: int, height: int) -> list[Row]:
    here = next((rank for rank, word in enumerate(words) if word.is_current), 0)
    free = height - 2
    first = max(0, min(here - free // 2, len(words) - free))
    rows = [EMPTY, row(" ", ("Mots à placer", STRONG))]
    for word in words[first : first + free]:
        sign = "▶" if word.is_current else "●" if word.is_placed else "○"
        ink = ACCENT if word.is_current else SOFT if word.is_placed else PLAIN
        rows.append(row((f" {sign} {cut(word.title, width - 4)}", ink)))
    return rows


def _plane(words: Sequence[Word], axes: Axes, width: int, height: int) -> list[Row]:
    size = (width - 2, height - 3)
    cells = [[(" ", PLAIN) for _ in range(size[0])] for _ in range(size[1])]
    rule = Ink("ligne")
    middle = spot((0, 0), size)
    for column in range(size[0]):
        cells[middle[1]][column] = ("─", rule)
    for line in range(size[1]):
        cells[line][middle[0]] = ("│", rule)
    cells[middle[1]][middle[0]] = ("┼", rule)
    _write_words(words, cells, size)
    body = [row(" ", *_merged(line)) for line in cells]
    half = size[0] // 2
    left, right = f"← {cut(axes.left, half - 2)}", f"{cut(axes.right, half - 2)} →"
    ends = row(" ", (f"{left}{right:>{size[0] - len(left)}}", STRONG))
    return [_pole(f"↑ {axes.top}", middle[0], width), *body, _pole(f"↓ {axes.bottom}", middle[0], width), ends]


def _pole(name: str, middle: int, width: int) -> Row:
    said = cut(name, width - 2)
    return row(" " * max(0, min(middle + 1 - len(said) // 2, width - len(said))), (said, STRONG))


def _write_words(words: Sequence[Word], cells: list[list[tuple[str, Ink]]], size: tuple[int, int]) -> None:
    """Write the dots first, the current word over them, then each label where it is free; the dot alone where none is."""
    shown = sorted((word for word in words if word.at is not None), key=lambda word: word.is_current)
    taken = [[False] * size[0] for _ in range(size[1])]
    spots = [(word, spot(word.at, size)) for word in shown if word.at is not None]
    for word, (column, line) in spots:
        cells[line][column] = ("◆" if word.is_current else "●", ACCENT)
        taken[line][column] = True
    for word, place in reversed(spots):
        _label(word, place, cells, taken)


def spot(at: tuple[int, int], size: tuple[int, int]) -> tuple[int, int]:
    """Return the column and the row where a place stands on a plane of that size."""
    x, y = at
    return round((x + EDGE) * (size[0] - 1) / (2 * EDGE)), round((EDGE - y) * (size[1] - 1) / (2 * EDGE))


def _label(word: Word, place: tuple[int, int], cells: list[list[tuple[str, Ink]]], taken: list[list[bool]]) -> None:
    column, line = place
    said, ink = (f" {word.title} ", CHIP) if word.is_current else (word.title, PLAIN)
    if cell_len(said) != len(said):  # a sign two columns wide has no place in a grid of columns
        return
    right, left, over = column + 2, column - 1 - len(said), column - len(said) // 2
    tried = (
        (right, line), (left, line), (over, line - 1), (over, line + 1),
        (right, line - 1), (right, line + 1), (left, line - 1), (left, line + 1),
    )  # fmt: skip
    for at, row_ in tried:
        inside = 0 <= row_ < len(cells) and at >= 0 and at + len(said) <= len(cells[0])
        if inside and not any(taken[row_][max(0, at - 1) : at + len(said) + 1]):
            for rank, sign in enumerate(said):
                cells[row_][at + rank] = (sign, ink)
                taken[row_][at + rank] = True
            return


def _merged(line: Sequence[tuple[str, Ink]]) -> list[Piece]:
    """Return the pieces of a line of signs, those of one ink together."""
    pieces: list[Piece] = []
    for sign, ink in line:
        if pieces and pieces[-1].ink == ink:
            pieces[-1] = Piece(pieces[-1].text + sign, ink)
        else:
            pieces.append(Piece(sign, ink))
    return pieces
