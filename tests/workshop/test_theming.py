"""Themes named, reworded, withdrawn; ideas filed with their whole family."""

from __future__ import annotations

import pytest

from facilitation.errors import InvalidAnswerError
from facilitation.events import Body, IdeasFiled, IdeasMerged, ThemeAdded, ThemeReworded
from facilitation.room import Room
from facilitation.workshop import acts, theming
from facilitation.workshop.harmonising import set_aside
from facilitation.workshop.theming import Gathered
from tests.rooms import Scribe
from tests.workshop.days import example, example_room

DAY = "paca-2021"


class Filed:
    """The published day, its themes, and gestures made on it."""

    def __init__(self, *titles: str) -> None:
        self.day = example(DAY)
        self.scribe = Scribe("b", start=2_000_000)
        self.room = example_room(DAY)
        self.room.take(self.scribe.events)
        for title in titles:
            self.do(theming.name(self.room, title))

    def do(self, bodies: list[Body]) -> None:
        self.room.take(self.scribe.did(*bodies))

    @property
    def filing(self) -> theming.Filing:
        return theming.filing(self.day, self.room)

    def idea(self, rank: int) -> Gathered:
        return self.filing.ideas[rank]

    def file(self, theme: int, *ranks: int) -> None:
        self.do(theming.file(self.room, [self.idea(rank) for rank in ranks], self.filing.themes[theme].key))

    def counts(self) -> list[int]:
        return [len(self.filing.by_theme[theme.key]) for theme in self.filing.themes]


def titles(room: Room) -> list[str]:
    return [theme.title for theme in theming.named(room)]


def test_themes_are_counted_in_the_order_they_were_named() -> None:
    filed = Filed("Moyens", "Liens")
    whole = len(filed.filing.ideas)
    filed.file(1, 0, 1, 2)
    filed.file(0, 3)

    assert titles(filed.room) == ["Moyens", "Liens"]
    assert filed.counts() == [1, 3]
    assert len(filed.filing.left) == whole - 4


@pytest.mark.parametrize("title", ["", "  ", "moyens", "MOYENS.", "Sans thème", "sans  theme"])
def test_a_theme_needs_words_of_its_own(title: str) -> None:
    with pytest.raises(InvalidAnswerError):
        theming.name(Filed("Moyens").room, title)


def test_a_theme_reworded_keeps_its_ideas_and_may_change_its_case() -> None:
    filed = Filed("Moyens", "Liens")
    filed.file(0, 0)
    theme = filed.filing.themes[0]
    with pytest.raises(InvalidAnswerError, match="Liens"):
        theming.reword(filed.room, theme, "liens")
    filed.do(theming.reword(filed.room, theme, "MOYENS"))

    assert titles(filed.room) == ["MOYENS", "Liens"]
    assert filed.counts() == [1, 0]
    assert not theming.reword(filed.room, filed.filing.themes[0], "MOYENS")


def test_a_theme_withdrawn_leaves_its_ideas_in_none_until_it_is_back() -> None:
    filed = Filed("Moyens")
    filed.file(0, 0, 1)
    filed.do(theming.withdraw(filed.room, filed.filing.themes[0]))
    assert len(filed.filing.left) == len(filed.filing.ideas)
    turned = theming.undo(filed.room, "poste-1")
    assert turned is not None
    filed.do(turned.bodies)

    assert filed.counts() == [2]


def test_an_idea_filed_again_or_taken_out_changes_place_once() -> None:
    filed = Filed("Moyens", "Liens")
    filed.file(0, 0)
    assert not theming.file(filed.room, [filed.idea(0)], filed.filing.themes[0].key)
    filed.file(1, 0)
    assert filed.counts() == [0, 1]
    filed.do(theming.file(filed.room, [filed.idea(0)], ""))
    assert filed.counts() == [0, 0]
    assert not theming.file(filed.room, [filed.idea(0)], "")


def test_an_idea_takes_its_whole_family_along_from_cell_to_cell() -> None:
    filed = Filed("Moyens")
    before = filed.filing.ideas
    one, other = before[0], next(idea for idea in before if idea.places != before[0].places)
    filed.do([IdeasMerged((one.answers[0], other.answers[0]), "Connaître le territoire")])
    filed.file(0, 0)

    (family,) = filed.filing.by_theme[filed.filing.themes[0].key]
    assert family.item.text == "Connaître le territoire"
    assert family.answers == (*one.answers, *other.answers)
    assert family.places == (*one.places, *other.places)
    assert len(filed.filing.ideas) == len(before) - 1


def test_ideas_merged_after_they_were_filed_are_in_one_theme() -> None:
    filed = Filed("Moyens", "Liens")
    filed.file(1, 0)
    filed.file(0, 1)
    filed.do([IdeasMerged((filed.idea(0).answers[0], filed.idea(1).answers[0]), "Les deux")])

    assert filed.counts() == [0, 1]


def test_two_rooms_that_named_the_same_theme_have_one() -> None:
    filed = Filed("Moyens")
    filed.file(0, 0)
    other = Scribe("c", "poste-2", start=3_000_000)
    (theme,) = other.did(ThemeAdded("moyens "))
    other.did(IdeasFiled(filed.idea(1).answers, theme.key))
    filed.room.take(other.events)

    assert titles(filed.room) == ["Moyens"]
    assert filed.counts() == [2]
    assert not theming.file(filed.room, [filed.idea(1)], filed.filing.themes[0].key)
    assert theming.reword(filed.room, filed.filing.themes[0], "Argent") == [
        ThemeReworded(key, "Argent") for key in filed.filing.themes[0].keys
    ]
    filed.do(theming.withdraw(filed.room, filed.filing.themes[0]))
    assert not filed.filing.themes


def test_undo_turns_gestures_on_themes_only() -> None:
    filed = Filed("Moyens")
    filed.do([IdeasMerged((filed.idea(0).answers[0], filed.idea(1).answers[0]), "Les deux")])
    turned = theming.undo(filed.room, "poste-1")
    assert turned is not None
    filed.do(turned.bodies)

    assert not filed.filing.themes
    assert filed.filing.ideas[0].item.text == "Les deux"
    assert theming.undo(filed.room, "poste-1") is None
    redone = theming.redo(filed.room, "poste-1")
    assert redone is not None
    assert isinstance(redone, acts.Turned)


def test_ideas_set_aside_and_answers_to_questions_are_not_filed() -> None:
    filed = Filed()
    gone = filed.idea(0)
    filed.do(set_aside(filed.room, gone.answers[0], "hors sujet"))

    assert gone.answers[0] not in {answer for idea in filed.filing.ideas for answer in idea.answers}
