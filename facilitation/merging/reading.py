"""Text of an idea → its words, each in one spelling; nothing that carries meaning is lost on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from facilitation.merging.inclusive import neutral
from facilitation.merging.numbers import number_of
from facilitation.merging.plurals import one_spelling, without_accents
from facilitation.typography import MINUS

LIST = ","  # the one sign that « , », « ; », « / » and a lone dash become
QUESTION = "?"
ARTICLES = frozenset({"le", "la", "les", "l", "un", "une"})
_OF = frozenset({"de", "des", "du", "d"})
_BULLET = re.compile(
    r"^(?:\s*(?:[•‣▪■□◦●○◆▸▶►➤⇒✓✔*·]|[-–—](?![\d\s]*\d)(?!\s*(?:[Dd]e|[Dd]['’])[\s\w])"
    r"|[(]?\d{1,2}[.)](?=\s*[^\W\d])|[(]?[a-zA-Z][)](?=\s)|[a-z][.](?=\s)))+\s*"
)
_INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_][.]){2,}(?![^\W\d_])")
_TOKENS = re.compile(
    r"\d{1,3}(?:[ ]\d{3})+(?!\d)|\d+[A-Z](?!\w)|\d+(?:[.,]\d+)?(?:ers?|[èe]res?|res?|nde?|[èe]mes?|e|°)?(?![^\W\d_])|\d+"
    r"|(?:(?!\d)\w)+|(?P<minus>^[-–—−](?=\s*(?:\d|de\b|d['’]))|(?<!\w)[-−–](?=\d))|(?P<dash>(?<=\s)[-–—](?=\s))|[^\w\s]",
)
_SILENT = frozenset(".:!'’ʼ\"«»“”„()[]{}…-‐‑–—•·‧_`´‘|\\")
_APOSTROPHES = str.maketrans(dict.fromkeys("´`ʼ‘’′＇", "'"))
# Words of the same letters, told apart by their article, then kept: the rarer gender (« la poste »), « un peu », « le plus ».
_NEXT = re.compile(r"\s+(\w+)")
_TELLING = {
    **dict.fromkeys(("poste", "tour", "livre", "mode", "manche", "guide", "solde", "voile", "moule", "page"), ("la", "une")),
    **dict.fromkeys(
        ("politique", "physique", "garde", "aide", "memoire", "critique", "somme", "pendule", "vase"), ("le", "un")
    ),
    **dict.fromkeys(("peu", "pas", "rien", "point", "plus", "moins", "mieux", "tout"), ("le", "la", "les", "un")),
}


# Spelled out only when written in capitals: in small letters they are words (« si », « pas »).
_AMBIGUOUS = frozenset({
    "as", "ca", "car", "ce", "ces", "des", "en", "est", "et", "il", "la", "le", "les", "ma", "mais", "me", "mon", "ne",
    "on", "or", "ou", "par", "pas", "sa", "sas", "se", "si", "son", "sur", "ta", "te", "un",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One word: ``key`` in one spelling, ``said`` in lower case with its accents, ``is_initials`` when written as CLS is.

    ``opens`` says that it stands first inside brackets.
    """

    key: str
    said: str
    is_initials: bool = False
    opens: bool = False


def words_of(text: str, abbreviations: Mapping[str, str] | None = None) -> tuple[Word, ...]:
    """Return the words of ``text`` in order; articles, bullets, mute punctuation are gone, ``abbreviations`` spelled out.

    ``abbreviations`` gives the words of each: ``{"CLS": "contrat local de santé"}``. Lists keep their separators as ``LIST``, a
    question its mark, and any sign that is not punctuation stays.
    """
    found = _split(_cleaned(text))
    return _trimmed(_spelled_out(found, abbreviations) if abbreviations else found)


