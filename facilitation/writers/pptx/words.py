"""Words of a slide as XML text: paragraphs and runs. Colours are those of the theme, never RGB."""

from __future__ import annotations

import re
from functools import lru_cache

from facilitation.writers.files import legible
from facilitation.writers.placing.frames import Face, Para, Run
from facilitation.writers.style import EMU

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
SLOTS = {
    "encre": "tx1",
    "papier": "bg1",
    "sable": "bg2",
    "fonce": "dk2",
    "accent": "accent1",
    "clair": "accent2",
    "moyen": "accent3",
    "trait": "accent4",
    "gris": "accent5",
    "filet": "accent6",
    "blanc": "lt1",
    "creme": "lt2",
}  # token → theme colour; « blanc », « creme » and « fonce » stay what they are in a dark room
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def emu(points: float) -> int:
    """Return a length in EMU."""
    return round(points * EMU)


def escaped(text: str) -> str:
    """Return ``text`` safe between tags or in an attribute; what XML cannot hold becomes U+FFFD."""
    return legible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def one_line(text: str) -> str:
    """Return ``text`` safe in an attribute, its line ends as spaces."""
    return escaped(_BREAK.sub(" ", text))


def fill(token: str) -> str:
    """Return a plain fill of one of the style's colours."""
    return f'<a:solidFill><a:schemeClr val="{SLOTS[token]}"/></a:solidFill>'


def line(token: str, width: float) -> str:
    """Return an outline, its width in points."""
    return f'<a:ln w="{emu(width)}">{fill(token)}</a:ln>'


@lru_cache(maxsize=512)
def paragraph_properties(face: Face, tag: str = "a:pPr", run: str = "") -> str:
    """Return how a paragraph is set; ``run`` is put inside, last (the default run of a list style)."""
    indent = emu(face.indent)
    leading = f'<a:lnSpc><a:spcPct val="{round(face.leading * 100_000)}"/></a:lnSpc>'
    bullet = "<a:buNone/>"
    if face.mark:
        paint = face.tone if face.tone in {"blanc", "creme"} else "accent"
        colour = f'<a:buClr><a:schemeClr val="{SLOTS[paint]}"/></a:buClr>'
        start = f' startAt="{face.start}"' if face.start > 1 else ""
        sign = '<a:buChar char="•"/>' if face.mark == "•" else f'<a:buAutoNum type="arabicPlain"{start}/>'
        bullet = f'{colour}<a:buFont typeface="Arial"/>{sign}'
    return (
        f'<{tag} marL="{indent}" indent="{-indent}" algn="{_ALIGN[face.side]}">{leading}'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{round(face.after * 100)}"/></a:spcAft>'
        f"{bullet}{run}</{tag}>"
    )


@lru_cache(maxsize=512)
def default_run(face: Face) -> str:
    """Return how the words of a placeholder's first level are set."""
    return f'<a:defRPr sz="{round(face.size * 100)}" b="{int(face.bold)}">{fill(face.tone)}</a:defRPr>'


def list_style(face: Face) -> str:
    """Return what a placeholder of a layout gives to its first level."""
    return f"<a:lstStyle>{paragraph_properties(face, 'a:lvl1pPr', default_run(face))}</a:lstStyle>"


@lru_cache(maxsize=1024)
def _run_attributes(face: Face, base: Face | None, bold: bool | None, tone: str | None) -> str:
    """Return a run's properties: only what differs from the placeholder's, when it is in one."""
    strong, colour = face.bold if bold is None else bold, tone or face.tone
    size = "" if base and face.size == base.size else f' sz="{round(face.size * 100)}"'
    weight = "" if base and strong == base.bold else f' b="{int(strong)}"'
    shade = "" if base and colour == base.tone else fill(colour)
    return f'lang="fr-FR"{size}{weight} dirty="0"' + (f">{shade}</a:rPr>" if shade else "/>")


def run_xml(run: Run, face: Face, base: Face | None) -> str:
    """Return words as runs, a line break between their lines."""
    properties = f"<a:rPr {_run_attributes(face, base, run.bold, run.tone)}"
    return runs_xml(run.text, properties)


def runs_xml(text: str, properties: str) -> str:
    """Return words set that way (an opened ``a:rPr``, closed in itself), a line break between their lines."""
    if not _BREAK.search(text):
        return f"<a:r>{properties}<a:t>{escaped(text)}</a:t></a:r>"
    pieces = (f"<a:r>{properties}<a:t>{escaped(piece)}</a:t></a:r>" for piece in _BREAK.split(text))
    return f"<a:br>{properties}</a:br>".join(pieces)


def paragraph(para: Para, base: Face | None = None) -> str:
    """Return a paragraph; what the placeholder already gives (``base``) is left to it."""
    runs = "".join(run_xml(run, para.face, base) for run in para.runs)
    return f"<a:p>{_paragraph_difference(para.face, base)}{runs}</a:p>"


@lru_cache(maxsize=512)
def _paragraph_difference(face: Face, base: Face | None) -> str:
    keys = ("mark", "after", "leading", "side", "start")
    same = base and all(getattr(face, key) == getattr(base, key) for key in keys)
    if same and base and (not face.mark or face.size == base.size):
        return ""
    return paragraph_properties(face)
