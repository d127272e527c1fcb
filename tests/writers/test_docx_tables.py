"""Tables, charts and drawings of the Word document, read back."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from docx.enum.section import WD_ORIENT
from docx.table import Table as WordTable
from lxml import etree

from facilitation.synthesis import Heading, Item, Line, Poll, Section, Share, Slot, Synthesis, Table, Tally
from facilitation.writers.docx import write
from facilitation.writers.docx.widths import settled_widths, shared_widths
from facilitation.writers.figures import box_of, cut, outline
from facilitation.writers.measure import balanced_inset, line_count, text_width
from facilitation.writers.style import style_of
from tests.writers import samples
from tests.writers.test_docx import SAMPLES, Sample, W, every_sample, opened, part, style_name, text_of, written

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def with_table(table: Table) -> Synthesis:
    return replace(samples.day(), sections=(Section("Une partie", (table,)),))


def rows(table: WordTable) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_only_the_wide_table_of_ideas_turns_the_page(tmp_path: Path) -> None:
    document = opened(samples.day(), tmp_path)
    turned = [section.orientation == WD_ORIENT.LANDSCAPE for section in document.sections]
    assert turned == [False, False, True, False]
    wide = [table for table in document.tables if len(table.columns) == 6]
    assert [table.cell(0, 0).text for table in wide] == ["Groupe", "Démarches"]  # counts fit upright


def test_what_opens_a_wide_table_turns_with_it_and_a_sentence_ends_it(tmp_path: Path) -> None:
    wide = Table("t", "Un grand tableau", samples.ZONES, (Line("CPTS", (Slot((Item("Idée"),)),) * 5),), "Démarches")
    sections = (Section("Avant", (samples.context().blocks[1],)), Section("Le tableau", (wide,)))
    body = part(written(replace(samples.day(), sections=sections), tmp_path)).find(f"{W}body")
    assert body is not None
    ends = [text_of(paragraph) for paragraph in body.iter(f"{W}p") if paragraph.find(f"{W}pPr/{W}sectPr") is not None]
    assert ends == [samples.CONTEXT[-1]]  # « Le tableau » is on the page that its table turned
    assert text_of(body[-2]) == "5\u00a0idées dans ce tableau."


@every_sample
def test_each_table_has_a_caption_a_repeated_head_and_whole_rows(sample: Sample, tmp_path: Path) -> None:
    body = part(written(sample(), tmp_path)).find(f"{W}body")
    assert body is not None
    for number, table in enumerate(body.iter(f"{W}tbl"), 1):
        caption = table.getprevious()
        assert caption is not None
        assert text_of(caption).startswith(f"Tableau\u00a0{number}\u00a0– ")
        assert table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "Atelier"  # type: ignore[union-attr]
        said = str(table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val"))  # type: ignore[union-attr]
        assert said.strip() in text_of(caption)
        assert table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")  # type: ignore[union-attr]
        first, *others = table.iter(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, *others))
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
        assert all(text_of(cell) for cell in table.iter(f"{W}tc"))
        assert {node.tag for node in table.iter(f"{W}gridSpan", f"{W}vMerge")} == set()


def test_captions_are_numbered_by_fields_of_their_own(tmp_path: Path) -> None:
    document = opened(samples.debate(), tmp_path)
    captions = [paragraph for paragraph in document.paragraphs if style_name(paragraph) == "Caption"]
    fields = [node.text for caption in captions for node in caption._p.iter(f"{W}instrText")]
    assert len(fields) == len(captions)
    assert fields.count(" SEQ Figure \\* ARABIC ") == 2
    assert [caption.text.partition("–")[0].strip() for caption in captions] == [
        "Figure\u00a01", "Tableau\u00a01", "Figure\u00a02", "Tableau\u00a02", "Tableau\u00a03",
    ]  # fmt: skip


def test_a_row_taller_than_a_page_is_cut_and_says_so(tmp_path: Path) -> None:
    ideas = tuple(Item(f"Idée n° {number} dite en quelques mots") for number in range(80))
    table = Table(
        "t", "Un tableau", (Heading("Long"), Heading("Court")), (Line("CPTS", (Slot(ideas), Slot(ideas[:2]))),), "Acteur"
    )
    document = opened(with_table(table), tmp_path)
    titles, long, short = zip(*rows(document.tables[0]), strict=True)
    assert titles == ("Acteur", "CPTS (1/3)", "CPTS (2/3)", "CPTS (3/3)")
    assert "\n".join(long[1:]).split("\n") == [item.text for item in ideas]
    assert short[1:] == ("\n".join(item.text for item in ideas[:2]), "liste complète plus haut", "liste complète plus haut")


def test_the_table_of_2021_keeps_one_row_an_actor(tmp_path: Path) -> None:
    table = next(table for table in opened(samples.day(), tmp_path).tables if table.cell(0, 0).text == "Démarches")
    assert [row.cells[0].text for row in table.rows] == ["Démarches", *samples.ACTORS]
    assert table.cell(3, 5).text.split("\n") == samples.SILHOUETTES[2][4].split("|")


def test_a_table_of_too_many_columns_is_told_in_several(tmp_path: Path) -> None:
    columns = tuple(Heading(f"Thème {number}") for number in range(1, 11))
    line = Line("CPTS", tuple(Slot((Item(f"Idée {number}"),)) for number in range(1, 11)))
    tables = opened(with_table(Table("t", "Dix thèmes", columns, (line,), "Acteur")), tmp_path).tables
    assert [table.cell(0, 1).text for table in tables] == ["Thème 1", "Thème 6"]
    assert {table.cell(1, 0).text for table in tables} == {"CPTS"}


def test_numbers_are_set_right_and_sums_are_the_last_row(tmp_path: Path) -> None:
    table = opened(samples.day(), tmp_path).tables[0]
    assert rows(table)[-1] == ["Ensemble", "9", "11", "17", "4", "41"]
    assert {style_name(cell.paragraphs[0]) for cell in table.rows[1].cells[1:]} == {"Tableau nombre"}
    assert table._tbl.find(f"{W}tblPr/{W}tblLook").get(f"{W}lastRow") == "1"  # type: ignore[union-attr]


def test_a_matrix_is_read_two_by_two(tmp_path: Path) -> None:
    tables = opened(samples.day(), tmp_path).tables
    heads = [rows(table)[0] for table in tables if "peuvent apporter" in table.cell(0, 0).text]
    assert heads == [
        ["Ce que les ASV/CLSM/CLS peuvent apporter aux CPTS", "Ce que les CPTS peuvent apporter aux ASV/CLSM/CLS"],
        [
            "Ce que les acteurs de la prévention peuvent apporter aux CPTS",
            "Ce que les CPTS peuvent apporter aux acteurs de la prévention",
        ],
    ]


def test_a_counted_statement_has_a_native_chart_and_the_same_counts_below(tmp_path: Path) -> None:
    path = written(samples.debate(), tmp_path)
    with zipfile.ZipFile(path) as package:
        charts = sorted(name for name in package.namelist() if name.startswith("word/charts/chart"))
        books = sorted(name for name in package.namelist() if name.endswith(".xlsx"))
        assert len(charts) == len(books) == 2  # nothing to draw for the two others
        sheet = openpyxl.load_workbook(io.BytesIO(package.read(books[0]))).active
        assert sheet is not None
        assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
            [None, "Personnes"], ["Pas du tout d’accord", 14], ["Plutôt d’accord", 6], ["Tout à fait d’accord", 2],
        ]  # fmt: skip
        chart = etree.fromstring(package.read(charts[0]))
    assert [node.text for node in chart.iterfind(f".//{C}val//{C}v")] == ["14", "6", "2"]
    assert "".join(map(str, chart.itertext("{*}t"))) == "Nombre de personnes par position"
    assert chart.find(f".//{C}legend") is None
    tables = opened(samples.debate(), tmp_path).tables
    assert rows(tables[0])[1] == ["Pas du tout d’accord", "assis", "14"]  # under 30 people, no percentage
    assert rows(tables[1])[1] == ["Pas du tout d’accord", "assis", "50\u00a0% (20 sur 40)", "38\u00a0% (15 sur 40)"]


def test_a_count_that_nobody_took_is_not_zero(tmp_path: Path) -> None:
    poll = Poll("q", 1, 1, "Un énoncé", samples.POSITIONS, (Tally("", (14, None, 2)),))
    synthesis = replace(samples.debate(), sections=(Section("Débat", (poll,)),))
    path = written(synthesis, tmp_path)
    with zipfile.ZipFile(path) as package:
        chart = etree.fromstring(package.read("word/charts/chart2.xml"))
    assert [node.get("idx") for node in chart.iterfind(f".//{C}val//{C}pt")] == ["0", "2"]
    table = opened(synthesis, tmp_path).tables[0]
    assert [row.cells[2].text for row in table.rows] == ["Personnes", "14", "non compté", "2", "au moins 16"]


def test_a_chart_says_its_message(tmp_path: Path) -> None:
    body = part(written(samples.debate(), tmp_path))
    said = [node.get("descr") for node in body.iter("{*}docPr")]
    assert said == [None, "La salle est « plutôt pas d’accord ».", "Après les arguments, cinq personnes de plus sont d’accord."]


def test_the_statement_and_the_answer_are_quoted(tmp_path: Path) -> None:
    quotes = [
        one.text for one in opened(samples.debate(), tmp_path).paragraphs if style_name(one) in {"Quote", "Citation, réponse"}
    ]
    assert quotes[-4:] == [
        "«\u00a0La prévention est l’affaire de tous\u00a0»",
        "Réponse de la salle\u00a0: «\u00a0d’accord, avec des nuances\u00a0»",
        "«\u00a0Un annuaire suffit pour travailler ensemble\u00a0»",
        "Réponse de la salle\u00a0: non notée",
    ]


def test_the_insight_is_boxed_with_its_sources(tmp_path: Path) -> None:
    boxed = [one.text for one in opened(samples.debate(), tmp_path).paragraphs if style_name(one).startswith("Encadré")]
    assert boxed[0] == "Éclairage\u00a0: Ce que disent les études (question n°\u00a02/4)"
    assert boxed[-1] == "Sources\u00a0: Haute Autorité de santé, 2019\u00a0; Santé publique France, 2021"


def test_the_body_is_drawn_zone_by_zone_and_said_in_words(tmp_path: Path) -> None:
    body = part(written(samples.day(), tmp_path))
    drawing = next(node for node in body.iter("{*}inline") if node.find("{*}docPr").get("name") == "Silhouette")  # type: ignore[union-attr]
    names = [node.get("name") for node in drawing.iter("{*}cNvPr")]
    assert names == ["Tronc", "Tête", "Mains", "Jambe droite", "Jambe gauche", "Cœur"]
    said = drawing.find("{*}docPr").get("descr") or ""  # type: ignore[union-attr]
    assert said.startswith("Silhouette debout, de face\u00a0: tête, Expertise/savoir-faire\u00a0; cœur, Valeurs")
    assert round(int(drawing.find("{*}extent").get("cy") or 0) / 360_000, 1) == 5.6  # type: ignore[union-attr]


def test_the_banner_is_ten_people_marked_as_decoration(tmp_path: Path) -> None:
    banner = next(part(written(samples.day(), tmp_path)).iter("{*}inline"))
    assert banner.find(".//{*}decorative").get("val") == "1"  # type: ignore[union-attr]
    assert sum(node.get("name", "").startswith("Personne") for node in banner.iter("{*}cNvPr")) == 10


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: str(sample.__name__))
def test_colours_follow_the_theme(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / "s.docx"
    write(sample(), path, style_of("#C2410C"))
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith(("word/document", "word/charts/chart")):
                assert b"srgbClr" not in package.read(name)
    for node in part(path, "word/styles.xml").iter(f"{W}color"):
        assert node.get(f"{W}themeColor")


def test_people_are_cut_at_the_edge_of_the_banner() -> None:
    standing = cut(outline("torso"), 330)
    box = box_of(standing)
    assert box.top == 161
    assert box.top + box.height == pytest.approx(330)
    assert cut(outline("leg_r"), 330) == ()


def test_widths_share_the_page_and_none_is_too_narrow() -> None:
    widths = shared_widths([10, 400, 900], [85, 85, 85], 470)
    assert sum(widths) == pytest.approx(470)
    assert widths[0] == 85
    assert widths[2] / widths[1] == pytest.approx(1.5)
    assert sum(shared_widths([1, 1], [400, 400], 470)) == pytest.approx(470)


def test_the_column_that_makes_rows_tall_takes_room_from_the_others() -> None:
    def heights(column: int, width: float) -> list[float]:
        return [(30, 90, 600)[column] * 100 / width]

    widths = settled_widths([200.0, 200.0, 200.0], [100, 100, 100], heights)
    assert sum(widths) == pytest.approx(600)
    assert widths[2] > 350
    assert min(widths) >= 100


def test_words_are_measured_as_arial_is() -> None:
    assert text_width("Idée", 2048) == 569 + 1139 * 3
    assert line_count("un deux trois", text_width("un deux", 10) + 1, 10) == 2
    assert line_count("mot" * 40, 100, 10) > 1


def test_the_lines_of_a_title_are_even_and_cut_by_sense() -> None:
    assert balanced_inset("Un titre court", 470, 26, bold=True) == 0
    by_sense = 470 - balanced_inset("Des mots pour se comprendre : un jeu de cartes à jouer", 470, 26, bold=True)
    assert line_count("Des mots pour se comprendre :", by_sense, 26, bold=True) == 1
    assert line_count("Des mots pour se comprendre : un", by_sense, 26, bold=True) == 2


# --- Maps, marks and forms ---------------------------------------------------------------------------------------------------


def a_map() -> Table:
    lines = (Line("Trajet", (Slot(text="individuel", point=(-50.0, 10.0)),)), Line("Oublié", (Slot(empty="Pas placé"),)))
    poles = ("individuel", "collectif", "soin", "prévention")
    return Table("m", "Les mots", (Heading("Place"),), lines, rows_title="Mots", figure="carte", poles=poles)


def test_a_map_is_a_native_chart_whose_alternative_says_its_poles_then_its_table(tmp_path: Path) -> None:
    path = written(with_table(a_map()), tmp_path)
    chart = part(path, "word/charts/chart2.xml")
    words = [run.text for run in chart.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")]
    assert words == ["Trajet", "individuel  ←  →  collectif", "soin  ←  →  prévention"]
    assert [value.text for value in chart.iter(f"{C}v")] == ["Mots placés", "-50", "10"]
    described = [found.get("descr") for found in part(path).iter() if found.tag.endswith("}docPr")]
    assert any("de individuel à collectif et de soin à prévention" in (words or "") for words in described)
    with zipfile.ZipFile(path) as package:
        sheet = openpyxl.load_workbook(io.BytesIO(package.read("word/embeddings/classeur2.xlsx"))).active
    assert sheet is not None
    assert list(sheet.values) == [("Mot", "x", "y"), ("Trajet", -50, 10)]
    (table,) = opened(with_table(a_map()), tmp_path).tables
    assert rows(table) == [["Mots", "Place"], ["Trajet", "individuel"], ["Oublié", "Pas placé"]]


def test_marks_that_have_no_room_for_their_names_stand_under_their_signs_which_are_told(tmp_path: Path) -> None:
    names = ("Tout à fait d’accord", "Plutôt d’accord", "Partagé", "Plutôt pas d’accord", "Pas du tout d’accord", "Ne sait pas")
    signs = ("++", "+", "±", "−", "−−", "?")
    shares = tuple(Share(name, sign, at) for at, (name, sign) in enumerate(zip(names, signs, strict=True)))
    lines = tuple(Line(f"Une affirmation assez longue, numéro {at}", (Slot(shares=shares, text="dit"),)) for at in (1, 2))
    table = Table("a", "Avis", (Heading("Avis"),), lines, figure="marques", scale=shares)
    document = opened(with_table(table), tmp_path)
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Ligne", *signs]
    assert any("++\u00a0: tout à fait d’accord" in paragraph.text for paragraph in document.paragraphs)


def test_each_form_is_a_page_with_its_fields_and_each_written_line_a_paragraph(tmp_path: Path) -> None:
    columns = (Heading("Territoire"), Heading("Pratique"))
    lines = tuple(
        Line(f"Fiche {at}", (Slot((Item("Valmare"),)), Slot((Item("Première ligne\nSeconde ligne"),)))) for at in (1, 2)
    )
    document = opened(with_table(Table("f", "Fiches", columns, lines, figure="formulaire")), tmp_path)
    assert [rows(table)[0] for table in document.tables] == [["Rubrique", "Réponse"]] * 2
    assert [cell.text for cell in document.tables[0].columns[0].cells] == ["Rubrique", "Territoire", "Pratique"]
    assert [paragraph.text for paragraph in document.tables[0].cell(2, 1).paragraphs] == ["Première ligne", "Seconde ligne"]
    titles = [paragraph for paragraph in document.paragraphs if paragraph.text in {"Fiche 1", "Fiche 2"}]
    assert [paragraph.paragraph_format.page_break_before for paragraph in titles if style_name(paragraph) != "Légende"] == [
        None,
        True,
    ]
