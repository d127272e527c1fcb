"""What the screen of near ideas shows of them, in words: cards, the list of families, why, who said what."""

from __future__ import annotations

from facilitation.console.likes import Card
from facilitation.console.paint.families import FamilyLine, IdeaCard
from facilitation.console.sifting import EVERYWHERE, SAME, Sifting
from facilitation.sheet import Address
from facilitation.synthesis import UNKNOWN_GROUP
from facilitation.typography import NBSP
from facilitation.workshop.harmonising import NO, YES, Member

APART = "à part"
BY_SOMEBODY = "réunies par une personne"
IN_CELLS = "même idée dans plusieurs cases"
UNASKED = "même idée, écrite autrement. Regroupées d’office, sauf N"


def lines(sifting: Sifting) -> list[FamilyLine]:
    """Return the list of families, the wordings to choose from among them."""
    return [FamilyLine(title(card), sifting.size(card), sifting.decision(card)) for card in sifting.cards]


def title(card: Card) -> str:
    """Return what a card is called in the list."""
    return card.proposal.wording if card.proposal else card.wordings[0]


def kind(card: Card) -> str:
    """Return how sure a family is."""
    return card.proposal.kind if card.proposal else "deux formulations"


def question(sifting: Sifting, card: Card) -> str:
    """Return what is asked of a card, or what was decided."""
    if card.proposal is None:
        return f"Deux formulations{NBSP}: laquelle garder{NBSP}?"
    decided = sifting.decision(card)
    if decided == YES:
        return "Ces idées n’en font qu’une."
    return "Ces idées restent séparées." if decided == NO else f"Ces idées disent-elles la même chose{NBSP}?"


def reason(sifting: Sifting, card: Card, width: int) -> str:
    """Return where a family was said, and why its ideas are together; the sequence is left out where there is no room."""
    told = _reason(sifting, card, whole=sifting.scope == EVERYWHERE)
    return told if len(told) <= width else _reason(sifting, card, whole=False)


def _reason(sifting: Sifting, card: Card, *, whole: bool) -> str:
    proposal = card.proposal
    where = _column(sifting, card.address, whole=whole)
    if proposal is None:
        return f"{place(sifting, card.address)} · {where} · écrite autrement par deux personnes"
    merged = any(sifting.session.workshop.room.families.family(key) for key in card.answers)
    if proposal.kind == SAME and proposal.decision == YES and not merged:
        one_cell = len({(member.row, member.column) for member in proposal.members}) == 1
        return f"{where} · {UNASKED if one_cell else IN_CELLS}"
    if not proposal.reason or proposal.reason == BY_SOMEBODY:
        return f"{where} · {BY_SOMEBODY}" if merged else where
    return f"{where} · rapprochées parce que{NBSP}: {proposal.reason}"


def cards(sifting: Sifting, card: Card) -> list[IdeaCard]:
    """Return the ideas of a card side by side, or the wordings to choose from."""
    if card.proposal is None:
        where = place(sifting, card.address)
        return [IdeaCard(text, where, is_chosen=rank == sifting.member) for rank, text in enumerate(card.wordings)]
    members = sifting.members(card)
    differ = any(member.differing for member, _apart in members)
    return [
        IdeaCard(
            member.text,
            said_at(sifting, member),
            member.differing if differ else None,
            APART if apart else "",
            is_chosen=rank == sifting.member,
        )
        for rank, (member, apart) in enumerate(members)
    ]


def said_by(sifting: Sifting, card: Card) -> str:
    """Return who said the ideas of a family: the organisation when it is known, else the group; the actor where several did."""
    members = card.proposal.members if card.proposal else ()
    alone = len({member.row for member in members}) == 1 and all(member.group != UNKNOWN_GROUP for member in members)
    names = [member.author or (member.group if alone else said_at(sifting, member)) for member in members]
    distinct = list(dict.fromkeys(names))
    told = ", ".join(distinct)
    return f"dit par {len(names)}{NBSP}: {told}" if len(distinct) == len(names) else f"dit {len(names)} fois{NBSP}: {told}"


def said_at(sifting: Sifting, member: Member) -> str:
    """Return the actor, the group and the round of an idea, as short as they go."""
    answer = sifting.session.workshop.room.answer(member.answer)
    return place(sifting, answer.address) if answer else member.row


def place(sifting: Sifting, address: Address) -> str:
    """Return the actor, the group and the round of a cell."""
    workshop = sifting.session.workshop
    sheet = workshop.sheet(address.sequence, address.sheet)
    row = sheet.row(address.row)
    group = next((group.name for group in workshop.day.groups if group.key == address.group), "")
    parts = (row.short or row.title if row else "", group, sheet.round_title(address.round))
    return " · ".join(part for part in parts if part) or UNKNOWN_GROUP


def _column(sifting: Sifting, address: Address, *, whole: bool) -> str:
    workshop = sifting.session.workshop
    column = workshop.sheet(address.sequence, address.sheet).column(address.column)
    named = (column.short or column.title) if column else ""
    return f"{workshop.sequence(address.sequence).title}, {named}" if whole else named


def scope(sifting: Sifting) -> str:
    """Return where one looks."""
    sequence, sheet = sifting.scope
    if sifting.scope == EVERYWHERE:
        return "toute la journée"
    workshop = sifting.session.workshop
    whole = workshop.sequence(sequence).title
    several = sum(other == sequence for other, _sheet in sifting.scopes) > 1
    return f"{whole}, {workshop.sheet(sequence, sheet).title}" if several else whole
