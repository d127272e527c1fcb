from __future__ import annotations

import json
import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.errors import DamagedJournalError
from facilitation.events import (
    UPCASTERS,
    VERSION,
    WIRE_NAMES,
    AnswerGiven,
    AnswerMoved,
    Body,
    Event,
    RoomCounted,
    decode,
    encode,
)
from facilitation.sheet import Address
from tests.events_samples import BODIES, bodies_of

# What journals on people's disks are made of: a name here may gain company, never change.
FROZEN_NAMES = {
    "session-opened", "session-closed", "answer-given", "answer-corrected", "answer-moved", "answer-withdrawn",
    "row-added", "row-reworded", "row-withdrawn", "room-counted", "verdict-worded", "step-started", "sequence-ended",
    "time-added", "timer-paused", "timer-resumed", "schedule-adjusted", "act-undone", "act-redone",
}  # fmt: skip


@given(BODIES)
def test_what_is_written_is_read_back_the_same(body: Body) -> None:
    name, text = encode(body)
    read = decode(name, VERSION, text)
    assert read == body
    assert type(read) is type(body)


@pytest.mark.parametrize("kind", WIRE_NAMES.values())
def test_every_kind_of_event_can_be_written(kind: type[Body]) -> None:
    @given(bodies_of(kind))
    def check(body: Body) -> None:
        assert decode(*_version(encode(body))) == body

    check()


def test_wire_names_are_words_and_frozen() -> None:
    assert set(WIRE_NAMES) >= FROZEN_NAMES
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", name) for name in WIRE_NAMES)
    assert len(set(WIRE_NAMES.values())) == len(WIRE_NAMES)


def test_an_event_is_written_as_its_fields_in_json_with_accents_readable() -> None:
    address = Address("silhouettes", "portraits", 1, "g13", "cpts", "coeur")
    assert encode(AnswerGiven(address, "l’entraide", "CPTS")) == (
        "answer-given",
        '{"address":["silhouettes","portraits",1,"g13","cpts","coeur"],"value":"l’entraide","author":"CPTS","time":"","deduced":false}',
    )


def test_a_first_version_address_gets_its_round() -> None:
    text = json.dumps({"address": ["dating", "apports", "g13", "asv", "cpts"], "value": "un annuaire"})
    assert decode("answer-given", 1, text) == AnswerGiven(Address("dating", "apports", 1, "g13", "asv", "cpts"), "un annuaire")


def test_a_first_version_move_gets_its_round() -> None:
    text = json.dumps({"answer": "poste-4", "address": ["dating", "apports", "g13", "asv", "cpts"]})
    assert decode("answer-moved", 1, text) == AnswerMoved("poste-4", Address("dating", "apports", 1, "g13", "asv", "cpts"))


def test_a_first_version_event_that_never_changed_is_read_as_it_is() -> None:
    assert decode("room-counted", 1, '{"sequence":"debat","people":43}') == RoomCounted("debat", 43)


def test_upcasters_lead_from_old_versions_of_known_names() -> None:
    assert all(name in WIRE_NAMES and 1 <= version < VERSION for name, version in UPCASTERS)


@given(st.sampled_from(sorted(WIRE_NAMES)), st.integers(-5, 10**12), st.text() | BODIES.map(lambda body: encode(body)[1]))
def test_whatever_is_read_is_an_event_or_a_damaged_journal(name: str, version: int, text: str) -> None:
    with suppress(DamagedJournalError):
        assert type(decode(name, version, text)) is WIRE_NAMES[name]


@pytest.mark.parametrize("text", ["", "[]", "5", '"answer"', "null", "{}", '{"address": 4, "value": "x"}', '{"inconnu": 1}'])
def test_text_that_is_no_event_is_told_as_damage(text: str) -> None:
    with pytest.raises(DamagedJournalError):
        decode("answer-given", VERSION, text)


def test_a_name_of_tomorrow_is_told_as_such() -> None:
    with pytest.raises(DamagedJournalError, match="version plus récente"):
        decode("vote-cast", VERSION + 1, "{}")


def test_events_are_ordered_by_hour_then_tick_then_station() -> None:
    body = RoomCounted("debat", 43)
    events = [
        Event("b-1", 5, 0, "b", "b-1", body),
        Event("a-2", 5, 1, "a", "a-2", body),
        Event("a-1", 5, 0, "a", "a-1", body),
        Event("c-1", 4, 9, "c", "c-1", body),
    ]
    assert [event.key for event in sorted(events, key=lambda event: event.order)] == ["c-1", "a-1", "b-1", "a-2"]


def _version(written: tuple[str, str]) -> tuple[str, int, str]:
    return written[0], VERSION, written[1]
