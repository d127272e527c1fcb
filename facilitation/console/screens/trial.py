"""The trial of the keyboard: once per computer, ten seconds, so that the foot tells keys that work here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from facilitation.console import keys, settings
from facilitation.console.counting import AZERTY
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Ink, Row, fitted, row, wrapped
from facilitation.console.screens.page import PageScreen
from facilitation.typography import french

FUNCTIONS = ("F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9")  # a keyboard that keeps F5 for itself keeps them all
DIGIT = "3"
WHY = (
    "Les ordinateurs ne laissent pas tous passer les mêmes touches. Appuyez sur chacune ; la console retient ce qui"
    " marche chez vous et affiche les bonnes touches en bas de l’écran."
)
MARGIN, NAMED = 5, 44


@dataclass(frozen=True, slots=True)
class Tried:
    """One key to press: how it is told, what it is for, what Textual calls it."""

    shown: str
    about: str
    name: str


KEYS = (
    Tried("F5", "suite", "f5"),
    Tried("Ctrl+Z", "annuler", "ctrl+z"),
    Tried("Maj+Tab", "zone précédente", "shift+tab"),
    Tried("la touche 3 du haut du clavier, sans Maj", "pour taper les effectifs", DIGIT),
)


class TrialScreen(PageScreen):
    """Four keys, one after the other; Enter skips one, Esc leaves the others for later."""

    SIDE = (10_000, 1)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "up_level", show=False),
        Binding("enter", "skip", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.rank = 0
        self.received: dict[str, bool] = {}
        self.azerty: bool | None = None

    # --- what is shown ---

    def trail(self) -> tuple[str, ...]:
        """Return where one is."""
        return ("Journées d’animation", "Essai du clavier")

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the four keys."""
        room = min(width - 2 * MARGIN, 72)
        body = [
            EMPTY,
            row(("Essai du clavier", STRONG), ("   une fois par ordinateur, 10 secondes", SOFT)),
            EMPTY,
            *(row((line, SOFT)) for line in wrapped(french(WHY), room)),
            EMPTY,
        ]
        for rank, tried in enumerate(KEYS):
            body += [self._line(rank, tried), EMPTY]
        if self.rank < len(KEYS):
            said = (("Rien ne se passe\u00a0? ", SOFT), ("Entrée", STRONG), (" pour passer à la suivante. ", SOFT))
            body.append(row(*said, ("Échap", STRONG), (" pour plus tard.", SOFT)))
        else:
            body += [row((line, STRONG)) for line in wrapped(self._outcome(), room)]
        return [fitted(row(" " * MARGIN, *line), width) for line in body][:height]

    def _line(self, rank: int, tried: Tried) -> Row:
        name = f"{tried.shown:<{NAMED - 3}}"
        if tried.name in self.received:
            got = self.received[tried.name]
            sign, token, told = ("✓", "ok", "reçue") if got else ("✗", "att", "pas reçue")
            return row((f" {sign} ", Ink(token, bold=True)), name, (told, Ink(token)))
        on = rank == self.rank
        return row(
            (" ▶ " if on else " · ", Ink("accent" if on else "doux")), (name, STRONG if on else Ink()), (tried.about, SOFT)
        )

    def _outcome(self) -> str:
        missing = [tried.shown for tried in KEYS if self.received.get(tried.name) is False]
        digits = "La rangée du haut donne les chiffres sans Maj." if self.azerty else ""
        if "F5" in missing:
            told = "Les touches F restent à l’ordinateur : les raccourcis Ctrl sont affichés à leur place."
        elif missing:
            told = "Ce qui n’est pas reçu se fait aussi par Ctrl+P."
        else:
            told = "Tout marche ici."
        return french(f"{told} {digits} Entrée pour commencer.".replace("  ", " "))

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot."""
        if self.rank >= len(KEYS):
            return (("Entrée", "commencer"),)
        return (("Entrée", "touche suivante"), ("Échap", "plus tard"))

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page for the help."""
        return (("Entrée", "touche suivante"), ("Échap", "plus tard"))

    # --- keys ---

    async def on_key(self, event: events.Key) -> None:
        """Take the key that is asked for."""
        if self.rank >= len(KEYS):
            return
        tried = KEYS[self.rank]
        if tried.name == DIGIT:
            self._digit(event)
        elif event.key == tried.name:
            event.stop()
            event.prevent_default()
            self._note(received=True)

    def _digit(self, event: events.Key) -> None:
        sign = event.character or ""
        if not event.is_printable or sign.isspace():
            return
        event.stop()
        event.prevent_default()
        # any other character is another keyboard, where only real digits count
        self.azerty = AZERTY.get(sign) == DIGIT
        self._note(received=True)

    def _note(self, *, received: bool) -> None:
        self.received[KEYS[self.rank].name] = received
        self.rank += 1
        if self.rank == len(KEYS):
            self._remember()
        self.refresh_all()

    def _remember(self) -> None:
        known = self.console.settings
        missing = [tried.shown for tried in KEYS[:3] if self.received.get(tried.name) is False]
        known.missing = [*FUNCTIONS, *missing] if keys.FORWARD.shown in missing else missing
        if self.azerty is not None:
            known.azerty = self.azerty
            if self.console.session is not None:
                self.console.session.azerty = self.azerty
        known.tried = True
        settings.save(known)

    def action_skip(self) -> None:
        """Enter: this key did nothing; or, at the end, begin."""
        if self.rank < len(KEYS):
            self._note(received=False)
        else:
            self.console.up_from(self)

    def action_forward(self) -> None:
        """F5, once it was tried: begin."""
        if self.rank >= len(KEYS):
            self.console.up_from(self)

    def action_up_level(self) -> None:
        """Esc: later, from the list of days or from the list of actions."""
        if not self.console.settings.tried:
            self.console.settings.tried = True
            settings.save(self.console.settings)
        super().action_up_level()
