from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.events import Event
from facilitation.journal import OpenedJournal, read_day
from facilitation.journal.mending import mend
from facilitation.journal.pages import readable_records
from facilitation.journal.sqlite import SqliteJournal, event_of
from tests.events_samples import events_of, idea, ideas
from tests.journal.conftest import Opener

one_folder_each = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
COPIED = 40


@pytest.fixture
def said() -> list[Event]:
    """Return what was said on a day: short ideas, and long ones that overflow their page."""
    words = Random(7)
    return events_of("salle", [idea(f"idée {n} " + "é" * words.choice([3, 40, 2000])) for n in range(70)])


@pytest.fixture
def day(tmp_path: Path, said: list[Event], opener: Opener) -> Path:
    """Return the folder of a day that was closed well, with an automatic copy of its first 40 events."""
    folder = tmp_path / "journee"
    folder.mkdir()
    opened = opener(folder)
    for event in said[:COPIED]:
        opened.journal.append([event])
    opened.copy()
    for event in said[COPIED:]:
        opened.journal.append([event])
    shutil.copytree(folder, tmp_path / "en cours")  # as a computer that stops leaves it: with its log
    opened.close()
    return folder


@pytest.fixture
def stopped(day: Path) -> Path:
    """Return the same day as a computer that stopped in the middle leaves it."""
    return day.parent / "en cours"


def opened_then_closed(folder: Path, opener: Opener) -> tuple[list[Event], tuple[str, ...]]:
    """Return what an opening finds; the next one must find the same, in good health."""
    first: OpenedJournal = opener(folder)
    found, notices = first.events, first.notices
    first.journal.append(ideas("suite", 1))
    first.close()
    again = opener(folder)
    assert [event for event in again.events if event.station != "suite"] == found
    assert again.notices == ()
    again.close()
    return found, notices


@pytest.mark.parametrize("percent", [*range(0, 100, 7), 99])
def test_a_truncated_file_gives_back_at_least_its_last_copy(day: Path, said: list[Event], opener: Opener, percent: int) -> None:
    file = day / "carnet.sqlite"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) * percent // 100])
    read = read_day(day)
    found, notices = opened_then_closed(day, opener)
    assert found == read.events
    assert found[:COPIED] == said[:COPIED]
    assert set(found) <= set(said)
    assert len(notices) == len(read.notices) == 1
    assert notices[0].endswith(".")


