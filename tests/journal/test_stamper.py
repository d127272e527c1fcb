from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from facilitation.events import Event
from facilitation.journal import Stamper, new_station
from tests.conftest import Clock
from tests.events_samples import idea, ideas


def test_stations_are_short_words_and_never_the_same() -> None:
    stations = {new_station() for _ in range(1000)}
    assert len(stations) == 1000
    assert all(re.fullmatch(r"[a-z2-7]{13}", station) for station in stations)


def test_one_call_is_one_act(clock: Clock) -> None:
    stamper = Stamper(clock, "poste")
    first = stamper.stamp([idea("une"), idea("deux")])
    second = stamper.stamp([idea("trois")])
    assert [(event.key, event.act) for event in (*first, *second)] == [
        ("poste-1", "poste-1"),
        ("poste-2", "poste-1"),
        ("poste-3", "poste-3"),
    ]


def test_an_act_begun_before_may_go_on(clock: Clock) -> None:
    stamper = Stamper(clock, "poste")
    (first,) = stamper.stamp([idea("une")])
    (second,) = stamper.stamp([idea("deux")], first.act)
    assert (second.key, second.act) == ("poste-2", "poste-1")


def test_events_of_the_same_millisecond_are_told_apart_by_their_tick(clock: Clock) -> None:
    stamper = Stamper(clock, "poste")
    events = [*stamper.stamp([idea("une"), idea("deux")]), *stamper.stamp([idea("trois")])]
    assert [(event.at - clock(), event.tick) for event in events] == [(0, 0), (0, 1), (0, 2)]
    clock.advance(1)
    (later,) = stamper.stamp([idea("quatre")])
    assert (later.at, later.tick) == (clock(), 0)


def test_a_clock_that_goes_back_changes_no_order(clock: Clock) -> None:
    stamper = Stamper(clock, "poste")
    before = stamper.stamp([idea("une")])
    clock.advance(-3600)
    after = stamper.stamp([idea("deux")])
    assert before[0].order < after[0].order


def test_stamping_nothing_uses_no_number(clock: Clock) -> None:
    stamper = Stamper(clock, "poste")
    assert stamper.stamp([]) == ()
    assert stamper.stamp([idea("une")])[0].key == "poste-1"


def test_what_was_observed_comes_before(clock: Clock) -> None:
    stamper = Stamper(clock, "poste")
    seen = [Event("loin-1", clock() + 90_000, 7, "loin", "loin-1", idea("en avance"))]
    stamper.observe(seen)
    (mine,) = stamper.stamp([idea("après")])
    assert (mine.at, mine.tick) == (clock() + 90_000, 8)
    stamper.observe(ideas("vieux", 3))
    assert stamper.stamp([idea("encore")])[0].order > mine.order


@given(st.lists(st.tuples(st.sampled_from(["est", "ouest"]), st.integers(-5, 5), st.booleans()), max_size=40))
def test_orders_are_all_different_and_follow_what_each_station_knew(moves: list[tuple[str, int, bool]]) -> None:
    clock = Clock()
    stampers = {name: Stamper(clock, name) for name in ("est", "ouest")}
    made: list[Event] = []
    known: dict[str, list[Event]] = {"est": [], "ouest": []}
    for name, seconds, listens in moves:
        clock.advance(seconds / 1000)
        if listens:
            stampers[name].observe(made)
            known[name] = list(made)
        (event,) = stampers[name].stamp([idea("dite")])
        assert all(event.order > earlier.order for earlier in known[name])
        made.append(event)
        known[name].append(event)
    assert len({event.order for event in made}) == len({event.key for event in made}) == len(made)
