"""Files and folders opened by the computer's own programs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def opens(path: Path) -> bool:
    """Open a file or a folder with the program that this computer keeps for it; return False when it has none."""
    if sys.platform == "win32":
        return _opens_on_windows(path)
    command = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if command is None:
        return False
    quiet = subprocess.DEVNULL
    try:
        # the path is our own output, handed over without a shell
        subprocess.Popen([command, str(path.resolve())], stdin=quiet, stdout=quiet, stderr=quiet)  # noqa: S603
    except OSError:
        return False
    return True


def _opens_on_windows(path: Path) -> bool:
    start = getattr(os, "startfile", None)
    if start is None:
        return False
    try:
        start(path.resolve())
    except OSError:
        return False
    return True
