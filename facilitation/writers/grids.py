"""Synthesis → the sheets of a workbook, decided before any of it is drawn: what a sheet is called, its heads, its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from facilitation.synthesis import (
    Block,
    Bullets,
    Facts,
    Insight,
    Item,
    Note,
    Paragraph,
    Picture,
    Poll,
    Record,
    Section,
    Shared,
    Slot,
    Steps,
    Synthesis,
    Table,
    Tally,
)
from facilitation.typography import NBSP, plural
from facilitation.writers import wording
from facilitation.writers.spread import as_counts

Value = str | int
NOT_SAID = "non précisé"  # no cell is left empty
READ_ME = "Lisez-moi"
POLLS = "Affirmations"
COMMON = "Ce qui est commun"
ANSWERS = "Réponses"
LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_POLL_HEADS = (
    "N°", "Affirmation", "Tour", "Position", "Geste", "Personnes", "Personnes comptées", "Personnes dans la salle",
    "Réponse de la salle", "Origine de la réponse",
)  # fmt: skip
_ANSWER_HEADS = ("Séquence", "Feuille", "Tour", "Groupe", "Ligne", "Colonne", "Valeur", "Auteur", "Heure")


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name, what it holds in a sentence, its heads (all different), and as many cells a row; no empty text."""

    name: str
    purpose: str
    heads: tuple[str, ...]
    rows: list[tuple[Value, ...]]


def grids_of(synthesis: Synthesis, records: Iterable[Record] = ()) -> list[Grid]:
    """Return the sheets in order: what the workbook holds, tables and lists, what is common, statements, answers."""
    found = _Found()
    found.take(synthesis.sections)
    told = [
        *found.grids,
        Grid(COMMON, "Qui partage quoi, mot pour mot", ("Rubrique", "Partagée par", "Idée"), found.common),
        Grid(POLLS, "Ce que la salle a répondu, tour par tour", _POLL_HEADS, found.polls),
        Grid(ANSWERS, "Toutes les réponses, telles qu’elles ont été données", _ANSWER_HEADS, list(map(_answer, records))),
    ]
    kept = [grid for grid in told if grid.rows]
    return [_read_me(synthesis, kept), *kept]


def _read_me(synthesis: Synthesis, grids: list[Grid]) -> Grid:
    about = (
        ("Journée", synthesis.title),
        ("Précision", synthesis.subtitle),
        ("Date", synthesis.when),
        ("Lieu", synthesis.place),
        ("Organisme", synthesis.organisation),
        ("Idées gardées", plural(synthesis.ideas, "idée")),
    )
    sheets = ((f"Feuille «{NBSP}{grid.name}{NBSP}»", f"{grid.purpose} ({plural(len(grid.rows), 'ligne')})") for grid in grids)
    rows: list[tuple[Value, ...]] = [pair for pair in (*about, *sheets) if pair[1]]
    return Grid(READ_ME, "Ce que contient ce classeur", ("Rubrique", "Contenu"), rows)


