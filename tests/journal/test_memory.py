from __future__ import annotations

from pathlib import Path

from facilitation.journal import Journal, MemoryJournal
from tests.journal.contract import JournalContract


class TestMemoryJournal(JournalContract):
    def build(self, folder: Path) -> Journal:
        self.store: dict = {}  # type: ignore[type-arg] # what is stored is the journal's own affair
        return MemoryJournal(self.store)

    def beside(self, journal: Journal, folder: Path) -> Journal:
        return MemoryJournal(self.store)
