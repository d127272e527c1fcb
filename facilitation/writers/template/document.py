"""A Word document given as a template → its styles, its page, its headers and footers, and what it lacks, told plainly."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from facilitation.typography import folded, quoted
from facilitation.writers.template.archive import Archive, Link, stamp
from facilitation.writers.template.parts import is_safe, without

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LINKED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMES: dict[str, tuple[str, ...]] = {
    "Title": ("title", "titre"),
    "Subtitle": ("subtitle", "sous-titre"),
    "heading 1": ("heading 1", "titre 1", "titre1"),
    "heading 2": ("heading 2", "titre 2", "titre2"),
    "heading 3": ("heading 3", "titre 3", "titre3"),
    "heading 4": ("heading 4", "titre 4", "titre4"),
    "caption": ("caption", "légende"),
    "Quote": ("quote", "citation"),
    "List Bullet": ("list bullet", "liste à puces", "puces"),
    "List Number": ("list number", "liste à numéros", "liste numérotée"),
    "TOC Heading": ("toc heading", "en-tête de table des matières", "titre de table des matières"),
    "toc 1": ("toc 1", "tm 1"),
    "toc 2": ("toc 2", "tm 2"),
    "Hyperlink": ("hyperlink", "lien hypertexte"),
}  # what Word calls a style in the file, then what people call it
_ASKED = {
    "Title": "Titre",
    "heading 1": "Titre 1",
    "heading 2": "Titre 2",
    "caption": "Légende",
    "List Bullet": "Liste à puces",
}  # the styles that are told when a template lacks them
_MARGINS = ("top", "right", "bottom", "left", "header", "footer")
_A4 = (11906, 16838)
_LEAST_TEXT = 5000  # twentieths of a point: a narrower page has no room for a table


@dataclass(frozen=True, slots=True)
class Edge:
    """A header or a footer: which one (« default », « first », « even »), its XML, its pictures by the id it gives them."""

    kind: str
    place: str
    xml: bytes
    pictures: tuple[tuple[str, str, bytes], ...]  # id, ending, bytes

    @property
    def has_words(self) -> bool:
        """Whether it shows anything."""
        return bool(self.pictures) or b"<w:t" in self.xml or b"fldSimple" in self.xml or b"instrText" in self.xml


@dataclass(frozen=True, slots=True)
class Document:
    """What a Word template gives; lengths in twentieths of a point.

    ``ids`` are its styles by the name that the file format knows; ``table`` is its own table style.
    """

    styles: bytes
    numbering: bytes | None
    theme: bytes | None
    fonts: bytes | None
    width: int
    height: int
    margins: Mapping[str, int]
    edges: tuple[Edge, ...]
    first_differs: bool
    even_differs: bool
    ids: Mapping[str, str]
    table: str
    remarks: tuple[str, ...]

    @property
    def has_logo(self) -> bool:
        """Whether a header or a footer shows a picture."""
        return any(edge.pictures for edge in self.edges)

    @property
    def text_width(self) -> int:
        """How wide the text of an upright page is."""
        return self.width - self.margins["left"] - self.margins["right"]

    @property
    def turned_height(self) -> int:
        """How high the text of a turned page is."""
        return self.width - self.margins["top"] - self.margins["bottom"]

    @property
    def turned_width(self) -> int:
        """How wide the text of a turned page is."""
        return self.height - self.margins["left"] - self.margins["right"]


def removed(element: etree._Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def document_of(path: Path) -> Document:
    """Return what a Word document gives to ours.

    Raises:
        FileProblemsError: it cannot be read, or is no Word document.
    """
    return _document(path, stamp(path))


@lru_cache(maxsize=2)
def _document(path: Path, _stamp: tuple[int, int]) -> Document:
    with Archive(path, "docx") as archive:
        main = archive.main()
        body = archive.tree(main)
        if body.tag != f"{WORD}document":
            archive.refuse("ce modèle est au format « Open XML strict ». Enregistrez-le en « Document Word (.docx) ».")
        links = archive.links(main)
        named = {link.kind: link.target for link in links if not link.outside}
        if named.get("styles") not in archive.names:
            archive.refuse("ce modèle n’a pas de styles. Ouvrez-le dans Word, puis enregistrez-le de nouveau.")
        styles = archive.tree(named["styles"])
        section = next(iter(reversed(list(body.iter(f"{WORD}sectPr")))), None)
        settings = archive.tree(named["settings"]) if named.get("settings") in archive.names else None
        width, height, margins = _page(section)
        ids = dict(_ids(styles))
        edges = tuple(_edges(archive, section, links))
        return Document(
            archive.read(named["styles"]),
            _part(archive, named.get("numbering", "")),
            _part(archive, named.get("theme", "")),
            _part(archive, named.get("fontTable", "")),
            width,
            height,
            margins,
            edges,
            section is not None and section.find(f"{WORD}titlePg") is not None,
            settings is not None and settings.find(f"{WORD}evenAndOddHeaders") is not None,
            ids,
            _table(settings, styles),
            tuple(_remarks(archive, ids, edges)),
        )


def _part(archive: Archive, name: str) -> bytes | None:
    """Return a part without what it points at; None when there is none."""
    if name not in archive.names:
        return None
    dropped = {link.key for link in archive.links(name)}
    return without(archive, name, dropped) if dropped else (archive.tree(name), archive.read(name))[1]


def _page(section: etree._Element | None) -> tuple[int, int, dict[str, int]]:
    """Return the size of an upright page and its margins; A4 and 2 cm where nothing can be used."""
    size = section.find(f"{WORD}pgSz") if section is not None else None
    told = section.find(f"{WORD}pgMar") if section is not None else None
    sides = sorted(_number(size.get(f"{WORD}{key}")) for key in ("w", "h")) if size is not None else [0, 0]
    width, height = sides if sides[0] >= _LEAST_TEXT else _A4
    usual = {"top": 1134, "right": 1247, "bottom": 1134, "left": 1247, "header": 539, "footer": 539}
    margins = dict(usual) if told is None else {key: abs(_number(told.get(f"{WORD}{key}"))) for key in _MARGINS}
    if width - margins["left"] - margins["right"] < _LEAST_TEXT:
        margins |= {"left": usual["left"], "right": usual["right"]}
    return width, height, margins


def _number(text: str | None) -> int:
    try:
        return round(float(text or "0"))
    except ValueError:
        return 0


def _ids(styles: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the styles that a document needs, whatever they are called, and what stands for the usual ones."""
    found: dict[str, etree._Element] = {}
    for style in styles.iterfind(f"{WORD}style"):
        name = style.find(f"{WORD}name")
        found.setdefault(folded(name.get(f"{WORD}val", "") if name is not None else ""), style)
        if style.get(f"{WORD}default") in {"1", "true", "on"}:
            yield f"default {style.get(f'{WORD}type')}", style.get(f"{WORD}styleId", "")
    for usual, words in NAMES.items():
        known = [found[folded(word)] for word in words if folded(word) in found]
        if known and (usual != "List Bullet" or _is_list(known[0], styles)):
            yield usual, known[0].get(f"{WORD}styleId", "")


