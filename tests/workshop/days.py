"""Days that the tests play: the examples of the library, and a small one made here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from functools import cache
from itertools import count
from pathlib import Path

from facilitation.day import Actor, Day, Group, Sequence, adapted
from facilitation.events import Body, Event
from facilitation.exercise import Exercise, Shows, Step
from facilitation.library import examples, read_day
from facilitation.library.answers import read as read_answers
from facilitation.room import Room
from facilitation.sheet import Cell, Column, Figure, Insight, Row, Sheet, Source
from facilitation.synthesis import Record
from facilitation.workshop.importing import Import, Stamp, read

EXAMPLES = ("paca-2021", "rhone-2023", "exemple-fictif")


def stamper(station: str = "a") -> Stamp:
    """Return what makes events of one station, a millisecond apart."""
    numbers = count(1)

    def stamp(bodies: list[Body]) -> tuple[Event, ...]:
        return tuple(
            Event(f"{station}-{number}", 1_000 + number, 0, station, "lecture", body)
            for body, number in zip(bodies, numbers, strict=False)
        )

    return stamp


def imported(day: Day, *records: Record | tuple[str, ...], room: Room | None = None, station: str = "a") -> Import:
    """Return what these records bring to a day; tuples are the first cells of a record."""
    numbered = ((number, Record(*(*record, *[""] * (9 - len(record))))) for number, record in enumerate(records, 2))
    return read(day, room or Room(), numbered, stamper(station))


def told(day: Day, records: Iterable[Record], *, station: str = "a") -> Room:
    """Return the room once these records were read; none is refused."""
    result = imported(day, *records, station=station)
    assert not result.refused
    return Room(result.events)


def example_folder(name: str) -> Path:
    """Return the folder of an example of the library."""
    return next(listed.path for listed in examples() if listed.key == name)


@cache
def example(name: str) -> Day:
    """Return an example day."""
    reading = read_day(example_folder(name))
    assert reading.day is not None
    assert not reading.problems
    return reading.day


def example_room(name: str) -> Room:
    """Return the room of an example day, once its published answers were read."""
    return told(example(name), [record for _, record in read_answers(example_folder(name) / "reponses.csv")])


# --- A small day: a debate, silhouettes, questions, one moment without an exercise -----------------------------------------

POSITIONS = (
    Column("contre", "Pas d’accord", gesture="assis", weight=-1),
    Column("pour", "D’accord", gesture="debout", weight=1),
)
STATEMENTS = (
    Row("gratuite", "La gratuité suffit", insight=Insight("Ce que l’on sait", ("Le prix n’est pas tout.",), ("Étude, 2020",))),
    Row("logement", "Sans logement, rien ne tient"),
)
DEBATE = Exercise(
    "debat",
    "Débat mouvant",
    "Faire dire les accords",
    (
        Sheet(
            "positions",
            "Positions",
            Cell.COUNT,
            POSITIONS,
            rows_from=Source.DAY,
            figure=Figure.POSITIONS,
            rounds=2,
            round_titles=("avant", "après"),
        ),
        Sheet("arguments", "Arguments", Cell.IDEAS, POSITIONS, rows_from=Source.DAY),
    ),
    steps=(
        Step("Consigne", 120, "Prenez position."),
        Step("Affirmation", 60, shows=Shows.STATEMENT, per_row=True),
        Step("Avant", 60, sheet="positions", per_row=True),
        Step("Arguments", 300, sheet="arguments", per_row=True),
        Step("Après", 60, sheet="positions", round=2, per_row=True),
        Step("Verdict", shows=Shows.VERDICT, per_row=True),
        Step("Éclairage", 60, shows=Shows.INSIGHT, per_row=True),
    ),
    signal="Prêts ?",
)
BODIES = Exercise(
    "silhouette",
    "La Silhouette",
    "Mieux se connaître",
    (
        Sheet(
            "portraits",
            "Silhouettes",
            Cell.IDEAS,
            (Column("tete", "Expertise/savoir-faire", "Expertise", zone="tête"), Column("coeur", "Valeurs", zone="cœur")),
            rows_from=Source.ACTORS,
            rows_title="Démarches",
            figure=Figure.SILHOUETTE,
        ),
    ),
    steps=(Step("Consigne", 300, "Dessinez."), Step("Portraits", 1500, sheet="portraits"), Step("Présentation", 1800)),
    material=("paperboard", "feutres"),
)
QUESTIONS = Exercise(
    "questions",
    "Questions et réponses",
    "Garder les questions",
    (
        Sheet(
            "questions",
            "Questions et réponses",
            Cell.IDEAS,
            (Column("reponse", "Réponse"),),
            rows_from=Source.FREE,
            rows_title="Questions",
            figure=Figure.CARD,
        ),
    ),
    steps=(Step("Questions et réponses", 1200, sheet="questions"),),
)
ACTORS = (Actor("asv", "ASV/CLSM/CLS", phrase="les ASV/CLSM/CLS"), Actor("cpts", "CPTS", phrase="les CPTS"))
GROUPS = (
    Group("g13", "Acteurs du 13", {"asv": 4, "cpts": 11}),
    Group("g84", "Acteurs du 84", {"asv": 3, "cpts": 6}),
)


def small_day() -> Day:
    """Return a day of four sequences, two groups and two kinds of actor, from ten o'clock on."""
    return Day(
        "Une journée d’essai",
        date(2021, 11, 16),
        (
            Sequence("accueil", "Accueil", start=time(10), seconds=900, fixed=True),
            Sequence("debat", "Débat mouvant", adapted(DEBATE, STATEMENTS, ACTORS, GROUPS), time(10, 15), 1500),
            Sequence(
                "silhouettes", "La Silhouette", adapted(BODIES, (), ACTORS, GROUPS), time(10, 40), 3600, part="1re partie"
            ),
            Sequence("questions", "Questions", adapted(QUESTIONS, (), ACTORS, GROUPS), time(11, 40), 1200),
        ),
        place="IFSI de Montluçon",
        context=("Un contexte.",),
        objectives=("Se connaître",),
        actors=ACTORS,
        groups=GROUPS,
        organisations=("CLS de la Vallée",),
    )


def bare_day() -> Day:
    """Return the same day without hours, groups, actors, context, nor organisations."""
    day = small_day()
    bare = tuple(
        replace(
            sequence, start=None, fixed=False, exercise=sequence.exercise and adapted(sequence.exercise, STATEMENTS, (), ())
        )
        for sequence in day.sequences
    )
    without_actors = tuple(replace(sequence, exercise=_without_actors(sequence.exercise)) for sequence in bare)
    return Day(day.title, day.date, without_actors)


def _without_actors(exercise: Exercise | None) -> Exercise | None:
    if exercise is None:
        return None
    kept = (Source.DAY, Source.FREE)
    return replace(
        exercise,
        sheets=tuple(sheet if sheet.rows_from in kept else replace(sheet, rows=()) for sheet in exercise.sheets),
    )
