import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from facilitation.errors import WriteError
from facilitation.writers.placing import place
from facilitation.writers.pptx.write import write_slides
from facilitation.writers.slides import (
    Cell,
    Column,
    Cover,
    FaceToFace,
    Instructions,
    ListSlide,
    Portrait,
    Stand,
    Statement,
    TableSlide,
    Titled,
)
from facilitation.writers.style import style_of
from tests.writers.slide_kinds import KINDS, LONG, deck, ideas, written

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
COUNTS = [0, 1, 7, 8, 25]


def slides_xml(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as package:
        names = sorted(name for name in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name))
        return [package.read(name).decode() for name in names]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("long", [False, True])
def test_every_kind_opens_in_python_pptx_with_its_title_first(tmp_path: Path, count: int, long: bool) -> None:
    slides = deck(count, long=long)
    shown = Presentation(str(written(slides, tmp_path / "essai.pptx"))).slides
    assert len(shown) == len(slides)
    for slide, page in zip(slides, shown, strict=True):
        first = page.shapes[0]
        assert first.is_placeholder
        assert page.shapes.title.shape_id == first.shape_id
        assert slide.title.split() == page.shapes.title.text_frame.text.split()[-len(slide.title.split()) :]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("count", [0, 1, 7])
def test_up_to_seven_ideas_stay_in_their_boxes(name: str, count: int) -> None:
    placed = place(KINDS[name](ideas(count)))
    assert [(frame.holder.name, frame.height, frame.place.h) for frame in placed.frames if not frame.fits] == []
    assert placed.fits


@pytest.mark.parametrize("name", sorted(set(KINDS) - {"communs"}))
def test_one_idea_of_three_hundred_signs_stays_in_its_box(name: str) -> None:
    assert len(LONG) >= 300
    assert place(KINDS[name](ideas(1, long=True))).fits


@pytest.mark.parametrize("count", COUNTS)
def test_a_portrait_keeps_the_first_ideas_that_fit_and_says_how_many(count: int) -> None:
    placed = place(KINDS["silhouette"](ideas(count)))
    assert placed.fits
    for frame in placed.frames[1:]:
        said = frame.paras[0].text.replace("\u00a0", " ")
        kept = len(frame.paras) - 1
        assert said.endswith(f"{kept} sur {count}") if count else frame.paras[1].text == "aucune idée notée"


def test_too_many_ideas_are_told_not_to_fit() -> None:
    assert not place(ListSlide(title="Liste", items=ideas(25))).fits


def test_type_grows_when_there_is_room() -> None:
    few = place(ListSlide(title="Pistes", items=ideas(3), large=True)).frames[1]
    many = place(ListSlide(title="Pistes", items=ideas(7), large=True)).frames[1]
    assert (few.paras[0].face.size, many.paras[0].face.size) == (30, 24)


@pytest.mark.parametrize(("signs", "size"), [(58, 66), (108, 60), (190, 44)])
def test_a_statement_is_as_large_as_its_length_allows(signs: int, size: int) -> None:
    words = "Rendre gratuit l’accès aux dispositifs est le levier principal de réduction des inégalités sociales de santé et "
    placed = place(Statement(title=(words * 2)[:signs].rstrip(), kicker="Question n° 1/4"))
    assert placed.frames[0].paras[-1].face.size >= size


def test_slides_name_the_colours_of_the_theme_only(tmp_path: Path) -> None:
    path = written(deck(7), tmp_path / "essai.pptx")
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith(("ppt/slides/", "ppt/slideLayouts/", "ppt/charts/", "ppt/slideMasters/")):
                assert b"srgbClr" not in package.read(name), name


def test_a_dark_room_changes_the_theme_and_no_slide(tmp_path: Path) -> None:
    light = written(deck(7), tmp_path / "clair.pptx")
    dark = written(deck(7), tmp_path / "sombre.pptx", style_of(dark=True))
    assert slides_xml(light) == slides_xml(dark)


def test_every_drawing_is_told_or_marked_decorative(tmp_path: Path) -> None:
    path = written(deck(7), tmp_path / "essai.pptx")
    told = {MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.TABLE}
    for page in Presentation(str(path)).slides:
        for shape in page.shapes:
            naming = shape._element.xpath(".//p:cNvPr")[0]
            if shape.shape_type in told:
                assert naming.get("descr"), shape.name
            elif not shape.is_placeholder:
                assert naming.get("descr") or "decorative" in naming.xml, shape.name


def test_every_text_is_in_french_and_none_is_under_fourteen_points(tmp_path: Path) -> None:
    for xml in slides_xml(written(deck(25, long=True), tmp_path / "essai.pptx")):
        for run in ET.fromstring(xml).iter(f"{A}rPr"):
            assert run.get("lang") == "fr-FR"
            assert int(run.get("sz", "1400")) >= 1400


