"""From the letters of one value to what they mean: a duration, an hour, a date, a number… or why they cannot be read.

Values are read from their own letters, never from what YAML makes of them: ``debut: 10:15`` is an hour (YAML 1.1 reads 615),
``date: 2021-11-16`` a date, ``titre: 2021`` a title, ``non`` a word.
"""

from __future__ import annotations

import re
from datetime import date, time
from string import Formatter

from facilitation.library.files import UNPRINTABLE
from facilitation.typography import MONTHS, folded

LONGEST_TEXT = 20_000
LONGEST_KEY = 60
LONGEST_DURATION = 24 * 3600
PLACEHOLDERS = ("ligne", "colonne", "à colonne")
YES = ("oui", "vrai", "true", "yes")
NO = ("non", "faux", "false", "no")

# What editors check with: where it is looser than the reading, JavaScript would not read the stricter expression alike.
KEY_PATTERN = r"^\S+$"
DURATION_PATTERN = r"^\s*[0-9]+\s*(h|heure|min|mn|minute|s|sec)"
HOUR_PATTERN = r"^([01]?[0-9]|2[0-3]) ?(?::([0-5][0-9])|h ?([0-5][0-9])?)$"
DATE_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
COLOUR_PATTERN = "^#[0-9A-Fa-f]{6}$"

_KEY = re.compile(r"\w[\w.\-]*")
_HOURS, _MINUTES, _SECONDS = (
    "([0-9]{1,2}) ?(?:h|heures?)",
    "([0-9]{1,4}) ?(?:min|mn|minutes?)",
    "([0-9]{1,5}) ?(?:s|sec|secondes?)",
)
_HOURS_AND_MINUTES = re.compile(f"{_HOURS} ?([0-9]{{1,2}})")
_DURATION = re.compile(f"(?:{_HOURS})? ?(?:{_MINUTES})? ?(?:{_SECONDS})?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:er)?[/. -](\d{1,2}|[a-zéû]+)[/. -](\d{4})", re.IGNORECASE)


class UnreadableError(ValueError):
    """A value that cannot be read: a French sentence where each ``{}`` stands for one of ``words``."""

    def __init__(self, sentence: str, *words: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.words = words


def text(letters: str) -> str:
    """Return a text without the spaces around it, its own line breaks kept."""
    unprintable = UNPRINTABLE.search(letters)
    if unprintable:
        raise UnreadableError(f"signe invisible U+{ord(unprintable.group()):04X} : effacez-le")
    if len(letters) > LONGEST_TEXT:
        raise UnreadableError(f"texte de {len(letters)} signes, {LONGEST_TEXT} au plus : coupez-le")
    return letters.strip()


def key(letters: str) -> str:
    """Return a key: letters, figures, hyphens, dots, without a space."""
    word = text(letters)
    if len(word) > LONGEST_KEY:
        raise UnreadableError(f"{{}} : clé trop longue, {LONGEST_KEY} signes au plus", word)
    if not _KEY.fullmatch(word):
        example = re.sub(r"[^\w]+", "-", folded(word)).strip("-") or "mot-cle"
        raise UnreadableError("{} : une clé est un mot sans espace, par exemple {}", word, example)
    return word


def phrase(letters: str) -> str:
    """Return a sentence whose only placeholders are those of ``PLACEHOLDERS``."""
    sentence = text(letters)
    try:
        parts = [part[1:] for part in Formatter().parse(sentence) if part[1] is not None]
    except ValueError:
        raise UnreadableError("accolade seule dans {} : écrivez {{ligne}}, {{colonne}} ou {{à colonne}}", sentence) from None
    for name, form, conversion in parts:
        if name not in PLACEHOLDERS or form or conversion:
            raise UnreadableError("repère inconnu {} : écrivez {{ligne}}, {{colonne}} ou {{à colonne}}", name or "{}")
    return sentence


def duration(letters: str) -> int:
    """Return the seconds of « 5 min », « 1 h 30 », « 1h30 », « 2 mn », « 90 s »."""
    words = " ".join(text(letters).lower().split())
    if re.fullmatch("[0-9]+", words):
        raise UnreadableError("durée sans unité {} : écrivez par exemple {}", words, f"{words} min")
    found = _HOURS_AND_MINUTES.fullmatch(words) or _DURATION.fullmatch(words)
    if not found or not any(found.groups()):
        raise UnreadableError("durée illisible {} : écrivez par exemple « 5 min », « 1 h 30 » ou « 90 s »", words)
    seconds = sum(int(count or 0) * unit for count, unit in zip(found.groups(), (3600, 60, 1), strict=False))
    if not 0 < seconds <= LONGEST_DURATION:
        raise UnreadableError("durée impossible {} : de 1 s à 24 h", words)
    return seconds


def hour(letters: str) -> time:
    """Return the hour of « 10:15 », « 9 h 05 », « 14h »."""
    words = " ".join(text(letters).lower().split())
    found = re.match(HOUR_PATTERN, words)
    if not found:
        raise UnreadableError("heure illisible {} : écrivez par exemple « 10:15 »", words)
    return time(int(found[1]), int(found[2] or found[3] or 0))


def day(letters: str) -> date:
    """Return the date of « 2021-11-16 »; another usual writing is refused with the right one."""
    words = text(letters)
    try:
        if re.match(DATE_PATTERN, words):
            return date.fromisoformat(words)
    except ValueError:
        raise UnreadableError("cette date n'existe pas {} : vérifiez le jour et le mois", words) from None
    meant = _day_first(words)
    raise UnreadableError("date illisible {} : écrivez l'année, le mois et le jour, {}", words, meant or "2021-11-16")


def _day_first(words: str) -> str | None:
    found = _DAY_FIRST.search(words)
    if not found:
        return None
    months = {name: str(number) for number, name in enumerate(MONTHS, start=1)}
    try:
        return date(int(found[3]), int(months.get(found[2].lower(), found[2])), int(found[1])).isoformat()
    except ValueError:
        return None


def colour(letters: str) -> str:
    """Return a colour « #RRGGBB », in capitals."""
    word = text(letters)
    if not re.match(COLOUR_PATTERN, word):
        raise UnreadableError("couleur illisible {} : écrivez-la entre guillemets, comme {}", word, "#0B6E6E")
    return word.upper()


def yes(letters: str) -> bool:
    """Return whether « oui » is written; « non » is the only other word."""
    word = text(letters).lower()
    if word not in YES + NO:
        raise UnreadableError("{} : écrivez oui ou non", word)
    return word in YES
