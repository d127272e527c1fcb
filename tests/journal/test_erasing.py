from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from facilitation.errors import HeldElsewhereError
from facilitation.events import AnswerCorrected, AnswerGiven, AnswerWithdrawn, Body, Event, RowAdded, SessionOpened
from facilitation.journal import read_day
from facilitation.journal.erasing import changed, held, rewrite
from facilitation.sheet import Address
from tests.conftest import Clock
from tests.events_samples import BODIES, events_of, idea
from tests.journal.conftest import Opener

NAME = "Vautrin"
SAID: list[Body] = [
    idea(f"{NAME} l’a dit, {'é' * 3000}"),
    idea("sans nom"),
    AnswerGiven(Address("s", NAME, 1, "g", "r", "c"), 12, NAME),
    AnswerCorrected("salle-1", "un autre mot"),
    AnswerWithdrawn("salle-2"),
    RowAdded("s", "f", f"Question de {NAME}"),
    SessionOpened(f"PC-{NAME}"),
]


def without(text: str) -> str:
    return text.replace(NAME, "X")


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a place for private copies that no other test uses."""
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def day(tmp_path: Path, opener: Opener) -> Path:
    """Return a day with two journals, copies, drafts kept then dropped, as a computer that stopped leaves it."""
    folder = tmp_path / "journee"
    folder.mkdir()
    main, own = opener(folder), opener(folder, own=True)
    main.journal.keep_drafts({"s/f/c": f"{NAME} tapait"})
    main.journal.append(events_of("salle", SAID[:2]))
    main.copy()
    main.journal.keep_drafts({"s/f/c": "autre", "s/f/d": f"encore {NAME}"})
    main.journal.append(events_of("salle", SAID))
    main.copy()
    own.journal.append(events_of("annexe", SAID))
    shutil.copytree(folder, tmp_path / "arretee")
    main.close()
    own.close()
    stopped = tmp_path / "arretee"
    (stopped / "carnet-abime-20211116T093000Z.sqlite.bak").write_bytes(NAME.encode())
    (stopped / "copies" / "carnet.20211116T093000Z.sqlite.tmp").write_bytes(NAME.encode())
    return stopped


def erase(folder: Path, clock: Clock) -> None:
    with held(folder, now=clock, host="PC"):
        rewrite(folder, without, clock)


def expected(events: list[Event]) -> list[Event]:
    return [changed(event, without) for event in events]


def test_no_byte_of_the_folder_holds_what_was_changed_and_nothing_else_moves(day: Path, clock: Clock, opener: Opener) -> None:
    before = read_day(day).events
    copies = sorted(path.name for path in (day / "copies").iterdir() if path.suffix == ".sqlite")
    erase(day, clock)
    after = bytes_of(day).replace(b"X", b"")
    assert b"Question de" in after
    # the only one left is in an address, which is no word that people wrote
    assert after.count(NAME.encode()) == len([path for path in day.rglob("*.sqlite") if b'"s","Vautrin"' in path.read_bytes()])
    assert read_day(day).events == expected(before)
    assert read_day(day).notices == ()
    assert sorted(path.name for path in (day / "copies").iterdir()) == copies
    opened = opener(day)
    assert opened.notices == ()
    assert opened.journal.drafts() == {"s/f/c": "autre", "s/f/d": "encore X"}


def test_a_second_time_changes_nothing(day: Path, clock: Clock) -> None:
    erase(day, clock)
    events = read_day(day).events
    erase(day, clock)
    assert read_day(day).events == events


@given(BODIES)
def test_only_what_people_wrote_is_changed(body: object) -> None:
    event = Event("a-1", 1, 0, "a", "a-1", body)  # type: ignore[arg-type] # one of the union
    assert changed(event, lambda text: text) is event
    assert type(changed(event, lambda _: "X").body) is type(body)


def test_a_console_that_has_the_day_open_is_left_alone(day: Path, clock: Clock, opener: Opener) -> None:
    opener(day, host="PC-CRES-02")
    before = bytes_of(day)
    with pytest.raises(HeldElsewhereError, match="PC-CRES-02"), held(day, now=clock, host="PC"):
        pytest.fail("nothing may be done meanwhile")
    assert bytes_of(day) == before


def test_a_day_without_a_journal_holds_nothing(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "vide"
    folder.mkdir()
    erase(folder, clock)
    assert list(folder.iterdir()) == []


def test_a_damaged_journal_is_mended_before_it_is_rewritten(day: Path, clock: Clock) -> None:
    erase(day, clock)
    expected_events = read_day(day).events
    journal = day / "carnet.sqlite"
    content = bytearray(journal.read_bytes())
    content[100:140] = b"\xff" * 40
    journal.write_bytes(content)
    erase(day, clock)
    assert set(read_day(day).events) == set(expected_events)
    assert not list(day.glob("*.bak"))


def test_a_private_copy_left_by_a_killed_program_goes_and_a_recent_one_stays(day: Path, clock: Clock, temporary: Path) -> None:
    for name, age in (("carnet-vieux", 3_600), ("carnet-neuf", 0)):
        (temporary / name).mkdir()
        (temporary / name / "carnet.sqlite").write_bytes(NAME.encode())
        at = clock() / 1000 - age
        os.utime(temporary / name, (at, at))
    (temporary / "carnet-autre").mkdir()
    (temporary / "carnet-autre" / "liste.txt").write_bytes(b"a file of somebody else")
    os.utime(temporary / "carnet-autre", (0, 0))
    erase(day, clock)
    assert sorted(path.name for path in temporary.iterdir()) == ["carnet-autre", "carnet-neuf"]


class Stopped(BaseException):
    """The computer stops."""


@pytest.mark.parametrize("call", ["replace", "unlink"])
def test_stopped_at_any_move_the_day_opens_whole_and_is_erased_again(
    day: Path, clock: Clock, opener: Opener, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    whole = {event.key for event in read_day(day).events}
    done: Callable[..., object] = getattr(Path, call)
    for step in range(100):
        folder = day.parent / f"essai-{step}"
        shutil.copytree(day, folder)
        left = [step]

        def stop(self: Path, *arguments: object, left: list[int] = left, **options: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise Stopped
            return done(self, *arguments, **options)

        with monkeypatch.context() as patch:
            patch.setattr(Path, call, stop)
            try:
                with held(folder, now=clock, host="PC"):
                    rewrite(folder, without, clock)
            except Stopped:
                pass
        if left[0] >= 0:
            assert step > 3
            break
        opened = opener(folder)
        assert {event.key for event in opened.events} == whole
        opened.close()
        erase(folder, clock)
        assert {event.key for event in read_day(folder).events} == whole
        assert f"de {NAME}".encode() not in bytes_of(folder)
        assert f"{NAME} tapait".encode() not in bytes_of(folder)
    else:
        pytest.fail("it never ends")
