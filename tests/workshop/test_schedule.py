"""Planned and real hours, what is to come if nothing changes, and the ways to catch up. Hours are those of the wall."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.day import Day, Sequence
from facilitation.events import ScheduleAdjusted, SequenceEnded, StepStarted, TimeAdded
from facilitation.hours import clock_time, seconds_of_day
from facilitation.room import Room
from facilitation.workshop.schedule import SHORTEST, Share, Slot, late, shares, slots
from tests.rooms import Scribe

MINUTE = 60
DAY = Day(
    "Journée",
    date(2021, 11, 16),
    (
        Sequence("accueil", "Accueil", start=time(9), seconds=30 * MINUTE),
        Sequence("debat", "Débat", start=time(9, 30), seconds=50 * MINUTE),
        Sequence("pause", "Pause", start=time(10, 20), seconds=15 * MINUTE),
        Sequence("silhouettes", "Silhouette", start=time(10, 35), seconds=65 * MINUTE),
        Sequence("dejeuner", "Déjeuner", start=time(11, 40), seconds=75 * MINUTE, fixed=True),
        Sequence("dating", "Speed-dating", start=time(12, 55), seconds=40 * MINUTE),
        Sequence("cloture", "Clôture", start=time(13, 35), seconds=10 * MINUTE, fixed=True),
    ),
)


def instant(hour: str, day: date = DAY.date) -> int:
    """Return the milliseconds of an hour of the wall, on the day."""
    return round(datetime.combine(day, time.fromisoformat(hour)).timestamp() * 1000)  # naive: the wall's own zone


class Told(Scribe):
    """A day told hour by hour."""

    def at(self, hour: str, *bodies: StepStarted | SequenceEnded | TimeAdded | ScheduleAdjusted) -> "Told":
        self.now = instant(hour) - 1
        self.did(*bodies)
        return self

    def starts(self, hour: str, key: str) -> "Told":
        return self.at(hour, StepStarted(key, 0))

    def ends(self, hour: str, key: str) -> "Told":
        return self.at(hour, SequenceEnded(key))

    def slots(self, hour: str, day: Day = DAY) -> tuple[Slot, ...]:
        return slots(day, self.room(), instant(hour))

    def hours(self, hour: str, day: Day = DAY) -> list[str]:
        """Return « 09:00 » for each real hour, « ~09:00 » for each forecast."""
        return [f"{'~' if slot.forecast else ''}{clock_time(slot.real)}" for slot in self.slots(hour, day)]

    def late(self, hour: str, day: Day = DAY) -> int:
        return late(self.slots(hour, day)) // MINUTE

    def shares(self, hour: str, day: Day = DAY) -> list[dict[str, int]]:
        return [{key: seconds // MINUTE for key, seconds in share.seconds.items()} for share in shares(self.slots(hour, day))]


def running_late() -> Told:
    """Return the day once the debate ended nine minutes late, the break under way."""
    return (
        Told()
        .starts("09:00", "accueil")
        .ends("09:33", "accueil")
        .starts("09:33", "debat")
        .ends("10:29", "debat")
        .starts("10:29", "pause")
    )


# --- Hours -------------------------------------------------------------------------------------------------------------------


def test_a_day_that_has_not_begun_is_forecast_as_planned_whatever_the_hour() -> None:
    told = Told()
    assert told.hours("07:00") == ["~09:00", "~09:30", "~10:20", "~10:35", "~11:40", "~12:55", "~13:35"]
    assert told.hours("18:00") == told.hours("07:00")
    assert (told.late("18:00"), told.shares("18:00")) == (0, [])


def test_what_is_over_and_what_is_under_way_have_their_real_hours() -> None:
    told = running_late().slots("10:30")
    assert [slot.state for slot in told] == ["faite", "faite", "en cours", "à venir", "à venir", "à venir", "à venir"]
    assert running_late().hours("10:30")[:3] == ["09:00", "09:33", "10:29"]
    assert clock_time(told[1].real_end) == "10:29"


def test_what_comes_is_put_off_by_what_is_under_way() -> None:
    assert running_late().hours("10:30")[3:] == ["~10:44", "~11:49", "~13:04", "~13:44"]
    assert running_late().late("10:30") == 9


def test_what_overruns_puts_the_rest_off_as_the_minutes_go() -> None:
    assert running_late().hours("10:50")[3:5] == ["~10:50", "~11:55"]
    assert running_late().late("10:50") == 15


def test_what_ends_early_never_starts_the_next_before_its_hour() -> None:
    told = Told().starts("09:00", "accueil").ends("09:10", "accueil")
    assert told.hours("09:10")[1] == "~09:30"
    assert told.late("09:10") == 0


def test_between_two_sequences_the_next_cannot_start_before_now() -> None:
    told = Told().starts("09:00", "accueil").ends("09:30", "accueil")
    assert told.hours("09:41")[1] == "~09:41"
    assert told.late("09:41") == 11


def test_the_next_morning_an_unfinished_day_is_not_forecast_from_then_on() -> None:
    told = Told().starts("09:00", "accueil").ends("09:30", "accueil")
    found = slots(DAY, told.room(), instant("22:00", date(2021, 11, 17)))
    assert clock_time(found[1].real) == "09:30"


def test_a_welcome_that_nobody_started_does_not_hide_that_the_day_is_late() -> None:
    told = Told().starts("09:50", "debat")
    assert told.slots("09:51")[0].state == "à venir"
    assert told.hours("09:51")[2] == "~10:40"
    assert told.late("09:51") == 20


def test_a_break_that_was_left_out_delays_nothing() -> None:
    told = running_late().ends("10:29", "pause").starts("10:29", "silhouettes")
    skipped = Told().starts("09:30", "debat").ends("10:20", "debat").starts("10:20", "silhouettes")
    assert told.late("10:30") == 0
    assert skipped.hours("10:21")[3:5] == ["10:20", "~11:40"]
    assert skipped.late("10:21") == 0


def test_going_back_to_an_earlier_sequence_delays_what_comes_after_all_of_them() -> None:
    told = (
        running_late()
        .ends("10:30", "pause")
        .starts("10:30", "silhouettes")
        .ends("11:30", "silhouettes")
        .starts("11:30", "pause")
    )
    # the break is taken up again: its quarter of an hour began at 10:29, so it overruns
    assert told.hours("11:50")[4] == "~11:50"
    assert told.late("11:50") == 10


def test_minutes_added_to_a_step_put_off_the_rest_of_the_day() -> None:
    told = running_late().at("10:30", TimeAdded("pause", 300))
    assert told.hours("10:31")[3] == "~10:49"
    assert told.late("10:31") == 14


def test_what_is_late_at_the_end_is_the_overrun_of_the_last_sequence() -> None:
    told = Told().starts("13:35", "cloture")
    assert told.late("13:40") == 0
    assert told.late("13:52") == 7


def test_a_finished_day_is_not_late() -> None:
    assert Told().starts("13:35", "cloture").ends("13:59", "cloture").late("14:30") == 0


# --- A day without hours -----------------------------------------------------------------------------------------------------

WITHOUT_HOURS = replace(DAY, sequences=tuple(replace(sequence, start=None, fixed=False) for sequence in DAY.sequences))


def test_a_day_without_hours_is_counted_from_now_until_it_begins() -> None:
    assert Told().hours("14:00", WITHOUT_HOURS)[:3] == ["~14:00", "~14:30", "~15:20"]


def test_a_day_without_hours_is_counted_from_its_first_start() -> None:
    told = Told().starts("14:05", "accueil").ends("14:45", "accueil").starts("14:45", "debat")
    assert told.hours("14:46", WITHOUT_HOURS)[:3] == ["14:05", "14:45", "~15:35"]
    assert told.late("14:46", WITHOUT_HOURS) == 10


def test_a_sequence_without_a_length_takes_no_time() -> None:
    day = replace(DAY, sequences=tuple(replace(sequence, seconds=0) for sequence in WITHOUT_HOURS.sequences))
    assert Told().hours("14:00", day) == ["~14:00"] * 7
    assert Told().starts("14:00", "accueil").shares("14:30", day) == []


# --- Catching up -------------------------------------------------------------------------------------------------------------


def test_six_minutes_are_won_back_three_ways_breaks_first_evenly_or_longest_first() -> None:
    # the break can lose 15/3 = 5 minutes, the silhouettes 65/5 = 13
    told = Told().starts("09:30", "debat").ends("10:26", "debat").starts("10:26", "pause")
    assert told.shares("10:27") == [{"pause": 10, "silhouettes": 64}, {"pause": 12, "silhouettes": 62}, {"silhouettes": 59}]
    assert [share.won // MINUTE for share in shares(told.slots("10:27"))] == [6, 6, 6]


def test_two_ways_that_come_to_the_same_are_proposed_once() -> None:
    assert running_late().shares("10:30") == [{"pause": 10, "silhouettes": 61}, {"silhouettes": 56}]


def test_taking_a_share_puts_the_day_on_time() -> None:
    told = running_late()
    share = shares(told.slots("10:30"))[0]
    told.at("10:30", ScheduleAdjusted(dict(share.seconds)))
    assert told.hours("10:31")[3:5] == ["~10:39", "~11:40"]
    assert late(told.slots("10:31")) == 4 * MINUTE  # the silhouettes start late, and lunch is on time


def test_a_share_takes_account_of_the_minutes_that_were_added() -> None:
    told = running_late().at("10:30", TimeAdded("pause", 300))
    share = shares(told.slots("10:31"))[0]
    told.at("10:31", ScheduleAdjusted(dict(share.seconds)))
    assert clock_time(told.slots("10:32")[4].real) == "11:40"


def test_fixed_moments_are_never_shortened_nor_what_comes_after_them() -> None:
    for share in running_late().shares("10:30"):
        assert set(share) <= {"pause", "silhouettes"}


def test_what_cannot_be_won_back_before_lunch_is_said_as_it_is() -> None:
    told = Told().starts("09:30", "debat").ends("11:00", "debat").starts("11:00", "pause")
    assert told.late("11:00") == 40
    assert {share.won // MINUTE for share in shares(told.slots("11:00"))} == {5 + 13}


def test_what_is_under_way_only_loses_what_is_left_of_it() -> None:
    told = Told().starts("10:45", "silhouettes")
    # the 65 minutes end at 11:50: 13 could go, but at 11:46 only four are left
    assert told.shares("11:46") == [{"silhouettes": 61}]
    assert told.shares("11:51") == []


def test_a_sequence_is_never_shortened_under_five_minutes() -> None:
    day = replace(DAY, sequences=(*DAY.sequences[:2], replace(DAY.sequences[2], seconds=6 * MINUTE), *DAY.sequences[4:]))
    told = Told().starts("09:30", "debat").ends("11:45", "debat").starts("11:45", "pause")
    assert told.shares("11:45", day) == [{"pause": 5}]


def test_past_the_last_fixed_moment_nothing_is_left_to_win() -> None:
    assert Told().starts("13:55", "cloture").shares("13:56") == []


def test_late_for_lunch_itself_the_afternoon_catches_up() -> None:
    told = running_late().ends("10:40", "pause").starts("10:40", "silhouettes").ends("11:50", "silhouettes")
    assert told.late("11:50") == 10
    assert told.shares("11:50") == [{"dating": 32}]


def test_sequences_left_out_lose_nothing() -> None:
    assert all("accueil" not in share for share in Told().starts("09:50", "debat").shares("09:51"))


LENGTHS = st.lists(st.integers(1, 90), min_size=3, max_size=6)


@given(LENGTHS, st.integers(1, 240))
def test_no_share_wins_more_than_what_is_missing_nor_cuts_more_than_it_may(lengths: list[int], delay: int) -> None:
    sequences = [Sequence(f"s{number}", "", seconds=length * MINUTE) for number, length in enumerate(lengths)]
    sequences[0] = replace(sequences[0], start=time(6))
    room = Told().at("06:00", StepStarted("s0", 0)).room()
    found = slots(Day("J", DAY.date, tuple(sequences)), room, instant("06:00") + (lengths[0] + delay) * MINUTE * 1000)
    planned = {slot.key: slot.real_end - slot.real for slot in found}
    proposed: tuple[Share, ...] = shares(found)
    assert len(proposed) <= 3
    for share in proposed:
        lost = {key: planned[key] - seconds for key, seconds in share.seconds.items()}
        assert sum(lost.values()) == share.won <= delay * MINUTE
        for key, seconds in share.seconds.items():
            assert SHORTEST <= seconds < planned[key]
            assert lost[key] <= planned[key] / 3


# --- Telling the time --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "hour"), [(0, "00:00"), (11 * 3600 + 7 * 60 + 59, "11:07"), (86_400, "00:00"), (90_060, "01:01")]
)
def test_hours_have_two_digits_and_stay_within_a_day(seconds: int, hour: str) -> None:
    assert clock_time(seconds) == hour


def test_an_instant_is_read_on_the_wall() -> None:
    assert seconds_of_day(instant("11:07:12")) == 11 * 3600 + 7 * 60 + 12


def test_an_empty_day_has_no_hours() -> None:
    empty = Day("J", DAY.date, ())
    assert slots(empty, Room(), instant("10:00")) == ()
    assert (late(()), shares(())) == (0, ())
