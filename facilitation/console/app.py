"""The console: opens days, puts their screens one over the other, and holds what they all share."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.theme import Theme

from facilitation.console import settings, words
from facilitation.console.doors import Doors
from facilitation.console.hints import PASTE, Hints
from facilitation.console.paint.palette import PALETTES, Palette
from facilitation.console.screens.days import DaysScreen
from facilitation.console.screens.framed import Framed
from facilitation.errors import FacilitationError, HeldElsewhereError
from facilitation.hours import MINUTE, clock_time, local_date, seconds_of_day
from facilitation.typography import french
from facilitation.workshop.access import Now, Write, wall_clock

if TYPE_CHECKING:
    from facilitation.console.making import Making
    from facilitation.console.screens.live import LiveScreen
    from facilitation.console.session import Session
    from facilitation.workshop.trial import Trial
    from facilitation.workshop.workshop import Workshop

Then = Callable[[], None]
CALM = 0.3  # seconds for a screen to be there
SETTLE = 3.0  # seconds given to the disk when one leaves


class Console(Doors):
    """One terminal, one day open at a time."""

    TITLE = "facilitation"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("ctrl+c", "save_told", show=False, priority=True),
    ]
    CSS = """
    Screen { background: $background; color: $foreground; }
    #middle { height: 1fr; }
    #work { width: 1fr; height: 1fr; }
    """

    def __init__(self, folder: Path | None = None, group: str = "", chosen: settings.Settings | None = None) -> None:
        super().__init__()
        self.settings = chosen or settings.load()
        for palette in PALETTES.values():
            self.register_theme(_theme(palette))
        self.theme = self.settings.theme if self.settings.theme in PALETTES else "sombre"
        self.holder: HeldElsewhereError | None = None
        self.making: Making | None = None
        self.trial: Trial | None = None
        self._tried_from: Then | None = None  # shows what a trial was started from; None when it is all there is
        self._day_before: Path | None = None  # the day that was open then
        self.goodbye = ""
        self.lost: tuple[str, ...] = ()
        self._hints = Hints(self.settings)
        self._folder = folder
        self._group = group
        self.now: Now = wall_clock

    def get_default_screen(self) -> DaysScreen:
        """Return the list of days: it is under everything else."""
        return DaysScreen()

    def on_mount(self) -> None:
        """Once the list of days is painted, open the day asked for; or try the keyboard, the first time."""
        if self._folder is not None:
            self.call_after_refresh(self.open_day, self._folder)
        elif not self.settings.tried:
            self.call_after_refresh(self.show_trial)
        self.set_interval(1, self._look_around)

    @property
    def missing_keys(self) -> frozenset[str]:
        """The keys that this keyboard does not send."""
        return frozenset(self.settings.missing)

    # --- opening and leaving a day ---

    def open_day(self, folder: Path, *, write: Write = Write.MAIN, then: Then | None = None) -> None:
        """Open a day off the screen's thread, then show where it stands, and what ``then`` shows over it."""

        def opened() -> None:
            from facilitation.workshop.glancing import said_there
            from facilitation.workshop.memory import remember
            from facilitation.workshop.workshop import Workshop

            try:
                workshop = Workshop.open(folder, write=write, now=self.now)
            except HeldElsewhereError as error:
                self.later(partial(self._held, error, folder))
            except FacilitationError as error:
                self.later(partial(self._cannot_open, said_there(error, folder)))
            else:
                if not self.is_trial(folder):
                    remember(folder)
                self.later(partial(self._opened, workshop, then))

        threading.Thread(target=opened, name="ouverture", daemon=True).start()

    def is_trial(self, folder: Path) -> bool:
        """Return whether a folder is the throw-away day of the trial under way."""
        return self.trial is not None and self.trial.folder == folder

    def try_exercise(self, key: str, back: Then) -> None:
        """Open a throw-away day on an exercise of the library; it is erased once it is left, and ``back`` shows what was there.

        The day that was open is opened again then.
        """

        def ready() -> None:
            from facilitation.workshop.trial import Trial, card_file

            try:
                trial = Trial(card_file(key))
            except FacilitationError as error:
                self.later(partial(self._cannot_try, str(error)))
            else:
                self.later(partial(self._try, trial, back))

        threading.Thread(target=ready, name="essai", daemon=True).start()

    def _cannot_try(self, message: str) -> None:
        if isinstance(self.screen, Framed):
            self.screen.say(french(f"▲ {message.splitlines()[0]}"))

    def _try(self, trial: Trial, back: Then) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Framed):
                screen.before_moving()
        if self.session is None:
            self._day_before = None
        elif not self.is_trial(self.session.workshop.folder):
            self._day_before = self.session.workshop.folder
        self.close_day()
        self.trial, self._tried_from = trial, back
        self.open_day(trial.folder)

    def _leave_trial(self) -> None:
        """Erase the throw-away day; show what it was started from, over the day that was open, or quit."""
        back = self._tried_from
        self.close_day()
        if back is None:
            self.goodbye = words.TRIED
            self.exit()
        elif self._day_before is None:
            back()
        else:
            self.open_day(self._day_before, then=back)

    def _held(self, error: HeldElsewhereError, folder: Path) -> None:
        self.holder = error
        self.open_day(folder, write=Write.NOTHING)

    def _cannot_open(self, message: str) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, DaysScreen):
                screen.trouble(message)

    def _opened(self, workshop: Workshop, then: Then | None = None) -> None:
        from facilitation.console.session import Session

        self.close_day()
        if not workshop.read_only:
            self.holder = None
        self.session = Session(workshop, self.later, group=self._group, azerty=self.settings.azerty)
        self._group = ""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self._show_day(self.session)
        if then is not None:
            then()
        if workshop.crashed and self.holder is None:  # the session that another console has open is no crash
            # said once the screen that will say it is there
            self.set_timer(CALM, partial(self._tell, self.session, self._crash_words(workshop)))

    @staticmethod
    def _tell(session: Session, message: str) -> None:
        session.say(message)

    def _show_day(self, session: Session) -> None:
        """Show a day; the sequence under way over it."""
        from facilitation.console.agenda import is_moment
        from facilitation.console.screens.day import DayScreen

        screen = DayScreen(session)
        self.push_screen(screen)
        running = screen.agenda.running
        if running is not None and not is_moment(running):
            self.play(running.key)

    def enter_day(self, folder: Path) -> None:
        """Open a day, or come back to it when it is the one already open."""
        session = self.session
        if session is not None and session.workshop.folder.resolve() == folder.resolve():
            self._show_day(session)
        else:
            self.open_day(folder)

    def _crash_words(self, workshop: Workshop) -> str:
        last, idea = workshop.before, workshop.room.newest_idea()
        at = clock_time(seconds_of_day(last.at)) if last else ""
        return words.crashed(at, workshop.room.answers(), str(idea.value) if idea else "")

    def close_day(self) -> None:
        """Let the open day go."""
        if self.session is not None:
            lost = self.session.close()
            tried = self.is_trial(self.session.workshop.folder)
            self.session = None
            if tried:
                self.end_trial()
            else:
                self.lost += lost

    def end_trial(self) -> None:
        """Erase the throw-away day."""
        if self.trial is not None:
            self.trial.close()
            self.trial = None

    def later(self, function: Callable[[], None]) -> None:
        """Run a function on the screen's thread, soon."""
        if self.is_running:
            self.call_later(function)

    def play(self, sequence: str) -> None:
        """Show a sequence live."""
        from facilitation.console.screens.choice import screen_for

        if self.session is not None:
            self.push_screen(screen_for(self.session, sequence))

    def follow_step(self, screen: LiveScreen) -> None:
        """Show the screen of the sheet that the current step fills, when it is another one."""
        from facilitation.console.screens.choice import screen_for, still_fits

        if screen is self.screen and not still_fits(screen):
            screen.before_moving()
            self.switch_screen(screen_for(screen.session, screen.play.key))

    def sequence_over(self, _sequence: str) -> None:
        """Go up to the day, on the sequence that follows."""
        self.up_from(self.screen)

    def up_from(self, screen: Screen[Any]) -> None:
        """Go up one level; there is none above the throw-away day of a trial, which is left then."""
        if screen is self.screen and len(self.screen_stack) > 1:
            self.pop_screen()
            if len(self.screen_stack) == 1 and self.session is not None and self.is_trial(self.session.workshop.folder):
                self._leave_trial()

    def open_own(self) -> None:
        """Open a journal of one's own beside the one another console writes."""
        if self.session is not None and self.session.workshop.read_only:
            self.open_day(self.session.workshop.folder, write=Write.OWN)

    def take_over(self) -> None:
        """Ask the other console to let go of the journal."""
        if self.session is not None and self.session.workshop.read_only:
            self.session.say(french("◇ Demande envoyée : l’autre console a cinq secondes pour rendre la main."))
            self.open_day(self.session.workshop.folder, write=Write.TAKE_OVER)

    def _look_around(self) -> None:
        """Once a second: try again what is not kept, take in what others kept, let go when another console asks."""
        session = self.session
        if session is None:
            return
        session.every_second()
        if not session.workshop.read_only and session.workshop.wanted_elsewhere() and session.keeper.is_idle:
            session.workshop.let_go()
            session.changed()

    # --- what screens ask ---

    def drift(self) -> tuple[str, str]:
        """Return how the day goes, with its sign and its token; another day than today is a rehearsal."""
        from facilitation.workshop.schedule import late

        if self.session is None:
            return "", "doux"
        workshop = self.session.workshop
        if local_date(workshop.now()) != workshop.day.date:
            return "◇ essai", "doux"
        return drift_words(late(workshop.slots()))

    def standing_strip(self) -> words.Strip | None:
        """Return what must stay in sight: another console writes, or something is wrong in the day's file."""
        from facilitation.workshop.glancing import said_there

        session = self.session
        if session is None:
            return None
        if session.workshop.read_only and self.holder is not None:
            return words.elsewhere(self.holder.holder, self.holder.since, session.workshop.host)
        told = [said_there(problem, session.workshop.folder) for problem in session.workshop.problems] + list(
            session.workshop.notices
        )
        if not told:
            trying = self.is_trial(session.workshop.folder)
            return words.Strip(words.TRYING, "", "attention") if trying else None
        more = f" (et {len(told) - 1} autre{'s' if len(told) > 2 else ''})" if len(told) > 1 else ""
        return words.Strip(f"◐ {told[0]}{more}", "", "attention")

    def hint_for(self, screen: Screen[Any]) -> str:
        """Return the hint of a screen, on its first visits."""
        return self._hints.shown(screen)

    async def on_event(self, event: events.Event) -> None:
        """Note the keys that hints teach before anything else takes them."""
        if isinstance(event, events.Key):
            self._hints.used(self.screen, event.key)
        elif isinstance(event, events.Paste):
            self._hints.used(self.screen, PASTE)
        await super().on_event(event)

    def show_help(self, screen: Framed) -> None:
        """Show the keys of a screen."""
        from facilitation.console.screens.help import help_overlay

        def closed(key: str | None) -> None:
            if key and key not in {"f1", "?"}:
                screen.typed_elsewhere(key)

        self.push_screen(help_overlay(self, screen), closed)

    def show_palette(self) -> None:
        """Show every action by name."""
        from facilitation.console.screens.palette import Finder

        self.push_screen(Finder(self))

    def documents_made(self) -> None:
        """Say that the documents are made, wherever one is."""
        from facilitation.console.screens.documents import DocumentsScreen

        if isinstance(self.screen, DocumentsScreen):
            self.screen.refresh_all()
        elif self.session is not None and self.making is not None:
            self.session.say(self.making.sentence())

    def toggle_theme(self) -> None:
        """Change from dark to light, or back; it is remembered."""
        self.theme = "clair" if self.theme == "sombre" else "sombre"
        self.settings.theme = self.theme
        settings.save(self.settings)
        self.call_after_refresh(self._repaint)

    def _repaint(self) -> None:
        """Paint every screen again, in the colours of the theme."""
        for screen in self.screen_stack:
            if isinstance(screen, Framed):
                screen.refresh_all()

    # --- leaving ---

    def action_save_told(self) -> None:
        """Ctrl+C: nothing to interrupt; say how one leaves."""
        if self.session is not None:
            self.session.say(french("◐ Pour quitter : Ctrl+Q. Tout est gardé."))

    async def action_leave(self) -> None:
        """Ctrl+Q: leave at once; the disk has a moment to finish."""
        session = self.session
        if session is not None:
            for screen in self.screen_stack:
                if isinstance(screen, Framed):
                    screen.before_moving()
            folder = session.workshop.folder
            await session.settle(SETTLE)
            self.goodbye = words.TRIED if self.is_trial(folder) else words.leaving(str(folder))
            self.close_day()
        self.exit()


