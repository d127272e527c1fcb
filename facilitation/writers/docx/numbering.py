"""The lists of the document: one kind of mark for each style of list, and ordered lists that start again at 1."""

from __future__ import annotations

from facilitation.writers.docx.xml import NAMESPACES, colour
from facilitation.writers.style import FONT, Style

# Two paragraph styles on one list lose their marks in LibreOffice: each style has its own.
BULLET, BOX, ROOMY, DENSE, FACT, NUMBER, LETTER = range(1, 8)

_BULLETS = {
    BULLET: ("•", 397, 227),
    BOX: ("•", 510, 227),
    ROOMY: ("•", 198, 198),
    DENSE: ("•", 153, 153),
    FACT: ("→", 397, 312),
}  # mark, left indent, hanging (twentieths of a point)
_STYLES = {
    BULLET: "ListePuces",
    BOX: "EncadreListe",
    ROOMY: "TableauListe",
    DENSE: "TableauListeDense",
    FACT: "Faits",
    NUMBER: "ListeNumeros",
}


class Numbering:
    """The lists a document uses; ordered ones are counted as they come, each starts at 1."""

    def __init__(self) -> None:
        self._ordered = 0

    def ordered(self) -> int:
        """Return the number of a new ordered list."""
        self._ordered += 1
        return LETTER + self._ordered

    def xml(self, style: Style) -> str:
        """Return ``numbering.xml``."""
        kinds = "".join(_bullets(number, style) for number in _BULLETS) + _numbers(style) + _letters()
        fixed = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(1, LETTER + 1)
        )
        restarted = "".join(
            f'<w:num w:numId="{LETTER + at}"><w:abstractNumId w:val="{NUMBER}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for at in range(1, self._ordered + 1)
        )
        return f"<w:numbering {NAMESPACES}>{kinds}{fixed}{restarted}</w:numbering>"


def _bullets(number: int, style: Style) -> str:
    mark, left, hanging = _BULLETS[number]
    return _abstract(
        number,
        f'<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{_STYLES[number]}"/><w:lvlText w:val="{mark}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/><w:color {colour(style, "accent")}/></w:rPr>',
    )


def _numbers(style: Style) -> str:
    return _abstract(
        NUMBER,
        f'<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{_STYLES[NUMBER]}"/><w:lvlText w:val="%1."/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="482" w:hanging="397"/></w:pPr>'
        f"<w:rPr><w:color {colour(style, 'accent')}/></w:rPr>",
    )


def _letters() -> str:
    """Return the letters of the parts, « A. », as in the document of 2021."""
    return _abstract(
        LETTER,
        '<w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:suff w:val="space"/><w:lvlText w:val="%1."/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr>',
    )


def _abstract(number: int, level: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
    )
