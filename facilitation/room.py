"""What every group has said so far: a fold of events, with no clock, no disk, no screen.

Events are kept by what they are about (an answer, a sequence's timing…), so that undoing one act only folds its own subjects again.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator

from facilitation.events import (
    ActRedone,
    ActUndone,
    AnswerCorrected,
    AnswerGiven,
    AnswerMoved,
    AnswerWithdrawn,
    Event,
    RoomCounted,
    RowAdded,
    RowReworded,
    RowWithdrawn,
    ScheduleAdjusted,
    SequenceEnded,
    SessionClosed,
    SessionOpened,
    StepStarted,
    TimeAdded,
    TimerPaused,
    TimerResumed,
    VerdictWorded,
)
from facilitation.progress import Progress, advance
from facilitation.sheet import Address, Answer, Row

Subject = tuple[str, ...]
Order = tuple[int, int, str]
TIMING = (StepStarted, SequenceEnded, TimeAdded, TimerPaused, TimerResumed)
UNDOABLE = (
    AnswerGiven, AnswerCorrected, AnswerMoved, AnswerWithdrawn, RowAdded, RowReworded, RowWithdrawn,
    RoomCounted, VerdictWorded, TimeAdded, ScheduleAdjusted,
)  # fmt: skip


class History:
    """The acts of one computer in one sequence that can be undone, and those undone that can be redone."""

    __slots__ = ("done", "undone")

    def __init__(self) -> None:
        self.done: list[str] = []
        self.undone: list[str] = []

    def did(self, act: str) -> None:
        """Note a new act: what was undone before it can no longer be redone."""
        if not self.done or self.done[-1] != act:
            self.done.append(act)
            self.undone.clear()

    def undo(self, act: str) -> None:
        """Note that an act was undone."""
        if act in self.done:
            self.done.remove(act)
            self.undone.append(act)

    def redo(self, act: str) -> None:
        """Note that an undone act counts again."""
        if act in self.undone:
            self.undone.remove(act)
            self.done.append(act)


class Room:
    """The state of a day. ``take`` events in their order; everything else only reads."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self._events: dict[Subject, list[Event]] = {}
        self._acts: dict[str, list[Event]] = {}
        self._undone: set[str] = set()
        self._answers: dict[str, Answer] = {}
        self._cells: dict[Address, list[tuple[Order, str]]] = {}
        self._groups: dict[tuple[str, str], dict[str, None]] = {}
        self._rows: dict[tuple[str, str], dict[str, str]] = {}
        self._people: dict[tuple[str, str, int], int] = {}
        self._verdicts: dict[tuple[str, str], str] = {}
        self._progress: dict[str, Progress] = {}
        self._histories: dict[tuple[str, str], History] = {}
        self._hosts: dict[str, str] = {}
        self.schedule: dict[str, int] = {}
        self.present: int | None = None
        self.current: str = ""
        self.last: Event | None = None
        self.sessions: list[Event] = []
        self.closed: set[str] = set()
        self.take(events)

    # --- reading ---------------------------------------------------------------------------------------------------

    def answer(self, key: str) -> Answer | None:
        """Return a live answer, None when it was withdrawn or never given."""
        return self._answers.get(key)

    def cell(self, address: Address) -> list[Answer]:
        """Return the live answers of a cell, in the order they were said."""
        return [self._answers[key] for _order, key in self._cells.get(address, ())]

    def size(self, address: Address) -> int:
        """Return how many live answers a cell holds."""
        return len(self._cells.get(address, ()))

    def count(self, address: Address) -> Answer | None:
        """Return the head-count of a cell: the last one given; None when nobody counted (which is not zero)."""
        given = self._cells.get(address)
        return self._answers[given[-1][1]] if given else None

    def cells(self) -> Iterator[tuple[Address, list[Answer]]]:
        """Yield each cell that holds something, with its answers."""
        for address, keys in self._cells.items():
            if keys:
                yield address, [self._answers[key] for _order, key in keys]

    def groups(self, sequence: str, sheet: str) -> list[str]:
        """Return the keys of the groups that said something on a sheet ('' when nobody knows which), in order of first word."""
        return list(self._groups.get((sequence, sheet), ()))

    def answers(self) -> int:
        """Return how many ideas are kept (head-counts are not ideas)."""
        return sum(isinstance(answer.value, str) for answer in self._answers.values())

    def rows(self, sequence: str, sheet: str) -> tuple[Row, ...]:
        """Return the rows added live to a sheet, in their order."""
        return tuple(Row(key=key, title=title) for key, title in self._rows.get((sequence, sheet), {}).items())

    def people(self, sequence: str, row: str, round_: int) -> int | None:
        """Return how many people were in the room when this row was counted, None when nobody said."""
        return self._people.get((sequence, row, round_))

    def verdict(self, sequence: str, row: str) -> str:
        """Return the animator's own verdict, '' when there is none."""
        return self._verdicts.get((sequence, row), "")

    def progress(self, sequence: str) -> Progress:
        """Return how far a sequence is."""
        return self._progress.get(sequence) or Progress()

    def history(self, sequence: str, host: str) -> History:
        """Return what this computer can undo and redo in this sequence."""
        return self._histories.get((sequence, host)) or History()

    def events_of(self, act: str) -> list[Event]:
        """Return the events of an act."""
        return self._acts.get(act, [])

    # --- taking events ---------------------------------------------------------------------------------------------

    def take(self, events: Iterable[Event]) -> None:
        """Take events in; each must come after those already taken in ``Event.order``."""
        for event in events:
            body = event.body
            if isinstance(body, AnswerGiven):
                self._acts.setdefault(event.act, []).append(event)
                self._events[("answer", event.key)] = [event]
                self._put(Answer(event.key, *body), event)
                self._remember(event, body.address.sequence)
            else:
                self._take(event)
            self.last = event

    def _take(self, event: Event) -> None:
        body = event.body
        match body:
            case ActUndone():
                self._undone.add(body.act)
                self._refold(body.act)
                for history in self._histories_of(event):
                    history.undo(body.act)
            case ActRedone():
                self._undone.discard(body.act)
                self._refold(body.act)
                for history in self._histories_of(event):
                    history.redo(body.act)
            case SessionOpened():
                self._hosts[event.station] = body.host
                self.sessions.append(event)
            case SessionClosed():
                self.closed.add(event.station)
            case _:
                subject = self.subject(event)
                self._acts.setdefault(event.act, []).append(event)
                self._events.setdefault(subject, []).append(event)
                self._apply(event)
                if isinstance(body, UNDOABLE):
                    self._remember(event, self._sequence_of(event))

    def _histories_of(self, event: Event) -> list[History]:
        host = self._hosts.get(event.station, "")
        return [history for (_sequence, owner), history in self._histories.items() if owner == host]

    def _remember(self, event: Event, sequence: str) -> None:
        place = sequence, self._hosts.get(event.station, "")
        history = self._histories.get(place)
        if history is None:
            history = self._histories[place] = History()
        history.did(event.act)

    def _sequence_of(self, event: Event) -> str:
        match event.body:
            case AnswerCorrected(answer=key) | AnswerMoved(answer=key) | AnswerWithdrawn(answer=key):
                first = self._events[("answer", key)][0].body
                return first.address.sequence if isinstance(first, AnswerGiven) else ""
            case RowReworded(row=key) | RowWithdrawn(row=key):
                first = self._events[("row", key)][0].body
                return first.sequence if isinstance(first, RowAdded) else ""
            case RowAdded() | RoomCounted() | VerdictWorded() | TimeAdded():
                return event.body.sequence
            case _:
                return ""

    @staticmethod
    def subject(event: Event) -> Subject:
        """Return what an event is about; events of one subject are folded together."""
        body = event.body
        match body:
            case AnswerGiven():
                return "answer", event.key
            case AnswerCorrected() | AnswerMoved() | AnswerWithdrawn():
                return "answer", body.answer
            case RowAdded():
                return "row", event.key
            case RowReworded() | RowWithdrawn():
                return "row", body.row
            case RoomCounted():
                return "people", body.sequence, body.row, str(body.round)
            case VerdictWorded():
                return "verdict", body.sequence, body.row
            case StepStarted() | SequenceEnded() | TimeAdded() | TimerPaused() | TimerResumed():
                return "timing", body.sequence
            case ScheduleAdjusted():
                return ("schedule",)
            case SessionOpened() | SessionClosed() | ActUndone() | ActRedone():
                return ()

    def _refold(self, act: str) -> None:
        """Fold again, from nothing, every subject that an act touched."""
        for subject in dict.fromkeys(self.subject(event) for event in self._acts.get(act, ())):
            self._forget(subject)
            for event in self._events.get(subject, ()):
                if event.act not in self._undone:
                    self._apply(event)

    def _forget(self, subject: Subject) -> None:
        match subject:
            case ("answer", key):
                self._drop(key)
            case ("row", key):
                for rows in self._rows.values():
                    rows.pop(key, None)
            case ("people", sequence, row, round_):
                self._people.pop((sequence, row, int(round_)), None)
                self.present = next(reversed(self._people.values()), None)
            case ("verdict", sequence, row):
                self._verdicts.pop((sequence, row), None)
            case ("timing", sequence):
                self._progress.pop(sequence, None)
            case _:
                self.schedule = {}

    def _apply(self, event: Event) -> None:
        body = event.body
        match body:
            case AnswerGiven():
                self._put(Answer(event.key, *body), event)
            case AnswerCorrected():
                if (answer := self._answers.get(body.answer)) is not None:
                    self._answers[body.answer] = answer._replace(value=body.value)
            case AnswerMoved():
                if (answer := self._drop(body.answer)) is not None:
                    self._put(answer._replace(address=body.address), event)
            case AnswerWithdrawn():
                self._drop(body.answer)
            case RowAdded():
                rows = self._rows.setdefault((body.sequence, body.sheet), {})
                rows[event.key] = body.title
            case RowReworded():
                for rows in self._rows.values():
                    if body.row in rows:
                        rows[body.row] = body.title
            case RowWithdrawn():
                for rows in self._rows.values():
                    rows.pop(body.row, None)
            case RoomCounted():
                self._people[body.sequence, body.row, body.round] = body.people
                self.present = body.people
            case VerdictWorded():
                self._verdicts[body.sequence, body.row] = body.wording
            case StepStarted() | SequenceEnded() | TimeAdded() | TimerPaused() | TimerResumed():
                self._time(event, body)
            case ScheduleAdjusted():
                self.schedule = self.schedule | body.seconds
            case _:
                pass

    def _time(self, event: Event, body: StepStarted | SequenceEnded | TimeAdded | TimerPaused | TimerResumed) -> None:
        self._progress[body.sequence] = advance(self.progress(body.sequence), event, body)
        if isinstance(body, StepStarted):
            self.current = body.sequence

    def _put(self, answer: Answer, event: Event) -> None:
        self._answers[answer.key] = answer
        place = event.order, answer.key
        cell = self._cells.get(answer.address)
        if cell is None:
            self._cells[answer.address] = [place]
            sequence, sheet, _round, group, _row, _column = answer.address
            self._groups.setdefault((sequence, sheet), {})[group] = None
        elif cell[-1] < place:
            cell.append(place)
        else:
            insort(cell, place)

    def _drop(self, key: str) -> Answer | None:
        answer = self._answers.pop(key, None)
        if answer is not None:
            cell = self._cells[answer.address]
            cell[:] = [place for place in cell if place[1] != key]
        return answer
