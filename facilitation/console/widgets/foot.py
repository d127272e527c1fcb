"""The foot: what F5 will do and whether all is kept; below, the keys, or for a few seconds the last message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.timer import Timer

from facilitation.console.keys import told
from facilitation.console.paint.row import CHIP, SOFT, STRONG, Ink, Piece, Row, cut, fitted, justified, row, width_of
from facilitation.console.widgets.canvas import Canvas

if TYPE_CHECKING:
    from facilitation.console.session import Session

SHORT, LONG = 6.0, 10.0  # seconds a message stays; the long one after a paste


@dataclass(frozen=True, slots=True)
class Kept:
    """The state of what was said: its words with their sign, and their token."""

    words: str
    token: str = "doux"


def kept_words(session: Session) -> Kept:
    """Return the state of what was said in a day, as the foot tells it."""
    if session.workshop.read_only:
        return Kept("◇ lecture seule", "att")
    if session.keeper.failure is not None:
        return Kept("✗ NON GARDÉ", "alerte")
    if session.keeper.is_slow:
        return Kept("… j’écris", "att")
    return Kept(f"✓ gardé à {session.kept_at}" if session.kept_at else "✓ tout est gardé")


@dataclass(frozen=True, slots=True)
class FootView:
    """What the foot shows: F5's words, the kept state, at most five keys (key, label), a hint for the second row."""

    forward: str
    kept: Kept
    keys: tuple[tuple[str, str], ...] = ()
    hint: str = ""


class Foot(Canvas):
    """Two rows at the bottom."""

    GROUND = "surface"
    DEFAULT_CSS = "Foot { height: 2; }"

    def __init__(self) -> None:
        super().__init__()
        self._view = FootView("", Kept(""))
        self._message = ""
        self._missing: frozenset[str] = frozenset()
        self._hushing: Timer | None = None

    def show(self, view: FootView, missing: frozenset[str] = frozenset()) -> None:
        """Show a view; ``missing`` are the keys that this keyboard does not send."""
        self._view, self._missing = view, missing
        self.repaint()

    def say(self, message: str, seconds: float = SHORT) -> None:
        """Show a message instead of the keys for some seconds."""
        self._message = message
        if self._hushing is not None:
            self._hushing.stop()
        self._hushing = self.set_timer(seconds, self._hush)
        self.repaint()

    @property
    def message(self) -> str:
        """The message on show, '' when there is none."""
        return self._message

    def _hush(self) -> None:
        self._message = ""
        self.repaint()

    def rows(self, width: int, height: int) -> list[Row]:
        """Return the two rows."""
        below = tuple(piece._replace(ink=piece.ink._replace(ground="fond")) for piece in fitted(self._below(width), width))
        return [self._forward(width), below][:height]

    def _forward(self, width: int) -> Row:
        view = self._view
        kept = _kept(view.kept)
        key = told("F5", self._missing)
        chip = Piece(f" {key} ", CHIP._replace(click="screen.forward"))
        room = width - width_of(kept) - width_of((chip,)) - 10
        words = Piece(cut(view.forward, room), STRONG)
        return justified((chip, Piece(" Suite\u00a0: "), words) if view.forward else (Piece(" "),), kept, width)

    def _below(self, width: int) -> Row:
        if self._message:
            return fitted(row(" ", (cut(self._message, width - 2), STRONG)), width)
        help_ = row((told("F1", self._missing), STRONG), (" aide ", SOFT))
        if self._view.hint and len(self._view.hint) + 2 <= width - width_of(help_):
            return justified(row(" ", (self._view.hint, SOFT)), help_, width)
        room = width - width_of(help_) - 2
        pieces: list[Piece] = [Piece(" ")]
        for key, label in self._view.keys:
            added = [Piece(told(key, self._missing), STRONG), Piece(f" {label}   ", SOFT)]
            if width_of(pieces) + width_of(added) - 3 > room:
                break
            pieces += added
        return justified(tuple(pieces), help_, width)


def _kept(kept: Kept) -> Row:
    """Return the state, its sign in green when all is well; white on red when something is not kept."""
    if kept.token == "alerte":
        return row((f" {kept.words} ", Ink("sur_talerte", "talerte", bold=True)))
    sign, _, rest = kept.words.partition(" ")
    return row((f"{sign} ", Ink("ok" if sign == "✓" else kept.token)), (f"{rest} ", Ink(kept.token)))
