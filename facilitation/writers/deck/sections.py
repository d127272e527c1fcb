"""What both decks make of a section: its opening, its blocks one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitation.synthesis import Block, Section
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.slides import Figure, Opening

_TITLE = (568.0, 36.0, 4)  # width, smallest size, lines
_AIM = (494.0, 20.0, 4)
_MARK = (568.0, 18.0, 1)
_MOST_MARKS = 4


def opening(section: Section, marks: Iterable[str], notes: str) -> Opening:
    """Return the opening of a sequence; what is too long for it is whole in the notes."""
    width, size, lines = _TITLE
    title = titles.shortened(section.title, width, size, lines)
    aim = wording.sentence(section.aim)
    shown_aim = titles.shortened(aim, _AIM[0], _AIM[1], _AIM[2], bold=False) if aim else ""
    given = [mark for mark in marks if mark]
    shown = tuple(titles.shortened(mark, _MARK[0], _MARK[1], _MARK[2], bold=False) for mark in given)[:_MOST_MARKS]
    whole = [text for text, seen in ((section.title, title), (aim, shown_aim)) if text != seen]
    whole += [mark for mark in given if mark not in shown]
    return Opening(
        title=title,
        part=titles.head(section.part) if section.part else "",
        aim=shown_aim,
        marks=shown,
        figure=figure_of(section),
        notes="\n".join(filter(None, (*whole, notes))),
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
