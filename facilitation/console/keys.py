"""The one table of keys: bindings, foot, help, palette and guide are all read from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

EVERYWHERE = "partout"


@dataclass(frozen=True, slots=True)
class Key:
    """One action: the key that is told, its twins, what it is called in the foot and in the help.

    ``keys`` and ``twins`` are Textual's names; ``shown`` and ``twin`` how they are written for people.
    """

    action: str
    keys: tuple[str, ...]
    shown: str
    label: str
    help: str
    twin: str = ""
    twins: tuple[str, ...] = ()
    nouns: str = ""  # what people type in the palette to find it

    @property
    def all_keys(self) -> str:
        """Every key that does it, as Textual writes a binding."""
        return ",".join((*self.keys, *self.twins))


FORWARD = Key("forward", ("f5",), "F5", "suite", "suite", "Ctrl+N", ("ctrl+n",), "suivant continuer étape")
BACK = Key("back", ("f4",), "F4", "revenir", "revenir d’une étape", "Ctrl+R", ("ctrl+r",), "précédent arrière étape")
HELP = Key("help", ("f1",), "F1", "aide", "cette aide", "? puis Entrée", (), "aide touches clavier")
REWORD = Key("reword", ("f2",), "F2", "dire autrement", "dire autrement", nouns="corriger verdict réponse")
OVERVIEW = Key(
    "overview", ("f3",), "F3", "vue d’ensemble", "vue d’ensemble", "Ctrl+O", ("ctrl+o",), "case aller ensemble tours tables"
)
NEXT_ROW = Key("next_row", ("f6",), "F6", "suivant", "acteur, paire ou affirmation suivante", "Ctrl+L", ("ctrl+l", "ctrl+down"))
PREVIOUS_ROW = Key("previous_row", ("ctrl+up",), "Ctrl+↑", "précédent", "revenir à la ligne d’avant")
NEXT_GROUP = Key("next_group", ("ctrl+g",), "Ctrl+G", "groupe", "groupe suivant", nouns="changer groupe")
MORE_TIME = Key(
    "more_time", ("f7",), "F7", "+5 min", "5 minutes de plus", "Ctrl+T", ("ctrl+t",), "ajouter temps minuteur minutes"
)
PAUSE = Key("pause", ("f8",), "F8", "pause", "pause du minuteur", nouns="arrêter minuteur pause reprendre")
BIG_TIMER = Key("big_timer", ("f9",), "F9", "en grand", "minuteur en grand", nouns="minuteur grand plein écran temps")
UNDO = Key("undo", ("ctrl+z",), "Ctrl+Z", "annuler", "annuler", nouns="annuler défaire erreur")
REDO = Key("redo", ("ctrl+y",), "Ctrl+Y", "rétablir", "rétablir", nouns="rétablir refaire")
PALETTE = Key("palette", ("ctrl+p",), "Ctrl+P", "tout", "toutes les actions")
SAVE = Key("save", ("ctrl+s",), "Ctrl+S", "tout est gardé", "savoir si tout est gardé", nouns="enregistrer sauvegarder garder")
UP = Key("up_level", ("escape",), "Échap", "remonter", "remonter d’un cran", nouns="déroulé journée retour")
QUIT = Key("quit", ("ctrl+q",), "Ctrl+Q", "quitter", "quitter (tout gardé)", nouns="quitter fermer sortir")
NEXT_COLUMN = Key("next_column", ("tab",), "Tab", "zone", "zone suivante")
PREVIOUS_COLUMN = Key("previous_column", ("shift+tab",), "Maj+Tab", "zone d’avant", "zone précédente")
PAGE_FORWARD = Key("page_forward", ("pagedown",), "Page suiv.", "suite", "suite, avec une télécommande")
PAGE_BACK = Key("page_back", ("pageup",), "Page préc.", "revenir", "revenir, avec une télécommande")

# Letters are shortcuts only on screens where nothing is typed; none takes anything away.
NEW = Key("new", ("n", "N"), "N", "nouvelle", "préparer une journée", nouns="nouvelle créer modèle préparer")
DEMO = Key("demo", ("d", "D"), "D", "démonstration", "une vraie journée, déjà remplie", nouns="démonstration exemple essai")
OPEN = Key(
    "open_folder", ("o", "O"), "O", "ouvrir un dossier", "une journée préparée par quelqu’un d’autre", nouns="ouvrir dossier"
)
CARDS = Key("cards", ("b", "B"), "B", "exercices", "la bibliothèque des exercices", nouns="bibliothèque fiches exercices")
TRIAL = Key("trial", ("c", "C"), "C", "clavier", "essayer le clavier", nouns="touches clavier azerty essai")
CATCH_UP = Key("catch_up", ("r", "R"), "R", "rattraper", "rattraper le retard", nouns="retard horaires rattraper temps")
GROUPS = Key("groups", ("g", "G"), "G", "groupes", "composition des groupes", nouns="groupes composition personnes")
DOCUMENTS = Key(
    "documents", ("e", "E"), "E", "documents", "fabriquer les documents",
    nouns="word powerpoint excel synthèse diaporama tableur page web imprimer exporter compiler fabriquer",
)  # fmt: skip
OWN = Key("open_own", ("o", "O"), "O", "mon propre carnet", "ouvrir votre propre carnet", nouns="carnet fusionner")
TAKE = Key("take_over", ("p", "P"), "P", "prendre la main", "écrire à la place de l’autre console", nouns="main écrire")
FOLDER = Key("show_folder", ("d", "D"), "D", "le dossier", "ouvrir le dossier des documents", nouns="dossier")
AGAIN = Key("again", ("f", "F"), "F", "refaire", "fabriquer de nouveau", nouns="refaire fabriquer")
PAPER = Key(
    "paper", ("s", "S"), "S", "papier", "taper les feuilles de papier",
    nouns="papier codes saisie feuille taper paperboard",
)  # fmt: skip
PHOTOS = Key(
    "photos", ("j", "J"), "J", "joindre", "joindre des photos",
    nouns="photo image paperboard joindre légende appareil téléphone heic",
)  # fmt: skip
WRITE = Key(
    "write", ("i", "I"), "I", "introduction", "écrire vos paragraphes",
    nouns="écrire rédiger texte paragraphe commentaire introduction conclusion synthèse",
)  # fmt: skip
MERGE = Key(
    "regroup", ("m", "M"), "M", "regrouper", "regrouper les idées proches",
    nouns="regrouper fusionner doublons semblables harmoniser familles trier identiques formulations",
)  # fmt: skip
# Of the screen of near ideas only, as the letters of counts and marks are of theirs.
YES = Key("yes", ("o", "O"), "O", "oui", "ces idées n’en font qu’une", nouns="oui regrouper réunir")
NO_ = Key("refuse", ("n", "N"), "N", "non", "elles restent séparées", nouns="non séparer laisser")
PART = Key("part", ("s", "S"), "S", "à part", "mettre l’idée choisie à part", nouns="part séparer")
REWRITE = Key("rewrite", ("r", "R"), "R", "réécrire", "écrire les mots qui resteront", nouns="réécrire formulation corriger")
ADD = Key("add", ("a", "A"), "A", "ajouter", "ajouter une idée à la famille", nouns="ajouter idée")
LATER = Key("later", ("p", "P"), "P", "plus tard", "décider plus tard", nouns="plus tard passer")
MOVE = Key("move", ("d", "D"), "D", "déplacer", "mettre l’idée dans une autre case", nouns="déplacer case colonne")
ASIDE = Key("aside", ("x", "X"), "X", "de côté", "mettre l’idée de côté, avec une raison", nouns="côté écarter raison")
ACROSS = Key("across", ("c", "C"), "C", "entre les cases", "comparer aussi d’une case à l’autre", nouns="cases acteurs communs")
# Of the screen of themes, opened from that of near ideas.
THEMES = Key("themes", ("t", "T"), "T", "thèmes", "ranger les idées par thème", nouns="thèmes ranger classer trier catégories")
NAME_THEME = Key("name_theme", ("n", "N"), "N", "nouveau", "nommer un thème", nouns="thème nommer créer")
RENAME = Key("rename", ("r", "R"), "R", "renommer", "renommer le thème choisi", nouns="thème renommer corriger")
WITHDRAW = Key("withdraw", ("x", "X"), "X", "retirer", "retirer le thème choisi", nouns="thème retirer effacer supprimer")
LEFT_ONLY = Key("left_only", ("s", "S"), "S", "sans thème", "ne montrer que le reste", nouns="filtre reste thème")

ALWAYS = (HELP, PALETTE, SAVE, UP, QUIT)
LIVE = (
    FORWARD, BACK, OVERVIEW, NEXT_ROW, PREVIOUS_ROW, NEXT_GROUP, MORE_TIME, PAUSE, BIG_TIMER, UNDO, REDO, REWORD,
    NEXT_COLUMN, PREVIOUS_COLUMN, PAGE_FORWARD, PAGE_BACK,
)  # fmt: skip
TURNING = (MORE_TIME, PAUSE, BIG_TIMER)  # while a timer runs
TWINS = {key.shown: key.twin for key in (*ALWAYS, *LIVE) if key.twin}


def bindings(keys: Iterable[Key]) -> list[tuple[str, str]]:
    """Return (keys, action) pairs for a screen."""
    return [(key.all_keys, key.action) for key in keys]


def told(shown: str, missing: frozenset[str]) -> str:
    """Return how a key is told on this computer: its Ctrl twin when the keyboard trial did not receive it."""
    return TWINS.get(shown, shown) if shown in missing else shown
