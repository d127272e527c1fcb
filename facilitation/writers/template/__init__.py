"""An organisation's own presentation or document: read without trust, told plainly what it lacks."""

from __future__ import annotations

from pathlib import Path

from facilitation.typography import french, quoted
from facilitation.writers.template.archive import Archive
from facilitation.writers.template.colours import plain_colour

DOCUMENTS = {".docx", ".dotx", ".docm", ".dotm"}
_ACCENT = ".//{http://schemas.openxmlformats.org/drawingml/2006/main}accent1"


def is_document(path: Path) -> bool:
    """Return whether a template is a Word document, by the end of its name; anything else is taken for a presentation."""
    return path.suffix.lower() in DOCUMENTS


def accent_of(path: Path) -> str | None:
    """Return the first accent colour of a template's theme, as « #RRGGBB »; None when its theme names none.

    Raises:
        FileProblemsError: the file is not there, is not an office file of its kind, or is refused.
    """
    folder = "word/theme/" if is_document(path) else "ppt/theme/"
    with Archive(path, "docx" if is_document(path) else "pptx") as archive:
        themes = sorted(name for name in archive.names if name.startswith(folder) and name.endswith(".xml"))
        if not themes and not is_document(path):
            archive.main()
            return None
        found = archive.tree(themes[0]).find(_ACCENT) if themes else None
    return (plain_colour(found[0]) or None) if found is not None and len(found) else None


def remarks_of(path: Path) -> tuple[str, ...]:
    """Return, a sentence each, what a template lacks and what is done about it.

    Raises:
        FileProblemsError: see ``accent_of``.
    """
    if is_document(path):
        from facilitation.writers.template.document import document_of  # noqa: PLC0415  # only a Word template needs it

        said = document_of(path).remarks
    else:
        from facilitation.writers.template.deck import host_of  # noqa: PLC0415  # only a presentation needs it

        said = host_of(path).remarks
    return tuple(french(f"{quoted(path.name)} : {sentence}") for sentence in said)
