"""Exports of polling services (LimeSurvey, Framaforms, Wooclap, Mentimeter, Google Forms) and tables typed by anyone."""

from __future__ import annotations

from pathlib import Path

from facilitation.library.answers import is_ours
from facilitation.library.exports.poll import Poll
from facilitation.library.exports.services import SERVICES, typed
from facilitation.library.exports.tables import tables

__all__ = ["Poll", "read"]


def read(path: Path) -> Poll | None:
    """Return the poll of a file; None when its columns are meant to be ours, or when it holds no table.

    Raises:
        FileProblemsError: the file is no table, or it cannot be understood.
    """
    sheets, notices = tables(path)
    if any(is_ours(sheet.rows[0][1]) for sheet in sheets if sheet.rows):
        return None
    poll = next((found for service in SERVICES if (found := service(sheets)) is not None), None) or typed(sheets)
    if poll is not None:
        poll.notices[:0] = notices
    return poll
