"""A document that somebody changed since it was made is spared: kept under another name when it is made again.

What was written last is known by its digest, in a small file beside the documents.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from facilitation.errors import WriteError
from facilitation.typography import NBSP, quoted
from facilitation.writers.files import refusal, write_bytes

RECORD = ".fabrication.json"


@dataclass(slots=True)
class Spared:
    """The copy of a document that was not as it had been made, None when there was none to keep."""

    copy: Path | None = None


def told(name: str, copy: Path) -> str:
    """Return, in one sentence, that a document was changed since it was made, and where it is kept."""
    return f"{quoted(name)} avait changé depuis sa fabrication{NBSP}: il est gardé sous le nom {quoted(copy.name)}."


@contextmanager
def sparing(path: Path) -> Iterator[Spared]:
    """Yield while ``path`` is written again; what stood there is copied first when it is not what was written last.

    The copy goes when the same bytes are written again, or when nothing is written.

    Raises:
        WriteError: what stands there cannot be copied; nothing is written then.
    """
    spared = Spared(_copied(path) if path.is_file() and digest(path) != _record(path.parent).get(path.name) else None)
    try:
        yield spared
    except BaseException:
        _drop(spared)
        raise
    if spared.copy is not None and digest(spared.copy) == digest(path):
        _drop(spared)
    _note(path)


def digest(path: Path) -> str:
    """Return what tells the bytes of a file from any others, '' when it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _copied(path: Path) -> Path:
    names = (path.with_name(f"{path.stem}-modifiee-{number}{path.suffix}") for number in count(1))
    copy = next(name for name in names if not name.exists())
    try:
        content = path.read_bytes()
    except OSError as error:
        raise WriteError(refusal(path, error)) from error
    write_bytes(copy, content)
    with suppress(OSError):  # its dates are a help, no more
        shutil.copystat(path, copy)
    return copy


def _drop(spared: Spared) -> None:
    if spared.copy is not None:
        with suppress(OSError):
            spared.copy.unlink(missing_ok=True)
    spared.copy = None


def _record(folder: Path) -> dict[str, str]:
    """Return the digest of each document as it was last written, by name."""
    try:
        kept = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _note(path: Path) -> None:
    """Remember a document as it was written; where that fails, it is only spared once too often."""
    kept = _record(path.parent) | {path.name: digest(path)}
    with suppress(WriteError):
        write_bytes(path.parent / RECORD, (json.dumps(kept, indent=1, sort_keys=True) + "\n").encode("utf-8"))
