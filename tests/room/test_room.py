import random

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.events import (
    ActRedone,
    ActUndone,
    AnswerCorrected,
    AnswerGiven,
    AnswerMoved,
    AnswerWithdrawn,
    Event,
    RoomCounted,
    RowAdded,
    RowReworded,
    RowWithdrawn,
    ScheduleAdjusted,
    StepStarted,
    VerdictWorded,
)
from facilitation.room import Room
from facilitation.sheet import Address
from tests.rooms import Scribe

HEAD = Address("silhouettes", "portraits", 1, "g13", "cpts", "tete")
HEART = HEAD._replace(column="coeur")
SITTING = Address("debat", "positions", 1, "", "q1", "assis")


def wordings(room: Room, address: Address = HEAD) -> list[str | int]:
    return [answer.value for answer in room.cell(address)]


def test_ideas_stay_in_the_order_they_were_said() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(HEAD, "Veille"))
    scribe.did(AnswerGiven(HEAD, "Réseau"), AnswerGiven(HEAD, "Visio"))
    assert wordings(scribe.room()) == ["Veille", "Réseau", "Visio"]


def test_a_second_count_replaces_the_first() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(SITTING, 12))
    scribe.did(AnswerGiven(SITTING, 19))
    count = scribe.room().count(SITTING)
    assert count is not None
    assert count.value == 19


def test_a_cell_nobody_counted_has_no_count_rather_than_zero() -> None:
    assert Room().count(SITTING) is None


def test_undoing_the_second_count_shows_the_first_again() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(SITTING, 12))
    (second,) = scribe.did(AnswerGiven(SITTING, 19))
    scribe.did(ActUndone(second.act))
    count = scribe.room().count(SITTING)
    assert count is not None
    assert count.value == 12


def test_a_corrected_idea_keeps_its_place() -> None:
    scribe = Scribe()
    (first,) = scribe.did(AnswerGiven(HEAD, "Formations"))
    scribe.did(AnswerGiven(HEAD, "Visio"))
    scribe.did(AnswerCorrected(first.key, "Formation des équipes"))
    assert wordings(scribe.room()) == ["Formation des équipes", "Visio"]


def test_undoing_a_correction_gives_the_first_wording_back() -> None:
    scribe = Scribe()
    (first,) = scribe.did(AnswerGiven(HEAD, "Formations"))
    (correction,) = scribe.did(AnswerCorrected(first.key, "Formation"))
    scribe.did(ActUndone(correction.act))
    assert wordings(scribe.room()) == ["Formations"]


def test_a_moved_idea_leaves_one_cell_for_the_other_and_comes_back_when_undone() -> None:
    scribe = Scribe()
    (idea,) = scribe.did(AnswerGiven(HEAD, "Partage"))
    (moving,) = scribe.did(AnswerMoved(idea.key, HEART))
    assert (wordings(scribe.room()), wordings(scribe.room(), HEART)) == ([], ["Partage"])
    scribe.did(ActUndone(moving.act))
    assert (wordings(scribe.room()), wordings(scribe.room(), HEART)) == (["Partage"], [])


def test_a_withdrawn_idea_comes_back_where_it_was() -> None:
    scribe = Scribe()
    (idea,) = scribe.did(AnswerGiven(HEAD, "Veille"))
    scribe.did(AnswerGiven(HEAD, "Visio"))
    (gone,) = scribe.did(AnswerWithdrawn(idea.key))
    assert wordings(scribe.room()) == ["Visio"]
    scribe.did(ActUndone(gone.act))
    assert wordings(scribe.room()) == ["Veille", "Visio"]


def test_a_whole_paste_is_undone_and_redone_at_once() -> None:
    scribe = Scribe()
    pasted = scribe.did(*(AnswerGiven(HEAD, f"idée {number}") for number in range(4)))
    scribe.did(ActUndone(pasted[0].act))
    assert wordings(scribe.room()) == []
    scribe.did(ActRedone(pasted[0].act))
    assert wordings(scribe.room()) == [f"idée {number}" for number in range(4)]


def test_the_history_of_a_computer_offers_its_last_act_and_forgets_what_was_undone_once_it_acts_again() -> None:
    scribe = Scribe()
    (first,) = scribe.did(AnswerGiven(HEAD, "Veille"))
    (second,) = scribe.did(AnswerGiven(HEAD, "Visio"))
    scribe.did(ActUndone(second.act))
    history = scribe.room().history("silhouettes", "poste-1")
    assert (history.done, history.undone) == ([first.act], [second.act])
    (third,) = scribe.did(AnswerGiven(HEAD, "Réseau"))
    history = scribe.room().history("silhouettes", "poste-1")
    assert (history.done, history.undone) == ([first.act, third.act], [])


