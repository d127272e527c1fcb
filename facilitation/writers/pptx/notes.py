"""The speaker's notes of a slide."""

from __future__ import annotations

from facilitation.writers.pptx.shapes import GROUP_HEAD
from facilitation.writers.pptx.words import NAMESPACES, escaped


def notes_xml(notes: str) -> str:
    """Return the notes part of a slide, a paragraph each line."""
    words = "".join(_paragraph(line) for line in notes.splitlines() if line.strip())
    return (
        f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{GROUP_HEAD}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Image de la diapositive"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{words or '<a:p/>'}</p:txBody></p:sp></p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _paragraph(text: str) -> str:
    return f'<a:p><a:r><a:rPr lang="fr-FR"/><a:t>{escaped(text)}</a:t></a:r></a:p>'