class _Found:
    """The sheets met on the way through the sections, each with a name of its own."""

    def __init__(self) -> None:
        self.grids: list[Grid] = []
        self.common: list[tuple[Value, ...]] = []
        self.polls: list[tuple[Value, ...]] = []
        self._taken = {name.casefold() for name in (READ_ME, POLLS, COMMON, ANSWERS, "History", "Historique")}

    def take(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            match block:
                case Section():
                    self.take(block.blocks)
                case Table() if block.lines:
                    table = as_counts(block)
                    rows = list(_numbers(table) if wording.is_numbers(table) else _ideas(table))
                    self._add(table.title, table.title, _heads(table), rows)
                case Bullets() if any(item.said for item in block.items):
                    rows = [(at, item.text, wording.groups_of(item)) for at, item in enumerate(block.items, start=1)]
                    self._add(block.title, block.title, ("N°", "Idée", "Dite par"), rows)
                case Shared():
                    self.common += ((block.title, name, text) for name, texts in wording.sharing(block) for text in texts)
                case Poll():
                    self.polls += _poll(block)
                case Table() | Bullets() | Paragraph() | Facts() | Steps() | Insight() | Note() | Picture():
                    pass  # prose: the documents tell it, no one computes on it
                case _:
                    assert_never(block)

    def _add(self, title: str, purpose: str, heads: tuple[str, ...], rows: list[tuple[Value, ...]]) -> None:
        filled = [tuple(cell if cell != "" else NOT_SAID for cell in row) for row in rows]
        self.grids.append(Grid(self._name(title), purpose or "Tableau", _different(heads), filled))

    def _name(self, title: str) -> str:
        """Return a name that Excel takes: 31 signs at most, none forbidden, not taken in any case."""
        plain = " ".join(_FORBIDDEN.sub(" ", title).split()).strip("'") or "Tableau"
        name, number = _cut(plain, LONGEST_NAME), 1
        while name.casefold() in self._taken:
            number += 1
            ending = f" ({number})"
            name = _cut(plain, LONGEST_NAME - len(ending)) + ending
        self._taken.add(name.casefold())
        return name


def _cut(words: str, limit: int) -> str:
    """Return ``words`` in at most ``limit`` signs, cut between two words when it can be."""
    if len(words) <= limit:
        return words
    short = words[: limit - 1]
    return (short.rsplit(" ", 1)[0] if " " in short[limit // 2 :] else short).rstrip(" ,;:'") + "…"


def _different(heads: tuple[str, ...]) -> tuple[str, ...]:
    """Return heads that all differ, as an Excel table requires, whatever their case."""
    seen: dict[str, int] = {}
    result = []
    for head in heads:
        plain = head.strip() or "Colonne"
        count = seen[plain.casefold()] = seen.get(plain.casefold(), 0) + 1
        result.append(plain if count == 1 else f"{plain} ({count})")
    return tuple(result)


def _heads(table: Table) -> tuple[str, ...]:
    rows_title = table.rows_title or "Ligne"
    if wording.is_numbers(table):
        return (rows_title, *(column.title for column in table.columns))
    if table.figure == "annexe":
        return (rows_title, "N°", "Formulation d’origine", "Dite par")
    return (rows_title, "Colonne", "N°", "Idée", "Dite par")


def _numbers(table: Table) -> Iterator[tuple[Value, ...]]:
    for line in table.lines:
        yield (line.title, *(_number(wording.slot_words(slot)) for slot in line.slots))


def _number(words: str) -> Value:
    return int(words.replace(NBSP, "")) if wording.is_figure(words) else words


def _ideas(table: Table) -> Iterator[tuple[Value, ...]]:
    """Yield one row an idea, or one for an empty cell with the words that say why it is."""
    for line in table.lines:
        if table.figure == "annexe":
            said = [(said.wording, wording.said_by(said)) for item in _items(line.slots) for said in item.said]
            yield from ((line.title, at, words, who) for at, (words, who) in enumerate(said, start=1))
            continue
        for column, slot in zip(table.columns, line.slots, strict=True):
            for at, item in enumerate(slot.items, start=1):
                yield line.title, column.title, at, item.text, wording.groups_of(item)
            if not slot.items:
                yield line.title, column.title, "aucun", wording.slot_words(slot), "personne"


def _items(slots: Iterable[Slot]) -> Iterator[Item]:
    for slot in slots:
        yield from slot.items


def _poll(poll: Poll) -> Iterator[tuple[Value, ...]]:
    source = "non notée" if not poll.verdict else "calculée d’après les effectifs" if poll.computed else "dite par la salle"
    for tally in poll.tallies or (Tally("", tuple(None for _ in poll.positions)),):
        for position, count in zip(poll.positions, tally.counts, strict=True):
            yield (
                poll.number,
                poll.statement,
                tally.title or "tour unique",
                position.label,
                position.gesture or NOT_SAID,
                wording.NOT_COUNTED if count is None else count,
                wording.base(tally) if any(known is not None for known in tally.counts) else wording.NOT_COUNTED,
                NOT_SAID if tally.room is None else tally.room,
                poll.verdict or wording.NOT_NOTED,
                source,
            )


def _answer(record: Record) -> tuple[Value, ...]:
    return tuple(cell or NOT_SAID for cell in record)
