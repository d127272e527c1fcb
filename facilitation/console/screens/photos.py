"""Photos of paperboards: a file dropped on the window is attached to the sheet of the group, its caption comes after."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from facilitation.console import keys, words
from facilitation.console.boards import Boards
from facilitation.console.dropped import paths_in
from facilitation.console.paint.pages import entry, told, window
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Ink, Row, cut, row
from facilitation.console.screens.page import PageScreen
from facilitation.console.session import Session
from facilitation.console.widgets.line import CaptureLine, Field, LineView
from facilitation.errors import FacilitationError, FileProblemsError
from facilitation.events import Event
from facilitation.room import Photo
from facilitation.sheet import Address
from facilitation.typography import french, plural
from facilitation.workshop.photos import Board, Shot, attaching, captioning, put, ready, warning, withdrawing

FIRST = (
    french("Glissez une photo dans cette fenêtre, ou tapez son chemin, puis Entrée. JPEG, PNG et HEIC sont pris."),
    french("Elle est redressée, réduite, sans le lieu ni l’heure ; l’originale ne change pas."),
)
NONE_CHOSEN = french("◐ Choisissez d’abord une photo : ↑ ↓.")
TROUBLES_SHOWN = 4  # lines


class PhotosScreen(PageScreen):
    """The paperboard, its photos, those that are being made smaller, and the line where a path is dropped."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key.all_keys, key.action, show=False)
            for key in (keys.NEXT_ROW, keys.PREVIOUS_ROW, keys.NEXT_GROUP, keys.REWORD)
        ),
        Binding("delete", "withdraw", show=False, priority=True),
        Binding("backspace", "withdraw", show=False, priority=True),
    ]

    def __init__(self, session: Session, sequence: str = "") -> None:
        super().__init__()
        self.session = session
        self.boards = Boards(session, sequence)
        self.line = CaptureLine()
        self.chosen = -1  # the line is where one is, until ↑ chooses a photo
        self.captioned: Photo | None = None
        self.coming: list[str] = []  # the names of the files that are being made smaller
        self.troubles: tuple[str, ...] = ()
        self._done: list[str] = []  # the sequence of each gesture made here, for Ctrl+Z
        self._undone: list[str] = []

    def below(self) -> ComposeResult:
        """Yield the line where a path, or a caption, is typed."""
        yield self.line

    def arrive(self) -> None:
        """Put the cursor in the line."""
        self.set_focus(self.line.field)

    def on_screen_resume(self) -> None:
        """Come back from another screen, the cursor in the line."""
        super().on_screen_resume()
        self.set_focus(self.line.field)

    @property
    def has_side(self) -> bool:
        """Whether there is something to put in the panel."""
        return False

    def trail(self) -> tuple[str, ...]:
        """Return where one is."""
        day = self.session.workshop.day
        return day.overtitle or day.title, "Photos"

    @property
    def photo(self) -> Photo | None:
        """The chosen photo."""
        photos = self.boards.photos
        return photos[self.chosen] if 0 <= self.chosen < len(photos) else None

    # --- what is shown ---

    def refresh_all(self) -> None:
        """Paint everything again, and what the line expects."""
        if self.is_mounted:
            self.line.show(self._line_view())
        super().refresh_all()

    def _line_view(self) -> LineView:
        if self.captioned is not None:
            below = french("Entrée la garde, Échap la laisse. Vide : sans légende.")
            return LineView("Légende", ground="tatt", ink="sur_tatt", placeholder="quelques mots", below=below)
        return LineView(
            "Photo", placeholder="glissez le fichier ici, puis Entrée", below="Plusieurs à la fois, si vous voulez."
        )

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the paperboard, its photos, and what could not be taken."""
        head = [EMPTY, *told(" · ".join(self.boards.words()), width - 4, STRONG)]
        head += [EMPTY, *self._guide(width)]
        tail = [line for trouble in self.troubles[:TROUBLES_SHOWN] for line in told(f"◆ {trouble}", width - 4, Ink("att"))]
        more = len(self.troubles) - TROUBLES_SHOWN
        tail += told(f"et {plural(more, 'autre')}", width - 4, SOFT) if more > 0 else []
        tail += told(self._elsewhere(), width - 4, SOFT)
        waiting = [row("  ", ("… ", SOFT), (cut(f"{name}, en cours", width - 6), SOFT)) for name in self.coming]
        room = height - len(head) - len(tail) - len(waiting) - 2
        rows = [row("  ", *line) for line in head]
        rows += [*self._photos(width, max(1, room)), *waiting]
        return [*rows, EMPTY, *(row("  ", *line) for line in tail)][:height]

    def _guide(self, width: int) -> list[Row]:
        photos = self.boards.photos
        if not photos and not self.coming:
            return [line for text in FIRST for line in told(text, width - 4, SOFT)]
        return told(f"▲ {warning(len(photos))}", width - 4, Ink("att")) if photos else []

    def _photos(self, width: int, room: int) -> list[Row]:
        photos = self.boards.photos
        shown = window(len(photos), max(self.chosen, 0) if self.chosen >= 0 else len(photos), room)
        return [
            entry(
                row(f" {rank + 1}. ", cut(photos[rank].caption or "sans légende", max(10, width - 34))),
                row((photos[rank].file, SOFT)),
                width,
                chosen=rank == self.chosen,
                click=f"screen.pick({rank})",
            )
            for rank in shown
        ]

    def _elsewhere(self) -> str:
        count = self.boards.elsewhere
        other = "aux autres feuilles" if self.boards.count > 1 else "aux autres groupes"
        return f"{plural(count, 'photo jointe', 'photos jointes')} {other}." if count else ""

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot."""
        if self.captioned is not None:
            return (("Entrée", "garder"), ("Échap", "laisser"))
        if self.photo is not None:
            return (("F2", "légende"), ("Suppr", "retirer"), ("↑↓", "choisir"), ("Ctrl+Z", "annuler"), ("Échap", "déroulé"))
        moves = [("F6", "autre feuille")] if self.boards.count > 1 else []
        moves += [("Ctrl+G", "groupe")] if self.boards.of_a_group else []
        return (("Entrée", "joindre"), *moves, *((("↑", "choisir"),) if self.boards.photos else ()), ("Échap", "déroulé"))

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page for the help."""
        return (
            ("Entrée", "joindre la photo dont le chemin est dans la ligne"),
            ("F6", "feuille suivante"),
            ("Ctrl+G", "groupe suivant"),
            ("↑ ↓", "choisir une photo"),
            ("F2", "écrire sa légende"),
            ("Suppr", "la retirer"),
        )

    # --- taking photos in ---

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the files of the line, or the caption."""
        event.stop()
        text = event.value.strip()
        if self.captioned is not None:
            self._caption(self.captioned, text)
        elif text == "?":
            self._write("")
            self.action_help()
        elif text and not self._reads_only():
            self._write("")
            self._take(paths_in(text), text)
        self.refresh_all()

    def on_field_pasted(self, event: Field.Pasted) -> None:
        """Take several files at once, a line each."""
        event.stop()
        if self.captioned is None and not self._reads_only():
            self._take([path for line in event.text.splitlines() for path in paths_in(line)])
            self.refresh_all()

    def on_field_asked(self, event: Field.Asked) -> None:
        """Say how this terminal pastes."""
        event.stop()
        self.say(words.HOW_TO_PASTE)

    def _take(self, paths: Sequence[Path], text: str = "") -> None:
        """Make photos smaller off the screen's thread, then attach them to the paperboard that was looked at."""
        if not self.boards.count:
            return
        self.troubles, self.chosen = (), -1
        names, board, folder = [path.name for path in paths], self.boards.here, self.session.workshop.folder
        self.coming += names

        def work() -> None:
            try:
                shots = ready(paths)
                put(folder, shots)
            except FacilitationError as error:
                self.console.later(partial(self._failed, names, text, error))
            else:
                self.console.later(partial(self._ready, names, board, shots))

        threading.Thread(target=work, name="photos", daemon=True).start()

    def _over(self, names: Sequence[str]) -> None:
        for name in names:
            self.coming.remove(name)
        self.refresh_all()

    def _failed(self, names: Sequence[str], text: str, error: FacilitationError) -> None:
        """Show why, and put back what was typed."""
        problems = error.problems if isinstance(error, FileProblemsError) else [error]
        self.troubles = tuple(str(problem) for problem in problems)
        if text and not self.line.field.value and self.captioned is None:
            self._write(text)
        self.session.say("◐ Aucune photo n’est jointe. L’écran des photos dit pourquoi.")
        self._over(names)

    def _ready(self, names: Sequence[str], board: Board, shots: Sequence[Shot]) -> None:
        """Attach what is on disk now; the day may have been left meanwhile."""
        self._over(names)
        if self.console.session is not self.session:
            return
        bodies = attaching(self.session.workshop.room, board, shots)
        if not bodies:
            self.session.say(french("✓ Déjà jointe à cette feuille : rien n’est ajouté."))
            return
        several = "s" if len(bodies) > 1 else ""
        message = f"✓ {plural(len(bodies), 'photo')} jointe{several}. {warning(len(bodies))}"
        self.session.keep(
            lambda: list(attaching(self.session.workshop.room, board, shots)), self._noting(board.sequence, message)
        )

    def _noting(self, sequence: str, message: str) -> Callable[[Sequence[Event]], str]:
        """Return what notes a gesture once it is on disk: only then can it be undone."""

        def kept(_events: Sequence[Event]) -> str:
            self._done.append(sequence)
            self._undone.clear()
            return message

        return kept

    def _reads_only(self) -> bool:
        if self.session.workshop.read_only:
            self.say(words.READ_ONLY)
        return self.session.workshop.read_only

    def _write(self, text: str) -> None:
        self.line.field.value = text
        self.line.field.cursor_position = len(text)

    # --- captions, withdrawing ---

    def action_reword(self) -> None:
        """F2: write the caption of the chosen photo, of the last one when none is."""
        photos = self.boards.photos
        if not photos:
            self.say(NONE_CHOSEN)
        elif not self._reads_only():
            self.captioned = self.photo or photos[-1]
            self._write(self.captioned.caption)
            self.refresh_all()

    def action_enter(self) -> None:
        """Enter: the line takes it."""

    def _caption(self, photo: Photo, text: str) -> None:
        room = self.session.workshop.room
        try:
            changed = bool(captioning(room, photo.key, text))
        except FacilitationError as error:
            self.say(words.refused(error))
            return
        self.captioned = None
        self._write("")
        if changed:
            noting = self._noting(photo.sequence, "✓ Légende gardée.")
            self.session.keep(lambda: captioning(room, photo.key, text), noting)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Suppr to the line while it holds text, or while a caption is written."""
        if action == "withdraw":
            return self.photo is not None and self.captioned is None and not self.line.field.value
        return super().check_action(action, parameters)

    def action_withdraw(self) -> None:
        """Suppr: the chosen photo is no longer attached."""
        photo = self.photo
        if photo is None or self._reads_only():
            return
        message = words.withdrawn(photo.caption or photo.file)
        self.session.keep(lambda: withdrawing(self.session.workshop.room, photo.key), self._noting(photo.sequence, message))
        self.chosen = min(self.chosen, len(self.boards.photos) - 2)
        self.refresh_all()

    # --- moving about ---

    def action_choose(self, step: int) -> None:
        """↑ ↓: choose a photo; ↓ after the last one comes back to the line."""
        if self.captioned is not None:
            return
        count = len(self.boards.photos)
        here = count if self.chosen < 0 else self.chosen
        there = max(0, here + step)
        self.chosen = there if there < count else -1
        self.refresh_all()

    def action_pick(self, rank: int) -> None:
        """A click chooses a photo."""
        self.chosen = rank
        self.refresh_all()

    def action_next_row(self) -> None:
        """F6: the next sheet."""
        self._move(lambda: self.boards.move(1))

    def action_previous_row(self) -> None:
        """Ctrl+↑: the sheet before."""
        self._move(lambda: self.boards.move(-1))

    def action_next_group(self) -> None:
        """Ctrl+G: the next group."""
        if self.boards.of_a_group:
            self._move(self.session.next_group)
        else:
            self.say(words.ONE_GROUP)

    def _move(self, move: Callable[[], None]) -> None:
        if self.captioned is None:
            move()
            self.chosen = -1
            self.refresh_all()

    def action_up_level(self) -> None:
        """Esc: leave the caption, then the page."""
        if self.captioned is None:
            super().action_up_level()
        else:
            self.captioned = None
            self._write("")
            self.refresh_all()

    # --- undoing ---

    def action_undo(self) -> None:
        """Ctrl+Z: the last gesture made here."""
        self._turn(self._done, self._undone, self.session.undo, words.NOTHING_TO_UNDO)

    def action_redo(self) -> None:
        """Ctrl+Y: what was undone last."""
        self._turn(self._undone, self._done, self.session.redo, words.NOTHING_TO_REDO)

    def _turn(
        self, given: list[str], other: list[str], turn: Callable[[str, Callable[[Address], None]], None], nothing: str
    ) -> None:
        if self._reads_only():
            return
        if not given:
            self.say(nothing)
            return
        other.append(given.pop())
        self.chosen = -1
        turn(other[-1], lambda _address: None)

    def typed_elsewhere(self, key: str) -> None:
        """Take a character that closed an overlay: it goes to the line."""
        if len(key) == 1:
            self.line.field.insert_text_at_cursor(key)
        else:
            self.app.simulate_key(key)
