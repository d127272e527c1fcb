"""A slide as XML text: its placeholders in reading order, what it draws, its note, its running head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from facilitation.writers.placing.fitting import Placed
from facilitation.writers.placing.frames import Frame
from facilitation.writers.pptx.charts import Chart
from facilitation.writers.pptx.drawings import drawings
from facilitation.writers.pptx.head import slide_head
from facilitation.writers.pptx.logo import Logo, logo_xml
from facilitation.writers.pptx.package import Relation
from facilitation.writers.pptx.shapes import GROUP_HEAD, Ids, placeholder
from facilitation.writers.pptx.tables import bars, table
from facilitation.writers.pptx.words import NAMESPACES
from facilitation.writers.slides import Cover, End, Slide
from facilitation.writers.style import Style


@dataclass(slots=True)
class Part:
    """A slide being written: its number, what it points at, the charts it adds to those before it."""

    number: int
    footer: str
    style: Style
    charts_before: int
    logo: Logo | None = None
    relations: list[Relation] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    ids: Ids = field(default_factory=Ids)

    def relate(self, kind: str, target: str) -> str:
        """Return the id by which the slide points at ``target``."""
        self.relations.append((kind, target))
        return f"rId{len(self.relations)}"

    def add_chart(self, chart: Chart) -> str:
        """Return the id by which the slide points at its new chart."""
        self.charts.append(chart)
        return self.relate("chart", f"../charts/chart{self.charts_before + len(self.charts)}.xml")


def slide_xml(slide: Slide, placed: Placed, part: Part) -> str:
    """Return the XML of a slide: the title first, tables and drawings before the note."""
    filled = [frame for frame in placed.frames if frame.paras]
    words = [frame for frame in filled if frame.holder.name != "Note"]
    notes = [frame for frame in filled if frame.holder.name == "Note"]
    shapes = [
        *(_frame(frame, part) for frame in words),
        *drawings(slide, part),
        *_logo(slide, part),
        *(table(grid, part.ids) + bars(grid, part.ids) for grid in placed.grids),
        *(_frame(frame, part) for frame in notes),
        slide_head(placed.plan, part.ids, repere=slide.repere, footer=part.footer, number=part.number),
    ]
    return (
        f"<p:sld {NAMESPACES}><p:cSld><p:spTree>{GROUP_HEAD}{''.join(shapes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def _logo(slide: Slide, part: Part) -> Iterator[str]:
    if part.logo and isinstance(slide, Cover | End):
        relation = part.relate("image", f"../media/logo.{part.logo.ending}")
        yield logo_xml(part.logo, relation, part.style.organisation, part.ids)


def _frame(frame: Frame, part: Part) -> str:
    return placeholder(frame.holder, part.ids.next(), frame)
