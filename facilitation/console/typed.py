"""What people type or paste → ideas: bullets off, lines without a word left out."""

from __future__ import annotations

import re

from facilitation.errors import InvalidAnswerError
from facilitation.sheet import checked_idea

_BULLET = re.compile(r"^\s*(?:[•\-–—*▪‣◦]|\d{1,2}[.)])\s+")
_WORD = re.compile(r"\w")


def has_words(text: str) -> bool:
    """Return whether a line holds a letter or a figure; a presenter's remote sends « . »."""
    return _WORD.search(text) is not None


def without_bullet(line: str) -> str:
    """Return a pasted line without the bullet or number it began with; a « · » inside a word stays."""
    return _BULLET.sub("", line).strip()


def pasted_ideas(text: str) -> tuple[list[str], int]:
    """Return the lines of a paste that are ideas, and how many hold words that cannot be kept (signs that are no text)."""
    lines = [line for line in map(without_bullet, text.splitlines()) if has_words(line)]
    ideas = [line for line in lines if _can_be_kept(line)]
    return ideas, len(lines) - len(ideas)


def _can_be_kept(line: str) -> bool:
    try:
        return bool(checked_idea(line))
    except InvalidAnswerError:
        return False
