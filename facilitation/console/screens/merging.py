"""Near ideas side by side: one key decides, the next family comes by itself; a line opens only to write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key as Pressed
from textual.events import Unmount
from textual.widgets import Input

from facilitation.console import keys, sifted, words
from facilitation.console.keys import Key
from facilitation.console.likes import Card
from facilitation.console.paint import families as drawn
from facilitation.console.screens.family import ADD, ASIDE, LEFT, LEFT_WIDTH, MARGIN, MOVE, REWORD, FamilyPage
from facilitation.typography import NBSP, plural

OPENING = (keys.REWRITE, keys.ADD, keys.MOVE, keys.ASIDE)


class MergingScreen(FamilyPage):
    """The families of a day, decided by keys."""

    CHIPS: ClassVar[Mapping[str, str]] = {
        REWORD: "écrire",
        ADD: "ajouter",
        MOVE: "déplacer vers",
        ASIDE: "mettre de côté parce que",
    }
    HINTS: ClassVar[Mapping[str, str]] = {
        REWORD: "les mots qui resteront dans la synthèse",
        ADD: "quelques lettres de l’idée, ou ↑ ↓",
        MOVE: "quelques lettres de la case, ou ↑ ↓",
        ASIDE: "la raison, elle sera écrite en annexe",
    }
    LETTERS: ClassVar[tuple[Key, ...]] = (
        keys.YES, keys.NO_, keys.PART, keys.REWRITE, keys.ADD, keys.LATER, keys.MOVE, keys.ASIDE, keys.ACROSS,
        keys.THEMES,
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose_next(-1)", show=False),
        Binding("right", "choose_next(1)", show=False),
        Binding(keys.BACK.all_keys, "back", show=False),
        Binding("f2", "rewrite", show=False),
        Binding("tab", "scope", show=False),
    ]

    def before_moving(self) -> None:
        """Let the journal go before the day is left."""
        self.sifting.close()

    def on_unmount(self, _event: Unmount) -> None:
        """Let the thread end."""
        self.sifting.close()

    def refresh_all(self) -> None:
        """Paint everything, and look again when something was kept."""
        self.sifting.follow()
        super().refresh_all()

    # --- going about ---

    def action_show(self, rank: int) -> None:
        """A click in the list shows a family."""
        self.close_line()
        self.sifting.go(rank)
        self.refresh_all()

    def action_choose_idea(self, rank: int) -> None:
        """A click on a card chooses its idea."""
        self.sifting.choose(rank - self.sifting.member)
        self.refresh_all()

    def action_choose(self, step: int) -> None:
        """↑ ↓: the idea over or under, or another line of the list one chooses from."""
        if self.opened in {ADD, MOVE}:
            self.picked += step
        elif self.opened:
            return
        else:
            card, width = self.sifting.card, self.main.size.width
            inner = (width if width < LEFT else width - LEFT_WIDTH) - 2 * MARGIN
            self.sifting.choose(step * drawn.in_a_row(self.sifting.size(card), inner) if card else 0)
        self.refresh_all()

    def action_choose_next(self, step: int) -> None:
        """← →: the idea at the left or at the right."""
        self.sifting.choose(step)
        self.refresh_all()

    def action_scope(self) -> None:
        """Tab: another sheet, or the whole day."""
        if not self.opened:
            self.sifting.next_scope()
            self.say(f"◆ {words.capital(sifted.scope(self.sifting))}{NBSP}: {plural(len(self.sifting.cards), 'famille')}.")
            self.refresh_all()

    def action_across(self) -> None:
        """C: compare ideas from one cell to another, or no longer."""
        self.sifting.toggle_across()
        where = "d’une case à l’autre" if self.sifting.across else "dans chaque case"
        self.say(f"◆ Idées comparées {where}.")
        self.refresh_all()

    def action_themes(self) -> None:
        """T: file the ideas under themes."""
        if not self.opened:
            self.console.show_themes()

    def action_forward(self) -> None:
        """F5: the next family that waits; once all is decided, the documents."""
        if self.session.keeper.failure is not None:
            self.session.keeper.retry()
        elif self.opened:
            self.say(words.LINE_OPEN)
        elif not self.sifting.next_to_see():
            self.console.show_documents()
        else:
            self.refresh_all()

    def action_back(self) -> None:
        """F4: the family before."""
        if not self.opened:
            self.sifting.go(self.sifting.rank - 1)
            self.refresh_all()

    def action_up_level(self) -> None:
        """Esc: leave the line, then the screen."""
        if self.opened:
            self.close_line()
        else:
            super().action_up_level()

    # --- deciding ---

    def action_yes(self) -> None:
        """O: these ideas are one; of two wordings, the chosen one stands."""
        if self.session.workshop.read_only:
            self.console.open_own()
        elif self.sifting.card is not None:
            self.sifting.merge()
            self.refresh_all()

    def action_enter(self) -> None:
        """Enter: the same as O."""
        if self._may_write():
            self.action_yes()

    def action_refuse(self) -> None:
        """N: these ideas stay separate."""
        if self._may_write():
            self.sifting.refuse()
            self.refresh_all()

    def action_part(self) -> None:
        """S: the chosen idea is not the same as the others."""
        if self._may_write():
            self.sifting.part()
            self.refresh_all()

    def action_later(self) -> None:
        """P: come back to this family once the others are decided."""
        if self.session.workshop.read_only:
            self.console.take_over()
        elif self.sifting.card is not None:
            self.sifting.put_off()
            self.say(words.PUT_OFF)
            self.refresh_all()

    def _may_write(self) -> bool:
        return self.may_change() and self.sifting.card is not None

    def action_undo(self) -> None:
        """Ctrl+Z: the text of the line; else the last gesture, whose family comes back."""
        if self.opened:
            self.close_line()
        elif self.may_change():
            self.sifting.undo()

    def action_redo(self) -> None:
        """Ctrl+Y: what was undone last."""
        if not self.opened and self.may_change():
            self.sifting.redo()

    # --- the line ---

    def action_rewrite(self) -> None:
        """R, F2: the words that will stand for all."""
        card = self.sifting.card
        if card is not None and self._may_write():
            text = card.proposal.wording if card.proposal else card.wordings[self.sifting.member]
            self.open_line(REWORD, text)

    def action_add(self) -> None:
        """A: one more idea of the column is the same."""
        self._open_on_family(ADD)

    def action_move(self) -> None:
        """D: the chosen idea belongs in another cell."""
        self._open_on_family(MOVE)

    def action_aside(self) -> None:
        """X: the chosen idea leaves the tables, for a reason."""
        self._open_on_family(ASIDE)

    def _open_on_family(self, what: str) -> None:
        card = self.sifting.card
        if card is None or not self._may_write():
            return
        if card.proposal is None:
            self.say(words.CHOOSE_WORDING)
        else:
            self.open_line(what)

    def on_key(self, event: Pressed) -> None:
        """Open the line at once, and give it the letters that come before it has the focus: they are text already.

        Textual runs the bindings of a key after the next keys have reached the screen (read in 8.2.8).
        """
        opening = next((key for key in OPENING if event.key in key.keys), None)
        if self.opened and event.is_printable and event.character:
            self.line.field.insert_text_at_cursor(event.character)
        elif not self.opened and opening is not None:
            getattr(self, f"action_{opening.action}")()
        else:
            return
        event.stop()
        event.prevent_default()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the wording as it is typed, or what the letters name."""
        event.stop()
        if self.opened:
            self.picked = 0
            self.main.repaint()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the line."""
        event.stop()
        text, opened, card = event.value.strip(), self.opened, self.sifting.card
        if card is None or (not text and opened in {REWORD, ASIDE}):
            self.say(words.REASON_FIRST if opened == ASIDE else words.WORDS_FIRST)
            return
        if opened == REWORD:
            self.sifting.merge(text)
        elif opened == ASIDE:
            self.sifting.set_aside(text)
        elif not self._pick(card):
            return
        self.close_line()
        self.refresh_all()

    def _pick(self, card: Card) -> bool:
        found = self.matching(card)
        if not found:
            self.say("◐ Rien ne porte ces lettres.")
            return False
        value = found[min(self.picked, len(found) - 1)][2]
        if isinstance(value, str):
            self.sifting.add(value)
        else:
            self.sifting.move(*value)
        return True
