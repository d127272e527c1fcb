"""Marks on slides: how many copies bear each mark of the scale, row by row; where the room agrees is tinted, and said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitation.synthesis import Line, Share, Slot, Table
from facilitation.typography import NBSP, lowered
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.deck.tables import table_slides, wide_enough
from facilitation.writers.slides import Align, Bars, BarsSlide, Cell, Column, Fill, Series, Slide, TableSlide
from facilitation.writers.style import CONTENT_WIDTH

MOST_ROWS = 6
_FIRST = 450.0  # points, of the column of rows, with up to four columns beside
_COLUMNS = 4
_NARROWEST, _LEAST_FIRST = 88.0, 250.0  # of a column of marks, and of the words of a row
_PEOPLE = 480.0  # of all the columns of head-counts
_HALF, _MAJORITY = 0.5, 0.75
_ROW, _LABEL, _SIGNS, _COUNT = 49.0, 16.0, 20.0, 22.0
_FEW_ROWS, _LARGE_ROW, _LARGE_LABEL, _LARGE_COUNT = 4, 66.0, 20.0, 28.0
_ASIDE = re.compile(r"\s*\([^)]*\)")


def marks(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield a table of marks, six rows a slide at most: a column for each mark, or the signs of four columns side by side.

    Marks without a sign are head-counts: bars, in no order but their own.
    """
    title = titles.told(table.title, table.message)
    counted = [line for line in table.lines if line.slots[0].shares]
    if len(table.columns) > 1:
        slides = [page for part in _parts(table) for page in table_slides(_signs(part, repere), most=MOST_ROWS)]
    elif _of_people(table) and len(table.lines) == len(counted) == 1:
        yield _bars(table, counted[0], title, repere)
        return
    else:
        slides = list(table_slides(_airy(_scale(table, repere)), most=MOST_ROWS))
        if len(slides) > 1 or len(table.lines) > _FEW_ROWS:
            slides = list(table_slides(_scale(table, repere), most=MOST_ROWS))
    for at, slide in enumerate(slides, 1):
        yield replace(slide, title=titles.numbered(title, at, len(slides)))


def short(mark: str) -> str:
    """Return the name of a mark without what it has in brackets: « Plutôt d’accord (vert clair) » on a slide of one tint."""
    return _ASIDE.sub("", mark) or mark


def _of_people(table: Table) -> bool:
    """Return whether what is counted is people or dots rather than the marks of a scale."""
    return not any(share.sign for share in _marks(table))


# --- One column: the whole scale -------------------------------------------------------------------------------------------


def _scale(table: Table, repere: str) -> TableSlide:
    """Return a column for each mark, in the order of the scale, its count in each row."""
    shown, people = _marks(table), _of_people(table)
    size = 16.0 if len(shown) <= _COLUMNS else 14.0
    heads = [f"{share.sign}\n{short(share.title)}".lstrip() for share in shown]
    most = (CONTENT_WIDTH - _LEAST_FIRST) / max(len(heads), 1)
    wide = min(
        most, max([_PEOPLE / len(heads) if people and heads else _NARROWEST, *(wide_enough(head, size, 0) for head in heads)])
    )
    first = Column(table.rows_title or "Ligne", CONTENT_WIDTH - wide * len(heads), size=_LABEL)
    slots = [line.slots[0] for line in table.lines]
    largest = max((share.count for slot in slots for share in slot.shares), default=0)
    return TableSlide(
        title=table.title,
        repere=repere,
        columns=(first, *(Column(head, wide, "left" if people else "center", _COUNT) for head in heads)),
        rows=tuple(
            (Cell(line.title), *(_people(slot, shown, largest) if people else _counts(slot, shown)))
            for line, slot in zip(table.lines, slots, strict=True)
        ),
        row_height=_ROW,
        head_size=size,
        note="" if people else f"{_tints(slots)} {_told_apart(slots)}".strip(),
        notes=_voices(table.lines),
    )


def _airy(slide: TableSlide) -> TableSlide:
    """Return a table of few rows in larger type."""
    first, *others = slide.columns
    larger = tuple(replace(column, size=_LARGE_COUNT) for column in others)
    return replace(slide, columns=(replace(first, size=_LARGE_LABEL), *larger), row_height=_LARGE_ROW)


def _marks(table: Table) -> tuple[Share, ...]:
    """Return the scale, and after it the marks that it no longer has."""
    given = [share for line in table.lines for slot in line.slots for share in slot.shares]
    shown = {share.title: share for share in (*given, *table.scale)}
    names = dict.fromkeys(share.title for share in (*table.scale, *given))
    return tuple(shown[name] for name in names)


def _counts(slot: Slot, shown: Sequence[Share]) -> Iterator[Cell]:
    """Yield a count for each mark: bold when it is the largest alone, tinted from one half, fully from three quarters."""
    for count in _each(slot, shown):
        if not count:
            yield Cell(_nothing(slot), tone="gris", size=_LABEL if slot.shares else 14)
        else:
            tint = _tint(slot.shares, count)
            yield Cell(str(count), bold=_alone(slot, count), fill=tint, tone="papier" if tint == "accent" else None)


def _people(slot: Slot, shown: Sequence[Share], largest: int) -> Iterator[Cell]:
    """Yield a count over its bar for each answer; all the bars of a table have one measure."""
    counted = {share.title for share in slot.shares}
    for share, count in zip(shown, _each(slot, shown), strict=True):
        if share.title not in counted:
            yield Cell("non compté" if counted else lowered(wording.slot_words(slot)), tone="gris", size=14)
        else:
            yield Cell(str(count), bold=_alone(slot, count), bar=count / largest if largest else 0.0)


