"""Ideas filed under themes one after the other: those on show, the current one, those marked, what each gesture keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from facilitation.console import words
from facilitation.console.session import Session
from facilitation.events import Body, Event, IdeasFiled
from facilitation.room import Room
from facilitation.workshop import acts, theming
from facilitation.workshop.theming import Filing, Gathered, Theme

WHOLE_DAY = ""
NAMING = "?"  # the theme of an idea while the theme itself goes to the disk


class Filer:
    """The ideas of a day and their themes. Everything here works without a terminal."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.scope = WHOLE_DAY  # the sequence on show
        self.only_left = False  # whether those in a theme are hidden
        self.rank = 0
        self.theme_rank = 0
        self.marked: set[str] = set()  # by the first answer of each idea
        self._told: dict[str, str] = {}  # filed since the last reading, on their way to the disk
        self._wanted = ""  # where an undo leads
        self._seen: object = None
        self._everything: tuple[Gathered, ...] = ()
        self._themes: dict[str, str] = {}
        self.filing = Filing((), (), {"": ()})
        self.follow()

    @property
    def room(self) -> Room:
        """What was said."""
        return self.session.workshop.room

    def follow(self) -> None:
        """Look again when something was kept since the last look; one stays on the same idea."""
        if self.session.keeper.is_idle:
            self._told.clear()
        if self._seen is not None and self.room.last is self._seen:
            return
        self._seen = self.room.last
        here = self._wanted or (key_of(self.current) if self._everything and self.current else "")
        self._wanted = ""
        self._everything = theming.gathered(self.session.workshop.day, self.room)
        self.filing = theming.filed(self.room, self._everything)
        self._themes = {key_of(idea): key for key, ideas in self.filing.by_theme.items() for idea in ideas}
        self.marked &= {key_of(idea) for idea in self._everything}
        self.theme_rank = max(0, min(self.theme_rank, len(self.filing.themes) - 1))
        self._stay(here)

    # --- what is on show -----------------------------------------------------------------------------------------------------

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes, in the order they were named."""
        return self.filing.themes

    @property
    def theme(self) -> Theme | None:
        """The chosen theme."""
        return self.themes[self.theme_rank] if self.themes else None

    @property
    def scopes(self) -> tuple[str, ...]:
        """The whole day, then each sequence where ideas were said."""
        return (WHOLE_DAY, *dict.fromkeys(idea.sequence for idea in self._everything))

    @property
    def here(self) -> list[Gathered]:
        """The ideas where one looks, filed or not."""
        return [idea for idea in self._everything if self.scope in {WHOLE_DAY, idea.sequence}]

    @property
    def shown(self) -> list[Gathered]:
        """The ideas on show."""
        return [idea for idea in self.here if not (self.only_left and self.theme_of(idea))]

    @property
    def current(self) -> Gathered | None:
        """The idea that a key files."""
        shown = self.shown
        return shown[min(self.rank, len(shown) - 1)] if shown else None

    @property
    def taken(self) -> list[Gathered]:
        """The ideas that the next gesture files: those marked, else the current one."""
        marked = [idea for idea in self._everything if key_of(idea) in self.marked]
        return marked or ([self.current] if self.current else [])

    def theme_of(self, idea: Gathered) -> str:
        """Return the key of an idea's theme, '' for none."""
        known = key_of(idea)
        return self._told.get(known, self._themes.get(known, ""))

    def title_of(self, idea: Gathered) -> str:
        """Return the title of an idea's theme, '' for none."""
        key = self.theme_of(idea)
        return next((theme.title for theme in self.themes if key == theme.key), "…" if key else "")

    @property
    def counts(self) -> Counter[str]:
        """How many of the ideas where one looks each theme holds, by its key; '' for none."""
        return Counter(map(self.theme_of, self.here))

    @property
    def left(self) -> int:
        """How many ideas, where one looks, are in no theme."""
        return self.counts[""]

    # --- going about ---------------------------------------------------------------------------------------------------------

    def go(self, rank: int) -> None:
        """Make an idea the current one."""
        self.rank = max(0, min(rank, len(self.shown) - 1))

    def choose_theme(self, step: int) -> None:
        """Choose the theme before or after."""
        self.theme_rank = max(0, min(self.theme_rank + step, len(self.themes) - 1))

    def next_scope(self) -> None:
        """Look at another sequence, after the last one at the whole day."""
        scopes, here = self.scopes, key_of(self.current) if self.current else ""
        self.scope = scopes[(scopes.index(self.scope) + 1) % len(scopes)] if self.scope in scopes else WHOLE_DAY
        self._stay(here)

    def toggle_left(self) -> None:
        """Show only the ideas that are in no theme, or all of them."""
        here = key_of(self.current) if self.current else ""
        self.only_left = not self.only_left
        self._stay(here)

    def next_left(self) -> bool:
        """Go to the next idea that is in no theme; return whether there is one."""
        return self._go_on(self.shown, 1)

    def _stay(self, here: str) -> None:
        keys = [key_of(idea) for idea in self.shown]
        self.rank = keys.index(here) if here in keys else max(0, min(self.rank, len(keys) - 1))

    def _go_on(self, shown: Sequence[Gathered], step: int) -> bool:
        order = [(self.rank + step + at) % len(shown) for at in range(len(shown))] if shown else []
        found = next((at for at in order if not self.theme_of(shown[at])), None)
        if found is not None:
            wanted = key_of(shown[found])
            self._stay(wanted)
        return found is not None

    # --- filing --------------------------------------------------------------------------------------------------------------

    def mark(self, rank: int | None = None) -> None:
        """Mark the current idea and go to the next, or the idea of a rank and stay; one marked already no longer is."""
        shown = self.shown
        at = self.rank if rank is None else rank
        if at < len(shown):
            self.marked ^= {key_of(shown[at])}
            if rank is None:
                self.go(self.rank + 1)

    def file(self, theme: Theme | None, ideas: Sequence[Gathered] = ()) -> None:
        """Keep that ideas (those taken when none are given) are in a theme, or in none; then show what comes next at once."""
        taken = list(ideas) or self.taken
        key = theme.key if theme else ""
        if all(self.theme_of(idea) == key for idea in taken):
            if taken:
                self.session.say(words.filed_already(theme.title if theme else "", len(taken)))
                self.marked.clear()
                self._go_on(self.shown, 1)
            return
        told = words.filed(theme.title if theme else "", [idea.item.text for idea in taken])
        self.session.keep(lambda: theming.file(self.room, taken, key), told)
        self._filed(taken, key)

    def name(self, title: str) -> None:
        """Keep a theme called so, and the ideas taken in it; one called so already takes them."""
        known = theming.find(self.room, title)
        if known is not None:
            self.file(known)
            return
        taken = self.taken

        def more(events: Sequence[Event]) -> list[Body]:
            return [IdeasFiled(tuple(answer for idea in taken for answer in idea.answers), events[0].key)] if taken else []

        told = words.theme_named(title, [idea.item.text for idea in taken])
        self.session.keep(lambda: theming.name(self.room, title), told, more=more)
        self._filed(taken, NAMING)

    def _filed(self, taken: Sequence[Gathered], key: str) -> None:
        shown = self.shown
        self._told |= dict.fromkeys(map(key_of, taken), key)
        self.marked.clear()
        if key and not self._go_on(shown, 1):
            self._stay(key_of(taken[0]) if taken else "")

    def reword(self, title: str) -> None:
        """Keep that the chosen theme is called so."""
        theme = self.theme
        if theme is not None:
            self.session.keep(lambda: theming.reword(self.room, theme, title), words.theme_reworded(title))

    def withdraw(self) -> None:
        """Keep that the chosen theme is withdrawn: its ideas are in none."""
        theme = self.theme
        if theme is not None:
            told = words.theme_withdrawn(theme.title, len(self.filing.by_theme[theme.key]))
            self.session.keep(lambda: theming.withdraw(self.room, theme), told)

    # --- undoing -------------------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Undo the last gesture on themes, and come back to its idea."""
        self._turn(theming.undo, words.undone, words.NOTHING_TO_UNDO)

    def redo(self) -> None:
        """Redo what was undone last."""
        self._turn(theming.redo, words.redone, words.NOTHING_TO_REDO)

    def _turn(self, turn: Callable[[Room, str], acts.Turned | None], told: Callable[[str], str], nothing: str) -> None:
        turned: list[acts.Turned] = []

        def bodies() -> list[Body]:
            found = turn(self.room, self.session.workshop.host)
            if found is None:
                self.session.say(nothing)
                return []
            turned.append(found)
            return found.bodies

        def done(_events: Sequence[Event]) -> str:
            filed = [event.body for event in turned[0].events if isinstance(event.body, IdeasFiled)]
            self._wanted = filed[0].answers[0] if filed else ""
            return told(theming.summary(self.room, turned[0].events))

        self.session.keep(bodies, done)


def key_of(idea: Gathered) -> str:
    """Return what an idea is known by: its first answer."""
    return idea.answers[0]
