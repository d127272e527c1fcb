"""Documents in organisations' Word templates: their styles whatever these are called, their page, their header and logo."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Mm
from lxml import etree

from facilitation.errors import FileProblemsError
from facilitation.synthesis import Synthesis
from facilitation.typography import quoted
from facilitation.writers.docx import write
from facilitation.writers.style import style_of
from facilitation.writers.template.document import WORD, document_of
from tests.rendering import lost, needs_rendering, pages_of, words_of
from tests.writers import samples
from tests.writers.templates import letterhead, plain, rewritten
from tests.writers.test_docx import ideas

MOST_TWIPS = 20  # of rounding


def made_in(template: Path, to: Path, synthesis: Synthesis | None = None) -> Any:
    write(synthesis or samples.day(), to / "essai.docx", replace(style_of(), document=template))
    return Document(str(to / "essai.docx"))


def part(to: Path, name: str) -> Any:
    with zipfile.ZipFile(to / "essai.docx") as package:
        return etree.fromstring(package.read(name))


def test_headings_take_the_templates_styles_though_named_in_french(tmp_path: Path) -> None:
    document = made_in(letterhead(tmp_path / "modele.docx"), tmp_path)
    headings = [one for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings
    assert str(headings[0].style.font.color.rgb) == "8A1538"
    assert headings[0].style.font.name == "Georgia"
    assert document.styles["Normal"].font.size.pt == 11
    assert "Texte du modèle à ne pas reprendre" not in [one.text for one in document.paragraphs]


def test_the_page_the_header_and_the_footer_are_the_templates(tmp_path: Path) -> None:
    document = made_in(letterhead(tmp_path / "modele.docx"), tmp_path)
    for section in document.sections:
        assert {round(section.page_width.mm), round(section.page_height.mm)} == {210, 297}
        assert abs(section.left_margin - Mm(30)) < 1000
        assert "Agence imaginaire de santé" in section.header.paragraphs[0].text
        assert section.header._element.xpath(".//a:blip")
    assert document.sections[0].footer.paragraphs[0].text == "12 rue des Essais, Montlune"


def test_tables_are_no_wider_than_the_page(tmp_path: Path) -> None:
    template = document_of(letterhead(tmp_path / "modele.docx"))
    document = made_in(tmp_path / "modele.docx", tmp_path)
    widths = [sum(int(one.get(f"{WORD}w")) for one in table._tbl.iter(f"{WORD}gridCol")) for table in document.tables]
    assert len(widths) > 3
    assert all(
        width <= template.text_width + MOST_TWIPS or abs(width - template.turned_width) <= MOST_TWIPS for width in widths
    )


def test_styles_that_a_template_lacks_are_ours_and_said(tmp_path: Path) -> None:
    said = document_of(letterhead(tmp_path / "modele.docx")).remarks
    assert [sentence for sentence in said if quoted("Liste à puces") in sentence]
    document = made_in(tmp_path / "modele.docx", tmp_path)
    names = {one.style.name for one in document.paragraphs}
    assert "List Bullet" in names
    assert document.styles["List Bullet"]._element.find(f"{WORD}pPr/{WORD}numPr") is not None


def test_a_template_without_header_nor_footer_keeps_ours(tmp_path: Path) -> None:
    assert any("ni en-tête ni pied de page" in sentence for sentence in document_of(plain(tmp_path / "modele.dotx")).remarks)
    document = made_in(tmp_path / "modele.dotx", tmp_path)
    assert "Page" in document.sections[-1].footer.paragraphs[0].text


@pytest.mark.parametrize("given", ["day", "debate", "empty", "hostile"])
@pytest.mark.parametrize("make", [letterhead, plain])
def test_nothing_said_is_lost_and_every_reference_holds(tmp_path: Path, given: str, make: Any) -> None:
    synthesis = getattr(samples, given)()
    document = made_in(make(tmp_path / "modele.docx"), tmp_path, synthesis)
    write(synthesis, tmp_path / "sans.docx", style_of())
    said, told = (
        [node.text for node in one.element.iter(f"{WORD}t")] for one in (document, Document(str(tmp_path / "sans.docx")))
    )
    assert said == told
    styles = [one.get(f"{WORD}styleId") for one in part(tmp_path, "word/styles.xml").iterfind(f"{WORD}style")]
    assert len(styles) == len(set(styles))
    numbers = {one.get(f"{WORD}numId") for one in part(tmp_path, "word/numbering.xml").iterfind(f"{WORD}num")}
    body = part(tmp_path, "word/document.xml")
    for tag in ("pStyle", "rStyle", "tblStyle"):
        assert {one.get(f"{WORD}val") for one in body.iter(f"{WORD}{tag}")} <= set(styles)
    assert {one.get(f"{WORD}val") for one in body.iter(f"{WORD}numId")} <= numbers


def test_same_synthesis_and_same_template_give_the_same_bytes(tmp_path: Path) -> None:
    template = letterhead(tmp_path / "modele.docx")
    for name in ("un", "deux"):
        (tmp_path / name).mkdir()
        made_in(template, tmp_path / name)
    assert (tmp_path / "un" / "essai.docx").read_bytes() == (tmp_path / "deux" / "essai.docx").read_bytes()


def test_a_damaged_template_is_said(tmp_path: Path) -> None:
    path = rewritten(letterhead(tmp_path / "modele.docx"), {"word/styles.xml": lambda text: text[:100]})
    with pytest.raises(FileProblemsError, match="abîmé"):
        document_of(path)


class TestRendered:
    pytestmark = needs_rendering

    @pytest.mark.parametrize("make", [letterhead, plain])
    def test_every_word_of_every_idea_is_on_a_page(self, tmp_path: Path, make: Any) -> None:
        made_in(make(tmp_path / "modele.docx"), tmp_path)
        whole = "\n".join(pages_of(tmp_path / "essai.docx", raw=True))
        assert lost(words_of(" ".join(item.text for item in ideas(samples.day()))), whole) == set()
