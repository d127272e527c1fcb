"""Families of ideas decided in a spreadsheet: the table that proposes them, and what a filled one changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from facilitation.day import Day
from facilitation.errors import FacilitationError
from facilitation.events import Body
from facilitation.library.decisions import Decision
from facilitation.merging import Kind
from facilitation.room import Room
from facilitation.typography import NBSP, folded, quoted
from facilitation.workshop import harmonising
from facilitation.workshop.harmonising import NO, UNDECIDED, YES, Proposal, proposals

APART, ASIDE = "à part", "de côté"
_WORDS = {folded(word): word for word in (YES, NO, APART, ASIDE)}


def table(day: Day, room: Room, *, across: bool = False) -> list[Decision]:
    """Return a line for each idea of each family, in the order of the document, with what is decided already."""
    found = proposals(day, room, across=across)
    return [line for number, made in enumerate(found, 1) for line in _lines(day, number, made)]


def _lines(day: Day, number: int, made: Proposal) -> list[Decision]:
    title = day.sequence(made.sequence).title
    return [
        Decision(
            famille=str(number),
            genre=made.kind,
            pourquoi=made.reason,
            sequence=title,
            ligne=member.row,
            colonne=member.column,
            tour=member.round,
            groupe=member.group,
            idee=member.text,
            decision=made.decision,
            formulation=made.wording,
            raison="",
            reponse=member.answer,
        )
        for member in made.members
    ]


@dataclass(slots=True)
class Decided:
    """What a table changes: the events of its decisions, how many families it settles, the lines it cannot follow."""

    bodies: list[Body] = field(default_factory=list)
    merged: int = 0
    apart: int = 0
    aside: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


def decide(room: Room, lines: Sequence[tuple[int, Decision]]) -> Decided:
    """Return what the filled table changes; what it says already is left alone, so that a file taken twice changes nothing."""
    decided = Decided()
    for _family, several in groupby(lines, key=lambda numbered: numbered[1].famille):
        _decide_family(room, list(several), decided)
    return decided


def _decide_family(room: Room, lines: Sequence[tuple[int, Decision]], decided: Decided) -> None:
    by_word: dict[str, list[Decision]] = {}
    for number, line in lines:
        word = _WORDS.get(folded(line.decision), None if line.decision.strip() else UNDECIDED)
        if word is None:
            known = ", ".join(_WORDS.values())
            decided.refused.append(
                (number, f"décision inconnue {quoted(line.decision)}{NBSP}; connues{NBSP}: {known}, ou rien")
            )
        elif room.answer(line.reponse) is None:
            decided.refused.append((number, f"l’idée {quoted(line.idee)} n’est plus dans la journée"))
        elif word == ASIDE and not line.raison.strip():
            decided.refused.append((number, f"la colonne raison est vide{NBSP}: pourquoi mettre {quoted(line.idee)} de côté ?"))
        else:
            by_word.setdefault(word, []).append(line)
    _keep_apart(room, by_word, decided)
    _merge(room, by_word.get(YES, []), decided)
    for line in by_word.get(ASIDE, []):
        bodies = harmonising.set_aside(room, line.reponse, line.raison)
        decided.bodies += bodies
        decided.aside += bool(bodies)


def _merge(room: Room, lines: Sequence[Decision], decided: Decided) -> None:
    keys = [line.reponse for line in lines]
    if len(keys) < 2:
        return
    wording = next((line.formulation for line in lines if line.formulation.strip()), lines[0].idee)
    families = {room.families.family(key) for key in keys}
    standing = next(iter(families)) if len(families) == 1 else None
    alike = lines[0].genre == Kind.SAME.value and wording in {line.idee for line in lines}  # together without asking
    if (standing is None and alike) or (standing is not None and standing.wording == wording.strip()):
        return
    try:
        decided.bodies += harmonising.merge(room, keys, wording)
        decided.merged += 1
    except FacilitationError as error:
        decided.refused.append((0, f"{quoted(wording)}{NBSP}: {error}"))


def _keep_apart(room: Room, by_word: dict[str, list[Decision]], decided: Decided) -> None:
    """Keep apart the ideas said « à part » from all the others, and all those of a family refused from one another."""
    refused = [line.reponse for line in by_word.get(NO, [])]
    alone = [line.reponse for line in by_word.get(APART, [])]
    others = [line.reponse for word in (YES, NO, UNDECIDED) for line in by_word.get(word, [])]
    for keys, from_ in ((refused, refused), (alone, [*others, *alone])):
        if any(key != other and not room.families.apart(key, other) for key in keys for other in from_):
            decided.bodies += harmonising.keep_apart(keys, from_)
            decided.apart += 1
