"""Until when a day keeps people's names, as its ``conservation`` says it."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from pathlib import Path

from facilitation.day import Day
from facilitation.errors import FacilitationError, UsageError
from facilitation.library import read_day
from facilitation.typography import NBSP, SMALL_NUMBERS, as_typed, folded, long_date
from facilitation.workshop.people import names_of
from facilitation.workshop.preparing import read_date

_LASTING = re.compile(r"(\w+) (jours?|semaines?|mois|ans?|annees?)\b")
_DATE = re.compile(r"\d{1,2}(?:er)?(?:[/.-]\d{1,2}[/.-]| \w+ )\d{4}|\d{4}-\d{2}-\d{2}")
_NUMBERS = {folded(word): number for number, word in enumerate(SMALL_NUMBERS)} | {"une": 1, "douze": 12}
_DAYS = {"jour": 1, "semaine": 7}


def kept_until(day: Day) -> date | None:
    """Return the last day on which names may be kept, None when the day does not say it, or says it in other words."""
    said = day.retention.get("noms", "")
    dated = _DATE.search(said)
    if dated:
        try:
            return read_date(dated[0])
        except UsageError:
            return None
    lasting = _LASTING.search(folded(said))
    number = None if lasting is None else int(lasting[1]) if lasting[1].isdecimal() else _NUMBERS.get(lasting[1])
    if lasting is None or number is None:
        return None
    unit = lasting[2].removesuffix("s") if lasting[2] != "mois" else "mois"
    try:
        if unit in _DAYS:
            return day.date + timedelta(days=number * _DAYS[unit])
        return _months_later(day.date, number if unit == "mois" else 12 * number)
    except (OverflowError, ValueError):
        return None


def reminder(path: Path, today: date) -> str:
    """Return a sentence when the names of a day (its folder, or its file) are kept too long, '' when they are not."""
    folder = path if path.is_dir() else path.parent
    day = read_day(path).day
    until = None if day is None else kept_until(day)
    try:
        if day is None or until is None or today <= until or not names_of(day, folder):
            return ""
    except FacilitationError:  # told with the list itself
        return ""
    command = f"facilitation effacer {as_typed(str(folder))} --noms"
    return f"Les noms devaient être effacés au plus tard le {long_date(until)} (conservation){NBSP}: {command}"


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
