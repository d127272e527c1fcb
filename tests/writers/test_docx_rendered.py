"""The Word document as LibreOffice lays it out: every word is on a page, and pages are full or end for a reason."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable

import pytest

from facilitation.synthesis import Synthesis
from facilitation.writers.docx import write
from facilitation.writers.style import style_of
from tests.writers import samples
from tests.writers.test_docx import ideas

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = [
    pytest.mark.rendu,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) manque sur ce poste"),
    pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext (poppler) manque sur ce poste"),
]
Pages = Callable[[Synthesis], list[str]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Return what turns a synthesis into the text of its pages, one string a page, spaces made even."""
    folder = tmp_path_factory.mktemp("rendu")
    profile = (folder / "profil").as_uri()

    def render(synthesis: Synthesis) -> list[str]:
        path = folder / f"{synthesis.key}.docx"
        write(synthesis, path, style_of())
        convert = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*convert, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=120)
        read = [str(PDFTOTEXT), "-raw", "-enc", "UTF-8", str(path.with_suffix(".pdf")), "-"]
        text = subprocess.run(read, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")
        return [plain(page) for page in text.split("\f")[:-1]]

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
