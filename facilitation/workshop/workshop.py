"""A day that is open: its room in memory, its journal on disk, and every gesture that changes them.

Several stages, so that a surface never waits for the disk: ``prepare`` makes events, ``keep`` puts them on disk (from any one
thread), ``take`` brings them into the room once they are kept. ``record`` does the three at once.
"""

from __future__ import annotations

import socket
from collections.abc import Mapping
from collections.abc import Sequence as Seq
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from facilitation.collector import at_rest
from facilitation.day import Day, Sequence
from facilitation.errors import FileProblemsError, JournalError, NotKeptError, Problem
from facilitation.events import (
    Body,
    Event,
    ScheduleAdjusted,
    SequenceEnded,
    SessionClosed,
    SessionOpened,
    StepStarted,
    TimeAdded,
    TimerPaused,
    TimerResumed,
)
from facilitation.journal import OpenedJournal, open_day_journal
from facilitation.library import read_day
from facilitation.progress import Place
from facilitation.room import Room
from facilitation.sheet import Address, Sheet
from facilitation.workshop.access import Now, Write, wall_clock
from facilitation.workshop.schedule import Share, Slot, shares, slots
from facilitation.workshop.script import Stop, index_of, stops

PATIENCE = 5.0  # seconds: the console that holds the journal looks once a second whether another asks for it


