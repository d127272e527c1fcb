"""What of a day can be laid out by theme: files of their own, beside the ordinary ones."""

from __future__ import annotations

from collections.abc import Sequence as Seq

from facilitation.errors import UsageError
from facilitation.reporting.lengths import Length
from facilitation.reporting.themes import named
from facilitation.room import Room
from facilitation.typography import NBSP
from facilitation.workshop.compiling import outputs
from facilitation.writers import Format, Output

LENGTHS = (Length.LONG, Length.SHORT)


def check_themes(room: Room) -> None:
    """Raise UsageError when no theme was named: there is nothing to lay out."""
    if not named(room):
        raise UsageError(
            f"Aucun thème n’est nommé dans cette journée, rien n’est écrit. Pour en nommer{NBSP}: M puis T dans la console,"
            f" ou facilitation harmoniser DOSSIER --proposer --themes"
        )


def themed_outputs(formats: Seq[str], length: Length = Length.LONG) -> tuple[Output, ...]:
    """Return the files that can be laid out by theme, whatever the length: those that tell the day shorter too.

    Raises:
        UsageError: there is none in these formats, at this length.
    """
    if length not in LENGTHS:
        known = " ou ".join(one.value for one in LENGTHS)
        raise UsageError(f"La synthèse par thème n’a pas de version {length}{NBSP}; versions{NBSP}: {known}")
    chosen = tuple(output for output in outputs(formats) if _tells_the_day(output))
    if not chosen:
        known = ", ".join(format_.value for format_ in Format if any(map(_tells_the_day, outputs([format_]))))
        raise UsageError(f"La synthèse par thème n’a pas de fichier en {', '.join(formats)}{NBSP}; formats{NBSP}: {known}")
    return chosen


def _tells_the_day(output: Output) -> bool:
    return not output.projected and Length.SHORT in output.shorter
