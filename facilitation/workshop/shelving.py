"""Themes given in a spreadsheet: the table that lists the ideas, and what a filled one changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from facilitation.day import Day
from facilitation.errors import InvalidAnswerError
from facilitation.events import Body, IdeasFiled
from facilitation.library.themed import Themed
from facilitation.room import Room
from facilitation.typography import NBSP, enumeration, folded, quoted
from facilitation.workshop import theming
from facilitation.workshop.theming import NO_THEME, Gathered, Theme, gathered
from facilitation.workshop.workshop import Workshop


def table(day: Day, room: Room) -> list[Themed]:
    """Return a line for each idea, in the order of the document, with the theme it has."""
    titles = {key: theme.title for theme in theming.named(room) for key in theme.keys}
    return [
        Themed(
            theme=titles.get(theming.theme_of(room, idea), ""),
            idee=idea.item.text,
            sequence=idea.places[0].sequence,
            case=f"{NBSP}; ".join(place.cell for place in idea.places if place.cell),
            dit_par=enumeration(list(dict.fromkeys(voice.author or voice.group for voice in idea.item.said))),
            reponse=idea.answers[0],
        )
        for idea in gathered(day, room)
    ]


@dataclass(slots=True)
class Shelved:
    """What a table changes: themes named, ideas put under one or taken out of theirs, the lines it cannot follow."""

    named: list[str] = field(default_factory=list)
    filed: int = 0
    taken_out: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Wanted:
    """The title that is written, as it was first, and the ideas that go there."""

    title: str
    ideas: list[Gathered] = field(default_factory=list)


def shelve(workshop: Workshop, lines: Sequence[tuple[int, Themed]]) -> Shelved:
    """Keep what the filled table changes, in one act; lines that say what is so change nothing.

    Raises:
        NotKeptError: it is not on disk.
    """
    shelved = Shelved()
    wanted = _read(workshop, lines, shelved)
    new = [each for key, each in wanted.items() if key and theming.find(workshop.room, each.title) is None]
    names: list[Body] = [body for each in new for body in theming.name(workshop.room, each.title)]
    first = workshop.prepare(*names)
    keys = {folded(each.title): event.key for each, event in zip(new, first, strict=True)}
    bodies = list(_filings(workshop.room, wanted, keys, shelved))
    events = (*first, *workshop.prepare(*bodies, act=first[0].act if first else None))
    if events:
        workshop.record_events(events)
    shelved.named = [each.title for each in new]
    return shelved


def _read(workshop: Workshop, lines: Sequence[tuple[int, Themed]], shelved: Shelved) -> dict[str, _Wanted]:
    """Return the ideas of each theme that is written, by its folded title; '' for none. A family said twice: the last line."""
    idea_of = {answer: idea for idea in gathered(workshop.day, workshop.room) for answer in idea.answers}
    chosen: dict[str, tuple[str, Gathered]] = {}
    for number, line in lines:
        idea = idea_of.get(line.reponse.strip())
        title = " ".join(line.theme.split())
        if idea is None:
            shelved.refused.append((number, f"l’idée {quoted(line.idee)} n’est plus à ranger dans la journée"))
            continue
        try:
            if title and folded(title) != folded(NO_THEME) and theming.find(workshop.room, title) is None:
                theming.name(workshop.room, title)
        except InvalidAnswerError as error:
            shelved.refused.append((number, str(error)))
            continue
        chosen[idea.answers[0]] = ("" if folded(title) == folded(NO_THEME) else title, idea)
    wanted: dict[str, _Wanted] = {}
    for title, idea in chosen.values():
        wanted.setdefault(folded(title) or title, _Wanted(title)).ideas.append(idea)
    return wanted


def _filings(room: Room, wanted: dict[str, _Wanted], new: dict[str, str], shelved: Shelved) -> Iterator[Body]:
    for each in wanted.values():
        known: Theme | None = theming.find(room, each.title) if each.title else None
        key = known.key if known else new.get(folded(each.title), "")
        there = known.keys if known else (key,)
        moved = [idea for idea in each.ideas if theming.theme_of(room, idea) not in there]
        if moved:
            yield IdeasFiled(tuple(answer for idea in moved for answer in idea.answers), key)
        shelved.filed += len(moved) if key else 0
        shelved.taken_out += 0 if key else len(moved)
