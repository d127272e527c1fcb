"""The parts every deck has: theme, master, notes master, table style, properties."""

from __future__ import annotations

from datetime import date

from facilitation.writers.placing.frames import Box
from facilitation.writers.placing.holders import FOLIO, FOOTER, TITLE
from facilitation.writers.pptx.shapes import GROUP_HEAD, transform
from facilitation.writers.pptx.words import NAMESPACES, emu, fill, one_line
from facilitation.writers.style import CONTENT_WIDTH, FONT, MARGIN, Style

TABLE_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # « Aucun style, aucune grille », known to every version
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LIGHT = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"'
_DARK = 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'
_ACCENTS = " ".join(f'accent{at}="accent{at}"' for at in range(1, 7)) + ' hlink="hlink" folHlink="folHlink"'
_INDENT = 22.0  # of a level of the body, in points


def theme(style: Style, name: str = "Atelier") -> str:
    """Return the theme: the ten tokens of the house style in its slots, Arial for all."""
    slots = {
        "dk1": style.encre,
        "lt1": style.papier,
        "dk2": style.fonce,
        "lt2": style.sable,
        "accent1": style.accent,
        "accent2": style.clair,
        "accent3": style.moyen,
        "accent4": style.trait,
        "accent5": style.gris,
        "accent6": style.filet,
        "hlink": style.accent,
        "folHlink": style.gris,
    }
    colours = "".join(f'<a:{slot}><a:srgbClr val="{value.removeprefix("#")}"/></a:{slot}>' for slot, value in slots.items())
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    outlines = "".join(f'<a:ln w="{width}">{_FILL}<a:prstDash val="solid"/></a:ln>' for width in (9525, 15875, 19050))
    return (
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="Atelier">{colours}</a:clrScheme><a:fontScheme name="Atelier"><a:majorFont>{font}</a:majorFont>'
        f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="Atelier">'
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{outlines}</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def colour_map(style: Style) -> str:
    """Return the master's map of colours: in a dark room, paper and ink change places."""
    return f"<p:clrMap {_DARK if style.dark else _LIGHT} {_ACCENTS}/>"


def master(style: Style, layouts: int) -> str:
    """Return the slide master: plain paper, a title, a body, a footer and a page number; ``layouts`` is how many it has."""
    body = _placeholder(3, "Texte", 'type="body" idx="1"', Box(MARGIN, 136, CONTENT_WIDTH, 368), "Texte")
    head = Box(MARGIN, 56, CONTENT_WIDTH, 66)
    shapes = (
        _placeholder(2, "Titre", 'type="title"', head, "Titre")
        + body
        + _placeholder(4, "Pied de page", 'type="ftr" sz="quarter" idx="3"', FOOTER, "")
        + _placeholder(5, "Numéro", 'type="sldNum" sz="quarter" idx="4"', FOLIO, "")
    )
    listed = "".join(f'<p:sldLayoutId id="{2147483649 + at}" r:id="rId{at}"/>' for at in range(1, layouts + 1))
    title = _level(1, TITLE.size, 0, 0, bold=True, leading=90)
    levels = "".join(_level(at, size, (at - 1) * _INDENT, _INDENT) for at, size in enumerate((24, 22, 20, 18, 18), 1))
    others = f'<a:defPPr><a:defRPr lang="fr-FR"/></a:defPPr>{_level(1, 18, 0, 0)}'
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{fill('papier')}<a:effectLst/></p:bgPr></p:bg><p:spTree>{GROUP_HEAD}"
        f"{shapes}</p:spTree></p:cSld>{colour_map(style)}<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{others}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _level(level: int, size: float, left: float, hanging: float, *, bold: bool = False, leading: int = 100) -> str:
    bullet = (
        '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'
        if hanging
        else "<a:buNone/>"
    )
    return (
        f'<a:lvl{level}pPr marL="{emu(left + hanging)}" indent="{-emu(hanging)}" algn="l" defTabSz="914400" '
        f'rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="{leading * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{950 if hanging else 0}"/></a:spcAft>{bullet}'
        f'<a:defRPr sz="{round(size * 100)}" b="{int(bold)}" kern="1200">{fill("encre")}<a:latin typeface="+mn-lt"/>'
        f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{level}pPr>'
    )


def _placeholder(number: int, name: str, kind: str, box: Box, words: str) -> str:
    if "sldNum" in kind:
        shown = (
            '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="fr-FR"/><a:t>‹N°›</a:t></a:fld>'
        )
    else:
        shown = f'<a:r><a:rPr lang="fr-FR"/><a:t>{words}</a:t></a:r>' if words else '<a:endParaRPr lang="fr-FR"/>'
    small = kind.startswith(('type="ftr"', 'type="sldNum"'))
    style = (
        f'<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1400">{fill("gris")}</a:defRPr></a:lvl1pPr></a:lstStyle>'
        if small
        else "<a:lstStyle/>"
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:normAutofit/></a:bodyPr>'
        f"{style}<a:p>{shown}</a:p></p:txBody></p:sp>"
    )


def notes_master() -> str:
    """Return the master of the notes: the slide above, what is said below."""
    return (
        f'<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/>'
        f"</p:bgPr></p:bg><p:spTree>{GROUP_HEAD}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Image de la diapositive"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>'
        f'{transform(Box(54, 70, 432, 243))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>'
        f'{transform(Box(54, 340, 432, 330))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="fr-FR"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>'
        f"</p:spTree></p:cSld><p:clrMap {_LIGHT} {_ACCENTS}/><p:notesStyle>"
        '<a:lvl1pPr><a:spcAft><a:spcPts val="600"/></a:spcAft><a:defRPr sz="1400"><a:solidFill><a:schemeClr val="tx1"/>'
        '</a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>'
    )


def core_properties(title: str, author: str, created: date) -> str:
    """Return title, author and dates; the date is the day's own, never the clock's."""
    moment = f"{created.isoformat()}T00:00:00Z"
    stamps = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified"))
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{one_line(title)}</dc:title>'
        f"<dc:creator>{one_line(author)}</dc:creator><cp:lastModifiedBy>{one_line(author)}</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision>{stamps}<dc:language>fr-FR</dc:language></cp:coreProperties>"
    )


def app_properties(author: str, slides: int) -> str:
    """Return the extended properties: the publisher, the number of slides, no template."""
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>facilitation</Application><Slides>{slides}</Slides><Company>{one_line(author)}</Company></Properties>"
    )


def table_styles() -> str:
    """Return the list of table styles: the plain one is known to every version, tables write their own lines."""
    return f'<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{TABLE_STYLE}"/>'
