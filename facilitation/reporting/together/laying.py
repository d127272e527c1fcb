"""Several days laid side by side: what each is called, in what order, and in what words they are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from facilitation.day import Day
from facilitation.room import Room
from facilitation.typography import NBSP, enumeration, folded, long_date

PLACE = 28  # letters of the name of a place that heads a column


@dataclass(frozen=True, slots=True)
class Told:
    """One of the days: what is known of it, and the short name that it bears beside the others."""

    day: Day
    room: Room
    label: str


@dataclass(frozen=True, slots=True)
class Laid:
    """The days in the order they are told: from the oldest when they are years of one place (``over_time``)."""

    days: tuple[Told, ...]
    over_time: bool

    @property
    def labels(self) -> list[str]:
        """The short names, in order."""
        return [told.label for told in self.days]

    @property
    def names(self) -> str:
        """The days in a sentence: « 2021 et 2022 »."""
        return enumeration(self.labels)


def laid(days: Sequence[tuple[Day, Room]]) -> Laid:
    """Return two days or more, named: by their year when all are of one place, else by place, by title, or by date.

    Days of one place and of different years tell what changed; any others, what is common and what is local.
    """
    over_time = len({folded(day.place) for day, _ in days}) == 1 and len({day.date.year for day, _ in days}) == len(days)
    told = sorted(days, key=lambda one: one[0].date) if over_time else list(days)
    labels = [str(day.date.year) for day, _ in told] if over_time else _labels([day for day, _ in told])
    return Laid(tuple(Told(day, room, label) for (day, room), label in zip(told, labels, strict=True)), over_time)


def _labels(days: Sequence[Day]) -> list[str]:
    """Return the first way to name the days by which they all differ; their rank when there is none."""
    ways: tuple[Callable[[Day], str], ...] = (_place, _title, lambda day: long_date(day.date), _whole)
    for way in ways:
        names = [way(day) for day in days]
        if all(names) and len(set(map(folded, names))) == len(names):
            return names
    return [f"Journée n°{NBSP}{number}" for number in range(1, len(days) + 1)]


def _place(day: Day) -> str:
    """Return the place, without what follows its first comma or dash when it is long."""
    place = " ".join(day.place.split())
    for mark in (",", " – ", " - ", " ("):
        if len(place) > PLACE:
            place = place.partition(mark)[0].rstrip()
    return place


def _title(day: Day) -> str:
    return head_of(day.title)


def _whole(day: Day) -> str:
    return f"{day.title}, {long_date(day.date)}"


def head_of(title: str) -> str:
    """Return a title without what follows its colon."""
    return title.partition(":")[0].strip() or title


# --- Words -----------------------------------------------------------------------------------------------------------------


def common_title(labels: Sequence[str], *, over_time: bool) -> str:
    """Return the head of what all these days said."""
    if len(labels) == 2:  # two days have words of their own
        return f"Dit en {labels[0]} et en {labels[1]}" if over_time else "Dit dans les deux"
    return "Dit chaque année" if over_time else "Dit partout"


def rest_titles(*, over_time: bool) -> tuple[str, str]:
    """Return the heads of what several of many days said, and of what one alone did."""
    if over_time:
        return "Dit certaines années", "Dit une seule année"
    return "Dit à plusieurs endroits", "Dit à un seul endroit"


def own_title(label: str, labels: Sequence[str], *, over_time: bool) -> str:
    """Return the head of what one of two days said: « Nouveau en 2022 », « N’est plus dit en 2022 », « Arles seulement »."""
    if not over_time:
        return only(label)
    return f"Nouveau en {label}" if label == labels[-1] else f"N’est plus dit en {labels[-1]}"


def only(label: str) -> str:
    """Return what heads the part of one day."""
    return f"{label} seulement"
