"""What a slide says: a closed set of kinds, plain words in order, no file format and no place on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right"]
Gesture = Literal["assis", "debout", "bras en l’air", ""]
Figure = Literal["silhouette", "matrice", "positions", ""]
Tone = Literal["encre", "accent", "gris", "papier"]
Fill = Literal["", "papier", "clair", "sable", "moyen", "accent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What every slide holds: its title (alone of its kind in the deck), its running head, the speaker's notes, a line each."""

    title: str
    repere: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover(Shown):
    """The first slide. ``when`` is the event, its date and its place."""

    when: str = ""
    subtitle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objectives(Shown):
    """Up to three aims, numbered, over a frieze of people."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSlide(Shown):
    """A list, numbered from ``first`` when ``ordered``; ``leads`` are bold openings; ``large`` asks for bigger type.

    ``size`` is that of the whole list when it takes several slides; 0 leaves each to the largest that fits.
    """

    items: tuple[str, ...]
    leads: tuple[str, ...] = ()
    ordered: bool = False
    first: int = 1
    large: bool = False
    size: float = 0.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, never none. ``strong`` is the part of ``text`` in bold; what is left out comes from the column.

    ``bar`` draws the number as a bar, from 0 to 1 of the width that there is; each line of ``text`` is an item of a list when
    the cell is ``listed``.
    """

    text: str
    strong: str = ""
    bold: bool | None = None
    align: Align | None = None
    tone: Tone | None = None
    fill: Fill = ""
    size: float = 0.0
    bar: float | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in points (864 in all), and how its cells are set."""

    title: str
    width: float
    align: Align = "left"
    size: float = 18.0
    bold: bool = False
    tone: Tone = "encre"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSlide(Shown):
    """A table over the width of the slide: programme, composition, matrix, marks, summary.

    ``row_height`` is what a row takes when there is room; ``total`` marks the last row as a sum.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_height: float = 58.0
    head_height: float = 36.0
    head_size: float = 18.0
    total: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneSlide(Shown):
    """Lists side by side under their heads. ``size`` and ``height`` are those of the whole series (``zone_pages``).

    ``empties`` says, for a list with nothing on this page, why.
    """

    heads: tuple[str, ...]
    lists: tuple[tuple[str, ...], ...]
    empties: tuple[str, ...]
    size: float
    height: float
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening(Shown):
    """The opening of a sequence, ``repere`` its part; ``marks`` are short facts, a line each: length, group size, material."""

    aim: str = ""
    marks: tuple[str, ...] = ()
    figure: Figure = ""


@dataclass(frozen=True, slots=True)
class Stand:
    """A position of a debate and the gesture that says it (words, then the drawing it has)."""

    label: str
    gesture: str = ""
    figure: Gesture = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instructions(Shown):
    """What people do, step by step, and the gestures they answer with."""

    steps: tuple[str, ...]
    stands: tuple[Stand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Shown):
    """One statement, alone: ``kicker`` is « Question n° 1/4 », the title the statement itself."""

    kicker: str
    stands: tuple[Stand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BigWord(Shown):
    """One word for the room (« Prêts ? »), under the exercise's name."""

    kicker: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """The counts of one round, None where nobody counted; ``label`` is the word its bars bear (« avant »)."""

    name: str
    counts: tuple[int | None, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart in the order of its scale: one round, or two; ``message`` is its alternative text, a sentence."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarsSlide(Shown):
    """Head-counts as bars, over the width of the slide."""

    bars: Bars


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Shown):
    """How the room answered: the title is the verdict, ``count`` and ``caption`` tell the largest answer."""

    kicker: str
    statement: str
    bars: Bars | None = None
    count: str = ""
    caption: str = ""
    figure: Gesture = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAfter(Shown):
    """A statement answered again: bars of the first and last rounds, and a table of all."""

    statement: str
    bars: Bars
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightSlide(Shown):
    """What the expert adds, beside what the room had answered (``recall`` under ``recall_caption``)."""

    kicker: str = "Éclairage"
    points: tuple[str, ...]
    recall_caption: str = ""
    recall: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """One part of the body: zone (tête, cœur, mains, jambe droite, jambe gauche), heading, all its ideas, ``empty`` if none."""

    zone: str
    heading: str
    items: tuple[str, ...]
    empty: str = "aucune idée notée"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait(Shown):
    """The Silhouette of one actor: each part of the body with the first of its ideas that fit."""

    callouts: tuple[Callout, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Titled:
    """A short list under its heading; ``empty`` is said when it has no item here."""

    heading: str
    items: tuple[str, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonOwn(Shown):
    """What is common to all, to some (a heading each), and each one's own, up to three lists."""

    everyone: Titled | None
    some: tuple[Titled, ...]
    own: tuple[Titled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceToFace(Shown):
    """What two actors bring each other: the left list goes to the right, the right one to the left."""

    left: Titled
    right: Titled


@dataclass(frozen=True, slots=True)
class Place:
    """A word placed on a map, x and y from 0 to 10; ``mean`` marks the average point."""

    label: str
    x: float
    y: float
    mean: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSlide(Shown):
    """Words placed on two axes; the poles are named top, right, bottom, left.

    ``words`` are listed beside an empty map: those to place. ``note`` says where the words are when neither the map nor a
    list beside it has room for them.
    """

    top: str
    right: str
    bottom: str
    left: str
    places: tuple[Place, ...]
    message: str
    words: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswer(Shown):
    """A question from the room, which is the title, and its answer, a paragraph each."""

    answer: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class End(Shown):
    """The last slide: thanks, and what comes next."""

    items: tuple[str, ...] = ()


Slide = (
    Cover
    | Objectives
    | ListSlide
    | TableSlide
    | ZoneSlide
    | Opening
    | Instructions
    | Statement
    | BigWord
    | BarsSlide
    | Response
    | BeforeAfter
    | InsightSlide
    | Portrait
    | CommonOwn
    | FaceToFace
    | MapSlide
    | QuestionAnswer
    | End
)
