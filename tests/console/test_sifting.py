"""Near ideas decided one family after the other, without a terminal: what each gesture keeps, and where one is then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from facilitation.console.sifting import Sifting
from facilitation.errors import JournalError
from facilitation.events import AnswerCorrected, AnswerGiven
from facilitation.sheet import Address
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock
from tests.console.core import Played, make_day

HEAD = Address("silhouettes", "portraits", 1, "haut-pays", "asv", "tete")
NEAR = ("Animation de réseau", "Animation de réseaux d’acteurs")
TURNS = ("Turn-over", "Turn-over des équipes")
THREE = (*NEAR, "Animation du réseau local")


class Sifted(Played):
    """A day where ideas were said in one zone, one group then the other, and the families found in it."""

    def __init__(self, folder: Path, clock: Clock, *ideas: str) -> None:
        workshop = Workshop.open(make_day(folder), now=clock)
        groups = ("haut-pays", "littoral")
        given = [AnswerGiven(HEAD._replace(group=groups[rank % 2]), idea) for rank, idea in enumerate(ideas)]
        self.keys = [event.key for event in workshop.record(*given)]
        workshop.close()
        super().__init__(folder, clock)
        self.sifting = Sifting(self.session, lambda: None)
        self.wait()

    def wait(self) -> None:
        """Let the disk keep what waits, then the families be looked for again."""
        self.settle()
        self.sifting.follow()
        while self.sifting.answered < self.sifting._likes.turn:
            self.run_next()

    def do(self, gesture: Callable[[], object]) -> None:
        gesture()
        self.wait()

    def family(self, rank: int) -> str:
        """Return the wording of the family of an idea, '' when it has none."""
        found = self.workshop.room.families.family(self.keys[rank])
        return found.wording if found else ""

    def apart(self, one: int, other: int) -> bool:
        return self.workshop.room.families.apart(self.keys[one], self.keys[other])

    def decisions(self) -> list[str]:
        return [self.sifting.decision(card) for card in self.sifting.cards]

    def title(self) -> str:
        """Return the wording of the family on show."""
        assert self.sifting.card is not None
        assert self.sifting.card.proposal is not None
        return self.sifting.card.proposal.wording


Make = Callable[..., Sifted]


@pytest.fixture
def make(tmp_path: Path, clock: Clock) -> Iterator[Make]:
    """Return what opens a day where some ideas were said; two pairs of near ones when none are given."""
    opened: list[Sifted] = []

    def made(*ideas: str) -> Sifted:
        opened.append(Sifted(tmp_path / "jour", clock, *(ideas or (*NEAR, *TURNS))))
        return opened[-1]

    yield made
    for day in opened:
        day.sifting.close()
        day.session.keeper.close()
        with suppress(JournalError):
            day.workshop.close()


def test_yes_makes_ideas_one_and_the_next_family_comes(make: Make) -> None:
    day = make()
    assert (day.decisions(), day.title(), day.sifting.to_see) == (["", ""], NEAR[0], 2)
    day.do(day.sifting.merge)
    assert [day.family(rank) for rank in range(4)] == [NEAR[0], NEAR[0], "", ""]
    assert (day.decisions(), day.title(), day.sifting.to_see) == (["oui", ""], TURNS[0], 1)


def test_undo_comes_back_to_the_family_and_redo_decides_it_again(make: Make) -> None:
    day = make()
    day.do(day.sifting.merge)
    day.do(day.sifting.refuse)
    day.do(day.sifting.undo)
    assert (day.decisions(), day.title()) == (["oui", ""], TURNS[0])
    day.do(day.sifting.undo)
    assert (day.decisions(), day.title(), day.last) == (["", ""], NEAR[0], f"↶ Annulé (Ctrl+Y rétablit) : {NEAR[0]}")
    day.do(day.sifting.redo)
    assert day.decisions() == ["oui", ""]
    day.do(day.sifting.undo)
    day.do(day.sifting.undo)
    assert day.last == "↶ Rien à annuler sur cet écran."


def test_what_was_said_before_cannot_be_undone_from_here(make: Make) -> None:
    day = make()
    day.session.keep(lambda: [AnswerGiven(HEAD, "Écoute")])
    day.wait()
    day.do(day.sifting.undo)
    assert day.workshop.room.answers() == 5


def test_no_keeps_ideas_separate(make: Make) -> None:
    day = make()
    day.do(day.sifting.refuse)
    assert day.apart(0, 1)
    assert (day.decisions(), day.last) == (["non", ""], "✗ Laissées séparées. Ctrl+Z pour revenir.")


def test_no_to_near_ideas_leaves_together_those_written_alike(make: Make) -> None:
    day = make("Connaissance du territoire", "connaissance du Territoire", "Connaître le territoire et ses acteurs")
    assert sorted(day.decisions()) == ["", "oui"]
    day.do(day.sifting.refuse)
    assert not day.apart(0, 1)
    assert day.apart(0, 2)
    assert day.apart(1, 2)
    assert sorted(day.decisions()) == ["non", "oui"]


def test_an_idea_taken_out_of_a_family_is_still_shown_with_it(make: Make) -> None:
    day = make(*THREE)
    day.sifting.choose(1)  # the third one said: the ideas of a group are together
    day.do(day.sifting.part)
    card = day.sifting.card
    assert card is not None
    assert [(member.answer, apart) for member, apart in day.sifting.members(card)] == [
        (day.keys[0], False),
        (day.keys[2], True),
        (day.keys[1], False),
    ]
    assert day.last == "⇢ Idée 2 mise à part : elle reste seule dans la synthèse."
    day.do(day.sifting.part)
    assert day.last.startswith("⇢ Déjà à part")
    day.do(day.sifting.merge)
    assert [day.family(rank) for rank in range(3)] == [THREE[0], THREE[0], ""]
    day.do(day.sifting.undo)
    day.do(day.sifting.undo)
    assert [len(found.answers) for found in day.sifting.cards] == [3]


def test_an_idea_taken_out_of_a_merged_family_leaves_the_others_merged(make: Make) -> None:
    day = make(*THREE)
    day.do(lambda: day.sifting.merge("Animer"))
    day.do(day.sifting.part)
    assert [day.family(rank) for rank in range(3)] == ["", "Animer", "Animer"]
    day.do(day.sifting.undo)
    assert [day.family(rank) for rank in range(3)] == ["Animer"] * 3


def test_one_of_two_taken_out_leaves_nothing_to_decide(make: Make) -> None:
    day = make()
    day.do(day.sifting.part)
    assert (day.decisions(), day.title()) == (["non", ""], TURNS[0])


def test_an_idea_is_added_and_one_stays_on_its_family(make: Make) -> None:
    day = make()
    card = day.sifting.card
    assert card is not None
    assert [said.value for said in day.sifting.others(card)] == list(TURNS)
    day.do(lambda: day.sifting.add(day.keys[3]))
    assert [day.family(rank) for rank in range(4)] == [NEAR[0], NEAR[0], "", NEAR[0]]
    assert day.title() == NEAR[0]


def test_an_idea_goes_to_another_cell_and_comes_back(make: Make) -> None:
    day = make()
    card = day.sifting.card
    assert card is not None
    row, column = next(cell for cell in day.sifting.cells(card) if cell[0].key == "cpts")
    day.do(lambda: day.sifting.move(row, column))
    answer = day.workshop.room.answer(day.keys[0])
    assert answer is not None
    assert (answer.address.row, answer.address.column) == ("cpts", column.key)
    assert day.decisions() == [""]
    day.do(day.sifting.undo)
    assert day.ideas(HEAD)[0] == NEAR[0]
    assert day.title() == NEAR[0]


def test_an_idea_set_aside_leaves_and_comes_back(make: Make) -> None:
    day = make()
    day.do(lambda: day.sifting.set_aside("hors sujet"))
    assert day.workshop.room.families.aside(day.keys[0]) == "hors sujet"
    assert day.decisions() == [""]
    day.do(day.sifting.undo)
    assert (day.decisions(), day.title()) == (["", ""], NEAR[0])


def test_what_is_put_off_comes_last(make: Make) -> None:
    day = make()
    day.sifting.put_off()
    assert (day.decisions(), day.title()) == (["plus tard", ""], TURNS[0])
    day.do(day.sifting.merge)
    assert (day.title(), day.sifting.to_see) == (NEAR[0], 1)


def test_a_decision_stays_when_new_answers_arrive(make: Make) -> None:
    day = make()
    day.do(day.sifting.merge)
    day.session.keep(lambda: [AnswerGiven(HEAD, "Animer des réseaux d’acteurs")])
    day.wait()
    wider = max(day.sifting.cards, key=lambda card: len(card.answers))
    assert (len(wider.answers), day.sifting.decision(wider), day.family(0)) == (3, "", NEAR[0])


def test_two_wordings_come_first_and_the_chosen_one_stands(make: Make) -> None:
    day = make()
    key = day.keys[3]
    for correction in (AnswerCorrected(key, "Départs", after=key), AnswerCorrected(key, "Équipes qui changent", after=key)):
        day.workshop.record(correction)
    day.wait()
    assert day.sifting.cards[0].wordings == ("Départs", "Équipes qui changent")
    day.sifting.go(0)
    day.do(day.sifting.refuse)
    assert "une formulation à garder" in day.last
    day.do(day.sifting.merge)
    answer = day.workshop.room.answer(key)
    assert answer is not None
    assert answer.value == "Départs"
    assert wordings(day) == []
    day.do(day.sifting.undo)
    assert wordings(day) == ["Départs", "Équipes qui changent"]


def wordings(day: Sifted) -> list[str]:
    """Return the wordings to choose from on the first card."""
    return list(day.sifting.cards[0].wordings)
