"""All the statements of a debate in one table: what their bars show, in figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from facilitation.synthesis import Poll, Position, Tally
from facilitation.typography import percentage, quoted, thousands
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.deck.polls import Debate
from facilitation.writers.deck.tables import table_slides, wide_enough
from facilitation.writers.slides import Cell, Column, Slide, TableSlide
from facilitation.writers.style import CONTENT_WIDTH, SMALLEST

_VERDICT, _POSITION, _NARROWEST = 162.0, 104.0, 80.0
_STATEMENT = 240.0  # at least
_MOST_POSITIONS = 5
_LAST_ROUND = "Effectifs du dernier tour."


def recap(polls: Sequence[Poll], debate: Debate) -> Iterator[Slide]:
    """Yield every statement with its counts and the room's answer; statements that have other positions, in another table."""
    for positions, together in groupby(polls, key=lambda poll: poll.positions):
        same = list(together)
        if len(same) > 1 or same[0].counted:
            yield from table_slides(_slide(same, positions, debate))


def _slide(polls: Sequence[Poll], positions: Sequence[Position], debate: Debate) -> TableSlide:
    counted = positions if any(poll.counted for poll in polls) and len(positions) <= _MOST_POSITIONS else ()
    verdict = _VERDICT if counted else 2 * _VERDICT
    head_size, widths = _heads(counted, CONTENT_WIDTH - verdict)
    statement = CONTENT_WIDTH - verdict - sum(widths)
    size = 16 if counted else 20
    again = _LAST_ROUND if counted and any(len(poll.tallies) > 1 for poll in polls) else ""
    note = " ".join(filter(None, (again, debate.remark)))
    return TableSlide(
        title=titles.answers(polls),
        repere=titles.head(debate.name, "Toutes les réponses"),
        columns=(
            Column("Affirmation", statement, size=size),
            *(Column(one.label, width, "right", 24, bold=True) for one, width in zip(counted, widths, strict=True)),
            Column("Réponse de la salle", verdict, size=size),
        ),
        rows=tuple(_row(poll, len(counted)) for poll in polls),
        row_height=70,
        head_height=44,
        head_size=head_size,
        note=titles.shortened(note, CONTENT_WIDTH, 14, bold=False) if note else "",
        notes=debate.remark,
    )


def _heads(positions: Sequence[Position], room: float) -> tuple[float, list[float]]:
    """Return the size of the heads and the widths of the counts: words whole at 16 or at 14, else equal widths."""
    for size in (16.0, SMALLEST):
        widths = [wide_enough(position.label, size, _POSITION if len(positions) <= 3 else _NARROWEST) for position in positions]
        if room - sum(widths) >= _STATEMENT:
            return size, widths
    return SMALLEST, [(room - _STATEMENT) / len(positions) for _ in positions]


def _row(poll: Poll, positions: int) -> tuple[Cell, ...]:
    number = f"{poll.number}. " if poll.number else ""
    verdict = Cell(quoted(poll.verdict)) if poll.verdict else Cell(wording.NOT_NOTED, tone="gris")
    tally = next((tally for tally in reversed(poll.tallies) if any(count is not None for count in tally.counts)), None)
    return (Cell(f"{number}{poll.statement}"), *(_count(tally, at) for at in range(positions)), verdict)


def _count(tally: Tally | None, at: int) -> Cell:
    """Return a head-count; from 30 people on, its share over it (CHI-01, CHI-02)."""
    count = tally.counts[at] if tally else None
    if tally is None or count is None:
        return Cell(wording.NOT_COUNTED, bold=False, tone="gris", size=16)
    whole = wording.base(tally)
    if whole < wording.SMALLEST_BASE_FOR_SHARES or not wording.is_complete(tally):
        return Cell(thousands(count))
    share = percentage(count, whole)
    return Cell(f"{share}\n{thousands(count)} sur {thousands(whole)}", strong=share, bold=False, size=18)
