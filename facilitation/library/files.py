"""From a file to its text: whatever it is (a folder, a picture, 50 MB, another encoding), a text or one problem."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from facilitation.library.report import WHOLE_FILE, Place, Report, nearest

LARGEST_FILE = 1_000_000
MISSING = "fichier introuvable : vérifiez son nom et son dossier"
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_text(path: Path, report: Report, missing: str = MISSING) -> str | None:
    """Return the text of a UTF-8 file (or UTF-16 with its mark, which some editors write); None once a problem is reported.

    Nothing is read of a file over ``LARGEST_FILE`` bytes. ``missing`` is what to say when there is no such file.
    """
    content = _read_bytes(path, report, missing)
    return None if content is None else decoded(content, report)


def _read_bytes(path: Path, report: Report, missing: str) -> bytes | None:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            report.add(WHOLE_FILE, "c'est un dossier, un fichier YAML est attendu")
        elif not stat.S_ISREG(status.st_mode):
            report.add(WHOLE_FILE, "ce n'est pas un fichier ordinaire, un fichier YAML est attendu")
        elif status.st_size > LARGEST_FILE:
            size = max(2, round(status.st_size / 1_000_000))
            report.add(WHOLE_FILE, f"fichier de {size} Mo, 1 Mo au plus : ce n'est ni une fiche d'exercice ni une journée")
        else:
            return path.read_bytes()[: LARGEST_FILE + 1]
    except (FileNotFoundError, NotADirectoryError, ValueError):
        _report_missing(path, report, missing)
    except PermissionError:
        report.add(WHOLE_FILE, "ce fichier ne peut pas être lu : demandez le droit de lecture à qui le partage")
    except OSError:
        report.add(WHOLE_FILE, "ce fichier ne peut pas être lu : vérifiez que le disque ou la clé USB est branché")
    return None


def _report_missing(path: Path, report: Report, missing: str) -> None:
    try:
        beside = [found.name for found in path.parent.iterdir()]
    except (OSError, ValueError):
        beside = []
    guess = nearest(path.name, beside)
    if guess is None:
        report.add(WHOLE_FILE, missing)
    else:
        report.add(WHOLE_FILE, "fichier introuvable, vouliez-vous dire {} ?", guess)


def decoded(content: bytes, report: Report) -> str | None:
    """Return the text of a file's bytes, its byte order mark removed; None once a problem is reported."""
    utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if b"\x00" in content and not utf16:
        report.add(WHOLE_FILE, "ce n'est pas un fichier de texte : un fichier YAML est attendu")
        return None
    try:
        text = content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-16" if utf16 else "utf-8-sig", errors="replace")
        report.add(place_after(before), "ce signe n'est pas en UTF-8 : enregistrez-le en UTF-8, le fichier entier")
        return None
    unprintable = UNPRINTABLE.search(text)
    if unprintable:
        code = f"U+{ord(unprintable.group()):04X}"
        report.add(place_after(text[: unprintable.start()]), f"signe invisible {code} : effacez-le")
        return None
    return text


def place_after(text: str) -> Place:
    """Return the place of the first character after ``text``."""
    lines = re.split(r"\r\n|\r|\n", text)
    return Place(len(lines), len(lines[-1]) + 1)
