"""A counted statement as a native chart: bars that Word redraws, and the workbook behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Protocol

from facilitation.synthesis import Poll, Synthesis
from facilitation.typography import lowered
from facilitation.writers import wording
from facilitation.writers.docx.package import relation, relations
from facilitation.writers.docx.xml import escaped, one_line
from facilitation.writers.style import EMU, FONT

WIDTH = 470.5  # points, 16.6 cm
CATEGORY = 34.0  # points of height for one bar
PAIR = 42.0  # for two
LONGEST_LABEL = 12  # signs
HEAD = 36.0  # for the title and the margins
NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OUTLINE = '<a:ln w="19050"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:ln>'
_STRONG = '<c:spPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
_OTHER = f'<c:spPr><a:solidFill><a:schemeClr val="accent2"/></a:solidFill>{_OUTLINE}</c:spPr>'


@dataclass(frozen=True, slots=True)
class Series:
    """One round in a chart: its name, its counts, the words its labels add (none when there is one round)."""

    name: str
    counts: tuple[int | None, ...]
    label: str = ""


class Drawable(Protocol):
    """What a paragraph of the document can show as a native chart."""

    title: str

    @property
    def height(self) -> float:
        """How high it stands, in points."""

    def xml(self) -> str:
        """Return the chart part."""

    def workbook(self, synthesis: Synthesis) -> bytes:
        """Return the workbook behind it."""


class Chart:
    """The bars of one counted statement, on the order of its scale; first and last rounds when it was played again."""

    def __init__(self, poll: Poll) -> None:
        self.categories = [position.label for position in poll.positions]
        self.title = "Nombre de personnes par position"
        self.series = _series(poll)

    @property
    def height(self) -> float:
        """How high it stands, in points."""
        return HEAD + len(self.categories) * (PAIR if len(self.series) > 1 else CATEGORY)

    def xml(self) -> str:
        """Return the chart part."""
        most = max((count or 0 for series in self.series for count in series.counts), default=0) or 1
        top = most * (1.4 if len(self.series) > 1 else 1.15)
        gap, overlap = ("36", '<c:overlap val="-5"/>') if len(self.series) > 1 else ("45", "")
        series = "".join(self._series(at, one) for at, one in enumerate(self.series))
        return (
            f'<c:chartSpace {NAMESPACES}><c:date1904 val="0"/><c:lang val="fr-FR"/><c:roundedCorners val="0"/><c:chart>'
            f'{_title(self.title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/>'
            f'<c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="{gap}"/>{overlap}'
            f'<c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>{_category_axis()}{_value_axis(top)}'
            '<c:spPr><a:noFill/></c:spPr></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
            f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{set_in(10)}"
            '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
        )

    def workbook(self, synthesis: Synthesis) -> bytes:
        """Return the workbook that Word opens to edit the chart, dated by the day itself."""
        import xlsxwriter  # noqa: PLC0415 (only a counted statement needs it)

        content = BytesIO()
        with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
            workbook.set_properties({"created": datetime.combine(synthesis.date, time(), UTC)})
            sheet = workbook.add_worksheet("Effectifs")
            sheet.write_column(1, 0, self.categories)
            for column, series in enumerate(self.series, 1):
                sheet.write_string(0, column, series.name)
                for row, count in enumerate(series.counts, 1):
                    if count is not None:
                        sheet.write_number(row, column, count)
        return content.getvalue()

    def _series(self, at: int, series: Series) -> str:
        column = "BC"[at]
        last = len(self.categories) + 1
        names = "".join(f'<c:pt idx="{row}"><c:v>{escaped(name)}</c:v></c:pt>' for row, name in enumerate(self.categories))
        values = "".join(
            f'<c:pt idx="{row}"><c:v>{count}</c:v></c:pt>' for row, count in enumerate(series.counts) if count is not None
        )
        size = f'<c:ptCount val="{len(self.categories)}"/>'
        shape = _STRONG if at == 1 else _OTHER
        return (
            f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>Effectifs!${column}$1</c:f><c:strCache>'
            f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escaped(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>{shape}'
            f'<c:invertIfNegative val="0"/>{self._strongest(series)}{_labels(series)}'
            f"<c:cat><c:strRef><c:f>Effectifs!$A$2:$A${last}</c:f><c:strCache>{size}{names}</c:strCache></c:strRef></c:cat>"
            f"<c:val><c:numRef><c:f>Effectifs!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>0</c:formatCode>"
            f"{size}{values}</c:numCache></c:numRef></c:val></c:ser>"
        )

    def _strongest(self, series: Series) -> str:
        """Return the points that stand out: the largest of a single round."""
        known = [count for count in series.counts if count]
        if len(self.series) > 1 or not known:
            return ""
        return "".join(
            f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{_STRONG}</c:dPt>'
            for at, count in enumerate(series.counts)
            if count == max(known)
        )


def frame(number: int, relation_id: str, chart: Drawable, description: str) -> str:
    """Return the run that shows a chart in its paragraph; ``description`` says its message."""
    extent = f'cx="{round(WIDTH * EMU)}" cy="{round(chart.height * EMU)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="Graphique {number}" descr="{one_line(description)}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relation_id}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def workbook_relation(number: int) -> str:
    """Return the relations of a chart part: its workbook."""
    return relations([("rId1", relation("package"), f"../embeddings/classeur{number}.xlsx")])


def _series(poll: Poll) -> list[Series]:
    counted = [tally for tally in poll.tallies if any(count is not None for count in tally.counts)]
    if len(counted) < 2:
        return [Series("Personnes", counted[0].counts)]
    rounds = [counted[0], counted[-1]]
    names = [wording.round_name(poll, tally) for tally in rounds]
    return [Series(*parts) for parts in zip(names, (tally.counts for tally in rounds), _labels_of(names), strict=True)]


def _labels_of(names: list[str]) -> list[str]:
    """Return the words that tell two rounds apart beside a bar: « avant », « après » rather than their whole names."""
    first = [name.split()[0] if name.split() else "" for name in names]
    short = names if max(map(len, names)) <= LONGEST_LABEL or len(set(first)) < len(first) else first
    return [lowered(name) for name in short]


def _labels(series: Series) -> str:
    words = series.label.replace('"', "")
    code = escaped(f'0" ({words})"') if words else "0"
    return (
        f'<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{set_in(10 if words else 12, bold=True)}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _title(words: str) -> str:
    properties = run_properties("a:rPr", 9.5, "accent5", extra=' lang="fr-FR"')
    default = run_properties("a:defRPr", 9.5, "accent5")
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>{default}</a:pPr><a:r>{properties}<a:t>{escaped(words)}</a:t></a:r>"
        '</a:p></c:rich></c:tx><c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.004"/>'
        '<c:y val="0.01"/></c:manualLayout></c:layout><c:overlay val="0"/></c:title>'
    )


def _category_axis() -> str:
    rule = '<c:spPr><a:ln w="9525"><a:solidFill><a:schemeClr val="accent4"/></a:solidFill></a:ln></c:spPr>'
    return (
        '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{rule}{set_in(10)}<c:crossAx val="222222222"/>'
        '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>'
        "</c:catAx>"
    )


def _value_axis(top: float) -> str:
    return (
        f'<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:max val="{top:.4g}"/><c:min val="0"/>'
        '</c:scaling><c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="0" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111111111"/>'
        '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def set_in(size: float, *, bold: bool = False) -> str:
    """Return how the words of a chart are set: ``size`` in points."""
    return (
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'{run_properties("a:defRPr", size, "tx1", bold=bold)}</a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>'
    )


def run_properties(tag: str, size: float, slot: str, *, bold: bool = False, extra: str = "") -> str:
    """Return the properties of a run in a chart, in the element ``tag``: size in points, colour of the theme."""
    return (
        f'<{tag}{extra} sz="{round(size * 100)}" b="{int(bold)}"><a:solidFill><a:schemeClr val="{slot}"/></a:solidFill>'
        f'<a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/></{tag}>'
    )
