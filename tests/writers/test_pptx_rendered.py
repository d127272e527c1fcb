"""The slides as LibreOffice lays them out: every word of every slide is on its page, whatever the room or the accent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from facilitation.writers.placing import place
from facilitation.writers.style import Style, style_of
from tests.rendering import lost, needs_rendering, pages_of, words_of
from tests.writers.slide_kinds import KINDS, ideas, written

pytestmark = needs_rendering


def texts(shape: Any) -> Iterator[str]:
    if shape.has_text_frame:
        yield shape.text_frame.text
    if getattr(shape, "has_table", False):
        yield from (cell.text for cell in shape.table.iter_cells())
    if getattr(shape, "has_chart", False):
        yield from (label for plot in shape.chart.plots for label in plot.categories if isinstance(label, str))


@pytest.mark.parametrize("style", [style_of(), style_of("#F2B705", dark=True)], ids=["clair", "sombre"])
def test_every_word_of_every_slide_is_on_its_page(tmp_path: Path, style: Style) -> None:
    slides = [make(ideas(count, long=long)) for count, long in ((1, True), (7, False)) for make in KINDS.values()]
    path = written([slide for slide in slides if place(slide).fits], tmp_path / "essai.pptx", style)
    pages = pages_of(path)
    shown = Presentation(str(path)).slides
    assert len(pages) == len(shown)
    for number, (slide, page) in enumerate(zip(shown, pages, strict=True), 1):
        words = sum((words_of(text) for shape in slide.shapes for text in texts(shape)), Counter[str]())
        assert lost(words, page) == set(), f"page {number}"
