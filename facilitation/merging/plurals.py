"""One word, one spelling: no plural and no accent, but where the plural or the accent makes another word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Same letters in both numbers, or a plural that says something else (« moyens », « fonds », « échecs »).
INVARIANT = _listed(
    "acces ailleurs alors apres assises assez avis bas bois bras cas choix chaux concours corps cours croix dans "
    "deces deux dehors dessous dessus devoirs dix discours dos doux echecs effectifs faux fois fonds frais gens gros "
    "hors humanites interets jamais lors lunettes mais malgre mieux moins mois mois moyens os paix parcours pas pays "
    "permis plus poids pois pouvoirs pres prix proces progres puis recours relais repas savoirs secours sens six sous "
    "succes taux temps toujours tous toux tres trois univers vacances vers vis voix peux veux toutes "
    "quelques certains certaines"
)
_ALS = {"travaux": "travail", "baux": "bail", "vitraux": "vitrail", "tuyaux": "tuyau", "noyaux": "noyau", "maux": "mal"}
# The accent alone tells these words from others: « jeûne » and « jeune », « tâche » and « tache ».
_ACCENTED = _listed(
    "jeûne jeûnes tâche tâches mûr mûrs sûr sûrs dû forêt forêts côte côtes pêche pêches pécheur pêcheur là où dès "
    "mâle mâles gêne gênes hâle rôder crû"
)
# « santé », « équité »: no other word without the accent. « traité », « limité » have one.
_NOUN_IN_E = re.compile(
    r"(?:.+(?:ieté|[^aeiou]eté|erté|auté|ité|nté|lté)|cité)s?",
)
_VERBS_IN_E = _listed(
    "limité visité invité habité traité retraité profité mérité évité sollicité incité débité cité excité édité "
    "hésité planté chanté enchanté augmenté présenté orienté expérimenté alimenté documenté tenté monté conté raconté "
    "démonté compté consulté récolté révolté ausculté contenté fréquenté inventé absenté"
)
_MARKS = re.compile("(?<=[a-z])[\u0300-\u036f]+")  # a Latin letter's; those of « ≠ » or of other scripts carry meaning


def without_accents(word: str) -> str:
    """Return ``word`` in lower case, Latin accents gone, ligatures apart; other scripts keep their signs."""
    plain = unicodedata.normalize("NFKD", word).casefold().replace("œ", "oe").replace("æ", "ae")
    return unicodedata.normalize("NFC", _MARKS.sub("", plain))


@lru_cache(maxsize=50_000)
def one_spelling(word: str) -> str:
    """Return what ``word`` (lower case, accents kept) shares with its other spellings, and with no other word.

    A last é stays unless no word exists without it: « partagé » is not « partage », « équite » is « équité ».
    """
    if word in _ACCENTED:
        return word.removesuffix("s") if len(word) > 4 else word
    accented = word.removesuffix("s")
    if accented.endswith("é"):
        bare = without_accents(accented)
        return bare if _NOUN_IN_E.fullmatch(accented) and accented not in _VERBS_IN_E else bare[:-1] + "é"
    folded = without_accents(word)
    return folded if len(folded) < 4 or folded in INVARIANT else _singular(folded)


def _singular(folded: str) -> str:
    if folded in _ALS:
        return _ALS[folded]
    if folded.endswith("eaux"):
        return folded[:-1]
    if folded.endswith("aux"):
        return folded[:-2] + "l"
    return folded[:-1] if folded.endswith(("s", "eux", "oux")) and not folded.endswith("ss") else folded
