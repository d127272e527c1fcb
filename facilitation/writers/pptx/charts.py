"""Native charts that stay editable: bars in the order of their scale, with the workbook behind them."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.writers.measure import text_width
from facilitation.writers.placing.frames import Box
from facilitation.writers.pptx.shapes import Ids, naming, transform
from facilitation.writers.pptx.words import escaped, fill, line
from facilitation.writers.pptx.workbook import SHEET, workbook
from facilitation.writers.slides import Bars, Series

NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
NO_FILL = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_STRONG = f"<c:spPr>{fill('accent')}<a:ln><a:noFill/></a:ln></c:spPr>"
_OTHER = f"<c:spPr>{fill('clair')}{line('accent', 1.5)}</c:spPr>"
_LABEL_SIZES = (18, 16, 14)
_TITLE, _TITLE_ROOM = 16, 0.72  # size; share of the width that LibreOffice gives a title before it cuts it
_LABEL_ROOM = 0.46  # share of the width that names of categories may take


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart part and its workbook."""

    xml: str
    workbook: bytes


def bars(chart: Bars, width: float) -> Chart:
    """Return bars lying down, one or two a category; ``width`` is that of the whole chart, in points."""
    return Chart(_bars_xml(chart, width), workbook(_rows(chart)))


def frame(name: str, box: Box, relation: str, about: str, ids: Ids) -> str:
    """Return the frame of a chart on its slide, with what it tells."""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{naming(ids.next(), name, about)}<p:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{transform(box, tag="p")}'
        f'<a:graphic><a:graphicData uri="{_URI}"><c:chart xmlns:c="{_URI}" r:id="{relation}"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )


def chart_space(title: str, plot: str, size: float = 16) -> str:
    """Return a whole chart part around its plot; no legend, ever."""
    return (
        f'<c:chartSpace {NAMESPACES}><c:date1904 val="0"/><c:lang val="fr-FR"/><c:roundedCorners val="0"/><c:chart>'
        f'{chart_title(title, size) if title else ""}<c:autoTitleDeleted val="{int(not title)}"/>{plot}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'{NO_FILL}{text(16)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def chart_title(words: str, size: float) -> str:
    """Return the title in the chart, small, on the left."""
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>"
        f'<a:pPr algn="l">{_run("a:defRPr", size, "gris")}</a:pPr>'
        f"<a:r>{_run('a:rPr', size, 'gris')}<a:t>{escaped(words)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.004"/><c:y val="0.01"/>'
        '</c:manualLayout></c:layout><c:overlay val="0"/></c:title>'
    )


def text(size: float, tone: str = "encre", *, bold: bool = False) -> str:
    """Return how the words of a part of a chart are set."""
    default = _run("a:defRPr", size, tone, bold=bold)
    return f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{default}</a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>'


def _run(tag: str, size: float, token: str, *, bold: bool = False) -> str:
    language = ' lang="fr-FR"' if tag == "a:rPr" else ""
    return f'<{tag}{language} sz="{round(size * 100)}" b="{int(bold)}">{fill(token)}</{tag}>'


def _rows(chart: Bars) -> list[list[str | float | None]]:
    rows: list[list[str | float | None]] = [["Position", *(series.name for series in chart.series)]]
    rows += [[name, *(series.counts[at] for series in chart.series)] for at, name in enumerate(chart.categories)]
    return rows


def _bars_xml(chart: Bars, width: float) -> str:
    most = max((count or 0 for series in chart.series for count in series.counts), default=0) or 1
    worded = any(series.label for series in chart.series)
    gap, overlap = (36, '<c:overlap val="-5"/>') if len(chart.series) > 1 else (45, "")
    drawn = "".join(_series(chart, at) for at in range(len(chart.series)))
    size = next(
        (one for one in _LABEL_SIZES if all(text_width(name, one) <= _LABEL_ROOM * width for name in chart.categories)),
        _LABEL_SIZES[-1],
    )
    plot = (
        '<c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{drawn}<c:gapWidth val="{gap}"/>{overlap}<c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>'
        f"{_category_axis(size)}{_value_axis(most * (1.4 if worded else 1.15))}{NO_FILL}</c:plotArea>"
    )
    small = text_width(chart.title, _TITLE) > _TITLE_ROOM * width
    return chart_space(chart.title, plot, 14 if small else _TITLE)


def _series(chart: Bars, at: int) -> str:
    series, column, count = chart.series[at], chr(66 + at), len(chart.categories)
    names = "".join(f'<c:pt idx="{row}"><c:v>{escaped(name)}</c:v></c:pt>' for row, name in enumerate(chart.categories))
    values = "".join(
        f'<c:pt idx="{row}"><c:v>{value}</c:v></c:pt>' for row, value in enumerate(series.counts) if value is not None
    )
    size = f'<c:ptCount val="{count}"/>'
    last = at == len(chart.series) - 1 and at > 0
    strongest = "" if len(chart.series) > 1 else _strongest(series)
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escaped(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'{_STRONG if last else _OTHER}<c:invertIfNegative val="0"/>{strongest}{_labels(series, len(chart.series))}'
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${count + 1}</c:f><c:strCache>{size}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${count + 1}</c:f><c:numCache><c:formatCode>0</c:formatCode>"
        f"{size}{values}</c:numCache></c:numRef></c:val></c:ser>"
    )


def _strongest(series: Series) -> str:
    """Return the points that stand out: the largest, all of them when several are."""
    most = max((count or 0 for count in series.counts), default=0)
    return "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{_STRONG}</c:dPt>'
        for at, count in enumerate(series.counts)
        if count and count == most
    )


def _labels(series: Series, count: int) -> str:
    words = series.label.replace('"', "")
    code = escaped(f'0" {words}"') if words else "0"
    return (
        f'<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="0"/>{NO_FILL}{text(18 if count > 1 else 24, bold=True)}'
        '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _category_axis(size: float) -> str:
    return (
        '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>{line("trait", 1)}</c:spPr>{text(size)}'
        '<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(top: float) -> str:
    return (
        f'<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:max val="{top:.4g}"/><c:min val="0"/>'
        '</c:scaling><c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="0" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )
