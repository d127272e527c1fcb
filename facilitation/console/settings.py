"""What this computer remembers of its console: theme, keyboard, hints seen. Losing it costs nothing."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

HINT_VISITS = 3


@dataclass(slots=True)
class Settings:
    """``missing`` are keys the keyboard trial did not receive; ``visits`` counts the showings of each hint."""

    theme: str = "sombre"
    tried: bool = False
    azerty: bool = True
    missing: list[str] = field(default_factory=list)
    visits: dict[str, int] = field(default_factory=dict)

    def hint_is_fresh(self, name: str) -> bool:
        """Return whether a hint may still be shown."""
        return self.visits.get(name, 0) < HINT_VISITS

    def seen(self, name: str) -> None:
        """Count a showing of a hint."""
        self.visits[name] = self.visits.get(name, 0) + 1

    def learnt(self, name: str) -> None:
        """Never show a hint again: its key was used."""
        self.visits[name] = HINT_VISITS


def file() -> Path:
    """Return where the settings are."""
    from platformdirs import user_config_path  # noqa: PLC0415  # 28 ms that a test never pays

    return user_config_path("facilitation", appauthor=False) / "console.json"


def load() -> Settings:
    """Return this computer's settings, the first ones when there are none or they are unreadable."""
    try:
        found = json.loads(file().read_text(encoding="utf-8"))
        return Settings(**{name: found[name] for name in asdict(Settings()) if name in found})
    except (OSError, ValueError, TypeError, AttributeError):
        return Settings()


def save(settings: Settings) -> None:
    """Remember the settings; a folder that cannot be written is no reason to stop."""
    try:
        file().parent.mkdir(parents=True, exist_ok=True)
        file().write_text(json.dumps(asdict(settings), ensure_ascii=False), encoding="utf-8")
    except OSError:
        return
