"""Acronyms that a document says and never spells out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from facilitation.day import Day
from facilitation.merging.lemmas import is_word
from facilitation.typography import folded, plural
from facilitation.workshop.people import Names, found_in
from facilitation.workshop.proofreading.finding import Finding, path
from facilitation.workshop.proofreading.told import FILE, By, Places, Told
from facilitation.workshop.words import Word, words_in

SHORTEST, LONGEST = 2, 6  # capitals
FEW = 5  # acronyms: beyond, their places would make a page, and one finds them by their letters
# What everybody says and nobody spells out; what is written in capitals to stress it; numbers.
_USUAL = "bd bp cd cv dvd gps kg km nb ok ong pc pdf ps qcm qr sms sos tv usb vip wc wifi"
_STRESSED = (
    "avec de des en est et ici la le les mais ne non nos nous ou oui pas peu plus qui rien sans ses tous tout tres trop un une"
    " vos"
)
_KNOWN = frozenset({*_USUAL.split(), *_STRESSED.split()})
_ROMAN = re.compile(r"[IVX]+")
_LINK_WORDS = "a au aux avec d dans de des du en et l la le les ou par pour sur un une"
_LINKS = frozenset(_LINK_WORDS.split())
_APART = re.compile(r"[.,;:!?()«»/+\n]")


class Read(NamedTuple):
    """A text with its words, those that say something apart, and all of them as they are compared."""

    text: str
    words: list[Word]
    full: list[Word]
    keys: frozenset[str]


class Said(NamedTuple):
    """An acronym, where it stands first, and how often it is said."""

    letters: str
    where: str
    times: int

    @property
    def told(self) -> str:
        """The acronym with its first place, and how often it is said."""
        return f"{self.letters} ({self.where}{f', {self.times} fois' if self.times > 1 else ''})"


def unexplained(places: Places, told: Iterable[Told], names: Names) -> Iterator[Finding]:
    """Yield the acronyms that no text spells out, nor ``sigles``: one finding, with how often each is said."""
    texts = [each for each in told if each.text]
    said = _said(texts, names)
    read = [_read(each.text) for each in texts]
    left = [each for each in said if not _is_explained(each.letters, read, places.day)]
    if left:
        most = sorted(left, key=lambda each: -each.times)
        shown = ", ".join(each.told if len(left) <= FEW else each.letters for each in most)
        one = len(left) == 1
        subject = "un sigle que rien n’écrit" if one else f"{plural(len(left), 'sigle')} que rien n’écrit"
        yield Finding(
            path(FILE, "sigles"),
            f"{subject} en toutes lettres, {shown} ; donnez {'ses' if one else 'leurs'} mots une fois dans un texte, ou ici",
        )


def _said(texts: Iterable[Told], names: Names) -> list[Said]:
    found: dict[str, Said] = {}
    for each in texts:
        people = found_in(each.text, names) if each.by is not By.CARD else ()
        for word in _acronyms(each.text):
            if not any(span.start <= word.start < span.end for span in people):
                before = found.get(word.said, Said(word.said, each.where, 0))
                found[word.said] = before._replace(times=before.times + 1)
    return list(found.values())


def _acronyms(text: str) -> Iterator[Word]:
    """Yield the words of a text that are acronyms: « CPTS », « CoDES », never one of a text all in capitals."""
    shouted = _is_shouted(text)
    for word in words_in(text):
        capitals = sum(letter.isupper() for letter in word.said)
        if not SHORTEST <= capitals <= LONGEST or not word.said[0].isupper() or capitals * 2 < len(word.said):
            continue
        if word.key in _KNOWN or _ROMAN.fullmatch(word.said) or _touches(text, word):
            continue
        if not (shouted and is_word(word.said.lower())):
            yield word


def _is_shouted(text: str) -> bool:
    """Return whether a text is written in capitals from end to end, words included."""
    letters = [word for word in words_in(text) if len(word.said) > LONGEST]
    return text.isupper() and (bool(letters) or len(words_in(text)) == 1 or " " in text)


def _touches(text: str, word: Word) -> bool:
    """Return whether digits, an address or a hyphen hold the word (« G20 », an e-mail address)."""
    around = text[word.start - 1 : word.start] + text[word.end : word.end + 1]
    return any(sign.isdigit() or sign in "@_" for sign in around)


# --- spelled out ---------------------------------------------------------------------------------------------------------


def _read(text: str) -> Read:
    words = words_in(text)
    return Read(text, words, [word for word in words if word.key not in _LINKS], frozenset(word.key for word in words))


def _is_explained(letters: str, texts: Iterable[Read], day: Day) -> bool:
    """Return whether the day spells an acronym out: under ``sigles``, as an actor's long name, or in any text."""
    key = folded(letters)
    if key in {folded(short) for short in day.acronyms}:
        return True
    if any(
        folded(actor.short) == key and len(words_in(actor.name)) > 1 and not _holds(actor.name, key) for actor in day.actors
    ):
        return True
    capitals = [folded(letter) for letter in letters if letter.isupper()]
    return any(_spells(each, key, capitals) for each in texts)


def _holds(text: str, key: str) -> bool:
    return any(word.key == key for word in words_in(text))


def _spells(read: Read, key: str, capitals: list[str]) -> bool:
    """Return whether a text has words whose initials are the acronym; beside it, or enough of them to be no chance."""
    text, size, beside = read.text, len(capitals), key in read.keys
    full = [word for word in read.full if word.key != key] if beside else read.full
    for at in range(len(full) - size + 1):
        if full[at].key[0] != capitals[0]:
            continue
        run = full[at : at + size]
        if [word.key[0] for word in run] != capitals or any(_are_apart(text, one, other) for one, other in pairwise(run)):
            continue
        if beside or size > 3 or (size == 3 and _stands_alone(text, read.words, run)):
            return True
    return beside and _is_bracketed(text, read.words, key, capitals)


def _are_apart(text: str, one: Word, other: Word) -> bool:
    return _APART.search(text, one.end, other.start) is not None


def _stands_alone(text: str, words: list[Word], run: list[Word]) -> bool:
    """Return whether three words open a text, article aside, and no other word goes on with them: no chance initials."""
    before = [word for word in words if word.start < run[0].start]
    following = next((word for word in words if word.start > run[-1].start), None)
    ends = following is None or following.key in _LINKS or _are_apart(text, run[-1], following)
    return ends and all(word.key in _LINKS for word in before) and all(len(word.key) > 3 for word in run)


def _is_bracketed(text: str, words: list[Word], key: str, capitals: list[str]) -> bool:
    """Return whether « (CoDES) » stands right after words some initials of which are its letters, the first one too."""
    for at, word in enumerate(words):
        if word.key != key or text[: word.start].rstrip()[-1:] != "(":
            continue
        before = [each.key[0] for each in words[max(0, at - len(capitals) - 6) : at] if each.key not in _LINKS]
        for begins in range(len(before)):
            if before[begins] == capitals[0] and len(before) - begins > 1 and _is_within(before[begins:], capitals):
                return True
    return False


def _is_within(initials: list[str], capitals: list[str]) -> bool:
    """Return whether initials stand in the acronym in their order (« comités d’éducation pour la santé » in CoDES)."""
    left = iter(capitals)
    return all(initial in left for initial in initials)
