"""A program in a terminal of its own, watched from outside: what it draws, and when. POSIX only."""

from __future__ import annotations

import codecs
import os
import re
import select
import signal
import struct
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.bench.measure import SkippedError

_CONTROL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|[@-Z\\^_])", re.DOTALL)
PATIENCE = 20.0
ROOT = Path(__file__).parents[2]


class Terminal:
    """A program running in a pseudo-terminal. ``began`` is when it was started (``time.perf_counter``)."""

    def __init__(self, command: Sequence[str | Path], home: Path, *, size: tuple[int, int] = (120, 40)) -> None:
        try:
            import fcntl  # noqa: PLC0415 - Windows has none of the three
            import pty  # noqa: PLC0415
            import termios  # noqa: PLC0415
        except ImportError as error:
            raise SkippedError("il faut un pseudo-terminal, que Windows n’a pas") from error
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._unfinished = ""  # a control sequence whose end is still to come
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            [*map(str, command)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment(home),
            cwd=home,
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._master)

    def press(self, keys: str) -> float:
        """Send keys; return when."""
        os.write(self._master, keys.encode())
        return time.perf_counter()

    def read(self, seconds: float) -> str:
        """Return what is drawn next, as text without control sequences; empty when nothing comes in that time."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return ""
        try:
            data = os.read(self._master, 1 << 16)
        except OSError as error:  # Linux says EIO when the program is gone
            raise SkippedError("le programme s’est arrêté") from error
        text = self._unfinished + self._decoder.decode(data)
        last = text.rfind("\x1b")
        whole = len(text) if last < 0 or _CONTROL.match(text, last) else last
        self._unfinished = text[whole:]
        return _CONTROL.sub("", text[:whole])

    def wait_for(self, words: str) -> float:
        """Return when these words were drawn, whatever stands between them on the screen; skip the figure if never."""
        drawn, deadline = "", time.perf_counter() + PATIENCE
        while time.perf_counter() < deadline:
            drawn += self.read(PATIENCE)
            if words in drawn:
                return time.perf_counter()
        raise SkippedError(f"« {words} » n’est jamais apparu : {drawn[-300:]!r}")

    def settle(self, quiet: float = 0.3, longest: float = 3.0) -> str:
        """Return what is drawn until nothing comes for ``quiet`` seconds."""
        drawn, deadline = "", time.perf_counter() + longest
        while time.perf_counter() < deadline and (more := self.read(quiet)):
            drawn += more
        return drawn


def environment(home: Path) -> Mapping[str, str]:
    """Return the variables of a program that runs the project's own code, compiled once, far from this computer's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "TEXTUAL", "NO_COLOR", "PYTHON"))}
    screen = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    return kept | screen | {"HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(home / "bytecode")}
