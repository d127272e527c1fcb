"""Staff's own paragraphs: the introduction, what they write on each sequence, the conclusion; kept as they stop typing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from facilitation.console import keys, words
from facilitation.console.paint.pages import entry, told, window
from facilitation.console.paint.row import ACCENT, EMPTY, SOFT, STRONG, Ink, Row, cut, justified, row
from facilitation.console.screens.page import PageScreen
from facilitation.console.session import Session
from facilitation.console.widgets.form import Area, Label
from facilitation.errors import InvalidAnswerError
from facilitation.events import Event
from facilitation.room import WRITTEN
from facilitation.typography import french, plural
from facilitation.workshop import redacting
from facilitation.workshop.redacting import Spot

PAUSE = 1.0  # seconds after the last key
ABOUT = french("Vos mots à vous, dans la synthèse. Une ligne vide sépare deux paragraphes. journee.yaml ne change pas.")
EMPTY_SPOT = "à écrire"
FROM_DAY = "de journee.yaml"


class Page(Area):
    """The text of one place. Once nothing typed here is left to undo or redo, it says so: what was kept is turned instead."""

    class Turned(Message):
        """``pile`` is that of the room's history: « done » to undo, « undone » to redo."""

        def __init__(self, pile: str) -> None:
            super().__init__()
            self.pile = pile

    def action_undo(self) -> None:
        """Ctrl+Z: what was typed last, else what was kept last."""
        before = self.text
        super().action_undo()
        if self.text == before:
            self.post_message(self.Turned("done"))

    def action_redo(self) -> None:
        """Ctrl+Y: what was undone last."""
        before = self.text
        super().action_redo()
        if self.text == before:
            self.post_message(self.Turned("undone"))


