"""Pieces of a printed page as Word writes them: sizes of paper, words set large, layout tables with rows of a given height."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.writers.docx.xml import one_line, paragraph, run

TWIPS = 567  # in one centimetre


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper in centimetres, and its margin."""

    width: float
    height: float
    margin: float

    @property
    def across(self) -> float:
        """What is left between the margins, in centimetres."""
        return self.width - 2 * self.margin

    @property
    def down(self) -> float:
        """What is left from top to bottom, in centimetres; the foot of the page stands in the margin."""
        return self.height - 2 * self.margin

    def section(self) -> str:
        """Return the properties of a document on this paper."""
        turned = ' w:orient="landscape"' if self.width > self.height else ""
        side = _twips(self.margin)
        return (
            '<w:sectPr><w:footerReference w:type="default" r:id="pied"/>'
            f'<w:pgSz w:w="{_twips(self.width)}" w:h="{_twips(self.height)}"{turned}/>'
            f'<w:pgMar w:top="{side}" w:right="{side}" w:bottom="{side}" w:left="{side}" '
            f'w:header="{side // 2}" w:footer="{side // 2}" w:gutter="0"/></w:sectPr>'
        )


SIZES = {"A3": Sheet(42.0, 29.7, 1.5), "A4": Sheet(29.7, 21.0, 1.5), "A4 debout": Sheet(21.0, 29.7, 1.5)}


def words(text: str, size: float, *, strong: bool = False) -> str:
    """Return a run in a size of its own, in points: signs have no other reason to differ."""
    half = round(size * 2)
    return run(text, f'{"<w:b/><w:bCs/>" if strong else ""}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')


def para(
    runs: str,
    style: str = "TableauTexte",
    *,
    before: float = 0,
    after: float = 0,
    centred: bool = False,
    new_page: bool = False,
) -> str:
    """Return a paragraph; spaces before and after in points."""
    spacing = f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="240" w:lineRule="auto"/>'
    breaks = "<w:pageBreakBefore/>" if new_page else ""
    middle = '<w:jc w:val="center"/>' if centred else ""
    return paragraph(style, runs, f"{breaks}{spacing}{middle}")


def cell(content: str, width: float, *, ground: str = "", centred: bool = False) -> str:
    """Return a cell ``width`` centimetres wide; ``ground`` is the inside of its ``w:shd``."""
    shade = f"<w:shd {ground}/>" if ground else ""
    middle = '<w:vAlign w:val="center"/>' if centred else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{shade}{middle}</w:tcPr>{content}</w:tc>'


def row(cells: Sequence[str], height: float = 0, *, head: bool = False, exact: bool = False) -> str:
    """Return a row at least ``height`` centimetres high, exactly so when ``exact``; a head is repeated on each page."""
    rule = "exact" if exact else "atLeast"
    tall = f'<w:trHeight w:val="{_twips(height)}" w:hRule="{rule}"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{'<w:tblHeader/>' if head else ''}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: Sequence[float], rows: Sequence[str], title: str, *, lined: bool = True, heads: bool = True) -> str:
    """Return a table whose columns are ``widths`` centimetres wide; without lines it only lays things side by side."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    kind = "single" if lined else "nil"
    borders = "".join(f'<w:{side} w:val="{kind}" w:sz="8" w:space="0" w:color="7F7F7F"/>' for side in sides)
    columns = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    look = f'<w:tblLook w:val="0620" w:firstRow="{int(heads)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{"Atelier" if heads else "TableauNormal"}"/>'
        f'<w:tblW w:w="{sum(map(_twips, widths))}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{look}w:noVBand="1"/><w:tblCaption w:val="{one_line(title)}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _twips(centimetres: float) -> int:
    return round(centimetres * TWIPS)
