"""What opens the document and what surrounds its pages: banner, titles, contents list, headers and footers."""

from __future__ import annotations

from facilitation.synthesis import Synthesis
from facilitation.typography import NBSP
from facilitation.writers import wording
from facilitation.writers.docx.draft import Draft, Entry
from facilitation.writers.docx.drawings import banner
from facilitation.writers.docx.flow import Text
from facilitation.writers.docx.package import Package
from facilitation.writers.docx.pictures import logo
from facilitation.writers.docx.xml import NAMESPACES, escaped, field, paragraph, run
from facilitation.writers.style import Style

LONG = 12  # headings: from there, a reader needs a contents list
ENOUGH_PARTS = 4  # with as many parts, their own titles are enough


def opening(draft: Draft) -> None:
    """Add the organisation's logo, the banner of people, then the lines that say what this document is."""
    synthesis = draft.synthesis
    style = draft.style
    add = draft.flow.text
    shown = style.logo and logo(draft.package, style.logo, draft.drawing(), synthesis.organisation or style.organisation)
    if shown:
        add("Logo", shown)
    # a summary in one page has no room for it, and a template has its own ornaments
    if not style.document and any(section.kind != "page" for section in synthesis.sections):
        add("Banniere", banner())
    add("Repere", run(" – ".join(filter(None, (synthesis.overtitle, synthesis.kind)))))
    title, subtitle = map(glued, wording.titles(synthesis))
    add("Titre", run(title))
    if subtitle:
        add("Sous-titre", run(subtitle))
    add("DateLieu", run(", ".join(filter(None, (synthesis.when, synthesis.place)))))


def glued(text: str) -> str:
    """Return ``text`` with « à » held to the word after it: in display sizes, it must not end a line."""
    return text.replace(" à ", f" à{NBSP}")


def contents(entries: list[Entry]) -> list[Text]:
    """Return the paragraphs of the contents list; none for a short document.

    A true field, its entries already there: nothing has to be updated to read it. Entries are links, without page numbers:
    only the software that lays the pages out knows them.
    """
    depth = 1 if sum(entry.level == 1 for entry in entries) >= ENOUGH_PARTS else 2
    listed = [entry for entry in entries if entry.level <= depth]
    if len(entries) < LONG:
        return []
    begins = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\n \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    ends = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    links = [Text(f"TM{entry.level}", _link(entry)) for entry in listed]
    links[0].runs = begins + links[0].runs
    links[-1].runs += ends
    return [Text("TitreSommaire", run("Sommaire")), *links]


def margins(package: Package, synthesis: Synthesis, style: Style) -> None:
    """Add the headers and footers of upright and turned pages."""
    day = " – ".join(filter(None, (synthesis.overtitle, synthesis.when)))
    head = _two_ends(run(synthesis.kind), run(day))
    page = run(f"Page{NBSP}") + field("PAGE", "1") + run(" sur ") + field("NUMPAGES", "1")
    foot = _two_ends(run(synthesis.organisation or style.organisation), page)
    for number, (key, tag, look, runs) in enumerate(
        (
            ("entete", "hdr", "EnTete", head),
            ("entetePaysage", "hdr", "EnTetePaysage", head),
            ("pied", "ftr", "PiedDePage", foot),
            ("piedPaysage", "ftr", "PiedPaysage", foot),
        ),
        1,
    ):
        kind = "header" if tag == "hdr" else "footer"
        name = f"{kind}{number}.xml"
        package.add(f"word/{name}", f"<w:{tag} {NAMESPACES}>{paragraph(look, runs)}</w:{tag}>")
        package.relate(kind, name, key)


def _two_ends(left: str, right: str) -> str:
    return f"{left}<w:r><w:tab/></w:r>{right}"


def _link(entry: Entry) -> str:
    text = f'<w:r><w:t xml:space="preserve">{escaped(entry.text)}</w:t></w:r>'
    return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{text}</w:hyperlink>'
