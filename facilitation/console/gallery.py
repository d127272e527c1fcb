"""What is done with photos: made smaller off the screen's thread, then kept, captioned, withdrawn, and all of it undone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from facilitation.console import words
from facilitation.console.session import Session
from facilitation.errors import FacilitationError, FileProblemsError
from facilitation.events import Body, Event
from facilitation.room import Photo
from facilitation.sheet import Address
from facilitation.typography import french, plural
from facilitation.workshop.photos import Board, Shot, attaching, captioning, put, ready, warning, withdrawing

NOT_TAKEN = french("◐ Aucune photo n’est jointe : l’écran des photos dit pourquoi.")
ALREADY = french("✓ Déjà jointe à cette feuille : rien n’est ajouté.")
CAPTIONED = "✓ Légende gardée."


class Gallery:
    """The photos of an open day, as one screen handles them.

    ``changed`` paints again, where there is still something to paint; ``refused`` is told what was typed, once its files could
    not be taken. A photo that is ready once the day was left is attached to nothing.
    """

    def __init__(self, session: Session, changed: Callable[[], None], refused: Callable[[str], None]) -> None:
        self.session = session
        self.coming: list[str] = []  # the names of the files that are being made smaller
        self.troubles: tuple[str, ...] = ()
        self._changed = changed
        self._refused = refused
        self._done: list[str] = []  # the sequence of each gesture made here, for Ctrl+Z
        self._undone: list[str] = []

    def take(self, paths: Sequence[Path], board: Board, typed: str = "") -> None:
        """Make photos smaller off the screen's thread, then attach them, all or none."""
        names, folder = [path.name for path in paths], self.session.workshop.folder
        self.coming += names
        self.troubles = ()

        def work() -> None:
            try:
                shots = ready(paths)
                put(folder, shots)
            except FacilitationError as error:
                self.session.later(partial(self._failed, names, typed, error))
            else:
                self.session.later(partial(self._ready, names, board, shots))

        threading.Thread(target=work, name="photos", daemon=True).start()

    def _failed(self, names: Sequence[str], typed: str, error: FacilitationError) -> None:
        problems = error.problems if isinstance(error, FileProblemsError) else [error]
        self.troubles = tuple(str(problem) for problem in problems)
        self._over(names)
        self.session.say(NOT_TAKEN)
        self._refused(typed)

    def _ready(self, names: Sequence[str], board: Board, shots: Sequence[Shot]) -> None:
        """Attach what is on disk now."""
        self._over(names)

        def bodies() -> list[Body]:
            return attaching(self.session.workshop.room, board, shots)

        count = len(bodies())
        if count:
            said = f"✓ {plural(count, 'photo jointe', 'photos jointes')}. {warning(count)}"
            self.session.keep(bodies, self._noting(board.sequence, said))
        else:
            self.session.say(ALREADY)

    def _over(self, names: Sequence[str]) -> None:
        for name in names:
            self.coming.remove(name)
        self._changed()

    def _noting(self, sequence: str, message: str) -> Callable[[Sequence[Event]], str]:
        """Return what notes a gesture once it is on disk: only then can it be undone."""

        def kept(_events: Sequence[Event]) -> str:
            self._done.append(sequence)
            self._undone.clear()
            return message

        return kept

    def caption(self, photo: Photo, text: str) -> None:
        """Give a photo its caption.

        Raises:
            InvalidAnswerError: it holds what no document can.
        """
        room = self.session.workshop.room
        if captioning(room, photo.key, text):
            self.session.keep(lambda: captioning(room, photo.key, text), self._noting(photo.sequence, CAPTIONED))

    def withdraw(self, photo: Photo) -> None:
        """Let a photo be attached no more."""
        said = self._noting(photo.sequence, words.withdrawn(photo.caption or photo.file))
        self.session.keep(lambda: withdrawing(self.session.workshop.room, photo.key), said)

    def undo(self) -> None:
        """Undo the last gesture made here."""
        self._turn(self._done, self._undone, self.session.undo, words.NOTHING_TO_UNDO)

    def redo(self) -> None:
        """Redo what was undone last."""
        self._turn(self._undone, self._done, self.session.redo, words.NOTHING_TO_REDO)

    def _turn(
        self, given: list[str], other: list[str], turn: Callable[[str, Callable[[Address], None]], None], nothing: str
    ) -> None:
        if not given:
            self.session.say(nothing)
            return
        other.append(given.pop())
        turn(other[-1], lambda _address: None)
