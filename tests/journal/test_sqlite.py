from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitation.errors import (
    DamagedJournalError,
    DiskFullError,
    FolderGoneError,
    HeldElsewhereError,
    NewerJournalError,
    NotKeptError,
    ReadOnlyError,
)
from facilitation.events import VERSION
from facilitation.journal import failures
from facilitation.journal.sqlite import SCHEMA, SqliteJournal
from tests.events_samples import events_of, idea, ideas
from tests.journal.contract import KeepingContract


class TestSqliteJournal(KeepingContract):
    def build(self, folder: Path) -> SqliteJournal:
        return SqliteJournal(folder / "carnet.sqlite")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[SqliteJournal]:
    opened = SqliteJournal(tmp_path / "carnet.sqlite")
    yield opened
    opened.close()


def test_events_keep_the_order_they_were_recorded_in(journal: SqliteJournal) -> None:
    journal.append(ideas("poste", 3)[::-1])
    assert journal.events() == ideas("poste", 3)[::-1]
    assert len(journal) == 3


def test_every_commit_waits_for_the_disk(journal: SqliteJournal) -> None:
    def pragma(name: str) -> object:
        return journal._connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert (pragma("journal_mode"), pragma("synchronous"), pragma("fullfsync")) == ("wal", 2, 1)


def test_all_the_events_of_an_append_are_kept_or_none(journal: SqliteJournal) -> None:
    first, second = ideas("poste", 2)
    unreadable = second._replace(key=None)  # type: ignore[arg-type] # what a defect would do
    with pytest.raises(NotKeptError):
        journal.append([first, unreadable])
    assert journal.events() == []
    journal.append([first, second])
    assert journal.events() == [first, second]


def test_a_full_disk_is_told_and_a_retry_after_making_room_keeps_everything(journal: SqliteJournal) -> None:
    journal.append(ideas("poste", 3))
    (pages,) = journal._connection.execute("PRAGMA page_count").fetchone()
    journal._connection.execute(f"PRAGMA max_page_count = {pages}")
    long = events_of("bavard", [idea("x" * 2000)] * 20)
    with pytest.raises(DiskFullError, match=r"n’est PAS gardé.*Libérez de la place"):
        journal.append(long)
    assert journal.events() == ideas("poste", 3)
    journal._connection.execute("PRAGMA max_page_count = 1000000")
    journal.append(long)
    assert journal.events() == ideas("poste", 3) + long


def test_a_read_only_connection_is_told(journal: SqliteJournal) -> None:
    journal._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(ReadOnlyError, match="sans écrire"):
        journal.append(ideas("poste", 1))


def test_the_same_file_is_never_written_twice_at_once(journal: SqliteJournal) -> None:
    with pytest.raises(HeldElsewhereError):
        SqliteJournal(journal.path)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of an open file")
def test_events_are_never_said_kept_in_a_file_that_was_removed(journal: SqliteJournal) -> None:
    journal.append(ideas("poste", 1))
    journal.path.unlink()
    with pytest.raises(FolderGoneError):
        journal.append(ideas("poste", 2))


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of an open file")
def test_events_are_never_said_kept_in_a_file_that_was_replaced(journal: SqliteJournal, tmp_path: Path) -> None:
    journal.append(ideas("poste", 1))
    journal.copy(tmp_path / "copie.sqlite")
    (tmp_path / "copie.sqlite").replace(journal.path)
    with pytest.raises(FolderGoneError):
        journal.append(ideas("poste", 2))
    with pytest.raises(FolderGoneError):
        journal.keep_drafts({"coeur": "la solida"})


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of an open file")
def test_closing_a_replaced_file_leaves_the_log_of_the_new_one(journal: SqliteJournal, tmp_path: Path) -> None:
    journal.append(ideas("poste", 1))
    elsewhere = tmp_path / "ailleurs"
    elsewhere.mkdir()
    for path in tmp_path.glob("carnet.sqlite*"):
        shutil.copy(path, elsewhere / path.name)
        path.unlink()
    for path in elsewhere.iterdir():
        path.rename(tmp_path / path.name)
    journal.close()
    assert (tmp_path / "carnet.sqlite-wal").exists()
    again = SqliteJournal(tmp_path / "carnet.sqlite")
    assert again.events() == ideas("poste", 1)
    again.close()


