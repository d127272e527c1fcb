"""What a reader who cannot see a web page would miss in it: language, headings, words for pictures, tables, links."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from facilitation.typography import plural, quoted
from facilitation.workshop.proofreading.finding import Finding, cut, path
from facilitation.workshop.proofreading.links import Answers, of_link
from facilitation.workshop.proofreading.word_document import VAGUE

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
Attributes = dict[str, str | None]


def faults(file: Path, answers: Answers | None = None) -> Iterator[Finding]:
    """Yield what is wrong in a web page, the file and its heading first in each place.

    Raises:
        OSError: it cannot be read.
    """
    page = _Page(file.name)
    page.feed(file.read_text(encoding="utf-8", errors="replace"))
    page.close()
    yield from page.found
    if not page.language:
        yield Finding(file.name, 'sa langue n’est pas dite ; écrivez <html lang="fr">')
    if not page.named.strip():
        yield Finding(file.name, "pas de titre dans son en-tête (<title>) ; l’onglet et le lecteur d’écran le disent")
    if page.firsts != 1:
        yield Finding(file.name, f"{plural(page.firsts, 'titre')} de niveau 1 ; il en faut un seul")
    for where, target in page.links:
        if target.startswith("#"):
            if target != "#" and unquote(target[1:]) not in page.anchors:
                yield Finding(where, f"lien {quoted(target)} vers un endroit de la page qui n’existe plus")
        elif ":" in target.split("/")[0] or target.startswith(("//", "\\\\")):
            yield from of_link(where, f"https:{target}" if target.startswith("//") else target, answers)
        elif not (file.parent / unquote(target.partition("#")[0].partition("?")[0])).exists():
            yield Finding(where, f"lien {quoted(target)} vers un fichier qui n’est pas à côté de la page")


def passages(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each text of a web page, with the heading it stands under.

    Raises:
        OSError: it cannot be read.
    """
    page = _Page(file.name)
    page.feed(file.read_text(encoding="utf-8", errors="replace"))
    page.close()
    yield from page.texts


class _Page(HTMLParser):
    """Reads a page once; what is wrong is in ``found``, the links to follow in ``links``."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.found: list[Finding] = []
        self.links: list[tuple[str, str]] = []
        self.texts: list[tuple[str, str]] = []
        self.anchors: set[str] = set()
        self.language = self.named = self.title = ""
        self.firsts = self.level = 0
        self._open: dict[str, str] = {}  # the text heard since each tag of interest opened
        self._heads: list[int] = []  # header cells of each open table
        self._told_link = ""
        self._is_read = True  # no style, no script

    @property
    def where(self) -> str:
        """The place being read."""
        return path(self.name, self.title)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag in."""
        told: Attributes = dict(attrs)
        self._is_read = tag not in {"style", "script"}
        self.anchors.update(filter(None, (told.get("id"), told.get("name") if tag == "a" else None)))
        match tag:
            case "html":
                self.language = (told.get("lang") or "").strip()
            case "img" if told.get("alt") is None and told.get("role") != "presentation":
                self.found.append(
                    Finding(self.where, f"image {quoted(cut(told.get('src') or '', 30))} sans texte de remplacement (alt)")
                )
            case "svg" if not (told.get("aria-hidden") == "true" or told.get("aria-label") or told.get("aria-labelledby")):
                self.found.append(Finding(self.where, "dessin sans texte de remplacement (aria-label)"))
            case "table":
                self._heads.append(0)
            case "th":
                self._heads = [*self._heads[:-1], self._heads[-1] + 1] if self._heads else []
                if told.get("scope") is None:
                    self.found.append(
                        Finding(self.where, 'titre de colonne ou de ligne sans portée ; ajoutez scope="col" ou "row"')
                    )
            case "a" if told.get("href") is not None:
                self._open["a"], self._told_link = told.get("aria-label") or "", (told.get("href") or "").strip()
                self.links.append((self.where, self._told_link))
            case "title" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._open[tag] = ""

    def handle_data(self, data: str) -> None:
        """Take a text in."""
        self._open = {tag: heard + data for tag, heard in self._open.items()}
        if data.strip() and self._is_read:
            self.texts.append((self.where, " ".join(data.split())))

    def handle_endtag(self, tag: str) -> None:
        """Take the end of a tag in: what it held is known."""
        heard = " ".join(self._open.pop(tag, "").split())
        if tag == "table" and self._heads and not self._heads.pop():
            self.found.append(Finding(self.where, "tableau sans titres de colonnes ni de lignes (th)"))
        elif tag == "title" and not self.named:
            self.named = heard
        elif tag in HEADINGS:
            self._heading(int(tag[1]), heard)
        elif tag == "a" and self._told_link:
            self._link(heard)

    def _heading(self, level: int, text: str) -> None:
        self.firsts += level == 1
        if not text:
            self.found.append(Finding(self.where, "titre vide ; écrivez-le, ou enlevez-le"))
            return
        if level > self.level + 1:
            before = f"après un titre de niveau {self.level}" if self.level else "sans titre de niveau 1 avant lui"
            self.found.append(Finding(path(self.name, text), f"titre de niveau {level} {before}"))
        self.level, self.title = level, text

    def _link(self, text: str) -> None:
        if not text:
            self.found.append(Finding(self.where, f"lien sans texte vers {quoted(self._told_link)} ; dites où il mène"))
        elif text.lower().strip(" .") in VAGUE:
            self.found.append(Finding(self.where, f"lien {quoted(text)} ; dites plutôt où il mène"))
        self._told_link = ""
