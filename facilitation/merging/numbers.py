"""Numbers as people write them (2, deux, II, 1er, première), each brought to one sign that no other word can be taken for."""

from __future__ import annotations

import re

_WORDS = {
    "zero": "0", "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6", "sept": "7", "huit": "8", "neuf": "9",
    "dix": "10", "onze": "11", "douze": "12", "treize": "13", "quatorze": "14", "quinze": "15", "seize": "16", "vingt": "20",
    "trente": "30", "quarante": "40", "cinquante": "50", "soixante": "60", "cent": "100", "cents": "100", "mille": "1000",
}  # fmt: skip
_RANKS = {
    "premier": "1", "premiere": "1", "second": "2", "seconde": "2", "deuxieme": "2", "troisieme": "3", "quatrieme": "4",
    "cinquieme": "5", "sixieme": "6", "septieme": "7", "huitieme": "8", "neuvieme": "9", "dixieme": "10", "dernier": "-1",
    "derniere": "-1",
}  # fmt: skip
_RANK = re.compile(r"(\d+)(?:ers?|eres?|res?|nde?|emes?|e|o|°)")
_ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10}
SIGN = "#"


def number_of(word: str, written: str) -> str | None:
    """Return the number a folded ``word`` stands for (« #2 », rank « #2e »), or None; ``written`` keeps its capitals."""
    if word[0].isdigit():
        rank = _RANK.fullmatch(word)
        return f"{SIGN}{int(rank[1])}e" if rank else f"{SIGN}{_plain(word)}"
    singular = word.removesuffix("s")
    if word in _WORDS:
        return SIGN + _WORDS[word]
    if singular in _RANKS:
        return f"{SIGN}{_RANKS[singular]}e"
    return f"{SIGN}{_roman(written)}" if _ROMAN.fullmatch(written) else None


def _plain(word: str) -> str:
    whole, _, part = word.replace(",", ".").partition(".")
    if not whole.isdecimal():  # « 1a »: a mark on a plan
        return word
    return f"{int(whole)}.{part}" if part.strip("0") else str(int(whole))


def _roman(numeral: str) -> int:
    values = [_VALUES[sign] for sign in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
