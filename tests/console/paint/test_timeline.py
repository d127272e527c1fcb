"""The day as planned above the day as it goes."""

from __future__ import annotations

import pytest

from facilitation.console.paint.timeline import MARGIN, timeline
from facilitation.workshop.schedule import Slot
from tests.console.paint.reading import page, said, widths


def at(hour: str) -> int:
    hours, minutes = hour.split(":")
    return int(hours) * 3600 + int(minutes) * 60


def slot(planned: str, real: str, minutes: int, state: str, *, fixed: bool = False) -> Slot:
    start = at(real)
    return Slot(real, real, at(planned), minutes * 60, start, start + minutes * 60, state, fixed, state == "à venir")


DAY = (
    slot("09:00", "09:00", 30, "faite"),
    slot("09:30", "09:32", 30, "faite"),
    slot("10:00", "10:05", 25, "faite"),
    slot("10:25", "10:34", 65, "en cours"),
    slot("11:30", "11:39", 15, "à venir"),
    slot("11:45", "11:54", 40, "à venir"),
    slot("12:25", "12:34", 80, "à venir", fixed=True),
    slot("13:45", "13:54", 45, "à venir"),
)
NOW = at("11:07")


def test_the_day_is_drawn_under_its_hours() -> None:
    assert page(timeline(DAY, NOW, 84)) == (
        "          9 h          10 h         11 h         12 h         13 h         14 h\n"
        "  prévu   ▂▂▂▂▂ ▂▂▂▂▂▂ ▂▂▂▂ ▂▂▂▂▂▂▂▂▂▂▂▂▂ ▂▂▂ ▂▂▂▂▂▂▂ ████████████████ ▂▂▂▂▂▂▂▂▂▂\n"
        "  réel    ██████ ██████ █████ ███████░░░░░░ ░░ ░░░░░░░░ ████████████████ ░░░░░░░░░░\n"
        "                                     ▲ 11:07"
    )


@pytest.mark.parametrize("width", [60, 76, 80, 84, 120])
def test_the_timeline_keeps_to_its_width(width: int) -> None:
    rows = timeline(DAY, NOW, width)
    assert len(rows) == 4
    assert max(widths(rows)) <= width


@pytest.mark.parametrize("width", [76, 84, 120])
def test_two_sequences_never_touch(width: int) -> None:
    for line in timeline(DAY, None, width)[1:3]:
        bars = said(line)[MARGIN:].split(" ")
        assert len([bar for bar in bars if bar]) == len(DAY)


def test_what_is_done_is_full_and_what_is_to_come_is_hatched() -> None:
    bars = said(timeline(DAY, NOW, 84)[2])[MARGIN:].split()
    assert [bar[0] for bar in bars] == ["█", "█", "█", "█", "░", "░", "█", "░"]


def test_what_is_left_of_the_sequence_under_way_is_hatched() -> None:
    line = said(timeline(DAY, NOW, 84)[2])
    now = said(timeline(DAY, NOW, 84)[3]).index("▲")
    assert line[now - 1] == "█"
    assert line[now] == "░"


def test_the_hour_stands_under_the_bars() -> None:
    assert said(timeline(DAY, NOW, 84)[3]).strip() == "▲ 11:07"


def test_near_the_end_of_the_day_the_hour_stands_at_the_left_of_its_mark() -> None:
    line = said(timeline(DAY, at("14:39"), 84)[3])
    assert line.endswith("14:39 ▲")
    assert len(line) <= 84


@pytest.mark.parametrize("hour", ["08:00", "18:00"])
def test_outside_the_day_no_hour_is_marked(hour: str) -> None:
    assert said(timeline(DAY, at(hour), 84)[3]) == ""


def test_a_day_without_sequences_draws_nothing() -> None:
    assert timeline((), NOW, 84) == []


def test_a_pause_of_one_minute_still_shows() -> None:
    short = (DAY[0], slot("09:30", "09:30", 1, "à venir"), slot("09:31", "09:31", 400, "à venir"))
    assert len(said(timeline(short, None, 60)[2])[MARGIN:].split()) == 3
