"""No test of the library looks at the folder of the organisation that runs it."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def organisation(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the organisation's own folder of cards, empty."""
    folder = tmp_path_factory.mktemp("organisme")
    monkeypatch.setenv("FACILITATION_EXERCICES", str(folder))
    return folder
