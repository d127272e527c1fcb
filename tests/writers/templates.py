"""Organisations' templates, made here: presentations and documents as people have them, and some as nobody should send them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Mm
from docx.shared import Pt as DocxPt
from docx.shared import RGBColor as DocxColor
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Emu, Pt

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
FRENCH = {
    "Title Slide": "Diapo de garde",
    "Title and Content": "Titre + texte ARS",
    "Section Header": "Chapitre",
    "Two Content": "Deux colonnes",
    "Comparison": "Comparatif",
    "Title Only": "Titre nu",
    "Blank": "Vide",
}
HOLDERS = {
    "Title": "Intitulé",
    "Content": "Zone de texte",
    "Text": "Zone de texte",
    "Footer": "Bas de page",
    "Slide Number": "Folio",
}


def standard(size: tuple[float, float] = (720, 540)) -> Any:
    """Return a presentation with the eleven layouts of PowerPoint, stretched to a size in points (4:3 as it comes)."""
    deck = Presentation()
    across, down = size[0] / 720, size[1] / 540
    deck.slide_width, deck.slide_height = Pt(size[0]), Pt(size[1])
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for shape in sheet.shapes:
            place = shape._element.find(f"{P}spPr/{A}xfrm")
            if place is not None:
                shape.left, shape.width = Emu(int(shape.left * across)), Emu(int(shape.width * across))
                shape.top, shape.height = Emu(int(shape.top * down)), Emu(int(shape.height * down))
    return deck


def renamed(deck: Any) -> Any:
    """Return it with its layouts and placeholders named in French, as an organisation does, and without their types."""
    for layout in deck.slide_layouts:
        layout._element.cSld.set("name", FRENCH.get(layout.name, layout.name))
        layout._element.attrib.pop("type", None)
        for shape in layout.placeholders:
            for english, french in HOLDERS.items():
                shape.name = shape.name.replace(english, french)
    return deck


def painted(deck: Any, colours: dict[str, str], fonts: tuple[str, str] = ("", "")) -> Any:
    """Return it with other colours and fonts in its theme."""
    part = next(rel.target_part for rel in deck.slide_master.part.rels.values() if rel.reltype.endswith("/theme"))
    theme: Any = etree.fromstring(part.blob)
    for slot, value in colours.items():
        holder = theme.find(f".//{A}clrScheme/{A}{slot}")
        for child in list(holder):
            holder.remove(child)
        etree.SubElement(holder, f"{A}srgbClr").set("val", value)
    for kind, font in zip(("major", "minor"), fonts, strict=True):
        if font:
            theme.find(f".//{A}{kind}Font/{A}latin").set("typeface", font)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
    return deck


def without(deck: Any, *names: str) -> Any:
    """Return it without some of its layouts."""
    for layout in list(deck.slide_layouts):
        if layout.name in names:
            deck.slide_layouts.remove(layout)
    return deck


def ground(sheet: Any, colour: str) -> None:
    """Give a master or a layout a plain ground."""
    fill = sheet.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]


def wide(path: Path) -> Path:
    """Write a 16:9 template whose layouts and placeholders have French names and no type."""
    deck = renamed(painted(standard((960, 540)), {"accent1": "8A1538", "dk2": "2B2B2B"}, ("Arial", "Arial")))
    deck.save(str(path))
    return path


def square(path: Path) -> Path:
    """Write a 4:3 template in Calibri."""
    painted(standard(), {"accent1": "1D4ED8"}).save(str(path))
    return path


def dark(path: Path) -> Path:
    """Write a template on a dark ground: its map of colours is that of a light one, its words are told to be white."""
    deck = painted(standard((960, 540)), {"accent1": "1B2A49", "accent2": "F2B705"}, ("Arial", "Arial"))
    ground(deck.slide_master, "10182B")
    for style in deck.slide_master._element.find(f"{P}txStyles"):
        for run in style.iter(f"{A}defRPr"):
            for fill in run.findall(f"{A}solidFill"):
                run.remove(fill)
            fill = etree.Element(f"{A}solidFill")
            etree.SubElement(fill, f"{A}schemeClr").set("val", "bg1")
            run.insert(0, fill)
    deck.save(str(path))
    return path


def unreadable(path: Path) -> Path:
    """Write a template on a dark ground where words are left black."""
    deck = painted(standard((960, 540)), {"accent1": "1B2A49"}, ("Arial", "Arial"))
    ground(deck.slide_master, "10182B")
    deck.save(str(path))
    return path


def tiny(path: Path) -> Path:
    """Write a template whose content is a small window among drawings."""
    deck = painted(standard((960, 540)), {"accent1": "0B6E6E"}, ("Arial", "Arial"))
    sheets = (deck.slide_master, *(one for one in deck.slide_layouts if one.name in {"Title and Content", "Two Content"}))
    for sheet in sheets:
        for shape in sheet.placeholders:
            if shape.placeholder_format.idx == 1:
                shape.left, shape.top, shape.width, shape.height = Pt(330), Pt(190), Pt(330), Pt(150)
    deck.save(str(path))
    return path


def single(path: Path) -> Path:
    """Write a template without a layout of two contents, of a section, nor of a title alone."""
    without(
        painted(standard((960, 540)), {"accent1": "7A1F5C"}), "Two Content", "Comparison", "Section Header", "Title Only"
    ).save(str(path))
    return path


def untitled(path: Path) -> Path:
    """Write a template where no layout has a title."""
    deck = painted(standard((960, 540)), {"accent1": "35610B"}, ("Arial", "Arial"))
    for layout in deck.slide_layouts:
        for shape in list(layout.placeholders):
            if shape.placeholder_format.type in {1, 3}:
                shape._element.getparent().remove(shape._element)
    deck.save(str(path))
    return path


def branded(path: Path) -> Path:
    """Write a template with a logo on its master and a link in a layout, saved as a model (.potx) with slides of its own."""
    deck = painted(standard((960, 540)), {"accent1": "B45309"}, ("Arial", "Arial"))
    logo = io.BytesIO()
    Image.new("RGB", (240, 80), "#B45309").save(logo, "PNG")
    logo.seek(0)
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Diapositive d’exemple à ne pas reprendre"
    picture = slide.shapes.add_picture(logo, Pt(840), Pt(14), Pt(100))
    master = deck.slide_master
    image = next(rel.target_part for rel in slide.part.rels.values() if rel.reltype.endswith("/image"))
    key = master.part.relate_to(image, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image")
    element = picture._element
    element.find(f".//{A}blip").set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed", key)
    master._element.cSld.spTree.append(element)
    linked = deck.slide_layouts[1].placeholders[0].text_frame.paragraphs[0].runs[0]
    link = deck.slide_layouts[1].part.relate_to("https://exemple.invalid/suivi", LINK, is_external=True)
    etree.SubElement(linked._r.get_or_add_rPr(), f"{A}hlinkClick").set(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", link
    )
    deck.save(str(path))
    _as_model(path)
    return path


def plated(path: Path) -> Path:
    """Write a template whose master is a picture under a white plate where words stand."""
    deck = painted(standard((960, 540)), {"accent1": "F2B705", "accent2": "0B6E6E"}, ("Arial", "Arial"))
    picture = io.BytesIO()
    Image.new("RGB", (320, 180), "#123524").save(picture, "PNG")
    picture.seek(0)
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    shown = slide.shapes.add_picture(picture, 0, 0, deck.slide_width, deck.slide_height)
    plate = slide.shapes.add_shape(1, Pt(30), Pt(14), Pt(900), Pt(486))
    plate.fill.solid()
    plate.fill.fore_color.rgb = RGBColor(0xFF, 0xFF, 0xFF)  # type: ignore[no-untyped-call]
    master = deck.slide_master
    image = next(rel.target_part for rel in slide.part.rels.values() if rel.reltype.endswith("/image"))
    key = master.part.relate_to(image, f"{OFFICE}/image")
    shown._element.find(f".//{A}blip").set(f"{{{OFFICE}}}embed", key)
    for at, drawn in enumerate((shown._element, plate._element), 2):
        master._element.cSld.spTree.insert(at, drawn)
    deck.save(str(path))
    return path


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def _as_model(path: Path) -> None:
    rewritten(path, {"[Content_Types].xml": lambda text: text.replace(b"presentation.main", b"template.main")})


def rewritten(path: Path, changes: dict[str, Callable[[bytes], bytes]], added: dict[str, bytes] | None = None) -> Path:
    """Write a zip again with some of its entries changed, and others added."""
    with zipfile.ZipFile(path) as given:
        entries = {name: given.read(name) for name in given.namelist()}
    for name, change in changes.items():
        entries[name] = change(entries[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as kept:
        for name, content in {**entries, **(added or {})}.items():
            kept.writestr(name, content)
    return path


DECKS: dict[str, Callable[[Path], Path]] = {
    "wide": wide,
    "square": square,
    "dark": dark,
    "unreadable": unreadable,
    "tiny": tiny,
    "single": single,
    "untitled": untitled,
    "branded": branded,
    "plated": plated,
}


# --- Word --------------------------------------------------------------------------------------------------------------------

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def letterhead(path: Path) -> Path:
    """Write a Word template: French names of styles, its own fonts and colours, a logo in its header, no style of lists."""
    document = Document()
    named = {"Heading 1": "Titre 1", "Heading 2": "Titre 2", "Heading 3": "Titre 3", "Caption": "Légende", "Title": "Titre"}
    for style in list(document.styles):
        if style.name in {"List Bullet", "List Number", "Quote"}:
            style.delete()
        elif style.name in named:
            style._element.find(f"{W}name").set(f"{W}val", named[style.name])
            style._element.set(f"{W}customStyle", "1")
            style.font.color.rgb = DocxColor(0x8A, 0x15, 0x38)
            style.font.name = "Georgia"
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = DocxPt(11)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    section.top_margin = Mm(35)
    logo = io.BytesIO()
    Image.new("RGB", (240, 80), "#8A1538").save(logo, "PNG")
    logo.seek(0)
    header = section.header.paragraphs[0]
    header.add_run().add_picture(logo, height=Mm(12))
    header.add_run("  Agence imaginaire de santé")
    section.footer.paragraphs[0].text = "12 rue des Essais, Montlune"
    document.add_paragraph("Texte du modèle à ne pas reprendre")
    document.save(str(path))
    return path


def plain(path: Path) -> Path:
    """Write the document that an empty Word gives, on letter paper, without header or footer, as a model (.dotx)."""
    Document().save(str(path))
    return rewritten(path, {"[Content_Types].xml": lambda text: text.replace(b"document.main", b"template.main")})


DOCUMENTS: dict[str, Callable[[Path], Path]] = {"letterhead": letterhead, "plain": plain}
