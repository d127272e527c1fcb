"""Answers that two people worded otherwise without knowing of each other, as on two consoles that are joined later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from facilitation.events import AnswerCorrected, Event


class Fork(NamedTuple):
    """An answer and the wordings to choose from, in the order they were written; the last one stands until somebody chooses."""

    answer: str
    wordings: tuple[str | int, ...]


def fork(answer: str, events: Iterable[Event]) -> Fork | None:
    """Return the fork of an answer from its events that count, in order; None when there is none, or somebody settled it."""
    following: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if isinstance(event.body, AnswerCorrected):
            if event.body.settles:
                following.clear()
            elif event.body.after:
                following[event.body.after].append(event)
    ends = [event for heads in following.values() if len(heads) > 1 for event in heads]
    wordings = dict.fromkeys(_end(head, following) for head in sorted(ends, key=lambda event: event.order))
    return Fork(answer, tuple(wordings)) if len(wordings) > 1 else None


def _end(event: Event, following: dict[str, list[Event]]) -> str | int:
    """Return the wording at the end of the line of corrections that this one opens."""
    while event.key in following:
        event = following[event.key][-1]
    body = event.body
    return body.value if isinstance(body, AnswerCorrected) else ""
