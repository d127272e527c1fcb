"""Inclusive writings brought back to one word: « acteur·rice·s », « acteurs/actrices », « acteur(rice)s »."""

from __future__ import annotations

import re

_ENDINGS = r"(?:trices?|teuses?|rices?|euses?|ières?|ère?s?|ennes?|iennes?|elles?|ales?|ives?|ves?|nes?|les?|te?s?|fes?|se|e)"
_MIDDLE = r"[·•‧∙⋅ㆍ･]"
_POINTED = re.compile(
    rf"(?<!\w)(?P<stem>[^\W\d_]{{2,}}?)(?P<plural>s|x)?(?:{_MIDDLE}{_ENDINGS}s?|[.](?:e|es|rice|rices|trice|euse|euses|ne|nes|le|les|ère|ères))"
    rf"(?P<end>(?:{_MIDDLE}|[.])s)?(?![\w])",
)
_BRACKETED = re.compile(
    r"(?<!\w)(?P<stem>[^\W\d_]{2,})\((?:e|le|ne|ère|ière|rice|trice|euse|te|se|ve|s|es|x)\)(?P<end>s|x)?(?!\w)"
)
_HYPHENED = re.compile(r"(?<!\w)(?P<stem>[^\W\d_]{3,})-(?:e|le|ne|rice|trice|euse)(?:-(?P<end>s))(?!\w)")
_MARKED = re.compile(rf"\w(?:{_MIDDLE}|[.(-])\w")
_DOUBLET = re.compile(
    r"(?<!\w)(?P<one>[^\W\d_]{4,})\s*(?:/|\bet\b|\bou\b)\s*(?:(?:les?|la|des?|du|aux?|une?|nos|leurs)\s+)?(?P<two>[^\W\d_]{4,})"
)

# How a masculine ends, and its feminine. A bare « +e » only after endings where no pair of unrelated nouns exists
# (« médecin » and « médecine », « moral » and « morale » are two things).
_PAIRS = (
    ("teur", "trice"), ("teur", "teuse"), ("eur", "euse"), ("eur", "rice"), ("ien", "ienne"), ("yen", "yenne"),
    ("el", "elle"), ("ier", "ière"), ("er", "ère"), ("if", "ive"), ("ant", "ante"), ("ent", "ente"), ("é", "ée"),
    ("ais", "aise"), ("ois", "oise"), ("ceux", "celles"), ("tous", "toutes"), ("nouveaux", "nouvelles"),
    ("on", "onne"), ("eux", "euse"),
)  # fmt: skip


def neutral(text: str) -> str:
    """Return ``text`` with each inclusive writing replaced by its masculine, in the number it was written in."""
    if _MARKED.search(text):
        text = _BRACKETED.sub(_masculine, _POINTED.sub(_masculine, _HYPHENED.sub(_masculine, text)))
    return _DOUBLET.sub(_one_of_two, text)


def _masculine(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return match["stem"] + (groups.get("plural") or ("s" if groups.get("end") else ""))


def _one_of_two(match: re.Match[str]) -> str:
    one, two = match["one"], match["two"]
    if one[:2].casefold() != two[:2].casefold():  # « ceux et celles », « tous et toutes » share no more
        return match.group()
    for masculine, feminine in ((one, two), (two, one)):
        if _is_couple(masculine.casefold(), feminine.casefold()):
            return masculine
    return match.group()


def _is_couple(masculine: str, feminine: str) -> bool:
    he, she = masculine.removesuffix("s"), feminine.removesuffix("s")
    if (masculine, feminine) in _PAIRS:
        return True
    return any(he.endswith(end) and he.removesuffix(end) + other == she for end, other in _PAIRS)
