"""Events that tests make up: strategies for hypothesis, and plain ideas."""

from __future__ import annotations

import typing
from itertools import count

from hypothesis import strategies as st

from facilitation.events import WIRE_NAMES, AnswerGiven, Body, Event
from facilitation.sheet import Address

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
NUMBERS = st.integers(0, 10**6)
OF_TYPE: dict[object, st.SearchStrategy[object]] = {
    str: TEXTS,
    int: NUMBERS,
    bool: st.booleans(),
    str | int: TEXTS | NUMBERS,
    tuple[str, ...]: st.lists(TEXTS, max_size=4).map(tuple),
    Address: st.builds(Address, TEXTS, TEXTS, st.integers(1, 9), TEXTS, TEXTS, TEXTS),
    dict[str, int]: st.dictionaries(TEXTS, NUMBERS, max_size=4),
}


def bodies_of(kind: type[Body]) -> st.SearchStrategy[Body]:
    """Return bodies of one kind, every field varied: a new kind of field makes this fail."""
    return st.builds(kind, **{name: OF_TYPE[hint] for name, hint in typing.get_type_hints(kind).items()})


BODIES: st.SearchStrategy[Body] = st.one_of(*map(bodies_of, WIRE_NAMES.values()))


def idea(words: str) -> AnswerGiven:
    """Return an idea said in the room."""
    return AnswerGiven(Address("silhouettes", "portraits", 1, "g13", "cpts", "coeur"), words)


def events_of(station: str, bodies: list[Body], *, start: int = 1_637_055_000_000) -> list[Event]:
    """Return one event per body, a second apart, as a station would have stamped them."""
    numbers = count(1)
    return [
        Event(f"{station}-{number}", start + 1000 * number, 0, station, f"{station}-{number}", body)
        for body, number in zip(bodies, numbers, strict=False)
    ]


def ideas(station: str, number: int) -> list[Event]:
    """Return that many ideas of a station."""
    return events_of(station, [idea(f"idée {place} de {station}") for place in range(1, number + 1)])
