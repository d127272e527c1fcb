"""Words that say something, each by its dictionary form; the dictionary loads when first asked, never at start."""

from __future__ import annotations

import re
from functools import lru_cache

from facilitation.merging.plurals import one_spelling, without_accents
from facilitation.merging.vocabulary import BROAD_WORDS, NEIGHBOURS

# Where the dictionary takes a noun of workshops for a form of a verb, or leaves a word it should join to its family.
_OURS = {
    "mise": "mise", "mises": "mise", "pro": "professionnel", "pros": "professionnel", "com": "communication",
    "prév": "prévention", "prev": "prévention", "méthodo": "méthodologie", "doc": "documentation",
    "docs": "documentation", "coordo": "coordinateur", "coordos": "coordinateur", "coordonnateur": "coordinateur",
    "coordonnatrice": "coordinateur", "info": "information", "infos": "information", "éval": "évaluation",
    "pluripro": "pluriprofessionnel", "suivi": "suivi", "appui": "appui", "vécu": "vécu", "élu": "élu", "élus": "élu",
    "élue": "élu",
}  # fmt: skip


@lru_cache(maxsize=100_000)
def lemma(said: str) -> str:
    """Return the dictionary form, without accents, of a lower-case word with its own (« actrices » gives « acteur »)."""
    if said in _OURS:
        return without_accents(_OURS[said])
    from simplemma import lemmatize  # noqa: PLC0415  its dictionary takes 0.3 s: only who proposes merges waits for it

    return without_accents(one_spelling(lemmatize(said, lang="fr").casefold())) if said.isalpha() else said


_KNOWN = frozenset({"portage", "littératie", "pairs"})  # words of the trade that the dictionary lacks
# « évaluer » and « évaluation », « développer » and « développement »: one stem, of four letters at least.
_ENDING = re.compile(r"(?<=\w{4})(?:ation|ition|ement|ion|er|e)$")


def stem(word: str) -> str:
    """Return what the verb and the noun of a family share (« evalu »); for comparing only."""
    bare = _ENDING.sub("", word)
    return bare[:-1] if len(bare) > 4 and bare[-1] == bare[-2] else bare


@lru_cache(maxsize=100_000)
def sense(word: str) -> str:
    """Return one stem for all the neighbours of a word (« diffusion », « partage »), its own stem when it has none."""
    return _SENSES.get(stem(word), stem(word))


@lru_cache(maxsize=50_000)
def is_word(word: str) -> bool:
    """Return whether the dictionary knows a word: two known words are no misspelling of one another."""
    from simplemma import is_known  # noqa: PLC0415  as above

    return word in _KNOWN or bool(is_known(word, lang="fr"))


_SENSES = {
    stem(without_accents(one_spelling(word))): stem(without_accents(one_spelling(group.split()[0])))
    for group in NEIGHBOURS
    for word in group.split()
}
BROAD = frozenset(sense(without_accents(one_spelling(word))) for word in BROAD_WORDS.split())
