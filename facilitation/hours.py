"""Hours of the day as people read them."""

from __future__ import annotations

from datetime import date, datetime

MINUTE = 60


def local_date(milliseconds: int) -> date:
    """Return the local date of an instant (milliseconds since 1970)."""
    return _local(milliseconds).date()


def seconds_of_day(milliseconds: int) -> int:
    """Return the local time of day, in seconds, of an instant (milliseconds since 1970)."""
    moment = _local(milliseconds)
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def clock_time(seconds: int) -> str:
    """Return « 11:07 »."""
    minutes = round(seconds // MINUTE) % (24 * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _local(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000).astimezone()
