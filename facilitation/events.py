"""What happened, in the past tense. Wire names are words and frozen; old versions are read for ever (see ``UPCASTERS``).

An event's identity is unique across machines (station + counter) and events are ordered by a hybrid logical clock (Kulkarni et
al., 2014): milliseconds of the wall clock, then a tick, then the station. So joining journals is a set union.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

from facilitation.errors import DamagedJournalError
from facilitation.sheet import Address


class Part(StrEnum):
    """Where staff write their own words in the document, as journals hold it."""

    INTRODUCTION = "introduction"
    SEQUENCE = "sequence"
    CONCLUSION = "conclusion"


class SessionOpened(NamedTuple):
    """A console or a command opened the journal on this computer; its events carry this station."""

    host: str


class SessionClosed(NamedTuple):
    """The session ended on purpose; without it, the computer or the console stopped in the middle."""


class AnswerGiven(NamedTuple):
    """An idea or a count was said. The answer's key is the event's own identity."""

    address: Address
    value: str | int
    author: str = ""
    time: str = ""
    deduced: bool = False


class AnswerCorrected(NamedTuple):
    """An answer was worded otherwise; the first wording stays in the journal.

    ``after`` is the event whose words it replaced: two corrections after the same one are two people who did not know of each
    other. ``settles`` marks the one by which somebody chose, having seen both.
    """

    answer: str
    value: str | int
    after: str = ""
    settles: bool = False


class AnswerMoved(NamedTuple):
    """An answer went to another cell."""

    answer: str
    address: Address


class AnswerWithdrawn(NamedTuple):
    """An answer was withdrawn."""

    answer: str


class RowAdded(NamedTuple):
    """A row (a question) was added to a sheet with free rows. The row's key is the event's own identity."""

    sequence: str
    sheet: str
    title: str


class RowReworded(NamedTuple):
    """A free row was worded otherwise."""

    row: str
    title: str


class RowWithdrawn(NamedTuple):
    """A free row was withdrawn, with what it held."""

    row: str


class RoomCounted(NamedTuple):
    """How many people are in the room when this row (statement) is counted, in this round."""

    sequence: str
    people: int
    row: str = ""
    round: int = 1


class VerdictWorded(NamedTuple):
    """The animator said the room's answer in their own words, which stand."""

    sequence: str
    row: str
    wording: str


class StepStarted(NamedTuple):
    """The room is at this step (index in the script), for this row when the step is played per row, at this lap (from 1)."""

    sequence: str
    step: int
    row: str = ""
    lap: int = 1


class SequenceEnded(NamedTuple):
    """A sequence is over."""

    sequence: str


class TimeAdded(NamedTuple):
    """Seconds were given to the step under way."""

    sequence: str
    seconds: int


class TimerPaused(NamedTuple):
    """The timer stopped."""

    sequence: str


class TimerResumed(NamedTuple):
    """The timer goes on."""

    sequence: str


class ScheduleAdjusted(NamedTuple):
    """Sequences were given other durations, in seconds by sequence key, to catch up."""

    seconds: dict[str, int]


class IdeasMerged(NamedTuple):
    """A person decided that these answers say one thing, in these words; an answer is in the last family that names it."""

    answers: tuple[str, ...]
    wording: str


class IdeasKeptApart(NamedTuple):
    """A person decided that none of ``answers`` says what one of ``others`` says: they leave the families of these."""

    answers: tuple[str, ...]
    others: tuple[str, ...]


class IdeaSetAside(NamedTuple):
    """An idea left the tables, for a reason; it stays in the annex. An empty reason takes it back."""

    answer: str
    reason: str


class ThemeAdded(NamedTuple):
    """A theme was named, under which ideas can be filed. The theme's key is the event's own identity."""

    title: str


class ThemeReworded(NamedTuple):
    """A theme was named otherwise."""

    theme: str
    title: str


class ThemeWithdrawn(NamedTuple):
    """A theme was withdrawn; the ideas filed under it are under none."""

    theme: str


class IdeasFiled(NamedTuple):
    """These ideas were put under a theme; an empty one takes them out of theirs."""

    answers: tuple[str, ...]
    theme: str


class ParagraphsWritten(NamedTuple):
    """Staff wrote their own words in a part of the document (see ``Part``), blank lines between paragraphs; '' leaves none."""

    part: str
    text: str
    sequence: str = ""


class PhotoAttached(NamedTuple):
    """A photo of a paperboard was attached to a group's sheet. ``file`` is its name in the day's ``photos`` folder."""

    sequence: str
    sheet: str
    round: int
    group: str
    file: str
    caption: str = ""


class PhotoWithdrawn(NamedTuple):
    """A photo is no longer attached; its file stays."""

    photo: str


