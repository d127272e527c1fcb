"""Head-counts: what the room answered to each statement, round after round, and in what words."""

from __future__ import annotations

from collections.abc import Sequence

from facilitation.cells.filled import Filled
from facilitation.cells.verdict import method, verdict
from facilitation.sheet import Row, Sheet
from facilitation.synthesis import Poll, Position, Tally
from facilitation.typography import NBSP, capitalised, in_words, quoted, signed

PLAYED_TWICE = 2


def positions(sheet: Sheet) -> tuple[Position, ...]:
    """Return the ways to answer, in the order of the scale."""
    return tuple(Position(column.title, column.gesture, column.weight) for column in sheet.columns)


def tallies(filled: Filled, row: Row) -> tuple[Tally, ...]:
    """Return the counts of the rounds in which anybody was counted; groups are added together."""
    sheet, found = filled.sheet, []
    for number in range(1, sheet.rounds + 1):
        counts = tuple(filled.count(row, column, number) for column in sheet.columns)
        if any(count is not None for count in counts):
            people = filled.room.people(filled.sequence, row.key, number)
            found.append(Tally(capitalised(sheet.round_title(number)), counts, people))
    return tuple(found)


def computed_verdict(sheet: Sheet, counts: Sequence[int | None]) -> str:
    """Return the verdict that the counts give; '' when a count or a weight is missing, because a missing count is not zero."""
    known, weights = _known(sheet, counts)
    return verdict(known, weights) if known and weights else ""


def verdict_method(sheet: Sheet, counts: Sequence[int | None]) -> str:
    """Return how the verdict was computed, '' when it could not be."""
    known, weights = _known(sheet, counts)
    return method(known, weights) if known and weights else ""


def _known(sheet: Sheet, counts: Sequence[int | None]) -> tuple[list[int], list[float]]:
    known = [count for count in counts if count is not None]
    weights = [column.weight for column in sheet.columns if column.weight is not None]
    complete = len(known) == len(weights) == len(sheet.columns)
    return (known, weights) if complete else ([], [])


def poll(filled: Filled, row: Row) -> Poll:
    """Return a statement with how the room answered. The animator's verdict wins, then the published one, then the counts'."""
    sheet, rounds = filled.sheet, tallies(filled, row)
    last = rounds[-1].counts if rounds else ()
    said = filled.room.verdict(filled.sequence, row.key) or row.answer
    words = said or computed_verdict(sheet, last)
    return Poll(
        key=row.key,
        number=sheet.rows.index(row) + 1,
        total=len(sheet.rows),
        statement=row.title,
        positions=positions(sheet),
        tallies=rounds,
        verdict=words,
        computed=bool(words) and not said,
        message=_message(words, sheet, rounds),
        moves=moves(sheet, rounds),
        method="" if said else verdict_method(sheet, last),
    )


def _message(words: str, sheet: Sheet, rounds: Sequence[Tally]) -> str:
    """Return the sentence a title may say: a change between the rounds when there is one, else the verdict."""
    change = _change(sheet, rounds)
    if change:
        return change
    return f"La salle est {quoted(words)}" if words else "La réponse de la salle n’a pas été notée"


def _change(sheet: Sheet, rounds: Sequence[Tally]) -> str:
    if len(rounds) < PLAYED_TWICE:
        return ""
    before, after = (_agreeing(sheet, tally.counts) for tally in (rounds[0], rounds[-1]))
    if before is None or after is None or before == after:
        return ""
    more = abs(after - before)
    people = f"{in_words(more, feminine=True)} personne{'s' if more > 1 else ''}"
    comparison = "de plus" if after > before else "de moins"
    verb = "sont" if more > 1 else "est"
    return f"Après les arguments, {people} {comparison} {verb} d’accord"


def _agreeing(sheet: Sheet, counts: Sequence[int | None]) -> int | None:
    """Return how many people stand on the side of agreement (weight over 0)."""
    known, weights = _known(sheet, counts)
    if not known:
        return None
    return sum(count for count, weight in zip(known, weights, strict=True) if weight > 0)


def moves(sheet: Sheet, rounds: Sequence[Tally]) -> str:
    """Return « au moins 7 personnes (assis −7, debout +4…) », '' with fewer than two complete rounds.

    Head-counts say how many people moved at least, never who: those who cross cancel out.
    """
    if len(rounds) < PLAYED_TWICE:
        return ""
    first, last = rounds[0].counts, rounds[-1].counts
    changes = [
        (column.gesture.rpartition(", ")[2] or column.title, after - before)  # « debout, bras en l’air » is told by its arms
        for column, before, after in zip(sheet.columns, first, last, strict=True)
        if before is not None and after is not None
    ]
    if len(changes) < len(sheet.columns):
        return ""
    people = max(sum(change for _, change in changes if change > 0), -sum(change for _, change in changes if change < 0))
    if not people:
        return "aucun déplacement visible"
    detail = ", ".join(f"{gesture}{NBSP}{signed(change)}" for gesture, change in changes)
    return f"au moins {people} personne{'s' if people > 1 else ''} ({detail})"
