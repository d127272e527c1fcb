"""The day: its table, how late it is, ways to catch up, and the door to each sequence."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from facilitation.console import keys, words
from facilitation.console.keys import Key
from facilitation.console.paint.pages import chips, headed, titled, told
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Ink, Row, row
from facilitation.console.paint.timer import BigTimer, panel, whole
from facilitation.console.paint.timetable import RIBBONS, ribbons, table
from facilitation.console.running import Running, lasting_words
from facilitation.console.screens.groups import groups_overlay
from facilitation.console.screens.overlay import Overlay
from facilitation.console.screens.page import PageScreen
from facilitation.console.session import Session
from facilitation.console.timetable import Timetable, kept_in_words, moment_words
from facilitation.console.widgets.bar import BarView
from facilitation.day import Sequence
from facilitation.hours import seconds_of_day
from facilitation.typography import NBSP, quoted
from facilitation.workshop.review import empty_cells
from facilitation.workshop.schedule import Share

TAKEN = "✓ Horaires rattrapés. Ctrl+Z pour revenir aux durées d’avant."
ON_TIME = "● Rien à rattraper."


class DayScreen(PageScreen):
    """The running order. A moment without an exercise is run from here, its timer in the bar."""

    LETTERS: ClassVar[tuple[Key, ...]] = (keys.CATCH_UP, keys.GROUPS, keys.DOCUMENTS, keys.CARDS, keys.OWN, keys.TAKE)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "share(-1)", show=False),
        Binding("right", "share(1)", show=False),
        *(Binding(key.all_keys, key.action, show=False) for key in keys.TURNING),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.chosen = 0
        self.share_rank: int | None = None
        self._rung = ""
        self._next: Sequence | None = None

    def refresh_all(self) -> None:
        """Paint everything again, on what is under way or comes next once that has changed."""
        self._choose_next()
        super().refresh_all()

    # --- what there is ---

    @property
    def sequences(self) -> tuple[Sequence, ...]:
        """The sequences of the day."""
        return self.session.workshop.day.sequences

    @property
    def sequence(self) -> Sequence:
        """The chosen one."""
        return self.sequences[min(self.chosen, len(self.sequences) - 1)]

    @property
    def running(self) -> Sequence | None:
        """The one under way."""
        room = self.session.workshop.room
        return next((sequence for sequence in self.sequences if room.progress(sequence.key).running), None)

    @property
    def coming(self) -> Sequence | None:
        """The one that comes next: after the last one played, else the first one left out."""
        states = [slot.state for slot in self.session.workshop.slots()]
        played = max((rank for rank, state in enumerate(states) if state != "à venir"), default=-1)
        order = [*range(played + 1, len(states)), *range(played + 1)]
        return next((self.sequences[rank] for rank in order if states[rank] == "à venir"), None)

    @property
    def moment(self) -> Running | None:
        """The moment without an exercise that is under way."""
        found = self.running
        return Running(self.session, found.key) if found is not None and is_moment(found) else None

    @property
    def share(self) -> Share | None:
        """The way to catch up that is on show."""
        found = Timetable(self.session.workshop).shares if self.share_rank is not None else ()
        return found[(self.share_rank or 0) % len(found)] if found else None

    def _choose_next(self) -> None:
        """Choose what is under way or comes next, when that changed since it was last chosen."""
        found = self.running or self.coming
        if found != self._next:
            self._next = found
            self.chosen = self.sequences.index(found) if found in self.sequences else 0

    # --- what is shown ---

    def trail(self) -> tuple[str, ...]:
        """Return where one is."""
        return ("Journées", self.session.workshop.day.title)

    def bar_view(self) -> BarView:
        """Return the bar; with the timer of a moment without an exercise."""
        moment = self.moment
        timer = moment.timer() if moment else None
        if moment is None or timer is None:
            return super().bar_view()
        return BarView(self.trail(), self.hour(), self.console.drift(), moment.sequence.title, f"fin {timer.until}", timer)

    def paint(self, width: int, height: int) -> list[Row]:
        """Return how the day goes, its ribbons in tall windows, its table."""
        found, share = Timetable(self.session.workshop), self.share
        head = self._proposal(found, share, width) if share else self._notice(found, width)
        if self.is_roomy and found.has_hours:
            drawn = ribbons(found.slots, seconds_of_day(self.session.workshop.now()), width)
            head += [EMPTY, *drawn] if len(drawn) == RIBBONS else []
        head.append(EMPTY)
        room = height - len(head) - 3
        body = table(found.lines(share), self.chosen, width, room, roomy=self.is_roomy)
        filler = [EMPTY] * max(0, height - len(head) - len(body) - 2)
        return [*head, *body, *filler, chips(self.letters()), EMPTY]

    def _notice(self, found: Timetable, width: int) -> list[Row]:
        notice = found.notice()
        rows = [EMPTY, row("  ", (f"{notice.sign} {notice.state}", Ink(notice.token, bold=True)))]
        rows += [row("    ", *line) for line in told(notice.text, width - 6)]
        if found.shares:
            rows.append(row("    ", ("R", STRONG), (f" rattraper{NBSP}: la console propose, vous choisissez", SOFT)))
        return rows

    def _proposal(self, found: Timetable, share: Share, width: int) -> list[Row]:
        lines = told(found.proposal(share), width - 6, STRONG)
        rows = [EMPTY, row("  ", ("◆ ", Ink("accent", bold=True)), *lines[0]), *(row("    ", *line) for line in lines[1:])]
        count = len(found.shares)
        other = (("   ← →", STRONG), (f" une autre répartition ({(self.share_rank or 0) % count + 1}/{count})", SOFT))
        pieces = (("Entrée", STRONG), (" prendre   ", SOFT), ("Échap", STRONG), (" laisser", SOFT))
        return [*rows, row("    ", *pieces, *(other if count > 1 else ()))]

    def paint_side(self, width: int, height: int) -> list[Row]:
        """Return the chosen sequence in detail, under the timer of a moment without an exercise."""
        moment = self.moment
        timer = moment.timer() if moment else None
        head = panel(timer, width) if timer else []
        return [*head, *(row("  ", *line) for line in self._detail(width - 4))][:height]

    def _detail(self, width: int) -> list[Row]:
        sequence, exercise, day = self.sequence, self.sequence.exercise, self.session.workshop.day
        rows = [EMPTY, *headed(sequence.title, width)]
        if exercise is None:
            lasting = lasting_words(sequence.seconds, long=True)
            return [*rows, *titled("Durée", [lasting], width), *titled("Partie", [sequence.part], width)]
        groups = " · ".join(f"{group.name} ({group.people})" if group.people else group.name for group in day.groups)
        steps = " · ".join(f"{step.title} {lasting_words(step.seconds)}".strip() for step in exercise.steps)
        room = self.session.workshop.room
        kept = kept_in_words(room.kept_in(sequence.key), len(empty_cells(day, room, sequence)))
        for title, text in (
            ("But", exercise.aim),
            ("Matériel", ", ".join(exercise.material)),
            ("Groupes", groups),
            ("Étapes", steps),
            ("Déjà saisi", kept),
            ("Source", exercise.source),
        ):
            rows += titled(title, [text], width)
        return rows

    def letters(self) -> tuple[Key, ...]:
        """Return the letters that do something now."""
        found = [keys.GROUPS] if self.session.workshop.day.groups else []
        found += [keys.DOCUMENTS, keys.CARDS]
        if self.session.workshop.read_only:
            return (*found, keys.OWN, keys.TAKE)
        return (keys.CATCH_UP, *found) if Timetable(self.session.workshop).shares else tuple(found)

    def forward_words(self) -> str:
        """Return what F5 will do."""
        if self.session.trouble is not None:
            return "réessayer de garder la dernière idée"
        found, moment = self.running, self.moment
        if moment is not None:
            return f"terminer {quoted(moment.sequence.title)}"
        if found is not None:
            running = Running(self.session, found.key)
            steps = running.steps()
            rank = next((rank for rank, step in enumerate(steps, 1) if step.state == "en cours"), 1)
            verb = "regarder" if self.session.workshop.read_only else "reprendre"
            return f"{verb} {quoted(found.title)}" + (f", étape {rank}/{len(steps)}" if len(steps) > 1 else "")
        coming = self.coming
        if coming is None or self.session.workshop.read_only:
            return "fabriquer les documents"
        return moment_words(coming.title, lasting_words(coming.seconds))

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot."""
        if self.share is not None:
            return (("Entrée", "prendre"), ("Échap", "laisser"), ("←→", "autre répartition"))
        if self.session.workshop.read_only:
            return (("O", "mon propre carnet"), ("P", "prendre la main"), ("↑↓", "choisir"), ("E", "documents"))
        if self.moment is not None:
            return (("F7", "+5 min"), ("F8", "pause"), ("F9", "minuteur en grand"), ("↑↓", "choisir"))
        found = [("↑↓", "choisir"), ("Entrée", "animer")]
        if Timetable(self.session.workshop).shares:
            found.append(("R", "rattraper"))
        return (*found, ("E", "documents"), ("Ctrl+P", "tout"))

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page for the help."""
        return (("↑ ↓", "choisir une séquence"), ("Entrée", "animer la séquence choisie"), *super().help_keys()[2:])

    def tick(self) -> None:
        """Paint what the time changes: the forecasts too, once a minute."""
        super().tick()
        moment = self.moment
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
        moment, found = self.moment, self.running
        if moment is not None:
            if not self._refuses():
                moment.forward()
                self.refresh_all()
        elif found is not None:
            self.console.play(found.key)
        elif self.coming is None or self.session.workshop.read_only:
            self.action_documents()
        else:
            self.open(self.coming)

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
        self.chosen = max(0, min(len(self.sequences) - 1, self.chosen + step))
        self.refresh_all()

    def action_pick(self, rank: int) -> None:
        """A click chooses a sequence; a click on the chosen one runs it."""
        if rank == self.chosen:
            self.action_enter()
        else:
            self.action_choose(rank - self.chosen)

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
            self.session.undo(self._undoable("done"), lambda _address: None)

    def action_redo(self) -> None:
        """Ctrl+Y: what was undone last."""
        if not self._refuses():
            self.session.redo(self._undoable("undone"), lambda _address: None)

    def _undoable(self, side: str) -> str:
        moment, workshop = self.moment, self.session.workshop
        if moment is not None and getattr(workshop.room.history(moment.key, workshop.host), side):
            return moment.key
        return ""

    # --- the timer of a moment ---

    def action_more_time(self) -> None:
        """F7: five minutes more."""
        if self.moment is not None and not self._refuses():
            self.moment.add_time()

    def action_pause(self) -> None:
        """F8: pause, or go on."""
        if self.moment is not None and not self._refuses():
            self.moment.toggle_pause()

    def action_big_timer(self) -> None:
        """F9: the timer fills the screen."""
        moment = self.moment
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
        """G: who is in each group."""
        if self.session.workshop.day.groups:
            self.app.push_screen(groups_overlay(self.session.workshop.day))
        else:
            self.say("◆ Cette journée n’a pas de groupes dans journee.yaml.")

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


def is_moment(sequence: Sequence) -> bool:
    """Return whether nothing is answered in a sequence: a welcome, a break, a talk."""
    return sequence.exercise is None or not sequence.exercise.sheets
