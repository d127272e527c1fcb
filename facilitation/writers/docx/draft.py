"""The document being written: its flow, and the numbers that its headings, captions, lists and drawings take in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.synthesis import Synthesis
from facilitation.typography import NBSP
from facilitation.writers.docx.flow import PORTRAIT_WIDTH, Flow, Place, together
from facilitation.writers.docx.numbering import LETTER, Numbering
from facilitation.writers.docx.package import Package
from facilitation.writers.docx.styles import HEADING_SIZES
from facilitation.writers.docx.xml import field, run
from facilitation.writers.measure import balanced_inset
from facilitation.writers.style import Style
from facilitation.writers.tracing import Traces

DEEPEST = len(HEADING_SIZES)
LETTERED = {"composition", "deroule", "sequence", "theme"}  # the parts that the document of 2021 letters A, B, C


@dataclass(frozen=True, slots=True)
class Entry:
    """One heading, for the contents list."""

    level: int
    text: str
    bookmark: str


class Draft:
    """One document being written, from top to bottom."""

    def __init__(self, synthesis: Synthesis, style: Style, package: Package) -> None:
        self.synthesis = synthesis
        self.style = style
        self.traces = Traces(synthesis)
        self.package = package
        self.flow = Flow()
        self.numbering = Numbering()
        self.entries: list[Entry] = []
        self._captions = {"Tableau": 0, "Figure": 0}
        self._drawings = 1  # the banner is the first
        self._letters = 0
        self._has_letters = sum(section.kind in LETTERED for section in synthesis.sections) > 1

    def heading(self, text: str, level: int, *, kind: str = "", new_page: bool = False) -> None:
        """Add a heading, never deeper than ``DEEPEST``, and keep it for the contents list.

        Parts of the day (``kind`` is their section's, at level 1) are lettered.
        """
        level = min(level, DEEPEST)
        lettered = level == 1 and self._has_letters and kind in LETTERED
        self._letters += lettered
        shown = f"{_letter(self._letters)}. {text}" if lettered else text
        number = len(self.entries) + 1
        bookmark = f"_Toc{number:08}"
        self.entries.append(Entry(level, shown, bookmark))
        runs = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>{run(text)}<w:bookmarkEnd w:id="{number}"/>'
        numbering = LETTER if lettered else 0
        added = self.flow.text(f"Titre{level}", runs, place=Place.HEADING, numbering=numbering)
        added.new_page = new_page
        added.inset = balanced_inset(shown, PORTRAIT_WIDTH / 20, HEADING_SIZES[level - 1], bold=True)

    def caption(self, label: str, title: str) -> None:
        """Add « Tableau 3 – Title »; the number is a field, already filled."""
        self._captions[label] += 1
        number = field(f"SEQ {label} \\* ARABIC", str(self._captions[label]))
        self.flow.caption(f"{run(f'{label}{NBSP}')}{number}{run(f'{NBSP}– {title}')}")

    def list(self, texts: Sequence[str], *, ordered: bool = False, runs: Sequence[str] = ()) -> None:
        """Add a list; an ordered one starts at 1. ``runs`` are those of ``texts`` when some hold a link."""
        style, number = ("ListeNumeros", self.numbering.ordered()) if ordered and texts else ("ListePuces", 0)
        added = [self.flow.text(style, shown, numbering=number) for shown in runs or map(run, texts)]
        together(added[:2])
        together(added[-2:])

    def note(self, text: str) -> None:
        """Add a remark under what precedes."""
        self.flow.text("Note", run(text), place=Place.AFTER)

    def drawing(self) -> int:
        """Return the number that identifies one more drawing."""
        self._drawings += 1
        return self._drawings


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
