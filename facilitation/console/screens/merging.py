"""Near ideas side by side: one key decides, the next family comes by itself; a line opens only to write."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key as Pressed
from textual.events import Unmount
from textual.widgets import Input

from facilitation.console import keys, sifted, words
from facilitation.console.keys import Key
from facilitation.console.likes import Card
from facilitation.console.paint import families as drawn
from facilitation.console.paint.debate import on_surface
from facilitation.console.paint.pages import TITLE
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Row, beside, cut, fitted, row, wrapped
from facilitation.console.screens.page import PageScreen
from facilitation.console.session import Session
from facilitation.console.sifting import EVERYWHERE, Sifting
from facilitation.console.widgets.line import CaptureLine, LineView
from facilitation.sheet import Answer, Column
from facilitation.sheet import Row as Line
from facilitation.typography import NBSP, folded, plural
from facilitation.workshop.harmonising import NO, YES

LEFT = 100  # columns from which the list of families stands at the left
LEFT_WIDTH, MARGIN = 34, 2
LEAST_LIST = 4  # rows of a list one chooses from, its title included
REWORD, ADD, MOVE, ASIDE = "réécrire", "ajouter", "déplacer", "mettre de côté"
CHIPS = {REWORD: "écrire", ADD: "ajouter", MOVE: "déplacer vers", ASIDE: "mettre de côté parce que"}
HINTS = {
    REWORD: "les mots qui resteront dans la synthèse",
    ADD: "quelques lettres de l’idée, ou ↑ ↓",
    MOVE: "quelques lettres de la case, ou ↑ ↓",
    ASIDE: "la raison, elle sera écrite en annexe",
}
OPENING = (keys.REWRITE, keys.ADD, keys.MOVE, keys.ASIDE)
DONE = {REWORD: "garder ces mots", ADD: "ajouter cette idée", MOVE: "déplacer ici", ASIDE: "mettre de côté"}


class MergingScreen(PageScreen):
    """The families of a day. ``sifting`` says what is on show; ``opened`` is what the line is for, '' while it is hidden."""

    LETTERS: ClassVar[tuple[Key, ...]] = (
        keys.YES, keys.NO_, keys.PART, keys.REWRITE, keys.ADD, keys.LATER, keys.MOVE, keys.ASIDE, keys.ACROSS,
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose_next(-1)", show=False),
        Binding("right", "choose_next(1)", show=False),
        Binding(keys.BACK.all_keys, "back", show=False),
        Binding("f2", "rewrite", show=False),
        Binding("tab", "scope", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.line = CaptureLine()
        self.opened = ""
        self.picked = 0
        self.sifting = Sifting(session, self._found)

    def below(self) -> ComposeResult:
        """Yield the line."""
        yield self.line

    def arrive(self) -> None:
        """Hide the line until it is asked for."""
        self.line.display = False

    def before_moving(self) -> None:
        """Let the journal go before the day is left."""
        self.sifting.close()

    def on_unmount(self, _event: Unmount) -> None:
        """Let the thread end."""
        self.sifting.close()

    def _found(self) -> None:
        if self.is_mounted:
            self.refresh_all()

    def refresh_all(self) -> None:
        """Paint everything, and look again when something was kept."""
        self.sifting.follow()
        super().refresh_all()
        if self.is_mounted and self.opened:
            self.line.show(self._line_view())

    # --- what is shown ---

    @property
    def has_side(self) -> bool:
        """Whether there is a panel at the right: the list is at the left."""
        return False

    def trail(self) -> tuple[str, ...]:
        """Return where one is."""
        day = self.session.workshop.day
        where = "" if self.sifting.scope == EVERYWHERE else f"{NBSP}: {sifted.scope(self.sifting)}"
        return (day.overtitle or day.title, f"Regrouper les idées proches{where}")

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the families at the left of wide windows, the one on show."""
        if width < LEFT:
            return self._family(width, height)
        side = drawn.families(sifted.lines(self.sifting), self.sifting.rank, LEFT_WIDTH, height)
        side += [EMPTY] * (height - len(side))
        left = [on_surface(fitted(line, LEFT_WIDTH)) for line in side]
        main = self._family(width - LEFT_WIDTH, height - 1)
        return beside((left, LEFT_WIDTH), ([EMPTY, *main], width - LEFT_WIDTH))

    def _family(self, width: int, height: int) -> list[Row]:
        card, inner = self.sifting.card, width - 2 * MARGIN
        rows = self._nothing(inner) if card is None else self._card(card, inner, height)
        return [row(" " * MARGIN, *line) for line in rows][:height]

    def _nothing(self, width: int) -> list[Row]:
        if not self.sifting.is_read:
            return [EMPTY, row(("… recherche des idées proches", SOFT))]
        if self.sifting.trouble:
            return [EMPTY, row((cut(f"◐ {self.sifting.trouble}", width), STRONG))]
        return [
            EMPTY,
            row(("Aucune idée proche à regrouper.", STRONG)),
            row(("Celles qui arriveront seront comparées d’elles-mêmes.", SOFT)),
        ]

    def _card(self, card: Card, width: int, height: int) -> list[Row]:
        sifting, roomy = self.sifting, self.is_roomy
        total = len(sifting.cards)
        why, question = sifted.reason(sifting, card, width), row((sifted.question(sifting, card), STRONG))
        progress = drawn.progress(total - sifting.to_see, total, sifted.kind(card), width)
        head = [progress, row((cut(why, width), SOFT)), question]
        picking = self.opened in {ADD, MOVE}
        tail = self._tail(card, width) if not picking else [EMPTY] * LEAST_LIST
        ideas = sifted.cards(sifting, card)
        room = height - len(head) - len(tail) - 2
        whole = [progress, *(row((line, SOFT)) for line in wrapped(why, width)), EMPTY, question, EMPTY]
        if room - (len(whole) - len(head)) >= drawn.least_height(len(ideas), width):
            head, room = whole, room - (len(whole) - len(head))
        rows = [*head, *drawn.cards(ideas, width, room, roomy=roomy), drawn.letters(self._chips(card)), EMPTY]
        if picking:
            return [*rows, *self._choices(card, width, height - len(rows))]
        rows += tail
        others = sifting.others(card) if roomy and card.proposal and height - len(rows) > LEAST_LIST else []
        return [*rows, EMPTY, *self._others(others, width, height - len(rows) - 1)] if others else rows

    def _tail(self, card: Card, width: int) -> list[Row]:
        if card.proposal is None:
            return [row(("L’autre formulation reste dans le carnet.", SOFT))]
        decided = self.sifting.decision(card)
        if decided == NO and self.opened != REWORD:
            return [row(("Dans la synthèse, chacune reste écrite comme elle a été dite.", SOFT))]
        typed = self.line.field.value.strip() if self.opened == REWORD else ""
        title = f"Dans la synthèse, elles {'sont' if decided == YES else 'seraient'} écrites"
        return drawn.wording(title, typed or card.proposal.wording, sifted.said_by(self.sifting, card), width)

    def _choices(self, card: Card, width: int, height: int) -> list[Row]:
        title = "Autres idées de la même colonne" if self.opened == ADD else "Dans quelle case la mettre"
        lines = [(what, where) for what, where, _value in self._matching(card)]
        self.picked = max(0, min(self.picked, len(lines) - 1))
        return drawn.listed(row((title, TITLE)), lines, self.picked, width, height)

    def _others(self, others: list[Answer], width: int, height: int) -> list[Row]:
        title = row(("Autres idées de la même colonne", TITLE), ("   A en ajoute une à la famille", SOFT))
        lines = [(str(answer.value), sifted.place(self.sifting, answer.address)) for answer in others]
        return drawn.listed(title, lines, None, width, height)

    def _chips(self, card: Card) -> list[tuple[Key, str]]:
        if self.session.workshop.read_only:
            return [(keys.OWN, keys.OWN.label), (keys.TAKE, keys.TAKE.label)]
        if card.proposal is None:
            return [(keys.YES, f"garder la {self.sifting.member + 1}"), (keys.REWRITE, "réécrire"), (keys.LATER, "plus tard")]
        return [
            (keys.YES, "oui"),
            (keys.NO_, "non"),
            (keys.PART, f"à part{NBSP}: la {self.sifting.member + 1}"),
            (keys.REWRITE, "réécrire"),
            (keys.ADD, "ajouter"),
            (keys.LATER, "plus tard"),
        ]

    def letters(self) -> tuple[Key, ...]:
        """Return the letters that do something now."""
        card = self.sifting.card
        if self.session.workshop.read_only:
            return (keys.OWN, keys.TAKE)
        if card is None:
            return (keys.ACROSS,)
        return self.LETTERS if card.proposal else (keys.YES, keys.REWRITE, keys.LATER, keys.ACROSS)

    def forward_words(self) -> str:
        """Return what F5 will do."""
        if not self.sifting.is_read:
            return ""
        left = self.sifting.to_see
        return f"famille suivante ({left} à voir)" if left else "les documents (tout est décidé)"

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot: those that the chips over it do not tell."""
        if self.opened:
            more = (("↑↓", "choisir"),) if self.opened in {ADD, MOVE} else ()
            return (("Entrée", DONE[self.opened]), *more, ("Échap", "laisser"))
        if self.session.workshop.read_only:
            return (("←→", "choisir"), ("F4", "famille d’avant"), ("Tab", "feuille"), ("Échap", "remonter"))
        across = "dans la case" if self.sifting.across else "entre cases"
        return (("←→", "choisir"), ("D", "déplacer"), ("X", "de côté"), ("C", across), ("Tab", "feuille"))

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page for the help."""
        own = (
            ("← → ↑ ↓", "choisir une idée"),
            ("F5 F4", "famille suivante, d’avant"),
            ("Tab", "une feuille, toute la journée"),
        )
        return (*((key.shown, key.help) for key in self.letters()), *own)

    # --- going about ---

    def action_show(self, rank: int) -> None:
        """A click in the list shows a family."""
        self._close_line()
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
            self._close_line()
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
        if self.session.workshop.read_only:
            self.say(words.READ_ONLY)
            return False
        return self.sifting.card is not None

    def action_undo(self) -> None:
        """Ctrl+Z: the text of the line; else the last gesture, whose family comes back."""
        if self.opened:
            self._close_line()
        elif self._may_undo():
            self.sifting.undo()

    def action_redo(self) -> None:
        """Ctrl+Y: what was undone last."""
        if not self.opened and self._may_undo():
            self.sifting.redo()

    def _may_undo(self) -> bool:
        if self.session.workshop.read_only:
            self.say(words.READ_ONLY)
        return not self.session.workshop.read_only

    # --- the line ---

    def action_rewrite(self) -> None:
        """R, F2: the words that will stand for all."""
        card = self.sifting.card
        if card is not None and self._may_write():
            text = card.proposal.wording if card.proposal else card.wordings[self.sifting.member]
            self._open_line(REWORD, text)

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
            self._open_line(what)

    def _open_line(self, what: str, text: str = "") -> None:
        self.opened, self.picked = what, 0
        self.line.display = True
        self.line.field.value = text
        self.line.field.cursor_position = len(text)
        self.line.show(self._line_view())
        self.set_focus(self.line.field)
        self.foot.say("")
        self.call_after_refresh(self.refresh_all)

    def _close_line(self) -> None:
        if self.opened:
            self.opened = ""
            self.set_focus(None)
            self.line.display = False
            self.line.field.value = ""
            self.call_after_refresh(self.refresh_all)

    def _line_view(self) -> LineView:
        return LineView(CHIPS[self.opened], below=HINTS[self.opened], placeholder="…")

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
        self._close_line()
        self.refresh_all()

    def _pick(self, card: Card) -> bool:
        found = self._matching(card)
        if not found:
            self.say("◐ Rien ne porte ces lettres.")
            return False
        value = found[min(self.picked, len(found) - 1)][2]
        if isinstance(value, str):
            self.sifting.add(value)
        else:
            self.sifting.move(*value)
        return True

    def _matching(self, card: Card) -> list[tuple[str, str, str | tuple[Line, Column]]]:
        """Return the ideas or the cells that the line names: what, where, and the key or the cell."""
        sifting, typed = self.sifting, folded(self.line.field.value)
        found: list[tuple[str, str, str | tuple[Line, Column]]] = []
        if self.opened == ADD:
            found += [(str(said.value), sifted.place(sifting, said.address), said.key) for said in sifting.others(card)]
        else:
            found += [
                (column.short or column.title, line.short or line.title, (line, column)) for line, column in sifting.cells(card)
            ]
        return [each for each in found if typed in folded(f"{each[0]} {each[1]}")]
