"""A damaged journal mended: every readable event, and those of its copies, in a new file; the damaged one is set aside.

The new file is whole before anything moves, under its own name (``….neuf``): stopped at any moment, mending goes on at the next
opening from where it was.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path

from facilitation.errors import JournalError
from facilitation.journal import failures
from facilitation.journal.copies import copies_of, count_in, stamp
from facilitation.journal.pages import readable_records
from facilitation.journal.sqlite import Record, SqliteJournal
from facilitation.typography import french, plural, quoted


def mend(journal: Path, at: int) -> str:
    """Return, in a sentence, what was found again once the journal has been made anew.

    Raises:
        NotKeptError: the new file cannot be written; nothing has moved.
    """
    records = surviving_records(journal)
    partial = journal.with_name(f"{journal.name}.tmp")
    with failures.told(journal):
        partial.unlink(missing_ok=True)
    mended = SqliteJournal(partial)
    try:
        mended.append_records(records)
    finally:
        mended.close()
    with failures.told(journal):
        partial.replace(_ready(journal))
    aside = finish_mending(journal, at)
    return french(
        f"Le carnet était abîmé : {_found(journal, len(records))}. Continuez ; le fichier abîmé reste à côté"
        f" ({aside.name if aside else journal.name})."
    )


def finish_mending(journal: Path, at: int) -> Path | None:
    """Put a mended journal in its place; return where the damaged one went, None when there was nothing to do."""
    ready = _ready(journal)
    if not ready.exists():
        return None
    with failures.told(journal):
        aside = _free_name(journal, at)
        for suffix in ("-wal", ""):  # a log must never meet another file than its own
            old = journal.with_name(f"{journal.name}{suffix}")
            if old.exists():
                old.replace(aside.with_name(f"{aside.name}{suffix}"))
        journal.with_name(f"{journal.name}-shm").unlink(missing_ok=True)
        ready.replace(journal)
    return aside


def surviving_records(journal: Path) -> list[Record]:
    """Return what a damaged journal and its copies still hold, in order; a copy's letters win over the damaged file's."""
    records: dict[str, Record] = {}
    with failures.told(journal):
        for source in (journal, *copies_of(journal)):
            records.update((record[0], record) for record in readable_records(source))
    return sorted(records.values(), key=lambda record: record[1:4])


def missing_records(journal: Path, held: int) -> list[Record]:
    """Return what the last copy holds when it holds more than the journal's ``held`` events, else nothing.

    So it is when somebody copied ``carnet.sqlite`` without its log, or put an older file in its place.
    """
    last = copies_of(journal)[-1:]
    return list(readable_records(last[0])) if last and count_in(last[0]) > held else []


def reading_notice(journal: Path, found: int) -> str:
    """Return what to say of a damaged journal that is only read."""
    return french(f"Le carnet {quoted(journal.name)} est abîmé : {_found(journal, found)}. Rouvrez la journée pour le réparer.")


def completed_notice(found: int) -> str:
    """Return what to say when the last copy held more than the journal."""
    return french(
        f"Le carnet était incomplet : {plural(found, 'événement repris', 'événements repris')} de sa dernière copie."
        " Continuez, rien d’autre n’a changé."
    )


def _found(journal: Path, found: int) -> str:
    source = "le fichier et ses copies" if copies_of(journal) else "le fichier"
    return f"{plural(found, 'événement retrouvé', 'événements retrouvés')} dans {source}"


def _ready(journal: Path) -> Path:
    return journal.with_name(f"{journal.name}.neuf")


def _free_name(journal: Path, at: int) -> Path:
    for number in count(1):
        aside = journal.with_name(f"{journal.stem}-abime-{stamp(at)}{f'-{number}' if number > 1 else ''}.sqlite.bak")
        if not aside.exists():
            return aside
    raise JournalError(journal.name)