class WritingScreen(PageScreen):
    """The places of the document where staff write, and the text of the current one."""

    CSS = """
    WritingScreen Page { height: 1fr; border: none; padding: 0 0 0 1; margin: 0 1 0 2;
        background: $field; color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"{keys.NEXT_COLUMN.all_keys},{keys.NEXT_ROW.all_keys}", "go(1)", show=False),
        Binding(f"{keys.PREVIOUS_COLUMN.all_keys},{keys.PREVIOUS_ROW.all_keys}", "go(-1)", show=False),
    ]

    def __init__(self, session: Session, sequence: str = "") -> None:
        super().__init__()
        self.session = session
        self.spots = redacting.spots(session.workshop.day)
        self.chosen = next((rank for rank, spot in enumerate(self.spots) if sequence and spot.sequence == sequence), 0)
        self.label = Label()
        self.page = Page("")
        self.known = ""  # what is kept, as far as this screen knows
        self._pausing: Timer | None = None
        self._is_refused = False

    def below(self) -> ComposeResult:
        """Yield the name of the current place, then its text."""
        yield self.label
        yield self.page

    def arrive(self) -> None:
        """Open the first place."""
        self.page.read_only = self.session.workshop.read_only
        self._open(self.chosen)

    @property
    def has_side(self) -> bool:
        """Whether there is something to put in the panel."""
        return False

    @property
    def spot(self) -> Spot:
        """The current place."""
        return self.spots[self.chosen]

    @property
    def is_changed(self) -> bool:
        """Whether something typed here is not kept yet."""
        return redacting.normal(self.page.text) != self.known

    # --- what is shown ---

    def trail(self) -> tuple[str, ...]:
        """Return where one is."""
        day = self.session.workshop.day
        return day.overtitle or day.title, "Vos paragraphes"

    def on_resize(self, event: events.Resize) -> None:
        """Leave the text at least half of the window."""
        super().on_resize(event)
        self.main.styles.height = min(len(self.spots) + 5, max(7, event.size.height // 2 - 2))

    def paint(self, width: int, height: int) -> list[Row]:
        """Return what this is for, and the places."""
        head = [EMPTY, *(row("  ", *line) for line in told(ABOUT, width - 4, SOFT)), EMPTY]
        shown = window(len(self.spots), self.chosen, max(1, height - len(head) - 1))
        return [*head, *(self._entry(rank, width) for rank in shown), EMPTY][:height]

    def _entry(self, rank: int, width: int) -> Row:
        workshop, spot = self.session.workshop, self.spots[rank]
        text = redacting.standing(workshop.day, workshop.room, spot)
        state = plural(len(text.split()), "mot") if text else EMPTY_SPOT
        state = f"{FROM_DAY}, {state}" if redacting.from_day(workshop.day, workshop.room, spot) else state
        name = row(" ", (cut(spot.title, width - len(state) - 8), STRONG if text else SOFT))
        return entry(name, row((state, SOFT)), width, chosen=rank == self.chosen, click=f"screen.pick({rank})")

    def refresh_all(self) -> None:
        """Paint everything again; what is kept elsewhere comes in, unless something is being typed."""
        if not self.is_mounted:
            return
        if self.session.keeper.is_idle and not self.is_changed:
            self._take()
        self._tell()
        super().refresh_all()

    def _take(self) -> None:
        """Show what is kept."""
        workshop = self.session.workshop
        text = redacting.standing(workshop.day, workshop.room, self.spot)
        self.known = redacting.normal(text)
        if redacting.normal(self.page.text) != self.known:
            self.page.text = text

    def _tell(self) -> None:
        count, width = len(self.page.text.split()), max(20, self.app.size.width - 1)
        state, token = self._state(count)
        said = row((f"{plural(count, 'mot')}  " if count else "", SOFT), (f"{state} ", Ink(token)))
        self.label.content = justified(row("▶ ", (cut(self.spot.title, width - 36), ACCENT)), said, width)
        self.label.repaint()

    def _state(self, count: int) -> tuple[str, str]:
        """Return whether the text is kept, in words, and its token."""
        if self._is_refused:
            return "▲ pas gardé", "alerte"
        if self.is_changed:
            return "… j’écris", "doux"
        at = f"✓ gardé à {self.session.kept_at}" if self.session.kept_at else "✓ gardé"
        return (at, "ok") if count else (EMPTY_SPOT, "doux")

    # --- keeping ---

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is typed one second after the last key; until then it is a draft."""
        event.stop()
        if self.is_changed and not self.page.read_only:
            self.session.drafts[self._place()] = self.page.text
            if self._pausing is not None:
                self._pausing.stop()
            self._pausing = self.set_timer(PAUSE, self.keep)
        self._tell()

    def _place(self) -> str:
        return f"¶|{self.spot.part}|{self.spot.sequence}"

    def keep(self) -> None:
        """Keep the text when it changed; one that cannot be stays a draft, and says why."""
        if not self.is_changed or self.page.read_only:
            return
        text, place, workshop = self.page.text, self._place(), self.session.workshop
        try:
            self.known = redacting.checked(text)
        except InvalidAnswerError as error:
            self._is_refused = True
            self._tell()
            self.say(words.refused(error))
            return
        self._is_refused = False

        def kept(_events: Sequence[Event]) -> str:
            if self.session.drafts.get(place) == text:
                del self.session.drafts[place]
            return ""

        self.session.keep(partial(redacting.writing, workshop.day, workshop.room, self.spot, text), kept)
        self._tell()

    def before_moving(self) -> None:
        """Keep what is being typed."""
        self.keep()

    def on_screen_suspend(self) -> None:
        """Keep what is being typed before another screen comes over this one."""
        self.keep()

    def action_up_level(self) -> None:
        """Esc: keep, then go up."""
        self.keep()
        super().action_up_level()

    # --- going about ---

    def _open(self, rank: int) -> None:
        """Go to a place: its draft when there is one, else what stands there."""
        self.keep()
        self.chosen, self._is_refused = rank, False
        workshop = self.session.workshop
        standing = redacting.standing(workshop.day, workshop.room, self.spot)
        self.known = redacting.normal(standing)
        self.page.text = self.session.drafts.get(self._place(), standing)
        self.page.move_cursor(self.page.document.end)
        self.set_focus(self.page)
        self.refresh_all()

    def action_go(self, step: int) -> None:
        """Tab, Maj+Tab: the place after or before."""
        self._open((self.chosen + step) % len(self.spots))

    def action_choose(self, step: int) -> None:
        """A click: another place."""
        self._open(max(0, min(len(self.spots) - 1, self.chosen + step)))

    def action_enter(self) -> None:
        """A click on the current place: back to its text."""
        self.set_focus(self.page)

    def on_screen_resume(self) -> None:
        """Come back from another screen, the cursor in the text."""
        super().on_screen_resume()
        self.set_focus(self.page)

    def typed_elsewhere(self, key: str) -> None:
        """Put the character that closed an overlay in the text."""
        if len(key) == 1 and not self.page.read_only:
            self.page.insert(key)

    def action_forward(self) -> None:
        """F5: the documents; or try again what is not kept."""
        self.keep()
        if self.session.keeper.failure is not None:
            self.session.keeper.retry()
        else:
            self.console.show_documents()

    # --- undoing ---

    def on_page_turned(self, event: Page.Turned) -> None:
        """Undo, or redo, what was kept last, in the place where it was written."""
        event.stop()
        workshop = self.session.workshop
        if workshop.read_only:
            return
        self.keep()
        turn = self.session.undo if event.pile == "done" else self.session.redo
        history = workshop.room.history(WRITTEN, workshop.host)
        acts = history.done if event.pile == "done" else history.undone
        spot = redacting.spot_of(workshop.day, workshop.room.events_of(acts[-1])) if acts else None
        if spot is not None and spot != self.spot:
            self._open(self.spots.index(spot))
        turn(WRITTEN, lambda _cell: None)  # paragraphs have no cell to go to

    # --- what is told ---

    def forward_words(self) -> str:
        """Return what F5 will do."""
        return "fabriquer les documents"

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot."""
        return (("Tab", "endroit suivant"), ("Maj+Tab", "endroit d’avant"), ("Ctrl+Z", "annuler"))

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page for the help."""
        return (*self.foot_keys()[:2], ("Entrée", "à la ligne, deux fois pour un autre paragraphe"))
