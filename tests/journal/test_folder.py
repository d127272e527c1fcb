from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.journal import Journal
from facilitation.journal.folder import FolderJournal
from tests.events_samples import idea, ideas
from tests.journal.conftest import Opener
from tests.journal.contract import JournalContract


class TestFolderJournal(JournalContract):
    @pytest.fixture(autouse=True)
    def _opener(self, opener: Opener) -> None:
        self.opener = opener

    def build(self, folder: Path) -> FolderJournal:
        return self.opener(folder).journal

    def beside(self, journal: Journal, folder: Path) -> FolderJournal:
        return self.opener(folder, read_only=True).journal


def test_two_consoles_each_with_their_file_see_one_day(tmp_path: Path, opener: Opener) -> None:
    main = opener(tmp_path)
    own = opener(tmp_path, own=True)
    main.journal.append(main.stamper.stamp([idea("dite au premier poste")]))
    own.journal.append(own.stamper.stamp([idea("dite au second")]))
    main.journal.tail()
    main.journal.append(main.stamper.stamp([idea("dite ensuite")]))
    said = ["dite au premier poste", "dite au second", "dite ensuite"]
    for opened in (main, own, opener(tmp_path, read_only=True)):
        words = [event.body.value for event in opened.journal.events()]  # type: ignore[union-attr] # only ideas here
        assert sorted(words) == sorted(said)
        assert words.index("dite ensuite") == 2


def test_what_others_keep_is_known_before_what_is_stamped_next(tmp_path: Path, opener: Opener) -> None:
    main, own = opener(tmp_path), opener(tmp_path, own=True)
    late = [event._replace(at=event.at + 10**9) for event in ideas("ahead", 1)]
    own.journal.append(late)
    assert main.journal.tail() == late
    (mine,) = main.stamper.stamp([idea("après")])
    assert mine.order > late[0].order


def test_the_same_event_in_two_files_is_there_once(tmp_path: Path, opener: Opener) -> None:
    main, own = opener(tmp_path), opener(tmp_path, own=True)
    main.journal.append(ideas("est", 3))
    own.journal.append(ideas("est", 2))
    assert opener(tmp_path, read_only=True).events == ideas("est", 3)


def test_a_console_that_reads_leaves_no_trace_in_the_folder(tmp_path: Path, opener: Opener) -> None:
    main = opener(tmp_path)
    main.journal.append(ideas("est", 3))
    before = sorted(path.name for path in tmp_path.iterdir())
    reader = opener(tmp_path, read_only=True)
    assert reader.events == ideas("est", 3)
    reader.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_closed_journal_is_one_plain_file(tmp_path: Path, opener: Opener) -> None:
    main = opener(tmp_path)
    main.journal.append(ideas("est", 3))
    main.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["carnet.sqlite", "carnet.verrou"]
    moved = tmp_path / "ailleurs"
    moved.mkdir()
    (moved / "carnet.sqlite").write_bytes((tmp_path / "carnet.sqlite").read_bytes())
    assert opener(moved).events == ideas("est", 3)


def test_drafts_wait_for_the_next_opening(tmp_path: Path, opener: Opener) -> None:
    main = opener(tmp_path)
    main.journal.keep_drafts({"coeur": "la solida"})
    main.close()
    assert opener(tmp_path).journal.drafts() == {"coeur": "la solida"}
