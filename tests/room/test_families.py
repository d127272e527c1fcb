"""What people decide of ideas after the day: one family, apart, set aside."""

from facilitation.events import (
    ActRedone,
    ActUndone,
    AnswerGiven,
    IdeaSetAside,
    IdeasKeptApart,
    IdeasMerged,
)
from facilitation.room import AFTERWARDS, Room
from facilitation.sheet import Address
from tests.rooms import Scribe

HEAD = Address("silhouettes", "portraits", 1, "g13", "cpts", "tete")


def said(scribe: Scribe, *words: str) -> tuple[str, ...]:
    return tuple(event.key for event in scribe.did(*(AnswerGiven(HEAD, word) for word in words)))


def wording(room: Room, answer: str) -> str:
    family = room.families.family(answer)
    return family.wording if family else ""


def test_merged_ideas_are_one_family_and_each_keeps_its_letters() -> None:
    scribe = Scribe()
    one, other, third = said(scribe, "Réseau", "Le réseau local", "Veille")
    scribe.did(IdeasMerged((one, other), "Le réseau"))
    room = scribe.room()
    assert room.families.family(one) == room.families.family(other)
    assert wording(room, one) == "Le réseau"
    assert room.families.family(third) is None
    assert [answer.value for answer in room.cell(HEAD)] == ["Réseau", "Le réseau local", "Veille"]


def test_a_later_merge_takes_an_idea_from_the_earlier_one() -> None:
    scribe = Scribe()
    one, other, third = said(scribe, "Réseau", "Le réseau", "Réseaux d’élus")
    scribe.did(IdeasMerged((one, other, third), "Réseau"))
    scribe.did(IdeasMerged((third,), "Réseaux d’élus"))
    room = scribe.room()
    assert [wording(room, key) for key in (one, other, third)] == ["Réseau", "Réseau", "Réseaux d’élus"]


def test_an_idea_said_to_be_apart_leaves_its_family_and_the_others_stay() -> None:
    scribe = Scribe()
    one, other, third = said(scribe, "Pas de temps", "Manque de temps", "Du temps")
    scribe.did(IdeasMerged((one, other, third), "Temps"))
    scribe.did(IdeasKeptApart((third,), (one, other)))
    room = scribe.room()
    assert [wording(room, key) for key in (one, other, third)] == ["Temps", "Temps", ""]
    assert room.families.apart(third, one)
    assert room.families.apart(one, third)
    assert not room.families.apart(one, other)


def test_merging_again_wins_over_an_earlier_refusal() -> None:
    scribe = Scribe()
    one, other = said(scribe, "Élus", "Les élus")
    scribe.did(IdeasKeptApart((one, other), (one, other)))
    scribe.did(IdeasMerged((one, other), "Les élus"))
    assert not scribe.room().families.apart(one, other)


def test_undoing_a_decision_gives_the_one_before_back_and_redoing_takes_it_again() -> None:
    scribe = Scribe()
    one, other = said(scribe, "Élus", "Les élus")
    scribe.did(IdeasMerged((one, other), "Élus"))
    (second,) = scribe.did(IdeasMerged((one, other), "Les élus"))
    scribe.did(ActUndone(second.act))
    assert wording(scribe.room(), one) == "Élus"
    scribe.did(ActRedone(second.act))
    assert wording(scribe.room(), one) == "Les élus"


def test_decisions_are_undone_apart_from_what_was_said() -> None:
    scribe = Scribe()
    one, other = said(scribe, "Élus", "Les élus")
    (merged,) = scribe.did(IdeasMerged((one, other), "Élus"))
    room = scribe.room()
    assert room.history(AFTERWARDS, "poste-1").done == [merged.act]
    assert merged.act not in room.history("silhouettes", "poste-1").done


def test_an_idea_is_set_aside_with_a_reason_and_taken_back() -> None:
    scribe = Scribe()
    (one,) = said(scribe, "Voir avec Mme X")
    scribe.did(IdeaSetAside(one, "nom d’une personne"))
    assert scribe.room().families.aside(one) == "nom d’une personne"
    scribe.did(IdeaSetAside(one, ""))
    assert scribe.room().families.aside(one) == ""


def test_a_decision_about_an_answer_that_never_arrived_harms_nothing() -> None:
    scribe = Scribe()
    scribe.did(IdeasMerged(("elsewhere-1", "elsewhere-2"), "Réseau"), IdeaSetAside("elsewhere-3", "doublon"))
    assert list(scribe.room().said()) == []
