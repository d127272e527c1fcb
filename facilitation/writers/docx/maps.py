"""A map of words as a native chart of points: Word redraws it, and opens the workbook behind it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO

from facilitation.synthesis import Synthesis, Table
from facilitation.writers.docx.charts import NAMESPACES, WIDTH, run_properties, set_in
from facilitation.writers.docx.xml import escaped
from facilitation.writers.mapping import REACH, mapped
from facilitation.writers.placing.labels import Tag

HEIGHT = 330.0  # points
SIZE = 9.5
_PLOT = (0.06, 0.02, 0.93, 0.9)  # left, top, width and height of the plot, as shares of the chart: poles stand outside
_SHEET = "Places"
_DOT = (
    '<c:marker><c:symbol val="circle"/><c:size val="8"/><c:spPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
    "<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
)
_RULE = '<a:ln w="9525"><a:solidFill><a:schemeClr val="accent4"/></a:solidFill></a:ln>'
_OFF = (
    '<c:showLegendKey val="0"/><c:showVal val="{shown}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


class MapChart:
    """The words of a table of places on its two axes, the poles named at their ends."""

    def __init__(self, table: Table) -> None:
        self.title = table.title
        self.map = mapped(table, WIDTH * _PLOT[2], HEIGHT * _PLOT[3], SIZE)
        self._poles = table.poles or ("", "", "", "")

    @property
    def height(self) -> float:
        """How high it stands, in points."""
        return HEIGHT

    def xml(self) -> str:
        """Return the chart part."""
        left, right, bottom, top = self._poles
        across, up = f"{left}  ←  →  {right}", f"{bottom}  ←  →  {top}"
        x, y, w, h = _PLOT
        layout = (
            '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
            f'<c:x val="{x}"/><c:y val="{y}"/><c:w val="{w}"/><c:h val="{h}"/></c:manualLayout></c:layout>'
        )
        return (
            f'<c:chartSpace {NAMESPACES}><c:date1904 val="0"/><c:lang val="fr-FR"/><c:roundedCorners val="0"/><c:chart>'
            f'<c:autoTitleDeleted val="1"/><c:plotArea>{layout}<c:scatterChart><c:scatterStyle val="lineMarker"/>'
            f'<c:varyColors val="0"/>{self._series()}<c:axId val="111111111"/><c:axId val="222222222"/></c:scatterChart>'
            f"{_axis(111111111, 222222222, 'b', across)}{_axis(222222222, 111111111, 'l', up)}"
            f"<c:spPr><a:noFill/>{_RULE}</c:spPr></c:plotArea>"
            '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
            f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{set_in(SIZE)}"
            '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
        )

    def workbook(self, synthesis: Synthesis) -> bytes:
        """Return the workbook that Word opens to edit the chart: a word, its x and its y a row; dated by the day itself."""
        import xlsxwriter  # noqa: PLC0415 (only a map needs it)

        content = BytesIO()
        with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
            workbook.set_properties({"created": datetime.combine(synthesis.date, time(), UTC)})
            sheet = workbook.add_worksheet(_SHEET)
            for column, name in enumerate(("Mot", "x", "y")):
                sheet.write_string(0, column, name)
            for row, line in enumerate(self.map.lines, 1):
                sheet.write_string(row, 0, line.title)
                for column, value in enumerate(line.slots[0].point or (), 1):
                    sheet.write_number(row, column, value)
        return content.getvalue()

    def _series(self) -> str:
        points = [line.slots[0].point or (0.0, 0.0) for line in self.map.lines]
        labels = "".join(_label(tag) for tag in sorted(self.map.tags, key=lambda tag: tag.point))
        return (
            '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>Mots placés</c:v></c:tx>'
            f'<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>{_DOT}'
            f"<c:dLbls>{labels}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_OFF.format(shown=0)}</c:dLbls>"
            f"<c:xVal>{_values('B', [x for x, _y in points])}</c:xVal><c:yVal>{_values('C', [y for _x, y in points])}</c:yVal>"
            '<c:smooth val="0"/></c:ser>'
        )


def _label(tag: Tag) -> str:
    """Return the words, or the number, beside a point."""
    run = _run(tag.text)
    return (
        f'<c:dLbl><c:idx val="{tag.point}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>{run}</a:p></c:rich></c:tx>'
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="{tag.side}"/>{_OFF.format(shown=1)}</c:dLbl>'
    )


def _run(words: str, *, bold: bool = False) -> str:
    french = ' lang="fr-FR"'
    return f"<a:r>{run_properties('a:rPr', SIZE, 'tx1', bold=bold, extra=french)}<a:t>{escaped(words)}</a:t></a:r>"


def _values(column: str, values: list[float]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{value:g}</c:v></c:pt>' for at, value in enumerate(values))
    return (
        f"<c:numRef><c:f>{_SHEET}!${column}$2:${column}${len(values) + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def _axis(own: int, other: int, side: str, poles: str) -> str:
    turned = ' rot="-5400000" vert="horz"' if side == "l" else ""
    run = _run(poles, bold=True)
    scaling = f'<c:orientation val="minMax"/><c:max val="{REACH:g}"/><c:min val="{-REACH:g}"/>'
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling>{scaling}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/><c:title><c:tx><c:rich><a:bodyPr{turned}/><a:lstStyle/>'
        f'<a:p>{run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:numFmt formatCode="0" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f"<c:spPr>{_RULE}</c:spPr>"
        f'<c:crossAx val="{other}"/><c:crossesAt val="0"/><c:crossBetween val="midCat"/></c:valAx>'
    )
