"""What a reader who cannot see a presentation would miss in it: titles, words for pictures, order of reading, language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from facilitation.typography import quoted
from facilitation.workshop.proofreading.finding import Finding, cut, path
from facilitation.workshop.proofreading.links import Answers, of_link
from facilitation.workshop.proofreading.word_document import DC, R
from facilitation.writers.template.archive import Archive

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
TITLES = {"title", "ctrTitle"}
GRAPHIC = {f"{P}pic", f"{P}graphicFrame"}


def faults(file: Path, answers: Answers | None = None) -> Iterator[Finding]:
    """Yield what is wrong in a presentation, the file and the slide first in each place.

    Raises:
        FileProblemsError: it cannot be read.
    """
    with Archive(file, "pptx") as archive:
        main = archive.main()
        core = archive.tree("docProps/core.xml") if "docProps/core.xml" in archive.names else None
        if core is None or not (core.findtext(f"{DC}title") or "").strip():
            yield Finding(file.name, "pas de titre dans ses propriétés ; écrivez-le (Fichier, Informations, Titre)")
        titled: dict[str, int] = {}
        for number, part in enumerate(_slides(archive, main), 1):
            slide = _Slide(archive, part, path(file.name, f"diapositive {number}"), answers)
            yield from slide.faults()
            first = titled.setdefault(slide.title, number)
            if slide.title and first != number:
                yield Finding(
                    slide.where, f"même titre que la diapositive {first}, {quoted(cut(slide.title))} ; distinguez-les"
                )


def passages(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each paragraph of a presentation with its slide, those of its notes too.

    Raises:
        FileProblemsError: it cannot be read.
    """
    with Archive(file, "pptx") as archive:
        for number, part in enumerate(_slides(archive, archive.main()), 1):
            notes = [link.target for link in archive.links(part) if link.kind == "notesSlide"]
            for name, step in ((part, ""), *((note, "commentaires") for note in notes)):
                for node in archive.tree(name).iter(f"{A}p"):
                    if text := _text(node):
                        yield path(file.name, f"diapositive {number}", step), text


def _slides(archive: Archive, main: str) -> Iterator[str]:
    targets = {link.key: link.target for link in archive.links(main) if link.kind == "slide"}
    for row in archive.tree(main).iterfind(f"{P}sldIdLst/{P}sldId"):
        if row.get(f"{R}id", "") in targets:
            yield targets[row.get(f"{R}id", "")]


class _Slide:
    """One slide: its shapes in their order, which is the order of reading."""

    def __init__(self, archive: Archive, part: str, where: str, answers: Answers | None) -> None:
        self.where, self.answers = where, answers
        self.tree = archive.tree(part)
        self.targets = {link.key: link.target for link in archive.links(part) if link.outside and link.kind == "hyperlink"}
        found = self.tree.find(f"{P}cSld/{P}spTree")
        self.shapes = list(found) if found is not None else []
        titles = [shape for shape in self.shapes if _is_title(shape)]
        self.heading = titles[0] if titles else None
        self.title = _text(titles[0]) if titles else ""

    def faults(self) -> Iterator[Finding]:
        """Yield what is wrong on the slide."""
        if not self.title:
            yield Finding(self.where, "diapositive sans titre ; écrivez-en un, il sert de table des matières")
        elif self.heading is not None and any(map(_text, self.shapes[: self.shapes.index(self.heading)])):
            yield Finding(self.where, "le titre n’est pas lu en premier ; mettez-le en tête du volet Sélection")
        for shape in self.shapes:
            yield from self._told(shape)
        unsaid = [run for run in self.tree.iter(f"{A}r") if _text(run) and not _language(run)]
        if unsaid:
            yield Finding(
                self.where,
                f"texte sans langue, {quoted(cut(_text(unsaid[0]), 30))} ; choisissez le français (Révision, Langue)",
            )
        for link in self.tree.iter(f"{A}hlinkClick"):
            target = self.targets.get(link.get(f"{R}id", ""))
            yield from of_link(self.where, target, self.answers) if target else ()

    def _told(self, shape: etree._Element) -> Iterator[Finding]:
        """Yield what has no words for who cannot see it: a picture, a chart, a table, drawn people."""
        if shape.tag == f"{P}grpSp" and not _is_told(shape):
            for child in shape:
                yield from self._told(child)
        elif shape.tag in GRAPHIC and not _is_told(shape):
            yield Finding(self.where, f"{quoted(_name(shape))} sans texte de remplacement ; dites ce que l’image montre")
        for table in shape.iter(f"{A}tbl") if shape.tag == f"{P}graphicFrame" else ():
            head = table.find(f"{A}tblPr")
            if head is None or head.get("firstRow") not in {"1", "true"}:
                yield Finding(self.where, "tableau sans ligne de titres ; cochez « Ligne d’en-tête »")


def _naming(shape: etree._Element) -> etree._Element | None:
    return next(shape.iter(f"{P}cNvPr"), None)


def _name(shape: etree._Element) -> str:
    naming = _naming(shape)
    return naming.get("name", "") if naming is not None else ""


def _is_told(shape: etree._Element) -> bool:
    naming = _naming(shape)
    if naming is None or (naming.get("descr") or "").strip() or naming.get("hidden") in {"1", "true"}:
        return True
    return any(child.tag.endswith("}decorative") and child.get("val") in {"1", "true"} for child in naming.iter())


def _is_title(shape: etree._Element) -> bool:
    spot = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return spot is not None and spot.get("type") in TITLES


def _text(node: etree._Element) -> str:
    return "".join(text.text or "" for text in node.iter(f"{A}t")).strip()


def _language(run: etree._Element) -> str:
    told = run.find(f"{A}rPr")
    return told.get("lang", "") if told is not None else ""
