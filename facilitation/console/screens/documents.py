"""The documents of the day: which to make, what is missing before, what came of it. Nothing here ever waits."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from facilitation.console import keys, words
from facilitation.console.keys import Key
from facilitation.console.making import Making, lasting, look
from facilitation.console.opening import opens
from facilitation.console.paint.documents import Contents, DocumentLine, documents, panel, remark
from facilitation.console.paint.pages import chips
from facilitation.console.paint.row import EMPTY, STRONG, Ink, Row, row
from facilitation.console.paint.welcome import heading
from facilitation.console.screens.page import PageScreen
from facilitation.console.session import Session
from facilitation.typography import NBSP, french, plural
from facilitation.workshop.compiling import Output, Preview, possible_outputs

# the command makes these too; here they would push what there is to read off a small window
LEFT_OUT = frozenset({"support.odp", "restitution.odp", "donnees.ods"})
FIRST_WANTED = frozenset({"synthese.docx", "restitution.pptx", "donnees.xlsx"})
WATCH = 0.2  # seconds between two looks at the bars


class DocumentsScreen(PageScreen):
    """Choosing, then making, then what was made; leaving stops nothing."""

    LETTERS: ClassVar[tuple[Key, ...]] = (keys.FOLDER, keys.AGAIN, keys.WRITE)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "take", show=False)]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.outputs: tuple[Output, ...] = tuple(output for output in possible_outputs() if output.file_name not in LEFT_OUT)
        self.wanted = {output.file_name for output in self.outputs if output.file_name in FIRST_WANTED}
        self.seen: Preview | None = None
        self.is_choosing = True

    def arrive(self) -> None:
        """Show the page, then look at what the documents would hold, off the screen's thread."""
        making = self.making
        if making is not None:
            self.is_choosing = False
            self.wanted = {output.file_name for output in making.chosen}
        self.set_interval(WATCH, self._watch)
        folder, now = self.session.workshop.folder, self.console.now
        threading.Thread(target=lambda: self.console.later(partial(self._saw, look(folder, now))), daemon=True).start()

    def _saw(self, seen: Preview | None) -> None:
        self.seen = seen
        self.refresh_all()

    def _watch(self) -> None:
        if self.making is not None and not self.making.is_over:
            self.main.repaint()

    @property
    def making(self) -> Making | None:
        """The run of this day, under way or over."""
        found = self.console.making
        return found if found is not None and found.folder == self.session.workshop.folder else None

    @property
    def output(self) -> Output:
        """The chosen document."""
        return self.outputs[self.chosen]

    @property
    def is_making(self) -> bool:
        """Whether documents are being made."""
        return self.making is not None and not self.making.is_over

    # --- what is shown ---

    def trail(self) -> tuple[str, ...]:
        """Return where one is."""
        day = self.session.workshop.day
        return (day.overtitle or day.title, "Documents")

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the list of documents, then what there is to say."""
        lines = [self._line(output) for output in self.outputs]
        roomy = self.is_roomy
        rows = [EMPTY, heading("Que voulez-vous fabriquer ?"), EMPTY, *documents(lines, self.chosen, width, roomy=roomy), EMPTY]
        making = self.making
        if self.is_choosing or making is None:
            return [*rows, *self._before(width)][:height]
        if not making.is_over:
            told = french("Fabrication en cours. Échap pour continuer ailleurs : la console préviendra.")
            return [*rows, row("  ", told)][:height]
        rows += self._after(making, width)
        return [*rows[: height - 2], EMPTY, chips(self.letters())]

    def _line(self, output: Output) -> DocumentLine:
        making = None if self.is_choosing else self.making
        name = output.file_name
        line = partial(DocumentLine, output.label, name, output.description, name in self.wanted)
        if making is None or name not in {chosen.file_name for chosen in making.chosen}:
            return line()
        made = making.made.get(name)
        if made is not None:
            return line(outcome=made.measure, lasted=lasting(made.seconds))
        return line(failed=True) if name in making.troubles or making.is_over else line(share=making.shares.get(name, 0.0))

    def _before(self, width: int) -> list[Row]:
        if self.seen is None:
            return []
        rows = [row("  ", ("Avant de fabriquer", Ink("doux", bold=True)))] if self.seen.remarks else []
        for found in self.seen.remarks:
            rows += remark(found.sentence, width, is_fine=found.is_fine)
        return rows

    def _after(self, making: Making, width: int) -> list[Row]:
        rows: list[Row] = []
        if making.made:
            made = f"{plural(len(making.made), 'fichier')} dans {making.to.as_posix()}"
            rows += [row("  ", ("✓ ", Ink("ok", bold=True)), (made, STRONG), f"   en {lasting(making.seconds)}"), EMPTY]
        for sentence in making.spared():
            rows += remark(sentence, width, is_fine=False)
        seen = making.seen
        if seen is None:
            return rows
        whole = seen.told == seen.kept  # first: a small window may cut what comes last
        found = f"Toutes les idées saisies ({seen.kept}) se retrouvent dans la synthèse."
        short = f"{seen.told} idées sur {seen.kept} se retrouvent dans la synthèse{NBSP}; toutes sont dans reponses.csv."
        rows += remark(found if whole else short, width, is_fine=whole) if seen.kept else []
        for warned in (each for each in seen.remarks if not each.is_fine):
            rows += remark(warned.sentence, width, is_fine=False)
        return rows

    def paint_side(self, width: int, height: int) -> list[Row]:
        """Return what the chosen document holds, its house style, what becomes of names."""
        day, seen, output = self.session.workshop.day, self.seen, self.output
        sections = () if seen is None else seen.projected if output.projected else seen.sections
        style = ", ".join(
            part for part in (day.organisation, f"couleur {day.charter.colour}" if day.charter.colour else "") if part
        )
        names = day.retention.get("noms", "")
        facts = (
            ("Mise en page", style),
            ("Noms des personnes", f"gardés {names}" if names else "aucun n’est gardé par la console"),
        )
        view = Contents(output.label, output.file_name, sections, facts)
        return [row("  ", *line) for line in panel(view, width - 4)][:height]

    def trouble_strip(self) -> words.Strip | None:
        """Return what could not be written."""
        making = self.making
        if making is not None and making.troubles and not self.is_choosing:
            return words.Strip(f"▲ {making.trouble()}", "F pour refaire. Ce qui était déjà fabriqué reste.", "attention")
        return super().trouble_strip()

    def letters(self) -> tuple[Key, ...]:
        """Return the letters that do something now."""
        making = self.making
        if self.is_choosing or making is None or not making.is_over:
            return (keys.WRITE,)
        return (keys.FOLDER, keys.AGAIN, keys.WRITE) if making.made else (keys.AGAIN, keys.WRITE)

    def forward_words(self) -> str:
        """Return what F5 will do."""
        if self.is_making and not self.is_choosing:
            return ""
        if not self.is_choosing and self._first_made() is not None:
            return f"ouvrir {self._first_label()}"
        count = len(self.wanted)
        return f"fabriquer {plural(count, 'document')}" if count else "choisir au moins un document"

    def _first_made(self) -> Path | None:
        making = self.making
        found = next(iter(making.made.values()), None) if making else None
        return found.path if found else None

    def _first_label(self) -> str:
        making = self.making
        found = next(iter(making.made.values()), None) if making else None
        return found.output.file_name if found else ""

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot."""
        if self.is_making and not self.is_choosing:
            return (("Échap", "continuer ailleurs"),)
        if not self.is_choosing:
            return (("↑↓", "choisir"), ("Entrée", "ouvrir"), ("D", "dossier"), ("F", "refaire"))
        return (("↑↓", "choisir"), ("Espace", "prendre, laisser"), ("F5", "fabriquer"), ("I", "introduction"))

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page for the help."""
        own = (("↑ ↓", "choisir"), ("Espace", "prendre ou laisser un document"), ("Entrée", "ouvrir un document fabriqué"))
        return (*own, *((key.shown, key.help) for key in self.letters()))

    # --- keys ---

    def action_choose(self, step: int) -> None:
        """↑ ↓: the document before or after."""
        self.chosen = max(0, min(len(self.outputs) - 1, self.chosen + step))
        self.refresh_all()

    def action_take(self) -> None:
        """Space: take or leave the chosen document."""
        if self.is_choosing:
            self.wanted ^= {self.output.file_name}
            self.refresh_all()

    def action_enter(self) -> None:
        """Enter: take or leave the chosen document; open it once it is made."""
        if self.is_choosing:
            self.action_take()
            return
        made = self.making.made.get(self.output.file_name) if self.making else None
        if made is not None:
            self._open(made.path)

    def action_forward(self) -> None:
        """F5: make the documents, then open the first one."""
        if self.is_making:
            self.is_choosing = False
            self.refresh_all()
            return
        path = None if self.is_choosing else self._first_made()
        if path is not None:
            self._open(path)
        elif not self.wanted:
            self.say("◐ Prenez au moins un document, avec Espace.")
        else:
            self._make()

    def _make(self) -> None:
        chosen = [output for output in self.outputs if output.file_name in self.wanted]
        folder = self.session.workshop.folder
        to = folder / "documents" if self.console.is_trial(folder) else None  # what a trial makes goes with it
        making = Making(folder, chosen, self.console.now, to)
        self.console.making = making
        self.is_choosing = False
        making.start(self.console.later, self.console.documents_made)
        self.refresh_all()

    def _open(self, path: Path) -> None:
        if not opens(path):
            self.say(words.cut(f"◐ À ouvrir vous-même{NBSP}: {path.as_posix()}"))

    def action_show_folder(self) -> None:
        """D: open the folder."""
        if self.making is not None and keys.FOLDER in self.letters():
            self._open(self.making.to)

    def action_write(self) -> None:
        """I: staff's own paragraphs, which the documents made afterwards will hold."""
        self.console.show_writing()

    def action_again(self) -> None:
        """F: choose again, and make again."""
        if not self.is_making:
            self.is_choosing = True
            self.refresh_all()
