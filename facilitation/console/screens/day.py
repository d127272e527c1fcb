"""The day: its table, how late it is, ways to catch up, and the door to each sequence."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from facilitation.console import keys, words
from facilitation.console.agenda import Agenda, is_moment
from facilitation.console.keys import Key
from facilitation.console.paint.pages import chips
from facilitation.console.paint.row import EMPTY, STRONG, Row, row
from facilitation.console.paint.timer import BigTimer, panel, whole
from facilitation.console.paint.timetable import RIBBONS, detail, notice, proposal, ribbons, table
from facilitation.console.running import Running, lasting_words
from facilitation.console.screens.groups import DealtGroups, groups_overlay
from facilitation.console.screens.overlay import Overlay
from facilitation.console.screens.page import PageScreen
from facilitation.console.session import Session
from facilitation.console.timetable import Timetable, kept_in_words
from facilitation.console.widgets.bar import BarView
from facilitation.day import Sequence
from facilitation.errors import FacilitationError
from facilitation.hours import seconds_of_day
from facilitation.workshop.grouping import grouping
from facilitation.workshop.review import empty_cells
from facilitation.workshop.schedule import Share

TAKEN = "✓ Horaires rattrapés. Ctrl+Z pour revenir aux durées d’avant."
ON_TIME = "● Rien à rattraper."


class DayScreen(PageScreen):
    """The running order. A moment without an exercise is run from here, its timer in the bar."""

    LETTERS: ClassVar[tuple[Key, ...]] = (
        keys.CATCH_UP, keys.GROUPS, keys.PAPER, keys.PHOTOS, keys.MERGE, keys.WRITE, keys.DOCUMENTS, keys.CARDS,
        keys.OWN, keys.TAKE,
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "share(-1)", show=False),
        Binding("right", "share(1)", show=False),
        *(Binding(key.all_keys, key.action, show=False) for key in keys.TURNING),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.agenda = Agenda(session)
        self.share_rank: int | None = None
        self._rung = ""
        self._next: Sequence | None = None

    def refresh_all(self) -> None:
        """Paint everything again, on what is under way or comes next once that has changed."""
        self._choose_next()
        super().refresh_all()

    # --- what there is ---

    @property
    def sequence(self) -> Sequence:
        """The chosen sequence."""
        return self.agenda.sequences[self.chosen]

    @property
    def share(self) -> Share | None:
        """The way to catch up that is on show."""
        found = Timetable(self.session.workshop).shares if self.share_rank is not None else ()
        return found[(self.share_rank or 0) % len(found)] if found else None

    def _choose_next(self) -> None:
        """Choose what is under way or comes next, when that changed since it was last chosen."""
        found = self.agenda.next
        if found != self._next:
            self._next = found
            self.chosen = self.agenda.sequences.index(found) if found else 0

    # --- what is shown ---

    def trail(self) -> tuple[str, ...]:
        """Return where one is."""
        return ("Journées", self.session.workshop.day.title)

    def bar_view(self) -> BarView:
        """Return the bar; with the timer of a moment without an exercise."""
        moment = self.agenda.moment
        timer = moment.timer() if moment else None
        if moment is None or timer is None:
            return super().bar_view()
        return BarView(self.trail(), self.hour(), self.console.drift(), moment.sequence.title, f"fin {timer.until}", timer)

    def paint(self, width: int, height: int) -> list[Row]:
        """Return how the day goes, its ribbons in tall windows, its table."""
        found, share = Timetable(self.session.workshop), self.share
        if share:
            head = proposal(found.proposal(share), self.share_rank or 0, len(found.shares), width)
        else:
            head = notice(found.notice(), width, can_catch_up=bool(found.shares))
        if self.is_roomy and found.has_hours:
            drawn = ribbons(found.slots, seconds_of_day(self.session.workshop.now()), width)
            head += [EMPTY, *drawn] if len(drawn) == RIBBONS else []
        head.append(EMPTY)
        room = height - len(head) - 3
        body = table(found.lines(share), self.chosen, width, room, roomy=self.is_roomy)
        filler = [EMPTY] * max(0, height - len(head) - len(body) - 2)
        return [*head, *body, *filler, chips(self.letters(), width), EMPTY]

    def paint_side(self, width: int, height: int) -> list[Row]:
        """Return the chosen sequence in detail, under the timer of a moment without an exercise."""
        moment = self.agenda.moment
        timer = moment.timer() if moment else None
        head = panel(timer, width) if timer else []
        day, sequence = self.session.workshop.day, self.sequence
        room = self.session.workshop.room
        kept = kept_in_words(room.kept_in(sequence.key), len(empty_cells(day, room, sequence)))
        return [*head, *(row("  ", *line) for line in detail(day, sequence, kept, width - 4))][:height]

    def letters(self) -> tuple[Key, ...]:
        """Return the letters that do something now."""
        found = [keys.GROUPS] if self.session.workshop.day.groups else []
        if self.session.workshop.read_only:
            return (*found, keys.DOCUMENTS, keys.CARDS, keys.OWN, keys.TAKE)
        found += [keys.PAPER, keys.PHOTOS] if any(sequence.exercise for sequence in self.session.workshop.day.sequences) else []
        found += [keys.MERGE] if self.session.workshop.room.newest_idea() else []
        found += [keys.DOCUMENTS, keys.WRITE, keys.CARDS]
        return (keys.CATCH_UP, *found) if Timetable(self.session.workshop).shares else tuple(found)

    def forward_words(self) -> str:
        """Return what F5 will do."""
        return self.agenda.forward_words()

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot."""
        if self.share is not None:
            return (("Entrée", "prendre"), ("Échap", "laisser"), ("←→", "autre répartition"))
        if self.session.workshop.read_only:
            return (("O", "mon propre carnet"), ("P", "prendre la main"), ("↑↓", "choisir"), ("E", "documents"))
        if self.agenda.moment is not None:
            return (("F7", "+5 min"), ("F8", "pause"), ("F9", "minuteur en grand"), ("↑↓", "choisir"))
        found = [("↑↓", "choisir"), ("Entrée", "animer")]
        if Timetable(self.session.workshop).shares:
            found.append(("R", "rattraper"))
        if self.console.is_trial(self.session.workshop.folder):
            found.append((keys.UP.shown, "finir l’essai"))
        return (*found, ("E", "documents"), ("Ctrl+P", "tout"))

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page for the help."""
        return (("↑ ↓", "choisir une séquence"), ("Entrée", "animer la séquence choisie"), *super().help_keys()[2:])

    def tick(self) -> None:
        """Paint what the time changes: the forecasts too, once a minute."""
        super().tick()
        moment = self.agenda.moment
        timer = moment.timer() if moment else None
        if timer is not None and self.side.display:
            self.side.repaint()
        self.main.repaint()
        pace = f"{moment.key} {timer.pace}" if moment and timer else ""
        if timer and pace != self._rung:
            if timer.left <= 0 and self._rung.startswith(f"{moment.key if moment else ''} "):
                self.app.bell()
            self._rung = pace

    # --- going on ---

    def action_forward(self) -> None:
        """F5: the next thing of the day."""
        if self.session.keeper.failure is not None:
            self.session.keeper.retry()
            return
        self.share_rank = None
        moment, found = self.agenda.moment, self.agenda.running
        if moment is not None:
            if not self._refuses():
                moment.forward()
                self.refresh_all()
        elif found is not None:
            self.console.play(found.key)
        elif self.agenda.coming is None or self.session.workshop.read_only:
            self.action_documents()
        else:
            self.open(self.agenda.coming)

    def action_enter(self) -> None:
        """Enter: take the proposal, or run the chosen sequence."""
        share = self.share
        if share is not None:
            self.share_rank = None
            self.session.keep(lambda: self.session.workshop.adjust(share), TAKEN)
            self.refresh_all()
        else:
            self.open(self.sequence)

    def open(self, sequence: Sequence) -> None:
        """Run a sequence: on its own screen, or here when there is nothing to answer."""
        if not is_moment(sequence):
            self.console.play(sequence.key)
            return
        if not self._refuses():
            running = Running(self.session, sequence.key)
            if not running.is_on:
                running.begin()
                lasting = lasting_words(sequence.seconds, long=True)
                self.say(f"▶ {words.cut(sequence.title, 30)}{f', {lasting}' if lasting else ''}. F5 pour terminer.")
            self.refresh_all()

    def _refuses(self) -> bool:
        if self.session.workshop.read_only:
            self.say(words.READ_ONLY)
        return self.session.workshop.read_only

    def action_choose(self, step: int) -> None:
        """↑ ↓: the sequence before or after."""
        self.chosen = max(0, min(len(self.agenda.sequences) - 1, self.chosen + step))
        self.refresh_all()

    # --- catching up ---

    def action_catch_up(self) -> None:
        """R: propose a way to catch up, in the table."""
        if self._refuses():
            return
        if not Timetable(self.session.workshop).shares:
            self.say(ON_TIME)
            return
        self.share_rank = 0
        self.foot.say("")
        self.refresh_all()

    def action_share(self, step: int) -> None:
        """← →: another way to catch up."""
        if self.share_rank is not None:
            self.share_rank += step
            self.refresh_all()

    def action_up_level(self) -> None:
        """Esc: leave the proposal, then the day, which stays open."""
        if self.share is not None:
            self.share_rank = None
            self.refresh_all()
        else:
            super().action_up_level()

    def action_undo(self) -> None:
        """Ctrl+Z: the minutes given to what is under way, else the durations taken to catch up."""
        if not self._refuses():
            self.session.undo(self.agenda.undoable("done"), lambda _address: None)

    def action_redo(self) -> None:
        """Ctrl+Y: what was undone last."""
        if not self._refuses():
            self.session.redo(self.agenda.undoable("undone"), lambda _address: None)

    # --- the timer of a moment ---

    def action_more_time(self) -> None:
        """F7: five minutes more."""
        if self.agenda.moment is not None and not self._refuses():
            self.agenda.moment.add_time()

    def action_pause(self) -> None:
        """F8: pause, or go on."""
        if self.agenda.moment is not None and not self._refuses():
            self.agenda.moment.toggle_pause()

    def action_big_timer(self) -> None:
        """F9: the timer fills the screen."""
        moment = self.agenda.moment
        if moment is None or moment.timer() is None:
            self.say("◐ Aucun minuteur ne tourne.")
            return

        def paint(width: int, height: int) -> list[Row]:
            timer = moment.timer()
            told_keys = row(("Échap revenir", STRONG))
            return whole(BigTimer(timer, moment.sequence.title, told_keys), width, height) if timer else [EMPTY]

        self.app.push_screen(Overlay(paint, 500, 200, side="full", live=True))

    # --- other doors ---

    def action_groups(self) -> None:
        """G: who is in each group, or the groups that the list of participants makes."""
        workshop = self.session.workshop
        if not workshop.day.groups:
            self.say("◆ Cette journée n’a pas de groupes dans journee.yaml.")
            return
        try:
            found = None if workshop.read_only else grouping(workshop)
            panel = groups_overlay(workshop.day) if found is None else DealtGroups(found, self.say)
        except FacilitationError as error:
            self.say(f"◆ {error}")
            panel = groups_overlay(workshop.day)
        self.app.push_screen(panel)

    def action_paper(self) -> None:
        """S: filled paper sheets, typed with their codes."""
        self.console.show_paper()

    def action_photos(self) -> None:
        """J: photos of paperboards."""
        self.console.show_photos()

    def action_regroup(self) -> None:
        """M: the near ideas, side by side."""
        self.console.show_merging()

    def action_write(self) -> None:
        """I: staff's own paragraphs."""
        self.console.show_writing()

    def action_documents(self) -> None:
        """E: the documents."""
        self.console.show_documents()

    def action_cards(self) -> None:
        """B: the exercises."""
        self.console.show_cards()

    def action_open_own(self) -> None:
        """O: write in a journal of one's own."""
        self.console.open_own()

    def action_take_over(self) -> None:
        """P: write instead of the other console."""
        self.console.take_over()
