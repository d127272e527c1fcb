"""What is laid on the pages, in order; which of it lies on a page in landscape is decided once all is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from facilitation.writers.docx.xml import run

TWIPS = 567  # in one centimetre
PORTRAIT_WIDTH = 9411  # 16.6 cm
LANDSCAPE_WIDTH = 15137  # 26.7 cm


class Place(Enum):
    """Where a paragraph goes when the page turns."""

    HEADING = auto()  # with what it opens
    LEAD = auto()  # with the table right after it
    TEXT = auto()  # upright
    AFTER = auto()  # with what it comments


class Layout(Enum):
    """How a stretch of the document is laid out."""

    UPRIGHT = auto()
    BESIDE = auto()  # upright, a narrow column for a drawing and a wide one for what it shows
    WIDE = auto()  # landscape


@dataclass(slots=True)
class Text:
    """One paragraph of the flow."""

    style: str
    runs: str
    place: Place = Place.TEXT
    numbering: int = 0
    keep_next: bool = False
    new_page: bool = False
    beside: bool = False
    inset: float = 0.0  # points kept free on the right of an upright page, so that a title's lines are even
    page: str = ""  # the properties of the section that this paragraph closes

    def xml(self) -> str:
        """Return its ``w:p``."""
        kept = ("<w:keepNext/>" if self.keep_next else "") + ("<w:pageBreakBefore/>" if self.new_page else "")
        numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.numbering}"/></w:numPr>' if self.numbering else ""
        inset = f'<w:ind w:right="{round(self.inset * 20)}"/>' if self.inset else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{self.style}"/>{kept}{numbered}{inset}{self.page}</w:pPr>{self.runs}</w:p>'


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of the flow; ``closing`` is said under it where a section ends: a paragraph has to end it."""

    xml: str
    closing: str
    wide: bool = False


@dataclass(slots=True)
class Flow:
    """The body of the document, filled from top to bottom."""

    elements: list[Text | Grid] = field(default_factory=list)

    def text(self, style: str, runs: str, *, place: Place = Place.TEXT, numbering: int = 0) -> Text:
        """Add a paragraph and return it."""
        added = Text(style, runs, place, numbering)
        self.elements.append(added)
        return added

    def caption(self, runs: str) -> None:
        """Add a caption; a plain paragraph right before it stays on its page."""
        if self.elements and isinstance(last := self.elements[-1], Text) and last.place is Place.LEAD:
            last.keep_next = True
        self.text("Legende", runs, place=Place.HEADING)

    def grid(self, xml: str, closing: str, *, wide: bool = False) -> None:
        """Add a table."""
        self.elements.append(Grid(xml, closing, wide))

    def above(self) -> float:
        """Return how high the headings stand that would open a table added now, in points."""
        height = 0.0
        for element in reversed(self.elements):
            if not isinstance(element, Text) or element.place is not Place.HEADING:
                break
            height += _HEIGHTS.get(element.style, _OTHER_HEADING)
        return height

    def beside(self, drawing: str, words: Sequence[str]) -> None:
        """Add a drawing in a narrow column, and a list in the wide column on its right (the drawing alone without words)."""
        figure = self.text("Figure", drawing + ('<w:r><w:br w:type="column"/></w:r>' if words else ""))
        for paragraph in (figure, *(self.text("ListePuces", runs) for runs in words)):
            paragraph.beside = bool(words)

    def body(self) -> str:
        """Return the inside of ``w:body``, its sections upright or in landscape as their tables ask."""
        layouts = self._layouts()
        parts: list[str] = []
        before = None
        for at, element in enumerate(self.elements):
            after = layouts[at + 1] if at + 1 < len(layouts) else None
            page = ""
            if after not in {None, layouts[at]}:
                page = page_properties(layouts[at], before)
                before = layouts[at]
            if isinstance(element, Text):
                element.page = page
                element.inset = element.inset if layouts[at] is Layout.UPRIGHT else 0.0
                parts.append(element.xml())
                continue
            parts.append(element.xml)
            if page or after is None:
                parts.append(Text("Note", run(element.closing), page=page).xml())
        return "".join((*parts, page_properties(layouts[-1], before)))

    def _layouts(self) -> list[Layout]:
        """Return how each element is laid out."""
        layouts = [_own_layout(element) for element in self.elements]
        for at in range(len(layouts) - 1, 0, -1):  # what opens a wide table turns with it
            if layouts[at] is Layout.WIDE and self._opens(at - 1):
                layouts[at - 1] = Layout.WIDE
        for at in range(1, len(layouts)):  # what comments a wide table stays beside it
            element = self.elements[at]
            if isinstance(element, Text) and element.place is Place.AFTER:
                layouts[at] = layouts[at - 1]
        return layouts

    def _opens(self, at: int) -> bool:
        """Return whether an element belongs with the one after it: a heading, or the paragraph right before a caption."""
        element, after = self.elements[at], self.elements[at + 1]
        if not isinstance(element, Text):
            return False
        is_captioned = isinstance(after, Grid) or after.style == "Legende"
        return element.place is Place.HEADING or (element.place is Place.LEAD and is_captioned)


def together(paragraphs: Sequence[Text]) -> None:
    """Hold paragraphs on one page."""
    for paragraph in paragraphs[:-1]:
        paragraph.keep_next = True


def _own_layout(element: Text | Grid) -> Layout:
    if isinstance(element, Text):
        return Layout.BESIDE if element.beside else Layout.UPRIGHT
    return Layout.WIDE if element.wide else Layout.UPRIGHT


def page_properties(layout: Layout, before: Layout | None) -> str:
    """Return a section's properties, given the layout of the one before; the first page of the document has no header."""
    wide = layout is Layout.WIDE
    kind = "Paysage" if wide else ""
    references = (
        f'<w:headerReference w:type="default" r:id="entete{kind}"/><w:footerReference w:type="default" r:id="pied{kind}"/>'
    )
    if before is None:
        references += f'<w:footerReference w:type="first" r:id="pied{kind}"/>'
    turns = before is None or wide or before is Layout.WIDE
    kind = "nextPage" if turns else "continuous"
    title = "<w:titlePg/>" if before is None else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="{kind}"/>{_LANDSCAPE if wide else _PORTRAIT}{_columns(layout)}{title}</w:sectPr>'
    )


def _columns(layout: Layout) -> str:
    if layout is not Layout.BESIDE:
        return '<w:cols w:space="708"/>'
    narrow, space = 1985, 397  # 3.5 cm, 0.7 cm
    return (
        f'<w:cols w:num="2" w:space="{space}" w:equalWidth="0"><w:col w:w="{narrow}" w:space="{space}"/>'
        f'<w:col w:w="{PORTRAIT_WIDTH - narrow - space}"/></w:cols>'
    )


def _margins(**centimetres: float) -> str:
    sides = " ".join(f'w:{side}="{round(length * TWIPS)}"' for side, length in centimetres.items())
    return f'<w:pgMar {sides} w:gutter="0"/>'


_HEIGHTS = {"Legende": 30.0, "Titre1": 60.0, "Titre2": 40.0}  # points, the space over and under included
_OTHER_HEADING = 36.0
_PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/>' + _margins(top=2.0, right=2.2, bottom=2.0, left=2.2, header=0.95, footer=0.95)
_LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' + _margins(
    top=1.7, right=1.5, bottom=1.5, left=1.5, header=0.9, footer=0.8
)
