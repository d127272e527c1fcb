"""A plain workbook of one sheet of texts (.xlsx or .ods), for lists that staff brought as one and must find again as one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from facilitation.writers.files import legible, undated

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"

Rows = Sequence[Sequence[str]]


def xlsx(title: str, rows: Rows) -> bytes:
    """Return a workbook (ISO/IEC 29500) whose only sheet holds these rows, every cell a text."""
    lines = "".join(f'<row r="{number}">{"".join(map(_cell, row))}</row>' for number, row in enumerate(rows, 1))
    return _zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
            "_rels/.rels": _link("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name="{_text(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _link("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{lines}</sheetData></worksheet>',
        }
    )


def ods(title: str, rows: Rows) -> bytes:
    """Return the same as an open document (ODF 1.2); the part that names its kind is first and not compressed, as it must."""
    lines = "".join(f"<table:table-row>{''.join(map(_open_cell, row))}</table:table-row>" for row in rows)
    body = f'<table:table table:name="{_text(title)}">{lines}</table:table>'
    return _zipped(
        {
            "mimetype": _ODS,
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0" manifest:version="1.2">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
            "content.xml": f'<office:document-content xmlns:office="{_ODF}:office:1.0" xmlns:table="{_ODF}:table:1.0"'
            f' xmlns:text="{_ODF}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>{body}'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def _cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{_text(text)}</t></is></c>'


def _open_cell(text: str) -> str:
    said = f"<text:p>{_text(text)}</text:p>" if text else ""
    return f'<table:table-cell office:value-type="string">{said}</table:table-cell>' if said else "<table:table-cell/>"


def _text(text: str) -> str:
    return escape(legible(text), {'"': "&quot;"})


def _link(kind: str, target: str) -> str:
    where = f'Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"'
    return f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship {where}/></Relationships>'


def _zipped(parts: dict[str, str]) -> bytes:
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as files:
        for name, text in parts.items():
            is_kind = name == "mimetype"
            entry = undated(name, zipfile.ZIP_STORED if is_kind else zipfile.ZIP_DEFLATED)
            files.writestr(entry, text if is_kind else _XML + text)
    return package.getvalue()
