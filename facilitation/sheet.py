"""What can be asked and answered: every exercise is a sheet, rows × columns of one kind of cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeVar

from facilitation.errors import InvalidAnswerError
from facilitation.typography import NBSP, folded, lowered, quoted

Line = TypeVar("Line", "Row", "Column")
LONGEST_IDEA = 2_000
LONGEST_TEXT = 10_000
EDGE = 100  # a place goes from −100 to 100 on each axis
LARGEST_COUNT = 100_000
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")  # what no XML document can hold, and DEL


class Cell(StrEnum):
    """What one cell of a sheet captures."""

    COUNT = "effectif"
    IDEAS = "idees"
    MARK = "marque"
    TEXT = "texte"
    PLACE = "place"


class Figure(StrEnum):
    """How a sheet is drawn; never what it means."""

    TABLE = "tableau"
    SILHOUETTE = "silhouette"
    POSITIONS = "positions"
    MATRIX = "matrice"
    CARD = "fiche"
    MAP = "carte"


class Source(StrEnum):
    """Where rows or columns come from when the card does not list them."""

    ACTORS = "acteurs"
    GROUPS = "groupes"
    DAY = "journee"
    FREE = "libres"


@dataclass(frozen=True, slots=True)
class Insight:
    """What the expert adds after the room has answered (éclairage)."""

    title: str
    points: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Says(StrEnum):
    """What a column or a sheet says of the actors, for the summary in one page to gather it from the whole day."""

    OBSTACLE = "frein"
    OFFER = "apport"
    NEXT = "suite"


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``phrase`` is its name in a sentence, with its article (« les CPTS »); ``columns`` limits what it is asked."""

    key: str
    title: str
    short: str = ""
    phrase: str = ""
    columns: tuple[str, ...] = ()
    insight: Insight | None = None
    answer: str = ""  # the room's answer in words, as published, when the day gives it
    editions: Mapping[str, str] = field(default_factory=dict)  # what earlier editions published, by year: « 88 % »


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a zone of the body, a position of the room, or simply a heading. ``weight`` goes from −1 to 1."""

    key: str
    title: str
    short: str = ""
    phrase: str = ""
    rows: tuple[str, ...] = ()
    zone: str = ""
    hint: str = ""
    gesture: str = ""
    weight: float | None = None
    says: Says | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a scale: its ``sign`` stands beside its title, never a colour alone; ``weight`` goes from −1 to 1."""

    key: str
    title: str
    sign: str = ""
    weight: float | None = None


class Axes(NamedTuple):
    """What the four ends of a map are called."""

    left: str
    right: str
    bottom: str
    top: str


class Address(NamedTuple):
    """Where an answer stands. ``group`` is empty when nobody knows which group said it; ``round`` counts from 1."""

    sequence: str
    sheet: str
    round: int
    group: str
    row: str
    column: str


class Answer(NamedTuple):
    """One idea, count, mark, text or place, as it was given; ``author`` is an organisation, never a person; ``time`` ISO 8601.

    ``value`` is a whole number for a count, the key of a mark, « x y » for a place (see ``point``), letters for the rest.
    """

    key: str
    address: Address
    value: str | int
    author: str = ""
    time: str = ""
    deduced: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows × columns of one kind of cell. ``phrase`` reads a cell aloud: « Ce que {ligne} peuvent apporter {à colonne} »."""

    key: str
    title: str
    cell: Cell
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    figure: Figure = Figure.TABLE
    rows_title: str = ""
    rows_from: Source | None = None
    columns_from: Source | None = None
    rounds: int = 1
    round_titles: tuple[str, ...] = ()
    phrase: str = ""
    marks: tuple[Mark, ...] = ()
    axes: Axes | None = None
    ranked: bool = False  # rows told from the most favourable to the least
    says: Says | None = None
    compared: tuple[str, ...] = ()  # columns of head-counts that earlier editions published as one percentage
    beside: tuple[str, ...] = ()  # columns outside its base (« sans réponse »)
    crossed: tuple[str, ...] = ()  # columns told the other way round too: for each idea, the rows that said it

    @property
    def free_rows(self) -> bool:
        """Whether rows are added while the exercise runs."""
        return self.rows_from is Source.FREE

    @property
    def row_name(self) -> str:
        """What one row is called in a sentence: « affirmation », « proposition », else « ligne »."""
        if not self.rows_title:
            return "ligne"
        first, space, rest = f"{lowered(self.rows_title)}".partition(" ")
        return f"{first.removesuffix('s')}{space}{rest}"

    @property
    def debated(self) -> bool:
        """Whether people take position for or against what each row says, rather than being counted by kind of answer."""
        return self.cell is Cell.COUNT and any(column.weight is not None or column.gesture for column in self.columns)

    def row(self, key: str) -> Row | None:
        """Return the row of that key, None when there is none."""
        return next((row for row in self.rows if row.key == key), None)

    def column(self, key: str) -> Column | None:
        """Return the column of that key, None when there is none."""
        return next((column for column in self.columns if column.key == key), None)

    def mark(self, key: str | int) -> Mark | None:
        """Return the mark of that key, None when the scale has none."""
        return next((mark for mark in self.marks if mark.key == key), None)

    def asks(self, row: Row, column: Column) -> bool:
        """Return whether this cell is put to anyone: not to itself, and not outside what the row or column restricts."""
        if self.rows_from is Source.ACTORS and self.columns_from is Source.ACTORS and row.key == column.key:
            return False
        return (not row.columns or column.key in row.columns) and (not column.rows or row.key in column.rows)

    def cells(self) -> Iterator[tuple[Row, Column]]:
        """Yield the cells that are asked, row by row."""
        for row in self.rows:
            for column in self.columns:
                if self.asks(row, column):
                    yield row, column

    def sentence(self, row: Row, column: Column) -> str:
        """Return how a cell is read aloud; the row's title when the sheet has no phrase."""
        if not self.phrase:
            return row.title
        return self.phrase.format_map({"ligne": spoken(row), "à colonne": given_to(spoken(column)), "colonne": spoken(column)})

    def round_title(self, number: int) -> str:
        """Return what a round is called (« avant », « 2e tour »); empty when there is only one."""
        if self.rounds == 1:
            return ""
        named = self.round_titles[number - 1 : number]
        return named[0] if named else "1er tour" if number == 1 else f"{number}e tour"


