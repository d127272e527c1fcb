"""What both decks make of a section: its opening, its blocks one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitation.synthesis import Block, Section
from facilitation.typography import NBSP
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.measure import SPARE, line_count
from facilitation.writers.slides import Figure, Opening

_TITLE = (568.0, 36.0, 4)  # width, smallest size, lines
_AIM = (494.0, 20.0, 4)
_MARK = (500.0, 18.0)  # width, smallest size
_MOST_MARKS = 3


def opening(section: Section, marks: Iterable[str], notes: str) -> Opening:
    """Return the opening of a sequence; what it has no room for is whole in the notes.

    ``marks`` are facts in the order of their weight: those that hold on a line are shown, up to three.
    """
    width, size, lines = _TITLE
    title = titles.shortened(section.title.replace(" / ", f"{NBSP}/ "), width, size, lines)
    aim = wording.sentence(section.aim)
    shown_aim = titles.shortened(aim, _AIM[0], _AIM[1], _AIM[2], bold=False) if aim else ""
    given = [mark for mark in marks if mark]
    shown = [mark for mark in given if line_count(mark, _MARK[0] * SPARE, _MARK[1]) == 1][:_MOST_MARKS]
    left = [section.title if title.endswith("…") else "", aim if aim != shown_aim else ""]
    left += [mark for mark in given if mark not in shown]
    return Opening(
        title=title,
        repere=titles.head(section.part) if section.part else "",
        aim=shown_aim,
        marks=tuple(shown),
        figure=figure_of(section),
        notes="\n".join(filter(None, (*left, notes))),
    )


def figure_of(section: Section) -> Figure:
    """Return what is drawn beside the name of a sequence."""
    match section.figure:
        case "silhouette" | "matrice" | "positions":
            return section.figure
        case _:
            return ""


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block, those inside sections too, in reading order."""
    for block in blocks:
        if isinstance(block, Section):
            yield from walk(block.blocks)
        else:
            yield block