class ActUndone(NamedTuple):
    """All the events of an act no longer count."""

    act: str


class ActRedone(NamedTuple):
    """The events of an undone act count again."""

    act: str


Body = (
    SessionOpened
    | SessionClosed
    | AnswerGiven
    | AnswerCorrected
    | AnswerMoved
    | AnswerWithdrawn
    | RowAdded
    | RowReworded
    | RowWithdrawn
    | RoomCounted
    | VerdictWorded
    | StepStarted
    | SequenceEnded
    | TimeAdded
    | TimerPaused
    | TimerResumed
    | ScheduleAdjusted
    | IdeasMerged
    | IdeasKeptApart
    | IdeaSetAside
    | ThemeAdded
    | ThemeReworded
    | ThemeWithdrawn
    | IdeasFiled
    | ParagraphsWritten
    | PhotoAttached
    | PhotoWithdrawn
    | ActUndone
    | ActRedone
)

WIRE_NAMES: dict[str, type[Body]] = {
    "session-opened": SessionOpened,
    "session-closed": SessionClosed,
    "answer-given": AnswerGiven,
    "answer-corrected": AnswerCorrected,
    "answer-moved": AnswerMoved,
    "answer-withdrawn": AnswerWithdrawn,
    "row-added": RowAdded,
    "row-reworded": RowReworded,
    "row-withdrawn": RowWithdrawn,
    "room-counted": RoomCounted,
    "verdict-worded": VerdictWorded,
    "step-started": StepStarted,
    "sequence-ended": SequenceEnded,
    "time-added": TimeAdded,
    "timer-paused": TimerPaused,
    "timer-resumed": TimerResumed,
    "schedule-adjusted": ScheduleAdjusted,
    "ideas-merged": IdeasMerged,
    "ideas-kept-apart": IdeasKeptApart,
    "idea-set-aside": IdeaSetAside,
    "theme-added": ThemeAdded,
    "theme-reworded": ThemeReworded,
    "theme-withdrawn": ThemeWithdrawn,
    "ideas-filed": IdeasFiled,
    "paragraphs-written": ParagraphsWritten,
    "photo-attached": PhotoAttached,
    "photo-withdrawn": PhotoWithdrawn,
    "act-undone": ActUndone,
    "act-redone": ActRedone,
}
_NAME_OF = {body: name for name, body in WIRE_NAMES.items()}
VERSION = 4  # one more for each new name or changed field: a journal says which one it needs
_SEVERAL = {"answers", "others"}  # fields that JSON gives back as lists
_decoder = json.JSONDecoder()
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]


def _with_round(fields: dict[str, Any]) -> dict[str, Any]:
    """Version 1 wrote five-part addresses, before rounds: sequence, sheet, group, row, column."""
    sequence, sheet, group, row, column = fields["address"]
    return fields | {"address": [sequence, sheet, 1, group, row, column]}


UPCASTERS: dict[tuple[str, int], Upcaster] = {
    ("answer-given", 1): _with_round,
    ("answer-moved", 1): _with_round,
}


class Event(NamedTuple):
    """One thing that happened. ``at`` is in milliseconds since 1970, UTC; ``act`` groups what one gesture did (one undo)."""

    key: str
    at: int
    tick: int
    station: str
    act: str
    body: Body

    @property
    def order(self) -> tuple[int, int, str]:
        """Its place among all events of all stations."""
        return self.at, self.tick, self.station


def encode(body: Body) -> tuple[str, str]:
    """Return an event's wire name and its JSON."""
    return _NAME_OF[type(body)], _to_json(body._asdict())


def _from_json(text: str) -> dict[str, Any]:
    """Return what ``_to_json`` wrote; a third faster than ``json.loads``, which looks for spaces around."""
    fields: dict[str, Any]
    fields, end = _decoder.raw_decode(text)
    if end != len(text):
        raise ValueError(text)
    return fields


def decode(name: str, version: int, text: str) -> Body:
    """Return the body written under ``name`` at ``version``, brought to today's form.

    Raises:
        DamagedJournalError: unknown name (a newer facilitation wrote it) or JSON that is not an event.
    """
    try:
        fields = _from_json(text)
        for older in range(version, VERSION):
            upcast = UPCASTERS.get((name, older))
            fields = upcast(fields) if upcast else fields
        if "address" in fields:
            fields["address"] = Address(*fields["address"])
        for several in _SEVERAL.intersection(fields):
            fields[several] = tuple(fields[several])
        return WIRE_NAMES[name](**fields)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedJournalError(
            f"événement illisible dans le carnet ({name}, version {version}) : il vient peut-être d’une version plus récente de"
            " facilitation. Mettez-la à jour, puis rouvrez la journée."
        ) from error