def spoken(line: Row | Column) -> str:
    """Return the name of a row or column as it is said in a sentence, article included."""
    return line.phrase or f"les {line.title}"


def given_to(phrase: str) -> str:
    """Return a noun phrase after « à » (« les CPTS » → « aux CPTS »)."""
    for article, contracted in (("les ", "aux "), ("le ", "au ")):
        if phrase.startswith(article):
            return contracted + phrase.removeprefix(article)
    return f"à {phrase}"


def checked_value(sheet: Sheet, value: str | int) -> str | int:
    """Return the value as the sheet's cell keeps it, letter for letter; the one place an answer is checked.

    Raises:
        InvalidAnswerError: an empty or oversized idea or text, a count that is not a whole number from 0, a mark outside the
            scale, a place outside the map.
    """
    match sheet.cell:
        case Cell.COUNT:
            return checked_count(value)
        case Cell.IDEAS:
            return checked_idea(value)
        case Cell.MARK:
            return checked_mark(sheet, value)
        case Cell.TEXT:
            return checked_text(value)
        case Cell.PLACE:
            return checked_place(value)


def checked_count(value: str | int) -> int:
    """Return a head-count; thousands may be apart (« 1 373 », « 84.000 »: TYP-08)."""
    if isinstance(value, str):
        digits = re.sub(r"(?<=\d)[ .\u00a0\u202f](?=\d{3}\b)", "", value.strip())
        if not re.fullmatch(r"[0-9]+", digits):
            raise InvalidAnswerError(f"effectif illisible {quoted(value)}{NBSP}: un nombre entier de personnes est attendu")
        value = int(digits) if len(digits) <= 9 else LARGEST_COUNT + 1
    if not 0 <= value <= LARGEST_COUNT:
        raise InvalidAnswerError(f"effectif impossible{NBSP}: de 0 à {LARGEST_COUNT} personnes")
    return value


def checked_idea(value: str | int) -> str:
    """Return an idea on one line, its letters untouched; a line break becomes a space."""
    idea = " ".join(line.strip() for line in str(value).splitlines()).strip()
    if not idea:
        raise InvalidAnswerError("idée vide")
    if _NOT_TEXT.search(idea):
        raise InvalidAnswerError(f"idée illisible{NBSP}: elle contient des octets qui ne sont pas du texte")
    if len(idea) > LONGEST_IDEA:
        raise InvalidAnswerError(
            f"idée trop longue{NBSP}: {len(idea)} signes, {LONGEST_IDEA} au plus. Coupez-la en plusieurs lignes"
        )
    return idea


def checked_text(value: str | int) -> str:
    """Return a text, its letters and line breaks untouched; blank lines around it go."""
    text = "\n".join(line.rstrip() for line in str(value).splitlines()).strip()
    if not text:
        raise InvalidAnswerError("texte vide")
    if _NOT_TEXT.search(text):
        raise InvalidAnswerError(f"texte illisible{NBSP}: il contient des octets qui ne sont pas du texte")
    if len(text) > LONGEST_TEXT:
        raise InvalidAnswerError(f"texte trop long{NBSP}: {len(text)} signes, {LONGEST_TEXT} au plus")
    return text


def checked_mark(sheet: Sheet, value: str | int) -> str:
    """Return the key of a mark, said by its key, its title or its sign."""
    said = str(value).strip()
    for mark in sheet.marks:
        if said in {mark.key, mark.title, mark.sign} - {""}:
            return mark.key
    for mark in sheet.marks:
        if folded(said) in {folded(mark.key), folded(mark.title)} - {""}:
            return mark.key
    known = ", ".join(mark.key for mark in sheet.marks)
    raise InvalidAnswerError(f"marque inconnue {quoted(said)}{NBSP}; connues{NBSP}: {known}")


def checked_place(value: str | int) -> str:
    """Return a place as « x y », two whole numbers from −100 to 100: x to the right, y to the top."""
    found = re.fullmatch(r"([+-]?[0-9]{1,3})[ ,;/]+([+-]?[0-9]{1,3})", str(value).strip().replace("−", "-"))
    if not found or any(abs(int(number)) > EDGE for number in found.groups()):
        expected = f"deux nombres entiers de −{EDGE} à {EDGE}, « 40 -25 » par exemple"
        raise InvalidAnswerError(f"place illisible {quoted(str(value))}{NBSP}: {expected}")
    return " ".join(str(int(number)) for number in found.groups())


def point(value: str | int) -> tuple[int, int]:
    """Return the two numbers of a place."""
    x, y = str(value).split()
    return int(x), int(y)


def named(lines: tuple[Line, ...], name: str) -> Line | None:
    """Return the row or column called ``name`` by its key or its title, written in any case; None when there is none."""
    exact = [line for line in lines if name in {line.key, line.title} - {""}]
    if exact:
        return next((line for line in exact if line.key == name), exact[0])
    wanted = folded(name)
    return next((line for line in lines if wanted in {folded(line.key), folded(line.title), folded(line.short)} - {""}), None)
