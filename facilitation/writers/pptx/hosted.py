"""A deck in an organisation's template: its masters and layouts as they are, our slides in them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.sax.saxutils import quoteattr

from facilitation.collector import at_rest
from facilitation.writers.files import replacing
from facilitation.writers.hosted.deck import hosted
from facilitation.writers.hosted.host import Host
from facilitation.writers.hosted.page import BarsDrawn, MapDrawn, Page
from facilitation.writers.pptx import theme
from facilitation.writers.pptx.draw import Part
from facilitation.writers.pptx.hosted_slide import slide_xml
from facilitation.writers.pptx.notes import notes_xml
from facilitation.writers.pptx.package import PACKAGE, Package, content_types
from facilitation.writers.pptx.presentation import presentation_properties, view_properties
from facilitation.writers.pptx.words import NAMESPACES
from facilitation.writers.slides import Slide
from facilitation.writers.style import Style
from facilitation.writers.template.deck import host_of
from facilitation.writers.template.parts import Kept, kept_of

_FIRST_SLIDE = 256  # the lowest id the format allows
_THEME = re.compile(r"ppt/theme/theme(\d+)\.xml")
_FRAME = (
    "docProps/app.xml",
    "docProps/core.xml",
    "ppt/presentation.xml",
    "ppt/presProps.xml",
    "ppt/viewProps.xml",
    "ppt/tableStyles.xml",
    "ppt/notesMasters/notesMaster1.xml",
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a deck tells of itself: its title, who publishes it, its day, what stands at the foot of its slides."""

    title: str
    author: str
    created: date
    footer: str


def write_hosted(
    slides: Sequence[Slide], path: Path, style: Style, told: Told, on_progress: Callable[[int, int], None] | None = None
) -> None:
    """Write a deck in ``path`` in the template of the style, whole or not at all. Same slides, same template, same bytes.

    Raises:
        WriteError: the file cannot be written.
        FileProblemsError: the template cannot be read.
    """
    assert style.presentation is not None, "only a style with a template comes here"
    host, kept = host_of(style.presentation), kept_of(style.presentation)
    pages = hosted(slides, host)
    with at_rest(), replacing(path) as draft, zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as target:
        package = Package(target)
        package.add("[Content_Types].xml", content_types(_part_names(pages, kept), kept.types, kept.endings))
        _write_frame(package, style, kept, pages, told)
        charts = 0
        for number, page in enumerate(pages, 1):
            part = Part(number, told.footer, style, charts)
            _write_slide(package, page, host, part)
            charts = part.charts_before + len(part.charts)
            if on_progress:
                on_progress(number, len(pages))


def _notes_theme(kept: Kept) -> str:
    """Return the name of the theme of notes: one that the template does not use."""
    used = [int(found[1]) for name in kept.parts if (found := _THEME.fullmatch(name))]
    return f"ppt/theme/theme{max(used, default=0) + 1}.xml"


def _part_names(pages: Sequence[Page], kept: Kept) -> Iterator[str]:
    """Yield the names of our parts that have a type of their own."""
    yield from _FRAME
    yield _notes_theme(kept)
    charts = 0
    for number, page in enumerate(pages, 1):
        yield f"ppt/slides/slide{number}.xml"
        if page.notes:
            yield f"ppt/notesSlides/notesSlide{number}.xml"
        for _ in (one for one in page.drawn if isinstance(one, BarsDrawn | MapDrawn)):
            charts += 1
            yield f"ppt/charts/chart{charts}.xml"


def _write_frame(package: Package, style: Style, kept: Kept, pages: Sequence[Page], told: Told) -> None:
    """Write what holds the deck together: properties, presentation, the template's own parts, the master of the notes."""
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    package.relate(
        "",
        [("officeDocument", "ppt/presentation.xml"), (core, "docProps/core.xml"), ("extended-properties", "docProps/app.xml")],
    )
    package.add("docProps/core.xml", theme.core_properties(told.title, told.author, told.created))
    package.add("docProps/app.xml", theme.app_properties(told.author, len(pages)))
    package.add("ppt/presentation.xml", _presentation(kept, len(pages)))
    package.relate("ppt/presentation.xml", _presentation_relations(kept, len(pages)))
    package.add("ppt/presProps.xml", presentation_properties())
    package.add("ppt/viewProps.xml", view_properties())
    package.add("ppt/tableStyles.xml", theme.table_styles())
    for name in sorted(kept.parts):
        package.add_bytes(name, kept.parts[name])
    notes_theme = _notes_theme(kept)
    package.add(notes_theme, theme.theme(style, "Notes"))
    package.add("ppt/notesMasters/notesMaster1.xml", theme.notes_master())
    package.relate("ppt/notesMasters/notesMaster1.xml", [("theme", f"../{notes_theme.removeprefix('ppt/')}")])


def _presentation(kept: Kept, slides: int) -> str:
    """Return the presentation part: the masters of the template, our slides, its size and its texts."""
    masters = "".join(
        f'<p:sldMasterId id={quoteattr(number)} r:id="rId{at}"/>' for at, (number, _) in enumerate(kept.masters, 1)
    )
    first = len(kept.masters) + 1
    listed = "".join(f'<p:sldId id="{_FIRST_SLIDE + at}" r:id="rId{first + at}"/>' for at in range(slides))
    shown = f"<p:sldIdLst>{listed}</p:sldIdLst>" if slides else ""
    return (
        f'<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst>{masters}'
        f'</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId{first + slides}"/></p:notesMasterIdLst>{shown}'
        f'{kept.size}<p:notesSz cx="6858000" cy="9144000"/>{kept.words}</p:presentation>'
    )


def _presentation_relations(kept: Kept, slides: int) -> Iterator[tuple[str, str]]:
    """Yield masters, slides in order, then the rest: the ids that ``_presentation`` counts on."""
    for _, part in kept.masters:
        yield "slideMaster", part.removeprefix("ppt/")
    yield from (("slide", f"slides/slide{number}.xml") for number in range(1, slides + 1))
    yield "notesMaster", "notesMasters/notesMaster1.xml"
    yield "presProps", "presProps.xml"
    yield "viewProps", "viewProps.xml"
    yield "theme", kept.theme.removeprefix("ppt/")
    yield "tableStyles", "tableStyles.xml"


def _write_slide(package: Package, page: Page, host: Host, part: Part) -> None:
    """Write a slide, its charts and their workbooks, its notes."""
    name = f"ppt/slides/slide{part.number}.xml"
    part.relate("slideLayout", f"../{page.layout.part.removeprefix('ppt/')}")
    package.add(name, slide_xml(page, host, part))
    if page.notes:
        notes = f"ppt/notesSlides/notesSlide{part.number}.xml"
        part.relate("notesSlide", f"../{notes.removeprefix('ppt/')}")
        package.add(notes, notes_xml(page.notes))
        package.relate(
            notes, [("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", f"../slides/slide{part.number}.xml")]
        )
    package.relate(name, part.relations)
    for number, chart in enumerate(part.charts, part.charts_before + 1):
        package.add(f"ppt/charts/chart{number}.xml", chart.xml)
        package.relate(f"ppt/charts/chart{number}.xml", [("package", f"../embeddings/Classeur{number}.xlsx")])
        package.add_bytes(f"ppt/embeddings/Classeur{number}.xlsx", chart.workbook)
