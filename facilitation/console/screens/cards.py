"""The library: every exercise in a line, and its card whole."""

from __future__ import annotations

import threading
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from facilitation.console.keys import Key
from facilitation.console.paint.pages import chips, entry, window
from facilitation.console.paint.row import EMPTY, PLAIN, SOFT, STRONG, Row, cut, row, wrapped
from facilitation.console.paint.welcome import heading
from facilitation.console.screens.page import PageScreen
from facilitation.console.shelf import Filters
from facilitation.errors import FacilitationError
from facilitation.typography import plural, quoted
from facilitation.workshop.cards import Brief, card, shelf

BY_USE = Key("by_use", ("u", "U"), "U", "but", "filtrer par but", nouns="filtre but usage")
BY_TIME = Key("by_time", ("d", "D"), "D", "durée", "filtrer par durée", nouns="filtre minutes durée")
BY_SIZE = Key("by_size", ("t", "T"), "T", "taille", "filtrer par taille", nouns="filtre taille effectif")
BY_MOMENT = Key("by_moment", ("m", "M"), "M", "moment", "filtrer par moment", nouns="filtre moment")
HANGING = 2  # columns: what goes on under « • » or « But : »
TRY = Key("try", ("e", "E"), "E", "essayer", "l’essayer", nouns="essai essayer jouer")


