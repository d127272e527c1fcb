"""From a merged idea to the groups and words behind it, and back, in Word and in the web page: no dead link."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from facilitation.reporting import synthesis_of
from facilitation.reporting.lengths import Length, of_length
from facilitation.synthesis import Bullets, Heading, Item, Line, Said, Section, Slot, Synthesis, Table
from facilitation.typography import NBSP
from facilitation.writers.docx import write as write_docx
from facilitation.writers.docx.links import once
from facilitation.writers.html.write import page
from facilitation.writers.style import style_of
from facilitation.writers.tracing import BACK, Traces, idea, origins, parted, source
from tests.workshop.days import EXAMPLES, example, example_room

STYLE = style_of(None)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWICE = Item(f"Partage (2{NBSP}groupes)", (Said("a", "Partage", "Nord"), Said("b", "partage", "Sud")))
SAID = Item("Partage", TWICE.said)
ONCE = Item("Écoute", (Said("c", "Écoute", "Nord"),))


def gallery(name: str, length: Length = Length.LONG) -> Synthesis:
    return of_length(synthesis_of(example(name), example_room(name), name), length)


def small(*blocks: Bullets | Table, annex: tuple[Item, ...] = (SAID, ONCE)) -> Synthesis:
    behind = Table("t-annexe", "Valeurs", (Heading("Qui"),), (Line("Cœur", (Slot(items=annex),)),), figure="annexe")
    sections = [Section("Valeurs", blocks, kind="sequence")]
    sections += [Section(f"Annexe{NBSP}: qui a dit quoi", (behind,), kind="annexe")] if annex else []
    return Synthesis("jour", "Journée", "Synthèse", date(2027, 3, 18), tuple(sections))


def in_page(synthesis: Synthesis) -> Any:
    return html.fromstring(page(synthesis, STYLE))


def in_word(synthesis: Synthesis, folder: Path) -> Any:
    write_docx(synthesis, folder / "a.docx", STYLE)
    with zipfile.ZipFile(folder / "a.docx") as package:
        return etree.fromstring(package.read("word/document.xml"))


def words(node: Any) -> str:
    return "".join(node.itertext())


@pytest.mark.parametrize("length", list(Length))
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_link_of_a_page_leads_somewhere_and_every_name_is_that_of_one_place(name: str, length: Length) -> None:
    shown = in_page(gallery(name, length))
    names = Counter(shown.xpath("//@id"))
    assert [name_ for name_, times in names.items() if times > 1] == []
    links = [address.removeprefix("#") for address in shown.xpath("//a/@href")]
    assert [link for link in links if link not in names] == []


@pytest.mark.parametrize("length", list(Length))
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_link_of_a_word_document_leads_somewhere(name: str, length: Length, tmp_path: Path) -> None:
    body = in_word(gallery(name, length), tmp_path)
    starts = [node.get(f"{WORD}name") for node in body.iter(f"{WORD}bookmarkStart")]
    numbers = [node.get(f"{WORD}id") for node in body.iter(f"{WORD}bookmarkStart")]
    assert sorted(numbers) == sorted(node.get(f"{WORD}id") for node in body.iter(f"{WORD}bookmarkEnd"))
    assert len(set(starts)) == len(starts) == len(set(numbers))
    links = [node.get(f"{WORD}anchor") for node in body.iter(f"{WORD}hyperlink")]
    assert [link for link in links if link not in starts] == []


def test_each_idea_that_two_groups_said_leads_to_them_and_back() -> None:
    told = gallery("exemple-fictif")
    shown = in_page(told)
    there = shown.xpath("//a[starts-with(@href, '#source_')]")
    assert there
    for link in there:
        line = shown.get_element_by_id(link.get("href")[1:])
        assert link.get("aria-label").startswith(f"{words(link)}{NBSP}: qui a dit «")
        (back,) = line.xpath(".//a")
        assert words(back) == BACK
        assert back.get("aria-label").startswith(BACK)
        idea_line = shown.get_element_by_id(back.get("href")[1:])
        assert words(link) in words(idea_line)
        assert len(re.findall(r"Groupe|groupe|;|,|«", words(line))) > 0


def test_word_and_the_page_link_the_same_ideas(tmp_path: Path) -> None:
    told = gallery("exemple-fictif")
    anchors = [node.get(f"{WORD}anchor") for node in in_word(told, tmp_path).iter(f"{WORD}hyperlink")]
    ours = sorted(anchor for anchor in anchors if "_" in anchor.lstrip("_") and not anchor.startswith("_Toc"))
    assert ours == sorted(address[1:] for address in in_page(told).xpath("//a/@href") if "_" in address)
    assert ours


def test_a_word_link_says_where_it_leads(tmp_path: Path) -> None:
    body = in_word(small(Bullets("Valeurs", (TWICE, ONCE))), tmp_path)
    found = [(node.get(f"{WORD}tooltip"), words(node)) for node in body.iter(f"{WORD}hyperlink")]
    assert found == [
        (f"2{NBSP}groupes{NBSP}: qui a dit «{NBSP}Partage{NBSP}»", f"2{NBSP}groupes"),
        (f"{BACK} «{NBSP}Partage{NBSP}»", BACK),
    ]


def test_an_idea_told_twice_is_named_once_where_it_stands_first(tmp_path: Path) -> None:
    table = Table("t", "Table", (Heading("Cœur"), Heading("Tête")), (Line("CPTS", (Slot(items=(TWICE,)),) * 2),))
    told = small(table, Bullets("Encore", (TWICE,)))
    assert Counter(in_page(told).xpath("//@id"))[idea(1)] == 1
    assert len(in_page(told).xpath(f"//a[@href='#{source(1)}']")) == 3
    starts = [node.get(f"{WORD}name") for node in in_word(told, tmp_path).iter(f"{WORD}bookmarkStart")]
    assert Counter(starts)[idea(1)] == 1


def test_nothing_is_linked_where_there_is_no_annex(tmp_path: Path) -> None:
    told = small(Bullets("Valeurs", (TWICE,)), annex=())
    assert not in_page(told).xpath("//a[contains(@href, '_')]")
    assert not list(in_word(told, tmp_path).iter(f"{WORD}hyperlink"))
    assert Traces().number(TWICE) == 0


def test_an_idea_said_once_is_not_linked() -> None:
    traces = Traces(small(Bullets("Valeurs", (TWICE, ONCE))))
    assert (traces.number(TWICE), traces.number(SAID), traces.number(ONCE)) == (1, 1, 0)


def test_the_link_is_how_often_it_was_said() -> None:
    assert parted(TWICE) == ("Partage (", f"2{NBSP}groupes", ")")
    assert parted(SAID) == ("", "Partage", "")
    assert parted(Item("Partage (CPTS ; Nord et Sud)", TWICE.said)) == ("Partage (", "CPTS ; Nord et Sud", ")")
    assert parted(Item(f"Partage (2{NBSP}groupes, tête)", TWICE.said)) == ("Partage (", f"2{NBSP}groupes", ", tête)")


def test_a_line_of_the_annex_stands_beside_its_idea_the_first_wording_when_there_are_several() -> None:
    line = Line("Cœur", (Slot(items=(SAID, ONCE)),))
    assert [item for _, item in origins(line)] == [SAID, ONCE]
    alone = list(origins(Line("Partage", (Slot(items=(SAID,)),))))
    assert [item for _, item in alone] == [SAID, None]
    assert all(told for told, _ in alone)


def test_words_that_break_files_stay_words(tmp_path: Path) -> None:
    hostile = '<b>"&\x00\ud800'
    twice = Item(f"{hostile} (2{NBSP}groupes)", (Said("a", hostile, "Nord"), Said("b", hostile, "Sud")))
    told = small(Bullets("Valeurs", (twice,)), annex=(Item(hostile, twice.said),))
    assert len(in_page(told).xpath("//a[starts-with(@href, '#source_')]")) == 1
    assert len(list(in_word(told, tmp_path).iter(f"{WORD}hyperlink"))) == 2


def test_a_word_link_never_says_more_than_word_can_show(tmp_path: Path) -> None:
    long = Item("mot " * 400 + f"(2{NBSP}groupes)", TWICE.said)
    body = in_word(small(Bullets("Valeurs", (long,))), tmp_path)
    assert {len(node.get(f"{WORD}tooltip")) <= 200 for node in body.iter(f"{WORD}hyperlink")} == {True}


def test_names_kept_once_leave_the_rest_untouched() -> None:
    named = '<w:bookmarkStart w:id="7" w:name="idee_7"/>a<w:bookmarkEnd w:id="7"/>'
    assert once(f"x{named}y{named}z") == f"x{named}yaz"
