from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from facilitation.errors import HeldElsewhereError, NotKeptError
from facilitation.journal import open_day_journal
from facilitation.journal.lock import JournalLock
from tests.conftest import Clock
from tests.events_samples import ideas
from tests.journal.conftest import Opener


def test_the_second_console_is_told_who_holds_the_journal_and_since_when(tmp_path: Path, opener: Opener) -> None:
    opener(tmp_path, host="PC-CRES-02")
    with pytest.raises(HeldElsewhereError) as refusal:
        opener(tmp_path, host="PC-CRES-01")
    assert (refusal.value.holder, refusal.value.since) == ("PC-CRES-02", "10:30")
    assert "PC-CRES-02, depuis 10:30" in str(refusal.value)


def test_a_holder_that_left_no_name_is_told_too(tmp_path: Path, opener: Opener) -> None:
    opener(tmp_path)
    for words in ("", "{", "[]", "3"):
        (tmp_path / "carnet.poste.json").write_text(words, encoding="utf-8")
        with pytest.raises(HeldElsewhereError, match="un autre poste"):
            opener(tmp_path)


def test_closing_lets_go(tmp_path: Path, opener: Opener) -> None:
    opener(tmp_path).close()
    assert not opener(tmp_path).read_only


def test_ones_own_journal_has_its_own_lock(tmp_path: Path, opener: Opener) -> None:
    opener(tmp_path)
    own = opener(tmp_path, own=True)
    assert not own.read_only
    assert sorted(path.name for path in tmp_path.glob("*.verrou")) == [
        f"carnet-{own.stamper.station}.verrou",
        "carnet.verrou",
    ]


def test_taking_over_asks_waits_and_gets_the_journal(tmp_path: Path, opener: Opener) -> None:
    holder = opener(tmp_path, host="PC-CRES-01")
    holder.journal.append(ideas("premier", 2))
    assert not holder.wanted()
    waited: list[float] = []

    def holder_answers(seconds: float) -> None:
        waited.append(seconds)
        assert holder.wanted()
        if len(waited) == 3:
            holder.let_go()

    taker = opener(tmp_path, host="PC-CRES-02", patience=5, wait=holder_answers)
    assert len(waited) == 3
    assert taker.events == ideas("premier", 2)
    assert not taker.wanted()
    taker.journal.append(ideas("second", 1))
    assert holder.read_only
    assert holder.journal.tail() == ideas("second", 1)
    with pytest.raises(HeldElsewhereError, match="PC-CRES-02"):
        holder.journal.append(ideas("premier", 3))


def test_a_holder_that_never_answers_keeps_the_journal(tmp_path: Path, opener: Opener) -> None:
    holder = opener(tmp_path, host="PC-CRES-01")
    waited: list[float] = []
    with pytest.raises(HeldElsewhereError, match="PC-CRES-01"):
        opener(tmp_path, host="PC-CRES-02", patience=2, wait=waited.append)
    assert sum(waited) == pytest.approx(2)
    assert not holder.wanted()
    holder.journal.append(ideas("premier", 1))


def test_a_request_left_by_a_console_that_stopped_is_forgotten_at_the_next_opening(tmp_path: Path, opener: Opener) -> None:
    (tmp_path / "carnet.main").write_text("PC-PARTI", encoding="utf-8")
    assert not opener(tmp_path).wanted()


def test_the_lock_of_a_killed_console_is_free(tmp_path: Path, opener: Opener) -> None:
    script = (
        "import sys; from pathlib import Path; from facilitation.journal import open_day_journal\n"
        "opened = open_day_journal(Path(sys.argv[1]), now=lambda: 0, host='PC-TOMBE')\n"
        "print('ouvert', flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ouvert\n"
        with pytest.raises(HeldElsewhereError, match="PC-TOMBE"):
            opener(tmp_path)
        process.kill()
    assert not opener(tmp_path).read_only


def test_reading_needs_no_lock(tmp_path: Path, opener: Opener) -> None:
    opener(tmp_path)
    assert opener(tmp_path, read_only=True).read_only


def test_reading_imports_no_lock(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from facilitation.journal import open_day_journal\n"
        "open_day_journal(Path(sys.argv[1]), now=lambda: 0, host='PC', read_only=True)\n"
        "print('filelock' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "carnet.verrou").mkdir()
    with pytest.raises(NotKeptError):
        JournalLock(tmp_path / "carnet.sqlite", "PC", clock).take()


def test_a_failed_opening_lets_go_of_the_lock(tmp_path: Path, opener: Opener, clock: Clock) -> None:
    (tmp_path / "carnet.sqlite").mkdir()
    assert open_day_journal(tmp_path, now=clock, host="PC").read_only
    (tmp_path / "carnet.sqlite").rmdir()
    assert not opener(tmp_path).read_only