def test_shapes_of_a_slide_have_numbers_of_their_own(tmp_path: Path) -> None:
    for xml in slides_xml(written(deck(7), tmp_path / "essai.pptx")):
        numbers = [shape.get("id") for shape in ET.fromstring(xml).iter(f"{P}cNvPr")]
        assert len(numbers) == len(set(numbers))


def test_nothing_lies_outside_the_slide(tmp_path: Path) -> None:
    presentation: Any = Presentation(str(written(deck(7), tmp_path / "essai.pptx")))
    for layout in [*presentation.slide_layouts, *presentation.slides]:
        for shape in layout.shapes:
            left, top = shape.left or 0, shape.top or 0
            assert left >= 0, (layout.name, shape.name)
            assert top >= 0, (layout.name, shape.name)
            assert left + (shape.width or 0) <= presentation.slide_width, (layout.name, shape.name)
            assert top + (shape.height or 0) <= presentation.slide_height, (layout.name, shape.name)


def test_the_same_slides_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (written(deck(7), tmp_path / name).read_bytes() for name in ("un.pptx", "deux.pptx"))
    assert one == other


def test_the_deck_says_its_title_its_author_and_the_date_of_the_day(tmp_path: Path) -> None:
    about = Presentation(str(written(deck(1), tmp_path / "essai.pptx"))).core_properties
    assert (about.title, about.author, about.created.date()) == ("Essai", "CRES", date(2021, 11, 16))


def test_a_table_has_a_true_head_and_no_empty_cell(tmp_path: Path) -> None:
    presentation = Presentation(str(written(deck(7), tmp_path / "essai.pptx")))
    tables = [shape.table for page in presentation.slides for shape in page.shapes if getattr(shape, "has_table", False)]
    assert len(tables) == 4
    for table in tables:
        assert table.first_row
        assert all(cell.text.strip() and not cell.is_merge_origin for cell in table.iter_cells())


def test_a_chart_is_native_and_its_workbook_holds_its_figures(tmp_path: Path) -> None:
    presentation = Presentation(str(written(deck(7), tmp_path / "essai.pptx")))
    charts = [shape.chart for page in presentation.slides for shape in page.shapes if getattr(shape, "has_chart", False)]
    _whole, bars, rounds, places = charts
    assert [list(plot.categories) for plot in bars.plots] == [["Pas du tout d’accord", "Plutôt d’accord"]]
    assert [list(series.values) for series in rounds.plots[0].series] == [[9, 7], [4, None]]
    assert len(list(places.plots[0].series)) == 2
    workbook = tmp_path / "classeur.xlsx"
    workbook.write_bytes(rounds.part.chart_workbook.xlsx_part.blob)
    rows = list(load_workbook(workbook)["Données"].iter_rows(values_only=True))
    assert rows == [("Position", "Avant", "Après"), ("Pas du tout d’accord", 9, 4), ("Plutôt d’accord", 7, None)]


def test_a_chart_has_no_legend_and_keeps_the_order_of_the_scale(tmp_path: Path) -> None:
    presentation = Presentation(str(written(deck(1), tmp_path / "essai.pptx")))
    charts = [shape.chart for page in presentation.slides for shape in page.shapes if getattr(shape, "has_chart", False)]
    assert not any(chart.has_legend for chart in charts)
    assert charts[0].category_axis.reverse_order


def test_lists_are_true_lists(tmp_path: Path) -> None:
    shown = Presentation(str(written([KINDS["liste"](ideas(3))], tmp_path / "essai.pptx"))).slides[0]
    body = next(shape for shape in shown.placeholders if shape.placeholder_format.idx == 13)
    assert [paragraph.text for paragraph in body.text_frame.paragraphs] == list(ideas(3))
    assert "buChar" in shown.slide_layout.placeholders.get(idx=13)._element.xml


def test_a_numbered_list_goes_on_where_the_page_before_stopped(tmp_path: Path) -> None:
    slide = ListSlide(title="Étapes (2/2)", items=ideas(2), ordered=True, first=4)
    [xml] = slides_xml(written([slide], tmp_path / "essai.pptx"))
    assert xml.count('startAt="4"') == 2


def test_notes_are_kept_a_paragraph_a_line(tmp_path: Path) -> None:
    slide = Cover(title="Journée", notes="Une ligne.\nUne autre.")
    shown = Presentation(str(written([slide], tmp_path / "essai.pptx"))).slides[0]
    assert [line.text for line in shown.notes_slide.notes_text_frame.paragraphs] == ["Une ligne.", "Une autre."]


