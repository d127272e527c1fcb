"""A sequence under way: what F5 and F4 do, what the timer says, what comes next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.console.pace import Pace
from facilitation.console.running import Running, lasting_words
from facilitation.progress import Place
from facilitation.typography import NBSP
from facilitation.workshop import acts
from tests.console.core import Played


def running(played: Played, key: str) -> Running:
    """Return a sequence that has just begun."""
    play = Running(played.session, key)
    play.begin()
    played.settle()
    return play


def forward(played: Played, play: Running) -> bool:
    """Press F5."""
    went = play.forward()
    played.settle()
    return went


def back(played: Played, play: Running) -> bool:
    """Press F4."""
    went = play.back()
    played.settle()
    return went


def here(play: Running) -> tuple[str, str, int]:
    """Return the step, the statement and the lap."""
    return play.stop.step.title, play.stop.place.row, play.stop.place.lap


def suite(play: Running) -> str:
    return play.next_words().replace(NBSP, " ")


# --- Beginning and ending ----------------------------------------------------------------------------------------------------


def test_a_sequence_begins_at_its_first_step(played: Played) -> None:
    play = Running(played.session, "silhouettes")
    before = play.is_on
    play.begin()
    played.settle()
    assert (before, play.is_on) == (False, True)
    assert here(play) == ("Consigne", "", 1)


def test_beginning_twice_changes_nothing(played: Played) -> None:
    play = running(played, "silhouettes")
    played.clock.advance(60)
    play.begin()
    played.settle()
    timer = play.timer()
    assert timer is not None
    assert timer.left == 240


def test_a_sequence_taken_up_again_is_where_it_was(played: Played) -> None:
    play = running(played, "silhouettes")
    forward(played, play)
    running(played, "debat")
    assert not play.is_on
    play.begin()
    played.settle()
    assert here(play)[0] == "Chaque sous-groupe remplit sa silhouette"


def test_the_end_of_a_sequence_is_said_by_f5_and_closes_it(played: Played) -> None:
    play = running(played, "silhouettes")
    assert [forward(played, play) for _ in range(3)] == [True, True, False]
    assert not play.is_on
    assert played.workshop.room.progress("silhouettes").ended is not None


def test_a_moment_without_an_exercise_has_one_step(played: Played) -> None:
    play = running(played, "pause-matin")
    assert here(play) == ("Pause", "", 1)
    assert suite(play) == "terminer, puis « La Silhouette »"
    assert [(line.title, line.minutes, line.state) for line in play.steps()] == [("Pause", "20 min", "en cours")]
    assert not forward(played, play)


def test_the_last_sequence_ends_the_day(played: Played) -> None:
    assert suite(running(played, "cloture")) == "terminer la journée"


# --- A whole silhouette ------------------------------------------------------------------------------------------------------


def test_a_silhouette_is_played_step_by_step_and_back(played: Played) -> None:
    play = running(played, "silhouettes")
    assert suite(play) == "Chaque sous-groupe remplit sa silhouette (25 min)"
    forward(played, play)
    assert played.last == "▶ Étape 2/3, 25 minutes. F4 pour revenir à l’étape d’avant."
    forward(played, play)
    assert suite(play) == "terminer, puis « Déjeuner »"
    assert [line.state for line in play.steps()] == ["faite", "faite", "en cours"]
    back(played, play)
    assert played.last == "← Revenu à l’étape 2/3. Rien n’est perdu, le temps passé est compté."
    back(played, play)
    assert not back(played, play)
    assert played.last == "← C’est la première étape."


def test_going_forward_then_back_leaves_the_answers_as_they_were(played: Played) -> None:
    play = running(played, "silhouettes")
    before = played.workshop.room.answers()
    forward(played, play)
    back(played, play)
    assert here(play) == ("Consigne", "", 1)
    assert played.workshop.room.answers() == before
    assert played.workshop.room.history("silhouettes", played.workshop.host).done == []


def test_pressing_f5_twice_before_the_disk_answers_goes_one_step(played: Played) -> None:
    play = running(played, "silhouettes")
    play.forward()
    play.forward()
    played.settle()
    assert here(play)[0] == "Chaque sous-groupe remplit sa silhouette"


def test_what_the_animator_says_is_the_steps(played: Played) -> None:
    assert running(played, "silhouettes").say().startswith("Réunissez-vous par démarche et dessinez une silhouette")


# --- A whole debate ----------------------------------------------------------------------------------------------------------

PHASES = ["Affirmation", "Avant", "Arguments", "Après", "Verdict", "Éclairage"]
STATEMENTS = ["professionnels", "logement", "meme-message", "avec-habitants"]


def test_a_debate_is_played_phase_by_phase_statement_by_statement(played: Played) -> None:
    play = running(played, "debat")
    seen = [here(play)]
    while forward(played, play):
        seen.append(here(play))
    assert seen == [("Consigne", "", 1), *((phase, row, 1) for row in STATEMENTS for phase in PHASES)]


def test_a_debate_is_played_back_to_its_first_step(played: Played) -> None:
    play = running(played, "debat")
    going = [here(play)]
    for _ in range(9):
        forward(played, play)
        going.append(here(play))
    coming = [here(play)]
    while back(played, play):
        coming.append(here(play))
    assert coming == going[::-1]


def test_f5_names_the_next_phase_then_the_next_statement(played: Played) -> None:
    play = running(played, "debat")
    told = []
    for _ in range(8):
        told.append(suite(play))
        forward(played, play)
    assert told == [
        "Affirmation (2 min)",
        "Avant (1 min)",
        "Arguments (5 min)",
        "Après (1 min)",
        "Verdict",
        "Éclairage (1 min)",
        "affirmation 2/4",
        "Avant (1 min)",
    ]


def test_the_steps_shown_are_those_of_the_current_statement(played: Played) -> None:
    play = running(played, "debat")
    assert [line.title for line in play.steps()] == ["Consigne", *PHASES]
    for _ in range(8):
        forward(played, play)
    assert [(line.title, line.state) for line in play.steps()] == [
        ("Consigne", "faite"),
        ("Affirmation", "faite"),
        ("Avant", "en cours"),
        ("Arguments", "à venir"),
        ("Après", "à venir"),
        ("Verdict", "à venir"),
        ("Éclairage", "à venir"),
    ]


def test_what_comes_next_in_a_debate_are_the_other_statements(played: Played) -> None:
    play = running(played, "debat")
    forward(played, play)
    assert play.coming() == [
        ("2/4", "Sans logement stable, aucun suivi de santé ne tient"),
        ("3/4", "Un même message de prévention convient à tous les publics"),
        ("4/4", "Nos projets de santé sont écrits avec les habitants"),
    ]
    play.go(Place(1, "avec-habitants"))
    played.settle()
    assert play.coming()[0][1] == "Pause, 20 min"


def test_a_step_without_a_length_has_no_timer(played: Played) -> None:
    play = running(played, "debat")
    play.go(Place(5, "logement"))
    played.settle()
    assert here(play)[0] == "Verdict"
    assert play.timer() is None
    play.add_time()
    assert played.last == "◐ Aucun minuteur ne tourne."


# --- A whole speed-dating ----------------------------------------------------------------------------------------------------


def test_a_speed_dating_is_played_lap_by_lap(played: Played) -> None:
    play = running(played, "dating")
    seen = [here(play)]
    while forward(played, play):
        seen.append(here(play))
    meetings = "Rencontres, quatre tours de six minutes"
    assert seen == [("Consigne", "", 1), *((meetings, "", lap) for lap in (1, 2, 3, 4)), ("Ce qu’on garde", "", 1)]


def test_each_lap_says_to_change_tables_and_starts_its_own_timer(played: Played) -> None:
    play = running(played, "dating")
    forward(played, play)
    played.clock.advance(200)
    assert suite(play) == "tour 2/4, changez de table"
    forward(played, play)
    assert played.last == "◆ Tour 2/4, changez de table."
    timer = play.timer()
    assert timer is not None
    assert (timer.left, timer.seconds) == (360, 360)
    assert [(line.title, line.state) for line in play.steps()][1] == ("Rencontres, quatre tours de six minutes", "en cours")


def test_going_back_a_lap_counts_the_time_it_took(played: Played) -> None:
    play = running(played, "dating")
    forward(played, play)
    played.clock.advance(200)
    forward(played, play)
    back(played, play)
    timer = play.timer()
    assert timer is not None
    assert timer.left == 160


def test_the_laps_to_come_have_their_hours(played: Played) -> None:
    play = running(played, "dating")
    forward(played, play)
    assert [(hour, title.replace(NBSP, " ")) for hour, title in play.coming(4)] == [
        ("10:36", "Tour 2, changer de table"),
        ("10:42", "Tour 3, changer de table"),
        ("10:48", "Tour 4, changer de table"),
        ("10:54", "Ce qu’on garde, 3 min"),
    ]


# --- The timer ---------------------------------------------------------------------------------------------------------------


def test_a_timer_that_has_not_begun_shows_the_whole_step(played: Played) -> None:
    timer = Running(played.session, "silhouettes").timer()
    assert timer is not None
    assert (timer.left, timer.seconds, timer.pace) == (300, 300, Pace.STILL)


@pytest.mark.parametrize(
    ("spent", "left", "pace"),
    [
        (0, 300, Pace.FINE),
        (239, 61, Pace.FINE),
        (240, 60, Pace.SOON),
        (284, 16, Pace.SOON),
        (285, 15, Pace.LAST),
        (300, 0, Pace.LAST),
        (301, -1, Pace.OVER),
        (900, -600, Pace.OVER),
    ],
)
def test_the_timer_turns_in_its_last_fifth_then_in_its_last_twentieth_then_counts_up(
    played: Played, spent: int, left: int, pace: Pace
) -> None:
    play = running(played, "silhouettes")
    played.clock.advance(spent)
    timer = play.timer()
    assert timer is not None
    assert (timer.left, timer.pace) == (left, pace)


def test_the_timer_says_at_what_hour_the_step_ends(played: Played) -> None:
    play = running(played, "silhouettes")
    timer = play.timer()
    assert timer is not None
    assert timer.until == "10:35"
    played.clock.advance(360)
    timer = play.timer()
    assert timer is not None
    assert timer.until == "10:36"


def test_five_minutes_more_are_told_with_the_ends_they_put_off(played: Played) -> None:
    play = running(played, "silhouettes")
    played.clock.advance(240)
    play.add_time()
    played.settle()
    timer = play.timer()
    assert timer is not None
    assert (timer.left, timer.seconds, timer.until) == (360, 600, "10:40")
    assert played.last == "+ 5 minutes de plus : étape jusqu’à 10:40, journée jusqu’à 15:00."


def test_added_minutes_are_undone(played: Played) -> None:
    play = running(played, "silhouettes")
    play.add_time()
    played.settle()
    played.session.undo("silhouettes", lambda _address: None)
    played.settle()
    timer = play.timer()
    assert timer is not None
    assert timer.left == 300
    assert played.last == "↶ Annulé (Ctrl+Y rétablit) : minutes ajoutées"


def test_a_pause_stops_the_timer_and_says_how_it_goes_on(played: Played) -> None:
    play = running(played, "silhouettes")
    played.clock.advance(60)
    play.toggle_pause()
    played.settle()
    assert played.last == "‖ Minuteur en pause. F8 le fait repartir."
    played.clock.advance(600)
    timer = play.timer()
    assert timer is not None
    assert (timer.left, timer.pace) == (240, Pace.PAUSED)
    play.toggle_pause()
    played.settle()
    assert played.last == "▶ Le minuteur repart."
    timer = play.timer()
    assert timer is not None
    assert (timer.left, timer.pace) == (240, Pace.FINE)


def test_no_timer_is_paused_nor_lengthened_before_the_sequence_begins(played: Played) -> None:
    play = Running(played.session, "silhouettes")
    play.toggle_pause()
    assert played.last == "◐ Aucun minuteur ne tourne."
    play.add_time()
    assert played.last == "◐ Aucun minuteur ne tourne."
    assert played.session.keeper.is_idle


def test_what_comes_next_has_its_hour_from_what_is_left_of_the_step(played: Played) -> None:
    play = running(played, "silhouettes")
    played.clock.advance(120)
    assert [(hour, title.replace(NBSP, " ")) for hour, title in play.coming(2)] == [
        ("10:35", "Chaque sous-groupe remplit sa silhouette, 25 min"),
        ("11:00", "Présentation des silhouettes en grand groupe, 30 min"),
    ]


def test_the_last_moments_of_the_day_say_nothing_of_a_length_they_do_not_have(played: Played) -> None:
    sequences = played.workshop.day.sequences
    last = replace(sequences[-1], seconds=0)
    played.workshop.day = replace(played.workshop.day, sequences=(*sequences[:-1], last))
    play = running(played, "questions")
    assert play.coming(9)[-1][1] == "Bilan et clôture"


@pytest.mark.parametrize(
    ("seconds", "short", "long"),
    [
        (0, "", ""),
        (30, "30 s", "30 secondes"),
        (60, "1 min", "1 minute"),
        (1500, "25 min", "25 minutes"),
        (4500, "75 min", "75 minutes"),
    ],
)
def test_lengths_are_told_short_or_long(seconds: int, short: str, long: str) -> None:
    assert lasting_words(seconds).replace(NBSP, " ") == short
    assert lasting_words(seconds, long=True).replace(NBSP, " ") == long


def test_looking_on_begins_nothing(played: Played) -> None:
    played.workshop.let_go()
    play = Running(played.session, "silhouettes")
    play.begin()
    assert played.session.keeper.is_idle
    assert acts.undo(played.workshop.room, "silhouettes", played.workshop.host) is None
