"""A progress bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from typing import Protocol

WIDTH = 24


class Named(Protocol):
    """What a bar shows the name of."""

    @property
    def label(self) -> str:
        """Its plain name."""


class Bar:
    """How far the making of ``files`` documents is, on one line of stderr that is wiped before anything else is said."""

    def __init__(self, files: int) -> None:
        self._files = files
        self._done: list[str] = []
        self._shown = sys.stderr.isatty()

    def file(self, output: Named, done: int, total: int) -> None:
        """Show that ``done`` parts out of ``total`` of a document are made."""
        if output.label not in self._done:
            self._done.append(output.label)
        if not self._shown:
            return
        share = (len(self._done) - 1 + done / max(total, 1)) / self._files
        full = round(share * WIDTH)
        sys.stderr.write(f"\r\x1b[K{'█' * full}{'░' * (WIDTH - full)} {output.label}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Wipe the line."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
