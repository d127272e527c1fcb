"""The house style of a day: its colour, its logo, its own templates, and what these lack."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from facilitation.day import Day
from facilitation.writers.style import Style, style_of
from facilitation.writers.template import accent_of, is_document, remarks_of

Templates = Path | Iterable[Path] | None


def style_for(day: Day, folder: Path, template: Templates = None) -> Style:
    """Return the day's house style; a template's accent colour wins, a logo that is not there is left out.

    Raises:
        FileProblemsError: a template is not there, or cannot be read.
    """
    chosen = templates_of(day, folder, template)
    colour = next((found for path in chosen if (found := accent_of(path))), day.charter.colour)
    logo = folder / day.charter.logo if day.charter.logo else None
    style = style_of(colour, organisation=day.organisation, logo=logo if logo and logo.is_file() else None)
    deck = next((path for path in chosen if not is_document(path)), None)
    return replace(style, presentation=deck, document=next(filter(is_document, chosen), None))


def templates_of(day: Day, folder: Path, template: Templates = None) -> tuple[Path, ...]:
    """Return the templates given, else the day's own, presentations first."""
    given = (template,) if isinstance(template, Path) else tuple(template or ())
    return tuple(sorted(given or (folder / name for name in day.charter.templates), key=is_document))


def told_of_templates(day: Day, folder: Path, template: Templates = None) -> tuple[str, ...]:
    """Return, a sentence each, what the templates lack and what is done about it.

    Raises:
        FileProblemsError: a template is not there, or cannot be read.
    """
    return tuple(sentence for path in templates_of(day, folder, template) for sentence in remarks_of(path))
