"""Where the room is in a sequence: what F5 and F4 do, what the timer says, what comes next."""

from __future__ import annotations

from facilitation.console import words
from facilitation.console.pace import Pace, StepLine, Timer
from facilitation.console.session import Session
from facilitation.hours import MINUTE, clock_time, seconds_of_day
from facilitation.progress import Place
from facilitation.typography import quoted
from facilitation.workshop.script import Stop, index_of, statements_of

AMBER, RED = 5, 20  # the last fifth of a step, its last twentieth
EXTRA = 5


class Running:
    """One sequence under way."""

    def __init__(self, session: Session, sequence: str) -> None:
        self.session = session
        self.key = sequence
        self.sequence = session.workshop.sequence(sequence)

    @property
    def stop(self) -> Stop:
        """The current stop of the script."""
        return self.session.workshop.stop(self.key)

    @property
    def is_on(self) -> bool:
        """Whether the sequence has begun and is not over."""
        return self.session.workshop.room.progress(self.key).running

    def begin(self) -> None:
        """Put the room at the sequence's current stop, its first one when it never began."""
        workshop = self.session.workshop
        if not workshop.read_only and not self.is_on:
            place = workshop.stop(self.key).place
            self.session.keep(lambda: workshop.start(self.key, place))

    def go(self, place: Place) -> None:
        """Put the room at a place of the script."""
        self.session.keep(lambda: self.session.workshop.start(self.key, place))

    # --- F5 and F4 -------------------------------------------------------------------------------------------------------

    def next_words(self) -> str:
        """Return what F5 will do, after « Suite : »."""
        following = self.session.workshop.neighbour(self.key, 1)
        if following is not None:
            return self._stop_words(following)
        sequence = self.session.workshop.following(self.key)
        return f"terminer, puis {quoted(sequence.title)}" if sequence else "terminer la journée"

    def _stop_words(self, stop: Stop) -> str:
        if stop.place.lap > 1:
            return f"tour {stop.place.lap}/{stop.step.laps}, changez de table"
        current = self.stop
        if stop.row is not None and current.row is not None and stop.row != current.row:
            rank, total = self._row_rank(stop)
            return f"{self._row_name} {rank}/{total}"
        lasting = lasting_words(stop.seconds)
        return f"{stop.step.title} ({lasting})" if lasting else stop.step.title

    @property
    def _row_name(self) -> str:
        """What one row of the repeated steps is called."""
        exercise = self.sequence.exercise
        sheet = statements_of(exercise) if exercise else None
        return sheet.row_name if sheet else "ligne"

    def _row_rank(self, stop: Stop) -> tuple[int, int]:
        rows = list(dict.fromkeys(found.place.row for found in self.session.workshop.stops(self.key) if found.place.row))
        return rows.index(stop.place.row) + 1, len(rows)

    def forward(self) -> bool:
        """Go to the next stop; return False when the sequence is over instead."""
        following = self.session.workshop.neighbour(self.key, 1)
        if following is None:
            self.finish()
            return False
        self.session.keep(lambda: self.session.workshop.start(self.key, following.place), self._started(following))
        return True

    def finish(self) -> None:
        """End the sequence; its journal is copied, as at each end of exercise."""
        workshop = self.session.workshop
        self.session.keep(lambda: workshop.end(self.key))
        self.session.copy_later()

    def back(self) -> bool:
        """Go back one stop; return False at the first one."""
        before = self.session.workshop.neighbour(self.key, -1)
        if before is None:
            self.session.say(words.FIRST_STEP)
            return False
        rank, total = self._rank(before)
        self.session.keep(lambda: self.session.workshop.start(self.key, before.place), words.step_back(rank, total))
        return True

    def _started(self, stop: Stop) -> str:
        if stop.place.lap > 1:
            return f"◆ Tour {stop.place.lap}/{stop.step.laps}, changez de table."
        rank, total = self._rank(stop)
        return words.step_started(rank, total, lasting_words(stop.seconds, long=True))

    def _rank(self, stop: Stop) -> tuple[int, int]:
        exercise = self.sequence.exercise
        return stop.place.step + 1, len(exercise.steps) if exercise and exercise.steps else 1

    # --- the timer ---------------------------------------------------------------------------------------------------------

    def timer(self) -> Timer | None:
        """Return the timer of the current stop, None when the step has no length."""
        workshop = self.session.workshop
        stop, now = self.stop, workshop.now()
        if not stop.seconds:
            return None
        progress = workshop.room.progress(self.key)
        length = stop.seconds + progress.added.get(stop.place, 0) // 1000
        left = progress.left(stop.seconds, now) // 1000 if self.is_on else length
        until = clock_time(seconds_of_day(now) + max(left, 0))
        return Timer(left, length, until, _pace(left, length, is_on=self.is_on, paused=progress.paused is not None))

    def add_time(self) -> None:
        """Give five minutes to the step under way."""
        if not self.is_on or not self.stop.seconds:
            self.session.say("◐ Aucun minuteur ne tourne.")
            return
        workshop = self.session.workshop

        def told(_events: object) -> str:
            timer = self.timer()
            day_end = workshop.slots()[-1].real_end
            return words.time_added(EXTRA, timer.until if timer else self.session.clock(), clock_time(day_end))

        self.session.keep(lambda: workshop.add_time(self.key, EXTRA * MINUTE), told)

    def toggle_pause(self) -> None:
        """Stop the timer, or let it go on."""
        if not self.is_on:
            self.session.say("◐ Aucun minuteur ne tourne.")
            return
        workshop = self.session.workshop
        paused = workshop.room.progress(self.key).paused is not None
        self.session.keep(lambda: workshop.toggle_pause(self.key), words.RESUMED if paused else words.PAUSED)

    # --- the right-hand column -----------------------------------------------------------------------------------------------

    def steps(self) -> list[StepLine]:
        """Return the lines of « Étapes »; for steps repeated by statement, those of the current statement."""
        stops = self.session.workshop.stops(self.key)
        current = self.stop
        shown = [
            stop
            for stop in stops
            if stop.place.lap == 1 and (not stop.step.per_row or current.place.row in {stop.place.row, ""})
        ]
        if not current.place.row:
            first = next((stop.place.row for stop in shown if stop.place.row), "")
            shown = [stop for stop in shown if stop.place.row in {first, ""}]
        here = index_of(stops, current.place)
        return [self._line(stop, index_of(stops, stop.place), here) for stop in shown]

    def _line(self, stop: Stop, rank: int, here: int) -> StepLine:
        on = stop.place.step == self.stop.place.step
        state = "en cours" if on and self.is_on else "faite" if rank < here else "à venir"
        return StepLine(stop.step.title, lasting_words(stop.step.seconds), state)

    def say(self) -> str:
        """Return « Ce que je dis »."""
        return self.stop.step.say

    def coming(self, limit: int = 3) -> list[tuple[str, str]]:
        """Return « Ensuite »: an hour (or a rank) and what begins then."""
        workshop = self.session.workshop
        stops = workshop.stops(self.key)
        here = index_of(stops, self.stop.place)
        current = self.stop.place.row
        found: list[tuple[str, str]] = []
        if current:
            later = {stop.place.row: stop for stop in stops[here:] if stop.place.row and stop.place.row != current}
            found = [("/".join(map(str, self._row_rank(stop))), stop.row.title) for stop in later.values() if stop.row]
        else:
            clock = seconds_of_day(workshop.now()) + self._left()
            for stop in stops[here + 1 :]:
                title = f"Tour {stop.place.lap}, changer de table" if stop.place.lap > 1 else stop.step.title
                lasting = lasting_words(stop.seconds) if stop.place.lap == 1 else ""
                found.append((clock_time(clock), f"{title}, {lasting}" if lasting else title))
                clock += stop.seconds
        slots = {slot.key: slot for slot in workshop.slots()}
        keys = [sequence.key for sequence in workshop.day.sequences]
        for key in keys[keys.index(self.key) + 1 :]:
            slot = slots[key]
            lasting = lasting_words(slot.real_end - slot.real)
            found.append((clock_time(slot.real), f"{slot.title}, {lasting}" if lasting else slot.title))
        return found[:limit]

    def _left(self) -> int:
        timer = self.timer()
        return max(timer.left, 0) if timer else 0


def _pace(left: int, length: int, *, is_on: bool, paused: bool) -> Pace:
    if not is_on:
        return Pace.STILL
    if paused:
        return Pace.PAUSED
    if left < 0:
        return Pace.OVER
    if left * RED <= length:
        return Pace.LAST
    return Pace.SOON if left * AMBER <= length else Pace.FINE


def lasting_words(seconds: int, *, long: bool = False) -> str:
    """Return « 30 min » (« 30 minutes » when ``long``), '' for nothing."""
    if not seconds:
        return ""
    if seconds < MINUTE:
        return f"{seconds} secondes" if long else f"{seconds} s"
    minutes = round(seconds / MINUTE)
    if long:
        return f"{minutes} minute{'s' if minutes > 1 else ''}"
    return f"{minutes} min"
