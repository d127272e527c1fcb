"""What the disk and SQLite complain of, in sentences that say what to do; the one place where their errors are read."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitation.errors import (
    DamagedJournalError,
    DiskFullError,
    FolderGoneError,
    HeldElsewhereError,
    JournalError,
    NewerJournalError,
    NotKeptError,
    ReadOnlyError,
)
from facilitation.typography import french, quoted

# SQLite needs a page and its header to write anything at all; under that, an I/O error is a full disk.
SMALLEST_FREE = 8192
# SQLITE_ERROR is a statement that makes no sense: ours never change, so it is the tables that are not ours any more.
_DAMAGE = {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT", "SQLITE_ERROR"}
_NOT_TEXT = "Could not decode to UTF-8"  # raised by Python's sqlite3, without a code
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite and of the disk about ``path`` into ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise from_sqlite(error, path) from error
    except OSError as error:
        raise from_disk(error, path) from error


def from_sqlite(error: sqlite3.Error, path: Path) -> JournalError:
    """Return what an SQLite error means for the person at the keyboard (codes: sqlite.org/rescode.html)."""
    if is_damage(error):
        return damaged(path)
    name = _name(error)
    family = _family(name)
    if not path.parent.is_dir() or name == "SQLITE_READONLY_DBMOVED":
        return folder_gone(path.parent)
    # A file that cannot be locked is one opened for reading only, or on a disk where two consoles would not see each other.
    if family in {"SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH"} or name == "SQLITE_IOERR_LOCK":
        return read_only(path)
    if family == "SQLITE_FULL" or (family == "SQLITE_IOERR" and _free(path.parent) < SMALLEST_FREE):
        return disk_full()
    if family in {"SQLITE_BUSY", "SQLITE_LOCKED"}:
        return HeldElsewhereError(path, "un autre programme", "")
    return not_answering(name)


def from_disk(error: OSError, path: Path) -> JournalError:
    """Return what a refusal of the system means for the person at the keyboard."""
    if error.errno in _FULL:
        return disk_full()
    if not path.parent.is_dir():
        return folder_gone(path.parent)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return read_only(path)
    return not_answering(error.strerror or str(error))


def is_damage(error: Exception) -> bool:
    """Return whether the file itself is at fault: what it holds has to be looked for page by page."""
    if isinstance(error, sqlite3.Error):
        return _family(_name(error)) in _DAMAGE or _NOT_TEXT in str(error)
    return isinstance(error, DamagedJournalError)


def disk_full() -> DiskFullError:
    """Return the error of a full disk."""
    return DiskFullError(
        french(
            "Le disque est plein : ce qui vient d’être saisi n’est PAS gardé, tout ce qui précède l’est."
            " Libérez de la place (corbeille, clé USB), puis réessayez."
        )
    )


def read_only(path: Path) -> ReadOnlyError:
    """Return the error of a folder or a file that cannot be written."""
    return ReadOnlyError(
        french(
            f"Le dossier {quoted(str(path.parent))} ou son carnet ne peut pas être écrit : vous voyez tout, sans écrire."
            " Copiez le dossier sur le disque de l’ordinateur, puis ouvrez la copie."
        )
    )


def folder_gone(folder: Path) -> FolderGoneError:
    """Return the error of a folder that is no longer there."""
    return FolderGoneError(
        french(
            f"Le dossier {quoted(str(folder))} n’est plus là : ce qui vient d’être saisi n’est PAS gardé."
            " Rebranchez la clé USB ou le réseau, puis réessayez."
        )
    )


def damaged(path: Path) -> DamagedJournalError:
    """Return the error of a file that is no journal any more."""
    return DamagedJournalError(
        french(
            f"Le carnet {quoted(path.name)} est abîmé."
            f" Rouvrez la journée : ce qui est lisible et la dernière copie du dossier {quoted('copies')} seront repris."
        )
    )


def newer(path: Path) -> NewerJournalError:
    """Return the error of a journal that a more recent facilitation wrote."""
    return NewerJournalError(
        french(
            f"Le carnet {quoted(path.name)} vient d’une version plus récente de facilitation, rien n’y est touché."
            " Mettez facilitation à jour sur ce poste, puis rouvrez la journée."
        )
    )


def not_answering(detail: str) -> NotKeptError:
    """Return the error of a disk that fails in another way."""
    return NotKeptError(
        french(
            f"Le disque ne répond pas ({detail}) : ce qui vient d’être saisi n’est PAS gardé."
            " Réessayez ; si cela dure, copiez le dossier sur un autre disque."
        )
    )


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return SMALLEST_FREE


def _name(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", "") or str(error)


def _family(name: str) -> str:
    return "_".join(name.split("_")[:2])
