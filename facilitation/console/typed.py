"""What people type or paste → ideas: bullets off, cells of a table apart, lines without a word left out."""

from __future__ import annotations

import re

from facilitation.errors import InvalidAnswerError
from facilitation.sheet import checked_idea

# Bullets of Word (Symbol and Wingdings are in U+F000–F0FF), LibreOffice and web pages; boxes, ticked or not; « o » of the
# second level of Word, which a tab follows. A « · » is left: it writes « participant·es ».
_SIGN = r"[•‣◦⁃∙●○◯◉■□▪▫◆◇❖▶►▸▹➢➤➔→⇒⮚★☆✓✔✗✘✦☐☑☒✅*\-–—\uf000-\uf0ff]|o(?=\t)"
_BOX = r"\[[ xX]?\]"
# « 1. », « 12) », « (3) », « 2° », « 1.2. », « a) », « A) », « a. », « iv) » — not « A. Martin », « 1.5 poste », « 2021. »
_NUMBER = r"\(?\d{1,2}(?:\.\d{1,2})*\)|\d{1,2}(?:\.\d{1,2})*\.|\d{1,2}°|\(?(?:[a-zA-Z]|[ivx]{2,4})\)|[a-z]\."
_BULLET = re.compile(rf"^(?:(?:{_SIGN}|{_NUMBER})\s+)?(?:{_BOX}\s+|[☐☑☒✓✔✅]\s*)?")
_HIDDEN = "\ufeff\u200b\u200c\u200e\u200f\u2060"  # what a web page leaves at the edges of a line; U+200D binds emojis
_EDGES = re.compile(rf"^[\s{_HIDDEN}]+|[\s{_HIDDEN}]+$")
_RANK = re.compile(r"\d{1,3}[.)]?")
_WORD = re.compile(r"\w")


def has_words(text: str) -> bool:
    """Return whether a line holds a letter or a figure; a presenter's remote sends « . »."""
    return _WORD.search(text) is not None


def without_bullet(line: str) -> str:
    """Return a pasted line without the bullet, box or number it began with; a « · » inside a word stays."""
    return _BULLET.sub("", _EDGES.sub("", line), count=1).strip()


def pasted_ideas(text: str) -> tuple[list[str], int]:
    """Return the lines of a paste that are ideas, and how many hold words that cannot be kept (signs that are no text).

    The cells of a table, which a tab parts, are an idea each; the rank that begins a row is none.
    """
    lines = [idea for line in text.splitlines() for idea in _cells(line) if has_words(idea)]
    ideas = [line for line in lines if _can_be_kept(line)]
    return ideas, len(lines) - len(ideas)


def _cells(line: str) -> list[str]:
    cells = [cell for cell in map(without_bullet, without_bullet(line).split("\t")) if cell]
    return cells[1:] if len(cells) > 1 and _RANK.fullmatch(cells[0]) else cells


def _can_be_kept(line: str) -> bool:
    try:
        return bool(checked_idea(line))
    except InvalidAnswerError:
        return False