def drift_words(seconds: int) -> tuple[str, str]:
    """Return « ◐ retard 9 min » and its token; under two minutes is on time."""
    minutes = round(abs(seconds) / MINUTE)
    if minutes < 2:
        return "● à l’heure", "ok"
    if seconds < 0:
        return f"● avance {minutes} min", "ok"
    return (f"▲ retard {minutes} min", "alerte") if minutes >= 20 else (f"◐ retard {minutes} min", "att")


def _theme(palette: Palette) -> Theme:
    return Theme(
        name=palette.name,
        primary=palette.accent,
        foreground=palette.texte,
        background=palette.fond,
        surface=palette.surface,
        panel=palette.surface,
        dark=palette.name == "sombre",
        variables={
            "input-cursor-background": palette.accent,
            "input-cursor-foreground": palette.sur_accent,
            "input-selection-background": palette.sel,
            "field": palette.creux,
            "soft": palette.doux,
        },
    )


@dataclass(frozen=True, slots=True)
class Farewell:
    """How a console was left: the exit status, and what the terminal should say."""

    status: int
    lines: tuple[str, ...]


def _erase_trial_when_stopped(app: Console) -> None:
    """Erase the throw-away day too when the window of the terminal is closed, or the system stops the console."""

    def stopped(number: int, _frame: object) -> None:
        app.end_trial()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)

    for name in ("SIGHUP", "SIGTERM"):  # Windows has no SIGHUP
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stopped)


def run(folder: Path | None = None, group: str = "", trial: Trial | None = None) -> Farewell:
    """Run the console until it is left, on the day of a ``trial`` when there is one: it is erased then.

    What could not be kept is given back, word for word.
    """
    app = Console(trial.folder if trial else folder, group)
    app.trial = trial
    _erase_trial_when_stopped(app)
    try:
        app.run()
    finally:
        app.end_trial()
    if app.lost:
        return Farewell(1, (french("Ces idées ne sont PAS gardées :"), *app.lost))
    return Farewell(app.return_code or 0, (app.goodbye,) if app.goodbye else ())
