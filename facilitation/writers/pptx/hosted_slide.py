"""A slide in an organisation's template as XML text: its placeholders as they are set there, our drawings in its colours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from facilitation.writers.hosted.deck import footer_of, titled
from facilitation.writers.hosted.host import Host, Spot
from facilitation.writers.hosted.page import BarsDrawn, BodyDrawn, Drawing, GestureDrawn, MapDrawn, Page
from facilitation.writers.hosted.setting import Filled, Line, gap, indent, scale
from facilitation.writers.placing.frames import Frame, Run
from facilitation.writers.pptx import charts, people, scatter
from facilitation.writers.pptx.draw import Part
from facilitation.writers.pptx.shapes import GROUP_HEAD, dot, folio, rule, transform
from facilitation.writers.pptx.tables import bars, table
from facilitation.writers.pptx.words import NAMESPACES, emu, escaped, fill, line, one_line, paragraph, runs_xml

_PAINT = re.compile(r'<a:schemeClr val="(\w+)"/>')
_SMALL = '<a:rPr lang="fr-FR" sz="{}"><a:latin typeface="+mn-lt"/></a:rPr>'  # LibreOffice takes neither from the layout
_ANCHOR = {"top": "t", "center": "ctr", "bottom": "b"}


def painted(xml: str, paints: Mapping[str, str]) -> str:
    """Return what is drawn with the colours of the template in place of ours."""
    return _PAINT.sub(lambda found: paints.get(found[1], found[0]), xml)


def slide_xml(page: Page, host: Host, part: Part) -> str:
    """Return the XML of a slide: the title first, then the words of the template's placeholders, what is drawn, its edge."""
    shapes = [
        _holder("Titre", titled(page), part, is_title=True),
        *(_holder("Texte", filled, part) for filled in page.filled),
        *(_words(frame, part) for frame in page.frames if frame.holder.name != "Note"),
        *(xml for drawing in page.drawn for xml in _drawn(drawing, host, part)),
        *(table(grid, part.ids) + bars(grid, part.ids) for grid in page.grids),
        *(_words(frame, part) for frame in page.frames if frame.holder.name == "Note"),
        *_edge(page, part),
    ]
    return (
        f"<p:sld {NAMESPACES}><p:cSld><p:spTree>{GROUP_HEAD}{painted(''.join(shapes), host.paints)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


# --- Placeholders of the template -------------------------------------------------------------------------------------------


def _holder(name: str, filled: Filled, part: Part, *, is_title: bool = False) -> str:
    spot = filled.spot
    place, body = "", "<a:bodyPr/>"
    if not spot.own:
        place = f'{transform(spot.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        body = '<a:bodyPr anchor="t"><a:normAutofit/></a:bodyPr>'
    elif spot.beside:
        body = f'<a:bodyPr lIns="{emu(spot.pad[0])}" rIns="{emu(spot.pad[2])}"/>'
    words = "".join(_paragraph(one, filled, is_title=is_title) for one in filled.lines)
    return _shape(name, spot.holds, place, f"{body}<a:lstStyle/>{words or '<a:p/>'}", part)


def _shape(name: str, holds: str, place: str, body: str, part: Part) -> str:
    naming = f'<p:cNvPr id="{part.ids.next()}" name="{one_line(name)}"/>'
    return (
        f'<p:sp><p:nvSpPr>{naming}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {holds}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody>{body}</p:txBody></p:sp>"
    )


def _paragraph(one: Line, filled: Filled, *, is_title: bool) -> str:
    properties = "" if is_title and not filled.size else _properties(one, filled, is_title=is_title)
    return f"<a:p>{properties}{''.join(_run(run, one, filled, is_title=is_title) for run in one.runs if run.text)}</a:p>"


def _properties(one: Line, filled: Filled, *, is_title: bool) -> str:
    """Return how a paragraph is set where it differs from the template: its indent, its mark, its spacing."""
    spot, size = filled.spot, filled.shown
    spacing = ""
    if filled.size or not spot.own:
        after = 0.0 if is_title else gap(spot, size)
        spacing = (
            '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
            f'<a:spcAft><a:spcPts val="{round(after * 100)}"/></a:spcAft>'
        )
    if is_title:
        return f"<a:pPr>{spacing}</a:pPr>"
    if one.kind == "item" and spot.marked and spot.indent:
        return f"<a:pPr>{spacing}</a:pPr>" if spacing else ""
    left = emu(indent(one, spot, size))
    mark = {
        "item": '<a:buFont typeface="Arial"/><a:buChar char="•"/>',
        "number": f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{f" startAt={chr(34)}{one.start}{chr(34)}"}/>',
    }.get(one.kind, "<a:buNone/>")
    return f'<a:pPr marL="{left}" indent="{-left}">{spacing}{mark}</a:pPr>'


def _run(run: Run, one: Line, filled: Filled, *, is_title: bool) -> str:
    spot, size = filled.spot, scale(one, filled.shown)
    sized = f' sz="{round(size * 100)}"' if filled.size or not spot.own or size != filled.shown else ""
    strong = ' b="1"' if run.bold or (is_title and not spot.own) else ""
    tone = "creme" if one.kind == "head" else "" if spot.legible and spot.own else "encre"
    colour = fill(tone) if tone else ""
    return runs_xml(run.text, f'<a:rPr lang="fr-FR"{sized}{strong} dirty="0"' + (f">{colour}</a:rPr>" if colour else "/>"))


def _edge(page: Page, part: Part) -> Iterator[str]:
    """Yield what stands at the edge: the day, the number of the slide, where the layout has a place for them."""
    footer, number = page.layout.footer, page.layout.number
    if footer and part.footer:
        words = f"<a:t>{escaped(footer_of(footer, part.footer))}</a:t>"
        yield _small("Pied de page", footer, f"<a:r>{_SMALL.format(round(footer.size * 100))}{words}</a:r>", part)
    if number:
        plain = '<a:rPr lang="fr-FR"/>'
        yield _small("Numéro", number, folio(str(part.number)).replace(plain, _SMALL.format(round(number.size * 100))), part)


def _small(name: str, spot: Spot, words: str, part: Part) -> str:
    return _shape(name, spot.holds, "", f"<a:bodyPr/><a:lstStyle/><a:p>{words}</a:p>", part)


# --- What is drawn ----------------------------------------------------------------------------------------------------------


def _words(frame: Frame, part: Part) -> str:
    """Return words in a box of their own."""
    name, anchor = one_line(frame.holder.name), _ANCHOR[frame.holder.anchor]
    words = "".join(paragraph(para) for para in frame.paras)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{part.ids.next()}" name="{name}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'{transform(frame.place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
        f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{words}</p:txBody></p:sp>"
    )


