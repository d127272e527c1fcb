"""One hint a screen, on its first three visits, until its key is used."""

from __future__ import annotations

import time
from dataclasses import dataclass

from facilitation.console import settings
from facilitation.typography import french

PASTE = "paste"  # not a key, but learnt like one
SHOWN_FOR = 12.0  # seconds; then the keys of the foot come back


@dataclass(frozen=True, slots=True)
class Hint:
    """What is told, and the keys that show it is known."""

    text: str
    keys: tuple[str, ...]


HINTS = {
    "SilhouetteScreen": Hint("Astuce : collez plusieurs lignes d’un coup, une idée par ligne.", (PASTE,)),
    "ListScreen": Hint("Astuce : collez plusieurs lignes d’un coup, une idée par ligne.", (PASTE,)),
    "QuestionsScreen": Hint("Astuce : Tab passe de la question à sa réponse, et retour.", ("tab",)),
    "MatrixScreen": Hint("Astuce : Tab passe à l’autre sens, F6 à la paire suivante.", ("tab", "f6")),
    "DebateScreen": Hint("Astuce : = met ici toutes les personnes qui restent.", ("equals_sign",)),
    "DayScreen": Hint("Astuce : Entrée anime la séquence choisie, F5 celle qui vient.", ("up", "down", "enter")),
    "DocumentsScreen": Hint("Astuce : Échap pendant la fabrication, elle continue ailleurs.", ("escape",)),
    "DaysScreen": Hint("Astuce : Ctrl+P trouve toutes les actions par leur nom.", ("ctrl+p",)),
}


class Hints:
    """What this computer still has to be told."""

    def __init__(self, known: settings.Settings) -> None:
        self._known = known
        self._since: dict[int, tuple[object, float]] = {}

    def shown(self, screen: object) -> str:
        """Return the hint to show on a screen now, '' once its visits, its seconds or its need are over."""
        name = type(screen).__name__
        hint = HINTS.get(name)
        if hint is None:
            return ""
        if id(screen) not in self._since:
            self._since[id(screen)] = screen, time.monotonic() if self._is_fresh(name) else 0.0
        began = self._since[id(screen)][1]
        return french(hint.text) if began and time.monotonic() - began < SHOWN_FOR else ""

    def _is_fresh(self, name: str) -> bool:
        """Return whether the hint is still to be shown; count this visit."""
        if not self._known.hint_is_fresh(name):
            return False
        self._known.seen(name)
        settings.save(self._known)
        return True

    def used(self, screen: object, key: str) -> None:
        """Note that a key was used on a screen: what it teaches is known."""
        name = type(screen).__name__
        hint = HINTS.get(name)
        if hint is None or key not in hint.keys:
            return
        self._since[id(screen)] = screen, 0.0
        if self._known.hint_is_fresh(name):
            self._known.learnt(name)
            settings.save(self._known)
