"""Ideas filed under themes after the day: each function checks one gesture and returns the bodies that record it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.day import Day
from facilitation.errors import InvalidAnswerError
from facilitation.events import Body, Event, IdeasFiled, ThemeAdded, ThemeReworded, ThemeWithdrawn
from facilitation.reporting.themes import NO_THEME, Gathered, Theme, Where, alike_title, gathered, named, theme_of
from facilitation.room import AFTERWARDS, Room
from facilitation.sheet import checked_idea
from facilitation.typography import NBSP, folded, quoted
from facilitation.workshop import acts
from facilitation.workshop.acts import Turned

__all__ = [
    "NO_THEME", "Filing", "Gathered", "Theme", "Where", "file", "filed",
    "filing", "find", "gathered", "name", "named", "redo", "reword",
    "summary", "theme_of", "undo", "withdraw",
]  # fmt: skip
_GESTURES = ThemeAdded | ThemeReworded | ThemeWithdrawn | IdeasFiled


@dataclass(frozen=True, slots=True)
class Filing:
    """The themes of a day and its ideas, those of each theme by the theme's key; under '' those that are in none."""

    themes: tuple[Theme, ...]
    ideas: tuple[Gathered, ...]
    by_theme: dict[str, tuple[Gathered, ...]]

    @property
    def left(self) -> tuple[Gathered, ...]:
        """The ideas that are in no theme."""
        return self.by_theme[""]


def filing(day: Day, room: Room, *, sequence: str = "") -> Filing:
    """Return what is filed and what is left, in the day or in one sequence."""
    return filed(room, gathered(day, room, sequence=sequence))


def filed(room: Room, ideas: tuple[Gathered, ...]) -> Filing:
    """Return where these ideas are filed."""
    themes = named(room)
    first = {key: theme.key for theme in themes for key in theme.keys}
    by_theme: dict[str, list[Gathered]] = {"": [], **{theme.key: [] for theme in themes}}
    for idea in ideas:
        by_theme[first.get(theme_of(room, idea), "")].append(idea)
    return Filing(themes, ideas, {key: tuple(found) for key, found in by_theme.items()})


def find(room: Room, title: str) -> Theme | None:
    """Return the theme that is called so, however it is written; None when there is none."""
    wanted = alike_title(title)
    return next((theme for theme in named(room) if wanted and alike_title(theme.title) == wanted), None)


def name(room: Room, title: str) -> list[Body]:
    """Return what names a theme.

    Raises:
        InvalidAnswerError: no words, or a theme is called so already.
    """
    return [ThemeAdded(_checked(room, title))]


def reword(room: Room, theme: Theme, title: str) -> list[Body]:
    """Return what calls a theme otherwise, wherever it was named; nothing when it is called so.

    Raises:
        InvalidAnswerError: no words, or another theme is called so.
    """
    new = _checked(room, title, but=theme)
    titles = room.themes.titles
    return [ThemeReworded(key, new) for key in theme.keys if titles.get(key, new) != new]


def withdraw(room: Room, theme: Theme) -> list[Body]:
    """Return what withdraws a theme, wherever it was named: its ideas are in none; nothing when it is gone."""
    return [ThemeWithdrawn(key) for key in theme.keys if key in room.themes.titles]


def file(room: Room, ideas: Sequence[Gathered], theme: str) -> list[Body]:
    """Return what puts ideas under a theme, every answer of each; '' takes them out. Nothing for those that are there."""
    there = next((known.keys for known in named(room) if theme in known.keys), ("",))
    moved = tuple(answer for idea in ideas if theme_of(room, idea) not in there for answer in idea.answers)
    return [IdeasFiled(tuple(dict.fromkeys(moved)), theme)] if moved else []


def _checked(room: Room, title: str, but: Theme | None = None) -> str:
    new = checked_idea(title)
    if folded(new) == folded(NO_THEME):
        raise InvalidAnswerError(f"{quoted(NO_THEME)} dit déjà ce qui n’est rangé nulle part{NBSP}: un autre nom")
    known = find(room, new)
    if known is not None and (but is None or known.keys != but.keys):
        raise InvalidAnswerError(f"le thème {quoted(known.title)} existe déjà")
    return new


def undo(room: Room, host: str) -> Turned | None:
    """Return what undoes this computer's last gesture on themes, None when there is nothing left to undo."""
    return acts.undo(room, AFTERWARDS, host, is_about_themes)


def redo(room: Room, host: str) -> Turned | None:
    """Return what redoes the gesture on themes undone last, None when there is none."""
    return acts.redo(room, AFTERWARDS, host, is_about_themes)


def summary(room: Room, events: Sequence[Event]) -> str:
    """Return what a gesture on themes was about: the first idea that it filed, else the theme."""
    match events[0].body:
        case IdeasFiled(answers=(key, *_others)):
            answer = room.answer(key)
            return str(answer.value) if answer else ""
        case ThemeAdded(title=title) | ThemeReworded(title=title):
            return f"thème {quoted(title)}"
        case ThemeWithdrawn(theme=key):
            return f"thème {quoted(room.themes.titles[key])} retiré" if key in room.themes.titles else "thème retiré"
        case _:
            return ""


def is_about_themes(events: Sequence[Event]) -> bool:
    """Return whether an act named, reworded, withdrew or filled themes."""
    return bool(events) and all(isinstance(event.body, _GESTURES) for event in events)