class Workshop:
    """An open day. ``problems`` are what is wrong in its YAML, ``notices`` what opening its journal had to mend or found."""

    def __init__(self, folder: Path, day: Day, journal: OpenedJournal, *, now: Now = wall_clock) -> None:
        self.folder = folder
        self.day = day
        self.problems: list[Problem] = []
        self.now = now
        self.host = socket.gethostname()
        self.room = Room(journal.events)
        self.before = self.room.last  # the last event before this session: what a crash message quotes
        self._journal = journal
        self._stops = {sequence.key: stops(sequence) for sequence in day.sequences}

    @classmethod
    def open(cls, folder: Path, *, write: Write = Write.MAIN, strict: bool = False, now: Now = wall_clock) -> Workshop:
        """Return the day of a folder; ``notices`` say what had to be mended, or why it is only read.

        Raises:
            FileProblemsError: the day cannot be read at all; or anything is wrong in it, when ``strict``.
            HeldElsewhereError: another console writes in its journal.
            JournalError: the journal can be neither read nor mended.
        """
        reading = read_day(folder)
        if reading.day is None or (strict and reading.problems):
            raise FileProblemsError(list(reading.problems))
        with at_rest():
            journal = open_day_journal(
                folder,
                now=now,
                host=socket.gethostname(),
                own=write is Write.OWN,
                read_only=write is Write.NOTHING,
                patience=PATIENCE if write is Write.TAKE_OVER else 0.0,
            )
            workshop = cls(folder, reading.day, journal, now=now)
        workshop.problems = list(reading.problems)
        if not workshop.read_only:
            # on a full disk the day opens all the same: each answer will say that it is not kept
            with suppress(NotKeptError):
                workshop.record(SessionOpened(workshop.host))
        return workshop

    def close(self) -> None:
        """End the session and let the journal go; what could not be kept was said before."""
        if not self.read_only:
            # closing asks nothing: every answer was already acknowledged, or shown as not kept
            with suppress(JournalError):
                self.record(SessionClosed())
        self._journal.close()

    # --- reading ---------------------------------------------------------------------------------------------------

    @property
    def read_only(self) -> bool:
        """Whether this session only looks on."""
        return self._journal.read_only

    @property
    def notices(self) -> Seq[str]:
        """What opening the journal had to mend, in French sentences."""
        return self._journal.notices

    def sequence(self, key: str) -> Sequence:
        """Return a sequence of the day (KeyError when there is none)."""
        return self.day.sequence(key)

    def sheet(self, sequence: str, key: str) -> Sheet:
        """Return a sheet of a sequence, with the rows added live."""
        exercise = self.day.sequence(sequence).exercise
        if exercise is None:
            raise KeyError(key)
        sheet = exercise.sheet(key)
        return replace(sheet, rows=(*sheet.rows, *self.room.rows(sequence, key))) if sheet.free_rows else sheet

    def stops(self, sequence: str) -> tuple[Stop, ...]:
        """Return the stops of a sequence, in the order they are played."""
        return self._stops[sequence]

    def stop(self, sequence: str) -> Stop:
        """Return the stop where a sequence is; its first one before it starts."""
        found = self._stops[sequence]
        return found[index_of(found, self.room.progress(sequence).place)]

    def neighbour(self, sequence: str, step: int) -> Stop | None:
        """Return the stop ``step`` places away (1 next, −1 before), None beyond the ends."""
        found = self._stops[sequence]
        rank = index_of(found, self.room.progress(sequence).place) + step
        return found[rank] if 0 <= rank < len(found) else None

    def following(self, sequence: str) -> Sequence | None:
        """Return the sequence after this one in the day."""
        keys = [known.key for known in self.day.sequences]
        rank = keys.index(sequence) + 1
        return self.day.sequences[rank] if rank < len(keys) else None

    def people(self, address: Address) -> int | None:
        """Return how many people are in the room for a statement: as counted, else as counted last, else as expected."""
        counted = self.room.people(address.sequence, address.row, address.round)
        return counted if counted is not None else self.room.present or self.day.expected

    def slots(self) -> tuple[Slot, ...]:
        """Return the day's planned and real hours, as they stand now."""
        return slots(self.day, self.room, self.now())

    def shares(self) -> tuple[Share, ...]:
        """Return the ways to catch up, none when the day is on time."""
        return shares(self.slots())

    @property
    def crashed(self) -> bool:
        """Whether the last session before this one stopped in the middle."""
        others = self.room.sessions if self.read_only else self.room.sessions[:-1]
        return bool(others) and others[-1].station not in self.room.closed

    # --- recording -------------------------------------------------------------------------------------------------

    def prepare(self, *bodies: Body, act: str | None = None) -> tuple[Event, ...]:
        """Return the events of one act (a new one, or one begun before), not kept yet."""
        return self._journal.stamper.stamp(bodies, act)

    def keep(self, events: Seq[Event]) -> None:
        """Put events on disk, in one commit. Trying again after a failure is safe.

        Raises:
            NotKeptError: they are not on disk (full, read-only, folder gone).
        """
        self._journal.journal.append(events)

    def take(self, events: Seq[Event]) -> None:
        """Bring kept events into the room."""
        self.room.take(events)

    def record(self, *bodies: Body) -> tuple[Event, ...]:
        """Keep and take one act; see ``keep`` for what it raises."""
        events = self.prepare(*bodies)
        self.record_events(events)
        return events

    def record_events(self, events: Seq[Event]) -> None:
        """Keep and take events already prepared."""
        self.keep(events)
        self.take(events)

    def known(self) -> frozenset[str]:
        """Return the keys of all events that this day holds."""
        return frozenset(event.key for event in self._journal.journal.events())

    def receive(self, events: Seq[Event]) -> None:
        """Keep what happened on other computers, and fold the day again with it; see ``keep`` for what it raises."""
        self.keep(events)
        self.room = Room(self._journal.journal.events())

    def look_on(self) -> bool:
        """Take in what another console has kept since; return whether there was anything."""
        news = self._journal.journal.tail()
        if news and self.room.last is not None and news[0].order < self.room.last.order:
            self.room = Room(self._journal.journal.events())  # another station's past: the fold wants events in their order
        else:
            self.take(news)
        return bool(news)

    # --- the script and the timer ------------------------------------------------------------------------------------

    def start(self, sequence: str, place: Place) -> list[Body]:
        """Return what puts the room at a place of a sequence; nothing when it is there already."""
        progress = self.room.progress(sequence)
        if progress.running and progress.place == place:
            return []
        bodies: list[Body] = [SequenceEnded(other) for other in self._running(sequence)]
        return [*bodies, StepStarted(sequence, place.step, place.row, place.lap)]

    def _running(self, but: str) -> list[str]:
        return [known.key for known in self.day.sequences if known.key != but and self.room.progress(known.key).running]

    def end(self, sequence: str) -> list[Body]:
        """Return what ends a sequence; nothing when it is over already: its hour stands."""
        return [] if self.room.progress(sequence).ended is not None else [SequenceEnded(sequence)]

    def add_time(self, sequence: str, seconds: int) -> list[Body]:
        """Return what gives time to the step under way."""
        return [TimeAdded(sequence, seconds)]

    def toggle_pause(self, sequence: str) -> list[Body]:
        """Return what stops the timer, or lets it go on."""
        return [TimerPaused(sequence) if self.room.progress(sequence).paused is None else TimerResumed(sequence)]

    def adjust(self, share: Share) -> list[Body]:
        """Return what gives sequences their new durations."""
        return [ScheduleAdjusted(dict(share.seconds))]

    # --- beside the events -------------------------------------------------------------------------------------------

    def copy_journal(self) -> Path | None:
        """Copy the journal beside it, as is done at each end of exercise; return the copy, None when only looking on."""
        return None if self.read_only else self._journal.copy()

    def drafts(self) -> Mapping[str, str]:
        """Return the lines left unfinished, by place."""
        return self._journal.journal.drafts()

    def keep_drafts(self, drafts: Mapping[str, str]) -> None:
        """Keep the unfinished lines, in place of those kept before."""
        if not self.read_only:
            self._journal.journal.keep_drafts(dict(drafts))

    def wanted_elsewhere(self) -> bool:
        """Return whether another console asks to write in this journal."""
        return self._journal.wanted()

    def let_go(self) -> None:
        """Let the console that asks write; this session only looks on from now."""
        with suppress(JournalError):
            self.record(SessionClosed())
        self._journal.let_go()
