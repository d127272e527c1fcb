"""How lists write people: « NOM Prénom », « Prénom Nom », « NOM, Prénom ». Letters are never changed."""

from __future__ import annotations

import re

from facilitation.typography import folded

_CIVILITY = re.compile(
    r"^(?:(?:m(?:r|rs)?|mme|mlle|mmes|dr|pr|me)\.?(?=[\s/])|m\.|monsieur\b|madame\b|mademoiselle\b|docteure?\b|professeure?\b)"
    r"(?:\s*/\s*(?:mme|mr?|mlle)\.?(?=\s))?\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\n\r;/&]| et ")


def without_civility(name: str) -> str:
    """Return a name without « M. », « Mme », « Dr », « Madame »… nor useless spaces."""
    plain = " ".join(name.split())
    while (shorter := _CIVILITY.sub("", plain)) not in {plain, ""}:
        plain = shorter
    return plain


def full_name(cell: str, *, surname_first: bool) -> str:
    """Return « Prénom NOM » for « M. NOM Prénom » or « NOM, Prénom ».

    Capitals tell the surname. Without them, the first of two words is one when the column says so (``surname_first``); a longer
    name stays as it is, since nothing tells where its surname stops.
    """
    name = without_civility(cell)
    surname, comma, first = (part.strip() for part in name.partition(","))
    if comma and first:
        return f"{first} {surname}"
    words = name.split()
    capitals = next((place for place, word in enumerate(words) if not _is_capital(word)), len(words))
    if 0 < capitals < len(words):
        return " ".join([*words[capitals:], *words[:capitals]])
    if surname_first and len(words) == 2 and _is_capital(words[0]) == _is_capital(words[1]):
        return f"{words[1]} {words[0]}"
    return name


def several_people(cell: str) -> bool:
    """Return whether a cell holds more than one person, as a page copied from a PDF often does."""
    parts = [part for part in _BETWEEN.split(_CIVILITY.sub("", cell.strip())) if part.strip()]
    commas = [part.split() for part in cell.split(",")]
    return len(parts) > 1 or (len(commas) > 1 and all(len(words) > 1 for words in commas))


def same_person(name: str) -> str:
    """Return what two writings of one name share, whichever comes first of its surname and first name."""
    return " ".join(sorted(folded(name).split()))


def _is_capital(word: str) -> bool:
    return word.isupper() and sum(sign.isalpha() for sign in word) > 1
