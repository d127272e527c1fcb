"""A document to print → its file: same pages and style, same bytes."""

from __future__ import annotations

from pathlib import Path

from facilitation.synthesis import Synthesis
from facilitation.typography import long_date
from facilitation.writers.docx.numbering import Numbering
from facilitation.writers.docx.package import Package
from facilitation.writers.docx.styles import styles
from facilitation.writers.docx.theme import app_properties, core_properties, fonts, settings, theme
from facilitation.writers.docx.xml import NAMESPACES, paragraph, run
from facilitation.writers.paper.drawn import drawn
from facilitation.writers.paper.pages import Paper
from facilitation.writers.paper.parts import SIZES
from facilitation.writers.style import Style


def write(paper: Paper, day: Synthesis, path: Path, style: Style) -> None:
    """Write a document to print in ``path``; ``day`` gives its date, the day's title over it, and who publishes.

    Raises:
        WriteError: the file cannot be written.
    """
    package = Package()
    body = drawn(paper.pages, paper.size, style) + SIZES[paper.size].section()
    package.add("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
    for name, kind, xml in (
        ("styles.xml", "styles", styles(style, paper.title, "")),
        ("numbering.xml", "numbering", Numbering().xml(style)),
        ("settings.xml", "settings", settings()),
        ("fontTable.xml", "fontTable", fonts()),
        ("theme/theme1.xml", "theme", theme(style)),
    ):
        package.add(f"word/{name}", xml)
        package.relate(kind, name)
    said = f"{day.overtitle} – {long_date(day.date)} – {paper.title}"
    package.add("word/footer1.xml", f"<w:ftr {NAMESPACES}>{paragraph('PiedDePage', run(said))}</w:ftr>")
    package.relate("footer", "footer1.xml", "pied")
    package.add("docProps/core.xml", core_properties(day, style))
    package.add("docProps/app.xml", app_properties(day, style))
    package.save(path)
