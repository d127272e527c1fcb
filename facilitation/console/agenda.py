"""What the day is at: the sequence under way, the one that comes next, and what F5 does about it."""

from __future__ import annotations

from facilitation.console.running import Running, lasting_words
from facilitation.console.session import Session
from facilitation.day import Sequence
from facilitation.typography import quoted


class Agenda:
    """The sequences of an open day, as they are played."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def sequences(self) -> tuple[Sequence, ...]:
        """The sequences of the day."""
        return self.session.workshop.day.sequences

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
    def next(self) -> Sequence | None:
        """The one to look at: under way, else coming; None once everything was played."""
        return self.running or self.coming

    @property
    def moment(self) -> Running | None:
        """The moment without an exercise that is under way: it is run from the day's screen."""
        found = self.running
        return Running(self.session, found.key) if found is not None and is_moment(found) else None

    def forward_words(self) -> str:
        """Return what F5 will do."""
        found, only_looks = self.running, self.session.workshop.read_only
        if self.session.trouble is not None:
            return "réessayer de garder la dernière idée"
        if found is not None and is_moment(found):
            return f"terminer {quoted(found.title)}"
        if found is not None:
            return f"{'regarder' if only_looks else 'reprendre'} {quoted(found.title)}{self._step(found)}"
        coming = self.coming
        if coming is None or only_looks:
            return "fabriquer les documents"
        lasting = lasting_words(coming.seconds)
        return f"commencer {quoted(coming.title)}" + (f" ({lasting})" if lasting else "")

    def _step(self, sequence: Sequence) -> str:
        steps = Running(self.session, sequence.key).steps()
        rank = next((rank for rank, step in enumerate(steps, 1) if step.state == "en cours"), 1)
        return f", étape {rank}/{len(steps)}" if len(steps) > 1 else ""

    def undoable(self, side: str) -> str:
        """Return where Ctrl+Z (« done ») or Ctrl+Y (« undone ») acts: on the moment under way, else on the day ('')."""
        moment, workshop = self.moment, self.session.workshop
        if moment is not None and getattr(workshop.room.history(moment.key, workshop.host), side):
            return moment.key
        return ""


def is_moment(sequence: Sequence) -> bool:
    """Return whether nothing is answered in a sequence: a welcome, a break, a talk."""
    return sequence.exercise is None or not sequence.exercise.sheets
