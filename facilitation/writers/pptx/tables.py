"""Native tables, each one string of XML: a true head row, fine rules, no merged cell, no empty one."""

from __future__ import annotations

from functools import lru_cache

from facilitation.writers.placing.frames import Box
from facilitation.writers.placing.grids import BAR, LIST_PADDING, PADDING, Grid, GridCell
from facilitation.writers.pptx.shapes import Ids, naming, preset, transform
from facilitation.writers.pptx.theme import TABLE_STYLE
from facilitation.writers.pptx.words import emu, fill, paragraph

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_HEAD_RULE = 2.25  # points
_RULE = 0.75


def table(grid: Grid, ids: Ids) -> str:
    """Return a table with its rows at their measured heights."""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in grid.widths)
    rows = "".join(
        f'<a:tr h="{emu(height)}">{_cells(row, grid, head=at == 0)}</a:tr>'
        for at, (row, height) in enumerate(zip(grid.rows, grid.heights, strict=True))
    )
    place = transform(Box(grid.box.x, grid.box.y, sum(grid.widths), grid.height), tag="p")
    total = ' lastRow="1"' if grid.total else ""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{naming(ids.next(), 'Tableau', grid.name)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{place}<a:graphic><a:graphicData uri="{_URI}"><a:tbl><a:tblPr firstRow="1"{total}>'
        f"<a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def bars(grid: Grid, ids: Ids) -> str:
    """Return the bars under the numbers of a table: nothing that its cells do not say."""
    shapes, top = "", grid.box.y
    for row, height in zip(grid.rows, grid.heights, strict=True):
        left, top = grid.box.x, top + height
        for cell, width in zip(row, grid.widths, strict=True):
            if cell.bar:
                box = Box(left + PADDING[0], top - PADDING[1] - BAR, cell.bar * (width - 2 * PADDING[0]), BAR)
                shapes += preset(ids, "Barre", box, "accent")
            left += width
    return shapes


def _cells(row: tuple[GridCell, ...], grid: Grid, *, head: bool) -> str:
    end = len(row) - 1
    return "".join(
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{''.join(map(paragraph, cell.paras))}</a:txBody>"
        f"{_properties(cell.fill, at == 0, at == end, head, grid.lists)}</a:tc>"
        for at, cell in enumerate(row)
    )


@lru_cache(maxsize=256)
def _properties(paint: str, first: bool, final: bool, head: bool, lists: bool) -> str:
    """Return the rules, the ground and the padding of a cell."""
    across = (LIST_PADDING if lists else PADDING)[0]
    down = (LIST_PADDING if lists and not head else PADDING)[1]
    anchor = "t" if lists and not head else "ctr"
    left = _none("L") if first else _rule("L", "filet", _RULE)
    right = _none("R") if final else _rule("R", "filet", _RULE)
    top = _none("T") if head else ""
    bottom = _rule("B", "accent", _HEAD_RULE) if head else _rule("B", "trait", _RULE)
    ground = fill("sable") if head else fill(paint) if paint else "<a:noFill/>"
    return (
        f'<a:tcPr marL="{emu(across)}" marR="{emu(across)}" marT="{emu(down)}" marB="{emu(down)}" anchor="{anchor}">'
        f"{left}{right}{top}{bottom}{ground}</a:tcPr>"
    )


def _rule(side: str, token: str, width: float) -> str:
    return f'<a:ln{side} w="{emu(width)}" cap="flat" cmpd="sng" algn="ctr">{fill(token)}<a:prstDash val="solid"/></a:ln{side}>'


def _none(side: str) -> str:
    return f'<a:ln{side} w="0"><a:noFill/></a:ln{side}>'
