"""What is proposed to be one idea, and what stays of what a person decided."""

from dataclasses import replace

import pytest

from facilitation.errors import InvalidAnswerError
from facilitation.events import AnswerGiven, AnswerWithdrawn
from facilitation.room import Room
from facilitation.sheet import Address
from facilitation.workshop import harmonising
from facilitation.workshop.harmonising import NO, UNDECIDED, YES, Proposal, proposals
from tests.rooms import Scribe
from tests.workshop.days import example, example_room

DAY = example("exemple-fictif")
HEAD = Address("silhouettes", "portraits", 1, "haut-pays", "asv", "tete")


def said(scribe: Scribe, *words: str, at: Address = HEAD) -> list[str]:
    return [event.key for event in scribe.did(*(AnswerGiven(at, word) for word in words))]


def found(room: Room) -> list[Proposal]:
    return list(proposals(DAY, room))


def test_the_same_idea_of_two_groups_is_together_without_asking() -> None:
    scribe = Scribe()
    said(scribe, "Connaissance du territoire")
    said(scribe, "la connaissance du Territoire", at=HEAD._replace(group="littoral"))
    (family,) = found(scribe.room())
    assert (family.kind, family.decision) == ("identiques", YES)
    assert [member.group for member in family.members] == ["Haut-Pays", "Littoral"]
    assert family.members[0].row == "ASV/CLSM/CLS"


def test_near_ideas_wait_for_somebody() -> None:
    scribe = Scribe()
    said(scribe, "Animation de réseau", "Animation de réseaux d’acteurs")
    (family,) = found(scribe.room())
    assert family.decision == UNDECIDED
    assert family.reason
    assert len(family.members) == 2


def test_a_refusal_stays_when_the_page_is_read_again() -> None:
    scribe = Scribe()
    keys = said(scribe, "Animation de réseau", "Animation de réseaux d’acteurs")
    scribe.did(*harmonising.keep_apart(keys, keys))
    (family,) = found(scribe.room())
    assert family.decision == NO


def test_a_merge_stays_when_new_answers_arrive_and_only_the_new_one_is_asked() -> None:
    scribe = Scribe()
    keys = said(scribe, "Animation de réseau", "Animation de réseaux d’acteurs")
    scribe.did(*harmonising.merge(scribe.room(), keys, "Animer le réseau"))
    (family,) = found(scribe.room())
    assert (family.decision, family.wording) == (YES, "Animer le réseau")
    said(scribe, "Animation du réseau d’acteurs")  # as one of the two was said: it joins without asking
    assert {family.decision for family in found(scribe.room())} == {YES}
    said(scribe, "Animer des réseaux d’acteurs")
    wider = max(found(scribe.room()), key=lambda family: len(family.members))
    assert (wider.decision, wider.wording) == (UNDECIDED, "Animer le réseau")


def test_ideas_merged_by_a_person_are_shown_even_when_nothing_makes_them_alike() -> None:
    scribe = Scribe()
    keys = said(scribe, "Écoute", "Visioconférence")
    scribe.did(*harmonising.merge(scribe.room(), keys, "Se parler"))
    (family,) = found(scribe.room())
    assert (family.decision, family.reason) == (YES, "réunies par une personne")


def test_an_idea_set_aside_is_no_longer_proposed() -> None:
    scribe = Scribe()
    keys = said(scribe, "Animation de réseau", "Animation de réseaux d’acteurs")
    scribe.did(*harmonising.set_aside(scribe.room(), keys[0], "doublon"))
    assert found(scribe.room()) == []


def test_acronyms_of_the_day_make_one_idea_of_two() -> None:
    scribe = Scribe()
    said(scribe, "Le CLS", "Contrat local de santé")
    day = replace(DAY, acronyms={"CLS": "contrat local de santé"})
    (family,) = proposals(day, scribe.room())
    assert family.kind == "identiques"


def test_ideas_of_different_cells_meet_only_when_asked_across() -> None:
    scribe = Scribe()
    said(scribe, "Partage")
    said(scribe, "Partage", at=HEAD._replace(row="cpts"))
    assert found(scribe.room()) == []
    (family,) = proposals(DAY, scribe.room(), across=True)
    assert [member.row for member in family.members] == ["ASV/CLSM/CLS", "CPTS et MSP"]


def test_proposals_come_in_the_order_of_the_document_and_one_sequence_at_a_time() -> None:
    room = example_room("exemple-fictif")
    every = proposals(DAY, room)
    order = [sequence.key for sequence in DAY.sequences]
    ranks = [order.index(family.sequence) for family in every]
    assert ranks == sorted(ranks)
    assert {family.sequence for family in proposals(DAY, room, sequence="silhouettes")} == {"silhouettes"}


def test_one_idea_alone_is_no_family() -> None:
    scribe = Scribe()
    (key,) = said(scribe, "Écoute")
    with pytest.raises(InvalidAnswerError, match="au moins deux idées"):
        harmonising.merge(scribe.room(), [key, key], "Écoute")


def test_a_withdrawn_idea_leaves_its_family() -> None:
    scribe = Scribe()
    keys = said(scribe, "Écoute", "Visioconférence")
    scribe.did(*harmonising.merge(scribe.room(), keys, "Se parler"))
    scribe.did(AnswerWithdrawn(keys[0]))
    assert found(scribe.room()) == []
