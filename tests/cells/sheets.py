"""Sheets filled by hand for the tests of cells: a debate in three positions, silhouettes, who brings what to whom."""

from __future__ import annotations

from facilitation.cells.filled import Filled
from facilitation.events import AnswerGiven, RoomCounted, VerdictWorded
from facilitation.room import Room
from facilitation.sheet import Address, Cell, Column, Figure, Row, Sheet, Source
from tests.rooms import Scribe

SITTING = Column("assis", "Pas du tout d’accord", gesture="assis", weight=-1)
STANDING = Column("debout", "Plutôt d’accord", gesture="debout", weight=0.5)
ARMS_UP = Column("bras", "Tout à fait d’accord", gesture="debout, bras en l’air", weight=1)
FREE_CARE = Row("gratuite", "La gratuité suffit à l’accès aux soins")
HOUSING = Row("logement", "Sans logement, aucun suivi ne tient")
DEBATE = Sheet(
    "positions",
    "Positions de la salle",
    Cell.COUNT,
    (SITTING, STANDING, ARMS_UP),
    (FREE_CARE, HOUSING),
    figure=Figure.POSITIONS,
    rounds=2,
    round_titles=("avant", "après"),
)

ASV, PREVENTION, CPTS = (
    Row("asv", "ASV/CLSM/CLS"),
    Row("prevention", "Acteurs de la prévention", "Prévention"),
    Row("cpts", "CPTS"),
)
BODIES = Sheet(
    "portraits",
    "Retranscription des silhouettes",
    Cell.IDEAS,
    (Column("tete", "Expertise", zone="tête"), Column("coeur", "Valeurs", zone="cœur")),
    (ASV, PREVENTION, CPTS),
    figure=Figure.SILHOUETTE,
    rows_from=Source.ACTORS,
    rows_title="Démarches",
)
GROUPS = {"g13": "Acteurs du 13", "g84": "Acteurs du 84", "g83": "Acteurs du 83"}


def counted(*rounds: tuple[int | None, ...], people: int | None = None, row: Row = FREE_CARE, verdict: str = "") -> Filled:
    """Return the debate once each round was counted, position after position; None where nobody counted."""
    scribe = Scribe()
    for number, counts in enumerate(rounds, 1):
        for column, count in zip(DEBATE.columns, counts, strict=True):
            if count is not None:
                scribe.did(AnswerGiven(Address("debat", "positions", number, "", row.key, column.key), count))
        if people is not None:
            scribe.did(RoomCounted("debat", people, row.key, number))
    if verdict:
        scribe.did(VerdictWorded("debat", row.key, verdict))
    return Filled(scribe.room(), "debat", DEBATE, {})


def filled(sheet: Sheet, *said: tuple[str, str, str, str], round_: int = 1) -> Filled:
    """Return a sheet once these were said, in this order: group, row, column, idea."""
    scribe = Scribe()
    for group, row, column, idea in said:
        scribe.did(AnswerGiven(Address("seance", sheet.key, round_, group, row, column), idea))
    return Filled(scribe.room(), "seance", sheet, GROUPS)


def nothing_said(sheet: Sheet) -> Filled:
    """Return a sheet that nobody filled."""
    return Filled(Room(), "seance", sheet, GROUPS)
