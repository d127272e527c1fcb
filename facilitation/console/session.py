"""A day under way on this console: its workshop, its queue to the disk, who is being listened to, and the unfinished lines.

Everything here works without a terminal: screens show it and call it, tests play it.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from facilitation.console import words
from facilitation.console.keeper import Intent, Keeper
from facilitation.day import Group
from facilitation.errors import DiskFullError, FolderGoneError, JournalError
from facilitation.events import AnswerGiven, Body, Event, RowAdded
from facilitation.hours import clock_time, seconds_of_day
from facilitation.sheet import Address, Cell
from facilitation.synthesis import UNKNOWN_GROUP
from facilitation.workshop import acts
from facilitation.workshop.rotations import Dated, Mixed
from facilitation.workshop.workshop import Workshop

RETRY = 3  # seconds between two tries
Later = Callable[[Callable[[], None]], None]


@dataclass(slots=True)
class Session:
    """What the screens of one open day share.

    ``later`` runs a function on the screen's thread; ``changed`` redraws what is shown; ``say`` puts a message in the foot.
    """

    workshop: Workshop
    later: Later
    changed: Callable[[], None] = lambda: None
    say: Callable[[str], None] = lambda _message: None
    group: str = ""
    author: str = ""
    azerty: bool = True  # whether « & é " » mean digits where heads are counted
    drafts: dict[str, str] = field(default_factory=dict)
    seatings: dict[tuple[str, str], Mixed | Dated] = field(default_factory=dict)  # by sequence and group
    keeper: Keeper = field(init=False)
    kept_at: str = ""
    _beats: int = 0

    def __post_init__(self) -> None:
        self.keeper = Keeper(self.workshop, self.later, self._after)
        self.drafts = dict(self.workshop.drafts())
        if not self.group:
            self.group = self._first_group()

    def _first_group(self) -> str:
        """Return the group to listen to first: that of the last answer in a group, else the first that has one to give."""
        last = self.workshop.before
        body = last.body if last else None
        if isinstance(body, AnswerGiven) and body.address.group:
            return body.address.group
        return self.groups()[-1].key if self.workshop.room.answers() and not self._speaks_by_group() else self.groups()[0].key

    def _speaks_by_group(self) -> bool:
        """Return whether any idea is known to come from a group."""
        return any(any(spoke) for spoke in self._speakers())

    def _speakers(self) -> list[list[str]]:
        """Return, for each sheet that groups fill, those that said something in it.

        A debate's arguments and free questions are the whole room's: that nobody is named there says nothing of groups.
        """
        room = self.workshop.room
        return [
            room.groups(sequence.key, sheet.key)
            for sequence in self.workshop.day.sequences
            if sequence.exercise and all(sheet.cell is Cell.IDEAS for sheet in sequence.exercise.sheets)
            for sheet in sequence.exercise.sheets
            if not sheet.free_rows
        ]

    def groups(self) -> list[Group]:
        """Return the groups one can listen to: the day's; and the unnamed one when there are none, or when it has spoken."""
        day = self.workshop.day
        unnamed = any("" in spoke for spoke in self._speakers())
        return [*day.groups, *([Group("", UNKNOWN_GROUP)] if unnamed or not day.groups else [])]

    @property
    def group_name(self) -> str:
        """The name of the group that is listened to, '' when the day has no groups."""
        return next((group.name for group in self.groups() if group.key == self.group), "") if self.workshop.day.groups else ""

    # --- keeping -----------------------------------------------------------------------------------------------------

    def keep(
        self,
        bodies: Callable[[], list[Body]],
        told: str | Callable[[Sequence[Event]], str] = "",
        *,
        address: Address | None = None,
        texts: tuple[str, ...] = (),
        more: Callable[[Sequence[Event]], list[Body]] | None = None,
    ) -> None:
        """Keep one gesture; ``told`` is said once it is on disk. ``texts`` are shown, unkept, until then.

        ``more`` makes the rest of the gesture once its first events have their keys.
        """

        def kept(_intent: Intent, events: Sequence[Event]) -> None:
            message = told if isinstance(told, str) else told(events)
            if message:
                self.say(message)

        self.keeper.submit(Intent(bodies, kept, address, texts, more))

    def _after(self) -> None:
        if self.keeper.refusal is not None:
            self.say(words.refused(self.keeper.refusal))
            self.keeper.refusal = None
        elif self.keeper.failure is None:
            self.kept_at = self.clock(seconds=True)
        self.changed()

    def waiting(self, address: Address) -> tuple[str, ...]:
        """Return the ideas of a cell that are not on disk yet."""
        return tuple(text for intent in self.keeper.waiting if intent.address == address for text in intent.texts)

    @property
    def trouble(self) -> words.Strip | None:
        """What the strip under the bar says while something is not kept, None when all is well."""
        failure = self.keeper.failure
        if failure is None:
            return None
        ideas = sum(len(intent.texts) for intent in self.keeper.waiting)
        match failure:
            case DiskFullError():
                return words.disk_full(ideas)
            case FolderGoneError():
                return words.folder_gone(ideas)
            case _:
                return words.not_kept(ideas, failure)

    # --- undo ----------------------------------------------------------------------------------------------------------

    def undo(self, sequence: str, then: Callable[[Address], None]) -> None:
        """Undo this computer's last act of a sequence; ``then`` goes to the cell concerned."""
        self._turn(sequence, acts.undo, words.undone, words.NOTHING_TO_UNDO, then)

    def redo(self, sequence: str, then: Callable[[Address], None]) -> None:
        """Redo the act undone last."""
        self._turn(sequence, acts.redo, words.redone, words.NOTHING_TO_REDO, then)

    def _turn(  # one private door for undo and redo
        self,
        sequence: str,
        turn: Callable[..., acts.Turned | None],
        told: Callable[[str], str],
        nothing: str,
        then: Callable[[Address], None],
    ) -> None:
        found: list[tuple[acts.Turned, str]] = []

        def bodies() -> list[Body]:  # once what waits is kept: one undoes what one did last
            turned = turn(self.workshop.room, sequence, self.workshop.host)
            if turned is None:
                self.say(nothing)
                return []
            found.append((turned, self._summary(turned.events)))
            return turned.bodies

        def done(_events: Sequence[Event]) -> str:
            ((turned, before),) = found
            place = self._place(turned.events)
            if place is not None:
                then(place)
            return told(before or self._summary(turned.events))

        self.keep(bodies, done)

    def _summary(self, events: Sequence[Event]) -> str:
        """Return what an act was about, in a few words."""
        given = [event.body for event in events if isinstance(event.body, AnswerGiven)]
        if len(given) > 1:  # a paste; or a whole file, whatever it holds besides
            return f"{len(given)} {'idées' if all(isinstance(body.value, str) for body in given) else 'réponses'}"
        body = events[0].body
        match body:
            case AnswerGiven():
                return self.told(body.address, body.value)
            case RowAdded():
                return body.title
            case _:
                key = getattr(body, "answer", "")
                answer = self.workshop.room.answer(key) if key else None
                return self.told(answer.address, answer.value) if answer else words.GESTURES.get(type(body).__name__, "")

    def told(self, address: Address, value: str | int) -> str:
        """Return an answer as it is said: the title of a mark, the word that was placed, the letters of the rest."""
        sheet = self.workshop.sheet(address.sequence, address.sheet)
        mark, line = sheet.mark(value), sheet.row(address.row)
        if sheet.cell is Cell.MARK and mark is not None:
            return mark.title
        return line.title if sheet.cell is Cell.PLACE and line is not None else " ".join(str(value).split())

    def _place(self, events: Sequence[Event]) -> Address | None:
        """Return the cell that an act just turned concerns: where its answer is now, else where it was given."""
        first = events[0]
        answer = self.workshop.room.answer(getattr(first.body, "answer", first.key))
        if answer is not None:
            return answer.address
        return first.body.address if isinstance(first.body, AnswerGiven) else None

    # --- telling the time ----------------------------------------------------------------------------------------------

    def clock(self, *, seconds: bool = False) -> str:
        """Return the hour, « 11:07 » or « 11:07:12 »."""
        now = seconds_of_day(self.workshop.now())
        return f"{clock_time(now)}:{now % 60:02d}" if seconds else clock_time(now)

    # --- who is listened to ----------------------------------------------------------------------------------------------

    def next_group(self) -> None:
        """Listen to the next group."""
        groups = self.groups()
        if len(groups) < 2:
            self.say(words.ONE_GROUP)
            return
        keys = [group.key for group in groups]
        here = keys.index(self.group) if self.group in keys else -1
        group = groups[(here + 1) % len(groups)]
        self.group, self.author = group.key, ""
        self.say(words.group_changed(group.name, group.people))

    def next_author(self) -> None:
        """Say who speaks: the next organisation of the day, then the whole group again. It sticks until changed."""
        speakers = ("", *self.workshop.day.organisations)
        if len(speakers) == 1:
            self.say(words.NO_ORGANISATION)
            return
        self.author = speakers[(speakers.index(self.author) + 1) % len(speakers) if self.author in speakers else 0]

    def copy_later(self) -> None:
        """Copy the journal beside it, off the screen's thread; a copy that fails is said, and never stops the day."""

        def copy() -> None:
            try:
                self.workshop.copy_journal()
            except JournalError as error:
                failure = words.refused(error)
                self.later(lambda: self.say(failure))

        threading.Thread(target=copy, name="copie", daemon=True).start()

    # --- as time goes ---

    def every_second(self) -> None:
        """Try again what is not kept, every three seconds; where one only looks on, take in what others kept."""
        self._beats += 1
        if self.keeper.failure is not None and self._beats % RETRY == 0:
            self.keeper.retry()
        if self.workshop.read_only:
            self._look_on()

    def _look_on(self) -> None:
        try:
            if self.workshop.look_on():
                self.changed()
        except JournalError as error:
            self.say(words.refused(error))

    async def settle(self, seconds: float) -> None:
        """Wait until everything is on disk, at most so long."""
        for _ in range(round(seconds / 0.02)):
            if self.keeper.is_idle or self.keeper.failure is not None:
                return
            await asyncio.sleep(0.02)

    # --- leaving -----------------------------------------------------------------------------------------------------------

    def close(self) -> tuple[str, ...]:
        """Let the day go; return the ideas that could not be kept."""
        lost = tuple(text for intent in self.keeper.waiting for text in intent.texts)
        self.keeper.close()
        try:
            self.workshop.keep_drafts({place: text for place, text in self.drafts.items() if text.strip()})
        except JournalError:
            lost += tuple(text for text in self.drafts.values() if text.strip())
        self.workshop.close()
        return lost
