"""What a room answered: statements already debated, the verdict and its facts, the éclairage, the head of a camp."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.console.paint.debate import BarView, CardView, bars, legend
from facilitation.console.paint.digits import small
from facilitation.console.paint.figures import gesture
from facilitation.console.paint.row import CHIP, EMPTY, SOFT, STRONG, Ink, Row, beside, cut, fitted, row, width_of, wrapped
from facilitation.sheet import Insight
from facilitation.synthesis import Poll
from facilitation.typography import NBSP, quoted

FIGURE = 17  # columns of a gesture and its margins
AIRY = 16  # rows from which the verdict is recalled over the éclairage


@dataclass(frozen=True, slots=True)
class Camp:
    """One camp of the arguments: its position, its gesture, its token, its count (None: nobody counted)."""

    title: str
    gesture: str
    token: str
    count: int | None
    is_current: bool


def camp(view: Camp, width: int, *, tall: bool) -> list[Row]:
    """Return the head of a camp's column: its figure and count when there is room, then its name."""
    shown = "" if view.count is None else str(view.count)
    ink = Ink(view.token, "sel" if view.is_current else "", bold=True)
    room = width - 6 - (0 if tall else len(shown))
    label = fitted(row(("▶ " if view.is_current else "  ", ink), (cut(view.title, room), ink)), width - 3)
    if not tall:
        return [row(*label, (f"{shown:>2}", ink))]
    figure = [row("    ", *line) for line in gesture(view.gesture, view.token)] if view.gesture else []
    digits = [EMPTY, EMPTY, *small(shown, view.token)] if shown else []
    return [*beside((figure, FIGURE), (digits, max(0, width - FIGURE))), label, EMPTY]


def answered(polls: Sequence[Poll], width: int, title: str) -> list[Row]:
    """Return the rows already answered, with their counts and verdicts, under a title."""
    lines = []
    for poll in polls:
        told = f"   {counts_words(poll)}   {poll.verdict or 'non notée'}"
        title = cut(poll.statement, max(10, width - len(told) - 8))
        lines.append(row("  ", ("✓ ", Ink("ok")), f"{poll.number}  ", title, (told, SOFT)))
    return [EMPTY, row((f"  {title}   réponse de la salle", SOFT)), *lines] if lines else []


def verdict(poll: Poll, cards: Sequence[CardView], people: int | None, width: int, *, airy: bool) -> list[Row]:
    """Return each round as a bar (a higher one when ``airy``), the room's answer in words, what moved and how it was found."""
    rows: list[Row] = []
    for tally in poll.tallies:
        counts = tuple((count or 0, card.token) for count, card in zip(tally.counts, cards, strict=True))
        rows += bars([BarView(tally.title or "La salle", counts)], width, 3 if airy else 2)
    if poll.tallies:
        rows += [legend(cards, width), EMPTY]
    again = (("F2", STRONG), (" le dire autrement", SOFT))
    said = (f" {quoted(poll.verdict)} ", CHIP) if poll.verdict else ("non notée", STRONG)
    answer = row(("  Réponse de la salle  ", SOFT), said)
    whole = row(*answer, "   ", *again)
    rows.append(whole if width_of(whole) < width else answer)
    return [*rows, *_facts(poll, people, width)]


def _facts(poll: Poll, people: int | None, width: int) -> list[Row]:
    facts = [("Déplacements", poll.moves), ("Calcul", poll.method)]
    last = poll.tallies[-1] if poll.tallies else None
    counted = sum(count or 0 for count in last.counts) if last else 0
    if last and people and counted < people:
        facts.insert(0, ("Attention", f"◐ compte incomplet{NBSP}: {counted} sur {people}"))
    lines = [
        row("  ", (f"{name if rank == 0 else '':<14}", SOFT), (line, SOFT if name == "Calcul" else Ink()))
        for name, value in facts
        if value
        for rank, line in enumerate(wrapped(value, width - 18)[:2])
    ]
    return [EMPTY, *lines] if lines else []


def eclairage(insight: Insight | None, poll: Poll, width: int, height: int) -> list[Row]:
    """Return what the expert adds: title, points, sources; the verdict recalled when there is room."""
    rows: list[Row] = [EMPTY]
    if height > AIRY:
        counts = f"    {counts_words(poll)}"
        rows += [row(("  Réponse de la salle   ", SOFT), (_said(poll), STRONG), (counts, SOFT)), EMPTY, EMPTY]
    if insight is None:
        return [*rows, row(("  Pas d’éclairage prévu ici.", SOFT))]
    rows += [row(("  Éclairage", SOFT)), *(row("  ", (line, STRONG)) for line in wrapped(insight.title, width - 4)), EMPTY]
    points = [wrapped(point, width - 8) for point in insight.points]
    spaced = sum(len(lines) + 1 for lines in points) + len(rows) + 2 <= height
    for lines in points:
        rows += [row("   ", ("▪ ", Ink("accent")), lines[0]), *(row("     ", line) for line in lines[1:])]
        rows += [EMPTY] if spaced else []
    sources = f"Sources{NBSP}: {f'{NBSP}; '.join(insight.sources)}." if insight.sources else ""
    return [*rows, *(row("  ", (line, SOFT)) for line in (wrapped(sources, width - 4) if sources else []))]


def counts_words(poll: Poll) -> str:
    """Return « 12 · 18 · 12 », the counts of the last round; '' when nobody counted."""
    return " · ".join("?" if count is None else str(count) for count in poll.tallies[-1].counts) if poll.tallies else ""


def _said(poll: Poll) -> str:
    return quoted(poll.verdict) if poll.verdict else "non notée"
