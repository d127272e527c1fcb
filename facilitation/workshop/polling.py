"""A poll → the lines of answers it stands for, once each of its questions has its place in the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitation.day import Day
from facilitation.errors import InvalidAnswerError
from facilitation.library.exports.layouts import Place, Use
from facilitation.library.exports.poll import Poll, Question, Reply, is_tick
from facilitation.sheet import Cell, Sheet, checked_count
from facilitation.synthesis import Record
from facilitation.typography import NBSP, enumeration, folded, quoted
from facilitation.workshop.importing import sheet_of
from facilitation.workshop.mapping import chosen

EACH = (Cell.MARK, Cell.TEXT, Cell.PLACE)  # where a group or an organisation has one word, its last


@dataclass(slots=True)
class Lines:
    """The records of a poll, each with the line of the file it comes from, and the lines that mean nothing there."""

    records: list[tuple[int, Record]] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def lines_of(day: Day, poll: Poll, places: Mapping[str, Place]) -> Lines:
    """Return what a poll says in the day's cells: each idea, mark, text as it is, head-counts added up."""
    return _Clerk(day, poll, places).lines()


class _Clerk:
    def __init__(self, day: Day, poll: Poll, places: Mapping[str, Place]) -> None:
        self._poll = poll
        self._lines = Lines()
        self._places = [places[question.title] for question in poll.questions]
        self._sheets = [self._sheet(day, question, place) for question, place in zip(poll.questions, self._places, strict=True)]
        self._ticked = [bool(question.option) and poll.is_ticked(rank) for rank, question in enumerate(poll.questions)]
        self._tally: Counter[Record] = Counter()
        self._first: dict[Record, int] = {}
        self._written: set[Record] = set()

    def _sheet(self, day: Day, question: Question, place: Place) -> Sheet | None:
        if place.usage or not place.is_told:
            return None
        try:
            return sheet_of(day, place.sequence, place.feuille)
        except InvalidAnswerError as error:
            self._lines.refused.append((0, f"{quoted(question.title)}{NBSP}: {error}"))
            return None

    def lines(self) -> Lines:
        for reply in self._poll.replies:
            for rank, sheet in enumerate(self._sheets):
                if sheet is not None and reply.cells[rank].strip():
                    self._read(reply, rank, sheet)
        self._lines.records += [
            (self._first[record], record._replace(valeur=str(count))) for record, count in self._tally.items()
        ]
        self._lines.records.sort(key=lambda line: line[0])
        if any(sheet is not None and sheet.cell in EACH for sheet in self._sheets) and self._says(Use.GROUP, Use.AUTHOR):
            self._lines.notices.append(
                "Marques, textes et places pris sans groupe ni structure, pour que chaque personne compte."
            )
        return self._lines

    def _says(self, *uses: Use) -> bool:
        return any(place.usage in uses for place in self._places)

    def _said(self, reply: Reply, use: Use) -> str:
        """Return what a reply says of its group, its organisation, or a part of its cell."""
        told = [cell for cell, place in zip(reply.cells, self._places, strict=True) if place.usage == use and cell.strip()]
        return told[0] if told else ""

    def _read(self, reply: Reply, rank: int, sheet: Sheet) -> None:
        place, value, ticked = self._places[rank], reply.cells[rank], self._ticked[rank]
        each = sheet.cell in EACH
        record = Record(
            place.sequence,
            place.feuille,
            place.tour or self._said(reply, Use.ROUND),
            "" if each else place.groupe or self._said(reply, Use.GROUP),
            place.ligne or self._said(reply, Use.ROW),
            place.colonne or self._said(reply, Use.COLUMN),
            value,
            "" if each or sheet.cell is Cell.COUNT else self._said(reply, Use.AUTHOR),
        )
        if sheet.cell is Cell.COUNT:
            self._count(reply, record._replace(valeur=""), sheet, value, ticked=ticked)
        elif not ticked:
            self._lines.records.append((reply.number, record))
        elif is_tick(value):
            self._lines.records.append((reply.number, record._replace(valeur=self._poll.questions[rank].option)))

    def _count(self, reply: Reply, record: Record, sheet: Sheet, value: str, *, ticked: bool) -> None:
        if record.colonne and (ticked or not value.strip().isdigit()):
            self._tick(reply, record, value)
        elif record.colonne:
            self._write(reply, record, value)
        else:
            self._choose(reply, record, sheet, value)

    def _tick(self, reply: Reply, record: Record, value: str) -> None:
        if folded(value) in {"non", "n", "no", "0"} or is_tick(value):
            self._tally[record] += is_tick(value)
            self._first.setdefault(record, reply.number)
        else:
            self._write(reply, record, value)

    def _write(self, reply: Reply, record: Record, value: str) -> None:
        """Keep a head-count given as a whole number; two for one cell are refused, a percentage too."""
        try:
            checked_count(value)
        except InvalidAnswerError as error:
            self._lines.refused.append((reply.number, str(error)))
            return
        if record in self._written or record in self._tally:
            told = f"deux effectifs pour la même case, {quoted(record.ligne)} × {quoted(record.colonne)}"
            self._lines.refused.append((reply.number, told))
            return
        self._written.add(record)
        self._lines.records.append((reply.number, record._replace(valeur=value)))

    def _choose(self, reply: Reply, record: Record, sheet: Sheet, value: str) -> None:
        columns = chosen(sheet, value)
        if not columns:
            known = enumeration([quoted(column.title) for column in sheet.columns])
            self._lines.refused.append((reply.number, f"{quoted(value)} n’est pas une réponse connue{NBSP}: {known}"))
            return
        for column in sheet.columns:
            place = record._replace(colonne=column.key)
            self._tally[place] += column in columns
            self._first.setdefault(place, reply.number)
