from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from facilitation.errors import WriteError
from facilitation.synthesis import Bullets, Heading, Insight, Item, Line, Section, Share, Slot, Synthesis, Table
from facilitation.writers.html.widths import column_widths, is_tall
from facilitation.writers.html.write import page, tokens, write
from facilitation.writers.style import contrast, style_of
from tests.writers import samples
from tests.writers.test_markdown import ideas

VOID = {"meta", "img", "br", "col", "wbr", "path"}
ALL = ("day", "debate", "empty", "hostile")


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    children: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def all(self, *tags: str) -> list[Element]:
        found = [self] if self.tag in tags else []
        return found + [element for child in self.children for element in child.all(*tags)]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def get(self, name: str) -> str:
        return self.attributes.get(name) or ""


class Reader(HTMLParser):
    """Reads a page as a tree, and refuses a tag that closes what it did not open."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag == "br":
            self.handle_data("\n")
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.words.append(data)


def read(synthesis: Synthesis) -> Element:
    reader = Reader()
    reader.feed(page(synthesis, style_of()))
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


@pytest.fixture(scope="module", params=ALL)
def document(request: pytest.FixtureRequest) -> Element:
    return read(getattr(samples, request.param)())


def test_the_page_says_its_language_its_title_and_how_to_reach_its_parts(document: Element) -> None:
    (html,) = document.all("html")
    assert html.get("lang") == "fr"
    assert document.all("title")[0].text
    (main,) = document.all("main")
    assert document.all("a")[0].get("href") == f"#{main.get('id')}"
    assert len(document.all("header")) == 1
    assert all(nav.get("aria-label") for nav in document.all("nav"))


def test_the_page_runs_nothing_and_fetches_nothing(document: Element) -> None:
    assert not document.all("script", "link", "iframe", "object", "form")
    for element in document.all("a", "img", "svg", "path", "use"):
        assert not re.match(r"(?:https?:)?//", element.get("href") or element.get("src"))
    assert not [name for element in _every(document) for name in element.attributes if name.startswith("on")]
    assert "url(" not in document.all("style")[0].text
    assert "@import" not in document.all("style")[0].text


def test_identifiers_are_unique_and_every_link_has_its_target(document: Element) -> None:
    ids = [element.get("id") for element in _every(document) if element.get("id")]
    assert len(ids) == len(set(ids))
    targets = [link.get("href").removeprefix("#") for link in document.all("a")]
    labels = [element.get("aria-labelledby") for element in _every(document) if element.get("aria-labelledby")]
    assert set(targets + labels) <= set(ids)


def test_titles_go_down_one_level_at_a_time(document: Element) -> None:
    levels = [int(heading.tag[1]) for heading in document.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_heads_with_a_scope_and_no_empty_cell(document: Element) -> None:
    for table in document.all("table"):
        assert table.all("caption")[0].text
        assert all(head.get("scope") in {"col", "row"} for head in table.all("th"))
        assert all(cell.text for cell in table.all("td", "th") if "\ufffd" not in cell.text)
        widths = {len(row.all("td", "th")) for row in table.all("tr")}
        assert len(widths) == 1


def test_a_table_either_stacks_with_its_labels_and_roles_or_scrolls_in_a_region(document: Element) -> None:
    regions = [region for region in document.all("div") if region.get("role") == "region"]
    scrolled = [table for region in regions for table in region.all("table")]
    assert all(region.get("tabindex") == "0" and region.get("aria-labelledby") for region in regions)
    for table in document.all("table"):
        if table in scrolled:
            continue
        assert table.get("role") == "table"
        assert all(row.get("role") == "row" for row in table.all("tr"))
        assert all(cell.get("role") == "cell" and "data-t" in cell.attributes for cell in table.all("td"))


def _every(element: Element) -> list[Element]:
    return [element, *(found for child in element.children for found in _every(child))]


def test_nothing_said_is_lost() -> None:
    words = read(samples.day()).text
    assert [idea for idea in ideas(samples.day()) if idea not in words] == []


def test_contents_lead_to_each_part() -> None:
    (nav,) = read(samples.day()).all("nav")
    assert [link.text for link in nav.all("a")] == [
        "Rappel du contexte et des objectifs",
        "Composition des groupes",
        "Mieux se connaître",
        "Identifier des pistes pour mieux s’articuler",
        "Annexe : d’où vient chaque idée",
    ]


def test_the_silhouette_is_told_in_words_and_the_frieze_is_silent() -> None:
    frieze, body = read(samples.day()).all("svg")
    assert frieze.get("aria-hidden") == "true"
    assert body.get("role") == "img"
    assert (
        body.get("aria-label").replace("\u00a0", " ").startswith("Silhouette : tête, Expertise/savoir-faire ; cœur, Valeurs ;")
    )


def test_bars_are_a_table_whose_widths_are_the_shares() -> None:
    table = read(samples.debate()).all("table")[0]
    assert [row.text for row in table.all("tr")][:2] == ["PositionPersonnesSur 22", "Pas du tout d’accord (assis)1414 sur 22"]
    widths = [bar.get("style") for bar in table.all("span") if "barre" in bar.get("class")]
    assert widths == ["width:63.6%", "width:27.3%", "width:9.1%"]
    strong = [bar for bar in table.all("span") if "forte" in bar.get("class")]
    assert len(strong) == 1


def test_a_missing_count_is_not_zero() -> None:
    words = read(samples.debate()).text
    assert "Un annuaire suffit pour travailler ensemble Réponse de la salle : non notée" in words.replace("\u00a0", " ")


def test_hostile_words_are_shown_not_obeyed() -> None:
    document = read(samples.hostile())
    assert "a < b && c > \"d\" 'e'" in document.text
    assert "]]> <!-- x --> &amp; &#0;" in document.text
    assert document.all("h1")[0].text == "Titre & <titre> \ufffd"
    assert not document.all("b", "i", "u", "org", "groupe")
    assert "\x07" not in document.text


def test_a_label_cannot_leave_its_attribute() -> None:
    table = Table(
        "t", 'T"><script>', (Heading('C" onclick="x'), Heading("D")), (Line("L", (Slot((Item("a"),)), Slot(text="b"))),)
    )
    document = read(replace(samples.day(), sections=(Section("S", (table,)),)))
    assert not document.all("script")
    assert [cell.get("data-t") for cell in document.all("td")] == ['C" onclick="x', "D"]


def test_two_parts_of_the_same_name_keep_two_anchors() -> None:
    part = Section("Pistes", (Bullets("Liste", (Item("a"),)),))
    document = read(replace(samples.day(), sections=(part, part, Section("Pistes 2", ()))))
    assert [link.get("href") for link in document.all("nav")[0].all("a")] == ["#pistes", "#pistes-2", "#pistes-2-2"]


@pytest.mark.parametrize("colour", ["#0B6E6E", "#F2B705", "#111111", "#7AB800", "#9F1239"])
def test_both_schemes_keep_their_contrast(colour: str) -> None:
    schemes = [dict(re.findall(r"--([\w-]+): (#\w{6});", part)) for part in tokens(style_of(colour)).split("@media")]
    for scheme in (schemes[0], schemes[0] | schemes[1]):
        assert contrast(scheme["encre"], scheme["papier"]) >= 7
        assert contrast(scheme["encre"], scheme["sable"]) >= 7
        assert contrast(scheme["accent"], scheme["papier"]) >= 4.5
        assert contrast(scheme["gris"], scheme["papier"]) >= 4.5
        assert contrast(scheme["sur-fonce"], scheme["fonce"]) >= 7


def test_a_logo_travels_inside_the_page(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"\x89PNG")
    assert 'src="data:image/png;base64,iVBORw=="' in page(samples.day(), style_of(logo=logo))
    assert "<img" not in page(samples.day(), style_of(logo=tmp_path / "absent.png"))


def test_columns_are_as_wide_as_what_they_hold_and_fill_the_page() -> None:
    short, long = Slot((Item("a"),)), Slot(tuple(Item("une idée de trente signes environ") for _ in range(20)))
    table = Table("t", "T", tuple(map(Heading, "abcd")), (Line("L", (short, long, short, short)),))
    widths = column_widths(table)
    assert sum(widths) == pytest.approx(100)
    assert widths[2] > 2 * widths[1]
    assert not is_tall(table.lines[0], widths)


def test_a_row_taller_than_a_page_may_be_cut() -> None:
    tall = Line("L", tuple(Slot(tuple(Item("idée") for _ in range(60))) for _ in range(4)))
    table = Table("t", "T", tuple(map(Heading, "abcd")), (tall,))
    assert is_tall(tall, column_widths(table))
    assert 'class="longue"' in page(replace(samples.day(), sections=(Section("S", (table,)),)), style_of())


def test_a_long_list_of_who_said_what_may_be_cut_a_short_one_not() -> None:
    for count, cut in ((24, False), (25, True)):
        line = Line("CPTS", (Slot(tuple(Item(f"idée {number}") for number in range(count))),))
        table = Table("a", "Qui a dit quoi", (Heading("Qui"),), (line,), figure="annexe")
        shown = page(replace(samples.day(), sections=(Section("Annexe", (table,), kind="annexe"),)), style_of())
        assert ('class="longue"' in shown) == cut


def test_one_source_is_in_the_singular() -> None:
    for sources, label in ((("OMS, 1986",), "Source&nbsp;: OMS"), (("OMS", "HAS"), "Sources&nbsp;: OMS")):
        insight = Insight("Le soin", ("Un point",), sources)
        shown = page(replace(samples.day(), sections=(Section("S", (insight,)),)), style_of())
        assert f'<p class="note">{label}' in shown


def test_the_same_day_gives_the_same_bytes_and_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    for name in ("un.html", "deux.html"):
        write(samples.day(), tmp_path / name, style_of())
    assert (tmp_path / "un.html").read_bytes() == (tmp_path / "deux.html").read_bytes()
    (tmp_path / "dossier.html").mkdir()
    with pytest.raises(WriteError, match="est un dossier"):
        write(samples.day(), tmp_path / "dossier.html", style_of())


# --- Maps and marks ----------------------------------------------------------------------------------------------------------


def of_one(table: Table) -> str:
    return page(replace(samples.day(), sections=(Section("Une partie", (table,)),)), style_of())


def test_a_map_is_drawn_with_its_poles_in_words_and_told_in_its_table() -> None:
    lines = (Line("Trajet <b>", (Slot(text="individuel", point=(-50.0, 10.0)),)), Line("Oublié", (Slot(empty="Pas placé"),)))
    poles = ("individuel", "collectif", "soin", "prévention")
    shown = of_one(Table("m", "Les mots", (Heading("Place"),), lines, figure="carte", poles=poles))
    assert 'aria-label="Carte de individuel à collectif et de soin à prévention."' in shown
    assert shown.count("<circle ") == 1
    assert "Trajet &lt;b&gt;</text>" in shown
    assert all(f'class="pole" x="{x}' in shown for x in ("300", "0", "600"))
    assert "Pas placé" in shown


def test_a_map_where_nothing_was_placed_is_only_its_table() -> None:
    lines = (Line("Trajet", (Slot(empty="Pas placé"),)),)
    assert "<circle " not in of_one(
        Table("m", "Les mots", (Heading("Place"),), lines, figure="carte", poles=("a", "b", "c", "d"))
    )


def test_marks_have_a_count_and_a_bar_of_its_share_that_is_silent() -> None:
    shares = (Share("Acquis", "●", 3), Share("En cours", "◐", 1))
    lines = tuple(Line(f"Ligne {at}", (Slot(shares=shares, text="dit"),)) for at in (1, 2))
    shown = of_one(Table("t", "État", (Heading("État"),), lines, figure="marques", scale=shares))
    assert "● Acquis" in shown
    assert '3<span class="part" aria-hidden="true"><span style="width:75%"></span></span>' in shown
