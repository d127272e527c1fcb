"""The synthesis laid out by theme: the ideas under the themes that staff named, what is no idea under its own sequence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from facilitation.day import Day
from facilitation.reporting.document import results
from facilitation.reporting.photos import OnDisk
from facilitation.reporting.sequences import beside_themes
from facilitation.reporting.themes import NO_THEME, Gathered, gathered, joined, named, theme_of
from facilitation.room import Room
from facilitation.synthesis import UNKNOWN_GROUP, Bullets, Item, Note, Section, Synthesis
from facilitation.typography import NBSP, capitalised, enumeration, folded, french, plural

KIND = "Synthèse par thème"


def synthesis_by_theme(day: Day, room: Room, key: str, files: Mapping[str, OnDisk] | None = None) -> Synthesis:
    """Return the document of the results, one section a theme in the order they were named, then the ideas in none.

    ``files`` are the photos that are in the day's folder, by name.
    """
    return results(day, room, key, KIND, (*themed(day, room), *beside_themes(day, room)), files=files)


def themed(day: Day, room: Room) -> Iterator[Section]:
    """Yield a section for each theme, those nobody filled too, then one for the ideas in none when there are any."""
    themes = named(room)
    first = {key: theme.key for theme in themes for key in theme.keys}
    by_theme: dict[str, list[Gathered]] = {key: [] for key in ("", *first.values())}
    for idea in gathered(day, room):
        by_theme[first.get(theme_of(room, idea), "")].append(idea)
    for theme in themes:
        yield _section(capitalised(theme.title), by_theme[theme.key], f"theme-{theme.key}")
    if by_theme[""]:
        yield _section(NO_THEME, by_theme[""], "sans-theme")


def _section(title: str, ideas: Sequence[Gathered], key: str) -> Section:
    """Return a theme: its ideas under the sequence where each was said first; those written alike are told once."""
    by_sequence: dict[str, list[Gathered]] = {}
    for idea in _once(ideas):
        by_sequence.setdefault(idea.places[0].sequence, []).append(idea)
    lists = [_list(sequence, told) for sequence, told in by_sequence.items()]
    nothing = (Note("Aucune idée rangée dans ce thème."),)
    return Section(title, tuple(lists) or nothing, kind="theme", key=key)


def _once(ideas: Sequence[Gathered]) -> list[Gathered]:
    """Return the ideas, those of several cells that are written alike as one, in the order they were said."""
    found: dict[str, Gathered] = {}
    for idea in ideas:
        alike = folded(idea.item.text) or idea.item.text
        found[alike] = joined(found[alike], idea) if alike in found else idea
    return list(found.values())


def _list(sequence: str, ideas: Sequence[Gathered]) -> Bullets:
    items = tuple(replace(idea.item, text=_told(idea, sequence)) for idea in ideas)
    return Bullets(sequence, items, message=french(f"{sequence} : {plural(len(items), 'idée')}"))


def _told(idea: Gathered, sequence: str) -> str:
    """Return an idea with where and by whom it was said: « Le train du soir (CPTS, Freins ; Haut-Pays et Littoral) »."""
    cells = [_cell(place.sequence, place.cell, sequence) for place in idea.places]
    said = [*dict.fromkeys(cell for cell in cells if cell), *_voices(idea.item)]
    return f"{idea.item.text} ({f'{NBSP}; '.join(said)})" if said else idea.item.text


def _cell(where: str, cell: str, sequence: str) -> str:
    """Return a cell; the sequence before it when it is another one."""
    return cell if where == sequence else f"{where}, {cell}" if cell else where


def _voices(item: Item) -> Iterator[str]:
    """Yield who said an idea, and how often where nobody knows who."""
    names = list(dict.fromkeys(voice.group for voice in item.said if voice.group != UNKNOWN_GROUP))
    if names:
        yield enumeration(names)
    elif item.times:
        yield item.times
