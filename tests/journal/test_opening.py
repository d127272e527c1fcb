from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitation.errors import (
    DiskFullError,
    FolderGoneError,
    HeldElsewhereError,
    JournalError,
    NewerJournalError,
    NotKeptError,
    ReadOnlyError,
)
from facilitation.journal import open_day_journal, read_day, read_file
from facilitation.journal.sqlite import SqliteJournal
from tests.conftest import Clock
from tests.events_samples import events_of, idea, ideas
from tests.journal.conftest import Opener

ORDINARY_USER = 65534


@pytest.fixture
def as_ordinary_user() -> Iterator[None]:
    """Act as somebody whom permissions stop: nothing stops root."""
    if os.name == "nt":
        pytest.skip("permissions of folders are another matter on Windows")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(ORDINARY_USER)
    yield
    os.seteuid(0)


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """Return a day's folder with three events, which any user of the computer may read."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = Path(place) / "journee"
        folder.mkdir()
        opened = open_day_journal(folder, now=lambda: 0, host="PC")
        opened.journal.append(ideas("salle", 3))
        opened.close()
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@pytest.fixture
def stopped_folder(public_folder: Path) -> Iterator[Path]:
    """Return the same folder as a computer that stops leaves it, with its log."""
    folder = public_folder.parent / "arretee"
    folder.mkdir()
    opened = open_day_journal(folder, now=lambda: 0, host="PC")
    opened.journal.append(ideas("salle", 3))
    kept = {path.name: path.read_bytes() for path in folder.glob("carnet.sqlite*")}
    opened.close()
    for name, content in kept.items():
        (folder / name).write_bytes(content)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, opener: Opener) -> None:
    with pytest.raises(FolderGoneError, match="n’est plus là"):
        opener(tmp_path / "parti")
    assert not (tmp_path / "parti").exists()


def test_a_day_in_good_health_says_nothing(tmp_path: Path, opener: Opener) -> None:
    opened = opener(tmp_path)
    opened.journal.append(ideas("salle", 1))
    assert opened.notices == ()
    assert not opened.read_only


def test_each_opening_is_a_station_of_its_own(tmp_path: Path, opener: Opener) -> None:
    first = opener(tmp_path)
    first.close()
    assert opener(tmp_path).stamper.station != first.stamper.station


def test_a_folder_copied_elsewhere_never_reuses_a_key(tmp_path: Path, opener: Opener, clock: Clock) -> None:
    here = tmp_path / "ici"
    here.mkdir()
    opened = opener(here)
    opened.journal.append(opened.stamper.stamp([idea("avant")]))
    opened.close()
    there = tmp_path / "là-bas"
    shutil.copytree(here, there)
    for folder in (here, there):
        clock.advance(60)
        again = opener(folder)
        again.journal.append(again.stamper.stamp([idea(f"dite {folder.name}")]))
        again.close()
    merged = opener(here)
    merged.journal.append(read_day(there).events)
    merged.journal.append(read_file(there / "carnet.sqlite").events)
    assert [event.body.value for event in merged.journal.events()] == ["avant", "dite ici", "dite là-bas"]  # type: ignore[union-attr] # only ideas here


def test_what_is_stamped_comes_after_what_was_there_even_with_a_slow_clock(
    tmp_path: Path, opener: Opener, clock: Clock
) -> None:
    first = opener(tmp_path)
    (before,) = first.stamper.stamp([idea("avant")])
    first.journal.append([before])
    first.close()
    clock.advance(-86_400)
    (after,) = opener(tmp_path).stamper.stamp([idea("après")])
    assert after.order > before.order


def test_a_read_only_folder_is_read_and_told(public_folder: Path, opener: Opener, as_ordinary_user: None) -> None:
    opened = opener(public_folder)
    assert opened.read_only
    assert opened.events == ideas("salle", 3)
    (notice,) = opened.notices
    assert "vous voyez tout, sans écrire" in notice
    assert "Copiez le dossier" in notice
    with pytest.raises(ReadOnlyError):
        opened.journal.append(ideas("salle", 4))


def test_a_read_only_folder_left_by_a_computer_that_stopped_is_read_whole(
    stopped_folder: Path, opener: Opener, as_ordinary_user: None
) -> None:
    assert (stopped_folder / "carnet.sqlite-wal").exists()
    assert opener(stopped_folder).events == ideas("salle", 3)


def test_a_read_only_file_in_a_folder_that_is_not_is_read_and_told(
    stopped_folder: Path, opener: Opener, as_ordinary_user: None
) -> None:
    if os.geteuid() == ORDINARY_USER:
        os.seteuid(0)
        stopped_folder.chmod(0o777)
        for path in stopped_folder.iterdir():
            path.chmod(0o444 if path.name == "carnet.sqlite" else 0o666)
        os.seteuid(ORDINARY_USER)
    else:
        stopped_folder.chmod(0o755)
        (stopped_folder / "carnet.sqlite").chmod(0o444)
    opened = opener(stopped_folder)
    assert opened.events == ideas("salle", 3)
    assert opened.read_only
    assert "Copiez le dossier" in opened.notices[0]


def test_a_read_only_journal_lets_nothing_be_written(tmp_path: Path, opener: Opener) -> None:
    opener(tmp_path).close()
    opened = opener(tmp_path, read_only=True)
    assert opened.notices == ()
    assert opened.journal.drafts() == {}
    for write in (lambda: opened.journal.append(ideas("salle", 1)), lambda: opened.journal.keep_drafts({}), opened.copy):
        with pytest.raises(JournalError, match="pour lire"):
            write()


def test_a_newer_journal_is_refused_and_left_alone(tmp_path: Path, opener: Opener) -> None:
    opened = opener(tmp_path)
    opened.journal.append(ideas("salle", 2))
    opened.close()
    file = SqliteJournal(tmp_path / "carnet.sqlite")
    file._connection.execute("UPDATE meta SET value = 99 WHERE name = 'events'")
    file._connection.execute("UPDATE event SET name = 'vote-cast', version = 99 WHERE sequence = 1")
    file.close()
    before = (tmp_path / "carnet.sqlite").read_bytes()
    for how in ({}, {"read_only": True}, {"own": True}):
        with pytest.raises(NewerJournalError, match="Mettez facilitation à jour"):
            opener(tmp_path, **how)
    assert (tmp_path / "carnet.sqlite").read_bytes() == before
    assert [path.name for path in tmp_path.glob("*abime*")] == []


def test_a_newer_journal_of_another_console_stops_the_opening_and_lets_go_of_the_day(tmp_path: Path, opener: Opener) -> None:
    file = SqliteJournal(tmp_path / "carnet-autre.sqlite")
    file._connection.execute("UPDATE meta SET value = 99 WHERE name = 'schema'")
    file.close()
    with pytest.raises(NewerJournalError, match=r"carnet-autre\.sqlite"):
        opener(tmp_path)
    (tmp_path / "carnet-autre.sqlite").unlink()
    assert not opener(tmp_path).read_only


def test_the_damaged_journal_of_another_console_is_read_and_left_in_its_place(tmp_path: Path, opener: Opener) -> None:
    other = tmp_path / "carnet-autre.sqlite"
    file = SqliteJournal(other)
    file.append(ideas("autre", 5))
    file.close()
    damaged = bytes(100) + other.read_bytes()[100:]
    other.write_bytes(damaged)
    opened = opener(tmp_path)
    assert opened.events == ideas("autre", 5)
    assert "« carnet-autre.sqlite » est abîmé" in opened.notices[0].replace("\u00a0", " ")
    assert other.read_bytes() == damaged


def test_a_file_given_alone_is_read(tmp_path: Path, opener: Opener) -> None:
    opened = opener(tmp_path)
    opened.journal.append(ideas("salle", 2))
    assert read_file(tmp_path / "carnet.sqlite").events == ideas("salle", 2)
    with pytest.raises(JournalError, match="Vérifiez le nom"):
        read_file(tmp_path / "absent.sqlite")


def test_a_full_disk_while_the_day_runs_then_freed_loses_nothing(tmp_path: Path, opener: Opener) -> None:
    opened = opener(tmp_path)
    opened.journal.append(ideas("salle", 3))
    long = events_of("bavard", [idea("x" * 2000)] * 20, start=1_637_075_000_000)
    connection = opened.journal._writer._file._connection  # type: ignore[union-attr] # to fill the disk under it
    connection.execute("PRAGMA max_page_count = 8")
    for _ in range(3):
        with pytest.raises(DiskFullError):
            opened.journal.append(long)
    assert opened.journal.events() == ideas("salle", 3)
    connection.execute("PRAGMA max_page_count = 100000")
    opened.journal.append(long)
    opened.close()
    assert opener(tmp_path).events == ideas("salle", 3) + long


def test_a_disk_that_is_full_at_the_opening_lets_the_day_be_seen_then_written(
    tmp_path: Path, opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = opener(tmp_path)
    opened.journal.append(ideas("salle", 3))
    opened.close()

    def full(path: Path) -> SqliteJournal:
        raise DiskFullError("Le disque est plein.")

    with monkeypatch.context() as filled:
        filled.setattr("facilitation.journal.writer.SqliteJournal", full)
        again = opener(tmp_path)
        assert again.events == ideas("salle", 3)
        assert again.notices == ("Le disque est plein.",)
        with pytest.raises(DiskFullError):
            again.journal.append(ideas("suite", 1))
    again.journal.append(ideas("suite", 1))
    assert again.journal.events() == [*ideas("salle", 1), *ideas("suite", 1), *ideas("salle", 3)[1:]]


needs_removal = pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open folder go")


@needs_removal
def test_a_folder_that_goes_while_the_day_runs_is_told_and_everything_is_kept_when_it_is_back(
    tmp_path: Path, opener: Opener
) -> None:
    day, away = tmp_path / "cle usb", tmp_path / "retiree"
    day.mkdir()
    opened = opener(day)
    first, second, third = ideas("salle", 3)
    opened.journal.append([first])
    day.rename(away)
    for _ in range(2):
        with pytest.raises(FolderGoneError, match="Rebranchez"):
            opened.journal.append([second])
    assert not day.exists()
    with pytest.raises(FolderGoneError):
        opened.journal.tail()
    day.mkdir()  # where the stick was, the system may leave an empty folder
    with pytest.raises(FolderGoneError):
        opened.journal.append([second])
    assert list(day.iterdir()) == []
    day.rmdir()
    away.rename(day)
    opened.journal.append([second])
    opened.journal.append([third])
    opened.close()
    assert opener(day).events == ideas("salle", 3)


@needs_removal
def test_a_folder_lost_for_good_and_made_again_gets_everything_back(tmp_path: Path, opener: Opener) -> None:
    day = tmp_path / "journee"
    day.mkdir()
    opened = opener(day)
    opened.journal.append(ideas("salle", 2))
    shutil.rmtree(day)
    day.mkdir()
    (day / "journee.yaml").write_text("journee: Essai", encoding="utf-8")
    opened.journal.append(ideas("salle", 3))
    opened.close()
    assert opener(day).events == ideas("salle", 3)


@needs_removal
def test_a_stick_back_in_the_hands_of_another_console_is_not_written(tmp_path: Path, opener: Opener) -> None:
    day, away = tmp_path / "cle usb", tmp_path / "retiree"
    day.mkdir()
    opened = opener(day)
    opened.journal.append(ideas("salle", 1))
    day.rename(away)
    with pytest.raises(NotKeptError):
        opened.journal.append(ideas("salle", 2))
    away.rename(day)
    other = opener(day, host="PC-CRES-09")
    with pytest.raises(HeldElsewhereError, match="PC-CRES-09"):
        opened.journal.append(ideas("salle", 2))
    other.close()
    opened.journal.append(ideas("salle", 2))
    assert opened.journal.events() == ideas("salle", 2)


def test_a_closed_journal_stays_closed(tmp_path: Path, opener: Opener) -> None:
    opened = opener(tmp_path)
    opened.close()
    opened.close()
    with pytest.raises(JournalError, match="fermée"):
        opened.journal.append(ideas("salle", 1))


def test_automatic_copies_are_named_after_their_hour_and_the_last_five_stay(
    tmp_path: Path, opener: Opener, clock: Clock
) -> None:
    opened, own = opener(tmp_path), opener(tmp_path, own=True)
    own.copy()
    for number in range(7):
        opened.journal.append(ideas("salle", number))
        copy = opened.copy()
        clock.advance(60)
    assert copy.name == "carnet.20211116T093600Z.sqlite"
    copies = sorted((tmp_path / "copies").glob("carnet.*"))
    assert [path.name[16:22] for path in copies] == ["093200", "093300", "093400", "093500", "093600"]
    assert read_file(copies[0]).events == ideas("salle", 2)
    assert read_file(copy).events == ideas("salle", 6)
    assert len(list((tmp_path / "copies").glob("carnet-*"))) == 1


def test_a_copy_that_cannot_be_written_is_told_and_leaves_the_former_ones(tmp_path: Path, opener: Opener) -> None:
    opened = opener(tmp_path)
    (tmp_path / "copies").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(NotKeptError):
        opened.copy()
