"""The help: the keys of the screen below, those that work everywhere, and what to do when one does not answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from facilitation.console import keys
from facilitation.console.keys import Key
from facilitation.console.paint.row import ACCENT, EMPTY, PLAIN, SOFT, STRONG, Row, beside, cut, justified, row, wrapped
from facilitation.console.screens.ideas import IdeaScreen
from facilitation.console.screens.live import LiveScreen
from facilitation.console.screens.overlay import Overlay
from facilitation.console.screens.page import ROOMY
from facilitation.console.screens.questions import QuestionsScreen
from facilitation.typography import french

if TYPE_CHECKING:
    from facilitation.console.app import Console

WIDTH = 62
Lines = list[tuple[str, str]]
IDEAS = (
    ("Entrée", "garder l’idée"),
    ("↑ puis Entrée", "corriger une idée"),
    ("↑ puis Suppr", "la retirer"),
    ("↓", "dire qui parle"),
)
QUESTIONS = (
    ("Entrée", "garder la question"),
    ("F2", "corriger la question"),
    ("↑ puis Suppr", "la retirer"),
)
# The foot has room for a word, the help says what the word means.
LONGER = {
    "zone": "zone suivante",
    "colonne": "colonne suivante",
    "ligne": "ligne suivante",
    "acteur": "acteur suivant",
    "paire": "paire suivante",
    "question": "question suivante",
    "sa réponse": "aller à sa réponse",
    "une question": "aller à une question",
    "tours": "table des tours",
    "±1": "une personne de plus, de moins",
}
BEFORE = {"zone": "zone précédente", "colonne": "colonne précédente", "camp suivant": "camp précédent"}
EVERYWHERE = (keys.FORWARD, keys.BACK, *keys.TURNING)
OWN = (keys.REWORD, keys.OVERVIEW, keys.NEXT_ROW)  # only some live screens say what these do
LAST = (keys.PALETTE, keys.UP, keys.QUIT)
TROUBLES = (
    ("F1 à F9", "avec Fn, ou la touche Ctrl d’à côté"),
    ("coller", "Ctrl+Maj+V, ou clic droit"),
    ("? puis Entrée", "cette aide, depuis la saisie"),
    ("télécommande", "page suivante F5, précédente F4"),
)


def help_overlay(console: Console, screen: Screen[Any]) -> Overlay:
    """Return the help of a screen: a panel at the right, the whole window in two columns when it is short."""
    here, everywhere = here_keys(screen), everywhere_keys(screen)
    short = console.size.height < ROOMY
    title = _title(screen)
    types = isinstance(screen, IdeaScreen)
    ending = french("Tapez : l’aide se ferme, la lettre va dans la saisie." if types else "Échap : fermer.")

    def paint(width: int, height: int) -> list[Row]:
        head = [
            EMPTY,
            justified(row("  Aide · ", (cut(title, width - 32), STRONG)), row(("F1 ou Échap fermer  ", SOFT)), width),
            EMPTY,
        ]
        troubles = _section("Si une touche ne répond pas", TROUBLES, width - 2)
        if not short:
            body = [*_section("Ici", here, width - 2), EMPTY]
            body += [*_section("Partout, même en tapant", everywhere, width - 2), EMPTY, *troubles]
        else:
            half = (width - 2) // 2
            left = _section("Ici", here, half - 2, least=12)
            right = _section("Partout, même en tapant", everywhere, width - 2 - half, least=15)
            body = [*beside((left, half), (right, width - 2 - half)), EMPTY, *troubles]
        return [*head, *(row("  ", *line) for line in body), EMPTY, row("  ", (ending, SOFT))][:height]

    return Overlay(paint, 500 if short else WIDTH, 200, side="full" if short else "right")


def _section(title: str, lines: Lines | tuple[tuple[str, str], ...], width: int, *, least: int = 17) -> list[Row]:
    """Return a title, then keys and what they do; what is too long for ``width`` goes on under itself."""
    room = max([least, *(len(shown) for shown, _ in lines)]) + 2
    rows = [row((title, ACCENT))]
    for shown, told in lines:
        first, *others = wrapped(told, width - room)
        rows += [row((f"{shown:<{room}}", STRONG), (first, PLAIN)), *(row(" " * room, (line, PLAIN)) for line in others)]
    return rows


def _title(screen: Screen[Any]) -> str:
    if isinstance(screen, LiveScreen):
        return screen.play.sequence.title
    trail = getattr(screen, "trail", None)
    return str(trail()[-1]) if trail else ""


def here_keys(screen: Screen[Any]) -> Lines:
    """Return what the keys do on this screen: what it says of them itself, completed by those that always do the same."""
    given = getattr(screen, "help_keys", None)
    if given is not None:
        return list(given())
    if not isinstance(screen, LiveScreen):
        return []
    given_keys = dict(screen.foot_view().keys)
    told = dict(_typing(screen)) if isinstance(screen, IdeaScreen) and screen.has_line else {}
    for shown, label in given_keys.items():
        if shown != "↑" or not told:
            told.setdefault(shown, LONGER.get(label, label))
    before = BEFORE.get(given_keys.get(keys.NEXT_COLUMN.shown, ""))
    if before:
        told[keys.PREVIOUS_COLUMN.shown] = before
    for key in (keys.NEXT_ROW, keys.NEXT_GROUP, keys.OVERVIEW, keys.REWORD):
        if does(screen, key):
            told.setdefault(key.shown, key.help)
    elsewhere = {key.shown for key in (*EVERYWHERE, *LAST, keys.UNDO, keys.REDO)}
    return [(_with_twin(shown), told[shown]) for shown in told if shown not in elsewhere]


def _typing(screen: IdeaScreen) -> Lines | tuple[tuple[str, str], ...]:
    """Return what always works in a line where one types; nothing while one chooses or corrects: the foot says it all."""
    if screen.foot_keys() != screen.typing_keys():
        return ()
    return QUESTIONS if isinstance(screen, QuestionsScreen) and screen.asking else (*IDEAS, ("F2", "corriger la dernière"))


def does(screen: LiveScreen, key: Key) -> bool:
    """Return whether a key does something on a live screen: not every one has an overview, or a second row."""
    if key is keys.NEXT_GROUP:
        together = isinstance(screen, IdeaScreen) and screen.desk.whole_room
        return not together and len(screen.session.workshop.day.groups) > 1
    if key is keys.NEXT_ROW and isinstance(screen, IdeaScreen) and len(screen.desk.rows) < 2:
        return False
    name = f"action_{key.action}"
    return key not in OWN or getattr(type(screen), name) is not getattr(LiveScreen, name)


def everywhere_keys(screen: Screen[Any]) -> Lines:
    """Return the keys that do the same on every screen of this kind."""
    shown = [keys.FORWARD, *((keys.BACK, *keys.TURNING) if isinstance(screen, LiveScreen) else ())]
    lines = [(_shown(key), key.help) for key in shown]
    lines.append(("Ctrl+Z · Ctrl+Y", "annuler · rétablir"))
    return [*lines, *((_shown(key), key.help) for key in LAST)]


def _shown(key: Key) -> str:
    return f"{key.shown} · {key.twin}" if key.twin else key.shown


def _with_twin(shown: str) -> str:
    twin = keys.TWINS.get(shown)
    return f"{shown} · {twin}" if twin else shown
