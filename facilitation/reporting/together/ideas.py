"""The ideas of several days, cell by cell: what all said, what some did, what each alone did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from facilitation.cells.alike import together, wording
from facilitation.cells.idees import NOT_ASKED, NOTHING_SAID, item
from facilitation.reporting.together.laying import Told, common_title, own_title, rest_titles
from facilitation.reporting.together.pairing import SEVERAL, Copy, Pair
from facilitation.room import Families, Family
from facilitation.sheet import Answer, Column, Figure, Row
from facilitation.synthesis import UNKNOWN_GROUP, Heading, Item, Line, Said, Slot, Table
from facilitation.typography import NBSP, enumeration, folded, lowered, plural, quoted

NOTHING_COMMON = "Rien en commun"
NOTHING_MORE = "Rien d’autre"

Group = tuple[Row | None, ...] | tuple[Column | None, ...]
Cells = tuple[tuple[Row, Column] | None, ...]  # one cell of a sheet, in each of its copies


class Decisions(Families):
    """What people decided of the ideas of several days: each decision holds for its own."""

    def __init__(self, days: Sequence[Families]) -> None:
        super().__init__()
        self._days = days

    def family(self, answer: str) -> Family | None:
        """Return the family of an answer in its own day."""
        return next((family for day in self._days if (family := day.family(answer))), None)

    @property
    def has_apart(self) -> bool:
        """Whether anybody kept any answers apart."""
        return any(day.has_apart for day in self._days)

    def apart(self, one: str, other: str) -> bool:
        """Return whether somebody said in one of the days that these two answers are not the same."""
        return any(day.apart(one, other) for day in self._days)


def acronyms(days: Sequence[Told]) -> dict[str, str]:
    """Return what the days spell out, without what two of them spell otherwise."""
    spelled: dict[str, str] = {}
    disputed: set[str] = set()
    for short, long in chain.from_iterable(told.day.acronyms.items() for told in days):
        if folded(spelled.setdefault(short, long)) != folded(long):
            disputed.add(short)
    return {short: long for short, long in spelled.items() if short not in disputed}


def named(said: Item, told: Told) -> Item:
    """Return an idea or a mark with the day in which it was given beside each who gave it."""
    return replace(said, said=tuple(replace(voice, group=_who(voice, told)) for voice in said.said))


def _who(voice: Said, told: Told) -> str:
    return told.label if voice.group in {"", UNKNOWN_GROUP} else f"{voice.group} ({told.label})"


# --- One cell ----------------------------------------------------------------------------------------------------------------


class _Idea(NamedTuple):
    """One idea of a cell: the copies where it was said, how often in words by copy (those that said it more than once)."""

    where: list[int]
    item: Item
    times: dict[int, str]


def _cell(copies: Sequence[Copy], cells: Cells) -> list[_Idea]:
    """Return the ideas of one cell: those written alike, or merged by a person in one of the days, are one."""
    owners: dict[str, int] = {}
    given: list[Answer] = []
    for at, (copy, cell) in enumerate(zip(copies, cells, strict=True)):
        aside = copy.filled.room.families.aside
        said = [answer for answer in copy.filled.answers(*cell) if not aside(answer.key)] if cell else []
        owners |= dict.fromkeys((answer.key for answer in said), at)
        given += said
    families = Decisions([copy.filled.room.families for copy in copies])
    found = []
    for idea in together(given, families, acronyms([copy.told for copy in copies])):
        voices: dict[int, list[Said]] = {}
        for answer in idea:
            at = owners[answer.key]
            voices.setdefault(at, []).extend(item(answer, copies[at].filled.groups).said)
        told = (named(Item("", tuple(said)), copies[at].told).said for at, said in voices.items())
        times = {at: often for at, said in voices.items() if (often := Item("", tuple(said)).times)}
        found.append(_Idea(sorted(voices), Item(wording(idea, families), tuple(chain.from_iterable(told))), times))
    return found


def _echoed(idea: _Idea, labels: Sequence[str]) -> Item:
    """Return an idea with how often each day said it, where that is more than once: « Partage (2021 : 2 groupes) »."""
    often = [f"{labels[at]}{NBSP}: {times}" if len(idea.where) > 1 else times for at, times in sorted(idea.times.items())]
    return replace(idea.item, text=f"{idea.item.text} ({f'{NBSP}; '.join(often)})") if often else idea.item


def _signed(idea: _Idea, labels: Sequence[str]) -> Item:
    """Return an idea with the days that said it, and how often: « Partage (Arles, 2 groupes ; Lyon) »."""
    days = [f"{labels[at]}, {idea.times[at]}" if at in idea.times else labels[at] for at in idea.where]
    words = f"{NBSP}; ".join(days) if idea.times else enumeration(days)
    return replace(idea.item, text=f"{idea.item.text} ({words})")


def line(pair: Pair, cells: Cells, title: str, short: str = "") -> Line:
    """Return one cell as a row: what the days that were asked said in common, then each one's own.

    Beyond two days, a column each would not hold on a page: what several said, then what one alone did, names them.
    """
    found = _cell(pair.copies, cells)
    labels = [copy.told.label for copy in pair.copies]
    asked = [at for at, cell in enumerate(cells) if cell]
    common = tuple(_echoed(idea, labels) for idea in found if idea.where == asked and len(asked) >= SEVERAL)
    if len(cells) > SEVERAL:
        some = tuple(_signed(idea, labels) for idea in found if len(idea.where) > 1 and idea.where != asked)
        own = tuple(_signed(idea, labels) for at in asked for idea in found if idea.where == [at])
        rest = [Slot(items=some, empty=NOTHING_COMMON), Slot(items=own, empty=NOTHING_MORE if found else NOTHING_SAID)]
    else:
        rest = [_own(found, at, labels, is_asked=cell is not None) for at, cell in enumerate(cells)]
    about = title if len(asked) == len(cells) else f"{title} (posé{NBSP}: {enumeration([labels[at] for at in asked])})"
    return Line(about, (Slot(items=common, empty=NOTHING_COMMON), *rest), short=short)


def _own(found: Sequence[_Idea], at: int, labels: Sequence[str], *, is_asked: bool) -> Slot:
    """Return what one of two days said alone; when it said nothing else, whether it said anything at all."""
    if not is_asked:
        return Slot(empty=NOT_ASKED, asked=False)
    spoke = any(at in idea.where for idea in found)
    own = tuple(_echoed(idea, labels) for idea in found if idea.where == [at])
    return Slot(items=own, empty=NOTHING_MORE if spoke else NOTHING_SAID)


def headings(pair: Pair, *, over_time: bool) -> tuple[Heading, ...]:
    """Return the heads of the columns: what all said, then what each of two days, or some and one of more, did."""
    labels = [copy.told.label for copy in pair.copies]
    common = Heading(common_title(labels, over_time=over_time), "En commun")
    if len(labels) > SEVERAL:
        return common, *map(Heading, rest_titles(over_time=over_time))
    return common, *(Heading(own_title(label, labels, over_time=over_time)) for label in labels)


# --- A whole sheet -----------------------------------------------------------------------------------------------------------


def tables(pair: Pair, *, over_time: bool) -> Iterator[Table]:
    """Yield a sheet of ideas: one table when each of its rows or columns is one cell, else one a row, or one a column.

    The fewer tables the better; a table between actors keeps its direction, « CPTS → CoDES ».
    """
    heads = headings(pair, over_time=over_time)
    if pair.sheet.figure is Figure.MATRIX:
        lines = (_asked(pair, row, column, f"{name(row)} → {name(column)}") for row in pair.rows for column in pair.columns)
        yield _table(pair, heads, pair.sheet.title, lines, "De qui à qui")
    elif len(pair.columns) == 1:
        lines = (_asked(pair, row, pair.columns[0], title(row), name(row)) for row in pair.rows)
        yield _table(pair, heads, pair.sheet.title, lines, pair.sheet.rows_title)
    elif len(pair.rows) <= len(pair.columns):
        for row in pair.rows:
            lines = (_asked(pair, row, column, title(column), name(column)) for column in pair.columns)
            about = f"{pair.sheet.title}{NBSP}: {title(row)}" if len(pair.rows) > 1 else pair.sheet.title
            yield _table(pair, heads, about, lines, "Rubrique")
    else:
        for column in pair.columns:
            lines = (_asked(pair, row, column, title(row), name(row)) for row in pair.rows)
            yield _table(pair, heads, f"{pair.sheet.title}{NBSP}: {title(column)}", lines, pair.sheet.rows_title)


def title(group: Group) -> str:
    """Return what a row or column is called: the words of the last day, those of the others being told by ``renamed``."""
    return [one.title for one in group if one is not None][-1]


def renamed(pair: Pair) -> Iterator[str]:
    """Yield the rows and columns that the days call otherwise, each with its days: « Prévention (2021) et CoDES (2022) »."""
    for group in (*pair.rows, *pair.columns):
        known = [(one.title, copy.told.label) for copy, one in zip(pair.copies, group, strict=True) if one is not None]
        if len({folded(words) for words, _ in known}) > 1:
            yield enumeration([f"{quoted(words)} ({label})" for words, label in known])


def name(group: Group) -> str:
    """Return the shortest name of a row or column."""
    return [one.short or one.title for one in group if one is not None][-1]


def cells(pair: Pair, row: tuple[Row | None, ...], column: tuple[Column | None, ...]) -> Cells:
    """Return one cell in each copy, None where it is not asked."""
    return tuple(
        (down, across) if down is not None and across is not None and copy.filled.sheet.asks(down, across) else None
        for copy, down, across in zip(pair.copies, row, column, strict=True)
    )


def _asked(
    pair: Pair, row: tuple[Row | None, ...], column: tuple[Column | None, ...], words: str, short: str = ""
) -> Line | None:
    where = cells(pair, row, column)
    return line(pair, where, words, "" if words == short else short) if any(where) else None


def _table(pair: Pair, heads: tuple[Heading, ...], about: str, lines: Iterator[Line | None], rows_title: str) -> Table:
    kept = tuple(one for one in lines if one is not None)
    return Table(
        key=f"ensemble-{pair.copies[-1].filled.sequence}-{pair.sheet.key}-{folded(about).replace(' ', '-')}",
        title=about,
        columns=heads,
        lines=kept,
        rows_title=rows_title,
        figure="ensemble",
        message=message(heads, kept),
    )


def message(heads: Sequence[Heading], lines: Sequence[Line]) -> str:
    """Return how many ideas each column holds: « 4 idées dites dans les deux, 12 à Arles seulement »."""
    counts = [sum(len(one.slots[at].items) for one in lines) for at in range(len(heads))]
    if not sum(counts):
        return NOTHING_SAID
    return ", ".join(f"{lowered(head.title)}{NBSP}: {plural(count, 'idée')}" for head, count in zip(heads, counts, strict=True))
