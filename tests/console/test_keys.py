"""The one table of keys: no key does two things, and every hint is true on this keyboard."""

from __future__ import annotations

from collections import Counter

import pytest

from facilitation.console import keys
from facilitation.console.keys import Key, told

WITHOUT_LINE = [*keys.ALWAYS, *keys.LIVE]
EVERY = [value for value in vars(keys).values() if isinstance(value, Key)]


def pressed(found: list[Key]) -> list[str]:
    return [name for key in found for name in (*key.keys, *key.twins)]


def test_no_key_does_two_things() -> None:
    assert [name for name, times in Counter(pressed(WITHOUT_LINE)).items() if times > 1] == []


def test_the_eleven_free_ctrl_letters_are_used_once_each() -> None:
    letters = {name[-1] for name in pressed(WITHOUT_LINE) if name.startswith("ctrl+") and len(name) == 6}
    assert letters == set("glnopqrstyz")


@pytest.mark.parametrize("key", EVERY, ids=lambda key: key.action)
def test_no_key_belongs_to_the_terminal_or_the_system(key: Key) -> None:
    for name in (*key.keys, *key.twins):
        assert not name.startswith(("alt+", "ctrl+shift+", "ctrl+page", "super+"))
        assert name not in {"f10", "f11", "f12", "ctrl+left", "ctrl+right", "ctrl+b", "ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j"}


@pytest.mark.parametrize("key", EVERY, ids=lambda key: key.action)
def test_a_key_is_written_for_people(key: Key) -> None:
    assert "^" not in key.shown
    assert key.label
    assert key.help
    assert not key.shown.startswith(("Escape", "Esc ", "Shift", "Enter", "Delete"))
    assert bool(key.twin) == bool(key.twins) or key is keys.HELP


@pytest.mark.parametrize("key", [keys.FORWARD, keys.BACK, keys.OVERVIEW, keys.NEXT_ROW, keys.MORE_TIME])
def test_the_twin_told_is_a_twin_that_works(key: Key) -> None:
    assert key.twin.lower() in key.twins
    assert told(key.shown, frozenset({key.shown})) == key.twin
    assert told(key.shown, frozenset()) == key.shown


def test_a_letter_works_in_small_and_in_capital() -> None:
    letters = [key for key in EVERY if len(key.shown) == 1 and key.shown.isalpha()]
    assert letters
    assert all(set(key.keys) == {key.shown.lower(), key.shown} for key in letters)


def test_every_key_that_textual_should_hear_is_bound() -> None:
    assert keys.FORWARD.all_keys == "f5,ctrl+n"
    assert keys.bindings([keys.BACK]) == [("f4,ctrl+r", "back")]
