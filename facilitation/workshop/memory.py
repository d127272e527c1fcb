"""The days opened on this computer, last first."""

from __future__ import annotations

import json
from pathlib import Path

RECENT = 20


def memory_file() -> Path:
    """Return where the list of days opened on this computer is kept."""
    from platformdirs import user_data_path  # noqa: PLC0415  # 28 ms, only for the list of days

    return user_data_path("facilitation", appauthor=False) / "journees.json"


def recent() -> list[Path]:
    """Return the folders of the days opened on this computer, last first; those that are gone are left out."""
    try:
        folders = json.loads(memory_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    if not isinstance(folders, list):
        return []
    return [Path(folder) for folder in folders if isinstance(folder, str) and (Path(folder) / "journee.yaml").is_file()]


def remember(folder: Path) -> None:
    """Put a day at the top of the list; a list that cannot be written is no reason to stop."""
    here = folder.resolve()
    folders = [here, *(other for other in recent() if other != here)][:RECENT]
    try:
        memory_file().parent.mkdir(parents=True, exist_ok=True)
        memory_file().write_text(json.dumps([str(path) for path in folders], ensure_ascii=False), encoding="utf-8")
    except OSError:
        return
