"""Ideas that wait for a person: near ones to merge or keep apart, two wordings of one, words whose group is unknown."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.merging import Kind
from facilitation.reporting.telling import ideas
from facilitation.sheet import Cell, Sheet
from facilitation.typography import enumeration, plural, quoted
from facilitation.workshop.harmonising import UNDECIDED, Proposal, proposals
from facilitation.workshop.proofreading.finding import Finding, cut, path
from facilitation.workshop.proofreading.told import Places

HOW = "réunissez-les ou gardez-les à part (M dans la console)"


def to_merge(places: Places) -> Iterator[Finding]:
    """Yield one finding for each sheet whose near ideas nobody has decided yet, with the first of them."""
    left: dict[tuple[str, str], list[Proposal]] = {}
    for proposal in proposals(places.day, places.room):
        if proposal.decision == UNDECIDED and proposal.kind != Kind.SAME.value:
            left.setdefault((proposal.sequence, proposal.sheet), []).append(proposal)
    for (sequence, sheet), waiting in left.items():
        first = waiting[0].members
        told = enumeration([quoted(cut(member.text)) for member in first[:3]])
        inside = first[0].row, first[0].column if _has_columns(places, sequence, sheet) else ""
        if len(waiting) == 1:
            yield Finding(path(places.sheet(sequence, sheet), *inside), f"{told} se ressemblent ; {HOW}")
        else:
            count = plural(len(waiting), "famille")
            yield Finding(
                places.sheet(sequence, sheet), f"{count} d’idées proches à décider, d’abord {told} ({path(*inside)}) ; {HOW}"
            )


def _has_columns(places: Places, sequence: str, sheet: str) -> bool:
    known = places.sheets.get((sequence, sheet))
    return known is not None and len(known.columns) > 1


def forks(places: Places) -> Iterator[Finding]:
    """Yield the ideas that two people worded otherwise, each on their own computer, and that nobody settled."""
    for each in places.room.forks():
        answer = places.room.answer(each.answer)
        if answer is not None:
            wordings = [quoted(cut(str(wording))) for wording in each.wordings]
            yield Finding(
                places.answer(answer.address),
                f"récrite par deux personnes, {enumeration(wordings)} ; corrigez l’idée dans la console pour choisir ses mots",
            )


def ungrouped(places: Places) -> Iterator[Finding]:
    """Yield one finding for each sheet of ideas of which nobody knows what group said some; a day without groups has none."""
    counts: dict[tuple[str, str], list[int]] = {}
    for answer in ideas(places.day, places.room) if places.day.groups else ():
        sheet = places.sheets.get((answer.address.sequence, answer.address.sheet))
        if sheet is not None and sheet.cell is Cell.IDEAS and not _is_of_the_whole_room(places, sheet, answer.address.sequence):
            counts.setdefault((answer.address.sequence, answer.address.sheet), []).append(not answer.address.group)
    for (sequence, key), unknown in counts.items():
        if any(unknown):
            count = plural(sum(unknown), "idée")
            yield Finding(
                places.sheet(sequence, key),
                f"{count} sans groupe, l’annexe ne peut pas dire qui a parlé ; dites-le dans vos paragraphes si c’est voulu",
            )


def _is_of_the_whole_room(places: Places, sheet: Sheet, sequence: str) -> bool:
    """Return whether nobody asks for a group there: arguments and questions come from the room as it stands."""
    exercise = places.day.sequence(sequence).exercise
    return sheet.free_rows or (exercise is not None and any(other.debated for other in exercise.sheets))
