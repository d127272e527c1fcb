"""The named styles of the document: every look is one of them, so that an organisation can change it in one place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from facilitation.writers.docx.flow import LANDSCAPE_WIDTH, PORTRAIT_WIDTH
from facilitation.writers.docx.numbering import BOX, BULLET, DENSE, FACT, NUMBER, ROOMY
from facilitation.writers.docx.xml import NAMESPACES, colour, line, shade
from facilitation.writers.measure import balanced_inset, line_count
from facilitation.writers.style import FONT, Style

BODY_SIZE = 10.5
HEADING_SIZES = (18.0, 13.0, 11.0, BODY_SIZE)
TABLE_SIZE = 10.0
DENSE_SIZE = 9.0
TITLE_SIZES = ((26.0, 2), (22.0, 3), (18.0, 99))  # in points, and the lines up to which each is used
SUBTITLE_SIZE = 14.0
BUILT_IN = {
    "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "heading 4", "caption", "Quote", "List Bullet", "List Number",
    "TOC Heading", "toc 1", "toc 2", "header", "footer",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """One paragraph style; sizes in points, spaces and indents in twentieths of a point."""

    key: str
    name: str
    size: float = BODY_SIZE
    bold: bool = False
    tint: str = "encre"
    before: int = 0
    after: int = 120
    leading: int = 276  # 240ths of a line
    keep_next: bool = False
    numbering: int = 0
    frame: str = ""  # what the style adds between its numbering and its spacing: borders, ground, tabs
    indent: str = ""
    align: str = ""
    outline: int = -1
    following: str = ""


def styles(style: Style, title: str, subtitle: str) -> str:
    """Return ``styles.xml``: defaults in French, paragraph styles, the table style « Atelier ».

    ``title`` and ``subtitle`` are measured: their styles take the size and the inset that keep their lines even.
    """
    looks = "".join(_paragraph(look, style) for look in _looks(style, title, subtitle))
    return f"<w:styles {NAMESPACES}>{_defaults(style)}{looks}{_link(style)}{_plain_table()}{_atelier(style)}</w:styles>"


def _looks(style: Style, title: str, subtitle: str) -> list[Look]:
    return [*_opening_looks(title, subtitle), *_text_looks(style), *_box_looks(style), *_table_looks(), *_page_looks()]


def _opening_looks(title: str, subtitle: str) -> list[Look]:
    room = PORTRAIT_WIDTH / 20
    size = next(size for size, most in TITLE_SIZES if line_count(title, room, size, bold=True) <= most)
    inset, inset_below = balanced_inset(title, room, size, bold=True), balanced_inset(subtitle, room, SUBTITLE_SIZE)
    opening = partial(Look, keep_next=True)
    return [
        opening("Logo", "Logo", after=120, leading=240),
        opening("Banniere", "Bannière", after=0, leading=240),
        opening("Repere", "Repère", 11, bold=True, tint="accent", before=240, after=80),
        opening("Titre", "Title", size, bold=True, tint="fonce", after=100, leading=247, indent=_inset(inset)),
        opening("Sous-titre", "Subtitle", SUBTITLE_SIZE, leading=259, indent=_inset(inset_below)),
        Look("DateLieu", "Date et lieu", 11, tint="gris"),
        opening("TitreSommaire", "TOC Heading", 13, bold=True, tint="accent", before=400),
        Look("TM1", "toc 1", after=40),
        Look("TM2", "toc 2", after=20, indent='<w:ind w:left="284"/>'),
    ]


def _inset(points: float) -> str:
    return f'<w:ind w:right="{round(points * 20)}"/>'


def _text_looks(style: Style) -> list[Look]:
    bar = f"<w:pBdr>{line('left', style, 'clair', 24, 10)}</w:pBdr>"
    head = partial(Look, bold=True, keep_next=True, leading=252, following="Normal")
    quote = partial(Look, size=12, leading=271, frame=bar, indent='<w:ind w:left="397" w:right="397"/>')
    return [
        head("Titre1", "heading 1", size=HEADING_SIZES[0], tint="fonce", before=520, after=160, outline=0),
        head("Titre2", "heading 2", size=HEADING_SIZES[1], tint="accent", before=320, after=100, outline=1),
        head("Titre3", "heading 3", size=HEADING_SIZES[2], before=240, after=60, outline=2),
        head("Titre4", "heading 4", tint="gris", before=200, after=60, outline=3),
        head("Legende", "caption", size=9.5, tint="gris", before=260, after=80),
        Look("Note", "Note", 9, tint="gris", before=80, leading=259),
        Look("Figure", "Figure", before=120, leading=240),
        Look("ListePuces", "List Bullet", after=60, numbering=BULLET),
        Look("ListeNumeros", "List Number", after=60, numbering=NUMBER),
        Look("Faits", "Faits", after=80, numbering=FACT),
        quote("Citation", "Quote", after=40, keep_next=True, following="CitationReponse"),
        quote("CitationReponse", "Citation, réponse"),
    ]


def _box_looks(style: Style) -> list[Look]:
    """Return the styles of one box: same borders, ground and indents, or software draws one box a style."""
    sides = (
        line("top", style, "sable", 8, 6),
        line("left", style, "accent", 36, 9),
        line("bottom", style, "sable", 8, 6),
        line("right", style, "sable", 8, 5),
    )
    box = partial(
        Look,
        frame=f"<w:pBdr>{''.join(sides)}</w:pBdr><w:shd {shade(style, 'sable')}/>",
        indent='<w:ind w:left="510" w:right="113" w:hanging="227"/>',
    )
    return [
        box("EncadreTitre", "Encadré titre", bold=True, before=200, after=80, keep_next=True, following="EncadreListe"),
        box("EncadreListe", "Encadré liste", after=60, numbering=BOX),
        box("EncadreSource", "Encadré source", 9, tint="gris", after=60),
    ]


def _table_looks() -> list[Look]:
    sizes = (("", "", TABLE_SIZE, 40, ROOMY), ("Dense", " dense", DENSE_SIZE, 30, DENSE))
    looks: list[Look] = []
    for suffix, name, size, after, numbering in sizes:
        head = partial(Look, size=size, bold=True, after=0, leading=240)
        cell = partial(Look, size=size, after=0, leading=247)
        looks += [
            head(f"TableauTete{suffix}", f"Tableau en-tête{name}", keep_next=True),
            head(f"TableauTeteNombre{suffix}", f"Tableau en-tête nombre{name}", keep_next=True, align="right"),
            head(f"TableauLigne{suffix}", f"Tableau ligne{name}"),
            cell(f"TableauTexte{suffix}", f"Tableau texte{name}"),
            cell(f"TableauNombre{suffix}", f"Tableau nombre{name}", align="right"),
            cell(f"TableauVide{suffix}", f"Tableau vide{name}", tint="gris"),
            Look(f"TableauListe{suffix}", f"Tableau liste{name}", size, after=after, leading=240, numbering=numbering),
        ]
    return looks


def _page_looks() -> list[Look]:
    upright, turned = (f'<w:tabs><w:tab w:val="right" w:pos="{at}"/></w:tabs>' for at in (PORTRAIT_WIDTH, LANDSCAPE_WIDTH))
    edge = partial(Look, size=8.5, tint="gris", after=0, leading=240)
    return [
        edge("EnTete", "header", frame=upright),
        edge("PiedDePage", "footer", frame=upright),
        edge("EnTetePaysage", "En-tête paysage", frame=turned),
        edge("PiedPaysage", "Pied de page paysage", frame=turned),
    ]


def _defaults(style: Style) -> str:
    font = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    half = round(BODY_SIZE * 2)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font}<w:color {colour(style, 'encre')}/>"
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/><w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl/><w:spacing w:before="0" w:after="120" w:line="276" w:lineRule="auto"/><w:jc w:val="left"/>'
        "</w:pPr></w:style>"
    )


def _paragraph(look: Look, style: Style) -> str:
    half = round(look.size * 2)
    weight = "<w:b/><w:bCs/>" if look.bold else ""
    properties = (
        ("<w:keepNext/>" if look.keep_next else "")
        + ("<w:keepLines/>" if look.outline >= 0 or look.key == "Legende" else "")
        + (f'<w:numPr><w:numId w:val="{look.numbering}"/></w:numPr>' if look.numbering else "")
        + look.frame
        + f'<w:spacing w:before="{look.before}" w:after="{look.after}" w:line="{look.leading}" w:lineRule="auto"/>'
        + look.indent
        + (f'<w:jc w:val="{look.align}"/>' if look.align else "")
        + (f'<w:outlineLvl w:val="{look.outline}"/>' if look.outline >= 0 else "")
    )
    custom = "" if look.name in BUILT_IN else ' w:customStyle="1"'
    following = f'<w:next w:val="{look.following}"/>' if look.following else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{look.key}"><w:name w:val="{look.name}"/><w:basedOn w:val="Normal"/>'
        f"{following}<w:qFormat/><w:pPr>{properties}</w:pPr>"
        f'<w:rPr>{weight}<w:color {colour(style, look.tint)}/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr></w:style>'
    )


def _link(style: Style) -> str:
    return (
        '<w:style w:type="character" w:styleId="Lienhypertexte"><w:name w:val="Hyperlink"/>'
        f"<w:rPr><w:color {colour(style, 'encre')}/></w:rPr></w:style>"
    )


def _plain_table() -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableauNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def _atelier(style: Style) -> str:
    """Return the table style: sand head over a thick accent line, thin rules, no outer verticals."""
    borders = (
        line("top", style, "trait", 6),
        line("bottom", style, "trait", 6),
        line("insideH", style, "trait", 6),
        line("insideV", style, "filet", 6),
    )
    ground = f"<w:shd {shade(style, 'sable')}/>"
    strong = "<w:rPr><w:b/><w:bCs/></w:rPr>"
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Atelier"><w:name w:val="Atelier"/>'
        '<w:basedOn w:val="TableauNormal"/><w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblBorders>{''.join(borders)}</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="70" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="70" w:type="dxa"/>'
        '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow">{strong}<w:tcPr><w:tcBorders>{line("bottom", style, "accent", 18)}</w:tcBorders>'
        f"{ground}</w:tcPr></w:tblStylePr>"
        f'<w:tblStylePr w:type="lastRow">{strong}<w:tcPr>{ground}</w:tcPr></w:tblStylePr></w:style>'
    )