class CardsScreen(PageScreen):
    """The list, with the chosen card at the right of wide windows; Enter reads it alone, ↑ ↓ turn its pages."""

    SIDE = (100, 58)
    LETTERS: ClassVar[tuple[Key, ...]] = (TRY, BY_USE, BY_TIME, BY_SIZE, BY_MOMENT)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "leaf(1)", show=False),
        Binding("pageup", "leaf(-1)", show=False),
    ]

    def __init__(self, key: str = "", filters: Filters | None = None) -> None:
        """Choose the card of ``key`` first, among those that ``filters`` leave."""
        super().__init__()
        self.all: list[Brief] = []
        self.filters = filters or Filters()
        self._first = key
        self.texts: dict[str, str] = {}
        self.is_reading = False
        self.top = 0

    def arrive(self) -> None:
        """Show the page, then read the cards off the screen's thread."""
        threading.Thread(target=self._read, name="fiches", daemon=True).start()

    def _read(self) -> None:
        cards = shelf()
        self.console.later(partial(self._show, cards, {}))
        texts = {}
        for key, *_ in cards:
            try:
                texts[key] = card(key)
            except FacilitationError as error:
                texts[key] = str(error)
        self.console.later(partial(self._show, cards, texts))

    def _show(self, cards: list[Brief], texts: dict[str, str]) -> None:
        self.all, self.texts = cards, texts
        keys = [found.key for found in self.cards]
        if self._first in keys:
            self.chosen = keys.index(self._first)
        self._first = ""
        self.refresh_all()

    @property
    def cards(self) -> list[Brief]:
        """The cards that fit the filters."""
        return self.filters.fitting(self.all)

    # --- what is shown ---

    @property
    def title_shown(self) -> str:
        """The chosen card's title."""
        return self.cards[self.chosen].title if self.cards else ""

    def trail(self) -> tuple[str, ...]:
        """Return where one is."""
        return ("Journées d’animation", "Exercices", *((self.title_shown,) if self.is_reading else ()))

    @property
    def has_side(self) -> bool:
        """Whether the card stands at the right: not while it is read alone."""
        return not self.is_reading

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the list, or the card being read."""
        if self.is_reading:
            lines = self._card(min(width - 6, 100))
            self.top = max(0, min(self.top, len(lines) - height + 2))
            left = len(lines) - self.top - height + 2
            more = row("   ", (f"▼ encore {plural(left, 'ligne')}", SOFT)) if left > 0 else EMPTY
            return [EMPTY, *(row("   ", *line) for line in lines[self.top : self.top + height - 2]), more]
        told, cards = self.filters.words(), self.cards
        count = plural(len(cards), "exercice") if told else ""
        rows = [EMPTY, heading("Les exercices"), row("  ", (cut(f"{told}, {count}" if told else "", width - 3), SOFT)), EMPTY]
        for rank in window(len(cards), self.chosen, max(1, (height - 7) // 3)):
            rows += self._entry(rank, width)
        if not cards and self.all:
            rows.append(row("  Aucun exercice ne convient. Changez un filtre."))
        rows += [EMPTY] * (height - len(rows) - 2)
        return [*rows[: height - 2], chips(self.LETTERS), EMPTY]

    def _entry(self, rank: int, width: int) -> list[Row]:
        _key, title, lasting, aim = self.cards[rank][:4]
        on, click = rank == self.chosen, f"screen.pick({rank})"
        first = row(" ", (cut(title, width - len(lasting) - 6), STRONG))
        return [
            entry(first, row((lasting, SOFT)), width, chosen=on, click=click),
            entry(row(" ", (cut(aim, width - 4), SOFT)), EMPTY, width, chosen=on, click=click),
            EMPTY,
        ]

    def paint_side(self, width: int, height: int) -> list[Row]:
        """Return the chosen card."""
        rows = [EMPTY, *(row("  ", *line) for line in self._card(width - 4))]
        more = [EMPTY, row("  ", ("▼ Entrée pour lire toute la fiche", SOFT))]
        return rows if len(rows) <= height else [*rows[: height - 2], *more]

    def _card(self, width: int) -> list[Row]:
        text = self.texts.get(self.cards[self.chosen].key, "") if self.cards else ""
        rows: list[Row] = []
        for rank, line in enumerate(text.split("\n")):
            margin = len(line) - len(line.lstrip())
            ink = STRONG if rank == 0 else SOFT if margin >= 5 else PLAIN
            first, *rest = wrapped(line.strip(), width - margin - HANGING) if line.strip() else [""]
            rows += [row(" " * margin, (first, ink)), *(row(" " * (margin + HANGING), (part, ink)) for part in rest)]
        return rows

    def forward_words(self) -> str:
        """Return what F5 will do."""
        if not self.cards:
            return ""
        return "revenir à la liste" if self.is_reading else f"lire la fiche {quoted(self.title_shown)}"

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot."""
        if self.is_reading:
            return (("↑↓", "faire défiler"), ("Échap", "revenir à la liste"))
        return (("↑↓", "choisir"), ("Entrée", "lire la fiche"), ("Échap", "remonter"), ("Ctrl+P", "tout"))

    # --- keys ---

    def action_by_use(self) -> None:
        """U: the cards of the next aim."""
        self._turn_filter("but")

    def action_by_time(self) -> None:
        """D: the cards of the next length."""
        self._turn_filter("durée")

    def action_by_size(self) -> None:
        """T: the cards that suit the next number of people."""
        self._turn_filter("taille")

    def action_by_moment(self) -> None:
        """M: the cards of the next moment of a day."""
        self._turn_filter("moment")

    def _turn_filter(self, name: str) -> None:
        if not self.is_reading:
            self.filters.turn(name)
            self.chosen = 0
            self.refresh_all()

    def action_try(self) -> None:
        """E: run the chosen exercise on a throw-away day."""
        if self.cards:
            key = self.cards[self.chosen].key
            self.console.try_exercise(key, partial(self.console.show_cards, key, self.filters))

    def action_choose(self, step: int) -> None:
        """↑ ↓: the card before or after; a line up or down of the card being read."""
        if self.is_reading:
            self.top = max(0, self.top + step)
        elif self.cards:
            self.chosen = max(0, min(len(self.cards) - 1, self.chosen + step))
        self.refresh_all()

    def action_leaf(self, step: int) -> None:
        """Page up, page down."""
        self.action_choose(step * max(1, self.main.size.height - 3) if self.is_reading else step)

    def action_enter(self) -> None:
        """Enter: read the card, alone."""
        if self.cards:
            self._turn(reading=True)

    def action_forward(self) -> None:
        """F5: read the card, or come back to the list."""
        if self.cards:
            self._turn(reading=not self.is_reading)

    def action_up_level(self) -> None:
        """Esc: back to the list, then up."""
        if self.is_reading:
            self._turn(reading=False)
        else:
            super().action_up_level()

    def _turn(self, *, reading: bool) -> None:
        self.is_reading, self.top = reading, 0
        self.side.display = self.has_side and self.app.size.width >= self.SIDE[0]
        self.call_after_refresh(self.refresh_all)
