"""The animator's column: the timer, the steps, what to say, where the groups are, what comes next."""

from __future__ import annotations

import pytest

from facilitation.console.pace import Pace, StepLine, Timer
from facilitation.console.paint.row import row
from facilitation.console.widgets.conduct import WIDTH, Conduct, ConductView
from tests.console.paint.reading import page, said, widths

STEPS = (
    StepLine("Consigne", "5 min", "faite"),
    StepLine("Chaque sous-groupe remplit", "25 min", "en cours"),
    StepLine("Présentation en grand groupe", "30 min", "à venir"),
)
VIEW = ConductView(
    Timer(1122, 1500, "11:36", Pace.FINE),
    STEPS,
    "Chaque sous-groupe remplit sa silhouette. Une idée par ligne, avec vos mots.",
    (row("ASV/CLSM/CLS  11   7  24  10   8"),),
    coming=(("11:36", "Présentation, 30 min"), ("11:39", "Pause, 15 min")),
)


def drawn(view: ConductView, height: int) -> str:
    conduct = Conduct()
    conduct._view = view
    rows = conduct.rows(WIDTH, height)
    assert len(rows) == height
    assert max(widths(rows)) <= WIDTH
    return page(rows)


def test_the_column_tells_everything_in_order() -> None:
    told = drawn(VIEW, 37)
    titles = ("● dans les temps · fin 11:36", "Étapes", "Ce que je dis", "Où on en est", "Ensuite")
    places = [told.index(title) for title in titles]
    assert places == sorted(places)
    assert told.split("\n")[-1] == "  F7 +5 min  F8 pause  F9 en grand"


def test_each_step_has_its_sign_and_its_minutes() -> None:
    told = drawn(VIEW, 37).split("\n")
    steps = told[told.index("  Étapes") + 1 :][:4]
    assert steps == [
        "  ✓ Consigne                 5 min",
        "  ▶ Chaque sous-groupe      25 min",
        "    remplit",
        "  · Présentation en grand…  30 min",
    ]


def test_what_is_to_be_said_is_wrapped_whole() -> None:
    told = " ".join(drawn(VIEW, 37).split())
    assert VIEW.say in told


@pytest.mark.parametrize("height", range(12, 38))
def test_a_low_window_leaves_whole_parts_out_and_keeps_the_timer_and_its_keys(height: int) -> None:
    told = drawn(VIEW, height)
    assert "dans les temps" in told
    assert told.split("\n")[-1].startswith("  F7 +5 min")


def test_what_comes_next_goes_first_when_room_is_short() -> None:
    told = drawn(VIEW, 23)
    assert "Ensuite" not in told
    assert "Ce que je dis" in told


def test_a_step_without_a_length_has_no_timer_and_no_timer_keys() -> None:
    told = drawn(ConductView(steps=STEPS), 20)
    assert "F7" not in told
    assert told.strip().startswith("Étapes")


def test_empty_parts_leave_no_title() -> None:
    assert "Ce que je dis" not in drawn(ConductView(VIEW.timer, STEPS), 37)


def test_the_title_of_the_progress_may_change() -> None:
    conduct = Conduct()
    conduct._view = ConductView(VIEW.timer, progress=(row("✓ 1   A1–C1"),), progress_title="Tours, par table")
    assert "  Tours, par table" in [said(line) for line in conduct.rows(WIDTH, 30)]
