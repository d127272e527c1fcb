"""The Word document, read back: what it says, in which styles, and what must never be in it."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from lxml import etree
from PIL import Image

from facilitation.errors import WriteError
from facilitation.synthesis import (
    Block,
    Bullets,
    Facts,
    Heading,
    Item,
    Line,
    Note,
    Section,
    Shared,
    Slot,
    Step,
    Steps,
    Synthesis,
    Table,
)
from facilitation.writers.docx import write
from facilitation.writers.style import style_of
from tests.writers import samples

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAMPLES = (samples.day, samples.debate, samples.empty, samples.hostile)
every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: str(sample.__name__))
Sample = Callable[[], Synthesis]


def written(synthesis: Synthesis, folder: Path) -> Path:
    path = folder / "synthese.docx"
    write(synthesis, path, style_of())
    return path


def opened(synthesis: Synthesis, folder: Path) -> Document:
    return docx.Document(str(written(synthesis, folder)))


def part(path: Path, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def text_of(element: etree._Element) -> str:
    return "".join(map(str, element.itertext(f"{W}t")))


def style_name(paragraph: Any) -> str:
    return str(paragraph.style.name)


def headings(document: Document) -> list[tuple[int, str]]:
    found = ((re.fullmatch(r"Heading (\d)", style_name(paragraph)), paragraph.text) for paragraph in document.paragraphs)
    return [(int(match[1]), text) for match, text in found if match]


def ideas(block: Synthesis | Block) -> list[Item]:
    match block:
        case Synthesis():
            return [item for section in block.sections for item in ideas(section)]
        case Section():
            return [item for inner in block.blocks for item in ideas(inner)]
        case Bullets():
            return list(block.items)
        case Table():
            return [item for line in block.lines for slot in line.slots for item in slot.items]
        case Shared():
            return [*block.everyone, *(item for _, item in block.some), *(item for _, own in block.own for item in own)]
        case _:
            return []


def test_the_document_opens_like_the_one_of_2021(tmp_path: Path) -> None:
    document = opened(samples.day(), tmp_path)
    opening = [(style_name(paragraph), paragraph.text) for paragraph in document.paragraphs[1:6]]
    assert opening == [
        ("Repère", "Journée d’échanges régionale – Synthèse des ateliers"),
        ("Title", "De la promotion de la santé à\u00a0l’accès aux soins"),
        ("Subtitle", "Quelle articulation entre les démarches territoriales de santé à\u00a0l’heure des CPTS\u00a0?"),
        ("Date et lieu", "16 novembre 2021, IFSI du GCSPA, CH Montperrin"),
        ("Heading 1", "Rappel du contexte et des objectifs"),
    ]


def test_parts_come_in_order_with_their_titles(tmp_path: Path) -> None:
    assert headings(opened(samples.day(), tmp_path)) == [
        (1, "Rappel du contexte et des objectifs"),
        (2, "Contexte"),
        (1, "Composition des groupes"),
        (1, "1re partie\u00a0: Mieux se connaître"),
        (2, "Déroulé"),
        (2, "Retranscription des silhouettes"),
        (2, "Ce qui est commun, ce qui est propre à un acteur"),
        (1, "2e partie\u00a0: Identifier des pistes pour mieux s’articuler"),
        (2, "Ce que les usagers et personnes concernées peuvent apporter à toutes les démarches"),
        (2, "Autres pistes et actions proposées"),
        (1, "Annexe\u00a0: d’où vient chaque idée"),
    ]


@every_sample
def test_no_heading_skips_a_level(sample: Sample, tmp_path: Path) -> None:
    levels = [level for level, _ in headings(opened(sample(), tmp_path))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("sample", [samples.day, samples.debate], ids=["day", "debate"])
def test_nothing_said_is_lost_and_not_a_letter_is_changed(sample: Sample, tmp_path: Path) -> None:
    paragraphs = Counter(text_of(paragraph) for paragraph in part(written(sample(), tmp_path)).iter(f"{W}p"))
    wanted = Counter(item.text for item in ideas(replace(sample(), sections=sample().sections[:-1] or sample().sections)))
    assert wanted - paragraphs == Counter()


def test_the_annex_says_each_wording_with_its_group(tmp_path: Path) -> None:
    texts = [text_of(paragraph) for paragraph in part(written(samples.day(), tmp_path)).iter(f"{W}p")]
    at = texts.index("Financements", len(texts) - 12)
    assert texts[at + 1 : at + 4] == [
        "«\u00a0Budget, financements, temps de travail (2 postes en 1)\u00a0» (Acteurs du 13)",
        "«\u00a0Financements\u00a0» (Acteurs du 84, 04 et 05)",
        "«\u00a0Stabiliser les financements\u00a0» (Acteurs du 83 et 06)",
    ]


def test_odd_signs_come_back_and_forbidden_ones_are_shown(tmp_path: Path) -> None:
    texts = {text_of(paragraph) for paragraph in part(written(samples.hostile(), tmp_path)).iter(f"{W}p")}
    assert samples.HOSTILE[0] in texts
    assert samples.HOSTILE[3] in texts
    assert samples.HOSTILE[4] in texts
    assert "sonnerie \ufffd et \ufffd nul, \ufffd orpheline, \ufffd hors jeu" in texts
    assert "deuxligneset une tabulation" in texts  # the break and the tab are elements of their own


@every_sample
def test_each_part_of_the_package_is_well_formed_and_declared(sample: Sample, tmp_path: Path) -> None:
    with zipfile.ZipFile(written(sample(), tmp_path)) as package:
        names = package.namelist()
        types = etree.fromstring(package.read("[Content_Types].xml"))
        declared = {node.get("PartName", "").lstrip("/") for node in types} | {node.get("Extension", "") for node in types}
        for name in names:
            assert name in declared or name.rpartition(".")[2] in declared
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
        for name in (name for name in names if name.endswith(".rels")):
            folder = name.partition("_rels/")[0]
            for relation in etree.fromstring(package.read(name)):
                target = f"{folder}{relation.get('Target')}".replace("charts/../", "")
                assert target in names


@every_sample
def test_the_same_synthesis_gives_the_same_bytes(sample: Sample, tmp_path: Path) -> None:
    first = written(sample(), tmp_path).read_bytes()
    assert written(sample(), tmp_path).read_bytes() == first


def test_no_date_of_the_day_it_was_written_is_kept(tmp_path: Path) -> None:
    path = written(samples.debate(), tmp_path)
    with zipfile.ZipFile(path) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = docx.Document(str(path)).core_properties
    assert properties.created == properties.modified
    assert isinstance(properties.created, datetime)
    assert properties.created.date() == samples.debate().date


def test_the_properties_say_what_the_document_is(tmp_path: Path) -> None:
    properties = opened(samples.day(), tmp_path).core_properties
    assert properties.title == "De la promotion de la santé à l’accès aux soins"
    assert properties.subject == "Synthèse des ateliers, Journée d’échanges régionale, 16 novembre 2021"
    assert properties.author == "CRES Paca"
    assert properties.language == "fr-FR"


@every_sample
def test_nothing_floats_and_nothing_is_empty_or_justified(sample: Sample, tmp_path: Path) -> None:
    path = written(sample(), tmp_path)
    body = part(path)
    tags = {etree.QName(element).localname for element in body.iter(etree.Element)}
    assert tags.isdisjoint({"anchor", "txbx", "txbxContent", "framePr", "pict"})
    for paragraph in body.iter(f"{W}p"):
        assert text_of(paragraph) or paragraph.find(f".//{W}drawing") is not None
    aligned = {
        node.get(f"{W}val") for name in ("word/document.xml", "word/styles.xml") for node in part(path, name).iter(f"{W}jc")
    }
    assert aligned <= {"left", "right"}


def test_the_language_is_french_and_word_asks_nothing_on_opening(tmp_path: Path) -> None:
    path = written(samples.day(), tmp_path)
    assert part(path, "word/styles.xml").find(f".//{W}lang").get(f"{W}val") == "fr-FR"  # type: ignore[union-attr]
    settings = part(path, "word/settings.xml")
    modes = {node.get(f"{W}name"): node.get(f"{W}val") for node in settings.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"
    assert settings.find(f"{W}updateFields") is None
    assert not [field for field in part(path).iter(f"{W}fldChar") if field.get(f"{W}dirty")]


def test_lists_are_true_lists_and_ordered_ones_start_again(tmp_path: Path) -> None:
    twice = Bullets("Ordre", (Item("un"), Item("deux")), ordered=True)
    section = Section("Deux listes", (twice, twice))
    path = written(replace(samples.day(), sections=(section,)), tmp_path)
    numbers = [node.get(f"{W}val") for node in part(path).iter(f"{W}numId")]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    starts = {
        node.get(f"{W}numId")
        for node in part(path, "word/numbering.xml").iter(f"{W}num")
        if node.find(f"{W}lvlOverride") is not None
    }
    assert starts == {numbers[0], numbers[2]}


def test_each_style_of_list_has_a_list_of_its_own(tmp_path: Path) -> None:
    styles = part(written(samples.day(), tmp_path), "word/styles.xml")
    lists = [node.get(f"{W}val") for node in styles.iter(f"{W}numId")]
    assert len(lists) == len(set(lists))


def test_the_parts_of_one_box_have_the_same_indents_and_borders(tmp_path: Path) -> None:
    styles = part(written(samples.day(), tmp_path), "word/styles.xml")
    boxes = [style for style in styles.iter(f"{W}style") if (style.get(f"{W}styleId") or "").startswith("Encadre")]
    assert len(boxes) == 3
    assert len({etree.tostring(node) for box in boxes for node in box.iter(f"{W}ind")}) == 1
    assert len({etree.tostring(node) for box in boxes for node in box.iter(f"{W}pBdr")}) == 1


def test_objectives_are_boxed(tmp_path: Path) -> None:
    document = opened(samples.day(), tmp_path)
    boxed = [(style_name(one), one.text) for one in document.paragraphs if style_name(one).startswith("Encadré")]
    assert boxed[0] == ("Encadré titre", "Objectifs des ateliers")
    assert [name for name, _ in boxed[1:]] == ["Encadré liste"] * 2


def test_headers_say_the_day_and_footers_the_page_but_not_on_the_cover(tmp_path: Path) -> None:
    document = opened(samples.day(), tmp_path)
    first = document.sections[0]
    assert first.different_first_page_header_footer
    assert not first.first_page_header.is_linked_to_previous or not first.first_page_header.paragraphs[0].text
    for section in document.sections:
        assert section.header.paragraphs[0].text == "Synthèse des ateliers\tJournée d’échanges régionale – 16 novembre 2021"
        footer = section.footer.paragraphs[0]
        assert footer.text.startswith("CRES Paca\tPage\u00a0")
        assert [node.text for node in footer._p.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]
    assert first.first_page_footer.paragraphs[0].text.startswith("CRES Paca")


def test_a_long_document_lists_its_parts_in_a_field_already_filled(tmp_path: Path) -> None:
    parts = tuple(Section(f"Partie {number}", (Note("Une remarque."),), kind="sequence") for number in range(1, 13))
    path = written(replace(samples.day(), sections=parts), tmp_path)
    body = part(path)
    entries = [text_of(link) for link in body.iter(f"{W}hyperlink")]
    assert entries[:2] == ["A. Partie 1", "B. Partie 2"]
    assert entries[-1] == "L. Partie 12"
    anchors = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")]
    assert anchors == [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    assert next(node.text for node in body.iter(f"{W}instrText")) == ' TOC \\o "1-1" \\n \\h '
    kinds = Counter(node.get(f"{W}fldCharType") for node in body.iter(f"{W}fldChar"))
    assert kinds["begin"] == kinds["separate"] == kinds["end"] == 1


def test_a_short_document_has_no_contents_list(tmp_path: Path) -> None:
    assert not list(part(written(samples.debate(), tmp_path)).iter(f"{W}hyperlink"))


def test_a_short_opening_stays_with_its_table_and_a_long_one_may_be_cut(tmp_path: Path) -> None:
    answers = Table("t", "Réponses", (Heading("Réponse"),), (Line("Qui\u00a0?", (Slot((Item("Nous"),)),)),), figure="fiche")
    for count, held in ((3, True), (30, False)):
        steps = Steps("Consignes", tuple(Step(f"Étape {number}") for number in range(count)))
        section = Section("Questions", (Facts((("But", "Savoir"),)), steps, answers), kind="sequence")
        body = part(written(replace(samples.empty(), sections=(section,)), tmp_path))
        (last,) = (found for found in body.iter(f"{W}p") if text_of(found) == f"Étape {count - 1}")
        assert (last.find(f"{W}pPr/{W}keepNext") is not None) == held


def test_a_section_without_answers_says_so(tmp_path: Path) -> None:
    document = opened(samples.empty(), tmp_path)
    notes = [paragraph.text for paragraph in document.paragraphs if style_name(paragraph) == "Note"]
    assert notes == [
        "Idées\u00a0: ce qui est commun, ce qui est propre\u00a0: aucune idée notée.",
        "Aucune idée notée.",
    ]
    assert document.tables[0].cell(1, 1).text == "Aucune idée notée"


def test_the_logo_is_shown_with_its_words_and_a_file_that_is_none_is_left_out(tmp_path: Path) -> None:
    logo, other = tmp_path / "logo.png", tmp_path / "logo.svg"
    Image.new("RGB", (300, 100), "#0B6E6E").save(logo)
    other.write_text("<svg/>", encoding="utf-8")
    for file, expected in ((logo, ["Logo de CRES Paca"]), (other, [])):
        path = tmp_path / "synthese.docx"
        write(samples.day(), path, style_of(logo=file))
        said = [node.get("descr") for node in part(path).iter("{*}docPr") if node.get("name") == "Logo"]
        assert said == expected


def test_progress_is_told_and_ends_whole(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write(samples.day(), tmp_path / "s.docx", style_of(), on_progress=lambda done, total: told.append((done, total)))
    assert told == [(number, 6) for number in range(1, 7)]


def test_a_file_that_cannot_be_written_is_said_in_french(tmp_path: Path) -> None:
    (tmp_path / "synthese.docx").mkdir()
    with pytest.raises(WriteError, match="est un dossier"):
        written(samples.day(), tmp_path)
