"""The pages of a document in an organisation's template: its size and margins, its headers, all of it as wide as it allows."""

from __future__ import annotations

from lxml import etree

from facilitation.writers.docx.flow import LANDSCAPE_WIDTH, PORTRAIT_WIDTH
from facilitation.writers.docx.package import Package, relation, relations
from facilitation.writers.docx.styles import TABLE_SIZE
from facilitation.writers.docx.widths import longest_word
from facilitation.writers.style import EMU
from facilitation.writers.template.document import WORD, Document, removed

_LINKED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BEFORE_SPACING = {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr"}
_SPARE = 1.18  # another font than Arial is wider
_TURNED_HEIGHT = 9800  # twentieths of a point: rows of a turned page are cut to stand in as much


def put_edges(package: Package, template: Document) -> dict[str, list[tuple[str, str]]]:
    """Add the headers and footers of the template; return, for header and footer, which pages each is for and its id."""
    kept: dict[str, list[tuple[str, str]]] = {}
    for at, edge in enumerate(template.edges, 11):
        if not any(other.has_words for other in template.edges if other.kind == edge.kind):
            continue
        name = f"{edge.kind}{at}.xml"
        package.add_bytes(f"word/{name}", edge.xml)
        rows: list[tuple[str, str, str]] = []
        for key, ending, content in edge.pictures:
            picture = f"media/modele{at}-{len(rows) + 1}.{ending}"
            package.add_bytes(f"word/{picture}", content)
            rows.append((key, relation("image"), picture))
        if rows:
            package.add(f"word/_rels/{name}.rels", relations(rows))
        kept.setdefault(edge.kind, []).append((edge.place, package.relate(edge.kind, name, f"modele{at}")))
    return kept


def put_sections(body: etree._Element, template: Document, kept: dict[str, list[tuple[str, str]]]) -> None:
    """Give each section the page of the template, and its headers and footers in place of ours."""
    for at, section in enumerate(body.iter(f"{WORD}sectPr")):
        size, told = section.find(f"{WORD}pgSz"), section.find(f"{WORD}pgMar")
        if size is not None:
            turned = size.get(f"{WORD}orient") == "landscape"
            width, height = (template.height, template.width) if turned else (template.width, template.height)
            size.set(f"{WORD}w", str(width))
            size.set(f"{WORD}h", str(height))
        if told is not None:
            for side, length in template.margins.items():
                told.set(f"{WORD}{side}", str(length))
        for kind, edges in kept.items():
            for old in section.findall(f"{WORD}{kind}Reference"):
                section.remove(old)
            for place, key in reversed(edges):
                row = etree.Element(f"{WORD}{kind}Reference")
                row.set(f"{WORD}type", place)
                row.set(f"{_LINKED}id", key)
                section.insert(0, row)
        first = section.find(f"{WORD}titlePg")
        if at == 0 and "header" in kept and first is not None and not template.first_differs:
            section.remove(first)


def sized(body: etree._Element, template: Document) -> None:
    """Make tables, columns and drawings as wide as the page of the template allows."""
    upright = template.text_width / PORTRAIT_WIDTH
    for table in body.iter(f"{WORD}tbl"):
        whole = table.find(f"{WORD}tblPr/{WORD}tblW")
        is_turned = whole is not None and int(whole.get(f"{WORD}w", "0")) > PORTRAIT_WIDTH + 200
        _fitted(table, template.turned_width / LANDSCAPE_WIDTH if is_turned else upright)
        if is_turned and template.turned_height < _TURNED_HEIGHT:
            for kept in list(table.iter(f"{WORD}cantSplit"))[1:]:  # the head stays whole
                removed(kept)
        _spaced(table)
    for column in body.iter(f"{WORD}col"):
        column.set(f"{WORD}w", str(round(int(column.get(f"{WORD}w", "0")) * upright)))
    widest = template.text_width / 20 * EMU
    for inline in body.iter(f"{_PLACED}inline"):
        extent = inline.find(f"{_PLACED}extent")
        share = widest / int(extent.get("cx", "1")) if extent is not None else 1.0
        if share < 1:
            group = next(iter(inline.iter(f"{_DRAWING}xfrm")), None)
            inner = group.find(f"{_DRAWING}ext") if group is not None else None
            for placed in (extent, inner):
                if placed is not None:
                    for key in ("cx", "cy"):
                        placed.set(key, str(round(int(placed.get(key, "0")) * share)))


def _fitted(table: etree._Element, share: float) -> None:
    """Set the columns of a table in proportion, none narrower than its longest word where there is room."""
    columns = list(table.iterfind(f"{WORD}tblGrid/{WORD}gridCol"))
    given = [int(column.get(f"{WORD}w", "0")) / 20 * share for column in columns]
    rows = [row.findall(f"{WORD}tc") for row in table.iterfind(f"{WORD}tr")]
    texts = [list(map(_text, column)) for column in zip(*rows, strict=True)]
    least = [max((longest_word(text, TABLE_SIZE, bold=True) for text in column), default=0.0) * _SPARE for column in texts]
    short = sum(max(floor - width, 0.0) for floor, width in zip(least, given, strict=True))
    room = sum(max(width - floor, 0.0) for floor, width in zip(least, given, strict=True))
    taken = min(short / room, 1.0) if room else 0.0
    raised = room / short if short > room else 1.0
    widths = [
        width + (floor - width) * raised if width < floor else width - (width - floor) * taken
        for floor, width in zip(least, given, strict=True)
    ]
    for row in (columns, *rows):
        for cell, width in zip(row, widths, strict=True):
            one = cell if cell.tag == f"{WORD}gridCol" else cell.find(f"{WORD}tcPr/{WORD}tcW")
            if one is not None:
                one.set(f"{WORD}w", str(round(width * 20)))
    whole = table.find(f"{WORD}tblPr/{WORD}tblW")
    if whole is not None:
        whole.set(f"{WORD}w", str(round(sum(widths) * 20)))


def _text(cell: etree._Element) -> str:
    """Return the words of a cell, a space between two paragraphs."""
    return " ".join("".join(map(str, paragraph.itertext(f"{WORD}t"))) for paragraph in cell.iter(f"{WORD}p"))


def _spaced(table: etree._Element) -> None:
    """Keep a caption right under a table apart from it: the template's own style may leave no room."""
    after = table.getnext()
    if after is None or after.tag != f"{WORD}p":
        return
    properties = after.find(f"{WORD}pPr")
    if properties is None or properties.find(f"{WORD}spacing") is not None:
        return
    first = [one for one in properties if etree.QName(one).localname in _BEFORE_SPACING]
    spacing = etree.Element(f"{WORD}spacing")
    spacing.set(f"{WORD}before", "240")
    properties.insert(properties.index(first[-1]) + 1 if first else 0, spacing)
