"""Answers typed elsewhere: each line finds its cell, or says why it does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from facilitation.codes import address_of, is_code
from facilitation.day import Day, Sequence
from facilitation.errors import InvalidAnswerError
from facilitation.events import AnswerGiven, Body, Event, RoomCounted, RowAdded, VerdictWorded
from facilitation.reporting import ROOM_COLUMN, VERDICT_COLUMN
from facilitation.room import Room
from facilitation.sheet import Address, Cell, Line, Row, Sheet, checked_count, checked_idea, checked_value, named
from facilitation.synthesis import UNKNOWN_GROUP, Record
from facilitation.typography import NBSP, folded, quoted
from facilitation.workshop.known import Known

UNKNOWN = folded(UNKNOWN_GROUP)
# « 2e », « 2 ème », « tour 2 », « 1er tour »
ORDINAL = re.compile(r"(?:tour )?(\d+) ?(?:e|er|re|eme|ere|ieme|nd|nde)?s?(?: tours?)?")
Stamp = Callable[[list[Body]], tuple[Event, ...]]


@dataclass(slots=True)
class Import:
    """What a file would bring: events ready to keep, the lines that find no cell, each with its number and why.

    ``taken`` counts the lines that bring something, ``already`` those that the room holds.
    """

    events: list[Event] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)
    taken: int = 0
    already: int = 0


def read(day: Day, room: Room, records: Iterable[tuple[int, Record]], stamp: Stamp) -> Import:
    """Return what the records bring to the day. Nothing is kept here: the caller decides, with the refused lines in hand.

    What the room already holds is left out, each answer standing for one line: two lines alike are two answers.
    """
    desk = _Desk(day, room, stamp)
    result = Import()
    for number, record in records:
        try:
            events = desk.place(record)
        except InvalidAnswerError as error:
            result.refused.append((number, str(error)))
            continue
        result.events += events
        result.taken += bool(events)
        result.already += not events
    return result


def sheet_of(day: Day, sequence: str, sheet: str) -> Sheet:
    """Return the sheet that these names mean.

    Raises:
        InvalidAnswerError: one of them is unknown.
    """
    return _sheet(_Desk(day, Room(), lambda _bodies: ()).sequence(sequence), sheet)


def copy_of(day: Day, sequence: str, sheet: str, round_: str, group: str) -> tuple[str, str, int, str]:
    """Return the keys of the copy of a sheet that these names mean: sequence, sheet, round, group.

    A name may be left out where there is only one; « groupe non précisé », and the whole room of a debate, are no group.

    Raises:
        InvalidAnswerError: one of them is unknown, or missing where there are several.
    """
    desk = _Desk(day, Room(), lambda _bodies: ())
    found = desk.sequence(sequence)
    filled = _sheet(found, sheet)
    number = _round(filled, round_)
    if group.strip() or not day.groups or filled.cell is Cell.COUNT:
        return found.key, filled.key, number, desk.group(group)
    if len(day.groups) > 1:
        raise InvalidAnswerError(unknown("groupe", "", [known.key for known in day.groups]))
    return found.key, filled.key, number, day.groups[0].key


class _Desk:
    """Finds the cell of each record; remembers the free rows it added, so that a question asked twice is one row."""

    def __init__(self, day: Day, room: Room, stamp: Stamp) -> None:
        self._day = day
        self._room = room
        self._known = Known(room)
        self._stamp = stamp
        self._sequences = _by_name({sequence.key: sequence.title for sequence in day.sequences})
        self._groups = _by_name({group.key: group.name for group in day.groups})
        self._rows: dict[tuple[str, str, str], str] = {}

    def _decoded(self, record: Record) -> Record:
        """Return the record of a paper sheet with the address that its code stands for."""
        at = address_of(self._day, record.sequence)
        return record._replace(
            sequence=at.sequence,
            feuille=at.sheet,
            tour=str(at.round),
            groupe=at.group,
            ligne=at.row or record.ligne,
            colonne=at.column,
        )

    def place(self, record: Record) -> list[Event]:
        """Return the events of one record, none when the room already holds what it says.

        Raises:
            InvalidAnswerError: a part of its address is unknown, or its value does not fit the cell.
        """
        if not record.colonne and is_code(record.sequence):
            record = self._decoded(record)
        sequence = self.sequence(record.sequence)
        sheet = _sheet(sequence, record.feuille)
        number = _round(sheet, record.tour)
        if (
            sheet.cell is Cell.COUNT
            and folded(record.colonne) in {ROOM_COLUMN, VERDICT_COLUMN}
            and sheet.column(record.colonne) is None
        ):
            remark = self._remark(record, sequence, sheet, number)
            return [] if self._known.is_remark(remark) else list(self._stamp([remark]))
        row = self._row(sequence, sheet, record.ligne)
        if sheet.free_rows and not record.valeur.strip() and not record.colonne:
            return [] if row.key else list(self._added(sequence, sheet, row))
        column = _one(sheet.columns, record.colonne, "colonne")
        if not sheet.asks(row, column):
            raise InvalidAnswerError(f"la case {quoted(row.title)} × {quoted(column.title)} n’est posée à personne")
        address = Address(sequence.key, sheet.key, number, self.group(record.groupe), row.key, column.key)
        value = checked_value(sheet, record.valeur)
        if sequence.exercise is not None:
            sequence.exercise.check(value, record.auteur)
        author, hour = words_of("auteur", record.auteur), words_of("heure", record.heure)
        given = AnswerGiven(address, value, author, hour)
        if self._known.holds(given):
            return []
        if row.key and (not sheet.free_rows or not self._known.is_withdrawn(row.key)):
            return list(self._stamp([given]))
        (added,) = self._added(sequence, sheet, row)
        return [added, *self._stamp([given._replace(address=address._replace(row=added.key))])]

    def _remark(self, record: Record, sequence: Sequence, sheet: Sheet, number: int) -> Body:
        row = _one(sheet.rows, record.ligne, "ligne")
        if folded(record.colonne) == ROOM_COLUMN:
            return RoomCounted(sequence.key, checked_count(record.valeur), row.key, number)
        return VerdictWorded(sequence.key, row.key, checked_idea(record.valeur))

    def sequence(self, name: str) -> Sequence:
        playable = [sequence for sequence in self._day.sequences if sequence.exercise]
        if not name and len(playable) == 1:
            return playable[0]
        key = self._sequences.get(name) or self._sequences.get(folded(name))
        if key is None:
            raise InvalidAnswerError(unknown("séquence", name, [sequence.key for sequence in playable]))
        found = self._day.sequence(key)
        if found.exercise is None:
            raise InvalidAnswerError(f"la séquence {quoted(found.title)} n’a pas d’exercice\u00a0: rien ne peut y être saisi")
        return found

    def group(self, name: str) -> str:
        if not name.strip() or folded(name) == UNKNOWN:
            return ""
        found = self._groups.get(name) or self._groups.get(folded(name))
        if found is None:
            raise InvalidAnswerError(unknown("groupe", name, [group.key for group in self._day.groups]))
        return found

    def _row(self, sequence: Sequence, sheet: Sheet, name: str) -> Row:
        """Return the row of that name; one without a key when it is still to be added."""
        if not sheet.free_rows:
            return _one(sheet.rows, name, "ligne")
        title = words_of("ligne", name)
        if not title:
            raise InvalidAnswerError(f"ligne vide{NBSP}: la question manque")
        added = self._rows.get((sequence.key, sheet.key, folded(title) or title))
        if added:
            return Row(added, title)
        live = named(self._room.rows(sequence.key, sheet.key), title)
        return live or Row(self._known.row(sequence.key, sheet.key, title), title)

    def _added(self, sequence: Sequence, sheet: Sheet, row: Row) -> tuple[Event, ...]:
        events = self._stamp([RowAdded(sequence.key, sheet.key, row.title)])
        self._rows[sequence.key, sheet.key, folded(row.title) or row.title] = events[0].key
        return events


def _by_name(titles: Mapping[str, str]) -> dict[str, str]:
    """Return the key that each name means: a key in any case, else a title."""
    by_title = {folded(title): key for key, title in titles.items() if folded(title)}
    return by_title | {folded(key): key for key in titles} | {key: key for key in titles}


def words_of(part: str, text: str) -> str:
    """Return words that any document can hold, on one line; '' for none."""
    try:
        return checked_idea(text) if text.strip() else ""
    except InvalidAnswerError as error:
        raise InvalidAnswerError(f"{part}{NBSP}: {error}") from error


def _sheet(sequence: Sequence, name: str) -> Sheet:
    sheets = sequence.exercise.sheets if sequence.exercise else ()
    if not name and len(sheets) == 1:
        return sheets[0]
    names = _by_name({sheet.key: sheet.title for sheet in sheets})
    key = names.get(name) or names.get(folded(name))
    if key is None:
        raise InvalidAnswerError(unknown("feuille", name, [sheet.key for sheet in sheets]))
    return next(sheet for sheet in sheets if sheet.key == key)


def _round(sheet: Sheet, name: str) -> int:
    ordinal = ORDINAL.fullmatch(folded(name))
    wanted = ordinal.group(1) if ordinal else folded(name)
    if not wanted:
        return 1
    for number in range(1, sheet.rounds + 1):
        if wanted in {str(number), folded(sheet.round_title(number))}:
            return number
    raise InvalidAnswerError(unknown("tour", name, [str(number) for number in range(1, sheet.rounds + 1)]))


def _one(lines: tuple[Line, ...], name: str, kind: str) -> Line:
    if not name.strip() and len(lines) == 1:
        return lines[0]
    found = named(lines, name)
    if found is None:
        raise InvalidAnswerError(unknown(kind, name, [line.key for line in lines]))
    return found


def unknown(kind: str, name: str, known: list[str]) -> str:
    """Return « colonne inconnue « tète », vouliez-vous dire « tete » ? », or the words that are known."""
    feminine = "e" if kind in {"séquence", "feuille", "ligne", "colonne"} else ""
    said = f"{kind} inconnu{feminine} {quoted(name)}" if name.strip() else f"{kind} manquant{feminine}"
    near = get_close_matches(folded(name), [folded(key) for key in known], n=1)
    if near:
        key = next(key for key in known if folded(key) == near[0])
        return f"{said}, vouliez-vous dire {quoted(key)}\u00a0?"
    return f"{said}\u00a0; connu{feminine}s\u00a0: {', '.join(known)}" if known else said
