"""The synthesis laid out by theme: the ideas under their themes, nothing lost, what is no idea in its own place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.events import IdeasFiled, IdeasMerged, ThemeAdded, ThemeWithdrawn
from facilitation.reporting import synthesis_of
from facilitation.reporting.by_theme import synthesis_by_theme, themed
from facilitation.reporting.themes import gathered
from facilitation.room import Room
from facilitation.synthesis import Block, Bullets, Section, Synthesis, Table
from tests.rooms import Scribe
from tests.workshop.days import EXAMPLES, example, example_room

DAY = "exemple-fictif"


def told(synthesis: Synthesis) -> Counter[tuple[str, str]]:
    """Return the answers of a document with their letters, its annexes left out."""
    found: Counter[tuple[str, str]] = Counter()
    for section in synthesis.sections:
        if section.kind != "annexe":
            found.update(_voices(section))
    return found


def _voices(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Section():
            for inner in block.blocks:
                yield from _voices(inner)
        case Bullets():
            yield from ((said.answer, said.wording) for item in block.items for said in item.said)
        case Table():
            for line in block.lines:
                for slot in line.slots:
                    yield from ((said.answer, said.wording) for item in (*slot.items, *slot.voices) for said in item.said)
        case _:
            return


def filed(name: str, *themes: tuple[str, slice]) -> Room:
    """Return an example day's room, with themes and the ideas of each."""
    room, day, scribe = example_room(name), example(name), Scribe("t", start=2_000_000)
    ideas = gathered(day, room)
    for title, ranks in themes:
        (theme,) = scribe.did(ThemeAdded(title))
        scribe.did(IdeasFiled(tuple(answer for idea in ideas[ranks] for answer in idea.answers), theme.key))
    room.take(scribe.events)
    return room


def sections(room: Room, name: str = DAY) -> dict[str, list[str]]:
    """Return the ideas of each theme as they are printed."""
    return {
        section.title: [item.text for block in section.blocks if isinstance(block, Bullets) for item in block.items]
        for section in themed(example(name), room)
    }


def test_each_theme_tells_its_ideas_with_where_and_by_whom() -> None:
    room = filed(DAY, ("Liens", slice(60, 62)), ("moyens", slice(0, 1)), ("Vide", slice(0, 0)))
    found = sections(room)

    assert list(found) == ["Liens", "Moyens", "Vide", "Sans thème"]
    assert found["Moyens"] == [
        "L'école et la mairie font plus pour la santé que mon cabinet (question n°\u00a01, pas du tout d’accord)"
    ]
    assert found["Vide"] == []
    assert len(found["Liens"]) == 2
    assert all("\u00a0; " in text or "(" in text for text in found["Liens"])


def test_one_idea_said_in_several_cells_of_a_theme_is_told_once() -> None:
    found = sections(filed(DAY, ("Tout", slice(0, None))))
    (equity,) = [text for text in found["Tout"] if text.startswith("Équité")]

    assert (
        equity == "Équité (ASV/CLSM/CLS, Valeurs\u00a0; Prévention, Valeurs\u00a0; CPTS, Valeurs\u00a0; Haut-Pays et Littoral)"
    )
    assert "Sans thème" not in found


def test_two_rooms_that_named_one_theme_share_its_section() -> None:
    found = sections(filed(DAY, ("Moyens", slice(0, 2)), ("MOYENS ", slice(2, 4))))

    assert list(found) == ["Moyens", "Sans thème"]
    assert len(found["Moyens"]) == 4


def test_what_is_no_idea_keeps_its_own_section() -> None:
    document = synthesis_by_theme(example(DAY), filed(DAY, ("Moyens", slice(0, 2))), DAY)
    ordinary = synthesis_of(example(DAY), example_room(DAY), DAY)
    kinds = [section.kind for section in document.sections]
    left = [section.title for section in document.sections if section.kind == "sequence"]

    assert kinds.index("theme") < kinds.index("sequence")
    assert "Débat mouvant" in left
    assert "La Silhouette" not in left
    assert "Questions et réponses" in left
    assert [s for s in document.sections if s.kind == "annexe"] == [s for s in ordinary.sections if s.kind == "annexe"]
    assert document.ideas == ordinary.ideas
    assert all(section.blocks for section in document.sections)


@pytest.mark.parametrize("name", EXAMPLES)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_nothing_said_is_lost_nor_told_twice(name: str, data: st.DataObject) -> None:
    day, room = example(name), example_room(name)
    ideas = gathered(day, room)
    scribe = Scribe("t", start=2_000_000)
    keys = [scribe.did(ThemeAdded(f"Thème {number}"))[0].key for number in range(data.draw(st.integers(1, 4)))]
    for _ in range(data.draw(st.integers(0, 6)) if ideas else 0):
        picked = data.draw(st.lists(st.sampled_from(ideas), min_size=1, max_size=8))
        answers = tuple(answer for idea in picked for answer in idea.answers)
        scribe.did(IdeasFiled(answers, data.draw(st.sampled_from([*keys, ""]))))
        if data.draw(st.booleans()) and len(set(answers)) > 1:
            scribe.did(IdeasMerged(answers, "Une seule idée"))
    if data.draw(st.booleans()):
        scribe.did(ThemeWithdrawn(keys[0]))
    room.take(scribe.events)

    assert told(synthesis_by_theme(day, room, name)) == told(synthesis_of(day, room, name))
