"""The presentation part: its slides in order, its size, its language; nothing starts by itself."""

from __future__ import annotations

from facilitation.writers.pptx.words import NAMESPACES, emu
from facilitation.writers.style import SLIDE_HEIGHT, SLIDE_WIDTH

_FIRST_SLIDE = 256  # the lowest id the format allows


def presentation(slides: int) -> str:
    """Return the presentation part; relation 1 is the master, then come the slides, then the master of the notes."""
    listed = "".join(f'<p:sldId id="{_FIRST_SLIDE + at}" r:id="rId{at + 2}"/>' for at in range(slides))
    shown = f"<p:sldIdLst>{listed}</p:sldIdLst>" if slides else ""
    return (
        f'<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst>'
        '<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="rId{slides + 2}"/></p:notesMasterIdLst>{shown}'
        f'<p:sldSz cx="{emu(SLIDE_WIDTH)}" cy="{emu(SLIDE_HEIGHT)}"/><p:notesSz cx="6858000" cy="9144000"/>'
        '<p:defaultTextStyle><a:defPPr><a:defRPr lang="fr-FR"/></a:defPPr></p:defaultTextStyle></p:presentation>'
    )


def presentation_properties() -> str:
    """Return how the show runs: by hand."""
    return f'<p:presentationPr {NAMESPACES}><p:showPr useTimings="0"><p:present/></p:showPr></p:presentationPr>'


def view_properties() -> str:
    """Return how the window opens: slides at their size, nothing remembered."""
    return f"<p:viewPr {NAMESPACES}/>"
