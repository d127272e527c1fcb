"""The shorter versions of a synthesis: nothing invented, nothing said as if it were all."""

from collections.abc import Iterator

import pytest

from facilitation.reporting import synthesis_of
from facilitation.reporting.lengths import Length, of_length
from facilitation.room import Room
from facilitation.synthesis import Block, Bullets, Facts, Insight, Item, Note, Section, Shared, Steps, Synthesis, Table
from facilitation.typography import folded
from tests.workshop.days import EXAMPLES, example, example_room, small_day


def told(name: str, length: Length) -> Synthesis:
    return of_length(synthesis_of(example(name), example_room(name), name), length)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from walk(block.blocks)


def items(synthesis: Synthesis) -> Iterator[Item]:
    for block in walk(synthesis.sections):
        match block:
            case Bullets():
                yield from block.items
            case Table():
                yield from (item for line in block.lines for slot in line.slots for item in slot.items)
            case Shared():
                yield from (*block.everyone, *(item for _, item in block.some))
            case _:
                pass


def listed(synthesis: Synthesis, title: str) -> list[str]:
    (found,) = (block for block in walk(synthesis.sections) if isinstance(block, Bullets) and block.title == title)
    return [item.text for item in found.items]


def test_the_long_version_is_the_synthesis_itself() -> None:
    whole = synthesis_of(example("paca-2021"), example_room("paca-2021"), "paca-2021")
    assert of_length(whole, Length.LONG) is whole


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_short_version_keeps_every_answer_and_leaves_the_instructions(name: str) -> None:
    whole, short = told(name, Length.LONG), told(name, Length.SHORT)
    kinds = {type(block) for block in walk(short.sections)}
    assert not kinds & {Steps, Insight}
    assert "annexe" not in {section.kind for section in short.sections}
    said = {voice.answer for item in items(short) for voice in item.said}
    assert said == {voice.answer for item in items(whole) for voice in item.said}
    facts = [pair[0] for block in walk(short.sections) if isinstance(block, Facts) for pair in block.pairs]
    assert set(facts) <= {"But", "Outil"}


def test_the_page_of_2021_says_what_is_common_what_differs_the_obstacles_the_offers_and_what_comes_next() -> None:
    page = told("paca-2021", Length.PAGE)
    assert [block.title for block in walk(page.sections) if isinstance(block, Bullets)] == [
        "Ce qui est commun",
        "Ce qui est propre à chacun",
        "Les obstacles partagés",
        "Ce que chacun peut apporter aux autres",
        "La suite",
    ]
    assert listed(page, "Ce qui est commun")[0] == "Partage (Valeurs, commun à tous)"
    assert listed(page, "Les obstacles partagés") == ["Financements (Acteurs de la prévention et CPTS)"]
    assert listed(page, "La suite")[0].startswith("Organisation de temps conviviaux")
    assert [text.partition("\u00a0:")[0] for text in listed(page, "Ce qui est propre à chacun")] == [
        "ASV/CLSM/CLS",
        "Acteurs de la prévention",
        "CPTS",
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_idea_of_the_page_was_said(name: str) -> None:
    letters = {folded(str(answer.value)) for answer in example_room(name).said()}
    for item in items(told(name, Length.PAGE)):
        assert all(folded(voice.wording) in letters for voice in item.said)
        assert not item.said or any(folded(voice.wording) in folded(item.text) for voice in item.said)


def test_a_list_that_is_cut_says_how_many_ideas_it_leaves_out() -> None:
    whole = told("paca-2021", Length.LONG)
    common = [item for block in walk(whole.sections) if isinstance(block, Shared) for item in (*block.everyone, *block.some)]
    shown = listed(told("paca-2021", Length.PAGE), "Ce qui est commun")
    left = len(common) - 1 - (len(shown) - 1)  # the shared obstacle has a list of its own
    assert shown[-1] == f"Et {left}\u00a0autres, dans la synthèse entière."


def test_a_day_where_nobody_spoke_makes_a_page_that_says_so() -> None:
    page = of_length(synthesis_of(small_day(), Room(), "essai"), Length.PAGE)
    blocks = list(walk(page.sections))
    assert not [block for block in blocks if isinstance(block, Bullets)]
    (note,) = (block for block in blocks if isinstance(block, Note))
    assert note.text.startswith("0\u00a0idée")
