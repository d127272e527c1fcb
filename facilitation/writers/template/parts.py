"""What of a template goes into our deck: masters, layouts, themes and their pictures; nothing that runs, nothing else."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import quoteattr

from lxml import etree

from facilitation.writers.template.archive import OFFICE, Archive, Link, stamp
from facilitation.writers.template.spots import SLIDE

KEPT = {"slideMaster", "slideLayout", "theme", "image"}
_CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LINKED = f"{{{OFFICE}}}"
_WHOLE = {"graphicFrame", "pic", "AlternateContent", "custDataLst", "controls", "timing", "transition", "oleObj"}
_IMAGES = {"png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf", "svg", "wdp", "webp"}


@dataclass(frozen=True, slots=True)
class Kept:
    """The parts of a template by name, relations included, the type of each, and how the presentation opens."""

    parts: dict[str, bytes]
    types: dict[str, str]
    masters: tuple[tuple[str, str], ...]  # id, part
    size: str
    words: str  # the default style of texts
    theme: str = ""
    endings: dict[str, str] = field(default_factory=dict)


def kept_of(path: Path) -> Kept:
    """Return what of a presentation goes into our deck.

    Raises:
        FileProblemsError: it cannot be read, or is no presentation.
    """
    return _kept(path, stamp(path))


@lru_cache(maxsize=2)
def _kept(path: Path, _stamp: tuple[int, int]) -> Kept:
    with Archive(path, "pptx") as archive:
        main = archive.main()
        tree = archive.tree(main)
        targets = {link.key: link.target for link in archive.links(main) if link.kind == "slideMaster"}
        listed = [
            (row.get("id", ""), row.get(f"{_LINKED}id", ""))
            for row in tree.iterfind(f"{SLIDE}sldMasterIdLst/{SLIDE}sldMasterId")
        ]
        masters = tuple((number, targets[key]) for number, key in listed if key in targets)
        parts: dict[str, bytes] = {}
        for _, master in masters:
            take(archive, master, parts, KEPT)
        theme = next((link.target for link in archive.links(masters[0][1]) if link.kind == "theme"), "")
        types, endings = types_of(archive, parts)
        return Kept(parts, types, masters, _told(tree, "sldSz"), _told(tree, "defaultTextStyle"), theme, endings)


def _told(tree: etree._Element, name: str) -> str:
    """Return an element of the presentation as text."""
    found = tree.find(f"{SLIDE}{name}")
    return etree.tostring(found, encoding="unicode", with_tail=False) if found is not None else ""


def take(archive: Archive, name: str, parts: dict[str, bytes], kinds: Iterable[str]) -> None:
    """Add a part to ``parts``, and all that it points at by relations of these kinds; what points elsewhere is taken out."""
    if name in parts or name not in archive.names:
        return
    links = archive.links(name)
    good = [link for link in links if not link.outside and link.kind in kinds and is_safe(link, archive)]
    if not name.endswith(".xml"):
        parts[name] = archive.read(name)
        return
    dropped = {link.key for link in links} - {link.key for link in good}
    parts[name] = without(archive, name, dropped) if dropped else (archive.tree(name), archive.read(name))[1]
    if good:
        folder, _, base = name.rpartition("/")
        parts[f"{folder}/_rels/{base}.rels"] = _links(good, folder)
    for link in good:
        take(archive, link.target, parts, kinds)


def is_safe(link: Link, archive: Archive) -> bool:
    """Return whether a part can be taken: a picture of a known kind, or XML that is there."""
    ending = link.target.rpartition(".")[2].lower()
    return link.target in archive.names and (ending in _IMAGES if link.kind == "image" else ending == "xml")


def _links(links: list[Link], folder: str) -> bytes:
    rows = "".join(
        f'<Relationship Id={quoteattr(link.key)} Type="{OFFICE}/{link.kind}" '
        f"Target={quoteattr(posixpath.relpath(link.target, folder))}/>"
        for link in links
    )
    return f'{_DECLARATION}<Relationships xmlns="{_LINKS}">{rows}</Relationships>'.encode()


def without(archive: Archive, name: str, dropped: set[str]) -> bytes:
    """Return a part without what points at what is not taken (relations by their ids)."""
    tree = archive.tree(name)
    for element in [one for one in tree.iter() if isinstance(one.tag, str)]:
        for key in [key for key, value in element.attrib.items() if str(key).startswith(_LINKED) and value in dropped]:
            if str(key) == f"{_LINKED}link" and element.get(f"{_LINKED}embed"):
                del element.attrib[key]
            else:
                _remove(element)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _remove(element: etree._Element) -> None:
    """Take an element away, with the whole that means nothing without it."""
    whole = element
    for above in element.iterancestors():
        if etree.QName(above).localname in _WHOLE:
            whole = above
    parent = whole.getparent()
    if parent is not None:
        parent.remove(whole)


def types_of(archive: Archive, parts: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the types of these parts: those that have one of their own, then those of the endings."""
    tree = archive.tree("[Content_Types].xml")
    own = {row.get("PartName", "").lstrip("/"): row.get("ContentType", "") for row in tree.iterfind(f"{_CONTENT}Override")}
    usual = {row.get("Extension", "").lower(): row.get("ContentType", "") for row in tree.iterfind(f"{_CONTENT}Default")}
    names = [name for name in parts if not name.endswith(".rels")]
    types = {name: own[name] for name in names if name in own}
    endings = {ending: usual[ending] for name in names if (ending := name.rpartition(".")[2].lower()) in usual}
    return types, endings
