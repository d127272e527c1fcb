"""What a reader who cannot see a Word document would miss in it (RGAA 13.3, WCAG 2.2: 1.1.1, 1.3.1, 2.4.2, 2.4.4, 3.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from facilitation.typography import quoted
from facilitation.workshop.proofreading.finding import Finding, cut, path
from facilitation.workshop.proofreading.links import Answers, of_link
from facilitation.writers.template.archive import Archive

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_FULL = {f"{W}{name}" for name in ("t", "drawing", "br", "sectPr", "pict", "object", "fldSimple", "instrText", "tab", "sym")}
VAGUE = {"ici", "cliquez ici", "cliquer ici", "lien", "ce lien", "en savoir plus", "lire la suite", "plus", "voir"}


def faults(file: Path, answers: Answers | None = None) -> Iterator[Finding]:
    """Yield what is wrong in a Word document, ``file`` first in each place.

    Raises:
        FileProblemsError: it cannot be read.
    """
    with Archive(file, "docx") as archive:
        main = archive.main()
        yield from _told_of_whole(file, archive, main)
        yield from _Body(file, archive, main, answers).faults()


def passages(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each paragraph of a Word document, with the heading it stands under.

    Raises:
        FileProblemsError: it cannot be read.
    """
    with Archive(file, "docx") as archive:
        main = archive.main()
        levels, title = dict(_levels(archive, main)), ""
        for node in _shown(archive.tree(main)):
            if node.tag == f"{W}p" and (text := _text(node)):
                title = text if _level(node, levels) else title
                yield path(file.name, title), text


def _told_of_whole(file: Path, archive: Archive, main: str) -> Iterator[Finding]:
    core = archive.tree("docProps/core.xml") if "docProps/core.xml" in archive.names else None
    if core is None or not (core.findtext(f"{DC}title") or "").strip():
        yield Finding(file.name, "pas de titre dans ses propriétés ; écrivez-le (Fichier, Informations, Titre)")
    styles = f"{main.rpartition('/')[0]}/styles.xml"
    language = archive.tree(styles).find(f"{W}docDefaults//{W}lang") if styles in archive.names else None
    if language is None or not language.get(f"{W}val"):
        yield Finding(file.name, "sa langue n’est pas dite ; choisissez le français (Révision, Langue)")


class _Body:
    """The paragraphs, tables and drawings of a document, in reading order."""

    def __init__(self, file: Path, archive: Archive, main: str, answers: Answers | None) -> None:
        self.file, self.answers = file, answers
        self.tree = archive.tree(main)
        self.targets = {link.key: link.target for link in archive.links(main) if link.outside}
        self.marks = {mark.get(f"{W}name") for mark in self.tree.iter(f"{W}bookmarkStart")}
        self.levels = dict(_levels(archive, main))
        self.title = ""
        self.last = 0

    def faults(self) -> Iterator[Finding]:
        """Yield what is wrong, each with the heading it stands under."""
        for node in _shown(self.tree):
            if node.tag == f"{W}p":
                yield from self._paragraph(node)
            elif node.tag == f"{W}tbl":
                yield from self._table(node)
            elif node.tag in {f"{DRAWING}inline", f"{DRAWING}anchor"}:
                yield from self._drawing(node)
            elif node.tag == f"{W}hyperlink":
                yield from self._link(node)

    def _where(self) -> str:
        return path(self.file.name, self.title)

    def _paragraph(self, node: etree._Element) -> Iterator[Finding]:
        level = _level(node, self.levels)
        text = _text(node)
        if level and not text:
            yield Finding(self._where(), "titre vide ; écrivez-le, ou enlevez-le")
        elif level:
            if level > self.last + 1:
                before = f"après un titre de niveau {self.last}" if self.last else "sans titre de niveau 1 avant lui"
                yield Finding(
                    path(self.file.name, text), f"titre de niveau {level} {before} ; donnez-lui le niveau {self.last + 1}"
                )
            self.last, self.title = level, text
        elif _is_empty(node) and _is_between_texts(node):
            yield Finding(self._where(), "ligne vide pour espacer ; réglez l’espacement du paragraphe à la place")

    def _table(self, node: etree._Element) -> Iterator[Finding]:
        rows = node.findall(f"{W}tr")
        if len(rows) > 1 and rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield Finding(
                self._where(), "tableau sans ligne de titres ; cochez « Répéter les lignes d’en-tête » sur la première"
            )

    def _drawing(self, node: etree._Element) -> Iterator[Finding]:
        naming = node.find(f"{DRAWING}docPr")
        if naming is not None and not _is_told(naming):
            yield Finding(
                self._where(), f"image {quoted(naming.get('name', ''))} sans texte de remplacement ; dites ce qu’elle montre"
            )

    def _link(self, node: etree._Element) -> Iterator[Finding]:
        text, anchor = _text(node), node.get(f"{W}anchor")
        target = self.targets.get(node.get(f"{R}id", ""), "")
        if not text:
            yield Finding(self._where(), f"lien sans texte vers {quoted(target or anchor or '')} ; dites où il mène")
        elif text.lower().strip(" .") in VAGUE:
            yield Finding(self._where(), f"lien {quoted(text)} ; dites où il mène plutôt que « {text.lower()} »")
        if target:
            yield from of_link(self._where(), target, self.answers)
        elif anchor and anchor not in self.marks and anchor != "_top":
            yield Finding(self._where(), f"lien {quoted(cut(text))} vers un endroit du document qui n’existe plus")


def _shown(tree: etree._Element) -> Iterator[etree._Element]:
    """Yield the nodes of a document in order, but what only old software shows."""
    for child in tree:
        if child.tag != FALLBACK:
            yield child
            yield from _shown(child)


def _level(node: etree._Element, levels: Mapping[str, int]) -> int:
    """Return the rank of a paragraph among headings, by its own word or by its style's; 0 when it is none."""
    style = node.find(f"{W}pPr/{W}pStyle")
    own = node.find(f"{W}pPr/{W}outlineLvl")
    if own is not None and own.get(f"{W}val", "9").isdigit() and int(own.get(f"{W}val", "9")) < 9:
        return int(own.get(f"{W}val", "9")) + 1
    return levels.get(style.get(f"{W}val", ""), 0) if style is not None else 0


def _levels(archive: Archive, main: str) -> Iterator[tuple[str, int]]:
    styles = f"{main.rpartition('/')[0]}/styles.xml"
    for style in archive.tree(styles).iterfind(f"{W}style") if styles in archive.names else ():
        name = style.find(f"{W}name")
        found = _HEADING.fullmatch(name.get(f"{W}val", "")) if name is not None else None
        if found:
            yield style.get(f"{W}styleId", ""), int(found[1])


def _text(node: etree._Element) -> str:
    return "".join(text.text or "" for text in node.iter(f"{W}t")).strip()


def _is_empty(node: etree._Element) -> bool:
    return not any(child.tag in _FULL and (child.tag != f"{W}t" or (child.text or "").strip()) for child in node.iter())


def _is_between_texts(node: etree._Element) -> bool:
    """Return whether a paragraph stands between two others: Word itself wants one after a table, or alone in a cell."""
    before, after = node.getprevious(), node.getnext()
    return before is not None and after is not None and before.tag == after.tag == f"{W}p"


def _is_told(naming: etree._Element) -> bool:
    """Return whether a drawing has its words, or is said to be there for the eye only."""
    if (naming.get("descr") or "").strip() or naming.get("hidden") in {"1", "true"}:
        return True
    return any(child.tag.endswith("}decorative") and child.get("val") in {"1", "true"} for child in naming.iter())