def _is_list(style: etree._Element, styles: etree._Element) -> bool:
    """Return whether a style, or one that it is based on, draws a mark."""
    known = {one.get(f"{WORD}styleId"): one for one in styles.iterfind(f"{WORD}style")}
    for _ in range(10):
        if style.find(f"{WORD}pPr/{WORD}numPr") is not None:
            return True
        base = style.find(f"{WORD}basedOn")
        above = known.get(base.get(f"{WORD}val")) if base is not None else None
        if above is None:
            return False
        style = above
    return False


def _table(settings: etree._Element | None, styles: etree._Element) -> str:
    """Return the table style that the template gives to new tables, empty when it gives none."""
    told = settings.find(f"{WORD}defaultTableStyle") if settings is not None else None
    name = told.get(f"{WORD}val", "") if told is not None else ""
    known = {style.get(f"{WORD}styleId") for style in styles.iterfind(f"{WORD}style") if style.get(f"{WORD}type") == "table"}
    return name if name in known else ""


def _edges(archive: Archive, section: etree._Element | None, links: list[Link]) -> Iterator[Edge]:
    """Yield the headers and footers of the last section, their pictures with them."""
    known = {link.key: link.target for link in links if not link.outside}
    for kind in ("header", "footer"):
        for row in () if section is None else section.iterfind(f"{WORD}{kind}Reference"):
            name = known.get(row.get(f"{_LINKED}id", ""), "")
            if name not in archive.names:
                continue
            own = archive.links(name)
            good = [link for link in own if not link.outside and link.kind == "image" and is_safe(link, archive)]
            dropped = {link.key for link in own} - {link.key for link in good}
            xml = without(archive, name, dropped) if dropped else archive.read(name)
            archive.tree(name)
            pictures = tuple(
                (link.key, posixpath.splitext(link.target)[1][1:].lower(), archive.read(link.target)) for link in good
            )
            yield Edge(kind, row.get(f"{WORD}type", "default"), xml, pictures)


def _remarks(archive: Archive, ids: Mapping[str, str], edges: tuple[Edge, ...]) -> Iterator[str]:
    if archive.has_macros:
        yield "Le modèle contient des macros : elles ne sont pas reprises."
    lacking = [shown for name, shown in _ASKED.items() if name not in ids]
    if lacking:
        names = ", ".join(map(quoted, lacking))
        if len(lacking) > 1:
            yield f"Le modèle n’a pas les styles {names} : les nôtres y sont ajoutés."
        else:
            yield f"Le modèle n’a pas le style {names} : le nôtre y est ajouté."
    if not any(edge.has_words for edge in edges):
        yield "Le modèle n’a ni en-tête ni pied de page : les nôtres y sont ajoutés."
