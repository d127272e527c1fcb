"""The small workbook that slide software opens to edit a chart: one sheet, written as XML text, undated."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO

from facilitation.writers.pptx.package import OFFICE, PACKAGE, Package, relationships
from facilitation.writers.pptx.words import escaped

SHEET = "Données"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>'
)
_BOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)

Value = str | float | None


def workbook(rows: Sequence[Sequence[Value]]) -> bytes:
    """Return an .xlsx of one sheet holding ``rows`` from A1; None leaves a cell out."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        package = Package(target)
        package.add("[Content_Types].xml", _TYPES)
        package.add("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")]))
        package.add("xl/workbook.xml", _BOOK)
        package.add("xl/_rels/workbook.xml.rels", relationships([("worksheet", "worksheets/sheet1.xml")]))
        package.add("xl/worksheets/sheet1.xml", _sheet(rows))
    return content.getvalue()


def _sheet(rows: Sequence[Sequence[Value]]) -> str:
    lines = (
        f'<row r="{at}">{"".join(_cell(f"{chr(65 + column)}{at}", value) for column, value in enumerate(row))}</row>'
        for at, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(reference: str, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escaped(value)}</t></is></c>'
    return f'<c r="{reference}"><v>{value:g}</v></c>'