def test_a_computer_never_undoes_what_another_did() -> None:
    here, there = Scribe("a", "poste-1"), Scribe("b", "poste-2", start=5_000)
    here.did(AnswerGiven(HEAD, "Veille"))
    there.did(AnswerGiven(HEAD, "Visio"))
    room = Room([*here.events, *there.events])
    assert len(room.history("silhouettes", "poste-1").done) == 1
    assert len(room.history("silhouettes", "poste-2").done) == 1


def test_questions_are_added_reworded_and_withdrawn() -> None:
    scribe = Scribe()
    (question,) = scribe.did(RowAdded("questions", "questions", "Qui paie ?"))
    scribe.did(RowReworded(question.key, "Qui finance ?"))
    assert [row.title for row in scribe.room().rows("questions", "questions")] == ["Qui finance ?"]
    scribe.did(RowWithdrawn(question.key))
    assert scribe.room().rows("questions", "questions") == ()


def test_the_size_of_the_room_is_kept_for_each_statement_and_round() -> None:
    scribe = Scribe()
    scribe.did(RoomCounted("debat", 42, "q1", 1))
    scribe.did(RoomCounted("debat", 38, "q1", 2))
    room = scribe.room()
    assert (room.people("debat", "q1", 1), room.people("debat", "q1", 2), room.present) == (42, 38, 38)
    assert room.people("debat", "q2", 1) is None


def test_the_animators_verdict_stands_until_it_is_undone() -> None:
    scribe = Scribe()
    (wording,) = scribe.did(VerdictWorded("debat", "q1", "contrastée !"))
    assert scribe.room().verdict("debat", "q1") == "contrastée !"
    scribe.did(ActUndone(wording.act))
    assert scribe.room().verdict("debat", "q1") == ""


def test_catching_up_twice_keeps_both_durations_and_undoing_forgets_only_the_last() -> None:
    scribe = Scribe()
    scribe.did(ScheduleAdjusted({"pause": 600}))
    (second,) = scribe.did(ScheduleAdjusted({"silhouettes": 3_000}))
    assert scribe.room().schedule == {"pause": 600, "silhouettes": 3_000}
    scribe.did(ActUndone(second.act))
    assert scribe.room().schedule == {"pause": 600}


def test_the_sequence_under_way_is_the_one_started_last() -> None:
    scribe = Scribe()
    scribe.did(StepStarted("debat", 0, "q1"))
    scribe.did(StepStarted("silhouettes", 0))
    assert scribe.room().current == "silhouettes"


def _gestures(draw: st.DrawFn) -> list[Event]:
    scribe = Scribe()
    said: list[str] = []
    for choice, text in draw(st.lists(st.tuples(st.integers(0, 4), st.text("abc", min_size=1, max_size=3)), max_size=25)):
        target = said[len(text) % len(said)] if said else ""
        if choice in {0, 1} or not said:
            (event,) = scribe.did(AnswerGiven(HEAD, text))
            said.append(event.key)
        elif choice == 2:
            (event,) = scribe.did(AnswerCorrected(target, text))
        elif choice == 3:
            (event,) = scribe.did(AnswerWithdrawn(target))
        else:
            (event,) = scribe.did(AnswerMoved(target, HEART))
    return scribe.events


GESTURES = st.composite(_gestures)()


@given(GESTURES, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_undoing_any_acts_is_as_if_they_had_never_been_then_redoing_brings_them_back(
    events: list[Event], chance: random.Random
) -> None:
    acts = [event.act for event in events[1:]]
    undone = [act for act in acts if chance.random() < 0.4]
    last = events[-1].at
    undoing = [Event(f"u-{n}", last + 1 + n, 0, "a", f"u-{n}", ActUndone(act)) for n, act in enumerate(undone)]
    redoing = [Event(f"r-{n}", last + 100 + n, 0, "a", f"r-{n}", ActRedone(act)) for n, act in enumerate(undone)]
    without = [event for event in events if event.act not in undone]
    # an answer that was never given can be neither corrected nor moved: the fold ignores those
    assert _said(Room([*events, *undoing])) == _said(Room(without))
    assert _said(Room([*events, *undoing, *redoing])) == _said(Room(events))


def _said(room: Room) -> tuple[list[str | int], list[str | int]]:
    return wordings(room, HEAD), wordings(room, HEART)
