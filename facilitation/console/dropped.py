"""Files dropped on a terminal: it types their paths, each terminal in its own way."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

_PARTS = re.compile(r"'([^']*)'|\"([^\"]*)\"|(\S+)")


def paths_in(text: str, *, windows: bool = sys.platform == "win32") -> list[Path]:
    """Return the files that a line names: one path as it is, or several, between quotes, with spaces escaped, or as addresses.

    What is no file is returned too: whoever opens it says what is wrong.
    """
    line = text.strip().removeprefix("& ")  # PowerShell writes « & 'path' »
    if not line:
        return []
    whole = _path(line.strip("'\""))
    if _is_file(whole):
        return [whole]
    parts = _quoted(line) if windows else _escaped(line)
    found = [_path(part) for part in parts]
    # a path with plain spaces that leads nowhere is told as one: cut in pieces, it could not be recognised
    return found if len(found) == 1 or any(map(_is_file, found)) else [whole]


def _path(part: str) -> Path:
    if part.startswith("file://"):
        address = urlsplit(part)
        return Path(url2pathname(address.path) if "%" in address.path else unquote(address.path))
    return Path(part).expanduser() if part.startswith("~/") else Path(part)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long, or holding a sign that no path can
        return False


def _escaped(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:  # an apostrophe in a name
        return _quoted(line)


def _quoted(line: str) -> list[str]:
    return ["".join(parts) for parts in _PARTS.findall(line)]
