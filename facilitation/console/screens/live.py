"""What every live screen has: the bar, the animator's column, the foot, the strip of troubles, and the keys that never move."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size

from facilitation.console import keys, words
from facilitation.console.pace import Pace
from facilitation.console.paint.row import EMPTY, STRONG, Row, row
from facilitation.console.paint.timer import BigTimer, whole
from facilitation.console.running import Running
from facilitation.console.screens.framed import Framed
from facilitation.console.screens.overlay import Overlay
from facilitation.console.screens.seats import SeatsScreen
from facilitation.console.seating import seating
from facilitation.console.session import Session
from facilitation.console.widgets.bar import WIDE, BarView
from facilitation.console.widgets.conduct import Conduct, ConductView
from facilitation.console.widgets.foot import FootView, Kept, kept_words
from facilitation.console.widgets.painted import Paint
from facilitation.typography import NBSP
from facilitation.workshop.rotations import moves

LEAST, TINY = Size(80, 24), Size(40, 10)
REMOTE_BOUNCE = 0.4  # seconds: a presenter's remote sends Page down twice


class LiveScreen(Framed):
    """A sequence under way. Subclasses paint the main part and say what the foot and the column show."""

    CSS = """
    LiveScreen { layout: vertical; background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key.all_keys, key.action, show=False, priority=key in {keys.NEXT_COLUMN, keys.PREVIOUS_COLUMN})
            for key in keys.LIVE
            if key is not keys.OVERVIEW
        ),
        *(Binding(key.all_keys, key.action, show=False) for key in keys.ALWAYS if key is not keys.QUIT),
        Binding(keys.OVERVIEW.all_keys, "rounds", show=False),
    ]

    def __init__(self, session: Session, sequence: str) -> None:
        super().__init__()
        self.session = session
        self.play = Running(session, sequence)
        self.conduct = Conduct()
        self._page_at = 0.0
        self._rung: tuple[object, str] = (None, "")

    # --- layout ---

    def beside(self) -> Conduct:
        """Return the animator's column."""
        return self.conduct

    def on_mount(self) -> None:
        """Begin the sequence and keep the time."""
        self.session.changed = self.refresh_all
        self.session.say = self.say
        self.play.begin()
        self.set_interval(1, self.tick)
        self.arrive()

    def arrive(self) -> None:
        """Show the sequence for the first time; subclasses override this, as Textual calls every class's ``on_mount``."""
        self.refresh_all()

    def on_screen_resume(self) -> None:
        """Come back from another screen."""
        self.session.changed = self.refresh_all
        self.session.say = self.say
        self.refresh_all()

    def on_resize(self, event: events.Resize) -> None:
        """Give the animator's column its place, or fold it in the bar."""
        self.conduct.display = event.size.width >= WIDE
        tiny = is_tiny(event.size)
        self.main.display = self.foot.display = self.strip.display = not tiny
        self.call_after_refresh(self.refresh_all)

    # --- what is shown ---

    def here(self) -> str:
        """Return the end of the trail: the group that is listened to."""
        return self.session.group_name

    def progress(self, _width: int) -> tuple[str, tuple[Row, ...]]:
        """Return a title and rows for the column: where the groups are."""
        return "", ()

    def refresh_all(self) -> None:
        """Paint everything again; only what changed is sent to the terminal."""
        if not self.is_mounted:
            return
        self.console.follow_step(self)
        self.strip.show(self.session_strip())
        self.main.repaint()
        self.tick()

    def session_strip(self) -> words.Strip | None:
        """Return the trouble to show."""
        return self.session.trouble or self.console.standing_strip() or small_window(self.app.size)

    def tick(self) -> None:
        """Paint what the time changes."""
        timer = self.play.timer()
        self.bar.show(self._bar_view())
        if self.conduct.display:
            title, progress = self.progress(32)
            steps, coming = tuple(self.play.steps()), tuple(self.play.coming())
            self.conduct.show(ConductView(timer, steps, self.play.say(), progress, title or "Où on en est", coming))
        self.foot.show(self.foot_view(), self.console.missing_keys)
        self._ring(timer.pace if timer else None)

    def _bar_view(self) -> BarView:
        timer, day = self.play.timer(), self.session.workshop.day
        trail = tuple(part for part in (day.overtitle or day.title, self.play.sequence.title, self.here()) if part)
        until = f"fin d’étape {timer.until}" if timer else ""
        return BarView(trail, self.session.clock(), self.console.drift(), self.step_words(), until, timer)

    def step_words(self) -> str:
        """Return the second row of the narrow bar."""
        steps = self.play.steps()
        rank = next((rank for rank, step in enumerate(steps, 1) if step.state == "en cours"), 1)
        return f"étape {rank}/{len(steps)} · {self.play.stop.step.title}"

    def foot_view(self) -> FootView:
        """Return what the foot shows."""
        forward = self.forward_words()
        if self.session.trouble is not None:
            forward = "réessayer de garder la dernière idée"
        told = self.foot_keys()
        if self.has_rounds:
            others = [(shown, label) for shown, label in told if shown != keys.OVERVIEW.shown]
            told = (*others[:1], (keys.OVERVIEW.shown, words.ROUNDS), *others[1:])
        return FootView(forward, self.kept(), told, self.console.hint_for(self))

    @property
    def has_rounds(self) -> bool:
        """Whether people change tables in this sequence."""
        return moves(self.play.sequence.exercise)

    def forward_words(self) -> str:
        """Return what F5 will do."""
        return self.play.next_words()

    def kept(self) -> Kept:
        """Return the state of what was said."""
        return kept_words(self.session)

    def _ring(self, pace: Pace | None) -> None:
        """Ring once when the time of a step is over."""
        state = (self.play.stop.place, pace.value if pace else "")
        if state != self._rung:
            if pace is Pace.OVER and self._rung[0] == state[0]:
                self.app.bell()
            self._rung = state

    # --- keys ---

    def action_forward(self) -> None:
        """F5: the next thing."""
        if self.session.keeper.failure is not None:
            self.session.keeper.retry()
            return
        if self.refuses_to_write():
            return
        self.before_moving()
        lap = self.play.stop.place.lap
        if self.play.forward():
            if self.play.stop.step.laps > 1 and lap >= 1:
                self.app.bell()
        else:
            self.console.sequence_over(self.play.key)
        self.refresh_all()

    def action_back(self) -> None:
        """F4: back to the step before."""
        if self.refuses_to_write():
            return
        self.before_moving()
        self.play.back()
        self.refresh_all()

    def refuses_to_write(self) -> bool:
        """Say that this session only looks on, when it does."""
        if self.session.workshop.read_only:
            self.say(words.READ_ONLY)
        return self.session.workshop.read_only

    def action_page_forward(self) -> None:
        """Page down, from a presenter's remote: twice within 400 ms counts once."""
        if self._page_counts():
            self.action_forward()

    def action_page_back(self) -> None:
        """Page up, from a presenter's remote."""
        if self._page_counts():
            self.action_back()

    def _page_counts(self) -> bool:
        now = time.monotonic()
        counts = now - self._page_at > REMOTE_BOUNCE
        self._page_at = now
        return counts

    def action_more_time(self) -> None:
        """F7: five minutes more."""
        if not self.refuses_to_write():
            self.play.add_time()

    def action_pause(self) -> None:
        """F8: pause, or go on."""
        if not self.refuses_to_write():
            self.play.toggle_pause()

    def action_big_timer(self) -> None:
        """F9: the timer fills the screen."""
        if self.play.timer() is None:
            self.say("◐ Cette étape n’a pas de durée.")
            return

        def paint(width: int, height: int) -> list[Row]:
            timer = self.play.timer()
            told = row(("Espace pause   F7 +5 min   Échap revenir", STRONG))
            return whole(BigTimer(timer, self.play.stop.step.title, told), width, height) if timer else [EMPTY]

        self.show_overlay(paint, 500, 200, side="full", live=True, on_key=self._big_timer_key)

    def _big_timer_key(self, key: str) -> None:
        if key in {" ", "space"}:
            self.action_pause()
            self.action_big_timer()
        elif key in {"f7", "ctrl+t"}:
            self.action_more_time()
            self.action_big_timer()
        elif key != "f9":
            self.typed_elsewhere(key)

    def action_rounds(self) -> None:
        """F3: who goes where, turn by turn, when people change tables; F3 again, or else, the overview."""
        if not self.has_rounds:
            self.action_overview()
            return
        exercise = self.play.sequence.exercise
        if exercise and exercise.tables is None and seating(self.session, self.play) is None:
            self.say(f"◐ Le groupe n’a pas d’effectifs{NBSP}: pas de tableau des tours.")
            return

        def closed(key: str | None) -> None:
            if key in {*keys.OVERVIEW.keys, *keys.OVERVIEW.twins}:
                self.action_overview()
            elif key:
                self.typed_elsewhere(key)

        self.app.push_screen(SeatsScreen(self.session, self.play), closed)

    def show_overlay(  # one door for the four overlays
        self,
        paint: Paint,
        width: int,
        height: int,
        *,
        side: str = "centre",
        live: bool = False,
        on_key: Callable[[str], None] | None = None,
    ) -> None:
        """Show an overlay; the key that closes it goes where it would have gone."""
        heard = on_key or self.typed_elsewhere

        def closed(key: str | None) -> None:
            if key:
                heard(key)

        self.app.push_screen(Overlay(paint, width, height, side=side, live=live), closed)

    def typed_elsewhere(self, key: str) -> None:
        """Take a key that closed an overlay: a character goes to the text, another key does what it does here."""
        if len(key) > 1:
            self.app.simulate_key(key)

    def action_undo(self) -> None:
        """Ctrl+Z: the last act of this computer in this sequence."""
        if not self.refuses_to_write():
            self.session.undo(self.play.key, self.go_to)

    def action_redo(self) -> None:
        """Ctrl+Y: what was undone last."""
        if not self.refuses_to_write():
            self.session.redo(self.play.key, self.go_to)

    def go_to(self, _address: object) -> None:
        """Show the cell that an undo concerns."""

    def action_save(self) -> None:
        """Ctrl+S: all is kept already."""
        self.say(words.all_kept(self.session.kept_at))

    def action_next_group(self) -> None:
        """Ctrl+G: listen to the next group."""
        self.before_moving()
        self.session.next_group()
        self.after_moving()

    def after_moving(self) -> None:
        """Show the new place."""
        self.refresh_all()

    def action_up_level(self) -> None:
        """Esc: up to the day."""
        self.before_moving()
        self.console.up_from(self)

    def action_reword(self) -> None:
        """F2: say otherwise."""

    def action_overview(self) -> None:
        """The overview."""

    def action_next_row(self) -> None:
        """F6: the next row."""

    def action_previous_row(self) -> None:
        """Ctrl+↑: the row before."""

    def action_next_column(self) -> None:
        """Tab: the next column."""

    def action_previous_column(self) -> None:
        """Maj+Tab: the column before."""


def is_tiny(size: Size) -> bool:
    """Return whether there is only room for the line and the timer."""
    return size.width < TINY.width or size.height < TINY.height


def small_window(size: Size) -> words.Strip | None:
    """Return the strip of a window under 80 × 24: typing still works there."""
    if size.width >= LEAST.width and size.height >= LEAST.height:
        return None
    return words.Strip(f"◐ Fenêtre {size.width} × {size.height}\u00a0: agrandissez.  La saisie marche.", "", "attention")
