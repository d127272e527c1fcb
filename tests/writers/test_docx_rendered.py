"""The Word document as LibreOffice lays it out: every word is on a page, and pages are full or end for a reason."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from facilitation.synthesis import Synthesis
from facilitation.writers.docx import write
from facilitation.writers.style import style_of
from tests.rendering import needs_rendering, pages_of
from tests.writers import samples
from tests.writers.test_docx import ideas

pytestmark = needs_rendering
Pages = Callable[[Synthesis], list[str]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Return what turns a synthesis into the text of its pages, one string a page, spaces made even."""
    folder = tmp_path_factory.mktemp("rendu")

    def render(synthesis: Synthesis) -> list[str]:
        path = folder / f"{synthesis.key}.docx"
        write(synthesis, path, style_of())
        return [plain(page) for page in pages_of(path, raw=True)]

    return render


def plain(text: str) -> str:
    return re.sub(r"\s+", "", text.replace("\u00ad", ""))


def test_every_idea_is_on_a_page(pages: Pages) -> None:
    whole = "".join(pages(samples.day()))
    assert [item.text for item in ideas(samples.day()) if plain(item.text) not in whole] == []


def test_the_day_of_2021_takes_the_pages_it_should(pages: Pages) -> None:
    laid = pages(samples.day())
    assert len(laid) == 8
    assert "Synthèsedesateliers" not in laid[0].replace("–Synthèsedesateliers", "")  # no header on the cover
    for number, page in enumerate(laid, 1):
        assert f"Page{number}sur8" in page
    for page, actor in zip(laid[2:5], samples.ACTORS, strict=True):  # one actor a page, the head repeated
        assert page.count("Expertise/savoir-faire") == 1
        assert plain(actor) in page


def test_a_statement_keeps_its_chart_beside_its_counts(pages: Pages) -> None:
    for page in pages(samples.debate()):
        for number in (1, 2):
            assert (f"Figure{number}–" in page) == (f"Tableau{number}–" in page)


def test_letters_of_parts_are_shown(pages: Pages) -> None:
    whole = "".join(pages(samples.day()))
    assert "A.Compositiondesgroupes" in whole
    assert "B.1repartie:Mieuxseconnaître" in whole
