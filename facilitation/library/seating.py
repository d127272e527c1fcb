"""Who is in each group, counted from the day's list of participants when the day does not say it itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from facilitation.composition import Participant
from facilitation.day import OTHERS, Actor, Group
from facilitation.errors import FileProblemsError
from facilitation.library.participants import read
from facilitation.library.report import Placed, Report
from facilitation.typography import folded

GROUPS_FILE = "groupes.csv"  # groups that were made and kept: they count before any other


def with_compositions(
    groups: tuple[Group, ...], actors: tuple[Actor, ...], path: Path, place: Placed, report: Report
) -> tuple[Group, ...]:
    """Return the groups counted from the groups kept beside the list at ``path``, else from that list when it is there.

    A composition that the day says stands, unless groups were kept. What is wrong in the list is reported under its own name,
    a group that is not of the day at ``place``.
    """
    kept = path.with_name(GROUPS_FILE)
    made = _is_file(kept)
    if not made and (all(group.composition for group in groups) or not _is_file(path)):
        return groups
    try:
        people = read(kept if made else path).people
    except FileProblemsError as error:
        report.problems += error.problems
        return groups
    known = group_keys(groups)
    for name in dict.fromkeys(one.group for one in people if one.group and folded(one.group) not in known):
        report.unknown(place, "groupe inconnu dans cette liste", name, [group.name for group in groups])
    found = counted(groups, actors, people)
    return tuple(new if made or not old.composition else old for old, new in zip(groups, found, strict=True))


def group_keys(groups: Iterable[Group]) -> dict[str, str]:
    """Return the key of each group by the ways a list may write it: its name, its key, « groupe » and its key."""
    return {folded(name): group.key for group in groups for name in (group.name, f"groupe {group.key}", group.key)}


def counted(groups: Sequence[Group], actors: Sequence[Actor], people: Sequence[Participant]) -> tuple[Group, ...]:
    """Return the groups with the composition that a list tells; absent people, observers and animators are not counted."""
    known = group_keys(groups)
    there = [(known.get(folded(one.group)), one) for one in people if one.group and one.is_dealt]
    return tuple(
        replace(group, composition=_counts([one for key, one in there if key == group.key], actors)) for group in groups
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _counts(people: Sequence[Participant], actors: Sequence[Actor]) -> dict[str, int]:
    """Return how many people of each kind of actor, in the order of the day's, then the others."""
    keys = {folded(name): actor.key for actor in actors for name in (actor.name, actor.short, actor.key) if name}
    counts = Counter(keys.get(folded(person.actor), OTHERS) for person in people)
    return {key: counts[key] for key in (*(actor.key for actor in actors), OTHERS) if counts[key]}
