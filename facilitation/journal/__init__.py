"""What is kept of a day, for ever: an append-only set of events, on disk before it is shown."""

from facilitation.journal.memory import MemoryJournal
from facilitation.journal.opening import OpenedJournal, open_day_journal
from facilitation.journal.protocol import Journal
from facilitation.journal.reading import Reading, read_day, read_file
from facilitation.journal.stamper import Stamper, new_station

__all__ = [
    "Journal",
    "MemoryJournal",
    "OpenedJournal",
    "Reading",
    "Stamper",
    "new_station",
    "open_day_journal",
    "read_day",
    "read_file",
]
