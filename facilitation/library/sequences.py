"""The sequences of a day: each with its exercise, found on the shelves, varied, and given the rows and columns of the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import time
from pathlib import Path

from facilitation.day import Actor, Group, Sequence, adapted
from facilitation.exercise import Exercise
from facilitation.library.cards import Card, card_of
from facilitation.library.entry import Entry
from facilitation.library.lines import column, restrict, row
from facilitation.library.report import Report
from facilitation.library.shelves import exercises, path_of
from facilitation.sheet import Sheet, Source


@dataclass(slots=True)
class Setting:
    """What sequences draw on. ``named`` holds « acteurs » and « groupes » when the day lists them, even wrongly."""

    folder: Path
    actors: tuple[Actor, ...]
    groups: tuple[Group, ...]
    named: set[str]
    cards: dict[str, Card | None] = field(default_factory=dict)

    def card(self, entry: Entry, report: Report) -> Card | None:
        """Return the card that a sequence names, read once; its problems go to the day's report."""
        key = entry.text("exercice")
        if key not in self.cards:
            path = path_of(key, self.folder)
            if path is None:
                report.unknown(entry.at("exercice"), "exercice inconnu", key, [card.key for card in exercises(self.folder)])
                return None
            card_report = Report(str(path))
            self.cards[key] = card_of(path, card_report)
            report.take(card_report)
        return self.cards[key]


def sequences_of(entries: Iterable[Entry], setting: Setting, report: Report) -> Iterator[Sequence]:
    """Yield the sequences; one whose exercise cannot be read stays in the running order as a moment."""
    for entry in entries:
        exercise = _exercise(entry, setting, report)
        if "exercice" not in entry.nodes:
            _check_moment(entry, report)
        if entry.is_complete:
            key = entry.text("cle")
            yield Sequence(
                key=key,
                title=entry.text("titre") or (exercise.title if exercise else key),
                exercise=exercise,
                start=entry.get("debut", time),
                seconds=entry.get("duree", int) or (_lasting(exercise) if exercise else 0),
                fixed=entry.get("fixe", bool) or False,
                part=entry.text("partie"),
                comment=entry.paragraphs("commentaire"),
            )


def _check_moment(entry: Entry, report: Report) -> None:
    for key in ("variante", "lignes", "colonnes"):
        if key in entry.nodes:
            report.add(entry.keys[key], "{} ne sert qu'à un exercice : nommez-le avec la clé {}", key, "exercice")
    if "titre" not in entry.nodes:
        report.add(entry.place, "il manque la clé {} à cette séquence sans exercice", "titre")


def _lasting(exercise: Exercise) -> int:
    """Return how long the steps last, those played again for each row counted once a row."""
    by_key = {sheet.key: sheet for sheet in exercise.sheets}
    times = [len(by_key.get(step.sheet, exercise.sheets[0]).rows) if step.per_row else 1 for step in exercise.steps]
    return sum(step.seconds * count for step, count in zip(exercise.steps, times, strict=True))


def _exercise(entry: Entry, setting: Setting, report: Report) -> Exercise | None:
    card = setting.card(entry, report) if entry.text("exercice") else None
    if card is None:
        return None
    exercise = card.exercise
    wanted = entry.text("variante")
    if wanted in card.variants:
        exercise = card.variants[wanted]
    elif wanted and card.variants:
        report.unknown(entry.at("variante"), "variante inconnue", wanted, card.variants)
    elif wanted:
        report.add(entry.at("variante"), "variante inconnue {} : l'exercice {} n'en a pas", wanted, exercise.key)
    return _with_lines(entry, exercise, setting, report)


def _with_lines(entry: Entry, exercise: Exercise, setting: Setting, report: Report) -> Exercise:
    """Return the exercise with the rows and columns of the sequence and of the day."""
    _check_day(entry, exercise, setting, report)
    takers = {"lignes": _rows_takers(exercise), "colonnes": _columns_takers(exercise)}
    for key, sheets in takers.items():
        if entry.entries(key):
            _check_lines(entry, key, sheets, setting, report)
    drawn = _drawn(entry, exercise, setting)
    columns = [column.key for sheet in _rows_takers(drawn) for column in sheet.columns]
    columns += [line.letters("cle") for line in entry.entries("colonnes")]
    restrict(entry.entries("lignes"), "colonnes", "colonne inconnue", columns, report)
    rows = [row.key for sheet in _columns_takers(drawn) for row in sheet.rows]
    rows += [line.letters("cle") for line in entry.entries("lignes")]
    restrict(entry.entries("colonnes"), "lignes", "ligne inconnue", rows, report)
    return _drawn(entry, exercise, setting)


def _rows_takers(exercise: Exercise) -> list[Sheet]:
    """Return the sheets that take the rows of a sequence: those that wait for statements, else those with a row an actor."""
    by_source = {source: [sheet for sheet in exercise.sheets if sheet.rows_from is source] for source in Source}
    return by_source[Source.DAY] or by_source[Source.ACTORS]


def _columns_takers(exercise: Exercise) -> list[Sheet]:
    return [sheet for sheet in exercise.sheets if sheet.columns_from is Source.ACTORS]


def _drawn(entry: Entry, exercise: Exercise, setting: Setting) -> Exercise:
    rows = tuple(row(line) for line in entry.entries("lignes") if line.is_complete)
    columns = tuple(column(line) for line in entry.entries("colonnes") if line.is_complete)
    said = tuple(
        replace(
            sheet,
            rows=rows if sheet in _rows_takers(exercise) else sheet.rows,
            columns=columns if sheet in _columns_takers(exercise) else sheet.columns,
        )
        for sheet in exercise.sheets
    )
    return adapted(replace(exercise, sheets=said), rows, setting.actors, setting.groups)


def _check_day(entry: Entry, exercise: Exercise, setting: Setting, report: Report) -> None:
    """Report what the exercise draws from the day and the day does not give."""
    place, name = entry.at("exercice"), exercise.key
    sources = {source for sheet in exercise.sheets for source in (sheet.rows_from, sheet.columns_from)}
    if Source.DAY in sources and "lignes" not in entry.nodes:
        report.add(place, "{} attend ses affirmations : ajoutez la clé {} à cette séquence", name, "lignes")
    for source in (Source.ACTORS, Source.GROUPS):
        if source in sources and source.value not in setting.named:
            report.add(place, "{} se remplit selon la journée : ajoutez-lui la clé {}", name, source.value)


def _check_lines(entry: Entry, key: str, sheets: list[Sheet], setting: Setting, report: Report) -> None:
    """Report the lines of a sequence that its exercise cannot take, and leave them out."""
    if not sheets:
        report.add(entry.keys[key], "{} : la fiche {} les fixe déjà, retirez cette clé", key, entry.text("exercice"))
    by_actor = all(Source.DAY is not sheet.rows_from for sheet in sheets) or key == "colonnes"
    actors = {actor.key for actor in setting.actors}
    for line in entry.entries(key):
        name = line.text("cle")
        if line.text("titre") or not name or (by_actor and name in actors):
            continue
        line.is_complete = False
        if by_actor and sheets:
            report.add(line.at("cle"), "{} n'est pas un acteur de la journée : donnez-lui la clé {}", name, "titre")
        elif sheets:
            report.add(line.place, "il manque la clé {} (titre de la ligne)", "titre")