def _drawn(drawing: Drawing, host: Host, part: Part) -> Iterator[str]:
    match drawing:
        case BarsDrawn():
            relation = part.add_chart(_coloured(charts.bars(drawing.bars, drawing.box.w / host.wide), host))
            yield charts.frame("Graphique", drawing.box, relation, drawing.bars.message, part.ids)
        case MapDrawn():
            relation = part.add_chart(_coloured(scatter.places(drawing.found), host))
            yield charts.frame("Carte", drawing.box, relation, drawing.message, part.ids)
        case GestureDrawn():
            tones = ("accent", "trait", "papier")
            yield people.gesture(part.ids, drawing.figure, drawing.axis, drawing.floor, drawing.scale, tones=tones)
        case BodyDrawn():
            yield people.body(part.ids, drawing.left, drawing.top, drawing.scale, about=drawing.about)
            for start, elbow, touched in drawing.leaders:
                yield rule(part.ids, "Filet", start, elbow, line("trait", 1.25))
                yield rule(part.ids, "Renvoi", elbow, touched, line("trait", 1.25))
                yield dot(part.ids, "Point", touched, diameter=8, paint="papier", outline=line("encre", 1.25))


def _coloured(chart: charts.Chart, host: Host) -> charts.Chart:
    return charts.Chart(painted(chart.xml, host.charts), chart.workbook)
