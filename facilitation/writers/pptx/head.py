"""The running head: where we are, the day, the page number; placed by the layout, worded by the slide."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.writers.placing.frames import Box
from facilitation.writers.placing.holders import FOLIO, FOOTER, OPENING_PART, REPERE, Plan
from facilitation.writers.pptx.shapes import Ids, folio, transform
from facilitation.writers.pptx.words import escaped, fill
from facilitation.writers.style import HEADER_SIZE


@dataclass(frozen=True, slots=True)
class _Part:
    """One placeholder of the running head."""

    name: str
    kind: str
    box: Box
    side: str
    tone: str
    bold: bool


def head_tone(plan: Plan) -> str:
    """Return the tone of the small bust and of what says where we are."""
    if plan.ground == "fonce":
        return "blanc"
    return {"fonce": "blanc", "clair": "encre"}.get(plan.panel[0] if plan.panel else "", "accent")


def _parts(plan: Plan) -> tuple[_Part, ...]:
    grey = "creme" if plan.ground == "fonce" else "gris"
    box = OPENING_PART if plan.ground == "fonce" else REPERE
    if plan.panel:
        box = Box(box.x, box.y, plan.panel[1] - box.x - 12, box.h)
    return (
        _Part("Repère", 'type="body" sz="quarter" idx="10"', box, "l", head_tone(plan), bold=True),
        _Part("Journée", 'type="ftr" sz="quarter" idx="11"', FOOTER, "r", grey, bold=False),
        _Part("Numéro", 'type="sldNum" sz="quarter" idx="12"', FOLIO, "r", grey, bold=True),
    )


def layout_head(plan: Plan, ids: Ids) -> str:
    """Return the placeholders of the running head of a layout."""
    if not plan.head:
        return ""
    words = (_run("Repère"), '<a:endParaRPr lang="fr-FR"/>', folio("‹N°›"))
    body = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
    return "".join(
        _placeholder(
            part, ids, f'{transform(part.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', body + _style(part), shown
        )
        for part, shown in zip(_parts(plan), words, strict=True)
    )


def slide_head(plan: Plan, ids: Ids, *, repere: str, footer: str, number: int) -> str:
    """Return the running head of a slide: LibreOffice takes the type of the day and the number from the slide alone."""
    if not plan.head:
        return ""
    words = (_run(repere), _run(footer), folio(str(number)))
    return "".join(
        _placeholder(part, ids, "", "<a:bodyPr/>" + ("<a:lstStyle/>" if part.name == "Repère" else _style(part)), shown)
        for part, shown in zip(_parts(plan), words, strict=True)
        if shown
    )


def _run(text: str) -> str:
    return f'<a:r><a:rPr lang="fr-FR"/><a:t>{escaped(text)}</a:t></a:r>' if text else ""


def _style(part: _Part) -> str:
    return (
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{part.side}"><a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/>'
        f'<a:defRPr sz="{round(HEADER_SIZE * 100)}" b="{int(part.bold)}">{fill(part.tone)}'
        '<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle>'
    )


def _placeholder(part: _Part, ids: Ids, place: str, body: str, words: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{ids.next()}" name="{part.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f"<p:ph {part.kind}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody>{body}<a:p>{words}</a:p></p:txBody></p:sp>"
    )
