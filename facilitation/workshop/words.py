"""The words of a text with their places, as names are compared: no case, no accents, whichever way Unicode writes them."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from facilitation.typography import folded

_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")


class Word(NamedTuple):
    """A word where it stands; ``said`` in its own letters (accents composed), ``key`` to compare."""

    start: int
    end: int
    said: str
    key: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.said[:1].isupper()

    @property
    def is_upper(self) -> bool:
        """Whether it is all in capitals, and more than one letter."""
        return len(self.said) > 1 and self.said.isupper()


def words_in(text: str) -> list[Word]:
    """Return the words of a text, letters only."""
    return [
        Word(found.start(), found.end(), unicodedata.normalize("NFC", found[0]), folded(found[0]))
        for found in _WORD.finditer(text)
    ]