def _cleaned(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))
    if not plain.isprintable():
        plain = "".join(sign for sign in plain if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cf"})
    plain = _INITIALS.sub(lambda match: match.group().replace(".", ""), plain)
    return neutral(_without_last(_BULLET.sub("", " ".join(plain.split()))))


def _without_last(plain: str) -> str:
    """Return ``plain`` without the « etc. » or the dots that end a list."""
    end = plain.rstrip(" .…").removesuffix("etc").removesuffix("ETC")
    return end.rstrip(" ,") if end != plain and not end[-1:].isalnum() else plain


def _split(plain: str) -> list[Word]:
    shouted = plain.isupper() and plain.count(" ") > 0
    words: list[Word] = []
    for match in _TOKENS.finditer(plain):
        word = _sign(match) or _word(match.group(), after_and=bool(words) and words[-1].key == "&", shouted=shouted)
        if word.key in _SILENT or (word.key in ARTICLES and _is_article(match, words)):
            continue
        if word.key == "un" and _follows_number(words):  # « vingt et un »
            word = Word("#1", word.said)
        elif _is_letter(match) and not shouted:
            word = replace(word, is_initials=True)
        words.append(replace(word, opens=True) if plain.endswith("(", 0, match.start()) else word)
        if word.said in {"du", "au"} and _is_telling("le", match):
            words.append(Word("le", "le"))
    return words


def _is_article(match: re.Match[str], before: list[Word]) -> bool:
    """« Un réseau » begins with one; « étape un », « vingt et un », « salle L » hold none, and « la poste » needs its own."""
    written, follows = match.group(), match.string[match.end() :]
    article = written.casefold()
    if (written == "L" and follows[:1] not in {"'", "’"}) or (article in {"un", "une"} and _follows_number(before)):
        return False
    return follows.lstrip("'’ «(\"")[:1].isalnum() and not _is_telling(article, match)


def _follows_number(before: list[Word]) -> bool:
    return any(word.key.startswith("#") for word in before[-2:])


def _is_letter(match: re.Match[str]) -> bool:
    """« Hépatite B »: a capital alone, past the first word, names one thing among several."""
    written = match.group()
    return len(written) == 1 and written.isupper() and match.start() > 0 and match.string[match.end() :][:1] not in {"'", "’"}


def _is_telling(article: str, match: re.Match[str]) -> bool:
    """Return whether an article tells which of two words of the same letters follows it."""
    following = _NEXT.match(match.string, match.end())
    return following is not None and article in _TELLING.get(one_spelling(following[1].casefold()), ())


def _sign(match: re.Match[str]) -> Word | None:
    if match["minus"]:
        return Word(MINUS, match.group())
    return Word(LIST, match.group()) if match["dash"] or match.group() in {",", ";", "/"} else None


@lru_cache(maxsize=50_000)  # workshops say the same words again and again
def _word(written: str, *, after_and: bool, shouted: bool) -> Word:
    said = written.casefold()
    folded = without_accents(written.replace(" ", "")) or written
    if number := number_of(folded, written):
        return Word(number, said)
    initials = len(written) > 1 and written.rstrip("s").isupper() and not shouted
    if folded in _OF and said.isascii() and not after_and:  # « R&D » holds no « de »
        return Word("de", said)
    return Word({"aux": "a", "au": "a"}.get(folded) or one_spelling(said), said, initials)


def _spelled_out(words: list[Word], abbreviations: Mapping[str, str]) -> list[Word]:
    known = _known(tuple(abbreviations.items()))
    spelled: list[Word] = []
    used: list[tuple[Word, ...]] = []
    for word in words:
        short = without_accents(word.said)
        full = known.get(short) or known.get(short.removesuffix("s"))
        if not full or (short in _AMBIGUOUS and not word.is_initials):
            spelled.append(word)
            continue
        used.append(full)
        if not _ends_with(spelled, full):  # « contrat local de santé (CLS) » says it once
            spelled.extend(full)
    return _once(spelled, used) if used else spelled


@lru_cache(maxsize=16)  # a day has one set of abbreviations
def _known(abbreviations: tuple[tuple[str, str], ...]) -> dict[str, tuple[Word, ...]]:
    return {without_accents(short): tuple(_split(_cleaned(full))) for short, full in abbreviations}


def _ends_with(words: list[Word], full: tuple[Word, ...]) -> bool:
    return [word.key for word in words[-len(full) :]] == [word.key for word in full]


def _once(words: list[Word], expansions: list[tuple[Word, ...]]) -> list[Word]:
    """« CLS (contrat local de santé) » says it once too."""
    keys = [word.key for word in words]
    for full in expansions:
        said, size = [word.key for word in full], len(full)
        for place in range(len(keys) - 2 * size + 1):
            if keys[place : place + size] == said == keys[place + size : place + 2 * size]:
                return words[: place + size] + words[place + 2 * size :]
    return words


def _trimmed(words: list[Word]) -> tuple[Word, ...]:
    while words and words[-1].key == LIST:
        words = words[:-1]
    while len(words) > 1 and words[0].key in {LIST, "de"}:
        words = words[1:]
    return tuple(words)
