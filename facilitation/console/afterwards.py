"""What can be undone once the ideas are read side by side, and what each gesture was about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from facilitation.events import Event, IdeaSetAside, IdeasKeptApart, IdeasMerged
from facilitation.room import AFTERWARDS, Room
from facilitation.workshop.acts import About, turnable
from facilitation.workshop.workshop import Workshop


def where(workshop: Workshop, mine: Collection[str], pile: str) -> str:
    """Return in which history the gesture to turn is: that of decisions, or of the sequence of an idea moved or worded.

    ``mine`` are the acts of a sequence that were done while deciding: the others are undone where they were done. ``pile`` is
    « done » to undo, « undone » to redo.
    """
    found: list[tuple[tuple[int, int, str], str]] = []
    for sequence in (AFTERWARDS, *(known.key for known in workshop.day.sequences)):
        history = workshop.room.history(sequence, workshop.host)
        acts = history.done if pile == "done" else history.undone
        last = turnable(workshop.room, acts, about(sequence))
        if last and (sequence == AFTERWARDS or last in mine):
            found.append((workshop.room.events_of(last)[-1].order, sequence))
    newest = max if pile == "done" else min  # one undoes the newest first: the last undone is the oldest of those
    return newest(found)[1] if found else AFTERWARDS


def about(sequence: str) -> About | None:
    """Return which acts of a history are turned here: of decisions, those on ideas: the others have their screens."""
    return _is_about_ideas if sequence == AFTERWARDS else None


def _is_about_ideas(events: Sequence[Event]) -> bool:
    return any(isinstance(event.body, IdeasMerged | IdeasKeptApart | IdeaSetAside) for event in events)


def summary(room: Room, events: Sequence[Event]) -> str:
    """Return what an act was about: the words of a family, else its first idea."""
    body = next((event.body for event in events if isinstance(event.body, IdeasMerged)), None)
    if body is not None:
        return body.wording
    key = next(iter(answers(events)), "")
    answer = room.answer(key) if key else None
    return str(answer.value) if answer else ""


def answers(events: Iterable[Event]) -> list[str]:
    """Return the ideas that an act is about."""
    found: list[str] = []
    for event in events:
        match event.body:
            case IdeasMerged():
                found += event.body.answers
            case IdeasKeptApart():
                found += [*event.body.answers, *event.body.others]
            case IdeaSetAside():
                found.append(event.body.answer)
            case _:
                found.append(getattr(event.body, "answer", event.key))
    return list(dict.fromkeys(found))
