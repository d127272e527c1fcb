"""What `verifier` says of a day's list of participants: what is wrong, and what to know before groups are made of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from facilitation.day import Day
from facilitation.errors import FileProblemsError, Problem
from facilitation.library.days import read_day
from facilitation.library.participants import read
from facilitation.typography import NBSP, enumeration, folded, quoted


def roll_of(path: Path) -> tuple[list[Problem], list[str]]:
    """Return what is wrong in the list of the day at ``path`` (a folder or a file), then the notices; none without a list."""
    day = read_day(path).day
    if day is None or not day.participants:
        return [], []
    file = (path if path.is_dir() else path.parent) / day.participants
    try:
        if not file.is_file():
            return [], []
        listed = read(file)
    except FileProblemsError as error:
        return list(error.problems), []
    except OSError:  # a name that no file can have
        return [], []
    known = {folded(name) for actor in day.actors for name in (actor.name, actor.short, actor.key) if name}
    others = Counter(person.actor for person in listed.people if person.actor and folded(person.actor) not in known)
    return [], [f"{file.name}{NBSP}: {notice}" for notice in (*listed.notices, *_unknown(others, day))]


def _unknown(others: Counter[str], day: Day) -> list[str]:
    if not others:
        return []
    told = enumeration([f"{quoted(name)} ({count})" for name, count in others.items()])
    return [f"Acteurs absents de la journée {quoted(day.title)}, comptés parmi les autres{NBSP}: {told}."]
