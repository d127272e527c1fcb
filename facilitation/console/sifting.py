"""Families of near ideas, decided one after the other: what is on show, what each gesture keeps, where one goes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitation.console import afterwards, words
from facilitation.console.likes import Card, Found, Likes
from facilitation.console.session import Session
from facilitation.events import Body, Event
from facilitation.sheet import Address, Answer, Cell, Column, Row, Sheet
from facilitation.workshop import acts, harmonising
from facilitation.workshop.harmonising import NO, UNDECIDED, YES, Member

Scope = tuple[str, str]  # a sequence and one of its sheets
EVERYWHERE: Scope = ("", "")
SAME = "identiques"


class Sifting:
    """The cards of a day, the one on show, the idea chosen on it. Everything here works without a terminal."""

    def __init__(self, session: Session, changed: Callable[[], None]) -> None:
        self.session = session
        self._changed = changed
        self.everything: tuple[Card, ...] = ()
        self.scope = EVERYWHERE
        self.across = False
        self.answered = 0  # the last request answered: 0 while nothing was read yet
        self.trouble = ""
        self.rank = 0
        self.member = 0
        self._put_off: set[tuple[str, ...]] = set()
        self._told: dict[tuple[str, ...], str] = {}  # decided since the last reading
        self._alone: dict[str, tuple[int, Member]] = {}  # taken out of a family on this visit: still shown with it
        self._mine: set[str] = set()  # acts of this visit that belong to a sequence's history
        self._wanted: tuple[int, frozenset[str]] = (0, frozenset())  # where an undo leads, from which request on
        self._seen: object = None
        self._likes = Likes(session.workshop.folder, session.workshop.now, session.later, self._arrived)
        self.follow()

    def close(self) -> None:
        """Let the thread end."""
        self._likes.close()

    def follow(self) -> None:
        """Look again when something was kept since the last look."""
        last = self.session.workshop.room.last
        if last is not self._seen:
            self._seen = last
            self._likes.ask(across=self.across)

    def _arrived(self, found: Found) -> None:
        if found.turn < self._likes.turn:
            return
        here = frozenset(self.card.answers) if self.card else frozenset()
        turn, wanted = self._wanted
        if wanted and found.turn >= turn:
            here, self._wanted = wanted, (0, frozenset())
        self.everything, self.trouble, first = found.cards, found.trouble, not self.is_read
        self.answered = found.turn
        self._told.clear()
        if self.scope not in self.scopes:
            self.scope = EVERYWHERE
        self._go_near(here)
        if first:
            self._go_on(0)
        self._changed()

    @property
    def is_read(self) -> bool:
        """Whether the near ideas were looked for once."""
        return bool(self.answered)

    # --- what is on show -----------------------------------------------------------------------------------------------------

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The whole day, then each sheet where there is something to decide."""
        return (EVERYWHERE, *dict.fromkeys((card.address.sequence, card.address.sheet) for card in self.everything))

    @property
    def cards(self) -> tuple[Card, ...]:
        """What is to be decided, or was, where one looks."""
        return tuple(card for card in self.everything if self.scope in {EVERYWHERE, card.address[:2]})

    @property
    def card(self) -> Card | None:
        """The card on show."""
        cards = self.cards
        return cards[min(self.rank, len(cards) - 1)] if cards else None

    def decision(self, card: Card) -> str:
        """Return what was decided of a card, « plus tard » included."""
        found = self._told.get(card.answers, card.decision)
        return "plus tard" if found == UNDECIDED and card.answers in self._put_off else found

    @property
    def to_see(self) -> int:
        """How many cards wait for a decision."""
        return sum(self._waits(card) for card in self.cards)

    def _waits(self, card: Card) -> bool:
        return self._told.get(card.answers, card.decision) == UNDECIDED

    def members(self, card: Card) -> list[tuple[Member, bool]]:
        """Return the ideas of a family, each with whether it was taken out of it on this visit."""
        if card.proposal is None:
            return []
        room = self.session.workshop.room
        shown = [(member, False) for member in card.proposal.members]
        for rank, member in sorted(self._alone.values(), key=lambda found: found[0]):
            if member.answer not in card.answers and all(room.families.apart(member.answer, key) for key in card.answers):
                shown.insert(min(rank, len(shown)), (member, True))
        return shown

    def size(self, card: Card) -> int:
        """Return how many ideas or wordings a card shows."""
        return len(self.members(card)) or len(card.wordings)

    @property
    def chosen(self) -> Member | None:
        """The idea chosen on a family."""
        members = self.members(self.card) if self.card else []
        return members[min(self.member, len(members) - 1)][0] if members else None

    def sheet(self, card: Card) -> Sheet:
        """Return the sheet of a card."""
        return self.session.workshop.sheet(card.address.sequence, card.address.sheet)

    def others(self, card: Card) -> list[Answer]:
        """Return the ideas that can be added to a family: those of its cell, or of its column when it is in several cells."""
        room, address = self.session.workshop.room, card.address
        rows = {found.address.row for key in card.answers if (found := room.answer(key)) is not None}
        if self.sheet(card).cell is not Cell.IDEAS:
            return []
        return [
            answer
            for answer in room.said()
            if answer.address[:2] == address[:2]
            and answer.address.column == address.column
            and (len(rows) > 1 or answer.address.row in rows)
            and answer.key not in card.answers
            and not room.families.aside(answer.key)
        ]

    def cells(self, card: Card) -> list[tuple[Row, Column]]:
        """Return the cells where the chosen idea can go."""
        chosen = self.chosen
        answer = self.session.workshop.room.answer(chosen.answer) if chosen else None
        here = (answer.address.row, answer.address.column) if answer else ("", "")
        return [(row, column) for row, column in self.sheet(card).cells() if (row.key, column.key) != here]

    # --- going about ---------------------------------------------------------------------------------------------------------

    def go(self, rank: int) -> None:
        """Show a card."""
        self.rank, self.member = max(0, min(rank, len(self.cards) - 1)), 0

    def next_to_see(self) -> bool:
        """Show the next card that waits, those put off last; return whether there is one."""
        return self._go_on(1)

    def _go_on(self, step: int) -> bool:
        cards = self.cards
        order = [(self.rank + step + rank) % len(cards) for rank in range(len(cards))] if cards else []
        waiting = [rank for rank in order if self._waits(cards[rank])]
        waiting.sort(key=lambda rank: cards[rank].answers in self._put_off)
        if waiting:
            self.go(waiting[0])
        return bool(waiting)

    def _go_near(self, answers: frozenset[str]) -> None:
        """Show the card that holds most of these ideas; stay where one is when there is none."""
        cards = self.cards
        shared = [(len(answers & set(card.answers)), self._waits(card), -len(card.answers)) for card in cards]
        best = max(range(len(cards)), key=lambda rank: (*shared[rank], rank == self.rank), default=0)
        if cards and shared[best][0]:
            self.member = self.member if best == self.rank else 0
            self.rank = best
        else:
            self.rank = max(0, min(self.rank, len(cards) - 1))
            self.member = 0

    def choose(self, step: int) -> None:
        """Choose another idea of the card."""
        if self.card is not None:
            self.member = max(0, min(self.size(self.card) - 1, self.member + step))

    def next_scope(self) -> None:
        """Look at another sheet, after the last one at the whole day."""
        scopes = self.scopes
        self.scope = scopes[(scopes.index(self.scope) + 1) % len(scopes)]
        self.rank, self.member = 0, 0
        self._go_on(0)

    def toggle_across(self) -> None:
        """Compare ideas from one cell to another too, or no longer."""
        self.across = not self.across
        self._likes.ask(across=self.across)

    def put_off(self) -> None:
        """Come back to this card once the others are decided."""
        if self.card is not None and self._waits(self.card):
            self._put_off.add(self.card.answers)
        self._go_on(1)

    # --- deciding ------------------------------------------------------------------------------------------------------------

    def merge(self, wording: str = "") -> None:
        """Keep that the ideas of the card are one; that the chosen wording stands, when two people gave two."""
        card = self.card
        if card is None:
            return
        if card.proposal is None:
            self._settle(card, wording or card.wordings[min(self.member, len(card.wordings) - 1)])
            return
        words_ = wording or card.proposal.wording
        if self.decision(card) == YES and words_ == card.proposal.wording:
            self.session.say(words.merged_already(words_))
            self._go_on(1)
            return
        self._decide(card, lambda room: harmonising.merge(room, card.answers, words_), YES, words.merged(words_))

    def _settle(self, card: Card, wording: str) -> None:
        def told(events: Sequence[Event]) -> str:
            self._mine.update(event.act for event in events)
            return words.settled(wording)

        self._put(card, YES, lambda: acts.settle(self.session.workshop.room, card.answer, wording), told)

    def refuse(self) -> None:
        """Keep that the ideas of the card are not one; those that are written alike stay together."""
        card = self.card
        if card is None or card.proposal is None:
            self.session.say(words.CHOOSE_WORDING)
            return
        alike = self._alike(card)
        parts = [(part, tuple(key for key in card.answers if key not in part)) for part in alike]
        self._decide(
            card,
            lambda _room: [body for part, rest in parts if rest for body in harmonising.keep_apart(part, rest)],
            NO,
            words.KEPT_SEPARATE,
        )

    def _alike(self, card: Card) -> list[tuple[str, ...]]:
        """Return the ideas of a family, those that are written alike together unless the family is made of them only."""
        proposal = card.proposal
        same = (
            []
            if proposal is None or proposal.kind == SAME
            else [
                found.answers
                for found in self.everything
                if found.proposal is not None and found.proposal.kind == SAME and self.decision(found) == YES
            ]
        )
        groups = [tuple(key for key in card.answers if key in keys) for keys in same if set(keys) & set(card.answers)]
        grouped = {key for keys in groups for key in keys}
        return [*groups, *((key,) for key in card.answers if key not in grouped)]

    def part(self) -> None:
        """Keep that the chosen idea is not the same as the others of its family."""
        card, chosen = self.card, self.chosen
        if card is None or card.proposal is None or chosen is None:
            self.session.say(words.CHOOSE_WORDING)
            return
        rest = tuple(key for key in card.answers if key != chosen.answer)
        if len(rest) == len(card.answers):
            self.session.say(words.ALREADY_APART)
            return
        number = self.member + 1
        self._alone[chosen.answer] = self.member, chosen
        self.keep(lambda: self._parted(chosen.answer, rest), words.parted(number))
        if len(rest) == 1:
            self._told[card.answers] = NO
            self._go_on(1)

    def _parted(self, key: str, rest: tuple[str, ...]) -> list[Body]:
        """Return what takes an idea out; the others stay one when somebody had merged them."""
        room = self.session.workshop.room
        family = room.families.family(key)
        bodies = harmonising.keep_apart((key,), rest)
        if family is not None and len(rest) > 1 and all(room.families.family(other) == family for other in rest):
            bodies += harmonising.merge(room, rest, family.wording)
        return bodies

    def add(self, key: str) -> None:
        """Keep that an idea of the column is one with those of the family; one stays there, to add others."""
        card = self.card
        if card is None or card.proposal is None:
            return
        answers, wording = (*card.answers, key), card.proposal.wording
        self._alone.pop(key, None)
        self._wanted = self._likes.turn + 1, frozenset(answers)
        self.keep(lambda: harmonising.merge(self.session.workshop.room, answers, wording), words.merged(wording))

    def set_aside(self, reason: str) -> None:
        """Take the chosen idea out of the tables, for a reason."""
        chosen = self.chosen
        if chosen is not None:
            self._alone.pop(chosen.answer, None)
            self.keep(
                lambda: harmonising.set_aside(self.session.workshop.room, chosen.answer, reason), words.set_aside(chosen.text)
            )

    def move(self, row: Row, column: Column) -> None:
        """Put the chosen idea in another cell."""
        chosen = self.chosen
        answer = self.session.workshop.room.answer(chosen.answer) if chosen else None
        if answer is None:
            return
        self._alone.pop(answer.key, None)
        place: Address = answer.address._replace(row=row.key, column=column.key)

        def told(events: Sequence[Event]) -> str:
            self._mine.update(event.act for event in events)
            return words.moved(column.short or column.title)

        self.keep(lambda: acts.move(self.session.workshop.room, answer.key, place), told)

    def _decide(self, card: Card, bodies: Callable[..., list[Body]], decision: str, told: str) -> None:
        self._put(card, decision, lambda: bodies(self.session.workshop.room), told)

    def _put(
        self, card: Card, decision: str, bodies: Callable[[], list[Body]], told: str | Callable[[Sequence[Event]], str]
    ) -> None:
        """Keep a decision, then show what comes next at once."""
        self._told[card.answers] = decision
        self._put_off.discard(card.answers)
        self.keep(bodies, told)
        self._go_on(1)

    def keep(self, bodies: Callable[[], list[Body]], told: str | Callable[[Sequence[Event]], str]) -> None:
        """Keep one gesture."""
        self.session.keep(bodies, told)

    # --- undoing -------------------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Undo the last decision, or the last idea moved or worded from here, and come back to its family."""
        self._turn(acts.undo, "done", words.undone, words.NOTHING_TO_UNDO)

    def redo(self) -> None:
        """Redo what was undone last."""
        self._turn(acts.redo, "undone", words.redone, words.NOTHING_TO_REDO)

    def _turn(self, turn: Callable[..., acts.Turned | None], pile: str, told: Callable[[str], str], nothing: str) -> None:
        workshop = self.session.workshop
        turned: list[acts.Turned] = []

        def bodies() -> list[Body]:
            place = afterwards.where(workshop, self._mine, pile)
            found = turn(workshop.room, place, workshop.host, afterwards.about(place))
            if found is None:
                self.session.say(nothing)
                return []
            turned.append(found)
            return found.bodies

        def done(_events: Sequence[Event]) -> str:
            events = turned[0].events
            self._wanted = self._likes.turn + 1, frozenset(afterwards.answers(events))
            return told(afterwards.summary(workshop.room, events))

        self.keep(bodies, done)