def _each(slot: Slot, shown: Sequence[Share]) -> Iterator[int]:
    counts = {share.title: share.count for share in slot.shares}
    return (counts.get(share.title, 0) for share in shown)


def _nothing(slot: Slot) -> str:
    return "0" if slot.shares else "aucune" if slot.asked else "non posé"


def _alone(slot: Slot, count: int) -> bool:
    """Return whether a count is the largest of its row, alone."""
    counts = [share.count for share in slot.shares]
    return count == max(counts) and counts.count(count) == 1


def _tint(shares: Sequence[Share], count: int) -> Fill:
    """Return the ground of a count by its part of the row; one mark alone is no agreement."""
    total = sum(share.count for share in shares)
    part = count / total if total > 1 else 0.0
    return "accent" if part >= _MAJORITY else "clair" if part >= _HALF else ""


def _tints(slots: Sequence[Slot]) -> str:
    """Return how to read the tints that a table shows."""
    seen = {_tint(slot.shares, share.count) for slot in slots for share in slot.shares if share.count}
    told = [
        words for tint, words in (("clair", "légère dès la moitié"), ("accent", "pleine dès les trois quarts")) if tint in seen
    ]
    return f"Teinte {', '.join(told)} des marques de la ligne." if told else ""


def _told_apart(slots: Sequence[Slot]) -> str:
    """Return how to read the row that nobody marked: it is not a zero."""
    missing = next((slot for slot in slots if not slot.shares and slot.asked), None)
    return f"Aucune{NBSP}: personne n’a répondu." if missing else ""


def _bars(table: Table, line: Line, title: str, repere: str) -> BarsSlide:
    """Return the head-counts of one row as bars."""
    shares = line.slots[0].shares
    told = wording.ended(f"{line.title}{NBSP}: {line.slots[0].text}" if line.slots[0].text else line.title)
    return BarsSlide(
        title=titles.numbered(title),
        repere=repere,
        bars=Bars(
            titles.shortened(line.title, CONTENT_WIDTH * 0.7, 16, bold=False),
            tuple(share.title for share in shares),
            (Series(table.columns[0].title, tuple(share.count for share in shares)),),
            told,
        ),
        notes="\n".join(filter(None, (line.title, _voices((line,))))),
    )


# --- Several columns: the signs of each ------------------------------------------------------------------------------------


def _parts(table: Table) -> Iterator[Table]:
    """Yield the table four columns at a time."""
    for at in range(0, len(table.columns), _COLUMNS):
        lines = tuple(replace(line, slots=line.slots[at : at + _COLUMNS]) for line in table.lines)
        yield replace(table, columns=table.columns[at : at + _COLUMNS], lines=lines)


def _signs(table: Table, repere: str) -> TableSlide:
    in_words = not all(share.sign for share in _marks(table))
    wide = [wide_enough(column.label, 16, 0) for column in table.columns]
    width = max([(CONTENT_WIDTH - _FIRST) / max(len(wide), 1), *wide])
    align: Align = "left" if in_words else "center"
    heads = (Column(titles.shortened(column.label, width - 16, 16, 3), width, align, 18) for column in table.columns)
    return TableSlide(
        title=table.title,
        repere=repere,
        columns=(Column(table.rows_title or "Ligne", CONTENT_WIDTH - width * len(wide), size=_LABEL), *heads),
        rows=tuple((Cell(line.title), *(_cell(slot, in_words=in_words) for slot in line.slots)) for line in table.lines),
        row_height=_ROW,
        head_size=16,
        note=_note(table, in_words=in_words),
        notes=_voices(table.lines),
    )


def _cell(slot: Slot, *, in_words: bool) -> Cell:
    if not slot.shares:
        return Cell(wording.slot_words(slot), bold=False, tone="gris", size=16)
    given = [share for share in slot.shares if share.count]
    most = max(given, key=lambda share: share.count)
    strong = _told(most, in_words=in_words) if _alone(slot, most.count) else ""
    return Cell(
        (", " if in_words else "  ").join(_told(share, in_words=in_words) for share in given),
        strong=strong,
        bold=False,
        size=18.0 if in_words else _SIGNS,
        fill="clair" if _has_majority(given) else "",
    )


def _told(share: Share, *, in_words: bool) -> str:
    return f"{share.count}{NBSP}{lowered(share.title)}" if in_words else f"{share.count}{NBSP}{share.sign}"


def _has_majority(given: Sequence[Share]) -> bool:
    total = sum(share.count for share in given)
    return total > 1 and max(share.count for share in given) >= _MAJORITY * total


def _note(table: Table, *, in_words: bool) -> str:
    """Return how to read the signs and the tint, when there are any."""
    slots = [slot for line in table.lines for slot in line.slots if slot.shares]
    signs = "" if in_words else f"{', '.join(f'{share.sign}{NBSP}{lowered(share.title)}' for share in _marks(table))}. "
    tinted = any(_has_majority([share for share in slot.shares if share.count]) for slot in slots)
    return (signs + (f"Teinte{NBSP}: trois quarts des marques au moins sont la même." if tinted else "")).strip()


def _voices(lines: Sequence[Line]) -> str:
    """Return who marked what, for the notes."""
    told = []
    for line in lines:
        for slot in line.slots:
            said = [f"{voice.said[0].group}{NBSP}: {voice.text}" for voice in slot.voices if voice.said]
            told += [f"{line.title}{NBSP}: {'; '.join(said)}"] if said else []
    return "\n".join(told)
