"""An answer that two people worded otherwise, each without knowing of the other."""

from facilitation.events import ActUndone, AnswerCorrected, AnswerGiven, AnswerWithdrawn, Event
from facilitation.room import Room
from facilitation.sheet import Address
from tests.rooms import Scribe

HEAD = Address("silhouettes", "portraits", 1, "g13", "cpts", "tete")


def joined(*scribes: Scribe) -> Room:
    events = [event for scribe in scribes for event in scribe.events]
    return Room(sorted(events, key=lambda event: event.order))


def said() -> tuple[Scribe, Scribe, Event]:
    """Return two computers that start from the same folder, where one idea was said."""
    one = Scribe("a", "poste-1")
    (idea,) = one.did(AnswerGiven(HEAD, "Réseau"))
    return one, Scribe("b", "poste-2", start=5_000), idea


def test_two_wordings_of_one_idea_are_both_shown() -> None:
    one, other, idea = said()
    one.did(AnswerCorrected(idea.key, "Le réseau local", after=idea.key))
    other.did(AnswerCorrected(idea.key, "Réseau d’acteurs", after=idea.key))
    (fork,) = joined(one, other).forks()
    assert fork.answer == idea.key
    assert fork.wordings == ("Le réseau local", "Réseau d’acteurs")


def test_corrections_made_one_after_the_other_are_no_fork_even_back_to_the_first_words() -> None:
    one, _other, idea = said()
    (first,) = one.did(AnswerCorrected(idea.key, "Réseaux", after=idea.key))
    (back,) = one.did(AnswerCorrected(idea.key, "Réseau", after=first.key))
    one.did(AnswerCorrected(idea.key, "Réseau local", after=back.key))
    assert joined(one).forks() == []


def test_both_people_finding_the_same_words_is_no_fork() -> None:
    one, other, idea = said()
    one.did(AnswerCorrected(idea.key, "Réseau local", after=idea.key))
    other.did(AnswerCorrected(idea.key, "Réseau local", after=idea.key))
    assert joined(one, other).forks() == []


def test_each_line_of_corrections_is_told_by_its_end() -> None:
    one, other, idea = said()
    (first,) = one.did(AnswerCorrected(idea.key, "Réseaux", after=idea.key))
    one.did(AnswerCorrected(idea.key, "Réseaux locaux", after=first.key))
    other.did(AnswerCorrected(idea.key, "Réseau d’élus", after=idea.key))
    assert joined(one, other).forks()[0].wordings == ("Réseaux locaux", "Réseau d’élus")


def test_a_choice_settles_the_fork_and_undoing_it_opens_it_again() -> None:
    one, other, idea = said()
    (first,) = one.did(AnswerCorrected(idea.key, "Le réseau local", after=idea.key))
    other.did(AnswerCorrected(idea.key, "Réseau d’acteurs", after=idea.key))
    chooser = Scribe("c", "poste-1", start=9_000)
    (chosen,) = chooser.did(AnswerCorrected(idea.key, "Le réseau local", after=first.key, settles=True))
    room = joined(one, other, chooser)
    assert room.forks() == []
    assert room.cell(HEAD)[0].value == "Le réseau local"
    chooser.did(ActUndone(chosen.act))
    assert len(joined(one, other, chooser).forks()) == 1


def test_a_withdrawn_idea_asks_nobody_to_choose() -> None:
    one, other, idea = said()
    one.did(AnswerCorrected(idea.key, "Le réseau local", after=idea.key))
    other.did(AnswerCorrected(idea.key, "Réseau d’acteurs", after=idea.key), AnswerWithdrawn(idea.key))
    assert joined(one, other).forks() == []
