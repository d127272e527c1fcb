"""Where the words of a slide go, and at what size: measured here, drawn by the writer of a format."""

from __future__ import annotations

from typing import assert_never

from facilitation.writers.placing import debate, lists, maps, plain, tables
from facilitation.writers.placing.fitting import Placed
from facilitation.writers.slides import (
    BarsSlide,
    BeforeAfter,
    BigWord,
    CommonOwn,
    Cover,
    End,
    FaceToFace,
    InsightSlide,
    Instructions,
    ListSlide,
    MapSlide,
    Objectives,
    Opening,
    Portrait,
    QuestionAnswer,
    Response,
    Slide,
    Statement,
    TableSlide,
    ZoneSlide,
)


def place(slide: Slide, *, logo: bool = False) -> Placed:  # noqa: C901, PLR0911, PLR0912 (one line for each kind of a closed union)
    """Return the slide placed: its layout, its words in their boxes at the largest sizes that fit, its tables.

    ``logo`` keeps room for one on the first slide.
    """
    match slide:
        case Cover():
            return plain.cover(slide, logo=logo)
        case Objectives():
            return plain.objectives(slide)
        case ListSlide():
            return plain.plain_list(slide)
        case TableSlide():
            return tables.table(slide)
        case BarsSlide():
            return tables.bars(slide)
        case ZoneSlide():
            return tables.zone(slide)
        case Opening():
            return plain.opening(slide)
        case Instructions():
            return debate.instructions(slide)
        case Statement():
            return debate.statement(slide)
        case BigWord():
            return plain.big_word(slide)
        case Response():
            return debate.response(slide)
        case BeforeAfter():
            return debate.before_after(slide)
        case InsightSlide():
            return debate.insight(slide)
        case Portrait():
            return lists.portrait(slide)
        case CommonOwn():
            return lists.common_own(slide)
        case FaceToFace():
            return lists.face_to_face(slide)
        case MapSlide():
            return maps.map_slide(slide)
        case QuestionAnswer():
            return plain.question(slide)
        case End():
            return plain.end(slide)
        case _:
            assert_never(slide)
