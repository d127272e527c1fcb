"""Words as XML: escaped, with the signs XML forbids shown as U+FFFD, and line breaks and tabs as Word writes them."""

from __future__ import annotations

import re

from facilitation.writers.style import Style

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
THEME = {
    "encre": "text1",
    "sable": "background2",
    "fonce": "text2",
    "accent": "accent1",
    "clair": "accent2",
    "moyen": "accent3",
    "trait": "accent4",
    "gris": "accent5",
    "filet": "accent6",
}  # token → the slot of the theme that holds it

_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SPECIAL = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029\t]")
_SPACES = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029\t]+")


def escaped(text: str) -> str:
    """Return ``text`` safe between tags or in an attribute; what XML cannot hold becomes U+FFFD."""
    plain = _FORBIDDEN.sub("\ufffd", text)
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def one_line(text: str) -> str:
    """Return ``text`` safe in an attribute or a property, on one line."""
    return escaped(_SPACES.sub(" ", text))


def run(text: str, properties: str = "") -> str:
    """Return a run (``w:r``) holding ``text``; ``properties`` is the inside of its ``w:rPr``."""
    opening = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    if not _SPECIAL.search(text):
        return f'{opening}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
    return f"{opening}{'<w:br/>'.join(_line(line) for line in _BREAK.split(text))}</w:r>"


def _line(line: str) -> str:
    return "<w:tab/>".join(f'<w:t xml:space="preserve">{escaped(piece)}</w:t>' for piece in line.split("\t"))


def bold(text: str) -> str:
    """Return a bold run."""
    return run(text, "<w:b/><w:bCs/>")


def field(instruction: str, shown: str) -> str:
    """Return a field with its result already there: software shows ``shown`` until somebody asks for an update."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(shown)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(style: str, runs: str, properties: str = "") -> str:
    """Return a ``w:p``; ``properties`` follows the style in its ``w:pPr``, in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def digits(colour: str) -> str:
    """Return « 0B6E6E » for « #0B6E6E »."""
    return colour.removeprefix("#").upper()


def colour(style: Style, token: str) -> str:
    """Return the attributes that give a text one of the style's colours, tied to the theme."""
    return f'w:val="{digits(getattr(style, token))}" w:themeColor="{THEME[token]}"'


def shade(style: Style, token: str) -> str:
    """Return the attributes that fill a ground with one of the style's colours, tied to the theme."""
    return f'w:val="clear" w:color="auto" w:fill="{digits(getattr(style, token))}" w:themeFill="{THEME[token]}"'


def line(side: str, style: Style, token: str, eighths: int, space: int = 0) -> str:
    """Return one side of a border: its width in eighths of a point, its distance in points."""
    tint = f'w:color="{digits(getattr(style, token))}" w:themeColor="{THEME[token]}"'
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" {tint}/>'
