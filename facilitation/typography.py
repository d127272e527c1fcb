"""French typography of the text the tool writes itself; verbatims never pass here."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time
from functools import lru_cache

NBSP = "\u00a0"
MINUS = "\u2212"
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
SMALL_NUMBERS = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")

# Addresses, hours, ratios and smileys keep their colons and signs (TYP-02).
_UNTOUCHED = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\d+(?:[.,]\d+)?:\d+(?:[.,]\d+)?|[:;]-?[()DP](?!\w)")
_BEFORE = re.compile(r"(?<=[^\s\u00a0\u202f(«])[ \u00a0\u202f]*([:;!?]*(?:[;!?](?![\w=:;!?])|:(?=\s|$|[«»]))|»)")
_AFTER_OPENING = re.compile(r"«[ \u00a0\u202f]*(?=\S)")
_UNIT = re.compile(r"(?<=\d)[ \u202f]?(?=[%€](?:\W|$))")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")
_PUNCTUATION = re.compile(r"[^\w\s+−/&%€=<>]|\u02bc")


def french(text: str) -> str:
    """Return ``text`` with its non-breaking spaces and apostrophes as French wants them (TYP-01 to 03).

    Idempotent. Addresses, hours (14:30), ratios (4.5:1) and smileys are left alone. U+00A0 everywhere: U+202F is missing from
    some Arials, which makes slide software swap the font.
    """
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match.group())
        return f"\x00{len(kept) - 1}\x01"

    shown = _UNTOUCHED.sub(hide, text)
    shown = re.sub(r"(?<=\w)'(?=[\w«])", "’", shown)
    shown = _AFTER_OPENING.sub(f"«{NBSP}", shown)
    shown = _BEFORE.sub(rf"{NBSP}\1", shown)
    shown = re.sub(rf"([!?]){NBSP}(?=[!?])", r"\1", shown)
    shown = _UNIT.sub(NBSP, shown)
    return re.sub(r"\x00(\d+)\x01", lambda match: kept[int(match.group(1))], shown)


def quoted(text: str) -> str:
    """Return ``text``, untouched, between French quotation marks."""
    return f"«{NBSP}{text}{NBSP}»"


def as_typed(path: str) -> str:
    """Return a path as a command takes it in any shell: between straight quotation marks when it holds a space."""
    return f'"{path}"' if " " in path else path


def plural(count: int, singular: str, many: str | None = None) -> str:
    """Return « 1 idée », « 12 idées », « 0 idée »: French puts zero in the singular."""
    return f"{thousands(count)}{NBSP}{singular if abs(count) < 2 else many or singular + 's'}"


def in_words(count: int, *, feminine: bool = False) -> str:
    """Return a count in words up to ten (« deux »), in figures beyond."""
    if count == 1 and feminine:
        return "une"
    return SMALL_NUMBERS[count] if 0 <= count <= 10 else thousands(count)


def thousands(count: int) -> str:
    """Return a whole number with its thousands apart (« 1 373 »)."""
    return f"{count:,}".replace(",", NBSP).replace("-", MINUS)


def decimal(value: float, digits: int = 2) -> str:
    """Return a number with a decimal comma and a true minus (« −0,31 »)."""
    return f"{value:z.{digits}f}".replace(".", ",").replace("-", MINUS)


def signed(count: int) -> str:
    """Return « +4 », « −7 » or « 0 »."""
    return f"+{count}" if count > 0 else f"{MINUS}{-count}" if count else "0"


def percentage(part: int, whole: int) -> str:
    """Return « 64 % », halves rounded up; ``whole`` is above 0, and the caller gives it beside the share (CHI-01)."""
    return f"{(200 * part + whole) // (2 * whole)}{NBSP}%"


def long_date(day: date) -> str:
    """Return « 16 novembre 2021 », « 1er mars 2024 » (DOC-07)."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def hour_words(moment: time) -> str:
    """Return an hour of the day (« 9 h », « 14 h 05 »)."""
    return f"{moment.hour}{NBSP}h{NBSP}{moment.minute:02}" if moment.minute else f"{moment.hour}{NBSP}h"


def enumeration(words: list[str]) -> str:
    """Return « a », « a et b », « a, b et c »."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} et {words[-1]}" if words else ""


def capitalised(text: str) -> str:
    """Return ``text`` with its first letter in capital, accents kept (TYP-05)."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """Return ``text`` as it reads inside a sentence, its first letter small."""
    return text[:1].lower() + text[1:]


@lru_cache(maxsize=50_000)  # a cell's ideas are compared again with each new one
def folded(text: str) -> str:
    """Return what two writings of the same idea have in common: no case, accent, kind of space or apostrophe, nor punctuation.

    For comparing and sorting only (TYP-04). Signs that carry meaning (+, −, %, /) stay: a hyphen is one outside a word.
    """
    plain = unicodedata.normalize("NFKD", text).casefold().replace("œ", "oe").replace("æ", "ae")
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    signs = _HYPHEN.sub(" ", letters).replace("-", MINUS)
    return _SPACES.sub(" ", _PUNCTUATION.sub(" ", signs)).strip()
