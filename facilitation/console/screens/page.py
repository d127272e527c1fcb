"""What the screens where nothing is typed share: letters are shortcuts, ↑ ↓ choose, Enter takes, F5 is the next thing."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from facilitation.console import keys, words
from facilitation.console.keys import Key
from facilitation.console.paint.row import Row
from facilitation.console.screens.framed import Framed
from facilitation.console.widgets.bar import WIDE, BarView
from facilitation.console.widgets.foot import FootView, Kept, kept_words
from facilitation.console.widgets.painted import Painted
from facilitation.hours import clock_time, seconds_of_day

ROOMY = 34  # rows from which a list breathes


class Side(Painted):
    """The panel at the right."""

    GROUND = "surface"
    DEFAULT_CSS = "Side { height: 1fr; }"


class PageScreen(Framed):
    """A page: a bar, a main part, a panel at the right of wide windows, a foot. Subclasses say what they show."""

    SIDE: ClassVar[tuple[int, int]] = (WIDE, 36)  # from how many columns there is a panel, and its own
    LETTERS: ClassVar[tuple[Key, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key.all_keys, key.action, show=False)
            for key in (keys.FORWARD, keys.UNDO, keys.REDO, *keys.ALWAYS)
            if key is not keys.QUIT
        ),
        Binding("question_mark", "help", show=False),
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("enter", "enter", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.chosen = 0  # the rank of the chosen line
        self.side = Side(self.paint_side)
        self.side.styles.width = self.SIDE[1]
        for key in self.LETTERS:
            self._bindings.bind(key.all_keys, key.action, show=False)

    # --- layout ---

    def beside(self) -> Side:
        """Return the panel."""
        return self.side

    def on_mount(self) -> None:
        """Show the page and keep the hour."""
        self.set_interval(1, self.tick)
        self._listen()
        self.arrive()
        self.refresh_all()

    def arrive(self) -> None:
        """Make ready what is shown first; subclasses override this, as Textual calls every class's ``on_mount``."""

    def on_screen_resume(self) -> None:
        """Come back from another screen."""
        self._listen()
        self.refresh_all()

    def _listen(self) -> None:
        """Show what changes in the open day; a page already covered leaves that to the screen over it."""
        session = self.console.session
        if session is not None and self.app.screen is self:
            session.changed = self.refresh_all
            session.say = self.say

    def on_resize(self, event: events.Resize) -> None:
        """Give the panel its place, or none."""
        self.side.display = event.size.width >= self.SIDE[0] and self.has_side
        self.call_after_refresh(self.refresh_all)

    @property
    def has_side(self) -> bool:
        """Whether there is something to put in the panel."""
        return True

    @property
    def is_roomy(self) -> bool:
        """Whether the window is tall enough for lists to breathe."""
        return self.app.size.height >= ROOMY

    # --- what is shown ---

    def paint_side(self, _width: int, _height: int) -> list[Row]:
        """Return the panel."""
        return []

    def trail(self) -> tuple[str, ...]:
        """Return where one is."""
        raise NotImplementedError

    def forward_words(self) -> str:
        """Return what F5 will do, '' when there is nothing left to do."""
        return ""

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page for the help."""
        return (("↑ ↓", "choisir"), ("Entrée", "ouvrir"), *((key.shown, key.help) for key in self.letters()))

    def letters(self) -> tuple[Key, ...]:
        """Return the letters that do something now."""
        return self.LETTERS

    def trouble_strip(self) -> words.Strip | None:
        """Return the trouble to show under the bar."""
        session = self.console.session
        return (session.trouble if session else None) or self.console.standing_strip()

    def kept(self) -> Kept:
        """Return the state of what was said."""
        session = self.console.session
        return kept_words(session) if session else Kept("")

    def bar_view(self) -> BarView:
        """Return what the bar shows."""
        return BarView(self.trail(), self.hour(), self.console.drift())

    def hour(self) -> str:
        """Return the hour, « 11:07 »."""
        return clock_time(seconds_of_day(self.console.now()))

    def refresh_all(self) -> None:
        """Paint everything again; only what changed is sent to the terminal."""
        if not self.is_mounted:
            return
        self.strip.show(self.trouble_strip())
        self.main.repaint()
        if self.side.display:
            self.side.repaint()
        self.tick()

    def tick(self) -> None:
        """Paint what the time changes."""
        self.bar.show(self.bar_view())
        self.foot.show(
            FootView(self.forward_words(), self.kept(), self.foot_keys(), self.console.hint_for(self)),
            self.console.missing_keys,
        )

    # --- keys ---

    def action_forward(self) -> None:
        """F5: the next thing."""

    def action_choose(self, step: int) -> None:
        """↑ ↓: choose the line before or after."""

    def action_pick(self, rank: int) -> None:
        """A click chooses a line; a click on the chosen one takes it."""
        if rank == self.chosen:
            self.action_enter()
        else:
            self.action_choose(rank - self.chosen)

    def action_enter(self) -> None:
        """Enter: take what is chosen."""

    def action_undo(self) -> None:
        """Ctrl+Z: nothing is typed here."""
        self.say(words.NOTHING_TO_UNDO)

    def action_redo(self) -> None:
        """Ctrl+Y: nothing is typed here."""
        self.say(words.NOTHING_TO_REDO)

    def action_save(self) -> None:
        """Ctrl+S: all is kept already."""
        session = self.console.session
        self.say(words.all_kept(session.kept_at if session else ""))
