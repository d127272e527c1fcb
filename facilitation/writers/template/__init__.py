"""What is taken from an organisation's own presentation."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from facilitation.errors import FileProblemsError, Problem
from facilitation.typography import french

ACCENT = re.compile(r"<a:accent1>.*?(?:srgbClr val|lastClr)=\"([0-9A-Fa-f]{6})\"", re.DOTALL)
LARGEST_THEME = 1_000_000


def accent_of(path: Path) -> str:
    """Return the first accent colour of a presentation's theme, as « #RRGGBB ».

    Raises:
        FileProblemsError: the file is not there, is not a presentation, or its theme names no colour.
    """
    try:
        with zipfile.ZipFile(path) as package, package.open("ppt/theme/theme1.xml") as theme:
            found = ACCENT.search(theme.read(LARGEST_THEME).decode("utf-8", "replace"))
    except FileNotFoundError:
        raise _wrong(path, "ce modèle n’existe pas. Vérifiez son chemin.") from None
    except (OSError, KeyError, zipfile.BadZipFile):
        raise _wrong(path, "ce fichier n’est pas une présentation PowerPoint (.pptx).") from None
    if found is None:
        raise _wrong(path, "le thème de ce modèle ne donne pas de couleur d’accent. Donnez-la dans journee.yaml, « charte ».")
    return f"#{found.group(1).upper()}"


def _wrong(path: Path, message: str) -> FileProblemsError:
    return FileProblemsError([Problem(path.name, 0, 0, french(message))])
