"""Which screen a sequence is run on: decided by what its sheets capture and how they are drawn, never by its name."""

from __future__ import annotations

from facilitation.console.screens.debate import DebateScreen
from facilitation.console.screens.lists import ListScreen
from facilitation.console.screens.live import LiveScreen
from facilitation.console.screens.matrix import MatrixScreen
from facilitation.console.screens.questions import QuestionsScreen
from facilitation.console.screens.silhouette import SilhouetteScreen
from facilitation.console.session import Session
from facilitation.sheet import Cell, Figure


def screen_for(session: Session, sequence: str) -> LiveScreen:
    """Return the live screen of a sequence that has an exercise."""
    exercise = session.workshop.sequence(sequence).exercise
    assert exercise is not None, "a moment without an exercise stays on the day's screen"
    if any(sheet.cell is Cell.COUNT for sheet in exercise.sheets):
        return DebateScreen(session, sequence)
    sheet = exercise.sheets[0]
    if sheet.free_rows:
        return QuestionsScreen(session, sequence, sheet.key)
    match sheet.figure:
        case Figure.SILHOUETTE:
            return SilhouetteScreen(session, sequence, sheet.key)
        case Figure.MATRIX:
            return MatrixScreen(session, sequence, sheet.key)
        case Figure.TABLE | Figure.POSITIONS | Figure.CARD | Figure.MAP:
            return ListScreen(session, sequence, sheet.key)
