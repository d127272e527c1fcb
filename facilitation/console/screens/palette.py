"""Every action by its name: one line to type in, the actions it names below, two rows each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from facilitation.console import keys, words
from facilitation.console.finding import Action, matching
from facilitation.console.keys import Key
from facilitation.console.paint.pages import entry, window
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Row, row
from facilitation.console.screens.help import does
from facilitation.console.screens.live import LiveScreen
from facilitation.console.screens.merging import MergingScreen
from facilitation.console.screens.page import PageScreen, Side
from facilitation.console.screens.paper import PaperScreen
from facilitation.console.screens.photos import PhotosScreen
from facilitation.console.screens.writing import WritingScreen
from facilitation.console.widgets.line import Field
from facilitation.console.words import capital

if TYPE_CHECKING:
    from facilitation.console.app import Console

WIDTH, TALLEST = 76, 30
# How an action is called here, and what it is about; the others bear the name that the help gives them.
NAMES = {
    keys.OVERVIEW: ("Vue d’ensemble", "tout ce qui est noté dans la séquence"),
    keys.NEXT_GROUP: ("Changer de groupe", "le groupe dont on saisit les idées"),
    keys.NEXT_ROW: ("Passer à la ligne suivante", "acteur, paire, affirmation ou question"),
    keys.REWORD: ("Corriger, dire autrement", "l’idée choisie, ou la réponse de la salle"),
    keys.MORE_TIME: ("Ajouter 5 minutes", "au minuteur de l’étape"),
    keys.PAUSE: ("Pause du minuteur", "ou le faire repartir"),
    keys.BIG_TIMER: ("Minuteur en grand", "lisible du fond de la salle"),
    keys.FORWARD: ("Suite", "ce que dit le bas de l’écran"),
    keys.BACK: ("Revenir à l’étape d’avant", "rien n’est perdu"),
    keys.UNDO: ("Annuler", "le dernier geste"),
    keys.REDO: ("Rétablir", "ce qui vient d’être annulé"),
    keys.HELP: ("Aide", "les touches de cet écran"),
    keys.NEW: ("Préparer une journée", "à partir d’un modèle"),
    keys.DEMO: ("Voir la démonstration", "une vraie journée, déjà remplie"),
    keys.OPEN: ("Ouvrir un dossier", "une journée préparée par quelqu’un d’autre"),
    keys.CATCH_UP: ("Rattraper le retard", "la console propose, vous choisissez"),
    keys.GROUPS: ("Groupes", "qui est dans chaque groupe"),
    keys.DOCUMENTS: ("Fabriquer les documents", "Word, diaporama, tableur, page web"),
    keys.PAPER: ("Saisie papier", "les feuilles remplies, avec leurs codes"),
    keys.PHOTOS: ("Joindre des photos", "les paperboards, à la feuille de chaque groupe"),
    keys.WRITE: ("Écrire vos paragraphes", "introduction, conclusion, un mot sur chaque séquence"),
    keys.MERGE: ("Regrouper les idées proches", "celles que plusieurs groupes ont dites"),
    keys.CARDS: ("Exercices", "la bibliothèque, fiche par fiche"),
    keys.TRIAL: ("Essayer le clavier", "quelles touches marchent ici"),
    keys.QUIT: ("Quitter", "tout est déjà gardé"),
}
ROUND_NOUNS = "rotation mélange tables tours qui va où changer absent retard"
LIVE = (
    keys.MORE_TIME, keys.BIG_TIMER, keys.PAUSE, keys.OVERVIEW, keys.NEXT_GROUP, keys.NEXT_ROW, keys.REWORD, keys.BACK,
    keys.UNDO, keys.REDO,
)  # fmt: skip


class Finder(ModalScreen[None]):
    """The only panel one types in. The action chosen runs on the screen below."""

    CSS = """
    Finder { background: $background 55%; align: center top; }
    Finder Vertical { background: $surface; margin: 3 0 0 0; padding: 1 0; }
    Finder Field { height: 1; border: none; margin: 0 2 1 2; padding: 0 1; background: $field; }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("escape,ctrl+p", "close", show=False),
    ]

    def __init__(self, console: Console) -> None:
        super().__init__()
        self.below: Screen[Any] = console.screen
        self.actions = actions(console, self.below)
        self.found = list(self.actions)
        self.chosen = 0
        self.field = Field()
        self.list = Side(self.paint)
        self.panel = Vertical(self.field, self.list)

    def compose(self) -> ComposeResult:
        """Lay the panel out."""
        self.field.placeholder = "Chercher une action…"
        yield self.panel

    def on_mount(self) -> None:
        """Type at once."""
        self._measure()
        self.field.focus()

    def on_resize(self) -> None:
        """Keep the panel inside the window."""
        self._measure()

    def _measure(self) -> None:
        size = self.app.size
        self.panel.styles.width = min(WIDTH, size.width)
        self.panel.styles.height = max(6, min(TALLEST, size.height - 5, 2 * len(self.actions) + 5))
        self.list.repaint()

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the actions found, two rows each."""
        if not self.found:
            return [row("   ", ("Aucune action ne correspond.", SOFT))]
        rows: list[Row] = []
        for rank in window(len(self.found), self.chosen, max(1, height // 2)):
            action, on, click = self.found[rank], rank == self.chosen, f"screen.pick({rank})"
            name, about = row("  ", (action.title, STRONG)), row("  ", (action.about, SOFT))
            rows.append(entry(name, row((action.shown, STRONG)), width, chosen=on, click=click))
            rows.append(entry(about, EMPTY, width, chosen=on, click=click))
        return rows[:height]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed."""
        event.stop()
        self.found, self.chosen = matching(self.actions, event.value), 0
        self.list.repaint()

    def action_choose(self, step: int) -> None:
        """↑ ↓: the action before or after."""
        self.chosen = max(0, min(len(self.found) - 1, self.chosen + step))
        self.list.repaint()

    def action_pick(self, rank: int) -> None:
        """A click runs an action."""
        self.chosen = rank
        self._run()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: run the chosen action."""
        event.stop()
        self._run()

    def _run(self) -> None:
        if self.found:
            chosen = self.found[self.chosen]
            self.dismiss()
            self.app.call_later(chosen.run)

    def action_close(self) -> None:
        """Esc: nothing happens."""
        self.dismiss()


def actions(console: Console, screen: Screen[Any]) -> list[Action]:
    """Return what can be done from a screen, what belongs to it first."""
    found = [_of(screen, key) for key in _own(screen)]
    if isinstance(screen, LiveScreen):
        if screen.has_rounds:
            about = "les tables, tour par tour, absents et retards"
            found.append(Action(capital(words.ROUNDS), about, keys.OVERVIEW.shown, ROUND_NOUNS, screen.action_rounds))
        found.append(
            Action("Déroulé de la journée", "prévu, réel, rattraper", keys.UP.shown, keys.UP.nouns, screen.action_up_level)
        )
    known = {action.title for action in found}
    for key, run in (
        (keys.MERGE, console.show_merging if console.session and not isinstance(screen, MergingScreen) else None),
        (keys.PAPER, console.show_paper if console.session and not isinstance(screen, PaperScreen) else None),
        (keys.PHOTOS, console.show_photos if _has_sheets(console) and not isinstance(screen, PhotosScreen) else None),
        (keys.WRITE, console.show_writing if console.session and not isinstance(screen, WritingScreen) else None),
        (keys.DOCUMENTS, console.show_documents if console.session else None),
        (keys.CARDS, console.show_cards),
        (keys.HELP, getattr(screen, "action_help", None)),
    ):
        if run is not None and NAMES[key][0] not in known:
            found.append(Action(*NAMES[key], key.shown if key is keys.HELP else "", key.nouns, run))
    other = "clair" if console.theme == "sombre" else "sombre"
    found.append(
        Action(f"Thème {other}", "changer les couleurs", "", "thème clair sombre couleurs contraste nuit", console.toggle_theme)
    )
    if keys.TRIAL not in _own(screen):
        found.append(Action(*NAMES[keys.TRIAL], "", keys.TRIAL.nouns, console.show_trial))
    found.append(Action(*NAMES[keys.QUIT], keys.QUIT.shown, keys.QUIT.nouns, console.action_leave))
    return found


def _has_sheets(console: Console) -> bool:
    return console.session is not None and any(sequence.exercise for sequence in console.session.workshop.day.sequences)


def _own(screen: Screen[Any]) -> list[Key]:
    """Return the keys that do something on a screen."""
    if isinstance(screen, LiveScreen):
        timed = screen.play.timer() is not None
        return [key for key in LIVE if does(screen, key) and (timed or key not in keys.TURNING)]
    return list(screen.letters()) if isinstance(screen, PageScreen) else []


def _of(screen: Screen[Any], key: Key) -> Action:
    title, about = NAMES.get(key) or (capital(key.label), key.help)
    return Action(title, about, key.shown, key.nouns, getattr(screen, f"action_{key.action}"))
