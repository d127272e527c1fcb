"""Slides in organisations' templates: whatever these are called or lack, words land in their placeholders, on the page."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from facilitation.typography import quoted
from facilitation.writers.slides import QuestionAnswer
from facilitation.writers.style import contrast, style_of
from facilitation.writers.template.deck import host_of
from tests.rendering import faults_of, needs_rendering, pages_of
from tests.writers.slide_kinds import KINDS, ideas, written
from tests.writers.templates import DECKS, branded, dark, plated, rewritten, single, square, tiny, unreadable, untitled, wide

EDGES = {"Pied de page", "Numéro"}


def deck_in(template: Path, to: Path, given: tuple[str, ...], *kinds: str) -> Any:
    slides = [KINDS[kind](given) for kind in (kinds or KINDS)]
    return Presentation(str(written(slides, to / "essai.pptx", replace(style_of(), presentation=template))))


def texts(deck: Any) -> Iterator[str]:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if getattr(shape, "has_table", False):
                yield from (cell.text for cell in shape.table.iter_cells())


@pytest.mark.parametrize("count", [0, 8])
@pytest.mark.parametrize("name", DECKS)
def test_every_kind_of_slide_stands_in_every_template(tmp_path: Path, name: str, count: int) -> None:
    given = ideas(count, long=count == 8)
    deck = deck_in(DECKS[name](tmp_path / "modele.pptx"), tmp_path, given)
    titles = Counter(slide.shapes.title.text_frame.text for slide in deck.slides)
    assert max(titles.values()) == 1
    whole = " ".join(texts(deck))
    assert [idea for idea in given if idea[:30] not in whole] == []
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width + 1
            assert shape.top + shape.height <= deck.slide_height + 1
            runs = [run for one in (shape.text_frame.paragraphs if shape.has_text_frame else ()) for run in one.runs]
            assert shape.name in EDGES or all(run.font.size is None or run.font.size >= Pt(14) for run in runs)


def test_the_template_keeps_its_page_its_master_and_its_layouts(tmp_path: Path) -> None:
    template = square(tmp_path / "modele.pptx")
    deck, own = deck_in(template, tmp_path, ideas(3)), Presentation(str(template))
    assert (deck.slide_width, deck.slide_height) == (own.slide_width, own.slide_height)
    assert [layout.name for layout in deck.slide_layouts] == [layout.name for layout in own.slide_layouts]
    with zipfile.ZipFile(tmp_path / "essai.pptx") as made, zipfile.ZipFile(template) as given:
        for part in ("ppt/theme/theme1.xml", "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout2.xml"):
            assert made.read(part) == given.read(part)


def test_words_land_in_placeholders_whatever_these_are_called(tmp_path: Path) -> None:
    deck = deck_in(wide(tmp_path / "modele.pptx"), tmp_path, ideas(4), "couverture", "ouverture", "liste", "face à face")
    layouts = [slide.slide_layout.name for slide in deck.slides]
    assert layouts == ["Diapo de garde", "Chapitre", "Titre + texte ARS", "Deux colonnes"]
    listed = deck.slides[2]
    assert [one.text for one in listed.placeholders[1].text_frame.paragraphs][:4] == list(ideas(4))
    assert listed.placeholders[1]._element.spPr.xfrm is None  # its place is the layout's
    assert deck.slides[3].placeholders[2].text_frame.text.startswith("Des CPTS aux ASV")


def test_the_foot_of_the_slide_is_the_templates(tmp_path: Path) -> None:
    deck = deck_in(wide(tmp_path / "modele.pptx"), tmp_path, ideas(2), "liste")
    named = {shape.name: shape for shape in deck.slides[0].placeholders}
    assert named["Numéro"].text_frame.text == "1"
    assert named["Pied de page"].placeholder_format.type == 15  # a footer


def test_what_a_template_lacks_is_said_and_slides_are_made(tmp_path: Path) -> None:
    said = host_of(single(tmp_path / "modele.pptx")).remarks
    assert [sentence for sentence in said if "deux contenus" in sentence and quoted("Title and Content") in sentence]
    assert [sentence for sentence in said if "titre seul" in sentence]
    deck = deck_in(tmp_path / "modele.pptx", tmp_path, ideas(4), "face à face", "tableau")
    assert {slide.slide_layout.name for slide in deck.slides} == {"Title and Content"}


def test_a_template_without_titles_says_so_and_titles_are_there(tmp_path: Path) -> None:
    host = host_of(untitled(tmp_path / "modele.pptx"))
    assert any("espace réservé au titre" in sentence for sentence in host.remarks)
    deck = deck_in(tmp_path / "modele.pptx", tmp_path, ideas(3), "liste")
    assert deck.slides[0].shapes.title.text_frame.text == "Liste"


@pytest.mark.parametrize("make", [dark, unreadable])
def test_on_a_dark_ground_words_and_drawings_are_light(tmp_path: Path, make: Any) -> None:
    host = host_of(make(tmp_path / "modele.pptx"))
    assert host.layouts["only"].ground == "#10182B"
    assert host.paints["tx1"] == '<a:schemeClr val="bg1"/>'  # white there
    assert host.paints["accent1"] != '<a:schemeClr val="accent1"/>'  # as dark as the ground
    assert contrast("#FFFFFF", "#10182B") > 4.5
    assert any("couleur d’accent" in sentence for sentence in host.remarks)


def test_the_ground_of_words_is_the_plate_under_them(tmp_path: Path) -> None:
    host = host_of(plated(tmp_path / "modele.pptx"))
    assert host.layouts["body"].ground == "#FFFFFF"
    assert host.paints["accent1"] == '<a:schemeClr val="accent2"/>'  # yellow cannot be seen on white


def test_a_question_too_long_for_its_title_is_whole_below(tmp_path: Path) -> None:
    template = square(tmp_path / "modele.pptx")
    asked = " ".join(["Comment faire pour que chacun sache qui fait quoi sur le territoire"] * 5) + "\xa0?"
    path = tmp_path / "essai.pptx"
    style = replace(style_of(), presentation=template)
    written([QuestionAnswer(title=asked, answer=("En se voyant.",))], path, style)
    slide = Presentation(str(path)).slides[0]
    assert slide.shapes.title.text_frame.text.endswith("…")
    assert slide.placeholders[1].text_frame.paragraphs[0].text == asked
    assert asked in slide.notes_slide.notes_text_frame.text


def test_words_that_the_template_leaves_unreadable_take_another_colour(tmp_path: Path) -> None:
    host = host_of(unreadable(tmp_path / "modele.pptx"))
    assert any("se lit mal sur le fond" in sentence for sentence in host.remarks)
    deck = deck_in(tmp_path / "modele.pptx", tmp_path, ideas(2), "liste")
    body = next(shape for shape in deck.slides[0].placeholders if shape.name == "Texte")
    runs = [run for one in body.text_frame.paragraphs for run in one.runs]
    assert all('<a:schemeClr val="bg1"/>' in run._r.xml for run in runs)


def test_in_a_small_content_tables_and_drawings_are_told_as_lists(tmp_path: Path) -> None:
    host = host_of(tiny(tmp_path / "modele.pptx"))
    assert host.is_small
    assert any("deviennent des listes" in sentence for sentence in host.remarks)
    deck = deck_in(tmp_path / "modele.pptx", tmp_path, ideas(6), "tableau", "silhouette", "réponse", "carte")
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    assert not any(getattr(shape, "has_table", False) or getattr(shape, "has_chart", False) for shape in shapes)
    assert "Pas du tout d’accord" in " ".join(texts(deck))


def test_the_logo_of_the_master_comes_and_its_own_slides_do_not(tmp_path: Path) -> None:
    deck = deck_in(branded(tmp_path / "modele.potx"), tmp_path, ideas(2), "liste")
    assert [shape.shape_type for shape in deck.slide_master.shapes if shape.shape_type == 13]  # a picture
    assert "Diapositive d’exemple" not in " ".join(texts(deck))


def test_a_title_keeps_clear_of_a_logo_drawn_over_its_end(tmp_path: Path) -> None:
    host = host_of(branded(tmp_path / "modele.potx"))
    title = host.layouts["body"].title
    assert title is not None
    assert title.inside.x + title.inside.w <= 840  # where the logo starts


def test_same_slides_and_same_template_give_the_same_bytes(tmp_path: Path) -> None:
    template = wide(tmp_path / "modele.pptx")
    for name in ("un", "deux"):
        deck_in(template, tmp_path / name, ideas(7))
    assert (tmp_path / "un" / "essai.pptx").read_bytes() == (tmp_path / "deux" / "essai.pptx").read_bytes()


def test_a_template_of_the_strict_flavour_is_said(tmp_path: Path) -> None:
    path = wide(tmp_path / "modele.pptx")
    strict = rewritten(
        path,
        {
            "ppt/presentation.xml": lambda text: text.replace(
                b"http://schemas.openxmlformats.org/presentationml/2006/main", b"http://purl.oclc.org/ooxml/presentationml/main"
            )
        },
    )
    with pytest.raises(Exception, match="strict"):
        host_of(strict)


class TestRendered:
    pytestmark = needs_rendering

    @pytest.mark.parametrize("name", ["square", "dark", "tiny", "untitled"])
    def test_every_word_is_on_its_page(self, tmp_path: Path, name: str) -> None:
        given = ideas(8, long=True)
        deck_in(DECKS[name](tmp_path / "modele.pptx"), tmp_path, given)
        path = tmp_path / "essai.pptx"
        assert faults_of(path, pages_of(path)) == []
