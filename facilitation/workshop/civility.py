"""What « Mme », « M. », « Dr » or « Professeur » is followed by, when that is a name and not a function."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from facilitation.merging.lemmas import is_word
from facilitation.workshop.words import Word

MOST_WORDS = 5  # « Mme de La Tour Martin »
_SHORT_WORDS = "m mm mr mrs dr drs pr prs"
_LONG_WORDS = "mme mmes mlle mlles madame mesdames monsieur messieurs mademoiselle docteur docteure professeur professeure"
_PARTICLE_WORDS = "d da de del della des di dos du el van von der den ben bin al"
_FUNCTION_WORDS = (
    "adjoint adjointe administrateur administratrice ambassadeur animateur animatrice bidule chose commissaire conseiller"
    " conseillere consul coordinateur coordinatrice coordonnateur coordonnatrice delegue deleguee depute deputee directeur"
    " directrice docteur docteure generaliste honoraire inspecteur inspectrice interne junior juniors loyal machin madame maire"
    " mairesse ministre monsieur patient patiente prefet prefete president presidente procureur procureure professeur"
    " professeure propre rapporteur rapporteure recteur rectrice referent referente responsable retraite secretaire senateur"
    " senatrice senior sous sport tout toutes untel unetelle vice"
)
_SHORT, _LONG = frozenset(_SHORT_WORDS.split()), frozenset(_LONG_WORDS.split())
_PARTICLES, _FUNCTIONS = frozenset(_PARTICLE_WORDS.split()), frozenset(_FUNCTION_WORDS.split())
_ARTICLES = frozenset({"le", "la", "l", "les"})
_AFTER = re.compile(r"\.[ \u00a0\u202f]{0,2}|[ \u00a0\u202f]{1,2}")
_BETWEEN = re.compile(r"[ \u00a0\u202f]{1,2}|['’ʼ\-\u2010\u2011]")


def titled_in(text: str, words: Sequence[Word], kept: Container[str]) -> Iterator[tuple[int, int]]:
    """Yield where names stand after a civility; ``kept`` are words of the day that are none of a person."""
    for at, word in enumerate(words[:-1]):
        if word.key in _LONG or (word.key in _SHORT and _is_short(text, word)):
            run = _name(text, words, at, kept)
            if run:
                yield run[0].start, run[-1].end


def _is_short(text: str, word: Word) -> bool:
    """Return whether « M », « dr », « Pr » are civilities here: « MR » and « 5 m » are not."""
    dotted = text[word.end : word.end + 1] == "."
    if text[: word.start].rstrip()[-1:].isdigit():
        return False
    if word.key in {"m", "mm"}:
        return word.said.isupper()  # « 5 m »; « M Durand » is written, « m. durand » never safely
    return dotted or not word.is_upper


def _name(text: str, words: Sequence[Word], at: int, kept: Container[str]) -> list[Word]:
    """Return the words of the name that follows the civility at ``at``, none when a function does."""
    first = words[at + 1]
    if not _AFTER.fullmatch(text, words[at].end, first.start):
        return []
    if _is_small_name(text, words[at], first, kept):
        return [first]
    run: list[Word] = []
    size = 0  # words of ``run`` up to the last one that is more than a particle
    for place in range(at + 1, min(at + 1 + MOST_WORDS, len(words))):
        word = words[place]
        if run and not _BETWEEN.fullmatch(text, run[-1].end, word.start):
            break
        if _is_particle(word):
            run.append(word)
        elif _goes_on(text, run[:size], word, kept):
            run.append(word)
            size = len(run)
        else:
            break
    return run[:size]


def _is_particle(word: Word) -> bool:
    return word.key in _PARTICLES or (word.key in _ARTICLES and word.is_capital)


def _goes_on(text: str, run: Sequence[Word], word: Word, kept: Container[str]) -> bool:
    """Return whether a word is one more of the name: capitals, no function, no actor of the day, no acronym after it."""
    if not word.is_capital or len(word.said) < 2 or word.key in _FUNCTIONS or word.key in kept:
        return False
    if text.isupper() and is_word(word.said.lower()):
        return False  # all in capitals: « DOCTEUR EN DROIT »
    if run and word.is_upper and text[run[-1].end : word.start].isspace():
        return not run[-1].is_upper and len(word.said) > 3  # « Mme Durand ARS », but « Mme Aline VAUTRIN »
    return True


def _is_small_name(text: str, civility: Word, word: Word, kept: Container[str]) -> bool:
    """Return whether a name follows without its capital (« mme durand »): a word that no dictionary knows."""
    sure = civility.key in _LONG - {"docteur", "docteure", "professeur", "professeure"}
    if word.is_capital or len(word.said) < 4 or word.key in kept or word.key in _FUNCTIONS:
        return False
    return (sure or text[civility.end] == ".") and not is_word(word.said.lower()) and text[word.end : word.end + 1] != "’"
