"""Photos of paperboards: a file dropped on the window is attached to the sheet of the group, its caption comes after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from facilitation.console import keys, words
from facilitation.console.boards import Boards
from facilitation.console.dropped import paths_in
from facilitation.console.gallery import Gallery
from facilitation.console.opening import opens
from facilitation.console.paint.pages import entry, told, window
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Ink, Row, cut, row
from facilitation.console.screens.lined import OverLine
from facilitation.console.session import Session
from facilitation.console.widgets.line import Field, LineView
from facilitation.errors import InvalidAnswerError
from facilitation.room import Photo
from facilitation.typography import NBSP, french, plural
from facilitation.workshop.photos import path_of, warning

FIRST = (
    french("Glissez une photo dans cette fenêtre, ou tapez son chemin, puis Entrée. JPEG, PNG et HEIC sont pris."),
    french("Elle est redressée, réduite, sans le lieu ni l’heure ; l’originale ne change pas."),
)
NO_PHOTO = "◐ Pas encore de photo ici."
TROUBLES_SHOWN = 4  # lines


class PhotosScreen(OverLine):
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
        super().__init__(session)
        self.boards = Boards(session, sequence)
        self.gallery = Gallery(session, self.refresh_all, self._put_back)
        self.chosen = -1  # the line is where one is, until ↑ chooses a photo
        self.captioned: Photo | None = None

    def on_screen_resume(self) -> None:
        """Come back from another screen, the cursor in the line."""
        super().on_screen_resume()
        self.set_focus(self.line.field)

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

    def line_view(self) -> LineView:
        """Return what the line expects."""
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
        tail = [
            line for trouble in self.gallery.troubles[:TROUBLES_SHOWN] for line in told(f"◆ {trouble}", width - 4, Ink("att"))
        ]
        more = len(self.gallery.troubles) - TROUBLES_SHOWN
        tail += told(f"et {plural(more, 'autre')}", width - 4, SOFT) if more > 0 else []
        tail += told(self._elsewhere(), width - 4, SOFT)
        waiting = [row("  ", ("… ", SOFT), (cut(f"{name}, en cours", width - 6), SOFT)) for name in self.gallery.coming]
        room = height - len(head) - len(tail) - len(waiting) - 2
        rows = [row("  ", *line) for line in head]
        rows += [*self._photos(width, max(1, room)), *waiting]
        return [*rows, EMPTY, *(row("  ", *line) for line in tail)][:height]

    def _guide(self, width: int) -> list[Row]:
        photos = self.boards.photos
        if not photos and not self.gallery.coming:
            return [line for text in FIRST for line in told(text, width - 4, SOFT)]
        return told(f"▲ {warning(len(photos))}", width - 4, Ink("att")) if photos else []

    def _photos(self, width: int, room: int) -> list[Row]:
        photos = self.boards.photos
        shown = window(len(photos), max(self.chosen, 0) if self.chosen >= 0 else len(photos), room)
        return [
            entry(
                row(f" {rank + 1}. ", cut(photos[rank].caption or "sans légende", max(10, width - 34))),
                self._file(photos[rank]),
                width,
                chosen=rank == self.chosen,
                click=f"screen.pick({rank})",
            )
            for rank in shown
        ]

    def _file(self, photo: Photo) -> Row:
        """Return the name of its file, or that it is not there: it was left on another computer, or thrown away."""
        path = path_of(self.session.workshop.folder, photo.file)
        is_there = path is not None and path.is_file()
        return row((photo.file, SOFT)) if is_there else row(("◆ fichier absent", Ink("att")))

    def _elsewhere(self) -> str:
        count = self.boards.elsewhere
        return f"{plural(count, 'photo jointe', 'photos jointes')} ailleurs dans la journée." if count else ""

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot."""
        if self.captioned is not None:
            return (("Entrée", "garder"), ("Échap", "laisser"))
        if self.photo is not None:
            return (("F2", "légende"), ("Suppr", "retirer"), ("Entrée", "la voir"), ("↑↓", "choisir"), ("Échap", "déroulé"))
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
            ("Entrée", "sur une photo, la voir"),
            ("F2", "écrire sa légende"),
            ("Suppr", "la retirer"),
        )

    # --- taking photos in ---

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the files of the line, or the caption; an empty line shows the chosen photo."""
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
        elif self.photo is not None:
            self._open(self.photo)
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

    def _take(self, paths: Sequence[Path], typed: str = "") -> None:
        self.chosen = -1
        self.gallery.take(paths, self.boards.here, typed)

    def _put_back(self, typed: str) -> None:
        """Put back in the line what could not be taken, when nothing was typed since; the next path dropped takes its place."""
        if self.is_current and not self.line.field.value and self.captioned is None:
            self._write(typed)
            self.line.field.action_select_all()

    def _open(self, photo: Photo) -> None:
        path = path_of(self.session.workshop.folder, photo.file)
        if path is None or not opens(path):
            self.say(words.cut(f"◐ À ouvrir vous-même{NBSP}: photos/{photo.file}"))

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
            self.say(NO_PHOTO)
        elif not self._reads_only():
            self.captioned = self.photo or photos[-1]
            self._write(self.captioned.caption)
            self.refresh_all()

    def _caption(self, photo: Photo, text: str) -> None:
        try:
            self.gallery.caption(photo, text)
        except InvalidAnswerError as error:
            self.say(words.refused(error))
        else:
            self._leave_caption()

    def _leave_caption(self) -> None:
        self.captioned = None
        self._write("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Suppr to the line while it holds text, or while a caption is written."""
        if action == "withdraw":
            return self.photo is not None and self.captioned is None and not self.line.field.value
        return super().check_action(action, parameters)

    def action_withdraw(self) -> None:
        """Suppr: the chosen photo is no longer attached."""
        if self.photo is not None and not self._reads_only():
            self.gallery.withdraw(self.photo)
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
            self._leave_caption()
            self.refresh_all()

    # --- undoing ---

    def action_undo(self) -> None:
        """Ctrl+Z: the last gesture made here."""
        if not self._reads_only():
            self.chosen = -1
            self.gallery.undo()

    def action_redo(self) -> None:
        """Ctrl+Y: what was undone last."""
        if not self._reads_only():
            self.chosen = -1
            self.gallery.redo()

    def typed_elsewhere(self, key: str) -> None:
        """Take a character that closed an overlay: it goes to the line."""
        if len(key) == 1:
            self.line.field.insert_text_at_cursor(key)
        else:
            self.app.simulate_key(key)
