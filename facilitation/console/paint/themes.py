"""Ideas and their themes, drawn: the themes with their counts, the current idea, the list it is taken from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.console.paint.pages import LETTER, TITLE, entry, window
from facilitation.console.paint.row import EMPTY, PLAIN, SOFT, STRONG, Ink, Row, cut, justified, row, width_of, wrapped

DIGITS = 9  # themes that a digit reaches
BY = 2  # rows under the words of the current idea: where it was said, by whom


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """One theme: its title, how many ideas it holds; whether it is chosen, holds the current idea, is under the mouse."""

    title: str
    count: int
    is_chosen: bool = False
    holds: bool = False
    is_under: bool = False


@dataclass(frozen=True, slots=True)
class IdeaLine:
    """One idea of the list: its words, its theme, whether it is marked."""

    text: str
    theme: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class IdeaView:
    """The current idea: its words, where it was said and by whom, in words."""

    text: str
    place: str
    by: str


def themes(lines: Sequence[ThemeLine], none: ThemeLine, chosen: int, width: int, height: int) -> list[Row]:
    """Return the themes in ``height`` rows, the chosen one among them; ``none`` stands for those in no theme."""
    rows = [EMPTY, row("  ", ("Thèmes", TITLE)), EMPTY, _theme(none, "0", "into(-1)", width), EMPTY]
    if not lines:
        told = wrapped("N nomme le premier, avec l’idée choisie.", width - 4)
        return [*rows, *(row("  ", (line, SOFT)) for line in told)][:height]
    room = max(1, height - len(rows))
    for rank in window(len(lines), chosen, room):
        number = str(rank + 1) if rank < DIGITS else "·"
        rows.append(_theme(lines[rank], number, f"into({rank})", width))
    return rows[:height]


def _theme(line: ThemeLine, number: str, click: str, width: int) -> Row:
    count = str(line.count)
    sign = ("✓", Ink("ok")) if line.holds else (" ", PLAIN)
    title = cut(line.title, width - len(count) - 10)
    ink = STRONG if line.is_chosen or line.is_under else PLAIN if line.count else SOFT
    left = row((f" {number} ", LETTER), " ", sign, " ", (title, ink))
    return entry(left, row((count, SOFT)), width, chosen=line.is_under or line.is_chosen, click=f"screen.{click}")


def themes_in_a_row(lines: Sequence[ThemeLine], none: ThemeLine, width: int) -> list[Row]:
    """Return the themes side by side, on three rows at most: what narrow windows have room for."""
    rows: list[Row] = [EMPTY]
    named = [("0", none, "into(-1)"), *((str(at + 1), line, f"into({at})") for at, line in enumerate(lines[:DIGITS]))]
    for number, line, click in named:
        ink = STRONG if line.is_chosen or line.is_under else SOFT
        box = (f" {number} ", LETTER._replace(click=f"screen.{click}"))
        piece = row(box, (f" {cut(line.title, 12)} {line.count}  ", ink._replace(click=f"screen.{click}")))
        if width_of(rows[-1]) + width_of(piece) > width:
            if len(rows) == 3:
                break
            rows.append(EMPTY)
        rows[-1] = (*rows[-1], *piece)
    return rows


def progress(filed: int, total: int, told: str, width: int) -> Row:
    """Return « 12 idées rangées sur 60 », a bar, and where one looks."""
    words = f"{filed} rangée{'s' if filed > 1 else ''} sur {total}"
    told = cut(told, width - len(words) - 12)
    room = max(0, width - len(words) - width_of(row(told)) - 4)
    full = round(room * filed / total) if total else 0
    return row((words, STRONG), "  ", ("━" * full, Ink("accent")), ("─" * (room - full), Ink("ligne")), "  ", (told, SOFT))


def idea(view: IdeaView, width: int, lines: int) -> list[Row]:
    """Return the current idea in ``lines`` rows of words and BY rows: always as many, so that what is below does not move."""
    said = wrapped(view.text, width - 2)
    if len(said) > lines:
        said = [*said[: lines - 1], cut(f"{said[lines - 1]} {said[lines]}", width - 2)]
    rows = [row(("▸ " if rank == 0 else "  ", Ink("accent")), (line, STRONG)) for rank, line in enumerate(said)]
    rows += [row("  ", (cut(told, width - 2), SOFT)) for told in (view.place, view.by)]
    return [*rows, *[EMPTY] * (lines - len(said))]


def ideas(lines: Sequence[IdeaLine], chosen: int, first: int, width: int) -> list[Row]:
    """Return the ideas on show, the first of them at the rank ``first``, each with its theme at the right."""
    rows: list[Row] = []
    aside = max(8, min(26, width // 3))
    for rank, line in enumerate(lines, first):
        theme = cut(line.theme, aside)
        mark = ("■ " if line.is_marked else "□ ", Ink("accent" if line.is_marked else "doux", click=f"screen.mark({rank})"))
        text = cut(line.text, width - width_of(row(theme)) - 7)
        ink = STRONG if rank == chosen else SOFT if line.theme else PLAIN
        rows.append(
            entry(row(mark, (text, ink)), row((theme, SOFT)), width, chosen=rank == chosen, click=f"screen.choose_idea({rank})")
        )
    return rows


def scrolled(first: int, chosen: int, count: int, height: int) -> int:
    """Return the first rank to show: it moves as little as keeps the chosen one in sight, so that a click moves nothing."""
    first = min(first, chosen) if chosen < first else max(first, chosen - height + 1)
    return max(0, min(first, count - height))


def listed_title(title: str, told: str, width: int) -> Row:
    """Return the title of the list, and what stands at its right."""
    return justified(row((cut(title, width - len(told) - 1), TITLE)), row((told, SOFT)), width)
