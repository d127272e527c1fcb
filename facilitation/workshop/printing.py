"""The day's papers: which pages, from what, where."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Seq
from dataclasses import dataclass
from pathlib import Path

from facilitation.codes import Coded, code_of, coded_sheets
from facilitation.composition import Participant
from facilitation.day import Day, Group, Sequence
from facilitation.sheet import Address, Axes, Cell, Column, Figure, Row, Sheet, Source
from facilitation.synthesis import Synthesis
from facilitation.typography import NBSP, capitalised, folded, long_date
from facilitation.workshop.compiling import slug, style_for
from facilitation.workshop.informing import information
from facilitation.workshop.rotation_cards import cards, table_cards
from facilitation.workshop.rotations import roster
from facilitation.workshop.script import statements_of
from facilitation.writers.paper.pages import Attendance, Body, Box, Grid, Line, Paper, Plane, Sign
from facilitation.writers.paper.write import write

BLANK_ROWS = 8  # on a sheet whose rows are named by hand
BLANK_PEOPLE = 20  # lines of an attendance sheet when nobody said how many are expected
UNANNOUNCED = 5  # blank lines after the people of a list
SIGNED = ("Nom et prénom", "Structure", "Fonction", "Territoire", "Signature")


@dataclass(frozen=True, slots=True)
class Printed:
    """A file that was written, and how many pages, cards or sheets it holds."""

    path: Path
    pages: int


@dataclass(frozen=True, slots=True)
class _Copy:
    """One sheet as one group fills it, or the whole room, in one round."""

    day: Day
    coded: Coded
    number: int
    group: Group | None

    @property
    def sheet(self) -> Sheet:
        return self.coded.sheet

    @property
    def title(self) -> str:
        sequence = self.day.sequence(self.coded.sequence)
        several = sequence.exercise is not None and len(sequence.exercise.sheets) > 1
        return f"{sequence.title}{NBSP}: {self.sheet.title}" if several else sequence.title

    def owner(self, also: str) -> str:
        """Return who fills it, and what else must be known."""
        who = self.group.name if self.group else "Toute la salle"
        return ", ".join(filter(None, (who, also, self.sheet.round_title(self.number))))

    def code(self, row: Row, column: Column) -> str:
        """Return the code of a cell."""
        group = self.group.key if self.group else ""
        address = Address(self.coded.sequence, self.sheet.key, self.number, group, row.key, column.key)
        return code_of(self.day, address)


def print_day(day: Day, folder: Path, to: Path) -> Iterator[Printed]:
    """Yield each document to print as soon as it is written in ``to``; ``folder`` is the day's, where its logo is.

    Raises:
        WriteError: a file cannot be written; those made before stay.
    """
    style = style_for(day, folder)
    for paper in papers(day, roster(folder, day)):
        about = Synthesis(slug(folder), paper.title, "Papier", day.date, (), overtitle=day.title, organisation=day.organisation)
        path = to / paper.file_name
        write(paper, about, path, style)
        yield Printed(path, len(paper.pages))


def papers(day: Day, people: Seq[Participant] = ()) -> tuple[Paper, ...]:
    """Return every document that a day prints, one that would be empty is not there; ``people`` are those of its list."""
    tables = tuple(Sign(group.name, below=_composition(day, group)) for group in day.groups)
    found = (
        Paper("feuilles-a3.docx", "Feuilles à remplir", "A3", tuple(_sheets(day))),
        Paper("affiches.docx", "Affiches", "A4", (*_positions(day), *_statements(day))),
        Paper("chevalets.docx", "Cartes de table", "A4", tables),
        Paper("cartes-rotation.docx", "Cartes de rotation", "A4 debout", tuple(cards(day, people))),
        Paper("tables-rotation.docx", "Tables des rotations", "A4", tuple(table_cards(day, people))),
        Paper("emargement.docx", "Feuille d’émargement", "A4", (_attendance(day, people),)),
    )
    return tuple(paper for paper in found if paper.pages)


def _sheets(day: Day) -> Iterator[Body | Grid | Plane]:
    """Yield each sheet of each sequence, once for the whole room or once a group; each round again."""
    for coded in coded_sheets(day):
        exercise = day.sequence(coded.sequence).exercise
        is_room = exercise is None or statements_of(exercise) is not None
        owners: tuple[Group | None, ...] = (None,) if is_room or not day.groups else day.groups
        for number in range(1, coded.sheet.rounds + 1):
            for group in owners:
                copy = _Copy(day, coded, number, group)
                if copy.sheet.axes is not None:
                    yield _plane(copy, copy.sheet.axes)
                elif copy.sheet.figure is Figure.SILHOUETTE and not copy.sheet.free_rows:
                    yield from _bodies(copy)
                elif copy.sheet.rows or copy.sheet.free_rows:
                    yield _grid(copy)


def _bodies(copy: _Copy) -> Iterator[Body]:
    """Yield a body for each row; kinds of actors that the group has nobody of draw none."""
    group, sheet = copy.group, copy.sheet
    for row in sheet.rows:
        is_counted = group is not None and group.composition and sheet.rows_from is Source.ACTORS
        if is_counted and group is not None and not group.composition.get(row.key):
            continue
        sides: tuple[list[Box], list[Box]] = ([], [])
        for column in (column for column in sheet.columns if sheet.asks(row, column)):
            sides[_side(column, sides)].append(Box(copy.code(row, column), _zoned(column), column.hint))
        yield Body(copy.title, copy.owner(row.title), *map(tuple, sides))


def _side(column: Column, sides: tuple[list[Box], list[Box]]) -> int:
    """Return 0 for our left, 1 for our right: the body faces us, so its right leg is on our left."""
    if "droite" in column.zone:
        return 0
    return 1 if "gauche" in column.zone else int(len(sides[0]) > len(sides[1]))


def _zoned(column: Column) -> str:
    return f"{capitalised(column.zone)}{NBSP}: {column.title}" if column.zone else column.title


def _plane(copy: _Copy, axes: Axes) -> Plane:
    """Return the map of a sheet of places; where words are chosen live, blank lines to write them on."""
    sheet = copy.sheet
    (column,) = sheet.columns
    rows = (Row("", ""),) * BLANK_ROWS if sheet.free_rows else sheet.rows
    words = tuple(Box(copy.code(row, column), row.title or "…………………", ready="→ ………   ↑ ………") for row in rows)
    left, right, bottom, top = axes
    note = f"notez la place{NBSP}: → de −100 à 100, puis ↑ de −100 à 100"
    return Plane(copy.title, copy.owner(note), left, right, bottom, top, words)


def _grid(copy: _Copy) -> Grid:
    sheet = copy.sheet
    blank = Row("", "")
    heads = tuple(
        Box(copy.code(blank, column) if sheet.free_rows else "", column.title, column.hint) for column in sheet.columns
    )
    rows = (blank,) * BLANK_ROWS if sheet.free_rows else sheet.rows
    lines = tuple(Line(row.title, tuple(_box(copy, row, column) for column in sheet.columns)) for row in rows)
    return Grid(copy.title, copy.owner(_scale(sheet)), sheet.rows_title, heads, lines)


def _box(copy: _Copy, row: Row, column: Column) -> Box | None:
    if not copy.sheet.asks(row, column):
        return None
    code = "" if copy.sheet.free_rows else copy.code(row, column)
    match copy.sheet.cell:
        case Cell.MARK:
            return Box(code, ready="   ".join(mark.sign or mark.title for mark in copy.sheet.marks))
        case Cell.COUNT | Cell.IDEAS | Cell.TEXT | Cell.PLACE:
            return Box(code)


def _scale(sheet: Sheet) -> str:
    """Return how to mark on paper, '' for other cells."""
    if sheet.marks:
        return "entourez" + NBSP + ": " + ", ".join(f"{mark.sign} {mark.title}".strip() for mark in sheet.marks)
    return ""


def _counted(day: Day) -> Iterator[tuple[Sequence, Sheet]]:
    for sequence in day.sequences:
        for sheet in sequence.exercise.sheets if sequence.exercise else ():
            if sheet.cell is Cell.COUNT:
                yield sequence, sheet


def _positions(day: Day) -> Iterator[Sign]:
    """Yield a sign for each position of a débat mouvant, each once though several debates take it."""
    seen: set[str] = set()
    for sequence, sheet in _counted(day):
        for column in sheet.columns if sheet.figure is Figure.POSITIONS else ():
            if column.title not in seen:
                seen.add(column.title)
                yield Sign(column.title, sequence.title, column.gesture)


def _statements(day: Day) -> Iterator[Sign]:
    for sequence, sheet in _counted(day):
        for number, row in enumerate(sheet.rows, 1):
            yield Sign(row.title, f"Question n°{NBSP}{number}/{len(sheet.rows)}", sequence.title)


def _composition(day: Day, group: Group) -> str:
    if group.detail:
        return ", ".join(group.detail)
    names = {actor.key: actor.name for actor in day.actors}
    return ", ".join(f"{people} {names[key]}" for key, people in group.composition.items() if key in names and people)


def _attendance(day: Day, people: Seq[Participant]) -> Attendance:
    """Return the sheet with the people of the list from A to Z, and blank lines for those who come unannounced."""
    when = ", ".join(filter(None, (long_date(day.date), day.place)))
    listed = tuple(
        (person.name, person.organisation, person.role, person.territory)
        for person in sorted(people, key=lambda person: folded(person.name))
    )
    blank = UNANNOUNCED if listed else day.expected or BLANK_PEOPLE
    return Attendance(f"Émargement{NBSP}: {day.title}", when, information(day), SIGNED, blank, listed)
