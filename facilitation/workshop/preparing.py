"""A new day, from a model: what there is to choose from, what one says of the day, and its folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from facilitation.day import Day
from facilitation.errors import FacilitationError, UsageError, WriteError
from facilitation.library import checked_day, models, new_day
from facilitation.typography import MONTHS, NBSP, folded, quoted
from facilitation.workshop.days import home

HOUR = 60
_START = re.compile(r"""(\bdebut:\s*["']?)(\d{1,2}):(\d{2})""")
_DAY_FIRST = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4})$")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_CLOCK = re.compile(r"(\d{1,2})\s*[:hH]\s*(\d{2})?$")


@dataclass(frozen=True, slots=True)
class Offer:
    """A model as one chooses it. ``start``, ``lunch`` and ``end`` are minutes since midnight, None when it gives no hours."""

    key: str
    need: str
    runs: str
    duration: str = ""
    people: str = ""
    start: int | None = None
    lunch: tuple[int, int] | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What one says of a new day; an empty text keeps the model's own, ``start`` moves every hour of the model."""

    title: str
    date: date
    place: str = ""
    start: int | None = None
    people: int | None = None


def offers() -> tuple[Offer, ...]:
    """Return the models by their rank, those that say nothing of themselves last; one whose file is wrong is left out."""
    return tuple(sorted(_offers(), key=lambda offer: not offer.duration))


def _offers() -> Iterator[Offer]:
    for model in sorted(models(), key=lambda model: model.rank):
        try:
            day = checked_day(model.path)
        except FacilitationError:
            continue
        titles = list(dict.fromkeys(sequence.title for sequence in day.sequences if sequence.exercise))
        runs = ", ".join(titles) or "Vous choisissez les exercices dans la bibliothèque"
        start, lunch, end = _hours(day)
        yield Offer(model.key, model.need or model.title, runs, model.duration, model.people, start, lunch, end)


def _hours(day: Day) -> tuple[int | None, tuple[int, int] | None, int | None]:
    timed = [(_minutes(sequence.start), sequence) for sequence in day.sequences if sequence.start]
    if not timed:
        return None, None, None
    lunch = next(((at, at + found.seconds // 60) for at, found in timed if folded(found.title).startswith("dejeuner")), None)
    return timed[0][0], lunch, timed[-1][0] + timed[-1][1].seconds // 60


def _minutes(hour: time) -> int:
    return hour.hour * HOUR + hour.minute


def folder_for(title: str) -> Path:
    """Return the folder that a day of that title would have, one that is free."""
    name = "-".join(re.findall(r"[a-z0-9]+", folded(title)))[:60].strip("-") or "journee"
    folder, rank = home() / name, 2
    while folder.exists():
        folder, rank = home() / f"{name}-{rank}", rank + 1
    return folder


def prepare(offer: Offer, draft: Draft, folder: Path) -> Path:
    """Return the folder of a new day, made from a model.

    Raises:
        FacilitationError: something said of the day cannot be, or the folder cannot be written.
    """
    if not draft.title.strip():
        raise UsageError("Donnez d’abord un nom à la journée.")
    fields: dict[str, str | int | date] = {"journee": draft.title.strip(), "date": draft.date}
    if draft.place.strip():
        fields["lieu"] = draft.place.strip()
    if draft.people:
        fields["personnes"] = draft.people
    path = new_day(folder, offer.key, **fields)
    if draft.start is not None and offer.start is not None and draft.start != offer.start:
        _move_hours(path, draft.start - offer.start)
    return folder


def _move_hours(path: Path, minutes: int) -> None:
    """Move every hour of a day's file."""

    def moved(match: re.Match[str]) -> str:
        at = (int(match[2]) * HOUR + int(match[3]) + minutes) % (24 * HOUR)
        return f"{match[1]}{at // HOUR:02d}:{at % HOUR:02d}"

    try:
        text = path.read_text(encoding="utf-8")
        path.write_text(_START.sub(moved, text), encoding="utf-8", newline="\n")
    except OSError as error:
        raise WriteError(f"Les horaires de {quoted(path.name)} ne peuvent pas être écrits.") from error


def read_date(text: str) -> date:
    """Return the date written « 16/11/2021 », « 2021-11-16 » or « 16 novembre 2021 ».

    Raises:
        UsageError: it is no date.
    """
    plain = folded(text.replace("/", " ").replace(".", " ")) if "-" not in text else text.strip()
    words = plain.split()
    names = [folded(month) for month in MONTHS]
    if len(words) == 3 and words[1] in names:
        plain = f"{words[0].removesuffix('er')} {names.index(words[1]) + 1} {words[2]}"
    found, year = _DAY_FIRST.match(plain), _YEAR_FIRST.match(plain)
    try:
        if year:
            return date(int(year[1]), int(year[2]), int(year[3]))
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise UsageError(f"{quoted(text.strip())} n’est pas une date. Par exemple{NBSP}: 16/11/2021.")


def read_clock(text: str) -> int | None:
    """Return minutes since midnight for « 9:00 », « 9h » or « 09 h 30 », None for nothing.

    Raises:
        UsageError: it is no hour.
    """
    if not text.strip():
        return None
    found = _CLOCK.match(text.strip().replace("h ", "h").replace(" h", "h"))
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise UsageError(f"{quoted(text.strip())} n’est pas une heure. Par exemple{NBSP}: 09:00.")
    return int(found[1]) * HOUR + int(found[2] or 0)


def read_people(text: str) -> int | None:
    """Return a number of people, None for nothing.

    Raises:
        UsageError: it is no number.
    """
    plain = text.strip()
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit()) or int(plain) == 0:
        raise UsageError(f"{quoted(plain)} n’est pas un nombre de personnes. Par exemple{NBSP}: 39.")
    return int(plain)
