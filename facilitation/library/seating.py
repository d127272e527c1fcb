"""Who is in each group, counted from the day's list of participants when the day does not say it itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from facilitation.composition import Participant
from facilitation.day import OTHERS, Actor, Group
from facilitation.errors import FileProblemsError
from facilitation.library.participants import read
from facilitation.library.report import Placed, Report
from facilitation.typography import folded


def with_compositions(
    groups: tuple[Group, ...], actors: tuple[Actor, ...], path: Path, place: Placed, report: Report
) -> tuple[Group, ...]:
    """Return the groups, those without a composition counted from the list at ``path`` when it is there and tells groups.

    A composition that the day says stands. Absent people, observers and animators are not counted. What is wrong in the list
    is reported under its own name, a group that is not of the day at ``place``.
    """
    if all(group.composition for group in groups) or not _is_file(path):
        return groups
    try:
        people = [person for person in read(path).people if person.group and person.is_dealt]
    except FileProblemsError as error:
        report.problems += error.problems
        return groups
    known = {folded(name): group.key for group in groups for name in (group.name, f"groupe {group.key}", group.key)}
    for name in dict.fromkeys(person.group for person in people if folded(person.group) not in known):
        report.unknown(place, "groupe inconnu dans cette liste", name, [group.name for group in groups])
    return tuple(
        group
        if group.composition
        else replace(group, composition=_counts([one for one in people if known.get(folded(one.group)) == group.key], actors))
        for group in groups
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _counts(people: list[Participant], actors: tuple[Actor, ...]) -> dict[str, int]:
    """Return how many people of each kind of actor, in the order of the day's, then the others."""
    keys = {folded(name): actor.key for actor in actors for name in (actor.name, actor.short, actor.key) if name}
    counts = Counter(keys.get(folded(person.actor), OTHERS) for person in people)
    return {key: counts[key] for key in (*(actor.key for actor in actors), OTHERS) if counts[key]}
