"""Words on two axes as a native chart of points: each labelled, the average a diamond."""

from __future__ import annotations

from facilitation.writers.placing.labels import Tag
from facilitation.writers.placing.maps import LABEL, Drawn
from facilitation.writers.pptx.charts import NO_FILL, Chart, chart_space, text
from facilitation.writers.pptx.words import escaped, fill, line
from facilitation.writers.pptx.workbook import SHEET, workbook

_NO_LINE = '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
_MIDDLE = 5.0
# slide software draws the axes of a chart only when it has a series: a point that has no mark
_HIDDEN = (
    f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>Mots à placer</c:v></c:tx>{_NO_LINE}'
    '<c:marker><c:symbol val="none"/></c:marker><c:xVal><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>5</c:v></c:pt>'
    '</c:numLit></c:xVal><c:yVal><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>5</c:v></c:pt></c:numLit></c:yVal>'
    '<c:smooth val="0"/></c:ser>'
)


def places(drawn: Drawn) -> Chart:
    """Return a map and its workbook: a word, its x and its y on each row; without a word, two axes alone."""
    words = [at for at, place in enumerate(drawn.places) if not place.mean]
    means = [at for at, place in enumerate(drawn.places) if place.mean]
    rows: list[list[str | float | None]] = [["Mot", "x", "y"]]
    rows += [[drawn.places[at].label, drawn.places[at].x, drawn.places[at].y] for at in (*words, *means)]
    series = "".join(
        _series(at, name, group, 2 + at * len(words), drawn)
        for at, (name, group) in enumerate((("Mots placés", words), ("Point moyen", means)))
        if group
    )
    plot = (
        '<c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        '<c:x val="0"/><c:y val="0"/><c:w val="1"/><c:h val="1"/></c:manualLayout></c:layout>'
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{series or _HIDDEN}'
        '<c:axId val="111111111"/><c:axId val="222222222"/></c:scatterChart>'
        f"{_axis(111111111, 222222222, 'b', drawn.reach[0])}{_axis(222222222, 111111111, 'l', drawn.reach[1])}"
        f"{NO_FILL}</c:plotArea>"
    )
    return Chart(chart_space("", plot), workbook(rows))


def _axis(own: int, other: int, side: str, reach: float) -> str:
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/><c:max val="{_MIDDLE + reach:.4f}"/>'
        f'<c:min val="{_MIDDLE - reach:.4f}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{side}"/><c:numFmt formatCode="0" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:spPr>{line("trait", 1.25)}</c:spPr><c:crossAx val="{other}"/><c:crossesAt val="{_MIDDLE:g}"/>'
        '<c:crossBetween val="midCat"/></c:valAx>'
    )


def _series(at: int, name: str, group: list[int], first: int, drawn: Drawn) -> str:
    last = first + len(group) - 1
    symbol, size, paint = ("diamond", 20, "encre") if at else ("circle", 13, "accent")
    tags = sorted((group.index(tag.point), tag) for tag in drawn.tags if tag.point in group)
    labels = "".join(_label(index, tag, bold=bool(at)) for index, tag in tags)
    given = [drawn.places[number] for number in group]
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:v>{name}</c:v></c:tx>{_NO_LINE}'
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/><c:spPr>{fill(paint)}<a:ln><a:noFill/></a:ln></c:spPr>'
        f'</c:marker><c:dLbls>{labels}{NO_FILL}{text(LABEL)}<c:showLegendKey val="0"/><c:showVal val="0"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:xVal>{_values('B', first, last, [place.x for place in given])}</c:xVal>"
        f'<c:yVal>{_values("C", first, last, [place.y for place in given])}</c:yVal><c:smooth val="0"/></c:ser>'
    )


def _values(column: str, first: int, last: int, values: list[float]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{value:g}</c:v></c:pt>' for at, value in enumerate(values))
    return (
        f"<c:numRef><c:f>{SHEET}!${column}${first}:${column}${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def _label(index: int, tag: Tag, *, bold: bool) -> str:
    """Return the words beside their point."""
    run = f'<a:rPr lang="fr-FR" sz="{round(LABEL * 100)}" b="{int(bold)}">{fill("encre")}</a:rPr>'
    return (
        f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r>{run}'
        f'<a:t>{escaped(tag.text)}</a:t></a:r></a:p></c:rich></c:tx>{NO_FILL}<c:dLblPos val="{tag.side}"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>'
    )
