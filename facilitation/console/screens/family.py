"""Near ideas side by side, as they are shown: the families at the left, the one to decide, what one can choose from."""

from __future__ import annotations

from facilitation.console import keys, sifted
from facilitation.console.keys import Key
from facilitation.console.likes import Card
from facilitation.console.paint import families as drawn
from facilitation.console.paint.debate import on_surface
from facilitation.console.paint.pages import TITLE
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Row, beside, cut, fitted, row, wrapped
from facilitation.console.screens.lined import LinedPage
from facilitation.console.session import Session
from facilitation.console.sifting import EVERYWHERE, Sifting
from facilitation.sheet import Answer, Column
from facilitation.sheet import Row as Line
from facilitation.typography import NBSP, folded
from facilitation.workshop.harmonising import NO, YES

LEFT = 100  # columns from which the list of families stands at the left
LEFT_WIDTH, MARGIN = 34, 2
LEAST_LIST = 4  # rows of a list one chooses from, its title included
REWORD, ADD, MOVE, ASIDE = "réécrire", "ajouter", "déplacer", "mettre de côté"
DONE = {REWORD: "garder ces mots", ADD: "ajouter cette idée", MOVE: "déplacer ici", ASIDE: "mettre de côté"}


class FamilyPage(LinedPage):
    """The families of a day. ``sifting`` says what is on show."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.sifting = Sifting(session, self.refresh_all)

    # --- what is shown ---

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
        lines = [(what, where) for what, where, _value in self.matching(card)]
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
            return (keys.ACROSS, keys.THEMES)
        return self.LETTERS if card.proposal else (keys.YES, keys.REWRITE, keys.LATER, keys.ACROSS, keys.THEMES)

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
        return (("←→", "choisir"), ("D", "déplacer"), ("X", "de côté"), ("C", across), ("T", "thèmes"), ("Tab", "feuille"))

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page for the help."""
        own = (
            ("← → ↑ ↓", "choisir une idée"),
            ("F5 F4", "famille suivante, d’avant"),
            ("Tab", "une feuille, toute la journée"),
        )
        return (*((key.shown, key.help) for key in self.letters()), *own)

    def matching(self, card: Card) -> list[tuple[str, str, str | tuple[Line, Column]]]:
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
