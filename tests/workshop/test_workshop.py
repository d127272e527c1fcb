"""A day that is open on disk: its script, its people, its sessions."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitation.day import Sequence
from facilitation.errors import FileProblemsError, HeldElsewhereError
from facilitation.events import AnswerGiven, RoomCounted, StepStarted
from facilitation.exercise import Step
from facilitation.progress import Place
from facilitation.sheet import Address
from facilitation.workshop import acts
from facilitation.workshop.access import Write
from facilitation.workshop.script import index_of, stops
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock
from tests.workshop.days import BODIES, DEBATE, QUESTIONS, example_folder, small_day

HEAD = Address("silhouettes", "portraits", 1, "haut-pays", "asv", "tete")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that holds the fictional day, where nobody answered yet."""
    day = tmp_path / "jour"
    day.mkdir()
    (day / "journee.yaml").write_bytes((example_folder("exemple-fictif") / "journee.yaml").read_bytes())
    return day


@pytest.fixture
def workshop(folder: Path, clock: Clock) -> Iterator[Workshop]:
    opened = Workshop.open(folder, now=clock)
    yield opened
    opened.close()


# --- Opening and closing -----------------------------------------------------------------------------------------------------


def test_what_was_kept_is_there_when_the_day_opens_again(folder: Path, clock: Clock) -> None:
    first = Workshop.open(folder, now=clock)
    first.record(AnswerGiven(HEAD, "Réseau"))
    first.close()
    second = Workshop.open(folder, now=clock)
    assert [answer.value for answer in second.room.cell(HEAD)] == ["Réseau"]
    assert second.before is not None
    assert not second.crashed
    second.close()


def test_a_session_that_stopped_in_the_middle_is_noticed_by_the_next(folder: Path, clock: Clock) -> None:
    stopped = Workshop.open(folder, now=clock)
    stopped.record(AnswerGiven(HEAD, "Réseau"))
    stopped._journal.close()  # what a power cut leaves: no farewell
    second = Workshop.open(folder, now=clock)
    assert second.crashed
    second.close()
    third = Workshop.open(folder, now=clock)
    assert not third.crashed
    third.close()


def test_a_day_just_made_has_nothing_behind_it(workshop: Workshop) -> None:
    assert (workshop.before, workshop.crashed, workshop.room.answers()) == (None, False, 0)


def test_two_consoles_do_not_write_in_one_journal_but_one_may_look_on(folder: Path, workshop: Workshop, clock: Clock) -> None:
    with pytest.raises(HeldElsewhereError):
        Workshop.open(folder, now=clock)
    looking = Workshop.open(folder, write=Write.NOTHING, now=clock)
    assert looking.read_only
    workshop.record(AnswerGiven(HEAD, "Réseau"))
    assert looking.look_on()
    assert [answer.value for answer in looking.room.cell(HEAD)] == ["Réseau"]
    assert not looking.look_on()
    looking.close()


def test_a_second_console_may_write_in_a_journal_of_its_own_and_both_are_told_together(
    folder: Path, workshop: Workshop, clock: Clock
) -> None:
    beside = Workshop.open(folder, write=Write.OWN, now=clock)
    beside.record(AnswerGiven(HEAD, "Élus"))
    workshop.record(AnswerGiven(HEAD, "Réseau"))
    beside.close()
    looking = Workshop.open(folder, write=Write.NOTHING, now=clock)
    assert sorted(str(answer.value) for answer in looking.room.cell(HEAD)) == ["Réseau", "Élus"]
    looking.close()


def test_opening_to_read_leaves_no_trace(folder: Path, clock: Clock) -> None:
    Workshop.open(folder, write=Write.NOTHING, now=clock).close()
    assert [path.name for path in folder.iterdir()] == ["journee.yaml"]


def test_a_day_with_a_slip_opens_all_the_same_unless_it_must_be_right(folder: Path, clock: Clock) -> None:
    yaml = folder / "journee.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8") + "lieux: Montlune\n", encoding="utf-8")
    opened = Workshop.open(folder, now=clock)
    assert [problem.message.startswith("clé inconnue") for problem in opened.problems] == [True]
    opened.close()
    with pytest.raises(FileProblemsError):
        Workshop.open(folder, strict=True, now=clock)


def test_drafts_are_kept_for_the_next_session(folder: Path, clock: Clock) -> None:
    first = Workshop.open(folder, now=clock)
    first.keep_drafts({"ici": "une idée commen"})
    first.close()
    second = Workshop.open(folder, now=clock)
    assert dict(second.drafts()) == {"ici": "une idée commen"}
    second.close()


# --- People ------------------------------------------------------------------------------------------------------------------


def test_people_are_those_counted_here_else_those_counted_last_else_those_expected(workshop: Workshop) -> None:
    address = Address("debat", "positions", 1, "", "professionnels", "plutot")
    assert workshop.people(address) == 36
    workshop.record(RoomCounted("debat", 35, "professionnels", 1))
    assert workshop.people(address._replace(row="logement")) == 35
    workshop.record(RoomCounted("debat", 34, "logement", 1))
    assert workshop.people(address) == 35


