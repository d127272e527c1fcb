"""A queue to the disk: in order, one at a time, nothing forgotten when the disk refuses."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator, Sequence
from itertools import count

import pytest

from facilitation.console.keeper import Intent, Keeper
from facilitation.errors import DiskFullError, InvalidAnswerError, JournalError
from facilitation.events import AnswerGiven, Body, Event
from facilitation.sheet import Address

HEAD = Address("silhouettes", "portraits", 1, "g13", "cpts", "tete")


class Disk:
    """What a keeper asks of a workshop, on a disk that a test fills up."""

    def __init__(self) -> None:
        self.failure: JournalError | None = None
        self.tries: list[list[str]] = []
        self.kept: list[str] = []
        self.taken: list[str] = []
        self._numbers = count(1)

    def prepare(self, *bodies: Body) -> tuple[Event, ...]:
        number = next(self._numbers)
        return tuple(Event(f"a-{number}-{rank}", number, rank, "a", f"a-{number}", body) for rank, body in enumerate(bodies))

    def keep(self, events: Sequence[Event]) -> None:
        self.tries.append([event.key for event in events])
        if self.failure is not None:
            raise self.failure
        self.kept += words(events)

    def take(self, events: Sequence[Event]) -> None:
        self.taken += words(events)


def words(events: Sequence[Event]) -> list[str]:
    return [str(event.body.value) for event in events if isinstance(event.body, AnswerGiven)]


class Bench:
    """A keeper and its disk; ``settle`` is the screen's thread."""

    def __init__(self) -> None:
        self.disk = Disk()
        self.calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.changes = 0
        self.keeper = Keeper(self.disk, self.calls.put, self._changed)  # type: ignore[arg-type]  # all it asks of a workshop

    def _changed(self) -> None:
        self.changes += 1

    def say(self, *texts: str, kept: Callable[[Intent, Sequence[Event]], None] | None = None) -> None:
        self.keeper.submit(Intent(lambda: [AnswerGiven(HEAD, text) for text in texts], kept, HEAD, texts))

    def settle(self) -> None:
        while self.keeper.is_writing:
            self.calls.get(timeout=10)()


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.keeper.close()


def test_acts_are_kept_in_the_order_they_were_made(bench: Bench) -> None:
    for number in range(20):
        bench.say(f"idée {number}")
    bench.settle()
    assert bench.disk.kept == bench.disk.taken == [f"idée {number}" for number in range(20)]
    assert bench.keeper.is_idle


def test_an_act_waits_until_the_disk_has_it(bench: Bench) -> None:
    bench.say("Réseau")
    assert [intent.texts for intent in bench.keeper.waiting] == [("Réseau",)]
    assert bench.keeper.is_writing
    assert bench.disk.taken == []
    bench.settle()
    assert bench.keeper.waiting == ()


def test_an_act_is_made_of_one_commit(bench: Bench) -> None:
    bench.say("un", "deux", "trois")
    bench.settle()
    assert len(bench.disk.tries) == 1


def test_an_act_sees_everything_kept_before_it(bench: Bench) -> None:
    seen: list[list[str]] = []

    def look() -> list[Body]:
        seen.append(list(bench.disk.taken))
        return []

    bench.say("Réseau")
    bench.keeper.submit(Intent(look))
    assert seen == []
    bench.settle()
    assert seen == [["Réseau"]]


def test_what_to_tell_is_told_once_it_is_kept(bench: Bench) -> None:
    told: list[tuple[str, ...]] = []
    bench.say("Réseau", kept=lambda intent, _events: told.append(intent.texts))
    assert told == []
    bench.settle()
    assert told == [("Réseau",)]
    assert bench.changes == 1


def test_an_act_of_no_event_goes_by_without_the_disk(bench: Bench) -> None:
    bench.keeper.submit(Intent(list))
    assert bench.keeper.is_idle
    assert bench.disk.tries == []


def test_a_refused_act_is_said_and_stops_no_other(bench: Bench) -> None:
    def refuse() -> list[Body]:
        raise InvalidAnswerError("cette idée a été retirée entre-temps")

    bench.say("Réseau")
    bench.keeper.submit(Intent(refuse))
    bench.say("Élus")
    bench.settle()
    assert bench.disk.kept == ["Réseau", "Élus"]
    assert str(bench.keeper.refusal) == "cette idée a été retirée entre-temps"
    assert bench.keeper.is_idle


def test_a_full_disk_keeps_every_idea_waiting(bench: Bench) -> None:
    bench.disk.failure = DiskFullError("plein")
    bench.say("Réseau")
    bench.settle()
    bench.say("Élus")
    bench.say("Veille")
    assert isinstance(bench.keeper.failure, DiskFullError)
    assert [intent.texts for intent in bench.keeper.waiting] == [("Réseau",), ("Élus",), ("Veille",)]
    assert not bench.keeper.is_writing
    assert bench.disk.taken == []


def test_trying_again_keeps_the_same_events_then_all_that_waits(bench: Bench) -> None:
    bench.disk.failure = DiskFullError("plein")
    bench.say("Réseau")
    bench.settle()
    bench.say("Élus")
    bench.keeper.retry()
    bench.settle()
    assert bench.disk.taken == []
    bench.disk.failure = None
    bench.keeper.retry()
    bench.settle()
    assert bench.keeper.failure is None
    assert bench.disk.tries[0] == bench.disk.tries[1] == bench.disk.tries[2]
    assert bench.disk.kept == ["Réseau", "Élus"]


def test_trying_again_when_all_is_well_or_while_the_disk_is_at_work_does_nothing(bench: Bench) -> None:
    bench.keeper.retry()
    assert bench.disk.tries == []
    bench.disk.failure = DiskFullError("plein")
    bench.say("Réseau")
    bench.settle()
    bench.disk.failure = None
    bench.keeper.retry()
    bench.keeper.retry()
    bench.settle()
    assert bench.disk.kept == ["Réseau"]


def test_a_disk_that_fills_up_halfway_loses_nothing(bench: Bench) -> None:
    bench.say("Réseau")
    bench.settle()
    bench.disk.failure = DiskFullError("plein")
    bench.say("Élus")
    bench.settle()
    bench.disk.failure = None
    bench.keeper.retry()
    bench.say("Veille")
    bench.settle()
    assert bench.disk.taken == ["Réseau", "Élus", "Veille"]


def test_the_screen_is_told_of_each_outcome(bench: Bench) -> None:
    bench.disk.failure = DiskFullError("plein")
    bench.say("Réseau")
    bench.settle()
    assert bench.changes == 1
    bench.disk.failure = None
    bench.keeper.retry()
    bench.settle()
    assert bench.changes == 2


def test_a_disk_at_work_for_an_instant_is_not_slow(bench: Bench) -> None:
    assert not bench.keeper.is_slow
    bench.say("Réseau")
    bench.settle()
    assert not bench.keeper.is_slow
