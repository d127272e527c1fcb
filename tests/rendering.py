"""Documents as LibreOffice lays them out: the words of each page, for the tests marked « rendu »."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Pt

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
SMALLEST = Pt(12)  # what one can read from the back of the room
GRAPHIC = {MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.TABLE, MSO_SHAPE_TYPE.GROUP, MSO_SHAPE_TYPE.FREEFORM}
_WORD = re.compile(r"\w+")

needs_rendering = [
    pytest.mark.rendu,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) manque sur ce poste"),
    pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext (poppler) manque sur ce poste"),
]
"""The marks of a test, or of a whole file (``pytestmark``), that renders a document."""


def pages_of(path: Path, *, raw: bool = False) -> list[str]:
    """Return the text of each page of a document, laid out beside it: as it stands there, or ``raw``, as it is written."""
    lay_out([path], path.parent)
    return text_of(path.with_suffix(".pdf"), raw=raw)


def lay_out(paths: Iterable[Path], to: Path) -> None:
    """Write the PDF of each document in ``to``; one LibreOffice for all of them, its start costs more than a deck."""
    profile = (to / "profil").as_uri()
    convert = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*convert, "--outdir", str(to), *map(str, paths)], check=True, capture_output=True, timeout=240)


def text_of(pdf: Path, *, raw: bool = False) -> list[str]:
    """Return the text of each page of a PDF."""
    read = [str(PDFTOTEXT), "-raw" if raw else "-layout", "-enc", "UTF-8", str(pdf), "-"]
    text = subprocess.run(read, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")
    return text.split("\f")[:-1]


def words_of(text: str) -> Counter[str]:
    """Return the words of a text, in lower case, with how many times each is there."""
    return Counter(word.lower() for word in _WORD.findall(text.replace("\u00ad", "")))


def lost(words: Counter[str], page: str) -> set[str]:
    """Return the words that a page does not show as many times as asked; a word may be cut at the end of a line."""
    letters = "".join(_WORD.findall(page.lower()))
    return {word for word, times in (words - words_of(page)).items() if letters.count(word) < words[word]}


# --- a deck as a reader sees it ---


def faults_of(deck: Path, pages: Sequence[str]) -> list[str]:
    """Return what a reader of a deck would miss, ``pages`` being its pages as laid out.

    Words off the slide or under 12 points, slides without a title of their own, graphics without an alternative text, tables
    without a header row, texts without a language.
    """
    shown = Presentation(str(deck))
    slides = list(shown.slides)
    titles = Counter(_title(slide) for slide in slides)
    found = [f"{len(pages)} pages, {len(slides)} diapositives"] if len(pages) != len(slides) else []
    found += [f"{times} diapositives titrées « {title} »" for title, times in titles.items() if times > 1 or not title]
    for number, (slide, page) in enumerate(zip(slides, pages, strict=False), 1):
        shapes = list(_shapes(slide.shapes))
        frames = [frame for shape in shapes for frame in _frames(shape)]
        words = sum((words_of(frame.text) for frame in frames), Counter[str]())
        found += [f"{number} : hors de la page : {word}" for word in sorted(lost(words, page))]
        found += [f"{number} : {fault}" for shape in shapes for fault in _shape_faults(shape, shown)]
        found += [f"{number} : {fault}" for frame in frames for fault in _text_faults(frame)]
    return found


def _title(slide: Any) -> str:
    title = slide.shapes.title
    return title.text_frame.text.strip() if title is not None else ""


def _shapes(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _shapes(shape.shapes)
        yield shape


def _frames(shape: Any) -> Iterator[Any]:
    if shape.has_text_frame:
        yield shape.text_frame
    if getattr(shape, "has_table", False):
        yield from (cell.text_frame for cell in shape.table.iter_cells() if not cell.is_spanned)


def _shape_faults(shape: Any, shown: Any) -> Iterator[str]:
    naming = shape._element.xpath(".//p:cNvPr")[0]
    if shape.shape_type in GRAPHIC and not naming.get("descr") and "decorative" not in naming.xml:
        yield f"« {shape.name} » sans texte de remplacement"
    if getattr(shape, "has_table", False) and not shape.table.first_row:
        yield f"tableau « {shape.name} » sans ligne de titres"
    right, bottom = (shape.left or 0) + (shape.width or 0), (shape.top or 0) + (shape.height or 0)
    if min(shape.left or 0, shape.top or 0) < 0 or right > shown.slide_width + 1 or bottom > shown.slide_height + 1:
        yield f"« {shape.name} » dépasse de la diapositive"


def _text_faults(frame: Any) -> Iterator[str]:
    for run in (run for paragraph in frame.paragraphs for run in paragraph.runs if run.text.strip()):
        if run.font.size is not None and run.font.size < SMALLEST:
            yield f"{run.font.size.pt:g} points : « {run.text[:40]} »"
        if run._r.rPr is None or not run._r.rPr.get("lang"):
            yield f"texte sans langue : « {run.text[:40]} »"
