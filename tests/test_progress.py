"""The time of a sequence, step by step: only events and the hour, no clock."""

from facilitation.events import ActUndone, SequenceEnded, StepStarted, TimeAdded, TimerPaused, TimerResumed
from facilitation.progress import Place, Progress
from tests.rooms import Scribe

MINUTE = 60_000
FIRST, SECOND = Place(0), Place(1)


class Watch(Scribe):
    """A scribe that lets time go by: ``minutes`` since the sequence was first heard of."""

    def __init__(self) -> None:
        super().__init__()
        self.origin = self.now + 1

    def at(self, minutes: float) -> int:
        return self.origin + round(minutes * MINUTE)

    def then(self, minutes: float, body: StepStarted | SequenceEnded | TimeAdded | TimerPaused | TimerResumed) -> str:
        self.now = self.at(minutes) - 1
        return self.did(body)[0].act

    def progress(self) -> Progress:
        return self.room().progress("silhouettes")


def step(number: int, lap: int = 1) -> StepStarted:
    return StepStarted("silhouettes", number, "", lap)


def test_a_sequence_that_never_began_has_spent_nothing() -> None:
    progress = Progress()
    assert (progress.running, progress.elapsed(10 * MINUTE), progress.left(300, 10 * MINUTE)) == (False, 0, 300_000)


def test_the_time_of_a_step_runs_from_its_start() -> None:
    watch = Watch()
    watch.then(0, step(0))
    assert watch.progress().running
    assert watch.progress().elapsed(watch.at(3)) == 3 * MINUTE
    assert watch.progress().left(300, watch.at(3)) == 2 * MINUTE


def test_what_is_left_goes_under_zero_once_the_step_is_over() -> None:
    watch = Watch()
    watch.then(0, step(0))
    assert watch.progress().left(300, watch.at(7)) == -2 * MINUTE


def test_a_pause_does_not_count() -> None:
    watch = Watch()
    watch.then(0, step(0))
    watch.then(2, TimerPaused("silhouettes"))
    assert watch.progress().elapsed(watch.at(9)) == 2 * MINUTE
    watch.then(10, TimerResumed("silhouettes"))
    assert watch.progress().elapsed(watch.at(11)) == 3 * MINUTE


def test_pausing_twice_keeps_the_first_pause() -> None:
    watch = Watch()
    watch.then(0, step(0))
    watch.then(2, TimerPaused("silhouettes"))
    watch.then(4, TimerPaused("silhouettes"))
    assert watch.progress().elapsed(watch.at(9)) == 2 * MINUTE


def test_resuming_a_timer_that_runs_changes_nothing() -> None:
    watch = Watch()
    watch.then(0, step(0))
    watch.then(2, TimerResumed("silhouettes"))
    assert watch.progress().elapsed(watch.at(5)) == 5 * MINUTE


def test_the_next_step_starts_afresh_even_out_of_a_pause() -> None:
    watch = Watch()
    watch.then(0, step(0))
    watch.then(2, TimerPaused("silhouettes"))
    watch.then(9, step(1))
    progress = watch.progress()
    assert progress.paused is None
    assert progress.elapsed(watch.at(10)) == 1 * MINUTE
    assert progress.spent[FIRST] == 2 * MINUTE


def test_going_back_counts_the_time_already_spent() -> None:
    watch = Watch()
    watch.then(0, step(0))
    watch.then(4, step(1))
    watch.then(5, step(0))
    assert watch.progress().elapsed(watch.at(6)) == 5 * MINUTE
    assert watch.progress().visited == (SECOND, FIRST)


def test_each_lap_has_its_own_time() -> None:
    watch = Watch()
    watch.then(0, step(1, 1))
    watch.then(6, step(1, 2))
    assert watch.progress().elapsed(watch.at(7)) == 1 * MINUTE


def test_added_time_belongs_to_its_step() -> None:
    watch = Watch()
    watch.then(0, step(0))
    watch.then(4, TimeAdded("silhouettes", 300))
    assert watch.progress().left(300, watch.at(6)) == 4 * MINUTE
    watch.then(6, TimeAdded("silhouettes", 300))
    assert watch.progress().left(300, watch.at(6)) == 9 * MINUTE
    watch.then(7, step(1))
    assert watch.progress().left(300, watch.at(7)) == 5 * MINUTE


def test_time_cannot_be_added_before_the_sequence_begins() -> None:
    watch = Watch()
    watch.then(0, TimeAdded("silhouettes", 300))
    assert watch.progress() == Progress()


def test_undoing_added_time_takes_it_back_and_nothing_else() -> None:
    watch = Watch()
    watch.then(0, step(0))
    act = watch.then(1, TimeAdded("silhouettes", 300))
    watch.now = watch.at(2)
    watch.did(ActUndone(act))
    assert watch.progress().left(300, watch.at(3)) == 2 * MINUTE


def test_undoing_added_time_in_an_earlier_sequence_leaves_the_room_where_it_is() -> None:
    watch = Watch()
    watch.then(0, step(0))
    act = watch.then(1, TimeAdded("silhouettes", 300))
    watch.then(2, StepStarted("debat", 0))
    watch.now = watch.at(3)
    watch.did(ActUndone(act))
    assert watch.room().current == "debat"


def test_a_sequence_that_is_over_spends_no_more() -> None:
    watch = Watch()
    watch.then(0, step(0))
    watch.then(4, SequenceEnded("silhouettes"))
    progress = watch.progress()
    assert (progress.running, progress.ended, progress.started) == (False, watch.at(4), watch.at(0))
    assert progress.elapsed(watch.at(30)) == 4 * MINUTE


def test_a_sequence_taken_up_again_goes_on_from_where_it_was() -> None:
    watch = Watch()
    watch.then(0, step(0))
    watch.then(4, SequenceEnded("silhouettes"))
    watch.then(30, step(0))
    progress = watch.progress()
    assert progress.running
    assert progress.started == watch.at(0)
    assert progress.elapsed(watch.at(31)) == 5 * MINUTE


def test_a_clock_set_back_never_makes_time_negative() -> None:
    watch = Watch()
    watch.then(10, step(0))
    assert watch.progress().elapsed(watch.at(5)) == 0
