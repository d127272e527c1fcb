"""What no test may depend on: a home folder, a terminal, a language, a time zone, a network, the time it is."""

from __future__ import annotations

import itertools
import os
import socket
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

PINNED = {
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "TZ": "Europe/Paris",
    "PYTHONUTF8": "1",
}
FORGOTTEN = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "LANGUAGE", "SOURCE_DATE_EPOCH", "PYTHONPATH")
HOME_VARIABLES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
LOOPBACK = {"127.0.0.1", "::1", "localhost", None}
_HOMES = itertools.count()

# Set while this file is imported: libraries read some of them as soon as they are.
os.environ.update(PINNED)
for _name in [*FORGOTTEN, *(name for name in os.environ if name.startswith("TEXTUAL"))]:
    os.environ.pop(_name, None)
if hasattr(time, "tzset"):
    time.tzset()

settings.register_profile("project", deadline=None, derandomize=True, database=None, max_examples=60)
settings.load_profile("project")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home folder, this test's own; nothing is made on disk until something writes there."""
    folder = tmp_path_factory.getbasetemp() / "homes" / str(next(_HOMES))
    for name in HOME_VARIABLES:
        monkeypatch.setenv(name, str(folder))
    for name in XDG:
        monkeypatch.setenv(name, str(folder / name.lower()))
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every address but this computer's own (asyncio pairs its sockets there on Windows)."""
    connect, connect_ex, lookup = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded(self: socket.socket, address: Any) -> None:
        _refuse(self.family, address)
        connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        _refuse(self.family, address)
        return connect_ex(self, address)

    def guarded_lookup(host: Any, *arguments: Any, **options: Any) -> list[Any]:
        _refuse(socket.AF_INET, (host,))
        return lookup(host, *arguments, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_lookup)


def _refuse(family: int, address: Any) -> None:
    if family in {socket.AF_INET, socket.AF_INET6} and address[0] not in LOOPBACK:
        pytest.fail(f"a test reached for the network: {address!r}")


@dataclass
class Clock:
    """A clock that only moves when told to. Calling it returns milliseconds since 1970, UTC, as events keep them."""

    now: datetime = datetime(2021, 11, 16, 9, 30, tzinfo=UTC)

    def __call__(self) -> int:
        return round(self.now.timestamp() * 1000)

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    """Return a clock stopped at half past ten in Paris, on the day of the example."""
    return Clock()