@pytest.mark.parametrize("percent", [0, 1, 20, 50, 80, 99])
def test_a_truncated_log_gives_back_at_least_the_last_copy(
    stopped: Path, said: list[Event], opener: Opener, percent: int
) -> None:
    log = stopped / "carnet.sqlite-wal"
    whole = log.read_bytes()
    log.write_bytes(whole[: len(whole) * percent // 100])
    found, _ = opened_then_closed(stopped, opener)
    assert found[:COPIED] == said[:COPIED]
    assert set(found) <= set(said)


def test_a_log_left_by_a_computer_that_stopped_is_read(stopped: Path, said: list[Event], opener: Opener) -> None:
    assert read_day(stopped).events == said
    found, notices = opened_then_closed(stopped, opener)
    assert found == said
    assert notices == ()


def test_a_file_copied_without_its_log_is_completed_from_a_copy(stopped: Path, said: list[Event], opener: Opener) -> None:
    (stopped / "carnet.sqlite-wal").unlink()
    assert read_day(stopped).events == said[:COPIED]
    found, notices = opened_then_closed(stopped, opener)
    assert found == said[:COPIED]
    assert "dernière copie" in notices[0]


@one_folder_each
@given(data=st.data())
def test_garbled_bytes_never_take_what_a_copy_holds(
    tmp_path_factory: pytest.TempPathFactory, day: Path, said: list[Event], opener: Opener, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("abime") / "journee"
    shutil.copytree(day, folder)
    file = folder / "carnet.sqlite"
    whole = bytearray(file.read_bytes())
    start = data.draw(st.integers(0, len(whole) - 1) | st.integers(0, 200))
    noise = data.draw(st.binary(min_size=1, max_size=300) | st.sampled_from([bytes(4096), b"\xff" * 4096]))
    whole[start : start + len(noise)] = noise
    file.write_bytes(whole)
    keys = {event.key for event in opener(folder).events}
    assert keys >= {event.key for event in said[:COPIED]}


@pytest.mark.parametrize("content", [b"", b"Bonjour", bytes(9000), b"SQLite format 3\0", b"PK\x03\x04" * 5000])
def test_a_file_that_is_no_journal_is_set_aside_and_the_copy_used(
    day: Path, said: list[Event], opener: Opener, content: bytes
) -> None:
    (day / "carnet.sqlite").write_bytes(content)
    found, _ = opened_then_closed(day, opener)
    assert found == said[:COPIED]


def test_a_journal_without_any_copy_gives_what_it_still_holds(day: Path, said: list[Event], opener: Opener) -> None:
    shutil.rmtree(day / "copies")
    file = day / "carnet.sqlite"
    file.write_bytes(bytes(4096) + file.read_bytes()[4096:])  # header and tables' roots are gone
    found, notices = opened_then_closed(day, opener)
    assert found == said
    assert "70\u00a0événements retrouvés dans le fichier" in notices[0]


def test_the_damaged_file_stays_beside_and_is_not_read_again(day: Path, opener: Opener) -> None:
    damaged = b"abc" * 5000
    for _ in range(2):
        (day / "carnet.sqlite").write_bytes(damaged)
        opener(day).close()
    kept = sorted(day.glob("carnet-abime-*"))
    assert [path.name for path in kept] == [
        "carnet-abime-20211116T093000Z-2.sqlite.bak",
        "carnet-abime-20211116T093000Z.sqlite.bak",
    ]
    assert all(path.read_bytes() == damaged for path in kept)


def test_a_damaged_index_found_while_the_day_runs_is_mended_at_once(day: Path, said: list[Event], opener: Opener) -> None:
    opened = opener(day)
    file = opened.journal._writer._file  # type: ignore[union-attr] # the file under the journal, to break it
    assert file is not None
    (root,) = file._connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name LIKE 'sqlite_autoindex_event%'"
    ).fetchone()
    with (day / "carnet.sqlite").open("r+b") as raw:
        raw.seek((root - 1) * 4096)
        raw.write(b"\xff" * 4096)
    file._connection.execute("PRAGMA shrink_memory")
    late = events_of("suite", [idea("tout à la fin"), idea("encore")], start=1_637_075_000_000)
    opened.journal.append(late)
    assert opened.journal.events() == said + late
    assert len(opened.notices) == 1
    opened.close()
    assert opener(day).events == said + late


@pytest.mark.parametrize("stop", ["before the damaged file moves", "after its log moved", "after it moved"])
def test_mending_that_was_stopped_goes_on_at_the_next_opening(
    stopped: Path, said: list[Event], opener: Opener, stop: str
) -> None:
    file = stopped / "carnet.sqlite"
    ready = SqliteJournal(stopped / "carnet.sqlite.tmp")
    ready.append(said)
    ready.close()
    (stopped / "carnet.sqlite.tmp").replace(stopped / "carnet.sqlite.neuf")
    (stopped / "carnet.sqlite.tmp").write_bytes(b"left by an older try")
    if stop != "before the damaged file moves":
        (stopped / "carnet.sqlite-wal").unlink()
    if stop == "after it moved":
        file.unlink()
    found, _ = opened_then_closed(stopped, opener)
    assert found == said
    assert not (stopped / "carnet.sqlite.neuf").exists()


def test_drafts_and_other_tables_are_no_events(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "carnet.sqlite")
    journal.keep_drafts({f"lieu {n}": "mots " * 300 for n in range(9)})
    journal.append(ideas("salle", 3))
    journal.keep_drafts({})
    journal.close()
    assert [event_of(record) for record in readable_records(journal.path)] == ideas("salle", 3)


def test_what_is_read_page_by_page_is_what_sqlite_reads(stopped: Path, said: list[Event]) -> None:
    found = {record[0]: event_of(record) for record in readable_records(stopped / "carnet.sqlite")}
    assert list(found.values()) == said


@given(st.binary(max_size=20_000))
def test_any_bytes_are_looked_through_without_trouble(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    path = tmp_path_factory.mktemp("bruit") / "carnet.sqlite"
    for start in (b"", b"\x0d", b"SQLite format 3\0", b"\x0d\x00\x00\x00\x05"):
        path.write_bytes(start + noise)
        path.with_name("carnet.sqlite-wal").write_bytes(bytes(32 + 24) + start + noise)
        assert list(readable_records(path)) == []


def test_mending_a_sound_journal_changes_no_event(day: Path, said: list[Event], opener: Opener) -> None:
    mend(day / "carnet.sqlite", 0)
    assert opener(day).events == said