def test_signs_that_no_file_may_hold_are_shown_as_such(tmp_path: Path) -> None:
    slide = ListSlide(title="Liste\x00", items=("<b> & \ud800", "«\u202f…\u00a0» œ €"), notes="\x0c\x01")
    shown = Presentation(str(written([slide], tmp_path / "essai.pptx"))).slides[0]
    body = next(shape for shape in shown.placeholders if shape.placeholder_format.idx == 13)
    assert [line.text for line in body.text_frame.paragraphs] == ["<b> & \ufffd", "«\u202f…\u00a0» œ €"]


def test_a_deck_without_a_slide_is_still_a_deck(tmp_path: Path) -> None:
    assert len(Presentation(str(written([], tmp_path / "vide.pptx"))).slides) == 0


def test_progress_is_told_slide_after_slide(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    about: Any = {"title": "Essai", "author": "CRES", "created": date(2021, 11, 16)}
    slides = deck(1)[:3]
    write_slides(iter(slides), tmp_path / "e.pptx", style_of(), **about, on_progress=lambda *done: told.append(done))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_deck_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "deck.pptx"
    folder.mkdir()
    with pytest.raises(WriteError):
        written(deck(1), folder)
    assert list(tmp_path.iterdir()) == [folder]


def test_the_logo_is_on_the_first_and_last_slides_with_its_words(tmp_path: Path) -> None:
    Image.new("RGB", (300, 90), "#336699").save(tmp_path / "logo.png")
    style = style_of(organisation="CRES", logo=tmp_path / "logo.png")
    shown = Presentation(str(written(deck(1), tmp_path / "essai.pptx", style))).slides
    pictures = [
        (at, shape) for at, page in enumerate(shown) for shape in page.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
    ]
    assert [at for at, _ in pictures] == [0, len(shown) - 1]
    logo = pictures[0][1]
    assert logo._element.xpath(".//p:cNvPr")[0].get("descr") == "Logo de CRES"
    assert logo.width / logo.height == pytest.approx(300 / 90, rel=0.01)


def test_a_logo_that_is_no_picture_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("rien")
    path = written(deck(0), tmp_path / "essai.pptx", style_of(logo=tmp_path / "logo.png"))
    with zipfile.ZipFile(path) as package:
        assert not any("media" in name for name in package.namelist())


def test_layouts_are_ours_alone_and_each_has_a_name(tmp_path: Path) -> None:
    presentation = Presentation(str(written(deck(1), tmp_path / "essai.pptx")))
    names = [layout.name for layout in presentation.slide_layouts]
    assert len(names) == len(set(names))
    assert "Réponse de la salle" in names
    assert len(presentation.slide_masters) == 1


def test_the_body_of_a_portrait_is_one_group_of_named_zones(tmp_path: Path) -> None:
    slide = KINDS["silhouette"](ideas(3))
    assert isinstance(slide, Portrait)
    shown = Presentation(str(written([slide], tmp_path / "essai.pptx"))).slides[0]
    [body] = [shape for shape in shown.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    assert [zone.name for zone in body.shapes] == ["Tronc", "Tête", "Mains", "Jambe droite", "Jambe gauche", "Cœur"]
    assert body._element.xpath("./p:nvGrpSpPr/p:cNvPr")[0].get("descr") == "Portrait."


def test_words_of_both_arrows_stand_at_one_size_on_one_line() -> None:
    placed = place(
        FaceToFace(title="Deux", left=Titled("Des acteurs de la prévention aux CPTS", ideas(2)), right=Titled("Aux CPTS", ()))
    )
    arrows = [frame for frame in placed.frames if frame.holder.name.startswith("De ")]
    assert len({frame.paras[0].face.size for frame in arrows}) == 1
    assert [frame.paras[0].lines(frame.place.w) for frame in arrows] == [1, 1]


def test_positions_without_a_gesture_are_told_as_a_list() -> None:
    placed = place(Instructions(title="Consignes", steps=ideas(2), stands=(Stand("Oui", "à gauche"), Stand("Non"))))
    assert placed.plan.name == "Liste"
    assert [para.text for para in placed.frames[1].paras[2:]] == ["Oui\u00a0: à gauche", "Non"]


def test_a_table_too_high_is_set_smaller_before_it_is_told_not_to_fit() -> None:
    rows = tuple((Cell(idea), Cell("12")) for idea in ideas(11))
    columns = (Column("Idée", 664, size=22), Column("n", 200, size=22))
    grid = place(TableSlide(title="Tableau", columns=columns, rows=rows)).grids[0]
    assert grid.fits
    assert 14 <= grid.rows[1][0].paras[0].face.size < 22
