"""Which screen a sequence is run on: decided by what its sheets capture and how they are drawn, never by its name."""

from __future__ import annotations

from facilitation.console.screens.counts import CountsScreen
from facilitation.console.screens.debate import DebateScreen
from facilitation.console.screens.filling import FillingScreen
from facilitation.console.screens.ideas import IdeaScreen
from facilitation.console.screens.lists import ListScreen
from facilitation.console.screens.live import LiveScreen
from facilitation.console.screens.marks import MarksScreen
from facilitation.console.screens.matrix import MatrixScreen
from facilitation.console.screens.places import PlacesScreen
from facilitation.console.screens.questions import QuestionsScreen
from facilitation.console.screens.silhouette import SilhouetteScreen
from facilitation.console.screens.texts import TextsScreen
from facilitation.console.session import Session
from facilitation.exercise import Exercise
from facilitation.sheet import Cell, Figure, Sheet


def screen_for(session: Session, sequence: str) -> LiveScreen:
    """Return the live screen of a sequence that has an exercise, for the sheet of its current step."""
    exercise = session.workshop.sequence(sequence).exercise
    assert exercise is not None, "a moment without an exercise stays on the day's screen"
    sheet = sheet_of(session, sequence, exercise)
    match sheet.cell:
        case Cell.MARK:
            return MarksScreen(session, sequence, sheet.key)
        case Cell.TEXT:
            return TextsScreen(session, sequence, sheet.key)
        case Cell.PLACE:
            return PlacesScreen(session, sequence, sheet.key)
        case Cell.COUNT:
            together = one_by_one(exercise, sheet)
            return DebateScreen(session, sequence) if together else CountsScreen(session, sequence, sheet.key)
        case _:
            return _ideas(session, sequence, sheet)


def _ideas(session: Session, sequence: str, sheet: Sheet) -> LiveScreen:
    if sheet.free_rows:
        return QuestionsScreen(session, sequence, sheet.key)
    match sheet.figure:
        case Figure.SILHOUETTE:
            return SilhouetteScreen(session, sequence, sheet.key)
        case Figure.MATRIX:
            return MatrixScreen(session, sequence, sheet.key)
        case Figure.TABLE | Figure.POSITIONS | Figure.CARD | Figure.MAP:
            return ListScreen(session, sequence, sheet.key)


def sheet_of(session: Session, sequence: str, exercise: Exercise) -> Sheet:
    """Return the sheet that the current step fills: its own, else that of the step before it, else of the one after.

    Where heads are counted, arguments about the same rows are on the screen of the counts.
    """
    here = session.workshop.stop(sequence).place.step
    near = [*reversed(exercise.steps[: here + 1]), *exercise.steps[here + 1 :]]
    key = next((step.sheet for step in near if step.sheet), "")
    found = exercise.sheet(key) if key else exercise.sheets[0]
    counted = next((sheet for sheet in exercise.sheets if sheet.cell is Cell.COUNT and one_by_one(exercise, sheet)), None)
    return counted if counted is not None and found.cell is Cell.IDEAS and same_rows(counted, found) else found


def one_by_one(exercise: Exercise, sheet: Sheet) -> bool:
    """Return whether a sheet is filled one row at a time, as statements are put to a room."""
    return any(step.per_row and step.sheet == sheet.key for step in exercise.steps)


def same_rows(one: Sheet, other: Sheet) -> bool:
    """Return whether two sheets ask about the same things, as a debate's counts and arguments do."""
    return [row.key for row in one.rows] == [row.key for row in other.rows]


def still_fits(screen: LiveScreen) -> bool:
    """Return whether a screen is the one of the sheet that its step fills now."""
    exercise = screen.play.sequence.exercise
    assert exercise is not None, "a live screen has an exercise"
    sheet = sheet_of(screen.session, screen.play.key, exercise)
    debated = sheet.cell is Cell.COUNT and one_by_one(exercise, sheet)
    return isinstance(screen, DebateScreen) if debated else shown_sheet(screen) == sheet.key


def shown_sheet(screen: LiveScreen) -> str:
    """Return the key of the sheet that a screen fills, '' for a debate, which has several."""
    if isinstance(screen, DebateScreen) or not isinstance(screen, (IdeaScreen, FillingScreen)):
        return ""
    return screen.desk.sheet_key
