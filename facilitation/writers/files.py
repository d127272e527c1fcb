"""An output file that is either whole or untouched: written beside its place, then put there in one move."""

from __future__ import annotations

import errno
import re
import secrets
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitation.errors import WriteError
from facilitation.typography import NBSP, quoted

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip entry can carry
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO}


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a path to write to, in the same folder; put in place of ``path`` when the block ends well, removed otherwise.

    The folder is created when it is missing.

    Raises:
        WriteError: the folder or the file cannot be written; what was at ``path`` is untouched.
    """
    draft = path.with_name(f".{secrets.token_hex(6)}{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield draft
        draft.replace(path)
    except OSError as error:
        raise WriteError(refusal(path, error)) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def write_bytes(path: Path, content: bytes) -> None:
    """Put ``content`` in ``path``, whole or not at all.

    Raises:
        WriteError: see ``replacing``.
    """
    with replacing(path) as draft:
        draft.write_bytes(content)


def rezip(source: Path, target: Path) -> None:
    """Write in ``target`` the zip ``source`` with its entries in the same order, undated: same content, same bytes."""
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as kept:
        for entry in given.infolist():
            kept.writestr(undated(entry.filename, entry.compress_type), given.read(entry))


def undated(name: str, compress_type: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """Return a zip entry that tells neither date nor system: same content, same bytes, on every computer."""
    entry = zipfile.ZipInfo(name, FIRST_DAY)
    entry.compress_type = compress_type
    entry.create_system = 0
    entry.external_attr = 0
    return entry


def legible(text: str) -> str:
    """Return ``text`` with U+FFFD in place of what no XML file may hold: control signs, lone surrogates, U+FFFE and U+FFFF."""
    return _UNWRITABLE.sub("\ufffd", text)


def refusal(path: Path, error: OSError) -> str:
    """Return, in French, why ``path`` could not be written and what to do next."""
    name = quoted(path.name)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"Plus de place sur le disque{NBSP}: {name} n’est pas écrit. Libérez de la place, puis recommencez."
    if path.is_dir():
        return f"{name} est un dossier{NBSP}: impossible d’y écrire un fichier. Renommez-le, puis recommencez."
    if isinstance(error, PermissionError) and path.exists():
        return f"{name} est ouvert dans un autre logiciel, ou protégé{NBSP}: fermez-le, puis recommencez."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"Impossible d’écrire dans le dossier {quoted(path.parent.name)}{NBSP}: choisissez-en un autre avec --vers."
    if error.errno in _NOT_THERE:
        return f"Le dossier {quoted(path.parent.name)} n’est plus là{NBSP}: {name} n’est pas écrit. Rebranchez-le"
    reason = error.strerror or type(error).__name__
    return f"{name} n’est pas écrit ({reason}). Choisissez un autre dossier avec --vers, puis recommencez."
