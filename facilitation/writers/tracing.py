"""From a merged idea to the groups and words behind it, and back: which ideas have a line in the annex, under what names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from facilitation.synthesis import Block, Bullets, Item, Line, Section, Synthesis, Table
from facilitation.typography import NBSP, quoted
from facilitation.writers import wording

BACK = "revenir à l’idée"


class Traces:
    """The merged ideas of a document that are told in its body and in its annex; the same document, the same numbers.

    Ideas are known by their answers. No name here can be that of a heading, which holds no « _ ».
    """

    def __init__(self, synthesis: Synthesis | None = None) -> None:
        told: dict[frozenset[str], None] = {}
        behind: dict[frozenset[str], None] = {}
        for table, item in _items(synthesis.sections if synthesis else ()):
            if item.times:
                (behind if table is not None and table.figure == "annexe" else told)[_answers(item)] = None
        self._numbers = {answers: number for number, answers in enumerate((each for each in behind if each in told), 1)}

    def number(self, item: Item) -> int:
        """Return the number of an idea, 0 when there is nowhere to go from it."""
        return self._numbers.get(_answers(item), 0) if item.times else 0


def idea(number: int) -> str:
    """Return the name of an idea where it is told."""
    return f"idee_{number}"


def source(number: int) -> str:
    """Return the name of the line of the annex that tells who said it."""
    return f"source_{number}"


def parted(item: Item) -> tuple[str, str, str]:
    """Return an idea around the words that lead to the annex: « Partage ( », « 2 groupes », « ) ».

    They are how often it was said, else what stands in its last bracket, else all of it.
    """
    before, shown, after = item.text.rpartition(item.times)
    if shown and "(" in before:
        return before, shown, after
    before, opening, bracket = item.text.rpartition("(")
    if before and bracket.endswith(")"):
        return before + opening, bracket[:-1], ")"
    return "", item.text, ""


def title(item: Item) -> str:
    """Return where the link of an idea leads, its own words first."""
    before, shown, _ = parted(item)
    return f"{shown}{NBSP}: qui a dit {quoted(before.rstrip(' ('))}" if before else f"{shown}{NBSP}: qui l’a dit"


def back_title(item: Item) -> str:
    """Return where the link of a line of the annex leads."""
    return f"{BACK} {quoted(item.text)}"


def origins(line: Line) -> Iterator[tuple[str, Item | None]]:
    """Yield what a row of the annex says, each beside the idea it tells of; None under the first wording of a single one."""
    items = [item for slot in line.slots for item in slot.items]
    words = wording.origins(line)
    yield from zip_longest(words, items[: len(words)])


def _answers(item: Item) -> frozenset[str]:
    return frozenset(said.answer for said in item.said)


def _items(blocks: Iterable[Block]) -> Iterator[tuple[Table | None, Item]]:
    """Yield the ideas of lists and tables, in reading order."""
    for block in blocks:
        match block:
            case Section():
                yield from _items(block.blocks)
            case Bullets():
                yield from ((None, item) for item in block.items)
            case Table():
                yield from ((block, item) for line in block.lines for slot in line.slots for item in slot.items)
            case _:
                pass
