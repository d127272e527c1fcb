"""A Synthesis → ``synthese.docx``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from facilitation.synthesis import Record, Synthesis
from facilitation.writers import Progress, wording
from facilitation.writers.docx.blocks import add_section
from facilitation.writers.docx.draft import Draft
from facilitation.writers.docx.links import once
from facilitation.writers.docx.opening import contents, glued, margins, opening
from facilitation.writers.docx.package import Package
from facilitation.writers.docx.styles import styles
from facilitation.writers.docx.theme import app_properties, core_properties, fonts, settings, theme
from facilitation.writers.docx.xml import NAMESPACES
from facilitation.writers.style import Style


def write(
    synthesis: Synthesis,
    path: Path,
    style: Style,
    *,
    records: Iterable[Record] = (),
    on_progress: Progress | None = None,
) -> None:
    """Write the synthesis as a Word document in ``path``: same synthesis and style, same bytes.

    ``on_progress`` is told how many sections are written, out of how many.

    Raises:
        WriteError: the file cannot be written.
        FileProblemsError: the style's own template cannot be read.
    """
    del records  # the answers have their own files
    if style.document:
        from facilitation.writers.template.document import document_of  # noqa: PLC0415  # only a template needs it

        template = document_of(style.document)
        style = replace(style, logo=None) if template.has_logo else style
    package = Package()
    draft = Draft(synthesis, style, package)
    opening(draft)
    head = len(draft.flow.elements)
    for number, section in enumerate(synthesis.sections, 1):
        add_section(draft, section)
        if on_progress:
            on_progress(number, len(synthesis.sections) + 1)
    draft.flow.elements[head:head] = contents(draft.entries)
    _parts(package, draft)
    if style.document:
        from facilitation.writers.docx.hosted import put_into  # noqa: PLC0415  # see above

        put_into(package, template, style)
    package.save(path)
    if on_progress:
        on_progress(len(synthesis.sections) + 1, len(synthesis.sections) + 1)


def _parts(package: Package, draft: Draft) -> None:
    synthesis, style = draft.synthesis, draft.style
    package.add("word/document.xml", f"<w:document {NAMESPACES}><w:body>{once(draft.flow.body())}</w:body></w:document>")
    for name, kind, xml in (
        ("styles.xml", "styles", styles(style, *map(glued, wording.titles(synthesis)))),
        ("numbering.xml", "numbering", draft.numbering.xml(style)),
        ("settings.xml", "settings", settings()),
        ("fontTable.xml", "fontTable", fonts()),
        ("theme/theme1.xml", "theme", theme(style)),
    ):
        package.add(f"word/{name}", xml)
        package.relate(kind, name)
    margins(package, synthesis, style)
    package.add("docProps/core.xml", core_properties(synthesis, style))
    package.add("docProps/app.xml", app_properties(synthesis, style))
