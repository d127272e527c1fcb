"""What each event is about: events of one subject are folded together, so that an undo only folds its own subjects again."""

from __future__ import annotations

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

Subject = tuple[str, ...]
SCHEDULE: Subject = ("schedule",)
MERGING: Subject = ("merging",)
THEMES: Subject = ("themes",)
ADDITIONS: Subject = ("additions",)


def subject_of(event: Event) -> Subject:  # noqa: PLR0911 (one return a subject)
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
            return SCHEDULE
        case IdeasMerged() | IdeasKeptApart() | IdeaSetAside():
            return MERGING
        case ThemeAdded() | ThemeReworded() | ThemeWithdrawn() | IdeasFiled():
            return THEMES
        case ParagraphsWritten() | PhotoAttached() | PhotoWithdrawn():
            return ADDITIONS
        case SessionOpened() | SessionClosed() | ActUndone() | ActRedone():
            return ()
