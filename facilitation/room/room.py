"""The fold of a day's events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitation.events import (
    ActRedone,
    ActUndone,
    AnswerCorrected,
    AnswerGiven,
    AnswerMoved,
    AnswerWithdrawn,
    Event,
    IdeaSetAside,
    IdeasFiled,
    IdeasKeptApart,
    IdeasMerged,
    ParagraphsWritten,
    PhotoAttached,
    PhotoWithdrawn,
    RoomCounted,
    RowAdded,
    RowReworded,
    RowWithdrawn,
    ScheduleAdjusted,
    SequenceEnded,
    SessionClosed,
    SessionOpened,
    StepStarted,
    ThemeAdded,
    ThemeReworded,
    ThemeWithdrawn,
    TimeAdded,
    TimerPaused,
    TimerResumed,
    VerdictWorded,
)
from facilitation.progress import Progress, advance
from facilitation.room.additions import Additions
from facilitation.room.answers import Answers
from facilitation.room.families import Families
from facilitation.room.forks import Fork, fork
from facilitation.room.history import History
from facilitation.room.subjects import ADDITIONS, MERGING, THEMES, Subject, subject_of
from facilitation.room.themes import Themes
from facilitation.sheet import Address, Answer, Row

UNDOABLE = (
    AnswerGiven, AnswerCorrected, AnswerMoved, AnswerWithdrawn, RowAdded, RowReworded, RowWithdrawn,
    RoomCounted, VerdictWorded, TimeAdded, ScheduleAdjusted, IdeasMerged, IdeasKeptApart, IdeaSetAside,
    ThemeAdded, ThemeReworded, ThemeWithdrawn, IdeasFiled, ParagraphsWritten, PhotoAttached, PhotoWithdrawn,
)  # fmt: skip
AFTERWARDS = "*"  # where decisions on ideas are undone: in no sequence of the day
WRITTEN = "+"  # where staff's own paragraphs are: on the screen where they are written


class Room:
    """The state of a day. ``take`` events in their order; everything else only reads."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self._events: dict[Subject, list[Event]] = {}
        self._acts: dict[str, list[Event]] = {}
        self._undone: set[str] = set()
        self._answers = Answers()
        self._rows: dict[tuple[str, str], dict[str, str]] = {}
        self._people: dict[tuple[str, str, int], int] = {}
        self._verdicts: dict[tuple[str, str], str] = {}
        self.families = Families()
        self.themes = Themes()
        self.additions = Additions()
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

    def worded(self, key: str) -> str:
        """Return the key of the event whose words a live answer has."""
        told = [event for event in self._counting(("answer", key)) if isinstance(event.body, AnswerGiven | AnswerCorrected)]
        return told[-1].key if told else ""

    def forks(self) -> list[Fork]:
        """Return the answers that two people worded otherwise without knowing of each other, and that nobody settled."""
        found = (
            fork(subject[1], self._counting(subject))
            for subject, events in self._events.items()
            if subject[0] == "answer" and len(events) > 2 and subject[1] in self._answers
        )
        return [each for each in found if each is not None]

    def _counting(self, subject: Subject) -> list[Event]:
        return [event for event in self._events.get(subject, ()) if event.act not in self._undone]

    def cell(self, address: Address) -> list[Answer]:
        """Return the live answers of a cell, in the order they were said."""
        return self._answers.cell(address)

    def size(self, address: Address) -> int:
        """Return how many live answers a cell holds."""
        return self._answers.size(address)

    def count(self, address: Address) -> Answer | None:
        """Return the head-count of a cell: the last one given; None when nobody counted (which is not zero)."""
        return self._answers.last(address)

    def groups(self, sequence: str, sheet: str) -> list[str]:
        """Return the keys of the groups that said something on a sheet ('' when nobody knows which), in order of first word."""
        return self._answers.groups(sequence, sheet)

    def newest_idea(self) -> Answer | None:
        """Return the live idea that came in last, None when there is none."""
        return self._answers.newest_idea()

    def answers(self) -> int:
        """Return how many ideas are kept (head-counts are not ideas; a withdrawn row takes its own along)."""
        return sum(isinstance(answer.value, str) for answer in self.said())

    def kept_in(self, sequence: str) -> int:
        """Return how many ideas are kept in one sequence."""
        return sum(isinstance(answer.value, str) and answer.address.sequence == sequence for answer in self.said())

    def said(self) -> Iterator[Answer]:
        """Yield every live answer, but those of withdrawn rows."""
        for answer in self._answers:
            sequence, sheet, _round, _group, row, _column = answer.address
            if ("row", row) not in self._events or row in self._rows.get((sequence, sheet), {}):
                yield answer

    def brought(self) -> Iterator[Event]:
        """Yield what brought each answer, free row, room size and verdict, withdrawn or replaced since, unless undone."""
        for events in self._events.values():
            for event in events:
                if (
                    isinstance(event.body, AnswerGiven | RowAdded | RoomCounted | VerdictWorded)
                    and event.act not in self._undone
                ):
                    yield event

    def rows(self, sequence: str, sheet: str) -> tuple[Row, ...]:
        """Return the rows added live to a sheet, in the order they were added."""
        added = self._rows.get((sequence, sheet), {})
        return tuple(Row(key=key, title=added[key]) for key in sorted(added, key=lambda key: self._events["row", key][0].order))

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
                self._answers.apply(event, body)
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
                subject = subject_of(event)
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
        """Return the sequence where an act can be undone."""
        match event.body:
            case AnswerCorrected(answer=key) | AnswerMoved(answer=key) | AnswerWithdrawn(answer=key):
                first = self._events[("answer", key)][0].body
                return first.address.sequence if isinstance(first, AnswerGiven) else ""
            case RowReworded(row=key) | RowWithdrawn(row=key):
                first = self._events[("row", key)][0].body
                return first.sequence if isinstance(first, RowAdded) else ""
            case RowAdded() | RoomCounted() | VerdictWorded() | TimeAdded() | PhotoAttached():
                return event.body.sequence
            case PhotoWithdrawn(photo=key):
                added = (each.body for each in self._events[ADDITIONS] if each.key == key)
                return next((body.sequence for body in added if isinstance(body, PhotoAttached)), "")
            case ParagraphsWritten():
                return WRITTEN
            case _ if subject_of(event) in {MERGING, THEMES, ADDITIONS}:
                return AFTERWARDS
            case _:
                return ""

    def _refold(self, act: str) -> None:
        """Fold again, from nothing, every subject that an act touched; the room stays in the sequence where it is."""
        current = self.current
        for subject in dict.fromkeys(subject_of(event) for event in self._acts.get(act, ())):
            self._forget(subject)
            for event in self._counting(subject):
                self._apply(event)
        self.current = current

    def _forget(self, subject: Subject) -> None:
        match subject:
            case ("answer", key):
                self._answers.drop(key)
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
            case _ if subject == MERGING:
                self.families = Families()
            case _ if subject == THEMES:
                self.themes = Themes()
            case _ if subject == ADDITIONS:
                self.additions = Additions()
            case _:
                self.schedule = {}

    def _apply(self, event: Event) -> None:
        body = event.body
        match body:
            case AnswerGiven() | AnswerCorrected() | AnswerMoved() | AnswerWithdrawn():
                self._answers.apply(event, body)
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
                self._edit(event)

    def _edit(self, event: Event) -> None:
        body = event.body
        match body:
            case IdeasMerged() | IdeasKeptApart() | IdeaSetAside():
                self.families.apply(event, body)
            case ThemeAdded() | ThemeReworded() | ThemeWithdrawn() | IdeasFiled():
                self.themes.apply(event, body)
            case ParagraphsWritten() | PhotoAttached() | PhotoWithdrawn():
                self.additions.apply(event, body)
            case _:
                pass

    def _time(self, event: Event, body: StepStarted | SequenceEnded | TimeAdded | TimerPaused | TimerResumed) -> None:
        self._progress[body.sequence] = advance(self.progress(body.sequence), event, body)
        if isinstance(body, StepStarted):
            self.current = body.sequence