def test_a_copy_is_one_whole_file(journal: SqliteJournal, tmp_path: Path) -> None:
    journal.append(ideas("poste", 3))
    journal.keep_drafts({"coeur": "la solida"})
    copy = tmp_path / "copie.sqlite"
    copy.write_bytes(b"an older copy")
    (tmp_path / "copie.sqlite.tmp").write_bytes(b"a copy that was cut short")
    journal.copy(copy)
    assert sorted(path.name for path in tmp_path.glob("copie*")) == ["copie.sqlite"]
    copied = SqliteJournal(copy)
    assert copied.events() == ideas("poste", 3)
    assert copied.drafts() == {"coeur": "la solida"}
    copied.close()


def test_a_file_that_is_no_journal_is_told(tmp_path: Path) -> None:
    path = tmp_path / "carnet.sqlite"
    path.write_text("Ceci n'est pas un carnet. " * 300, encoding="utf-8")
    with pytest.raises(DamagedJournalError, match="abîmé"):
        SqliteJournal(path)


def test_another_program_s_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "carnet.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recettes (nom TEXT)")
    other.close()
    with pytest.raises(DamagedJournalError):
        SqliteJournal(path)


@pytest.mark.parametrize(("name", "value"), [("schema", SCHEMA + 1), ("events", VERSION + 1)])
def test_a_newer_journal_is_left_alone(tmp_path: Path, name: str, value: int) -> None:
    journal = SqliteJournal(tmp_path / "carnet.sqlite")
    journal.append(ideas("poste", 1))
    journal._connection.execute("UPDATE meta SET value = ? WHERE name = ?", (value, name))
    journal.close()
    before = journal.path.read_bytes()
    with pytest.raises(NewerJournalError, match=r"version plus récente.*Mettez facilitation à jour"):
        SqliteJournal(journal.path)
    assert journal.path.read_bytes() == before


def test_an_older_journal_says_from_now_on_that_newer_events_may_be_in_it(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "carnet.sqlite")
    journal._connection.execute("UPDATE meta SET value = 1 WHERE name = 'events'")
    journal.close()
    again = SqliteJournal(tmp_path / "carnet.sqlite")
    assert dict(again._connection.execute("SELECT name, value FROM meta")) == {"schema": SCHEMA, "events": VERSION}
    again.close()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderGoneError, match="n’est plus là"):
        SqliteJournal(tmp_path / "parti" / "carnet.sqlite")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SQLITE_FULL", DiskFullError),
        ("SQLITE_READONLY_DIRECTORY", ReadOnlyError),
        ("SQLITE_CANTOPEN", ReadOnlyError),
        ("SQLITE_IOERR_FSYNC", NotKeptError),
        ("SQLITE_IOERR_LOCK", ReadOnlyError),
        ("SQLITE_CORRUPT_INDEX", DamagedJournalError),
        ("SQLITE_NOTADB", DamagedJournalError),
        ("SQLITE_BUSY_RECOVERY", HeldElsewhereError),
        ("SQLITE_READONLY_DBMOVED", FolderGoneError),
        ("SQLITE_NOMEM", NotKeptError),
    ],
)
def test_each_trouble_of_sqlite_is_a_sentence(tmp_path: Path, name: str, expected: type[Exception]) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = name
    told = failures.from_sqlite(error, tmp_path / "carnet.sqlite")
    assert type(told) is expected
    assert str(told).endswith(".")


def test_an_input_output_error_without_any_room_left_is_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(100, 100, 0))
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_WRITE"
    assert isinstance(failures.from_sqlite(error, tmp_path / "carnet.sqlite"), DiskFullError)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_the_system_s_own_full_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(DiskFullError), failures.told(tmp_path / "carnet.sqlite"):
        Path("/dev/full").write_text("x" * 10_000, encoding="utf-8")


def test_the_folder_for_temporary_files_is_not_used_to_write(journal: SqliteJournal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(journal.path / "nowhere"))
    journal.append(ideas("poste", 2))
    assert journal.events() == ideas("poste", 2)


def test_a_copy_that_fails_leaves_nothing_half_written(journal: SqliteJournal, tmp_path: Path) -> None:
    (tmp_path / "copie.sqlite").mkdir()
    with pytest.raises(NotKeptError):
        journal.copy(tmp_path / "copie.sqlite")
    assert not (tmp_path / "copie.sqlite.tmp").exists()
