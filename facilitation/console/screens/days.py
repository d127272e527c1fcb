"""The days this computer knows; the first screen of all when it knows none."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from facilitation.console import keys, words
from facilitation.console.keys import Key
from facilitation.console.paint.pages import chips
from facilitation.console.paint.row import EMPTY, SOFT, Row, row
from facilitation.console.paint.welcome import detail, heading, listed_days, short_date, welcome
from facilitation.console.screens.page import PageScreen
from facilitation.console.widgets.bar import BarView
from facilitation.console.widgets.line import CaptureLine, LineView
from facilitation.errors import FacilitationError
from facilitation.typography import NBSP, french, quoted
from facilitation.workshop.glance import Glance
from facilitation.workshop.memory import recent

CHOICES = (
    (keys.DEMO, "Voir la démonstration", "une vraie journée, déjà remplie"),
    (keys.NEW, "Préparer ma journée", "à partir d’un modèle, en une minute"),
    (keys.OPEN, "Ouvrir un dossier", "une journée préparée par quelqu’un d’autre"),
    (keys.TRIAL, "Essayer le clavier", "dix secondes, une fois par ordinateur"),
)


class DaysScreen(PageScreen):
    """The list of days. They are read off the screen's thread, and appear as they come."""

    SIDE = (100, 42)
    LETTERS: ClassVar[tuple[Key, ...]] = (keys.NEW, keys.DEMO, keys.OPEN, keys.CARDS, keys.TRIAL)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave_line", show=False, priority=True)]

    def __init__(self) -> None:
        super().__init__()
        self.days: list[Glance] = []
        self.is_read = False
        self.line = CaptureLine()
        self.line.display = False
        self._trouble: words.Strip | None = None
        self._reading = 0
        self._picked: Path | None = None

    def on_screen_resume(self) -> None:
        """Read the days, once the page is painted: one of them may have gone on since."""
        self.call_after_refresh(self.read)

    # --- reading ---

    def read(self) -> None:
        """Read the days this computer knows, off the screen's thread."""
        self._reading += 1
        threading.Thread(target=self._read, args=(self._reading, self.console.now), name="journées", daemon=True).start()

    def _read(self, turn: int, now: object) -> None:
        found: list[Glance] = []
        for folder in recent():
            from facilitation.workshop.glancing import glance  # noqa: PLC0415  # the first screen does not wait for it

            found.append(glance(folder, now))  # type: ignore[arg-type]  # the console's clock
            self.console.later(partial(self._show, turn, sorted(found, key=lambda day: day.order), False))
        self.console.later(partial(self._show, turn, sorted(found, key=lambda day: day.order), True))

    def _show(self, turn: int, days: list[Glance], is_whole: bool) -> None:
        if turn != self._reading or (self.is_read and not is_whole):
            return
        here = self._picked
        self.days, self.is_read = days, self.is_read or is_whole
        folders = [day.folder for day in days]
        self.chosen = folders.index(here) if here in folders else 0
        self.side.display = self.app.size.width >= self.SIDE[0] and self.has_side
        self.refresh_all()

    @property
    def day(self) -> Glance | None:
        """The chosen day."""
        return self.days[self.chosen] if self.chosen < len(self.days) else None

    # --- what is shown ---

    @property
    def has_side(self) -> bool:
        """Whether there is a day to detail."""
        return bool(self.days)

    def trail(self) -> tuple[str, ...]:
        """Return where one is."""
        return ("Journées d’animation",)

    def bar_view(self) -> BarView:
        """Return the bar: no day is under one's eyes, none is late."""
        return BarView(self.trail(), self.hour())

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the list, or the first screen of all."""
        if not self.days:
            return welcome(CHOICES, width, height) if self.is_read else [EMPTY, row(("  …", SOFT))]
        room = height - 5
        rows = [EMPTY, heading("Vos journées"), EMPTY]
        rows += listed_days(self.days, self.chosen, width, room, roomy=self.is_roomy)
        rows += [EMPTY] * (height - len(rows) - 2)
        return [*rows, chips(self.letters()), EMPTY]

    def paint_side(self, width: int, height: int) -> list[Row]:
        """Return the chosen day in detail."""
        return [row("  ", *line) for line in detail(self.day, width - 3)][:height] if self.day else []

    def letters(self) -> tuple[Key, ...]:
        """Return the letters that do something now; the trial of the keyboard is offered on the first screen of all."""
        return (keys.NEW, keys.DEMO, keys.OPEN, keys.CARDS) if self.days else self.LETTERS

    def forward_words(self) -> str:
        """Return what F5 will do."""
        day = self.day
        if day is None:
            return "voir la démonstration" if self.is_read else ""
        when = f", {short_date(day.date)}" if day.date else ""
        return f"reprendre {quoted(day.current)}{when}" if day.current else f"ouvrir {quoted(day.title)}{when}"

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot."""
        if self.line.display:
            return (("Entrée", "ouvrir"), ("Échap", "laisser"))
        if not self.days:
            return (("D", "démonstration"), ("N", "préparer"), ("O", "ouvrir"), ("Ctrl+Q", "quitter"))
        return (("↑↓", "choisir"), ("Entrée", "ouvrir"), ("N", "nouvelle"), ("D", "démonstration"), ("Ctrl+P", "tout"))

    def trouble_strip(self) -> words.Strip | None:
        """Return why a day could not be opened."""
        return self._trouble

    def trouble(self, message: str) -> None:
        """Show why a day could not be opened, until the next key."""
        first, _, rest = message.partition("\n")
        more = rest.count("\n") + 1 if rest else 0
        also = f" (et {more} autre{'s' if more > 1 else ''})" if more else ""
        is_file = "." in first.split(" ", maxsplit=1)[0]
        self._trouble = words.Strip(f"◐ {first if is_file else words.capital(first)}{also}", "", "attention")
        self.refresh_all()

    # --- keys ---

    def action_choose(self, step: int) -> None:
        """↑ ↓: the day before or after."""
        if self.days:
            self.chosen = max(0, min(len(self.days) - 1, self.chosen + step))
            self._picked = self.days[self.chosen].folder
        self._trouble = None
        self.refresh_all()

    def action_enter(self) -> None:
        """Enter: open the chosen day."""
        self._trouble = None
        if self.day is None:
            self.action_demo()
        elif self.day.problem:
            self.trouble(self.day.problem)
        else:
            self.console.enter_day(self.day.folder)

    def action_forward(self) -> None:
        """F5: go on with the chosen day; a presentation of the console when there is none."""
        if self.is_read:
            self.action_enter()

    def action_new(self) -> None:
        """N: a new day."""
        self.console.show_models()

    def action_demo(self) -> None:
        """D: the example day, made when it is not there."""

        def made() -> None:
            try:
                from facilitation.workshop.days import demonstration  # noqa: PLC0415  # see above

                folder = demonstration()
            except FacilitationError as error:
                self.console.later(partial(self.trouble, str(error)))
            else:
                self.console.later(partial(self.console.enter_day, folder))

        self.say("… Préparation de la démonstration.")
        threading.Thread(target=made, name="démonstration", daemon=True).start()

    def action_cards(self) -> None:
        """B: the exercises."""
        self.console.show_cards()

    def action_trial(self) -> None:
        """C: the trial of the keyboard."""
        self.console.show_trial()

    async def action_open_folder(self) -> None:
        """O: type the folder of a day. The line is made then: the first screen does not wait for it."""
        if not self.line.is_attached:
            await self.query_one("#work").mount(self.line)
        self.line.display = True
        placeholder = "le dossier de la journée, puis Entrée"
        self.line.show(LineView("Dossier", placeholder=placeholder, below=french("Échap : laisser")))
        self.line.field.focus()
        self.call_after_refresh(self.refresh_all)

    def action_leave_line(self) -> None:
        """Esc: leave the line; there is nothing above this screen."""
        if self.line.display:
            self.line.display = False
            self.set_focus(None)
        self._trouble = None
        self.call_after_refresh(self.refresh_all)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the folder typed."""
        event.stop()
        text = event.value.strip().strip("\"'")
        if not text:
            return
        folder = Path(text).expanduser()
        folder = folder.parent if folder.name == "journee.yaml" else folder
        if (folder / "journee.yaml").is_file():
            self.line.field.value = ""
            self.action_leave_line()
            self.console.enter_day(folder)
        else:
            why = "ce dossier n’a pas de journee.yaml" if folder.is_dir() else "ce dossier n’existe pas"
            self.trouble(f"{quoted(text)}{NBSP}: {why}.")
