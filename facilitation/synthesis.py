"""What can be said in a document: a Synthesis and its closed set of blocks. Writers know this module and nothing before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from facilitation.typography import long_date

UNKNOWN_GROUP = "groupe non précisé"
# A cell that a spreadsheet would run; one that already stands behind apostrophes gets one more, so that reading takes it back.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


class Record(NamedTuple):
    """One answer as text, a line of ``reponses.csv``: keys for its address, its letters untouched, an ISO 8601 time."""

    sequence: str
    feuille: str
    tour: str
    groupe: str
    ligne: str
    colonne: str
    valeur: str
    auteur: str = ""
    heure: str = ""


def guarded(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet runs it: an apostrophe stands before a formula's sign (XLS-05)."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return what the cell was before ``guarded``, letter for letter."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


@dataclass(frozen=True, slots=True)
class Said:
    """Who said one thing: the answer's key, its letters, the group's title (or UNKNOWN_GROUP), the organisation or ''."""

    answer: str
    wording: str
    group: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One idea as a document prints it, and the answers it came from (several once ideas are merged)."""

    text: str
    said: tuple[Said, ...] = ()

    @property
    def times(self) -> str:
        """How often it was said, in words: « 2 groupes », « dit 2 fois » where groups are not known; '' for once."""
        groups = {voice.group for voice in self.said}
        if len(groups) > 1:
            return f"{len(groups)}\u00a0groupes"
        return f"dit {len(self.said)}\u00a0fois" if len(self.said) > 1 else ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``lead`` opens a section."""

    text: str
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list. ``message`` is the sentence a slide may take as its title, '' when there is none."""

    title: str
    items: tuple[Item, ...]
    ordered: bool = False
    boxed: bool = False
    message: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Named facts on one line each: But, Outil, Matériel, Durée."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an exercise: what happens, how long (seconds, 0 when unsaid), what the animator says."""

    title: str
    seconds: int = 0
    say: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """The script of an exercise, and the gestures people answer with."""

    title: str
    steps: tuple[Step, ...]
    positions: tuple[Position, ...] = ()
    signal: str = ""  # the word that opens the exercise on screen (« Prêts ? »)


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column. ``zone`` names the part of the body it is drawn on; ``says``, what it holds: a frein, an apport."""

    title: str
    short: str = ""
    hint: str = ""
    zone: str = ""
    says: str = ""

    @property
    def label(self) -> str:
        """The shortest name there is."""
        return self.short or self.title


@dataclass(frozen=True, slots=True)
class Share:
    """How many copies bear one mark of a scale, with its sign; ``weight`` from −1 to 1, or None."""

    title: str
    sign: str
    count: int
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of a table: ideas, or a plain text, or, when there is neither, the words that say why (``empty``).

    In a table of marks, ``shares`` is the whole scale in order and ``text`` says it; on a map, ``point`` is the barycentre
    (x to the right, y to the top, −100 to 100) and ``text`` says where. ``voices`` are then what each group marked or placed.
    """

    items: tuple[Item, ...] = ()
    text: str = ""
    empty: str = ""
    sentence: str = ""  # the cell read aloud: « Ce que les CPTS peuvent apporter aux ASV/CLSM/CLS »
    asked: bool = True
    shares: tuple[Share, ...] = ()
    point: tuple[float, float] | None = None
    voices: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table, as many slots as the table has columns; ``total`` marks a sum."""

    title: str
    slots: tuple[Slot, ...]
    short: str = ""
    total: bool = False

    @property
    def label(self) -> str:
        """The shortest name there is."""
        return self.short or self.title


@dataclass(frozen=True, slots=True)
class Table:
    """Rows × columns, drawn as its ``figure`` says.

    tableau, silhouette, matrice, positions, fiche (questions and answers), formulaire (texts), marques, carte, annexe, nombres,
    deroule or ensemble (days side by side). ``poles`` are the ends of a map: left, right, bottom, top. ``scale`` is the scale
    of a sheet of marks, in order, counts zero: what can be shown before anybody has answered.
    """

    key: str
    title: str
    columns: tuple[Heading, ...]
    lines: tuple[Line, ...]
    rows_title: str = ""
    figure: str = "tableau"
    message: str = ""
    poles: tuple[str, str, str, str] | None = None
    scale: tuple[Share, ...] = ()

    @property
    def ideas(self) -> int:
        """How many ideas the table holds, each as often as it was said."""
        return sum(max(1, len(item.said)) for line in self.lines for slot in line.slots for item in slot.items)


@dataclass(frozen=True, slots=True)
class Position:
    """One way to answer a statement; ``weight`` from −1 (against) to 1 (for)."""

    label: str
    gesture: str = ""
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one round, by position; None where nobody counted. ``room`` is the people present, or None."""

    title: str
    counts: tuple[int | None, ...]
    room: int | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """One statement put to the room, how it answered, round after round, and its verdict in words ('' when not noted)."""

    key: str
    number: int
    total: int
    statement: str
    positions: tuple[Position, ...]
    tallies: tuple[Tally, ...] = ()
    verdict: str = ""
    computed: bool = False  # the verdict comes from the counts, nobody worded it
    message: str = ""
    moves: str = ""
    method: str = ""

    @property
    def counted(self) -> bool:
        """Whether at least one head-count is known."""
        return any(count is not None for tally in self.tallies for count in tally.counts)


@dataclass(frozen=True, slots=True)
class Insight:
    """What the expert adds after the room has answered, with the number of the statement it goes with (0: none)."""

    title: str
    points: tuple[str, ...]
    sources: tuple[str, ...] = ()
    number: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Shared:
    """For one column: ideas common to all rows, to some of them (with their names), and each row's own."""

    title: str
    everyone: tuple[Item, ...]
    some: tuple[tuple[str, Item], ...]
    own: tuple[tuple[str, tuple[Item, ...]], ...]
    message: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark under what precedes: what is missing, how to read it."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG file shown whole, its size in points, its caption; ``alt`` says it to who does not see it."""

    path: Path
    width: int
    height: int
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of the document. ``kind`` (contexte, composition, sequence, annexe…) lets a deck choose what it shows."""

    title: str
    blocks: tuple[Block, ...]
    kind: str = ""
    key: str = ""
    figure: str = ""
    part: str = ""  # « 1re partie »
    aim: str = ""
    seconds: int = 0


Block = Section | Paragraph | Bullets | Facts | Steps | Table | Poll | Insight | Shared | Note | Picture


@dataclass(frozen=True, slots=True)
class Synthesis:
    """A whole document. ``overtitle`` names the event (« Journée d’échanges régionale »), ``kind`` the document."""

    key: str
    title: str
    kind: str
    date: date
    sections: tuple[Section, ...]
    overtitle: str = ""
    subtitle: str = ""
    place: str = ""
    organisation: str = ""
    ideas: int = 0
    dates: str = ""  # all of them in words, when the document tells several days; ``date`` is then the last

    @property
    def when(self) -> str:
        """When it was held, in words."""
        return self.dates or long_date(self.date)