def test_nobody_expected_is_unknown_and_not_zero() -> None:
    assert replace(small_day(), groups=(), people=None).expected is None


# --- The script --------------------------------------------------------------------------------------------------------------


def places(sequence: Sequence) -> list[tuple[str, str, int]]:
    return [(stop.step.title, stop.place.row, stop.place.lap) for stop in stops(sequence)]


def test_steps_repeated_by_statement_are_played_whole_for_each() -> None:
    debate = small_day().sequences[1]
    found = places(debate)
    assert found[:2] == [("Consigne", "", 1), ("Affirmation", "gratuite", 1)]
    assert [row for _, row, _ in found] == ["", *["gratuite"] * 6, *["logement"] * 6]


def test_a_step_in_laps_has_as_many_stops_that_share_its_time() -> None:
    turns = replace(BODIES, steps=(Step("Rencontres", 1500, laps=4),))
    found = stops(replace(small_day().sequences[2], exercise=turns))
    assert [(stop.place.lap, stop.seconds) for stop in found] == [(1, 375), (2, 375), (3, 375), (4, 375)]


def test_a_moment_without_an_exercise_has_one_stop_of_its_own_length() -> None:
    (stop,) = stops(small_day().sequences[0])
    assert (stop.step.title, stop.seconds, stop.row) == ("Accueil", 900, None)


def test_a_card_without_steps_has_one_stop() -> None:
    (stop,) = stops(replace(small_day().sequences[3], exercise=replace(QUESTIONS, steps=())))
    assert stop.step.title == "Questions"


def test_a_debate_whose_statements_are_still_to_be_written_has_a_stop_all_the_same() -> None:
    repeated = replace(DEBATE, steps=DEBATE.steps[1:])
    (stop,) = stops(replace(small_day().sequences[1], exercise=repeated))
    assert stop.step.title == "Débat mouvant"


def test_a_place_that_the_card_no_longer_has_is_its_first() -> None:
    assert index_of(stops(small_day().sequences[1]), Place(9, "autre")) == 0


def test_the_neighbours_of_a_stop_end_with_the_sequence(workshop: Workshop) -> None:
    assert workshop.neighbour("silhouettes", -1) is None
    following = workshop.neighbour("silhouettes", 1)
    assert following is not None
    assert following.place == Place(1)
    workshop.record(StepStarted("silhouettes", 2))
    assert workshop.neighbour("silhouettes", 1) is None
    assert workshop.stop("silhouettes").step.title == "Présentation des silhouettes en grand groupe"


def test_each_sequence_knows_the_next_and_the_last_knows_none(workshop: Workshop) -> None:
    following = workshop.following("debat")
    assert following is not None
    assert following.key == "pause-matin"
    assert workshop.following("cloture") is None


def test_starting_a_sequence_ends_the_one_that_runs(workshop: Workshop) -> None:
    workshop.record(*workshop.start("debat", Place(0)))
    assert workshop.start("debat", Place(0)) == []
    workshop.record(*workshop.start("silhouettes", Place(0)))
    assert not workshop.room.progress("debat").running
    assert workshop.room.current == "silhouettes"


def test_a_sequence_that_is_over_does_not_end_twice(workshop: Workshop, clock: Clock) -> None:
    workshop.record(*workshop.start("debat", Place(0)))
    workshop.record(*workshop.end("debat"))
    clock.advance(600)
    assert workshop.end("debat") == []


def test_the_timer_stops_then_goes_on(workshop: Workshop) -> None:
    workshop.record(*workshop.start("debat", Place(0)))
    workshop.record(*workshop.toggle_pause("debat"))
    assert workshop.room.progress("debat").paused is not None
    workshop.record(*workshop.toggle_pause("debat"))
    assert workshop.room.progress("debat").paused is None
    workshop.record(*workshop.add_time("debat", 300))
    assert list(workshop.room.progress("debat").added.values()) == [300_000]


def test_a_sheet_shows_the_questions_asked_live(workshop: Workshop) -> None:
    workshop.record(*acts.add_row(workshop.sheet("questions", "questions"), "questions", "Qui paie ?"))
    assert [row.title for row in workshop.sheet("questions", "questions").rows] == ["Qui paie ?"]
    with pytest.raises(KeyError):
        workshop.sheet("accueil", "questions")


def test_catching_up_changes_the_hours_that_are_to_come(folder: Path, clock: Clock) -> None:
    clock.advance(-2400)  # 9:50 in Paris
    workshop = Workshop.open(folder, now=clock)
    workshop.record(*workshop.start("debat", Place(0)))
    clock.advance(3600)  # 10:50: the debate should have ended ten minutes ago
    share = workshop.shares()[0]
    workshop.record(*workshop.adjust(share))
    assert dict(workshop.room.schedule) == dict(share.seconds)
    assert next(slot.drift for slot in workshop.slots() if slot.key == "dejeuner") == 0
    workshop.close()
