"""The house style of a day: its colour, its logo, its own templates, and what these lack."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from facilitation.day import Day
from facilitation.writers.style import Style, style_of

Templates = Path | Iterable[Path] | None
_DOCUMENTS = {".docx", ".dotx", ".docm", ".dotm"}


def style_for(day: Day, folder: Path, template: Templates = None) -> Style:
    """Return the day's house style; a template's accent colour wins, a logo that is not there is left out.

    Raises:
        FileProblemsError: a template is not there, or cannot be read.
    """
    chosen = templates_of(day, folder, template)
    colour = _accent(chosen) or day.charter.colour
    logo = folder / day.charter.logo if day.charter.logo else None
    style = style_of(colour, organisation=day.organisation, logo=logo if logo and logo.is_file() else None)
    deck = next((path for path in chosen if not _is_document(path)), None)
    return replace(style, presentation=deck, document=next(filter(_is_document, chosen), None))


def _accent(chosen: tuple[Path, ...]) -> str | None:
    """Return the accent colour of the first template that has one; each is opened, so that a wrong one is said at once."""
    if not chosen:
        return None
    from facilitation.writers.template import accent_of  # noqa: PLC0415  # a day without a template needs no XML library

    return next(filter(None, [accent_of(path) for path in chosen]), None)


def _is_document(path: Path) -> bool:
    return path.suffix.lower() in _DOCUMENTS


def templates_of(day: Day, folder: Path, template: Templates = None) -> tuple[Path, ...]:
    """Return the templates given, else the day's own, presentations first."""
    given = (template,) if isinstance(template, Path) else tuple(template or ())
    return tuple(sorted(given or (folder / name for name in day.charter.templates), key=_is_document))


def told_of_templates(day: Day, folder: Path, template: Templates = None) -> tuple[str, ...]:
    """Return, a sentence each, what the templates lack and what is done about it.

    Raises:
        FileProblemsError: a template is not there, or cannot be read.
    """
    chosen = templates_of(day, folder, template)
    if not chosen:
        return ()
    from facilitation.writers.template import remarks_of  # noqa: PLC0415  # see above

    return tuple(sentence for path in chosen for sentence in remarks_of(path))
