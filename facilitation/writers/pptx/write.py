"""A deck on the disk: slides already decided, placed one by one, written one by one."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from facilitation.collector import at_rest
from facilitation.writers.files import replacing
from facilitation.writers.placing import place
from facilitation.writers.placing.holders import PLANS
from facilitation.writers.pptx import theme
from facilitation.writers.pptx.draw import Part, slide_xml
from facilitation.writers.pptx.layouts import layout
from facilitation.writers.pptx.logo import logo_of
from facilitation.writers.pptx.notes import notes_xml
from facilitation.writers.pptx.package import PACKAGE, Package, content_types
from facilitation.writers.pptx.presentation import presentation, presentation_properties, view_properties
from facilitation.writers.slides import BarsSlide, BeforeAfter, MapSlide, Response, Slide
from facilitation.writers.style import Style

_LAYOUTS = {name: number for number, name in enumerate(PLANS, 1)}


def write_slides(
    slides: Iterable[Slide],
    path: Path,
    style: Style,
    *,
    title: str,
    author: str,
    created: date,
    footer: str = "",
    on_progress: Callable[[int, int], None] | None = None,
) -> None:
    """Write a deck in ``path``, whole or not at all; ``footer`` stands on top of every slide (event, date).

    ``on_progress`` is told how many slides are written, out of how many. Same slides, same bytes.

    Raises:
        WriteError: the file cannot be written.
        FileProblemsError: the style's own template cannot be read.
    """
    deck = tuple(slides)
    if style.presentation:
        from facilitation.writers.pptx.hosted import Told, write_hosted  # noqa: PLC0415  # only a template needs it

        write_hosted(deck, path, style, Told(title, author, created, footer), on_progress)
        return
    with at_rest(), replacing(path) as draft, zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as target:
        package = Package(target)
        package.add("[Content_Types].xml", content_types(_part_names(deck)))
        _write_frame(package, style, deck, (title, author, created))
        logo = logo_of(style.logo)
        if logo:
            package.add_bytes(logo.part, logo.content)
        charts = 0
        for number, slide in enumerate(deck, 1):
            part = Part(number, footer, style, charts, logo)
            _write_slide(package, slide, part)
            charts = part.charts_before + len(part.charts)
            if on_progress:
                on_progress(number, len(deck))


def _part_names(deck: tuple[Slide, ...]) -> Iterator[str]:
    """Yield the names of the parts that have a type of their own."""
    yield from ("docProps/app.xml", "docProps/core.xml", "ppt/presentation.xml", "ppt/presProps.xml", "ppt/viewProps.xml")
    yield from ("ppt/tableStyles.xml", "ppt/theme/theme1.xml", "ppt/theme/theme2.xml")
    yield from ("ppt/slideMasters/slideMaster1.xml", "ppt/notesMasters/notesMaster1.xml")
    yield from (f"ppt/slideLayouts/slideLayout{number}.xml" for number in _LAYOUTS.values())
    charts = 0
    for number, slide in enumerate(deck, 1):
        yield f"ppt/slides/slide{number}.xml"
        if slide.notes:
            yield f"ppt/notesSlides/notesSlide{number}.xml"
        if has_chart(slide):
            charts += 1
            yield f"ppt/charts/chart{charts}.xml"


def has_chart(slide: Slide) -> bool:
    """Return whether a slide holds a native chart."""
    return isinstance(slide, BarsSlide | BeforeAfter | MapSlide) or (isinstance(slide, Response) and slide.bars is not None)


def _write_frame(package: Package, style: Style, deck: tuple[Slide, ...], about: tuple[str, str, date]) -> None:
    """Write what every deck has: properties, presentation, theme, masters, layouts."""
    title, author, created = about
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    package.relate(
        "",
        [("officeDocument", "ppt/presentation.xml"), (core, "docProps/core.xml"), ("extended-properties", "docProps/app.xml")],
    )
    package.add("docProps/core.xml", theme.core_properties(title, author, created))
    package.add("docProps/app.xml", theme.app_properties(author, len(deck)))
    package.add("ppt/presentation.xml", presentation(len(deck)))
    package.relate("ppt/presentation.xml", _presentation_relations(len(deck)))
    package.add("ppt/presProps.xml", presentation_properties())
    package.add("ppt/viewProps.xml", view_properties())
    package.add("ppt/tableStyles.xml", theme.table_styles())
    package.add("ppt/theme/theme1.xml", theme.theme(style))
    package.add("ppt/theme/theme2.xml", theme.theme(style, "Notes"))
    package.add("ppt/slideMasters/slideMaster1.xml", theme.master(style, len(_LAYOUTS)))
    listed = [("slideLayout", f"../slideLayouts/slideLayout{number}.xml") for number in _LAYOUTS.values()]
    package.relate("ppt/slideMasters/slideMaster1.xml", [*listed, ("theme", "../theme/theme1.xml")])
    package.add("ppt/notesMasters/notesMaster1.xml", theme.notes_master())
    package.relate("ppt/notesMasters/notesMaster1.xml", [("theme", "../theme/theme2.xml")])
    for name, number in _LAYOUTS.items():
        package.add(f"ppt/slideLayouts/slideLayout{number}.xml", layout(PLANS[name]))
        package.relate(f"ppt/slideLayouts/slideLayout{number}.xml", [("slideMaster", "../slideMasters/slideMaster1.xml")])


def _presentation_relations(slides: int) -> Iterator[tuple[str, str]]:
    """Yield master, slides in order, then the rest: the ids that ``presentation`` counts on."""
    yield "slideMaster", "slideMasters/slideMaster1.xml"
    yield from (("slide", f"slides/slide{number}.xml") for number in range(1, slides + 1))
    yield "notesMaster", "notesMasters/notesMaster1.xml"
    yield "presProps", "presProps.xml"
    yield "viewProps", "viewProps.xml"
    yield "theme", "theme/theme1.xml"
    yield "tableStyles", "tableStyles.xml"


def _write_slide(package: Package, slide: Slide, part: Part) -> None:
    """Write a slide, its charts and their workbooks, its notes."""
    placed = place(slide, logo=part.logo is not None)
    name = f"ppt/slides/slide{part.number}.xml"
    part.relate("slideLayout", f"../slideLayouts/slideLayout{_LAYOUTS[placed.plan.name]}.xml")
    package.add(name, slide_xml(slide, placed, part))
    if slide.notes:
        part.relate("notesSlide", f"../notesSlides/notesSlide{part.number}.xml")
        package.add(f"ppt/notesSlides/notesSlide{part.number}.xml", notes_xml(slide.notes))
        package.relate(
            f"ppt/notesSlides/notesSlide{part.number}.xml",
            [("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", f"../slides/slide{part.number}.xml")],
        )
    package.relate(name, part.relations)
    for number, chart in enumerate(part.charts, part.charts_before + 1):
        package.add(f"ppt/charts/chart{number}.xml", chart.xml)
        package.relate(f"ppt/charts/chart{number}.xml", [("package", f"../embeddings/Classeur{number}.xlsx")])
        package.add_bytes(f"ppt/embeddings/Classeur{number}.xlsx", chart.workbook)
