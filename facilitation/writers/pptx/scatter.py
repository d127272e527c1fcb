"""Words on two axes as a native chart of points: each labelled, the average a diamond."""

from __future__ import annotations

from collections.abc import Sequence

from facilitation.writers.placing.frames import Box
from facilitation.writers.pptx.charts import NO_FILL, Chart, chart_space, text
from facilitation.writers.pptx.sides import sides
from facilitation.writers.pptx.words import escaped, fill, line
from facilitation.writers.pptx.workbook import SHEET, workbook
from facilitation.writers.slides import MapSlide, Place

_NO_LINE = '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
_MIDDLE, _FAR = 5.0, 10.0
LABEL = 16.0  # points


def places(slide: MapSlide, box: Box, taken: Sequence[Box] = ()) -> Chart:
    """Return the map of a slide and its workbook: a word, its x and its y on each row.

    ``taken`` are boxes of the slide that words must not cover.
    """
    words = [place for place in slide.places if not place.mean]
    means = [place for place in slide.places if place.mean]
    rows: list[list[str | float | None]] = [["Mot", "x", "y"]]
    rows += [[place.label, place.x, place.y] for place in (*words, *means)]
    where = sides([*means, *words], box, LABEL, taken)
    drawn = "".join(
        _series(at, name, group, 2 + at * len(words))
        for at, (name, group) in enumerate(
            (
                ("Mots placés", list(zip(words, where[len(means) :], strict=True))),
                ("Point moyen", list(zip(means, where, strict=False))),
            )
        )
        if group
    )
    plot = (
        '<c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        '<c:x val="0"/><c:y val="0"/><c:w val="1"/><c:h val="1"/></c:manualLayout></c:layout>'
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{drawn}'
        '<c:axId val="111111111"/><c:axId val="222222222"/></c:scatterChart>'
        f"{_axis(111111111, 222222222, 'b')}{_axis(222222222, 111111111, 'l')}{NO_FILL}</c:plotArea>"
    )
    return Chart(chart_space("", plot), workbook(rows))


def _axis(own: int, other: int, side: str) -> str:
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/><c:max val="{_FAR:g}"/><c:min val="0"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{side}"/><c:numFmt formatCode="0" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:spPr>{line("trait", 1.25)}</c:spPr><c:crossAx val="{other}"/><c:crossesAt val="{_MIDDLE:g}"/>'
        '<c:crossBetween val="midCat"/></c:valAx>'
    )


def _series(at: int, name: str, group: list[tuple[Place, str]], first: int) -> str:
    last = first + len(group) - 1
    symbol, size, paint = ("diamond", 20, "encre") if at else ("circle", 13, "accent")
    labels = "".join(_label(index, place, side) for index, (place, side) in enumerate(group))
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:v>{name}</c:v></c:tx>{_NO_LINE}'
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/><c:spPr>{fill(paint)}<a:ln><a:noFill/></a:ln></c:spPr>'
        f'</c:marker><c:dLbls>{labels}{NO_FILL}{text(LABEL)}<c:showLegendKey val="0"/><c:showVal val="0"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:xVal>{_values('B', first, last, [place.x for place, _ in group])}</c:xVal>"
        f'<c:yVal>{_values("C", first, last, [place.y for place, _ in group])}</c:yVal><c:smooth val="0"/></c:ser>'
    )


def _values(column: str, first: int, last: int, values: list[float]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{value:g}</c:v></c:pt>' for at, value in enumerate(values))
    return (
        f"<c:numRef><c:f>{SHEET}!${column}${first}:${column}${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def _label(index: int, place: Place, side: str) -> str:
    """Return the word beside its point."""
    run = f'<a:rPr lang="fr-FR" sz="{round(LABEL * 100)}" b="{int(place.mean)}">{fill("encre")}</a:rPr>'
    return (
        f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r>{run}'
        f'<a:t>{escaped(place.label)}</a:t></a:r></a:p></c:rich></c:tx>{NO_FILL}<c:dLblPos val="{side}"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>'
    )
