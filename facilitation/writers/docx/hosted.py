"""Our document in an organisation's template: its styles, fonts, page, headers and footers; our styles for what it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from lxml import etree

from facilitation.typography import folded
from facilitation.writers.docx.flow import LANDSCAPE_WIDTH
from facilitation.writers.docx.hosted_pages import put_edges, put_sections, sized
from facilitation.writers.docx.package import Package
from facilitation.writers.style import Style
from facilitation.writers.template.document import NAMES, WORD, Document, removed

_SLOT = re.compile(r'<a:schemeClr val="(\w+)"/>')
_THEMED = re.compile(r' w:theme(?:Color|Fill|Tint|Shade)="[^"]*"')
_STYLED = ("pStyle", "rStyle", "tblStyle")
_HEADINGS = {f"heading {level}": str(level - 1) for level in range(1, 5)}
_OPENING = {"Legende", "Titre1", "Titre2", "Titre3", "Titre4"}  # never alone at the foot of a page
_TEMPLATE_PARTS = {"theme": "word/theme/theme1.xml", "fonts": "word/fontTable.xml"}


def put_into(package: Package, template: Document, style: Style) -> None:
    """Rewrite a document already made so that it stands in a template."""
    _plain_colours(package, style)
    offset = _highest(template.numbering)
    styles, ids = _styles(package, template, offset)
    package.add_bytes("word/styles.xml", styles)
    package.add_bytes("word/numbering.xml", _numbering(package, template, offset, ids))
    for field, name in _TEMPLATE_PARTS.items():
        content = getattr(template, field)
        if content is not None:
            package.add_bytes(name, content)
    kept = put_edges(package, template)
    body = _tree(package, "word/document.xml")
    _renamed(body, ids, offset)
    put_sections(body, template, kept)
    sized(body, template)
    package.add_bytes("word/document.xml", _bytes(body))
    for name in [one for one in package.names if re.fullmatch(r"word/(?:header|footer)[1-4]\.xml", one)]:
        tree = _tree(package, name)
        _renamed(tree, ids, offset)
        package.add_bytes(name, _bytes(tree))
    if template.even_differs:
        settings = package.part("word/settings.xml").decode()
        mark = '<w:defaultTabStop w:val="708"/>'
        package.add_bytes("word/settings.xml", settings.replace(mark, f"{mark}<w:evenAndOddHeaders/>").encode())


def _tree(package: Package, name: str) -> etree._Element:
    return etree.fromstring(package.part(name))


def _bytes(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _plain_colours(package: Package, style: Style) -> None:
    """Write our colours as they are: the slots of another theme hold others."""
    slots = {
        "tx1": style.encre, "dk1": style.encre, "bg1": "#FFFFFF", "lt1": "#FFFFFF", "tx2": style.fonce, "dk2": style.fonce,
        "bg2": style.sable, "lt2": style.sable, "accent1": style.accent, "accent2": style.clair, "accent3": style.moyen,
        "accent4": style.trait, "accent5": style.gris, "accent6": style.filet,
    }  # fmt: skip
    for name in [one for one in package.names if one.endswith(".xml") and not one.startswith("word/theme/")]:
        text = _THEMED.sub("", package.part(name).decode("utf-8"))
        plain = _SLOT.sub(lambda found: f'<a:srgbClr val="{slots.get(found[1], style.encre).removeprefix("#")}"/>', text)
        package.add_bytes(name, plain.replace(f'<w:color w:val="{style.encre.removeprefix("#")}"/>', "").encode("utf-8"))


# --- Styles and lists --------------------------------------------------------------------------------------------------------


def _styles(package: Package, template: Document, offset: int) -> tuple[bytes, dict[str, str]]:
    """Return the styles of the template with those of ours that it lacks, and which of its styles stands for each of ours."""
    ours, theirs = _tree(package, "word/styles.xml"), etree.fromstring(template.styles)
    taken = {style.get(f"{WORD}styleId", "") for style in theirs.iterfind(f"{WORD}style")}
    names = {_name(style).casefold() for style in theirs.iterfind(f"{WORD}style")}
    ids: dict[str, str] = {}
    added: list[etree._Element] = []
    for style in ours.iterfind(f"{WORD}style"):
        key, name = style.get(f"{WORD}styleId", ""), _name(style)
        usual = f"default {style.get(f'{WORD}type')}" if style.get(f"{WORD}default") else name
        known = template.ids.get(usual, "") or (template.table if key == "Atelier" else "")
        if known:
            ids[key] = known
            continue
        ids[key] = next(one for one in _others(key) if one not in taken)
        taken.add(ids[key])
        added.append(style)
    for style in added:
        style.set(f"{WORD}styleId", ids[style.get(f"{WORD}styleId", "")])
        _drop(style, "default")
        _own_name(style, names)
        for tag in ("basedOn", "next", "link"):
            for one in style.iterfind(f"{WORD}{tag}"):
                one.set(f"{WORD}val", ids.get(one.get(f"{WORD}val", ""), one.get(f"{WORD}val", "")))
        for number in style.iter(f"{WORD}numId"):
            number.set(f"{WORD}val", str(int(number.get(f"{WORD}val", "0")) + offset))
        for stop in style.iter(f"{WORD}tab"):
            is_turned = stop.get(f"{WORD}pos") == str(LANDSCAPE_WIDTH)
            stop.set(f"{WORD}pos", str(template.turned_width if is_turned else template.text_width))
        theirs.append(style)
    _known_names(theirs, template)
    _in_french(theirs)
    return _bytes(theirs), ids


def _drop(element: etree._Element, key: str) -> None:
    """Take an attribute away, if it is there."""
    if element.get(f"{WORD}{key}") is not None:
        del element.attrib[f"{WORD}{key}"]


def _name(style: etree._Element) -> str:
    name = style.find(f"{WORD}name")
    return name.get(f"{WORD}val", "") if name is not None else ""


def _own_name(style: etree._Element, names: set[str]) -> None:
    """Call a style of ours otherwise than one of the template."""
    name = style.find(f"{WORD}name")
    if name is not None and _name(style).casefold() in names:
        name.set(f"{WORD}val", f"{_name(style)} (synthèse)")
        style.set(f"{WORD}customStyle", "1")


def _others(key: str) -> Iterator[str]:
    yield key
    yield from (f"{key}Facilitation{at}" for at in count(1))


def _known_names(styles: etree._Element, template: Document) -> None:
    """Call the styles that stand for headings and the like as software knows them: contents and outlines find them."""
    names = {key: name for name, key in template.ids.items() if name in NAMES}
    for style in styles.iterfind(f"{WORD}style"):
        known, name = names.get(style.get(f"{WORD}styleId", "")), style.find(f"{WORD}name")
        if known is None or name is None:
            continue
        if folded(name.get(f"{WORD}val", "")) != folded(known):
            name.set(f"{WORD}val", known)
            _drop(style, "customStyle")
        properties = style.find(f"{WORD}pPr")
        if known in _HEADINGS and (properties is None or properties.find(f"{WORD}outlineLvl") is None):
            if properties is None:
                properties = etree.Element(f"{WORD}pPr")
                after = style.find(f"{WORD}rPr")
                style.insert(len(style) if after is None else style.index(after), properties)
            etree.SubElement(properties, f"{WORD}outlineLvl").set(f"{WORD}val", _HEADINGS[known])


def _in_french(styles: etree._Element) -> None:
    """Say that the document is in French: screen readers and spelling go by it."""
    for told in styles.iterfind(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr/{WORD}lang"):
        told.set(f"{WORD}val", "fr-FR")


def _highest(numbering: bytes | None) -> int:
    """Return the highest number that the lists of the template use."""
    if numbering is None:
        return 0
    tree = etree.fromstring(numbering)
    kinds = [one.get(f"{WORD}abstractNumId", "0") for one in tree.iterfind(f"{WORD}abstractNum")]
    used = [one.get(f"{WORD}numId", "0") for one in tree.iterfind(f"{WORD}num")]
    return max((int(one) for one in (*kinds, *used) if one.isdigit()), default=0)


def _numbering(package: Package, template: Document, offset: int, ids: dict[str, str]) -> bytes:
    """Return the lists of the template, then ours with numbers of their own."""
    ours = _tree(package, "word/numbering.xml")
    for one in ours.iter(f"{WORD}abstractNum", f"{WORD}num", f"{WORD}abstractNumId"):
        for key in ("abstractNumId", "numId", "val"):
            value = one.get(f"{WORD}{key}")
            if value is not None:
                one.set(f"{WORD}{key}", str(int(value) + offset))
    mapped = set(template.ids.values())
    for linked in list(ours.iter(f"{WORD}pStyle")):
        known = ids.get(linked.get(f"{WORD}val", ""), "")
        if known in mapped:
            removed(linked)
        else:
            linked.set(f"{WORD}val", known)
    if template.numbering is None:
        return _bytes(ours)
    theirs = etree.fromstring(template.numbering)
    kinds, used = list(ours.iterfind(f"{WORD}abstractNum")), list(ours.iterfind(f"{WORD}num"))
    first = next((at for at, one in enumerate(theirs) if one.tag == f"{WORD}num"), len(theirs))
    theirs[first:first] = kinds
    last = max((at for at, one in enumerate(theirs) if one.tag in {f"{WORD}num", f"{WORD}abstractNum"}), default=-1)
    theirs[last + 1 : last + 1] = used
    return _bytes(theirs)


def _renamed(tree: etree._Element, ids: dict[str, str], offset: int) -> None:
    """Give each paragraph, run and table the template's style, each list its own number."""
    for one in tree.iter(f"{WORD}pStyle"):
        parent = one.getparent()
        if one.get(f"{WORD}val", "") in _OPENING and parent is not None and parent.find(f"{WORD}keepNext") is None:
            one.addnext(etree.Element(f"{WORD}keepNext"))
    for tag in _STYLED:
        for one in tree.iter(f"{WORD}{tag}"):
            one.set(f"{WORD}val", ids.get(one.get(f"{WORD}val", ""), one.get(f"{WORD}val", "")))
    for number in tree.iter(f"{WORD}numId"):
        number.set(f"{WORD}val", str(int(number.get(f"{WORD}val", "0")) + offset))
    for inset in [one for one in tree.iter(f"{WORD}ind") if set(one.attrib) == {f"{WORD}right"}]:
        removed(inset)  # measured for our own titles
